"""Shares of people by the language they speak: "22% of us speak Welsh", "spoken by a third"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.language_shares.share_parts import SharePair, is_natural, sign_end
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

_LANGUAGE = r"(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)"
_PEOPLE_SPEAK = WordPattern(
    r"(?:\s+of\s+(?:(?!<common/relative>)[\w’'-]+\s+){1,6}?|\s+)(?:who\s+)?"
    r"(?:(?:<language_share/how_spoken>)\s+)*(?:<language_share/speaking>)\s+(?:only\s+|some\s+)?"
    rf"{_LANGUAGE}(?=\s*(?:[.,;:)]|$|(?:<language_share/behind_spoken>)\b))"
)
_SPOKEN_BY = WordPattern(
    rf"{_LANGUAGE}\s+(?:is|was|remains)\s+(?:(?:also|still|now|only)\s+)?"
    r"(?:(?:<language_share/spoken>)\s+(?:at\s+home\s+)?by"
    r"|the\s+(?:(?:first|native|main|home|mother|second|only|everyday)\s+)?(?:language|tongue)\s+(?:of|for))\s+$"
)
_SPEAKERS_ARE = WordPattern(rf"{_LANGUAGE}\s+speakers\s+(?:<language_share/telling_share>)\s+$")
_REACH = 70


def find_spoken_pair(text: str, sentence: Sentence, quantity: Quantity) -> SharePair | None:
    """The language that a share of people speak, or None."""
    if quantity.kind != "percent":
        return None
    last = sign_end(text, quantity)
    behind = _PEOPLE_SPEAK.match(text, last, sentence.end)
    if behind is not None and is_natural(behind["name"]):
        return SharePair(quantity, behind["name"], quantity.start, behind.end(), "speakers", is_sure=True)
    first = max(sentence.start, quantity.start - _REACH)
    for pattern in (_SPOKEN_BY, _SPEAKERS_ARE):
        before = pattern.search(text, first, quantity.start)
        if before is not None and is_natural(before["name"]):
            end = max(last, quantity.end)
            return SharePair(quantity, before["name"], before.start(), end, "speakers", is_sure=True)
    return None
