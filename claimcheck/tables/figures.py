"""The figures of all tables of a text that are sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.tables.page import Page
from claimcheck.tables.structure import read_layout
from claimcheck.tables.worth import TableFigure, TableReader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.article import Table


@dataclass(frozen=True, slots=True)
class PageFigures:
    """The figures of all tables of a text.

    Attributes:
        sure: those whose worth is sure, in reading order.
        scaled_from: from here on the text says that all amounts are in thousands, millions and so on, also
            those in sentences; None where it nowhere does.
    """

    sure: tuple[TableFigure, ...]
    scaled_from: int | None


def find_figures(text: str, tables: Sequence[Table]) -> PageFigures:
    """The figures of all tables of a text."""
    layouts = [read_layout(table, text) for table in tables]
    if not any(layout.figures for layout in layouts):
        return PageFigures((), None)
    page = Page(text, tables, layouts)
    sure = tuple(
        figure
        for index, layout in enumerate(layouts)
        if layout.figures and not _is_index(tables[index], text)
        for figure in TableReader(page, index).read()
    )
    return PageFigures(sure, min((said.start for said in page.scales if said.reach), default=None))


MIN_INDEX_ROWS = 8
MIN_LETTER_ROWS = 2
_PAGES_OF_ENTRY = re.compile(r"\d{1,4}(?:(?:, ?|[-–])\d{1,4})*")


def _is_index(table: Table, text: str) -> bool:
    """Whether a table is an index: names in the order of the alphabet, pages behind them, and rows that are
    nothing but the letter that the next names begin with.
    """
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(text[cell.start : cell.end])
    entries = [cells[0] for cells in rows.values() if len(cells) > 1]
    if len(entries) < MIN_INDEX_ROWS:
        return False
    if not all(_PAGES_OF_ENTRY.fullmatch(words) for cells in rows.values() for words in cells[1:]):
        return False
    letters = sum(len(cells) == 1 and len(cells[0]) == 1 for cells in rows.values())
    ordered = sum(one[:1].lower() <= other[:1].lower() for one, other in pairwise(entries))
    return letters >= MIN_LETTER_ROWS and ordered * 4 >= 3 * (len(entries) - 1)
