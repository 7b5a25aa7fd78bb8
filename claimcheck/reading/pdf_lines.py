"""The lines of the pages of a PDF, with where their words stand.

PDFium gives the characters one by one, in the order of the file. Words are parted where a space or a gap
stands between them, lines where the next word stands elsewhere. What lies outside of the page as it is
shown is left out.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORD_GAP = 0.2
"""A gap wider than this share of the size parts words that no space parts."""

CELL_GAP = 1.1
"""A gap wider than this, in sizes, parts cells; justified lines seldom have one."""

MAX_SHIFT = 0.45
"""Raised and lowered signs stay within this share of the size of the line they belong to."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LINE_HYPHEN = "\x02"  # how PDFium marks a hyphen that cuts a word at the end of a line
FRACTION_SLASH = "\u2044"  # with its numbers raised and lowered, and set apart from them
LOST = "\0"
"""A sign whose character the file does not give."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a line with no wide gap between them; places in points."""

    words: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, the page, and where they stand in points."""

    words: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    cells: tuple[Cell, ...]
    first_size: float
    """The size of the first word: raised numbers are smaller."""


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    right: float
    baseline: float
    size: float


def read_lines(page: Any, number: int) -> list[Line]:
    """The lines of a page in the order of the file, without empty ones."""
    found: list[Line] = []
    words: list[_Word] = []
    for word in _words(page):
        if words and not _is_on_line(words, word):
            found.append(_line(words, number))
            words = []
        words.append(word)
    if words:
        found.append(_line(words, number))
    return _with_cells_in_rows(found)


def _words(page: Any) -> Iterator[_Word]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra

    textpage = page.get_textpage()
    left, bottom, right, top = page.get_cropbox()
    raw = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    word: _Word | None = None
    bottom_of_word = 0.0
    read_code, read_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = read_code(raw, index)
        character = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if character.isspace() and character != "\u00a0":
            if word is not None:
                yield word
            word = None
            continue
        read_box(raw, index, box)
        first, last, low = box.left, box.right, box.bottom
        if not (left <= (first + last) / 2 <= right and bottom <= (low + box.top) / 2 <= top):
            continue
        character = "-" if character == _LINE_HYPHEN else _LIGATURES.get(character, character)
        is_fraction = word is not None and (character == FRACTION_SLASH or word.text[-1] == FRACTION_SLASH)
        if (
            word is not None
            and not is_fraction
            and (
                first - word.right > WORD_GAP * word.size
                or last < word.left
                or abs(low - bottom_of_word) > MAX_SHIFT * word.size
            )
        ):
            yield word
            word = None
        if word is None:
            pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
            pdfium.FPDFText_GetMatrix(raw, index, matrix)
            scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
            size = pdfium.FPDFText_GetFontSize(raw, index) * scale
            word = _Word(character, first, last, y.value, round(size, 1) or 1.0)
            bottom_of_word = low
        else:
            word.text += character
            word.right = max(word.right, last)
    if word is not None:
        yield word
    textpage.close()


def _is_on_line(words: Sequence[_Word], word: _Word) -> bool:
    last = words[-1]
    size = max(last.size, word.size)
    is_level = abs(word.baseline - last.baseline) <= MAX_SHIFT * size
    return is_level and word.left >= last.right - 0.5 * size


def _line(words: Sequence[_Word], page: int) -> Line:
    sizes: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    size = sizes.most_common(1)[0][0]
    baseline = next(word.baseline for word in words if word.size == size)
    cells: list[list[_Word]] = []
    for word in words:
        if not cells or word.left - cells[-1][-1].right > CELL_GAP * size:
            cells.append([])
        cells[-1].append(word)
    return Line(
        " ".join(word.text for word in words),
        page,
        words[0].left,
        max(word.right for word in words),
        baseline,
        size,
        tuple(
            Cell(" ".join(word.text for word in cell), cell[0].left, max(word.right for word in cell))
            for cell in cells
        ),
        words[0].size,
    )


def _with_cells_in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines with those put together that follow each other in the file, level and from left to right."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and abs(last.baseline - line.baseline) < 0.2 * line.size
            and line.left - last.right > 0
            and len(last.words) < 200
        ):
            found[-1] = Line(
                f"{last.words} {line.words}",
                last.page,
                last.left,
                line.right,
                last.baseline,
                last.size,
                (*last.cells, *line.cells),
                last.first_size,
            )
        else:
            found.append(line)
    return found
