"""Expressions that need the day of writing: "last month", "two weeks ago", "Monday of next week".

Weeks are ISO weeks. "next Friday" is the Friday of next week, "the coming Friday" too, "this Friday" that of
this week; "the past two quarters" are the last two whole ones. Whether "on Friday" is the last or the next
one, only the tense tells; where the words around it do not show one, it is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claimcheck.dates.calendar_points import CalendarPoint, add_units, day_point, is_day, unit_around
from claimcheck.dates.days import parse_ordinal
from claimcheck.dates.deictic import UNITS_WITH_A_NAME, parse_deictic, several_units, weekday_of_week
from claimcheck.dates.durations import Duration, agrees_in_number, parse_amount, parse_duration
from claimcheck.dates.from_today import day_reading, days_reading, shift_day, unit_from
from claimcheck.dates.holidays import holiday_in
from claimcheck.dates.phrases import parse_point
from claimcheck.dates.readings import MODS, Reading, Run, skip
from claimcheck.dates.tenses import (
    FUTURE,
    PLUPERFECT,
    clause_after,
    clause_before,
    counts_from_today,
    is_past,
    is_told_as_past,
    opens_a_past_clause,
    past_verb,
)

if TYPE_CHECKING:
    from claimcheck.dates.tokens import Token

# Texts of other times name no years this module could count with; nothing is resolved for them.
FIRST_REFERENCE_YEAR, LAST_REFERENCE_YEAR = 1000, 9000
# "last week of 2019", "first half of 2019" need no day of writing.
_ALSO_DATED = frozenset({"deictic", "ordinal", "cardinal", "unit", "holiday", "weekday"})


def parse_relative(run: Run, i: int) -> Reading | None:
    """The relative expression at token `i`, or None. The run must have a reference day."""
    if run.reference is None or not FIRST_REFERENCE_YEAR <= run.reference.year <= LAST_REFERENCE_YEAR:
        return None
    if run.at(i).kind in _ALSO_DATED and parse_point(run, i) is not None:
        return None
    reading = None
    for parser in _PARSERS.get(run.at(i).kind, ()):
        reading = parser(run, i, run.reference)
        if reading is not None:
            return reading._replace(is_relative=True)
    return reading


def parse_to_date(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "year to date"."""
    unit = run.at(i).word
    after = skip(run, i + 1, "dash", "to", "dash")
    if run.at(after).kind != "now" or run.at(after).word != "date" or run.at(after - 1).kind == "unit":
        return None
    whole = unit_around(reference, unit)
    return None if whole is None else days_reading(whole.first_day(), reference, after + 1, "to_date")


_VERB_BEFORE = re.compile(
    r"(?:\b(?:to|not|will|would|shall|should|may|might|can|could|must)|['’]ll)\s$", re.IGNORECASE
)
_LONGEST_MODAL = 8


def _is_behind_modal(run: Run, start: int) -> bool:
    return _VERB_BEFORE.search(run.text, max(0, start - _LONGEST_MODAL), start) is not None


def _parse_part_of(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "the end of this month", "earlier this year", "late last week", "end of the year"."""
    mod = MODS[run.at(i).word]
    after = i + 1
    if run.at(after).kind in ("of", "in"):
        after += 1
    elif run.at(i).kind == "part" and _is_behind_modal(run, run.at(i).start):
        return None  # "will end next year" is no end of it
    following = run.at(after)
    inner: Reading | None = None
    if following.kind == "deictic":
        inner = parse_deictic(run, after, reference)
    elif following.kind == "the" and run.at(after + 1).kind == "deictic":
        inner = parse_deictic(run, after + 1, reference)
    elif following.kind == "the" and run.at(after + 1).kind == "unit" and _is_named_unit(run.at(after + 1)):
        point = unit_around(reference, run.at(after + 1).word)
        inner = None if point is None else Reading(point, after + 2, "this_unit")
    if inner is None or inner.until is not None or inner.point.mod is not None:
        return None
    return inner._replace(point=inner.point.with_mod(mod), form="part_of_" + inner.form)


def _is_named_unit(token: Token) -> bool:
    return token.word in UNITS_WITH_A_NAME


def _parse_half_of(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "the first half of this year"."""
    if run.at(i + 1).kind != "half" or run.at(i).value not in (1, 2):
        return None
    after = skip(run, i + 2, "of", "the")
    if run.at(after).kind != "deictic":
        return None
    inner = parse_deictic(run, after, reference)
    if inner is None or inner.until is not None:
        return None
    return inner._replace(point=inner.point.with_mod("START" if run.at(i).value == 1 else "END"))


def _parse_end_of(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "EOY"."""
    point = unit_around(reference, run.at(i).word)
    return None if point is None else Reading(point.with_mod("END"), i + 1, "end_of")


def _parse_numbered_week(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "week 31"."""
    number = run.at(i + 1)
    if run.at(i).word != "week" or number.kind != "number" or not 1 <= number.value <= 53:
        return None
    point = CalendarPoint(year=reference.year, week=number.value)
    return Reading(point, i + 2, "numbered_week") if point.first_day() else None


def _parse_holiday_of(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "Independence Day of this year"."""
    after = skip(run, i + 1, "of", "in")
    if (
        run.at(after).kind != "deictic"
        or run.at(after + 1).kind != "unit"
        or run.at(after + 1).word != "year"
    ):
        return None
    point = holiday_in(run.at(i).word, reference.year + run.at(after).value)
    return None if point is None else Reading(point, after + 2, "relative_holiday")


def _parse_amount_first(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "two weeks ago", "10 previous weeks", "three weeks from tomorrow", "a week starting tomorrow"."""
    amount = parse_amount(run, i)
    if amount is not None and run.at(amount[1]).kind == "deictic" and run.at(amount[1]).value:
        unit = run.at(amount[1] + 1)
        if (
            unit.kind == "unit"
            and unit.word not in ("weekend", "fortnight")
            and agrees_in_number(run, amount[0], unit)
        ):
            duration = Duration(((amount[0], unit.word),), working=False, begin=i, end=amount[1] + 2)
            return several_units(duration, reference, run.at(amount[1]).value)
    counted = parse_duration(run, i)
    if counted is None:
        return None
    after = run.at(counted.end)
    if after.kind in {"ago", "shifted_part"}:
        sign = after.value if after.kind == "ago" else 1 if after.word == "END" else -1
        if after.kind == "shifted_part" and not counts_from_today(run, i, sign):
            return None  # two days after, or before, something else that the text tells of
        if sign > 0 and is_told_as_past(run, i):
            return None  # two days after something else
        if after.kind == "ago" and PLUPERFECT.search(clause_before(run, i)):
            return None  # "had closed two months previously": before the time that the text tells of
        form = "ago" if after.kind == "ago" else "later" if sign > 0 else "earlier"
        return _counted(_halved(run, counted), reference, sign, counted.end + 1, form)
    return _parse_counted_from(run, counted, reference)


def _halved(run: Run, duration: Duration) -> Duration:
    """Take "half a year" as six months; other halves lead nowhere."""
    if run.at(duration.begin - 1).kind != "half":
        return duration
    amount, unit = duration.parts[0]
    halves = {"year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}
    half = halves.get(unit) if amount == 1 and len(duration.parts) == 1 else None
    return duration._replace(parts=() if half is None else (half,))


def _counted(duration: Duration, day: dt.date, sign: int, end: int, form: str) -> Reading | None:
    point = duration.point_from(day, sign)
    if point is None:
        return None
    return Reading(point, end, form, counted_day=duration.added_to(day, sign))


def _parse_base(run: Run, i: int, reference: dt.date) -> tuple[dt.date, int] | None:
    """A day to count from: "now", "tomorrow", "5 May 2019", "2011"; of a month or year the first day."""
    token = run.at(i)
    if token.kind == "now" and token.word == "now":
        return reference, i + 1
    reading = (
        parse_relative(run, i)
        if token.kind in ("day_word", "deictic")
        else parse_point(run, skip(run, i, "the"))
    )
    if reading is None or reading.until is not None:
        return None
    point = reading.point if not reading.point.takes_year else reading.point.with_year(reference.year)
    first = point.first_day()
    return None if first is None else (first, reading.end)


def _parse_counted_from(run: Run, duration: Duration, reference: dt.date) -> Reading | None:
    """The rest of "three weeks from tomorrow", "two days before yesterday", "a week starting on 5 May"."""
    sign_token = run.at(duration.end)
    after = duration.end + 1
    if sign_token.kind == "starting":
        base = _parse_base(run, skip(run, after, "on", "from"), reference)
        if base is None:
            return None
        last = duration.added_to(base[0], 1)
        return days_reading(base[0], shift_day(last, -1), base[1], "duration_from")
    if sign_token.kind == "comma" and run.at(after).kind in ("from", "starting"):
        sign_token, after = run.at(after), after + 1
        is_span = True
    else:
        is_span = run.at(duration.begin - 1).kind == "for"
    if sign_token.kind not in ("from", "after", "before", "starting"):
        return None
    base = _parse_base(run, after, reference)
    if base is None:
        return None
    sign = -1 if sign_token.kind == "before" else 1
    if is_span and sign > 0:
        last = duration.added_to(base[0], 1)
        return days_reading(base[0], shift_day(last, -1), base[1], "duration_from")
    reading = _counted(duration, base[0], sign, base[1], "counted_from")
    if reading is None:
        return None
    if (
        run.at(base[1]).kind == "on"
        and run.at(base[1] + 1).kind == "weekday"
        and reading.counted_day is not None
    ):
        # "two months from today on Tuesday": the first Tuesday from then on
        days = (run.at(base[1] + 1).value - reading.counted_day.isoweekday()) % 7
        return day_reading(shift_day(reading.counted_day, days), base[1] + 2, "counted_weekday")
    return reading


def _parse_in(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "in two weeks", unless the clause is about the past; "in two years since 2011"."""
    duration = parse_duration(run, i + 1)
    if duration is None or run.at(duration.end - 2).kind == "dash":
        return None  # "in 10-year bonds"
    if run.at(duration.end).kind == "after":
        base = _parse_base(run, duration.end + 1, reference)
        return None if base is None else _counted(duration, base[0], 1, base[1], "counted_from")
    if run.at(duration.end).kind in ("ago", "before", "from", "of") or len(duration.parts) > 1:
        return None
    if is_told_as_past(run, i):
        return None
    return _counted(duration, reference, 1, duration.end, "in_units")


def _parse_within(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "within nine months", "within the next three days": from the day of writing up to then."""
    after = skip(run, i + 1, "the", "deictic")
    duration = parse_duration(run, after)
    if duration is None or run.at(duration.end).kind in ("of", "after", "before"):
        return None
    if is_told_as_past(run, i) or opens_a_past_clause(run, i):
        return None  # "Within a year, the birds had doubled" counts from what the story tells
    last = duration.added_to(reference, 1)
    return days_reading(reference, last, duration.end, "within")


def _parse_after_the(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "the day before yesterday", "the day after tomorrow", "the week", "the past three days"."""
    unit = run.at(i + 1)
    if unit.kind != "unit":
        return None
    following = run.at(i + 2)
    if unit.word == "day" and following.kind in ("before", "after"):
        base = _parse_base(run, i + 3, reference)
        sign = -1 if following.kind == "before" else 1
        if base is None:
            if not _ends_clause(run, i + 2):
                return None
            return day_reading(add_units(reference, "day", sign), i + 3, "day_beside")
        return day_reading(add_units(base[0], "day", sign), base[1], "day_beside")
    if following.kind in ("before", "after") and run.at(i + 3).kind == "deictic" and unit.word != "day":
        shift = run.at(i + 3).value
        if shift == (-1 if following.kind == "before" else 1):
            point = unit_from(reference, unit.word, 2 * shift)
            return None if point is None else Reading(point, i + 4, "unit_before_last")
    if run.at(i - 1).kind in ("in", "within") and _ends_clause(run, i + 1) and unit.word in UNITS_WITH_A_NAME:
        # "sales in the year"
        point = unit_around(reference, unit.word)
        return None if point is None else Reading(point, i + 2, "this_unit")
    return None


def _parse_ordinal_of(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "the 21st this month", "the 15th day of next month", "the 9th month of next year"."""
    ordinal = (run.at(i).value, i + 1) if run.at(i).value == -1 else parse_ordinal(run, i)
    if ordinal is None:
        return None
    number, after = ordinal
    unit = "day"
    if run.at(after).kind == "unit":
        unit, after = run.at(after).word, after + 1
    after = skip(run, after, "of", "in")
    head = run.at(after)
    if head.kind == "the":
        shift, after = 0, after + 1
    elif head.kind == "deictic":
        shift, after = head.value, after + 1
    else:
        return None
    whole = run.at(after)
    if whole.kind != "unit" or whole.word not in ("month", "year", "quarter") or number < 1:
        return None
    point = unit_from(reference, whole.word, shift)
    first = None if point is None else point.first_day()
    if point is None or first is None:
        return None
    if unit == "day" and whole.word == "month" and is_day(first.year, first.month, number):
        return day_reading(first.replace(day=number), after + 1, "day_of_unit")
    if unit == "month" and whole.word == "year" and number <= 12:
        return Reading(CalendarPoint(year=first.year, month=number), after + 1, "month_of_year")
    if unit == "quarter" and whole.word == "year" and number <= 4:
        return Reading(CalendarPoint(year=first.year, quarter=number), after + 1, "quarter_of_year")
    if unit == "week" and whole.word == "year":
        week = CalendarPoint(year=first.year, week=number)
        return Reading(week, after + 1, "week_of_year") if week.first_day() else None
    return None


def _parse_day_of_month(run: Run, i: int) -> tuple[int, int] | None:
    token = run.at(i)
    if token.kind == "number" and len(token.word) <= 2 and not run.text[token.end : token.end + 1].isalpha():
        if run.text[token.end : token.end + 1] in (":", "%") or not 1 <= token.value <= 31:
            return None
        return token.value, i + 1
    day = parse_ordinal(run, i)
    return day if day is not None and 1 <= day[0] <= 31 else None


def _parse_day_word(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "yesterday", "today", "tomorrow"."""
    return day_reading(reference + dt.timedelta(days=run.at(i).value), i + 1, "day_word")


def parse_now(run: Run, i: int) -> Reading | None:
    """Read "now" and "date" as the end of a span: "from March to date"."""
    if run.reference is None or run.at(i).kind != "now":
        return None
    return Reading(day_point(run.reference), i + 1, "now", is_relative=True)


def _ends_clause(run: Run, i: int) -> bool:
    return bool(re.match(r"\s*(?:[.,;:!?)]|$)", run.text[run.at(i).end : run.at(i).end + 8]))


def _parse_weekday(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "Tuesday of next week", "Monday two weeks from now", "Tuesday the 21st"."""
    weekday = run.at(i).value
    after = skip(run, i + 1, "comma", "of", "the")
    head = run.at(after)
    if head.kind == "deictic" and run.at(after + 1).kind == "unit" and run.at(after + 1).word == "week":
        week = unit_from(reference, "week", head.value)
        return None if week is None else weekday_of_week(week, weekday, after + 2)
    if head.kind == "deictic":
        return None
    counted = _parse_amount_first(run, after, reference) if parse_duration(run, after) else None
    if counted is not None and counted.counted_day is not None and counted.until is None:
        # the week is counted from Sunday here, as calendars in English print it
        days = weekday % 7 - counted.counted_day.isoweekday() % 7
        return day_reading(shift_day(counted.counted_day, days), counted.end, "counted_weekday")
    day = _parse_day_of_month(run, after)
    if day is None:
        return _parse_bare_weekday(run, i, reference)
    if run.at(day[1]).kind == "month":
        return None
    # "Tuesday the 21st": the nearest month in which the 21st is a Tuesday
    for months in (0, 1, -1):
        first = add_units(reference.replace(day=1), "month", months)
        if first is not None and is_day(first.year, first.month, day[0]):
            candidate = first.replace(day=day[0])
            if candidate.isoweekday() == weekday:
                return day_reading(candidate, day[1], "weekday_and_day")
    return None


def _parse_bare_weekday(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "on Friday": the last one up to the day of writing for the past, the next one for the future."""
    if run.at(i - 1).kind != "on" or run.at(i + 1).kind in ("and", "to", "dash"):
        return None
    before = clause_before(run, i)
    is_future, is_over = bool(FUTURE.search(before)), is_past(before)
    if not is_future and not is_over:
        # the nearest verb tells: "On Monday the firm said that it would close"
        after = clause_after(run, i)
        ahead_of, past = FUTURE.search(after), past_verb(after)
        is_future = ahead_of is not None and (past is None or ahead_of.start() < past)
        is_over = past is not None and not is_future
    if is_future == is_over:
        return None
    ahead = (run.at(i).value - reference.isoweekday()) % 7
    days = ahead if is_future else ahead - 7 if ahead else 0
    return day_reading(shift_day(reference, days), i + 1, "bare_weekday")


_PARSERS = {
    "deictic": (parse_deictic,),
    "number": (_parse_amount_first,),
    "cardinal": (_parse_ordinal_of, _parse_amount_first),
    "article": (_parse_amount_first,),
    "in": (_parse_in,),
    "within": (_parse_within,),
    "day_word": (_parse_day_word,),
    "the": (_parse_after_the,),
    "weekday": (_parse_weekday,),
    "ordinal": (_parse_ordinal_of, _parse_half_of),
    "part": (_parse_part_of,),
    "early_late": (_parse_part_of,),
    "shifted_part": (_parse_part_of,),
    "end_of": (_parse_end_of,),
    "unit": (_parse_numbered_week, parse_to_date),
    "holiday": (_parse_holiday_of,),
}
