"""The tables on a page of a PDF: lines whose cells stand in columns, with figures in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reading.pdf.rows import MAX_CELL_CHARS, MAX_LINE_STEP, is_figure_or_nothing, is_row
from claimcheck.reading.pdf.table_heads import MAX_HEAD_LINES, is_over_figures, start_of_labels
from claimcheck.reading.pdf.wrapped_heads import with_wrapped_heads
from claimcheck.reading.table_rows import Piece, RowCell, place_cells
from claimcheck.tables.cells import is_period
from claimcheck.tables.columns import PlacedCell, assign_columns
from claimcheck.tables.statements import find_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.reading.pdf.lines import Line

MAX_LINES_BETWEEN = 3
"""So many lines of words may stand between two rows of a table: heads of groups, and row heads that are
wrapped.
"""

MAX_ROW_GAP = 3.5
"""Rows of one table are hardly further apart, in sizes."""


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
        if _are_other_heads(lines[end:ahead], lines[start:end]):
            break
        if any(_is_far(lines[index - 1], lines[index]) for index in range(end, ahead + 1)):
            break
        end = ahead + 1
    return end


def _are_other_heads(between: Sequence[Line], table: Sequence[Line]) -> bool:
    """Whether a table with columns of its own begins below a title: "Five-year record" over five years."""
    if len(between) < 2 or len(between[0].cells) > 1:
        return False
    heads = next((line.cells for line in between if len(line.cells) > 1), ())
    columns = max(len(line.cells) for line in table) - 1
    return len(heads) > columns and all(is_period(cell.words) for cell in heads)


def _goes_between(line: Line) -> bool:
    return len(line.words) < MAX_CELL_CHARS and not line.words.endswith((".", "!", "?"))


def _is_far(before: Line, after: Line) -> bool:
    lines_between = MAX_ROW_GAP + MAX_LINE_STEP * (before.lines + after.lines - 2)
    return not 0 < (before.baseline - after.baseline) < lines_between * max(before.size, after.size)


def goes_on_with(table: Sequence[Line], page: Sequence[Line]) -> int:
    """With how many lines at the top of a page a table goes on that ended the page before."""
    if not page or not is_row(page[0]):
        return 0
    edges = [cell.right for line in table for cell in line.cells[1:]]
    is_aligned = all(
        any(abs(cell.right - edge) < page[0].size for edge in edges) for cell in page[0].cells[1:]
    )
    return _end_of_run(page, 0) if is_aligned else 0


def _start_with_heads(lines: Sequence[Line], first: int) -> int:
    """Where the heads above the first row begin. The names of the first groups of rows may stand between."""
    row = lines[first]
    start = _start_of_heads(lines, first, row)
    if start == first:
        labels = start_of_labels(lines, first)
        above = _start_of_heads(lines, labels, row)
        if any(len(line.cells) > 1 for line in lines[above:labels]):
            return above
    return start


def _start_of_heads(lines: Sequence[Line], end: int, row: Line) -> int:
    start = end
    while start > 0 and end - start < MAX_HEAD_LINES:
        line = lines[start - 1]
        if _is_far(line, lines[start]):
            break
        if not _is_head(line) and not (start < end and is_over_figures(line, row)):
            break
        start -= 1
    return start


def _is_head(line: Line) -> bool:
    if len(line.words) > 2 * MAX_CELL_CHARS or line.words.endswith((".", "!", "?", ":")):
        return False
    if len(line.cells) > 1:
        return all(len(cell.words) < MAX_CELL_CHARS for cell in line.cells)
    said = find_statement(line.words, is_head=True)
    return is_period(line.words) or (said is not None and said.factor is not None)


def rows_of_run(lines: Sequence[Line]) -> list[list[RowCell]]:
    """The cells of the lines of a table in their columns."""
    lines = with_wrapped_heads(lines)
    placed = [
        [
            PlacedCell(
                cell.left,
                cell.right,
                is_figure_or_nothing(cell.words),
                may_span=len(line.cells) == 1 or is_period(cell.words),
            )
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
