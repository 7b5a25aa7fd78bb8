"""Figures under another label: of the bakery segment, where the source has those of the frozen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import is_comparable, same_value
from claimcheck.checking.findings import make_finding
from claimcheck.checking.rules import is_on
from claimcheck.lexicons.word_relations import base_forms, family, synonyms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence, Word

_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})

EXACT = 2
"""So many figures, or one of three digits, tell surely which sentence of a source is retold."""


def label_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Nouns with a word before them, "bakery segment", in a sentence whose figures a source gives of another.

    That source sentence has the noun with another word before it, and the answer's word nowhere; a sentence
    nearby has it with the answer's word, and a figure of its own that could stand here.
    """
    figures = [figure for figure in answer.figures if figure.kind != "ordinal" and not figure.is_range]
    if not is_on("ground/label") or not figures or not aligned.best:
        return
    home = _home(figures, aligned, material)
    if home is None:
        return
    (source,) = material.parsed([home])
    held = material.index.keys[home]
    for before, noun in _labelled(answer):
        forms = family(before.lower) | synonyms(before.lower)
        if not held.isdisjoint(forms):
            continue
        others = [
            theirs
            for theirs, their_noun in _labelled(source)
            if base_forms(noun.lower) & base_forms(their_noun.lower)
            and answer.content.count(theirs.lower) == 0
        ]
        if not others or not _has_figures_of_its_own(before, noun, figures, home, aligned, material):
            continue
        yield make_finding(
            "ground/label",
            "differs",
            kind="wording",
            place=answer.sentence.place(before.start, noun.end),
            evidence=[source.sentence.place(others[0].start, others[0].end), source.sentence.place()],
            reason=f"the source gives the figure for “{others[0].text} {noun.text}”",
        )


def _home(figures: list[Figure], aligned: Aligned, material: Material) -> int | None:
    """The one sentence of the sources that gives all figures of a sentence, and enough of them."""
    common: set[int] | None = None
    for figure in figures:
        numbers = {
            material.figures.sentence[i]
            for i in material.figures.like(figure)
            if same_value(figure, material.figures.figures[i]) == "equal"
        }
        common = numbers if common is None else common & numbers
    if common is None or len(common) != 1 or not common <= set(aligned.near):
        return None
    is_telling = len(figures) >= EXACT or len(f"{figures[0].low.normalize():f}".strip("0.")) > EXACT
    return next(iter(common)) if is_telling else None


def _labelled(sentence: ParsedSentence) -> Iterator[tuple[Word, Word]]:
    """Nouns of a sentence with the noun, name or adjective right before each."""
    for before, noun in zip(sentence.words, sentence.words[1:], strict=False):
        if noun.pos != "NOUN" or not noun.is_content or before.pos not in _NOMINAL or not before.is_content:
            continue
        if sentence.sentence.text[before.end : noun.start] in (" ", "-"):
            yield before, noun


def _has_figures_of_its_own(
    before: Word, noun: Word, figures: list[Figure], home: int, aligned: Aligned, material: Material
) -> bool:
    """Whether a sentence nearby has a word before a noun, and a figure that could stand in its place."""
    numbers = [n for n in _around(aligned, material) if n != home]
    holding = [n for n in numbers if before.lower in material.index.keys[n]]
    for number, source in zip(holding, material.parsed(holding), strict=True):
        labels = [(b.lower, n.lower) for b, n in _labelled(source)]
        if not any(b == before.lower and base_forms(n) & base_forms(noun.lower) for b, n in labels):
            continue
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            if any(is_comparable(figure, other) and same_value(figure, other) is None for figure in figures):
                return True
    return False


def _around(aligned: Aligned, material: Material) -> list[int]:
    """The sentences that speak of the answer, and those beside them."""
    last = len(material.index.sentences) - 1
    return sorted({min(max(0, n + step), last) for n in aligned.near for step in (-1, 0, 1)})
