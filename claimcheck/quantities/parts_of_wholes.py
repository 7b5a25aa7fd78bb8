"""Parts of wholes in two numbers: "one in five", "9 out of 10", "one pupil in eight", "2000 over 3"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import (
    NounPhrase,
    find_counted_noun,
    has_plural_noun,
)
from claimcheck.quantities.numerals import divide

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount

_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_PARTS = 10
"""So many parts a whole is divided into in speech: "9 out of 10 doctors"."""
_SHARE_AFTER = WordPattern(
    r"(?:[ \u00a0]+[^\W\d_][\w-]*){0,3}[ \u00a0]*[(\[][<~≈]?\d{1,3}(?:[.,]\d+)?[ \u00a0]?"
    r"(?:<common/percent>)"
)
_PART_OF_NOUN = re.compile(r" (?P<noun>[a-z]+(?: [a-z]+)?) (?P<joint>in|out of)(?: every)? ")
_MARKS_OF_A_RATING = WordSet("quantities/mark_of_a_rating")
_HUNDRED = 100
_TENS = frozenset({10, 100, 1000, 10_000, 100_000})
_GAMES_AFTER = WordPattern(r"[ ](?:[a-z-]+[ ]){0,2}(?:<quantities/game>)(?![^\W_])|[.,;]")
_GAINED_BEFORE = WordPattern(r"(?<![^\W_])(?:<quantities/gained_in_games>)[ ]\Z")
_OPENS_SHARE = WordPattern(r"(?<![^\W_])(?:<quantities/before_share>)[ ]\Z")
_OPENS_SENTENCE = re.compile(r"(?:\A|[.!?:;—][\"”’]?\s|\n)[\"“‘]?\Z")
_ROUND_WHOLES = frozenset({4, 5, 10, 20, 100, 1000})
_MANY_DO = WordPattern(r" (?:<quantities/many_do>)(?![^\W_])")
_DOES_SOMETHING = WordPattern(
    r" (?:<quantities/one_does>)(?![^\W_])|(?: [a-z]+ly)? [a-z]+s (?:<common/article_or_possessor>)(?![^\W_])"
)
_PARTS = WordSet("quantities/part_joint")


def merge_fraction(text: str, low: str, first: Amount, second: Amount, between: str) -> bool:
    """Such as "one in five", "9 out of 10", "2000 over 3"."""
    joint = between.strip()
    if second.kind not in ("", "ordinal") or first.form == "fraction" or second.form == "fraction":
        return False
    if joint in _PARTS:
        if first.value < 0 or second.value <= first.value or second.value > 10**7:
            return False
        if joint == "out of" and not _is_proportion(text, low, second):
            return False
        if joint == "out of" and first.value != first.value.to_integral_value():
            return False  # "21.3 out of 25": a score
        is_of_a_hundred = first.value <= second.value == _HUNDRED and has_plural_noun(
            text, low, second.end
        )  # "78 in 100 households"
        if joint in ("in", "in a", "-in-") and not (
            (first.value <= 20 or is_of_a_hundred)
            and (
                second.value <= 1000
                or second.value in _TENS
                or (first.value == 1 and low[second.start : second.end].count(",") == 1)
            )
            and _can_be_one_in(text, low, first, second)
        ):
            return False
        value = divide(first.value, second.value)
        found_by = "number-out-of-number"
    elif joint == "over":
        if has_plural_noun(text, low, second.end) or first.has_scale:
            return False
        following = _LETTERS.match(low, second.end + 1)
        if following is not None:
            return False
        value = divide(first.value, second.value)
        found_by = "number-over-number"
    else:
        return False
    if value is None:
        return False
    first.value = first.mantissa = value
    first.fraction = True
    first.is_proportion = joint in _PARTS
    first.form = "fraction"
    first.number_end, first.end = second.number_end, second.end
    first.found_by = found_by
    return True


def merge_part_of_noun(text: str, low: str, first: Amount, second: Amount, between: str) -> bool:
    """Such as "one pupil in eight", "nine lessons out of ten", whose noun stands in between."""
    joint = _PART_OF_NOUN.fullmatch(between)
    if joint is None or first.form != "words" or first.fraction or second.kind:
        return False
    is_small = second.form == "digits" and second.value < _HUNDRED and first.value == 1
    if second.form != "words" and not (is_small and joint["joint"] == "in"):
        return False  # "one house in 1900"
    if not first.value < second.value or joint["noun"].split(" ")[-1] in _MARKS_OF_A_RATING:
        return False  # "two stars out of four" is a mark and no share
    is_one = first.value == 1 and joint["joint"] == "in"
    is_told = is_one and _DOES_SOMETHING.match(low, second.end) is not None
    if not is_told and find_counted_noun(text, low, second.end) is not None:
        return False
    wholes = _ROUND_WHOLES if joint["joint"] == "out of" else _TENS
    is_ratio = joint["joint"] == "in" and _MANY_DO.match(low, second.end) is not None
    if not (is_one or is_ratio) and second.value not in wholes:
        return False
    value = divide(first.value, second.value)
    if value is None:
        return False
    first.noun = NounPhrase(first.end + 1, first.end + joint.end("noun"), is_plural=not is_one)
    first.value = first.mantissa = value
    first.fraction, first.form, first.found_by = True, "fraction", "number-out-of-number"
    first.is_proportion = True
    first.number_end, first.end = second.number_end, second.end
    return True


def merge_part_of_unit(text: str, low: str, first: Amount, second: Amount, between: str) -> bool:
    """Such as "one acre in five", "one dollar in ten"; not "one inch in four hours"."""
    is_one = first.value == 1 and first.form == "words" and first.per is None
    if not is_one or between.strip() != "in" or second.form != "words" or second.kind or second.value < 2:
        return False
    if find_counted_noun(text, low, second.end) is not None:
        return False
    value = divide(first.value, second.value)
    if value is None:
        return False
    first.noun = NounPhrase(first.numeral.end + 1, first.end, is_plural=False)
    first.kind, first.unit, first.unit_reading, first.currency = "", None, None, None
    first.unit_start = first.unit_end = -1
    first.value = first.mantissa = value
    first.fraction, first.form, first.found_by = True, "fraction", "number-out-of-number"
    first.is_proportion = True
    first.number_end, first.end = second.number_end, second.end
    return True


def _is_proportion(text: str, low: str, whole: Amount) -> bool:
    """Whether "9 out of 10" is a way to say a share; "10 out of 15 patients (67 %)" counts two groups."""
    if _SHARE_AFTER.match(low, whole.end):
        return False
    value = whole.value
    if value <= _MOST_PARTS or value % 100 == 0:
        return True
    return value % 5 == 0 and not has_plural_noun(text, low, whole.end)


def _can_be_one_in(text: str, low: str, first: Amount, second: Amount) -> bool:
    """Whether "in" stands between a part and its whole: "one in 40", "four in ten", "3 in 10 adults"."""
    if first.value == 1:
        return True
    if _GAMES_AFTER.match(low, second.end) and _GAINED_BEFORE.search(
        low, max(0, first.start - 12), first.start
    ):
        return False  # "scored four in ten games"
    if first.form == second.form == "words":
        return True
    if second.value not in _TENS or first.has_scale or second.has_scale:
        return False
    opens = _OPENS_SHARE.search(low, max(0, first.start - 24), first.start) is not None
    return opens or _OPENS_SENTENCE.search(text, max(0, first.start - 3), first.start) is not None
