"""Points of the calendar, known wholly or in part, and how TIMEX3 writes them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

Mod = Literal["START", "MID", "END"]
PointKind = Literal["day", "week", "month", "quarter", "season", "year", "decade", "century"]

# First month of each season; winter is counted with the year it begins in.
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class CalendarPoint:
    """A day, month, season ... of the Gregorian calendar; what is not known is None.

    Attributes:
        year: the year; -500 is 500 BC. There is no year 0.
        month: 1 to 12.
        day: 1 to 31.
        quarter: 1 to 4.
        season: SP, SU, FA or WI.
        week: ISO week number, 1 to 53.
        decade: 198 for the 1980s.
        century: 19 for the years 1900 to 1999, commonly the 20th century; negative for BC.
        mod: early, middle or late part of the point.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    season: str | None = None
    week: int | None = None
    decade: int | None = None
    century: int | None = None
    mod: Mod | None = None

    @property
    def kind(self) -> PointKind:
        """The finest unit the point names."""
        if self.day is not None:
            return "day"
        kinds: tuple[PointKind, ...] = ("week", "month", "quarter", "season", "decade", "century")
        return next((kind for kind in kinds if getattr(self, kind) is not None), "year")

    @property
    def timex(self) -> str:
        """The TIMEX3 value, unknown years as XXXX.

        >>> CalendarPoint(year=2019, month=1, day=26).timex
        '2019-01-26'
        >>> CalendarPoint(month=12).timex, CalendarPoint(decade=198).timex, CalendarPoint(century=19).timex
        ('XXXX-12', '198X', '19')
        >>> CalendarPoint(year=-3000).timex
        'BC3000'
        """
        if self.century is not None:
            return f"{self.century:02d}" if self.century >= 0 else f"BC{-self.century - 1:02d}"
        if self.decade is not None:
            return f"{self.decade:03d}X"
        year = "XXXX"
        if self.year is not None:
            year = f"{self.year:04d}" if self.year > 0 else f"BC{-self.year:04d}"
        if self.week is not None:
            return f"{year}-W{self.week:02d}"
        if self.quarter is not None:
            return f"{year}-Q{self.quarter}"
        if self.season is not None:
            return f"{year}-{self.season}"
        if self.month is None:
            return year if self.day is None else f"{year}-XX-{self.day:02d}"
        if self.day is None:
            return f"{year}-{self.month:02d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"

    def with_mod(self, mod: Mod | None) -> CalendarPoint:
        """The early, middle or late part of this point."""
        return replace(self, mod=mod)

    def with_year(self, year: int | None) -> CalendarPoint:
        """The same day, month, season ... of another year."""
        return replace(self, year=year)

    @property
    def takes_year(self) -> bool:
        """Whether the point is within a year that is not known."""
        return self.year is None and self.decade is None and self.century is None

    def first_day(self) -> dt.date | None:
        """The first day, or None where the year is unknown or outside the years 1 to 9999."""
        year = self.year
        if self.century is not None:
            year = max(self.century * 100, 1)
        elif self.decade is not None:
            year = max(self.decade * 10, 1)
        if year is None or not dt.MINYEAR <= year <= dt.MAXYEAR:
            return None
        if self.week is not None:
            try:
                return dt.date.fromisocalendar(year, self.week, 1)
            except ValueError:
                return None
        month = self.month or 1
        if self.quarter is not None:
            month = 3 * self.quarter - 2
        elif self.season is not None:
            month = _SEASON_STARTS[self.season]
        if not is_day(year, month, self.day or 1):
            return None
        return dt.date(year, month, self.day or 1)

    def day_after(self) -> dt.date | None:
        """The first day after the point, or None where `first_day` is None or the calendar ends."""
        first = self.first_day()
        if first is None:
            return None
        months = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}
        try:
            if self.kind in ("day", "week"):
                return first + dt.timedelta(days=1 if self.kind == "day" else 7)
            return add_months(dt.date(first.year, first.month, 1), months[self.kind])
        except (OverflowError, ValueError):
            return None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has the day; without a year 29 February counts.

    >>> is_day(None, 2, 29), is_day(2019, 2, 29), is_day(2019, 13, 1)
    (True, False, False)
    """
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return False
    if year is None or not dt.MINYEAR <= year <= dt.MAXYEAR:
        year = 2000  # a leap year
    return day <= calendar.monthrange(year, month)[1]


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day `months` later, or the last one of that month. Raises ValueError beyond the calendar.

    >>> add_months(dt.date(2020, 1, 31), 1)
    datetime.date(2020, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(f"year {year} is outside the calendar")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_units(day: dt.date, unit: str, amount: int) -> dt.date | None:
    """The day `amount` units (day, week, fortnight, month, year ...) later; None beyond the calendar.

    >>> add_units(dt.date(2018, 4, 6), "week", -2)
    datetime.date(2018, 3, 23)
    """
    days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    try:
        if unit in days:
            return day + dt.timedelta(days=days[unit] * amount)
        return add_months(day, months[unit] * amount)
    except (OverflowError, ValueError):
        return None


def add_working_days(day: dt.date, amount: int) -> dt.date | None:
    """The day `amount` days from Monday to Friday later; holidays count. None for over 10,000 days."""
    if abs(amount) > 10_000:
        return None
    step = dt.timedelta(days=1 if amount > 0 else -1)
    left = abs(amount)
    try:
        while left:
            day += step
            left -= day.weekday() < 5
    except OverflowError:
        return None
    return day


def day_point(day: dt.date) -> CalendarPoint:
    """A day as a point."""
    return CalendarPoint(year=day.year, month=day.month, day=day.day)


def unit_around(day: dt.date, unit: str) -> CalendarPoint | None:
    """The calendar unit that holds the day: its ISO week, its month, its quarter ... None for a weekend.

    >>> unit_around(dt.date(2018, 5, 31), "week").timex
    '2018-W22'
    """
    if unit == "day":
        return day_point(day)
    if unit == "week":
        iso = day.isocalendar()
        return CalendarPoint(year=iso.year, week=iso.week)
    if unit == "month":
        return CalendarPoint(year=day.year, month=day.month)
    if unit == "quarter":
        return CalendarPoint(year=day.year, quarter=(day.month + 2) // 3)
    if unit == "year":
        return CalendarPoint(year=day.year)
    if unit == "decade":
        return CalendarPoint(decade=day.year // 10)
    if unit == "century":
        return CalendarPoint(century=day.year // 100)
    return None
