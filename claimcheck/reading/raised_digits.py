"""Raised digits: written as those of Unicode, so that a power or a note makes no longer number.

"10" with a raised 6 is a million, "45" with a raised 3 is 45 with a note; written as 106 and 453 both would
be wrong figures.
"""

from __future__ import annotations

import re

_RAISED = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_NUMBERS = re.compile(r"[-−–+]?\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,5}")
_SIGNED = re.compile(r"[-−–+](?=\d)")


def raise_digits(words: str) -> str:
    """Words with their digits raised, and the sign in front of them.

    >>> raise_digits("-3"), raise_digits("1, 2")
    ('⁻³', '¹, ²')
    """
    stripped = words.lstrip()
    signed = _SIGNED.match(stripped)
    if signed is not None:
        words = words[: len(words) - len(stripped)] + stripped[0].translate(_RAISED) + stripped[1:]
    return re.sub(r"\d+", lambda digits: digits[0].translate(_RAISED), words)


def are_numbers(words: str) -> bool:
    """Whether raised words are an exponent or the numbers of notes."""
    return _NUMBERS.fullmatch(words.strip()) is not None


def level_digits(words: str) -> str:
    """Words with raised digits as plain ones."""
    return words.translate(_LEVEL)
