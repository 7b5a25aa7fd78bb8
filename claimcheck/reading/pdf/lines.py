"""The lines of the pages of a PDF, with where their words stand.

A line ends where the next word of the file stands elsewhere.
"""

from __future__ import annotations

import json
import zlib
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claimcheck.reading.pdf.cells import (
    CELL_GAP,
    MAX_PARTED_CHARS,
    cuts_between_figures,
    parts_of,
    without_leaders,
)
from claimcheck.reading.pdf.words import MAX_RAISED_SIZE, MIN_RISE, NOTES, is_on_line, read_words
from claimcheck.reading.raised_digits import raise_digits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.reading.pdf.words import Word


HEAD_GAP = 0.7
"""Behind the heading of a paragraph the blank is twice as wide as between words, in sizes."""

MAX_HEAD_WORDS = 10
_ENDS_OF_HEADS = frozenset(".:;,!?—–-")


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
    has_code_font: bool = False
    """Whether the signs of its words are all equally wide, as those of a typewriter are."""
    lines: int = 1
    """Of so many lines of the page it was put together."""
    parts: tuple[Cell, ...] = ()
    """The words as they stand a little apart, where that parts a short line more finely than its cells do.
    Only in a table it means anything.
    """
    head_chars: int = 0
    """So many of its first characters are a heading that the text goes on behind, in the same line."""


_PackedCell = tuple[str, float, float]


def pack_lines(lines: Iterable[Line]) -> bytes:
    """Lines in a tenth of the memory, for `unpack_lines`."""
    rows = [
        (
            line.words,
            line.page,
            line.left,
            line.right,
            line.baseline,
            line.size,
            None if _is_one_cell(line) else [_packed_cell(cell) for cell in line.cells],
            line.first_size,
            line.has_code_font,
            line.lines,
            [_packed_cell(part) for part in line.parts],
            line.head_chars,
        )
        for line in lines
    ]
    return zlib.compress(json.dumps(rows).encode("ascii"), 1)


def _packed_cell(cell: Cell) -> _PackedCell:
    return cell.words, cell.left, cell.right


def _is_one_cell(line: Line) -> bool:
    return line.cells == (Cell(line.words, line.left, line.right),)


def unpack_lines(packed: bytes) -> list[Line]:
    """The lines that were packed, equal to what they were."""
    return [_unpacked(*row) for row in json.loads(zlib.decompress(packed))]


def _unpacked(
    words: str,
    page: int,
    left: float,
    right: float,
    baseline: float,
    size: float,
    cells: list[_PackedCell] | None,
    first_size: float,
    has_code_font: bool,
    lines: int,
    parts: list[_PackedCell],
    head_chars: int,
) -> Line:
    own = (Cell(words, left, right),) if cells is None else tuple(Cell(*cell) for cell in cells)
    apart = tuple(Cell(*part) for part in parts)
    return Line(
        words, page, left, right, baseline, size, own, first_size, has_code_font, lines, apart, head_chars
    )


def read_lines(page: Any, number: int) -> list[Line]:
    """The lines of a page in the order of the file, without empty ones; cells may be lines of their own."""
    found: list[Line] = []
    words: list[Word] = []
    for word in read_words(page):
        if words and not is_on_line(words, word):
            found.append(_line(words, number))
            words = []
        words.append(word)
    if words:
        found.append(_line(words, number))
    return found


def _line(words: Sequence[Word], page: int) -> Line:
    size = words[0].size
    if any(word.size != size for word in words):
        sizes: Counter[float] = Counter()
        for word in words:
            sizes[word.size] += len(word.text)
        size = sizes.most_common(1)[0][0]
    baseline = next(word.baseline for word in words if word.size == size)
    for word in words:
        is_raised = word.baseline - baseline > MIN_RISE * size and word.size < MAX_RAISED_SIZE * size
        if is_raised and NOTES.fullmatch(word.text):
            word.text = raise_digits(word.text)
    cells: list[list[Word]] = []
    is_led = False
    cuts = cuts_between_figures(words, size)
    for index, (word, text) in enumerate(zip(words, without_leaders(words), strict=True)):
        if not text:
            is_led = True
            continue
        if not cells or is_led or index in cuts or word.left - cells[-1][-1].right > CELL_GAP * size:
            cells.append([])
        is_led = len(text) < len(word.text)
        cells[-1].append(word if text == word.text else replace(word, text=text))
    joined = " ".join([word.text for word in words])
    return Line(
        joined,
        page,
        words[0].left,
        max(word.right for word in words),
        baseline,
        size,
        tuple(_cell(cell, joined) for cell in cells),
        words[0].size,
        all(word.has_code_font for word in words),
        parts=tuple(_cell(part, joined) for part in parts_of(words, size))
        if len(joined) <= MAX_PARTED_CHARS
        else (),
        head_chars=_chars_of_head(words),
    )


def _chars_of_head(words: Sequence[Word]) -> int:
    """How many characters of a line are a heading in bold that its text goes on behind, after a wide blank.

    LaTeX sets the headings of paragraphs so; where they end with a full stop they are sentences as it is.
    """
    if not words[0].is_bold:
        return 0
    end = next((index for index, word in enumerate(words) if not word.is_bold), 0)
    if not 0 < end <= MAX_HEAD_WORDS or words[end - 1].text[-1] in _ENDS_OF_HEADS:
        return 0
    before, after = words[end - 1], words[end]
    is_apart = after.left - before.right > HEAD_GAP * after.size
    return len(" ".join([word.text for word in words[:end]])) if is_apart and after.text[0].isupper() else 0


def _cell(words: Sequence[Word], line: str) -> Cell:
    """A cell; the one of a line of prose shares its string with the line."""
    joined = " ".join([word.text for word in words])
    return Cell(line if joined == line else joined, words[0].left, max([word.right for word in words]))


def with_cells(line: Line, cells: tuple[Cell, ...]) -> Line:
    """A line with other cells: its words and its left edge are theirs, and it has no finer parts."""
    words = " ".join(cell.words for cell in cells)
    head_chars = line.head_chars if cells[0] == line.cells[0] else 0
    return replace(line, words=words, left=cells[0].left, cells=cells, parts=(), head_chars=head_chars)


def with_cells_in_rows(lines: Sequence[Line]) -> list[Line]:
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
                last.has_code_font and line.has_code_font,
                parts=(*(last.parts or last.cells), *(line.parts or line.cells))
                if last.parts or line.parts
                else (),
                head_chars=last.head_chars,
            )
        else:
            found.append(line)
    return found
