"""The rows of tables on a page of a PDF: words, then figures; a row head may take several lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.lines import Cell, with_cells
from claimcheck.reading.pdf.places import differ_in_size
from claimcheck.tables.cells import is_nothing, is_period, read_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Line

MAX_CELL_CHARS = 90

MAX_STACK_LINES = 4
MAX_LINE_STEP = 1.6
"""Heads in several lines: so many of them, and so far apart in sizes."""

MAX_STEP_CHANGE = 1.08
"""The lines of one head are equally far apart."""

_OPEN_ENDS = frozenset("and or of to in for the a an with by from on at before after less net — – -".split())

SAME_LEVEL = 0.3
"""Baselines that differ by less, in sizes, are one."""

MIN_CELLS_OF_FACTS = 3
_VERSION = re.compile(r"v?\d+(?:\.\d+){1,3}")


def with_whole_rows(lines: Sequence[Line]) -> list[Line]:
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
        if start < len(found) and not _goes_on_as_head(found, start):
            break
        start -= 1
    if start == len(found):
        return start
    shift = SAME_LEVEL * figures.size
    is_level = found[start].baseline + shift >= figures.baseline >= found[-1].baseline - shift
    return start if is_level else len(found)


def _goes_on_as_head(found: Sequence[Line], start: int) -> bool:
    """Whether the line before a place begins the head whose next lines follow: the name of a group of rows
    stands further above them than they stand apart.
    """
    above, line = found[start - 1], found[start]
    if above.words.endswith(":") or not goes_on_below(above, line):
        return False
    if start + 1 == len(found):
        return True
    step = line.baseline - found[start + 1].baseline
    return above.baseline - line.baseline < MAX_STEP_CHANGE * step


def _is_all_figures(line: Line, first: int = 0) -> bool:
    """Whether the cells from a place on are figures, or say that there is none."""
    cells = [cell.words for cell in line.cells[first:]]
    told = [bool(read_figures(words)) for words in cells]
    return any(told) and all(map(is_figure_or_nothing, cells))


def is_figure_or_nothing(words: str) -> bool:
    """Whether a cell is a figure, or says that there is none."""
    return is_nothing(words) or bool(read_figures(words))


def _is_beside(line: Line, figures: Line) -> bool:
    """Whether a line can be one of those of the head of a row, left of its figures."""
    is_near = abs(line.baseline - figures.baseline) < MAX_STACK_LINES * MAX_LINE_STEP * line.size
    is_left = len(line.cells) == 1 and line.right < figures.left
    return is_near and is_left and len(line.words) < MAX_CELL_CHARS and not differ_in_size(line, figures)


def goes_on_below(line: Line, below: Line) -> bool:
    """Whether a line stands right below another one, and begins where that begins."""
    step = line.baseline - below.baseline
    return 0 < step < MAX_LINE_STEP * line.size and abs(line.left - below.left) < 2 * line.size


def _is_wrapped(found: Sequence[Line], start: int, row: Line) -> bool:
    """Whether the line above goes on in the words of a row: it ends, or these begin, amid a phrase."""
    above, below = found[start - 1], found[start] if start < len(found) else row
    if len(above.cells) != 1 or above.right > row.cells[1].left or not goes_on_below(above, below):
        return False
    first = below.cells[0].words
    last = above.words.rpartition(" ")[2].lower()
    return first[0].islower() or last in _OPEN_ENDS or above.words.endswith(",")


def _joined(head: Sequence[Line], row: Line) -> Line:
    """One row: the words of its head and its own as one cell, then its figures."""
    own = row.cells if is_figure_or_nothing(row.cells[0].words) else row.cells[1:]
    parts = [line.words for line in head]
    if len(own) < len(row.cells):
        parts.append(row.cells[0].words)
    first = Cell(" ".join(parts), min(line.left for line in head), max(line.right for line in head))
    lines = row.lines + sum(line.lines for line in head)
    return replace(with_cells(row, (first, *own)), lines=lines)


def is_row(line: Line) -> bool:
    """Whether a line is a row with figures: words, then cells most of which are figures or say that there
    is none.
    """
    if len(line.cells) < 2 or any(len(cell.words) > MAX_CELL_CHARS * line.lines for cell in line.cells):
        return False
    figures = [bool(read_figures(cell.words)) for cell in line.cells]
    if any(figures) and line.parts and not any(read_figures(part.words) for part in line.parts):
        return False  # heads set close, such as "2022" and "% Change"
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
