"""The words that date expressions are made of, and where in a text to look for them.

A text is scanned once by `anchor_pattern`, which stops at what every date has somewhere: a month, a season,
a number that may be a year, a century ... Around an anchor, `read_run` reads the unbroken run of words from
the lexicons. The grammar of `phrases` and `relative` sees such runs only.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.alternatives import any_of
from claimcheck.lexicons.word_sets import WordSet

# A run starts at most this far before its anchor: "the second half of the nineteen hundred and" is 37 long.
BACKWARD_CHARS = 64
# No run of dates in the gold articles has over 20 words; longer ones are read in pieces.
MAX_RUN_TOKENS = 48

# The numbers of a numeric date, by the way they are joined.
NUMERIC_DATE = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}"
    r"|\d{1,2}-\d{1,2}-(?:\d{4}|\d\d)|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}"
    r"|(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)

_TOKEN = (
    r"(?P<space>\s+)"
    rf"|(?P<date>{NUMERIC_DATE})"
    r"|(?P<decade>\d{2,3}0['’]?s)(?!\w)"
    r"|(?P<shortdecade>['’‘]?\d0['’]?s)(?!\w)"
    r"|(?P<shortyear>['’‘]\d\d)(?![\w])"
    r"|(?P<fiscal>(?:[Ff][Yy]|[Cc][Yy])[ '’-]?(?:\d{4}|\d\d))(?![\w])"
    r"|(?P<quarter>[Qq][1-4])(?![^\W_])"
    r"|(?P<yearquarter>[1-4]Q)['’ ]?(?=\d)"
    r"|(?P<yearhalf>[12]H)['’ ]?(?=\d)"
    r"|(?P<half>[Hh][12])(?![^\W_])"
    r"|(?P<ordinal>\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH))(?![^\W_])"
    r"|(?P<grouped>\d+(?:,\d{3}(?!\d))+(?:\.\d+)?|\d+\.\d+)"
    r"|(?P<number>\d+)"
    r"|(?P<era>[AaBb]\.\s?[DdCc]\.(?:\s?[Ee]\.)?|[Cc]\.\s?[Ee]\.(?![A-Za-z]))"
    r"|(?P<holiday>(?i:HOLIDAYS)(?![^\W_]))"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<dash>[-‐‑‒–—−~])"
    r"|(?P<comma>,)"
    r"|(?P<slash>/)"
    r"|(?P<other>.)"
)
_ABBREVIATION_DOT = re.compile(r"\.(?=\s?[\d,/’'–-]|\s(?:of|to|and|through|until|till|the)\b)")
_PARAGRAPH = re.compile(r"\n\s*\n")


class Token(NamedTuple):
    """One word, number or sign of a run.

    `kind` is the lexicon's class or the kind of number; `value` its number where it has one; `word` is in
    lower case, or the canonical name where the lexicon gives one.
    """

    kind: str
    value: int
    word: str
    start: int
    end: int


END = Token("", 0, "", -1, -1)


class WordEntry(NamedTuple):
    """What the lexicons say of a word."""

    kind: str
    value: int
    word: str


def _as_int(value: str) -> int:
    return int(value) if value.lstrip("-").isdigit() else 0


@per_lexicon
def word_entries() -> dict[str, WordEntry]:
    """Every word of the date lexicons in lower case; months may have `sure` as word, see months.csv."""
    entries = {}
    for row in load_rows("en/date_words.csv"):
        entries[row["word"]] = WordEntry(row["class"], _as_int(row["value"]), row["value"])
    for row in load_rows("en/months.csv"):
        sure = "sure" if row["alone"] == "yes" else ""
        entries[row["word"].lower()] = WordEntry("month", int(row["month"]), sure)
    return entries


@per_lexicon
def _token_pattern() -> re.Pattern[str]:
    names = sorted((row["name"] for row in load_rows("en/holidays.csv")), key=len, reverse=True)
    initials = "".join(dict.fromkeys(name[0] for name in names))
    holidays = any_of(re.escape(name).replace("'", "['’]?").replace(r"\ ", r"\s") for name in names)
    holidays = f"(?=[{initials}]){holidays}"
    return re.compile(_TOKEN.replace("HOLIDAYS", holidays), re.DOTALL)


@per_lexicon
def _month_abbreviations() -> frozenset[str]:
    words = [row["word"] for row in load_rows("en/months.csv")]
    return frozenset(word.lower() for word in words if len(word) <= 4 and word not in ("May", "June", "July"))


# Relative words are looked for only when there is a reference day.
_RELATIVE_KINDS = frozenset({"unit", "day_word", "end_of", "weekday"})
# In lower case these are everyday words; a year beside them is an anchor of its own.
_EVERYDAY = WordSet("dates/everyday")


@per_lexicon
def anchor_pattern(*, relative: bool) -> re.Pattern[str]:
    """What every date expression contains at least one of; with `relative` also "week", "Monday", "today".

    A match begins with the gap before the anchor, so the engine can skip from word to word. To be searched in
    a text with a space put before it: the anchor then is, in the text itself, where the match starts.
    """
    words: set[str] = set()
    for word, entry in word_entries().items():
        if entry.kind in ("month", "season", "decade_word") or (relative and entry.kind in _RELATIVE_KINDS):
            forms = {word, word.capitalize(), word.upper()}
            words |= forms - {word} if word in _EVERYDAY else forms
        elif entry.kind == "era":
            words.add(word.upper())
        elif entry.kind == "cardinal" and (10 < entry.value <= 20):
            # "nineteen eighty-four": a second number word must follow
            words |= {rf"{form}(?=[\s-][a-z])" for form in (word, word.capitalize())}
        elif entry.kind == "scale" and entry.value == 1000:
            words.add(word)
        elif word in ("century", "centuries"):
            words |= {word, word.capitalize()}
    alternatives = [rf"{any_of(sorted(words, key=lambda word: (-len(word), word)))}\b"]
    alternatives += [
        r"[12]\d{3}(?:\d{4})?(?!\d)",
        r"\d\d?[/-](?=\d)" if relative else r"\d\d?/(?=\d)",
        r"['’‘]\d\d(?!\d)",
        r"[Qq][1-4]\b",
        r"quarter\b",
        r"[FfCc][Yy][ '’-]?\d\d",
        r"(?:[AaBb]\.\s?[DdCc]|[Cc]\.\s?[Ee])\.",
        r"[1-9]0['’]?s\b",
        r"[1-4]Q['’ ]?\d",
        r"[12]H['’ ]?\d\d",
    ]
    return re.compile(rf"\W(?:{'|'.join(alternatives)})")


def read_run(text: str, anchor: int, limit: int) -> tuple[list[Token], int]:
    """The run of date words around the anchor, not reaching back before `limit`, and where reading ended."""
    entries = word_entries()
    position = max(limit, anchor - BACKWARD_CHARS)
    if position > limit:  # not in the middle of a word
        while position < anchor and not text[position].isspace():
            position += 1
    tokens: list[Token] = []
    length = len(text)
    read_token = _token_pattern().match
    while position < length and len(tokens) < MAX_RUN_TOKENS:
        if text[position] == " ":  # every other token
            position += 1
            continue
        found = read_token(text, position)
        if found is None:  # never: the last alternative takes any character
            break
        kind = found.lastgroup or "other"
        start, end = found.span()
        token: Token | None = None
        if kind == "space":
            position = end
            if end - start > 1 and _PARAGRAPH.search(text, start, end):
                if start >= anchor:
                    break
                tokens.clear()
            continue
        if kind == "word":
            token = _word_token(text, found[0], start, end, entries)
        elif kind != "other":
            token = _sign_or_number(kind, found[0], start, end)
        if token is None:
            if end > anchor:
                position = end
                break
            tokens.clear()
            position = end
            continue
        tokens.append(token)
        position = token.end
    return tokens, max(position, anchor + 1)


def _word_token(text: str, word: str, start: int, end: int, entries: dict[str, WordEntry]) -> Token | None:
    lower = word.lower()
    entry = entries.get(lower)
    if entry is None:
        return None
    if entry.kind == "month":
        if lower in _month_abbreviations() and (dot := _ABBREVIATION_DOT.match(text, end)):
            end = dot.end()
        # a month in lower case is never sure by itself
        sure = entry.word if word[0].isupper() else "lower"
        return Token("month", entry.value, sure, start, end)
    if entry.kind == "era" and not word.isupper():
        return None
    return Token(entry.kind, entry.value, entry.word, start, end)


def _sign_or_number(kind: str, word: str, start: int, end: int) -> Token | None:
    if kind in ("dash", "comma", "slash"):
        return Token(kind, 0, word, start, end)
    if kind in ("date", "holiday"):
        return Token(kind, 0, word, start, end)
    if kind == "era":
        return Token(kind, -1 if word[0] in "bB" else 1, word, start, end)
    if kind == "grouped" and "." in word:
        return None
    digits = "".join(character for character in word if character.isdecimal())
    if not digits.isascii():
        return None
    value = int(digits) if len(digits) < 9 else 0
    if kind == "decade":
        return Token(kind, value, word, start, end) if value % 10 == 0 else None
    return Token(kind, value, digits if kind == "number" else word.lower(), start, end)
