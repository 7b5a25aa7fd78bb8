"""The heads of the columns of tables on a page of a PDF, put in rows that stand over their columns."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.cells import MONTH
from claimcheck.reading.pdf.lines import Cell, with_cells
from claimcheck.reading.pdf.places import differ_in_size
from claimcheck.reading.pdf.rows import (
    MAX_CELL_CHARS,
    MAX_LINE_STEP,
    MAX_STACK_LINES,
    SAME_LEVEL,
    goes_on_below,
    is_row,
    with_whole_rows,
)
from claimcheck.tables.cells import is_period, read_figures
from claimcheck.tables.statements import find_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Line

MAX_STACK_CHARS = 32
"""Heads of columns in several lines are no longer than this."""

_OPEN_PERIOD = re.compile(rf"{MONTH}(?:\s+\d{{1,2}},?)?\Z|\bended\Z", re.IGNORECASE)
"""The end of a line of a head that goes on with a day or a year."""

_END_OF_HEAD = re.compile(r"\d{1,2},|\(\d{1,2}\)")
"""The last line of a wrapped head: the day of its month, or the number of a note."""

MAX_LABELS = 3
MAX_HEAD_LINES = 6
MAX_HEAD_GAP = 3.5
"""Heads stand hardly further apart than this, in sizes."""

MIN_SET_IN = 3.0
"""Heads of columns begin so many sizes right of the heads of rows at least."""

STUB_SHIFT = 10.0
"""What begins within so many points of the heads of the rows stands over them."""

MAX_ROWS_LOOKED_AT = 12
"""So many rows of a table show where its columns are."""

LINE_STEP = 0.9
"""Lines of one head are further apart than this, in sizes."""


def with_level_heads(lines: Sequence[Line]) -> list[Line]:
    """Lines with the heads of a table in its rows.

    A head of two lines ("2023" over "$m") stands in the file whole before the head of the next column, so
    that its lines go down and up again; as rows they are read like any others. The figures beside a row head
    that is wrapped stand on one of its lines, or between them.
    """
    found = with_whole_rows(lines)
    first = len(found) - 1
    while first > 0:
        if is_row(found[first]) and not is_row(found[first - 1]):
            behind = len(found) - first
            _put_heads_in_rows(found, first)
            first = len(found) - behind
        first -= 1
    return found


def _put_heads_in_rows(lines: list[Line], first: int) -> None:
    """Put the heads above the first row of a table in rows of their own, which may be fewer lines."""
    end = start_of_labels(lines, first)
    behind = len(lines) - end
    start = _start_of_stacks(lines, end, lines[first])
    if start is None:
        _cut_into_columns(lines, end, _columns_from(lines, first))
        start = max(end - MAX_HEAD_LINES, 0)
    else:
        lines[start:end] = _levelled(lines[start:end])
    _join_periods(lines, start, len(lines) - behind)


def _join_periods(lines: list[Line], start: int, end: int) -> None:
    """Put heads together whose day or year stands on the next line: "December" over "31,"."""
    for index in range(end - 1, start, -1):
        above, below = lines[index - 1], lines[index]
        if not 0 < above.baseline - below.baseline < MAX_LINE_STEP * above.size:
            continue
        pairs = _cells_above(above.cells, below.cells)
        joined = [f"{one.words} {other.words}" for one, other in pairs]
        if not any(
            _OPEN_PERIOD.search(one.words) and is_period(words)
            for (one, _), words in zip(pairs, joined, strict=True)
        ):
            continue
        under = {other: (one, words) for (one, other), words in zip(pairs, joined, strict=True)}
        rest = [cell for cell in above.cells if all(cell is not one for one, _ in pairs)]
        whole = [
            Cell(words, min(one.left, other.left), max(one.right, other.right))
            for other, (one, words) in under.items()
        ]
        cells = tuple(sorted([*rest, *whole], key=lambda cell: cell.left))
        lines[index - 1 : index + 1] = [with_cells(below, cells)]


def _cells_above(above: Sequence[Cell], below: Sequence[Cell]) -> list[tuple[Cell, Cell]]:
    """Each cell of a line with the one it stands under; none if one has no such, or shares it."""
    pairs = [
        (one, other) for other in below for one in above if one.left < other.right and other.left < one.right
    ]
    is_clear = len(pairs) == len(below) == len({id(one) for one, _ in pairs})
    return pairs if is_clear else []


def start_of_labels(lines: Sequence[Line], first: int) -> int:
    """Where the lines begin that stand between the heads of the columns and the first row: the names of the
    first groups of rows, over the heads of the rows.
    """
    start = first
    while start > 0 and first - start < MAX_LABELS and _is_label(lines[start - 1], lines[first]):
        if not 0 < lines[start - 1].baseline - lines[start].baseline < MAX_HEAD_GAP * lines[start].size:
            break
        start -= 1
    return start


def is_over_figures(line: Line, row: Line) -> bool:
    """Whether a line stands in the middle above the figures of a row, not above all of it as titles do."""
    if len(line.cells) != 1 or len(row.cells) < 3 or len(line.words) > MAX_CELL_CHARS:
        return False
    if differ_in_size(line, row):
        return False
    middle, first = (line.left + line.right) / 2, row.cells[1]
    is_right = line.left > row.left + MIN_SET_IN * line.size and line.right < row.right + line.size
    return is_right and abs(middle - (first.left + row.right) / 2) < abs(middle - (row.left + row.right) / 2)


def _is_label(line: Line, row: Line) -> bool:
    is_over_heads = line.left < row.left + line.size and line.right < row.cells[-1].left
    return (
        is_over_heads
        and len(line.cells) == 1
        and len(line.words) < MAX_CELL_CHARS
        and not line.words.endswith((".", "!", "?", ","))
        and not is_period(line.words)
        and find_statement(line.words, is_head=True) is None
    )


def _cut_into_columns(lines: list[Line], end: int, columns: Sequence[tuple[float, float]]) -> None:
    """Cut the heads that end before a line and are set too close for cells of their own."""
    for index in range(end - 1, max(end - 1 - MAX_HEAD_LINES, -1), -1):
        line = lines[index]
        if not 0 < line.baseline - lines[index + 1].baseline < MAX_HEAD_GAP * line.size:
            break
        cells, headed = _in_columns(line, columns)
        if len(cells) > len(line.cells) and headed > 1 and 2 * headed >= len(columns) - 1:
            lines[index] = replace(line, cells=cells, parts=())


def _columns_from(lines: Sequence[Line], first: int) -> list[tuple[float, float]]:
    """From where to where the columns of a table reach, as its fullest rows show."""
    rows = [line.cells for line in lines[first : first + MAX_ROWS_LOOKED_AT] if is_row(line)]
    widest = max(map(len, rows))
    full = [cells for cells in rows if len(cells) == widest]
    return [
        (min(cell.left for cell in column), max(cell.right for cell in column))
        for column in zip(*full, strict=True)
    ]


def _in_columns(line: Line, columns: Sequence[tuple[float, float]]) -> tuple[tuple[Cell, ...], int]:
    """The parts of a line, those over one column as one cell, and how many columns have a head in it; a part
    may reach over several.
    """
    cells: list[Cell] = []
    headed: set[int] = set()
    for part in line.parts:
        over = _columns_under(part, columns)
        if cells and max(headed) >= over[0]:
            before = cells[-1]
            cells[-1] = Cell(f"{before.words} {part.words}", before.left, part.right)
        else:
            cells.append(part)
        headed.update(over)
    return tuple(cells), len(headed - {0})


def _columns_under(part: Cell, columns: Sequence[tuple[float, float]]) -> Sequence[int]:
    """The columns that a part of a head stands over, or the one next to it. Over the heads of the rows, which
    are of all lengths, stands what begins with them or is over nothing else.
    """
    stub, _ = columns[0]
    if part.left < stub + STUB_SHIFT:
        return [0]
    over = [
        index for index, (left, right) in enumerate(columns) if min(right, part.right) > max(left, part.left)
    ]
    if over:
        return over[over[0] == 0 and len(over) > 1 :]
    return [min(range(len(columns)), key=lambda index: _distance(part, columns[index]))]


def _distance(part: Cell, column: tuple[float, float]) -> float:
    left, right = column
    return max(left - part.right, part.left - right, 0.0)


def _start_of_stacks(lines: Sequence[Line], first: int, row: Line) -> int | None:
    """Where the heads begin that stand in stacks, the next one always further right, and end before a line;
    None for none.
    """
    start = first
    climbs = 0
    while start > 0:
        line = lines[start - 1]
        if not _is_in_stack(line, row):
            break
        if start < first:
            after = lines[start]
            is_climb = after.baseline > line.baseline + SAME_LEVEL * line.size
            is_right = after.left > line.left and after.right > line.right
            is_step_down = after.baseline < line.baseline - SAME_LEVEL * line.size
            is_under = is_step_down and after.left < line.right and line.left < after.right
            if not is_under and not is_right:
                break
            climbs += is_climb and is_right
        start -= 1
    return start if climbs and climbs < len(row.cells) else None


def _is_in_stack(line: Line, row: Line) -> bool:
    above = line.baseline - row.baseline
    is_near = 0 < above < MAX_STACK_LINES * MAX_LINE_STEP * line.size
    return (
        is_near
        and len(line.words) <= MAX_STACK_CHARS
        and line.left < row.right + line.size
        and not line.words.endswith((".", "!", "?"))
        and (
            is_period(line.words)
            or _END_OF_HEAD.fullmatch(line.words) is not None
            or not any(_is_figure(cell.words) for cell in line.cells)
        )
    )


def _is_figure(words: str) -> bool:
    """Whether words are a figure; a stretch of time is the age or the term that a column is of: "18 years"
    over "and over".
    """
    return any(figure.quantity is None or figure.quantity.quality != "time" for figure in read_figures(words))


def _levelled(lines: Sequence[Line]) -> list[Line]:
    """Lines put together that stand on one level, from the top down."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.baseline):
        if rows and _is_on_level(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    found = []
    for row in rows:
        row.sort(key=lambda line: line.left)
        cells = tuple(cell for line in row for cell in line.cells)
        words = " ".join(line.words for line in row)
        found.append(replace(row[0], words=words, cells=cells, right=row[-1].right, parts=()))
    return _with_whole_stub(found)


def _is_on_level(row: Sequence[Line], line: Line) -> bool:
    """Whether a line stands in a row, or beside it half a line lower: a head of one line is set in the middle
    beside heads of two.
    """
    step = row[0].baseline - line.baseline
    if step < SAME_LEVEL * line.size:
        return True
    is_beside = all(line.right < other.left or other.right < line.left for other in row)
    return step < LINE_STEP * line.size and is_beside


def _with_whole_stub(rows: Sequence[Line]) -> list[Line]:
    """Rows of heads whose first cell, that over the heads of the rows, is wrapped: it is put together."""
    found: list[Line] = []
    for row in rows:
        above = found[-1] if found else None
        if (
            above is not None
            and len(row.cells) == 1
            and len(above.cells) > 1
            and goes_on_below(above, row)
            and row.right < above.cells[1].left
        ):
            stub = above.cells[0]
            words = f"{stub.words} {row.words}"
            cells = (Cell(words, stub.left, max(stub.right, row.right)), *above.cells[1:])
            joined = " ".join(cell.words for cell in cells)
            found[-1] = replace(above, words=joined, cells=cells, lines=above.lines + 1, parts=())
            continue
        found.append(row)
    return found
