"""Which cells of a table are heads, which are figures, and which heads a figure stands under."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.quantities.set_aside.glued import is_line_of_form
from claimcheck.tables.cells import is_nothing, is_period, read_figures
from claimcheck.tables.statements import find_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.article import Table, TableCell
    from claimcheck.tables.cells import Figure

_VERSION = re.compile(r"(?:\w+\s+)?(?:version|release)", re.IGNORECASE)

_LINE_OF_FORM = re.compile(r"(?:[A-Z][a-z]+ )?(\d{1,2})([a-z])")
_SIGN = re.compile(r"[$€£¥%]")
_DAY = WordSet("tables/day")  # of a meeting or a report

MAX_HEAD_CHARS = 240
"""A longer cell is a text of its own, not a head."""


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A cell with a figure, under its heads.

    Attributes:
        cell: the cell.
        figures: one, or two that say the same in two units.
        row_head: what its row is about; None for a row without words.
        groups: the heads of groups of rows over it, outermost first.
        column_heads: from the top down.
    """

    cell: TableCell
    figures: Sequence[Figure]
    row_head: TableCell | None
    groups: tuple[TableCell, ...]
    column_heads: tuple[TableCell, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A table as it is to be read.

    Attributes:
        figures: row by row.
        titles: cells over all columns: a title in the table, and the heads of its first column.
    """

    figures: tuple[FigureCell, ...]
    titles: tuple[TableCell, ...]


def read_layout(table: Table, text: str) -> Layout:
    """The figures of a table under their heads. A table without figures has none."""
    return _Reader(table, text).read()


@dataclass(slots=True)
class _Row:
    """A row: its cells by column, with those that reach into it from the left or from above."""

    cells: dict[int, TableCell] = field(default_factory=dict)

    def own(self) -> list[TableCell]:
        """The cells, each once, from left to right."""
        return list(dict.fromkeys(self.cells[column] for column in sorted(self.cells)))


class _Reader:
    def __init__(self, table: Table, text: str) -> None:
        self.table = table
        self.text = text
        self.figures: dict[TableCell, Sequence[Figure]] = {}
        self.periods: dict[TableCell, bool] = {}
        self.rows = self._grid()
        self.columns = 1 + max((column for row in self.rows for column in row.cells), default=-1)
        self.marks_heads = any(cell.is_head for cell in table.cells)
        self.has_head_rows = any(
            len(row.cells) > 1 and all(cell.is_head for cell in row.cells.values()) for row in self.rows
        )
        self.pairs = self._leading_pairs()

    def words(self, cell: TableCell) -> str:
        return self.text[cell.start : cell.end]

    def _grid(self) -> list[_Row]:
        rows: dict[int, _Row] = {}
        for cell in self.table.cells:
            words = self.words(cell)
            is_empty = is_nothing(words) or self._is_line_of_form(cell)
            self.figures[cell] = () if is_empty else read_figures(words)
            self.periods[cell] = not self.figures[cell] and is_period(words)
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    rows.setdefault(row, _Row()).cells.setdefault(column, cell)
        return [rows[row] for row in sorted(rows)]

    def _is_line_of_form(self, cell: TableCell) -> bool:
        """Whether a cell is the name of a line of the form that its table belongs to: "1h" near "1g"."""
        found = _LINE_OF_FORM.fullmatch(self.text, cell.start, cell.end)
        return found is not None and is_line_of_form(self.text, found.start(1), found.end(1), found[2])

    def read(self) -> Layout:
        if self.columns < 2 or not any(self.figures.values()):
            return Layout((), ())
        stub = self._stub()
        titles: list[TableCell] = []
        heads: list[_Row] = []
        groups: list[TableCell] = []
        found: list[FigureCell] = []
        in_heads, has_data = True, False
        for row in self.rows:
            match self._kind(row, stub, has_data=has_data, has_labels=bool(heads)):
                case "title":
                    titles.extend(row.own())
                case "head":
                    if not in_heads:
                        heads = []
                        groups = []
                    in_heads = True
                    heads.append(row)
                    titles.extend(
                        cell for column, cell in row.cells.items() if column <= stub and not has_data
                    )
                case "group":
                    in_heads = False
                    groups = self._with_group(groups, row.own()[0])
                case "data":
                    in_heads, has_data = False, True
                    found.extend(self._figures_of(row, stub, heads, tuple(groups)))
                    head = self._row_head(row, stub, heads)
                    if head is not None and self.words(head).lower().startswith("total"):
                        groups = []
                case "text":
                    in_heads = False
                    groups = []
                case _:
                    in_heads = False
        return Layout(tuple(found), tuple(dict.fromkeys(titles)))

    def _with_group(self, groups: list[TableCell], cell: TableCell) -> list[TableCell]:
        """A period ("2019") over rows stays while groups of another kind come and go below it."""
        if self.periods[cell]:
            return [cell]
        return [*(group for group in groups[:1] if self.periods[group]), cell]

    def _stub(self) -> int:
        """The column with the heads of the rows: the first whose cells are mostly words, beside figures."""
        words: Counter[int] = Counter()
        others: Counter[int] = Counter()
        for row in self.rows:
            if not any(self.figures[cell] for cell in row.own()):
                continue
            for cell in row.own():
                is_words = (
                    not self.figures[cell] and not self.periods[cell] and not is_nothing(self.words(cell))
                )
                (words if is_words else others)[cell.column] += 1
        return next((column for column in range(self.columns) if words[column] > others[column]), 0)

    def _kind(self, row: _Row, stub: int, *, has_data: bool, has_labels: bool) -> str:
        own = row.own()
        if self.marks_heads and all(cell.is_head for cell in own) and len(own) > 1:
            return "head"
        beside = [cell for cell in own if cell.column > stub and cell.column_span < self.columns]
        if any(self.figures[cell] for cell in beside):
            return "data"
        if any(len(self.words(cell)) > MAX_HEAD_CHARS for cell in own):
            return "text"
        if not beside:
            cell = own[0]
            says_all = self.periods[cell] and not has_data and has_labels is False
            statement = find_statement(self.words(cell), is_head=True)
            if says_all or (statement is not None and statement.factor is not None and not has_data):
                return "title"
            return "group" if has_data or has_labels else "title"
        if all(is_nothing(self.words(cell)) for cell in beside):
            is_of_units = not has_data and beside == own and any(map(self._is_sign, beside))
            return "head" if is_of_units else "blank"
        if self.marks_heads and own[0].is_head and not any(cell.is_head for cell in beside):
            return "text"
        if not has_data:
            is_plain = self.has_head_rows and has_labels and not any(cell.is_head for cell in own)
            if is_plain and not (self._are_heads(beside) and self._hold_no_amounts(beside)):
                return "text"  # the file says which rows are heads
            return "text" if row in self.pairs or self._is_pair(row, stub) else "head"
        has_stub = any(column <= stub for column in row.cells)
        if self.pairs and self._is_pair(row, stub):
            return "text"
        return "head" if self._are_heads(beside) or (not has_stub and len(beside) > 1) else "text"

    def _is_sign(self, cell: TableCell) -> bool:
        """Whether a cell is a unit alone, as it stands over a column: "€", "%"."""
        return _SIGN.fullmatch(self.words(cell)) is not None

    def _are_heads(self, cells: Sequence[TableCell]) -> bool:
        """Whether every cell is a period or says what its column holds."""
        return all(self.periods[cell] or self._is_statement(cell) for cell in cells)

    def _hold_no_amounts(self, cells: Sequence[TableCell]) -> bool:
        """Whether no cell tells an amount in words, as "100% less a fee of £5" does."""
        return not any(map(str.isdigit, "".join(self.words(c) for c in cells if not self.periods[c])))

    def _leading_pairs(self) -> Sequence[_Row]:
        """The first rows of a table of two columns that are facts: "Manager | T. Renner", "Stage | 3b"."""
        pairs: list[_Row] = []
        for row in self.rows if self.columns == 2 and not self.marks_heads else ():
            own = row.own()
            if len(own) < 2 or any(self.figures[cell] or self._is_statement(cell) for cell in own):
                break
            is_day = self.words(own[0]).strip(": ").lower() in _DAY
            is_head = self.periods[own[1]] and self._is_over_periods(own[0]) and not is_day
            if self.periods[own[0]] or is_head:
                break
            pairs.append(row)
        return pairs if len(pairs) > 1 else ()

    def _is_pair(self, row: _Row, stub: int) -> bool:
        """Whether a row of two cells is a fact of its own, such as "Founded | 1975", and no pair of heads."""
        if self.columns > 2 or self.marks_heads:
            return False
        own = row.own()
        if len(own) < 2 or own[0].column > stub or not self.periods[own[1]]:
            return False
        return not self._is_over_periods(own[0]) and not self.periods[own[0]]

    def _is_over_periods(self, cell: TableCell) -> bool:
        first = self.words(cell).strip("( ").lower()
        return first.startswith(("as of", "as at", "at ", "year", "fiscal", "period", "in ", "for ", "date"))

    def _row_head(self, row: _Row, stub: int, heads: Sequence[_Row]) -> TableCell | None:
        """The words of the row, or the period or the version that stands in their place."""
        cell = row.cells.get(stub)
        if cell is None and stub:
            cell = next((row.cells[column] for column in range(stub) if column in row.cells), None)
        if cell is None or is_nothing(self.words(cell)):
            return None
        if self.figures[cell]:
            over = heads[-1].cells.get(cell.column) if heads else None
            is_version = over is not None and _VERSION.fullmatch(self.words(over).strip()) is not None
            return cell if is_version else None
        return cell if len(self.words(cell)) <= MAX_HEAD_CHARS else None

    def _figures_of(
        self, row: _Row, stub: int, heads: Sequence[_Row], groups: tuple[TableCell, ...]
    ) -> Iterator[FigureCell]:
        row_head = self._row_head(row, stub, heads)
        for cell in row.own():
            if cell.column > stub and self.figures[cell]:
                over = tuple(dict.fromkeys(self._heads_over(cell, stub, heads)))
                yield FigureCell(cell, self.figures[cell], row_head, groups, over)

    def _heads_over(self, cell: TableCell, stub: int, heads: Sequence[_Row]) -> Iterator[TableCell]:
        columns = range(cell.column, cell.column + cell.column_span)
        labelled = any(column in row.cells for row in heads for column in columns)
        for row, after in pairwise([*heads, None]):
            assert row is not None
            exact = next((row.cells[column] for column in columns if column in row.cells), None)
            if exact is not None:
                yield exact
                continue
            if self.table.tells_spans:
                continue
            beside = {column: own for column, own in row.cells.items() if column > stub}
            if len(set(beside.values())) == 1:
                only = next(iter(beside.values()))
                if after is not None or self.periods[only] or self._is_statement(only) or len(heads) == 1:
                    yield only
                continue
            left = [column for column in beside if column < cell.column]
            if len(beside) * 2 > self.columns - stub - 1 + (self.columns - stub - 1) % 2:
                continue  # one label a column: the blank one has none
            if left and (after is not None or not labelled):
                yield beside[max(left)]

    def _is_statement(self, cell: TableCell) -> bool:
        return find_statement(self.words(cell), is_head=True) is not None


def rows_of(table: Table) -> Mapping[int, tuple[int, int]]:
    """The offsets of each row, from its first cell to its last."""
    found: dict[int, tuple[int, int]] = {}
    for cell in table.cells:
        start, end = found.get(cell.row, (cell.start, cell.end))
        found[cell.row] = min(start, cell.start), max(end, cell.end)
    return found
