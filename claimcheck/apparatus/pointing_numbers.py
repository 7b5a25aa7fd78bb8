"""Numbers that only point: indexes of books, records, parts of a text, parameters of scripts.

"asinh, 38 atan, 38 atan2, 38" gives pages, "345077 linux syscall execveat support" the number of a report:
they count nothing. Found in the text, so that a page, its PDF and its text give the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]

MIN_ENTRIES = 10
"""Fewer names with numbers behind them may be results, or what somebody scored."""

MAX_ENTRY_CHARS = 70
MIN_ORDERED = 0.75
"""Of the neighbours in an index so many stand in the order of the alphabet, also where columns are mixed."""

MIN_SEVERAL_PAGES = 0.08
"""Of the entries of an index so many name more than one page; figures of a list stand alone."""

MIN_RECORDS = 8
MAX_RECORD_CHARS = 240
"""A record is hardly longer, from its number to that of the next one."""

MIN_RISING = 0.7
"""Numbers of records go up, but for a group or two that begins again."""

_PAGES = re.compile(r",\s\d{1,4}(?:[-–]\d{1,4})?(?=[,\s]|\Z)")
_SENTENCE_END = re.compile(r"[.!?;:]\s|[.!?;:]\Z")
_RECORD = re.compile(r"(?<![\w.,$€£¥#/+-])\d{5,7}(?=[^\S\n]+[\"“'‘]?(?!million|billion|percent)[^\W\d_])")
_RECORD_LINE = re.compile(r"\n[ \t]*\d{5,7}[^\S\n]")
MIN_RECORD_LINES = 3
"""Some of the records begin a line, also where others run on."""
_LETTER = re.compile(r"[^\W\d_]")


MIN_PARTS = 5
MIN_SUCCEEDING = 0.6
"""Of the numbers of parts of a text so many are the next ones after those before them."""

_PART = re.compile(r"\n[ \t]*(?:#{1,6}[ \t]+)?(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})\.?[ \t]+(?=[^\W\d_])")

_CHAPTER = re.compile(r"(?<=\n\n)(?P<number>\d{1,2})\.?[ \t]+[A-Z][^\n.!?]{2,78}(?=\n\n|\Z)")


def find_part_numbers(text: str) -> Iterator[Span]:
    """The numbers of parts at the start of lines ("3.6 sbuild"), in a text whose parts are numbered."""
    found = list(_PART.finditer(text))
    if len(found) < MIN_PARTS:
        return
    numbers = [tuple(map(int, part["number"].split("."))) for part in found]
    succeeding = [_succeeds(before, after) for before, after in pairwise(numbers)]
    if sum(succeeding) >= MIN_SUCCEEDING * len(succeeding):
        yield from (part.span("number") for part in found)
        yield from _chapter_numbers(text, found, numbers)


def _chapter_numbers(
    text: str, parts: Sequence[re.Match[str]], numbers: Sequence[tuple[int, ...]]
) -> Iterator[Span]:
    """The numbers of chapters, "3 Growth", which stand right after the parts of the one before or before
    their own.
    """
    starts = [part.start() for part in parts]
    for found in _CHAPTER.finditer(text):
        index = bisect_left(starts, found.start())
        before = numbers[index - 1][0] if index else 0
        after = numbers[index][0] if index < len(numbers) else before + 1
        if before < int(found["number"]) <= max(after, before + 1):
            yield found.span("number")


_ITEM = re.compile(
    r"(?:\A|\n)[ \t]*(?:#{1,6}[ \t]+)?(?P<number>(?P<first>\d{1,4})/(?P<second>\d{1,4}))"
    r"[.:)]?[ \t]+(?=[^\W\d_])"
)
MIN_ITEMS = 3


def find_item_numbers(text: str) -> Iterator[Span]:
    """The numbers of items at the start of lines, counted through a year: "102/26 Minutes", "2026/15 Roads".

    Days of a month ("9/2", "9/3") are none.
    """
    found = list(_ITEM.finditer(text))
    if len(found) < MIN_ITEMS:
        return
    for counted, fixed in (("first", "second"), ("second", "first")):
        numbers = [int(item[counted]) for item in found]
        rising = sum(after == before + 1 for before, after in pairwise(numbers))
        of_days = fixed == "first" and len(found[0]["first"]) < 3
        if (
            not of_days
            and len({item[fixed] for item in found}) == 1
            and rising >= MIN_SUCCEEDING * (len(found) - 1)
        ):
            yield from (item.span("number") for item in found)
            return


_CAPITAL_HEADING = re.compile(
    r"\n[ \t]*(?:[A-Z]|\d{1,2}|[IVX]{1,5})\.[ \t]+[A-Z][A-Z ,;:’'&/()-]{8,}(?=\n|\Z)"
)


def find_capital_headings(text: str) -> Iterator[Span]:
    """Headings with a number or a letter before them and nothing but capitals: "H. DUTY TO GIVE NOTICE"."""
    yield from (found.span() for found in _CAPITAL_HEADING.finditer(text))


def _succeeds(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether a number is the next one, on its level or on another: 3.7, 4.1 or 3.6.1 after 3.6."""
    level = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    is_next = level == len(before) or (level < len(after) and after[level] == before[level] + 1)
    return is_next and len(after) > level - 1 and max(after[level + 1 :], default=0) <= 1 and before != after


_SPECIAL_PARAMETER = re.compile(r"\$[#@*?!](?![#@*?!])|\$\{\w|\$\d\([A-Z]{2,}\)")
_PARAMETER = re.compile(r"\$\d(?![\d%]|[.,]\d|[ -]?(?:k|m|bn?|[a-z]*illion|thousand|per|an?|each|off)\b)")
MIN_SPECIAL_PARAMETERS = 3
"""A text that writes "$#", "$@", "${name}" or "$1(PERSON)" so often is about scripts or patterns: "$1" is no
dollar.
"""


def find_parameters(text: str) -> Iterator[Span]:
    """The positional parameters of scripts and patterns ("$1") in a text about them."""
    special = _SPECIAL_PARAMETER.finditer(text) if "$" in text else iter(())
    if sum(1 for _ in islice(special, MIN_SPECIAL_PARAMETERS)) == MIN_SPECIAL_PARAMETERS:
        yield from (found.span() for found in _PARAMETER.finditer(text))


def find_indexes(text: str) -> Iterator[Span]:
    """The stretches of an index, from its first name to its last page."""
    run: list[re.Match[str]] = []
    for found in _PAGES.finditer(text):
        if run and not _is_entry(text[run[-1].end() : found.start()]):
            yield from _index(text, run)
            run = []
        run.append(found)
    yield from _index(text, run)


def _is_entry(words: str) -> bool:
    """Whether words between two pages can be the name of an entry; another page follows right away."""
    return len(words) <= MAX_ENTRY_CHARS and not _SENTENCE_END.search(words)


def _index(text: str, run: Sequence[re.Match[str]]) -> Iterator[Span]:
    if len(run) < MIN_ENTRIES:
        return
    between = [text[before.end() : after.start()].strip() for before, after in pairwise(run)]
    letters = [found[0].lower() for words in between if words and (found := _LETTER.search(words))]
    if len(letters) < MIN_ENTRIES:
        return
    ordered = sum(before <= after for before, after in pairwise(letters))
    several = between.count("")
    if ordered >= MIN_ORDERED * (len(letters) - 1) and several >= MIN_SEVERAL_PAGES * len(letters):
        first = max(text.rfind("\n", 0, run[0].start()) + 1, run[0].start() - MAX_ENTRY_CHARS)
        yield first, run[-1].end()


def find_record_numbers(text: str) -> Iterator[Span]:
    """The numbers of a list of records: long, without a separator, each before its words, and going up."""
    lines = _RECORD_LINE.finditer(text)
    if sum(1 for _ in islice(lines, MIN_RECORD_LINES)) < MIN_RECORD_LINES:
        return
    run: list[re.Match[str]] = []
    for found in _RECORD.finditer(text):
        if run and found.start() - run[-1].end() > MAX_RECORD_CHARS:
            yield from _records(run)
            run = []
        run.append(found)
    yield from _records(run)


def _records(run: Sequence[re.Match[str]]) -> Iterator[Span]:
    if len(run) < MIN_RECORDS:
        return
    numbers = [int(found[0]) for found in run]
    rising = sum(before < after for before, after in pairwise(numbers))
    if rising >= MIN_RISING * (len(numbers) - 1) and len(set(numbers)) * 2 > len(numbers):
        yield from (found.span() for found in run)
