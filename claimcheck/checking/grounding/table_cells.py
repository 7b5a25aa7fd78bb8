"""The numbers of the tables of the sources, each with the words of its row and of its column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.findings import Place
from claimcheck.checking.texts import pieces_of, small_words, words_of
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tables.finding import find_tables
from claimcheck.tables.statements import find_statement
from claimcheck.tables.structure import read_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.article import Table
    from claimcheck.checking.texts import Piece
    from claimcheck.result import Document

ABOVE = 200
"""So many characters before a table can say what its figures are in."""

NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
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
    return frozenset((*(w for w in words_of(text) if w not in small_words()), *NUMERAL.findall(text)))
