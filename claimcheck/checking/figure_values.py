"""How two figures stand to each other, whether one bears out the other, and an index of them by value."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from claimcheck.checking.arithmetic import TEN, rounds_to
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.word_relations import base_forms, family, kinds_above, stand_ins
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.checking.figures import Figure


BOUND_FACTOR = Decimal("1.25")
""""Over 50" is said of 57 and not of 70."""

FRACTION_SLACK = Decimal(3)
""""Nearly a quarter" is said of what is so many percentage points off; "a quarter" alone of half as much."""

PRECISE_DIGITS = 3
"""A figure with fewer digits that mean something may stand in a text for several things."""

_PLURALS = ("tens of", "dozens", "scores of", "hundreds", "thousands", "millions", "billions")
_SCALE_ALONE = WordPattern(r"(?:(?:<quantities/several>) )?(?:hundred|thousand|million|billion) ")
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

_ANYTHING = WordSet("checking/anything")
"""What is counted where the text does not say of what, or says it elsewhere."""


# How two figures stand to each other


def same_unit(answer: Figure, source: Figure) -> bool:
    """Whether two figures can be of the same thing, going by their units; a bare number goes with any."""
    if answer.is_age != source.is_age and answer.kind == source.kind == "measure" and source.low < OLDEST:
        return answer.unit == source.unit and answer.comparator != "=" != source.comparator  # "the over-65s"
    if answer.unit == source.unit and answer.kind == source.kind:
        return True
    units = {answer.unit, source.unit}
    if units == POUNDS:
        return True
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
    if source.unit is not None and answer.unit == source.unit.partition("_per_")[0]:
        return True  # "0.9 metres a year in the first decade, 1.4 metres afterwards"
    if source.unit == "percentage_point" and answer.kind == "count" and answer.noun in ("points", "point"):
        return True  # "fell by 1.6 points"
    return answer.kind == source.kind and answer.si_unit is not None and answer.si_unit == source.si_unit


POUNDS = frozenset({"pound", "GBP"})
"""Pounds without a sign are of money or of weight, as the other text says."""
_DEGREES = frozenset({"degree", "degree_celsius", "degree_fahrenheit"})


Likeness = Literal["equal", "rounded", "converted", "bounded"]
"""How one value bears out another: 58 of 58, of 58.3, of another unit, or as "over 50" does 57."""


def same_value(answer: Figure, source: Figure) -> Likeness | None:
    """How the value of a source bears out that of an answer of the same unit; None if it does not."""
    if (
        answer.kind == source.kind
        and answer.unit != source.unit
        and answer.si_unit is not None
        and answer.si_unit == source.si_unit
    ):
        return "converted" if _converts(answer, source) else None
    if {answer.comparator[:1], source.comparator[:1]} == {"<", ">"} and answer.low == source.low:
        return None  # "fewer than 100" is not "over 100"
    if answer.low == source.low and answer.high == source.high:
        return "equal"
    if answer.low < 0 < source.low and answer.unit == "percent":  # "-4.6%" for what fell by so much
        return "equal" if answer.low == -source.low else None
    if answer.is_range or source.is_range:
        return None
    if answer.is_fraction and _is_near_fraction(answer, source.low):
        return "rounded"
    if _is_rounded(answer, source) or _is_nearly(answer, source):
        return "rounded"
    if answer.kind in ("count", "number") and _is_vague(answer):  # "hundreds of suits" for 310
        return "bounded" if answer.low <= source.low < 10 * answer.low else None
    if source.comparator[:1] == answer.comparator[:1]:  # two bounds are the same or they are not
        return None
    if answer.comparator in (">", ">=") and answer.low <= source.low <= answer.low * BOUND_FACTOR:
        return "bounded"
    if answer.comparator in ("<", "<=") and source.high <= answer.low <= source.high * BOUND_FACTOR:
        return "bounded"
    return None


def is_only_bounded(answer: Figure, source: Figure) -> bool:
    """Whether an answer leaves out the very value that a source gives: "more than 90" of 90."""
    is_strict = answer.comparator in ("<", ">") and source.comparator == "="
    is_plain = not (answer.is_range or source.is_range or answer.is_fraction or source.is_fraction)
    return is_strict and is_plain and answer.low == source.low


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
    return text.startswith(_PLURALS) or (figure.comparator == ">" and _SCALE_ALONE.match(text) is not None)


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
