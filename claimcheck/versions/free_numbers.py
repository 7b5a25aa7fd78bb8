"""Numbers that are no version: years, amounts, scores, dates, addresses, parts of codes."""

from __future__ import annotations

import re

from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.versions.vocabulary import units

_UNIT_AFTER = WordPattern(
    r"""
      \s?(?:[%°$€£¥×′″]|(?:percent|per[ ]cent|percentage|million|billion|trillion|thousand|hundred|[mb]n|k)\b)
    | [ ](?:Tesla|T)\b
    | -(?:<versions/joined_unit>)\b
    | (?:x|st|nd|rd|th|s)\b
    | [-–/:]\d
    | [ ]?(?:a\.m\.|p\.m\.|am\b|pm\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORD_AFTER = re.compile(r"[ \u00a0-]([^\W\d_]+)")
_ERA_AFTER = re.compile(r"\s?(?:BCE?|CE|AD)\b")
_ACRONYM_BEFORE = re.compile(r"\b(?!IP|DNS|VPN|LAN|ISP)[A-Z]{3,}[ ]$")  # "JASP 0.7.5.6" is no address
_IP_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_DOTTED_DATE = re.compile(r"(?:\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d\.\d{1,2}\.\d{1,2})")


def is_free_number(text: str, version: str, start: int, end: int, *, is_explicit: bool) -> bool:
    """Whether the number is no year, amount, score, date or address."""
    following = text[end : end + 1]
    if following and (following.isalnum() or following == "_"):
        return False
    if following in (".", ",") and text[end + 1 : end + 2].isdigit():
        return False
    if start and text[start - 1] in ".,'’:/-–−" and text[start - 2 : start - 1].isdigit():
        return False
    if start > 1 and text[start - 1] == " " and text[start - 2] in "$€£¥":
        return False
    digits = version.lstrip("vV. ")
    if _DOTTED_DATE.fullmatch(digits) or following == "%":
        return False
    if (
        _IP_ADDRESS.fullmatch(digits)
        and not is_explicit
        and all(int(part) < 256 for part in digits.split("."))
        and not (digits[1] == "." and _ACRONYM_BEFORE.search(text, max(0, start - 12), start))
    ):
        return False
    if "." not in digits and not is_explicit:
        # a year or a count, a part of a longer number, of a date, of a code
        if len(digits) == 4 or digits.startswith("0") or re.match(r"[ ]\(?\d|-[A-Za-z]", text[end : end + 3]):
            return False
        if _ERA_AFTER.match(text, end):
            return False
    if digits.isdigit() and len(digits) > 4:
        return False
    if is_explicit and version[0] in "vV":
        return True
    if _UNIT_AFTER.match(text, end):
        return False
    word = _WORD_AFTER.match(text, end)
    return not (word and word[1].lower() in units())
