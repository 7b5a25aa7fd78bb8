"""What the figures of a table are worth: each under the scale, currency, unit and period of its heads.

Where a figure's own cell does not say it, the head of its row is asked, then the heads of its column, the
groups, the title in the table, the caption, and the lines above, in this order. Whatever stays open leaves
the figure out.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.tables.cells import is_period
from claimcheck.tables.head_words import (
    NUMBER_OF,
    PER_ONE,
    is_amount_of,
    is_label,
    is_rate,
    load_words,
    names_paid,
    names_plural,
    names_things,
    opening_phrase,
    says_two_things,
)
from claimcheck.tables.statements import Statement, content_words, find_scales, find_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.article import TableCell
    from claimcheck.tables.cells import Figure
    from claimcheck.tables.page import Page
    from claimcheck.tables.structure import FigureCell

Span = tuple[int, int]

MIN_UNITS_OF_ROWS = 2
"""Rows that are in metres and in litres are what is measured, and the columns the things that have it."""

MAX_COUNTING_CAPTION = 80
"""A longer caption says more than what is counted."""
WHOLE_AMOUNT = 1_000_000
"""Companies that give their accounts in thousands or millions hardly have a table whose largest sum is
so high without saying so; where nothing says so, such sums are whole."""
_LABEL_WORDS = re.compile(r"[^\W\d_]{3,}")
_PRICE = re.compile(r"\b(?:weighted|average|price|fair\s+value|dividends?|exercise|strike)\b", re.IGNORECASE)
_SECURITIES = re.compile(r"\b(?:shares?|units?|options?|warrants?|rights)\b", re.IGNORECASE)
_SIZE = re.compile(r"\d+(?:\.\d+)?(?P<scale>[BMK])")
_MODELS = re.compile(r"\b(?:models?|checkpoints?)\b", re.IGNORECASE)
_PARAMETERS = re.compile(r"\bparam(?:eter)?s?\b", re.IGNORECASE)


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


class _Heads(NamedTuple):
    """The words over and beside a figure: of its row, of row and columns together, and what is counted."""

    row: str
    all: str
    of: Span | None


MIN_MARKS = 3
_MARK_BEHIND = re.compile(r"\d[\d,.]*\s(?P<mark>[A-Z]\d?(?:,\s?[A-Z]\d?)*|[*∗†‡])")
"""A figure with a letter of a legend, "51 A,L1"; three marks of a column that differ are hardly units."""


def _is_bare_decimal(figure: Figure) -> bool:
    return figure.kind == "plain" and bool(figure.decimals) and not figure.is_scaled


class TableReader:
    """The figures of one table."""

    def __init__(self, page: Page, index: int) -> None:
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
        self.signed_columns = self._columns_of_signs()
        self.row_marks: dict[int, set[str]] = {}
        for place in self.layout.figures:
            for figure in place.figures:
                self.row_marks.setdefault(place.cell.row, set()).add(figure.kind)
        self.largest: Decimal = max(
            (abs(f.number or Decimal(0)) for p in self.layout.figures for f in p.figures), default=Decimal(0)
        )
        amounts = [f for p in self.layout.figures for f in p.figures if f.kind in ("plain", "money")]
        said_by_rows = {place.cell.row: self._said_by_row(place) for place in self.layout.figures}
        units = {said.unit for said in said_by_rows.values() if said is not None}
        # "Rent as a % of income | 40%" says of no other row that it is a share
        self.share_rows = {row for row, said in said_by_rows.items() if said and said.unit == "percent"}
        self.are_things_columns = len(units - {None}) >= MIN_UNITS_OF_ROWS
        self.with_decimals = sum(bool(f.decimals) for f in amounts)
        self.without_decimals = sum(f.decimals == 0 for f in amounts)
        broken = [place.cell for place in self.layout.figures if any(map(_is_bare_decimal, place.figures))]
        self.broken_rows = {cell.row for cell in broken}
        self.broken_columns = {cell.column for cell in broken}
        self.marked_columns = self._columns_with_marks()
        self.has_money = any(f.kind == "money" for p in self.layout.figures for f in p.figures)
        heads = {cell for place in self.layout.figures for cell in place.column_heads[-1:]}
        self.medals = heads if sum(map(self._is_medal, heads)) > 1 else frozenset()

    def _columns_with_marks(self) -> frozenset[int]:
        """Columns whose figures have capitals behind them that differ: sources and methods, no units."""
        marks: dict[int, set[str]] = {}
        for cell in self.table.cells:
            found = _MARK_BEHIND.fullmatch(self._text(cell))
            if found is not None:
                marks.setdefault(cell.column, set()).add(found["mark"])
        return frozenset(column for column, found in marks.items() if len(found) >= MIN_MARKS)

    def _columns_of_signs(self) -> frozenset[int]:
        """Columns of several amounts, each with its sign: a bare number beside them is no amount."""
        figures = Counter(place.cell.column for place in self.layout.figures)
        signed = {
            column: {row for row, figure in marks if figure.kind == "money"}
            for column, marks in self.marks.items()
        }
        return frozenset(column for column, rows in signed.items() if 1 < len(rows) == figures[column])

    def _is_medal(self, head: TableCell) -> bool:
        """Whether a head is nothing but "Gold", which counts medals beside "Silver" and "Bronze"."""
        words = self._text(head).lower().removesuffix("medals").strip()
        return words in load_words("medal")

    def _said_by_row(self, place: FigureCell) -> Statement | None:
        return None if place.row_head is None else self.page.statement(place.row_head)

    def read(self) -> Iterator[TableFigure]:
        """The figures that are sure."""
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
        is_per = PER_ONE.search(f"{heads.all} {over}") is not None
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
        phrase = opening_phrase(words)
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
        if is_rate(row) and not PER_ONE.search(row):
            marks = self.row_marks.get(place.cell.row, set())
            return ("percentage", "percent", False, None) if "percent" in marks else nothing
        measure = self._measure(place)
        over = self.page.words(measure) if measure is not None else ""
        if is_rate(over):
            return nothing
        if is_amount_of(over) or any(map(names_things, (row, over))) or _PARAMETERS.search(f"{row} {over}"):
            # "Staff" under "£ thousand" is what they cost or how many they are
            is_open = not over and names_paid(row) and any(said.currency for _, said in statements)
            return nothing if is_open else ("count", None, False, None)
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
        shares = [row for row, figure in marked if figure.kind == "percent" and row not in self.share_rows]
        if money and money[-1].is_scaled:
            return None, False  # below "€412m", "84" is no money
        if money:
            return money[-1], False
        in_row = self._money_beside(place)
        if in_row and not shares and not in_row[0].is_scaled:
            return in_row[0], False
        if shares and not any(figure.kind == "money" for _, figure in marked):
            return None, not self._marks_each(place, shares)
        if not marked and self.has_money:
            above = [
                (row, figure)
                for marked_column, marks in self.marks.items()
                for row, figure in marks
                if figure.kind == "money" and marked_column not in self.signed_columns
            ]
            before = [figure for row, figure in above if row < place.cell.row]
            # "$" stands only in the first column of some tables
            if before and min(self.marks) < column and not self._measure(place):
                return before[-1], False
        return None, False

    def _marks_each(self, place: FigureCell, shares: Sequence[int]) -> bool:
        """Whether a column writes "%" behind each of its shares, so that a bare number is none.

        Tables that write the sign once write it at the top, some again at the bottom.
        """
        column = place.cell.column
        rows = sorted({other.cell.row for other in self.layout.figures if other.cell.column == column})
        return set(rows[:2]) <= set(shares) or not set(rows[1:-1]).isdisjoint(shares)

    def _money_beside(self, place: FigureCell) -> list[Figure]:
        """The amounts in a row, save those that say nothing of other columns: prices ("Price per ticket"),
        and amounts of a column in which each has its sign.
        """
        heads_of = self._heads_over
        return [
            figure
            for beside in self.layout.figures
            if beside.cell.row == place.cell.row and beside.cell.column not in self.signed_columns
            for figure in beside.figures
            if figure.kind == "money"
            and (heads_of(beside) == heads_of(place) or not PER_ONE.search(heads_of(beside)))
        ]

    def _heads_over(self, place: FigureCell) -> str:
        return " ".join(map(self._text, place.column_heads))

    def _is_excepted(self, scale: Statement | None, row: str, heads: str) -> bool:
        """Whether the scale says that it does not hold for this figure."""
        if scale is None or not scale.exceptions:
            return False
        if "per" in scale.exceptions and PER_ONE.search(heads):
            return True
        nouns = content_words(opening_phrase(row))
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


def _marks_by_column(figures: Sequence[FigureCell]) -> Mapping[int, list[tuple[int, Figure]]]:
    """The figures with a sign of their own, by column, from the top down."""
    found: dict[int, list[tuple[int, Figure]]] = {}
    for place in figures:
        for figure in place.figures:
            if figure.kind in ("money", "percent"):
                found.setdefault(place.cell.column, []).append((place.cell.row, figure))
    return found
