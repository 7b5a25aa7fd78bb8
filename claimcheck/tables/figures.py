"""What the figures of a table are worth: each under the scale, currency, unit and period of its heads.

Where a figure's own cell does not say it, the head of its row is asked, then the heads of its column, the
groups, the title in the table, the caption, and the lines above, in this order. Whatever stays open leaves
the figure out.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.tables.cells import is_period
from claimcheck.tables.head_words import (
    NUMBER_OF,
    first_phrase,
    is_amount_of,
    is_label,
    is_rate,
    load_words,
    names_plural,
    names_things,
    says_two_things,
)
from claimcheck.tables.statements import (
    Statement,
    content_words,
    find_currency,
    find_scales,
    find_statement,
)
from claimcheck.tables.structure import read_layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.article import Table, TableCell
    from claimcheck.tables.cells import Figure
    from claimcheck.tables.structure import FigureCell, Layout

Span = tuple[int, int]

MAX_CAPTION_CHARS = 400
MIN_UNITS_OF_ROWS = 2
"""Rows that are in metres and in litres are what is measured, and the columns the things that have it."""

MAX_COUNTING_CAPTION = 80
"""A longer caption says more than what is counted."""

PARAGRAPHS_ABOVE = 3
"""So many paragraphs above a table may say what its figures count in; another table ends them."""

WHOLE_AMOUNT = 1_000_000
"""Companies that give their accounts in thousands or millions hardly have a table whose largest sum is so
high
without saying so; where nothing says so, such sums are whole."""


@dataclass(frozen=True, slots=True)
class TableFigure:
    """A figure with everything that its table says of it. Offsets are those of the article.

    Attributes:
        start, end: the figure.
        kind: the kind of claim it makes.
        figure: as the cell has it.
        number, low, high: with scale and sign.
        unit: currency or unit; None for numbers of things.
        of: what is counted or measured, None where only the row says it.
        place: the cell under its heads.
        caption: the caption, or the line above.
        scale: the words that scale it, and the factor.
        unit_words: the words outside of the cell that give its unit.
        is_per: whether it is an amount for one of something.
    """

    start: int
    end: int
    kind: str
    figure: Figure
    number: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    unit_assumed: bool
    of: Span | None
    place: FigureCell
    caption: Span | None
    titles: tuple[TableCell, ...]
    scale: Statement | None
    unit_words: Span | None


@dataclass(frozen=True, slots=True)
class PageFigures:
    """The figures of all tables of a text.

    Attributes:
        sure: those whose worth is sure, in reading order.
        scaled_from: from here on the text says that all amounts are in thousands, millions and so on, also
            those in sentences; None where it nowhere does.
    """

    sure: tuple[TableFigure, ...]
    scaled_from: int | None


def find_figures(text: str, tables: Sequence[Table]) -> PageFigures:
    """The figures of all tables of a text."""
    layouts = [read_layout(table, text) for table in tables]
    if not any(layout.figures for layout in layouts):
        return PageFigures((), None)
    page = _Page(text, tables, layouts)
    sure = tuple(
        figure
        for index, layout in enumerate(layouts)
        if layout.figures
        for figure in _TableReader(page, index).read()
    )
    return PageFigures(sure, min((said.start for said in page.scales if said.reach), default=None))


_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_MONEY_IN_WORDS = re.compile(r"[$€£¥₹][\s\u00a0]?\d[\d,.]*\s(?:[mb]illion|trillion|thousand)\b")
_LABEL_WORDS = re.compile(r"[^\W\d_]{3,}")
_PER = re.compile(
    r"\bper\b|(?:[$€£¥₹¢]|\bcents|\bpence)\s?/\s?[A-Za-z]|/\s?(?:share|unit|day)\b|\bEPS\b", re.IGNORECASE
)
_PRICE = re.compile(r"\b(?:weighted|average|price|fair\s+value|dividends?|exercise|strike)\b", re.IGNORECASE)
_SECURITIES = re.compile(r"\b(?:shares?|units?|options?|warrants?|rights)\b", re.IGNORECASE)
_SIZE = re.compile(r"\d+(?:\.\d+)?(?P<scale>[BMK])")
_MODELS = re.compile(r"\b(?:models?|checkpoints?)\b", re.IGNORECASE)
_PARAMETERS = re.compile(r"\bparam(?:eter)?s?\b", re.IGNORECASE)


class _Page:
    """What the text around the tables says of all of them."""

    def __init__(self, text: str, tables: Sequence[Table], layouts: Sequence[Layout]) -> None:
        self.text = text
        self.tables = tables
        self.layouts = layouts
        self.paragraph_ends = [found.end() for found in _PARAGRAPH_END.finditer(text)]
        self.scales = list(self._scales_of_text())
        heads = {
            cell
            for layout in layouts
            for figure in layout.figures
            for cell in (*figure.column_heads, *figure.groups, *layout.titles)
        }
        self.statements: dict[TableCell, Statement | None] = {}
        self.has_scales = bool(self.scales) or any(
            (said := self.statement(cell)) is not None and said.factor not in (None, 1) for cell in heads
        )
        self.has_money_in_words = _MONEY_IN_WORDS.search(text) is not None
        self.currency = self._only_currency()

    def words(self, span: Span) -> str:
        return self.text[span[0] : span[1]]

    def statement(self, cell: TableCell) -> Statement | None:
        """What a head says, with offsets of the article."""
        if cell not in self.statements:
            words = self.text[cell.start : cell.end]
            # "W" heads wins, "t" and "N" statistics; as units they stand in brackets or beside a measure
            is_letter = len(words) == 1 and words.isalpha()
            said = None if is_letter else find_statement(words, is_head=True)
            self.statements[cell] = None if said is None else said.moved(cell.start)
        return self.statements[cell]

    def _scales_of_text(self) -> Iterator[Statement]:
        """The scales that running text gives, paragraph by paragraph and without the tables."""
        bounds = [0, *self.paragraph_ends, len(self.text)]
        starts = [table.start for table in self.tables]
        for start, end in pairwise(bounds):
            if start == end:
                continue
            index = bisect_right(starts, start) - 1
            if index >= 0 and start < self.tables[index].end:
                continue
            words = self.text[start:end].rstrip()
            found = [said.moved(start) for said in find_scales(words)]
            if not found and len(words) < 80 and not words.endswith("."):
                said = find_statement(words, is_head=True)
                if said is not None and said.factor not in (None, 1):
                    found = [said.moved(start)]
            yield from found

    def _only_currency(self) -> str | None:
        """The currency of the figures of a text that has only one."""
        found = {
            figure.unit
            for layout in self.layouts
            for cell in layout.figures
            for figure in cell.figures
            if figure.kind == "money"
        }
        found |= {said.currency for said in self.scales if said.currency}
        for symbol in re.finditer(r"(?:[A-Z]{1,3})?[$€£¥₹]", self.text):
            currency = find_currency(symbol[0])
            if currency is not None:
                found.add(currency[0])
            if len(found) > 1:
                break
        return found.pop() if len(found) == 1 else None

    def above(self, index: int) -> tuple[Statement | None, Span | None]:
        """What the lines above a table say of its scale, and the nearest of them that can be its caption."""
        table = self.tables[index]
        floor = self.tables[index - 1].end if index else 0
        last = bisect_left(self.paragraph_ends, table.start + 1)
        starts = [
            start
            for start in self.paragraph_ends[max(0, last - PARAGRAPHS_ABOVE - 1) : last]
            if start > floor
        ]
        first = min(starts[-PARAGRAPHS_ABOVE - 1 :], default=floor) if floor or last > PARAGRAPHS_ABOVE else 0
        near = [said for said in self.scales if max(first, floor) <= said.start < table.start]
        far = [said for said in self.scales if said.reach and said.start < table.start]
        below = [
            said for said in self.scales if 0 <= said.start - table.end < 200 and self._is_next(table, said)
        ]
        said = near or below or far or self._of_only_table()
        return said[-1] if said else None, self._caption(table, floor)

    def _of_only_table(self) -> list[Statement]:
        """What the text says of scale where it has one table with figures and says one thing."""
        is_only = sum(bool(layout.figures) for layout in self.layouts) == 1
        return self.scales[-1:] if is_only and len({said.factor for said in self.scales}) == 1 else []

    def _is_next(self, table: Table, said: Statement) -> bool:
        """Whether a line right below a table says it."""
        gap = self.text[table.end : said.start].strip()
        return len(gap) < 40 and not any(table.end < other.start < said.start for other in self.tables)

    def _caption(self, table: Table, floor: int) -> Span | None:
        """The marked caption, or the sentence above that leads to the table."""
        if table.caption is not None:
            return table.caption
        above = self.text[floor : table.start].rstrip()
        start = floor + max((found.end() for found in _PARAGRAPH_END.finditer(above)), default=0)
        if "\n" in self.text[start : floor + len(above)]:
            start = max(start, floor + above.rfind("\n") + 1)
        end = floor + len(above)
        while start < end and self.text[start].isspace():
            start += 1
        if end - start > MAX_CAPTION_CHARS:
            cut = max(self.text.rfind(mark, end - MAX_CAPTION_CHARS, end - 1) for mark in (". ", "; "))
            if cut < 0:
                return None
            start = cut + 2
        if end <= start or self._is_other_prose(start, end):
            return self._caption_below(table)
        return start, end

    def _is_other_prose(self, start: int, end: int) -> bool:
        """Whether what stands above a table is a paragraph of the text that does not lead to it."""
        words = self.text[start:end]
        is_prose = words.endswith((".", ".”", '."', ".)")) and words.count(" ") >= MIN_PROSE_SPACES
        return is_prose and _LEADS_TO_TABLE.search(words) is None

    def _caption_below(self, table: Table) -> Span | None:
        found = _CAPTION_BELOW.match(self.text, table.end)
        return None if found is None else found.span("words")


MIN_PROSE_SPACES = 8
_LEADS_TO_TABLE = re.compile(
    r"\b(?:table|following|follows|below|summar\w+|reconcil\w+|presents?|sets? (?:forth|out)"
    r"|(?:in|of) (?:thousands|millions|billions))\b"
    r"|[$€£]\s?(?:000|m)\b",
    re.IGNORECASE,
)
_CAPTION_BELOW = re.compile(r"\s*(?P<words>Table\s+(?:\d[\d.]*|[IVX]+)\b[^\n]{0,200})")


class _Heads(NamedTuple):
    """The words over and beside a figure: of its row, of row and columns together, and what is counted."""

    row: str
    all: str
    of: Span | None


MIN_MARKS = 3
_MARK_BEHIND = re.compile(r"\d[\d,.]*\s(?P<mark>[A-Z]\d?(?:,\s?[A-Z]\d?)*|[*∗†‡])")
"""A figure with a letter of a legend, "51 A,L1"; three marks of a column that differ are hardly units."""


class _TableReader:
    """The figures of one table."""

    def __init__(self, page: _Page, index: int) -> None:
        self.page = page
        self.table = page.tables[index]
        self.layout = page.layouts[index]
        self.above, self.caption = page.above(index)
        if self.table.caption is not None:
            words = page.words(self.table.caption)
            said = next(find_scales(words), None) or find_statement(words, is_head=True)
            if said is not None:
                self.above = said.moved(self.table.caption[0])
        self.marks = _marks_by_column(self.layout.figures)
        self.row_marks: dict[int, set[str]] = {}
        for place in self.layout.figures:
            for figure in place.figures:
                self.row_marks.setdefault(place.cell.row, set()).add(figure.kind)
        self.largest: Decimal = max(
            (abs(f.number or Decimal(0)) for p in self.layout.figures for f in p.figures), default=Decimal(0)
        )
        amounts = [f for p in self.layout.figures for f in p.figures if f.kind in ("plain", "money")]
        units = {said.unit for place in self.layout.figures if (said := self._said_by_row(place)) is not None}
        self.are_things_columns = len(units - {None}) >= MIN_UNITS_OF_ROWS
        self.with_decimals = sum(bool(f.decimals) for f in amounts)
        self.without_decimals = sum(f.decimals == 0 for f in amounts)
        broken = [
            place.cell for place in self.layout.figures if any(_is_bare_decimal(f) for f in place.figures)
        ]
        self.broken_rows = {cell.row for cell in broken}
        self.broken_columns = {cell.column for cell in broken}
        self.marked_columns = self._columns_with_marks()
        self.has_money = any(f.kind == "money" for p in self.layout.figures for f in p.figures)
        heads = {cell for place in self.layout.figures for cell in place.column_heads[-1:]}
        self.medals = heads if sum(map(self._is_medal, heads)) > 1 else frozenset()

    def _columns_with_marks(self) -> frozenset[int]:
        """Columns whose figures have capitals behind them that differ: sources and methods, no units."""
        marks: dict[int, set[str]] = {}
        for place in self.layout.figures:
            found = _MARK_BEHIND.fullmatch(self._text(place.cell))
            if found is not None:
                marks.setdefault(place.cell.column, set()).add(found["mark"])
        return frozenset(column for column, found in marks.items() if len(found) >= MIN_MARKS)

    def _is_medal(self, head: TableCell) -> bool:
        """Whether a head is nothing but "Gold", which counts medals beside "Silver" and "Bronze"."""
        words = self._text(head).lower().removesuffix("medals").strip()
        return words in load_words("medal")

    def _said_by_row(self, place: FigureCell) -> Statement | None:
        return None if place.row_head is None else self.page.statement(place.row_head)

    def read(self) -> Iterator[TableFigure]:
        """The figures that are sure; none where the table is the index of a book."""
        if _is_index(self.table, self.page.text):
            return
        for place in self.layout.figures:
            if self._is_left_out(place):
                continue
            for figure in place.figures:
                found = self._worth(place, figure)
                if found is not None:
                    yield found

    def _is_left_out(self, place: FigureCell) -> bool:
        """Whether a cell is no statement: its row has no head, its column holds numbers of notes or pages,
        figures with marks, or has a head that is that of two columns.
        """
        if place.row_head is None or place.cell.column in self.marked_columns:
            return True
        heads = [self._text(cell) for cell in place.column_heads]
        return any(is_label(words) for words in heads[-1:]) or any(map(says_two_things, heads))

    def _text(self, cell: TableCell) -> str:
        return self.page.text[cell.start : cell.end]

    def _statements(self, place: FigureCell) -> Iterator[tuple[str, Statement]]:
        """What the heads say, the nearest first, with where it is said."""
        cells = [("row", place.row_head)] if place.row_head is not None else []
        cells += [("column", cell) for cell in reversed(place.column_heads)]
        cells += [("group", cell) for cell in reversed(place.groups)]
        cells += [("title", cell) for cell in self.layout.titles]
        for where, cell in cells:
            assert cell is not None
            said = self.page.statement(cell)
            if said is not None:
                yield where, said
        if self.above is not None:
            yield "above", self.above

    # --- What a figure is ----------------------------------------------------------------------------------

    def _worth(self, place: FigureCell, figure: Figure) -> TableFigure | None:
        statements = list(self._statements(place))
        scale = next((said for _, said in statements if said.factor is not None), None)
        kind, unit, assumed, unit_words = self._kind(place, figure, statements)
        if not kind:
            return None
        row = self._text(place.row_head) if place.row_head is not None else ""
        of = self._of(place, kind, row, scale)
        if kind == "percentage":
            unit = "percent" if unit is None else unit
            return self._figure(place, figure, kind, unit, assumed, None, of, unit_words)
        heads = " ".join([row, *(self._text(cell) for cell in place.column_heads)])
        applied: Statement | None = None
        if not figure.is_scaled and figure.per is None:
            measured = next((said for _, said in statements if said.unit == unit), None)
            is_sure, applied = self._scale_of(place, figure, kind, scale, measured, _Heads(row, heads, of))
            if not is_sure:
                return None
        if kind == "count" and _PARAMETERS.search(heads):
            kind = "parameter_count"
        elif kind == "count" and not place.column_heads and (size := _SIZE.fullmatch(self._text(place.cell))):
            if size["scale"] == "K" or not self._is_of_models():
                return None  # "671B" under no head: of what is not said
            kind, of = "parameter_count", None
        return self._figure(place, figure, kind, unit, assumed, applied, of, unit_words)

    def _of(self, place: FigureCell, kind: str, row: str, scale: Statement | None) -> Span | None:
        """What is measured or counted, as the heads or the caption say."""
        of = None if kind == "count" and self.are_things_columns else self._measure(place)
        if of is None and kind == "count" and scale is None and not (names_things(row) or is_rate(row)):
            return self._counted_by_caption()
        return of

    def _scale_of(
        self,
        place: FigureCell,
        figure: Figure,
        kind: str,
        scale: Statement | None,
        measured: Statement | None,
        heads: _Heads,
    ) -> tuple[bool, Statement | None]:
        """Whether the scale of a figure is sure, and the scale; None for face value.

        `scale` is the nearest one that the heads state, `measured` the nearest statement of the unit.
        """
        over = " ".join(self._text(cell) for cell in place.groups)
        is_per = _PER.search(f"{heads.all} {over}") is not None
        factor = scale.factor if scale is not None else None
        is_excepted = self._is_excepted(scale, heads.row, heads.all)
        if factor is not None and factor > 1 and self._is_odd(figure):
            # "21.56" among figures in thousands: a price, if the heads say so, and nothing sure if not
            return kind == "money" and (is_per or _PRICE.search(heads.all) is not None), None
        if kind == "money":
            if factor is not None and factor < 1:
                return True, scale  # cents
            if is_per or is_excepted:
                return True, None
            return scale is not None or self._is_whole_money(figure), scale
        is_of_money = scale is not None and scale.currency is not None
        if kind == "measurement":
            if measured is not None and measured.factor is not None:
                return True, measured
            # "in thousands" over a column of tonnes: of which is not said
            return scale is None or is_of_money or is_excepted, None
        if is_per:
            return False, None
        if scale is not None and not is_of_money:
            return True, None if is_excepted else scale
        return self._is_plain_number(place, figure, heads.row, heads.of, scale), None

    def _is_of_models(self) -> bool:
        """Whether the caption says that a table is of models: "Orbit Models"."""
        return self.caption is not None and _MODELS.search(self.page.words(self.caption)) is not None

    def _counted_by_caption(self) -> Span | None:
        """What the caption says is counted in all cells: "Employees" of "Employees by country"."""
        if self.caption is None:
            return None
        words = self.page.words(self.caption)
        phrase = first_phrase(words)
        is_short = len(words) <= MAX_COUNTING_CAPTION and len(phrase) < len(words)
        if not is_short or not (names_things(words) or NUMBER_OF.match(words)):
            return None
        return self.caption[0], self.caption[0] + len(phrase)

    def _figure(
        self,
        place: FigureCell,
        figure: Figure,
        kind: str,
        unit: str | None,
        assumed: bool,
        scale: Statement | None,
        of: Span | None,
        unit_words: Span | None,
    ) -> TableFigure | None:
        factor = scale.factor if scale is not None and scale.factor is not None else Decimal(1)
        number, low, high = (
            None if amount is None else amount * factor for amount in (figure.number, figure.low, figure.high)
        )
        if kind in ("count", "parameter_count"):
            amounts = [amount for amount in (number, low, high) if amount is not None]
            if any(amount != amount.to_integral_value() for amount in amounts):
                return None
        if scale is not None and scale.factor == 1:
            scale = None
        start = place.cell.start
        return TableFigure(
            start + figure.start,
            start + figure.end,
            kind,
            figure,
            number,
            low,
            high,
            unit,
            assumed,
            of,
            place,
            self.caption,
            self.layout.titles,
            scale,
            unit_words,
        )

    def _kind(
        self, place: FigureCell, figure: Figure, statements: Sequence[tuple[str, Statement]]
    ) -> tuple[str, str | None, bool, Span | None]:
        """The kind of claim, its unit, whether the unit is a guess, and the words that give it; no kind:
        "".
        """
        if figure.kind == "percent":
            return "percentage", figure.unit, False, None
        if figure.kind == "money":
            return "money", *self._country(figure, statements)
        if figure.kind == "measure":
            return "measurement", figure.unit, False, None
        if figure.kind == "count":
            return "count", None, False, None
        row = self._text(place.row_head) if place.row_head is not None else ""
        for where, said in statements:
            span = said.start, said.end
            if said.unit == "percent" and where in ("row", "column"):
                return (
                    ("percentage", "percent", False, span)
                    if not figure.is_scaled
                    else ("", None, False, None)
                )
            if said.unit is not None and (where != "above" or said.factor is not None):
                return "measurement", said.unit, False, span
            if said.currency is not None and where in ("row", "column"):
                if where == "column" and (names_things(row) or is_rate(row)):
                    break
                if (
                    where == "column"
                    and names_things(row, role="asset")
                    and not self._is_money_here(figure, statements)
                ):
                    return "", None, False, None
                return "money", said.currency, said.currency_assumed, span
        return self._kind_by_others(place, figure, row, statements)

    def _is_money_here(self, figure: Figure, statements: Sequence[tuple[str, Statement]]) -> bool:
        """Whether a row such as "Vehicles", in a column of money, can hold no number of vehicles.

        A scale that is not said of money alone holds for numbers of things too, which nobody gives in
        millions beside their worth; and things have no decimals.
        """
        scale = next((said for _, said in statements if said.factor is not None), None)
        is_general = scale is not None and scale.currency is None and scale.exceptions <= {"per", "share"}
        return (
            bool(figure.decimals)
            or is_general
            or (figure.number is not None and abs(figure.number) >= 10_000)
        )

    def _country(
        self, figure: Figure, statements: Sequence[tuple[str, Statement]]
    ) -> tuple[str | None, bool, Span | None]:
        """The currency of a cell; "$" is that of a head which names the country."""
        if figure.currency_assumed:
            for _, said in statements:
                if said.currency is not None and not said.currency_assumed:
                    return said.currency, False, (said.start, said.end)
        return figure.unit, figure.currency_assumed, None

    def _kind_by_others(
        self, place: FigureCell, figure: Figure, row: str, statements: Sequence[tuple[str, Statement]]
    ) -> tuple[str, str | None, bool, Span | None]:
        """The kind of a bare number: that of the marked figures around it, or of what the caption says."""
        nothing = "", None, False, None
        if is_rate(row) and not _PER.search(row):
            marks = self.row_marks.get(place.cell.row, set())
            return ("percentage", "percent", False, None) if "percent" in marks else nothing
        measure = self._measure(place)
        over = self.page.words(measure) if measure is not None else ""
        if is_rate(over):
            return nothing
        if names_things(row) or names_things(over) or _PARAMETERS.search(f"{row} {over}"):
            return "count", None, False, None
        money, percent = self._marked(place)
        if (
            money is not None
            and names_things(row, role="asset")
            and not self._is_money_here(figure, statements)
        ):
            return nothing
        if money is None and not percent and names_things(row, role="asset"):
            return "count", None, False, None
        if money is not None:
            unit, assumed, span = self._country(money, statements)
            return "money", unit, assumed or money.currency_assumed, span
        if percent:
            is_share = figure.number is not None and abs(figure.number) <= 1000 and not figure.is_grouped
            return ("percentage", "percent", False, None) if is_share else nothing
        for _, said in statements:
            if said.currency is not None:
                return "money", said.currency, said.currency_assumed, (said.start, said.end)
        scale = next((said for _, said in statements if said.factor is not None), None)
        if scale is not None and self.page.currency is not None and not over:
            return "money", self.page.currency, True, None
        return "count", None, False, None

    def _marked(self, place: FigureCell) -> tuple[Figure | None, bool]:
        """The figure with a currency that a bare number in its column or row goes by, or whether it is a
        share.
        """
        column = place.cell.column
        marked = [
            (row, figure) for row, figure in self.marks.get(column, ()) if figure.kind in ("money", "percent")
        ]
        money = [figure for row, figure in marked if figure.kind == "money" and row <= place.cell.row]
        shares = [row for row, figure in marked if figure.kind == "percent"]
        if money and money[-1].is_scaled:
            return None, False  # below "€412m", "84" is no money
        if money:
            return money[-1], False
        in_row = self._money_beside(place)
        if in_row and not shares and not in_row[0].is_scaled:
            return in_row[0], False
        if shares and not any(figure.kind == "money" for _, figure in marked):
            return None, True
        if not marked and self.has_money:
            above = [
                (row, figure)
                for marks in self.marks.values()
                for row, figure in marks
                if figure.kind == "money"
            ]
            before = [figure for row, figure in above if row < place.cell.row]
            # "$" stands only in the first column of some tables
            if before and min(self.marks) < column and not self._measure(place):
                return before[-1], False
        return None, False

    def _money_beside(self, place: FigureCell) -> list[Figure]:
        """The amounts in a row, save prices ("Price per ticket"), which say nothing of other columns."""
        heads_of = self._heads_over
        return [
            figure
            for beside in self.layout.figures
            if beside.cell.row == place.cell.row
            for figure in beside.figures
            if figure.kind == "money"
            and (heads_of(beside) == heads_of(place) or not _PER.search(heads_of(beside)))
        ]

    def _heads_over(self, place: FigureCell) -> str:
        return " ".join(map(self._text, place.column_heads))

    # --- Whether its scale is sure
    # -----------------------------------------------------------------------------

    def _is_excepted(self, scale: Statement | None, row: str, heads: str) -> bool:
        """Whether the scale says that it does not hold for this figure."""
        if scale is None or not scale.exceptions:
            return False
        if "per" in scale.exceptions and _PER.search(heads):
            return True
        nouns = content_words(first_phrase(row))
        return bool((scale.exceptions - {"per"}) & nouns) and names_things(row)

    def _is_odd(self, figure: Figure) -> bool:
        """Whether a figure has decimals where those of the table have none."""
        if not figure.decimals or figure.is_grouped:
            return False
        return self.without_decimals * 3 > self.with_decimals * 2

    def _is_whole_money(self, figure: Figure) -> bool:
        """Whether money under no scale is to be taken at its face value."""
        if figure.decimals == 2 and figure.number is not None and abs(figure.number) < 1000:
            return True
        if self.page.has_scales:
            return False
        return self.largest >= WHOLE_AMOUNT or not self.page.has_money_in_words

    def _is_plain_number(
        self, place: FigureCell, figure: Figure, row: str, of: Span | None, scale: Statement | None
    ) -> bool:
        """Whether a number of things under no scale is to be taken at its face value."""
        if figure.decimals and not figure.is_scaled:
            return False
        if scale is not None and _SECURITIES.search(f"{row} {self.page.words(of) if of else ''}"):
            return False  # "dollars in thousands" over shares, which some give in thousands too
        if NUMBER_OF.match(row) or names_things(row):
            return True
        if of is not None and (names_things(self.page.words(of)) or NUMBER_OF.match(self.page.words(of))):
            return True
        if scale is not None or self.page.has_scales:
            return False
        if any(cell in self.medals and self._is_medal(cell) for cell in place.column_heads[-1:]):
            return True
        if self._has_decimals_around(place):
            return False  # scores, whose mean stands in their row and their column
        is_of_row = names_plural(row) and (not self.has_money or self._is_beside_whole_money(place))
        if of is not None and (names_plural(self.page.words(of)) or is_amount_of(self.page.words(of))):
            return True
        return bool(place.column_heads) and is_of_row

    def _has_decimals_around(self, place: FigureCell) -> bool:
        """Whether bare numbers with decimals stand in the row and in the column of a cell."""
        return place.cell.row in self.broken_rows and place.cell.column in self.broken_columns

    def _is_beside_whole_money(self, place: FigureCell) -> bool:
        """Whether the money above a bare number has its scale in its own cells: "€412m" over "84"."""
        marked = [figure for _, figure in self.marks.get(place.cell.column, ()) if figure.kind == "money"]
        return bool(marked) and all(figure.is_scaled for figure in marked)

    def _measure(self, place: FigureCell) -> Span | None:
        """The head of the column that says what is measured, if one does."""
        for cell in reversed(place.column_heads):
            words = self._text(cell)
            if is_period(words) or not _LABEL_WORDS.search(words):
                continue
            said = self.page.statement(cell)
            if said is not None and said.end - said.start >= len(words) - 1:
                continue
            if content_words(words) <= load_words("general") | {"%", "the", "of", "in", "vs"}:
                continue
            return cell.start, cell.end
        return None


MIN_INDEX_ROWS = 8
MIN_LETTER_ROWS = 2
_PAGES_OF_ENTRY = re.compile(r"\d{1,4}(?:(?:, ?|[-–])\d{1,4})*")


def _is_index(table: Table, text: str) -> bool:
    """Whether a table is an index: names in the order of the alphabet, pages behind them, and rows that are
    nothing but the letter that the next names begin with.
    """
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(text[cell.start : cell.end])
    entries = [cells[0] for cells in rows.values() if len(cells) > 1]
    if len(entries) < MIN_INDEX_ROWS:
        return False
    if not all(_PAGES_OF_ENTRY.fullmatch(words) for cells in rows.values() for words in cells[1:]):
        return False
    letters = sum(len(cells) == 1 and len(cells[0]) == 1 for cells in rows.values())
    ordered = sum(one[:1].lower() <= other[:1].lower() for one, other in pairwise(entries))
    return letters >= MIN_LETTER_ROWS and ordered * 4 >= 3 * (len(entries) - 1)


def _marks_by_column(figures: Sequence[FigureCell]) -> Mapping[int, list[tuple[int, Figure]]]:
    """The figures with a sign of their own, by column, from the top down."""
    found: dict[int, list[tuple[int, Figure]]] = {}
    for place in figures:
        for figure in place.figures:
            if figure.kind in ("money", "percent"):
                found.setdefault(place.cell.column, []).append((place.cell.row, figure))
    return found


def _is_bare_decimal(figure: Figure) -> bool:
    return figure.kind == "plain" and bool(figure.decimals) and not figure.is_scaled
