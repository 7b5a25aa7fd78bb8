"""Holidays and the days they fall on."""

from __future__ import annotations

import datetime as dt

from claimcheck.dates.calendar_points import CalendarPoint, day_point
from claimcheck.lexicons import load_rows, per_lexicon

# Easter and the weekday rules are those of the Gregorian calendar.
FIRST_YEAR, LAST_YEAR = 1583, 2199


@per_lexicon
def _holiday_rules() -> dict[str, tuple[str, str]]:
    rows = load_rows("en/holidays.csv")
    return {_holiday_key(row["name"]): (row["rule"], row["when"]) for row in rows}


def _holiday_key(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def holiday_in(name: str, year: int) -> CalendarPoint | None:
    """The day of a holiday of holidays.csv in a year after 1582.

    >>> holiday_in("Easter", 2018).timex
    '2018-04-01'
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    rule, when = _holiday_rules()[_holiday_key(name)]
    if rule == "fixed":
        month, day = when.split("-")
        return CalendarPoint(year=year, month=int(month), day=int(day))
    if rule == "easter":
        return day_point(_easter(year) + dt.timedelta(days=int(when)))
    if rule == "thanksgiving":
        return day_point(_weekday_of_month(year, 11, 4, 4) + dt.timedelta(days=int(when)))
    month, weekday, which = when.split("-")
    if which == "last":
        return day_point(_weekday_of_month(year, int(month) + 1, int(weekday), 1) - dt.timedelta(days=7))
    return day_point(_weekday_of_month(year, int(month), int(weekday), int(which)))


def _weekday_of_month(year: int, month: int, weekday: int, which: int) -> dt.date:
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _easter(year: int) -> dt.date:
    """Western Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    golden, (century, in_century) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)
