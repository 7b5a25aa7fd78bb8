"""Columns of prose that a file gives line by line across the page are read one after the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.lines import with_cells
from claimcheck.reading.pdf.places import COLUMN_POINTS, NARROWEST_COLUMN_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.reading.pdf.lines import Cell, Line

MIN_LINES_BESIDE = 8
"""So many pairs of lines stand beside each other at least where a page has columns."""

MIN_FULL_SHARE = 0.6
"""So many of the pairs fill both of their columns: cells of a table are of all lengths."""

FULL_CELL_SHARE = 0.8
MAX_EDGE_STEP = 3.0
"""The lines of a column begin within so many points, but for the first ones of paragraphs."""


def columns_apart(lines: list[Line]) -> list[Line]:
    """The lines of a page; those that go over two columns of prose are cut, the left column first.

    Lines that stand across the columns (titles, wide figures) stay between what is above and below them.
    """
    gutter = _find_gutter(lines)
    if gutter is None:
        return lines
    found: list[Line] = []
    for band in _bands(lines, gutter):
        for is_left in (True, False):
            sides = [_on_side(line, gutter, is_left=is_left) for line in band]
            column = [line for line in sides if line is not None]
            found.extend(sorted(column, key=lambda line: -line.baseline))
    return found


def _find_gutter(lines: Sequence[Line]) -> float | None:
    """The place between two columns in points: where the right one begins."""
    pairs = [
        (left, right)
        for line in lines
        for left, right in zip(line.cells, line.cells[1:], strict=False)
        if len(left.words) >= NARROWEST_COLUMN_CHARS and len(right.words) >= NARROWEST_COLUMN_CHARS
    ]
    if len(pairs) < MIN_LINES_BESIDE:
        return None
    begins = Counter(round(right.left / MAX_EDGE_STEP) for _, right in pairs)
    step, count = begins.most_common(1)[0]
    edge = step * MAX_EDGE_STEP
    beside = [pair for pair in pairs if abs(pair[1].left - edge) <= COLUMN_POINTS]
    gutter = min(right.left for _, right in beside)
    if max(left.right for left, _ in beside) >= gutter:
        return None
    widest = [max(_width(pair[side]) for pair in beside) for side in (0, 1)]
    full = sum(all(_width(pair[side]) > FULL_CELL_SHARE * widest[side] for side in (0, 1)) for pair in beside)
    is_prose = count >= MIN_LINES_BESIDE and full >= max(MIN_FULL_SHARE * len(beside), MIN_LINES_BESIDE)
    return gutter if is_prose else None


def _width(cell: Cell) -> float:
    return cell.right - cell.left


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """Stretches of lines that keep to their columns; each line that goes across them by itself."""
    band: list[Line] = []
    for line in lines:
        if any(cell.left < gutter - 1 and cell.right > gutter for cell in line.cells):
            yield band
            yield [line]
            band = []
        else:
            band.append(line)
    yield band


def _on_side(line: Line, gutter: float, *, is_left: bool) -> Line | None:
    """What of a line stands in the left or the right column; itself if all of it does."""
    cells = tuple(cell for cell in line.cells if (cell.left < gutter - 1) == is_left)
    if len(cells) in (0, len(line.cells)):
        return line if cells else None
    first_size = line.first_size if is_left else line.size
    return replace(with_cells(line, cells), right=cells[-1].right, first_size=first_size)
