"""Marks of list items that a file draws apart from their words: all bullets of a page behind its text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimcheck.reading.pdf.lines import Line

_UNNAMED_SIGN = re.compile("[\x80-\x9f\ue000-\uf8ff](?= [A-Za-z]{3}| [A-Za-z]+ [a-z]{2})")
"""A mark from a font of signs, whose character the file does not tell: code points without a meaning."""

BULLETS = "•‣▪●◦■□·➢➤►▶✓✔◆❖"
_MARK = re.compile(rf"[{BULLETS}∙]|\(?(?:\d{{1,2}}|[a-z])[.)]")
_WORDS = re.compile(r"[^\W\d_]{3,}.*\s\S")
"""An item has words; what stands beside a dot in a formula or a chart has none."""

MAX_GAP = 3.0
"""A mark stands so near before its item, in sizes of its line."""

LEVEL = 0.25
"""A mark and its item differ in height by less than this, in sizes of the line."""


MIN_RINGS = 3
"""So many lines of a page begin with the same ring where it marks items, and none with another figure."""

_RING = re.compile(r"[0Oo](?= [^\W\d_]{2})")
"""Word sets an "o" before items of the second level, and OCR reads rings as noughts."""
_FIGURE = re.compile(r"[1-9]\d? [^\W\d_]{2}")


def with_marks_of_items(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, with marks that the file gives elsewhere before the items they stand beside."""
    rings = Counter(ring[0] for line in lines if (ring := _RING.match(line.words)))
    are_figures = any(_FIGURE.match(line.words) for line in lines)
    marks_of_page = {ring for ring, count in rings.items() if count >= MIN_RINGS and not are_figures}
    lines = [_with_named_mark(line, marks_of_page) for line in lines]
    marks = {place: line for place, line in enumerate(lines) if _MARK.fullmatch(line.words)}
    if not marks:
        return lines
    found: dict[int, Line] = {}
    used: set[int] = set()
    for place, mark in marks.items():
        if place + 1 < len(lines) and _gap_behind(mark, lines[place + 1]) is not None:
            continue  # they follow each other, and are put together as cells of a row
        beside = [
            (gap, other)
            for other, line in enumerate(lines)
            if other not in found
            and _WORDS.search(line.words)
            and (gap := _gap_behind(mark, line)) is not None
        ]
        if beside:
            _, item = min(beside)
            found[item] = replace(lines[item], words=f"{mark.words} {lines[item].words}", parts=())
            used.add(place)
    return [found.get(place, line) for place, line in enumerate(lines) if place not in used]


def _with_named_mark(line: Line, rings: Collection[str]) -> Line:
    """A line whose first sign marks an item, as a ring or as one that nothing is told of, with a bullet."""
    is_ring = line.words[0] in rings and _RING.match(line.words) is not None
    if not is_ring and _UNNAMED_SIGN.match(line.words) is None:
        return line
    first, *others = line.cells
    cells = (replace(first, words=f"•{first.words[1:]}"), *others)
    return replace(line, words=f"•{line.words[1:]}", cells=cells, parts=())


def _gap_behind(mark: Line, line: Line) -> float | None:
    """How far a line begins behind a mark on its level; None where it does not stand beside it."""
    gap = line.left - mark.right
    is_level = abs(line.baseline - mark.baseline) < LEVEL * line.size
    return gap if is_level and -1.0 < gap < MAX_GAP * line.size else None
