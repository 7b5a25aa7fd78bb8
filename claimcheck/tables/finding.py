"""Tables in plain text: rows of cells parted by tabs, by upright strokes, or by wide gaps."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.article import Table, TableCell
from claimcheck.lexicons.quantities import load_trend_words
from claimcheck.tables.cells import is_nothing, read_figures
from claimcheck.tables.columns import PlacedCell, assign_columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]

MAX_CELL_CHARS = 600
"""Longer cells are paragraphs that happen to stand behind a tab."""

_STROKE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*|\s*\|\s*:?-{2,}:?\s*\|\s*")
_DRAWN_RULE = re.compile(r"[\s+=_|-]{3,}")
_CELL = re.compile(r"\S(?:[^\n]*?\S)??(?= {3,}|\s*\Z)|\S")
_BULLET = re.compile(r"\s*(?:[-*+•‣▪●◦■□–—·]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
# "Revenue ($B) $14.0 $20.5 down 32%": one line of a table, known by the bracket before its figures
_LABELLED = re.compile(
    r"(?P<label>[A-Z][^\n()]{1,60}\([^()\n]{1,30}\))\s+(?P<figures>(?:\(?[$€£]?\s?\(?\d[\d,.]*\)?%?\)?(?:\s+|$)){1,12})"
)

_NOTE = re.compile(r"\(\d{1,2}\)")  # "Backlog (in millions) (1)"


_ONE_FIGURE = re.compile(r"\S+\s*")


def _goes_on_as_prose(rest: str) -> bool:
    """Whether words other than a trend follow the figure: "fell by (an average of) 12% in 2019"."""
    words = rest.split(maxsplit=1)
    return bool(words) and words[0].islower() and words[0] not in load_trend_words()


class _Line(NamedTuple):
    start: int
    end: int
    cells: tuple[Span, ...]
    form: str  # "tab", "stroke", "gap", "rule", "words"; "" for a blank line


def find_tables(text: str) -> tuple[Table, ...]:
    """The tables of a plain text, in their order."""
    if "\t" not in text and "|" not in text and "   " not in text and "(" not in text:
        return ()
    found: list[Table] = []
    block: list[_Line] = []
    for line in _lines(text):
        if line.form and not (block and line.form == "words" and not _goes_in(line, text)):
            block.append(line)
            continue
        found.extend(_tables_of(block, text))
        block = []
    found.extend(_tables_of(block, text))
    return tuple(found)


def _goes_in(line: _Line, text: str) -> bool:
    """Whether a line of words can be the head of a group of rows."""
    words = text[line.start : line.end]
    return len(words) < 100 and not words.endswith((".", "!", "?")) and not _BULLET.match(words)


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for line in text.split("\n"):
        yield _line(line, position)
        position += len(line) + 1


def _line(line: str, position: int) -> _Line:
    stripped = line.strip()
    if not stripped:
        return _Line(position, position, (), "")
    start = position + len(line) - len(line.lstrip())
    end = start + len(stripped)
    if any(mark in stripped for mark in "|-=") and (_RULE.fullmatch(line) or _DRAWN_RULE.fullmatch(line)):
        return _Line(start, end, (), "rule")
    if "|" in stripped:
        cells = _stroke_cells(line, position)
        if len(cells) > 1 or (len(cells) == 1 and stripped[0] == stripped[-1] == "|"):
            return _Line(start, end, cells, "stroke")
    if "\t" in line.rstrip():
        return _Line(start, end, _tab_cells(line, position), "tab")
    if "   " in stripped and not _BULLET.match(line):
        cells = tuple((position + cell.start(), position + cell.end()) for cell in _CELL.finditer(line))
        if len(cells) > 1:
            return _Line(start, end, cells, "gap")
    return _Line(start, end, ((start, end),), "words")


def _stroke_cells(line: str, position: int) -> tuple[Span, ...]:
    """The cells between strokes, empty ones too; those that close the line at its ends part nothing."""
    edges = [mark.start() for mark in _STROKE.finditer(line)]
    bounds = [-1, *edges, len(line)]
    cells = []
    for left, right in pairwise(bounds):
        is_outer = left < 0 or right == len(line)
        words = line[left + 1 : right]
        if is_outer and not words.strip():
            continue
        cells.append(_trimmed(words, position + left + 1))
    return tuple(cells)


def _tab_cells(line: str, position: int) -> tuple[Span, ...]:
    cells = []
    start = 0
    for piece in line.rstrip().split("\t"):
        cells.append(_trimmed(piece, position + start))
        start += len(piece) + 1
    return tuple(cells)


def _trimmed(words: str, position: int) -> Span:
    stripped = words.strip()
    start = position + len(words) - len(words.lstrip()) if stripped else position
    return start, start + len(stripped)


def _tables_of(block: Sequence[_Line], text: str) -> Iterator[Table]:
    """The table in a run of lines without blank ones, if there is one."""
    rows = [line for line in block if line.form in ("tab", "stroke", "gap")]
    if len(rows) < 2:
        yield from _labelled_lines(block, text)
        return
    form = max(("stroke", "tab", "gap"), key=lambda name: sum(line.form == name for line in rows))
    first = next(index for index, line in enumerate(block) if line.form == form)
    last = max(index for index, line in enumerate(block) if line.form == form)
    lines = [line for line in block[first : last + 1] if line.form in (form, "words", "rule")]
    has_rule = any(line.form == "rule" for line in block)
    kept = [line for line in lines if line.form != "rule"]
    own = [line for line in kept if line.form == form]
    if len(own) < 2 or len(own) * 2 < len(kept) or not (has_rule or _is_regular(own, text)):
        return
    if any(end - start > MAX_CELL_CHARS for line in own for start, end in line.cells):
        return
    heads = _heads_over_rule(block[first : last + 1], form)
    yield _gap_table(kept, text) if form == "gap" else _table(kept, heads)


def _is_regular(rows: Sequence[_Line], text: str) -> bool:
    """Whether rows look like those of a table: as many cells in most of them, or figures in a third."""
    counts = [sum(end > start for start, end in row.cells) for row in rows]
    usual = max(set(counts), key=counts.count)
    if usual > 1 and counts.count(usual) * 2 >= len(counts) and len(rows) > 1:
        return True
    figures = sum(any(read_figures(text[slice(*cell)]) for cell in row.cells[1:]) for row in rows)
    return figures * 3 >= len(rows)


def _heads_over_rule(lines: Sequence[_Line], form: str) -> frozenset[int]:
    """The starts of the rows over a rule that stands behind the first one or two rows: those of the heads."""
    seen: list[int] = []
    for line in lines:
        if line.form == "rule" and seen:
            return frozenset(seen) if len(seen) < 3 else frozenset()
        if line.form == form:
            seen.append(line.start)
    return frozenset()


def _table(lines: Sequence[_Line], heads: frozenset[int]) -> Table:
    cells = [
        TableCell(row, column, start, end, is_head=line.start in heads)
        for row, line in enumerate(lines)
        for column, (start, end) in enumerate(line.cells)
        if end > start
    ]
    return Table(lines[0].start, lines[-1].end, tuple(cells))


def _gap_table(lines: Sequence[_Line], text: str) -> Table:
    """A table whose columns are known by where on the line their cells stand."""
    placed = []
    for line in lines:
        floor = text.rfind("\n", 0, line.start) + 1
        placed.append(
            [PlacedCell(start - floor, end - floor, _is_figure(text[start:end])) for start, end in line.cells]
        )
    cells = [
        TableCell(row, column, start, end, column_span=span)
        for row, (line, columns) in enumerate(zip(lines, assign_columns(placed), strict=True))
        for (start, end), (column, span) in zip(line.cells, columns, strict=True)
    ]
    return Table(lines[0].start, lines[-1].end, tuple(cells))


def _is_figure(words: str) -> bool:
    return is_nothing(words) or bool(read_figures(words))


def _labelled_lines(block: Sequence[_Line], text: str) -> Iterator[Table]:
    """Single lines that name a measure with its scale in brackets and go on with figures."""
    for line in block:
        if line.form != "words":
            continue
        found = _LABELLED.match(text, line.start, line.end)
        if found is None or _NOTE.fullmatch(found["figures"].strip()):
            continue
        if _ONE_FIGURE.fullmatch(found["figures"]) and _goes_on_as_prose(text[found.end() : line.end]):
            continue
        cells = [TableCell(0, 0, *found.span("label"))]
        for column, figure in enumerate(
            re.finditer(r"\(?[$€£]?\s?\(?\d[\d,.]*\)?%?\)?", text[slice(*found.span("figures"))]), 1
        ):
            start = found.start("figures") + figure.start()
            words = figure[0].rstrip(" ,.")
            cells.append(TableCell(0, column, start, start + len(words)))
        yield Table(line.start, cells[-1].end, tuple(cells))
