"""The lines of the pages of a PDF, with where their words stand.

PDFium gives the characters one by one, in the order of the file. Words are parted where a space or a gap
stands between them, lines where the next word stands elsewhere. What lies outside of the page as it is
shown is left out.
"""

from __future__ import annotations

import ctypes
import json
import re
import zlib
from collections import Counter, deque
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, repeat
from operator import sub
from typing import TYPE_CHECKING, Any

from claimcheck.reading.raised_digits import raise_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

WORD_GAP = 0.2
"""A gap wider than this share of the size parts words that no space parts."""

CELL_GAP = 1.1
"""A gap wider than this, in sizes, parts cells; justified lines seldom have one."""

MIN_WIDER = 1.4
FIGURE_GAP = 0.45
"""Two figures at the end of a line that stand further apart than this, in sizes, are two cells."""

MAX_TURNED_SHARE = 0.5
"""Of a page with a higher share of turned letters, all are read: the page itself is turned."""

MAX_SHIFT = 0.45
"""Raised and lowered signs stay within this share of the size of the line they belong to."""

MIN_LEADER_DOTS = 4
"""Three dots are an ellipsis."""

_LEADER = re.compile(r"\.{4,}\Z")
MIN_RISE = 0.15
"""The numbers of notes and exponents stand higher than their line by more than this share of its size."""

MAX_RISE = 0.7
"""Higher up they belong to another line."""

_NOTES = re.compile(r"\d{1,3}(?:[,;–-]\d{1,3})*[,;–-]?")
MAX_RAISED_SIZE = 0.85
_BEFORE_NOTE = frozenset('.,;:!?)"”’')
_ORDINAL_ENDS = frozenset(["st", "nd", "rd", "th"])
_RAISABLE = frozenset("0123456789-−–")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SAME_SIGNS = {"\u2126": "\u03a9", "\u212a": "K", "\u212b": "\u00c5"}
"""Signs of units that Unicode has twice, ohm, kelvin and ångström, with the letters they stand for."""

_WRITTEN = _LIGATURES | _SAME_SIGNS
_LINE_HYPHEN = "\x02"  # how PDFium marks a hyphen that cuts a word at the end of a line
FRACTION_SLASH = "\u2044"  # with its numbers raised and lowered, and set apart from them
LOST = "\0"
"""A sign whose character the file does not give."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a line with no wide gap between them; places in points."""

    words: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, the page, and where they stand in points."""

    words: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    cells: tuple[Cell, ...]
    first_size: float
    """The size of the first word: raised numbers are smaller."""
    has_code_font: bool = False
    """Whether the signs of its words are all equally wide, as those of a typewriter are."""
    lines: int = 1
    """Of so many lines of the page it was put together."""


def pack_lines(lines: Iterable[Line]) -> bytes:
    """Lines in a tenth of the memory, for `unpack_lines`."""
    rows = [
        (
            line.words,
            line.page,
            line.left,
            line.right,
            line.baseline,
            line.size,
            None if _is_one_cell(line) else [(cell.words, cell.left, cell.right) for cell in line.cells],
            line.first_size,
            line.has_code_font,
            line.lines,
        )
        for line in lines
    ]
    return zlib.compress(json.dumps(rows).encode("ascii"), 1)


def _is_one_cell(line: Line) -> bool:
    return line.cells == (Cell(line.words, line.left, line.right),)


def unpack_lines(packed: bytes) -> list[Line]:
    """The lines that were packed, equal to what they were."""
    return [
        Line(
            words,
            page,
            left,
            right,
            baseline,
            size,
            (Cell(words, left, right),) if cells is None else tuple(Cell(*cell) for cell in cells),
            *rest,
        )
        for words, page, left, right, baseline, size, cells, *rest in json.loads(zlib.decompress(packed))
    ]


@dataclass(slots=True)
class _Word:
    text: str
    left: float
    right: float
    baseline: float
    size: float
    is_turned: bool = False
    raised: tuple[int, ...] = ()
    """Where its raised digits stand, with their sign."""
    has_code_font: bool = False


def read_lines(page: Any, number: int) -> list[Line]:
    """The lines of a page in the order of the file, without empty ones; cells may be lines of their own."""
    found: list[Line] = []
    words: list[_Word] = []
    for word in _with_raised_signs(_without_turned(list(_words(page)))):
        if words and not _is_on_line(words, word):
            found.append(_line(words, number))
            words = []
        words.append(word)
    if words:
        found.append(_line(words, number))
    return found


def _without_turned(words: list[_Word]) -> list[_Word]:
    """Words without those that run up or down the page, such as a printer's mark in the margin."""
    turned = sum(len(word.text) for word in words if word.is_turned)
    if not turned or turned > MAX_TURNED_SHARE * sum(len(word.text) for word in words):
        return words
    return [word for word in words if not word.is_turned]


def _with_raised_signs(words: list[_Word]) -> list[_Word]:
    """Words with the signs raised beside them that the file gives as words of their own, or elsewhere.

    Numbers of notes, exponents and the ends of ordinals: "µm" and its "3", "IV" and its "th".
    """
    small = [index for index, word in enumerate(words) if _may_be_raised(word)]
    hosts = {index: host for index in small if (host := _raised_beside(words, index)) is not None}
    for index, host in hosts.items():
        text = words[index].text
        words[host].text += raise_digits(text)
        words[host].right = words[index].right
    return [word for index, word in enumerate(words) if index not in hosts] if hosts else words


def _may_be_raised(word: _Word) -> bool:
    return word.text in _ORDINAL_ENDS or _NOTES.fullmatch(word.text) is not None


def _raised_beside(words: Sequence[_Word], index: int) -> int | None:
    """The place of the word whose raised end a word is, if it is no part of the lines beside it."""
    word = words[index]
    before, after = words[index - 1] if index else None, words[index + 1 : index + 2]
    if before is not None and _is_raised_at(before, word) and not _is_on_line([before], word):
        return index - 1
    if (before is not None and _is_on_line([before], word)) or (after and _is_on_line([word], after[0])):
        return None
    return next((place for place, other in enumerate(words) if _is_raised_at(other, word)), None)


def _is_raised_at(word: _Word, sign: _Word) -> bool:
    """Whether a small sign stands right behind a word, above its line."""
    rise = sign.baseline - word.baseline
    return (
        MIN_RISE * word.size < rise < MAX_RISE * word.size
        and sign.size < MAX_RAISED_SIZE * word.size
        and abs(sign.left - word.right) < WORD_GAP * word.size
        and (word.text[-1].isalnum() or word.text[-1] in _BEFORE_NOTE)
    )


def _words(page: Any) -> Iterator[_Word]:
    textpage = page.get_textpage()
    # unlike the crop box, also where all pages share one
    yield from _WordReader(textpage, page.get_bbox()).read()
    textpage.close()


_RUN = re.compile(r"(?:\S|\xa0)+")
_SPECIAL = re.compile(f"[{_LINE_HYPHEN}{FRACTION_SLASH}{''.join(_WRITTEN)}]")


class _WordReader:
    """The words of a page. What is asked of PDFium sign by sign takes longer than all the rest, so the
    characters come at once, the boxes by a loop in C, and a run whose signs stand level and close is taken
    whole.
    """

    def __init__(self, textpage: Any, bounds: tuple[float, float, float, float]) -> None:
        self._raw = textpage.raw
        self._text = _characters(textpage)
        self._lefts, self._tops, self._rights, self._lows = _boxes(self._raw, len(self._text))
        self._bounds = bounds
        self._are_all_shown = not self._text or self._is_shown(0, len(self._text))
        self._runs = [run.span() for run in _RUN.finditer(self._text)]
        starts = [start for start, _ in self._runs]
        self._stands = dict(zip(starts, _stands(self._raw, starts), strict=True))
        code = zip(starts, _have_code_font(self._raw, starts), strict=True)
        self._code = {start for start, is_code in code if is_code}
        self._word: _Word | None = None
        self._low_first = self._low_before = 0.0  # the bottoms of the first and of the last sign of the word

    def read(self) -> Iterator[_Word]:
        """The words in the order of the file."""
        for start, end in self._runs:
            word = None if _SPECIAL.search(self._text, start, end) else self._whole(start, end)
            if word is None:
                yield from self._read_run(start, end)
                continue
            if self._word is not None:
                yield _with_raised_digits(self._word)
            self._word = word
            self._low_first = self._low_before = self._lows[start]
        if self._word is not None:
            yield _with_raised_digits(self._word)

    def _whole(self, start: int, end: int) -> _Word | None:
        """A run as one word; None where that takes a look at each sign."""
        if self._word is not None and self._word.text[-1] == FRACTION_SLASH:
            return None
        lows, lefts, rights = self._lows[start:end], self._lefts[start:end], self._rights[start:end]
        is_level = lows.count(lows[0]) == end - start
        if not is_level or min(rights) < lefts[0] or not (self._are_all_shown or self._is_shown(start, end)):
            return None
        word = self._begin(start, self._text[start:end])
        word.right = max(rights)
        widest = max(map(sub, lefts[1:], rights), default=0.0)
        return word if widest <= WORD_GAP * word.size else None

    def _is_shown(self, start: int, end: int) -> bool:
        """Whether some signs lie on the page as it is shown, with all of their boxes."""
        left, bottom, right, top = self._bounds
        return (
            left <= min(self._lefts[start:end])
            and max(self._rights[start:end]) <= right
            and bottom <= min(self._lows[start:end])
            and max(self._tops[start:end]) <= top
        )

    def _begin(self, index: int, text: str) -> _Word:
        """A word that begins with a sign; its right end is that of the sign."""
        stand = self._stands.get(index) or next(_stands(self._raw, [index]))
        word = _Word(text, self._lefts[index], self._rights[index], *stand)
        word.has_code_font = index in self._code
        return word

    def _read_run(self, start: int, end: int) -> Iterator[_Word]:
        """The words of a run, sign by sign; the last one stays open."""
        left, bottom, right, top = self._bounds
        is_parted = True  # whether white space stands behind the word
        for index in range(start, end):
            character = self._text[index]
            first, last, low = self._lefts[index], self._rights[index], self._lows[index]
            if not (left <= (first + last) / 2 <= right and bottom <= (low + self._tops[index]) / 2 <= top):
                continue
            character = "-" if character == _LINE_HYPHEN else _WRITTEN.get(character, character)
            word = self._word
            if word is not None and _goes_into_fraction(word.text, character):
                if character == FRACTION_SLASH and (whole := _whole_number(word)):
                    yield whole
            elif word is not None and (
                is_parted
                or first - word.right > WORD_GAP * word.size
                or last < word.left
                or min(abs(low - self._low_first), abs(low - self._low_before)) > MAX_SHIFT * word.size
            ):
                yield _with_raised_digits(word)
                word = None
            is_parted = False
            if word is None:
                self._word = self._begin(index, character)
                self._low_first = low
            else:
                is_raised = character in _RAISABLE and low - self._low_first > MIN_RISE * word.size
                if is_raised:
                    baseline, _, _ = next(_stands(self._raw, [index]))
                    if baseline - word.baseline > MIN_RISE * word.size:
                        word.raised += (len(word.text),)
                word.text += character
                word.right = max(word.right, last)
            self._low_before = low


_UNTOLD = "\ufffe"  # in a text that PDFium gives whole: a sign to be asked for by itself


def _characters(textpage: Any) -> str:
    """The character of each sign of a page; `LOST` where the file does not give it."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra

    count = textpage.count_chars()
    text = textpage.get_text_range(0, -1) if count else ""
    if len(text) != count:
        return "".join(_character(pdfium.FPDFText_GetUnicode(textpage.raw, index)) for index in range(count))
    if _UNTOLD not in text:
        return text
    return "".join(
        _character(pdfium.FPDFText_GetUnicode(textpage.raw, index)) if character == _UNTOLD else character
        for index, character in enumerate(text)
    )


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _boxes(textpage: Any, count: int) -> tuple[list[float], list[float], list[float], list[float]]:
    """The left, top, right and bottom of each sign of a page, in points."""
    edges = (ctypes.c_float * (4 * count))()
    box = _asked("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p)
    deque(map(box, repeat(_address(textpage)), range(count), _addresses(edges, 4)), maxlen=0)
    return edges[0::4], edges[1::4], edges[2::4], edges[3::4]


def _stands(textpage: Any, signs: Sequence[int]) -> Iterator[tuple[float, float, bool]]:
    """For some signs of a page the baseline, the size, and whether they run up or down the page."""
    parts = (ctypes.c_float * (6 * len(signs)))()
    matrix = _asked("FPDFText_GetMatrix", ctypes.c_int, ctypes.c_void_p)
    deque(map(matrix, repeat(_address(textpage)), signs, _addresses(parts, 6)), maxlen=0)
    origins = (ctypes.c_double * (2 * len(signs)))()
    places = _addresses(origins, 2)
    uprights = range(places.start + ctypes.sizeof(ctypes.c_double), places.stop + places.step, places.step)
    origin = _asked("FPDFText_GetCharOrigin", ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    deque(map(origin, repeat(_address(textpage)), signs, places, uprights), maxlen=0)
    size = _asked("FPDFText_GetFontSize", ctypes.c_double)
    sizes = map(size, repeat(_address(textpage)), signs)
    matrices = zip(parts[0::6], parts[1::6], parts[2::6], parts[3::6], strict=True)
    for baseline, plain_size, (a, b, c, d) in zip(origins[1::2], sizes, matrices, strict=True):
        scale = (c**2 + d**2) ** 0.5 or 1.0
        yield baseline, round(plain_size * scale, 1) or 1.0, abs(b) > abs(a)


_FONT_CHARS = 48
_FIXED_PITCH = 1  # a flag of fonts (ISO 32000-1, 9.8.2)
_CODE_FONT = re.compile(
    rb"mono|NimbusMon|courier|consol|typewriter|menlo|inconsolata|(?:fira|source) ?code|andale|txtt"
    rb"|CM(?:SL|I|TCSC)?TT|(?:SF|EC)(?:TT|ST|IT)\d|LMTT",
    re.IGNORECASE,
)


def _have_code_font(textpage: Any, signs: Sequence[int]) -> Iterator[bool]:
    """For some signs of a page whether their font is one whose signs are all equally wide."""
    names = ctypes.create_string_buffer(_FONT_CHARS * len(signs))
    flags = (ctypes.c_int * len(signs))()
    asked = _asked("FPDFText_GetFontInfo", ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_void_p)
    first = ctypes.addressof(names)
    places = range(first, first + _FONT_CHARS * len(signs), _FONT_CHARS)
    told = map(asked, repeat(_address(textpage)), signs, places, repeat(_FONT_CHARS), _addresses(flags, 1))
    deque(told, maxlen=0)
    written = names.raw
    known: dict[bytes, bool] = {}
    for index, flag in enumerate(flags):
        name = written[_FONT_CHARS * index : _FONT_CHARS * (index + 1)]
        is_code = known.get(name)
        if is_code is None:
            is_code = known[name] = _CODE_FONT.search(name.partition(b"\0")[0]) is not None
        yield is_code or bool(flag & _FIXED_PITCH)


@cache
def _asked(name: str, result: Any, *places: Any) -> Callable[..., Any]:
    """A function of PDFium about a sign of a page, which takes addresses as numbers.

    So `map` calls it without a step of Python between, and nothing is made for each sign.
    """
    import pypdfium2.raw as pdfium  # noqa: PLC0415 - an extra

    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
    assert address is not None
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, ctypes.c_int, *places)(address)


def _address(pointer: Any) -> int | None:
    return ctypes.cast(pointer, ctypes.c_void_p).value


def _addresses(numbers: Any, step: int) -> range:
    """The addresses of every `step`-th number of an array."""
    start, width = ctypes.addressof(numbers), step * ctypes.sizeof(numbers._type_)
    return range(start, start + ctypes.sizeof(numbers), width)


def _goes_into_fraction(before: str, character: str) -> bool:
    """Whether a sign belongs to the fraction that the word before ends with: "1", a slash and "4"."""
    if character == FRACTION_SLASH:
        return before[-1].isdigit()
    return before[-1] == FRACTION_SLASH and character.isdigit()


def _whole_number(word: _Word) -> _Word | None:
    """The whole number in front of a raised numerator, cut off from its word: the 2 of "21⁄4" for 2 1/4."""
    if not word.raised or not word.text.isdigit():
        return None
    first = word.raised[0]
    whole = replace(word, text=word.text[:first], right=word.left, raised=())
    word.text = word.text[first:]
    word.raised = ()
    return whole


def _with_raised_digits(word: _Word) -> _Word:
    """A word with its raised digits written as such; a numerator is set apart from a whole number."""
    if not word.raised or FRACTION_SLASH in word.text:
        return word
    first, behind = word.raised[0], word.raised[-1] + 1
    before, raised, after = word.text[:first], word.text[first:behind], word.text[behind:]
    if after.startswith("/"):
        word.text = f"{before} {raised}{after}" if before.isdigit() else word.text
    elif len(raised) == len(word.raised):
        word.text = f"{before}{raise_digits(raised)}{after}"
    return word


def _is_on_line(words: Sequence[_Word], word: _Word) -> bool:
    last = words[-1]
    size = max(last.size, word.size)
    is_level = abs(word.baseline - last.baseline) <= MAX_SHIFT * size
    return is_level and word.left >= last.right - 0.5 * size


def _line(words: Sequence[_Word], page: int) -> Line:
    size = words[0].size
    if any(word.size != size for word in words):
        sizes: Counter[float] = Counter()
        for word in words:
            sizes[word.size] += len(word.text)
        size = sizes.most_common(1)[0][0]
    baseline = next(word.baseline for word in words if word.size == size)
    for word in words:
        is_raised = word.baseline - baseline > MIN_RISE * size and word.size < MAX_RAISED_SIZE * size
        if is_raised and _NOTES.fullmatch(word.text):
            word.text = raise_digits(word.text)
    cells: list[list[_Word]] = []
    is_led = False
    cuts = _cuts_between_figures(words, size)
    for index, (word, text) in enumerate(zip(words, _without_leaders(words), strict=True)):
        if not text:
            is_led = True
            continue
        if not cells or is_led or index in cuts or word.left - cells[-1][-1].right > CELL_GAP * size:
            cells.append([])
        is_led = len(text) < len(word.text)
        cells[-1].append(word if text == word.text else replace(word, text=text))
    joined = " ".join([word.text for word in words])
    return Line(
        joined,
        page,
        words[0].left,
        max(word.right for word in words),
        baseline,
        size,
        tuple(_cell(cell, joined) for cell in cells),
        words[0].size,
        all(word.has_code_font for word in words),
    )


def _cell(words: Sequence[_Word], line: str) -> Cell:
    """A cell; the one of a line of prose shares its string with the line."""
    joined = " ".join([word.text for word in words])
    return Cell(line if joined == line else joined, words[0].left, max([word.right for word in words]))


_FIGURE_PART = re.compile(r"[$€£¥(]{0,3}[-−–]?\d[\d,.]*[)%*]{0,3}|[$€£¥]|[-—–]+|[)%*]+")
_OPENS_FIGURE = frozenset(["$", "€", "£", "¥", "("])
_CLOSES_FIGURE = frozenset([")", "%", ")%", "*"])
_FIGURE_ENDS = frozenset("0123456789)%*-–—")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_PERIODS = re.compile(
    rf"(?:as of |fiscal |year ended )?(?:{_MONTH} \d{{1,2}}, (?:19|20)\d\d|\d{{1,2}} {_MONTH} (?:19|20)\d\d"
    rf"|{_MONTH} (?:19|20)\d\d|(?:Q[1-4] |FY ?)?(?:19|20)\d\d(?:/\d\d)?)(?:\Z| )",
    re.IGNORECASE,
)


def _cuts_between_figures(words: Sequence[_Word], size: float) -> set[int]:
    """Where a line is cut that ends in several figures, or is nothing but periods, set too close to be parted
    by their distance alone. Words of a sentence stand half as far apart.
    """
    if len(words) < 2 or words[-1].text[-1] not in _FIGURE_ENDS:
        return set()
    starts = []
    for index in range(len(words) - 1, -1, -1):
        text = words[index].text
        if not _FIGURE_PART.fullmatch(text):
            break
        before = words[index - 1] if index else None
        is_inside = before is not None and (before.text in _OPENS_FIGURE or text in _CLOSES_FIGURE)
        if not is_inside and (before is None or words[index].left - before.right > FIGURE_GAP * size):
            starts.append(index)
    if len(starts) < 2:
        return _cuts_between_periods(words)
    # in a line of prose that is set to its full width all gaps are as wide
    label = words[: starts[-1]]
    usual = max((after.left - before.right for before, after in pairwise(label)), default=0.0)
    narrowest = min(words[index].left - words[index - 1].right for index in starts if index)
    return set(starts) if narrowest > MIN_WIDER * usual else set()


def _cuts_between_periods(words: Sequence[_Word]) -> set[int]:
    """Where a line is cut that is nothing but periods: "January 3, 2020 December 28, 2018"."""
    line = " ".join(word.text for word in words)
    starts = []
    position = 0
    while position < len(line):
        period = _PERIODS.match(line, position)
        if period is None:
            return set()
        starts.append(line.count(" ", 0, position))
        position = period.end()
    return set(starts) if len(starts) > 1 else set()


def _without_leaders(words: Sequence[_Word]) -> Iterator[str]:
    """The words, empty for the dots that lead from one cell to the next."""
    dots = [not word.text.strip(".…·") for word in words]
    for index, word in enumerate(words):
        if not dots[index]:
            yield _LEADER.sub("", word.text) if "...." in word.text else word.text
            continue
        run = word.text
        for step in (-1, 1):
            place = index + step
            while 0 <= place < len(words) and dots[place] and len(run) < MIN_LEADER_DOTS:
                run += words[place].text
                place += step
        is_short_leader = len(run) == 2 and index + 1 < len(words)
        yield "" if is_short_leader or len(run) >= MIN_LEADER_DOTS else word.text


def with_cells_in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines with those put together that follow each other in the file, level and from left to right."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        if (
            last is not None
            and abs(last.baseline - line.baseline) < 0.2 * line.size
            and line.left - last.right > 0
            and len(last.words) < 200
        ):
            found[-1] = Line(
                f"{last.words} {line.words}",
                last.page,
                last.left,
                line.right,
                last.baseline,
                last.size,
                (*last.cells, *line.cells),
                last.first_size,
                last.has_code_font and line.has_code_font,
            )
        else:
            found.append(line)
    return found
