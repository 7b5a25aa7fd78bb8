"""Changes: from one figure to another, and by how much the text says that is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.checking.lint.changes.moves import moves_of
from claimcheck.checking.lint.changes.moves_apart import is_of_other_time, moves_apart
from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.figures import (
    CORNERS,
    HALF,
    TIME_UNITS,
    Interval,
    are_alike,
    as_share,
    shown_number,
)
from claimcheck.checking.texts import forms_in
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.changes.moves import Move
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence


_SHARES = ("percent", "percentage_point")
_LARGEST_FACTOR = 200
"""Two figures further apart than this are not of the same scale: "from 2.1 to 3.5 billion"."""


def _comparable(start: Figure, end: Figure) -> bool:
    return (
        are_alike(start, end)
        and start.number > 0
        and end.number > 0
        and start.kind not in ("ordinal", "multiple")
        and end.kind not in ("ordinal", "multiple")
        and max(start.number, end.number) / min(start.number, end.number) < _LARGEST_FACTOR
    )


def ratio_of(start: Figure, end: Figure) -> Interval:
    """What the quotient of two positive figures may be, rounded as they are."""
    widest = end.interval.over(start.interval)
    if widest.high == float("inf") or widest.low <= 0:
        return widest
    errors = [(f.interval.high - f.interval.low) / 2 / f.number for f in (start, end)]
    ratio = end.number / start.number
    error = CORNERS * ratio * (errors[0] ** 2 + errors[1] ** 2) ** 0.5
    return Interval(max(widest.low, ratio - error), min(widest.high, ratio + error))


def _ratios_of(start: Figure, end: Figure) -> Iterator[Interval]:
    """What may be called the quotient of two figures: of a shorter time also that of the speeds, "a 2x improvement"."""
    yield ratio_of(start, end)
    if end.number < start.number and (start.unit or "").endswith(_TIMES):
        exact = start.number / end.number
        yield Interval(exact, exact)


_TIMES = tuple(TIME_UNITS)


def _relative_changes(start: Figure, end: Figure) -> Iterator[Interval]:
    """What the change of positive figures may be, in percent, without its sign."""
    for ratio in _ratios_of(start, end):
        change = Interval((ratio.low - 1) * 100, (ratio.high - 1) * 100)
        yield Interval(-change.high, -change.low) if change.low + change.high < 0 else change


def find_wrong_amount(text: LintText) -> Iterator[Finding]:
    """A change between two figures that is not the percentage, the number of points or of times given with it."""
    for sentence, move in _moves(text):
        if not _comparable(move.start, move.end):
            continue
        if not _goes_on(sentence, move):
            yield from _judge_amounts(text, sentence, move)
        if move.factor is not None:
            yield from _judge_multiple(text, sentence, move, move.factor)


def find_wrong_amounts(text: LintText) -> Iterator[Finding]:
    """Changes and gaps whose amount is not that of their two figures."""
    yield from find_wrong_amount(text)
    yield from find_wrong_gap(text)


def _moves(text: LintText) -> Iterator[tuple[FigureSentence, Move]]:
    """The changes that words tie to their figures, and those that stand apart from them."""
    for sentence in text.told:
        yield from ((sentence, move) for move in moves_of(sentence))
    yield from moves_apart(text)


def _judge_amounts(text: LintText, sentence: FigureSentence, move: Move) -> Iterator[Finding]:
    """The findings on the figures that say by how much; none where one of several is right."""
    both_shares = move.start.unit == move.end.unit == "percent"
    found = []
    for figure in move.by:
        if _is_of_next(sentence, move, figure):
            continue
        given = _in_percent(_without_sign(figure), of_shares=both_shares)
        if given.unit not in _SHARES:
            if _is_wrong_difference(move, figure):
                found.append(_difference(text, sentence, move, figure))
            elif figure.dimension == move.start.dimension:
                return
            continue
        if given.unit == "percent" and (
            _is_rate(sentence, figure)
            or _is_of_a_part(sentence, figure)
            or _spans_two_times(sentence, move, figure)
        ):
            return
        findings = list(_judge_percent(text, sentence, move.start, move.end, given))
        if not findings:
            return
        found += findings
    yield from found[:1]


def _is_of_next(sentence: FigureSentence, move: Move, figure: Figure) -> bool:
    """Whether an amount stands in the sentence behind that of its figures, and is of a time of its own there."""
    stop, last = sentence.stop, max(move.start.end, move.end.end)
    return (
        stop is not None
        and last <= stop < figure.start
        and is_of_other_time(sentence, figure.end, figure.start)
    )


def _without_sign(figure: Figure) -> Figure:
    """An amount of change by its size: the 16 of "(-16%)"."""
    if figure.number >= 0:
        return figure
    interval = Interval(-figure.interval.high, -figure.interval.low)
    return replace(figure, number=-figure.number, interval=interval)


def _in_percent(figure: Figure, *, of_shares: bool) -> Figure:
    """Basis points, and bare points of shares, as percentage points; "by a fifth" as a percentage."""
    if of_shares and figure.unit is None and figure.of in ("point", "points"):
        return replace(figure, unit="percentage_point")
    if figure.unit is None:
        return as_share(figure)
    if figure.unit != "basis_point":
        return figure
    return replace(
        figure,
        number=figure.number / 100,
        unit="percentage_point",
        interval=figure.interval.scaled(0.01),
        half_step=figure.half_step / 100,
    )


def _is_wrong_difference(move: Move, given: Figure) -> bool:
    """Whether an amount is not the difference of the two figures that are in its unit: "an increase of $48 million"."""
    gap = move.end.interval - move.start.interval
    if move.end.number < move.start.number:
        gap = move.start.interval - move.end.interval
    nouns = {figure.of for figure in (move.start, move.end, given) if figure.of}
    return (
        given.dimension == move.start.dimension
        and given.kind != "ordinal"
        and len(nouns) < 2
        and not gap.meets(given.interval)
    )


def _difference(text: LintText, sentence: FigureSentence, move: Move, given: Figure) -> Finding:
    exact = shown_number(abs(move.end.number - move.start.number))
    return text.finding(
        "lint/change",
        sentence,
        (move.start, move.end, given),
        f"from {move.start.text} to {move.end.text} is {exact}, not {given.text}",
        arithmetic=f"|{shown_number(move.end.number)} − {shown_number(move.start.number)}| = {exact}",
    )


_GAP = slots(
    r"<a>[^<;:]{1,60}<b>(?: [a-z' -]{1,30})?,? (?:which is |that is |or )?an? (?:[a-z]+ )?(?:<lint/gap_noun>|<lint/noun_of_rise>|<lint/noun_of_fall>) of <n>(?=[.,;]|$)"
)
"""Two shares and what lies between them: "58 per cent in towns and 49 in villages, a gap of 9 points"."""


def find_wrong_gap(text: LintText) -> Iterator[Finding]:
    """A difference of two shares that is told in percent, though it is that of their points."""
    for sentence, named, _ in text.matches(_GAP):
        one, other, given = named["a"], named["b"], named["n"]
        if not all(figure.unit == "percent" for figure in (one, other, given)):
            continue
        small, large = sorted((one, other), key=lambda figure: figure.number)
        if given.number == round(large.number - small.number, 6) != 0:
            yield from _judge_percent(text, sentence, small, large, given)


_RATE = WordPattern(r"\b(?:<lint/rate>)\b", re.IGNORECASE)
"""A percentage of each of several years, or of a part."""

_OR_ANOTHER = re.compile(r" or \d")
"""Behind a percentage that is one of two: "from 21% to 45% in 4% or 5% increments"."""

_RATE_BEFORE = WordPattern(
    r"\b(?:<lint/rate>)(?: (?:rate|<lint/rate>|<lint/up>|<lint/down>|<lint/near>))* $", re.IGNORECASE
)
_RATE_BEHIND = WordPattern(
    r",? (?:\()?(?:(?!from\b|in an?\b|over an?\b|within an?\b)[a-z-]+ ){0,2}(?:<lint/rate>)\b(?! (?:earlier|ago|before))",
    re.IGNORECASE,
)


def _is_rate(sentence: FigureSentence, given: Figure) -> bool:
    """Whether words beside a percentage say that it is not that of the two figures: "12 % a year"."""
    return (
        _RATE.search(given.text) is not None
        or _OR_ANOTHER.match(sentence.text, given.end) is not None
        or _RATE_BEFORE.search(sentence.text, 0, given.start) is not None
        or _RATE_BEHIND.match(sentence.text, given.end) is not None
    )


_OF_A_PART = WordPattern(
    r" ?(?:[a-z]+ )?(?:in|among|at|for) (?:(?:<common/article_or_possessor>) )?(?P<what>[a-z]+)\b"
)
_OF_TIME, _NO_SUBJECT = WordSet("grammar/time_word"), WordSet("lint/no_subject")


def _is_of_a_part(sentence: FigureSentence, given: Figure) -> bool:
    """Whether a percentage is said of something not told of before it: "with a 40% drop in the north"."""
    found = _OF_A_PART.match(sentence.text, given.end)
    if found is None or found["what"] in _OF_TIME or found["what"] in _NO_SUBJECT:
        return False
    return forms_in(sentence.text[: given.start]).isdisjoint(base_forms(found["what"]))


_NEXT = WordPattern(r"\b(?:<lint/afterwards>)\b", re.IGNORECASE)
_NEXT_DEED = WordPattern(
    r"\b(?:after|before) (?:<common/article>) (?:[a-z-]+ ){0,2}(?:of |by )?(?:(?:<lint/near>) )*$",
    re.IGNORECASE,
)
"""Right before a percentage that is of another change: "fell to 40 after a 3% rise"."""


_OF_ONE_DAY = WordPattern(r"\b(?:on (?:<common/weekday>)|today|yesterday|in early trading)\b", re.IGNORECASE)
_SINCE_LONG = WordPattern(r"\b(?:month|months|year|years|week|weeks|quarter|<common/month>)\b", re.IGNORECASE)


def _spans_two_times(sentence: FigureSentence, move: Move, given: Figure) -> bool:
    """Whether a percentage is that of a day, and the figure it is said to come from is of a month before."""
    return (
        given.end <= min(move.start.start, move.end.start)
        and move.end.end < move.start.start
        and _OF_ONE_DAY.search(sentence.text, move.end.end, move.start.start) is not None
        and _SINCE_LONG.search(sentence.text, move.start.end, move.start.end + _REACH) is not None
    )


_REACH = 30


def _goes_on(sentence: FigureSentence, move: Move) -> bool:
    """Whether a percentage is of another change: "to 40 plants, then came a 3% rise"."""
    figures = (move.start, move.end, *move.by)
    first, last = min(f.start for f in figures), max(f.end for f in figures)
    return _NEXT.search(sentence.text, first, last) is not None or any(
        _NEXT_DEED.search(sentence.text, 0, figure.start) for figure in move.by
    )


def _judge_percent(
    text: LintText, sentence: FigureSentence, start: Figure, end: Figure, given: Figure
) -> Iterator[Finding]:
    both_shares = start.unit == "percent"
    points = end.interval - start.interval if end.number >= start.number else start.interval - end.interval
    figures = (start, end, given)
    if given.unit == "percentage_point":
        if both_shares and not points.meets(given.interval):
            exact = shown_number(abs(end.number - start.number))
            yield text.finding(
                "lint/points",
                sentence,
                figures,
                f"from {start.text} to {end.text} is {exact} percentage points, not {given.text}",
                arithmetic=f"|{shown_number(end.number)} − {shown_number(start.number)}| = {exact}",
            )
        return
    percent = (end.number / start.number - 1) * 100
    is_points = (
        both_shares
        and given.number == round(abs(end.number - start.number), 6)
        and abs(abs(percent) - given.number) > given.half_step
    )
    nearly = min(given.half_step, HALF)
    is_relative = any(c.widened(nearly).meets(given.interval) for c in _relative_changes(start, end))
    if is_relative and not is_points:
        return
    arithmetic = f"({shown_number(end.number)} − {shown_number(start.number)}) / {shown_number(start.number)} = {percent:+.1f} %"
    if both_shares and points.meets(given.interval):
        reason = f"from {start.text} to {end.text} is {given.text.strip('%').split()[0]} percentage points, not percent"
        yield text.finding("lint/points", sentence, figures, reason, arithmetic=arithmetic)
        return
    yield text.finding(
        "lint/change",
        sentence,
        figures,
        f"from {start.text} to {end.text} is {percent:+.1f} %, not {given.text}",
        arithmetic=arithmetic,
    )


_BACKWARDS = re.compile(
    r"\b(?:rank\w*|place|position|no\.|seed|loss(?:es)?|deficits?|minus|negative|losing)\b"
)
"""Beside these a smaller figure can be a rise: ranks, and what is negative."""


def find_wrong_direction(text: LintText) -> Iterator[Finding]:
    """A rise that ends lower than it began, or a fall that ends higher."""
    for sentence in text.told:
        for move in moves_of(sentence):
            start, end = move.start, move.end
            around = sentence.template[max(move.first - 60, 0) : move.last + 10]
            if not move.way or not _comparable(start, end) or _BACKWARDS.search(around):
                continue
            gap = end.interval - start.interval
            if (gap.high < 0) if move.way > 0 else (gap.low > 0):
                word, sign = ("rise", "<") if move.way > 0 else ("fall", ">")
                yield text.finding(
                    "lint/direction",
                    sentence,
                    (start, end),
                    f"a {word} from {start.text} to {end.text} goes the other way",
                    arithmetic=f"{shown_number(end.number)} {sign} {shown_number(start.number)}",
                )


_LOOSE = 0.07
"""How far off "doubled" may be, as a share of the factor."""


def _judge_multiple(
    text: LintText, sentence: FigureSentence, move: Move, told: tuple[float, str, str]
) -> Iterator[Finding]:
    """The finding on “doubled” and its like, said of figures that are not so far apart."""
    start, end = move.start, move.end
    factor, verb, how = told
    allowed = allowed_ratio(factor, how)
    if any(ratio.meets(allowed) for ratio in _ratios_of(start, end)):
        return
    said = f"{how} {verb}".strip()
    ratio = end.number / start.number
    yield text.finding(
        "lint/multiple",
        sentence,
        (start, end),
        f"from {start.text} to {end.text} is a factor of {ratio:.2f}: not “{said}”",
        arithmetic=f"{shown_number(end.number)} / {shown_number(start.number)} = {ratio:.2f}",
        tolerance=f"{allowed.low:.2g} to {allowed.high:.2g}",
    )


def allowed_ratio(factor: float, how: str) -> Interval:
    """The quotients of which a text may say that they are so many times, with a word of degree before that."""
    if how in ("more than", "over"):
        return Interval(factor, factor * 1.6) if factor > 1 else Interval(factor * 0.4, factor)
    if how in ("nearly", "almost"):
        return Interval(factor * 0.8, factor) if factor > 1 else Interval(factor, factor * 1.3)
    loose = 2 * _LOOSE if how else _LOOSE
    return Interval(factor * (1 - loose), factor * (1 + loose))


RULES = (
    (
        find_wrong_amounts,
        CheckRule(
            "lint/change",
            ("inconsistent",),
            "a percentage that is not that of the change it stands beside",
            ("Revenue rose from $2.1bn to $3.5bn, up 50 %.", ""),
            ("Revenue rose from $2.1bn to $3.5bn, up 67 %.", ""),
        ),
    ),
    (
        find_wrong_amounts,
        CheckRule(
            "lint/points",
            ("inconsistent",),
            "percentage points that are called percent, or wrong ones",
            ("Unemployment rose 5 percent, from 20 percent to 25 percent.", ""),
            ("Unemployment rose 5 percentage points, from 20 percent to 25 percent.", ""),
        ),
    ),
    (
        find_wrong_direction,
        CheckRule(
            "lint/direction",
            ("inconsistent",),
            "a rise that ends lower than it began, or a fall that ends higher",
            ("Membership rose from 4,200 to 3,100.", ""),
            ("Membership rose from 3,100 to 4,200.", ""),
        ),
    ),
    (
        find_wrong_amounts,
        CheckRule(
            "lint/multiple",
            ("inconsistent",),
            "“doubled” and its like, said of figures that are not so far apart",
            ("Profit doubled from 10 million euros to 15 million euros.", ""),
            ("Profit nearly doubled from 10 million euros to 19 million euros.", ""),
        ),
    ),
)
"""The finders of this module, each with the rules in whose name it finds."""
