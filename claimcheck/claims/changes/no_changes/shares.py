"""Words of change before a share of something: "grows 38% of the coffee", "closed down 40% of its shops"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.changes.no_changes.trading import is_closing
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.changes.found_words import ByForm, FoundWord


def is_shutting(found: FoundWord) -> bool:
    """Whether "down" is that of a closure: "closed down 40% of its shops"."""
    if found.leads_to(_SHARE_OF_VALUE) or is_closing(found):
        return False  # "shares closed down 3% of their value"
    return found.leads_to(_SHARE_OF) and found.is_behind(_SHUT, 12)


_SHUT = WordPattern(r"\b(?:<change/shutting>)\s+$", re.IGNORECASE)
_PERCENT_OF = r"\d[\d.,]*\s?(?:<common/percent>)\s+of\s+"
_SHARE_OF = WordPattern(rf"\s+(?:\w+\s+)?{_PERCENT_OF}(?:the|all|its|their|our|[A-Z])")
_SHARE_OF_ALL = WordPattern(
    rf"\s+(?:\w+\s+){{0,2}}{_PERCENT_OF}(?:(?:the|all)\b|[A-Z])(?!\s+(?:<change/former>)\b)"
)
"""What somebody comes to hold: "gain 10% of the market"; not "gained 5% of its value"."""
_SHARE_OF_VALUE = WordPattern(rf"\s+(?:\w+\s+)?{_PERCENT_OF}(?:\w+\s+){{1,2}}(?:<change/own_value>)\b")

BY_FORM: ByForm = (
    # "grows 38% of the world's coffee"
    (WordSet("change/growing"), lambda found: found.leads_to(_SHARE_OF)),
    # "could gain just 10% of the market"
    (WordSet("change/gaining"), lambda found: found.leads_to(_SHARE_OF_ALL)),
)
