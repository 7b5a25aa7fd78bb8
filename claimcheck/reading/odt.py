"""ODT: the headings, paragraphs and tables of an OpenDocument text, in their order.

Footnotes and endnotes are read behind all of the text. Comments, what tracked changes delete, and the table
of contents are left out; code holds no claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.errors import ReadingError
from claimcheck.reading.packages import Package
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.table_rows import Piece, RowCell, place_cells

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CORE = "{http://purl.org/dc/elements/1.1/}"

_PARAGRAPHS = frozenset([f"{_TEXT}p", f"{_TEXT}h"])
_LEFT_OUT = frozenset(
    [f"{_TEXT}{name}" for name in ("tracked-changes", "table-of-content", "note", "sequence-decls")]
    + [f"{_OFFICE}annotation", f"{_OFFICE}annotation-end"]
)
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CODE_STYLES = ("preformatted", "source_20_code", "sourcecode", "code_20_")
_CHARACTERS = {f"{_TEXT}tab": " ", f"{_TEXT}s": " ", f"{_TEXT}line-break": "\n"}


def read_odt(source: Input, _options: ReadingOptions) -> Iterator[Article]:
    """The one article in an OpenDocument text."""
    package = Package(source.read_bytes(), source.source, "an OpenDocument text (ODT)")
    content = package.xml("content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise package.broken()
    text = Paragraphs()
    code = frozenset(_code_styles(content))
    _add(text, body, code)
    for note in body.iter(f"{_TEXT}note-body"):
        _add(text, note, code)
    meta = package.xml("meta.xml")
    title, author = (
        (meta.findtext(f".//{_CORE}{name}") or "") if meta is not None else ""
        for name in ("title", "creator")
    )
    article = text.article(source.source, title=title.strip() or None, author=author.strip() or None)
    if not article.text.strip():
        raise ReadingError(f"{source.source}: no text in this document")
    yield article


def _code_styles(content: Element) -> Iterator[str]:
    """The names of the styles of this text that are based on one of code."""
    for style in content.iter(f"{_STYLE}style"):
        if style.get(f"{_STYLE}parent-style-name", "").lower().startswith(_CODE_STYLES):
            yield style.get(f"{_STYLE}name", "")


def _add(text: Paragraphs, root: Element, code: frozenset[str]) -> None:
    """Add everything below an element. No recursion: a hostile file nests as deep as it likes."""
    steps = list(reversed(root))
    while steps:
        element = steps.pop()
        if element.tag in _LEFT_OUT:
            continue
        if element.tag in _PARAGRAPHS:
            style = element.get(f"{_TEXT}style-name", "")
            is_code = style in code or style.lower().startswith(_CODE_STYLES)
            for line in _words(element).split("\n"):
                text.add(line, is_aside=is_code)
                text.end_line()
            text.end_paragraph()
        elif element.tag == f"{_TABLE}table":
            text.add_table(place_cells(_rows(element)), tells_spans=True)
        else:
            steps.extend(reversed(element))


def _rows(table: Element) -> Iterator[list[RowCell]]:
    for row in table.iter(f"{_TABLE}table-row"):
        yield [
            RowCell(
                (Piece(" ".join(_words(part) for part in cell.iter() if part.tag in _PARAGRAPHS)),),
                column_span=_number(cell, "number-columns-spanned"),
                row_span=_number(cell, "number-rows-spanned"),
            )
            for cell in row
            if cell.tag == f"{_TABLE}table-cell"
        ]


def _number(cell: Element, name: str) -> int:
    given = cell.get(f"{_TABLE}{name}", "1")
    return int(given) if given.isdecimal() and 0 < len(given) < 4 else 1


def _words(paragraph: Element) -> str:
    """The words of a paragraph, with a line end for each break."""
    parts: list[str] = []
    steps: list[tuple[Element, bool]] = [(paragraph, False)]
    while steps:
        element, is_done = steps.pop()
        if is_done:
            parts.append(element.tail or "")
            continue
        if element is not paragraph:
            steps.append((element, True))
        if element.tag in _LEFT_OUT:
            continue
        parts.append(_CHARACTERS.get(element.tag, ""))
        parts.append(element.text or "")
        steps.extend((child, False) for child in reversed(element))
    return "".join(parts)
