"""Headings that a Word document sets into the line of the text below them, in bold and in a colour
of their own: they are made paragraphs, since "Price rise Acme said" is no sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _RUN, _PROPERTIES = (f"{_SPACE}{name}" for name in ("p", "r", "rPr"))
_VALUE = f"{_SPACE}val"
_OFF = ("0", "false", "off", "none", "auto")
_ENDS = re.compile(r"[.:;,?!–—-]$")
_OPENS = re.compile(r"[\"“'‘(]?[A-Z]")
MAX_HEADING_WORDS = 12
MIN_WORDS_BEHIND = 6


def part_headings(body: Element) -> None:
    """Make paragraphs of the headings that stand in the lines of others, in place."""
    for parent in [*body.iter()]:
        for paragraph in parent.findall(_PARAGRAPH):
            runs = paragraph.findall(_RUN)
            count = _runs_of_heading(runs)
            if not count:
                continue
            heading = Element(_PARAGRAPH)
            for run in runs[:count]:
                paragraph.remove(run)
                heading.append(run)
            parent.insert([*parent].index(paragraph), heading)


def _runs_of_heading(runs: Sequence[Element]) -> int:
    """How many of the runs that open a paragraph are a heading; none where its text goes on behind them."""
    count = 0
    while count < len(runs) and (_is_set_apart(runs[count]) or not _words(runs[count]).strip()):
        count += 1
    before, behind = ("".join(map(_words, part)) for part in (runs[:count], runs[count:]))
    heading = before.strip()
    if not heading or _ENDS.search(heading) or not _OPENS.match(heading):
        return 0
    is_parted = before[-1:].isspace() or behind[:1].isspace()
    is_long = len(behind.split()) >= MIN_WORDS_BEHIND and len(heading.split()) <= MAX_HEADING_WORDS
    return count if is_parted and is_long and _OPENS.match(behind.lstrip()) else 0


def _words(run: Element) -> str:
    return "".join(part.text or "" for part in run.iter(f"{_SPACE}t"))


def _is_set_apart(run: Element) -> bool:
    """Whether a run is in bold and in a colour."""
    return _is_on(run, "b") and _is_on(run, "color")


def _is_on(run: Element, name: str) -> bool:
    mark = run.find(f"{_PROPERTIES}/{_SPACE}{name}")
    return mark is not None and mark.get(_VALUE, "true").lower() not in _OFF
