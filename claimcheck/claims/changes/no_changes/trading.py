"""Whether prices and indices went "up" or "down" where a day's trade is told: "settled down $1.52"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.claims.changes.found_words import FoundWord


def tells_of_trade(found: FoundWord) -> bool:
    """Whether a price or an index went "up" or "down": "settled down $1.52", "opened up 1.1 percent"."""
    return found.leads_to(_IN_TRADE) and is_closing(found)


def is_closing(found: FoundWord) -> bool:
    """Whether what has a price stands before the word with a verb of its trade: "shares closed" + "down"."""
    return found.is_behind(_CLOSED, _LONGEST_CLOSING)


_LONGEST_CLOSING = 30
_CLOSED = WordPattern(r"\b(?:<change/grown_thing>)\s+(?:<change/closed_in_trade>)\s+$", re.IGNORECASE)
_IN_TRADE = WordPattern(
    r"\s+(?:(?:<change/approximating>)\s+)?(?:[$€£¥]\s?\d[\d.]*|\d[\d.]*\s?(?:(?:<common/percent>)|cents?\b))"
    r"(?:(?=[.,;)]|$)|\s+(?:at|to|from|on|a|per|after)\b)"
)
"""What a price or an index moves by; not "the fund opened up $30 million for farmers"."""
