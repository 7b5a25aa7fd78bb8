"""The annotation of a spaCy `Doc` in plain columns, read once.

Each attribute of a `Token` makes a Python object and looks a string up, and the rules ask for millions of
them. Here token `i` has its word at `columns.words[i]`, its tag at `columns.tags[i]`, and so on; what only a
few rules ask of a few tokens they still ask `columns.doc[i]`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import add
from typing import TYPE_CHECKING

from claimcheck.mentions import read_once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.strings import StringStore
    from spacy.tokens import Doc

    from claimcheck.mentions import NormalisedDocument, Sentence


class TokenColumns:
    """One list for each attribute of the tokens of a document; nobody changes them.

    Attributes:
        text: the characters of the document.
        words, lowers: the words as written and in lower case.
        tags, pos, deps: labels, empty strings where the pipeline gave none.
        heads: the token that each depends on, itself for a root.
        children: the tokens that depend on each, in reading order.
        starts, ends: characters, end exclusive.
        spaced: whether white space of its own follows.
        is_parsed: whether the pipeline gave a dependency parse.
    """

    __slots__ = (
        "children",
        "deps",
        "doc",
        "ends",
        "heads",
        "is_parsed",
        "lowers",
        "pos",
        "spaced",
        "starts",
        "tags",
        "text",
        "words",
    )

    def __init__(self, doc: Doc, text: str) -> None:
        table = doc.to_array(["TAG", "POS", "DEP", "IDX", "LENGTH", "SPACY", "HEAD"])
        starts, lengths, spaces, heads = table[:, 3:].view("int64").T.tolist()  # a head is a signed distance
        strings = doc.vocab.strings
        self.doc = doc
        self.text = text
        self.tags, self.pos, self.deps = (_decoded(column, strings) for column in table[:, :3].T.tolist())
        self.starts: list[int] = starts
        self.ends: list[int] = [*map(add, starts, lengths)]
        self.words = [text[start:end] for start, end in zip(starts, self.ends, strict=True)]
        self.lowers = [*map(str.lower, self.words)]
        self.spaced: list[int] = spaces
        self.is_parsed = bool(doc.has_annotation("DEP"))
        self.heads: list[int] = [*map(add, range(len(heads)), heads)]
        self.children = _children(self.heads)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that hold the characters from `start` to `end`, as `Doc.char_span` expands to."""
        ends, spaced, at = self.ends, self.spaced, end - 1
        # `token_at` of both, without the calls: nearly everything that is found is asked for its tokens
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, at) - 1
        if first < 0 or last < 0 or start >= ends[first] + spaced[first] or at >= ends[last] + spaced[last]:
            return None
        return first + (start == ends[first]), last + 1

    def token_at(self, offset: int) -> int | None:
        """The token that holds a character, with the white space after it."""
        token = bisect_right(self.starts, offset) - 1
        if token < 0 or offset >= self.ends[token] + self.spaced[token]:
            return None
        return token

    def root(self, first: int, last: int) -> int:
        """The token of a run that stands highest in the tree, as `Span.root` has it."""
        if last - first == 1:
            return first
        top, is_one_of_several = -1, False
        for token, head in enumerate(self.heads[first:last], first):
            if head == token:
                return token
            if not first <= head < last:
                is_one_of_several = top >= 0
                top = token if top < 0 else top
        if is_one_of_several:  # which of them is a matter of their depths
            highest: int = self.doc[first:last].root.i
            return highest
        return max(top, first)

    def root_at(self, start: int, end: int) -> int | None:
        """The highest of the tokens that hold the characters from `start` to `end`."""
        span = self.span(start, end)
        return None if span is None else self.root(*span)

    def lefts(self, token: int) -> Iterator[int]:
        """The tokens before `token` that depend on it, in reading order."""
        return (child for child in self.children[token] if child < token)

    def rights(self, token: int) -> Iterator[int]:
        """The tokens after `token` that depend on it, in reading order."""
        return (child for child in self.children[token] if child > token)

    def first_joined(self, token: int) -> int:
        """The first of the words that a word is coordinated with; the word itself where there are none."""
        while self.deps[token] == "conj":
            token = self.heads[token]
        return token

    def has_child(self, token: int, relation: str) -> bool:
        """Whether a token depends on `token` by a relation."""
        deps = self.deps
        return any(deps[child] == relation for child in self.children[token])


def _children(heads: list[int]) -> Sequence[Sequence[int]]:
    children: list[list[int] | tuple[()]] = [()] * len(heads)  # most tokens have none
    for token, head in enumerate(heads):
        if head != token:
            known = children[head]
            if known:
                known.append(token)
            else:
                children[head] = [token]
    return children


def _decoded(column: list[int], strings: StringStore) -> list[str]:
    words = {key: strings[key] for key in set(column)}
    return [*map(words.__getitem__, column)]


@read_once
def columns_of(document: NormalisedDocument) -> TokenColumns:
    """The columns of a passage."""
    return TokenColumns(document.doc, document.text)


@read_once
def _noun_phrases(document: NormalisedDocument) -> list[tuple[int, int, int, int]]:
    """First token, token behind the last, first character and character behind the last of each, in order."""
    from claimcheck.tagging.noun_chunks import noun_chunks  # noqa: PLC0415 - a schema is printed without spaCy

    columns = columns_of(document)
    # Not `Doc.noun_chunks`, which asks the vocabulary that the document was made with, as it was then.
    return [
        (first, last, columns.starts[first], columns.ends[last - 1])
        for first, last, _ in noun_chunks(document.doc)
    ]


def noun_phrases_in(document: NormalisedDocument, sentence: Sentence) -> list[tuple[int, int]]:
    """The simple noun phrases of a sentence of a parsed passage, in order, as characters."""
    phrases = _noun_phrases(document)
    first, last = sentence.span.start, sentence.span.end
    index = bisect_left(phrases, (first,))
    found = []
    while index < len(phrases) and phrases[index][1] <= last:
        found.append(phrases[index][2:])
        index += 1
    return found
