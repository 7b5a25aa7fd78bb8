"""What took the place of what: four years instead of three, one system given up for another."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.figure_values import same_unit
from claimcheck.checking.figures import figures_of
from claimcheck.checking.findings import make_finding
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import Piece, small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


class _Values(NamedTuple):
    """A value that took the place of another, and where both stand in the text."""

    new: Decimal
    old: Decimal
    figure: Figure
    start: int
    end: int
    other: Figure | None = None

    def is_old(self, figure: Figure) -> bool:
        """Whether a figure is the one that gives way."""
        return self.other is not None and self.other.start == figure.start


_IN_PLACE_OF = WordPattern(
    r"[^.;:\d]{0,30}?,?\s+(?:<checking/in_place_of>)\s+(?:[a-z]+\s+){0,2}", re.IGNORECASE
)
"""What stands between a value and the one before it: "seven years of updates, up from four"."""

_FROM = re.compile(r"from\b", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+", re.IGNORECASE)


def value_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """A value in the place of another, where the source has the other in the place of this one."""
    if not is_on("ground/rival"):
        return
    for mine in _values(answer.figures, answer.sentence):
        held = [
            (theirs, sentence)
            for theirs, sentence in _held_values(aligned, material)
            if same_unit(mine.figure, theirs.figure)
        ]
        if any((one.new, one.old) == (mine.new, mine.old) for one, _ in held):
            continue
        turned = next(((one, s) for one, s in held if (one.old, one.new) == (mine.new, mine.old)), None)
        if turned is None:
            continue
        theirs, sentence = turned
        yield make_finding(
            "ground/rival",
            "differs",
            kind=mine.figure.kind,
            place=answer.sentence.place(mine.start, mine.end),
            evidence=[sentence.place(theirs.start, theirs.end), sentence.place()],
            reason=f"the source has {theirs.new:f} in the place of {theirs.old:f}, not the other way round",
        )


def _held_values(aligned: Aligned, material: Material) -> Iterator[tuple[_Values, Sentence]]:
    """The values in the place of others in the sentences that speak of the answer."""
    for number in aligned.near:
        figures = [material.figures.figures[i] for i in material.figures.of_sentence.get(number, ())]
        sentence = material.index.sentences[number]
        yield from ((theirs, sentence) for theirs in _values(figures, sentence))


def held_in_place(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> str | None:
    """What the source writes of two values, of which the answer has this one give way: "instead of two"."""
    mine = next((one for one in _values(answer.figures, answer.sentence) if one.is_old(figure)), None)
    for theirs, sentence in _held_values(aligned, material) if mine is not None else ():
        if mine is not None and (theirs.new, theirs.old) == (mine.new, mine.old):
            return sentence.text[theirs.start : theirs.end]
    return None


def _values(figures: Sequence[Figure], sentence: Sentence) -> Iterator[_Values]:
    ordered = sorted((f for f in figures if f.kind != "ordinal"), key=lambda figure: figure.start)
    for figure in ordered:
        start, end = figure.start - sentence.start, figure.end - sentence.start
        if figure.is_range and _FROM.match(figure.text):
            first = next(figures_of(Piece(0, _TO.split(figure.text)[0])), None)
            if first is not None and first.low in (figure.low, figure.high):
                new = figure.high if first.low == figure.low else figure.low
                yield _Values(new, first.low, figure, start, end)
    for figure, other in pairwise(ordered):
        if figure.is_range or other.is_range:
            continue
        between = sentence.text[figure.end - sentence.start : other.start - sentence.start]
        if _IN_PLACE_OF.fullmatch(between):
            start, end = figure.start - sentence.start, other.end - sentence.start
            yield _Values(figure.low, other.low, figure, start, end, other)


_GIVEN_UP = WordPattern(
    r"\b(?P<cue><checking/giving_up>)\s+(?P<old>[^,.;:]{2,60}?)\s+(?:<checking/for_another>)\s+(?P<new>[^,.;:]{2,40})"
    r"|\b(?P<moved><checking/moving_over>)\s+from\s+(?P<left>[^,.;:]{2,60}?)\s+to\s+(?P<right>[^,.;:]{2,40})",
    re.IGNORECASE,
)


class _Change(NamedTuple):
    """One thing given up for another: the words of both."""

    old: frozenset[str]
    new: frozenset[str]


def change_over_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """One thing given up for another, where the source has the other given up for this one."""
    if not is_on("ground/roles"):
        return
    for found in _GIVEN_UP.finditer(answer.sentence.text):
        mine = _change(found)
        for number in aligned.near:
            sentence = material.index.sentences[number]
            said = _GIVEN_UP.search(sentence.text)
            theirs = None if said is None else _change(said)
            if said is None or theirs is None or not _are_turned(mine, theirs):
                continue
            yield make_finding(
                "ground/roles",
                "differs",
                kind="wording",
                place=answer.sentence.place(*found.span()),
                evidence=[sentence.place(*said.span()), sentence.place()],
                reason="the source has the one thing given up for the other, not the other way round",
            )
            break


def _change(found: re.Match[str]) -> _Change:
    old, new = (found["old"] or found["left"], found["new"] or found["right"])
    return _Change(_words(old), _words(new))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in words_of(text) if word not in small_words())


def _are_turned(mine: _Change, theirs: _Change) -> bool:
    """Whether what is old in one is new in the other, and neither is old or new in both."""
    crossed = _share(mine.old, theirs.new) and _share(mine.new, theirs.old)
    return crossed and not _share(mine.old, theirs.old) and not _share(mine.new, theirs.new)


def _share(one: frozenset[str], other: frozenset[str]) -> bool:
    forms = frozenset().union(*map(base_forms, other), frozenset())
    return any(not family(word).isdisjoint(forms) for word in one)
