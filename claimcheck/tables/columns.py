"""Which columns the cells of a table stand in, where all that is known is where on the line they stand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class PlacedCell(NamedTuple):
    """A cell of a line: from where to where it reaches, in characters or points, whether it is a figure, and
    whether it may be the head of several columns, in the middle above them.
    """

    left: float
    right: float
    is_figure: bool
    may_span: bool = False


def assign_columns(rows: Sequence[Sequence[PlacedCell]]) -> list[list[tuple[int, int]]]:
    """The first column and the number of columns of each cell, row by row.

    The columns are those of the rows with figures, whose cells stand above each other; the heads above them
    reach over one or several, or stand beside them.
    """
    columns = _columns([row for row in rows if any(cell.is_figure for cell in row) and len(row) > 1])
    if not columns:
        widest = max(rows, key=len, default=())
        columns = [(cell.left, cell.right) for cell in widest]
    return [_spread(row, columns, _assign(row, columns)) for row in rows]


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


MAX_OFF_CENTRE = 0.35
"""Heads stand over the middle of their columns, within this share of the distance of columns."""


def _spread(
    row: Sequence[PlacedCell], columns: Sequence[tuple[float, float]], found: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The places of heads, those in the middle above several columns spread over all of them.

    A column that has no head of its own in the row belongs to the nearest one.
    """
    heads = [index for index, (column, _) in enumerate(found) if column > 0]
    if len(columns) < 3 or any(cell.is_figure for cell in row) or not any(row[i].may_span for i in heads):
        return found
    middles = [(left + right) / 2 for left, right in columns]
    pitch = (middles[-1] - middles[1]) / (len(columns) - 2)
    centres = {index: (row[index].left + row[index].right) / 2 for index in heads}
    nearest = [min(heads, key=lambda index: abs(centres[index] - middle)) for middle in middles]
    spread = list(found)
    for index in heads:
        first, count = found[index]
        own = range(first, first + count)
        free = [column for column in range(1, len(columns)) if nearest[column] == index or column in own]
        ranges = [
            (last - start + 1, start)
            for start in free
            for last in free
            if start <= own[0]
            and own[-1] <= last
            and _off_centre(columns, start, last, centres[index]) <= MAX_OFF_CENTRE * pitch
        ]
        if row[index].may_span and ranges:
            width, start = max(ranges)
            spread[index] = start, width
    ends = [(start, start + width) for start, width in spread]
    return spread if all(one[1] <= other[0] for one, other in pairwise(ends)) else found


def _off_centre(columns: Sequence[tuple[float, float]], start: int, last: int, centre: float) -> float:
    """How far from the middle above some columns a place is; figures are set in the middle of their columns,
    or flush with the right end of them.
    """
    left, right = columns[start][0], columns[last][1]
    before = columns[start - 1][1] if start > 1 else left
    return min(abs((left + right) / 2 - centre), abs((before + right) / 2 - centre))


def _distance(cell: PlacedCell, columns: Sequence[tuple[float, float]], index: int) -> float:
    if index >= len(columns):
        return float("inf")
    left, right = columns[index]
    return max(left - cell.right, cell.left - right, 0.0)
