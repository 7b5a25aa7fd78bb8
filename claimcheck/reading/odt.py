"""ODT: the headings, paragraphs and tables of an OpenDocument text, in their order.

Text boxes are read behind their paragraph, footnotes and endnotes behind all of the text. Comments, what
tracked changes delete, and the table of contents are left out; code holds no claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.errors import ReadingError
from claimcheck.reading.code_styles import MAX_TYPED, styles_of_code
from claimcheck.reading.layout_tables import is_layout
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
_ROW, _CELL = f"{_TABLE}table-row", f"{_TABLE}table-cell"
_CORE = "{http://purl.org/dc/elements/1.1/}"

_PARAGRAPHS = frozenset([f"{_TEXT}p", f"{_TEXT}h"])
_LEFT_OUT = frozenset(
    [f"{_TEXT}{name}" for name in ("tracked-changes", "table-of-content", "note", "sequence-decls")]
    + [f"{_OFFICE}annotation", f"{_OFFICE}annotation-end"]
)
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMAT = f"{_STYLE}text-properties"
_DRAWN = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_CHARACTERS = {f"{_TEXT}tab": " ", f"{_TEXT}s": " ", f"{_TEXT}line-break": "\n"}


def read_odt(source: Input, _options: ReadingOptions) -> Iterator[Article]:
    """The one article in an OpenDocument text."""
    package = Package(source.read_bytes(), source.source, "an OpenDocument text (ODT)")
    content = package.xml("content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise package.broken()
    text = Paragraphs()
    code = _code_styles(body, [part for part in (content, package.xml("styles.xml")) if part is not None])
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


def _code_styles(body: Element, parts: list[Element]) -> frozenset[str]:
    """The names of the styles of code, and of those in a typewriter font if the text is set in another."""
    defined = {
        style.get(f"{_STYLE}name", ""): style for part in parts for style in part.iter(f"{_STYLE}style")
    }
    parents = {
        name: style.get(f"{_STYLE}parent-style-name", "")
        for name, style in defined.items()
        if style.get(f"{_STYLE}parent-style-name")
    }
    fonts = {name: _font(style.find(_FORMAT)) for name, style in defined.items()}
    code, typed = styles_of_code(map(_style_of, body.iter()), parents, fonts)
    in_type = sum(_letters(element) for element in body.iter() if _style_of(element) in typed)
    return code | typed if in_type <= MAX_TYPED * _letters(body) else code


def _font(properties: Element | None) -> str:
    return "" if properties is None else properties.get(f"{_STYLE}font-name", "")


def _letters(element: Element) -> int:
    return sum(map(len, element.itertext()))


def _style_of(element: Element) -> str:
    return element.get(f"{_TEXT}style-name", "")


def _add(text: Paragraphs, root: Element, code: frozenset[str]) -> None:
    """Add everything below an element. No recursion: a hostile file nests as deep as it likes."""
    steps = list(reversed(root))
    while steps:
        element = steps.pop()
        if element.tag in _LEFT_OUT:
            continue
        if element.tag in _PARAGRAPHS:
            for words, is_code in _pieces(element, code):
                for number, line in enumerate(words.split("\n")):
                    if number:
                        text.end_line()
                    text.add(line, is_aside=is_code)
            text.end_paragraph()
            steps.extend(reversed([*_drawn_in(element)]))
        elif element.tag == f"{_TABLE}table" and not is_layout(
            element, _ROW, _CELL, lambda cell: cell.itertext()
        ):
            text.add_table(place_cells(_rows(element, code)), tells_spans=True)
        else:
            steps.extend(reversed(element))


def _drawn_in(paragraph: Element) -> Iterator[Element]:
    """The text boxes and shapes that are fastened to a paragraph; one inside another is read with it."""
    steps = list(reversed(paragraph))
    while steps:
        element = steps.pop()
        if element.tag.startswith(_DRAWN):
            yield element
        elif element.tag not in _LEFT_OUT:
            steps.extend(reversed(element))


def _rows(table: Element, code: frozenset[str]) -> Iterator[list[RowCell]]:
    for row in table.iter(_ROW):
        yield [
            RowCell(
                tuple(_cell_pieces(cell, code)),
                column_span=_number(cell, "number-columns-spanned"),
                row_span=_number(cell, "number-rows-spanned"),
            )
            for cell in row
            if cell.tag == _CELL
        ]


def _cell_pieces(cell: Element, code: frozenset[str]) -> Iterator[Piece]:
    """The words of a cell, its paragraphs parted by a space; code alone is an aside."""
    pieces = [_pieces(part, code) for part in cell.iter() if part.tag in _PARAGRAPHS]
    written = [piece for paragraph in pieces for piece in paragraph if piece[0].strip()]
    words = " ".join("".join(words for words, _ in paragraph).strip(" ") for paragraph in pieces)
    yield Piece(words, is_aside=bool(written) and all(is_code for _, is_code in written))


def _number(cell: Element, name: str) -> int:
    given = cell.get(f"{_TABLE}{name}", "1")
    return int(given) if given.isdecimal() and 0 < len(given) < 4 else 1


def _pieces(paragraph: Element, code: frozenset[str]) -> list[tuple[str, bool]]:
    """The words of a paragraph, with a line end for each break, each with whether it is code."""
    pieces: list[tuple[str, bool]] = []
    steps: list[tuple[Element, bool, bool]] = [(paragraph, False, False)]
    while steps:
        element, is_done, around = steps.pop()
        if is_done:
            pieces.append((element.tail or "", around))
            continue
        if element is not paragraph:
            steps.append((element, True, around))
        if element.tag in _LEFT_OUT or element.tag.startswith(_DRAWN):
            continue
        is_code = around or _style_of(element) in code
        pieces.append((_CHARACTERS.get(element.tag, "") + (element.text or ""), is_code))
        steps.extend((child, False, is_code) for child in reversed(element))
    return pieces
