"""Seasons, quarters, halves and holidays of a year: "winter 2019-20", "Q4 2022", "2H22", "Christmas 2019"."""

from __future__ import annotations

import re

from claimcheck.dates.calendar_points import CalendarPoint, Mod
from claimcheck.dates.holidays import holiday_in
from claimcheck.dates.readings import SEASONS, Reading, Run, skip
from claimcheck.dates.years import full_year, parse_year_after, plain_year

_OF_GAMES = re.compile(r"(?:Winter|Summer) (?:Olympi|Paralympi|Games\b|Deaflympics|Universiade|X Games)")


def parse_season(run: Run, i: int) -> Reading | None:
    """Read "summer of 2011", "winter 2019-20" (the first year), "summer"."""
    season = SEASONS[run.at(i).word]
    after = i + 1
    if _OF_GAMES.match(run.text, run.at(i).start):
        return None  # "in Winter Olympic history"
    if run.at(after).kind == "deictic" and run.at(i - 1).kind not in (
        "in",
        "the",
        "from",
        "to",
        "early_late",
    ):
        return None  # "sales will fall next year"
    found = parse_year_after(run, after)
    # not the film "That Summer"; "a 4% fall in 2011" fell then, in no season
    word = run.text[run.at(i).start : run.at(i).end]
    can_take_in = run.at(after).kind == "in" and word[0].islower() and word != "fall"
    if found is None and (can_take_in or run.at(after).kind in ("of", "comma")):
        found = parse_year_after(run, skip(run, after + 1, "the"))
    if found is not None:
        end = found[1]
        # "winter 2019-20", "winter of 2019/20"
        if run.at(end).kind in ("dash", "slash") and run.at(end + 1).kind == "number":
            other = run.at(end + 1)
            if other.value % 100 == (found[0] + 1) % 100 and len(other.word) in (2, 4):
                end += 2
        return Reading(CalendarPoint(year=found[0], season=season), end, "season_year")
    return Reading(CalendarPoint(season=season), after, "season", sure=False)


def parse_quarter_sign(run: Run, i: int) -> Reading | None:
    """Read "Q4 2022", "Q4 of fiscal 2022", "Q4'22", "Q4"."""
    quarter = run.at(i).value
    found = parse_year_after(run, skip(run, i + 1, "of", "comma", "dash", "in"))
    if found is None:
        return Reading(CalendarPoint(quarter=quarter), i + 1, "quarter", sure=False)
    return Reading(CalendarPoint(year=found[0], quarter=quarter), found[1], "quarter_year")


def parse_half_year(run: Run, i: int) -> Reading | None:
    """Read "H1 2019"."""
    mod: Mod = "START" if run.at(i).value == 1 else "END"
    year = parse_year_after(run, skip(run, i + 1, "of", "dash"))
    return None if year is None else Reading(CalendarPoint(year=year[0], mod=mod), year[1], "half_year")


def parse_year_half_sign(run: Run, i: int) -> Reading | None:
    """Read "2H22", "1H 2022"."""
    year = _signed_year(run, i)
    mod: Mod = "START" if run.at(i).value == 1 else "END"
    return None if year is None else Reading(CalendarPoint(year=year, mod=mod), i + 2, "half_year")


def parse_year_quarter_sign(run: Run, i: int) -> Reading | None:
    """Read "4Q22", "4Q 2022"."""
    year = _signed_year(run, i)
    if year is None:
        return None
    return Reading(CalendarPoint(year=year, quarter=run.at(i).value), i + 2, "quarter_year")


def _signed_year(run: Run, i: int) -> int | None:
    """The year after "4Q" or "1H", of four digits or two."""
    after = run.at(i + 1)
    year = plain_year(after)
    if year is None and after.kind == "number" and len(after.word) == 2:
        year = 2000 + after.value
    if year is None and after.kind == "shortyear":
        year = full_year(after.value)
    return year


def parse_first_months(run: Run, number: int, i: int) -> Reading | None:
    """Read "(first) nine months of 2019", "(last) two quarters of 2019"."""
    amount = run.at(i)
    unit = run.at(i + 1)
    if (
        amount.kind not in ("cardinal", "number")
        or unit.kind != "unit"
        or run.at(i + 2).kind not in ("of", "in")
    ):
        return None
    size = {"month": 12, "quarter": 4}.get(unit.word, 0)
    if not 1 < amount.value < size:
        return None
    year = parse_year_after(run, skip(run, i + 3, "the"))
    if year is None:
        return None
    low, high = (1, amount.value) if number == 1 else (size - amount.value + 1, size)
    if unit.word == "month":
        first, last = CalendarPoint(year=year[0], month=low), CalendarPoint(year=year[0], month=high)
    else:
        first, last = CalendarPoint(year=year[0], quarter=low), CalendarPoint(year=year[0], quarter=high)
    return Reading(first, year[1], "first_units", until=last)


def parse_holiday(run: Run, i: int) -> Reading | None:
    """Read "Christmas Day 2019"."""
    year = parse_year_after(run, skip(run, i + 1, "comma", "of", "in"))
    if year is None:
        return None
    point = holiday_in(run.at(i).word, year[0])
    return None if point is None else Reading(point, year[1], "holiday")
