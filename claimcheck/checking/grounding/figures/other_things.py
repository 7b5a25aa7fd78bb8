"""Figures that a source gives for another thing: 19 flights of 19 ferries, 6,000 people of 6,000 more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import counts_people, has_same_head, same_noun, same_value
from claimcheck.checking.grounding.derivations.operands import CHANGE
from claimcheck.checking.surroundings import likeness, surroundings
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence


def of_other_thing(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """What the sources count of the thing that the answer counts, if they hold its number of others only.

    Returns:
        The number of the sentence and the figure there; None where one of the figures of that value fits.
    """
    if figure.kind != "count" or figure.is_range or CHANGE.search(answer.sentence.text):
        return None
    figures = material.figures
    held = [i for i in figures.like(figure) if same_value(figure, figures.figures[i]) is not None]
    near = [i for i in held if figures.sentence[i] in aligned.near]
    if not held or not all(_is_of_other(figure, i, material) for i in near):
        return None
    far = [_is_of_other(figure, i, material) for i in held if i not in near]
    if not near and (not any(far) or any(same_noun(figure, figures.figures[i]) for i in held)):
        return None  # elsewhere, "ten of those" may be of anything
    if near and not all(far):
        return None
    said = surroundings(
        answer.sentence.text, figure.start - answer.sentence.start, figure.end - answer.sentence.start
    )
    found: list[tuple[int, int, int]] = []
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for i in figures.of_sentence.get(number, ()):
            other = figures.figures[i]
            if other.is_range or other.kind != figure.kind or not has_same_head(figure, other):
                continue
            alike = likeness(said, sentence.text, other.start - sentence.start, other.end - sentence.start)
            if alike > 1:
                found.append((-alike, number, i))
    if not found:
        return None
    _, number, index = min(found)
    return number, figures.figures[index]


def _is_no_person(figure: Figure, other: Figure) -> bool:
    """Whether an answer counts people of whom a source counts things."""
    return not _PEOPLE.isdisjoint(words_of(figure.noun or "")) and not counts_people(other)


_PEOPLE = WordSet("checking/people")

_MORE_THAN = WordPattern(r"\s+(?:<checking/by_how_much>)\b(?:\s+[a-z]+){0,2}\s+than\b")


def _is_of_other(figure: Figure, index: int, material: Material) -> bool:
    """Whether a figure of the sources counts another thing, or says by how much there is more of this one."""
    other = material.figures.figures[index]
    sentence = material.index.sentences[material.figures.sentence[index]]
    if other.kind == "count" and (same_noun(figure, other) is False or _is_no_person(figure, other)):
        return True
    return other.noun is None and _MORE_THAN.match(sentence.text, other.end - sentence.start) is not None
