"""Forms: runs of short lines in capitals that name fields and what to tick, "6 - VAN (9-15 SEATS)", and
numbered fields that are marked as required, "5. City *Required Field 6. State §".
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.article import is_in_table

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
_TICKED = re.compile(r"\s*\d{1,2}\s*[-–]\s[^\t|]*\Z")  # also where an abbreviation ends it, "3 - 26K LBS."
MIN_FIELDS = 0.25
"""So many of the lines of a form are such fields."""
_CODE = re.compile(r"\s*\d{1,2}\s*")
"""What was filled in stands in a line of its own, a code of what could be ticked."""
_LETTERS = re.compile(r"[^\W\d_]")


def find_forms(text: str, tables: Sequence[Table] = ()) -> Iterator[Span]:
    """Runs of lines that are labels of a form, with the lines without letters, as of boxes, between them."""

    def may_belong(line: re.Match[str]) -> bool:
        return _may_be_of_form(line[0]) and not is_in_table(tables, line.start())

    for may_be_form, lines in groupby(_LINE.finditer(text), may_belong):
        run = list(lines) if may_be_form else []
        if _is_form([line[0] for line in run]):
            yield run[0].start(), run[-1].end()


MIN_REQUIRED = 4
MAX_FIELD_CHARS = 160
_REQUIRED = re.compile(
    r"\s*(?:\d{1,2}|[a-z])\.\s+[A-Z].*"
    r"(?:§(?=\s*(?:\d{1,2}\.\s+[A-Z]|\Z))|\*\s?[Rr]equired\b|\([Rr]equired\))"
)


def find_required_fields(text: str) -> Iterator[Span]:
    """Numbered lines that a form marks as required: "3. Address 1 *Required Field", "7. City § 8. State §".

    In a law a number stands behind "§".
    """
    if "§" not in text and "equired" not in text:
        return
    found = [
        line for line in _LINE.finditer(text) if len(line[0]) <= MAX_FIELD_CHARS and _REQUIRED.match(line[0])
    ]
    if len(found) >= MIN_REQUIRED:
        yield from (line.span() for line in found)


def _may_be_of_form(line: str) -> bool:
    """Whether a line is a label, or has no letters."""
    if _LETTERS.search(line) is None:
        return True
    if len(line) > MAX_LABEL_CHARS or (_NO_LABEL.search(line) and not _TICKED.match(line)):
        return False
    letters = _LETTERS.findall(line)
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= MIN_CAPITALS * len(letters)


def _is_form(lines: Sequence[str]) -> bool:
    labels = [line for line in lines if _LETTERS.search(line)]
    if len(labels) < MIN_LABELS or sum(map(len, labels)) > MAX_MEAN_CHARS * len(labels):
        return False
    fields = sum(_FIELD.search(label) is not None for label in labels)
    codes = sum(_CODE.fullmatch(line) is not None for line in lines)
    return fields + codes >= MIN_FIELDS * len(labels)
