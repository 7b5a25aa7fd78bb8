"""What a document says of itself and of its sources: contents, indexes, lists of references, licences.

They are read, but hold no claims: the years, pages and titles in them say nothing of their own.
Found in the text, so that a page, its PDF and its text give the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.credit_lines import find_credit_lines
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.licences import find_licences
from claimcheck.pointing_numbers import (
    find_capital_headings,
    find_indexes,
    find_parameters,
    find_part_numbers,
    find_record_numbers,
)
from claimcheck.teasers import find_teasers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.article import Article, Table

Span = tuple[int, int]

MIN_CONTENTS_LINES = 5
"""Fewer lines that end in numbers which go up may be a list of something else."""

MAX_LINES_BETWEEN = 2
MAX_LINE_CHARS = 160

_ENTRY_OF_CONTENTS = re.compile(
    r"[ \t]*(?P<words>[^\n]{2,150}?[^\W\d_][^\n]{0,8}?)(?P<gap>[ .·…\t]*)(?P<page>(?:\d{1,2}-)?\d{1,4})[ \t]*"
)
_ENDS_IN_DIGIT = re.compile(r"\d[ \t]*$", re.MULTILINE)

_HEADING = (
    r"^[ \t]*(?:#{1,6}[ \t]+)?(?:\d{1,2}(?:\.\d{1,2})?\.?[ \t]+|[IVX]{1,5}\.[ \t]+)?(?:[*_]{2})?"
    r"(?:%s)(?:[*_]{2})?[ \t]*:?[ \t]*(?:\[edit\])?[ \t]*$"
)


@per_lexicon
def _heading() -> re.Pattern[str]:
    words = (re.escape(row["heading"]) for row in load_rows("en/reference_headings.csv"))
    return re.compile(_HEADING % "|".join(words), re.IGNORECASE | re.MULTILINE)


# What entries of references have and sentences seldom do.
_DAY = r"(?:\d{1,2} [A-Z]|[A-Z][a-z]+ \d|\d{4}-)"
_VOLUME = r"\b(?:19|20)\d\d;\s?\d+(?:\s?\(\d+\))?\s?[:;]\s?[A-Z]?\d"
_TELLING = re.compile(
    r"\bdoi[:.]?\s?(?:org/)?10\.|\b(?:ISBN|ISSN|OCLC|PMID|S2CID|Bibcode|LCCN|PMC\d)\b|\barXiv[:.]"
    r"|\bArchived(?: \(PDF\))? from the original\b|\bet al\.,?\s|\bWayback Machine\b"
    rf"|\b(?:Retrieved|Accessed)(?: on)?:? {_DAY}|\((?:eds?\.|[A-Z][a-z]+ )?\d{{4}}[a-z]?\)"
    r"|\b(?:pp?|[Vv]ol|[Nn]o)\.\s?\d|\b\d{1,4}\s?\(\d{1,3}\)\s?:\s?\d|https?://|\bIn Proceedings\b"
    rf"|{_VOLUME}"
    r"|,\s(?:19|20)\d\d[a-z]?\.(?:\s|\Z)|\((?:19|20)\d\d, [A-Z][a-z]+ ?\d{0,2}\)|\bAvailable at\b"
)
_SURELY = re.compile(
    r"\bArchived(?: \(PDF\))? from the original on\b|\bISBN(?:-1[03])?:? [\d-]|\bdoi:\s?10\.|\bBibcode:"
    r"|\bRetrieved(?: on)? (?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)\.?"
    r"|\bArchived \d{4}-\d\d-\d\d at the"
)
# "Sol. Energy 79 (2005) 78-85", "2003; 28(2):40-44"
_JOURNAL = re.compile(rf"\b\d{{1,4}}\s?\((?:19|20)\d\d\)\s[A-Z]?\d|{_VOLUME}")
_NUMBER_OF_ENTRY = re.compile(r"[ \t]*(?:\[(\d{1,3})\]|(\d{1,3})\.)\s*\S")
MAX_NUMBERS_SKIPPED = 3
_NOTE_MARK = re.compile(r"[ \t]*(?:\^|↑)")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
# "12. van den Berg BJ, Roe A (1988) ..." as an entry begins, wherever it stands in a line
_RUN_IN_ENTRY = re.compile(
    r"(?:^|(?<=\s))(?P<number>\d{1,3})\.\s(?:(?:van|von|de|den|der|la)\s){0,2}"
    r"[A-Z][^\W\d_][\w'’-]*\s[A-Z]{1,3}(?:,\s|\s\(|\.\s)",
    re.MULTILINE,
)
MIN_RUN_IN_ENTRIES = 4
MAX_ENTRY_CHARS = 700
MAX_PLAIN_ENTRIES = 2
"""So many entries in a row may have nothing that tells them; then the list is over."""


def asides_of(article: Article) -> tuple[Span, ...]:
    """The stretches of an article that hold no claims, ascending: its reader's asides and its apparatus."""
    text = article.text
    found = [*find_contents(text, article.tables or ()), *find_references(text), *find_teasers(text)]
    found += [
        *find_run_in_references(text),
        *find_indexes(text),
        *find_record_numbers(text),
        *find_parameters(text),
    ]
    found += [*find_part_numbers(text), *find_capital_headings(text), *find_licences(text)]
    found += find_credit_lines(text, article.tables or ())
    if not found:
        return article.asides
    merged: list[Span] = []
    for start, end in sorted([*article.asides, *found]):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


# Contents


def find_contents(text: str, tables: Sequence[Table] = ()) -> Iterator[Span]:
    """Runs of lines that end in page numbers which never go down."""
    starts = [table.start for table in tables]
    run: list[tuple[int, int, tuple[int, ...]]] = []
    for ending in _ENDS_IN_DIGIT.finditer(text):
        start = text.rfind("\n", 0, ending.start()) + 1
        entry = None
        if ending.end() - start <= MAX_LINE_CHARS:
            entry = _ENTRY_OF_CONTENTS.fullmatch(text, start, ending.end())
        if entry is not None and starts:
            index = bisect_right(starts, start) - 1
            if index >= 0 and start < tables[index].end:
                entry = None
        page = None if entry is None else tuple(map(int, entry["page"].split("-")))
        goes_on = bool(run) and page is not None and _is_near(text, run[-1][1], start)
        if goes_on and page is not None and len(page) == len(run[-1][2]) and page >= run[-1][2]:
            run.append((start, ending.end(), page))
            continue
        yield from _contents(run)
        run = [] if page is None else [(start, ending.end(), page)]
    yield from _contents(run)


def _is_near(text: str, end: int, start: int) -> bool:
    """Whether at most two short lines without a number stand between two entries."""
    between = text[end:start]
    lines = [line for line in between.split("\n") if line.strip()]
    return len(lines) <= MAX_LINES_BETWEEN and all(
        len(line) <= MAX_LINE_CHARS and line.rstrip()[-1] not in ".!?" for line in lines
    )


def _contents(run: Sequence[tuple[int, int, tuple[int, ...]]]) -> Iterator[Span]:
    if len(run) >= MIN_CONTENTS_LINES and run[0][2] < run[-1][2]:
        yield run[0][0], run[-1][1]


# References


def find_references(text: str) -> Iterator[Span]:
    """Lists of references under their heading, and entries that can be nothing else."""
    covered = 0
    for heading in _heading().finditer(text):
        if heading.start() < covered:
            continue
        for start, end in _lists_behind(text, heading.end()):
            yield start, end
            covered = end
    for found in _SURELY.finditer(text):
        if found.start() < covered:
            continue
        start = max(text.rfind("\n\n", 0, found.start()) + 2, text.rfind("\n", 0, found.start()) + 1)
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        if end - start <= MAX_ENTRY_CHARS or _NOTE_MARK.match(text, start):
            yield start, end
            covered = end


def find_run_in_references(text: str) -> Iterator[Span]:
    """Numbered references that go on in one paragraph, as those of a paper do whose lines were joined."""
    run: list[re.Match[str]] = []
    for entry in _RUN_IN_ENTRY.finditer(text):
        skipped = int(entry["number"]) - int(run[-1]["number"]) if run else 0
        if run and (
            entry.start() - run[-1].start() > MAX_ENTRY_CHARS or not 0 < skipped <= MAX_NUMBERS_SKIPPED
        ):
            yield from _run_in(run, text)
            run = []
        run.append(entry)
    yield from _run_in(run, text)


def _run_in(run: Sequence[re.Match[str]], text: str) -> Iterator[Span]:
    if len(run) >= MIN_RUN_IN_ENTRIES:
        end = text.find("\n", run[-1].end(), run[-1].start() + MAX_ENTRY_CHARS)
        yield run[0].start(), min(len(text), run[-1].start() + MAX_ENTRY_CHARS) if end < 0 else end


def _lists_behind(text: str, start: int) -> Iterator[Span]:
    """The list behind a heading, and where it goes on behind a table, or what else its pages hold."""
    first, last = start, None
    plain = told = number = 0
    is_over = False
    for paragraph in _PARAGRAPH.finditer(text, start):
        words = paragraph[0]
        lines = words.split("\n")
        its_number = _number_of_entry(words)
        is_next = number < its_number <= number + MAX_NUMBERS_SKIPPED and (number > 0 or its_number == 1)
        if is_over and not (is_next or _JOURNAL.search(words)):
            continue
        is_telling = bool(_NOTE_MARK.match(words)) or any(_TELLING.search(line) for line in lines)
        if is_over:
            if not (is_telling or _JOURNAL.search(words)):
                continue
            is_over, first, plain, told = False, paragraph.start(), 0, 1
        if (is_telling or is_next) and len(words) <= MAX_ENTRY_CHARS * len(lines):
            told += 1
            plain = 0
            last = paragraph.end()
            numbers = [int(found[1] or found[2]) for line in lines if (found := _NUMBER_OF_ENTRY.match(line))]
            number = max([number, *(n for n in numbers if n <= number + len(lines) + MAX_NUMBERS_SKIPPED)])
            continue
        plain += 1
        if plain > MAX_PLAIN_ENTRIES or (told == 0 and plain > 1):
            if last is None or told < 2:
                return
            yield first, last
            is_over = True
    is_whole = last is not None and (told > 1 or (told == 1 and not text[last:].strip()))
    if last is not None and is_whole and not is_over:
        yield first, last


def _number_of_entry(words: str) -> int:
    """The number that an entry begins with; 0 for none."""
    found = _NUMBER_OF_ENTRY.match(words)
    return 0 if found is None else int(found[1] or found[2])
