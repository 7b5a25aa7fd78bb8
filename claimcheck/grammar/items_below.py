"""The names that open the items of a list, under the line that introduces it: "servers that use Wren:"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import Sentence

MAX_ITEMS = 60
MAX_LINE = 160  # characters; what an item says of itself may stand behind its name

_BULLET = re.compile(r"[ \t]*(?:[-*•+–]|\d{1,2}[.)])[ \t]+")
_NAME = re.compile(
    r"[*_`\[]{0,3}(?P<name>[A-Za-z][\w+#]*(?:[./-][\w+#]+)*(?: (?:[A-Z][\w+#.-]*|\d[\w.]*)){0,3})[*_`\]]{0,3}"
    r"(?=[ \t]*(?:$|[(\[,:;.]|[-–—]{1,2}[ \t]|(?:for|to|as|from|in|on|via|by|which|that)[ \t]))",
    re.MULTILINE,
)
_SIGN_OF_NAME = re.compile(r"[A-Z\d_./+#-]")


def items_below(text: str, sentence: Sentence) -> list[tuple[int, int]]:
    """Offsets of the names that open the items of the list which a sentence introduces with its colon.

    None for a sentence without a colon at its end, and for a list of which not every item opens with a name.
    """
    if text[: sentence.end].rstrip()[-1:] != ":":
        return []
    names = []
    for start, end in _items(text, sentence.end):
        name = _NAME.match(text, start, end)
        if name is None:
            return []
        names.append(name.span("name"))
    return names if len(names) > 1 else []


def is_written_as_name(text: str, item: tuple[int, int]) -> bool:
    """Whether an item is no common word: a capital, a digit or a sign stands in it, or it is in code font."""
    return _SIGN_OF_NAME.search(text, *item) is not None or text[item[0] - 1 : item[0]] == "`"


def _items(text: str, position: int) -> Iterator[tuple[int, int]]:
    """Where the items of a list that starts at a position begin, and where their lines end."""
    lines = 0
    for line in re.compile(r"[^\n]*\n?").finditer(text, position):
        start, end = line.span()
        content = line[0].strip()
        if start == len(text) or lines >= MAX_ITEMS:
            return
        bullet = _BULLET.match(text, start, end)
        if bullet is not None and end - start <= MAX_LINE:
            lines += 1
            yield bullet.end(), start + len(line[0].rstrip())
        elif content and not (lines and line[0][:1] in " \t"):
            return  # what is indented goes on with the item above
