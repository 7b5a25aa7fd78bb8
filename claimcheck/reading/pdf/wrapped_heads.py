"""The heads of the columns of a table in a PDF that take several lines, each put together as one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reading.pdf.lines import Cell, with_cells
from claimcheck.reading.pdf.places import differ_in_size
from claimcheck.reading.pdf.rows import MAX_LINE_STEP, is_figure_or_nothing, is_row
from claimcheck.tables.cells import is_period
from claimcheck.tables.statements import find_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Line

SAME_EDGE = 1.0
"""What ends within so many points is set flush."""


def with_wrapped_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines of a table with each head in the last of its lines: "American" over "Indian" over "Native".

    Only lines that end at one place are known to be of one head. In the middle above a column stands what
    reaches over several as well.
    """
    first = next((index for index, line in enumerate(lines) if is_row(line)), 0)
    figures = lines[first].cells[1:] if first else ()
    found: list[Line] = []
    for line in lines[:first]:
        above = found[-1] if found else None
        whole = _with_heads_above(above, line, figures) if above is not None else None
        if above is None or whole is None:
            found.append(line)
            continue
        rest, below = whole
        found[-1:] = [with_cells(above, rest), below] if rest else [below]
    return [*found, *lines[first:]]


def _with_heads_above(
    above: Line, line: Line, figures: Sequence[Cell]
) -> tuple[tuple[Cell, ...], Line] | None:
    """What is left of a line, and the next one with the heads that go on in it; None where none does."""
    if not 0 < above.baseline - line.baseline < MAX_LINE_STEP * line.size or differ_in_size(above, line):
        return None
    begun = {
        cell: one
        for cell in line.cells
        for one in above.cells
        if _is_one_head(one, cell, line.cells) and any(_are_flush(cell, figure) for figure in figures)
    }
    if not begun:
        return None
    cells = tuple(_joined(begun[cell], cell) if cell in begun else cell for cell in line.cells)
    return tuple(cell for cell in above.cells if cell not in begun.values()), with_cells(line, cells)


def _is_one_head(above: Cell, below: Cell, beside: Sequence[Cell]) -> bool:
    """Whether a cell goes on in the one right below, over the same column alone."""
    return (
        _are_flush(above, below)
        and _is_plain(above.words)
        and _is_plain(below.words)
        and all(other is below or other.right < above.left or above.right < other.left for other in beside)
    )


def _are_flush(one: Cell, other: Cell) -> bool:
    return abs(one.right - other.right) < SAME_EDGE


def _is_plain(words: str) -> bool:
    """Whether words are no period, unit, scale or figure, which say something by themselves."""
    return not (
        is_period(words) or is_figure_or_nothing(words) or find_statement(words, is_head=True) is not None
    )


def _joined(above: Cell, below: Cell) -> Cell:
    return Cell(f"{above.words} {below.words}", min(above.left, below.left), max(above.right, below.right))
