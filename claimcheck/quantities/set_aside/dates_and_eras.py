"""Numerals that are part of a date: days, years, eras, times with a nought in front."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.quantities.counted_nouns import has_plural_noun
from claimcheck.quantities.set_aside.days import is_day_of_month
from claimcheck.quantities.set_aside.years import find_year_rule

if TYPE_CHECKING:
    from claimcheck.quantities.set_aside.context import NumeralContext
    from claimcheck.quantities.set_aside.names import SetAsideRule


_MONTH_AND_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])")
_DATE_PREPOSITIONS = WordSet("quantities/before_date")
_DOTTED_ERA = re.compile(r"[ \u00a0](?:b\.[ ]?c\.|c\.[ ]?e\.|a\.[ ]?d\.)")
_ERA = re.compile(r"[ \u00a0](?:bce?|ce|b\.[ ]?c\.(?:[ ]?e\.)?|c\.[ ]?e\.|a\.[ ]?d\.|ad)(?![^\W_])")


def find_day(at: NumeralContext) -> SetAsideRule | None:
    """A day of a month."""
    if at.numeral.is_bare and at.end - at.start <= 2 and is_day_of_month(at.text, at.start, at.end, at.left):
        return "date"
    return None


def find_padded_time(at: NumeralContext) -> SetAsideRule | None:
    """Such as "12h 00m": a part of a clock time, which is filled up with a zero."""
    is_padded = at.numeral.is_bare and at.text[at.start] == "0" and at.end - at.start == 2
    is_letter = at.amount.unit_start == at.end and at.amount.unit_end - at.amount.unit_start == 1
    return "clock-time" if is_padded and is_letter else None


def find_zero_day(at: NumeralContext) -> SetAsideRule | None:
    """Such as "a 0-day": a name for what nobody knew before."""
    is_zero = at.text[at.start : at.end] == "0" and at.amount.kind == "measure"
    return "name-with-number" if is_zero and at.text[at.end : at.end + 1] == "-" else None


def find_date_in_figures(at: NumeralContext) -> SetAsideRule | None:
    """Such as "on 3/14", "9/11", "24/7"."""
    if at.numeral.form != "fraction":
        return None
    if at.word in _DATE_PREPOSITIONS and _MONTH_AND_DAY.fullmatch(at.text, at.start, at.end):
        return "date"
    surface = at.text[at.start : at.end]
    if surface in ("9/11", "24/7", "7/7"):
        return "date" if surface != "24/7" else "name-with-number"
    return None


_AGES_AGO = re.compile(r"\d{2},\d{3}")


def find_era(at: NumeralContext) -> SetAsideRule | None:
    """Such as "508 BC" and "10,000 BC"."""
    if not _ERA.match(at.low, at.end):
        return None
    is_year = at.numeral.is_bare and at.end - at.start <= 4
    is_ages_ago = at.low[at.end + 1 : at.end + 2] == "b" and _AGES_AGO.fullmatch(at.text, at.start, at.end)
    if not (is_year or is_ages_ago):
        return None
    is_advertisement = at.text[at.end + 1 : at.end + 3] in ("ad", "Ad")
    return None if is_advertisement else "year"


_OPENING = re.compile(r"(?:\A|[.!?]\s|\n)(?:In|By|Since|Until) \Z")
_FIRST_YEAR, _LAST_YEAR = 100, 2100


def _is_year_that_opens(at: NumeralContext) -> bool:
    """Whether a sentence opens with a year that no comma parts from its first noun: "In 476 trade fell"."""
    if at.end - at.start not in (3, 4) or not _FIRST_YEAR <= at.numeral.value <= _LAST_YEAR:
        return False
    opens = _OPENING.search(at.text[max(0, at.start - 9) : at.start]) is not None
    return opens and at.low[at.end : at.end + 1] == " " and not has_plural_noun(at.text, at.low, at.end)


def find_year(at: NumeralContext) -> SetAsideRule | None:
    """A year in four digits, or in two after an apostrophe."""
    if not at.numeral.is_bare:
        return None
    text, start = at.text, at.start
    if _is_year_that_opens(at):
        return "year"
    if at.end - start == 4:
        return find_year_rule(text, at.low, at.amount, at.word, at.adjacent)
    if at.end - start == 2 and text[start - 1 : start] in ("'", "’"):
        before = text[start - 2 : start - 1]
        is_year_of_name = before.isupper() and text[start] in "09"  # "USENIX'05"
        return "year" if before in (" ", "", "\n") or is_year_of_name else None
    return None


def find_dotted_era(at: NumeralContext) -> SetAsideRule | None:
    """Such as "664 b.c.e.": its first letter is no unit."""
    return "year" if at.numeral.is_bare and _DOTTED_ERA.match(at.low, at.end) else None
