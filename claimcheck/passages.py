"""Stage 2: an article to passages of whole sentences, each small enough to be parsed at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.article import Article, Passage
from claimcheck.marks import Unmarked, without_marks
from claimcheck.splitting import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MAX_PASSAGE_CHARS = 100_000
"""About 16,000 words. Names and pronouns are linked within a passage, so an article should be one; what is
longer is a book, and its parse must not grow with it."""

MAX_SENTENCE_CHARS = 4_000
"""The longest sentences of edited prose stay below 2,000 characters; what is longer is a table or a dump, and
is cut at white space so that no stage meets a sentence without bounds."""


# What makes a passage read otherwise than it is written: see `Passage.text`.
_READ_OTHERWISE = re.compile(r"[^\n]\n[^\n]|[\u00a0\u2007\u2009\u202f]")


def split(article: Article) -> Iterator[Passage]:
    """The passages of an article, in order. White space between sentences belongs to none of them."""
    yield from group(article, _bounded(article.text, article.left_out))


def group(article: Article, sentences: Iterable[tuple[int, int]]) -> Iterator[Passage]:
    """The passages that sentences make whose half-open offsets are known; ascending, none of them empty."""
    text = article.text
    pending: list[tuple[int, int]] = []
    last_paragraph = 0  # index into `pending` of the last sentence that begins a paragraph
    for start, end in sentences:
        if pending and end - pending[0][0] > MAX_PASSAGE_CHARS:
            cut = last_paragraph or len(pending)
            yield _passage(article, pending[:cut])
            pending = pending[cut:]
            last_paragraph = 0
        if pending and _has_blank_line(text, pending[-1][1], start):
            last_paragraph = len(pending)
        pending.append((start, end))
    if pending:
        yield _passage(article, pending)


def as_it_reads(article: Article) -> Unmarked | None:
    """The text of an article without marks and with its passages as they are read; None where it is that."""
    read, marks = without_marks(article)
    text = in_one_line(read)
    if text == article.text:
        return None
    return (marks or Unmarked(text, article.text))._replace(text=text)


def in_one_line(article: Article) -> str:
    """The text of an article with its passages as they are read."""
    if not _READ_OTHERWISE.search(article.text):
        return article.text
    parts: list[str] = []
    position = 0
    for passage in split(article):
        parts += article.text[position : passage.start], passage.text
        position = passage.end
    return "".join([*parts, article.text[position:]])


def _passage(article: Article, sentences: list[tuple[int, int]]) -> Passage:
    start = sentences[0][0]
    relative = tuple((first - start, last - start) for first, last in sentences)
    return Passage(article, start, sentences[-1][1], relative)


def _has_blank_line(text: str, start: int, end: int) -> bool:
    gap = text[start:end]
    return gap.count("\n") > 1 or gap.count("\r") > 1


def _bounded(text: str, left_out: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The sentences, with those that are too long cut at white space."""
    for start, end in split_sentences(text, left_out):
        position = start
        while end - position > MAX_SENTENCE_CHARS:
            cut = position + MAX_SENTENCE_CHARS
            while cut > position and not text[cut - 1].isspace():
                cut -= 1
            if cut == position:  # no white space at all
                cut = position + MAX_SENTENCE_CHARS
            piece_end = cut
            while piece_end > position and text[piece_end - 1].isspace():
                piece_end -= 1
            if piece_end > position:
                yield position, piece_end
            position = cut
            while position < end and text[position].isspace():
                position += 1
        if position < end:
            yield position, end
