"""HTML: the main content of a saved page, without its menus, adverts and footers.

trafilatura finds the content, the title, the author and the date of publication. Blocks of code are left out;
inline code is read as words but holds no claims.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimcheck.reading.decoding import decode
from claimcheck.reading.libraries import missing_library
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.table_rows import Piece, place_cells
from claimcheck.reading.webpage_asides import ASIDE_MARK, Block, asides_apart, mark_asides
from claimcheck.reading.webpage_cleaning import clean, drop_page_numbers, drop_soft_hyphens, write_raised
from claimcheck.reading.webpage_encoding import declared_encoding, without_encoding
from claimcheck.reading.webpage_plain import body_of, is_plain_page, page_blocks
from claimcheck.reading.webpage_scan import PageScan, squeezed
from claimcheck.reading.webpage_tables import MARK, PageTable, take_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

# The date that trafilatura finds is not used: it takes one from the text if the page gives none itself.
_NO_DATE_SEARCH = {"original_date": True, "extensive_search": False}
_BLOCKS = frozenset(["p", "head", "item", "list", "quote", "table", "div", "ab", "fw", "del"])


def read_webpage(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article of a page, with the line of the source for each place of its text.

    The encoding is the one asked for, that of the byte-order mark, the one the page declares, or UTF-8.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing_library(source.source, "HTML", "html") from error
    # Without a handler Python prints what the libraries warn about.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())

    data = source.read_bytes()
    encoding = options.encoding or declared_encoding(data)
    raw = decode(data, source=source.source, encoding=encoding)
    page = without_encoding(raw)
    # A file without these elements is a fragment of a page, which trafilatura would not take for HTML.
    is_whole = re.search(r"<(?:html|body)\b", page, re.IGNORECASE)
    tree = trafilatura.load_html(page if is_whole else f"<html><body>{page}</body></html>")
    if tree is not None:
        clean(tree)
    tables = [] if tree is None else take_tables(tree)
    whole = [*page_blocks(body_of(tree))] if tree is not None and is_whole and is_plain_page(tree) else None
    is_marked = tree is not None and mark_asides(tree)
    found = None if tree is None else _main_content(tree)
    text = Paragraphs("line")
    scan = PageScan(raw)
    if found is None:
        yield text.article(source.source, published=scan.published())
        return
    content = _blocks(found.body) if whole is None else iter(whole)
    blocks = list(_with_tables(map(asides_apart, content) if is_marked else content, tables))
    places = iter(scan.locate([words for block in blocks for words in _words_of(block)]))
    for block in blocks:
        if isinstance(block, PageTable):
            _add_table(text, block, places, scan)
        else:
            _add_block(text, block, next(places), scan)
    yield text.article(
        source.source,
        title=(ASIDE_MARK.sub("", found.title or "") if is_marked else found.title) or None,
        author=found.author or None,
        published=scan.published(),
    )


def _main_content(tree: Any) -> Any:
    """What trafilatura takes for the content of a page, with its title and author; or None."""
    import trafilatura  # noqa: PLC0415 - an extra

    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=_NO_DATE_SEARCH,
    )
    return None if found is None or isinstance(found, dict) or found.body is None else found


def read_whole_page(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The one article of a page that is nothing but text, such as a chapter of a book: all of its words."""
    try:
        import trafilatura  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing_library(source.source, "HTML", "html") from error
    data = source.read_bytes()
    encoding = options.encoding or declared_encoding(data)
    tree = trafilatura.load_html(without_encoding(decode(data, source=source.source, encoding=encoding)))
    text = Paragraphs()
    if tree is None:
        yield text.article(source.source)
        return
    drop_page_numbers(tree)
    drop_soft_hyphens(tree)
    write_raised(tree)
    tables = take_tables(tree)
    for block in _with_tables(page_blocks(body_of(tree)), tables):
        if isinstance(block, PageTable):
            text.add_table(
                place_cells(block.rows), caption=[Piece(block.caption)], tells_spans=block.tells_spans
            )
            continue
        for piece, is_aside in block:
            if piece == "\n":
                text.end_line()
            else:
                text.add(piece, is_aside=is_aside)
        text.end_paragraph()
    yield text.article(source.source)


def _blocks(body: Any) -> Iterator[Block]:
    r"""The paragraphs, headings, list items and rows of the content, as pieces of text.

    A piece says whether it is an aside. `"\\n"` and `"\\t"` alone are the end of a line and of a cell.
    """
    block: list[tuple[str, bool]] = []
    steps = [("open", body)]
    while steps:  # no recursion: pages nest as deep as they like
        step, element = steps.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if step == "open":
            if tag in _BLOCKS:
                yield block
                block = []
            steps.append(("close", element))
            if tag == "lb":
                block.append(("\n", False))
            if not tag or (tag == "code" and _is_code_block(element)) or tag == "graphic":
                continue
            if element.text:
                block.append((element.text, tag == "code"))
            steps.extend(("open", child) for child in reversed(element))
        else:
            if tag in _BLOCKS:
                yield block
                block = []
            elif tag == "row":
                block.append(("\n", False))
            elif tag == "cell" and element.getnext() is not None:
                block.append(("\t", False))
            elif tag == "code" and _is_code_block(element):
                block.append(("\n", False))
            if element.tail:
                block.append((element.tail, False))
    yield block


def _with_tables(blocks: Iterable[Block], tables: Sequence[PageTable]) -> Iterator[Block | PageTable]:
    """The blocks, with each table whole in the place of those that hold a mark of it."""
    put: set[int] = set()
    for block in blocks:
        marks = [MARK.search(piece) for piece, _ in block]
        numbers = [int(mark["number"]) for mark in marks if mark is not None]  # any decimal digits
        if not numbers:
            yield block
        for number in numbers:
            if number not in put and number < len(tables):
                put.add(number)
                yield tables[number]


def _words_of(block: Block | PageTable) -> Iterator[str]:
    """What is looked for in the source: the caption and the rows of a table, the whole of another block."""
    if isinstance(block, PageTable):
        yield squeezed(block.caption)
        yield from (squeezed("".join(cell.text for cell in row)) for row in block.rows)
    else:
        yield squeezed("".join(piece for piece, _ in block))


def _add_table(
    text: Paragraphs, table: PageTable, places: Iterator[tuple[int, bool] | None], scan: PageScan
) -> None:
    """Add a table; each row is given the line of the source on which it begins."""

    def line(located: tuple[int, bool] | None) -> int | None:
        return None if located is None else scan.number(located[0])

    caption = [Piece(table.caption, place=line(next(places)))]
    rows = []
    for row in table.rows:
        number = line(next(places))
        rows.append(
            [
                replace(cell, pieces=tuple(replace(piece, place=number) for piece in cell.pieces))
                for cell in row
            ]
        )
    text.add_table(place_cells(rows), caption=caption, tells_spans=table.tells_spans)


def _is_code_block(element: Any) -> bool:
    """Whether code stands by itself, not among the words of a paragraph."""
    parent = element.getparent()
    stands_alone = parent is None or parent.tag in ("body", "div", "code", "quote")
    return stands_alone or "\n" in (element.text or "").strip()


def _add_block(
    text: Paragraphs, block: Sequence[tuple[str, bool]], located: tuple[int, bool] | None, scan: PageScan
) -> None:
    place, is_whole = located or (None, False)
    text.end_paragraph()
    for piece, is_aside in block:
        if piece == "\n":
            text.end_line()
        elif piece == "\t":
            text.end_cell()
        elif place is None or not is_whole:
            text.set_place(None if place is None else scan.number(place))
            text.add(piece, is_aside=is_aside)
        else:
            for words in _by_line(piece, place, scan):
                text.set_place(scan.number(place))
                text.add(words, is_aside=is_aside)
                place += len(squeezed(words))


def _by_line(piece: str, place: int, scan: PageScan) -> Iterator[str]:
    """A piece of text, cut where a new line of the source begins."""
    start, seen = 0, place
    number = scan.number(place)
    for word in re.finditer(r"\s*\S+", piece):
        here = scan.number(seen)
        if here != number and start < word.start():
            yield piece[start : word.start()]
            start, number = word.start(), here
        seen += len(word[0].lstrip())
    yield piece[start:]
