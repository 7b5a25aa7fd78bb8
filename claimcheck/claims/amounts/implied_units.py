"""Measurements whose unit stands elsewhere: what is told per so many, in a bracket, or by the thing measured.

"for every 50 hens there were 4.0 cocks", "the 5.0 earthquake", "was 25 weeks (range 8-44)".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.claims.amounts.interval_levels import find_interval_level
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.quantities.rates import singular

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity


class ImpliedUnit(NamedTuple):
    """A quantity, the unit that it is meant in, where the words of the claim begin, and the rule."""

    quantity: Quantity
    unit: str
    start: int
    rule: str
    also: Quantity | None = None


def implied_units(text: str, sentence: Sentence) -> Iterator[ImpliedUnit]:
    """The quantities of a sentence whose unit is not written beside them."""
    before: Quantity | None = None
    base: Quantity | None = None
    for quantity in sentence.quantities:
        if quantity.kind == "count":
            if _is_quake(quantity) and _DECIMAL.fullmatch(text, quantity.number_start, quantity.number_end):
                yield ImpliedUnit(quantity, "magnitude", quantity.start, "quake")
            elif base is not None and (ratio := _ratio(text, base, quantity)) is not None:
                yield ratio
            if _FOR_EVERY.search(text, max(sentence.start, quantity.start - 12), quantity.start):
                base = quantity
        elif quantity.kind == "number" and before is not None and before.unit is not None:
            is_range = before.kind == "measure" and quantity.low is not None and quantity.high is not None
            if is_range and _RANGE_BETWEEN.fullmatch(text, before.end, quantity.number_start):
                yield ImpliedUnit(quantity, before.unit, quantity.start, "range-of")
        is_level = quantity.kind == "percent" and find_interval_level(text, quantity.number_end)
        before = before if is_level else quantity


def _is_quake(quantity: Quantity) -> bool:
    return not _QUAKES.isdisjoint((quantity.of or "").split()[:2])


_QUAKES = WordSet("claims/quake")
_DECIMAL = re.compile(r"[1-9]\.\d")
_RANGE_BETWEEN = re.compile(
    r"\s*[(\[;,]\s*(?:\d\d(?:\.\d)?\s?%\s*(?:CI|CrI|confidence\s+interval|credible\s+interval)"
    r"|range|interquartile range|IQR|min(?:imum)?\s*[-–]\s*max(?:imum)?)[\s,:=]*(?:from\s+)?",
    re.IGNORECASE,
)
_FOR_EVERY = re.compile(r"\bfor\s+(?:every|each)\s+$", re.IGNORECASE)


def _ratio(text: str, base: Quantity, quantity: Quantity) -> ImpliedUnit | None:
    """So many of one thing for every so many of another."""
    if base.kind != "count" or not base.of or not quantity.of or base.number is None:
        return None
    between = text[base.end : quantity.start]
    if len(between) > _MOST_BETWEEN or "." in between or not _ENDS_THERE.search(between):
        return None
    things, others = (one.of.rsplit(" ", 1)[-1].lower() for one in (quantity, base) if one.of)
    if not (things.isalpha() and others.isalpha()):
        return None
    unit = f"{singular(things)}_per_{base.number:f}_{singular(others)}"
    return ImpliedUnit(quantity, unit, quantity.start, "for-every", base)


_MOST_BETWEEN = 48
_ENDS_THERE = re.compile(r"\bthere\s+(?:are|were|is|was)\s+(?:(?:about|only|nearly|over|some)\s+)?$")
