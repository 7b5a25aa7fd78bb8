"""Expressions that need the day of writing: "last month", "two weeks ago", "Monday of next week".

Weeks are ISO weeks. "next Friday" is the Friday of next week, "the coming Friday" too, "this Friday" that of
this week; "the past two quarters" are the last two whole ones. Whether "on Friday" is the last or the next
one, only the tense tells; where the words around it do not show one, it is left out.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dates.calendar_points import (
    CalendarPoint,
    add_units,
    add_working_days,
    day_point,
    is_day,
    unit_around,
)
from claimcheck.dates.holidays import holiday_in
from claimcheck.dates.phrases import MODS, Reading, Run, parse_ordinal, parse_point
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.dates.tokens import Token

MAX_AMOUNT = 10_000
# Texts of other times name no years this module could count with; nothing is resolved for them.
FIRST_REFERENCE_YEAR, LAST_REFERENCE_YEAR = 1000, 9000
# "last week of 2019", "first half of 2019" need no day of writing.
_ALSO_DATED = frozenset({"deictic", "ordinal", "cardinal", "unit", "holiday", "weekday"})

_UNITS_WITH_A_NAME = ("week", "month", "quarter", "year", "decade", "century")


class _Duration(NamedTuple):
    """Amounts of units with the token after them: ((2, "year"), (1, "month"))."""

    parts: tuple[tuple[int, str], ...]
    working: bool
    begin: int
    end: int

    def added_to(self, day: dt.date, sign: int) -> dt.date | None:
        """The day this much after (`sign` 1) or before (-1) another."""
        result: dt.date | None = day
        for amount, unit in self.parts:
            if result is None:
                return None
            if self.working and unit == "day":
                result = add_working_days(result, sign * amount)
            else:
                result = add_units(result, unit, sign * amount)
        return result

    def point_from(self, day: dt.date, sign: int) -> CalendarPoint | None:
        """What the duration leads to, no finer than its own finest unit: two years on is a year."""
        if not self.parts:
            return None
        reached = self.added_to(day, sign)
        if reached is None:
            return None
        unit = self.parts[-1][1]
        return unit_around(reached, unit if unit in ("month", "year", "decade", "century") else "day")


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


def _day_reading(day: dt.date | None, end: int, form: str) -> Reading | None:
    return None if day is None else Reading(day_point(day), end, form)


def _shift(day: dt.date | None, days: int) -> dt.date | None:
    """The day so many days later, or None where there is none."""
    return None if day is None else add_units(day, "day", days)


def _skip(run: Run, i: int, *kinds: str) -> int:
    for kind in kinds:
        if run.at(i).kind == kind:
            i += 1
    return i


# ---- amounts ----


def _parse_amount(run: Run, i: int) -> tuple[int, int] | None:
    token = run.at(i)
    if token.kind == "number":
        return (token.value, i + 1) if 0 < token.value <= MAX_AMOUNT else None
    if token.kind == "article":
        return 1, i + 1
    if token.kind == "cardinal":
        after = i + 1
        if token.value >= 20 and token.value % 10 == 0:
            after = _skip(run, after, "dash")
            unit = run.at(after)
            if unit.kind == "cardinal" and unit.value < 10:
                return token.value + unit.value, after + 1
            after = i + 1
        if run.at(after).kind == "scale" and run.at(after).value == 100:
            return token.value * 100, after + 1
        return token.value, after
    return None


def _parse_duration(run: Run, i: int) -> _Duration | None:
    """Read "two weeks", "2 years 1 month and 21 days", "five working days"."""
    parts: list[tuple[int, str]] = []
    working = False
    end = i
    while len(parts) < 4:
        begin = _skip(run, end, "comma", "and") if parts else end
        amount = _parse_amount(run, begin)
        if amount is None:
            break
        after = amount[1]
        if run.at(after).kind == "working":
            working, after = True, after + 1
        after = _skip(run, after, "dash")
        unit = run.at(after)
        if unit.kind != "unit" or not _agrees(run, amount[0], unit):
            break
        if unit.word == "fortnight":
            parts.append((2 * amount[0], "week"))
        elif unit.word != "weekend":
            parts.append((amount[0], unit.word))
        else:
            break
        end = after + 1
    return _Duration(tuple(parts), working, i, end) if parts else None


def _agrees(run: Run, amount: int, unit: Token) -> bool:
    """Whether the unit's number goes with the amount; "two year" is let pass, "only 3 next week" is not."""
    return amount == 1 or unit.word == "year" or run.text[unit.start : unit.end].lower().endswith("s")


# A deed told as over: "it was built in two weeks" tells how long it took, "the following year" is another's.
_PAST_TENSE = re.compile(
    r"\b(?:was|were|had|did|took|\w{2,}ed|built|made|wrote|won|lost|sold|grew|rose|fell)\b", re.IGNORECASE
)
_FUTURE = re.compile(
    r"\b(?:will|shall|would|going to|to be|plans?|expects?|due|again|back|\w+['’]ll)\b", re.IGNORECASE
)
_PLUPERFECT = re.compile(r"\bhad (?:\w+ )?\w+(?:ed|en|n|t|d)\b", re.IGNORECASE)
_COMPARED = WordPattern(r"\b(?:<dates/compared_with>)\s+(?:the\s+)?$", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_PAST_FORMS = WordSet("dates/past_forms")
_CLAUSE_END = re.compile(r"[.;:!?\n]")
SENTENCE_CHARS = 80  # the median sentence of the gold articles has 120


def _past_verb(clause: str) -> int | None:
    """Where the first verb of a clause stands that can only be of the past."""
    irregular = _PAST_FORMS.words()
    first = (
        _PAST_TENSE.search(clause),
        next((match for match in _WORD.finditer(clause) if match[0] in irregular), None),
    )
    return min((match.start() for match in first if match is not None), default=None)


def _is_past(clause: str) -> bool:
    return _past_verb(clause) is not None


def _is_told_as_past(run: Run, i: int) -> bool:
    """Whether the clause before token `i` is about the past."""
    clause = _clause_before(run, i)
    return bool(_PAST_TENSE.search(clause)) and not _FUTURE.search(clause)


def _counts_from_today(run: Run, i: int, sign: int) -> bool:
    """Whether "later" counts from the day of writing, in a clause on what is to come, or "earlier", in a
    comparison: "up from a year earlier". In a story both count from what was told before.
    """
    told = _FUTURE if sign > 0 else _COMPARED
    return told.search(_clause_before(run, i)) is not None


def _clause_before(run: Run, i: int) -> str:
    start = run.at(i).start
    return _CLAUSE_END.split(run.text[max(0, start - SENTENCE_CHARS) : start])[-1]


def _clause_after(run: Run, i: int) -> str:
    end = run.at(i).end
    return _CLAUSE_END.split(run.text[end : end + SENTENCE_CHARS])[0]


# ---- this, last, next ----


def _unit_from(day: dt.date, unit: str, shift: int) -> CalendarPoint | None:
    """The calendar unit `shift` units away from the one that holds `day`."""
    if unit == "weekend":
        reached = add_units(day, "week", shift)
        return None if reached is None else unit_around(reached, "week")
    reached = add_units(day.replace(day=1) if unit in ("month", "quarter", "year") else day, unit, shift)
    return None if reached is None else unit_around(reached, unit)


def _weekday_from(day: dt.date, weekday: int, word: str, shift: int) -> dt.date | None:
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


def _parse_deictic(run: Run, i: int, reference: dt.date) -> Reading | None:
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
    if (word in _IN_STORIES or (word == "next" and has_article)) and _is_told_as_past(run, i):
        return None  # "he died the following year"
    if head.kind == "unit":
        if run.at(after + 1).kind == "of":
            return None  # "the last year of the war"
        if (
            has_article
            and word in ("last", "past")
            and head.word not in ("day", "quarter", "weekend", "fortnight")
        ):
            duration = _Duration(((1, head.word),), working=False, begin=i, end=after + 1)
            return _several(duration, reference, -1)
        return _parse_deictic_unit(run, after, reference, shift)
    if head.kind == "weekday":
        return _day_reading(_weekday_from(reference, head.value, word, shift), after + 1, "relative_weekday")
    if head.kind == "month" and head.word != "lower":
        year = _year_of_month(reference, head.value, shift)
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
            _days(begin, begin + dt.timedelta(days=13), unit_index + 1, "relative_units") if shift else None
        )
    point = _unit_from(reference, unit, shift)
    if point is None:
        return None
    after = unit_index + 1
    if unit == "week" and run.at(after).kind == "weekday" and point.first_day():
        return _weekday_of_week(point, run.at(after).value, after + 1)
    if unit == "day":
        return None
    return Reading(point, after, "relative_unit")


def _weekday_of_week(week: CalendarPoint, weekday: int, end: int) -> Reading | None:
    monday = week.first_day()
    return None if monday is None else _day_reading(_shift(monday, weekday - 1), end, "weekday_of_week")


def _year_of_month(reference: dt.date, month: int, shift: int) -> int:
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


def _days(first: dt.date | None, last: dt.date | None, end: int, form: str) -> Reading | None:
    if first is None or last is None:
        return None
    if first == last:
        return Reading(day_point(first), end, form)
    return Reading(day_point(first), end, form, until=day_point(last))


def _parse_several(run: Run, i: int, reference: dt.date, shift: int) -> Reading | None:
    """Read "(next) three days", "(past) two quarters": the days or whole quarters meant, as one span."""
    duration = _parse_duration(run, i)
    if duration is None or run.at(i).kind == "article" or len(duration.parts) > 1:
        return None
    if run.at(duration.end).kind == "of":
        return None  # "the last three days of May"
    return _several(duration, reference, shift)


def _several(duration: _Duration, reference: dt.date, shift: int) -> Reading | None:
    amount, unit = duration.parts[0]
    one_day = dt.timedelta(days=1)
    if unit == "quarter":
        begin = _unit_from(reference, unit, 1 if shift > 0 else -amount)
        last = _unit_from(reference, unit, amount if shift > 0 else -1)
        if begin is None or last is None:
            return None
        return Reading(begin, duration.end, "relative_units", until=None if amount == 1 else last)
    other = duration.added_to(reference, 1 if shift > 0 else -1)
    if other is None:
        return None
    if shift > 0:
        return _days(reference + one_day, other, duration.end, "relative_units")
    return _days(other, reference - one_day, duration.end, "relative_units")


def _parse_amount_first(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "two weeks ago", "10 previous weeks", "three weeks from tomorrow", "a week starting tomorrow"."""
    amount = _parse_amount(run, i)
    if amount is not None and run.at(amount[1]).kind == "deictic" and run.at(amount[1]).value:
        unit = run.at(amount[1] + 1)
        if (
            unit.kind == "unit"
            and unit.word not in ("weekend", "fortnight")
            and _agrees(run, amount[0], unit)
        ):
            duration = _Duration(((amount[0], unit.word),), working=False, begin=i, end=amount[1] + 2)
            return _several(duration, reference, run.at(amount[1]).value)
    counted = _parse_duration(run, i)
    if counted is None:
        return None
    after = run.at(counted.end)
    if after.kind in {"ago", "shifted_part"}:
        sign = after.value if after.kind == "ago" else 1 if after.word == "END" else -1
        if after.kind == "shifted_part" and not _counts_from_today(run, i, sign):
            return None  # two days after, or before, something else that the text tells of
        if sign > 0 and _is_told_as_past(run, i):
            return None  # two days after something else
        if after.kind == "ago" and _PLUPERFECT.search(_clause_before(run, i)):
            return None  # "had closed two months previously": before the time that the text tells of
        form = "ago" if after.kind == "ago" else "later" if sign > 0 else "earlier"
        return _counted(_halved(run, counted), reference, sign, counted.end + 1, form)
    return _parse_counted_from(run, counted, reference)


def _halved(run: Run, duration: _Duration) -> _Duration:
    """Take "half a year" as six months; other halves lead nowhere."""
    if run.at(duration.begin - 1).kind != "half":
        return duration
    amount, unit = duration.parts[0]
    halves = {"year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}
    half = halves.get(unit) if amount == 1 and len(duration.parts) == 1 else None
    return duration._replace(parts=() if half is None else (half,))


def _counted(duration: _Duration, day: dt.date, sign: int, end: int, form: str) -> Reading | None:
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
        else parse_point(run, _skip(run, i, "the"))
    )
    if reading is None or reading.until is not None:
        return None
    point = reading.point if not reading.point.takes_year else reading.point.with_year(reference.year)
    first = point.first_day()
    return None if first is None else (first, reading.end)


def _parse_counted_from(run: Run, duration: _Duration, reference: dt.date) -> Reading | None:
    """The rest of "three weeks from tomorrow", "two days before yesterday", "a week starting on 5 May"."""
    sign_token = run.at(duration.end)
    after = duration.end + 1
    if sign_token.kind == "starting":
        base = _parse_base(run, _skip(run, after, "on", "from"), reference)
        if base is None:
            return None
        last = duration.added_to(base[0], 1)
        return _days(base[0], _shift(last, -1), base[1], "duration_from")
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
        return _days(base[0], _shift(last, -1), base[1], "duration_from")
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
        return _day_reading(_shift(reading.counted_day, days), base[1] + 2, "counted_weekday")
    return reading


def _parse_in(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "in two weeks", unless the clause is about the past; "in two years since 2011"."""
    duration = _parse_duration(run, i + 1)
    if duration is None:
        return None
    if run.at(duration.end).kind == "after":
        base = _parse_base(run, duration.end + 1, reference)
        return None if base is None else _counted(duration, base[0], 1, base[1], "counted_from")
    if run.at(duration.end).kind in ("ago", "before", "from", "of") or len(duration.parts) > 1:
        return None
    if _is_told_as_past(run, i):
        return None
    return _counted(duration, reference, 1, duration.end, "in_units")


def _parse_within(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "within nine months", "within the next three days": from the day of writing up to then."""
    after = _skip(run, i + 1, "the", "deictic")
    duration = _parse_duration(run, after)
    if duration is None or run.at(duration.end).kind in ("of", "after", "before"):
        return None
    last = duration.added_to(reference, 1)
    return _days(reference, last, duration.end, "within")


# ---- days ----


def _parse_day_word(run: Run, i: int, reference: dt.date) -> Reading | None:
    return _day_reading(reference + dt.timedelta(days=run.at(i).value), i + 1, "day_word")


def parse_now(run: Run, i: int) -> Reading | None:
    """Read "now" and "date" as the end of a span: "from March to date"."""
    if run.reference is None or run.at(i).kind != "now":
        return None
    return Reading(day_point(run.reference), i + 1, "now", is_relative=True)


def _parse_to_date(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "year to date"."""
    unit = run.at(i).word
    after = _skip(run, i + 1, "dash", "to", "dash")
    if run.at(after).kind != "now" or run.at(after).word != "date" or run.at(after - 1).kind == "unit":
        return None
    whole = unit_around(reference, unit)
    return None if whole is None else _days(whole.first_day(), reference, after + 1, "to_date")


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
            return _day_reading(add_units(reference, "day", sign), i + 3, "day_beside")
        return _day_reading(add_units(base[0], "day", sign), base[1], "day_beside")
    if following.kind in ("before", "after") and run.at(i + 3).kind == "deictic" and unit.word != "day":
        shift = run.at(i + 3).value
        if shift == (-1 if following.kind == "before" else 1):
            point = _unit_from(reference, unit.word, 2 * shift)
            return None if point is None else Reading(point, i + 4, "unit_before_last")
    if (
        run.at(i - 1).kind in ("in", "within")
        and _ends_clause(run, i + 1)
        and unit.word in _UNITS_WITH_A_NAME
    ):
        # "sales in the year"
        point = unit_around(reference, unit.word)
        return None if point is None else Reading(point, i + 2, "this_unit")
    return None


def _ends_clause(run: Run, i: int) -> bool:
    return bool(re.match(r"\s*(?:[.,;:!?)]|$)", run.text[run.at(i).end : run.at(i).end + 8]))


def _parse_weekday(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "Tuesday of next week", "Monday two weeks from now", "Tuesday the 21st"."""
    weekday = run.at(i).value
    after = _skip(run, i + 1, "comma", "of", "the")
    head = run.at(after)
    if head.kind == "deictic" and run.at(after + 1).kind == "unit" and run.at(after + 1).word == "week":
        week = _unit_from(reference, "week", head.value)
        return None if week is None else _weekday_of_week(week, weekday, after + 2)
    if head.kind == "deictic":
        return None
    counted = _parse_amount_first(run, after, reference) if _parse_duration(run, after) else None
    if counted is not None and counted.counted_day is not None and counted.until is None:
        # the week is counted from Sunday here, as calendars in English print it
        days = weekday % 7 - counted.counted_day.isoweekday() % 7
        return _day_reading(_shift(counted.counted_day, days), counted.end, "counted_weekday")
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
                return _day_reading(candidate, day[1], "weekday_and_day")
    return None


def _parse_bare_weekday(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "on Friday": the last one up to the day of writing for the past, the next one for the future."""
    if run.at(i - 1).kind != "on" or run.at(i + 1).kind in ("and", "to", "dash"):
        return None
    before = _clause_before(run, i)
    is_future, is_past = bool(_FUTURE.search(before)), _is_past(before)
    if not is_future and not is_past:
        # the nearest verb tells: "On Monday the firm said that it would close"
        after = _clause_after(run, i)
        ahead_of, past = _FUTURE.search(after), _past_verb(after)
        is_future = ahead_of is not None and (past is None or ahead_of.start() < past)
        is_past = past is not None and not is_future
    if is_future == is_past:
        return None
    ahead = (run.at(i).value - reference.isoweekday()) % 7
    days = ahead if is_future else ahead - 7 if ahead else 0
    return _day_reading(_shift(reference, days), i + 1, "bare_weekday")


def _parse_day_of_month(run: Run, i: int) -> tuple[int, int] | None:
    token = run.at(i)
    if token.kind == "number" and len(token.word) <= 2 and not run.text[token.end : token.end + 1].isalpha():
        if run.text[token.end : token.end + 1] in (":", "%") or not 1 <= token.value <= 31:
            return None
        return token.value, i + 1
    day = parse_ordinal(run, i)
    return day if day is not None and 1 <= day[0] <= 31 else None


def _parse_ordinal_of(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "the 21st this month", "the 15th day of next month", "the 9th month of next year"."""
    ordinal = (run.at(i).value, i + 1) if run.at(i).value == -1 else parse_ordinal(run, i)
    if ordinal is None:
        return None
    number, after = ordinal
    unit = "day"
    if run.at(after).kind == "unit":
        unit, after = run.at(after).word, after + 1
    after = _skip(run, after, "of", "in")
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
    point = _unit_from(reference, whole.word, shift)
    first = None if point is None else point.first_day()
    if point is None or first is None:
        return None
    if unit == "day" and whole.word == "month" and is_day(first.year, first.month, number):
        return _day_reading(first.replace(day=number), after + 1, "day_of_unit")
    if unit == "month" and whole.word == "year" and number <= 12:
        return Reading(CalendarPoint(year=first.year, month=number), after + 1, "month_of_year")
    if unit == "quarter" and whole.word == "year" and number <= 4:
        return Reading(CalendarPoint(year=first.year, quarter=number), after + 1, "quarter_of_year")
    if unit == "week" and whole.word == "year":
        week = CalendarPoint(year=first.year, week=number)
        return Reading(week, after + 1, "week_of_year") if week.first_day() else None
    return None


# ---- parts and spans ----


def _parse_part_of(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "the end of this month", "earlier this year", "late last week", "end of the year"."""
    mod = MODS[run.at(i).word]
    after = i + 1
    if run.at(after).kind in ("of", "in"):
        after += 1
    following = run.at(after)
    inner: Reading | None = None
    if following.kind == "deictic":
        inner = _parse_deictic(run, after, reference)
    elif following.kind == "the" and run.at(after + 1).kind == "deictic":
        inner = _parse_deictic(run, after + 1, reference)
    elif following.kind == "the" and run.at(after + 1).kind == "unit" and _is_named_unit(run.at(after + 1)):
        point = unit_around(reference, run.at(after + 1).word)
        inner = None if point is None else Reading(point, after + 2, "this_unit")
    if inner is None or inner.until is not None or inner.point.mod is not None:
        return None
    return inner._replace(point=inner.point.with_mod(mod), form="part_of_" + inner.form)


def _is_named_unit(token: Token) -> bool:
    return token.word in _UNITS_WITH_A_NAME


def _parse_half_of(run: Run, i: int, reference: dt.date) -> Reading | None:
    """Read "the first half of this year"."""
    if run.at(i + 1).kind != "half" or run.at(i).value not in (1, 2):
        return None
    after = _skip(run, i + 2, "of", "the")
    if run.at(after).kind != "deictic":
        return None
    inner = _parse_deictic(run, after, reference)
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
    after = _skip(run, i + 1, "of", "in")
    if (
        run.at(after).kind != "deictic"
        or run.at(after + 1).kind != "unit"
        or run.at(after + 1).word != "year"
    ):
        return None
    point = holiday_in(run.at(i).word, reference.year + run.at(after).value)
    return None if point is None else Reading(point, after + 2, "relative_holiday")


_PARSERS = {
    "deictic": (_parse_deictic,),
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
    "unit": (_parse_numbered_week, _parse_to_date),
    "holiday": (_parse_holiday_of,),
}
