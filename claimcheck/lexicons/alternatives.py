"""Long lists of words as one regular expression that most words of a text fail at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(patterns: Iterable[str]) -> str:
    """A pattern that matches what one of the patterns matches; each begins with a plain character.

    Python tries alternatives one by one, so they are grouped by their first character. Patterns with the same
    one keep their order, and the first that matches counts, as in a plain list of alternatives.

    >>> any_of(["two", "ten", "six"])
    '(?:t(?:wo|en)|s(?:ix))'
    """
    rests: dict[str, list[str]] = {}
    for pattern in patterns:
        rests.setdefault(pattern[0], []).append(pattern[1:])
    groups = (f"{initial}(?:{'|'.join(several)})" for initial, several in rests.items())
    return f"(?:{'|'.join(groups)})"
