"""Which characters of a quantity are its number and unit, without what it counts or is a share of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.quantities.finding import Quantity

_SIGN = re.compile(
    r"[ \u00a0-]?(?:percentage[ -]points?|per[ -]?cent(?:age)?(?:[ -]points?)?|%(?:[ -]?points?)?|pct"
    r"|basis[ -]points?|bps?\b|p\.?p\.?\b)",
    re.IGNORECASE,
)


POINTS = frozenset({"points", "point", "pts"})
"""What an index, a score or a share rises and falls by, where no more is said."""


def core_end(text: str, quantity: Quantity) -> int:
    """Where number and unit end: after the sign of "a 60% plunge in murders", before the noun of "40 men"."""
    if quantity.kind == "percent" and not quantity.is_fraction:
        found = _SIGN.match(text, quantity.number_end)
        if found is not None:
            return found.end()
        return (
            quantity.end if quantity.of_end is None else min(quantity.end, quantity.of_start or quantity.end)
        )
    if quantity.kind == "count" and quantity.of_start is not None:
        return quantity.number_end
    return quantity.end
