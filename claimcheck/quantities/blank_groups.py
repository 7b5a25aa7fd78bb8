"""Thousands grouped by one plain blank: "1 250 employees", "48 310 mln EUR", "€1 250".

A plain blank may as well part two numbers ("2 400 g tins"). The digits are one number only where something on
either side says so: a currency, or a scale, a percent sign or a plural noun behind, and no name before.
"""

from __future__ import annotations

import re

from claimcheck.lexicons.quantities import load_month_names, load_numbered_names, load_scales
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.counted_nouns import find_counted_noun, word_before
from claimcheck.quantities.money import read_currency_after, read_currency_before
from claimcheck.quantities.numbers import parse_decimal
from claimcheck.quantities.numerals import Numeral
from claimcheck.quantities.units import read_unit

_GROUP = re.compile(
    r"(?: \d{3})(?: \d{3}(?=(?: \d{3})?\.\d\d(?!\d)))*(?: \d{3}(?=\.\d\d(?!\d)))?"
    r"(?P<decimals>\.\d{1,2})?(?![\d/]|[.,:-]\d|[^\W\d_]| \d{3}\.\d)"
)
_SCALE_AFTER = re.compile(r" (?P<letters>[A-Za-z]{2,4})(?![^\W_])")
_MAX_GROUP_CHARS = 3
_MODEL_BEHIND = re.compile(r" [A-Z][\w-]* \d")
"""What makes the last three digits the start of a name: "12 737 MAX 9 aircraft", "4 320 Neo 2 jets"."""


def join_blank_group(text: str, low: str, numeral: Numeral) -> Numeral | None:
    """One to three bare digits with the three digits after a blank; None where they stand apart."""
    start = numeral.start
    if numeral.end - start > _MAX_GROUP_CHARS or text[start] == "0" or not numeral.is_bare:
        return None
    found = _GROUP.match(text, numeral.end)
    if found is None:
        return None
    end = found.end()
    is_price = read_currency_before(text, low, start) is not None
    if not is_price and (_follows_name(text, low, start) or not _is_one_number(text, low, start, end)):
        return None
    return Numeral(start, end, parse_decimal(text[start:end].replace(" ", "")), "digits")


def _follows_name(text: str, low: str, start: int) -> bool:
    """Whether the first digits belong to a name, a date or a list of numbers before them."""
    if text[start - 1 : start] not in ("", " ", "\n", "(", "~"):
        return True
    word = word_before(low, start - 1)
    if (
        word in load_numbered_names()
        or word in load_month_names()
        or (not word and text[start - 2 : start - 1].isdigit())
    ):
        return True
    before = start - 1 - len(word)
    opener = text[max(0, before - 2) : before].strip(" \"“'")
    return bool(word) and text[before].isupper() and before > 0 and opener not in ("", ".", "!", "?", ":")


def _is_one_number(text: str, low: str, start: int, end: int) -> bool:
    scale = _SCALE_AFTER.match(text, end)
    if scale is not None and (known := load_scales().get(scale["letters"])) is not None and known.spaced:
        return True
    if text[end : end + 1] == "%" or low.startswith((" percent", " per cent", " million", " billion"), end):
        return True
    if read_currency_after(text, low, end) is not None:
        return True
    unit = read_unit(text, low, end)
    if unit is not None:  # "12 300 km", but not "2 400 g tins"
        inner = find_counted_noun(text, low, unit.end)
        return inner is None
    if _MODEL_BEHIND.match(text, end):
        return False  # "12 737 MAX 9 aircraft" are twelve
    noun = find_counted_noun(text, low, end)
    if noun is not None:
        return noun.is_plural and text[noun.start - 1] == " "
    return _LED_IN.search(low, max(0, start - 24), start) is not None and _CLOSED.match(low, end) is not None


_LED_IN = WordPattern(
    r"(?<![^\W_])(?:<quantities/before_grouped>)[ ](?:(?:<quantities/blur>|<common/narrowing>)[ ])?$"
)
_CLOSED = WordPattern(r"[.,;:)](?!\d)|$|[ ](?:<quantities/behind_grouped>)(?![^\W_])")
"""Around a number without a noun: "from 153 065 to 113 949", "a population of 14 736."."""
