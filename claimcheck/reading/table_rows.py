"""Tables on their way into a text: cells put in their columns, and what belongs to one figure in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_COLUMNS = 1000
"""The HTML Standard reads no cell as wider."""

MAX_ROWS_OF_CELL = 10_000

MAX_CELL_WORDS = 60
"""A table with a longer cell is there for the layout of the page, or holds texts."""

_OPENING_SIGN = re.compile(r"\(?\s*(?:[A-Z]{1,3})?[$€£¥₹]\s*\(?|\(")
_CLOSING_SIGN = re.compile(r"\)?\s*%?\s*\)?|pts?|bps|x")
_BARE_FIGURE = re.compile(r"[-−–(]?[$€£¥]?\s*[-−–(]?\s*\d[\d,]*(?:\.\d+)?|\.\d+|[—–-]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a cell.

    Attributes:
        text: the words.
        is_aside: whether they are read but hold no claims.
        place: the page or line.
    """

    text: str
    is_aside: bool = False
    place: int | None = None


@dataclass(frozen=True, slots=True)
class RowCell:
    """A cell of a row, before its place in the grid is known.

    Attributes:
        pieces: its words.
        column_span, row_span: as the file says.
        is_head: whether the file marks it as a head.
        column: its first column, once it is known.
    """

    pieces: tuple[Piece, ...] = field(default=())
    column_span: int = 1
    row_span: int = 1
    is_head: bool = False
    column: int = 0

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return " ".join("".join(piece.text for piece in self.pieces).split())


def place_cells(rows: Iterable[Sequence[RowCell]]) -> list[list[RowCell]]:
    """The rows with the column of each cell, as the HTML Standard places them; empty columns go."""
    placed: list[list[RowCell]] = []
    taken: dict[int, int] = {}  # column: rows that a cell from above still reaches into
    for row in rows:
        found: list[RowCell] = []
        column = 0
        begun: dict[int, int] = {}
        for cell in row:
            while taken.get(column, 0) > 0:
                column += 1
            if column >= MAX_COLUMNS:
                break
            span = max(1, min(cell.column_span, MAX_COLUMNS - column))
            found.append(replace(cell, column=column, column_span=span))
            for own in range(column, column + span):
                begun[own] = max(1, min(cell.row_span, MAX_ROWS_OF_CELL))
            column += span
        for own in list(taken):
            taken[own] -= 1
        for own, count in begun.items():
            taken[own] = max(taken.get(own, 0), count - 1)
        placed.append(found)
    return _without_empty_columns([_joined(row) for row in placed])


def _joined(row: list[RowCell]) -> list[RowCell]:
    """A row with the signs that stand in cells of their own put to their figures: "$", "1,452", ")"."""
    found: list[RowCell] = []
    sign: RowCell | None = None
    for cell in row:
        words = cell.text
        if not words:
            if sign is None:
                found.append(cell)
            continue
        if sign is not None:
            cell = replace(cell, pieces=(*sign.pieces, *cell.pieces)) if _BARE_FIGURE.match(words) else cell  # noqa: PLW2901
            if not _BARE_FIGURE.match(words):
                found.append(sign)
            sign = None
        if _OPENING_SIGN.fullmatch(words):
            sign = cell
            continue
        last = next(
            (index for index in range(len(found) - 1, -1, -1) if found[index].pieces and found[index].text),
            None,
        )
        if (
            last is not None
            and words
            and _CLOSING_SIGN.fullmatch(words)
            and _BARE_FIGURE.search(found[last].text[-12:])
        ):
            before = found[last]
            found[last] = replace(before, pieces=(*before.pieces, *cell.pieces))
            continue
        found.append(cell)
    if sign is not None:
        found.append(sign)
    return found


def _without_empty_columns(rows: list[list[RowCell]]) -> list[list[RowCell]]:
    """The rows in columns that all hold a cell of one column with words; wider cells shrink with what they
    span.
    """
    filled = sorted({cell.column for row in rows for cell in row if cell.text and cell.column_span == 1})
    if not filled:
        filled = sorted({cell.column for row in rows for cell in row if cell.text})
    number = {column: index for index, column in enumerate(filled)}
    found = []
    for row in rows:
        kept: list[RowCell] = []
        for cell in row:
            if not cell.text:
                continue
            under = [number[c] for c in range(cell.column, cell.column + cell.column_span) if c in number]
            if under:
                first, span = under[0], len(under)
            else:  # it spans empty columns alone
                first, span = sum(column < cell.column for column in filled), 1
            if kept and first < kept[-1].column + kept[-1].column_span:
                first = kept[-1].column + kept[-1].column_span
            kept.append(replace(cell, column=first, column_span=span))
        if kept:
            found.append(kept)
    return found
