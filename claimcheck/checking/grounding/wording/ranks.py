"""Places in an order: the longest of what is the third-longest in the source, the second of its first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.denying import is_superlative
from claimcheck.checking.grounding.wording.slots import RETOLD
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence


def superlative_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """The first of an order that is only the second, third or one of some in the source."""
    if aligned.coverage < RETOLD or not aligned.best:
        return
    yield from _lower_ranks(answer, aligned, material)
    for found in _SUPERLATIVE.finditer(answer.sentence.text):
        if _rank_before(found) is not None or not is_superlative(found[0].lower()):
            continue  # "the second-largest", "the harvest"
        told = [(n, other, _rank_before(other)) for n, other in _written(found[0], aligned, material)]
        ranked = [(n, other, rank) for n, other, rank in told if rank is not None]
        if len(ranked) < len(told):
            continue
        for number, other, rank in [one for one in ranked if one[0] in aligned.best][:1]:
            sentence, start = material.index.sentences[number], rank.start("rank")
            yield told_otherwise(
                "ground/comparison",
                answer.sentence,
                found.span(),
                sentence,
                (start, other.end()),
                f"the source says “{sentence.text[start : other.end()]}”",
            )


def _lower_ranks(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """The second or third of an order that is its first in the source: "the second-largest case"."""
    for found in _RANKED.finditer(answer.sentence.text):
        if not is_superlative(found["most"].lower()):
            continue  # "the second harvest festival"
        told = _written(found["most"], aligned, material)
        if any(_rank_before(other) is not None for _, other in told):
            continue
        held = [
            (number, other)
            for number, other in told
            if number in aligned.best
            and found["of"].lower() in words_of(other.string[other.end() :])[:NOUN_REACH]
        ]
        numbers = [number for number, _ in told]
        if not held or words_of_order(numbers, material) or are_measured_alike(numbers, material):
            continue
        number, other = held[0]
        sentence = material.index.sentences[number]
        yield told_otherwise(
            "ground/comparison",
            answer.sentence,
            found.span("rank"),
            sentence,
            other.span(),
            f"the source says “{other[0]}”, not “{found['rank']} {found['most']}”",
        )


def _written(word: str, aligned: Aligned, material: Material) -> list[tuple[int, re.Match[str]]]:
    """Where the source sentences nearby have a word, with their numbers."""
    pattern = re.compile(rf"\b{word}\b", re.IGNORECASE)
    return [
        (number, found)
        for number in aligned.near
        for found in pattern.finditer(material.index.sentences[number].text)
    ]


def _rank_before(superlative: re.Match[str]) -> re.Match[str] | None:
    """What makes of a superlative, as it is written in a text, another place of the order."""
    return _RANK_BEFORE.search(superlative.string, 0, superlative.start())


def words_of_order(numbers: Sequence[int], material: Material) -> list[str]:
    """The words by which the sources go on in an order around some sentences: "next", "only the Aller is"."""
    texts = (material.index.sentences[number].text for number in _around(numbers, material))
    return [found[0] for text in texts for found in _NEXT.finditer(text)]


_NEXT = WordPattern(r"\b(?:<checking/next_in_order>)\b(?!\s+(?:<checking/period>)\b)", re.IGNORECASE)


def are_measured_alike(numbers: Sequence[int], material: Material) -> bool:
    """Whether two figures around some sentences are of one unit, which makes an order of what they are of."""
    units = [
        figure.unit
        for number in _around(numbers, material)
        for i in material.figures.of_sentence.get(number, ())
        if (figure := material.figures.figures[i]).kind in ("measure", "money", "percent")
    ]
    return any(units.count(unit) > 1 for unit in units)


def _around(numbers: Sequence[int], material: Material) -> list[int]:
    """Some sentences, the one before each and the two behind it, where an order is told on."""
    sentences = material.index.sentences
    found = {
        other
        for number in numbers
        for other in range(max(0, number - 1), min(len(sentences), number + 3))
        if sentences[other].source == sentences[number].source
    }
    return sorted(found)


NOUN_REACH = 3
"""Words behind a superlative among which what it is said of stands."""

_RANKED = WordPattern(
    r"\b(?P<rank><lint/counted_on>|\d+(?:nd|rd|th))[ -](?P<most>[a-z]{2,}est)\s+(?P<of>[a-z]+)\b",
    re.IGNORECASE,
)


_SUPERLATIVE = re.compile(r"(?:(?<=\b[Tt]he )|(?<=\b[Ii]ts )|(?<=['’]s ))[a-z]{2,}est\b")

_RANK_BEFORE = WordPattern(
    r"(?P<rank>\b(?:<checking/rank_before>|\d+(?:nd|rd|th))[ -]+(?:of\s+(?:the|its)\s+)?(?:[a-z]+\s+)?)$",
    re.IGNORECASE,
)
"""What makes of the first of an order another one: "third-longest", "one of the longest"."""
