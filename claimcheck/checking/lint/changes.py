"""Changes: from one figure to another, and by how much the text says that is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.checking.lint.context import lint_words, slots
from claimcheck.checking.lint.figures import Interval, as_share, shown_number
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence


def _any(role: str) -> str:
    return rf"(?:{'|'.join(map(re.escape, lint_words(role)))})"


@per_lexicon
def _with_percent() -> tuple[re.Pattern[str], ...]:
    """Two figures with the percentage, or number of points, between them, behind them or before them."""
    up, down, near = _any("up"), _any("down"), _any("near")
    said = rf"an?|or|is|which is|that is|i\.e\.|representing|meaning|{up}|{down}|{near}|total|overall"
    fill = rf"(?:(?:,|\(|-|–|—|{said}) ?)*"
    return (
        slots(rf"\bfrom <a>(?: \w+){{0,3}} to <b>(?: \w+){{0,2}}? ?(?:,|\(|;|-|–|—|or|an?)? ?{fill}<p>"),
        slots(rf"\bto <b>(?: \w+){{0,2}}? from <a>(?: \w+){{0,2}}? ?(?:,|\(|;|-|–|—|or|an?) ?{fill}<p>"),
        slots(
            rf"\b(?:{up}|{down}) (?:(?:\w+ ){{1,4}}?by )?{near}? ?<p>(?: \w+){{0,3}}?,?(?: \w+){{0,2}}? from {near}? ?<a>(?: \w+){{0,3}} to {near}? ?<b>"
        ),
        slots(rf"<p> (?:{up}|{down})(?: \w+){{0,3}}?,? from {near}? ?<a>(?: \w+){{0,3}} to {near}? ?<b>"),
        slots(
            rf"\b(?:{up}|{down}) {near}? ?<p>(?: points?)?,? to {near}? ?<b>(?: \w+){{0,2}}?,? (?:up |down )?from {near}? ?<a>"
        ),
        slots(
            rf"\b(?:to|of|at) <b>(?: [\w-]+){{0,2}}?,? (?:\(|an? |which is an? )?{near}? ?<p> (?:{up}|{down})"
            rf" (?:from|on|over|compared (?:with|to)) {near}? ?<a>"
        ),
        slots(rf"<b>(?: [\w-]+){{0,4}}?, (?:{up}|{down}) {near}? ?<p>,? (?:\w+ )?from {near}? ?<a>"),
    )


@per_lexicon
def _rate() -> re.Pattern[str]:
    return re.compile(rf"\b{_any('rate')}\b")


_SHARES = ("percent", "percentage_point")
_LARGEST_FACTOR = 200
"""Two figures further apart than this are not of the same scale: "from 2.1 to 3.5 billion"."""


def _comparable(start: Figure, end: Figure) -> bool:
    return (
        start.dimension == end.dimension
        and start.number > 0
        and end.number > 0
        and start.kind not in ("ordinal", "multiple")
        and end.kind not in ("ordinal", "multiple")
        and max(start.number, end.number) / min(start.number, end.number) < _LARGEST_FACTOR
    )


CORNERS = 1.25
"""That both figures were rounded as far as can be, and in opposite directions, is hardly ever so: the error of a
quotient is taken as the root of the sum of squares, and a quarter more."""


def ratio_of(start: Figure, end: Figure) -> Interval:
    """What the quotient of two positive figures may be, rounded as they are."""
    widest = end.interval.over(start.interval)
    if widest.high == float("inf") or widest.low <= 0:
        return widest
    errors = [(f.interval.high - f.interval.low) / 2 / f.number for f in (start, end)]
    ratio = end.number / start.number
    error = CORNERS * ratio * (errors[0] ** 2 + errors[1] ** 2) ** 0.5
    return Interval(max(widest.low, ratio - error), min(widest.high, ratio + error))


def _relative_change(start: Figure, end: Figure) -> Interval:
    """Of positive figures, in percent, without its sign."""
    ratio = ratio_of(start, end)
    change = Interval((ratio.low - 1) * 100, (ratio.high - 1) * 100)
    if end.number < start.number:
        change = Interval(-change.high, -change.low)
    return change


def find_wrong_percent(text: LintText) -> Iterator[Finding]:
    """A change between two figures that is not the percentage, or number of points, that is given with it."""
    for pattern in _with_percent():
        for sentence, named, match in text.matches(pattern):
            start, end = named["a"], named["b"]
            given = _in_percent(named["p"], of_shares=start.unit == end.unit == "percent")
            if given.unit not in _SHARES or not _comparable(start, end):
                continue
            if given.unit == "percent" and (_is_rate(sentence, match) or _rate().search(given.text)):
                continue
            if _NEXT.search(sentence.text, end.end, max(end.end, given.start)):
                continue
            yield from _judge_percent(text, sentence, start, end, given)


_NEXT = re.compile(r"\b(?:followed|then|before|after|later|next)\b", re.IGNORECASE)
"""What comes between two figures and the percentage of another change: "to 40 plants, then came a 3% rise"."""


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


def _is_rate(sentence: FigureSentence, match: re.Match[str]) -> bool:
    around = sentence.template[max(match.start() - 30, 0) : match.end() + 30]
    return bool(_rate().search(around))


def _judge_percent(
    text: LintText, sentence: FigureSentence, start: Figure, end: Figure, given: Figure
) -> Iterator[Finding]:
    both_shares = start.unit == "percent"
    points = end.interval - start.interval if end.number >= start.number else start.interval - end.interval
    relative = _relative_change(start, end)
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
        and abs(abs(percent) - given.number) > max(1.0, given.number)
    )
    if relative.widened(min(given.half_step, 0.5)).meets(given.interval) and not is_points:
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


@per_lexicon
def _rises() -> tuple[re.Pattern[str], ...]:
    up, near = _any("up"), _any("near")
    return (
        slots(
            rf"\b{up} (?:(?:sharply|steadily|slightly|{near} <_>|<_>),? )?from {near}? ?<a>(?: \w+){{0,3}} to {near}? ?<b>"
        ),
        slots(rf"<b>(?: \w+){{0,2}}, up from {near}? ?<a>"),
        slots(rf"\b{up} (?:{near} <_> |<_> )?to {near}? ?<b>(?: \w+){{0,3}}?,? (?:up )?from {near}? ?<a>"),
    )


@per_lexicon
def _falls() -> tuple[re.Pattern[str], ...]:
    down, near = _any("down"), _any("near")
    return (
        slots(
            rf"\b{down} (?:(?:sharply|steadily|slightly|{near} <_>|<_>),? )?from {near}? ?<a>(?: \w+){{0,3}} to {near}? ?<b>"
        ),
        slots(rf"<b>(?: \w+){{0,2}}, down from {near}? ?<a>"),
        slots(
            rf"\b{down} (?:{near} <_> |<_> )?to {near}? ?<b>(?: \w+){{0,3}}?,? (?:down )?from {near}? ?<a>"
        ),
    )


_BACKWARDS = re.compile(
    r"\b(?:rank\w*|place|position|no\.|seed|loss(?:es)?|deficits?|minus|negative|losing)\b"
)
"""Beside these a smaller figure can be a rise: ranks, and what is negative."""


def find_wrong_direction(text: LintText) -> Iterator[Finding]:
    """A rise that ends lower than it began, or a fall that ends higher."""
    for patterns, is_rise in ((_rises(), True), (_falls(), False)):
        for pattern in patterns:
            for sentence, named, match in text.matches(pattern):
                start, end = named["a"], named["b"]
                around = sentence.template[max(match.start() - 60, 0) : match.end() + 10]
                if not _comparable(start, end) or _BACKWARDS.search(around):
                    continue
                gap = end.interval - start.interval
                if (gap.high < 0) if is_rise else (gap.low > 0):
                    word = "rise" if is_rise else "fall"
                    sign = "<" if is_rise else ">"
                    yield text.finding(
                        "lint/direction",
                        sentence,
                        (start, end),
                        f"a {word} from {start.text} to {end.text} goes the other way",
                        arithmetic=f"{shown_number(end.number)} {sign} {shown_number(start.number)}",
                    )


@per_lexicon
def _factors() -> dict[str, float]:
    rows = [row for row in load_rows("en/lint_words.csv") if row["role"] == "factor"]
    return {word: float(row["value"]) for row in rows for word in row["words"].split("|")}


_MEANWHILE = r"(?:(?:in|within|over|since) (?:an? |the (?:last |past )?|only |just )?(?:<_>|\w+)|(?:between|from) \d{4} (?:and|to) \d{4})"
"""In which time: "in ten years", "between 1900 and 1950"."""


@per_lexicon
def _multiplied() -> tuple[re.Pattern[str], ...]:
    factors = "|".join(_factors())
    return (
        slots(
            r"\b(?P<how>more than |over |nearly |almost |roughly |about |around )?(?P<verb>" + factors + r")"
            r"(?: "
            + _MEANWHILE
            + r")?,? from (?:about |around |some )?<a>(?: \w+){0,3} to (?:about |around |some |over )?<b>"
        ),
        slots(
            r"\b(?P<how>more than |over |nearly |almost |roughly |about |around )?(?P<verb>" + factors + r")"
            r"(?: "
            + _MEANWHILE
            + r")? to (?:about |around |some |over )?<b>(?: \w+){0,3},? (?:up |down )?from (?:about |around |some )?<a>"
        ),
        slots(
            r"\bfrom <a>(?: \w+){0,3} to <b>(?: \w+){0,2},? (?P<how>more than |nearly |almost |roughly |about )?"
            r"(?P<verb>doubling|tripling|quadrupling|halving)\b"
        ),
    )


_LOOSE = 0.07
"""How far off "doubled" may be, as a share of the factor."""


def find_wrong_multiple(text: LintText) -> Iterator[Finding]:
    """Finds “Doubled” and its like, said of figures that are not so far apart."""
    for pattern in _multiplied():
        for sentence, named, match in text.matches(pattern):
            start, end = named["a"], named["b"]
            if not _comparable(start, end):
                continue
            factor = _factors()[match["verb"]]
            ratio = ratio_of(start, end)
            allowed = _allowed_ratio(factor, (match["how"] or "").strip())
            if not ratio.meets(allowed):
                said = f"{match['how'] or ''}{match['verb']}"
                yield text.finding(
                    "lint/multiple",
                    sentence,
                    (start, end),
                    f"from {start.text} to {end.text} is a factor of {end.number / start.number:.2f}: not “{said}”",
                    arithmetic=f"{shown_number(end.number)} / {shown_number(start.number)} = {end.number / start.number:.2f}",
                    tolerance=f"{allowed.low:.2g} to {allowed.high:.2g}",
                )


def _allowed_ratio(factor: float, how: str) -> Interval:
    if how in ("more than", "over"):
        return Interval(factor, factor * 1.6) if factor > 1 else Interval(factor * 0.4, factor)
    if how in ("nearly", "almost"):
        return Interval(factor * 0.8, factor) if factor > 1 else Interval(factor, factor * 1.3)
    loose = 2 * _LOOSE if how else _LOOSE
    return Interval(factor * (1 - loose), factor * (1 + loose))


_TIMES_AS_MANY = (
    slots(
        r"<b>(?: [\w-]+){0,3}?,? (?P<how>more than |about |nearly |almost |over )?"
        r"(?P<word>twice|double|half|<m>)(?: as (?:many|much|large|high|big|long|tall|heavy)(?: [\w-]+){0,2})?"
        r"(?: as)? (?:the |(?:the |its |their |last |this )?(?:[\w-]+ ){0,3}[\w-]+'s? )<a>"
    ),
)
_WORD_FACTORS = {"twice": 2.0, "double": 2.0, "half": 0.5}


def find_wrong_ratio(text: LintText) -> Iterator[Finding]:
    """Finds “Twice as many as the 25 ...” beside a figure that is not twice 25."""
    for pattern in _TIMES_AS_MANY:
        for sentence, named, match in text.matches(pattern):
            start, end = named["a"], named["b"]
            factor = _WORD_FACTORS.get(match["word"]) or (named["m"].number if "m" in named else 0)
            is_times = "m" not in named or named["m"].kind == "multiple"
            if not factor or not is_times or not start.number or not end.number:
                continue
            if start.dimension != end.dimension and "number" not in (start.dimension, end.dimension):
                continue
            ratio = ratio_of(start, end)
            allowed = _allowed_ratio(factor, (match["how"] or "").strip())
            if not ratio.meets(allowed):
                yield text.finding(
                    "lint/ratio",
                    sentence,
                    (end, start),
                    f"{end.text} is {end.number / start.number:.2f} times {start.text}, not {shown_number(factor)} times",
                    arithmetic=f"{shown_number(end.number)} / {shown_number(start.number)} = {end.number / start.number:.2f}",
                    tolerance=f"{allowed.low:.2g} to {allowed.high:.2g}",
                )


RULES = (
    (
        find_wrong_percent,
        CheckRule(
            "lint/change",
            ("inconsistent",),
            "a percentage that is not that of the change it stands beside",
            ("Revenue rose from $2.1bn to $3.5bn, up 50 %.", ""),
            ("Revenue rose from $2.1bn to $3.5bn, up 67 %.", ""),
        ),
    ),
    (
        find_wrong_percent,
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
        find_wrong_multiple,
        CheckRule(
            "lint/multiple",
            ("inconsistent",),
            "“doubled” and its like, said of figures that are not so far apart",
            ("Profit doubled from 10 million euros to 15 million euros.", ""),
            ("Profit nearly doubled from 10 million euros to 19 million euros.", ""),
        ),
    ),
    (
        find_wrong_ratio,
        CheckRule(
            "lint/ratio",
            ("inconsistent",),
            "“twice as many as the 25”, said of a figure that is not twice that",
            ("The yard sold 40 boats, twice as many as the 25 it sold before.", ""),
            ("The yard sold 50 boats, twice as many as the 25 it sold before.", ""),
        ),
    ),
)
"""The finders of this module, each with the rules in whose name it finds."""
