"""Cells that say no amount: the day of an event under its head, the version of what a row is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.tables.cells import is_nothing, is_period, read_figures
from claimcheck.tables.figures import load_words
from claimcheck.tables.periods import find_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.article import Table, TableCell

MAX_HEAD_CHARS = 40

_VERSION = re.compile(r"v?\d+(?:\.\d+)+(?:[-. ]?(?:rc|beta|alpha|b|a)\.?\d*)?")
_VERSION_HEAD = re.compile(r"(?:(?:latest|current|stable|last|newest|first)\s+)*versions?\b", re.IGNORECASE)
_DATE_OF = re.compile(
    r"(?:date\s+(?:of\s+)?(?P<after>\w+)|(?P<before>\w+)\s+date|(?P<alone>\w+))", re.IGNORECASE
)


class Fact(NamedTuple):
    """A cell that ties a time or a version to the row that it stands in.

    Attributes:
        kind: of the claim.
        cell, row_head, column_head: where it stands.
        value: the TIMEX3 value, or the version.
        event: what happened then, as the head says it; None for a version.
    """

    kind: Literal["date", "version"]
    cell: TableCell
    row_head: TableCell
    column_head: TableCell
    value: str
    event: str | None


def find_facts(table: Table, text: str) -> Iterator[Fact]:
    """The facts of a table, row by row. Its heads are its first row, none of which is a figure."""
    rows: dict[int, dict[int, TableCell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, {})[cell.column] = cell
    numbers = sorted(rows)
    first = next((number for number in numbers if len(rows[number]) > 1), None)
    if first is None or any(_is_content(text[cell.start : cell.end]) for cell in rows[first].values()):
        return
    stub = min(rows[first])
    heads = {
        column: (cell, event, is_version)
        for column, cell in rows[first].items()
        if column != stub and cell.column_span == 1
        for event, is_version in [_head(text[cell.start : cell.end])]
        if event is not None or is_version
    }
    if not heads:
        return
    for number in numbers:
        if number > first:
            yield from _facts_of(rows[number], stub, heads, text)


def _facts_of(
    row: Mapping[int, TableCell],
    stub: int,
    heads: Mapping[int, tuple[TableCell, str | None, bool]],
    text: str,
) -> Iterator[Fact]:
    row_head = row.get(stub)
    if row_head is None or is_nothing(text[row_head.start : row_head.end]):
        return
    for column, (head, event, is_version) in heads.items():
        cell = row.get(column)
        words = "" if cell is None else text[cell.start : cell.end]
        if cell is None:
            continue
        if event is not None and is_period(words) and (timex := find_period([words])) is not None:
            yield Fact("date", cell, row_head, head, timex, event)
        elif is_version and _VERSION.fullmatch(words):
            yield Fact("version", cell, row_head, head, words.removeprefix("v"), None)


def _is_content(words: str) -> bool:
    return bool(read_figures(words)) or is_period(words)


def _head(words: str) -> tuple[str | None, bool]:
    """The event that a head names ("Released", "Date of birth"), and whether it is one of versions."""
    words = words.strip(" :")
    if len(words) > MAX_HEAD_CHARS:
        return None, False
    found = _DATE_OF.fullmatch(words)
    event = None if found is None else next(part for part in found.groups() if part)
    if event is not None and event.lower() in load_words("event"):
        return event, False
    return None, _VERSION_HEAD.fullmatch(words) is not None
