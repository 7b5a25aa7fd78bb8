"""Documents of a treebank in CoNLL-U as running text, with a gold tree over its words.

`read_treebank` puts the sentences of a document together as an article has them: a blank between two, an
empty line where the file says `newpar`. Each word knows its offsets in that text, so that what claimcheck
finds there is laid on the tree (`TreebankText.words_in`, `topmost`). `GoldTrees` is a pipeline component that
puts the gold tree in place of the predicted one wherever both have the same words, for the question whether
a wrong answer is the parser's or that of the rules.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left, bisect_right
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG
from spacy.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.tokens import Doc

_COMPONENT = "gold_trees"
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
"""The relations of a subject to its verb, but for those of clauses."""


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A word of a gold tree.

    Attributes:
        place: among the words of the document.
        start, end: offsets in its text, end exclusive; the words of a contraction that is not their sum
            ("gonna") have its offsets together.
        tag: its Penn tag.
        features: as the file has them, "Number=Plur|Tense=Past".
        head: the place of the word that it hangs on; of the root its own.
        relation: to that, of Universal Dependencies.
    """

    place: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    features: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class TreebankText:
    """A document: its text, its words in order, and `[start, end)` of its sentences in places of words."""

    name: str
    text: str
    words: tuple[GoldWord, ...]
    sentences: tuple[tuple[int, int], ...]
    _children: tuple[tuple[int, ...], ...] = field(repr=False)

    def words_in(self, start: int, end: int) -> tuple[GoldWord, ...]:
        """The words of which a stretch of the text holds a character."""
        first = bisect_right(self.words, start, key=lambda word: word.end)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return self.words[first:last]

    def topmost(self, start: int, end: int) -> GoldWord | None:
        """The word of a stretch that hangs on one outside of it, the first if there are several; punctuation
        only where there is nothing else.
        """
        inside = self.words_in(start, end)
        places = {word.place for word in inside}
        tops = [word for word in inside if word.head not in places or word.head == word.place]
        tops.sort(key=lambda word: word.relation == "punct")
        return tops[0] if tops else None

    def sentence_of(self, word: GoldWord) -> tuple[GoldWord, ...]:
        """The words of the sentence that a word stands in."""
        first, last = next(pair for pair in self.sentences if pair[0] <= word.place < pair[1])
        return self.words[first:last]

    def head_of(self, word: GoldWord) -> GoldWord:
        """What a word hangs on; the root on itself."""
        return self.words[word.head]

    def children(self, word: GoldWord, *relations: str) -> list[GoldWord]:
        """What hangs on a word, in order; only by some relations where these are given."""
        below = (self.words[place] for place in self._children[word.place])
        return [child for child in below if not relations or child.relation in relations]


def read_treebank(path: Path) -> Iterator[TreebankText]:
    """The documents of a CoNLL-U file, packed with gzip or not. Empty words (`8.1`) are left out."""
    building: _Building | None = None
    name, paragraph = path.name, False
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for comments, rows in _sentences(lines):
            for comment in comments:
                if comment.startswith("# newdoc"):
                    if building is not None:
                        yield building.built()
                    building = None
                    name = comment.partition("=")[2].strip() or name
                paragraph |= comment.startswith("# newpar")
            building = building or _Building(name)
            building.add(rows, "\n\n" if paragraph else " ")
            paragraph = False
    if building is not None:
        yield building.built()


def _sentences(lines: Iterable[str]) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Comments and rows of each sentence."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in (*lines, "\n"):
        if line.startswith("#"):
            comments.append(line.rstrip("\n"))
        elif line.strip():
            rows.append(line.rstrip("\n").split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []


class _Building:
    """A document while its sentences are read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.pieces: list[str] = []
        self.length = 0
        self.words: list[GoldWord] = []
        self.sentences: list[tuple[int, int]] = []

    def add(self, rows: Sequence[Sequence[str]], joint: str) -> None:
        """Append a sentence, after a joint if it is not the first."""
        if self.sentences:
            self._write(joint)
        first = len(self.words)
        stretches = list(self._stretches(rows))
        words = [row for row in rows if row[0].isdecimal()]
        for row, (start, end) in zip(words, stretches, strict=True):
            place = len(self.words)
            head = place if row[6] == "0" else first + int(row[6]) - 1
            self.words.append(GoldWord(place, start, end, *row[1:6], head, row[7]))
        self.sentences.append((first, len(self.words)))

    def _stretches(self, rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
        """Writes the text of the words, and yields the offsets of each."""
        forms = {int(row[0]): row[1] for row in rows if row[0].isdecimal()}
        behind = ""
        within = 0
        for row in rows:
            number, dash, last = row[0].partition("-")
            if "." in number or int(number) <= within:
                continue
            self._write(behind)
            start = self.length
            self._write(row[1])
            behind = "" if "SpaceAfter=No" in row[9] else " "
            if not dash:
                yield start, self.length
                continue
            within = int(last)
            parts = [forms[part] for part in range(int(number), within + 1)]
            is_sum = "".join(parts) == row[1]
            for part in parts:
                yield (start, start + len(part)) if is_sum else (start, self.length)
                start += len(part) if is_sum else 0

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def built(self) -> TreebankText:
        children: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.place:
                children[word.head].append(word.place)
        return TreebankText(
            self.name,
            "".join(self.pieces),
            tuple(self.words),
            tuple(self.sentences),
            tuple(map(tuple, children)),
        )


class GoldTrees:
    """A component at the end of a pipeline that writes the gold trees of one text into its docs.

    Attributes:
        treebank_text: the text that is read now; set before each.
        laid, left: sentences that got their gold tree, and those whose words the pipeline sees otherwise,
            which keep the predicted one. Where it sees other ends of sentences, a tree is laid all the same.
    """

    def __init__(self) -> None:
        self.treebank_text: TreebankText | None = None
        self.laid = 0
        self.left = 0

    @contextmanager
    def at_the_end_of(self, nlp: Language) -> Iterator[None]:
        """Let a pipeline end with this component for a while."""
        Language.component(_COMPONENT, func=self)
        nlp.add_pipe(_COMPONENT, last=True)
        try:
            yield
        finally:
            nlp.remove_pipe(_COMPONENT)

    def __call__(self, doc: Doc) -> Doc:
        """Write the trees into a doc whose text is a part of the treebank's."""
        gold = self.treebank_text
        offset = gold.text.find(doc.text) if gold is not None else -1
        if gold is None or offset < 0:
            return doc
        names = [HEAD, DEP, TAG, POS, LEMMA]
        columns: Any = doc.to_array(names)  # type: ignore[arg-type]
        places = {(token.idx + offset, token.idx + offset + len(token)): token.i for token in doc}
        for words in _sentences_in(gold, offset, offset + len(doc.text)):
            tokens = [places.get((word.start, word.end), -1) for word in words]
            if tokens != list(range(tokens[0], tokens[0] + len(words))) or tokens[0] < 0:
                self.left += 1
                continue
            self.laid += 1
            add = doc.vocab.strings.add
            for token, word in zip(tokens, words, strict=True):
                shift = word.head - word.place
                relation = "ROOT" if shift == 0 else word.relation
                values = (add(relation), add(word.tag), add(word.pos), add(word.lemma))
                columns[token] = [np.int64(shift).astype(np.uint64), *values]
        return doc.from_array(names, columns)  # type: ignore[arg-type]


def _sentences_in(gold: TreebankText, start: int, end: int) -> Iterator[tuple[GoldWord, ...]]:
    """The words of each sentence that lies in a stretch."""
    for first, last in gold.sentences:
        words = gold.words[first:last]
        if start <= words[0].start and words[-1].end <= end:
            yield words
