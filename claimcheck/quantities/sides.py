"""The sides of "12 x 8 x 4 cm", each as a measure of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from claimcheck.quantities.finding import Quantity

_NUMBER = re.compile(r"\d[\d.,]*(?<![.,])")
_JOINT = re.compile(r"\s*(?:×|x|X|by)\s*$")
_MOST_TIMES = 12
_LEG = 50
"""So many times a distance that is a multiple of this is run or swum."""

_OF_LEGS = frozenset({"meter", "yard"})


def with_sides_apart(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities with one number or range; of lengths with sides every side, the last with the unit.

    Sides in words, of pixels and of relays and intervals ("the 4 x 100 m", "ran 3 x 800 m") are left out.
    """
    for quantity in quantities:
        if quantity.number is not None or None not in (quantity.low, quantity.high):
            yield quantity
        elif quantity.sides is not None and quantity.kind == "measure":
            yield from _sides(text, quantity, quantity.sides)


def _sides(text: str, quantity: Quantity, sides: tuple[Decimal, ...]) -> Iterator[Quantity]:
    unit = load_units().get(quantity.unit or "")
    places = [match.span() for match in _NUMBER.finditer(text, quantity.start, quantity.number_end)]
    is_repeated = len(sides) == 2 and sides[0] <= _MOST_TIMES and sides[1] >= _LEG and not sides[1] % _LEG
    if unit is None or unit.quality != "length" or len(places) != len(sides):
        return
    if is_repeated and unit.name in _OF_LEGS:
        return
    for index, (side, (start, end)) in enumerate(zip(sides, places, strict=True)):
        first = quantity.start if index == 0 else start
        last = quantity.end if index == len(sides) - 1 else _unit_end(text, end, places[index + 1][0])
        yield replace(
            quantity,
            start=first,
            end=last,
            text=text[first:last],
            number_start=start,
            number_end=end,
            number=side,
            raw=side,
            sides=None,
            si_value=None if unit.si_factor is None else side * unit.si_factor,
            si_unit=unit.si_unit,
        )


def _unit_end(text: str, end: int, following: int) -> int:
    """Where a side ends that has a unit of its own: "6 ft" of "6 ft by 9 ft"."""
    joint = _JOINT.search(text, end, following)
    return end if joint is None else joint.start()
