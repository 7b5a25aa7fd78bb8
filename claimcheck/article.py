"""The types that the early stages share: what was read, and the stretches it is cut into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True)
class Article:
    """One input as it was read. `text` is never changed afterwards.

    Attributes:
        source: the path as given, `-` for standard input, or a name the caller chose.
        text: the decoded text; every offset of every later stage counts its code points.
        published: the date that relative expressions ("last year") are read against, if known.
    """

    source: str
    text: str
    published: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one article, small enough to be parsed at once.

    Most articles are one passage. A book is several, cut at the end of a paragraph where there is one.

    Attributes:
        article: where it comes from.
        start, end: its place in `article.text`, half-open.
        sentences: half-open offsets *into the passage*, in reading order.
    """

    article: Article
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """The characters of the passage."""
        return self.article.text[self.start : self.end]
