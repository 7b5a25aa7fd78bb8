"""Days of a month: a month stands beside the number."""

from __future__ import annotations

import re

from claimcheck.lexicons.word_sets import WordPattern, WordSet

_MONTHS = "<common/month>|<common/month_short>"

_MONTH_AFTER = WordPattern(
    rf"(?:st|nd|rd|th)?[ \u00a0]{{0,2}}(?:of[ ])?[-/]?(?:{_MONTHS})\b(?!\w)\.?", re.IGNORECASE
)
_MONTH_BEFORE = WordPattern(rf"\b(?:{_MONTHS})\.?[ \u00a0,]{{0,2}}(?:the )?$", re.IGNORECASE)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY_JOINT = r"[ ]?(?:[-–,]|to|and|through|until)[ ]?"
_MONTH_DAYS_BEFORE = WordPattern(
    rf"\b(?:{_MONTHS})\.?[ \u00a0]{_DAY}(?:{_DAY_JOINT}(?:{_DAY}{_DAY_JOINT}){{0,3}})$", re.IGNORECASE
)
_DAYS_MONTH_AFTER = WordPattern(
    rf"(?:st|nd|rd|th)?[ ]?(?:[-–]|to|and|or)[ ]?\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?(?:{_MONTHS})\b",
    re.IGNORECASE,
)


_ALSO_WORDS = WordSet("quantities/also_word")


def is_day_of_month(text: str, start: int, end: int, left: str) -> bool:
    """Whether the number between the offsets is a day: a month stands beside it."""
    if end - start > 4:
        return False
    following = text[end : end + 1]
    if following and (following in " \u00a0-/" or following.isalpha()):
        if found := _MONTH_AFTER.match(text, end):
            name = found[0].strip().lower()
            # "5 may follow", "10 march on": the month must look like a name
            if not (
                name in _ALSO_WORDS
                and text[found.end() - 1 : found.end()].islower()
                and not found[0].strip()[0].isupper()
            ):
                return True
        if _DAYS_MONTH_AFTER.match(text, end):
            return True
    if not left or not (left[-1].isspace() or left[-1] in ",-–"):
        return False
    if _MONTH_BEFORE.search(left):
        return True
    return bool(_MONTH_DAYS_BEFORE.search(left))
