"""Stretches of time told beside two dated events, whatever words stand between them.

“Work began in 1994 and the bridge opened in 1999, seven years later”: the dates are claims with their events, and
the words right beside the stretch say between which of them it lies: “later” goes back to the event before,
“for”, “after” and “lasted” from the beginning of a thing to its end.
"""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.dated import A_YEAR, days_of
from claimcheck.checking.lint.figures import DAYS, Interval
from claimcheck.checking.lint.subjects import are_of_one, is_one_thing, is_sure
from claimcheck.claims.date import DateClaim
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence


class _Event(NamedTuple):
    """A date of a text: its claim, None for a year that no claim holds; the first and the last day that it can be."""

    claim: DateClaim | None
    sentence: int
    written: str
    first: dt.date
    last: dt.date


_LATER_BEHIND = WordPattern(rf"(?:{A_YEAR}|\b(?:<common/month>)|\d),? [(–—]? ?(?:(?:<lint/near>) )*$")
_LATER = WordPattern(r"^ (?:<lint/later>|apart)(?=[.,;)]|$)")
"""A stretch right behind the date of the second event: "in 1999, seven years later"."""

_LATER_IN = WordPattern(rf"^ (?:<lint/later>),? (?:in|on) [\w ]{{0,12}}?{A_YEAR}\b")
"""... and right before it: "seven years later, in 1999"."""

_AFTER_DATE = WordPattern(
    rf"(?:{A_YEAR}|\b(?:<common/month>)|\b\d{{1,2}}),? after (?:(?:<lint/near>|<lint/no_more_than>) )*$"
)
"""Right behind the date of the end, how long it had been: "was called off on 24 May after five weeks"."""

_AFTER_DEED = WordPattern(
    r"^ after (?:(?:<lint/no_thing>)|(?:<common/article_or_possessor>) [a-z-]+) (?:(?:<lint/auxiliary>) )?(?P<deed>[a-z]+)\b"
)
"""Behind a stretch, from which event on it counts: "95 years after it opened"."""

_LASTED = WordPattern(
    r"\b(?:<lint/lasting>|(?:<lint/during>) (?:<common/pointing_or_possessor>)) (?:(?:<lint/near>) |just )*$"
)
_LASTED_BEHIND = WordPattern(
    r"^(?: without [\w' -]+| (?:as|of|in) (?:[a-z]+ )?(?:<lint/in_use>))?(?:[.,;]|$)"
)


def find_wrong_stretches(text: LintText) -> Iterator[Finding]:
    """Stretches of time that are not those between the two events told beside them."""
    for before, sentence in pairwise((None, *text.sentences)):
        if sentence is None or not any(figure.unit in DAYS for figure in sentence.figures):
            continue
        here = _events_in(text, sentence)
        there = _events_in(text, before) if before is not None else []
        there += _begun_before(text, sentence)
        for index, figure in enumerate(sentence.figures):
            if figure.unit not in DAYS or not figure.number > 0:
                continue
            pairs = _pairs(sentence, index, there, here) or _at_most(sentence, index, there, here)
            if pairs and not any(_fits(figure, *pair) for pair in pairs):
                yield _finding(text, sentence, figure, *pairs[0])


def _begun_before(text: LintText, sentence: FigureSentence) -> list[_Event]:
    """What the next sentence says of when the thing had begun: "It had been opened in 1958"."""
    behind = text.behind(sentence)
    if behind is None or not _HAD_BEGUN.match(behind.text) or _IS_MORE.search(behind.text):
        return []  # "It had been opened as a weekly in 1921 and was a daily from 1930"
    return [event for event in _events_in(text, behind) if _deed(event) in _BEGUN]


_HAD_BEGUN = WordPattern(
    r"(?:(?:<lint/no_thing>)|(?:<common/the_or_possessor>) [a-z]+) (?:had|was)\b", re.IGNORECASE
)


_IS_MORE = WordPattern(
    rf"\b{A_YEAR}\b.*\b{A_YEAR}\b|\bas\b|\b(?:<lint/leaves_out>)\b|, (?:<common/clause_joint>)\b|\b(?:<common/clause_joint>) (?:<lint/auxiliary>|<lint/no_thing>|[a-z]+ed)\b",
    re.IGNORECASE | re.DOTALL,
)
"""In a sentence that says when a thing had begun, what tells of a time or a form of it from which a stretch may count."""


def _at_most(
    sentence: FigureSentence, index: int, there: Sequence[_Event], here: Sequence[_Event]
) -> list[tuple[_Event, _Event]]:
    """The events between which a stretch of something must lie, "after 45 years of making shoes", and is too long for."""
    figure = sentence.figures[index]
    if not (_AFTER_DATE.search(sentence.before(index)) and _OF_DOING.match(sentence.after(index))):
        return []
    pairs = [pair for pair in _in_order([*there, *here]) if _is_end_of_begun(sentence, *pair)]
    days = figure.number * DAYS[figure.unit or "year"]
    return [
        (one, other)
        for one, other in pairs
        if days < _MOST_TIMES * (other.last - one.first).days < _MOST_TIMES * days
    ]


_OF_DOING = re.compile(r" of [a-z]+ing [a-z]")
_MOST_TIMES = 2.0
"""A stretch of more than so many times is that of a predecessor, or of a person."""


def _events_in(text: LintText, sentence: FigureSentence) -> list[_Event]:
    return [event for claim in text.claims_in(sentence) if (event := _event(claim)) is not None]


def _event(claim: object) -> _Event | None:
    """A flat claim of a date as an event; None for any other, and for a date that is no year, month or day."""
    if not isinstance(claim, DateClaim) or claim.value.mod is not None or claim.table is not None:
        return None
    if not is_sure(claim) or claim.comparator != "=":
        return None
    days = days_of(claim.value.timex)
    return None if days is None else _Event(claim, claim.sentence.start, claim.value.timex, *days)


_YEAR = re.compile(rf"\bin ({A_YEAR})\b")


def _bare_years(sentence: FigureSentence, events: Sequence[_Event]) -> Iterator[_Event]:
    """The years of a sentence that no claim holds."""
    for found in _YEAR.finditer(sentence.text):
        days = days_of(found[1])
        if days is not None and not any(event.written.startswith(found[1]) for event in events):
            yield _Event(None, sentence.start, found[1], *days)


def _pairs(
    sentence: FigureSentence, index: int, there: Sequence[_Event], here: Sequence[_Event]
) -> list[tuple[_Event, _Event]]:
    """The events, of the sentence before and of this one, between which the words beside a stretch of time say that it lies; none where they do not say."""
    figure = sentence.figures[index]
    prefix, suffix = sentence.before(index), sentence.after(index)
    if _LATER_IN.match(suffix) or (_LATER.match(suffix) and _LATER_BEHIND.search(prefix)):
        told = [*there, *here]
        return _in_order(told) if here and (len(told) == 2 or len(here) > 1) else []
    if _AFTER_DATE.search(prefix) and _LASTED_BEHIND.match(suffix):
        most = figure.number * DAYS[figure.unit or "year"] / _MOST_TIMES
        ends = [pair for pair in _in_order([*there, *here]) if _is_end_of_begun(sentence, *pair)]
        return [(one, other) for one, other in ends if (other.last - one.first).days > most]
    deed = _AFTER_DEED.match(suffix)
    if deed is not None and _LATER_BEHIND.search(prefix):
        return [pair for pair in _in_order([*there, *here]) if _counts_from(sentence, deed["deed"], *pair)]
    if _is_age(sentence, index):
        dates = [*there, *here, *_bare_years(sentence, here)]
        return [pair for pair in _in_order(dates) if _is_of_age(sentence, figure, *pair)]
    if _LASTED.search(prefix) and _LASTED_BEHIND.match(suffix):
        if (not here or ";" in prefix) and not _GOES_ON.match(prefix.rsplit(";", 1)[-1]):
            return []  # "It began on 4 March and ended on 20 April. Talks lasted three weeks."
        return [pair for pair in _in_order([*there, *here]) if _are_ends(*pair)]
    return []


_GOES_ON = WordPattern(r"\s*(?:<lint/no_thing>)\b", re.IGNORECASE)
"""How a clause begins that is about the same as the one before it."""


def _is_age(sentence: FigureSentence, index: int) -> bool:
    figure = sentence.figures[index]
    return re.search(r"[ -]old$", figure.text) is not None or sentence.after(index).startswith(
        (" old", "-old")
    )


def _is_of_age(sentence: FigureSentence, figure: Figure, one: _Event, other: _Event) -> bool:
    """Whether an age is that of what began with the first event, in the sentence of the second."""
    if one.claim is None or _deed(one) not in _BEGUN or other.sentence != sentence.start:
        return False
    behind = _OLD_THING.match(sentence.text, figure.start)
    if behind is None or one.claim.subject is None:
        return False
    if behind["what"]:
        return is_one_thing(one.claim.subject_name, behind["what"])
    return other.claim is None or are_of_one(one.claim, other.claim)


def _deed(event: _Event) -> str:
    return "" if event.claim is None else (event.claim.value.event or "").lower()


_OLD_THING = WordPattern(r"[\w-]+?[ -]years?[ -]old(?: (?!(?:<lint/behind_age>)\b)(?P<what>[a-z]+))?")


def _in_order(events: Sequence[_Event]) -> list[tuple[_Event, _Event]]:
    """Every two events, the earlier first; none where some date lacks the year that others have."""
    if len({event.written.startswith("XXXX") for event in events}) > 1:
        return []
    pairs = [sorted(pair, key=lambda e: e.first) for pair in combinations(events, 2)]
    return [(one, other) for one, other in pairs if one.first < other.first]


def _is_end_of_begun(sentence: FigureSentence, one: _Event, other: _Event) -> bool:
    """Whether the first event is the beginning of what the second, in the sentence of the stretch, is told of."""
    if one.claim is None or other.claim is None or other.sentence != sentence.start:
        return False
    return _deed(one) in _BEGUN and _deed(other) not in _BEGUN and are_of_one(one.claim, other.claim)


def _counts_from(sentence: FigureSentence, deed: str, one: _Event, other: _Event) -> bool:
    """Whether the first event is the deed from which a stretch is said to count, and the second that of its sentence."""
    if one.claim is None or other.claim is None or other.sentence != sentence.start:
        return False
    is_deed = not base_forms(_deed(one)).isdisjoint(base_forms(deed))
    return is_deed and are_of_one(one.claim, other.claim)


def _are_ends(one: _Event, other: _Event) -> bool:
    """Whether two events are the beginning and the end of one thing."""
    if one.claim is None or other.claim is None:
        return False
    return _deed(one) in _BEGUN and _deed(other) in _ENDED and are_of_one(one.claim, other.claim)


_BEGUN, _ENDED = WordSet("lint/begun"), WordSet("lint/ended")


def _fits(figure: Figure, one: _Event, other: _Event) -> bool:
    """Whether a stretch of time can be that between two events, the first and the last part of it counted or not."""
    unit = DAYS[figure.unit or "year"]
    span = Interval(max(0, (other.first - one.last).days), (other.last - one.first).days + 1)
    slack = unit / 2 if unit > DAYS["year"] else 0
    return figure.interval.scaled(unit).meets(span.widened(slack))


def _finding(text: LintText, sentence: FigureSentence, figure: Figure, one: _Event, other: _Event) -> Finding:
    days = (other.first - one.first).days
    unit = "year" if days >= DAYS["year"] else "day"
    length = f"{round(days / DAYS[unit])} {unit}s"
    first, last = one.written, other.written
    return text.finding(
        "lint/duration",
        sentence,
        (figure,),
        f"from {first} to {last} is {length}, not {figure.text}",
        arithmetic=f"{last} − {first} = {length}",
        tolerance="the first and the last may be partial, as far as the dates leave that open",
    )
