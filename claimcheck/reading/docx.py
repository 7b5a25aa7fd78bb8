"""DOCX: the paragraphs and tables of a Word document, in their order.

Headers, footers, notes and comments are other parts of the file and are left out, and so are text boxes, the
table of contents, and what tracked changes delete.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ReadingError
from claimcheck.reading.libraries import missing_library
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.unpacking import check_unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _STYLE = (f"{_SPACE}{name}" for name in ("p", "tbl", "tr", "tc", "pStyle"))
_VALUE = f"{_SPACE}val"

# Elements of a paragraph that stand for characters.
_CHARACTERS = {
    f"{_SPACE}tab": " ",
    f"{_SPACE}noBreakHyphen": "-",
    f"{_SPACE}softHyphen": "",
    f"{_SPACE}ptab": " ",
}
_LINE_ENDS = frozenset([f"{_SPACE}br", f"{_SPACE}cr"])
# Elements whose words are no part of the text: deletions, pictures with their text boxes, field codes, notes
# of other systems; of a choice between two forms of one thing, both hold a picture.
_LEFT_OUT = frozenset(
    f"{_SPACE}{name}"
    for name in ("del", "moveFrom", "drawing", "pict", "object", "instrText", "delText", "rPr", "pPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_CONTENTS_STYLES = ("toc", "tableoffigures")


def read_docx(source: Input, _options: ReadingOptions) -> Iterator[Article]:
    """The one article in a Word document."""
    try:
        import docx  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing_library(source.source, "DOCX", "docx") from error

    data = source.read_bytes()
    check_unpacked(data, source.source)
    try:
        document = docx.Document(io.BytesIO(data))
        text = Paragraphs()
        _add(text, document.element.body)
        properties = document.core_properties
        title, author = properties.title, properties.author
    except Exception as error:  # a broken file makes zipfile, lxml and python-docx raise what they like
        raise ReadingError(f"{source.source}: not a Word document (DOCX) that can be read") from error
    # The dates in the file are those of the file, not of the publication.
    yield text.article(source.source, title=title.strip() or None, author=author.strip() or None)


def _add(text: Paragraphs, root: Any) -> None:
    """Add everything below an element. Not by recursion: a hostile file nests as deep as it likes."""
    depth = 0  # of tables; what stands in one keeps to its cell
    steps = [("open", child) for child in reversed(root)]
    while steps:
        step, element = steps.pop()
        tag = element.tag
        if step == "close":
            if tag == _PARAGRAPH:
                if depth:
                    text.add(" ")
                else:
                    text.end_paragraph()
            elif tag == _CELL and depth == 1 and element.getnext() is not None:
                text.end_cell()
            elif tag == _CELL:
                text.add(" ")
            elif tag == _ROW and depth == 1:
                text.end_line()
            elif tag == _TABLE:
                depth -= 1
                if not depth:
                    text.end_paragraph()
            continue
        if tag in _LEFT_OUT or not isinstance(tag, str):
            continue
        if tag == f"{_SPACE}t":
            text.add(element.text or "")
        elif tag in _CHARACTERS:
            text.add(_CHARACTERS[tag])
        elif tag in _LINE_ENDS:
            if depth:
                text.add(" ")
            else:
                text.end_line()
        elif tag == _PARAGRAPH and _is_contents(element):
            continue
        else:
            if tag == _TABLE:
                depth += 1
                if depth == 1:
                    text.end_paragraph()
            steps.append(("close", element))
            steps.extend(("open", child) for child in reversed(element))


def _is_contents(paragraph: Any) -> bool:
    """Whether a paragraph is a line of a table of contents, with its page number."""
    style = next(paragraph.iter(_STYLE), None)
    return style is not None and style.get(_VALUE, "").lower().startswith(_CONTENTS_STYLES)
