"""Which two figures near a change may be what a thing came to before it and after it.

Of the figures of a window, those that may be levels of one thing; of these two of one sort, and no third, of which
the words or the times beside them say which is the earlier.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.changes.moves import moves_of
from claimcheck.checking.lint.changes.times import times_of
from claimcheck.checking.lint.figures import TIME_UNITS, are_alike, as_share
from claimcheck.checking.texts import forms_in
from claimcheck.claims.change import ChangeClaim
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from claimcheck.checking.lint.changes.times import When
    from claimcheck.checking.lint.figures import FigureSentence
    from claimcheck.claims.base import BaseClaim


class Amount(NamedTuple):
    """By how much a claim says that something changed: a figure of the window, or how many times; and which way."""

    claim: BaseClaim
    at: int | None
    factor: tuple[float, str, str] | None
    is_rise: bool


def levels_of(window: FigureSentence, said: Container[int | None]) -> tuple[int, ...]:
    """The figures of a window that may be levels; stretches of time only where there are no others.

    `said` are those that say by how much something changed.
    """
    free = [i for i in range(len(window.figures)) if i not in said and _is_level(window, i)]
    levels = tuple(i for i in free if window.figures[i].unit not in TIME_UNITS)
    return levels or tuple(i for i in free if not _SAYS_WHEN.match(window.after(i)))


def _is_level(window: FigureSentence, index: int) -> bool:
    """Whether a figure may be what something came to: none that says how much more, no share in brackets."""
    figure = window.figures[index]
    if figure.kind in ("ordinal", "multiple") or figure.number <= 0:
        return False
    is_aside = figure.unit == "percent" and window.before(index).endswith("(")
    is_by = _BY.search(window.before(index)) is not None
    return not is_aside and not is_by and not _MORE.match(window.after(index))


_BY = WordPattern(
    r"\b(?:<lint/up>|<lint/down>|<lint/change_noun>)\b[^<]*\b(?:of|by) (?:(?:<lint/near>) |a |an )*$",
    re.IGNORECASE,
)


_SAYS_WHEN = WordPattern(r" (?:<lint/ago>|<lint/later>|old)\b|-old\b")
"""Behind a stretch of time that is not what changed: "two years ago"."""

_MORE = WordPattern(r" (?:[a-z-]+ )?(?:<checking/by_how_much>|<lint/below>)\b")


def pair_of(window: FigureSentence, levels: tuple[int, ...], amount: Amount) -> tuple[int, int] | None:
    """The earlier and the later value of a change: those that its claim gives, or that words tie, else the only two."""
    return (
        _own_pair(window, amount)
        or _pair_up_to(window, levels, amount)
        or _tied_pair(window, levels, amount)
        or _only_pair(window, levels, amount)
    )


def _own_pair(window: FigureSentence, amount: Amount) -> tuple[int, int] | None:
    """The two values that the claim of a change gives itself."""
    claim = amount.claim
    value = claim.value if isinstance(claim, ChangeClaim) else None
    if value is None or value.from_ is None or value.to is None:
        return None
    start, end = claim.start - window.start, claim.end - window.start
    inside = [i for i, f in enumerate(window.figures) if start <= f.start < end and i != amount.at]
    one, other = (
        next((i for i in inside if window.figures[i].number == float(n)), None)
        for n in (value.from_, value.to)
    )
    return None if one is None or other is None or one == other else (one, other)


def _pair_up_to(window: FigureSentence, levels: tuple[int, ...], amount: Amount) -> tuple[int, int] | None:
    """The value that a change is said to have gone to, "has quadrupled since, to 1,680", and the only one before it."""
    claim = amount.claim
    value = claim.value if isinstance(claim, ChangeClaim) else None
    if value is None or value.to is None or value.from_ is not None or amount.factor is None:
        return None
    start, end = claim.start - window.start, claim.end - window.start
    ends = [i for i in levels if start <= window.figures[i].start < end and i != amount.at]
    if len(ends) != 1:
        return None
    rest = [i for i in levels if i != ends[0] and are_alike(window.figures[i], window.figures[ends[0]])]
    is_before = len(rest) == 1 and rest[0] < ends[0] and _may_be_changed(window, [rest[0], ends[0]], amount)
    return (rest[0], ends[0]) if is_before else None


def _tied_pair(window: FigureSentence, levels: tuple[int, ...], amount: Amount) -> tuple[int, int] | None:
    """The two values that the words beside them tie, "from 240 ms to 180 ms", and no third.

    The amount comes behind them: not "which had doubled by 2018, rose from 210 to 240".
    """
    moves = [move for move in moves_of(window) if not move.is_compared]
    if len(moves) != 1:
        return None
    pair = [window.figures.index(figure) for figure in (moves[0].start, moves[0].end)]
    alike = [i for i in levels if are_alike(window.figures[i], moves[0].start)]
    if amount.claim.start - window.start < window.figures[max(pair)].end:
        return None
    if sorted(pair) != alike or not _may_be_changed(window, sorted(pair), amount):
        return None
    times = times_of(window, levels, _deed(window, amount))
    behind = amount.claim.end - window.start
    if _has_own_time(times, pair) or (window.stop is not None and _TIME_BEHIND.match(window.text, behind)):
        return None  # "it rose from 40 to 50. The 2 per cent rise a week earlier"
    return pair[0], pair[1]


_TIME_BEHIND = WordPattern(
    r" (?!(?:<lint/auxiliary>)\b)(?:(?:[a-z]+ ){1,2}(?:<lint/ago>)|<lint/now>|<lint/once>)\b", re.IGNORECASE
)


def _has_own_time(times: Mapping[int | None, When], pair: Sequence[int]) -> bool:
    """Whether a change is of a time that none of two values is of: "by 1850 it had trebled, and in 1890 it was 40,000"."""
    own = times.get(None)
    if own is None or (own.kind != "date" and any(i not in times for i in pair)):
        return False
    return all(own.to(times[i]) for i in pair if i in times)


def _only_pair(window: FigureSentence, levels: tuple[int, ...], amount: Amount) -> tuple[int, int] | None:
    """The earlier and the later value, where a window holds two of one sort and no third."""
    sorts: list[list[int]] = []
    for index in levels:
        figure = window.figures[index]
        same = next((s for s in sorts if are_alike(window.figures[s[0]], figure)), None)
        sorts.append([index]) if same is None else same.append(index)
    pairs = [s for s in sorts if len(s) == 2 and _may_be_changed(window, s, amount)]
    if len(pairs) != 1 or any(len(s) > 2 for s in sorts):
        return None
    one, other = pairs[0]
    times = times_of(window, levels, _deed(window, amount))
    if _has_own_time(times, pairs[0]):
        return None
    return _in_order(window, one, other, times, amount)


def _deed(window: FigureSentence, amount: Amount) -> tuple[int, int] | None:
    """Where in the template of a window a claim of change stands; None where its words are not found there."""
    if amount.at is not None:
        return window.slots[amount.at]
    words = " ".join(amount.claim.text.lower().split())
    place = window.template.find(words)
    return None if place < 0 else (place, place + len(words))


def _may_be_changed(window: FigureSentence, pair: list[int], amount: Amount) -> bool:
    """Whether an amount can be the change between two figures: of their unit, or in percent; and of one thing."""
    one, other = (window.figures[index] for index in pair)
    if one.unit in TIME_UNITS and amount.is_rise:
        return False  # "now takes 1 minute, a 7x improvement"
    if amount.at is not None:
        given = as_share(window.figures[amount.at])
        if given.unit not in ("percent", "percentage_point") and not are_alike(one, given):
            return False
        if given.unit == "percentage_point" and one.unit != "percent":
            return False
    nouns = [figure for figure in (one, other) if figure.of]
    if len(nouns) == len(pair) and base_forms(one.head).isdisjoint(base_forms(other.head)):
        return False
    measures = [_measures(window, index) for index in pair]
    if all(measures) and measures[0].isdisjoint(measures[1]):
        return False
    return not (_names(window, pair[1]) - set(re.findall(r"\w+", window.text[: one.start])))


def _measures(window: FigureSentence, index: int) -> frozenset[str]:
    """The nouns of measures in the words before a figure: revenue, profit, cost."""
    return forms_in(window.before(index)) & MEASURES.words()


MEASURES = WordSet("lint/ranked_measure")


def _names(window: FigureSentence, index: int) -> set[str]:
    """The words with a capital right before a figure, behind the one before it, that begin no sentence."""
    before = window.text[window.figures[index - 1].end if index else 0 : window.figures[index].start]
    return {w for w in _CAPITAL.findall(before) if w.lower() not in _NO_NAMES}


_CAPITAL = re.compile(r"(?<=[a-z0-9,;(] )[A-Z][a-z]\w+")
_NO_NAMES = WordSet("lint/no_name")


def _in_order(
    window: FigureSentence, one: int, other: int, times: Mapping[int | None, When], amount: Amount
) -> tuple[int, int] | None:
    """Two figures with the earlier first; None where nothing shows that they are of two times."""
    first, second = times.get(one), times.get(other)
    order = first.to(second) if first is not None and second is not None else None
    if order is None and (first is None) != (second is None):
        marked = first or second
        assert marked is not None
        if marked.kind == "once":
            order = "before" if first is not None else "after"
        elif marked.kind == "now":
            order = "after" if first is not None else "before"
            unmarked = other if first is not None else one
            if are_of_one_sentence(window, one, other) and not _PAST.search(window.before(unmarked)):
                return None  # "it is worth 5 million today, with 1 million added in gifts"
        elif marked.kind == "date" and _END.search(window.before(other if first is not None else one)):
            order = "before" if first is not None else "after"
    if order is None:
        return None
    if order == "apart":
        is_lower_first = window.figures[one].number < window.figures[other].number
        order = "before" if amount.is_rise == is_lower_first else "after"
    return (one, other) if order == "before" else (other, one)


_END = WordPattern(r"\b(?:<lint/come_up_to>) (?:(?:<lint/near>) )*$")
"""Before what a thing has come to by now."""

_PAST = WordPattern(r"\b(?:had|<lint/stood_at>)\b")


def are_of_one_sentence(window: FigureSentence, one: int, other: int) -> bool:
    """Whether two figures of a window stand in the same one of its sentences."""
    stop = window.stop
    return stop is None or (window.figures[one].start > stop) == (window.figures[other].start > stop)
