"""DOCX: the paragraphs and tables of a Word document, in their order, with its text boxes and notes.

A text box is read behind the paragraph that it is fastened to, footnotes and endnotes behind all of the text.
Headers, footers and comments are left out, and so are the table of contents, hidden words and what tracked
changes delete.
What a form asks is read, but holds no claims.
Templates and files with macros are read alike.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from claimcheck.reading.docx_code import is_marked_code, mark_code
from claimcheck.reading.docx_headings import part_headings
from claimcheck.reading.layout_tables import is_layout
from claimcheck.reading.packages import Package
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.raised_digits import are_numbers, raise_digits
from claimcheck.reading.table_rows import Piece, RowCell, place_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _STYLE = (f"{_SPACE}{name}" for name in ("p", "tbl", "tr", "tc", "pStyle"))
_VALUE = f"{_SPACE}val"
_BOX = f"{_SPACE}txbxContent"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "/officeDocument"
_CORE = "{http://purl.org/dc/elements/1.1/}"

# Elements of a paragraph that stand for characters.
_CHARACTERS = {
    f"{_SPACE}tab": " ",
    f"{_SPACE}noBreakHyphen": "-",
    f"{_SPACE}softHyphen": "",
    f"{_SPACE}ptab": " ",
}
_LINE_ENDS = frozenset([f"{_SPACE}br", f"{_SPACE}cr"])
# Elements whose words are no part of the text: deletions, pictures, field codes, properties.
_LEFT_OUT = frozenset(
    f"{_SPACE}{name}"
    for name in ("del", "moveFrom", "object", "instrText", "delText", "rPr", "pPr", "tblPr", "trPr")
)
# Pictures, of whose words only those of text boxes are read.
_PICTURES = frozenset(f"{_SPACE}{name}" for name in ("drawing", "pict"))
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CONTENTS_STYLES = ("toc", "tableoffigures")

# Fields of a form in Word, old and new, and what stands for them in print.
_FIELDS = frozenset(
    [
        f"{_SPACE}ffData",
        "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox",
        f"{_SPACE}dropDownList",
        f"{_SPACE}comboBox",
        f"{_SPACE}showingPlcHdr",
    ]
)
_TO_FILL_IN = re.compile(r"[☐☑☒□▢❏❑]|_{4,}|\[ ?\]|\bYes ?/ ?No\b")
MIN_FIELDS = 3
"""A table with fewer of them may be one of facts with a box beside them."""

_SEPARATORS = frozenset(["separator", "continuationSeparator", "continuationNotice"])


def read_docx(source: Input, _options: ReadingOptions) -> Iterator[Article]:
    """The one article in a Word document."""
    package = Package(source.read_bytes(), source.source, "a Word document (DOCX)")
    main = _main_part(package)
    document = package.xml(main)
    body = None if document is None else document.find(f"{_SPACE}body")
    if body is None:
        raise package.broken()
    text = Paragraphs()
    folder = main.rpartition("/")[0]
    _drop_hidden(body)
    _write_raised(body)
    part_headings(body)
    mark_code(body, package.xml(f"{folder}/styles.xml"))
    _add(text, body)
    for notes in ("footnotes", "endnotes"):
        root = package.xml(f"{folder}/{notes}.xml")
        for note in root if root is not None else ():
            if note.get(f"{_SPACE}type") not in _SEPARATORS:
                _add(text, note)
    properties = package.xml("docProps/core.xml")
    title, author = (
        (properties.findtext(f"{_CORE}{name}") or "") if properties is not None else ""
        for name in ("title", "creator")
    )
    # The dates in the file are those of the file, not of the publication.
    yield text.article(source.source, title=title.strip() or None, author=author.strip() or None)


def _drop_hidden(body: Element) -> None:
    """Take out the words of runs that are set as hidden or crossed out."""
    for run in body.iter(f"{_SPACE}r"):
        marks = [run.find(f"{_SPACE}rPr/{_SPACE}{name}") for name in _UNSAID]
        if any(mark is not None and mark.get(_VALUE, "true") not in ("0", "false", "off") for mark in marks):
            for part in run.findall(f"{_SPACE}t"):
                part.text = None


_UNSAID = ("vanish", "strike", "dstrike")
"""Marks of what is hidden or crossed out."""


def _write_raised(body: Element) -> None:
    """Write raised digits as such."""
    for run in body.iter(f"{_SPACE}r"):
        raised = run.find(f"{_SPACE}rPr/{_SPACE}vertAlign")
        if raised is None or raised.get(_VALUE) != "superscript":
            continue
        parts = run.findall(f"{_SPACE}t")
        if are_numbers("".join(part.text or "" for part in parts)):
            for part in parts:
                part.text = raise_digits(part.text or "")


def _main_part(package: Package) -> str:
    """The name of the part with the text."""
    relations = package.xml("_rels/.rels")
    for relation in relations.iter(_RELATIONS) if relations is not None else ():
        if relation.get("Type", "").endswith(_MAIN):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _add(text: Paragraphs, root: Element) -> None:
    """Add everything below an element. Not by recursion: a hostile file nests as deep as it likes."""
    boxes: list[Element] = []
    steps = [("open", child) for child in reversed(root)]
    while steps:
        step, element = steps.pop()
        tag = element.tag
        if step == "close":
            text.end_paragraph()
            if not any(other == "close" for other, _ in steps):
                steps.extend(("open", child) for box in reversed(boxes) for child in reversed(box))
                boxes = []
        elif tag == _TABLE and not is_layout(element, _ROW, _CELL, _texts_in):
            rows = _rows(element, boxes, is_form=_is_form(element))
            text.add_table(place_cells(rows), tells_spans=True)
            steps.extend(("open", child) for box in reversed(boxes) for child in reversed(box))
            boxes = []
        elif tag in _PICTURES or tag == _CHOICE:
            boxes.extend(_boxes(element))
        elif tag in _LEFT_OUT or not isinstance(tag, str) or (tag == _PARAGRAPH and _is_contents(element)):
            continue
        elif tag == f"{_SPACE}t":
            text.add(element.text or "", is_aside=is_marked_code(element))
        elif tag in _CHARACTERS:
            text.add(_CHARACTERS[tag])
        elif tag in _LINE_ENDS:
            text.end_line()
        else:
            if tag == _PARAGRAPH:
                steps.append(("close", element))
            steps.extend(("open", child) for child in reversed(element))


def _boxes(picture: Element) -> list[Element]:
    """The text boxes of a picture; of two forms of one picture those of the first."""
    if picture.tag == _CHOICE:
        for form in picture:
            if found := list(form.iter(_BOX)):
                return found
        return []
    return list(picture.iter(_BOX))


def _texts_in(element: Element) -> Iterator[str]:
    return (part.text or "" for part in element.iter(f"{_SPACE}t"))


def _is_form(table: Element) -> bool:
    """Whether a table is to be filled in: it has fields, boxes to tick and lines to write on, or asks."""
    fields = sum(element.tag in _FIELDS for element in table.iter())
    if fields >= MIN_FIELDS:
        return True
    words = "".join(_texts_in(table))
    return fields + len(_TO_FILL_IN.findall(words)) >= MIN_FIELDS


def _rows(table: Element, boxes: list[Element], *, is_form: bool) -> Iterator[list[RowCell]]:
    """The rows of a table; one whose cells hold as many lines each, several, is as many rows.

    What a form asks, and code, hold no claims.
    """
    for row in table:
        if row.tag != _ROW:
            row = next(iter(row.iter(_ROW)), row)  # noqa: PLW2901 - in a content control
        if row.tag != _ROW:
            continue
        is_head = next(iter(row.iter(f"{_SPACE}tblHeader")), None) is not None
        cells = [(*_cell(cell, boxes), is_form or _is_code(cell)) for cell in _cells(row)]
        stacked = _stacked_lines([paragraphs for paragraphs, _, _ in cells])
        for line in stacked or [[_in_one_line(paragraphs) for paragraphs, _, _ in cells]]:
            yield [
                RowCell((Piece(words, is_aside=is_aside),), column_span=span, is_head=is_head)
                for words, (_, span, is_aside) in zip(line, cells, strict=True)
            ]


def _in_one_line(paragraphs: Sequence[str]) -> str:
    return " ".join(paragraph.replace("\n", " ") for paragraph in paragraphs if paragraph.strip())


MIN_STACKED_LINES = 3
"""Two lines of a cell may be one that was broken, such as the head of a narrow column."""


def _stacked_lines(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows that stand in the cells of one: their paragraphs, or their lines, are as many in each cell.

    Blank lines count, but for the last ones: beside a blank in one cell may stand a sign in another.
    """
    paragraphs = [[words.replace("\n", " ") for words in cell if words.strip()] for cell in cells]
    broken = ["\n".join(cell).rstrip().split("\n") for cell in cells]
    lines = [cell if any(words.strip() for words in cell) else [] for cell in broken]
    for stacks, least in ((paragraphs, 2), (lines, MIN_STACKED_LINES)):
        filled = [stack for stack in stacks if stack]
        if len(filled) > 1 and len({len(stack) for stack in filled}) == 1 and len(filled[0]) >= least:
            return [[*line] for line in zip_longest(*stacks, fillvalue="")]
    return []


def _is_code(cell: Element) -> bool:
    """Whether all words of a cell are code."""
    words = [part for part in cell.iter(f"{_SPACE}t") if (part.text or "").strip()]
    return bool(words) and all(is_marked_code(part) for part in words)


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row, also those in content controls."""
    steps = list(reversed(row))
    while steps:
        element = steps.pop()
        if element.tag == _CELL:
            yield element
        elif element.tag not in _LEFT_OUT:
            steps.extend(reversed(element))


def _cell(cell: Element, boxes: list[Element]) -> tuple[Sequence[str], int]:
    """The paragraphs of a cell, with the ends of their lines, and how many columns it spans."""
    paragraphs: list[str] = []
    words: list[str] = []
    span = 1
    steps = [("open", child) for child in reversed(cell)]
    while steps:
        step, element = steps.pop()
        tag = element.tag
        if step == "close":
            paragraphs.append("".join(words))
            words = []
        elif tag in _PICTURES or tag == _CHOICE:
            boxes.extend(_boxes(element))
        elif tag == f"{_SPACE}tcPr":
            given = element.find(f"{_SPACE}gridSpan")
            value = given.get(_VALUE, "") if given is not None else ""
            span = int(value) if value.isdecimal() and 0 < len(value) < 4 else 1
        elif tag == f"{_SPACE}t":
            words.append(element.text or "")
        elif tag in _CHARACTERS or tag in _LINE_ENDS:
            words.append(_CHARACTERS.get(tag, "\n"))
        elif tag not in _LEFT_OUT:
            if tag == _PARAGRAPH:
                steps.append(("close", element))
            steps.extend(("open", child) for child in reversed(element))
    return paragraphs, span


def _is_contents(paragraph: Element) -> bool:
    """Whether a paragraph is a line of a table of contents, with its page number."""
    return _has_style(paragraph, _CONTENTS_STYLES)


def _has_style(paragraph: Element, names: tuple[str, ...]) -> bool:
    """Whether the style of a paragraph has one of some names, which are the beginnings of the whole one."""
    style = next(paragraph.iter(_STYLE), None)
    return style is not None and style.get(_VALUE, "").lower().startswith(names)
