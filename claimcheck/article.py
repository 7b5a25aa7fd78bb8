"""The types that the early stages share: what was read, and the stretches it is cut into."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence

DateOrder = Literal["mdy", "dmy", "ymd"]
PlaceUnit = Literal["page", "line"]


@dataclass(frozen=True, slots=True)
class Places:
    """Where in the file the text of an article stands.

    Attributes:
        unit: what is counted, from 1: pages of a PDF, lines of an HTML or Markdown source.
        starts: offsets into the text, ascending; from each of them on the next number holds.
        numbers: one per start; None where the place is not known.
    """

    unit: PlaceUnit
    starts: tuple[int, ...]
    numbers: tuple[int | None, ...]

    def at(self, offset: int) -> int | None:
        """The page or line of the character at `offset`.

        >>> Places("page", (0, 1500), (1, 2)).at(1499)
        1
        """
        index = bisect_right(self.starts, offset) - 1
        return self.numbers[index] if index >= 0 else None

    def moved(self, move: Callable[[int, int], tuple[int, int]]) -> Places:
        """The places of another form of the text, whose stretches `move` tells."""
        return replace(self, starts=tuple(move(start, start)[0] for start in self.starts))


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell with words in it; empty cells are not kept.

    Attributes:
        row, column: its place in the grid, from 0; that of its upper left corner where it spans several.
        start, end: offsets into the text, half-open, without outer white space.
        row_span, column_span: how many rows and columns it covers.
        is_head: whether the file marks it as a head.
    """

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it stands in the text of an article: a row a line, the cells of a row in their order.

    Attributes:
        start, end: offsets of the rows, half-open.
        cells: in reading order.
        caption: offsets of what the file marks as the caption.
        tells_spans: whether the file says which cells span several columns. Where it does not, a head stands
            over the columns to its right that have none of their own.
    """

    start: int
    end: int
    cells: tuple[TableCell, ...]
    caption: tuple[int, int] | None = None
    tells_spans: bool = False

    def moved(self, move: Callable[[int, int], tuple[int, int]]) -> Table:
        """The table in another form of the text, whose stretches `move` tells."""
        start, end = move(self.start, self.end)
        cells = []
        for cell in self.cells:
            first, last = move(cell.start, cell.end)
            cells.append(replace(cell, start=first, end=last))
        caption = None if self.caption is None else move(*self.caption)
        return replace(self, start=start, end=end, cells=tuple(cells), caption=caption)


def is_in_table(tables: Sequence[Table], offset: int) -> bool:
    """Whether an offset lies in one of the tables, which stand in reading order."""
    index = bisect_right(tables, offset, key=_start_of) - 1
    return index >= 0 and offset < tables[index].end


_start_of = attrgetter("start")


DecimalMark = Literal["comma", "point"]
UnitSystem = Literal["metric", "us", "imperial"]


@dataclass(frozen=True, slots=True)
class NumberHints:
    """What is known of the numbers of a text that it does not say itself.

    Attributes:
        currency: ISO 4217, of signs that several countries use: "$" as CAD.
        decimal: the mark of decimals; `comma` for "1.234,5".
        unit_system: of gallons, pints and tons: `us`, `imperial` or, for tons, `metric`.
    """

    currency: str | None = None
    decimal: DecimalMark | None = None
    unit_system: UnitSystem | None = None


NO_HINTS = NumberHints()


@dataclass(frozen=True, slots=True)
class Article:
    """One input as it was read. `text` is never changed; the stages read a view of it without the marks that
    are no part of what it says (`claimcheck.marks`), and of results in it every offset is of `text`.

    Attributes:
        source: the path as given, `-` for standard input, or a name the caller chose. A row of a table has
            the path, `#`, and its id or number.
        text: the decoded text; every offset of a result counts its code points.
        published: the date that relative expressions ("last year") are read against, if known.
        id: of a row, as its column says.
        line: of a row, the line of its file on which it begins, from 1, where that has lines.
        title, author: as the file says.
        language: BCP-47, where the caller knows it; otherwise the text itself is asked.
        date_order: how 01/02/2019 is to be read, where the caller knows it.
        hints: what the caller knows of the numbers.
        fields: other columns of a row, to be carried through; JSON values.
        places: pages or lines, where the format has them.
        asides: half-open offsets, ascending, of what is no prose and holds no claims, such as inline code.
        tables: those that the file marks or that its positions show, ascending; None where it can say
            nothing of tables, so that they are looked for in the text.
        left_out: offsets into the text, ascending, one for each character that its lines had as they were
            written: marks that were taken out of it.
    """

    source: str
    text: str
    published: dt.date | None = None
    id: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    date_order: DateOrder | None = None
    hints: NumberHints = NO_HINTS
    fields: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    places: Places | None = None
    asides: tuple[tuple[int, int], ...] = ()
    tables: tuple[Table, ...] | None = None
    line: int | None = None
    left_out: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one article, small enough to be parsed at once.

    Most articles are one passage. A book is several, cut at the end of a paragraph where there is one.

    Attributes:
        article: where it comes from.
        start, end: its place in `article.text`, half-open.
        sentences: half-open offsets *into the passage*, in reading order.
        text: the characters as they are read, one for each that is written: where a line of a paragraph
            ends, and where a blank must not be broken, there is a blank.
    """

    article: Article
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]
    text: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        text = self.article.text[self.start : self.end]
        object.__setattr__(self, "text", _as_read(text, self.sentences))

    def written(self, start: int, end: int) -> str:
        """The characters between two offsets into the passage, as the article that is read has them: of a
        view without marks, without those.
        """
        return self.article.text[self.start + start : self.start + end]


# A line that goes on in the next one, which opens with no mark of its own and does not finish a word. Not
# between a digit and three, which a blank would group to one number: "it was 12\n500 fans came".
_LINE_END = re.compile(
    r"(?<![-\u00ad])[\n\r\u2028](?!(?<=\d.)[ \t]*\d{3}(?!\d))(?=[ \t]*[\w(\[\"'“‘$€£&])", re.DOTALL
)
# A tab between words that is no column of a table: those are read from the article.
_TAB = re.compile(r"(?<=[\w$€£,;%)])\t(?=[a-z])")
# Also blanks of other widths; not between the groups of a number: "48\u00a0310".
_UNBROKEN_BLANK = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000](?!(?<=\d.)\d{3})")


def _as_read(text: str, sentences: tuple[tuple[int, int], ...]) -> str:
    """Characters of whole sentences, with plain blanks between the words of each, as many as before."""
    if not text.isascii():
        text = _UNBROKEN_BLANK.sub(" ", text)
    if "\t" in text:
        text = _TAB.sub(" ", text)
    if all(_LINE_END.search(text, start, end) is None for start, end in sentences):
        return text
    parts, position = [], 0
    for start, end in sentences:
        parts += [text[position:start], _LINE_END.sub(" ", text[start:end])]
        position = end
    return "".join([*parts, text[position:]])
