"""Sentences with their words tagged and parsed, those of what is checked and those it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.article import Article, Passage
from claimcheck.checking.figures import figures_of
from claimcheck.checking.texts import PARTICLE_REACH, Piece, Sentence, pieces_of, small_words, verb_with
from claimcheck.passages import split
from claimcheck.tagging.pipelines import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Span, Token

    from claimcheck.checking.figures import Figure
    from claimcheck.result import Document


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text; offsets count from the start of its sentence.

    Attributes:
        start, end, text: as written.
        lower: in lower case, without a possessive ending.
        pos: its Universal part of speech; empty where the pipeline gives none.
        head: index of the word that it depends on, within the sentence; its own index at the root.
        dep: how it depends on it.
    """

    start: int
    end: int
    text: str
    lower: str
    pos: str
    head: int
    dep: str

    @property
    def is_content(self) -> bool:
        """Whether it says something by itself."""
        return self.lower[:1].isalpha() and self.lower not in small_words()


@dataclass(frozen=True)
class ParsedSentence:
    """A sentence whose words are tagged and parsed."""

    sentence: Sentence
    words: tuple[Word, ...]

    @cached_property
    def content(self) -> tuple[str, ...]:
        """Its content words in lower case, the parts of hyphened ones one by one."""
        return tuple(
            part
            for word in self.words
            if word.is_content
            for part in (word.lower.split("-") if "-" in word.lower else (word.lower,))
            if part and part not in small_words()
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, with places in the text that it stands in."""
        return tuple(figures_of(Piece(self.sentence.start, self.sentence.text)))

    def attached(self, index: int) -> set[str]:
        """The content words that a word depends on or that depend on it, prepositions passed over."""
        words = self.words
        found = {words[words[index].head].lower} if words[words[index].head].is_content else set()
        for at, word in enumerate(words):
            above = words[word.head]
            through = not above.is_content and above.head == index
            if word.is_content and at != index and (word.head == index or through):
                found.add(word.lower)
        return found

    def neighbours(self, index: int, reach: int) -> set[str]:
        """The content words at most `reach` of their kind away from a word, and the one above it."""
        found: set[str] = set()
        for step in (-1, 1):
            left, at = reach, index + step
            while left and 0 <= at < len(self.words):
                if self.words[at].is_content:
                    found.add(self.words[at].lower)
                    left -= 1
                at += step
        head = self.words[self.words[index].head]
        if head.is_content:
            found.add(head.lower)
        found.discard(self.words[index].lower)
        return found


def read_sentences(document: Document, nlp: Language) -> Iterator[ParsedSentence]:
    """The sentences of what is known of a document, tagged by a pipeline."""
    for piece in pieces_of(document):
        for tagged in tag(split(Article(document.source, piece.text)), nlp):
            doc, offset = tagged.doc, tagged.passage.start
            for first, last in tagged.passage.sentences:
                span = doc.char_span(first, last, alignment_mode="expand")
                if span is None:
                    continue
                start = piece.start + offset + first
                sentence = Sentence(
                    document.source, start, start + last - first, piece.text[offset + first : offset + last]
                )
                yield ParsedSentence(sentence, _words(span, first))


def parse_sentences(sentences: Sequence[Sentence], nlp: Language) -> Iterator[ParsedSentence]:
    """Sentences whose bounds are known, each tagged by itself."""
    passages = [Passage(Article(s.source, s.text), 0, len(s.text), ((0, len(s.text)),)) for s in sentences]
    for sentence, tagged in zip(sentences, tag(passages, nlp), strict=True):
        yield ParsedSentence(sentence, _words(tagged.doc[:], 0))


def _words(span: Span, first: int) -> tuple[Word, ...]:
    """The tokens of a sentence that starts at `first` of its text, heads outside of it left out."""
    words = []
    for token in span:
        start = token.idx - first
        head = token.head.i - span.start
        words.append(
            Word(
                start=start,
                end=start + len(token.text),
                text=token.text,
                lower=_lower(token),
                pos=token.pos_,
                head=head if 0 <= head < len(span) else token.i - span.start,
                dep=token.dep_,
            )
        )
    return tuple(words)


def _lower(token: Token) -> str:
    """In lower case without its possessive ending; of a verb with a particle, the verb that both are."""
    plain = token.text.lower().replace("’", "'").removesuffix("'s")
    if token.pos_ != "VERB" or token.i + 1 >= len(token.doc):
        return plain
    for behind in token.doc[token.i + 1 : token.i + 1 + PARTICLE_REACH]:
        if behind.head.i == token.i and behind.pos_ in ("ADP", "ADV", "PART"):
            return verb_with(plain, behind.lower_) or plain
    return plain
