"""Tables of word processors that only lay out a page, as in a CV: they are read as their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reading.table_rows import MAX_CELL_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from xml.etree.ElementTree import Element


def is_layout(table: Element, row: str, cell: str, texts_in: Callable[[Element], Iterable[str]]) -> bool:
    """Whether half of the rows of a table or more hold tables, or a cell holds a text.

    Args:
        table: the element of the table.
        row: the tag of its rows.
        cell: the tag of its cells.
        texts_in: the texts that stand in a cell.
    """
    rows = [part for part in table if part.tag == row]
    if rows and sum(part.find(f".//{table.tag}") is not None for part in rows) * 2 >= len(rows):
        return True
    return any(
        sum(len(text.split()) for text in texts_in(part)) > MAX_CELL_WORDS for part in table.iter(cell)
    )
