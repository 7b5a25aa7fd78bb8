"""Arithmetic with figures as they are written: rounding, units, and what follows from two or three of them.

A written figure stands for every value that rounds to it: "1.5 billion" for 1.45 to 1.55 billion, "about 40"
for 38 to 42. All checks of figures use the tolerances of this module.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.quantities.numerals import EXACT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ABOUT_SHARE = Decimal("0.05")
"""How far off an approximate figure may be: "about 40" is said of 38 and of 42."""

ABOUT_STEPS = 2
"""... and at most so many of its last places: "about $7.50" is not said of $7.60."""

PAIR, TEN, HUNDRED = 2, Decimal(10), Decimal(100)

NEAREST = Decimal("0.5")

_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")
_TRAILING_ZEROS = re.compile(r"0+$")

MIN_ROUNDED_DIGITS = 4
"""A whole number with fewer digits is taken to be exact, whatever zeros it ends in."""

MIN_PARTS = 2

MAX_ADDENDS = 4
"""A sum of more figures than these is one of too many to mean anything."""


def last_place(number: Decimal, written: str) -> Decimal:
    """The value of the last place to which a number is given, zeros at its end taken for rounding.

    At least two digits count as meant, so that "5,000" may stand for 4,980 and not for 4,700.

    Args:
        number: its value.
        written: the numeral as written, with its scale: "1.5 billion", "14,000", "fifty".

    >>> last_place(Decimal(1_500_000_000), "1.5 billion")
    Decimal('100000000')
    >>> last_place(Decimal(14_000), "14,000")
    Decimal('1E+3')
    >>> last_place(Decimal(50), "fifty")
    Decimal('1')
    """
    with localcontext(EXACT):
        found = _DIGITS.search(written)
        if found is None:
            return _places_of_words(number)
        decimals = found[1] or ""
        digits = Decimal(found[0].replace(",", "") or 0)
        if not digits or not number:
            return Decimal(1).scaleb(-len(decimals))
        scale = abs(number) / digits
        if decimals:
            return Decimal(1).scaleb(-len(decimals)) * scale
        return _places_of_words(digits) * scale


def _places_of_words(number: Decimal) -> Decimal:
    """The last place that is no zero, with two digits before it at least; 1 below a thousand."""
    if number != number.to_integral_value():
        return Decimal("0.1")
    digits = f"{abs(int(number))}"
    if len(digits) < MIN_ROUNDED_DIGITS:
        return Decimal(1)
    zeros = _TRAILING_ZEROS.search(digits)
    free = len(zeros[0]) if zeros else 0
    return Decimal(1).scaleb(max(0, min(free, len(digits) - 2)))


def rounds_to(exact: Decimal, number: Decimal, place: Decimal, *, about: bool = False) -> bool:
    """Whether somebody who rounds `exact` to `place` may write `number`; further off where that says "about".

    >>> rounds_to(Decimal("37.6"), Decimal(38), Decimal(1))
    True
    >>> rounds_to(Decimal("36.9"), Decimal(38), Decimal(1))
    False
    """
    slack = place * NEAREST
    if about:
        step = max(place, TEN) if abs(number) >= HUNDRED and not number % TEN else place
        slack = max(slack, min(abs(number) * ABOUT_SHARE, step * ABOUT_STEPS))
    return abs(exact - number) <= slack


@dataclass(frozen=True, slots=True)
class Term:
    """A figure in a sum: its value and how it is shown."""

    value: Decimal
    shown: str


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows from others.

    Attributes:
        kind: `sum`, `difference`, `ratio`, `percent-change`, `share`, `complement`.
        value: the exact result.
        terms: indices of the figures that it rests on, in the order of the sum.
        shown: the sum in one line.
    """

    kind: str
    value: Decimal
    terms: tuple[int, ...]
    shown: str


def derive_amount(terms: Sequence[Term]) -> Iterator[Derivation]:
    """Sums and differences of amounts of one unit."""
    for (i, first), (j, second) in combinations(enumerate(terms), 2):
        large, small = (first, second) if first.value >= second.value else (second, first)
        difference = large.value - small.value
        if difference:
            order = (i, j) if large is first else (j, i)
            yield Derivation(
                "difference", difference, order, f"{large.shown} - {small.shown} = {difference:f}"
            )
    for size in range(2, min(MAX_ADDENDS, len(terms)) + 1):
        for chosen in combinations(enumerate(terms), size):
            total = sum((term.value for _, term in chosen), Decimal(0))
            shown = " + ".join(term.shown for _, term in chosen)
            yield Derivation("sum", total, tuple(i for i, _ in chosen), f"{shown} = {total:f}")


def derive_percent(terms: Sequence[Term]) -> Iterator[Derivation]:
    """Percentages that two amounts of one unit give: a change from one to the other, a share of one in it."""
    with localcontext(EXACT):
        for i, old in enumerate(terms):
            for j, new in enumerate(terms):
                if i == j or not old.value or old.value == new.value:
                    continue
                change = (new.value - old.value) / abs(old.value) * 100
                yield Derivation(
                    "percent-change",
                    abs(change),
                    (j, i),
                    f"({new.shown} - {old.shown}) / {old.shown} = {_short(change)} %",
                )
                if 0 < new.value < old.value:
                    share = new.value / old.value * 100
                    yield Derivation("share", share, (j, i), f"{new.shown} / {old.shown} = {_short(share)} %")


def derive_share_of_sum(terms: Sequence[Term]) -> Iterator[Derivation]:
    """The percentage that each of a few amounts is of all of them together."""
    if not MIN_PARTS <= len(terms) <= MAX_ADDENDS:
        return
    with localcontext(EXACT):
        whole = sum((term.value for term in terms), Decimal(0))
        if whole <= 0:
            return
        shown = " + ".join(term.shown for term in terms)
        for i, part in enumerate(terms):
            share = part.value / whole * 100
            yield Derivation("share", share, (i,), f"{part.shown} / ({shown}) = {_short(share)} %")


def derive_ratio(terms: Sequence[Term]) -> Iterator[Derivation]:
    """How many times one amount is in another of the same unit."""
    with localcontext(EXACT):
        for i, large in enumerate(terms):
            for j, small in enumerate(terms):
                if i != j and small.value and large.value > small.value > 0:
                    ratio = large.value / small.value
                    yield Derivation(
                        "ratio", ratio, (i, j), f"{large.shown} / {small.shown} = {_short(ratio)}"
                    )


def _short(number: Decimal) -> str:
    return f"{number:.4g}" if abs(number) < 10_000 else f"{number:.0f}"
