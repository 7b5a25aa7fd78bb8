"""The lines of the pages of a PDF, with where their words stand.

PDFium gives the characters one by one, in the order of the file. Words are parted where a space or a gap
stands between them, lines where the next word stands elsewhere. What lies outside of the page as it is
shown is left out.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from claimcheck.reading.raised_digits import raise_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORD_GAP = 0.2
"""A gap wider than this share of the size parts words that no space parts."""

CELL_GAP = 1.1
"""A gap wider than this, in sizes, parts cells; justified lines seldom have one."""

MAX_TURNED_SHARE = 0.5
"""Of a page with a higher share of turned letters, all are read: the page itself is turned."""

MAX_SHIFT = 0.45
"""Raised and lowered signs stay within this share of the size of the line they belong to."""

MIN_LEADER_DOTS = 4
"""Three dots are an ellipsis."""

_LEADER = re.compile(r"\.{4,}\Z")
MIN_RISE = 0.15
"""The numbers of notes and exponents stand higher than their line by more than this share of its size."""

MAX_NOTE_DIGITS = 3
MAX_RAISED_SIZE = 0.85
_RAISABLE = frozenset("0123456789-−–")
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
    is_turned: bool = False
    raised: list[int] = field(default_factory=list)
    """Where its raised digits stand, with their sign."""


def read_lines(page: Any, number: int) -> list[Line]:
    """The lines of a page in the order of the file, without empty ones."""
    found: list[Line] = []
    words: list[_Word] = []
    for word in _without_turned(list(_words(page))):
        if words and not _is_on_line(words, word):
            found.append(_line(words, number))
            words = []
        words.append(word)
    if words:
        found.append(_line(words, number))
    return _with_cells_in_rows(found)


def _without_turned(words: list[_Word]) -> list[_Word]:
    """Words without those that run up or down the page, such as a printer's mark in the margin."""
    turned = sum(len(word.text) for word in words if word.is_turned)
    if not turned or turned > MAX_TURNED_SHARE * sum(len(word.text) for word in words):
        return words
    return [word for word in words if not word.is_turned]


def _words(page: Any) -> Iterator[_Word]:
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra

    textpage = page.get_textpage()
    left, bottom, right, top = page.get_bbox()  # unlike the crop box, also where all pages share one
    raw = textpage.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    word: _Word | None = None
    low_first = low_before = 0.0  # the bottoms of the first and of the last sign of the word
    is_parted = False  # whether white space stands behind the word
    read_code, read_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = read_code(raw, index)
        character = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if character.isspace() and character != "\u00a0":
            is_parted = True
            continue
        read_box(raw, index, box)
        first, last, low = box.left, box.right, box.bottom
        if not (left <= (first + last) / 2 <= right and bottom <= (low + box.top) / 2 <= top):
            continue
        character = "-" if character == _LINE_HYPHEN else _LIGATURES.get(character, character)
        if word is not None and _goes_into_fraction(word.text, character):
            if character == FRACTION_SLASH and (whole := _whole_number(word)):
                yield whole
        elif word is not None and (
            is_parted
            or first - word.right > WORD_GAP * word.size
            or last < word.left
            or min(abs(low - low_first), abs(low - low_before)) > MAX_SHIFT * word.size
        ):
            yield _with_raised_digits(word)
            word = None
        is_parted = False
        if word is None:
            pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
            pdfium.FPDFText_GetMatrix(raw, index, matrix)
            scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
            size = pdfium.FPDFText_GetFontSize(raw, index) * scale
            is_turned = abs(matrix.b) > abs(matrix.a)
            word = _Word(character, first, last, y.value, round(size, 1) or 1.0, is_turned)
            low_first = low
        else:
            if low - low_first > MIN_RISE * word.size and character in _RAISABLE:
                pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
                if y.value - word.baseline > MIN_RISE * word.size:
                    word.raised.append(len(word.text))
            word.text += character
            word.right = max(word.right, last)
        low_before = low
    if word is not None:
        yield _with_raised_digits(word)
    textpage.close()


def _goes_into_fraction(before: str, character: str) -> bool:
    """Whether a sign belongs to the fraction that the word before ends with: "1", a slash and "4"."""
    if character == FRACTION_SLASH:
        return before[-1].isdigit()
    return before[-1] == FRACTION_SLASH and character.isdigit()


def _whole_number(word: _Word) -> _Word | None:
    """The whole number in front of a raised numerator, cut off from its word: the 2 of "21⁄4" for 2 1/4."""
    if not word.raised or not word.text.isdigit():
        return None
    first = word.raised[0]
    whole = replace(word, text=word.text[:first], right=word.left, raised=[])
    word.text = word.text[first:]
    word.raised = []
    return whole


def _with_raised_digits(word: _Word) -> _Word:
    """A word with its raised digits written as such; a numerator is set apart from a whole number."""
    if not word.raised or FRACTION_SLASH in word.text:
        return word
    first, behind = word.raised[0], word.raised[-1] + 1
    before, raised, after = word.text[:first], word.text[first:behind], word.text[behind:]
    if after.startswith("/"):
        word.text = f"{before} {raised}{after}" if before.isdigit() else word.text
    elif len(raised) == len(word.raised):
        word.text = f"{before}{raise_digits(raised)}{after}"
    return word


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
    for word in words:
        is_raised = word.baseline - baseline > MIN_RISE * size and word.size < MAX_RAISED_SIZE * size
        if is_raised and word.text.isdecimal() and len(word.text) <= MAX_NOTE_DIGITS:
            word.text = raise_digits(word.text)
    cells: list[list[_Word]] = []
    is_led = False
    for word, text in zip(words, _without_leaders(words), strict=True):
        if not text:
            is_led = True
            continue
        if not cells or is_led or word.left - cells[-1][-1].right > CELL_GAP * size:
            cells.append([])
        is_led = len(text) < len(word.text)
        cells[-1].append(replace(word, text=text))
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


def _without_leaders(words: Sequence[_Word]) -> Iterator[str]:
    """The words, empty for the dots that lead from one cell to the next."""
    dots = [all(character in ".…·" for character in word.text) for word in words]
    for index, word in enumerate(words):
        if not dots[index]:
            yield _LEADER.sub("", word.text) if "...." in word.text else word.text
            continue
        run = word.text
        for step in (-1, 1):
            place = index + step
            while 0 <= place < len(words) and dots[place] and len(run) < MIN_LEADER_DOTS:
                run += words[place].text
                place += step
        is_short_leader = len(run) == 2 and index + 1 < len(words)
        yield "" if is_short_leader or len(run) >= MIN_LEADER_DOTS else word.text


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
