"""What an amount before a word of change says: "a 5% increase", "16% (up from 8.9%)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.amounts.words import POINTS, core_end
from claimcheck.claims.changes.earlier_values import EARLIER
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.changes.words import ChangeWord
    from claimcheck.quantities.finding import Quantity

_NOUN_AFTER = WordPattern(
    r"\s*(?P<again>\((?!\d+%)[\d.,]+\s?[a-z]+\)\s+)?(?:(?:<change/adjective_before>)\s+)?(?:(?:<change/raised_thing>)\s+)?"
    r"(?:[- ]?(?:<change/adjective_before>)\s+)?",
    re.IGNORECASE,
)


def role_before(text: str, word: ChangeWord, quantity: Quantity, match: re.Match[str]) -> str | None:
    """What an amount before the word of change says: "a 5% increase", "16% (up from 8.9%)"."""
    is_of_points = quantity.kind == "count" and quantity.of in POINTS
    gap = text[quantity.end if is_of_points else core_end(text, quantity) : match.start()]
    if gap == " " and quantity.kind == "percent" and _RISK_AFTER.match(text, match.end()):
        return "number"  # "an 8.8% increased risk"
    if "noun" in word.word_class:
        is_counted = quantity.kind == "count" and quantity.of == text[match.start() : match.end()]
        if _is_period(text, quantity, match) or is_counted:
            return None  # "two expansions" are counted
        if quantity.kind in ("money", "measure") and match[0] in _PROJECTS:
            return None  # "a $1 billion expansion" costs as much
        if is_of_points and not _TOLD_ON.match(text, match.end()):
            return None  # "a three-point jump shot", "a two-point slide rule"
        between = _NOUN_AFTER.fullmatch(gap)
        if between is None or (between["again"] is not None and not _GOES_ON.match(text, match.end())):
            return None  # "the 3-metre (10 ft) drop closed the path" is how deep it is
        return "number"
    if word.word_class == "particle":
        following = text[match.end() : match.end() + 8].split()[:1]
        if following == ["from"]:
            return "to" if _NOW.fullmatch(gap) else None
        is_turn = following == ["to"] and _TO_AMOUNT.match(text, match.end()) is not None
        if is_turn and _ONCE.search(text, max(0, quantity.start - 12), quantity.start):
            return "from" if _THEN_NOW.fullmatch(text, quantity.end, match.start()) else None
    return None


_GOES_ON = re.compile(r"\s+(?:in|of|was|were|is)\b")
_TOLD_ON = WordPattern(
    rf"\s*(?:[.,;:!?()–—]|$)|\s+(?:(?:<change/behind_points>)\b|from\s+(?:{EARLIER}|(?:<common/month>)\b))",
    re.IGNORECASE,
)
"""Behind a noun of change so many points were lost or won in, and no further noun."""
_TO_AMOUNT = WordPattern(
    r"\s+to\s+(?:(?:<change/approximating>)\s+)?(?:[^\s\w]{0,2}\d|(?:<common/small_number>)\b)"
)
"""Not "came from two down to win"."""
_PROJECTS = WordSet("change/project")
_PERIODS = frozenset("second minute hour day week month quarter year decade century".split())
_OF_A_TIME = WordPattern(
    r"\s+(?:in|of|to)\s+(?:[\w’'-]+\s+){0,4}?(?:<change/time>)\b",
    re.IGNORECASE,
)


def _is_period(text: str, quantity: Quantity, match: re.Match[str]) -> bool:
    """Whether a time before a noun tells how long it went on: "a one-day fall".

    Not in "a two-day cut in waiting times", where time got less.
    """
    if quantity.kind != "measure" or quantity.unit not in _PERIODS:
        return False
    return "-" in text[quantity.number_start : match.start()] and _OF_A_TIME.match(text, match.end()) is None


_RISK_AFTER = WordPattern(r"\s+(?:relative\s+|absolute\s+)?(?:<change/risk>)\b")
_NOW = re.compile(r"[^.;:!?]{0,30}[,(—–-]\s*|\s+(?:at|in|on|for|as of)\s+[\w ]{2,25}\s+")
"""Between a value and "down from": "16% (up from 8.9%)", "1,340 in the last census down from 1,560"."""
_ONCE = WordPattern(r"\b(?:<change/earlier_words>)\s+$", re.IGNORECASE)
_THEN_NOW = re.compile(r"\s*,?\s*(?:now\s+)?", re.IGNORECASE)
"""Between an old value and "down to": "from 32 servers down to four", "originally four, now down to two"."""
