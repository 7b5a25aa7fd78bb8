"""Columns of prose that a file gives line by line across the page are read one after the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.lines import with_cells
from claimcheck.reading.pdf.places import COLUMN_POINTS, NARROWEST_COLUMN_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.reading.pdf.lines import Cell, Line

MIN_LINES_BESIDE = 8
"""So many pairs of lines stand beside each other at least where a page has columns."""

MIN_KNOWN_BESIDE = 3
"""So many are enough where a page before has the same columns."""

MIN_FULL_SHARE = 0.6
"""So many of the pairs fill both of their columns: cells of a table are of all lengths."""

FULL_CELL_SHARE = 0.8
MAX_EDGE_STEP = 3.0
"""The lines of a column begin within so many points, but for the first ones of paragraphs."""

MAX_OVER = 1.02
"""Lines that are wider than the lines of a column by more than this go over two columns."""

MAX_WIDER_SHARE = 0.5
"""Not more of the pairs have such a line: boxes and tables over two of three columns."""


class Columns:
    """What the pages so far show of their columns: the next ones are set in them too."""

    def __init__(self) -> None:
        self._known: list[float] = []

    def apart(self, lines: list[Line]) -> list[Line]:
        """The lines of a page; those that go over columns of prose are cut, the left column first.

        Lines that stand across the columns (titles, wide figures) stay between what is above and below them.
        """
        gutters = _find_gutters(lines, self._known)
        self._known += [place for place in gutters if not _is_beside_any(place, self._known)]
        return list(_read_apart(lines, gutters)) if gutters else lines


def _read_apart(lines: Sequence[Line], gutters: Sequence[float]) -> Iterator[Line]:
    """Lines column by column, cut first at the gutter that the fewest lines go across."""
    if not gutters:
        yield from lines
        return
    gutter = min(gutters, key=lambda place: sum(_goes_across(line, place) for line in lines))
    for band in _bands(lines, gutter):
        for is_left in (True, False):
            sides = [_on_side(line, gutter, is_left=is_left) for line in band]
            column = [line for line in sides if line is not None]
            beside = [place for place in gutters if place != gutter and (place < gutter) == is_left]
            yield from _read_apart(sorted(column, key=lambda line: -line.baseline), beside)


def _find_gutters(lines: Sequence[Line], known: Sequence[float]) -> list[float]:
    """The places between columns in points: where each but the first one begins.

    Where a page before has them too, a few lines beside each other are enough.
    """
    pairs = [
        (left, right)
        for line in lines
        for left, right in zip(line.cells, line.cells[1:], strict=False)
        if len(left.words) >= NARROWEST_COLUMN_CHARS and len(right.words) >= NARROWEST_COLUMN_CHARS
    ]
    begins = Counter(round(right.left / MAX_EDGE_STEP) for _, right in pairs)
    gutters: list[float] = []
    for step, count in begins.most_common():
        edge = step * MAX_EDGE_STEP
        is_known = _is_beside_any(edge, known)
        if count < (MIN_KNOWN_BESIDE if is_known else MIN_LINES_BESIDE):
            continue
        if _is_beside_any(edge, gutters):
            continue
        beside = [pair for pair in pairs if abs(pair[1].left - edge) <= COLUMN_POINTS]
        gutter = min(right.left for _, right in beside)
        if max(left.right for left, _ in beside) < gutter and (is_known or _are_prose(beside)):
            gutters.append(gutter)
    return gutters


def _is_beside_any(place: float, others: Iterable[float]) -> bool:
    """Whether a place is one of the others, or the first word of a paragraph is set in from there."""
    return any(abs(place - other) <= 2 * COLUMN_POINTS for other in others)


def _are_prose(beside: Sequence[tuple[Cell, Cell]]) -> bool:
    """Whether the cells left and right of a gutter fill their columns, as lines of prose do."""
    widths = [(_width(left), _width(right)) for left, right in beside]
    measures = [_usual_width([pair[side] for pair in widths]) for side in (0, 1)]
    single = [pair for pair in widths if all(pair[side] <= MAX_OVER * measures[side] for side in (0, 1))]
    full = sum(all(pair[side] > FULL_CELL_SHARE * measures[side] for side in (0, 1)) for pair in single)
    are_usual = len(single) >= (1 - MAX_WIDER_SHARE) * len(beside)
    return are_usual and full >= max(MIN_FULL_SHARE * len(single), MIN_LINES_BESIDE)


def _usual_width(widths: Sequence[float]) -> float:
    """The width of a full line: most of the others come near it and are not wider."""
    return max(
        widths, key=lambda width: (sum(FULL_CELL_SHARE * width < other <= width for other in widths), width)
    )


def _width(cell: Cell) -> float:
    return cell.right - cell.left


def _goes_across(line: Line, gutter: float) -> bool:
    return any(cell.left < gutter - 1 and cell.right > gutter for cell in line.cells)


def _bands(lines: Sequence[Line], gutter: float) -> Iterator[list[Line]]:
    """Stretches of lines that keep to their columns; each line that goes across them by itself."""
    band: list[Line] = []
    for line in lines:
        if _goes_across(line, gutter):
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
