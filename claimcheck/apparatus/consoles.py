"""What was typed at a prompt and printed below it: "> plot(tr)", "$ make install", and "[1] 0.047"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

MIN_TYPED = 3
"""A text with fewer lines that were typed quotes a reply or sums up: "> 40 (old)"."""

MIN_PRINTED = 0.4
MIN_FIGURES = 2
"""Of the words of a line that a program printed, such a share are figures or signs, and so many at least."""

MAX_PRINTED_LINES = 60
MAX_LABELS = 3
"""So many lines without figures may stand between those with figures."""

_TYPED = re.compile(
    r"^[ \t]*(?:R?>|>>>|\+)[ \t]+(?=[\w(\"'?\[])(?P<code>[^\n]*)$",
    re.MULTILINE,
)
_CODE = re.compile(r"<-|\w\([^\s)\d]|\w\(\)|\w ?= ?[\w\"'(]|%\S?%|\w\$\w|\A[\w.]+\Z")
_SENTENCE = re.compile(r"(?:[\"“(]?[A-Z][\w’'-]*|\d+)(?:,? [\w’'-]+){5,}")
_CLOSED = re.compile(r"[a-z][.!?]\s*\Z| \d[\d.,]*[.!?]\s*\Z")
"""How a sentence ends, however short: "In 2014, 40 died."."""
_UNIT = re.compile(r"\d (?:[a-z]{3,}[ ]?){2,}")
"""Words behind a figure, as in a sentence: "40 people died in 1999"."""
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_FIGURE = re.compile(r"[-−+]?(?:\d[\d.,:e+-]*|\.\d+)%?|[^\w\s]+|NA|NaN|Inf|NULL|TRUE|FALSE")
_PRINTED = re.compile(r"[ \t]*(?:\[\d+,?\]|\[\[\d+\]\]|\$[A-Za-z_])")


def find_consoles(text: str) -> Iterator[Span]:
    """Lines that were typed into a program, with what it printed right below them."""
    if "> " not in text:
        return
    typed = [line for line in _TYPED.finditer(text) if _CODE.search(line["code"])]
    prompts = (line for line in typed if not line[0].lstrip().startswith("+"))
    if sum(1 for _ in islice(prompts, MIN_TYPED)) < MIN_TYPED:
        return
    for line in typed:
        yield line.start(), _end_of_printed(text, line.end())


def _end_of_printed(text: str, end: int) -> int:
    """Where the lines end that a program printed below one that was typed; blank lines may part them.

    Heads of columns and labels stand among them: "Alternative: greater", then a line of figures.
    """
    at, last, unsure = min(end + 1, len(text)), end, 0
    for _ in range(MAX_PRINTED_LINES):
        line = _LINE.match(text, at)
        if line is None or line.end() == at or _SENTENCE.search(line[0]) or _CLOSED.search(line[0]):
            break
        words = line[0].split()
        if words and _is_printed(line[0], words):
            last, unsure = line.end(), 0
        elif words:
            unsure += 1
            if unsure > MAX_LABELS or line[0].rstrip().endswith((".", ":", ",")):
                break
        at = line.end()
    return last


def _is_printed(line: str, words: list[str]) -> bool:
    if _PRINTED.match(line):
        return True
    figures = sum(_FIGURE.fullmatch(word) is not None for word in words)
    return figures >= max(MIN_FIGURES, MIN_PRINTED * len(words)) and _UNIT.search(line) is None


MIN_OPTIONS = 2
_OPTION = re.compile(r"(?<![^\s\"'`“‘(\[|,/])--[a-z][a-z\d]*(?:-[a-z\d]+)*(?![\w-])")


_DASH = re.compile(r"[a-z]--(?:[\s,.;:]|\Z)")
"""Two hyphens that close an aside: where they are dashes, none opens an option."""


def find_options(text: str) -> Iterator[Span]:
    """The long options of commands, "--first-parent", in a text that names several."""
    if "--" not in text or _DASH.search(text):
        return
    options = {option[0] for option in islice(_OPTION.finditer(text), 50)}
    is_of_command = any("-" in option[2:] for option in options)  # but "a show --first seen in 1999"
    if len(options) >= MIN_OPTIONS and is_of_command:
        yield from (option.span() for option in _OPTION.finditer(text))
