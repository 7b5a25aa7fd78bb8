"""The numbers that stand beside the lines of transcripts, and beside paragraphs, for reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.lines import with_cells
from claimcheck.reading.pdf.places import NARROWEST_COLUMN_CHARS
from claimcheck.tables.cells import read_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Line

MIN_NUMBERED_LINES = 8
"""So many lines in a row that are numbered 1, 2, 3 ... are numbered for reference."""

MIN_LINES_GOING_ON = 3
"""It takes no more of them where the count goes on from the page before."""

MAX_LINE_DIGITS = 4
MAX_EDGE_SHIFT = 4.0
"""The numbers are set flush, at their left or at their right, within so many points."""

_PARAGRAPH_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}\.?")
MIN_BLANKS = 3

MAX_ROW_SHARE = 1 / 3
"""With a higher share of rows it is a table whose first column counts: ranks or years."""

_NumberedLine = tuple[int, int]
"""The place of a line on its page, and the number it begins with or is."""


class LineNumbers:
    """Takes the numbers of lines off the pages of a document, which are given one by one in their order."""

    def __init__(self) -> None:
        self._last: int | None = None
        """The last number of the page before."""

    def taken_off(self, lines: list[Line]) -> list[Line]:
        """The lines of the next page without their numbers, and without those that are nothing else."""
        numbers = [
            (index, int(line.cells[0].words))
            for index, line in enumerate(lines)
            if line.cells and line.cells[0].words.isdecimal() and len(line.cells[0].words) <= MAX_LINE_DIGITS
        ]
        run = max(_runs(numbers), key=len, default=[])
        if not self._is_numbering(lines, run):
            return lines
        self._last = run[-1][1]
        numbered = {index for index, _ in run}
        return [
            _without_first_cell(line) if index in numbered else line
            for index, line in enumerate(lines)
            if index not in numbered or len(line.cells) > 1
        ]

    def _is_numbering(self, lines: Sequence[Line], run: Sequence[_NumberedLine]) -> bool:
        goes_on = bool(run) and self._last is not None and run[0][1] == self._last + 1
        if len(run) < (MIN_LINES_GOING_ON if goes_on else MIN_NUMBERED_LINES):
            return False
        cells = [lines[index].cells[0] for index, _ in run]
        edges = [cell.left for cell in cells], [cell.right for cell in cells]
        if all(max(places) - min(places) > MAX_EDGE_SHIFT for places in edges):
            return False
        return sum(_is_in_table(lines[index]) for index, _ in run) <= MAX_ROW_SHARE * len(run)


def has_number_apart(line: Line) -> bool:
    """Whether a line begins a paragraph whose number stands in the margin, as reports and laws have them."""
    if len(line.cells) != 2:
        return False
    number, words = line.cells[0].words, line.cells[1].words
    is_prose = len(words) >= NARROWEST_COLUMN_CHARS and words[0].isupper() and words.count(" ") >= MIN_BLANKS
    return (
        is_prose and _PARAGRAPH_NUMBER.fullmatch(number) is not None and line.words.startswith(f"{number} ")
    )


def _runs(numbers: Sequence[_NumberedLine]) -> list[list[_NumberedLine]]:
    """Numbers that count up by one, in one stretch each."""
    runs: list[list[_NumberedLine]] = []
    for numbered in numbers:
        if not runs or numbered[1] != runs[-1][-1][1] + 1:
            runs.append([])
        runs[-1].append(numbered)
    return runs


def _is_in_table(line: Line) -> bool:
    """Whether there are figures in cells of their own behind the first one."""
    return any(read_figures(cell.words) for cell in line.cells[1:])


def _without_first_cell(line: Line) -> Line:
    return with_cells(line, line.cells[1:])
