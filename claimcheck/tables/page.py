"""What the text around the tables says of all of them: scales, the currency, captions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tables.statements import Statement, find_currency, find_scales, find_statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.article import Table, TableCell
    from claimcheck.tables.structure import Layout

Span = tuple[int, int]

MAX_CAPTION_CHARS = 400
PARAGRAPHS_ABOVE = 3
"""So many paragraphs above a table may say what its figures count in; another table ends them."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_MONEY_IN_WORDS = re.compile(r"[$€£¥₹][\s\u00a0]?\d[\d,.]*\s(?:[mb]illion|trillion|thousand)\b")
MIN_PROSE_SPACES = 8
_LEADS_TO_TABLE = re.compile(
    r"\b(?:table|following|follows|below|summar\w+|reconcil\w+|presents?|sets? (?:forth|out)"
    r"|(?:in|of) (?:thousands|millions|billions))\b"
    r"|[$€£]\s?(?:000|m)\b",
    re.IGNORECASE,
)
_CAPTION_BELOW = re.compile(r"\s*(?P<words>Table\s+(?:\d[\d.]*|[IVX]+)\b[^\n]{0,200})")

_LEAST = WordSet("tables/least")


class Page:
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
        """The text between two offsets."""
        return self.text[span[0] : span[1]]

    def statement(self, cell: TableCell) -> Statement | None:
        """What a head says, with offsets of the article."""
        if cell not in self.statements:
            words = self.text[cell.start : cell.end]
            # "W" heads wins, "t" and "N" statistics, "Min" the least; as units they stand in brackets or
            # beside a measure
            is_short = (len(words) == 1 and words.isalpha()) or words in _LEAST
            said = None if is_short else find_statement(words, is_head=True)
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
            # a line may go on in a table, or begin with its empty cells
            table_start = starts[index + 1] if index + 1 < len(starts) else end
            words = self.text[start : min(end, table_start)].rstrip()
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
        said = near or below or far or self._of_only_table(table)
        return said[-1] if said else None, self._caption(table, floor)

    def _of_only_table(self, table: Table) -> list[Statement]:
        """What the text says of scale where it has one table with figures and says one thing. A report counts
        in millions throughout; a price in cents below the table is that of its own line.
        """
        is_only = sum(bool(layout.figures) for layout in self.layouts) == 1
        if not is_only or len({said.factor for said in self.scales}) != 1:
            return []
        is_large = self.scales[-1].factor is not None and self.scales[-1].factor > 1
        return [said for said in self.scales if is_large or said.start < table.start]

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
