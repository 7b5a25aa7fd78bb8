"""Items of lists whose marks are drawn or left out, as slides have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.language import load_small_words
from claimcheck.reading.pdf.line_ends import SENTENCE_END, WORD_REACH
from claimcheck.reading.pdf.places import differ_in_size, has_no_room_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Line
    from claimcheck.reading.pdf.places import ColumnEdge

MIN_ITEMS = 3
"""Three lines in a row that each begin like a sentence, and of which none ends one, are no prose."""


def find_items(lines: Sequence[Line], edges: Sequence[ColumnEdge]) -> set[int]:
    """The lines that are each an item of its own. Where no line has room for the first word of the next one,
    it is prose whose lines begin with capitals by chance.
    """
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        is_next = not run or (lines[run[-1]].page == line.page and not differ_in_size(lines[run[-1]], line))
        if _is_item(line) and is_next:
            run.append(index)
            continue
        found.update(run if _are_items(lines, edges, run) else ())
        run = [index] if _is_item(line) else []
    found.update(run if _are_items(lines, edges, run) else ())
    return found


def _are_items(lines: Sequence[Line], edges: Sequence[ColumnEdge], run: Sequence[int]) -> bool:
    return len(run) >= MIN_ITEMS and not all(
        has_no_room_for(lines[index], lines[index + 1], edges[index].right) for index in run[:-1]
    )


def _is_item(line: Line) -> bool:
    words = line.words
    last = words.rpartition(" ")[2].lower()
    return (
        " " in words
        and not words[0].islower()
        and words[-1] not in ",-–—"
        and last not in load_small_words()
        and not SENTENCE_END.search(words[-WORD_REACH:])
    )
