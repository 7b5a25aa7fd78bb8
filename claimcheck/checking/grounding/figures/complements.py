"""What stands behind a figure where the source has it behind another: "2.1 in the first group"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.figure_values import same_unit, same_value
from claimcheck.checking.grounding.figure_words import clause_of, related, telling_forms
from claimcheck.checking.texts import RESPECTIVELY, words_of
from claimcheck.lexicons.word_relations import readings
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


class _Complement(NamedTuple):
    """What stands behind a figure up to the end of its clause or the next figure.

    Attributes:
        first: the first word, mostly a preposition or a verb.
        forms: the base forms of its telling words.
        wide: those of the whole clause.
        names: of those, the names.
        has_pronoun: whether a pronoun stands for something that was named before.
    """

    first: str
    forms: frozenset[str]
    wide: frozenset[str]
    names: frozenset[str]
    has_pronoun: bool


_PRONOUNS = WordSet("checking/pronoun")


def crossed_complement(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, Figure] | None:
    """The figure behind which the source has what the answer has behind another one.

    Each of the two has something of its own behind it in the source, and the answer has of that of the other
    only. What stands behind the later figure may be said of both, unless both go on with the same word.

    Returns:
        The number of the sentence and that figure; None where the figure of the answer may be well placed.
    """
    if figure.kind == "ordinal" or figure.is_range:
        return None
    mine = _complement(figure, answer.figures, answer.sentence)
    if not mine.forms:
        return None
    figures, found = material.figures, None
    for index in figures.like(figure):
        number = figures.sentence[index]
        if number not in aligned.near or same_value(figure, figures.figures[index]) is None:
            continue
        sentence = material.index.sentences[number]
        theirs = [figures.figures[i] for i in figures.of_sentence[number] if not figures.figures[i].is_range]
        if RESPECTIVELY.search(sentence.text):
            return None
        other = _owner(mine, figures.figures[index], theirs, sentence)
        if other is None or any(same_value(one, other) is not None for one in answer.figures):
            return None
        found = number, other
    return found


_NAME = re.compile(r"(?<=\s)[A-Z][\w'’-]+")


def _complement(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> _Complement:
    amounts = [one for one in figures if one.kind != "ordinal"]
    first, last = clause_of(figure, amounts, sentence)
    behind = sentence.text[figure.end - sentence.start : last]
    words = words_of(behind)
    return _Complement(
        words[0] if words else "",
        telling_forms(behind),
        telling_forms(sentence.text[first:last]),
        telling_forms(" ".join(_NAME.findall(sentence.text, first, last))),
        not _PRONOUNS.isdisjoint(words),
    )


def _owner(mine: _Complement, own: Figure, theirs: Sequence[Figure], sentence: Sentence) -> Figure | None:
    """The figure of a source sentence that has the complement of the answer in the place of this one's."""
    held = _complement(own, theirs, sentence)
    for other in theirs:
        if other.start == own.start or other.kind == "ordinal" or not same_unit(own, other):
            continue
        if (other.kind == "percent") != (own.kind == "percent") or same_value(own, other) is not None:
            continue
        its = _complement(other, theirs, sentence)
        may_be_shared = other.start > own.start and mine.first != held.first
        crossed = (mine.forms & its.forms) - held.wide
        straight = (related(mine.forms) & held.wide) - its.forms
        if its.has_pronoun:
            straight = frozenset(form for form in straight if not _is_noun(form))
        if crossed and not straight and held.forms - its.forms and not may_be_shared:
            return other
        # "fell 4% in Asia" of "those in Asia fell 4%"
        named = (mine.forms & mine.names & its.names) - held.wide
        is_told = own.kind == other.kind != "number"
        if is_told and named and held.names - its.names and mine.names.isdisjoint(held.names):
            return other
    return None


def _is_noun(form: str) -> bool:
    return any(part == "n" for _, part in readings(form))
