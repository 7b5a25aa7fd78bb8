"""Cells that say no amount: the day of an event, the version or the technology of what a row is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcheck.claims.relations.technology_labels import relation_in_column
from claimcheck.constructions.listed import is_listed, is_programming_language
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tables.cells import is_nothing, is_period, read_figures
from claimcheck.tables.head_words import load_words
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


Kind = Literal["date", "version", "technology"]

# A name, maybe of two or three words and behind its owner: "quillo/Quillo-2-7B", "Falcon 180B"
_NAME = re.compile(r"(?=[^A-Z\d\n]*[A-Z])[\w+#.-]+(?:/[\w+#.-]+)?(?: [\w+#.-]+){0,2}")


class Fact(NamedTuple):
    """A cell that ties a time, a version or a technology to the row that it stands in.

    Attributes:
        kind: of the claim.
        cell, row_head, column_head: where it stands.
        value: the TIMEX3 value, the version, or the name of the technology.
        event: what happened then, as the head says it; None for a version; the relation of a technology, None
            of a head that does not say which: "Technology".
    """

    kind: Kind
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
        column: (cell, *head)
        for column, cell in rows[first].items()
        if column != stub and cell.column_span == 1
        for head in [_head(text[cell.start : cell.end])]
        if head is not None
    }
    if not heads:
        return
    for number in numbers:
        if number > first:
            yield from _facts_of(rows[number], stub, heads, text)


def _facts_of(
    row: Mapping[int, TableCell],
    stub: int,
    heads: Mapping[int, tuple[TableCell, Kind, str | None]],
    text: str,
) -> Iterator[Fact]:
    row_head = row.get(stub)
    if row_head is None or is_nothing(_words_of(row_head, text)):
        return
    for column, (head, kind, event) in heads.items():
        cell = row.get(column)
        if cell is None:
            continue  # a row that is shorter than its head
        words = _words_of(cell, text)
        if kind == "date" and is_period(words) and (timex := find_period([words])) is not None:
            yield Fact(kind, cell, row_head, head, timex, event)
        elif kind == "version" and _VERSION.fullmatch(words) and not is_period(_words_of(row_head, text)):
            yield Fact(kind, cell, row_head, head, words.removeprefix("v"), None)
        elif kind == "technology" and event is not None and _is_technology(words, event):
            yield Fact(kind, cell, row_head, head, words, event)
        elif kind == "technology" and event is None and is_listed(_UNVERSIONED.sub("", words), "product"):
            yield Fact(kind, cell, row_head, head, words, "built_with")
        elif kind == "technology" and event is None and is_programming_language(words):
            yield Fact(kind, cell, row_head, head, words, "written_in")


def _words_of(cell: TableCell, text: str) -> str:
    return text[cell.start : cell.end]


def _is_technology(words: str, relation: str) -> bool:
    """Whether a cell holds one name of a technology: "Quillo-2-7B", "PyTorch", no list and no sentence."""
    if relation == "written_in":
        return is_programming_language(words)
    return _NAME.fullmatch(words) is not None and words.lower() not in _NO_NAMES and not is_nothing(words)


_NO_NAMES = WordSet("tables/no_name")
_TOOL_HEADS = WordSet("tables/tool_head")
_UNVERSIONED = re.compile(r" v?\d+(?:\.[\dx]+)*\+?$")


def _is_content(words: str) -> bool:
    return bool(read_figures(words)) or is_period(words)


def is_tool_head(words: str) -> bool:
    """Whether a head is over tools, whatever their relation to the row: "Technology"."""
    return words.strip(" :").lower() in _TOOL_HEADS


def _head(words: str) -> tuple[Kind, str | None] | None:
    """What a head is over: the event of a date ("Released"), versions, the relation of a technology."""
    words = words.strip(" :")
    if len(words) > MAX_HEAD_CHARS:
        return None
    relation = relation_in_column(words)
    if relation is not None:
        return "technology", relation
    if is_tool_head(words):
        return "technology", None
    found = _DATE_OF.fullmatch(words)
    event = None if found is None else next(part for part in found.groups() if part)
    if event is not None and event.lower() in load_words("event"):
        return "date", event
    return ("version", None) if _VERSION_HEAD.fullmatch(words) else None
