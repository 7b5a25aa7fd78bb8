"""Whether letters stand for a longer name, and where that name begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.words import MIXED, UPPER, Case

if TYPE_CHECKING:
    from claimcheck.names.context import NameContext

SMALL_WORDS = WordSet("names/small")
_MOST_ACRONYM_WORDS = 10


def is_acronym(form: str, case: Case) -> bool:
    """Whether a word is written as acronyms are: "IMF", "CoMoVE"."""
    return (
        2 <= len(form) <= 12
        and form[0].isupper()
        and (case is UPPER or (case is MIXED and sum(map(str.isupper, form)) * 2 > len(form)))
    )


def expansion_start(context: NameContext, last: int, acronym: str) -> int | None:
    """First word of the words before `last` whose initials spell the acronym, small words skipped at will."""
    words = context.words
    letters = [c.lower() for c in acronym if c.isalpha()]
    position = len(letters) - 1
    index = last - 1
    steps = 0
    while index >= 0 and steps < _MOST_ACRONYM_WORDS and position >= 0:
        form = words.forms[index]
        lower = form.lower()
        if "-" in form and position > 0 and not lower.startswith(letters[position]):
            parts = lower.split("-")
            for part in reversed(parts):
                if position >= 0 and part[:1] == letters[position]:
                    position -= 1
        elif lower[0] == letters[position]:
            position -= 1
        elif lower not in SMALL_WORDS:
            return None
        if position < 0:
            return index
        gap = words.gaps[index]
        if gap not in {" ", " & ", "-", "\u00a0", "/"}:
            return None
        index -= 1
        steps += 1
    return None


def abbreviates(acronym: str, surface: str) -> bool:
    """Whether the letters of the acronym occur in order in the name, the first one first."""
    rest = iter(surface.lower())
    letters = [c.lower() for c in acronym if c.isalpha()]
    return bool(letters) and surface[:1].lower() == letters[0] and all(c in rest for c in letters)
