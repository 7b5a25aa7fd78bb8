"""The grammar of calendar phrases: a run of tokens in, points of the calendar out.

Each `parse_*` function looks at the tokens from one place on and gives the longest reading, or None. What
a reading needs besides (a preposition before a bare year, say) is left to `dates`: it is not `sure`.
"""

from __future__ import annotations

import datetime as dt

from claimcheck.dates.calendar_points import CalendarPoint, Mod, is_day, unit_around
from claimcheck.dates.days import (
    parse_date_token,
    parse_day_first,
    parse_grouped,
    parse_month,
    parse_number,
    parse_ordinal,
    parse_year_of_month,
)
from claimcheck.dates.parts_of_years import (
    parse_first_months,
    parse_half_year,
    parse_holiday,
    parse_quarter_sign,
    parse_season,
    parse_year_half_sign,
    parse_year_quarter_sign,
)
from claimcheck.dates.readings import MODS, Reading, Run, day_point_of, skip
from claimcheck.dates.years import (
    parse_century,
    parse_decade,
    parse_decade_word,
    parse_era_first,
    parse_fiscal,
    parse_short_decade,
    parse_short_year,
    parse_small_cardinal,
    parse_spelled_year,
    parse_year_after,
)

# Rules whose words tell ages and temperatures too.
_AGES = ("decade_word", "short_decade")


def parse_point(run: Run, i: int) -> Reading | None:
    """A calendar point at token `i`, with "late", "the end of", "the second half of" before it."""
    token = run.at(i)
    if token.kind == "part":
        return _parse_part(run, i)
    if token.kind == "early_late":
        return _parse_early_late(run, i)
    if token.kind == "ordinal" and run.at(i + 1).kind == "half" and token.value in (1, 2):
        return _parse_half(run, i)
    if token.kind == "half" and token.value in (1, 2):
        return parse_half_year(run, i)
    return parse_plain_point(run, i)


def parse_plain_point(run: Run, i: int) -> Reading | None:
    """A calendar point without a word for a part of it."""
    kind = run.at(i).kind
    parser = _PARSERS.get(kind)
    return parser(run, i) if parser else None


def _with_mod(reading: Reading | None, mod: Mod, *, sure: bool) -> Reading | None:
    if reading is None or reading.until is not None:
        return None
    if reading.point.mod is not None:
        return None
    point = reading.point.with_mod(mod)
    # "in his late nineties"
    return reading._replace(point=point, sure=reading.sure or (sure and reading.form not in _AGES))


def _parse_part(run: Run, i: int) -> Reading | None:
    """Read "the end of May", "the beginning of the 1950s", "end-2019"."""
    after = i + 1
    if run.at(after).kind != "of" and not (run.at(after).kind == "dash" and run.is_tight(after)):
        return None
    return _with_mod(parse_plain_point(run, skip(run, after + 1, "the")), MODS[run.at(i).word], sure=True)


def _parse_early_late(run: Run, i: int) -> Reading | None:
    """Read "late 2022", "mid-1990s", "early in the 1950s". "early to mid 2019" is given no part."""
    mod = MODS[run.at(i).word]
    after = skip(run, i + 1, "dash", "to", "dash")
    if after > i + 1 and run.at(after).kind == "early_late":
        reading = parse_plain_point(run, skip(run, after + 1, "dash"))
        return None if reading is None or reading.form in _AGES else reading._replace(sure=True)
    after = skip(run, i + 1, "dash", "in", "the")
    return _with_mod(parse_plain_point(run, after), mod, sure=True)


def _parse_half(run: Run, i: int) -> Reading | None:
    """Read "second half of 2020", "first half 2019"."""
    mod: Mod = "START" if run.at(i).value == 1 else "END"
    return _with_mod(parse_plain_point(run, skip(run, i + 2, "of", "the")), mod, sure=True)


def _parse_ordinal_first(run: Run, i: int) -> Reading | None:
    """What begins with an ordinal: centuries, quarters, weeks of a year, days of a month."""
    last = run.at(i).value == -1
    found = (-1, i + 1) if last else parse_ordinal(run, i)
    if found is None:
        return None
    number, after = found
    several = parse_first_months(run, number, after) if number in (1, -1) else None
    if several is not None:
        return several
    after = skip(run, after, "dash")
    unit = run.at(after)
    if unit.kind == "fiscal" and unit.word == "fiscal":
        unit, after = run.at(after + 1), after + 1
    if unit.kind == "unit":
        if unit.word == "century" and number > 0:
            return parse_century(run, number, after + 1)
        if unit.word == "quarter" and (last or number <= 4):
            year = parse_year_after(run, skip(run, after + 1, "comma", "of", "in", "the"))
            if year is None and run.at(after + 1).kind != "of" and not last:
                return Reading(CalendarPoint(quarter=number), after + 1, "quarter", sure=False)
            if year is None:
                return None
            return Reading(
                CalendarPoint(year=year[0], quarter=4 if last else number), year[1], "quarter_year"
            )
        return _parse_counted_unit(run, number, after)
    return None if last else parse_day_first(run, i)


def _parse_last(run: Run, i: int) -> Reading | None:
    """Read "last week of 2019", "last quarter of 2019"; other uses of "last" need the day of writing."""
    token = run.at(i)
    if run.text[token.start : token.end].lower() != "last":
        return None
    several = parse_first_months(run, -1, i + 1)
    if several is not None:
        return several
    unit = run.at(i + 1)
    if unit.kind != "unit" or run.at(i + 2).kind != "of":
        return None
    if unit.word == "quarter":
        year = parse_year_after(run, skip(run, i + 3, "the"))
        return (
            None if year is None else Reading(CalendarPoint(year=year[0], quarter=4), year[1], "quarter_year")
        )
    return _parse_counted_unit(run, -1, i + 1)


def _parse_counted_unit(run: Run, number: int, unit_index: int) -> Reading | None:
    """Read "first week of 2019", "last day of May", "first decade of the 21st century" and the like.

    A week of a month has no TIMEX3 value: the first and the last are its START and END, of the others the
    month alone is given.
    """
    unit = run.at(unit_index).word
    whole = parse_plain_point(run, skip(run, unit_index + 1, "of", "in", "the"))
    if whole is None or whole.until is not None or whole.point.mod is not None:
        return None
    year, month, kind = whole.point.year, whole.point.month, whole.point.kind
    point: CalendarPoint | None = None
    if kind == "year" and year is not None and year > 0:
        if unit == "month":
            point = CalendarPoint(year=year, month=12 if number == -1 else number) if number <= 12 else None
        elif unit == "week":
            weeks = dt.date(year, 12, 28).isocalendar().week
            week = weeks if number == -1 else number
            point = CalendarPoint(year=year, week=week) if week <= weeks else None
        elif unit == "day" and abs(number) == 1:
            point = day_point_of(year, 1, 1) if number == 1 else day_point_of(year, 12, 31)
    elif kind == "month" and month is not None:
        if unit == "week" and number <= 5:
            mod: Mod | None = "START" if number == 1 else "END" if number == -1 else None
            point = whole.point.with_mod(mod)
        elif unit == "day":
            last = next((day for day in (31, 30, 29, 28) if is_day(year, month, day)), 28)
            known = year is not None or month != 2 or number != -1
            point = day_point_of(year, month, last if number == -1 else number) if known else None
    elif (
        kind == "century"
        and unit == "decade"
        and whole.point.century is not None
        and whole.point.century >= 0
    ):
        if number == -1 or number <= 10:
            point = CalendarPoint(decade=whole.point.century * 10 + (9 if number == -1 else number - 1))
    elif kind == "decade" and unit == "year" and whole.point.decade is not None and abs(number) == 1:
        point = CalendarPoint(year=whole.point.decade * 10 + (0 if number == 1 else 9))
    return None if point is None else Reading(point, whole.end, "counted_unit")


def _parse_unit_first(run: Run, i: int) -> Reading | None:
    """Read "year 2000", "the years 1990", "week 31 of 2019"."""
    unit = run.at(i).word
    if unit == "year":
        year = parse_year_after(run, skip(run, i + 1, "of"))
        return None if year is None else Reading(CalendarPoint(year=year[0]), year[1], "named_year")
    if unit == "week" and run.at(i + 1).kind == "number" and 1 <= run.at(i + 1).value <= 53:
        year = parse_year_after(run, skip(run, i + 2, "comma", "of", "in"))
        if year is not None:
            point = CalendarPoint(year=year[0], week=run.at(i + 1).value)
            return Reading(point, year[1], "numbered_week") if point.first_day() else None
    if unit == "week" and run.at(i + 1).kind == "of":
        day = parse_plain_point(run, skip(run, i + 2, "the"))
        first = (
            day.point.first_day()
            if day is not None and day.until is None and day.point.kind == "day"
            else None
        )
        if day is not None and first is not None and (week := unit_around(first, "week")):
            return Reading(week, day.end, "week_of_day")
    return None


def _parse_cardinal_first(run: Run, i: int) -> Reading | None:
    """Spelled years, "nineteen eighties", "twenty-first century", "twenty five January 1986"."""
    ordinal = _parse_ordinal_first(run, i)
    if ordinal is not None:
        return ordinal
    if run.at(i).value == 19 and run.at(skip(run, i + 1, "dash")).kind == "decade_word":
        after = skip(run, i + 1, "dash")
        return Reading(CalendarPoint(decade=run.at(after).value), after + 1, "spelled_decade")
    year = parse_spelled_year(run, i)
    if year is not None:
        return Reading(CalendarPoint(year=year[0]), year[1], "spelled_year", sure=False)
    day = parse_small_cardinal(run, i)
    if day is not None and run.at(day[1]).kind == "month" and run.at(day[1]).word != "lower":
        month = run.at(day[1]).value
        found = parse_year_of_month(run, day[1] + 1)
        if found is not None and (point := day_point_of(found[0], month, day[0])):
            return Reading(point, found[1], "spelled_day")
    return None


def _parse_fiscal(run: Run, i: int) -> Reading | None:
    """Read "fiscal 2019", and "fiscal 2019 second quarter"."""
    return _with_quarter(run, parse_fiscal(run, i))


def _parse_number(run: Run, i: int) -> Reading | None:
    """What begins with digits, and "2019 second quarter"."""
    whole = parse_number(run, i)
    return _with_quarter(run, whole) if whole is not None and whole.form == "year" else whole


def _with_quarter(run: Run, whole: Reading | None) -> Reading | None:
    """A year with the quarter that is named behind it."""
    if whole is None or whole.until is not None or run.at(whole.end).kind != "ordinal":
        return whole
    part = _parse_ordinal_first(run, whole.end)
    if part is None or part.point.year is not None or part.point.quarter is None:
        return whole
    point = CalendarPoint(year=whole.point.year, quarter=part.point.quarter)
    return Reading(point, part.end, "quarter_year")


def _parse_weekday(run: Run, i: int) -> Reading | None:
    """Read "Friday, 5 May 2017", "Friday the 5th of May"; the weekday adds nothing."""
    after = skip(run, i + 1, "comma", "the")
    if run.at(after).kind == "weekday":
        return None
    reading = parse_plain_point(run, after)
    return reading if reading is not None and reading.point.kind == "day" and reading.point.month else None


_PARSERS = {
    "month": parse_month,
    "number": _parse_number,
    "grouped": parse_grouped,
    "date": parse_date_token,
    "decade": parse_decade,
    "shortdecade": parse_short_decade,
    "decade_word": parse_decade_word,
    "shortyear": parse_short_year,
    "season": parse_season,
    "quarter": parse_quarter_sign,
    "yearquarter": parse_year_quarter_sign,
    "yearhalf": parse_year_half_sign,
    "ordinal": _parse_ordinal_first,
    "era": parse_era_first,
    "fiscal": _parse_fiscal,
    "unit": _parse_unit_first,
    "cardinal": _parse_cardinal_first,
    "weekday": _parse_weekday,
    "holiday": parse_holiday,
    "deictic": _parse_last,
}
