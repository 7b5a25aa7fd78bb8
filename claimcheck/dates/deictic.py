"""Units named by this, last and next: "last month", "next Friday", "this spring", "the past two quarters"."""

from __future__ import annotations

import datetime as dt

from claimcheck.dates.calendar_points import CalendarPoint, is_day
from claimcheck.dates.durations import Duration, parse_duration
from claimcheck.dates.from_today import day_reading, days_reading, shift_day, unit_from
from claimcheck.dates.holidays import holiday_in
from claimcheck.dates.readings import Reading, Run
from claimcheck.dates.tenses import is_told_as_past
from claimcheck.lexicons.word_sets import WordSet

UNITS_WITH_A_NAME = ("week", "month", "quarter", "year", "decade", "century")


def weekday_from(day: dt.date, weekday: int, word: str, shift: int) -> dt.date | None:
    """The Friday that "this", "next", "last" or "past Friday" means.

    "last" is of the week before, "past" the nearest day before.
    """
    monday = day - dt.timedelta(days=day.weekday())
    if shift >= 0:
        return monday + dt.timedelta(days=7 * shift + weekday - 1)
    if word == "last":
        return monday + dt.timedelta(days=weekday - 8)
    return day - dt.timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)


_IN_STORIES = WordSet("dates/of_stories")


def parse_deictic(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "last month", "this past Wednesday", "next two weeks", "this August", "the coming summer"."""
    token = run.at(i)
    after = i + 1
    shift = token.value
    if token.value == 0 and run.at(after).kind == "deictic":  # "this past", "this coming"
        token, shift, after = run.at(after), run.at(after).value, after + 1
    if shift:
        several = _parse_several(run, after, reference, shift)
        if several is not None:
            return several
    while run.at(after).kind in ("fiscal", "working"):
        after += 1
    head = run.at(after)
    word = run.text[token.start : token.end].lower()
    has_article = run.at(i - 1).kind == "the"
    if (word in _IN_STORIES or (word == "next" and has_article)) and is_told_as_past(run, i):
        return None  # "he died the following year"
    if head.kind == "unit":
        if run.at(after + 1).kind == "of":
            return None  # "the last year of the war"
        if (
            has_article
            and word in ("last", "past")
            and head.word not in ("day", "quarter", "weekend", "fortnight")
        ):
            duration = Duration(((1, head.word),), working=False, begin=i, end=after + 1)
            return several_units(duration, reference, -1)
        return _parse_deictic_unit(run, after, reference, shift)
    if head.kind == "weekday":
        return day_reading(weekday_from(reference, head.value, word, shift), after + 1, "relative_weekday")
    if head.kind == "month" and head.word != "lower":
        year = year_of_month(reference, head.value, shift)
        if run.at(after + 1).kind in ("number", "ordinal") and is_day(
            year, head.value, run.at(after + 1).value
        ):
            point = CalendarPoint(year=year, month=head.value, day=run.at(after + 1).value)
            if run.at(after + 1).value > 0:
                return Reading(point, after + 2, "relative_month_day")
        return Reading(CalendarPoint(year=year, month=head.value), after + 1, "relative_month")
    if head.kind == "season":
        return _parse_deictic_season(run, after, reference, shift)
    if head.kind == "holiday":
        return _parse_deictic_holiday(run, after, reference, shift)
    return None


def _parse_deictic_unit(run: Run, unit_index: int, reference: dt.date, shift: int) -> Reading | None:
    unit = run.at(unit_index).word
    if unit == "day" and shift >= 0:
        return None  # "these days", "the next day": the day after another
    if unit == "fortnight":
        begin = reference + dt.timedelta(days=1 if shift > 0 else -14)
        return (
            days_reading(begin, begin + dt.timedelta(days=13), unit_index + 1, "relative_units")
            if shift
            else None
        )
    point = unit_from(reference, unit, shift)
    if point is None:
        return None
    after = unit_index + 1
    if unit == "week" and run.at(after).kind == "weekday" and point.first_day():
        return weekday_of_week(point, run.at(after).value, after + 1)
    if unit == "day":
        return None
    return Reading(point, after, "relative_unit")


def weekday_of_week(week: CalendarPoint, weekday: int, end: int) -> Reading | None:
    """The reading of a day of a week."""
    monday = week.first_day()
    return None if monday is None else day_reading(shift_day(monday, weekday - 1), end, "weekday_of_week")


def year_of_month(reference: dt.date, month: int, shift: int) -> int:
    """Read "this May" is of this year; "last May" and "next May" are the nearest before and after."""
    if shift < 0:
        return reference.year if month < reference.month else reference.year - 1
    if shift > 0:
        return reference.year if month > reference.month else reference.year + 1
    return reference.year


def _parse_deictic_season(run: Run, i: int, reference: dt.date, shift: int) -> Reading | None:
    season = run.at(i).word
    point = CalendarPoint(year=reference.year, season=season)
    first, after = point.first_day(), point.day_after()
    if first is None or after is None:
        return None
    if shift < 0 and after > reference:
        point = point.with_year(reference.year - 1)
    elif shift > 0 and first <= reference:
        point = point.with_year(reference.year + 1)
    return Reading(point, i + 1, "relative_season")


def _parse_deictic_holiday(run: Run, i: int, reference: dt.date, shift: int) -> Reading | None:
    point = holiday_in(run.at(i).word, reference.year)
    day = None if point is None else point.first_day()
    if day is None:
        return None
    if (shift > 0 and day <= reference) or (shift < 0 and day >= reference):
        point = holiday_in(run.at(i).word, reference.year + shift)
    return None if point is None else Reading(point, i + 1, "relative_holiday")


def _parse_several(run: Run, i: int, reference: dt.date, shift: int) -> Reading | None:
    """Read "(next) three days", "(past) two quarters": the days or whole quarters meant, as one span."""
    duration = parse_duration(run, i)
    if duration is None or run.at(i).kind == "article" or len(duration.parts) > 1:
        return None
    if run.at(duration.end).kind == "of":
        return None  # "the last three days of May"
    return several_units(duration, reference, shift)


def several_units(duration: Duration, reference: dt.date, shift: int) -> Reading | None:
    """So many units before or after the one of the day of writing: "the next three days"."""
    amount, unit = duration.parts[0]
    one_day = dt.timedelta(days=1)
    if unit == "quarter":
        begin = unit_from(reference, unit, 1 if shift > 0 else -amount)
        last = unit_from(reference, unit, amount if shift > 0 else -1)
        if begin is None or last is None:
            return None
        return Reading(begin, duration.end, "relative_units", until=None if amount == 1 else last)
    other = duration.added_to(reference, 1 if shift > 0 else -1)
    if other is None:
        return None
    if shift > 0:
        return days_reading(reference + one_day, other, duration.end, "relative_units")
    return days_reading(other, reference - one_day, duration.end, "relative_units")
