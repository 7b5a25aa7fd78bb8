"""Calendar expressions in English text, with their TIMEX3 values.

>>> dates = find_dates("It opened in late 2022 and shut on May 5, 2024.")
>>> [(date.text, date.timex, date.mod) for date in dates]
[('late 2022', '2022', 'END'), ('May 5, 2024', '2024-05-05', None)]

Days and months without a year stay partial (`XXXX-12`). Words relative to the day of writing ("last month")
are left out unless that day is given. A number that may be a year counts only where the words around it
say so, a date such as 01/02/2019 only with the order of its numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from claimcheck.dates.calendar_points import CalendarPoint, Mod, is_day
from claimcheck.dates.contexts import follows_year, is_date, read_context, stands_alone
from claimcheck.dates.days import parse_ordinal
from claimcheck.dates.phrases import parse_point
from claimcheck.dates.readings import MODS, DateOrder, Phrase, Reading, Run
from claimcheck.dates.relative import parse_now, parse_relative
from claimcheck.dates.tokens import anchor_pattern, read_run
from claimcheck.notation.falls import find_fall
from claimcheck.notation.law_citations import ends_law_citation

if TYPE_CHECKING:
    import datetime as dt

DateKind = Literal[
    "day", "week", "month", "quarter", "season", "year", "decade", "century", "range", "relative"
]

# The longest span with two digits for its end in the texts read is "1914–45".
SHORT_SPAN_YEARS = 45
# Longer lists such as "the 15th, 16th, 17th and 18th centuries" are not told from lists of numbers.
MAX_LIST_DEPTH = 5


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A calendar expression; offsets are code points of the text, ends exclusive.

    Attributes:
        start: where the expression itself begins, without preposition and article.
        end: where it ends.
        text: the characters from `start` to `end`.
        timex: its TIMEX3 value; spans are `first/last`, both ends included.
        mod: early, middle or late part of it; None for spans.
        relation: how it was introduced, see date_relations.csv ("as of" is `as_of`, "later than" `after`).
        phrase_start: where it begins with its preposition, as in "In the late 1950s".
        kind: its unit; `range` for a span; `relative` where the reference day was needed.
        found_by: name of the rule.
        first: the calendar point, or the first one of a span.
        last: the last point of a span, None otherwise.
        bounds: for a span written as two dates, each of them with its own place.
        counted_day: for "two years ago" and the like the exact day counted to.
    """

    start: int
    end: int
    text: str
    timex: str
    mod: Mod | None
    relation: str | None
    phrase_start: int
    kind: DateKind
    found_by: str
    first: CalendarPoint
    last: CalendarPoint | None = None
    bounds: tuple[DateExpression, DateExpression] | None = None
    counted_day: dt.date | None = None


def find_dates(
    text: str, *, reference: dt.date | None = None, date_order: DateOrder | None = None
) -> list[DateExpression]:
    """Every date expression of the text, in reading order, none overlapping another.

    Args:
        text: any text; it is read in time linear in its length.
        reference: the day of writing; without it relative expressions are left out.
        date_order: how dates such as 01/02/2019 and 4/23 are to be read; without it they are left out.
    """
    found: list[DateExpression] = []
    position = 0
    search = anchor_pattern(relative=reference is not None).search
    spaced = " " + text  # see `anchor_pattern`
    while anchor := search(spaced, position):
        limit = found[-1].end if found else 0
        tokens, stop = read_run(text, anchor.start(), max(limit, position))
        run = Run(tokens, text, reference, date_order)
        _find_in_run(run, found)
        position = max(stop, anchor.start() + 1)
    return found


def _find_in_run(run: Run, found: list[DateExpression]) -> None:
    i, length = 0, len(run.tokens)
    while i < length:
        if run.at(i).kind == "from" and _is_fall(run, i):
            i += _TOKENS_OF_FALL
            continue
        phrases = _parse_phrases(run, i)
        accepted = False
        for phrase in phrases:
            expression = _express(run, phrase, found)
            if expression is not None:
                found.append(expression)
                accepted = True
        i = phrases[-1].end if accepted else i + 1


# ---- spans and lists ----


_LAST_OF_ERA = 2199
_TOKENS_OF_FALL = 4
_LONGEST_FALL = len("from 2010 to 2005") + 16  # with the era or the noun that makes them years


def _is_fall(run: Run, i: int) -> bool:
    """Whether "from" leads from a number of four digits to a lower one: "cut from 1400 to 1200"."""
    start = run.at(i).start
    return find_fall(run.text[start : start + _LONGEST_FALL].lower(), 0) is not None


def _parse_phrases(run: Run, i: int) -> list[Phrase]:
    """The phrase at token `i`, mostly none or one; a list such as "18th and 19th centuries" gives more."""
    opener = run.at(i).kind
    first = i
    if opener in ("from", "between"):
        first = i + 1
        if run.at(first).kind == "the":
            first += 1
        if run.at(first).kind == "unit" and run.at(first).word == "year":
            first += 1
    shared = _parse_shared(run, first, opener)
    if shared:
        return shared
    left = _parse_any(run, first)
    if left is None:
        return []
    sign = run.at(left.end)
    is_span = sign.kind in ("dash", "to") or (opener == "between" and sign.kind == "and")
    is_span |= _is_double_year(run, left) or _is_through_decades(run, left, first)
    if is_span and left.until is None:
        right = _parse_right(run, left, left.end + 1)
        span = None if right is None else _join(left, right)
        if span is not None:
            return [Phrase(first, span[1].end, span[0], span[1], _skip_the(run, left.end + 1))]
    if sign.kind == "and" and left.point.takes_year and left.until is None:
        # "May and June 2019": the year is for both
        right = _parse_any(run, left.end + 1)
        if right is not None and right.form == left.form + "_year" and right.point.year is not None:
            left = left._replace(point=left.point.with_year(right.point.year), form=right.form, sure=True)
    return [Phrase(first, left.end, left)]


def _is_double_year(run: Run, left: Reading) -> bool:
    """Whether a year is followed by a stroke and the next year: "1999/2000", "2019/20"."""
    sign, token = run.at(left.end), run.at(left.end + 1)
    if left.form != "year" or sign.kind != "slash" or token.kind != "number" or len(token.word) not in (2, 4):
        return False
    is_next = ((left.point.year or 0) + 1 - token.value) % 100 == 0
    return is_next and run.is_tight(left.end) and run.is_tight(left.end + 1)


def _parse_any(run: Run, i: int) -> Reading | None:
    if run.reference is not None:
        relative = parse_relative(run, i)
        if relative is not None:
            return relative
    return parse_point(run, i)


def _skip_the(run: Run, i: int) -> int:
    return i + 1 if run.at(i).kind == "the" else i


_NO_MORE = re.compile(r"\s*(?:[;)\]]|[.,](?!\d)|$|(?:and|but|or|when|while|as|with)\b)")
_THROUGH = re.compile(r"\b(?:through(?:out)?|during|over|across)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_through_decades(run: Run, left: Reading, first: int) -> bool:
    """Whether two decades are one time: "throughout the 1980s and 1990s", "through the 1980s and 90s"."""
    if left.point.decade is None or run.at(left.end).kind != "and":
        return False
    start = run.at(first).start
    if _THROUGH.search(run.text, max(0, start - 16), start) is None:
        return False
    right = _parse_right(run, left, left.end + 1)
    return right is not None and right.point.decade == left.point.decade + 1


def _parse_right(run: Run, left: Reading, i: int) -> Reading | None:
    """The second bound of a span, which may lean on the first: "94" in "1892 – 94"."""
    i = _skip_the(run, i)
    token = run.at(i)
    is_short_year = token.kind == "shortyear" or (token.kind == "number" and len(token.word) == 2)
    if left.form == "year" and left.point.year is not None and is_short_year:
        following = run.at(i + 1)
        if following.kind == "month" and following.word != "lower":
            return None  # "2019 - 12 May"
        if not 0 < token.value - left.point.year % 100 <= SHORT_SPAN_YEARS:
            return None
        if run.at(i - 1).kind == "to" and not _NO_MORE.match(run.text, token.end):
            return None  # "from 19% in 2011 to 18% in 2012", "from 2011 to 18 members"
        point = CalendarPoint(year=left.point.year // 100 * 100 + token.value)
        return Reading(point, i + 1, "year", sure=False)
    is_later = left.point.year is not None and 0 < left.point.year < token.value <= _LAST_OF_ERA
    if left.form == "year_of_era" and token.kind == "number" and is_later and run.at(i + 1).kind != "era":
        return Reading(CalendarPoint(year=token.value), i + 1, "year_of_era")  # "between AD 130 and 250"
    if (
        left.form in ("decade", "short_decade")
        and token.kind == "shortdecade"
        and left.point.decade is not None
    ):
        decade = left.point.decade // 10 * 10 + token.value // 10
        return Reading(CalendarPoint(decade=decade), i + 1, "decade")
    return parse_now(run, i) or _parse_any(run, i)


def _join(left: Reading, right: Reading) -> tuple[Reading, Reading] | None:
    """The two bounds of a span with the year that one lends the other; None where they make no span."""
    first, last = left.point, right.point
    if right.until is not None:
        return None
    if first.takes_year and last.year is not None and first.month and (last.month or last.kind == "year"):
        if last.kind == "year":
            return None
        later = (first.month, first.day or 0) > (last.month or 0, last.day or (31 if not first.day else 0))
        first = first.with_year(last.year - 1 if later else last.year)
    elif first.takes_year and last.year is not None and last.kind == first.kind:
        first = first.with_year(last.year)
    elif last.takes_year and first.year is not None and last.month and first.month:
        earlier = (last.month, last.day or 31) < (first.month, first.day or 0)
        last = last.with_year(first.year + 1 if earlier else first.year)
    elif last.takes_year and first.year is not None and last.kind == first.kind:
        last = last.with_year(first.year)
    if first.takes_year != last.takes_year:
        return None
    if first.takes_year and (first.kind != last.kind or first.kind == "year"):
        return None
    for point in (first, last):
        if (
            point.day is not None
            and point.month is not None
            and not is_day(point.year, point.month, point.day)
        ):
            return None
    if not first.takes_year and not _is_before(first, last):
        return None
    sure = left.sure or right.sure or (first.kind == last.kind and first.kind != "year")
    return left._replace(point=first, sure=sure), right._replace(point=last, sure=sure)


def _is_before(first: CalendarPoint, last: CalendarPoint) -> bool:
    if first.year is not None and last.year is not None and (first.year < 0 or last.year < 0):
        return first.year < last.year
    if first.century is not None and last.century is not None:
        return first.century < last.century
    begin, end = first.first_day(), last.first_day()
    if begin is None or end is None:
        return False
    if begin < end:
        return True
    after = last.day_after()
    return begin == end and first != last and after is not None and first.kind != last.kind


def _parse_shared(run: Run, i: int, opener: str, depth: int = 0) -> list[Phrase]:
    """Spans and lists whose parts share a word: "5–8 May 2019", "May 5 and 6", "17th to 19th centuries"."""
    token = run.at(i)
    if token.kind == "month":
        return _parse_days_of_month(run, i, opener)
    mod = token.word if token.kind == "early_late" else None
    first = i if mod is None else i + 2 if run.at(i + 1).kind == "dash" else i + 1
    token = run.at(first)
    if token.kind not in ("number", "ordinal", "cardinal"):
        return []
    number = parse_ordinal(run, first)
    value, after = number if number is not None else (token.value, first + 1)
    if number is None and (token.kind == "cardinal" or mod is not None):
        return []
    if run.at(after).kind == "unit" and run.at(after).word == "century":
        after += 1
    sign = run.at(after)
    if sign.kind == "comma" and mod is None:
        rest = _parse_shared(run, after + 1, "", depth + 1) if depth < MAX_LIST_DEPTH else []
        if not rest or rest[0].until is not None:
            return []
        left = _lend(value, after, rest[-1].reading, is_ordinal=number is not None)
        return [] if left is None else [Phrase(i, after, left), *rest]
    if sign.kind not in ("dash", "to", "and"):
        return []
    is_span = sign.kind != "and" or opener == "between"
    begin = _skip_the(run, after + 1)
    if token.kind == "number" and run.at(begin).kind == "number" and run.at(begin + 1).kind == "era":
        right = parse_point(run, begin)
        if right is None or right.point.year is None or value == 0 or len(token.word) > 4:
            return []
        left_year = value if right.point.year > 0 else -value
        left = Reading(CalendarPoint(year=left_year), after, "year_of_era")
        return _pair(i, left, begin, right, is_span=is_span)
    right = parse_point(run, begin)
    if right is None or ((number is None) != (run.at(begin).kind == "number") and mod is None):
        return []
    lent = _lend(value, after, right, is_ordinal=number is not None)
    if lent is None or (mod is not None and lent.point.century is None):
        return []
    if mod is not None:
        lent = lent._replace(point=lent.point.with_mod(MODS[mod]))
    return _pair(i, lent, begin, right, is_span=is_span)


def _lend(value: int, end: int, right: Reading, *, is_ordinal: bool) -> Reading | None:
    """A number with what the last of its list says: the "17th" of "17th and 18th centuries"."""
    point = right.point
    if point.century is not None and is_ordinal:
        return Reading(CalendarPoint(century=value - 1), end, "century")
    if point.quarter is not None and is_ordinal and 1 <= value <= 4:
        return Reading(replace(point, quarter=value), end, right.form)
    is_day_of_month = right.form in ("day_month_year", "day_month") and point.month is not None
    if is_day_of_month and 1 <= value < (point.day or 0):
        return Reading(replace(point, day=value), end, right.form, sure=right.sure)
    return None


def _pair(i: int, left: Reading, begin: int, right: Reading, *, is_span: bool) -> list[Phrase]:
    if is_span:
        return (
            [Phrase(i, right.end, left, right, begin)] if _is_before_or_open(left.point, right.point) else []
        )
    return [Phrase(i, left.end, left), Phrase(begin, right.end, right)]


def _is_before_or_open(first: CalendarPoint, last: CalendarPoint) -> bool:
    if first.takes_year:
        return (first.month or 0, first.day or 0) <= (last.month or 0, last.day or 0)
    return _is_before(first, last)


def _parse_days_of_month(run: Run, i: int, opener: str) -> list[Phrase]:
    """Read "May 5–8, 2019", "May 5 and 6"."""
    month = run.at(i).value
    first = run.at(i + 1)
    if not (first.kind == "ordinal" or (first.kind == "number" and len(first.word) <= 2)):
        return []
    sign = run.at(i + 2)
    begin = _skip_the(run, i + 3)
    last = run.at(begin)
    if sign.kind not in ("dash", "to", "and") or not (
        last.kind == "ordinal" or (last.kind == "number" and len(last.word) <= 2)
    ):
        return []
    if run.at(begin + 1).kind == "month" or not first.value < last.value:
        return []
    # the last day with its month, read as if the first one were not there
    rest = Run([run.at(i), *run.tokens[begin:]], run.text, run.reference, run.date_order)
    right = parse_point(rest, 0)
    if right is None or right.point.day != last.value or not is_day(right.point.year, month, first.value):
        return []
    right = right._replace(end=begin + right.end - 1)
    left = Reading(replace(right.point, day=first.value), i + 2, right.form, sure=right.sure)
    return _pair(i, left, begin, right, is_span=sign.kind != "and" or opener == "between")


# ---- from a phrase to an expression ----


def _express(run: Run, phrase: Phrase, found: list[DateExpression]) -> DateExpression | None:
    """The expression for a phrase, or None where the text around it says it may be another thing."""
    start, end = run.at(phrase.first).start, run.at(phrase.end - 1).end
    if not stands_alone(run.text, start, end):
        return None
    if phrase.reading.form == "year" and ends_law_citation(run.text, start):
        return None
    context = read_context(run.text, start, end)
    is_in_list = bool(found) and _ends_with_year(found[-1]) and follows_year(run.text, start, found[-1].end)
    if not is_date(run, phrase, context, is_in_list=is_in_list):
        return None
    return _build(run, phrase, context.relation, context.phrase_start)


def _ends_with_year(date: DateExpression) -> bool:
    return date.text[-1:].isdigit() and (date.last or date.first).year is not None


# "the last week of 2019": nothing to do with the day of writing
_LAST_OF = ("counted_unit", "first_units", "quarter_year")


def _build(run: Run, phrase: Phrase, relation: str | None, phrase_start: int) -> DateExpression:
    reading, until = phrase.reading, phrase.until
    start, end = run.at(phrase.first).start, run.at(phrase.end - 1).end
    bounds = None
    if until is not None:
        left = _build(run, Phrase(phrase.first, reading.end, reading), None, start)
        begin = run.at(phrase.turn).start
        bounds = left, _build(run, Phrase(phrase.turn, until.end, until), None, begin)
    first = reading.point
    last = until.point if until is not None else reading.until
    is_relative = reading.is_relative or (until is not None and until.is_relative)
    # "June of last year"
    is_relative |= reading.form not in _LAST_OF and any(
        token.kind == "deictic" for token in run.tokens[phrase.first : phrase.end]
    )
    return DateExpression(
        start=start,
        end=end,
        text=run.text[start:end],
        timex=first.timex if last is None else f"{first.timex}/{last.timex}",
        mod=first.mod if last is None else None,
        relation=relation,
        phrase_start=phrase_start,
        kind="relative" if is_relative else "range" if last is not None else first.kind,
        found_by=reading.form if until is None else f"{reading.form}_to_{until.form}",
        first=first,
        last=last,
        bounds=bounds,
        counted_day=reading.counted_day,
    )
