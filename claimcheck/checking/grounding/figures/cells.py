"""Figures of tables: a cell is known by the words of its row and of its column, whatever sentence is near."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import is_given_as
from claimcheck.checking.findings import Place, make_finding
from claimcheck.checking.grounding.derivations.amounts import is_worked_out
from claimcheck.checking.grounding.figures.rivals import clause_of
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import pieces_of, small_words, words_of
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tables.finding import find_tables
from claimcheck.tables.statements import find_statement
from claimcheck.tables.structure import read_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.article import Table
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Piece
    from claimcheck.result import Document

ABOVE = 200
"""So many characters before a table can say what its figures are in."""

MOST_APART = 20
"""What is so many times as much as the figure of a cell is of something else."""

_NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
_SCALES = {"thousand": Decimal(1000), "million": Decimal(1_000_000), "billion": Decimal(1_000_000_000)}
_SCALE = WordPattern(r"\b(?P<scale><checking/scale>)s\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table.

    Attributes:
        place: the number in its document.
        number: as it is written.
        unit: `percent` or a currency or a unit where the cell has one.
        factors: what it may be multiplied by: one, and the scales that the table names.
        row, column: the telling words and numerals of both heads.
        heads: both heads as written.
    """

    place: Place
    number: Decimal
    unit: str | None
    factors: tuple[Decimal, ...]
    row: frozenset[str]
    column: frozenset[str]
    heads: str


def cells_of(document: Document) -> Iterator[Cell]:
    """The numbers of the tables in the text of a document that stand alone in their cells under two heads."""
    for piece in pieces_of(document):
        if "\t" in piece.text or "|" in piece.text:
            for table in find_tables(piece.text):
                yield from _cells(table, piece, document.source)


def _cells(table: Table, piece: Piece, source: str) -> Iterator[Cell]:
    text = piece.text
    above = text[max(0, table.start - ABOVE) : table.start]
    for found in read_layout(table, text).figures:
        figure = found.figures[0]
        if found.row_head is None or len(found.figures) != 1 or figure.number is None:
            continue
        row = text[found.row_head.start : found.row_head.end].strip()
        column = " ".join(text[head.start : head.end] for head in found.column_heads).strip()
        start = piece.start + found.cell.start
        place = Place(
            source=source,
            start=start + figure.start,
            end=start + figure.end,
            text=text[found.cell.start + figure.start : found.cell.start + figure.end],
        )
        factors = tuple(sorted({Decimal(1), *_factors((row, column, above))}))
        yield Cell(
            place,
            figure.number,
            figure.unit,
            factors,
            _tokens(row),
            _tokens(column),
            ", ".join(filter(None, (row, column))),
        )


def _factors(texts: Iterable[str]) -> Iterator[Decimal]:
    for text in texts:
        statement = find_statement(text, is_head=True)
        if statement is not None and statement.factor is not None:
            yield statement.factor
        yield from (_SCALES[found["scale"].lower()] for found in _SCALE.finditer(text))


def _tokens(text: str) -> frozenset[str]:
    """The telling words of a head, and its numerals; the point of the calendar where it is one: "Q1 2024"."""
    dates = [date for date in find_dates(text) if date.text.strip() == text.strip()]
    if dates:
        return frozenset({dates[0].timex})
    return frozenset((*(w for w in words_of(text) if w not in small_words()), *_NUMERAL.findall(text)))


def table_finding(
    figure: Figure, place: Place, answer: ParsedSentence, cells: Sequence[Cell]
) -> Finding | None:
    """The verdict on a figure of whose row and column the answer speaks; None where it names no cell.

    A figure that was worked out of the cells of one row is borne out by them.
    """
    if not cells or not is_on("ground/table"):
        return None
    said = _said(answer, answer.sentence.text)
    rows = [cell for cell in cells if _is_said(cell.row, said) and _are_of_one_unit(figure, cell)]
    own = _said(answer, _without_other_clauses(figure, answer))
    named = [cell for cell in rows if _is_said(cell.column, own)]
    held = _held(figure, named or rows) or _apart(figure, answer, rows)
    if held:
        return make_finding(
            "ground/table",
            "borne_out",
            kind=figure.kind,
            place=place,
            evidence=[cell.place for cell in held],
            reason=f"the table gives {' and '.join(cell.place.text for cell in held)} for {held[0].heads}",
        )
    near = [cell for cell in named if any(_is_near(figure, cell.number * factor) for factor in cell.factors)]
    if not near or figure.is_range or len(near) != len(named) or is_worked_out(answer.sentence.text):
        return None
    return make_finding(
        "ground/table",
        "differs",
        kind=figure.kind,
        place=place,
        evidence=[cell.place for cell in near],
        reason=f"the table gives {near[0].place.text} for {near[0].heads}, not {figure.shown()}",
    )


def _held(figure: Figure, cells: Sequence[Cell]) -> list[Cell]:
    """The cell that gives a figure, or the two that give the ends of a range."""
    ends = figure.ends() or (figure,)
    found = [
        next((cell for cell in cells if any(is_given_as(end, value) for value in _values(cell))), None)
        for end in ends
    ]
    return [cell for cell in found if cell is not None] if None not in found else []


def _values(cell: Cell) -> list[Decimal]:
    return [cell.number * factor for factor in cell.factors]


def _apart(figure: Figure, answer: ParsedSentence, rows: Sequence[Cell]) -> list[Cell]:
    """Two cells of a row that are so far apart as a figure, where the answer says that it was worked out."""
    if figure.is_range or not is_worked_out(answer.sentence.text):
        return []
    for one, other in combinations(rows, 2):
        gaps = (abs(a - b) for a, b in zip(_values(one), _values(other), strict=False))
        if one.row == other.row and any(gap and is_given_as(figure, gap) for gap in gaps):
            return [one, other]
    return []


def _without_other_clauses(figure: Figure, answer: ParsedSentence) -> str:
    """A sentence without the clauses of its other figures: "seven medals, two of them gold"."""
    text = answer.sentence.text
    first, last = clause_of(figure, answer.figures, answer.sentence)
    for other in answer.figures:
        start, end = clause_of(other, answer.figures, answer.sentence)
        if end <= first or start >= last:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _said(answer: ParsedSentence, text: str) -> frozenset[str]:
    """What some text of an answer can name heads by: its words in all forms, its numerals and its dates."""
    held = frozenset(words_of(text))
    words = (family(word) | base_forms(word) for word in answer.content if word in held)
    said = frozenset().union(*words, frozenset()) | frozenset(_NUMERAL.findall(text))
    said |= frozenset(date.timex for date in find_dates(text))
    return said | {"total"} if _IN_ALL.search(text) else said


def _is_said(head: frozenset[str], said: frozenset[str]) -> bool:
    """Whether an answer names a head in full."""
    return bool(head) and all(word in said or not base_forms(word).isdisjoint(said) for word in head)


def is_of_table(timex: str, answer: ParsedSentence, cells: Sequence[Cell]) -> bool:
    """Whether a point of the calendar is a head of a table, of which an answer names the other head too."""
    heads = [cell for cell in cells if timex in cell.row | cell.column]
    said = _said(answer, answer.sentence.text) if heads else frozenset()
    return any(_is_said(cell.row, said) and _is_said(cell.column, said) for cell in heads)


_IN_ALL = WordPattern(r"\b(?:<checking/summed>)\b", re.IGNORECASE)


def _are_of_one_unit(figure: Figure, cell: Cell) -> bool:
    """Whether a figure can be that of a cell by its unit; a bare number of a table is of any but percent."""
    if "percent" in (figure.unit, cell.unit):
        return figure.unit == cell.unit
    return figure.kind not in ("ordinal", "score", "multiple") and (
        None in (figure.unit, cell.unit) or figure.unit == cell.unit
    )


def _is_near(figure: Figure, value: Decimal) -> bool:
    small, large = sorted((abs(figure.low), abs(value)))
    return bool(small) and large <= small * MOST_APART
