"""Words of change that tell what fell, struck or gave out: "the collapse of 12,000 homes", "fell short"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.amounts.words import POINTS
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.changes.found_words import ByForm, FoundWord


def _is_of_many_things(found: FoundWord) -> bool:
    """Whether it is many things that fell down, and none that got less: "the collapse of 12,000 homes"."""
    following = found.quantity_behind()
    if following is None or following.kind != "count" or following.of in POINTS:
        return False
    return found.text[found.end : following.start].strip() == "of"


def _is_struck(found: FoundWord) -> bool:
    """Whether something "crashed into" what it struck or "was crashed", as no price is, by no percentage."""
    if not found.leads_to(_AGAINST) and not (found.leads_to(_SOMEWHERE) and found.is_behind(_WAS_DONE, 8)):
        return False
    return all(q.kind != "percent" or q.start < found.start for q in found.sentence.quantities)


_AGAINST = WordPattern(r"\s+(?:<change/crashed_against>)\b")
_SOMEWHERE = WordPattern(r"\s+(?:<change/crashed_at>)\b")
_WAS_DONE = WordPattern(r"\b(?:<technology/be>|been|being)\s+$", re.IGNORECASE)
_INTO_WHAT = WordPattern(
    r"\s+(?:(?:<change/how_far_short>)\s+short|(?:<change/fallen_into>)|on\s+(?!an?\s+[\w-]+\s+basis\b)(?:<change/fallen_on>))\b",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(r"\s+(?:(?!(?:to|by|from|and|but)\s)[^\s;:]*[^\s,;:]\s+){1,5}(?:short|shy)\s+of\b")
"""By how much a goal was missed: "fell four runs short of the target"."""
_DROPPED_STUFF = WordPattern(
    r"\s+(?:(?:up\s+to|about|around|nearly|some|over|more\s+than|another|a\s+further"
    r"|almost)\s+)?[\d.,½¼¾]+(?:\s*(?:to|-"
    r"|–)\s*[\d.,½¼¾]+)?[\s-]?(?:<change/dropped_measure>)\.?\s+(?:\([^()]{1,20}\)\s+)?of\b",
)
"""What falls on something, and nothing that got less: "the storm dropped 12 inches of snow"."""
_DROPPED_THING = WordPattern(
    r"\s+an?\s+\d[\d.,]*[\s-](?:<change/dropped_measure>)\s+(?:[a-z]+\s+){0,2}?(?:<change/dropped_thing>)\b"
)
"""What somebody let fall: "dropped a 6,800 kilogram bomb"."""
_CUT_OFF = WordPattern(
    r"\s+(?:off\s+)?(?:[a-z]+\s+){0,2}?(?:to|from|in)\s+(?:about\s+|some\s+|more\s+than\s+|nearly\s+)?\d[\d,.]*\s+(?:<change/supplied>)\b"
)

BY_FORM: ByForm = (
    # "the collapse of 12,000 homes"
    (WordSet("change/collapsing"), _is_of_many_things),
    # "crashed in attacks by 19 men"
    (WordSet("change/crashing"), _is_struck),
    # "fell short by 3 votes", "fell 3 votes short of a majority"
    (WordSet("change/fallen"), lambda found: found.leads_to(_INTO_WHAT, _SHORT_OF)),
    # "the storm dropped 12 inches of snow"
    (WordSet("change/drop"), lambda found: found.leads_to(_DROPPED_STUFF, _DROPPED_THING)),
    # "power was cut to 560 homes"
    (WordSet("change/cut"), lambda found: found.leads_to(_CUT_OFF)),
)
