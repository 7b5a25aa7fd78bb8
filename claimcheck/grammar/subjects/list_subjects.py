"""What the line that opens a list says its items are of: "the answers" in "Languages of the answers:"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

MAX_ITEM_CHARS = 60
"""A longer line is a sentence, not an item of a list of amounts."""

MAX_LIST_CHARS = 1500
"""How far above an item the line that opens its list is looked for."""

_OF_WHAT = re.compile(
    r"\b(?:of|across|among|in|by)\s+(?P<things>(?:(?!\b(?:of|across|among|in|by)\b)[^,;:()]){2,60}):$"
)


# "- torch — an implementation of", "* orbit-20b -- for lower latency"
_ITEM = re.compile(r"[^\w\n]*(?P<head>[\w.+#/@-]+(?: [\w.+#/@-]+){0,4})(?:\s+[—–]|\s*—|\s+--?)\s")


_MEMBER = re.compile(
    r"(?:;(?: and| followed by)?|(?<=\w) and) (?P<member>(?:the )?\w[\w’'-]*(?: \w[\w’'-]*)*?)"
    r" ?[–—-] (?:up to |about |some )?$"
)
"""A member of a list before the dash that its amount stands behind: "11; | Labour | – 5 seats"."""
_IN_MEMBER = frozenset({"DT", "NNP", "NNPS", "HYPH", "JJ"})


def item_subject(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What a list item tells of, where a dash sets it off and no clause of its own follows before `start`."""
    member = _MEMBER.search(columns.text, max(sentence.start, start - MAX_ITEM_CHARS), start)
    if member is not None:
        span = columns.span(*member.span("member"))
        is_plain = span is not None and _IN_MEMBER.issuperset(columns.tags[slice(*span)])
        return member.span("member") if is_plain else None
    item = _ITEM.match(columns.text, sentence.start, start)
    if item is None or any(date.start < item.end("head") for date in sentence.dates):
        return None
    opening = columns.text.rfind("(", item.end(), start)
    is_bracketed = opening >= 0 and ")" not in columns.text[opening:start]
    told = columns.span(opening if is_bracketed else item.start("head"), start)
    if told is None or any(tag in FINITE for tag in columns.tags[slice(*told)]):
        return None
    return item.span("head")


def introduced_subject(text: str, sentence: Sentence) -> Offsets | None:
    """What an item of a list is said of, where the line before the first item ends in a colon."""
    end = sentence.start
    floor = max(0, end - MAX_LIST_CHARS)
    while end > floor:
        line_end = len(text[:end].rstrip())
        line_start = text.rfind("\n", 0, line_end) + 1
        line = text[line_start:line_end]
        if line.endswith(":"):
            found = _OF_WHAT.search(line)
            return (
                None
                if found is None
                else (line_start + found.start("things"), line_start + found.end("things"))
            )
        if len(line) > MAX_ITEM_CHARS or not any(character.isdigit() for character in line):
            return None
        end = line_start
    return None
