"""Figures set large beside each other, each over what it is about, as brochures and reports begin with."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.lines import with_cells
from claimcheck.reading.pdf.places import MAX_SIZE_CHANGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Cell, Line

_BIG_FIGURE = re.compile(r"\S{0,4}\d\S{0,8}(?: \S{1,8})?")
MAX_STEP = 1.9
"""The words below a figure are hardly further below it, and from each other, than so many sizes."""

MAX_LINES_BELOW = 16
"""What the figures of a row are about is told in so many lines below at most."""


def with_figures_over_words(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, with the words below each figure of a row of large ones right behind it."""
    found: list[Line] = []
    place = 0
    while place < len(lines):
        columns, end = _columns_of(lines, place)
        found.extend(line for column in columns for line in column)
        place = end
    return found


def _columns_of(lines: Sequence[Line], place: int) -> tuple[list[list[Line]], int]:
    """Each figure of a row of large ones with the lines of words below it, and where they end; any other line
    by itself.
    """
    row = lines[place]
    if len(row.cells) < 2 or not all(_BIG_FIGURE.fullmatch(cell.words) for cell in row.cells):
        return [[row]], place + 1
    columns = [[_line_of(row, cell)] for cell in row.cells]
    end = place + 1
    while end < len(lines) and end <= place + MAX_LINES_BELOW:
        line = lines[end]
        over = [_column_over(cell, line, columns) for cell in line.cells]
        is_below = line.size < (1 - MAX_SIZE_CHANGE) * row.size and line.baseline < row.baseline
        if not is_below or any(column is None or _is_far(columns[column][-1], line) for column in over):
            break
        for column, cell in zip(over, line.cells, strict=True):
            columns[column or 0].append(_line_of(line, cell))
        end += 1
    if any(len(column) < 2 for column in columns):
        return [[row]], place + 1
    return columns, end


def _column_over(cell: Cell, line: Line, columns: Sequence[Sequence[Line]]) -> int | None:
    """The figure that words stand below: they begin where it or other words of it begin, or go on behind
    these, or have their middle where it has it.
    """
    for index, (figure, *_) in enumerate(columns):
        is_centred = abs(cell.left + cell.right - figure.left - figure.right) < line.size
        if is_centred or abs(cell.left - figure.left) < line.size:
            return index
    begun = [index for index, (figure, *words) in enumerate(columns) if words and figure.left < cell.left]
    is_first = not line.cells or cell == line.cells[0]
    return begun[-1] if begun and not is_first else None


def _is_far(above: Line, line: Line) -> bool:
    return above.baseline - line.baseline > MAX_STEP * max(above.size, line.size)


def _line_of(line: Line, cell: Cell) -> Line:
    return replace(with_cells(line, (cell,)), right=cell.right)
