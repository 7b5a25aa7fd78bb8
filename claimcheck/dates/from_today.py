"""Days and units that lie so far from the day of writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dates.calendar_points import CalendarPoint, add_units, day_point, unit_around
from claimcheck.dates.readings import Reading

if TYPE_CHECKING:
    import datetime as dt


def day_reading(day: dt.date | None, end: int, form: str) -> Reading | None:
    """The reading of a day, if there is one."""
    return None if day is None else Reading(day_point(day), end, form)


def shift_day(day: dt.date | None, days: int) -> dt.date | None:
    """The day so many days later, or None where there is none."""
    return None if day is None else add_units(day, "day", days)


def unit_from(day: dt.date, unit: str, shift: int) -> CalendarPoint | None:
    """The calendar unit `shift` units away from the one that holds `day`."""
    if unit == "weekend":
        reached = add_units(day, "week", shift)
        return None if reached is None else unit_around(reached, "week")
    reached = add_units(day.replace(day=1) if unit in ("month", "quarter", "year") else day, unit, shift)
    return None if reached is None else unit_around(reached, unit)


def days_reading(first: dt.date | None, last: dt.date | None, end: int, form: str) -> Reading | None:
    """The reading of a span of days, if both ends are there."""
    if first is None or last is None:
        return None
    if first == last:
        return Reading(day_point(first), end, form)
    return Reading(day_point(first), end, form, until=day_point(last))
