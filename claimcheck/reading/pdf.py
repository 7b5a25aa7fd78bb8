"""PDF: the running text of the pages.

pypdf gives lines with their place and size on the page. From these come paragraphs; running heads, page
numbers and tables of contents are dropped, words that a line end cut in two are joined. Pages that are
pictures have no text.
"""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ReadingError
from claimcheck.reading.libraries import missing_library
from claimcheck.reading.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

EDGE_LINES = 3
"""At most so many lines at the top and at the bottom of a page are running heads or feet."""

HEAD_REACH = 2
"""A running head stands on one of the next pages too: left and right pages may have heads of their own."""

MAX_LINE_GAP = 1.3
"""A gap that is wider than the usual one by this factor parts paragraphs. LaTeX and Word set paragraphs apart
by a half to a whole line (1.5 and more); lines with raised or lowered signs differ by less than a tenth."""

MAX_SIZE_CHANGE = 0.12
"""Headings differ from the text by more than this share of its size; words of code among it are about a tenth
smaller."""

FULL_LINE_SHARE = 0.7
"""Ragged lines of prose are rarely shorter than this share of the longest line around them."""

NARROWEST_COLUMN_CHARS = 25
"""Newspapers set their columns hardly narrower; a page of shorter lines is a list, a table or a poem."""

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
WORD_REACH = 64
"""No word that a line end cuts is longer."""

JOINING_WORDS = frozenset(["and", "or", "to"])
"""What follows a hyphen that stands for a word: "short- and long-term"."""

_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_HIDDEN_HYPHEN = re.compile("\u00ad(?!\\Z)")
_NUMBER = re.compile(r"\d+")
_LOWER_ROMAN = re.compile(r"[ivxl]{1,6}")
_ROMAN = re.compile(r"[ivxlc]+|[IVXLC]+")
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"(?:[ ]?[.…·]){5}[ ]?(?:\d{1,4}|[ivxlc]{1,6})\Z")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\Z")
_BULLET = re.compile(r"[•‣▪●◦■□–—*·-]\s|\(?(?:\d{1,3}|[a-z])[.)]\s")
_CUT_WORD = re.compile(r"(?P<before>\d+|[^\W\d_]+(?:['’-][^\W\d_]+)*)(?P<hyphen>[-\u2010\u00ad])\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page: its words, the page, and where they stand in points; None where that is unknown."""

    words: str
    page: int
    left: float | None
    baseline: float | None
    size: float | None


def read_pdf(source: Input, _options: ReadingOptions) -> Iterator[Article]:
    """The one article in a PDF, with the page for each place of its text; the first page is 1."""
    try:
        import pypdf  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise missing_library(source.source, "PDF", "pdf") from error
    # Without a handler Python prints what pypdf warns about.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())

    data = source.read_bytes()
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
        pages = (
            []
            if is_locked
            else [list(_read_lines(page, number)) for number, page in enumerate(reader.pages, 1)]
        )
        title, author = (None, None) if is_locked else _metadata(reader)
    except Exception as error:  # a broken file makes pypdf raise whatever its parse runs into
        what = " ".join(str(error).split()) or type(error).__name__
        raise ReadingError(f"{source.source}: not a PDF that can be read: {what}") from error
    if is_locked:
        raise ReadingError(f"{source.source}: the PDF is locked with a password")
    if not any(pages):
        raise ReadingError(f"{source.source}: no text in this PDF; if its pages are pictures, OCR helps")
    text = Paragraphs("page")
    _add_lines(text, list(_without_running_heads(pages)))
    yield text.article(source.source, title=title, author=author)


def _metadata(reader: Any) -> tuple[str | None, str | None]:
    """Title and author. The dates in a PDF are those of the file, not of the publication."""
    metadata = reader.metadata
    if metadata is None:
        return None, None
    title, author = (" ".join(str(entry or "").split()) for entry in (metadata.title, metadata.author))
    return title or None, author or None


# Lines


def _read_lines(page: Any, number: int) -> Iterator[_Line]:
    """The lines of a page in the order of the file, without empty ones."""
    fragments: list[tuple[str, float, float, float]] = []

    def keep(
        text: str, outer: Sequence[float], inner: Sequence[float], _font: object, size: float | None
    ) -> None:
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = abs(inner[3] * outer[3]) or abs(inner[1] * outer[2]) or 1.0
        fragments.append((text, x, y, (size or 0.0) * scale))

    page.extract_text(visitor_text=keep)
    words: list[str] = []
    place: tuple[float, float] | None = None
    sizes: Counter[float] = Counter()
    for text, x, y, size in fragments:
        for index, piece in enumerate(text.split("\n")):
            if index:
                yield from _line(words, number, place, sizes)
                words, place, sizes = [], None, Counter()
            words.append(piece)
            if piece.strip() and index == 0:  # only the first line of a fragment stands at its place
                place = place or (x, y)
                sizes[round(size, 1)] += len(piece)
    yield from _line(words, number, place, sizes)


def _line(
    pieces: Sequence[str], page: int, place: tuple[float, float] | None, sizes: Counter[float]
) -> Iterator[_Line]:
    words = _LIGATURE.sub(lambda match: _LIGATURES[match[0]], " ".join("".join(pieces).split()))
    words = _HIDDEN_HYPHEN.sub("", words)
    if words:
        left, baseline = place or (None, None)
        size = sizes.most_common(1)[0][0] if sizes else None
        yield _Line(words, page, left, baseline, size or None)


# Running heads and page numbers


def _without_running_heads(pages: Sequence[Sequence[_Line]]) -> Iterator[_Line]:
    """The lines of all pages without what stands at the same edge of their neighbours too."""
    for index, lines in enumerate(pages):
        neighbours = [
            (distance, pages[index + distance])
            for distance in range(-HEAD_REACH, HEAD_REACH + 1)
            if distance and 0 <= index + distance < len(pages)
        ]
        edge = min(EDGE_LINES, len(lines))
        top = bottom = 0
        while top < edge and _is_running(lines[top], [(d, page[:EDGE_LINES]) for d, page in neighbours]):
            top += 1
        while bottom < edge - top and _is_running(
            lines[-1 - bottom], [(d, page[-EDGE_LINES:]) for d, page in neighbours]
        ):
            bottom += 1
        body = list(lines[top : len(lines) - bottom])
        if len(pages) == 1:
            body = _without_page_number(body)
        yield from (line for line in body if not _CONTENTS_LINE.search(line.words[-WORD_REACH:]))


def _is_running(line: _Line, neighbours: Sequence[tuple[int, Sequence[_Line]]]) -> bool:
    if _LOWER_ROMAN.fullmatch(line.words):  # of a preface, whose next pages may be empty
        return True
    return any(_is_same_head(line, other, distance) for distance, lines in neighbours for other in lines)


def _is_same_head(here: _Line, there: _Line, distance: int) -> bool:
    """Whether two lines are the same but for a page number that is higher by the distance of the pages."""
    if _differ_in_size(here, there):  # a title that later pages repeat as their head
        return False
    if _ROMAN.fullmatch(here.words) and _ROMAN.fullmatch(there.words):
        return True
    if _NUMBER.sub("#", here.words) != _NUMBER.sub("#", there.words):
        return False
    numbers = zip(_NUMBER.findall(here.words), _NUMBER.findall(there.words), strict=True)
    changes = [int(after) - int(before) for before, after in numbers if before != after]
    if not changes:
        # A table may repeat a row of numbers by chance; words that come back at the edge are a head.
        return any(character.isalpha() for character in here.words)
    return changes == [distance]


def _differ_in_size(one: _Line, other: _Line) -> bool:
    return bool(one.size and other.size and abs(one.size - other.size) > MAX_SIZE_CHANGE * one.size)


def _without_page_number(lines: list[_Line]) -> list[_Line]:
    """A single page without its number."""
    for edge in (0, -1):
        match = _PAGE_NUMBER.fullmatch(lines[edge].words) if len(lines) > 1 else None
        if match and match["number"] == "1":
            del lines[edge]
    return lines


# Paragraphs


def _add_lines(text: Paragraphs, lines: Sequence[_Line]) -> None:
    known = Counter(word.lower() for line in lines for word in _WORD.findall(line.words))
    usual_gap = _usual_gap(lines)
    longest: Counter[int] = Counter()
    for line in lines:
        longest[line.page] = max(longest[line.page], len(line.words))
    for line, after in itertools.zip_longest(lines, lines[1:]):
        words = line.words
        text.set_place(line.page)
        if after is None:
            text.add(words)
            return
        is_full = len(words) >= max(FULL_LINE_SHARE * longest[line.page], NARROWEST_COLUMN_CHARS)
        if _parts(line, after, usual_gap, is_full=is_full):
            text.add(words)
            text.end_paragraph()
        elif cut := _cut_word(words):
            text.add(_mended(words, cut, after.words, known))
        else:
            text.add(words)
            if is_full or after.words[0].islower():
                text.add(" ")
            else:  # a short line with no sign of going on: the splitter judges from both
                text.end_line()


def _usual_gap(lines: Sequence[_Line]) -> float:
    """The usual distance of two baselines, as a multiple of the size."""
    gaps = []
    for before, after in itertools.pairwise(lines):
        gap = _gap(before, after)
        if gap is not None and 0 < gap < 3:
            gaps.append(round(gap, 2))
    return median(gaps) if gaps else 1.2


def _gap(before: _Line, after: _Line) -> float | None:
    """The distance of two baselines on a page, as a multiple of the size; negative for a step upwards."""
    if before.page != after.page or before.baseline is None or after.baseline is None or before.size is None:
        return None
    return (before.baseline - after.baseline) / before.size


def _parts(before: _Line, after: _Line, usual_gap: float, *, is_full: bool) -> bool:
    """Whether a new paragraph begins with `after`."""
    if _BULLET.match(after.words):
        return True
    if _differ_in_size(before, after):
        return True
    is_finished = bool(_SENTENCE_END.search(before.words[-WORD_REACH:]))
    gap = _gap(before, after)
    if gap is None or gap < 0:  # the next page or column
        is_cut = _cut_word(before.words) is not None
        return is_finished or not (is_full or is_cut or after.words[0].islower())
    if gap > MAX_LINE_GAP * usual_gap:
        return True
    if before.left is not None and after.left is not None and after.left - before.left > (before.size or 0):
        return is_finished
    return is_finished and not is_full


def _cut_word(words: str) -> re.Match[str] | None:
    return _CUT_WORD.search(words, max(0, len(words) - WORD_REACH))


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
