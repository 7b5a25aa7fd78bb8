"""Changes whose figures stand apart: what a thing came to at two times, and elsewhere by how much it changed.

“The register held 4,000 names in 2015. Today it is 5,000, an increase of 40 per cent”: no words tie the three
figures together, the records do. A claim of change says by how much, or how many times; the figures beside it, in
its sentence and the one before or behind it, are the two values where there are exactly two of one sort, of one
subject, of two times.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.context import joined
from claimcheck.checking.lint.figures import HUNDRED, TIME_UNITS, are_alike, as_share
from claimcheck.checking.lint.moves import Move, moves_of
from claimcheck.checking.lint.times import times_of
from claimcheck.checking.texts import words_of
from claimcheck.claims.change import ChangeClaim
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import FigureSentence
    from claimcheck.checking.lint.times import When


class _Amount(NamedTuple):
    """By how much a claim says that something changed: a figure of the window, or how many times."""

    claim: ChangeClaim
    at: int | None
    factor: tuple[float, str, str] | None


def moves_apart(text: LintText) -> Iterator[tuple[FigureSentence, Move]]:
    """The changes that claims tell of figures that stand apart, each in the sentence or the two that hold them."""
    changes = [c for c in text.document.claims if isinstance(c, ChangeClaim) and c.table is None]
    for before, sentence in pairwise((None, *text.sentences)):
        if sentence is None or sentence.is_heading:
            continue
        own = [claim for claim in changes if claim.sentence.start == sentence.start and _is_told(claim)]
        for window in _windows(text, before, sentence) if own else ():
            end = window.start + len(window.text)
            others = [c for c in changes if window.start <= c.start < end and c not in own]
            found = list(_moves_in(window, sentence, own, others))
            if found:
                yield from ((window, move) for move in found)
                break


def _is_told(claim: ChangeClaim) -> bool:
    """Whether a claim says by how much something changed, flatly."""
    is_flat = claim.polarity == "positive" and claim.certainty == "certain"
    return is_flat and claim.value.number is not None


def _windows(
    text: LintText, before: FigureSentence | None, sentence: FigureSentence
) -> Iterator[FigureSentence]:
    """Where the values may stand: in the sentence, with the one before, with the one behind."""
    yield sentence
    behind = text.behind(sentence)
    for one, other in ((before, sentence), (sentence, behind)):
        if one is not None and other is not None and other.start - one.start - len(one.text) <= 1:
            yield from filter(None, (joined(one, other),))


def _moves_in(
    window: FigureSentence,
    sentence: FigureSentence,
    claims: Sequence[ChangeClaim],
    others: Sequence[ChangeClaim],
) -> Iterator[Move]:
    """The changes of a window by each of the claims of a sentence that no words tie to their figures."""
    tied = {figure.start for move in moves_of(sentence) for figure in (move.start, move.end, *move.by)}
    shift = sentence.start - window.start
    amounts = [_amount(window, claim) for claim in claims]
    said = {amount.at for amount in (*amounts, *(_amount(window, c) for c in others if _is_told(c)))}
    levels = tuple(i for i in range(len(window.figures)) if i not in said and _is_level(window, i))
    for amount in amounts:
        if amount.at is not None and window.figures[amount.at].start - shift in tied:
            continue
        if _IS_RATE.search(window.text, *_clause_of(window, amount.claim)):
            continue
        pair = _pair(window, levels, amount)
        if pair is not None and (window.stop is None or _is_of_both(window, sentence, pair, levels, amount)):
            yield _move(window, pair, amount)


def _is_of_both(
    window: FigureSentence,
    sentence: FigureSentence,
    pair: tuple[int, int],
    levels: tuple[int, ...],
    amount: _Amount,
) -> bool:
    """Whether of two sentences the one goes on about the values, or the change, of the other."""
    assert window.stop is not None
    is_own = {i: (window.figures[i].start > window.stop) == (sentence.start > window.start) for i in levels}
    if any(own and index not in pair for index, own in is_own.items()):
        return False  # the amount may be that of another figure beside it
    if sentence.start > window.start and _REFERS.search(window.text, 0, amount.claim.start - window.start):
        return True
    return _GOES_ON.match(window.text, window.stop + 1) is not None


_REFERS = WordPattern(r"\b(?:<lint/this_change>) (?:[a-z-]+ )?$", re.IGNORECASE)
"""Before an amount that was told of: "the 35 % jump"."""

_GOES_ON = WordPattern(
    r"\W*(?:[\w'-]+ ){0,2}?(?:<lint/no_thing>|<lint/that_figure>|<lint/now>|<lint/once>)\b", re.IGNORECASE
)
"""How a sentence begins that is about the same as the one before it."""


def _amount(window: FigureSentence, claim: ChangeClaim) -> _Amount:
    start, end = claim.start - window.start, claim.end - window.start
    number = float(claim.value.number or 0)
    for index, figure in enumerate(window.figures):
        if start <= figure.start < end and number in (figure.number, round(as_share(figure).number, 2)):
            return _Amount(claim, index, None)
    sign = 1 if claim.value.direction == "increase" else -1
    how = _DEGREE.search(window.text, max(start - _DEGREE_REACH, 0), end)
    verb = claim.text.split(" to ")[0]
    return _Amount(claim, None, (1 + sign * number / HUNDRED, verb, how[0].lower() if how else ""))


_DEGREE = WordPattern(r"\b(?:<lint/degree>)\b", re.IGNORECASE)
_DEGREE_REACH = 12
_IS_RATE = WordPattern(r"\b(?:<lint/rate>)\b(?! (?:<lint/ago>)\b)", re.IGNORECASE)


def _clause_of(window: FigureSentence, claim: ChangeClaim) -> tuple[int, int]:
    """The clause of a claim in a window, by its marks."""
    start, end = claim.start - window.start, claim.end - window.start
    first = max(window.text.rfind(mark, 0, start) for mark in ".,;:(")
    last = min((at for mark in ".,;:)" if (at := window.text.find(mark, end)) >= 0), default=len(window.text))
    return first + 1, last


def _is_level(window: FigureSentence, index: int) -> bool:
    """Whether a figure may be what something came to: none of time, none that says how much more, no share in brackets."""
    figure = window.figures[index]
    if figure.kind in ("ordinal", "multiple") or figure.unit in TIME_UNITS or figure.number <= 0:
        return False
    is_aside = figure.unit == "percent" and window.before(index).endswith("(")
    is_by = _BY.search(window.before(index)) is not None
    return not is_aside and not is_by and not _MORE.match(window.after(index))


_BY = WordPattern(
    r"\b(?:<lint/up>|<lint/down>|<lint/change_noun>)\b[^<]*\b(?:of|by) (?:<lint/near> |a |an )*$",
    re.IGNORECASE,
)


_MORE = WordPattern(r" (?:[a-z-]+ )?(?:<checking/by_how_much>|<lint/below>)\b")


def _pair(window: FigureSentence, levels: tuple[int, ...], amount: _Amount) -> tuple[int, int] | None:
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
    start, end = amount.claim.start - window.start, amount.claim.end - window.start
    times = times_of(window, levels, (start, end))
    own = times.pop(None, None)
    if own is not None and own.kind == "date" and all(own.to(times[i]) for i in pairs[0] if i in times):
        return None  # "by 1850 it had trebled, and in 1890 it was 40,000"
    return _in_order(window, one, other, times, amount)


def _may_be_changed(window: FigureSentence, pair: list[int], amount: _Amount) -> bool:
    """Whether an amount can be the change between two figures: of their unit, or in percent; and of one thing."""
    one, other = (window.figures[index] for index in pair)
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


def _measures(window: FigureSentence, index: int) -> set[str]:
    """The nouns of measures in the words before a figure: revenue, profit, cost."""
    return {base for w in words_of(window.before(index)) for base in base_forms(w)} & _MEASURES.words()


_MEASURES = WordSet("lint/ranked_measure")


def _names(window: FigureSentence, index: int) -> set[str]:
    """The words with a capital right before a figure, behind the one before it, that begin no sentence."""
    before = window.text[window.figures[index - 1].end if index else 0 : window.figures[index].start]
    return {w for w in _CAPITAL.findall(before) if w.lower() not in _NO_NAMES}


_CAPITAL = re.compile(r"(?<=[a-z0-9,;(] )[A-Z][a-z]\w+")
_NO_NAMES = WordSet("lint/no_name")


def _in_order(
    window: FigureSentence, one: int, other: int, times: Mapping[int | None, When], amount: _Amount
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
    if order is None:
        return None
    if order == "apart":
        is_rise = amount.claim.value.direction == "increase"
        is_lower_first = window.figures[one].number < window.figures[other].number
        order = "before" if is_rise == is_lower_first else "after"
    return (one, other) if order == "before" else (other, one)


def _move(window: FigureSentence, pair: tuple[int, int], amount: _Amount) -> Move:
    start, end = (window.figures[index] for index in pair)
    by = () if amount.at is None else (window.figures[amount.at],)
    first, last = (window.slots[index] for index in sorted(pair))
    return Move(start, end, by, 0, amount.factor, False, first[0], last[1])
