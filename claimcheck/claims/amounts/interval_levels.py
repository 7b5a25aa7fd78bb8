"""The level of an interval or of a test, which states nothing of what is measured: "95% CI", "5% level"."""

from __future__ import annotations

import re

from claimcheck.lexicons.word_sets import WordPattern

_LEVEL = WordPattern(
    r"\s?(?:<common/percent>)(?:\s?(?:,|&|and|or)\s?\d\d(?:\.\d+)?\s?(?:<common/percent>))?[\s-]*(?:C\.?I\.?s?|CrI|confidence"
    r"|credib(?:le|ility)|(?:equal-tailed\s+|pointwise\s+)?(?:prediction|posterior|uncertainty)\s+(?:intervals?|bands?|regions?)|UI"
    r"|HPDI?|highest\s+posterior)\b"
    r"|(?:(?<=\.\d)|(?<=9\d))\s?(?:<common/percent>)[\s-]*quantiles?\b"
)
_LEVEL_OF_TEST = WordPattern(r"\s?(?:<common/percent>)\s+level\b(?!\s+of\s(?!signif))")
_TESTED = WordPattern(r"\b(?:<claims/tested>)\b", re.IGNORECASE)
MAX_TEST_CHARS = 100
"""So near before the level of a test, or behind it, the text says what was tested."""


def find_interval_level(text: str, number_end: int, end: int | None = None) -> re.Match[str] | None:
    """What makes a percentage the level of an interval or of a test, right behind its number."""
    last = len(text) if end is None else end
    level = _LEVEL.match(text, number_end, last)
    if level is not None:
        return level
    level = _LEVEL_OF_TEST.match(text, number_end, last)
    near = max(0, number_end - MAX_TEST_CHARS), min(last, number_end + MAX_TEST_CHARS)
    return level if level is not None and _TESTED.search(text, *near) else None
