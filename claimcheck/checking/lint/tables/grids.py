"""Tables of bare numbers, read as a grid from the text: rows and columns that do not add up to their total.

The records hold no claim for a number without a unit or a thing, so these tables are seen only where the text
is at hand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.figures import shown_number, shown_sum
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tables.finding import find_tables
from claimcheck.tables.structure import read_layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.article import Table
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText

TOTAL_HEAD = WordPattern(r"(?:grand |overall |combined )?(?:<lint/total_head>)\W*", re.IGNORECASE)
"""The head of a row that is the total of those above it, whatever they are."""

_NO_PART = WordPattern(r"\b(?:<lint/no_part>|<lint/not_added>)\b|%", re.IGNORECASE)
_MIN_PARTS = 2
_MOST_TIMES = 2.0
"""A sum that is more than so many times its total, or less than one of so many, is a sum of something else."""


class Cell(NamedTuple):
    """A number of a table, with the words of its row and of its column."""

    start: int
    end: int
    row: int
    column: int
    row_head: str
    column_head: str
    number: float
    sort: tuple[str, str | None]
    step: float


def find_wrong_grid_totals(text: LintText) -> Iterator[Finding]:
    """The totals at the end of rows, and of columns, that are not those of the numbers before them."""
    words = text.document.text
    if words is None:
        return
    for table in find_tables(words):
        cells = cells_of(table, words)
        for lines in (_lines(cells, by_row=True), _lines(cells, by_row=False)):
            yield from _judge(text, lines)


def cells_of(table: Table, words: str) -> list[Cell]:
    """The numbers of a table that stand alone in their cells under one head; none if it has groups of rows."""
    cells = []
    for found in read_layout(table, words).figures:
        if found.groups or found.row_head is None or not found.column_heads:
            return []
        figure = found.figures[0]
        if len(found.figures) != 1 or figure.number is None or figure.comparator != "=":
            continue
        heads = " ".join(words[head.start : head.end] for head in found.column_heads)
        cells.append(
            Cell(
                found.cell.start + figure.start,
                found.cell.start + figure.end,
                found.cell.row,
                found.cell.column,
                words[found.row_head.start : found.row_head.end].strip(),
                heads.strip(),
                float(figure.number),
                (figure.kind, figure.unit),
                0.5 * 10.0 ** -(figure.decimals or 0) if figure.decimals else 0.0,
            )
        )
    return cells


def _lines(cells: Sequence[Cell], *, by_row: bool) -> list[tuple[list[Cell], Cell]]:
    """The rows, or columns, that end in a total: the parts of each, and the total."""
    lines: dict[int, list[Cell]] = {}
    for cell in cells:
        lines.setdefault(cell.row if by_row else cell.column, []).append(cell)
    found = []
    widest = max((len(line) for line in lines.values()), default=0)
    for line in lines.values():
        *parts, total = line
        heads = [cell.column_head if by_row else cell.row_head for cell in line]
        other = total.column_head if not by_row else total.row_head
        if len(parts) < _MIN_PARTS or len(line) < widest or not TOTAL_HEAD.fullmatch(heads[-1]):
            continue
        if any(_NO_PART.search(head) for head in heads[:-1]) or (
            _NO_PART.search(other) and not TOTAL_HEAD.fullmatch(other)
        ):
            continue
        if len({cell.sort for cell in line}) == 1:
            found.append((parts, total))
    return found


def _judge(text: LintText, lines: Sequence[tuple[list[Cell], Cell]]) -> Iterator[Finding]:
    """The findings on totals that are wrong where most of those of their table are right, or where it has but one."""
    wrong = [line for line in lines if not _holds(*line)]
    if len(lines) == 1 and not all(_is_near(*line) for line in wrong):
        return
    if len(wrong) * 2 > len(lines) > 1:
        return
    for parts, total in wrong:
        reached = sum(part.number for part in parts)
        if not total.number or not 1 / _MOST_TIMES < reached / total.number < _MOST_TIMES:
            continue
        yield make_finding(
            "lint/table-total",
            "inconsistent",
            kind="figures",
            place=text.place_at(total.start, total.end),
            evidence=[text.place_at(part.start, part.end) for part in parts],
            reason=f"the numbers of “{total.row_head}” come to {shown_number(reached)}, not {shown_number(total.number)}",
            arithmetic=f"{shown_sum(part.number for part in parts)} = {shown_number(reached)} ≠ {shown_number(total.number)}",
            tolerance="each figure is rounded as it is written",
        )


_NEAR = 0.25
"""The only total of a table is called wrong where it is off by no more than this share of it."""


def _is_near(parts: Sequence[Cell], total: Cell) -> bool:
    """Whether parts come near their total, and are counted one by one."""
    reached = sum(part.number for part in parts)
    is_counted = all(part.number == int(part.number) and part.number >= 0 for part in parts)
    return is_counted and abs(reached - total.number) <= _NEAR * abs(total.number)


def _holds(parts: Sequence[Cell], total: Cell) -> bool:
    """Whether the parts come to the total, however each was rounded."""
    slack = sum(cell.step for cell in (*parts, total))
    return abs(sum(part.number for part in parts) - total.number) <= slack * (1 + 1e-9) + 1e-9
