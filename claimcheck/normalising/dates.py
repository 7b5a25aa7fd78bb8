"""Calendar expressions in English text, with their TIMEX3 values.

>>> [(date.text, date.timex, date.mod) for date in find_dates("It opened in late 2022 and shut on May 5, 2024.")]
[('late 2022', '2022', 'END'), ('May 5, 2024', '2024-05-05', None)]

Days and months without a year stay partial (`XXXX-12`). Words relative to the day of writing ("last month")
are left out unless that day is given. A number that may be a year counts only where the words around it
say so, a date such as 01/02/2019 only with the order of its numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.lexicons import load_rows
from claimcheck.normalising.calendar_points import CalendarPoint, Mod, is_day
from claimcheck.normalising.date_phrases import (
    LATEST_YEAR,
    DateOrder,
    Reading,
    Run,
    parse_ordinal,
    parse_point,
)
from claimcheck.normalising.date_tokens import anchor_pattern, read_run
from claimcheck.normalising.relative_dates import parse_relative

if TYPE_CHECKING:
    import datetime

DateKind = Literal[
    "day", "week", "month", "quarter", "season", "year", "decade", "century", "range", "relative"
]

# The longest opener of date_relations.csv with its fillers, "beginning in about the fiscal year", has 34.
CONTEXT_CHARS = 48


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
    counted_day: datetime.date | None = None


def find_dates(
    text: str, *, reference: datetime.date | None = None, date_order: DateOrder | None = None
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
    while anchor := search(text, position):
        limit = found[-1].end if found else 0
        tokens, stop = read_run(text, anchor.start(), max(limit, position))
        run = Run(tokens, text, reference, date_order)
        _find_in_run(run, found)
        position = max(stop, anchor.start() + 1)
    return found


class Phrase(NamedTuple):
    """A reading with its place: tokens `first` up to `end`, and the second bound where it is a span.

    `turn` is the token the second bound begins with.
    """

    first: int
    end: int
    reading: Reading
    until: Reading | None = None
    turn: int = 0


def _find_in_run(run: Run, found: list[DateExpression]) -> None:
    i, length = 0, len(run.tokens)
    while i < length:
        phrases = _parse_phrases(run, i)
        accepted = False
        for phrase in phrases:
            expression = _express(run, phrase, found)
            if expression is not None:
                found.append(expression)
                accepted = True
        i = phrases[-1].end if accepted else i + 1


# ---- spans and lists ----


def _parse_phrases(run: Run, i: int) -> list[Phrase]:
    """The phrase at token `i`: mostly none or one; a list such as "the 18th and 19th centuries" gives several."""
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
    if is_span and left.until is None:
        right = _parse_right(run, left, left.end + 1)
        span = None if right is None else _join(left, right)
        if span is not None:
            return [Phrase(first, span[1].end, span[0], span[1], _skip_the(run, left.end + 1))]
    if sign.kind == "and" and left.point.takes_year and left.until is None:
        # "May and June 2019": the year is for both
        right = _parse_any(run, left.end + 1)
        if right is not None and right.point.year is not None and right.point.kind == left.point.kind:
            if right.rule == left.rule + "_year":
                left = left._replace(point=left.point.with_year(right.point.year), rule=right.rule, sure=True)
    return [Phrase(first, left.end, left)]


def _parse_any(run: Run, i: int) -> Reading | None:
    if run.reference is not None:
        relative = parse_relative(run, i)
        if relative is not None:
            return relative
    return parse_point(run, i)


def _skip_the(run: Run, i: int) -> int:
    return i + 1 if run.at(i).kind == "the" else i


def _parse_right(run: Run, left: Reading, i: int) -> Reading | None:
    """The second bound of a span, which may lean on the first: "94" in "1892 – 94"."""
    i = _skip_the(run, i)
    token = run.at(i)
    if left.rule == "year" and left.point.year is not None and token.kind in ("number", "shortyear"):
        if token.kind == "shortyear" or len(token.word) == 2:
            following = run.at(i + 1)
            if following.kind == "month" and following.word != "lower":
                return None  # "2019 - 12 May"
            value = token.value
            if value <= left.point.year % 100:
                return None
            return Reading(CalendarPoint(year=left.point.year // 100 * 100 + value), i + 1, "year", sure=False)
    if left.rule in ("decade", "short_decade") and token.kind == "shortdecade" and left.point.decade is not None:
        decade = left.point.decade // 10 * 10 + token.value // 10
        return Reading(CalendarPoint(decade=decade), i + 1, "decade")
    return _parse_any(run, i)


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
        if point.day is not None and point.month is not None and not is_day(point.year, point.month, point.day):
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


def _parse_shared(run: Run, i: int, opener: str) -> list[Phrase]:
    """Spans and lists whose parts share a word: "5–8 May 2019", "May 5 and 6", "17th to 19th centuries"."""
    token = run.at(i)
    if token.kind == "month":
        return _parse_days_of_month(run, i, opener)
    if token.kind not in ("number", "ordinal", "cardinal"):
        return []
    number = parse_ordinal(run, i)
    value, after = number if number is not None else (token.value, i + 1)
    if number is None and token.kind == "cardinal":
        return []
    if run.at(after).kind == "unit" and run.at(after).word == "century":
        after += 1
    sign = run.at(after)
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
    if right is None or (number is None) != (run.at(begin).kind == "number"):
        return []
    point = right.point
    if point.century is not None and number is not None:
        return _pair(i, Reading(CalendarPoint(century=value - 1), after, "century"), begin, right, is_span=is_span)
    if point.quarter is not None and number is not None and 1 <= value <= 4:
        left = Reading(replace(point, quarter=value), after, right.rule)
        return _pair(i, left, begin, right, is_span=is_span)
    if right.rule in ("day_month_year", "day_month") and point.month is not None and 1 <= value <= 31:
        if value < (point.day or 0) and len(token.word) <= 4:
            left = Reading(replace(point, day=value), after, right.rule, sure=right.sure)
            return _pair(i, left, begin, right, is_span=is_span)
    return []


def _pair(i: int, left: Reading, begin: int, right: Reading, *, is_span: bool) -> list[Phrase]:
    if is_span:
        return [Phrase(i, right.end, left, right, begin)] if _is_before_or_open(left.point, right.point) else []
    return [Phrase(i, left.end, left), Phrase(begin, right.end, right)]


def _is_before_or_open(first: CalendarPoint, last: CalendarPoint) -> bool:
    if first.takes_year:
        return (first.month or 0, first.day or 0) <= (last.month or 0, last.day or 0)
    return _is_before(first, last)


def _parse_days_of_month(run: Run, i: int, opener: str) -> list[Phrase]:
    """ "May 5–8, 2019", "May 5 and 6"."""
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
    left = Reading(replace(right.point, day=first.value), i + 2, right.rule, sure=right.sure)
    return _pair(i, left, begin, right, is_span=sign.kind != "and" or opener == "between")


# ---- from a phrase to an expression: context ----


@cache
def _relations() -> dict[str, str]:
    return {row["phrase"]: row["relation"] for row in load_rows("en/date_relations.csv")}


@cache
def _opener_pattern() -> re.Pattern[str]:
    """A preposition and what may stand between it and the date, at the end of a text."""
    phrases = sorted(_relations(), key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    fillers = (
        "the|years?|early|about|around|approximately|roughly|circa|sometime|some time|only|say|fiscal|calendar"
        "|summer|winter|spring|autumn|fall|weekday"
    )
    return re.compile(
        rf"(?<![\w-])(?P<relation>{words})(?:\s+|(?<=\.))(?:(?:{fillers}|as early as|as late as)[\s-]+)*$",
        re.IGNORECASE,
    )


_PRECEDING_WORD = re.compile(r"([^\W_]+)[.’']?[^\S\n]*$")
_FOLLOWING_WORD = re.compile(r"[^\S\n]*(?:\n(?!\s*\n))?[^\S\n]*([^\W\d_]+)")
_DEICTIC_BEFORE = re.compile(
    r"\b(?:last|next|this|past|coming|previous|following|each|every|upcoming|that|same)\s+"
    r"(?:early\s+|late\s+|mid-?\s*)?$",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"\s*(?:,?\s*(?:and|or|&|to|versus|vs\.?)|,|;)\s*(?:the\s+|in\s+)?", re.IGNORECASE)


class Context(NamedTuple):
    """What stands around a phrase."""

    relation: str | None
    phrase_start: int
    before: str
    after: str


def _express(run: Run, phrase: Phrase, found: list[DateExpression]) -> DateExpression | None:
    """The expression for a phrase, or None where the text around it says it may be something else."""
    text = run.text
    start, end = run.at(phrase.first).start, run.at(phrase.end - 1).end
    if not _stands_alone(text, start, end):
        return None
    reading = phrase.reading
    before = text[max(0, start - CONTEXT_CHARS) : start]
    opener = _opener_pattern().search(before)
    relation = _relations().get(re.sub(r"\s+", " ", opener["relation"].lower())) if opener else None
    phrase_start = start - len(before) + opener.start() if opener else start
    context = Context(relation, phrase_start, before, text[end : end + CONTEXT_CHARS])
    sure = reading.sure if phrase.until is None else reading.sure and phrase.until.sure
    if phrase.until is not None and reading.rule == "year" and phrase.until.rule == "year":
        if not _is_year_span(phrase, context):
            return None
    elif not sure:
        follows = bool(found) and found[-1].kind in ("year", "range") and bool(
            _LIST_GAP.fullmatch(text, found[-1].end, start)
        )
        if not _is_confirmed(run, phrase, context, follows=follows):
            return None
    elif reading.point.takes_year and not reading.is_relative and _DEICTIC_BEFORE.search(before):
        return None
    return _build(run, phrase, relation, phrase_start)


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
    return DateExpression(
        start=start,
        end=end,
        text=run.text[start:end],
        timex=first.timex if last is None else f"{first.timex}/{last.timex}",
        mod=first.mod if last is None else None,
        relation=relation,
        phrase_start=phrase_start,
        kind="relative" if is_relative else "range" if last is not None else first.kind,
        found_by=reading.rule if until is None else f"{reading.rule}_to_{until.rule}",
        first=first,
        last=last,
        bounds=bounds,
        counted_day=reading.counted_day,
    )


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or number sign touches the phrase."""
    if start > 0:
        before = text[start - 1]
        if before.isalnum() or before in "_$€£¥₹#@":
            return False
        if before in "-–/.:,'’+" and start > 1 and text[start - 2].isdigit():
            return False
    if end < len(text):
        after = text[end]
        if after.isalnum():
            return after == "T" and text[end + 1 : end + 2].isdigit()
        if after in "_%°$€£¥‰":
            return False
        if after in "-–/.:," and text[end + 1 : end + 2].isdigit():
            return after == "," and text[end - 1].isalpha()
    return True


# Age and temperature are told in tens too: "in her nineties", "highs in the 80s".
_TENS = re.compile(
    r"\b(?:temperatures?|degrees?|highs?|lows?|percent|scor(?:e|es|ed|ing)|aged?|°|IQ|mph|points?)\b", re.IGNORECASE
)
_MONTH_RELATIONS = frozenset({"in", "since", "until", "by", "before", "after", "during", "throughout", "as_of"})
_SEASON_RELATIONS = frozenset({"in", "during", "throughout", "since", "until", "by"})
_PARTS_OF_MONTH = re.compile(
    r"\b(?:months?|end|beginning|start|middle|weeks?|weekends?|days?|half|rest|part|morning|evening)\s+of\s+$"
)


def _is_confirmed(run: Run, phrase: Phrase, context: Context, *, follows: bool) -> bool:
    """Whether the context makes a phrase a date that could be something else by its words alone."""
    reading = phrase.reading
    point = reading.point
    if phrase.until is not None:
        return context.relation is not None
    if point.takes_year and _DEICTIC_BEFORE.search(context.before):
        return False
    if reading.rule in ("year", "numeric_date"):
        return _is_year(point.year or 0, context, follows=follows)
    if reading.rule == "spelled_year":
        return _is_year(point.year or 0, context, follows=follows) and context.relation is not None
    if reading.rule == "short_year":
        return context.relation in _MONTH_RELATIONS | {"of", "from", "around"}
    if reading.rule in ("decade_word", "short_decade"):
        return (
            context.relation is not None
            and context.before.rstrip().lower().endswith(("the", "early", "mid", "late", "mid-"))
            and not _TENS.search(context.before)
            and not _TENS.search(context.after)
        )
    if reading.rule == "season":
        return _is_season(run, phrase, context)
    if reading.rule == "quarter":
        return context.relation is not None
    if reading.rule == "slash_day":
        return context.relation in ("on", "by", "since", "until", "before", "after", "from")
    # a month
    word = run.text[run.at(phrase.first).start : run.at(phrase.end - 1).end].rstrip(".")
    if word.islower() and (word in ("may", "march", "mar") or len(word) < 4):
        return False
    if context.relation == "of":
        return bool(_PARTS_OF_MONTH.search(context.before))
    return context.relation in _MONTH_RELATIONS and not context.before.rstrip().lower().endswith("the")


def _is_season(run: Run, phrase: Phrase, context: Context) -> bool:
    word = run.text[run.at(phrase.first).start : run.at(phrase.end - 1).end].lower()
    following = _FOLLOWING_WORD.match(context.after)
    if context.relation not in _SEASON_RELATIONS:
        return False
    if word.endswith(("fall", "spring")):
        # "in the fall of Rome", "by the spring": only after "in" and "during"
        if context.relation not in ("in", "during", "throughout"):
            return False
        return not (following and following[1].lower() in ("of", "from", "in"))
    return not (following and following[1].lower() == "of")


# ---- is a number a year? ----

_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|risen|rise|rises|rising|grew|grown|grow|grows|growing|fell|fallen|fall|falls|falling|increas\w+"
    r"|decreas\w+|declin\w+|dropp?\w*|jump\w*|climb\w*|surg\w+|plung\w+|expand\w*|shrank|shrunk|shrink\w*|cut|reduc\w+"
    r"|rais\w+|lower\w*|went|goes|gone|increment\w*|exceed\w*|multipl\w+|divid\w+|number|numbers|up|down)"
    r"(?:\s+\w+ly)?\s+(?:by|to|from)\s+$",
    re.IGNORECASE,
)
_TO_YEAR = re.compile(
    r"\b(?:compared|compares|relative|prior|back|dates?|dating|dated|close|due|continu\w+|last\w*|up|on|forward|return\w*"
    r"|equal|similar|run\w*|ran|extend\w*|through|postponed|delayed|moved|brought)\s+(?:\w+\s+)?(?:to|with)\s+$",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(
    r"\b(?:total|average|mean|median|populations?|number|height|distance|sum|maximum|minimum|max|min|capacity|length"
    r"|area|cost|price|weight|speed|altitude|elevation|depth|rate|score|value|count|staff|workforce|crew|size|sample"
    r"|group|list|set|team|membership|circulation|audience|crowd|stock|out|excess|range|fleet|force|army|some|any|all"
    r"|each|most|many|none|one|two|three|both|instead|garrison|town|village|cohort|dataset|hundreds|thousands|width)\s+of\s+"
    r"(?:about\s+|around\s+|over\s+|nearly\s+|some\s+|the\s+)?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:more|less|fewer|greater|higher|lower|bigger|larger|smaller|better|faster)\s+than\s+$", re.IGNORECASE)
_THAN = re.compile(r"\b(?:than|versus|vs\.?|compared\s+(?:to|with)|against)\s+(?:in\s+)?$", re.IGNORECASE)
_BRACKET_BEFORE = re.compile(
    r"[(\[;](?:[^()\[\]\n]{0,36}?(?:,|\bal\.,?|\b(?:born|died|founded|published|released|est\.?|c\.|ca\.?|circa"
    r"|b\.|d\.|r\.|since|fl\.|built|completed|opened|from|until))?\s*)?$",
    re.IGNORECASE,
)
_BRACKET_AFTER = re.compile(r"\s*[)\];,–—-]|[a-z]?[)\];]")
_EVENT_BEFORE = re.compile(
    r"(?:\b(?:born|founded|established|est\.?|died|copyright|circa|c\.|ca\.?|formed|season|edition|dated)|©|\(c\))\s*$",
    re.IGNORECASE,
)
_DETERMINER_BEFORE = re.compile(
    r"(?:\b(?:a|an|the|its|his|her|their|our|my|your|that|whose|another|one|new|recent|official|annual)|['’]s)\s+$",
    re.IGNORECASE,
)
_START_BEFORE = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|\n\s*|[;,(—–\"“‘]\s*|\b(?:and|but|while|that|whether|if)\s+)$")
_YEAR_SUBJECT = re.compile(
    r"\s+(?:was|is|saw|has|had|will|marked|marks|brought|began|begins|ended|ends|proved|became|witnessed|would|alone|itself)\b"
    r"(?!\s+(?:people|the\s+number))"
)
_NOT_NOUNS = frozenset(
    "was is has as this its does his thus plus versus unless perhaps always sometimes towards besides across less us yes"
    " nevertheless nonetheless afterwards overseas focus status virus census process access success business congress"
    " analysis basis crisis series news politics says sees shows plans becomes remains comes gets gives makes takes".split()
)
_STRONG = frozenset({"in", "since", "until", "during", "throughout", "as_of"})
_WEAK = frozenset({"of", "for", "from", "by", "before", "after", "around", "between", "on", "to"})


@cache
def _counted_nouns() -> dict[str, str]:
    return {row["word"]: row["class"] for row in load_rows("en/counted_nouns.csv")}


def _counts(year: int, context: Context, *, strong: bool) -> bool:
    """Whether the word after a number makes it a count or a measure: "1900 km", "2000 people"."""
    following = _FOLLOWING_WORD.match(context.after)
    if following is None:
        return bool(re.match(r"\s*[%°$€£×]|\s*-\s*\w|\s+\d", context.after)) and not strong
    word = following[1]
    noun = _counted_nouns().get(word.lower())
    if noun == "unit" and word not in ("m", "points", "point", "weeks", "days", "months", "marks", "second", "minute"):
        return True
    is_round = year % 50 == 0
    if noun is not None:
        return is_round or not strong or not 1700 <= year <= 2060
    if not is_round:
        return False
    return word.islower() and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _NOT_NOUNS


def _is_year(year: int, context: Context, *, follows: bool) -> bool:
    relation, before = context.relation, context.before
    if context.after[:1] in "'’" and context.after[1:2] == "s" and 1700 <= year <= 2100:
        return True
    strong = relation in _STRONG
    if _counts(year, context, strong=strong):
        return False
    if re.search(r"[-–/.:=+*'’]$", before):
        return False
    if strong or follows:
        return True
    if _EVENT_BEFORE.search(before):
        return True
    if not 1400 <= year <= LATEST_YEAR:
        return relation in ("before", "after", "around") and not year % 100 == 0
    is_hundred = year % 500 == 0
    if relation in _WEAK:
        return _is_year_after_weak(year, context, is_hundred=is_hundred)
    if re.search(r"\byears?\s+$", before, re.IGNORECASE):
        return True
    if _THAN.search(before):
        return not _COMPARED.search(before) and not is_hundred
    if _BRACKET_BEFORE.search(before) and _BRACKET_AFTER.match(context.after):
        return not is_hundred or before.endswith("(")
    if not 1800 <= year <= 2100 or is_hundred:
        return False
    if _DETERMINER_BEFORE.search(before):
        # "the 2024 Notes" is a name
        following = _FOLLOWING_WORD.match(context.after)
        return following[1][0].islower() if following else bool(re.match(r"-[a-z]", context.after))
    return bool(_START_BEFORE.search(before) and _YEAR_SUBJECT.match(context.after))


def _is_year_after_weak(year: int, context: Context, *, is_hundred: bool) -> bool:
    relation, before = context.relation, context.before
    if _CHANGE_BEFORE.search(before):
        return relation == "from" and year % 50 != 0
    if relation == "to":
        return bool(_TO_YEAR.search(before))
    if relation == "of":
        return not _TOTAL_OF.search(before)
    if relation in ("before", "after", "between", "by"):
        return True
    if relation == "on":
        return False
    if _COMPARED.search(before):
        return False
    return not is_hundred


def _is_year_span(phrase: Phrase, context: Context) -> bool:
    """Whether two numbers such as "2000-2005" or "from 2004 to 2009" are years."""
    first, last = phrase.reading.point.year or 0, (phrase.until or phrase.reading).point.year or 0
    if first < 1000 or last > LATEST_YEAR or _counts(last, context, strong=context.relation in _STRONG):
        return False
    if re.search(r"\b(?:pp?|pages?|nos?|lines?|rooms?|sections?|vv?|ports?|numbers?|tel|phone)\b\.?:?\s*$", context.before, re.I):
        return False
    if re.search(r"[-–/.:=+*'’]$", context.before):
        return False
    if first % 500 == 0 and last % 500 == 0:
        return context.relation in _STRONG
    if _CHANGE_BEFORE.search(context.before) and first % 50 == 0 and last % 50 == 0:
        return False
    return first >= 1400 or context.relation is not None or context.before.endswith("(")
