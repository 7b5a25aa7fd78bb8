"""Forms: runs of short lines in capitals that name fields and what to tick, "6 - VAN (9-15 SEATS)"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.article import Table

Span = tuple[int, int]

MIN_LABELS = 8
"""Fewer lines in capitals may be headings, or the lines of a poster."""

MAX_LABEL_CHARS = 60
MAX_MEAN_CHARS = 30
"""Lines of prose that was typed in capitals are longer."""

MIN_CAPITALS = 0.9
"""Of the letters of a label so many are capitals."""

_LINE = re.compile(r"[^\n]+")
_NO_LABEL = re.compile(r"[.!?]\s*\Z|[\t|]|\S {3,}\S")
"""A sentence ends, or cells of a table are parted."""
_FIELD = re.compile(r"\s*(?:[\[(]\s*[xX]?\s*[\])]|\d{1,2}\s*[-–.)]\s)|[:_☐□]\s*\Z")
"""A line that is numbered, ticked or to be filled in. Headings and flashes of news are not."""
MIN_FIELDS = 0.25
"""So many of the lines of a form are such fields."""
_LETTERS = re.compile(r"[^\W\d_]")


def find_forms(text: str, tables: Sequence[Table] = ()) -> Iterator[Span]:
    """Runs of lines that are labels of a form, with the lines without letters, as of boxes, between them."""
    starts = [table.start for table in tables]
    run: list[Span] = []
    labels: list[str] = []
    for line in _LINE.finditer(text):
        index = bisect_right(starts, line.start()) - 1
        is_cell = index >= 0 and line.start() < tables[index].end
        letters = _LETTERS.findall(line[0])
        if not is_cell and (not letters or _is_label(line[0], letters)):
            run.append(line.span())
            labels += [line[0]] if letters else []
            continue
        yield from _form(run, labels)
        run, labels = [], []
    yield from _form(run, labels)


def _is_label(words: str, letters: Sequence[str]) -> bool:
    is_short = len(words) <= MAX_LABEL_CHARS and not _NO_LABEL.search(words)
    return is_short and len(letters) > 1 and sum(map(str.isupper, letters)) >= MIN_CAPITALS * len(letters)


def _form(run: Sequence[Span], labels: Sequence[str]) -> Iterator[Span]:
    fields = sum(_FIELD.search(label) is not None for label in labels)
    is_form = len(labels) >= MIN_LABELS and fields >= MIN_FIELDS * len(labels)
    if is_form and sum(map(len, labels)) <= MAX_MEAN_CHARS * len(labels):
        yield run[0][0], run[-1][1]
