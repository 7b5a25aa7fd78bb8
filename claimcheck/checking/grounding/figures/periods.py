"""Figures that a source gives for another period than the answer does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import is_comparable, same_value
from claimcheck.checking.grounding.calendar import agrees, point_fields
from claimcheck.checking.surroundings import likeness, surroundings
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_DIRECTLY = re.compile(r"(?:\s+[^\W\d_][\w'’-]*){0,5}\s*\(?\s*", re.UNICODE)
"""What may stand between a figure and the date after it that is its own: a few words, no stop or comma."""

_YEAR = re.compile(r"(?<=\bin )(?:1[5-9]|20)\d\d\b(?![.,]?\d)")

_RELATIVE = re.compile(
    r"\b(?:earlier|before|ago|previous|prior|later|last|next|this|since|until|by)\b", re.IGNORECASE
)
"""Words by which a figure is of a time that its nearest date does not give."""


def other_period(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """Another value that the sources give for the period of a figure, which they have for another period.

    Every figure of the same value nearby must be given for another period of the same size, and the other
    value must stand in words as alike as theirs, or the answer speaks of something else.

    Returns:
        The number of the sentence, and the figure that stands there for the answer's period.
    """
    sentence = answer.sentence
    mine = _periods(answer.figures, sentence.text, sentence.start).get(figure.start)
    if mine is None:
        return None
    said = surroundings(sentence.text, figure.start - sentence.start, figure.end - sentence.start)
    own, best = -1, None
    for number in aligned.near:
        place = material.index.sentences[number]
        indices = material.figures.of_sentence.get(number, ())
        if not indices:
            continue
        figures = [material.figures.figures[index] for index in indices]
        periods = _periods(figures, place.text, place.start)
        for other in figures:
            if not is_comparable(figure, other):
                continue
            theirs = periods.get(other.start)
            alike = likeness(said, place.text, other.start - place.start, other.end - place.start)
            if same_value(figure, other) is not None:
                if theirs is None or set(point_fields(theirs) or ()) != set(point_fields(mine) or ()):
                    return None
                if agrees(mine, theirs):
                    return None
                own = max(own, alike)
            elif theirs is not None and agrees(mine, theirs) and (best is None or alike > best[0]):
                best = (alike, number, other)
    if best is None:
        return _of_before(figure, mine, aligned, material)
    if best[0] < max(own, 1) or (own < 0 and best[2].kind != figure.kind):
        return None
    return best[1], best[2]


_AGAINST = WordPattern(r"[^.;:]{0,25}?,?\s*(?:(?:up|down)\s+)?\b(?:<checking/set_against>)\s+", re.IGNORECASE)


def _of_before(figure: Figure, mine: str, aligned: Aligned, material: Material) -> tuple[int, Figure] | None:
    """The value of a later period, where the sources only set it against that of the answer.

    "It carried 54 million in 2024", of what carried 61 million, against 54 million in 2023.
    """
    for index in material.figures.like(figure):
        number = material.figures.sentence[index]
        if number not in aligned.near:
            continue
        place, own = material.index.sentences[number], material.figures.figures[index]
        figures = [material.figures.figures[i] for i in material.figures.of_sentence[number]]
        theirs = _periods(figures, place.text, place.start).get(own.start, "")
        if not (theirs.isdecimal() and mine.isdecimal() and theirs < mine):
            continue
        for other in figures:
            if other.end > own.start or not is_comparable(figure, other):
                continue
            between = place.text[other.end - place.start : own.start - place.start]
            if _AGAINST.fullmatch(between):
                return number, other
    return None


def is_of_same_period(figure: Figure, index: int, answer: ParsedSentence, material: Material) -> bool:
    """Whether a figure and one of the sources are both given for the same calendar point."""
    sentence = answer.sentence
    mine = _periods(answer.figures, sentence.text, sentence.start).get(figure.start)
    if mine is None:
        return False
    number = material.figures.sentence[index]
    place, own = material.index.sentences[number], material.figures.figures[index]
    figures = [material.figures.figures[i] for i in material.figures.of_sentence.get(number, ())]
    theirs = _periods(figures, place.text, place.start).get(own.start)
    return theirs is not None and agrees(mine, theirs)


def _periods(figures: Sequence[Figure], text: str, offset: int) -> dict[int, str]:
    """The calendar points for which the figures of a sentence are given, by where each figure starts.

    A date right behind a figure is its own; else the last one before it, unless another figure has it.
    """
    dates = _dates(text) if figures else []
    if not dates:
        return {}
    found: dict[int, str] = {}
    taken: set[int] = set()
    ordered = sorted(
        (f for f in figures if not any(a <= f.start - offset < b for a, b, _ in dates)), key=lambda f: f.start
    )
    for at, figure in enumerate(ordered):
        end = figure.end - offset
        until = ordered[at + 1].start - offset if at + 1 < len(ordered) else len(text)
        for date in dates:
            if end <= date[0] < until and _DIRECTLY.fullmatch(text[end : date[0]]):
                taken.add(date[0])
                if not _RELATIVE.search(text[end : date[1]]):
                    found[figure.start] = date[2]
                break
    for at, figure in enumerate(ordered):
        start = figure.start - offset
        after = ordered[at + 1].start - offset if at + 1 < len(ordered) else len(text)
        if figure.start in found or _RELATIVE.search(text[figure.end - offset : after]):
            continue
        before = [date for date in dates if date[1] <= start]
        if not before or before[-1][0] in taken:
            continue
        if not _RELATIVE.search(text[before[-1][1] : start]):
            found[figure.start] = before[-1][2]
    return found


def _dates(text: str) -> list[tuple[int, int, str]]:
    """Where the calendar points of a sentence start and end, and what they are; "in 2011 to 18%" has one."""
    found = {
        (date.start, date.end, date.timex)
        for date in find_dates(text)
        if point_fields(date.timex) and "/" not in date.timex
    }
    for year in _YEAR.finditer(text):
        if not any(start < year.end() and year.start() < end for start, end, _ in found):
            found.add((year.start(), year.end(), year[0]))
    return sorted(found)
