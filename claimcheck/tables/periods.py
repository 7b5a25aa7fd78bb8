"""The time that a figure of a table is of: "Years Ended December 31," over "2019"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from claimcheck.dates.finding import find_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR = re.compile(r"(?<![\d,.])(?P<year>(?:1[6-9]|20)\d\d)(?![\d,]|\.\d)")
_SPACED_YEAR = re.compile(r"\b([12]) (\d) (\d) (\d)\b")
_QUARTER = re.compile(r"\b(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter\b", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_MONTHS = {
    "year": 12,
    "years": 12,
    "three months": 3,
    "six months": 6,
    "nine months": 9,
    "twelve months": 12,
    "quarter": 3,
    "quarters": 3,
}
_ENDED = re.compile(
    r"\b(?P<length>years?|quarters?|(?:three|six|nine|twelve)\s+months)[\s-]+end(?:ed|ing)?\b", re.IGNORECASE
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def find_period(heads: Sequence[str]) -> str | None:
    """The TIMEX3 value of the time that heads say together, from the top down; None where it is not one.

    >>> find_period(["Year Ended March 31,", "2019"])
    '2018-04-01/2019-03-31'
    >>> find_period(["Fiscal 2019", "First", "Quarter"])
    '2019-Q1'
    """
    words = _SPACED_YEAR.sub(r"\1\2\3\4", " ".join(heads))
    dates = [date for date in find_dates(words) if "X" not in date.timex]
    years = {found["year"] for found in _YEAR.finditer(words)}
    quarter = _QUARTER.search(words)
    if quarter is not None and len(years) == 1:
        return f"{years.pop()}-Q{_ORDINALS[quarter['ordinal'].lower()]}"
    timexes = {date.timex for date in dates}
    if len(timexes) > 1:
        return None
    if not timexes:
        return years.pop() if len(years) == 1 else None
    (timex,) = timexes
    ended = _ENDED.search(words)
    return (
        _stretch(timex, " ".join(ended["length"].lower().split()))
        if ended and _DAY.fullmatch(timex)
        else timex
    )


def _stretch(timex: str, length: str) -> str:
    """The year or months that end on the last day of a month; any other day stays what it is."""
    last = dt.date.fromisoformat(timex)
    if last.day != calendar.monthrange(last.year, last.month)[1]:
        return timex
    month = last.year * 12 + last.month - _MONTHS[length]
    first = dt.date(month // 12, month % 12 + 1, 1)
    if (first.month, first.day, length[:4]) == (1, 1, "year"):
        return str(first.year)
    return f"{first.isoformat()}/{timex}"
