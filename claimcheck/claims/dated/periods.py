"""The stretch of time that ends with a date: "the year ended December 31, 2019"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression

_PERIOD_ENDED = WordPattern(
    r"(?:\b(?:for|in|during|of|over)\s+)?\b(?:the|its|our|their)\s+(?:(?:<date/which_period>)\s+)?"
    r"(?:(?P<of12><date/year_long>)|(?P<of9><date/three_quarters_long>)|(?P<of6><date/half_year_long>)"
    r"|(?P<of3><date/quarter_long>))\s+(?:that\s+)?(?:ended|ending)\s+(?:on\s+)?$",
    re.IGNORECASE,
)
"""The groups are named after the months of the period."""
_MONTH_ENDS = frozenset({28, 29, 30, 31})


def with_period(text: str, floor: int, date: DateExpression) -> DateExpression:
    """The stretch that ends with the date: "the year ended December 31, 2019" is 2019."""
    point = date.first
    if (
        date.last is not None
        or point.year is None
        or point.month is None
        or point.day not in (*_MONTH_ENDS, None)
    ):
        return date
    found = _PERIOD_ENDED.search(text, max(floor, date.start - 60), date.start)
    if found is None:
        return date
    months = int((found.lastgroup or "").removeprefix("of"))
    first = point.year * 12 + point.month - months
    first_year, first_month = divmod(first, 12)
    if months == 12 and point.month == 12:
        timex = f"{point.year}"
    elif months == 3 and point.month % 3 == 0:
        timex = f"{point.year}-Q{point.month // 3}"
    else:
        timex = f"{first_year}-{first_month + 1:02}/{point.year}-{point.month:02}"
    return replace(date, timex=timex, phrase_start=found.start(), start=found.start(), relation="for")
