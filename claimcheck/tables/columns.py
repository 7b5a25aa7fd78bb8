"""Which columns the cells of a table stand in, where all that is known is where on the line they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class PlacedCell(NamedTuple):
    """A cell of a line: from where to where it reaches, in characters or points, and whether it is a
    figure.
    """

    left: float
    right: float
    is_figure: bool


def assign_columns(rows: Sequence[Sequence[PlacedCell]]) -> list[list[tuple[int, int]]]:
    """The first column and the number of columns of each cell, row by row.

    The columns are those of the rows with figures, whose cells stand above each other; the heads above them
    reach over one or several, or stand beside them.
    """
    columns = _columns([row for row in rows if any(cell.is_figure for cell in row) and len(row) > 1])
    if not columns:
        widest = max(rows, key=len, default=())
        columns = [(cell.left, cell.right) for cell in widest]
    return [_assign(row, columns) for row in rows]


def _columns(rows: Sequence[Sequence[PlacedCell]]) -> list[tuple[float, float]]:
    """The stretches of the line that the cells of rows take up, joined where they overlap."""
    spans = sorted((cell.left, cell.right) for row in rows for cell in row)
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _assign(row: Sequence[PlacedCell], columns: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    floor = 0  # no two cells of a row stand in one column
    for cell in row:
        over = [
            index
            for index, (left, right) in enumerate(columns)
            if index >= floor and min(right, cell.right) > max(left, cell.left)
        ]
        if not over:
            free = [index for index in range(len(columns)) if index >= floor] or [max(floor, len(columns))]
            over = [min(free, key=lambda index: _distance(cell, columns, index))]
        found.append((over[0], len(over)))
        floor = over[-1] + 1
    return found


def _distance(cell: PlacedCell, columns: Sequence[tuple[float, float]], index: int) -> float:
    if index >= len(columns):
        return float("inf")
    left, right = columns[index]
    return max(left - cell.right, cell.left - right, 0.0)
