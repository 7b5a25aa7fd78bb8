"""The running text of a PDF: lines become paragraphs, notes stand behind what they cut, headings alone."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from claimcheck.language import load_small_words
from claimcheck.reading.pdf.bullets import BULLETS
from claimcheck.reading.pdf.drop_capitals import with_drop_capitals
from claimcheck.reading.pdf.items import find_items
from claimcheck.reading.pdf.line_ends import SENTENCE_END, WORD_REACH, cut_word, is_cut_address, mend_cut_word
from claimcheck.reading.pdf.line_numbers import has_number_apart
from claimcheck.reading.pdf.places import (
    MAX_SIZE_CHANGE,
    differ_in_size,
    find_column_edges,
    find_usual_gap,
    find_usual_size,
    gap_between,
    is_full_line,
)
from claimcheck.reading.pdf.unreadable import find_empty_lines, find_index_lines
from claimcheck.reading.raised_digits import without_note_marks

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from claimcheck.reading.paragraphs import Paragraphs
    from claimcheck.reading.pdf.lines import Line

MAX_LINE_GAP = 1.3
"""A gap that is wider than the usual one by this factor parts paragraphs. LaTeX and Word set paragraphs apart
by a half to a whole line (1.5 and more); lines with raised or lowered signs differ by less than a tenth."""

SAME_PLACE = 2.0
"""Cells that begin within so many points of each other stand in one column."""

MIN_CELLS_OF_ROW = 3
MIN_CELL_SHIFT = 3.0
"""What is told in the last cell of a row begins so many sizes right of the row at least."""

SAME_GAP = 0.05
"""Gaps that differ by less are the same."""

MAX_WIDE_GAP = 3.2
"""Double spacing sets baselines two and a half to three sizes apart."""

_BULLET = re.compile(rf"[{BULLETS}–—*-]\s|\(?(?:\d{{1,3}}|[a-z])[.)]\s|[⁰¹²³⁴-⁹]{{1,3}}\s?[A-Z“‘\"]")

_DASH = re.compile(r"[–—]\s")

_NUMBERED_HEADING = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}\.?)\s+(?=[A-Z“])")
MAX_HEADING_CHARS = 80

_SUBHEADING = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=[A-Z“][a-z]?)")
"""A number with a dot in it, as parts of chapters have, before words."""


def add_lines(text: Paragraphs, lines: Sequence[Line], known: Counter[str]) -> None:
    """Add running lines as paragraphs; `known` counts the words of the whole document."""
    lines = _with_notes_behind(with_drop_capitals(lines, known))
    usual_gap = find_usual_gap(lines)
    edges = find_column_edges(lines)
    headings = _find_headings(lines)
    empty = find_empty_lines(lines, edges) | find_index_lines(lines)
    items = find_items(lines, edges)
    apart = headings | empty
    begins = True
    for index, (line, after) in enumerate(itertools.zip_longest(lines, lines[1:])):
        words = without_note_marks(line.words)
        text.set_place(line.page)
        if has_number_apart(line):
            number, _, words = words.partition(" ")
            text.add(f"{number} ", is_aside=True)
        if begins and line.head_chars and len(line.words) == len(words):
            text.add(words[: line.head_chars])
            text.end_paragraph()
            words = words[line.head_chars :].lstrip()
        is_alone, begins = begins, False
        if after is None:
            _add_words(text, words, is_heading=index in headings, is_alone=is_alone, is_aside=index in empty)
            text.end_paragraph()
            return
        is_full = is_full_line(line, after, edges[index].right)
        gap_before = gap_between(lines[index - 1], line) if index else None
        gap_after = gap_between(after, lines[index + 2]) if index + 2 < len(lines) else None
        are_items = is_full and index in items and index + 1 in items
        is_apart = index in apart or index + 1 in apart or are_items
        if is_apart or _parts(line, after, usual_gap, (gap_before, gap_after), is_full=is_full):
            _add_words(text, words, is_heading=index in headings, is_alone=is_alone, is_aside=index in empty)
            text.end_paragraph()
            begins = True
        elif cut := cut_word(words):
            text.add(mend_cut_word(words, cut, after.words, known))
        elif (words[-1] in "–—" and words[-2:-1] != " " and after.words[0].isalnum()) or is_cut_address(
            words, after.words
        ):
            text.add(words)  # "737–" goes on with "9"
        else:
            text.add(words)
            is_sure = is_full and (edges[index].is_shown or bool(SENTENCE_END.search(words[-WORD_REACH:])))
            goes_on = after.words[0].islower() or _is_dash_of_sentence(line, after)
            if is_sure or goes_on or _is_big_figure(line, after):
                text.add(" ")
            else:  # a line with no sign of going on, as items of a slide are: the splitter judges from both
                text.end_line()


def _add_words(text: Paragraphs, words: str, *, is_heading: bool, is_alone: bool, is_aside: bool) -> None:
    """Add a line that ends a paragraph. The number of a heading, and what cannot be read, hold no claims."""
    number = _NUMBERED_HEADING.match(words) if is_heading else None
    if is_alone and len(words) <= MAX_HEADING_CHARS and not SENTENCE_END.search(words):
        number = number or _SUBHEADING.match(words)
    if number is not None:
        text.add(words[: number.end()], is_aside=True)
        text.add(words[number.end() :])
    else:
        text.add(words, is_aside=is_aside)


def _is_big_figure(line: Line, after: Line) -> bool:
    """Whether a line is a figure set large, with its unit and what it is about in smaller lines right
    below.
    """
    is_figure = len(line.words) <= 12 and any(map(str.isdigit, line.words))
    is_below = (
        after.page == line.page and abs(after.left - line.left) < line.size and after.baseline < line.baseline
    )
    return is_figure and is_below and after.size < 0.8 * line.size


def _find_headings(lines: Sequence[Line]) -> set[int]:
    """The lines that are numbered headings, entries of contents, or numbered names of institutes."""
    if not lines:
        return set()
    usual = find_usual_size(lines)
    candidates = {
        index
        for index, line in enumerate(lines)
        if len(line.words) <= MAX_HEADING_CHARS
        and _NUMBERED_HEADING.match(line.words)
        and not SENTENCE_END.search(line.words)
    }
    found = set()
    for index in candidates:
        line = lines[index]
        is_big = line.size > (1 + MAX_SIZE_CHANGE) * usual
        is_raised = line.first_size < (1 - MAX_SIZE_CHANGE) * line.size
        is_listed = index - 1 in candidates or index + 1 in candidates
        after = lines[index + 1] if index + 1 < len(lines) else None
        goes_on = after is not None and after.words[0].islower() and not differ_in_size(line, after)
        if (is_big or is_raised or is_listed) and not goes_on:
            found.add(index)
    return found


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
        return not (is_full and _is_dash_of_sentence(before, after))
    if has_number_apart(after) or _are_rows(before, after) or _is_row_under_cell(before, after):
        return True
    if _is_big_figure(before, after):
        return False
    if differ_in_size(before, after):
        return not (before.size > after.size and _is_under_figure(before, after))
    is_finished = bool(SENTENCE_END.search(before.words[-WORD_REACH:]))
    gap = gap_between(before, after)
    if gap is None or gap < 0:  # the next page or column
        is_cut = cut_word(before.words) is not None
        return is_finished or not (is_full or is_cut or after.words[0].islower())
    if gap > MAX_LINE_GAP * usual_gap:
        # prose that is set more widely than the rest: its lines are full, and as far apart as the next ones
        is_regular = before.size == after.size and any(
            other is not None and abs(other - gap) < SAME_GAP * gap for other in beside
        )
        return not (
            is_regular and is_full and gap < MAX_WIDE_GAP and (not is_finished or after.words[0].islower())
        )
    if after.left - before.left > before.size:
        return is_finished
    return is_finished and not is_full


def _are_rows(before: Line, after: Line) -> bool:
    """Whether two lines are rows of words: they begin at one place, and so does another cell of theirs."""
    if len(before.cells) < 2 or len(after.cells) < 2 or abs(before.left - after.left) > SAME_PLACE:
        return False
    begins = [cell.left for cell in before.cells[1:]]
    return any(abs(cell.left - begin) <= SAME_PLACE for cell in after.cells[1:] for begin in begins)


def _is_row_under_cell(before: Line, after: Line) -> bool:
    """Whether a row of words stands below the last line of a cell of the row before it."""
    is_left_of_it = before.left - after.left > MIN_CELL_SHIFT * after.size
    return len(before.cells) == 1 and len(after.cells) >= MIN_CELLS_OF_ROW and is_left_of_it


def _is_dash_of_sentence(before: Line, after: Line) -> bool:
    """Whether a dash that begins a line stands in a sentence that the full line above begins."""
    return (
        _DASH.match(after.words) is not None
        and _BULLET.match(before.words) is None
        and abs(before.left - after.left) < 1
        and before.size == after.size
        and not SENTENCE_END.search(before.words[-WORD_REACH:])
    )


def _is_under_figure(before: Line, after: Line) -> bool:
    """Whether a line explains the unit under a figure that is set large: "kilograms per barrel" over its
    words.
    """
    is_below = after.page == before.page and abs(after.left - before.left) < 0.3 * before.size
    return is_below and before.words[0].islower() and after.words[0].islower()


# Notes


def _with_notes_behind(lines: Sequence[Line]) -> list[Line]:
    """Lines with the notes of a page, which cut a sentence that goes on on the next page or in the next
    column, behind its paragraph.
    """
    usual_gap, usual_size = find_usual_gap(lines), find_usual_size(lines)
    if all(line.size >= (1 - MAX_SIZE_CHANGE) * usual_size for line in lines):
        return list(lines)
    edges = find_column_edges(lines)
    found: list[Line] = []
    waiting: list[Line] = []
    index = 0
    while index < len(lines):
        end = _end_of_notes(lines, index, usual_size, edges[index - 1].right) if index else index
        if end > index:
            waiting.extend(lines[index:end])
            index = end
            continue
        line = lines[index]
        found.append(line)
        index += 1
        after = lines[index] if index < len(lines) else None
        if waiting and (
            after is None or _is_last_of_paragraph(lines, index - 1, usual_gap, edges[index - 1].right)
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
    if SENTENCE_END.search(before.words[-WORD_REACH:]):
        return index
    end = index
    while end < len(lines) and lines[end].size < smaller:
        end += 1
    if end == len(lines) or differ_in_size(before, lines[end]):
        return index
    gap = gap_between(before, lines[end])
    if gap is not None and gap >= 0:
        return index
    after = lines[end].words
    if after[0].islower() or cut_word(before.words):
        return end
    is_open = before.words.rpartition(" ")[2] in load_small_words()  # "the report of", "Ministry"
    return end if is_open and is_full_line(before, lines[end], edge) else index


def _is_last_of_paragraph(lines: Sequence[Line], index: int, usual_gap: float, edge: float) -> bool:
    """Whether a sentence and its paragraph end with a line that is not the last one of all."""
    line, after = lines[index], lines[index + 1]
    if not SENTENCE_END.search(line.words[-WORD_REACH:]):
        return False
    gaps = (
        gap_between(lines[index - 1], line) if index else None,
        gap_between(after, lines[index + 2]) if index + 2 < len(lines) else None,
    )
    return _parts(line, after, usual_gap, gaps, is_full=is_full_line(line, after, edge))
