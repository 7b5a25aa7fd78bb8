"""Whether two words stand in the same place of two sentences: what is said around them is the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.checking.texts import measuring_words
from claimcheck.lexicons.word_relations import base_forms, family, synonyms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

REACH = 3
"""Content words to either side that a word is about; a clause of an edited text has some eight."""

SOURCE_REACH = 5
"""The same for the source, which is less terse than an answer."""

RETOLD = 0.3
"""From this share of the weight of its words on, a sentence retells one of the source. What words alone
show is looked for in such only; a third of the sentences of articles, held against the rest of theirs, and a
tenth of those of summaries stay below (2026-11)."""

MOST = 0.5
"""From this share of the words near a word on, most of them are the same."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands around a word of the answer, each word as all that could be written for it.

    Attributes:
        near: words at most `REACH` content words away.
        attached: words that it is parsed to belong to, or that belong to it.
    """

    near: tuple[frozenset[str], ...]
    attached: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a word of a source fits a slot.

    Attributes:
        near: how many of the words near the slot stand near the word.
        attached: how many of those attached to the slot stand next to the word, or are attached to it.
        share: of the words near the slot, how many do so.
    """

    near: int
    attached: int
    share: float

    @property
    def strength(self) -> int:
        """Words in common, those that belong together counted once more."""
        return self.near + self.attached


def slot_of(answer: ParsedSentence, index: int) -> Slot:
    """The slot that a word of the answer stands in.

    What changes by so many millions in so many months is not told by these words.
    """
    empty = measuring_words() if answer.words[index].pos in ("VERB", "ADJ", "ADV") else frozenset()
    return Slot(
        tuple(map(_wordings, sorted(answer.neighbours(index, REACH) - empty))),
        tuple(map(_wordings, sorted(answer.attached(index) - empty))),
    )


def _wordings(word: str) -> frozenset[str]:
    return family(word) | synonyms(word)


def fit(slot: Slot, source: ParsedSentence, at: int) -> Fit:
    """How well a word of a source fits a slot."""
    near = _forms(source.neighbours(at, SOURCE_REACH))
    close = _forms(source.neighbours(at, 2) | source.attached(at))
    held = sum(1 for words in slot.near if not words.isdisjoint(near))
    attached = sum(1 for words in slot.attached if not words.isdisjoint(close))
    return Fit(held, attached, held / len(slot.near) if slot.near else 0.0)


def is_enough(fit: Fit) -> bool:
    """Whether two words are about the same thing: one argument and another word near, or most words near."""
    return (fit.attached > 0 and (fit.near > 1 or fit.share == 1)) or (fit.near > 2 and fit.share >= MOST)


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(base_forms(word) for word in words), frozenset())


def places_of(
    keys: frozenset[str], aligned: Aligned, material: Material
) -> Iterator[tuple[int, ParsedSentence, int]]:
    """Where the sentences that speak of the answer hold a word with one of these base forms, best first.

    Yields:
        The number of the sentence, the sentence, and the index of the word in it.
    """
    numbers = (*aligned.best, *(n for n in aligned.near if n not in aligned.best))
    holding = [n for n in numbers if not keys.isdisjoint(material.index.keys[n])]
    for number, source in zip(holding, material.parsed(holding), strict=True):
        for at, word in enumerate(source.words):
            if word.is_content and not keys.isdisjoint(base_forms(word.lower)):
                yield number, source, at
