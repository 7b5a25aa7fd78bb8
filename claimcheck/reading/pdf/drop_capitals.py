"""Large letters that begin a paragraph, beside its first lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.language import load_small_words
from claimcheck.reading.pdf.line_ends import WORD
from claimcheck.reading.pdf.words import MIN_LARGE

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from claimcheck.reading.pdf.lines import Line

_CAPITAL = re.compile(r"[“\"‘'(\[]?[^\W_]")
_LETTERS_THAT_ARE_WORDS = frozenset("AI")
MAX_GAP = 1.5
"""The lines beside it begin within so many sizes of theirs behind it."""

CAPITAL_HEIGHT = 0.66
"""The height of capitals, in sizes."""

MAX_STEP = 0.6
"""The tops of the letter and of its first line differ by less, in sizes of the line."""


def with_drop_capitals(lines: Sequence[Line], known: Counter[str]) -> list[Line]:
    """The lines with each large letter before the words that it begins.

    Args:
        lines: the running lines, in their order.
        known: how often words stand in the document, which tells "A man" from "Along".
    """
    found = list(lines)
    capitals = [index for index, line in enumerate(lines) if _CAPITAL.fullmatch(line.words)]
    used = set()
    for index in capitals:
        # the letters of a page may all stand before or behind its text in the file
        beside = [place for place, line in enumerate(lines) if _is_beside(line, lines[index])]
        if beside:
            letter, line = lines[index].words, lines[beside[0]]
            blank = " " * _is_word(letter, line.words, known)
            found[beside[0]] = replace(line, words=f"{letter}{blank}{line.words}", parts=())
            used.add(index)
    return [line for index, line in enumerate(found) if index not in used]


def _is_beside(line: Line, capital: Line) -> bool:
    """Whether a line begins right behind a large letter, and is as high as its top."""
    return (
        line.page == capital.page
        and capital.size > MIN_LARGE * line.size
        and not (capital.words[-1].isdigit() or line.words[0].isdigit())
        and -0.5 * line.size < line.left - capital.right < MAX_GAP * line.size
        and abs(_top(capital) - _top(line)) < MAX_STEP * line.size
    )


def _top(line: Line) -> float:
    return line.baseline + CAPITAL_HEIGHT * line.size


def _is_word(letter: str, words: str, known: Counter[str]) -> bool:
    """Whether a letter is a word by itself, and the next one begins with the words beside it."""
    rest = WORD.match(words)
    if letter[-1] not in _LETTERS_THAT_ARE_WORDS or rest is None:
        return False
    low = rest[0].lower()
    small = load_small_words()
    joined = letter[-1].lower() + low
    return not (joined in small or known[joined]) and bool(
        low in small or known[low] > 1 or not rest[0][0].islower()
    )
