"""Lines of a PDF that say nothing which can be read: signs without sense, rows without their table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.cells import MIN_LEADER_DOTS
from claimcheck.reading.pdf.line_ends import SENTENCE_END
from claimcheck.reading.pdf.places import NARROWEST_COLUMN_CHARS, has_no_room_for
from claimcheck.reading.pdf.rows import is_row
from claimcheck.tables.cells import read_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Line
    from claimcheck.reading.pdf.places import ColumnEdge

_NUMERAL = re.compile(r"[$€£(]*\d[\d,./–-]*[)%]*")
MIN_PROSE_WORDS = 3
MIN_LONE_FIGURES = 2
"""A single row with so many figures is one of a table whose heads stand elsewhere: its scale is not known."""

MIN_DENSE_NUMERALS = 4
"""A line with so many numbers, which make up a third of its words, is a row of a table that cannot be read.
"""

_INDEX_ENTRY = re.compile(r"[^\d.!?]{2,60}(?:, \d{1,4}(?:[–-]\d{1,4})?)+")
MIN_INDEX_ENTRIES = 12
_LED_PAGE = re.compile(r"(?:[ ]?\.){4,}[ ]?\d{1,4}\b(?![.,%]\d)")
MIN_INDEX_SHARE = 0.25
MAX_INDEX_GAP = 4
"""So many lines of an index that end with no page may follow each other: heads and wrapped entries."""

_LEADER = re.compile(r"(?:\.[ ]?){4}")
_READABLE_WORD = re.compile(r"[^\W\d_]{3}")
_ONE_LETTER_WORDS = frozenset("aAI")
_ODD_SIGN = re.compile(r"[#&<>?@;=^\\{}|~!\"'_*]")
MIN_TORN_WORDS = 3
MIN_TORN_LINES = 5
MAX_LONE_LETTERS = 0.15
"""Formulas bring more letters by themselves into some lines of a page; words are torn in most of them."""

_BARE_NUMBERS = re.compile(r"[-−–]?\d+(?:\.\d+)?(?: [-−–]?\d+(?:\.\d+)?)*")
_NUMBER_AND_LABEL = re.compile(r"[-−–]?\d+(?:\.\d+)? [^\d\s].{0,30}")
AXIS_REACH = 5
MIN_AXIS_NUMBERS = 4
"""So many of the next lines that are bare numbers are those of an axis."""

MIN_ODD_SIGNS = 3
MIN_ODD_SHARE = 0.15


def find_empty_lines(lines: Sequence[Line], edges: Sequence[ColumnEdge]) -> set[int]:
    """The lines that say nothing that can be read: signs without sense, or a row without its table."""
    dense = {index for index, line in enumerate(lines) if _is_dense(line)}
    found: set[int] = set()
    for index, line in enumerate(lines):
        if _is_garbled(line.words) or _is_lone_row(line) or _is_end_of_axis(lines, index):
            found.add(index)
        elif index in dense:
            goes_on = index > 0 and index - 1 not in found and _goes_on(lines, edges, index)
            begins = index + 1 < len(lines) and index + 1 not in dense and _begins(lines, edges, index)
            found.update(() if goes_on or begins else (index,))
    return found


def _begins(lines: Sequence[Line], edges: Sequence[ColumnEdge], index: int) -> bool:
    """Whether a line begins a sentence that the next one goes on with."""
    return lines[index + 1].words[0].islower() and _goes_on(lines, edges, index + 1)


def _goes_on(lines: Sequence[Line], edges: Sequence[ColumnEdge], index: int) -> bool:
    """Whether a line goes on with the one before, which has no room for its first word."""
    before, line = lines[index - 1], lines[index]
    return (
        len(before.cells) == len(line.cells) == 1
        and before.page == line.page
        and before.size == line.size
        and before.baseline > line.baseline
        and abs(before.left - line.left) < line.size
        and len(before.words) >= NARROWEST_COLUMN_CHARS
        and has_no_room_for(before, line, edges[index - 1].right)
    )


def find_index_lines(lines: Sequence[Line]) -> set[int]:
    """The lines of the index of a book, most of which end with the numbers of pages."""
    entries = [index for index, line in enumerate(lines) if _INDEX_ENTRY.fullmatch(line.words)]
    found: set[int] = set()
    run: list[int] = []
    for entry in [*entries, len(lines) + MAX_INDEX_GAP + 1]:
        if run and entry - run[-1] > MAX_INDEX_GAP:
            if len(run) >= MIN_INDEX_ENTRIES:
                found.update(range(run[0], run[-1] + 1))
            run = []
        run.append(entry)
    return found


def is_index_in_columns(lines: Sequence[Line]) -> bool:
    """Whether a page is an index in columns that the file gives across: dots lead to two pages in a line."""
    rows = sum(len(_LED_PAGE.findall(line.words)) > 1 for line in lines)
    return rows >= max(MIN_INDEX_ENTRIES, MIN_INDEX_SHARE * len(lines))


def _is_lone_row(line: Line) -> bool:
    return (
        len(line.cells) > MIN_LONE_FIGURES
        and sum(bool(read_figures(cell.words)) for cell in line.cells) >= MIN_LONE_FIGURES
        and is_row(line)
    )


def _is_end_of_axis(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is the last number of an axis with a label beside it: "336 type" behind 168, 252."""
    words = lines[index].words
    if not _NUMBER_AND_LABEL.fullmatch(words) or SENTENCE_END.search(words):
        return False
    beside = (lines[max(0, index - AXIS_REACH) : index], lines[index + 1 : index + 1 + AXIS_REACH])
    return any(
        sum(
            line.page == lines[index].page and _BARE_NUMBERS.fullmatch(line.words) is not None
            for line in stretch
        )
        >= MIN_AXIS_NUMBERS
        for stretch in beside
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
    if numerals < MIN_DENSE_NUMERALS or numerals * 3 < len(words) or SENTENCE_END.search(line.words):
        return False
    # in a sentence words stand between them: "on June 2, 1991. By June 30, 2019, it had 147"
    is_prose = sum(word[0].islower() for word in words) >= MIN_PROSE_WORDS
    return not is_prose or any(all(are_numerals[index : index + 3]) for index in range(len(words) - 2))


def has_letters_apart(lines: Sequence[Line]) -> bool:
    """Whether the words of a page are torn: "America n President Lines , Lt d", as poor scans give them."""
    rows = [words for line in lines if len(words := line.words.split()) >= MIN_TORN_WORDS]
    torn = sum(sum(map(_is_lone_letter, words)) > MAX_LONE_LETTERS * len(words) for words in rows)
    return len(rows) >= MIN_TORN_LINES and torn * 2 > len(rows)


def _is_lone_letter(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word not in _ONE_LETTER_WORDS
