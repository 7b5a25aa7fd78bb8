"""The tables on a page of a PDF: lines whose cells stand in columns, with figures in them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reading.pdf_lines import Cell
from claimcheck.reading.table_rows import Piece, RowCell, place_cells
from claimcheck.tables.cells import is_nothing, is_period, read_figures
from claimcheck.tables.columns import PlacedCell, assign_columns
from claimcheck.tables.statements import find_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.reading.pdf_lines import Line

MAX_HEAD_LINES = 6
MAX_LINES_BETWEEN = 3
"""So many lines of words may stand between two rows of a table: heads of groups, and row heads that are
wrapped.
"""

MAX_ROW_GAP = 3.5
"""Rows of one table are hardly further apart, in sizes."""

MAX_CELL_CHARS = 90

MAX_STACK_LINES = 4
MAX_LINE_STEP = 1.6
MAX_STACK_CHARS = 32
"""Heads of columns in several lines: so many of them, so far apart in sizes, and no longer than this."""

_OPEN_ENDS = frozenset("and or of to in for the a an with by from on at before after less net — – -".split())

SAME_LEVEL = 0.3
"""Baselines that differ by less, in sizes, are one."""

LINE_STEP = 0.9
"""Lines of one head are further apart than this, in sizes."""

MIN_CELLS_OF_FACTS = 3
_VERSION = re.compile(r"v?\d+(?:\.\d+){1,3}")


def find_table_runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Half-open stretches of lines that are tables, in their order."""
    position = 0
    while position < len(lines):
        if not is_row(lines[position]):
            position += 1
            continue
        end = _end_of_run(lines, position)
        rows = sum(is_row(line) for line in lines[position:end])
        if rows < 2:
            position = end
            continue
        yield _start_with_heads(lines, position), end
        position = end


def with_level_heads(lines: Sequence[Line]) -> list[Line]:
    """Lines with the heads of a table in its rows.

    A head of two lines ("2023" over "$m") stands in the file whole before the head of the next column, so
    that its lines go down and up again; as rows they are read like any others. The figures beside a row head
    that is wrapped stand on one of its lines, or between them.
    """
    found = _with_wrapped_heads(lines)
    for first in range(len(found) - 1, 1, -1):  # what is put in rows gets shorter
        if is_row(found[first]) and not is_row(found[first - 1]):
            start = _start_of_stacks(found, first)
            if start is not None:
                found[start:first] = _levelled(found[start:first])
    return found


def _with_wrapped_heads(lines: Sequence[Line]) -> list[Line]:
    """Lines with each row of figures put together with all of the lines of its head."""
    found: list[Line] = []
    for line in lines:
        start = len(found)
        if _is_all_figures(line):
            start = _start_of_head_beside(found, line)
        elif len(line.cells) > 1 and _is_all_figures(line, first=1):
            while start > 0 and len(found) - start < MAX_STACK_LINES - 1 and _is_wrapped(found, start, line):
                start -= 1
        row = _joined(found[start:], line) if start < len(found) else line
        del found[start:]
        found.append(row)
    return found


def _start_of_head_beside(found: Sequence[Line], figures: Line) -> int:
    """Where the lines begin that are the head of a row of nothing but figures; the end for none."""
    start = len(found)
    while start > 0 and len(found) - start < MAX_STACK_LINES and _is_beside(found[start - 1], figures):
        if start < len(found) and not _goes_on_below(found[start - 1], found[start]):
            break
        start -= 1
    if start == len(found):
        return start
    shift = SAME_LEVEL * figures.size
    is_level = found[start].baseline + shift >= figures.baseline >= found[-1].baseline - shift
    return start if is_level else len(found)


def _is_all_figures(line: Line, first: int = 0) -> bool:
    """Whether the cells from a place on are figures, or say that there is none."""
    cells = [cell.words for cell in line.cells[first:]]
    told = [bool(read_figures(words)) for words in cells]
    return any(told) and all(map(_is_figure_or_nothing, cells))


def _is_figure_or_nothing(words: str) -> bool:
    return is_nothing(words) or bool(read_figures(words))


def _is_beside(line: Line, figures: Line) -> bool:
    """Whether a line can be one of those of the head of a row, left of its figures."""
    is_near = abs(line.baseline - figures.baseline) < MAX_STACK_LINES * MAX_LINE_STEP * line.size
    return is_near and len(line.cells) == 1 and line.right < figures.left and len(line.words) < MAX_CELL_CHARS


def _goes_on_below(line: Line, below: Line) -> bool:
    step = line.baseline - below.baseline
    return 0 < step < MAX_LINE_STEP * line.size and abs(line.left - below.left) < 2 * line.size


def _is_wrapped(found: Sequence[Line], start: int, row: Line) -> bool:
    """Whether the line above goes on in the words of a row: it ends, or these begin, amid a phrase."""
    above, below = found[start - 1], found[start] if start < len(found) else row
    if len(above.cells) != 1 or above.right > row.cells[1].left or not _goes_on_below(above, below):
        return False
    first = below.cells[0].words
    last = above.words.rpartition(" ")[2].lower()
    return first[0].islower() or last in _OPEN_ENDS or above.words.endswith(",")


def _joined(head: Sequence[Line], row: Line) -> Line:
    """One row: the words of its head and its own as one cell, then its figures."""
    own = row.cells if _is_figure_or_nothing(row.cells[0].words) else row.cells[1:]
    parts = [line.words for line in head]
    if len(own) < len(row.cells):
        parts.append(row.cells[0].words)
    first = Cell(" ".join(parts), min(line.left for line in head), max(line.right for line in head))
    cells = (first, *own)
    words = " ".join(cell.words for cell in cells)
    lines = row.lines + sum(line.lines for line in head)
    return replace(row, words=words, left=first.left, cells=cells, lines=lines)


def _start_of_stacks(lines: Sequence[Line], first: int) -> int | None:
    """Where the heads begin that stand in stacks, the next one always further right; None for none."""
    row = lines[first]
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
        and (is_period(line.words) or not any(read_figures(cell.words) for cell in line.cells))
    )


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
        found.append(replace(row[0], words=words, cells=cells, right=row[-1].right))
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
            and _goes_on_below(above, row)
            and row.right < above.cells[1].left
        ):
            stub = above.cells[0]
            words = f"{stub.words} {row.words}"
            cells = (Cell(words, stub.left, max(stub.right, row.right)), *above.cells[1:])
            joined = " ".join(cell.words for cell in cells)
            found[-1] = replace(above, words=joined, cells=cells, lines=above.lines + 1)
            continue
        found.append(row)
    return found


def is_row(line: Line) -> bool:
    """Whether a line is a row with figures: words, then cells most of which are figures or say that there
    is none.
    """
    if len(line.cells) < 2 or any(len(cell.words) > MAX_CELL_CHARS * line.lines for cell in line.cells):
        return False
    figures = [bool(read_figures(cell.words)) for cell in line.cells]
    if not any(figures[1:]) and len(line.cells) >= MIN_CELLS_OF_FACTS:
        # the facts of a thing: its version, the year it was made
        figures = [
            figure or is_period(cell.words) or _VERSION.fullmatch(cell.words) is not None
            for figure, cell in zip(figures, line.cells, strict=True)
        ]
        if figures[0]:
            return False
    told = sum(figure or is_nothing(cell.words) for figure, cell in zip(figures, line.cells, strict=True))
    return any(figures[1:]) and told * 2 >= len(line.cells) - 1


def _end_of_run(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    while end < len(lines):
        ahead = next(
            (
                index
                for index in range(end, min(end + MAX_LINES_BETWEEN + 1, len(lines)))
                if is_row(lines[index])
            ),
            None,
        )
        if ahead is None or not all(_goes_between(line) for line in lines[end:ahead]):
            break
        if _are_other_heads(lines[end:ahead], lines[start:end]):
            break
        if any(_is_far(lines[index - 1], lines[index]) for index in range(end, ahead + 1)):
            break
        end = ahead + 1
    return end


def _are_other_heads(between: Sequence[Line], table: Sequence[Line]) -> bool:
    """Whether a table with columns of its own begins below a title: "Five-year record" over five years."""
    if len(between) < 2 or len(between[0].cells) > 1:
        return False
    heads = next((line.cells for line in between if len(line.cells) > 1), ())
    columns = max(len(line.cells) for line in table) - 1
    return len(heads) > columns and all(is_period(cell.words) for cell in heads)


def _goes_between(line: Line) -> bool:
    return len(line.words) < MAX_CELL_CHARS and not line.words.endswith((".", "!", "?"))


def _is_far(before: Line, after: Line) -> bool:
    lines_between = MAX_ROW_GAP + MAX_LINE_STEP * (before.lines + after.lines - 2)
    return not 0 < (before.baseline - after.baseline) < lines_between * max(before.size, after.size)


def goes_on_with(table: Sequence[Line], page: Sequence[Line]) -> int:
    """With how many lines at the top of a page a table goes on that ended the page before."""
    if not page or not is_row(page[0]):
        return 0
    edges = [cell.right for line in table for cell in line.cells[1:]]
    is_aligned = all(
        any(abs(cell.right - edge) < page[0].size for edge in edges) for cell in page[0].cells[1:]
    )
    return _end_of_run(page, 0) if is_aligned else 0


def _start_with_heads(lines: Sequence[Line], first: int) -> int:
    """Where the heads above the first row begin."""
    start = first
    while start > 0 and first - start < MAX_HEAD_LINES:
        line = lines[start - 1]
        if _is_far(line, lines[start]):
            break
        if _is_head(line):
            start -= 1
            continue
        # the name of the first group stands between the heads and the first row
        is_group = len(line.cells) == 1 and line.words.endswith(":") and len(line.words) < MAX_CELL_CHARS
        if not (is_group and start == first and start > 1 and _is_row_of_heads(lines[start - 2], line)):
            break
        start -= 2
    return start


def _is_row_of_heads(line: Line, below: Line) -> bool:
    return len(line.cells) > 1 and _is_head(line) and not _is_far(line, below)


def _is_head(line: Line) -> bool:
    if len(line.words) > 2 * MAX_CELL_CHARS or line.words.endswith((".", "!", "?", ":")):
        return False
    if len(line.cells) > 1:
        return all(len(cell.words) < MAX_CELL_CHARS for cell in line.cells)
    said = find_statement(line.words, is_head=True)
    return is_period(line.words) or (said is not None and said.factor is not None)


def rows_of_run(lines: Sequence[Line]) -> list[list[RowCell]]:
    """The cells of the lines of a table in their columns."""
    placed = [
        [PlacedCell(cell.left, cell.right, _is_figure_or_nothing(cell.words)) for cell in line.cells]
        for line in lines
    ]
    rows = []
    for line, columns in zip(lines, assign_columns(placed), strict=True):
        row: list[RowCell] = []
        reached = 0
        for cell, (column, span) in zip(line.cells, columns, strict=True):
            row.extend(RowCell() for _ in range(reached, column))
            row.append(RowCell((Piece(cell.words, place=line.page),), column_span=span))
            reached = column + span
        rows.append(row)
    return place_cells(rows)
