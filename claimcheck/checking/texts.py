"""Sentences and words of the texts that are held against each other, whether the text is there or not.

A record without its text still holds the sentences of its claims; then those are what is known of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.article import Article
from claimcheck.checking.findings import Place
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.passages import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.result import Document

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
PLAIN_WORD = re.compile(r"[a-z]{2,}")
"""A word of a text in lower case, without what stands between its parts."""
RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*")
"""A word with its hyphens and apostrophes; no digits."""


PARTICLE_REACH = 3
"""Words behind a verb in which its particle stands: "turned the offer down"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A connected stretch of a document whose characters are known, and where it starts in the document."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document.

    Attributes:
        source: the document, as `Document.source` says.
        start, end: where it stands in the text of the document.
        text: its characters.
    """

    source: str
    start: int
    end: int
    text: str

    def place(self, start: int | None = None, end: int | None = None) -> Place:
        """Some of its characters, or all, as a place; offsets count from the start of the sentence."""
        first = 0 if start is None else start
        last = len(self.text) if end is None else end
        return Place(
            source=self.source,
            start=self.start + first,
            end=self.start + last,
            text=self.text[first:last],
        )


def pieces_of(document: Document) -> Iterator[Piece]:
    """What is known of the text of a document: all of it, or the sentences of its claims."""
    if document.text is not None:
        yield Piece(0, document.text)
        return
    seen: set[tuple[int, int]] = set()
    for claim in sorted(document.claims, key=lambda claim: claim.sentence.start):
        span = (claim.sentence.start, claim.sentence.end)
        if span not in seen:
            seen.add(span)
            yield Piece(claim.sentence.start, claim.sentence.text)


def sentences_of(document: Document) -> Iterator[Sentence]:
    """The sentences of what is known of a document, in order."""
    for piece in pieces_of(document):
        for passage in split(Article(document.source, piece.text)):
            for first, last in passage.sentences:
                start, end = passage.start + first, passage.start + last
                yield Sentence(document.source, piece.start + start, piece.start + end, piece.text[start:end])


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, possessive endings off; parts of hyphened words beside the whole."""
    found = [word.lower().removesuffix("'s") for word in WORD.findall(text.replace("’", "'"))]
    if not any("-" in word for word in found):
        return found
    return [
        part
        for word in found
        for part in ((word, *filter(None, word.split("-"))) if "-" in word else (word,))
    ]


def forms_in(text: str) -> frozenset[str]:
    """The base forms of all words of a text."""
    return frozenset(form for word in words_of(text) for form in base_forms(word))


@per_lexicon
def phrasal_verbs() -> dict[str, dict[str, str]]:
    """For each particle, the verbs that it makes another verb of, and which: "turn" and "down", "reject"."""
    found: dict[str, dict[str, str]] = {}
    for row in load_rows("en/phrasal_verbs.csv"):
        found.setdefault(row["particle"], {})[row["verb"]] = row["as"]
    return found


def verb_with(verb: str, particle: str) -> str | None:
    """The one verb that a verb with its particle stands for: "reject" of "turned" and "down"."""
    verbs = phrasal_verbs().get(particle)
    return None if verbs is None else next((verbs[base] for base in base_forms(verb) if base in verbs), None)


@per_lexicon
def measuring_words() -> frozenset[str]:
    """Words that say how an amount is measured and not of what: scales, units, currencies, "nearly"."""
    return frozenset(row["word"] for row in load_rows("en/measuring_words.csv"))


@per_lexicon
def small_words() -> frozenset[str]:
    """Words that say nothing by themselves: articles, pronouns, prepositions, auxiliaries."""
    return frozenset(row["word"] for row in load_rows("en/small_words.csv"))


OWN_MEASURES = WordSet("checking/own_measure")
"""What a firm, a place or a household has so much of: "sales", "costs", "headcount"."""


def is_measure(word: str) -> bool:
    """Whether a word, in any form, is one of `OWN_MEASURES`."""
    return not base_forms(word).isdisjoint(OWN_MEASURES.words())
