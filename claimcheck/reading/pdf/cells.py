"""The cells of a line of a PDF: words parted by wide gaps, by dots that lead on, and close figures."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.words import WORD_GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.reading.pdf.words import Word

CELL_GAP = 1.1
"""A gap wider than this, in sizes, parts cells; justified lines seldom have one."""

MIN_WIDER = 1.4
FIGURE_GAP = 0.45
"""Two figures at the end of a line that stand further apart than this, in sizes, are two cells."""

MIN_LEADER_DOTS = 4
"""Three dots are an ellipsis."""

MAX_PARTED_CHARS = 160
"""Longer lines are no heads of columns."""

PART_GAP = 0.55
PART_WIDER = 1.25
"""Words of a short line may stand over different columns if the gap between them is wider than the narrowest
one of their line by this factor, or than so many sizes: lines that are set to their full width have hardly
wider gaps.
"""

_LEADER = re.compile(r"\.{4,}\Z")
_FIGURE_PART = re.compile(r"[$€£¥(]{0,3}[-−–]?\d[\d,.]*[)%*]{0,3}|[$€£¥]|[-—–]+|[)%*]+")
_OPENS_FIGURE = frozenset(["$", "€", "£", "¥", "("])
_CLOSES_FIGURE = frozenset([")", "%", ")%", "*"])
_FIGURE_ENDS = frozenset("0123456789)%*-–—")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_PERIODS = re.compile(
    rf"(?:as of |fiscal |year ended )?(?:{MONTH} \d{{1,2}}, (?:19|20)\d\d|\d{{1,2}} {MONTH} (?:19|20)\d\d"
    rf"|{MONTH} (?:19|20)\d\d|(?:Q[1-4] |FY ?)?(?:19|20)\d\d(?:/\d\d)?)(?:\Z| )",
    re.IGNORECASE,
)


def cuts_between_figures(words: Sequence[Word], size: float) -> set[int]:
    """Where a line is cut that ends in several figures, or is nothing but periods, set too close to be parted
    by their distance alone. Words of a sentence stand half as far apart.
    """
    if len(words) < 2 or words[-1].text[-1] not in _FIGURE_ENDS:
        return set()
    starts = []
    for index in range(len(words) - 1, -1, -1):
        text = words[index].text
        if not _FIGURE_PART.fullmatch(text):
            break
        before = words[index - 1] if index else None
        is_inside = before is not None and (before.text in _OPENS_FIGURE or text in _CLOSES_FIGURE)
        if not is_inside and (before is None or words[index].left - before.right > FIGURE_GAP * size):
            starts.append(index)
    if len(starts) < 2:
        return _cuts_between_periods(words)
    # in a line of prose that is set to its full width all gaps are as wide
    label = words[: starts[-1]]
    usual = max((after.left - before.right for before, after in pairwise(label)), default=0.0)
    narrowest = min(words[index].left - words[index - 1].right for index in starts if index)
    return set(starts) if narrowest > MIN_WIDER * usual else set()


def _cuts_between_periods(words: Sequence[Word]) -> set[int]:
    """Where a line is cut that is nothing but periods: "January 3, 2020 December 28, 2018"."""
    line = " ".join(word.text for word in words)
    starts = []
    position = 0
    while position < len(line):
        period = _PERIODS.match(line, position)
        if period is None:
            return set()
        starts.append(line.count(" ", 0, position))
        position = period.end()
    return set(starts) if len(starts) > 1 else set()


def parts_of(words: Sequence[Word], size: float) -> list[list[Word]]:
    """The words of a line that stand a little apart from each other; nothing for a line of one part."""
    gaps = [after.left - before.right for before, after in pairwise(words)]
    if not gaps:
        return []
    apart = min(max(PART_WIDER * min(gaps), WORD_GAP * size), PART_GAP * size)
    if max(gaps) <= apart:
        return []
    parts = [[words[0]]]
    for gap, word in zip(gaps, words[1:], strict=True):
        if gap > apart:
            parts.append([])
        parts[-1].append(word)
    return parts


def without_leaders(words: Sequence[Word]) -> Iterator[str]:
    """The words, empty for the dots that lead from one cell to the next."""
    dots = [not word.text.strip(".…·") for word in words]
    for index, word in enumerate(words):
        if not dots[index]:
            text = _LEADER.sub("", word.text) if "...." in word.text else word.text
            behind = dots[index + 1 : index + MIN_LEADER_DOTS]
            is_led = text.endswith(".") and len(behind) == MIN_LEADER_DOTS - 1 and all(behind)
            yield text[:-1] if is_led else text  # the first dot of a leader, written on to the word
            continue
        run = word.text
        for step in (-1, 1):
            place = index + step
            while 0 <= place < len(words) and dots[place] and len(run) < MIN_LEADER_DOTS:
                run += words[place].text
                place += step
        is_short_leader = len(run) == 2 and index + 1 < len(words)
        yield "" if is_short_leader or len(run) >= MIN_LEADER_DOTS else word.text
