"""Four-digit years, and what makes such a number a count instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.quantities import load_number_cues
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.notation.falls import find_fall
from claimcheck.quantities.counted_nouns import find_counted_noun, has_plural_noun, is_plural_noun

if TYPE_CHECKING:
    from claimcheck.quantities.amount import Amount
    from claimcheck.quantities.set_aside.names import SetAsideRule

_YEAR_SPAN_AFTER = re.compile(
    r" (?:and|to|until|through) (?:1\d|20)\d\d(?![\d%.,]\d|\d|[ ](?:people|[a-z]*s(?![a-z])(?<!was)(?<!is)))"
)
_TO_NO_YEAR = re.compile(r" to (?:210[1-9]|21[1-9]\d|2[2-9]\d\d|[3-9]\d{3}|\d{5,6})(?![\d%]|[.,]\d)")
"""Behind the lower end of a range in bare digits, whose other end is too late for a year."""
_BY = re.compile(r"[ ]?[x×][ ]?\d")
_BY_BEFORE = re.compile(r"\d[ ]?[x×][ ]?$")
_FROM_FOUR = re.compile(r"from \d{4} to ")
_YEAR_SPAN_BEFORE = re.compile(r"between (?:1\d|20)\d\d and $")
_IN_MONEY_OF = WordPattern(
    r"(?:(?:\d(?:[a-z]{1,2}| [a-z]+illion)?|[.,;:!?]) |\(|^)in $|(?<![^\W_])(?:<quantities/steady_money>) $"
)
"""Not "brought in 2000 dollars"."""
_MONEY_OF = WordPattern(r" (?:u\.?s\.? )?(?:<quantities/money_of_a_year>)(?![^\W_])")
_TIME_OF = WordPattern(r"(?:<quantities/time_of>) of $")
_MONTH_NEAR = WordPattern(
    r"\b(?:<common/month>|<common/month_short>)\.?,?[ ](?:\d{1,2}(?:st|nd|rd|th)?,?[ ])?(?:of[ ])?$"
)


@per_lexicon
def _year_cues() -> frozenset[str]:
    """Words before a four-digit number that make it a year rather than a count."""
    return load_number_cues("year_preposition") | load_number_cues("year_cue")


_LINKS = WordSet("quantities/before_year")
_NAMING_YEARS = WordSet("quantities/before_year_name")
_TIMES = WordSet("quantities/before_late_year")
_BOUNDS = frozenset({"above", "at", "below", "in", "over", "under"})
_LEVEL_OF_YEAR = WordPattern(r"(?:[a-z]+ )?(?:<quantities/level_of_year>)(?![^\W_])")


def find_year_rule(text: str, low: str, amount: Amount, word: str, adjacent: bool) -> SetAsideRule | None:
    """`year` if four bare digits are one; `word` stands before them, `adjacent` without a mark between."""
    numeral = amount.numeral
    value, end = int(numeral.value), numeral.end
    if text[numeral.start] == "0" and value < 1000:
        return None
    if not 1000 <= value <= (2199 if word in _TIMES else 2100) or amount.has_scale:
        return None
    following = low[end : end + 1]
    is_product = _BY.match(low, end) or _BY_BEFORE.search(low[max(0, numeral.start - 5) : numeral.start])
    if following in ("+", "x", "%") or is_product:
        return None
    if _MONTH_NEAR.search(low[max(0, numeral.start - 16) : numeral.start]):
        return "year"
    if low.startswith(" over ", end) and low[end + 6 : end + 7].isdigit():
        return None
    if word == "from" and _TO_NO_YEAR.match(low, end):
        return None  # "grew from 2048 to 8192 tokens"
    if word in ("between", "from") and _YEAR_SPAN_AFTER.match(low, end):
        is_fall = word == "from" and find_fall(low, numeral.start - len("from ")) is not None
        return None if is_fall else "year"  # "a rating cut from 1400 to 1200"
    if word == "to" and _FROM_FOUR.match(low, begin := numeral.start - len("from 1400 to ")):
        return "year" if find_fall(low, begin) is None else None
    if word == "and" and _YEAR_SPAN_BEFORE.search(low[max(0, numeral.start - 20) : numeral.start]):
        return "year"
    if adjacent and _leads_to_a_year(text, low, word, numeral.start, end, value):
        return "year"
    if value < _MODERN:
        is_named = adjacent and word in _NAMING_YEARS and not has_plural_noun(text, low, end)
        return "year" if is_named and following == " " else None
    return "year" if _is_modern_year(text, low, word, end, value) else None


def is_year_of_money(low: str, amount: Amount) -> bool:
    """Whether a number before a currency is the year of its worth: "in inflation-adjusted 2008 dollars"."""
    numeral = amount.numeral
    if (
        amount.kind != "money"
        or numeral.end - numeral.start != _YEAR_DIGITS
        or not _RECENT <= numeral.value <= _LATEST
    ):
        return False
    is_told = _IN_MONEY_OF.search(low, max(0, numeral.start - _LONGEST_WORTH), numeral.start) is not None
    return is_told and _MONEY_OF.match(low, numeral.end) is not None


_YEAR_DIGITS = 4
_LATEST = 2100
_LONGEST_WORTH = 24
_MODERN = 1700
"""From here on a number is a year unless it counts something; an older one needs its word before it."""
_RECENT = 1900


def _leads_to_a_year(text: str, low: str, word: str, start: int, end: int, value: int) -> bool:
    """Whether the word before the digits leads to a year: "in 1066", "the summer of 1643"."""
    if word == "of" and _TIME_OF.search(low, max(0, start - 16), start):
        return True
    if word not in load_number_cues("year_preposition"):
        return False
    return value >= 1500 or (word in ("in", "since") and not has_plural_noun(text, low, end))


def _is_modern_year(text: str, low: str, word: str, end: int, value: int) -> bool:
    """Whether a number that may be a year counts nothing."""
    noun = find_counted_noun(text, low, end)
    if noun is not None and word in _BOUNDS and value >= _RECENT and _LEVEL_OF_YEAR.match(low, noun.start):
        return True  # "below 1990 levels"
    is_counting = word in load_number_cues("count_cue")
    if noun is None or not noun.is_plural or noun.start - end > 2:
        return not is_counting or word in _year_cues()
    head = low[noun.start : noun.end].split(" ", maxsplit=1)[0]
    if word in _year_cues() or (is_plural_noun(head) is False and word in _LINKS):
        return True
    if is_counting or head in load_number_cues("counted_after_year"):
        return False
    return bool(value % 100 and value >= _RECENT) or not is_plural_noun(head)
