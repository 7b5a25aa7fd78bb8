"""Licences that a document carries with it, and disclaimers: they grant and forbid, and state nothing.

Found in the text, so that a page, its PDF and its text give the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

MAX_CHARS_BEFORE = 2_000
"""The name of a licence stands so near before its first line."""

MAX_CHARS_BETWEEN = 3_000
"""A licence speaks of itself again within so many characters."""

MIN_MENTIONS = 4
"""So often a licence speaks of itself at least; an article about one may have such a heading too."""

MIN_DISCLAIMER_CHARS = 80
MIN_CAPITALS = 0.9
"""Of the letters of a disclaimer so many are capitals: the law asks for conspicuous ones."""

_LICENCE = re.compile(r"licen[sc]e|licensor|licensee|gutenberg", re.IGNORECASE)
_OF_ITSELF = re.compile(r"\bthis\s+(?:[\w-]+\s+){0,2}?licen[sc]e|gutenberg", re.IGNORECASE)
"""What a licence calls itself, and no article about licences does."""

_DISCLAIMED = re.compile(r"\b(?:WARRANT(?:Y|IES)|LIABLE|LIABILITY|ASSURANCES?|CONFIDENTIAL|DAMAGES)\b")
_LETTER = re.compile(r"[^\W\d_]")


@per_lexicon
def _opening() -> re.Pattern[str]:
    lines = "|".join(re.escape(row["line"]) for row in load_rows("en/licence_openings.csv"))
    holder = r"(?:copyright\b[^\n]{0,200}?\s)?"
    rest = r"[^\n.!?]{0,80}$"  # no sentence
    return re.compile(
        rf"^[ \t#]*(?:\d{{1,2}}\.[ \t]+)?{holder}(?:{lines})(?![^\W_]){rest}", re.IGNORECASE | re.MULTILINE
    )


def find_licences(text: str) -> Iterator[Span]:
    """The stretches of licences, from their first line to where they no longer speak of themselves."""
    covered = 0
    for opening in _opening().finditer(text) if "icense" in text or "ICENSE" in text else ():
        if opening.start() < covered:
            continue
        before = max(0, opening.start() - MAX_CHARS_BEFORE)
        is_named = _LICENCE.search(text, before, opening.start()) or _LICENCE.search(opening[0])
        last, mentions = opening.end(), 0
        for found in _LICENCE.finditer(text, opening.end()):
            if found.start() - last > MAX_CHARS_BETWEEN:
                break
            last = found.end()
            mentions += 1
        is_own = _OF_ITSELF.search(text, opening.start(), last + len("license")) is not None
        if not is_named or mentions < MIN_MENTIONS or not is_own:
            continue
        end = text.find("\n\n", last)
        covered = len(text) if end < 0 else end
        yield opening.start(), covered
    yield from _disclaimers(text)


def _disclaimers(text: str) -> Iterator[Span]:
    """Paragraphs in capitals that say what nobody warrants."""
    covered = 0
    for found in _DISCLAIMED.finditer(text):
        if found.start() < covered:
            continue
        start = text.rfind("\n\n", 0, found.start()) + 1
        end = text.find("\n\n", found.end())
        covered = len(text) if end < 0 else end
        letters = _LETTER.findall(text[start:covered])
        capitals = sum(map(str.isupper, letters))
        if len(letters) >= MIN_DISCLAIMER_CHARS and capitals >= MIN_CAPITALS * len(letters):
            yield start, covered
