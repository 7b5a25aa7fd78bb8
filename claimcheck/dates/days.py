"""Days and months in figures and words: "January 26, 2019", "26th of May", "2019-01", "12/2019"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.dates.calendar_points import CalendarPoint, Mod, is_day
from claimcheck.dates.readings import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    SEASONS,
    DateOrder,
    Reading,
    Run,
    day_point_of,
    skip,
)
from claimcheck.dates.years import full_year, has_more_digits, parse_year_after, plain_year
from claimcheck.lexicons.quantities import load_noun_phrase_ends
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    import datetime as dt

_ALSO_VERBS = WordSet("dates/also_verb")


def parse_ordinal(run: Run, i: int) -> tuple[int, int] | None:
    """An ordinal in figures or words, up to 99: (number, index after it)."""
    token = run.at(i)
    if token.kind == "ordinal" and token.value > 0:
        return token.value, i + 1
    if token.kind == "cardinal" and token.value >= 20 and token.value % 10 == 0:
        after = skip(run, i + 1, "dash")
        unit = run.at(after)
        if unit.kind == "ordinal" and 0 < unit.value < 10:
            return token.value + unit.value, after + 1
    return None


def _parse_day_number(run: Run, i: int) -> tuple[int, int] | None:
    """1 to 31 in figures, with or without "th", or as an ordinal in words."""
    token = run.at(i)
    if token.kind == "number" and len(token.word) <= 2:
        return (token.value, i + 1) if 1 <= token.value <= 31 else None
    day = parse_ordinal(run, i)
    return day if day is not None and day[0] <= 31 else None


def parse_year_of_month(run: Run, i: int) -> tuple[int, int] | None:
    """The year after a month or day: ", 2019", " of 2019", " in 2019", " '98"."""
    before = run.at(i).kind
    if before == "of":
        after = skip(run, i + 1, "the")
        found = parse_year_after(run, after)
        if found is None and run.reference is not None:
            token = run.at(after)
            if token.kind == "number" and len(token.word) == 2 and token.value > 31:
                return full_year(token.value), after + 1
        return found
    if before == "in":
        return parse_year_after(run, i + 1)
    after = skip(run, i, "comma", "dash") if run.is_tight(i) or before == "comma" else i
    return parse_year_after(run, after)


def has_everyday_month(run: Run, i: int) -> bool:
    """Whether the month is written as an everyday word: "5 may", "march 3"."""
    token = run.at(i)
    return token.word == "lower" and run.text[token.start : token.end].rstrip(".") in _ALSO_VERBS


def parse_month(run: Run, i: int) -> Reading | None:
    """What begins with a month: "January 26, 2019", "Jan. 26", "January 2019", "January"."""
    token = run.at(i)
    month = token.value
    after = i + 1
    joined = run.at(after).kind in ("dash", "slash") and run.is_tight(after)
    begin = after + 1 if joined else after
    # "Jan-2019", "September-2020-23"
    if joined:
        year = plain_year(run.at(begin))
        if year is not None:
            day_token = run.at(begin + 2)
            if run.at(begin + 1).kind in ("dash", "slash") and run.is_tight(begin + 1):
                point = day_point_of(year, month, day_token.value) if len(day_token.word) == 2 else None
                if point is not None:
                    return Reading(point, begin + 3, "month_year_day")
            return Reading(CalendarPoint(year=year, month=month), begin + 1, "month_year")
    following = run.at(begin)
    is_short_year = following.kind == "number" and following.word[:1] == "0" and len(following.word) == 2
    is_within = run.text.endswith(_WITHIN, 0, token.start)
    if is_short_year and is_within:  # "in January 06"
        return Reading(CalendarPoint(year=full_year(following.value), month=month), begin + 1, "month_year")
    day = _parse_day_number(run, skip(run, begin, "the"))
    if day is not None and is_within and following.kind == "the" and _orders_what_follows(run, day[1] - 1):
        day = None
    if day is not None and not (joined and following.kind != "number"):
        reading = _parse_month_day(run, month, day, joined=joined)
        is_code = joined and run.text[token.start : token.end].isupper()  # "the MAR-1 missile"
        if reading is not None and not (is_code and reading.point.year is None):
            has_year = reading.point.year is not None
            return reading if has_year else reading._replace(sure=not has_everyday_month(run, i))
    if not joined:
        found = parse_year_of_month(run, after)
        if _follows_impossible_day(run, i, None if found is None else found[0]):
            return None
        if found is not None:
            sure = not has_everyday_month(run, i)
            return Reading(CalendarPoint(year=found[0], month=month), found[1], "month_year", sure=sure)
    return Reading(CalendarPoint(month=month), after, "month", sure=token.word == "sure")


_WITHIN = ("in ", "In ")
"""What stands before a month and not before a day: "on August the 5th soldiers left"."""
_WORD_BEHIND = re.compile(r" ([a-z]+)")


def _orders_what_follows(run: Run, last: int) -> bool:
    """Whether an ordinal behind a month is that of a noun and no day: "in August the second stage failed"."""
    behind = _WORD_BEHIND.match(run.text, run.at(last).end)
    return behind is not None and behind[1] not in load_noun_phrase_ends()


def _follows_impossible_day(run: Run, i: int, year: int | None) -> bool:
    """Whether the month is that of a day it does not have ("31 April 2021"): either of them may be wrong."""
    before = i - 1
    while before >= 0 and run.at(before).kind in ("of", "the"):
        before -= 1
    token = run.at(before) if before >= 0 else None
    if token is None or token.kind not in ("number", "ordinal") or not 29 <= token.value <= 31:
        return False
    return not is_day(year, run.at(i).value, token.value)


def _parse_month_day(run: Run, month: int, day: tuple[int, int], *, joined: bool) -> Reading | None:
    """The rest of "January 26, 2019" after the day."""
    number, after = day
    if joined and run.at(after).kind in ("dash", "slash") and run.is_tight(after):  # "Jan-26-2019"
        found = parse_year_after(run, after + 1)
        if found is not None and (point := day_point_of(found[0], month, number)):
            return Reading(point, found[1], "month_day_year")
    found = parse_year_of_month(run, after)
    if found is not None:
        point = day_point_of(found[0], month, number)
        return None if point is None else Reading(point, found[1], "month_day_year")
    point = day_point_of(None, month, number)
    if (
        point is None
        or has_more_digits(run, after - 1)
        or run.text[run.at(after - 1).end :][:1] in ("%", ":")
    ):
        return None
    return Reading(point, after, "month_day")


def parse_day_first(run: Run, i: int) -> Reading | None:
    """What begins with a day number: "26 January 2019", "26th of January", "26-Jan-2019"."""
    day = _parse_day_number(run, i)
    if day is None:
        return None
    number, after = day
    sign = run.at(after).kind
    joined = sign in ("dash", "slash") and run.is_tight(after)
    begin = after + 1 if joined else skip(run, after, "of", "the") if sign == "of" else after
    month = run.at(begin)
    if month.kind != "month" or (joined and not run.is_tight(begin)):
        return None
    after = begin + 1
    if run.at(after).kind in ("dash", "slash") and run.is_tight(after):
        found = parse_year_after(run, after + 1)
        if (
            found is None
            and joined
            and len(run.at(after + 1).word) == 2
            and run.at(after + 1).kind == "number"
        ):
            found = full_year(run.at(after + 1).value), after + 2  # "26-Jan-98"
    else:
        found = parse_year_of_month(run, after)
    if found is not None:
        point = day_point_of(found[0], month.value, number)
        return None if point is None else Reading(point, found[1], "day_month_year")
    point = day_point_of(None, month.value, number)
    if point is None:
        return None
    sure = not has_everyday_month(run, begin) or run.at(i).kind == "ordinal"
    return Reading(point, begin + 1, "day_month", sure=sure)


def parse_number(run: Run, i: int) -> Reading | None:
    """What begins with a number: days, years, "2019 January 5", "2019-01", "12/2019", "500 BC"."""
    token = run.at(i)
    after = run.at(i + 1)
    year = plain_year(token)
    if year is not None:
        return _parse_year_first(run, i, year)
    if after.kind == "era":
        if token.value and not (token.value > LATEST_YEAR and after.value > 0) and len(token.word) < 6:
            return Reading(CalendarPoint(year=token.value * after.value), i + 2, "year_of_era")
        return None
    if len(token.word) > 2:
        return None
    # "12-2015", "12/2015"
    if (
        after.kind in ("dash", "slash")
        and run.is_tight(i + 1)
        and run.is_tight(i + 2)
        and 1 <= token.value <= 12
    ):
        year = plain_year(run.at(i + 2))
        if year is not None and year >= 1500 and not has_more_digits(run, i + 2):
            return Reading(CalendarPoint(year=year, month=token.value), i + 3, "numeric_month")
    return parse_day_first(run, i) or _parse_slash_day(run, i)


def parse_grouped(run: Run, i: int) -> Reading | None:
    """Read "10,000 BC"."""
    if run.at(i + 1).kind != "era" or run.at(i + 1).value > 0:
        return None
    return Reading(CalendarPoint(year=-run.at(i).value), i + 2, "year_of_era")


def _parse_slash_day(run: Run, i: int) -> Reading | None:
    """Read "5/7" and "4-23" as a day of an unknown year; only where the order of the numbers is known."""
    first, sign, second = run.at(i), run.at(i + 1), run.at(i + 2)
    if run.date_order is None or sign.kind not in ("slash", "dash") or second.kind != "number":
        return None
    if not (run.is_tight(i + 1) and run.is_tight(i + 2)) or len(second.word) > 2:
        return None
    month, day = (second, first) if run.date_order == "dmy" else (first, second)
    point = day_point_of(None, month.value, day.value)
    if point is None:
        return None
    found = parse_year_after(run, skip(run, i + 3, "comma"))
    if found is not None and (dated := day_point_of(found[0], month.value, day.value)):
        return Reading(dated, found[1], "slash_day_year")
    return Reading(point, i + 3, "slash_day", sure=False)


def _parse_year_first(run: Run, i: int, year: int) -> Reading | None:
    """What begins with a year: "2019", "2019-01", "2019/aug/01", "2019 Q4", "2019 January 5", "2019 BC"."""
    after = run.at(i + 1)
    if after.kind == "era":
        return Reading(CalendarPoint(year=year * after.value), i + 2, "year_of_era")
    joined = after.kind in ("dash", "slash") and run.is_tight(i + 1) and run.is_tight(i + 2)
    begin = i + 2 if joined else i + 1
    token = run.at(begin)
    if token.kind == "month" and (joined or token.word != "lower" or run.at(begin + 1).kind == "number"
                                  or run.at(begin).end - run.at(begin).start > 3):  # fmt: skip
        following = begin + 1
        if joined and run.at(following).kind == after.kind and run.is_tight(following):
            following += 1
        day = _parse_day_number(run, following)
        if day is not None and (point := day_point_of(year, token.value, day[0])):
            return Reading(point, day[1], "year_month_day")
        if joined or run.at(begin + 1).kind not in ("number", "ordinal"):
            return Reading(CalendarPoint(year=year, month=token.value), begin + 1, "year_month")
    if token.kind == "quarter":
        return Reading(CalendarPoint(year=year, quarter=token.value), begin + 1, "year_quarter")
    if token.kind == "half" and token.value in (1, 2):
        mod: Mod = "START" if token.value == 1 else "END"
        return Reading(CalendarPoint(year=year, mod=mod), begin + 1, "half_year")
    if token.kind == "season" and run.text[token.start].islower():
        return Reading(CalendarPoint(year=year, season=SEASONS[token.word]), begin + 1, "season_year")
    if token.kind == "unit" and token.word == "week" and run.at(begin + 1).kind == "number":
        point = CalendarPoint(year=year, week=run.at(begin + 1).value)
        if point.first_day():
            return Reading(point, begin + 2, "numbered_week")
    if token.kind == "number" and not joined and len(token.word) == len(run.at(begin + 1).word) == 2:
        day_of_year = day_point_of(year, token.value, run.at(begin + 1).value)  # "2016 10 16"
        if day_of_year is not None and run.text[token.end] == " " and run.at(begin + 2).kind != "number":
            return Reading(day_of_year, begin + 2, "spaced_date", sure=False)
    if joined and after.kind == "dash" and token.kind == "number" and len(token.word) == 2:  # noqa: SIM102
        # "2012-13" is a span, "2015-08" a month; "2009-10" may be either
        if 1 <= token.value <= 12 and (token.value <= year % 100 or year % 100 == 0):
            return Reading(CalendarPoint(year=year, month=token.value), begin + 1, "iso_month")
    return Reading(CalendarPoint(year=year), i + 1, "year", sure=False)


def parse_date_token(run: Run, i: int) -> Reading | None:
    """A date in figures that one token holds: "01/26/2019", "20190126"."""
    token = run.at(i)
    point = parse_numeric_date(token.word, run.date_order, sliding=run.reference)
    if point is None:
        return None
    return Reading(point, i + 1, "numeric_date", sure=len(token.word) != 8 or not token.word.isdecimal())


def parse_numeric_date(
    surface: str, date_order: DateOrder | None, *, sliding: dt.date | None = None
) -> CalendarPoint | None:
    """The day of a date in figures, or None where day and month cannot be told apart.

    A year with two digits counts only with the date `sliding`: then it is the year from 80 years before it
    to 19 years after.

    >>> parse_numeric_date("01/26/2019", None).timex
    '2019-01-26'
    >>> parse_numeric_date("01/02/2019", None)  # January or February
    >>> parse_numeric_date("01/02/2019", "dmy").timex
    '2019-02-01'
    """
    if surface.isdecimal():
        return day_point_of(int(surface[:4]), int(surface[4:6]), int(surface[6:8]))
    sign = next(character for character in surface if not character.isdecimal())
    first, second, third = (int(part) for part in surface.split(sign))
    if surface.find(sign) == 4:
        return day_point_of(first, second, third) if EARLIEST_YEAR <= first <= LATEST_YEAR else None
    year = third
    if len(surface) - surface.rfind(sign) == 3:
        if sliding is None or date_order is None:
            return None
        year += 100 * ((sliding.year + 19 - year) // 100)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    month_first, day_first = day_point_of(year, first, second), day_point_of(year, second, first)
    if month_first is not None and day_first is not None and first != second:
        if date_order is None:
            # 26.01.2019: only countries that write the day first write dots
            return day_first if sign == "." else None
        return day_first if date_order == "dmy" else month_first
    return month_first or day_first
