"""The tables on a page of a PDF: lines whose cells stand in columns, with figures in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.reading.table_rows import Piece, RowCell, place_cells
from claimcheck.tables.cells import is_nothing, is_period, read_figures
from claimcheck.tables.columns import PlacedCell, assign_columns
from claimcheck.tables.statements import find_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.reading.pdf_lines import Line

MAX_HEAD_LINES = 6
MAX_LINES_BETWEEN = 3
"""So many lines of words may stand between two rows of a table: heads of groups, and row heads that are
wrapped.
"""

MAX_ROW_GAP = 3.5
"""Rows of one table are hardly further apart, in sizes."""

MAX_CELL_CHARS = 90

MIN_CELLS_OF_FACTS = 3
_VERSION = re.compile(r"v?\d+(?:\.\d+){1,3}")


def find_table_runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Half-open stretches of lines that are tables, in their order."""
    position = 0
    while position < len(lines):
        if not is_row(lines[position]):
            position += 1
            continue
        end = _end_of_run(lines, position)
        rows = sum(is_row(line) for line in lines[position:end])
        if rows < 2:
            position = end
            continue
        yield _start_with_heads(lines, position), end
        position = end


def is_row(line: Line) -> bool:
    """Whether a line is a row with figures: words, then cells most of which are figures or say that there
    is none.
    """
    if len(line.cells) < 2 or any(len(cell.words) > MAX_CELL_CHARS for cell in line.cells):
        return False
    figures = [bool(read_figures(cell.words)) for cell in line.cells]
    if not any(figures[1:]) and len(line.cells) >= MIN_CELLS_OF_FACTS:
        # the facts of a thing: its version, the year it was made
        figures = [
            figure or is_period(cell.words) or _VERSION.fullmatch(cell.words) is not None
            for figure, cell in zip(figures, line.cells, strict=True)
        ]
        if figures[0]:
            return False
    told = sum(figure or is_nothing(cell.words) for figure, cell in zip(figures, line.cells, strict=True))
    return any(figures[1:]) and told * 2 >= len(line.cells) - 1


def _end_of_run(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    while end < len(lines):
        ahead = next(
            (
                index
                for index in range(end, min(end + MAX_LINES_BETWEEN + 1, len(lines)))
                if is_row(lines[index])
            ),
            None,
        )
        if ahead is None or not all(_goes_between(line) for line in lines[end:ahead]):
            break
        if any(_is_far(lines[index - 1], lines[index]) for index in range(end, ahead + 1)):
            break
        end = ahead + 1
    return end


def _goes_between(line: Line) -> bool:
    return len(line.words) < MAX_CELL_CHARS and not line.words.endswith((".", "!", "?"))


def _is_far(before: Line, after: Line) -> bool:
    return not 0 < (before.baseline - after.baseline) < MAX_ROW_GAP * max(before.size, after.size)


def _start_with_heads(lines: Sequence[Line], first: int) -> int:
    """Where the heads above the first row begin."""
    start = first
    while start > 0 and first - start < MAX_HEAD_LINES:
        line = lines[start - 1]
        if _is_far(line, lines[start]):
            break
        if _is_head(line):
            start -= 1
            continue
        # the name of the first group stands between the heads and the first row
        is_group = len(line.cells) == 1 and line.words.endswith(":") and len(line.words) < MAX_CELL_CHARS
        if not (is_group and start == first and start > 1 and _is_row_of_heads(lines[start - 2], line)):
            break
        start -= 2
    return start


def _is_row_of_heads(line: Line, below: Line) -> bool:
    return len(line.cells) > 1 and _is_head(line) and not _is_far(line, below)


def _is_head(line: Line) -> bool:
    if len(line.words) > 2 * MAX_CELL_CHARS or line.words.endswith((".", "!", "?", ":")):
        return False
    if len(line.cells) > 1:
        return all(len(cell.words) < MAX_CELL_CHARS for cell in line.cells)
    said = find_statement(line.words, is_head=True)
    return is_period(line.words) or (said is not None and said.factor is not None)


def rows_of_run(lines: Sequence[Line]) -> list[list[RowCell]]:
    """The cells of the lines of a table in their columns."""
    placed = [
        [
            PlacedCell(cell.left, cell.right, bool(read_figures(cell.words)) or is_nothing(cell.words))
            for cell in line.cells
        ]
        for line in lines
    ]
    rows = []
    for line, columns in zip(lines, assign_columns(placed), strict=True):
        row: list[RowCell] = []
        reached = 0
        for cell, (column, span) in zip(line.cells, columns, strict=True):
            row.extend(RowCell() for _ in range(reached, column))
            row.append(RowCell((Piece(cell.words, place=line.page),), column_span=span))
            reached = column + span
        rows.append(row)
    return place_cells(rows)
