"""Contraries in the clause of a figure: to gain what the source has lost, the men's share of the women."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.figure_values import same_value
from claimcheck.checking.grounding.denying import is_denied
from claimcheck.checking.grounding.figure_words import clause_of
from claimcheck.checking.grounding.subjects import are_unlike, subject_index, subject_names
from claimcheck.checking.grounding.wording.contraries import LETTERS, vague
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.lexicons.word_relations import base_forms, family, opposites, synonyms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_OPEN = frozenset({"NOUN", "VERB"})
"""What is told of a figure by its contrary alone; "new" and "old" things may both have it."""


class _Clause(NamedTuple):
    """The words of a sentence around one of its figures, up to those beside it.

    Attributes:
        sentence: the sentence.
        at: the indices of its content words.
        forms: their base forms.
    """

    sentence: ParsedSentence
    at: tuple[int, ...]
    forms: frozenset[str]


def clause_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Words in the clause of a figure whose contrary stands in every clause of that figure nearby."""
    for figure in answer.figures:
        if figure.kind in ("ordinal", "score", "multiple") or figure.is_fraction:
            continue
        mine = _clause(figure, answer.figures, answer)
        if mine is None:
            continue
        held = _held(figure, aligned, material)
        for index in mine.at if held else ():
            found = _contrary(mine, index, held)
            if found is None:
                continue
            source, at = found
            word, said = answer.words[index], source.words[at]
            yield told_otherwise(
                "ground/opposite",
                answer.sentence,
                (word.start, word.end),
                source.sentence,
                (said.start, said.end),
                f"the source says “{said.text}” of {figure.shown()}, the contrary of “{word.text}”",
            )


def _held(figure: Figure, aligned: Aligned, material: Material) -> list[_Clause]:
    """The clauses of the sentences nearby that give the figure; none if one of them compares."""
    held = []
    for index in material.figures.like(figure):
        number = material.figures.sentence[index]
        other = material.figures.figures[index]
        if number not in aligned.near or same_value(figure, other) is None:
            continue
        (parsed,) = material.parsed([number])
        theirs = [material.figures.figures[i] for i in material.figures.of_sentence[number]]
        clause = _clause(other, theirs, parsed)
        if clause is None:
            return []
        held.append(clause)
    return held


def _clause(figure: Figure, figures: Sequence[Figure], sentence: ParsedSentence) -> _Clause | None:
    """The clause of a figure; None where it compares or denies, so that a contrary may say the same."""
    amounts = [one for one in figures if one.kind != "ordinal"]
    first, last = clause_of(figure, amounts, sentence.sentence)
    inside = [i for i, word in enumerate(sentence.words) if first <= word.start and word.end <= last]
    if any(sentence.words[i].lower == "than" for i in inside):
        return None
    at = tuple(i for i in inside if sentence.words[i].is_content)
    forms = frozenset().union(*(base_forms(sentence.words[i].lower) for i in at), frozenset())
    return _Clause(sentence, at, forms)


def _contrary(mine: _Clause, index: int, held: Sequence[_Clause]) -> tuple[ParsedSentence, int] | None:
    """The contrary of a word in the first clause of a source, if all of them have one and not the word."""
    word = mine.sentence.words[index]
    if word.pos not in _OPEN or word.lower in vague():
        return None
    contraries = opposites(word.lower, LETTERS[word.pos]) - mine.forms - vague()
    own = family(word.lower) | synonyms(word.lower)
    first = None
    for clause in held if contraries else ():
        at = next(
            (i for i in clause.at if not contraries.isdisjoint(base_forms(clause.sentence.words[i].lower))),
            None,
        )
        if at is None or not own.isdisjoint(clause.forms):
            return None
        if not _is_said_of_the_same(mine.sentence, index, clause.sentence, at):
            return None
        first = first or (clause.sentence, at)
    return first


def _is_said_of_the_same(answer: ParsedSentence, index: int, source: ParsedSentence, at: int) -> bool:
    """Whether two words are of one class and neither or both denied, verbs with one and the same subject.

    Who buys is not who sells: a verb without a subject that the other sentence has too tells nothing.
    """
    word, said = answer.words[index], source.words[at]
    if word.pos != said.pos or is_denied(answer, index) != is_denied(source, at):
        return False
    if word.pos != "VERB":
        return True
    mine, its = subject_index(answer, index), subject_index(source, at)
    if mine is None or its is None or "PRON" in (answer.words[mine].pos, source.words[its].pos):
        return False
    names = subject_names(answer, mine), subject_names(source, its)
    if any(names):
        return not names[0].isdisjoint(names[1])
    return not are_unlike(answer.words[mine].lower, source.words[its].lower)
