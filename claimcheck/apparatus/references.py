"""Lists of references, under their heading or in one paragraph, and entries that can be nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]

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
    rf"|{_VOLUME}|\b(?:19|20)\d\d, \d{{1,4}}, [A-Z]?\d+(?:[–-]\d+)?\.?(?:\s|\Z)"
    r"|,\s(?:19|20)\d\d[a-z]?\.(?:\s|\Z)|\((?:19|20)\d\d, [A-Z][a-z]+ ?\d{0,2}\)|\bAvailable at\b"
)
_SURELY = re.compile(
    r"\bArchived(?: \(PDF\))? from the original on\b|\bISBN(?:-1[03])?:? [\d-]|\bdoi:\s?10\.|\bBibcode:"
    r"|\bRetrieved(?: on)? (?:\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)\.?"
    r"|\bArchived \d{4}-\d\d-\d\d at the"
)
# "Sol. Energy 79 (2005) 78-85", "2003; 28(2):40-44"
_JOURNAL = re.compile(rf"\b\d{{1,4}}\s?\((?:19|20)\d\d\)\s[A-Z]?\d|{_VOLUME}")
_NUMBER_OF_ENTRY = re.compile(r"[ \t]*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})\.)\s*\S")
MAX_NUMBERS_SKIPPED = 3
_NOTE_MARK = re.compile(r"[ \t]*(?:\^|↑)")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
# "12. van den Berg BJ, Roe A (1988) ..." as an entry begins, wherever it stands in a line
_RUN_IN_ENTRY = re.compile(
    r"(?P<number>\d(?<!\S\d)\d{0,2})\.\s(?:(?:van|von|de|den|der|la)\s){0,2}"  # digit first: found faster
    r"[A-Z][^\W\d_][\w'’-]*\s[A-Z]{1,3}(?:,\s|\s\(|\.\s)"
)
MIN_RUN_IN_ENTRIES = 4
MAX_ENTRY_CHARS = 700
MAX_PLAIN_ENTRIES = 2
"""So many entries in a row may have nothing that tells them; then the list is over."""


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
            numbers = [its for line in lines if (its := _number_of_entry(line))]
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
    return 0 if found is None else int(next(filter(None, found.groups())))
