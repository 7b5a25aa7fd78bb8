"""The tables of a web page, read from its own tree before the main content is looked for.

What finds the content keeps no spans, puts paragraphs of a cell on lines of their own, and loses words of
boxes. So each table of figures or facts is read beforehand, and a mark is left in it; where a mark turns up
in the content, the whole table is put.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimcheck.reading.table_rows import MAX_CELL_WORDS, Piece, RowCell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Decimal digits of the Vai script, between two of its signs: printable, so that no reader drops them, and
# in no
# English page.
_DIGITS = str.maketrans("0123456789", "꘠꘡꘢꘣꘤꘥꘦꘧꘨꘩")
_OPEN, _CLOSE = "ꘌ", "ꘋ"
MARK = re.compile(f"{_OPEN}(?P<number>[꘠-꘩]+){_CLOSE}")

_BLOCKS = frozenset(
    "p div li ul ol dl dt dd br h1 h2 h3 h4 h5 h6 blockquote section article hr address figure pre".split()
)
_UNSEEN = frozenset("script style template noscript button select textarea svg math".split())
_CODE = frozenset(["pre", "code", "kbd", "samp", "var", "tt"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCK_END = "\x1f"  # becomes a space between two words, and nothing before a comma


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table of a page.

    Attributes:
        rows: its cells, not yet placed.
        caption: its words.
        tells_spans: whether some cell spans columns, so that the heads can be trusted to say so.
    """

    rows: tuple[tuple[RowCell, ...], ...]
    caption: str
    tells_spans: bool


def take_tables(tree: Any) -> list[PageTable]:
    """Read the tables of a page and leave marks in the tree; the number in a mark is the place in this
    list.
    """
    tables: list[PageTable] = []
    if MARK.search("".join(tree.itertext())) is not None:
        return tables
    for element in list(tree.iter("table")):
        rows = _rows(element)
        if rows is None:
            continue
        cells = [[cell for cell, _ in row] for row in rows]
        spans = any(cell.column_span > 1 for row in cells for cell in row)
        caption = next(iter(element.iter("caption")), None)
        mark = f"{_OPEN}{str(len(tables)).translate(_DIGITS)}{_CLOSE}"
        tables.append(
            PageTable(
                tuple(map(tuple, cells)), _words(caption) if caption is not None else "", tells_spans=spans
            )
        )
        share = _linked_share(element)
        for row in rows:
            _leave_mark([cell for cell, _ in row], [source for _, source in row], mark, share)
    return tables


def _rows(table: Any) -> list[list[tuple[RowCell, Any]]] | None:
    """The rows with the elements of their cells; None where the table is there for layout."""
    if next(iter(table.iterdescendants("table")), None) is not None or table.get("role") == "presentation":
        return None
    rows: list[list[tuple[RowCell, Any]]] = []
    for row in table.iter("tr"):
        if _is_hidden(row):
            continue
        cells = []
        for cell in row:
            if cell.tag in ("td", "th") and not _is_hidden(cell):
                pieces = tuple(_pieces(cell))
                words = sum(len(piece.text.split()) for piece in pieces)
                if words > MAX_CELL_WORDS:
                    return None
                spans = _span(cell.get("colspan")), _span(cell.get("rowspan"))
                cells.append((RowCell(pieces, *spans, is_head=cell.tag == "th"), cell))
        rows.append(cells)
    filled = [row for row in rows if sum(bool(cell.text) for cell, _ in row) > 1]
    return rows if filled else None


def _span(given: str | None) -> int:
    return int(given) if given and given.strip().isdecimal() and 0 < int(given) <= 1000 else 1


def _is_hidden(element: Any) -> bool:
    return bool(_HIDDEN.search(element.get("style") or "")) or element.get("hidden") is not None


def _words(element: Any) -> str:
    return " ".join("".join(piece.text for piece in _pieces(element)).split())


def _pieces(cell: Any) -> Iterator[Piece]:
    """The words of a cell; its paragraphs and list items are parted by a space."""
    parts: list[tuple[str, bool]] = []
    steps: list[tuple[str, Any, bool]] = [("open", cell, False)]
    while steps:  # no recursion: pages nest as deep as they like
        step, element, in_code = steps.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if step != "open":
            parts.append((_BLOCK_END if step == "end" else element.tail or "", in_code))
            continue
        if element is not cell:
            steps.append(("tail", element, in_code))
        if not tag or tag in _UNSEEN or (element is not cell and _is_hidden(element)):
            continue
        inside = in_code or tag in _CODE
        if tag in _BLOCKS:
            parts.append((_BLOCK_END, in_code))
            steps.append(("end", element, in_code))
        parts.append((element.text or "", inside))
        steps.extend(("open", child, inside) for child in reversed(element))
    yield from _parted(parts)


_PARTING = re.compile(f"\\s*{_BLOCK_END}[\\s{_BLOCK_END}]*")


def _parted(parts: Sequence[tuple[str, bool]]) -> Iterator[Piece]:
    """The pieces with a space for each end of a block that stands between two words."""
    whole = "".join(text for text, _ in parts)
    spaced = _PARTING.sub(lambda mark: "" if re.match(r"[,.;:)%]|\Z", whole[mark.end() :]) else " ", whole)
    if not any(is_code for _, is_code in parts):
        if spaced.strip():
            yield Piece(spaced)
        return
    for text, is_code in parts:
        words = text.replace(_BLOCK_END, " ")
        if words:
            yield Piece(words, is_aside=is_code)


def _linked_share(table: Any) -> float:
    """The share of the characters of a table that are links, with what nobody sees, as trafilatura counts."""
    words = " ".join((table.text_content() or "").split())
    linked = sum(len(" ".join((link.text_content() or "").split())) for link in table.iter("a"))
    return min(1.0, linked / len(words)) if words else 0.0


def _leave_mark(cells: Sequence[RowCell], sources: Sequence[Any], mark: str, share: float) -> None:
    """Make the cells of a row plain words with their links, and put the mark into the first with words.

    Args:
        cells: as they were read.
        sources: their elements.
        mark: of the table.
        share: of the characters of the table that were links. It decides what is taken for a menu, so no
            more of the words of a cell become one.
    """
    is_marked = False
    for cell, source in zip(cells, sources, strict=True):
        links = [link for link in source.iter("a") if (link.text_content() or "").strip()]
        linked = sum(len(link.text_content()) for link in links)
        words = cell.text
        if not words:
            continue
        for child in list(source):
            source.remove(child)
        source.text = f"{mark}{words}" if not is_marked else words
        is_marked = True
        # a table of links is a menu, and is to be known as one
        if links and linked * 2 > len(words):
            link = links[0]
            for child in list(link):
                link.remove(child)
            covered = round(share * len(words))
            link.text, link.tail = words[:covered], words[covered:] or None
            source.text = mark if source.text.startswith(mark) else None
            source.append(link)
