"""Which sentences of the sources speak of what a sentence says: an index over words, not all pairs."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.checking.texts import (
    PARTICLE_REACH,
    Sentence,
    phrasal_verbs,
    sentences_of,
    small_words,
    verb_with,
    words_of,
)
from claimcheck.lexicons.word_relations import base_forms, family, kinds_above, stand_ins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.result import Document

BEST = 3
"""Sentences that one sentence is held against. A summary sentence mostly joins two or three of the source."""

COMMON_SHARE = 0.2
"""In an index of many sentences, a word in more than this share of them does not choose between them."""

MANY_SENTENCES = 500

STAND_IN_WEIGHT = 0.5
"""A word that could stand for another is half as telling as the word itself."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """The sentences of the sources that speak of one sentence.

    Attributes:
        best: indices of the sentences, best first.
        near: those and their neighbours, in reading order.
        keys: all that the words of `near` are found by.
        words: the words of `near` as written, in lower case.
        coverage: which share of the weight of the sentence's words `best[0]` holds.
    """

    best: tuple[int, ...]
    near: tuple[int, ...]
    keys: frozenset[str]
    words: frozenset[str]
    coverage: float


def _phrasal(words: Sequence[str]) -> Iterator[str]:
    """The verbs that verbs with their particles stand for: "reject" of "turned it down"."""
    particles = phrasal_verbs()
    for at, particle in enumerate(words):
        if particle in particles:
            for word in words[max(0, at - PARTICLE_REACH) : at]:
                verb = verb_with(word, particle)
                if verb is not None:
                    yield verb


NOTHING = Aligned((), (), frozenset(), frozenset(), 0.0)


class SourceIndex:
    """Every sentence of the sources, found by its words."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.sentences: list[Sentence] = []
        self.keys: list[frozenset[str]] = []
        self.postings: dict[str, list[int]] = {}
        self.words: set[str] = set()
        """Every word of the sources, in lower case."""
        self.known: set[str] = set()
        """All that a word of the sources is found by: itself and its base forms."""
        self._forms: dict[str, frozenset[str]] = {}
        for document in documents:
            for sentence in sentences_of(document):
                self._add(sentence)

    def _add(self, sentence: Sentence) -> None:
        number = len(self.sentences)
        words = words_of(sentence.text)
        said = set(words)
        forms = self._forms
        for word in said - self.words:
            forms[word] = base_forms(word)
            self.known |= forms[word]
        self.words |= said
        verbs = set(_phrasal(words)) - said
        keys: set[str] = set().union(*map(forms.__getitem__, said - small_words()), *map(base_forms, verbs))
        for key in keys:
            self.postings.setdefault(key, []).append(number)
        self.sentences.append(sentence)
        self.keys.append(frozenset(keys))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Everything that a word of the sources is a kind of, as a noun."""
        return frozenset().union(*(kinds_above(word) for word in self.words), frozenset())

    def has(self, word: str) -> bool:
        """Whether the sources hold a word, another form of it, or one that is derived from it."""
        return word in self.words or not self.known.isdisjoint(family(word))

    def has_stand_in(self, word: str) -> bool:
        """Whether the sources hold a word that could stand in the place of this one."""
        return not self.known.isdisjoint(stand_ins(word))

    def align(self, words: Sequence[str], *, best: int = BEST) -> Aligned:
        """The sentences that share most with these words, rare words before common ones."""
        scores: Counter[int] = Counter()
        weights: dict[str, float] = {}
        total = len(self.sentences)
        content = list(dict.fromkeys(word for word in words if word not in small_words()))
        for word in content:
            hits: dict[int, float] = {}
            for keys, share in ((family(word), 1.0), (stand_ins(word), STAND_IN_WEIGHT)):
                for key in keys:
                    numbers = self.postings.get(key, ())
                    if not numbers or (total > MANY_SENTENCES and len(numbers) > COMMON_SHARE * total):
                        continue
                    weight = share * math.log1p(total / len(numbers))
                    for number in numbers:
                        if hits.get(number, 0.0) < weight:
                            hits[number] = weight
            if hits:
                weights[word] = max(hits.values())
                for number, weight in hits.items():
                    scores[number] += weight  # type: ignore[assignment]  # counters count anything that adds
        if not scores:
            return NOTHING
        ranked = sorted(scores, key=lambda number: (-scores[number], number))[:best]
        near = sorted({n for number in ranked for n in self._around(number)})
        unknown = math.log1p(total) * sum(1 for word in content if word not in weights)
        return Aligned(
            best=tuple(ranked),
            near=tuple(near),
            keys=frozenset().union(*(self.keys[number] for number in near)),
            words=frozenset(word for number in near for word in words_of(self.sentences[number].text)),
            coverage=scores[ranked[0]] / (sum(weights.values()) + unknown),
        )

    def _around(self, number: int) -> Iterable[int]:
        source = self.sentences[number].source
        for other in (number - 1, number, number + 1):
            if 0 <= other < len(self.sentences) and self.sentences[other].source == source:
                yield other
