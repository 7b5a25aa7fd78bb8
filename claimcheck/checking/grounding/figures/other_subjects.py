"""Figures that a source gives of another subject: snacks grew 11 %, of frozen meals that did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import is_comparable, same_value
from claimcheck.checking.grounding.subjects import general_words, subject_index
from claimcheck.checking.texts import is_measure
from claimcheck.lexicons.word_relations import base_forms, family, synonyms

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_INSIDE = frozenset({"compound", "amod", "nmod", "nmod:poss", "flat", "conj"})
"""How words hang in the phrase of a subject."""

_STEPS = 6
"""So far up the verb of a figure stands."""


def of_other_subject(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """What the sources give of the subject of a figure, if they give its value of another subject only.

    Returns:
        The number of the sentence and the figure there; None where the subjects tell nothing.
    """
    mine = _subject_of(figure, answer)
    if not mine:
        return None
    alike = frozenset().union(*(family(word) | synonyms(word) for word in mine))
    found = None
    is_of_another = False
    for number in aligned.near:
        indices = material.figures.of_sentence.get(number, ())
        theirs = [material.figures.figures[i] for i in indices]
        if not any(is_comparable(figure, other) or same_value(figure, other) for other in theirs):
            continue
        (source,) = material.parsed([number])
        for other in theirs:
            is_same = same_value(figure, other) is not None
            if not is_same and not is_comparable(figure, other):
                continue
            its = _subject_of(other, source)
            forms = frozenset().union(*map(base_forms, its), frozenset())
            if is_same and (not its or not alike.isdisjoint(forms)):
                return None
            is_of_another = is_of_another or is_same
            if not is_same and not alike.isdisjoint(forms):
                found = found or (number, other)
    return found if is_of_another else None


def _subject_of(figure: Figure, sentence: ParsedSentence) -> frozenset[str]:
    """The telling words of the subject of the verb of a figure; nothing where it has none or a pronoun."""
    words = sentence.words
    offset = figure.start - sentence.sentence.start
    index = next(
        (i for i, word in enumerate(words) if word.start >= offset and word.text[:1].isalnum()), None
    )
    for _ in range(_STEPS):
        if index is None or words[index].pos == "VERB" or words[index].head == index:
            break
        if words[index].dep == "conj" and words[words[index].head].pos == "VERB":
            return frozenset()  # "wind grew by 18 %, and coal was down by 30 %": a clause of its own
        index = words[index].head
    subject = None if index is None or words[index].pos != "VERB" else subject_index(sentence, index)
    if subject is None or words[subject].pos not in ("NOUN", "PROPN") or words[subject].start >= offset:
        return frozenset()
    inside = {subject}
    for _ in range(2):
        inside |= {i for i, word in enumerate(words) if word.head in inside and word.dep in _INSIDE}
    telling = frozenset(words[i].lower for i in inside if words[i].is_content and words[i].lower.isalpha())
    return frozenset(
        word for word in telling if base_forms(word).isdisjoint(general_words()) and not is_measure(word)
    )
