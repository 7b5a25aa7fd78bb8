"""EPUB: the chapters of a book in the order of its spine, as one article."""

from __future__ import annotations

import posixpath
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from claimcheck.article import Article, Table
from claimcheck.errors import ReadingError
from claimcheck.reading.inputs import HeldInput
from claimcheck.reading.packages import Package
from claimcheck.reading.webpage import read_whole_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

_CONTAINER_FILE = "META-INF/container.xml"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_BOOK = "{http://www.idpf.org/2007/opf}"
_CORE = "{http://purl.org/dc/elements/1.1/}"


def read_epub(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article in a book."""
    package = Package(source.read_bytes(), source.source, "a book (EPUB)")
    place_of_container = next((name for name in package.names if name.endswith(_CONTAINER_FILE)), "")
    container = package.xml(place_of_container)
    root = container.find(f".//{_CONTAINER}rootfile") if container is not None else None
    # some books are packed with the folder that they were made in
    name = place_of_container.removesuffix(_CONTAINER_FILE) + (
        root.get("full-path", "") if root is not None else ""
    )
    book = package.xml(name)
    if book is None:
        raise package.broken()
    chapters = {item.get("id"): item.get("href", "") for item in book.iter(f"{_BOOK}item")}
    parts: list[str] = []
    asides: list[tuple[int, int]] = []
    tables: list[Table] = []
    length = 0
    for entry in book.iter(f"{_BOOK}itemref"):
        place = posixpath.normpath(
            posixpath.join(posixpath.dirname(name), unquote(chapters.get(entry.get("idref"), "")))
        )
        page = package.read(place)
        if page is None or entry.get("linear") == "no":
            continue
        held = HeldInput(source.source, None, PurePath(place), page)
        for chapter in read_whole_page(held, options):
            if not chapter.text.strip():
                continue
            if parts:
                parts.append("\n")
                length += 1
            asides.extend((start + length, end + length) for start, end in chapter.asides)
            tables.extend(table.moved(_behind(length)) for table in chapter.tables or ())
            parts.append(chapter.text)
            length += len(chapter.text)
    if not parts:
        raise ReadingError(f"{source.source}: no text in this book")
    title, author = (book.findtext(f".//{_CORE}{field}") for field in ("title", "creator"))
    yield Article(
        source.source,
        "".join(parts),
        title=title or None,
        author=author or None,
        asides=tuple(asides),
        tables=tuple(tables),
    )


def _behind(length: int) -> Callable[[int, int], tuple[int, int]]:
    """What moves a stretch of a chapter behind so many characters of the book."""
    return lambda start, end: (start + length, end + length)
