"""Facts that stand two or three beside each other in a row: "Length | 187 m | Width | 11.5 m"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.tables.cells import is_nothing, is_period, read_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.article import Table, TableCell

MIN_ROWS = 2
MAX_PAIRS = 3
MIN_KINDS = 2
"""Values of facts differ in kind, a day from a length; the figures of a column do not."""


def one_below_another(table: Table, text: str) -> Table:
    """A table of facts beside each other as one of two columns; any other table as it is."""
    rows: dict[int, list[TableCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    pairs = max((cell.column for cell in table.cells), default=0) // 2 + 1
    if not 1 < pairs <= MAX_PAIRS or len(rows) < MIN_ROWS or not _are_facts(list(rows.values()), pairs, text):
        return table
    cells = (
        replace(cell, row=cell.row * pairs + cell.column // 2, column=cell.column % 2) for cell in table.cells
    )
    return replace(table, cells=tuple(cells))


def _are_facts(rows: Sequence[Sequence[TableCell]], pairs: int, text: str) -> bool:
    """Whether each row is made of names with their values, and the values of each column differ in kind."""
    for row in rows:
        whole = [cell.column for cell in row] == [*range(2 * pairs)]
        if not whole or any(cell.is_head or cell.row_span > 1 or cell.column_span > 1 for cell in row):
            return False
        if any(_kind(cell, text) != "words" for cell in row[::2]):
            return False
    columns = ([_kind(row[column], text) for row in rows] for column in range(1, 2 * pairs, 2))
    return all(_differ(kinds) for kinds in columns)


def _differ(kinds: Sequence[str]) -> bool:
    """Whether the values of a column differ in kind. The first row of other tables holds heads."""
    told = [*kinds[1:], *(kinds[:1] if kinds[0] != "words" else ())]
    return len({kind for kind in told if kind != "nothing"}) >= MIN_KINDS


def _kind(cell: TableCell, text: str) -> str:
    words = text[cell.start : cell.end]
    if is_nothing(words) or is_period(words):
        return "nothing" if is_nothing(words) else "period"
    figures = read_figures(words)
    return f"{figures[0].kind} {figures[0].unit}" if figures else "words"
