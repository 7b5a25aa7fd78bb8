"""Stretches between quotation marks: straight, curly and angled, double and single, nested, over paragraphs.

Marks are paired by their shape and by the characters beside them, never by counting, so a mark without a
partner is dropped and cannot turn the rest of a text inside out. One pass; time is linear in the length of
the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of text in quotation marks, offsets half-open.

    Attributes:
        start, end: with the marks.
        inner_start, inner_end: without them. A quotation of several paragraphs keeps the marks that English
            typography repeats at the start of each.
        depth: 0 for a quotation that stands in no other, 1 for one inside it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Open:
    """A mark that waits for its partner."""

    start: int
    end: int
    family: str


_DOUBLE = "double"
_SINGLE = "single"
_ANGLED = "angled"

# A quotation mark, two single ones written for a double one, or a blank line
_MARK = re.compile(r"``|''|[\"“”„‟«»'‘’‚‛]|\n[^\S\n]*(?:\n[^\S\n]*)+|\r[^\S\r]*(?:\r[^\S\r]*)+")

_OPENERS = frozenset("“„‟«``‚")
_CLOSERS = frozenset("”»")
_FAMILY = {'"': _DOUBLE, "“": _DOUBLE, "”": _DOUBLE, "„": _DOUBLE, "‟": _DOUBLE, "``": _DOUBLE, "''": _DOUBLE}
_FAMILY |= {"«": _ANGLED, "»": _ANGLED, "'": _SINGLE, "‘": _SINGLE, "’": _SINGLE, "‚": _SINGLE, "‛": _SINGLE}

_BEFORE_OPENING = frozenset("([{<—–-/\"“'‘*_")
_AFTER_CLOSING = frozenset(")]}>—–-/\"”'’.,;:!?…*_")
# Clipped words begin with an apostrophe, not with a quotation mark: 'em, 'til, '90s
_ELISION = re.compile(r"(?:\d|(?:em|til|tis|twas|cause|n|round|bout|cuz)\b)", re.IGNORECASE)


def find_quotations(text: str) -> list[Quotation]:
    """Every closed quotation, in the order of their starts; nested ones follow the one they stand in.

    >>> text = 'He said: "It works."'
    >>> [text[q.inner_start : q.inner_end] for q in find_quotations(text)]
    ['It works.']
    """
    found: list[Quotation] = []
    stack: list[_Open] = []  # at most one of each family, so it stays short whatever the text holds
    repeated = -1  # where a paragraph repeats the opening mark of a quotation that goes on
    for match in _MARK.finditer(text):
        mark = match.group()
        start, end = match.span()
        if mark[0] in "\n\r":
            stack = _carried_over(stack, text, end)
            repeated = end if stack else -1
            continue
        family = _FAMILY[mark]
        if start == repeated or (family == _SINGLE and _is_apostrophe(text, start, end)):
            continue
        opening, closing = _directions(mark, text, start, end)
        place = next((i for i, opened in enumerate(stack) if opened.family == family), None)
        if closing and place is not None:
            opened = stack[place]
            del stack[place:]
            if not _is_blank(text, opened.end, start):
                found.append(Quotation(opened.start, end, opened.end, start, len(stack)))
        elif opening:
            if place is not None:  # the one that is open has no partner
                del stack[place:]
            stack.append(_Open(start, end, family))
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def _carried_over(stack: list[_Open], text: str, paragraph: int) -> list[_Open]:
    """What stays open at a blank line: a quotation whose opening mark the next paragraph repeats."""
    if stack and paragraph < len(text):
        mark = text[paragraph]
        if stack[0].family != _SINGLE and _FAMILY.get(mark) == stack[0].family and mark not in _CLOSERS:
            return stack[:1]
    return []


def _directions(mark: str, text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close, by its shape and by what stands beside it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if mark in _CLOSERS:
        return False, True
    if mark in _OPENERS:
        # “ also closes where a typesetter put it on the wrong side, and in German texts.
        return opens or not closes, closes and not opens
    if mark == "''":
        return opens, closes
    if not opens and not closes:
        is_inches = before.isdigit()
        return not is_inches, not is_inches
    return opens, closes


def _is_blank(text: str, start: int, end: int) -> bool:
    return (
        all(text[position].isspace() for position in range(start, min(end, start + 2))) and end - start <= 2
    )


def _is_apostrophe(text: str, start: int, end: int) -> bool:
    """Whether a single mark stands within a word or clips one, and so is no quotation mark."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum():
        return after.isalnum()
    return after.isalnum() and _ELISION.match(text, end) is not None


class QuotationIndex:
    """The quotations of a text, looked up by place."""

    def __init__(self, text: str) -> None:
        every = find_quotations(text)
        self.outer = [quotation for quotation in every if quotation.depth == 0]
        self._starts = [quotation.start for quotation in self.outer]
        self._nested = [quotation for quotation in every if quotation.depth > 0]
        self._nested_starts = [quotation.start for quotation in self._nested]

    def at(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds the character at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset < self.outer[index].end:
            return self.outer[index]
        return None

    def innermost_from(self, offset: int) -> Quotation | None:
        """The quotation whose inner text starts at `offset` or whose marks stand right before it."""
        index = bisect_right(self._nested_starts, offset) - 1
        if index >= 0 and self._nested[index].inner_start == offset:
            return self._nested[index]
        quotation = self.at(offset)
        return quotation if quotation is not None and quotation.inner_start == offset else None

    def between(self, start: int, end: int) -> Sequence[Quotation]:
        """The outermost quotations that start in a stretch."""
        return self.outer[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
