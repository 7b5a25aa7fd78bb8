"""The figures of a sentence as a check of sums needs them: where they stand, and what they may stand for.

A figure that is written with few digits stands for every value that rounds to it: "$2.1bn" for 2.05 to 2.15
billion, "about 40" for 36 to 44. A sum is wrong only where no values that the figures may stand for make it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.finding import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from claimcheck.quantities.finding import Quantity

ABOUT_SHARE = 0.1
"""How far off a figure may be that is called approximate."""

FRACTION_POINTS = 2.5
"""How far off, in points, a share may be that is given as a fraction: "two thirds" of 64.5 and of 69 %."""

HUNDRED = 100.0

HALF = 0.5

TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})

ABOUT = "(?:(?:<lint/near>) )*"
"""In a pattern of words, what may stand before a figure without changing what it is: "about", "nearly"."""

THEREFORE = WordPattern(r"\b(?:<lint/therefore>)\b")
"""Words by which a figure follows from those before it: "thus", "hence"."""

DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25, "decade": 3652.5, "century": 36525.0}
"""How many days a unit of time has."""

MINUTES = {"minute": 1.0, "hour": 60.0, "day": 1440.0}
"""How many minutes a short unit of time has."""

_DIGITS = re.compile(r"\d[\d,]*(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a figure may stand for, or that a sum of figures may come to."""

    low: float
    high: float

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """All products; of figures that are not negative."""
        return Interval(self.low * other.low, self.high * other.high)

    def over(self, other: Interval) -> Interval:
        """All quotients; of figures that are positive."""
        return Interval(self.low / other.high, self.high / max(other.low, 1e-300))

    def scaled(self, factor: float) -> Interval:
        """Every value times a factor that is positive."""
        return Interval(self.low * factor, self.high * factor)

    def widened(self, by: float) -> Interval:
        """With so much more on both sides."""
        return Interval(self.low - by, self.high + by)

    def meets(self, other: Interval) -> bool:
        """Whether some value is in both, arithmetic of floats aside."""
        ends = (self.low, self.high, other.low, other.high)
        slack = 1e-9 * max((abs(end) for end in ends if isfinite(end)), default=0.0)
        return self.low <= other.high + slack and other.low <= self.high + slack


ZERO = Interval(0, 0)


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount of a sentence; the ends of a range are two.

    Attributes:
        start, end: its numeral with sign and unit, offsets into the sentence.
        text: those words.
        number: its value.
        unit: as the number layer gives it; None for a bare number and a count.
        kind: as the number layer gives it.
        of: the counted noun, in lower case; empty where there is none.
        interval: what it may stand for.
        half_step: half of the last place it is given to.
        base: the SI unit of what it measures, and how many of those its own unit is; None for no measure.
    """

    start: int
    end: int
    text: str
    number: float
    unit: str | None
    kind: str
    of: str
    interval: Interval
    half_step: float
    base: tuple[str, float] | None = None

    @property
    def head(self) -> str:
        """The counted noun itself: cases of "new cases of measles"; empty where there is none."""
        return self.of.partition(" of ")[0].rpartition(" ")[2]

    @property
    def dimension(self) -> str:
        """What can be added to it: its unit; `number` for counts and bare numbers."""
        return self.unit or "number"

    def may_equal(self, other: Figure) -> bool:
        """Whether both may stand for one value; whole numbers that are counted one by one are exact."""
        if all(f.half_step <= HALF and f.unit is None and f.number == int(f.number) for f in (self, other)):
            wide = max(f.interval.high - f.interval.low for f in (self, other))
            if wide <= 1:
                return self.number == other.number
        return self.interval.meets(other.interval)


@dataclass(frozen=True)
class FigureSentence:
    """A sentence with its figures, and its words with `<0>`, `<1>` in the place of the figures.

    `start` is its offset in the article. Of two sentences that are read as one, `stop` is where the full stop
    between them stands, which the template has as a comma.
    """

    start: int
    text: str
    is_heading: bool = False
    stop: int | None = None

    @cached_property
    def _read(self) -> tuple[tuple[Figure, ...], str]:
        figures: list[Figure] = []
        template: list[str] = []
        position = 0
        text = self.text if self.stop is None else f"{self.text[: self.stop]},{self.text[self.stop + 1 :]}"
        for figure, before in _in_order(text) if _HAS_NUMERAL.search(text) else ():
            words = text[position : figure.start] if before is None else before
            template.append(words.replace("<", "("))
            template.append(f"<{len(figures)}>")
            figures.append(figure)
            position = figure.end
        template.append(text[position:].replace("<", "("))
        words = " ".join("".join(template).lower().replace("’", "'").split())
        return tuple(figures), words

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures in reading order."""
        return self._read[0]

    @property
    def template(self) -> str:
        """Its words in lower case, white space evened out, with numbered slots for its figures."""
        return self._read[1]

    @cached_property
    def slots(self) -> tuple[tuple[int, int], ...]:
        """Where the slots of its figures stand in its template."""
        return tuple(slot.span() for slot in _SLOT.finditer(self.template))

    def before(self, index: int) -> str:
        """The words of the template between the figure before one, or the start, and this one."""
        return self.template[self.slots[index - 1][1] if index else 0 : self.slots[index][0]]

    def after(self, index: int) -> str:
        """The words of the template between a figure and the next one, or the end."""
        is_last = index + 1 == len(self.slots)
        return self.template[self.slots[index][1] : None if is_last else self.slots[index + 1][0]]

    def is_end_of_range(self, figure: Figure) -> bool:
        """Whether a figure, or one that starts where it does, is one of two that a range or an "or" gives: "four or six"."""
        index = next((at for at, own in enumerate(self.figures) if own.start == figure.start), None)
        if index is None:
            return False
        is_last = index + 1 == len(self.figures)
        return (index > 0 and _EITHER.fullmatch(self.before(index)) is not None) or (
            not is_last and _EITHER.fullmatch(self.after(index)) is not None
        )


_EITHER = re.compile(r" (?:to|or) |[-–—−]")
_SLOT = re.compile(r"<[0-9]+>")
_HAS_NUMERAL = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|half|third|quarter|dozen)\w*",
    re.IGNORECASE,
)
_SECOND_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d ?(?:to|and|until|through|[-–—]) ?(?:1[5-9]|20)\d\d$")
_RANGE_WORDS = re.compile(r"\s*(\bto\b|\band\b|\bor\b|[-–—−])\s*")
_LETTERS_BEFORE = re.compile(r"[A-Za-z ,]*\s")


def _in_order(text: str) -> list[tuple[Figure, str | None]]:
    """The figures of a sentence as `_figures_of` gives them, and the numbers that a list leaves beside a name."""
    found = [
        told
        for quantity in find_quantities(text)
        if not _SECOND_YEAR.search(text, 0, quantity.number_end)
        for told in _figures_of(quantity, text)
    ]
    beside = list(_beside_names(text, [figure for figure, _ in found])) if found else []
    return sorted((*found, *beside), key=lambda told: told[0].start) if beside else found


_BESIDE_NAME = re.compile(
    r"(?:,|;|,? and) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)? (?P<number>(?!1[5-9]\d\d|20\d\d)\d{1,6})(?=[,;.]?(?:$| )(?!km|kg|[A-Z]))"
)
_LABEL = re.compile(r"(?: [a-z-]+){0,6}")
"""What may follow a figure of a list: the noun of what is counted, and where."""

_MOST_TIMES_IN_LIST = 20.0


def _beside_names(text: str, known: Sequence[Figure]) -> Iterator[tuple[Figure, None]]:
    """The numbers that a list gives with a name alone: the 882 of "Ostby has 730 inhabitants, Lier 882 and ..."."""
    found: list[Figure] = []
    for match in _BESIDE_NAME.finditer(text, known[0].end):
        start, end = match.span("number")
        number = float(match["number"])
        last = next((f for f in reversed([*known, *found]) if f.end <= match.start()), known[0])
        is_read = any(figure.start < end and start < figure.end for figure in known)
        is_of_list = last.kind in ("count", "measure", "number") and _LABEL.fullmatch(
            text, last.end, match.start()
        )
        is_alike = last.number > 0 and 1 / _MOST_TIMES_IN_LIST < number / last.number < _MOST_TIMES_IN_LIST
        if is_read or not is_of_list or not is_alike:
            continue
        half = half_of_last_place(number, match["number"])
        spread = Interval(number - half, number + half)
        found.append(Figure(start, end, match["number"], number, None, "number", "", spread, half))
    if len(found) > 1 or any(len(figure.text) > 1 for figure in found):
        yield from ((figure, None) for figure in found)


def _figures_of(quantity: Quantity, text: str) -> list[tuple[Figure, str | None]]:
    """The figures of a quantity; the second of a range with the words between them."""
    start, end = _extent(quantity, text)
    if quantity.number is not None:
        written = text[quantity.number_start : quantity.number_end]
        return [(_figure(quantity, quantity.number, written, start, end, text), None)]
    low, high = quantity.low, quantity.high
    if low is None or high is None or quantity.kind == "score":
        return []
    parted = _RANGE_WORDS.search(text, quantity.number_start + 1, quantity.number_end)
    if parted is None:
        return []
    first, second = (high, low) if quantity.is_descending else (low, high)
    cut, resume = parted.span()
    before = text[start:cut]
    after = text[resume : max(end, resume)]
    return [
        (_with_own_bound(_figure(quantity, first, before, start, cut, text)), None),
        (_with_own_bound(_figure(quantity, second, after, resume, end, text)), text[cut:resume]),
    ]


def _with_own_bound(figure: Figure) -> Figure:
    """An end of a range with what its own words make of it: "from 6,000 to almost 20,000"."""
    if figure.text[:1].isdigit():
        return figure
    own = list(find_quantities(figure.text))
    if len(own) != 1 or own[0].comparator == "=":
        return figure
    return replace(figure, interval=_interval(figure.number, figure.half_step, own[0]))


def _extent(quantity: Quantity, text: str) -> tuple[int, int]:
    """The numeral with its sign and unit, without words that bound it and without a counted noun."""
    start = quantity.start
    words = _LETTERS_BEFORE.match(text, start, quantity.number_start)
    if words:
        start = words.end()
    end = quantity.end
    if quantity.kind in ("count", "number", "ordinal"):
        end = quantity.number_end
    elif quantity.of_start is not None and quantity.number_end <= quantity.of_start < end:
        end = quantity.of_start
    while end > quantity.number_end and text[end - 1].isspace():
        end -= 1
    return start, max(end, quantity.number_end)


def _figure(quantity: Quantity, number: Decimal, written: str, start: int, end: int, text: str) -> Figure:
    value = float(number)
    half_step = (
        FRACTION_POINTS
        if quantity.is_fraction and quantity.unit == "percent"
        else half_of_last_place(value, written)
    )
    return Figure(
        start,
        end,
        text[start:end],
        value,
        quantity.unit,
        quantity.kind,
        (quantity.of or "").lower(),
        _interval(value, half_step, quantity),
        half_step,
        _base_of(quantity),
    )


def _base_of(quantity: Quantity) -> tuple[str, float] | None:
    """What an amount measures and how many of its SI unit one is; None where a zero or an offset hides that."""
    if (
        quantity.kind != "measure"
        or not quantity.number
        or not quantity.si_value
        or quantity.si_unit == "kelvin"
    ):
        return None
    return str(quantity.si_unit), float(quantity.si_value / quantity.number)


def _interval(value: float, half_step: float, quantity: Quantity) -> Interval:
    if quantity.comparator in ("<", "<="):
        return Interval(0 if value > 0 else -float("inf"), value + half_step)
    if quantity.comparator in (">", ">=") or quantity.is_indefinite:
        return Interval(value - half_step, float("inf"))
    if quantity.comparator == "~":
        half_step = max(half_step, abs(value) * ABOUT_SHARE)
    return Interval(value - half_step, value + half_step)


def as_share(figure: Figure) -> Figure:
    """A fraction in words as a percentage: the half of "half goes to roads", the fifth of "cut by a fifth"."""
    if figure.unit is not None or not 0 < figure.number < 1:
        return figure
    return replace(
        figure,
        number=figure.number * HUNDRED,
        unit="percent",
        interval=figure.interval.scaled(HUNDRED),
        half_step=figure.half_step * HUNDRED,
    )


def with_unit_of(figure: Figure, other: Figure) -> Figure:
    """A bare number in the unit of another figure, which it leaves out: "41,000 ounces, 44,000 and 39,000"."""
    if figure.unit is not None or figure.kind != "number" or other.unit in (None, "percent"):
        return figure
    return replace(figure, unit=other.unit, kind=other.kind)


def in_unit_of(figure: Figure, other: Figure) -> Figure:
    """A measure in the unit of another of its sort: the 12 grams beside kilograms as 0.012; any other as it is."""
    if (
        figure.unit == other.unit
        or figure.base is None
        or other.base is None
        or figure.base[0] != other.base[0]
    ):
        return figure
    factor = figure.base[1] / other.base[1]
    return replace(
        figure,
        number=figure.number * factor,
        unit=other.unit,
        interval=figure.interval.scaled(factor),
        half_step=figure.half_step * factor,
        base=other.base,
    )


def are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures have one unit; a rate may leave out what it counts: "11.2 deaths per 1,000", "13.9 per 1,000"."""
    if one.dimension == other.dimension:
        return True
    heads, tails = zip(*(figure.dimension.rpartition("per_")[::2] for figure in (one, other)), strict=True)
    return tails[0] == tails[1] and "" in heads and all("per_" in f.dimension for f in (one, other))


_OF_EACH = WordPattern(
    r"\s*(?:(?:<checking/per>|<checking/of_each>)\b|[a-z]+ (?:<checking/per>) (?:<common/time_span>)\b)",
    re.IGNORECASE,
)


def is_of_each(sentence: FigureSentence, figure: Figure) -> bool:
    """Whether a figure is for one of many, or for one year."""
    return bool(_OF_EACH.match(sentence.text, figure.end)) or " a " in figure.text or " per " in figure.text


ROUNDED_FROM = 1000


def is_rounded(*figures: Figure) -> bool:
    """Whether one may be rounded; small whole numbers are counted exactly."""
    return any(f.number >= ROUNDED_FROM or f.number != int(f.number) or f.unit for f in figures)


def half_of_last_place(value: float, written: str) -> float:
    """Half of the last place that a numeral gives; zeros at the end of a long one count as rounding.

    >>> half_of_last_place(1.5e9, "1.5 billion")
    50000000.0
    >>> half_of_last_place(14000, "14,000")
    500.0
    >>> half_of_last_place(25, "twenty-five")
    0.5
    """
    digits = _DIGITS.search(written)
    if digits is None or not value:
        return 0.5 if value == int(value) else 0.05
    decimals = len(digits[1] or "")
    whole = digits[0].replace(",", "")
    scale = abs(value) / float(whole) if float(whole) else 1.0
    if decimals:
        return 0.5 * 10.0**-decimals * scale
    zeros = len(whole) - len(whole.rstrip("0"))
    free = max(0, min(zeros, len(whole) - 2))
    return 0.5 * 10.0**free * scale


def sum_of(figures: Sequence[Figure]) -> Interval:
    """What figures come to together."""
    total = ZERO
    for figure in figures:
        total = total + figure.interval
    return total


CORNERS = 1.25
"""That all figures were rounded as far as can be, and to one side, is hardly ever so: the error of a sum, or of a
quotient, is taken as the root of the sum of squares, and a quarter more."""


def may_make(parts: Sequence[Figure], total: Figure) -> bool:
    """Whether figures may come to their total, rounded as they are; bounds that are open count as they stand."""
    made = sum_of(parts)
    if not made.meets(total.interval):
        return False
    halves = [(f.interval.high - f.interval.low) / 2 for f in (*parts, total)]
    if not all(isfinite(half) for half in halves):
        return True
    gap = abs(sum(f.number for f in parts) - total.number)
    return bool(gap <= CORNERS * sum(half**2 for half in halves) ** 0.5 * (1 + 1e-9))


def shown_number(number: float) -> str:
    """A number for people, to a few digits.

    >>> shown_number(66.666666)
    '66.7'
    >>> shown_number(1500000000.0)
    '1,500,000,000'
    """
    if abs(number) >= 1000 or number == int(number):
        return f"{number:,.0f}"
    return f"{number:,.4g}" if abs(number) < 10 else f"{number:,.1f}".removesuffix(".0")


def shown_sum(numbers: Iterable[float]) -> str:
    """Numbers with a plus between them, as a sum is worked out for people."""
    return " + ".join(map(shown_number, numbers))
