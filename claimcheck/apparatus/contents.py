"""Tables of contents: lines that end in page numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.article import is_in_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.article import Table

Span = tuple[int, int]

MIN_CONTENTS_LINES = 5
"""Fewer lines that end in numbers which go up may be a list of something else."""

MAX_LINES_BETWEEN = 2
MAX_LINE_CHARS = 160

_ENTRY_OF_CONTENTS = re.compile(
    r"[ \t]*(?P<words>[^\n]{2,150}?[^\W\d_][^\n]{0,8}?)(?P<gap>[ .·…\t]*)(?P<page>(?:\d{1,2}-)?\d{1,4})[ \t]*"
)
_ENDS_IN_DIGIT = re.compile(r"\d[ \t]*$", re.MULTILINE)


def find_contents(text: str, tables: Sequence[Table] = ()) -> Iterator[Span]:
    """Runs of lines that end in page numbers which never go down."""
    run: list[tuple[int, int, tuple[int, ...]]] = []
    for ending in _ENDS_IN_DIGIT.finditer(text):
        start = text.rfind("\n", 0, ending.start()) + 1
        entry = None
        if ending.end() - start <= MAX_LINE_CHARS:
            entry = _ENTRY_OF_CONTENTS.fullmatch(text, start, ending.end())
        if entry is not None and is_in_table(tables, start):
            entry = None
        page = None if entry is None else tuple(map(int, entry["page"].split("-")))
        goes_on = bool(run) and page is not None and _is_near(text, run[-1][1], start)
        if goes_on and page is not None and len(page) == len(run[-1][2]) and page >= run[-1][2]:
            run.append((start, ending.end(), page))
            continue
        yield from _contents(run)
        run = [] if page is None else [(start, ending.end(), page)]
    yield from _contents(run)


def _is_near(text: str, end: int, start: int) -> bool:
    """Whether at most two short lines without a number stand between two entries."""
    between = text[end:start]
    lines = [line for line in between.split("\n") if line.strip()]
    return len(lines) <= MAX_LINES_BETWEEN and all(
        len(line) <= MAX_LINE_CHARS and line.rstrip()[-1] not in ".!?" for line in lines
    )


def _contents(run: Sequence[tuple[int, int, tuple[int, ...]]]) -> Iterator[Span]:
    if len(run) >= MIN_CONTENTS_LINES and run[0][2] < run[-1][2]:
        yield run[0][0], run[-1][1]
