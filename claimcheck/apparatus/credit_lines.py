"""Lines in which a page says who wrote it and when it was put there, and which part of a list it shows.

They are read, but hold no claims: "Posted by Ann Ray, 27 Sep 2011 | 18:53", "1 - 5 of 218 results". Found in
the text, as teasers are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.article import is_in_table
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.article import Table

Span = tuple[int, int]

MAX_CREDIT_CHARS = 120
"""A longer line is a paragraph of the text."""

MAX_THANKS_CHARS = 300
MAX_NOTE_CHARS = 400
MAX_OPENING_CHARS = 60
_NOTE_GATES = ("this ", "correction", "clarification")
"""One of them stands at the start of every note on a page itself."""
MAX_CELLS = 4
"""A line with more marks between its parts is a row of a table."""

_LINE = re.compile(r"^[^\n]{3,400}$", re.MULTILINE)
"""Longer lines, with the blanks at their ends, are prose; each line is looked at once."""
_DIGIT = re.compile(r"\d")
_ENDS_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*\s*\Z")
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
_PUT_UP = WordPattern(
    r"\W*(?:(?:<credit_lines/how_put_up>)\s+(?:was\s+)?){0,3}(?:<credit_lines/put_up>)(?:\s*:|\s+(?:by|on|at)\b)[^\n]*",
    re.IGNORECASE,
)
_DAY_OR_CLOCK = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]{2}|\b[A-Z][a-z]{2,8}\.?\s\d{1,2}\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b\d{1,2}/\d{1,2}/\d|\b\d{1,2}[:.]\d\d\b"
)
_PART_OF_RESULTS = WordPattern(
    rf"\W*(?:(?:<credit_lines/showing>)\s+)?{_NUMBER}\s*(?:[-–—]|to)\s*{_NUMBER}\s+of\s+(?:about\s+)?{_NUMBER}"
    r"(?:\s+(?:<credit_lines/result>))?\W*",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s+[|·•]\s+")
_CLOCK = re.compile(
    r"\d{1,2}(?::\d\d(?:\s?[ap]\.?m\.?)?|[:.]\d\d\s?[ap]\.?m\.?)(?:\s[A-Z]{2,4})?", re.IGNORECASE
)
_RUNNING = WordPattern(r"(?:<credit_lines/running>):\s[^\n]*\d[^\n]*", re.IGNORECASE)
_COUNTED = WordPattern(r"(?:[^\n]*\s)?\d[\d,.]*[kKmM]?\s(?:<credit_lines/counted_of_page>)", re.IGNORECASE)
_OF_ITSELF = WordPattern(
    r"\W*(?:(?:correction|clarification|editor['’]s\snote)\s?[:—–-]\s*)?"
    r"(?:this\s(?:<credit_lines/piece>)\s(?:was|has\sbeen)\s(?:\w+\s)?(?:<credit_lines/put_right>)\b"
    r"|an?\s(?:correction|clarification)\swas\smade\son\b"
    r"|an?\s(?:(?:earlier|previous)\s)?version\sof\sthis\s(?:<credit_lines/piece>)\s(?:\w+\s)?"
    r"(?:(?:<credit_lines/told_wrong>)|appear(?:s|ed)\s(?:in|on))\b)[^\n]*",
    re.IGNORECASE,
)
"""A note on the page itself: when it was put right, what an earlier version of it said."""
_FOLLOW = WordPattern(
    r"(?:[^\n]*[.!?]\s)?(?:you\scan\s)?follow\s(?:<credit_lines/author>)\son\s[A-Z@][^\n]*", re.IGNORECASE
)
"""The end of a line on who wrote a page: "Ann Holm is a reporter. Follow her on Twitter"."""
_CONTRIBUTED = re.compile(
    r"(?:[^\n.]|\.(?=\s[A-Z][a-z]+\s))*\bcontributed\s+(?:reporting\s+)?(?:to|from|for)\s+this\s+"
    r"(?:report|story|article)\b[^\n.]*\.?\s*"
)


def find_credit_lines(text: str, tables: Sequence[Table] = ()) -> Iterator[Span]:
    """The lines outside tables that only say whose a page is, since when, or which results it shows."""
    for line in _LINE.finditer(text):
        words = line[0].strip()
        is_short = len(words) <= MAX_CREDIT_CHARS and _DIGIT.search(words) is not None
        if not (is_short and _is_credit(words)) and not _is_thanks(words) and not _is_note(words):
            continue
        if not is_in_table(tables, line.start()):
            yield line.span()


def _is_thanks(words: str) -> bool:
    """Whether a line names those who helped: it may name many."""
    is_short = len(words) <= MAX_THANKS_CHARS
    return is_short and "contributed" in words and _CONTRIBUTED.fullmatch(words) is not None


def _is_note(words: str) -> bool:
    """Whether a line tells of the page itself, or where to follow who wrote it."""
    if len(words) > MAX_NOTE_CHARS:
        return False
    if "ollow " in words and _FOLLOW.fullmatch(words):
        return True
    opening = words[:MAX_OPENING_CHARS].lower()
    return any(gate in opening for gate in _NOTE_GATES) and _OF_ITSELF.fullmatch(words) is not None


def _is_credit(words: str) -> bool:
    if _PART_OF_RESULTS.fullmatch(words):
        return True
    if _ENDS_SENTENCE.search(words):
        return False
    if _PUT_UP.fullmatch(words) and _DAY_OR_CLOCK.search(words):
        return True  # but not "Published by Reed in 1999", which may tell of a book
    cells = _CELL.split(words)
    return 1 < len(cells) <= MAX_CELLS and any(
        _CLOCK.fullmatch(cell) or _RUNNING.fullmatch(cell) or _COUNTED.fullmatch(cell) for cell in cells
    )
