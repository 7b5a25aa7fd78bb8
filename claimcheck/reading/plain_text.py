"""Plain text: the file is the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.article import Article
from claimcheck.reading.decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input


def read_plain_text(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article in a text file; an empty file is an empty article."""
    text = decode(source.read_bytes(), source=source.source, encoding=options.encoding)
    yield Article(source.source, text)
