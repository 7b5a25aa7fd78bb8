"""Numbers and ordering words inside names: "the Australian Top 40 Music list", "The Rise of 40 Kings"."""

from __future__ import annotations

import re

_CAPITAL = r"[A-Z][\w.'’&-]*"
_CAPITAL_BEHIND = re.compile(r"\s+[A-Z]")
_INSIDE_SENTENCE = re.compile(
    rf"[a-z,;(]\s(?:[\"“‘]?[Tt]he\s)?[\"“‘]?(?:{_CAPITAL}\s(?:(?:{_CAPITAL}|of|the|and|for|\d+)\s)*)?$"
)
_JOINED_TO_NAME = re.compile(
    rf"(?:[a-z,;(]\s(?:[\"“‘]?(?:[Tt]he|[Aa]n?)\s)?|(?:^|[.!?]\s)The\s|[\"“‘]){_CAPITAL}\s(?:{_CAPITAL}\s)*of\s(?:the\s)?$"
)
_INSIDE_NAME = re.compile(rf"[a-z,;(]\s(?:[\"“‘]?[Tt]he\s)?[\"“‘]?(?:{_CAPITAL}\s)+$")
_BEST_BEHIND = re.compile(r"\s+(?:[A-Z][a-z]+est|Most|Worst|Top)\s[A-Z]")
_REACH = 60
"""So many characters before a word are looked at for the beginning of its name."""


def is_capital_in_name(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital is inside a name: capitals stand behind it, and running text before.

    "wrote The Last Good Inn", "by Golf Weekly 100 Greatest Courses", "the Australian Top 40 Music list".

    Args:
        text: what holds the word.
        start: where it begins.
        end: where it ends, with the number that belongs to it.
    """
    if not text[start].isupper() or _CAPITAL_BEHIND.match(text, end) is None:
        return False
    return _INSIDE_SENTENCE.search(text, max(0, start - _REACH), start) is not None


def is_number_in_name(text: str, start: int, end: int) -> bool:
    """Whether a number is inside a name: "The Rise of 40 Kings", "by Golf Weekly 100 Greatest Courses".

    The arguments are those of `is_capital_in_name`.
    """
    if _CAPITAL_BEHIND.match(text, end) is None:
        return False
    if _BEST_BEHIND.match(text, end) and _INSIDE_NAME.search(text, max(0, start - _REACH), start):
        return True
    return _JOINED_TO_NAME.search(text, max(0, start - _REACH), start) is not None
