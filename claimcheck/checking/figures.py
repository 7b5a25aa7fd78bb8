"""The figures of texts, with all that they are compared by."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.arithmetic import PAIR, last_place
from claimcheck.claims.base import human_number, human_unit
from claimcheck.lexicons.quantities import load_units
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.finding import explain_numerals, find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Place
    from claimcheck.checking.texts import Piece
    from claimcheck.quantities.finding import Quantity
    from claimcheck.quantities.set_aside.names import SetAsideRule


SMALL = 20
"""Up to here a number says little by itself: it stands in every text, for something."""

FEW_SENTENCES = 200
"""In sources of no more, a telling number may stand anywhere; in more, other words must be the same too."""

_STANDING_FOR = WordSet("common/standing_for")

_OF_POINTS = {"percentage_point": Decimal(1), "basis_point": Decimal("0.01")}

_SCALES = frozenset(Decimal(10) ** power for power in (0, 3, 6, 9, 12))
"""What a numeral is multiplied by: 1 where it stands alone, up to a trillion by a scale word."""

NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
"""A number as it is written, whatever it means."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a text with all that it is compared by.

    Attributes:
        start, end, text: the words in the document.
        kind: as `Quantity.kind`.
        low, high: its value; equal unless it is a range.
        place: the value of the last place that is given.
        unit: as `Quantity.unit`.
        si_unit, si_low: its SI unit, and its lower end in that unit.
        noun: what is counted or measured, as written.
        comparator: how it is bounded.
        is_fraction: whether it is a share in words, "a quarter", which people write for anything near it.
        is_age: whether it is how old somebody is, which no span of time is.
    """

    start: int
    end: int
    text: str
    kind: str
    low: Decimal
    high: Decimal
    place: Decimal
    unit: str | None
    si_unit: str | None
    si_low: Decimal | None
    noun: str | None
    comparator: str
    is_fraction: bool = False
    is_age: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return self.low != self.high

    def ends(self) -> tuple[Figure, ...]:
        """The two ends of a range, each as a figure of its own."""
        if not self.is_range or self.kind == "score":
            return ()
        return self._end(self.low), self._end(self.high)

    def _end(self, value: Decimal) -> Figure:
        unit = load_units().get(self.unit or "")
        place = self._place_of(value)
        if self.kind != "measure" or unit is None or unit.si_factor is None:
            return replace(self, low=value, high=value, place=place)
        si_low = value * unit.si_factor + unit.si_offset
        return replace(self, low=value, high=value, place=place, si_unit=unit.si_unit, si_low=si_low)

    def _place_of(self, value: Decimal) -> Decimal:
        """The last place of one end, whose numeral may be shorter than that of the other: "1.74 to 1.9"."""
        written = [m.group() for m in NUMERAL.finditer(self.text)]
        is_plain = len(written) == PAIR and all(numeral.rstrip(".").count(".") <= 1 for numeral in written)
        for numeral in written if is_plain else ():
            number = Decimal(numeral.replace(",", "").rstrip("."))
            scale = value / number if number else Decimal(0)
            if scale in _SCALES:
                return last_place(number, numeral) * scale
        return self.place

    def shown(self) -> str:
        """Its value with its unit, for people."""
        prefix = "" if self.comparator == "=" else f"{self.comparator} "
        value = human_number(self.low) + (f"–{human_number(self.high)}" if self.is_range else "")
        unit = f" {human_unit(self.unit, self.low)}" if self.unit else ""
        return f"{prefix}{value}{unit}"


def figures_of(piece: Piece) -> Iterator[Figure]:
    """The figures of a piece of a document; ordinals and scores among them, times of day in words not."""
    times = [match.span() for match in _CLOCK.finditer(piece.text)]
    for quantity in find_quantities(piece.text):
        if any(first < quantity.end and quantity.start < last for first, last in times):
            continue  # "at a quarter to nine"
        figure = _figure(quantity, piece)
        if figure is not None:
            yield figure


_CLOCK = WordPattern(
    r"\b(?:<checking/clock_part>)\s+(?:<checking/clock_join>)\s+(?:<checking/clock_hour>)\b"
    r"(?!\s+(?:%|<checking/period>|million|billion))",
    re.IGNORECASE,
)


def _figure(quantity: Quantity, piece: Piece) -> Figure | None:
    low = quantity.number if quantity.number is not None else quantity.low
    high = quantity.number if quantity.number is not None else quantity.high
    if low is None or high is None:
        return None
    written = piece.text[quantity.number_start : quantity.number_end]
    kind, unit = quantity.kind, quantity.unit
    if kind in ("multiple", "number") and quantity.is_fraction and high < 1:  # "a fifth" of it is 20 %
        kind, unit, low, high = "percent", "percent", low * 100, high * 100
    if (
        kind == "ordinal"
        and low > 2
        and _LESS_BY.search(piece.text, 0, quantity.start)
        and _THAN.match(piece.text, quantity.end)
    ):  # "a fifth less common"
        kind, unit, low, high = "percent", "percent", 100 / low, 100 / high
    noun = quantity.of
    if kind == "count" and noun is not None and noun.split()[0].lower() in _STANDING_FOR:
        kind, noun = "number", None  # "34 years, the last 12 of them"
    si_unit, si_value = quantity.si_unit, quantity.si_value
    if unit in _OF_POINTS:
        si_unit, si_value = "percentage_point", low * _OF_POINTS[unit]
    return Figure(
        start=piece.start + quantity.start,
        end=piece.start + quantity.end,
        text=quantity.text,
        kind=kind,
        low=low,
        high=high,
        place=last_place(low, written),
        unit=unit,
        si_unit=si_unit,
        si_low=si_value,
        noun=noun,
        comparator=quantity.comparator,
        is_fraction=(quantity.is_fraction or quantity.kind == "ordinal") and unit == "percent",
        is_age=unit in _AGE_UNITS and _tells_age(piece.text, quantity),
    )


_AGE_UNITS = frozenset({"year", "month", "week", "day"})

_LESS_BY = WordPattern(r"\ban?\s+$", re.IGNORECASE)
_THAN = WordPattern(r"\s+(?:<checking/more>)\b", re.IGNORECASE)

_AGE_BEFORE = re.compile(
    r"\b(?:aged?|age\s+of|ages|turn(?:s|ed)|turning)\s+(?:about\s+|only\s+|just\s+)?$", re.IGNORECASE
)
_AGE_AFTER = re.compile(r"[ -]?(?:years?|yrs?)?[ -]old\b", re.IGNORECASE)


def _tells_age(text: str, quantity: Quantity) -> bool:
    if quantity.text.isdigit() and quantity.unit == "year":  # "Ann Ray, 22, won": no unit is written
        return True
    if _AGE_BEFORE.search(text, max(0, quantity.start - 24), quantity.number_start):
        return True
    return _AGE_AFTER.match(text, quantity.number_end) is not None or quantity.text.lower().startswith(
        ("age", "at the age")
    )


class LooseNumeral(NamedTuple):
    """A numeral that is no quantity.

    Attributes:
        start, end: where it stands in the document, in characters.
        text: the numeral as it is written.
        sense: as what it is written: a year, an hour, a part of a name.
    """

    start: int
    end: int
    text: str
    sense: SetAsideRule


def loose_numerals(piece: Piece) -> Iterator[LooseNumeral]:
    """The numerals of a text that are no quantities."""
    for account in explain_numerals(piece.text):
        if account.quantity is None and account.set_aside_by is not None:
            start, end = piece.start + account.start, piece.start + account.end
            yield LooseNumeral(start, end, account.text, account.set_aside_by)


def digits_of(text: str) -> Iterator[str]:
    """Every numeral of a text in digits, without the commas."""
    for match in NUMERAL.finditer(text):
        yield match.group().replace(",", "").rstrip(".")


def place_in(figure: Figure, source: str) -> Place:
    """A figure as a place of its document."""
    from claimcheck.checking.findings import Place  # noqa: PLC0415 - pydantic models load on first use

    return Place(source=source, start=figure.start, end=figure.end, text=figure.text)
