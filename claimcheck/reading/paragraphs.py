"""Putting a text together from the paragraphs of a file, with its places: what all rich formats share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.article import Article, Places, Table, TableCell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from claimcheck.article import PlaceUnit
    from claimcheck.reading.table_rows import Piece, RowCell

# White space that mark-up does not mean; a no-break space is meant.
_INDENT = " \t\r\n\xa0\u2003\u2002"
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_NO_TEXT = re.compile("[\0-\x08\x0e-\x1f\x7f\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")

MAX_PARTS = 4096


class Paragraphs:
    """A text that grows: paragraphs with a blank line between them, rows of a table on lines of their own.

    Runs of blanks become one space, as on a page; control characters are dropped, and what is no character
    becomes U+FFFD.
    """

    def __init__(self, unit: PlaceUnit | None = None) -> None:
        self._unit = unit
        self._stretches: list[str] = []
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""  # stands between what was added and what comes next
        self._place: int | None = None
        self._starts: list[int] = []
        self._numbers: list[int | None] = []
        self._asides: list[tuple[int, int]] = []
        self._tables: list[Table] = []

    def set_place(self, number: int | None) -> None:
        """What is added from now on stands on this page or line."""
        self._place = number

    def add(self, text: str, *, is_aside: bool = False) -> int | None:
        """Go on with the paragraph. An aside is read, but holds no claims.

        Returns:
            Where the words begin; None where there are none.
        """
        text = _BLANKS.sub(" ", _SURROGATE.sub("\ufffd", _NO_TEXT.sub("", text)))
        words = text.strip(" ")
        if text.startswith(" ") and not self._gap:
            self._gap = " "
        if not words:
            return None
        if self._length:
            self._append(self._gap)
        self._gap = " " if text.endswith(" ") else ""
        if self._unit is not None and (not self._numbers or self._numbers[-1] != self._place):
            self._starts.append(self._length)
            self._numbers.append(self._place)
        start = self._length
        self._append(words)
        if is_aside:
            self._asides.append((start, self._length))
        return start

    def add_table(
        self, rows: Sequence[Sequence[RowCell]], *, caption: Sequence[Piece] = (), tells_spans: bool = False
    ) -> None:
        """A table, with its caption as a paragraph above it: a row a line, a tab before each further column.

        Args:
            rows: as `place_cells` gives them.
            caption: its words.
            tells_spans: whether the file says which cells span several columns.
        """
        self.end_paragraph()
        captioned = self._add_pieces(caption)
        self.end_paragraph()
        cells = []
        for number, row in enumerate(rows):
            column = 0
            for cell in row:
                for _ in range(column, cell.column):
                    self.end_cell()
                column = cell.column
                span = self._add_pieces(cell.pieces)
                if span is not None:
                    spans = cell.row_span, cell.column_span
                    cells.append(TableCell(number, cell.column, *span, *spans, is_head=cell.is_head))
            self.end_line()
        self.end_paragraph()
        if cells:
            table = Table(cells[0].start, cells[-1].end, tuple(cells), captioned, tells_spans=tells_spans)
            self._tables.append(table)

    def _add_pieces(self, pieces: Sequence[Piece]) -> tuple[int, int] | None:
        """Add words; return where they stand."""
        first = None
        for number, piece in enumerate(pieces):
            self.set_place(piece.place)
            words = piece.text if number else piece.text.lstrip(_INDENT)  # steps of row heads are no words
            start = self.add(words, is_aside=piece.is_aside)
            first = start if first is None else first
        return None if first is None else (first, self._length)

    def end_cell(self) -> None:
        """What comes next stands in the next column."""
        self._gap = self._gap.rstrip(" ") + "\t"

    def end_line(self) -> None:
        """What comes next stands on the next line of the same paragraph or table."""
        if self._gap != "\n\n":
            self._gap = "\n"

    def end_paragraph(self) -> None:
        """What comes next stands behind a blank line."""
        self._gap = "\n\n"

    def article(
        self,
        source: str,
        *,
        title: str | None = None,
        author: str | None = None,
        published: dt.date | None = None,
    ) -> Article:
        """The text so far as an article."""
        places = None
        if self._unit is not None:
            places = Places(self._unit, tuple(self._starts), tuple(self._numbers))
        return Article(
            source,
            "".join([*self._stretches, *self._parts, "\n" if self._length else ""]),
            published,
            title=title,
            author=author,
            places=places,
            asides=tuple(self._asides),
            tables=tuple(self._tables),
        )

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        if len(self._parts) >= MAX_PARTS:  # as one string they take half of the memory
            self._stretches.append("".join(self._parts))
            self._parts.clear()
