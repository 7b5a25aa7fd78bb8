"""Words whose letters are set apart: between these PDFium sees blanks that the file does not have."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from claimcheck.reading.pdf.signs import JOINT

if TYPE_CHECKING:
    from collections.abc import Sequence

REACH = 8
"""So many signs before and behind a blank tell how far apart the letters of its words are."""

SAME_DISTANCE = 1.5
"""A blank parts words if it is wider than the distance of the letters by this factor."""

MIN_DISTANCE = 0.3
"""Letters are set apart that are further from each other than so many points; others touch."""

_BLANK = re.compile(r"(?<=\S) (?=\S)")


def without_blanks_in_words(text: str, lefts: Sequence[float], rights: Sequence[float]) -> str:
    """The text of a page with a joint for each blank that was seen between letters set apart.

    Args:
        text: the signs, as PDFium gives them.
        lefts: where each begins, in points.
        rights: where each ends; a blank that is not in the file is not wide.
    """
    found = [
        match.start()
        for match in _BLANK.finditer(text)
        if lefts[match.start()] == rights[match.start()] and _is_in_word(match.start(), text, lefts, rights)
    ]
    if not found:
        return text
    signs = list(text)
    for index in found:
        signs[index] = JOINT
    return "".join(signs)


def _is_in_word(blank: int, text: str, lefts: Sequence[float], rights: Sequence[float]) -> bool:
    width = lefts[blank + 1] - rights[blank - 1]
    if not 0 < width < rights[blank - 1] - lefts[blank - 1] + rights[blank + 1] - lefts[blank + 1]:
        return False
    near = range(max(1, blank - REACH), min(len(text), blank + REACH))
    apart = [
        lefts[index] - rights[index - 1]
        for index in near
        if not (text[index].isspace() or text[index - 1].isspace())
    ]
    usual = median(apart) if apart else 0.0
    return usual > MIN_DISTANCE and width < SAME_DISTANCE * usual
