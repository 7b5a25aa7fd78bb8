"""What a page says of other pages and of itself as a page: teasers, the asking for consent and addresses, how
often it was read and shared, and what a form asks to be ticked.

They are read, but hold no claims: a headline of another page is no statement of this one. Found in the text,
so that a page, its PDF and its text give the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

MAX_TEASER_CHARS = 250
"""A line with a label that is longer is a paragraph of the text."""

MAX_HEADLINE_CHARS = 160
"""Under a heading such as "Most read", a longer line is text again."""

MAX_HEADLINES = 15
MAX_SERVICE_CHARS = 600

_LINE = re.compile(r"[^\n]+")
_MARKS = " \t#>*+•▶►→»|-_["  # what may stand before a label
_ENDS_SENTENCE = re.compile(r"[.!?][\"'”’)\]]*[ \t]*\Z")
_INNER_END = re.compile(r"[a-z][.!?][\"”’]?[ \t]+[A-Z]")

# Each needs a word that the page says of itself or to its reader.
_SERVICE_GATES = (
    "cookie",
    "newsletter",
    "inbox",
    "sign up",
    "subscri",
    "©",
    "all rights reserved",
    "copyright",
)
_SERVICE = re.compile(
    r"""
    \b(?:we|partners|site|website)\b[^.!?\n]*\b(?:uses?|stores?|sets?|place)\s(?:\w+\s){0,2}cookies\b
    | \bcookies?\b[^.!?\n]*\b(?:your\s(?:device|browser|experience|consent|choices|preferences)
        |our\s(?:site|website|partners|traffic|privacy|policy|services))\b
    | \b(?:accept|reject|manage|allow)\s(?:all\s|your\s)?(?:cookies|cookie\s(?:settings|preferences))\b
    | \b(?:our|the|this|free|daily|weekly|morning)\s(?:\w+\s){0,4}newsletters?\b[^.!?\n]*
        \b(?:you|your|sign|subscribe|inbox)\b
    | \b(?:sign\sup|subscribe|register)\b[^.!?\n]*\b(?:newsletters?|updates|alerts|briefing|mailing\slist)\b
    | \b(?:get|join|receive)\b[^.!?\n]*\b(?:our\s(?:\w+\s){0,2}newsletters?)\b
    | \b(?:deliver\w*|sent|straight|directly|get|receive|daily|weekly)\b[^.!?\n]*\byour\sinbox\b
    | \bsubscribe\s(?:now|today|here|to\s(?:our|us|this|the)\b) | \b(?:already|become)\sa\ssubscriber\b
    | \A\W*(?:©|\(c\)\s|copyright\s(?:©|\(c\)|(?:19|20)\d\d)) | \ball\srights\sreserved\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


@per_lexicon
def _labels() -> tuple[frozenset[str], re.Pattern[str], re.Pattern[str]]:
    """The first words of all labels, the labels before a headline, and those over several."""
    rows = load_rows("en/teaser_labels.csv")
    firsts = frozenset(row["label"].split()[0].strip(":") for row in rows)

    def joined(labels: list[str]) -> str:
        found = (re.escape(label).replace("…", r"\S[^\n.:]{0,50}") for label in labels)
        return "|".join(sorted((words.replace("'", "['’]") for words in found), key=len, reverse=True))

    named = [row["label"] for row in rows if "…" not in row["label"]]
    line = rf"(?:{joined(named)})[ \t]*(?:[*_\]]{{0,3}}:|[–—|»>]|[ \t]-[ \t])[^\n]*"
    heading = rf"(?:{joined([row['label'] for row in rows])})[ \t]*[*_:]{{0,3}}[ \t]*"
    return firsts, re.compile(line, re.IGNORECASE), re.compile(heading, re.IGNORECASE)


# What a form asks to be ticked: "Indicate by check mark whether the registrant ..."
_FORM = re.compile(
    r"\W*(?:\d+[.)]?\s)?(?:please\s)?(?:indicate\sby\s(?:a\s)?check\s?mark"
    r"|check\s(?:the|each|all|one|only)\s(?:\w+\s){0,3}box(?:es)?\b"
    r"|check\sall\sthat\sapply)|[^\n]*\((?:please\s)?check\s(?:only\s)?(?:one|all|box|each|item|the)\b",
    re.IGNORECASE,
)

MAX_COUNTER_CHARS = 60


@per_lexicon
def _counters() -> tuple[frozenset[str], re.Pattern[str]]:
    """The last words of what pages count, and a line that says nothing else."""
    words = [row["words"] for row in load_rows("en/page_counters.csv")]
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    number = r"\d[\d,.]*\s?[kKmM]?"
    label = r"\W*(?:live|a|add|see all|view all|show|read|share)?\W*"
    line = rf"{label}(?:{number}[\s-]?(?:{listed})\b[\s·•|,;/()+-]*)+"
    return frozenset(word.rpartition(" ")[2] for word in words), re.compile(line, re.IGNORECASE)


def find_teasers(text: str) -> Iterator[Span]:
    """Lines that lead to other pages, the headlines under a heading such as "Most read", and lines that ask
    for consent or for an address.
    """
    firsts, label_and_line, heading = _labels()
    counted, counters = _counters()
    lowered = text.lower()
    has_forms = "check" in lowered
    has_service = any(gate in lowered for gate in _SERVICE_GATES)
    lines = list(_LINE.finditer(text))
    covered = 0
    for index, line in enumerate(lines):
        start, end = line.span()
        if index < covered:
            continue
        first = text[start : start + 32].lstrip(_MARKS).partition(" ")[0].rstrip(":*_|").lower()
        if first.replace("’", "'") in firsts and end - start <= MAX_TEASER_CHARS:
            place = start + len(line[0]) - len(line[0].lstrip(_MARKS))
            if label_and_line.fullmatch(text, place, end):
                yield start, end
                continue
            if heading.fullmatch(text, place, end):
                covered = _end_of_headlines(lines, index + 1)
                yield start, lines[covered - 1].end()
                continue
        if end - start <= MAX_COUNTER_CHARS:
            last = line[0].rstrip(" \t)|·•.").rpartition(" ")[2].lower()
            if last in counted and counters.fullmatch(text, start, end):
                yield start, end
                continue
        if has_forms and _FORM.match(line[0]):
            yield start, end
            continue
        if has_service and end - start <= MAX_SERVICE_CHARS and _SERVICE.search(line[0]):
            yield start, end


def _end_of_headlines(lines: list[re.Match[str]], index: int) -> int:
    """The number of the line behind the headlines that begin with `index`.

    A sentence may stand between two headlines, as the teaser of the first; else it is text again.
    """
    end = index
    for place, line in enumerate(lines[index : index + MAX_HEADLINES], index):
        if _is_headline(line[0]):
            end = place + 1
        elif place > end or not _is_short(line[0]) or line[0].lstrip().startswith("#"):
            break
    return end


def _is_headline(line: str) -> bool:
    return _is_short(line) and _ENDS_SENTENCE.search(line) is None and not line.lstrip().startswith("#")


def _is_short(line: str) -> bool:
    return len(line) <= MAX_HEADLINE_CHARS and _INNER_END.search(line) is None
