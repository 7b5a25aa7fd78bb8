"""The article in a PDF. Pages that are pictures have no text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ReadingError
from claimcheck.reading.libraries import missing_library
from claimcheck.reading.ligatures import mend_ligatures
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.pdf.big_figures import with_figures_over_words
from claimcheck.reading.pdf.bullets import with_marks_of_items
from claimcheck.reading.pdf.columns import Columns
from claimcheck.reading.pdf.furniture import without_running_heads
from claimcheck.reading.pdf.line_ends import SENTENCE_END, WORD, WORD_REACH
from claimcheck.reading.pdf.line_numbers import LineNumbers
from claimcheck.reading.pdf.lines import (
    Line,
    pack_lines,
    read_lines,
    unpack_lines,
    with_cells_in_rows,
)
from claimcheck.reading.pdf.paragraphs import add_lines
from claimcheck.reading.pdf.signs import LOST
from claimcheck.reading.pdf.table_heads import with_level_heads
from claimcheck.reading.pdf.tables import find_table_runs, goes_on_with, rows_of_run
from claimcheck.reading.pdf.unreadable import has_letters_apart, is_index_in_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

MAX_RUN_LINES = 10_000
"""So many lines, some 250 pages, are looked at together: what is usual in them is usual in the rest."""

MAX_OPEN_LINES = 11_000
"""A run of lines goes on to a page that ends with a sentence, but not beyond so many lines."""

MAX_CODE_SHARE = 0.7
"""In a text with a higher share of signs that are equally wide, all of it was typed so: it is no code."""

_HYPHEN = "\u2010"
_HYPHENATED = re.compile(rf"[^\W\d_A-Z]{_HYPHEN}\Z")  # "30‐" goes on with "40 million", "COVID‐" with "19"
_HIDDEN_HYPHEN = re.compile("\u00ad(?!\\Z)")


def read_pdf(source: Input, _options: ReadingOptions) -> Iterator[Article]:
    """The one article in a PDF, with the page for each place of its text; the first page is 1."""
    try:
        import pypdfium2 as pdfium  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing_library(source.source, "PDF", "pdf") from error
    data = source.read_bytes()
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadingError(f"{source.source}: the PDF is locked with a password") from error
        what = " ".join(str(error).split())
        raise ReadingError(f"{source.source}: not a PDF that can be read: {what}") from error
    pages = _Pages()
    try:
        for lines in without_running_heads(pages.noted(_read_pages(document))):
            pages.keep(_mended_signs(lines))
        title, author = _metadata(document)
    except pdfium.PdfiumError as error:
        what = " ".join(str(error).split())
        raise ReadingError(f"{source.source}: not a PDF that can be read: {what}") from error
    finally:
        document.close()
        del document, data  # the text takes their place in memory
    if not pages.have_text:
        raise ReadingError(f"{source.source}: no text in this PDF; if its pages are pictures, OCR helps")
    text = Paragraphs("page")
    _add_pages(text, pages)
    yield text.article(source.source, title=title, author=author)


def _read_pages(document: Any) -> Iterator[list[Line]]:
    """The lines of each page; a page is let go before the next one is read."""
    line_numbers, columns = LineNumbers(), Columns()
    for number in range(len(document)):
        page = document[number]
        lines = with_marks_of_items(line_numbers.taken_off(read_lines(page, number + 1)))
        yield columns.apart(with_figures_over_words(with_cells_in_rows(lines)))
        page.close()


class _Pages:
    """The pages that were read, packed, and what is asked of all of them before the first one is written.

    A document of thousands of pages takes little more memory than its text.
    """

    def __init__(self) -> None:
        self.have_text = False
        self.known: Counter[str] = Counter()
        """How often each word stands in the document, in lower case."""
        self._packed: list[bytes] = []
        self._signs = self._code_signs = 0

    def noted(self, pages: Iterable[list[Line]]) -> Iterator[list[Line]]:
        """The same pages, as they are; remembers whether one has text."""
        for lines in pages:
            self.have_text = self.have_text or bool(lines)
            yield lines

    def keep(self, lines: Sequence[Line]) -> None:
        """Keep the next page."""
        for line in lines:
            self.known.update(map(str.lower, WORD.findall(line.words)))
            self._signs += len(line.words)
            self._code_signs += len(line.words) if line.has_code_font else 0
        self._packed.append(pack_lines(lines))

    def taken(self) -> Iterator[list[Line]]:
        """The pages in their order; each is let go when it was given."""
        self._packed.reverse()
        while self._packed:
            yield unpack_lines(self._packed.pop())

    @property
    def have_code(self) -> bool:
        """Whether some lines are code, which is known by its font, and most are not."""
        return 0 < self._code_signs <= MAX_CODE_SHARE * self._signs


def _metadata(document: Any) -> tuple[str | None, str | None]:
    """Title and author. The dates in a PDF are those of the file, not of the publication."""
    given = document.get_metadata_dict()
    title, author = (" ".join(str(given.get(name) or "").split()) for name in ("Title", "Author"))
    return title or None, author or None


def _mended_signs(lines: Sequence[Line]) -> list[Line]:
    """Lines without hidden hyphens, with the ligatures back whose characters the file does not give.

    A page whose only typographic hyphens end lines was printed by a program that puts them there.
    """
    if not any(_HYPHEN in line.words[:-1] for line in lines):
        lines = [
            replace(line, words=f"{line.words[:-1]}\u00ad") if _HYPHENATED.search(line.words[-2:]) else line
            for line in lines
        ]
    return [
        replace(line, words=mend_ligatures(_HIDDEN_HYPHEN.sub("", line.words), LOST))
        if LOST in line.words or "\u00ad" in line.words
        else line
        for line in lines
    ]


def _add_pages(text: Paragraphs, pages: _Pages) -> None:
    """Add running text and tables in their order; a paragraph may go on over the end of a page."""
    running: list[Line] = []
    for kind, lines in _blocks(pages):
        if kind == "words":
            running.extend(lines)
            if not _is_long_run(running):
                continue
            lines = ()  # noqa: PLW2901 - nothing but what runs on is added
        add_lines(text, running, pages.known)
        running = []
        if kind == "aside":
            _add_aside(text, lines)
        elif lines:
            text.add_table(rows_of_run(lines))
    add_lines(text, running, pages.known)


def _is_long_run(running: Sequence[Line]) -> bool:
    """Whether lines are enough to be looked at together, and end where text may be parted."""
    if len(running) < MAX_RUN_LINES:
        return False
    return len(running) >= MAX_OPEN_LINES or bool(SENTENCE_END.search(running[-1].words[-WORD_REACH:]))


def _blocks(pages: _Pages) -> Iterator[tuple[str, Sequence[Line]]]:
    """The lines of all pages as stretches of "words", "aside" (code, and what cannot be read) and a
    "table", which may go on over pages.
    """
    table: list[Line] = []  # one that ends a page
    for lines in pages.taken():
        if has_letters_apart(lines) or is_index_in_columns(lines):
            if table:
                yield "table", table
                table = []
            yield "aside", lines
            continue
        page = with_level_heads(lines)
        position = goes_on_with(table, page)
        table.extend(page[:position])
        if table and position < len(page):
            yield "table", table
            table = []
        for first, last, kind in _blocks_apart(page, position, has_code=pages.have_code):
            yield "words", page[position:first]
            if kind == "table" and last == len(page):
                table = page[first:]
            else:
                yield kind, page[first:last]
            position = last
        yield "words", page[position:]
    if table:
        yield "table", table


def _blocks_apart(page: Sequence[Line], position: int, *, has_code: bool) -> Iterator[tuple[int, int, str]]:
    """Half-open stretches of lines from a place on that are no running text, with what they are."""
    code = [run for run in _code_runs(page) if run[0] >= position] if has_code else []
    for first, last in [*code, (len(page), len(page))]:
        for start, end in find_table_runs(page[position:first]):
            yield position + start, position + end, "table"
        if first < last:
            yield first, last, "aside"
        position = last


def _code_runs(page: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Stretches of lines set in the font of code; a single one that is no part of a sentence."""
    for is_code, group in itertools.groupby(range(len(page)), lambda index: page[index].has_code_font):
        if not is_code:
            continue
        lines = list(group)
        first, last = lines[0], lines[-1] + 1
        before = page[first - 1] if first else None
        if last - first == 1 and before is not None:
            is_set_in = page[first].left - before.left > before.size
            if not is_set_in and not SENTENCE_END.search(before.words[-WORD_REACH:]):
                continue
        yield first, last


def _add_aside(text: Paragraphs, lines: Sequence[Line]) -> None:
    """Lines that are read as they stand, and hold no claims."""
    text.end_paragraph()
    for line in lines:
        text.set_place(line.page)
        text.add(line.words, is_aside=True)
        text.end_line()
    text.end_paragraph()
