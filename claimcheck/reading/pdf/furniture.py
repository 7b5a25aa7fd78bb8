"""What stands on the pages of a PDF beside their text: running heads, page numbers, contents."""

from __future__ import annotations

import itertools
import re
from collections import deque
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.line_ends import WORD_REACH
from claimcheck.reading.pdf.places import differ_in_size

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.reading.pdf.lines import Line

EDGE_LINES = 3
"""At most so many lines at the top and at the bottom of a page are running heads or feet."""

HEAD_REACH = 2
"""A running head stands on one of the next pages too: left and right pages may have heads of their own."""

MIN_COUNTED_PAGES = 2
"""A number at the edge of a page is its number if so many of the pages around go on counting."""

MAX_PAGE_DIGITS = 4

MAX_EDGE_CHARS = 80

_NUMBER = re.compile(r"\d+")
_LOWER_ROMAN = re.compile(r"[ivxl]{1,6}")
_ROMAN = re.compile(r"[ivxlc]+|[IVXLC]+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"(?:[ ]?[.…·]){5}[ ]?(?P<page>\d{1,4}|[ivxlc]{1,6})\Z")

_Edged = tuple[list["Line"], tuple[list[int], list[int]]]
"""A page, and the places of the lines at its edges."""


def without_running_heads(pages: Iterable[list[Line]]) -> Iterator[list[Line]]:
    """The lines of each page without what stands at the same edge of its neighbours too."""
    seen: set[tuple[str, ...]] = set()
    window: deque[_Edged | None] = deque([None] * (2 * HEAD_REACH + 1), 2 * HEAD_REACH + 1)
    edged = ((lines, _edges(lines)) for lines in pages)
    for coming in itertools.chain(edged, itertools.repeat(None, HEAD_REACH)):
        window.append(coming)
        page = window[HEAD_REACH]
        if page is None:
            continue
        neighbours = [
            (place - HEAD_REACH, other)
            for place, other in enumerate(window)
            if other is not None and place != HEAD_REACH
        ]
        yield _without_edges(page, neighbours, seen)


def _without_edges(
    page: _Edged, neighbours: Sequence[tuple[int, _Edged]], seen: set[tuple[str, ...]]
) -> list[Line]:
    """The lines of a page without its running heads and feet."""
    lines, edges = page
    dropped: set[int] = set()
    for side in (0, 1):  # top and bottom
        others = [(distance, [near[place] for place in both[side]]) for distance, (near, both) in neighbours]
        for place in edges[side]:
            if place in dropped or not _is_running(lines[place], others):
                break
            dropped.add(place)
    body = [line for place, line in enumerate(lines) if place not in dropped]
    if not neighbours:
        body = _without_page_number(body)
    if not body and (words := tuple(line.words for line in lines)) and words not in seen:
        # slides with the same few words: they are said once
        seen.add(words)
        body = [line for line in lines if not _PAGE_NUMBER.fullmatch(line.words)]
    return _without_contents(body)


def _without_contents(lines: list[Line]) -> list[Line]:
    """Lines without entries of contents, which dots lead to page numbers that never go down."""
    entries = {
        index: found["page"]
        for index, line in enumerate(lines)
        if (found := _CONTENTS_LINE.search(line.words[-WORD_REACH:])) is not None
    }
    pages = [int(number) for number in entries.values() if number.isdecimal()]
    if any(before > after for before, after in itertools.pairwise(pages)):
        return lines  # amounts, which dots lead to as well
    return [line for index, line in enumerate(lines) if index not in entries]


def _edges(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The places of the lines at the top and at the bottom of a page, the outermost first."""
    downwards = sorted(range(len(lines)), key=lambda place: -lines[place].baseline)
    edge = min(EDGE_LINES, len(lines))
    return downwards[:edge], downwards[::-1][:edge]


def _is_running(line: Line, neighbours: Sequence[tuple[int, Sequence[Line]]]) -> bool:
    if _LOWER_ROMAN.fullmatch(line.words):  # of a preface, whose next pages may be empty
        return True
    if _is_numbered_with(line, neighbours):
        return True
    return any(_is_same_head(line, other, distance) for distance, lines in neighbours for other in lines)


def _is_numbered_with(line: Line, neighbours: Sequence[tuple[int, Sequence[Line]]]) -> bool:
    """Whether a line begins or ends with a number that those of the pages around count on to, whatever else
    they say: "8.2. Tides 57" before "58 Chapter 8. Boats".
    """
    number = _number_at_edge(line)
    if number is None:
        return False
    counted = sum(
        any(_number_at_edge(other) == number + distance for other in lines) for distance, lines in neighbours
    )
    return counted >= MIN_COUNTED_PAGES


def _number_at_edge(line: Line) -> int | None:
    if len(line.words) > MAX_EDGE_CHARS or line.words[-1] in ".!?":
        return None
    words = line.words.split()
    numbers = [
        int(word) for word in (words[0], words[-1]) if word.isdecimal() and len(word) <= MAX_PAGE_DIGITS
    ]
    return numbers[0] if len(set(numbers)) == 1 else None


def _is_same_head(here: Line, there: Line, distance: int) -> bool:
    """Whether two lines are the same but for a page number that is higher by the distance of the pages."""
    if differ_in_size(here, there):  # a title that later pages repeat as their head
        return False
    if _ROMAN.fullmatch(here.words) and _ROMAN.fullmatch(there.words):
        return True
    # on a page with several scripts the letters of a browser's head may be set apart
    one, other = here.words.replace(" ", ""), there.words.replace(" ", "")
    if _NUMBER.split(one) != _NUMBER.split(other):
        return False
    numbers = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    changes = [int(after) - int(before) for before, after in numbers if before != after]
    if not changes:
        # A table may repeat a row of numbers by chance; words that come back at the edge are a head.
        return any(character.isalpha() for character in here.words)
    return changes == [distance]


def _without_page_number(lines: list[Line]) -> list[Line]:
    """A single page without its number."""
    for edge in (0, -1):
        match = _PAGE_NUMBER.fullmatch(lines[edge].words) if len(lines) > 1 else None
        if match and match["number"] == "1":
            del lines[edge]
    return lines
