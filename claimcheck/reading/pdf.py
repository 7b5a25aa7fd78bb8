"""PDF: the running text and the tables of the pages.

`pdf_lines` gives lines with their place and size on the page. From these come paragraphs and tables; running
heads, page numbers, line numbers and tables of contents are dropped, words that a line end cut in two are
joined. Pages that are pictures have no text.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict, deque
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ReadingError
from claimcheck.language import load_small_words
from claimcheck.reading.libraries import missing_library
from claimcheck.reading.ligatures import mend_ligatures
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.pdf_lines import LOST, MIN_LEADER_DOTS, Line, pack_lines, read_lines, unpack_lines
from claimcheck.reading.pdf_tables import (
    find_table_runs,
    goes_on_with,
    is_row,
    rows_of_run,
    with_level_heads,
)
from claimcheck.tables.cells import read_figures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

EDGE_LINES = 3
"""At most so many lines at the top and at the bottom of a page are running heads or feet."""

HEAD_REACH = 2
"""A running head stands on one of the next pages too: left and right pages may have heads of their own."""

MIN_COUNTED_PAGES = 2
"""A number at the edge of a page is its number if so many of the pages around go on counting."""

MAX_PAGE_DIGITS = 4

MAX_LINE_GAP = 1.3
"""A gap that is wider than the usual one by this factor parts paragraphs. LaTeX and Word set paragraphs apart
by a half to a whole line (1.5 and more); lines with raised or lowered signs differ by less than a tenth."""

MAX_SIZE_CHANGE = 0.12
"""Headings differ from the text by more than this share of its size; words of code among it are about a tenth
smaller."""

FULL_LINE_SHARE = 0.8
"""A line of prose that is wider than this share of its column can be full although a word would have
fitted.
"""

SAME_GAP = 0.05
"""Gaps that differ by less are the same."""

MAX_WIDE_GAP = 3.2
"""Double spacing sets baselines two and a half to three sizes apart."""

COLUMN_POINTS = 14
"""Lines that begin within so many points of each other, or one such step apart, are in one column."""

SAME_WIDTH = 0.9
"""Of the lines of a column three are so wide at least, against the widest that is its measure."""

NARROWEST_COLUMN_CHARS = 25
"""Newspapers set their columns hardly narrower; a page of shorter lines is a list, a table or a poem."""

MAX_RUN_LINES = 10_000
"""So many lines, some 250 pages, are looked at together: what is usual in them is usual in the rest."""

WORD_REACH = 64
"""No word that a line end cuts is longer."""

JOINING_WORDS = frozenset(["and", "or", "to"])
"""What follows a hyphen that stands for a word: "short- and long-term"."""

_HIDDEN_HYPHEN = re.compile("\u00ad(?!\\Z)")
_NUMBER = re.compile(r"\d+")
_LOWER_ROMAN = re.compile(r"[ivxl]{1,6}")
_ROMAN = re.compile(r"[ivxlc]+|[IVXLC]+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"(?:[ ]?[.…·]){5}[ ]?(?P<page>\d{1,4}|[ivxlc]{1,6})\Z")
_LEADER = re.compile(r"(?:\.[ ]?){4}")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\Z")
_ADDRESS_PART = re.compile(r"(?:www\.)?[\w.%~-]+[/_%.=-]\w|[\w.-]+\.(?:com|org|gov|net|edu)\b|[a-z0-9]+\)")
_BULLET = re.compile(r"[•‣▪●◦■□–—*·-]\s|\(?(?:\d{1,3}|[a-z])[.)]\s|[⁰¹²³⁴-⁹]{1,3}\s?[A-Z“‘\"]")
_CUT_WORD = re.compile(r"(?P<before>\d+|[^\W\d_]+(?:['’-][^\W\d_]+)*)(?P<hyphen>[-\u2010\u00ad])\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


MIN_NUMBERED_LINES = 8
"""So many lines in a row that are numbered 1, 2, 3 ... are numbered for reference, as those of transcripts
are.
"""

_NUMBERED_HEADING = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}\.?)\s+(?=[A-Z“])")
MAX_HEADING_CHARS = 80

_SUBHEADING = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=[A-Z“][a-z]?)")
"""A number with a dot in it, as parts of chapters have, before words."""

_NUMERAL = re.compile(r"[$€£(]*\d[\d,./–-]*[)%]*")
MIN_PROSE_WORDS = 3
MIN_LONE_FIGURES = 2
"""A single row with so many figures is one of a table whose heads stand elsewhere: its scale is not known."""

MIN_DENSE_NUMERALS = 4
"""A line with so many numbers, which make up a third of its words, is a row of a table that cannot be read.
"""

MAX_CODE_SHARE = 0.4
"""In a text with a higher share of signs that are equally wide, all of it was typed so: it is no code."""

_READABLE_WORD = re.compile(r"[^\W\d_]{3}")
_ODD_SIGN = re.compile(r"[#&<>?@;=^\\{}|~!\"'_*]")
MIN_ODD_SIGNS = 3
MIN_ODD_SHARE = 0.15


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
        for lines in _without_running_heads(pages.noted(_read_pages(document))):
            pages.keep(_mended_signs(lines))
        title, author = _metadata(document)
    except pdfium.PdfiumError as error:
        what = " ".join(str(error).split())
        raise ReadingError(f"{source.source}: not a PDF that can be read: {what}") from error
    finally:
        document.close()
    if not pages.have_text:
        raise ReadingError(f"{source.source}: no text in this PDF; if its pages are pictures, OCR helps")
    text = Paragraphs("page")
    _add_pages(text, pages)
    yield text.article(source.source, title=title, author=author)


def _read_pages(document: Any) -> Iterator[list[Line]]:
    """The lines of each page; a page is let go before the next one is read."""
    for number in range(len(document)):
        page = document[number]
        yield _without_line_numbers(read_lines(page, number + 1))
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
            self.known.update(map(str.lower, _WORD.findall(line.words)))
            self._signs += len(line.words)
            self._code_signs += len(line.words) if line.has_code_font else 0
        self._packed.append(pack_lines(lines))

    def __iter__(self) -> Iterator[list[Line]]:
        return map(unpack_lines, self._packed)

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
    """Lines without hidden hyphens, with the ligatures back whose characters the file does not give."""
    return [
        replace(line, words=mend_ligatures(_HIDDEN_HYPHEN.sub("", line.words), LOST))
        if LOST in line.words or "\u00ad" in line.words
        else line
        for line in lines
    ]


def _without_line_numbers(lines: list[Line]) -> list[Line]:
    """The lines of a page without the numbers 1, 2, 3 ... that stand at their left for reference."""
    numbered = [
        (index, int(line.words))
        for index, line in enumerate(lines)
        if line.words.isdecimal() and len(line.words) < 3
    ]
    begun = [
        (index, int(line.cells[0].words))
        for index, line in enumerate(lines)
        if len(line.cells) > 1 and line.cells[0].words.isdecimal() and len(line.cells[0].words) < 3
    ]
    dropped = _counting_up(numbered)
    cut = _counting_up(begun)
    if dropped:
        return [line for index, line in enumerate(lines) if index not in dropped]
    return [_without_first_cell(line) if index in cut else line for index, line in enumerate(lines)]


def _counting_up(numbers: Sequence[tuple[int, int]]) -> set[int]:
    """The places of the longest run of numbers that count up by one, if it is long."""
    best: list[int] = []
    run: list[int] = []
    last = -1
    for index, number in numbers:
        run = [*run, index] if number == last + 1 else [index]
        last = number
        best = max(best, run, key=len)
    return set(best) if len(best) >= MIN_NUMBERED_LINES else set()


def _without_first_cell(line: Line) -> Line:
    cells = line.cells[1:]
    return replace(line, words=" ".join(cell.words for cell in cells), left=cells[0].left, cells=cells)


# Running heads and page numbers


def _without_running_heads(pages: Iterable[list[Line]]) -> Iterator[list[Line]]:
    """The lines of each page without what stands at the same edge of its neighbours too."""
    seen: set[tuple[str, ...]] = set()
    window: deque[_Edged | None] = deque([None] * (2 * HEAD_REACH + 1), 2 * HEAD_REACH + 1)
    edged = ((lines, _edges(lines)) for lines in pages)
    for coming in itertools.chain(edged, itertools.repeat(None, HEAD_REACH)):
        window.append(coming)
        page = window[HEAD_REACH]
        if page is None:
            continue
        neighbours = [
            (place - HEAD_REACH, other)
            for place, other in enumerate(window)
            if other is not None and place != HEAD_REACH
        ]
        yield _without_edges(page, neighbours, seen)


def _without_edges(
    page: _Edged, neighbours: Sequence[tuple[int, _Edged]], seen: set[tuple[str, ...]]
) -> list[Line]:
    """The lines of a page without its running heads and feet."""
    lines, edges = page
    dropped: set[int] = set()
    for side in (0, 1):  # top and bottom
        others = [(distance, [near[place] for place in both[side]]) for distance, (near, both) in neighbours]
        for place in edges[side]:
            if place in dropped or not _is_running(lines[place], others):
                break
            dropped.add(place)
    body = [line for place, line in enumerate(lines) if place not in dropped]
    if not neighbours:
        body = _without_page_number(body)
    if not body and (words := tuple(line.words for line in lines)) and words not in seen:
        # slides with the same few words: they are said once
        seen.add(words)
        body = [line for line in lines if not _PAGE_NUMBER.fullmatch(line.words)]
    return _without_contents(body)


def _without_contents(lines: list[Line]) -> list[Line]:
    """Lines without entries of contents, which dots lead to page numbers that never go down."""
    entries = {
        index: found["page"]
        for index, line in enumerate(lines)
        if (found := _CONTENTS_LINE.search(line.words[-WORD_REACH:])) is not None
    }
    pages = [int(number) for number in entries.values() if number.isdecimal()]
    if any(before > after for before, after in itertools.pairwise(pages)):
        return lines  # amounts, which dots lead to as well
    return [line for index, line in enumerate(lines) if index not in entries]


_Edged = tuple[list[Line], tuple[list[int], list[int]]]
"""A page, and the places of the lines at its edges."""


def _edges(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The places of the lines at the top and at the bottom of a page, the outermost first."""
    downwards = sorted(range(len(lines)), key=lambda place: -lines[place].baseline)
    edge = min(EDGE_LINES, len(lines))
    return downwards[:edge], downwards[::-1][:edge]


def _is_running(line: Line, neighbours: Sequence[tuple[int, Sequence[Line]]]) -> bool:
    if _LOWER_ROMAN.fullmatch(line.words):  # of a preface, whose next pages may be empty
        return True
    if _is_numbered_with(line, neighbours):
        return True
    return any(_is_same_head(line, other, distance) for distance, lines in neighbours for other in lines)


def _is_numbered_with(line: Line, neighbours: Sequence[tuple[int, Sequence[Line]]]) -> bool:
    """Whether a line begins or ends with a number that those of the pages around count on to, whatever else
    they say: "8.2. Tides 57" before "58 Chapter 8. Boats".
    """
    number = _number_at_edge(line)
    if number is None:
        return False
    counted = sum(
        any(_number_at_edge(other) == number + distance for other in lines) for distance, lines in neighbours
    )
    return counted >= MIN_COUNTED_PAGES


def _number_at_edge(line: Line) -> int | None:
    if len(line.words) > MAX_HEADING_CHARS or line.words[-1] in ".!?":
        return None
    words = line.words.split()
    numbers = [
        int(word) for word in (words[0], words[-1]) if word.isdecimal() and len(word) <= MAX_PAGE_DIGITS
    ]
    return numbers[0] if len(set(numbers)) == 1 else None


def _is_same_head(here: Line, there: Line, distance: int) -> bool:
    """Whether two lines are the same but for a page number that is higher by the distance of the pages."""
    if _differ_in_size(here, there):  # a title that later pages repeat as their head
        return False
    if _ROMAN.fullmatch(here.words) and _ROMAN.fullmatch(there.words):
        return True
    # on a page with several scripts the letters of a browser's head may be set apart
    one, other = here.words.replace(" ", ""), there.words.replace(" ", "")
    if _NUMBER.split(one) != _NUMBER.split(other):
        return False
    numbers = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    changes = [int(after) - int(before) for before, after in numbers if before != after]
    if not changes:
        # A table may repeat a row of numbers by chance; words that come back at the edge are a head.
        return any(character.isalpha() for character in here.words)
    return changes == [distance]


def _differ_in_size(one: Line, other: Line) -> bool:
    return bool(one.size and other.size and abs(one.size - other.size) > MAX_SIZE_CHANGE * one.size)


def _without_page_number(lines: list[Line]) -> list[Line]:
    """A single page without its number."""
    for edge in (0, -1):
        match = _PAGE_NUMBER.fullmatch(lines[edge].words) if len(lines) > 1 else None
        if match and match["number"] == "1":
            del lines[edge]
    return lines


# Paragraphs


def _add_pages(text: Paragraphs, pages: _Pages) -> None:
    """Add running text and tables in their order; a paragraph may go on over the end of a page."""
    running: list[Line] = []
    for kind, lines in _blocks(pages):
        if kind == "words":
            running.extend(lines)
            if len(running) < MAX_RUN_LINES or not _SENTENCE_END.search(running[-1].words[-WORD_REACH:]):
                continue
            lines = ()  # noqa: PLW2901 - nothing but what runs on is added
        _add_lines(text, running, pages.known)
        running = []
        if kind == "code":
            _add_code(text, lines)
        elif lines:
            text.add_table(rows_of_run(lines))
    _add_lines(text, running, pages.known)


def _blocks(pages: _Pages) -> Iterator[tuple[str, Sequence[Line]]]:
    """The lines of all pages as stretches of "words", "code" and a "table", which may go on over pages."""
    table: list[Line] = []  # one that ends a page
    for lines in pages:
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
            yield first, last, "code"
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
            if not is_set_in and not _SENTENCE_END.search(before.words[-WORD_REACH:]):
                continue
        yield first, last


def _add_code(text: Paragraphs, lines: Sequence[Line]) -> None:
    """Lines of code are read as they stand, and hold no claims."""
    text.end_paragraph()
    for line in lines:
        text.set_place(line.page)
        text.add(line.words, is_aside=True)
        text.end_line()
    text.end_paragraph()


def _with_notes_behind(lines: Sequence[Line]) -> list[Line]:
    """Lines with the notes of a page, which cut a sentence that goes on on the next page or in the next
    column, behind its paragraph.
    """
    usual_gap, usual_size = _usual_gap(lines), _usual_size(lines)
    if all(line.size >= (1 - MAX_SIZE_CHANGE) * usual_size for line in lines):
        return list(lines)
    edges = _column_edges(lines)
    found: list[Line] = []
    waiting: list[Line] = []
    index = 0
    while index < len(lines):
        end = _end_of_notes(lines, index, usual_size, edges[index - 1]) if index else index
        if end > index:
            waiting.extend(lines[index:end])
            index = end
            continue
        line = lines[index]
        found.append(line)
        index += 1
        after = lines[index] if index < len(lines) else None
        if waiting and (
            after is None or _is_last_of_paragraph(lines, index - 1, usual_gap, edges[index - 1])
        ):
            found.extend(waiting)
            waiting = []
    return found


def _end_of_notes(lines: Sequence[Line], index: int, usual_size: float, edge: float) -> int:
    """Where smaller lines end that stand between two halves of a sentence; `index` itself if none do."""
    before = lines[index - 1]
    smaller = (1 - MAX_SIZE_CHANGE) * usual_size
    if lines[index].size >= smaller or abs(before.size - usual_size) > MAX_SIZE_CHANGE * usual_size:
        return index
    if _SENTENCE_END.search(before.words[-WORD_REACH:]):
        return index
    end = index
    while end < len(lines) and lines[end].size < smaller:
        end += 1
    if end == len(lines) or _differ_in_size(before, lines[end]):
        return index
    gap = _gap(before, lines[end])
    if gap is not None and gap >= 0:
        return index
    after = lines[end].words
    if after[0].islower() or _cut_word(before.words):
        return end
    is_open = before.words.rpartition(" ")[2] in load_small_words()  # "the report of", "Ministry"
    return end if is_open and _is_full(before, lines[end], edge) else index


def _is_last_of_paragraph(lines: Sequence[Line], index: int, usual_gap: float, edge: float) -> bool:
    """Whether a sentence and its paragraph end with a line that is not the last one of all."""
    line, after = lines[index], lines[index + 1]
    if not _SENTENCE_END.search(line.words[-WORD_REACH:]):
        return False
    gaps = (
        _gap(lines[index - 1], line) if index else None,
        _gap(after, lines[index + 2]) if index + 2 < len(lines) else None,
    )
    return _parts(line, after, usual_gap, gaps, is_full=_is_full(line, after, edge))


def _add_lines(text: Paragraphs, lines: Sequence[Line], known: Counter[str]) -> None:
    lines = _with_notes_behind(lines)
    usual_gap = _usual_gap(lines)
    edges = _column_edges(lines)
    headings = _find_headings(lines)
    empty = {index for index, line in enumerate(lines) if _holds_nothing(line)}
    apart = headings | empty
    begins = True
    for index, (line, after) in enumerate(itertools.zip_longest(lines, lines[1:])):
        words = line.words
        text.set_place(line.page)
        is_alone, begins = begins, False
        if after is None:
            _add_words(text, words, is_heading=index in headings, is_alone=is_alone, is_aside=index in empty)
            text.end_paragraph()
            return
        is_full = _is_full(line, after, edges[index])
        gap_before = _gap(lines[index - 1], line) if index else None
        gap_after = _gap(after, lines[index + 2]) if index + 2 < len(lines) else None
        is_apart = index in apart or index + 1 in apart
        if is_apart or _parts(line, after, usual_gap, (gap_before, gap_after), is_full=is_full):
            _add_words(text, words, is_heading=index in headings, is_alone=is_alone, is_aside=index in empty)
            text.end_paragraph()
            begins = True
        elif cut := _cut_word(words):
            text.add(_mended(words, cut, after.words, known))
        elif (words[-1] in "–—" and words[-2:-1] != " " and after.words[0].isalnum()) or _is_cut_address(
            words, after.words
        ):
            text.add(words)  # "737–" goes on with "9"
        else:
            text.add(words)
            if is_full or after.words[0].islower() or _is_big_figure(line, after):
                text.add(" ")
            else:  # a short line with no sign of going on: the splitter judges from both
                text.end_line()


def _add_words(text: Paragraphs, words: str, *, is_heading: bool, is_alone: bool, is_aside: bool) -> None:
    """Add a line that ends a paragraph. The number of a heading, and what cannot be read, hold no claims."""
    number = _NUMBERED_HEADING.match(words) if is_heading else None
    if is_alone and len(words) <= MAX_HEADING_CHARS and not _SENTENCE_END.search(words):
        number = number or _SUBHEADING.match(words)
    if number is not None:
        text.add(words[: number.end()], is_aside=True)
        text.add(words[number.end() :])
    else:
        text.add(words, is_aside=is_aside)


def _holds_nothing(line: Line) -> bool:
    """Whether a line says nothing that can be read: signs without sense, or a row without its table."""
    return _is_dense(line) or _is_garbled(line.words) or _is_lone_row(line)


def _is_lone_row(line: Line) -> bool:
    return (
        len(line.cells) > MIN_LONE_FIGURES
        and sum(bool(read_figures(cell.words)) for cell in line.cells) >= MIN_LONE_FIGURES
        and is_row(line)
    )


def _is_garbled(words: str) -> bool:
    """Whether a line is signs without sense: the labels of a figure whose font does not say what they are."""
    odd = len(_ODD_SIGN.findall(words))
    return odd >= MIN_ODD_SIGNS and odd >= MIN_ODD_SHARE * len(words) and not _READABLE_WORD.search(words)


def _is_dense(line: Line) -> bool:
    """Whether a line is a row that could not be read as one: mostly numbers, or with dots that lead to a
    cell.
    """
    if line.words.count(".") >= MIN_LEADER_DOTS and _LEADER.search(line.words):
        return True
    words = line.words.split()
    are_numerals = [_NUMERAL.fullmatch(word) is not None for word in words]
    numerals = sum(are_numerals)
    if numerals < MIN_DENSE_NUMERALS or numerals * 3 < len(words) or _SENTENCE_END.search(line.words):
        return False
    # in a sentence words stand between them: "March 29, 1988. As of March 16, 2020, there were 147"
    is_prose = sum(word[0].islower() for word in words) >= MIN_PROSE_WORDS
    return not is_prose or any(all(are_numerals[index : index + 3]) for index in range(len(words) - 2))


def _is_big_figure(line: Line, after: Line) -> bool:
    """Whether a line is a figure set large, with its unit and what it is about in smaller lines right
    below.
    """
    is_figure = len(line.words) <= 12 and any(map(str.isdigit, line.words))
    is_below = (
        after.page == line.page and abs(after.left - line.left) < line.size and after.baseline < line.baseline
    )
    return is_figure and is_below and after.size < 0.8 * line.size


def _column_edges(lines: Sequence[Line]) -> list[float]:
    """For each line where the longest line ends that begins at the same place of its page, in points."""
    keys = [(line.page, round(line.left / COLUMN_POINTS)) for line in lines]
    ends: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for key, line in zip(keys, lines, strict=True):
        ends[key].append(line.right - line.left)
    widths: defaultdict[tuple[int, int], float] = defaultdict(float)
    for key, found in ends.items():
        # heads and feet over all columns are no measure of the first one
        widest = sorted(found, reverse=True)
        widths[key] = next(
            (width for width, third in zip(widest, widest[2:], strict=False) if third > SAME_WIDTH * width),
            widest[0],
        )
    # the first line of a paragraph is set in
    return [
        line.left + max(widths[page, left], widths[page, left - 1], widths[page, left - 2])
        for (page, left), line in zip(keys, lines, strict=True)
    ]


def _is_full(line: Line, after: Line, edge: float) -> bool:
    """Whether the first word of the next line would not have fitted on a line, or hardly."""
    if len(line.words) < NARROWEST_COLUMN_CHARS:
        return False
    width = (line.right - line.left) / len(line.words)
    first_word = len(after.words.partition(" ")[0]) + 1
    return line.right + first_word * width > edge - width or line.right - line.left > FULL_LINE_SHARE * (
        edge - line.left
    )


def _find_headings(lines: Sequence[Line]) -> set[int]:
    """The lines that are numbered headings, entries of contents, or numbered names of institutes."""
    if not lines:
        return set()
    usual = _usual_size(lines)
    candidates = {
        index
        for index, line in enumerate(lines)
        if len(line.words) <= MAX_HEADING_CHARS
        and _NUMBERED_HEADING.match(line.words)
        and not _SENTENCE_END.search(line.words)
    }
    found = set()
    for index in candidates:
        line = lines[index]
        is_big = line.size > (1 + MAX_SIZE_CHANGE) * usual
        is_raised = line.first_size < (1 - MAX_SIZE_CHANGE) * line.size
        is_listed = index - 1 in candidates or index + 1 in candidates
        after = lines[index + 1] if index + 1 < len(lines) else None
        goes_on = after is not None and after.words[0].islower() and not _differ_in_size(line, after)
        if (is_big or is_raised or is_listed) and not goes_on:
            found.add(index)
    return found


def _usual_size(lines: Sequence[Line]) -> float:
    """The size that most of the signs have, in points; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _usual_gap(lines: Sequence[Line]) -> float:
    """The usual distance of two baselines, as a multiple of the size."""
    gaps = []
    for before, after in itertools.pairwise(lines):
        gap = _gap(before, after)
        if gap is not None and 0 < gap < 3:
            gaps.append(round(gap, 2))
    return median(gaps) if gaps else 1.2


def _gap(before: Line, after: Line) -> float | None:
    """The distance of two baselines on a page, as a multiple of the size; negative for a step upwards."""
    if before.page != after.page:
        return None
    return (before.baseline - after.baseline) / before.size


def _parts(
    before: Line, after: Line, usual_gap: float, beside: tuple[float | None, float | None], *, is_full: bool
) -> bool:
    """Whether a new paragraph begins with `after`.

    Args:
        before: a line.
        after: the one that follows it.
        usual_gap: the usual distance of lines.
        beside: the distances of the lines before and after these two.
        is_full: whether no word of `after` would have fitted on `before`.
    """
    if _BULLET.match(after.words):
        return True
    if _is_big_figure(before, after):
        return False
    if _differ_in_size(before, after):
        return not (before.size > after.size and _is_under_figure(before, after))
    is_finished = bool(_SENTENCE_END.search(before.words[-WORD_REACH:]))
    gap = _gap(before, after)
    if gap is None or gap < 0:  # the next page or column
        is_cut = _cut_word(before.words) is not None
        return is_finished or not (is_full or is_cut or after.words[0].islower())
    if gap > MAX_LINE_GAP * usual_gap:
        # prose that is set more widely than the rest: its lines are full, and as far apart as the next ones
        is_regular = any(other is not None and abs(other - gap) < SAME_GAP * gap for other in beside)
        return not (
            is_regular and is_full and gap < MAX_WIDE_GAP and (not is_finished or after.words[0].islower())
        )
    if after.left - before.left > before.size:
        return is_finished
    return is_finished and not is_full


def _is_under_figure(before: Line, after: Line) -> bool:
    """Whether a line explains the unit under a figure that is set large: "kilograms per barrel" over its
    words.
    """
    is_below = after.page == before.page and abs(after.left - before.left) < 0.3 * before.size
    return is_below and before.words[0].islower() and after.words[0].islower()


def _cut_word(words: str) -> re.Match[str] | None:
    return _CUT_WORD.search(words, max(0, len(words) - WORD_REACH))


def _is_cut_address(words: str, after: str) -> bool:
    """Whether an address of the web or of mail goes on in the next line."""
    if words[-1] == "@" and words[-2:-1].isalnum():
        return _ADDRESS_PART.match(after) is not None
    if words[-1] not in "/-_=&%?":
        return False
    last = words[words.rfind(" ") + 1 :].lstrip("(<[")
    if not last.startswith(("http://", "https://", "www.")):
        return False
    return after[0].isalnum() and _ADDRESS_PART.match(after) is not None


def _mended(words: str, cut: re.Match[str], after: str, known: Counter[str]) -> str:
    """A line whose last word goes on in the next line, so that this can be written behind it.

    The hyphen stays where the text writes the word with one elsewhere ("well-known"), before a capital
    ("Anglo-Saxon"), behind a number, and where it stands for a word ("short- and long-term").
    """
    rest = _WORD.match(after)
    if rest is None or after[:1].isupper() or cut["before"].isdecimal():
        return words + " " * (rest is not None and rest[0] in JOINING_WORDS)
    if cut["hyphen"] != "\u00ad":
        before = cut["before"].lower()
        joined = before + rest[0].lower()
        hyphenated = f"{before}-{rest[0].lower()}"
        if known[hyphenated] and known[hyphenated] >= known[joined]:
            return words
        if rest[0] in JOINING_WORDS:
            return words + " "
    return words[: cut.start("hyphen")]
