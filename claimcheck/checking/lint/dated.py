"""Dates as a pattern over a sentence reads them: to the year, the month or the day."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from claimcheck.lexicons.word_sets import word_list

A_YEAR = r"(?:1[5-9]|20)\d\d"
"""A year of modern times, in figures, for a pattern; `texts.YEAR` finds one."""

SOME_YEAR = re.compile(r"\b[12]\d{3}\b")
"""A number that may be a year, of any time since 1000."""

_OLD_YEAR = r"(?:1\d|20)\d\d"
MONTH = r"(?:<common/month>|(?:<common/month_short>)\b)"
"""A month in words, whole or cut short, for a `WordPattern`."""

_PART_OF = r"(?:(?:<lint/part_of>)[ -])?"
"""Before a date, which part of it is meant."""


def month_number(word: str) -> int:
    """Which month of the year a word is.

    >>> month_number("Sept")
    9
    """
    return word_list("common/month_start").index(word[:3].lower()) + 1


def month_name(number: int) -> str:
    """The name of a month, with a capital.

    >>> month_name(9)
    'September'
    """
    return word_list("common/month")[number - 1].capitalize()


def date_pattern(name: str) -> str:
    """A date in figures or with its month, to the year, the month or the day."""
    return (
        rf"(?:{_PART_OF}(?:(?P<{name}day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<{name}month>{MONTH})\.?"
        rf"(?: (?P<{name}day_behind>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,? (?P<{name}year>{_OLD_YEAR}))?|{_PART_OF}(?P<{name}only>{_OLD_YEAR}))\b"
    )


_EVENT = r"(?:[a-z'-]+ ){0,7}?(?:(?:in|on) )?"
"""What happened on a date, before that: "from its opening in" 1931."""

SPAN = (
    rf"(?:\b(?:<lint/span_start>) {_EVENT}(?:{date_pattern('a')}|(?P<aalone>\d{{1,2}})\b),? (?:<lint/span_end>) {_EVENT}{date_pattern('b')}"
    rf"|\((?P<afirst>{A_YEAR}) ?[-–—] ?(?P<blast>{A_YEAR})\))"
)
"""From one date to another; also two years in brackets."""


def written_date(match: re.Match[str], name: str) -> str:
    """A date as it stands in a template, its words with capitals again."""
    groups = match.groupdict()
    parts = (name + part for part in ("day", "alone", "month", "day_behind", "year", "only", "first", "last"))
    return " ".join(groups[part].capitalize() for part in parts if groups.get(part))


def dates_of(match: re.Match[str]) -> tuple[tuple[dt.date, dt.date], tuple[dt.date, dt.date]] | None:
    """The first and the last day that each of two dates may be; None where a year is missing."""
    groups = match.groupdict()
    if groups.get("aalone"):  # "from 2 to 17 March"
        if not groups["bday"]:
            return None
        groups |= {"aday": groups["aalone"], "amonth": groups["bmonth"]}
    last_year = groups.get("byear") or groups.get("bonly") or groups.get("blast")
    first_year = groups.get("ayear") or groups.get("aonly") or groups.get("afirst") or last_year
    if first_year is None or last_year is None:
        return _days_of_one_year(groups)
    first, last = _days(groups, "a", int(first_year)), _days(groups, "b", int(last_year))
    return None if first is None or last is None else (first, last)


def _days_of_one_year(
    groups: dict[str, str | None],
) -> tuple[tuple[dt.date, dt.date], tuple[dt.date, dt.date]] | None:
    """Two days without a year as those of one; None for whole months, and where the second would lie before the first."""
    if not all(groups.get(name + "day") or groups.get(name + "day_behind") for name in "ab"):
        return None
    first, last = _days(groups, "a", _UNKNOWN_YEAR), _days(groups, "b", _UNKNOWN_YEAR)
    return (first, last) if first is not None and last is not None and first <= last else None


def _days(groups: dict[str, str | None], name: str, year: int) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a date; None for a day that there is not."""
    month = groups.get(name + "month")
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    number = month_number(month)
    day = groups.get(name + "day") or groups.get(name + "day_behind")
    length = monthrange(year, number)[1]
    if day is None:
        return dt.date(year, number, 1), dt.date(year, number, length)
    if not 1 <= int(day) <= length:
        return None
    return dt.date(year, number, int(day)), dt.date(year, number, int(day))


_UNKNOWN_YEAR = 2001
"""What stands for a year that is not given; no leap year."""

_TIMEX = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def days_of(timex: str) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that a TIMEX3 value of a year, a month or a day can be; None for any other.

    >>> days_of("1994-02")
    (datetime.date(1994, 2, 1), datetime.date(1994, 2, 28))
    """
    found = _TIMEX.fullmatch(timex)
    if found is None or (found["year"] == "XXXX" and found["day"] is None):
        return None
    year = _UNKNOWN_YEAR if found["year"] == "XXXX" else int(found["year"])
    month, day = (int(found[part] or 0) for part in ("month", "day"))
    if not year > 0 or month > dt.date.max.month or (month and day > monthrange(year, month)[1]):
        return None
    last = month or dt.date.max.month
    return dt.date(year, month or 1, day or 1), dt.date(year, last, day or monthrange(year, last)[1])
