"""How the lines of a PDF stand: their usual size and distance, and where their columns end."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Line

MAX_SIZE_CHANGE = 0.12
"""Headings differ from the text by more than this share of its size; words of code among it are about a tenth
smaller."""

FULL_LINE_SHARE = 0.8
"""A line of prose that is wider than this share of its column can be full although a word would have
fitted.
"""

COLUMN_POINTS = 14
"""Lines that begin within so many points of each other, or one such step apart, are in one column."""

SAME_WIDTH = 0.9
"""Of the lines of a column three are so wide at least, against the widest that is its measure."""

NARROWEST_COLUMN_CHARS = 25
"""Newspapers set their columns hardly narrower; a page of shorter lines is a list, a table or a poem."""


def differ_in_size(one: Line, other: Line) -> bool:
    """Whether one of two lines is larger, as headings and notes are."""
    return bool(one.size and other.size and abs(one.size - other.size) > MAX_SIZE_CHANGE * one.size)


def find_usual_size(lines: Sequence[Line]) -> float:
    """The size that most of the signs have, in points; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def find_usual_gap(lines: Sequence[Line]) -> float:
    """The usual distance of two baselines, as a multiple of the size."""
    gaps = []
    for before, after in pairwise(lines):
        gap = gap_between(before, after)
        if gap is not None and 0 < gap < 3:
            gaps.append(round(gap, 2))
    return median(gaps) if gaps else 1.2


def gap_between(before: Line, after: Line) -> float | None:
    """The distance of two baselines on a page, as a multiple of the size; negative for a step upwards."""
    if before.page != after.page:
        return None
    return (before.baseline - after.baseline) / before.size


class ColumnEdge(NamedTuple):
    """Where the column of a line ends, in points, and whether its lines show that: so many are as long."""

    right: float
    is_shown: bool


def find_column_edges(lines: Sequence[Line]) -> list[ColumnEdge]:
    """For each line where the longest line ends that begins at the same place of its page."""
    keys = [(line.page, round(line.left / COLUMN_POINTS)) for line in lines]
    ends: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for key, line in zip(keys, lines, strict=True):
        ends[key].append(line.right - line.left)
    widths: defaultdict[tuple[int, int], tuple[float, bool]] = defaultdict(lambda: (0.0, False))
    for key, found in ends.items():
        # heads and feet over all columns are no measure of the first one
        widest = sorted(found, reverse=True)
        shown = (
            width for width, third in zip(widest, widest[2:], strict=False) if third > SAME_WIDTH * width
        )
        measure = next(shown, None)
        widths[key] = (widest[0], False) if measure is None else (measure, True)
    edges = []
    for (page, left), line in zip(keys, lines, strict=True):
        # the first line of a paragraph is set in
        width, is_shown = max(widths[page, left], widths[page, left - 1], widths[page, left - 2])
        edges.append(ColumnEdge(line.left + width, is_shown))
    return edges


def is_full_line(line: Line, after: Line, edge: float) -> bool:
    """Whether the first word of the next line would not have fitted on a line, or hardly."""
    if len(line.words) < NARROWEST_COLUMN_CHARS:
        return False
    is_wide = line.right - line.left > FULL_LINE_SHARE * (edge - line.left)
    return is_wide or has_no_room_for(line, after, edge)


def has_no_room_for(line: Line, after: Line, edge: float) -> bool:
    """Whether the first word of the next line would not have fitted between a line and the edge."""
    width = (line.right - line.left) / len(line.words)
    first_word = len(after.words.partition(" ")[0]) + 1
    return line.right + first_word * width > edge - width
