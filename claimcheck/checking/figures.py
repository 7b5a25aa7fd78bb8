"""The figures of texts, and whether those of a source bear out one of an answer."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import TEN, last_place, rounds_to
from claimcheck.checking.texts import words_of
from claimcheck.claims.base import human_number, human_unit
from claimcheck.lexicons.quantities import load_number_words, load_units
from claimcheck.lexicons.word_relations import base_forms, family, kinds_above, stand_ins
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.finding import explain_numerals, find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Place
    from claimcheck.checking.texts import Piece
    from claimcheck.quantities.finding import Quantity

SMALL = 20
"""Up to here a number says little by itself: it stands in every text, for something."""

FEW_SENTENCES = 200
"""In sources of no more, a telling number may stand anywhere; in more, other words must be the same too."""

BOUND_FACTOR = Decimal("1.25")
""""Over 50" is said of 57 and not of 70."""

_STANDING_FOR = WordSet("grammar/pointing")

_OF_POINTS = {"percentage_point": Decimal(1), "basis_point": Decimal("0.01")}

FRACTION_SLACK = Decimal(3)
""""Nearly a quarter" is said of what is so many percentage points off; "a quarter" alone of half as much."""

PRECISE_DIGITS = 3
"""A figure with fewer digits that mean something may stand in a text for several things."""

_PLURALS = ("tens of", "dozens", "scores of", "hundreds", "thousands", "millions", "billions")
_SCALES = ("hundred ", "thousand ", "million ", "billion ")
""""Several hundred people": a scale without a number."""

PERCENT_BOUND = Decimal(5)
""""Over 60 %" is said of 62 % and not of 70 %."""

MULTIPLE_PART = 8
""""Twice" is said of what is an eighth off, and not of one and a half times."""

MOST_ROUNDED = Decimal("0.34")
"""The share of a value that rounding changes at most: 1.5 is written 2, and 0.6 is not written 1."""

WORDED_SHARE = Decimal("0.15")
""""Half an hour" is said of 34 minutes."""

OLDEST = 110
"""Nobody is older; a longer span is of a tree or a clam, and it lived so long."""

NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
"""A number as it is written, whatever it means."""

_ANYTHING = WordSet("checking/anything")
"""What is counted where the text does not say of what, or says it elsewhere."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a text with all that it is compared by.

    Attributes:
        start, end, text: the words in the document.
        kind: as `Quantity.kind`.
        low, high: its value; equal unless it is a range.
        place: the value of the last place that is given.
        unit: as `Quantity.unit`.
        si_unit, si_factor: its SI unit, and what a value of it is multiplied by.
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
        if self.kind != "measure" or unit is None or unit.si_factor is None:
            return replace(self, low=value, high=value)
        si_low = value * unit.si_factor + unit.si_offset
        return replace(self, low=value, high=value, si_unit=unit.si_unit, si_low=si_low)

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


_SPAN_IN_A_WORD = WordPattern(
    r"\b(?:<checking/one_or_this>) (?P<word><checking/span>)\b"
    r"|\b(?:<checking/per>) (?P<short><checking/numbered_span>)\b(?= (?:<checking/apart>)\b)"
    r"|\bwithin (?:an?|one) (?P<within><checking/numbered_span>)\b"
    r"|\bhalf[ -](?P<halved>hour)s?\b",
    re.IGNORECASE,
)


def spans_in_words(piece: Piece) -> Iterator[Figure]:
    """Spans of time that a source gives in a word, as one of their unit: "a decade", "half an hour"."""
    for match in _SPAN_IN_A_WORD.finditer(piece.text):
        unit = load_units()[(match["word"] or match["short"] or match["within"] or match["halved"]).lower()]
        number = Decimal("0.5") if match["halved"] else Decimal(1)
        yield Figure(
            start=piece.start + match.start(),
            end=piece.start + match.end(),
            text=match[0],
            kind="measure",
            low=number,
            high=number,
            place=number,
            unit=unit.name,
            si_unit=unit.si_unit,
            si_low=number * unit.si_factor if unit.si_factor is not None else None,
            noun=None,
            comparator="=",
        )


_PART_OF_YEAR = WordPattern(
    r"\b(?:<checking/which_part>)[ -]"
    r"(?:(?P<half><checking/half_year>)|(?P<quarter><checking/quarter_year>))s?\b"
    r"(?:(?=[ ](?:<checking/of_year>)\b)|(?=[ ](?:19|20)\d\d)|(?<=quarter))",
    re.IGNORECASE,
)


def parts_of_year(piece: Piece) -> Iterator[Figure]:
    """Halves and quarters of a year as so many months: what was due in the first half, within six months."""
    month = load_units()["month"]
    for match in _PART_OF_YEAR.finditer(piece.text):
        number = Decimal(6 if match["half"] else 3)
        yield Figure(
            start=piece.start + match.start(),
            end=piece.start + match.end(),
            text=match[0],
            kind="measure",
            low=number,
            high=number,
            place=Decimal(1),
            unit=month.name,
            si_unit=month.si_unit,
            si_low=number * month.si_factor if month.si_factor is not None else None,
            noun=None,
            comparator="=",
        )


_NUMBERED = WordPattern(
    r"\b(?P<unit><checking/numbered_span>)s? (?P<number>\d{1,3})"
    r"(?![\d.,]*\d|[ -]?(?:%|<checking/numbered_span>))\b",
    re.IGNORECASE,
)


def numbered_spans(piece: Piece) -> Iterator[Figure]:
    """Spans of time that a source numbers, as so long from the start: "at day 28" is after 28 days."""
    for match in _NUMBERED.finditer(piece.text):
        unit, number = load_units()[match["unit"].lower()], Decimal(match["number"])
        yield Figure(
            start=piece.start + match.start(),
            end=piece.start + match.end(),
            text=match[0],
            kind="measure",
            low=number,
            high=number,
            place=Decimal(1),
            unit=unit.name,
            si_unit=unit.si_unit,
            si_low=number * unit.si_factor if unit.si_factor is not None else None,
            noun=None,
            comparator="=",
        )


def figures_in_words(piece: Piece) -> Iterator[Figure]:
    """What a source gives without a number of its own, which an answer may give as one."""
    yield from spans_in_words(piece)
    yield from shares_in_words(piece)
    yield from numbered_spans(piece)
    yield from parts_of_year(piece)
    yield from times_in_words(piece)
    yield from single_parts(piece)


_EVERY_NTH = WordPattern(r"\bevery (?P<nth><checking/every_nth>) (?=[a-z\d])", re.IGNORECASE)


def shares_in_words(piece: Piece) -> Iterator[Figure]:
    """Shares that a source gives by counting off: "every second pupil" is half of them."""
    for match in _EVERY_NTH.finditer(piece.text):
        share = 100 / load_number_words()[match["nth"].lower()].value
        yield Figure(
            start=piece.start + match.start(),
            end=piece.start + match.end("nth"),
            text=match[0].strip(),
            kind="percent",
            low=share,
            high=share,
            place=Decimal(1),
            unit="percent",
            si_unit=None,
            si_low=None,
            noun=None,
            comparator="=",
            is_fraction=True,
        )


_TIMES = WordPattern(
    r"\b(?:(?P<two><checking/two_times>)|<checking/three_times>)\b(?!\s+(?:<checking/after_factor>)\b)",
    re.IGNORECASE,
)


def times_in_words(piece: Piece) -> Iterator[Figure]:
    """How often something happened, in an adverb: who "scored twice" has scored two goals."""
    for match in _TIMES.finditer(piece.text):
        number = Decimal(2 if match["two"] else 3)
        yield Figure(
            start=piece.start + match.start(),
            end=piece.start + match.end(),
            text=match[0],
            kind="count",
            low=number,
            high=number,
            place=Decimal(1),
            unit=None,
            si_unit=None,
            si_low=None,
            noun="times",
            comparator="=",
        )


_ONE_OF_THEM = WordPattern(r"\bone (?:<checking/of_them>)\b", re.IGNORECASE)


def single_parts(piece: Piece) -> Iterator[Figure]:
    """A single one of several: "four holes, one of them critical"."""
    for match in _ONE_OF_THEM.finditer(piece.text):
        yield Figure(
            start=piece.start + match.start(),
            end=piece.start + match.end(),
            text=match[0],
            kind="number",
            low=Decimal(1),
            high=Decimal(1),
            place=Decimal(1),
            unit=None,
            si_unit=None,
            si_low=None,
            noun=None,
            comparator="=",
        )


def _tells_age(text: str, quantity: Quantity) -> bool:
    if quantity.text.isdigit() and quantity.unit == "year":  # "Ann Ray, 22, won": no unit is written
        return True
    if _AGE_BEFORE.search(text, max(0, quantity.start - 24), quantity.number_start):
        return True
    return _AGE_AFTER.match(text, quantity.number_end) is not None or quantity.text.lower().startswith(
        ("age", "at the age")
    )


def loose_numerals(piece: Piece) -> Iterator[tuple[int, int, str, str]]:
    """Numerals that are no quantity: start and end in the document, the digits, and the rule that said so."""
    for account in explain_numerals(piece.text):
        if account.quantity is None and account.set_aside_by is not None:
            yield (
                piece.start + account.start,
                piece.start + account.end,
                account.text,
                account.set_aside_by,
            )


def digits_of(text: str) -> Iterator[str]:
    """Every numeral of a text in digits, without the commas."""
    for match in NUMERAL.finditer(text):
        yield match.group().replace(",", "").rstrip(".")


# How two figures stand to each other


def same_unit(answer: Figure, source: Figure) -> bool:
    """Whether two figures can be of the same thing, going by their units; a bare number goes with any."""
    if answer.is_age != source.is_age and answer.kind == source.kind == "measure" and source.low < OLDEST:
        return answer.unit == source.unit and answer.comparator != "=" != source.comparator  # "the over-65s"
    if answer.unit == source.unit and answer.kind == source.kind:
        return True
    units = {answer.unit, source.unit}
    if "degree" in units and units <= _DEGREES:  # whose, the other text says
        return True
    loose = {"number", "count"}
    if answer.kind in loose and source.kind in loose:
        return True
    if "ordinal" in (answer.kind, source.kind) or "multiple" in (answer.kind, source.kind):
        return answer.kind == source.kind
    if "number" in (answer.kind, source.kind):  # a unit that one of the two leaves out
        return not {answer.unit, source.unit} & {"percentage_point", "basis_point"}
    if answer.unit == source.unit and answer.unit is not None:
        return True
    if source.unit == "percentage_point" and answer.kind == "count" and answer.noun in ("points", "point"):
        return True  # "fell by 1.6 points"
    return answer.kind == source.kind and answer.si_unit is not None and answer.si_unit == source.si_unit


_DEGREES = frozenset({"degree", "degree_celsius", "degree_fahrenheit"})


def same_value(answer: Figure, source: Figure) -> str | None:
    """The rule by which the value of a source bears out that of an answer, their units being the same.

    Returns:
        `figure` (equal), `rounding`, `unit-conversion`, `bound` ("over 50" for 57), or None.
    """
    if (
        answer.kind == source.kind
        and answer.unit != source.unit
        and answer.si_unit is not None
        and answer.si_unit == source.si_unit
    ):
        return "unit-conversion" if _converts(answer, source) else None
    if {answer.comparator[:1], source.comparator[:1]} == {"<", ">"} and answer.low == source.low:
        return None  # "fewer than 100" is not "over 100"
    if answer.low == source.low and answer.high == source.high:
        return "figure"
    if answer.low < 0 < source.low and answer.unit == "percent":  # "-4.6%" for what fell by so much
        return "figure" if answer.low == -source.low else None
    if answer.is_range or source.is_range:
        return None
    if answer.is_fraction and _is_near_fraction(answer, source.low):
        return "rounding"
    if _is_rounded(answer, source) or _is_nearly(answer, source):
        return "rounding"
    if answer.kind in ("count", "number") and _is_vague(answer):
        return "bound" if answer.low <= source.low < 10 * answer.low else None  # "hundreds of suits" for 310
    if source.comparator[:1] == answer.comparator[:1]:  # two bounds are the same or they are not
        return None
    if answer.comparator in (">", ">=") and answer.low <= source.low <= answer.low * BOUND_FACTOR:
        return "bound"
    if answer.comparator in ("<", "<=") and source.high <= answer.low <= source.high * BOUND_FACTOR:
        return "bound"
    return None


def _is_rounded(answer: Figure, source: Figure) -> bool:
    """Whether somebody who rounds the value of a source writes that of an answer.

    Half a place is rounded up, and nothing to what is as much again: 1.5 is not written 1, nor 0.5.
    """
    about = answer.comparator == "~"
    off = source.low - answer.low
    if (answer.comparator in (">", ">=") and off < 0) or (answer.comparator in ("<", "<=") and off > 0):
        return False  # 7.5 is not "at least 8"
    if not about and off and _is_short(source) and answer.place > 1:
        return False
    if not about and (abs(off) > abs(source.low) * MOST_ROUNDED or off == answer.place / 2):
        return False
    return rounds_to(source.low, answer.low, answer.place, about=about)


def _is_nearly(answer: Figure, source: Figure) -> bool:
    """Whether a figure of one digit is not quite reached: "nearly two trillion" of 1.8 trillion."""
    if len(answer.low.normalize().as_tuple().digits) != 1 or answer.low < TEN or answer.comparator != "~":
        return False
    is_short_of = answer.low * NEARLY_SHARE <= source.low < answer.low
    return is_short_of and _NEARLY.match(answer.text) is not None


_NEARLY = WordPattern(r"(?:<checking/nearly>)\b", re.IGNORECASE)

NEARLY_SHARE = Decimal("0.9")
"""What is less of a number than this is not nearly it."""


def _is_short(figure: Figure) -> bool:
    """Whether a whole number has so few digits that it is not rounded without a word that says so: 999."""
    return figure.place == 1 and 0 < figure.low < SHORT and figure.comparator == "="


SHORT = 1000


def _is_vague(figure: Figure) -> bool:
    """Whether it only says of which size a number is: "hundreds of suits", "several hundred people"."""
    text = figure.text.lower()
    return text.startswith(_PLURALS) or (figure.comparator == ">" and text.startswith(_SCALES))


def is_given_as(figure: Figure, value: Decimal) -> bool:
    """Whether an exact value may be written as this figure: rounded, as a bound, or as a fraction near it."""
    if figure.is_fraction:
        return _is_near_fraction(figure, value)
    if figure.unit == "percent" and figure.comparator in (">", ">="):
        return figure.low <= value <= figure.low + PERCENT_BOUND
    if figure.unit == "percent" and figure.comparator in ("<", "<="):
        return figure.low - PERCENT_BOUND <= value <= figure.low
    if figure.kind == "multiple" and figure.comparator in (">", ">="):
        return figure.low <= value <= figure.low + figure.place
    if figure.kind == "multiple" and figure.comparator in ("<", "<="):
        return figure.low - figure.place <= value <= figure.low
    if figure.kind == "multiple" and figure.comparator == "=" and figure.place == 1:
        return abs(value - figure.low) <= min(figure.low / MULTIPLE_PART, Decimal("0.5"))
    if figure.comparator in (">", ">=") and figure.low <= value <= figure.low * BOUND_FACTOR:
        return True
    if figure.comparator in ("<", "<=") and value <= figure.low <= value * BOUND_FACTOR:
        return True
    return rounds_to(value, figure.low, figure.place, about=figure.comparator == "~")


def is_precise(figure: Figure) -> bool:
    """Whether no other figure has this value by chance: it has three digits, decimals, or two ends."""
    if figure.is_range:
        return True
    digits = f"{abs(figure.low).normalize():f}".replace(".", "").strip("0")
    return len(digits) >= PRECISE_DIGITS or (len(digits) > 1 and figure.place < 1)


def _is_near_fraction(answer: Figure, share: Decimal) -> bool:
    """Whether people write a fraction for a share: "nearly a quarter" for 22.5 %, on that side of it."""
    off = share - answer.low
    if answer.comparator in (">", ">="):
        return 0 <= off <= FRACTION_SLACK * 2
    if answer.comparator in ("<", "<="):
        return -max(FRACTION_SLACK, answer.low / 10) <= off <= 0
    slack = FRACTION_SLACK if answer.comparator == "~" else FRACTION_SLACK / 2
    return abs(off) <= slack


def _converts(answer: Figure, source: Figure) -> bool:
    if answer.si_low is None or source.si_low is None or not answer.low or not answer.si_low:
        return False
    factor = answer.si_low / answer.low
    exact = source.si_low / factor
    # what was converted was itself rounded: three digits survive
    slack = max(answer.place / 2, abs(exact) * Decimal("0.005"))
    if answer.comparator == "~" or source.comparator == "~":
        slack = max(slack, abs(answer.low) * Decimal("0.05"))
    if not any(character.isdigit() for character in answer.text):  # "half an hour" for 34 minutes
        slack = max(slack, abs(answer.low) * WORDED_SHARE)
    if answer.comparator in (">", ">="):
        return -slack <= exact - answer.low <= max(slack, answer.low * (BOUND_FACTOR - 1))
    if answer.comparator in ("<", "<="):
        return -max(slack, answer.low * (BOUND_FACTOR - 1)) <= exact - answer.low <= slack
    return abs(exact - answer.low) <= slack


def same_noun(answer: Figure, source: Figure) -> bool | None:
    """Whether what is counted is the same; None where one of the two does not say."""
    if not answer.noun or not source.noun:
        return None
    heads = [_head(answer.noun), _head(source.noun)]
    if None in heads:
        return None
    one, other = heads
    assert one is not None
    assert other is not None
    if one in _ANYTHING or other in _ANYTHING:
        return None
    if base_forms(one) & base_forms(other) or family(one) & base_forms(other):
        return True
    return bool(stand_ins(one) & base_forms(other) or stand_ins(other) & base_forms(one))


def counts_people(figure: Figure) -> bool:
    """Whether a number counts people, or does not say what it counts."""
    head = _head(figure.noun) if figure.noun else None
    return head is None or head in _ANYTHING or "person" in kinds_above(head)


def has_same_head(answer: Figure, source: Figure) -> bool:
    """Whether both count what one noun names, be it as general as "people"."""
    if not answer.noun or not source.noun:
        return False
    one, other = _head(answer.noun), _head(source.noun)
    return one is not None and other is not None and not base_forms(one).isdisjoint(base_forms(other))


def is_comparable(figure: Figure, other: Figure) -> bool:
    """Whether two figures can be values of one thing: the same unit, or the same noun."""
    if other.kind == "ordinal" or not same_unit(figure, other):
        return False
    noun = same_noun(figure, other)
    if noun is False:
        return False
    is_told = figure.kind == "multiple" or figure.unit is not None
    return bool(noun) or (is_told and figure.unit == other.unit)


def _head(noun: str) -> str | None:
    """The noun of a noun phrase: the last word before a preposition."""
    words = words_of(re.split(r"\b(?:of|in|for|from|with|who|that|which|to)\b", noun)[0])
    return words[-1] if words else None


class FigureIndex:
    """The figures of the sources by their values."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.sentence: list[int] = []
        """The sentence that each one stands in."""
        self._sorted: list[tuple[Decimal, int]] | None = None
        self.of_sentence: dict[int, list[int]] = {}
        self.numerals: set[str] = set()

    def add(self, figure: Figure, sentence: int) -> None:
        """Take a figure that stands in a sentence."""
        self.of_sentence.setdefault(sentence, []).append(len(self.figures))
        self.figures.append(figure)
        self.sentence.append(sentence)
        self._sorted = None

    def like(self, figure: Figure) -> list[int]:
        """The figures whose value, in the same unit or converted, is that of this one or rounds to it."""
        if self._sorted is None:
            self._sorted = sorted(
                [(value, i) for i, f in enumerate(self.figures) for value in {f.low, f.high}]
                + [
                    (f.si_low, i)
                    for i, f in enumerate(self.figures)
                    if f.si_low is not None and f.si_low != f.low
                ]
            )
        found: dict[int, None] = {}
        values = (figure.low, figure.si_low if figure.si_low is not None else figure.low, abs(figure.low))
        for value in dict.fromkeys(values):
            share = WORDED_SHARE if not any(c.isdigit() for c in figure.text) else Decimal("0.06")
            if _NEARLY.match(figure.text):
                share = max(share, 1 - NEARLY_SHARE)
            slack = max(abs(value) * share, figure.place)
            low, high = value - slack, value + slack
            if figure.comparator in (">", ">="):
                high = value * (10 if _is_vague(figure) else BOUND_FACTOR)
            elif figure.comparator in ("<", "<="):
                low = value / BOUND_FACTOR
            first = bisect_left(self._sorted, (low, -1))
            last = bisect_right(self._sorted, (high, len(self.figures)))
            for _, index in self._sorted[first:last]:
                other = self.figures[index]
                if same_unit(figure, other) and same_value(figure, other) is not None:
                    found[index] = None
        return list(found)


def place_in(figure: Figure, source: str) -> Place:
    """A figure as a place of its document."""
    from claimcheck.checking.findings import Place  # noqa: PLC0415 - pydantic models load on first use

    return Place(source=source, start=figure.start, end=figure.end, text=figure.text)
