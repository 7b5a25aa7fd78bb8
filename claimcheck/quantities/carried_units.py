"""A unit that is said once for two values told side by side: "79.4 years for men and 83.1 for women"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.quantities.amount import Amount

_BETWEEN = WordPattern(
    r" (?P<lead>(?:<quantities/side_by_side>)) (?:[\w’'-]+ ){1,5}?(?:,? ?(?:<quantities/second_of_two>)) $"
)
_LIMIT = WordPattern(
    r",? (?:(?:[\w’'-]+,? ){0,4}?(?:<quantities/limit>)"
    r"|(?:[\w’'-]+ )?(?:<quantities/held_against>) (?:[\w’'-]+ ){0,3}?(?:<quantities/middle>)) of $"
)
"""Between a value and what it is held against: "38 hl/ha, well below the legal limit of 56"."""
_PART_OF = WordPattern(r", of which $")
_CLOSED = WordPattern(r"(?:[,.;:)](?!\d)|$| (?:<quantities/behind_carried>)(?![^\W_]))")
_FURTHEST = 60
_ALIKE = 10
"""Times the one value is as large as the other, at most: both are of one thing."""


def carry_units(low: str, amounts: Sequence[Amount]) -> None:
    """Give bare numbers the unit of the measure before them, in place, where both are told alike.

    `low` is the text in lower case with equal offsets.
    """
    for first, second in pairwise(amounts):
        if first.aside is not None or second.aside is not None or second.kind or first.kind != "measure":
            continue
        if first.unit_end <= first.unit_start or first.is_age or second.fraction or second.form == "ordinal":
            continue
        gap = second.start - first.end
        if not 0 < gap <= _FURTHEST or low[first.unit_start : first.unit_start + 1] == "-":
            continue
        if not _is_told_alike(low, first, second) or not _are_alike(first, second):
            continue
        second.kind, second.unit, second.unit_reading = first.kind, first.unit, first.unit_reading
        second.per = first.per
        second.found_by = "carried-unit"


def _is_told_alike(low: str, first: Amount, second: Amount) -> bool:
    """Whether words lead from a measure to a bare number of the same thing."""
    lead = _BETWEEN.match(low, first.end, second.start)
    if lead is not None:
        return low.startswith(f" {lead['lead']} ", second.end)
    is_held_against = any(between.fullmatch(low, first.end, second.start) for between in (_LIMIT, _PART_OF))
    return is_held_against and second.noun is None and _CLOSED.match(low, second.end) is not None


def _are_alike(first: Amount, second: Amount) -> bool:
    """Whether two values are of one size, and written alike."""
    if first.low is not None or second.low is not None or first.value <= 0 or second.value <= 0:
        return False
    return max(first.value, second.value) <= _ALIKE * min(first.value, second.value)
