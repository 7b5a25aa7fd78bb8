"""The word "one" where it is a pronoun or part of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_noun_phrase_ends, load_number_cues, load_unit_words
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.quantities.counted_nouns import CAPITAL_NAMES, find_counted_noun, word_before

if TYPE_CHECKING:
    from claimcheck.quantities.set_aside.names import SetAsideRule

_LETTERS = re.compile(r"[^\W\d_]+")


_IN_SO_MANY = re.compile(
    r" in (?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)(?![^\W_]|[.,]\d)"
)
_OF_EVERY = re.compile(r" of every \d")
_BEFORE_COUNTED = WordSet("quantities/before_one")
_BEFORE_LAST = WordSet("quantities/before_last_one")
_BEHIND_COUNTED = WordSet("quantities/behind_counted_one")
_PERCENT = (" per cent", " percent")
_NAMES_WITH_ONE = ("off", "sid", "way", "on-", "siz")  # "one-off", "one-sided", "one-on-one"


def find_one_rule(text: str, low: str, at: int) -> SetAsideRule | None:
    """Which rule sets the word "one" at `at` aside, if any."""
    end = at + 3
    if low.startswith(" of ", end):
        return None if _OF_EVERY.match(low, end) else "one-of"
    if _IN_SO_MANY.match(low, end):
        return None  # "that one in three came"
    if low[at - 1 : at] == "-":
        return "name-with-number"
    before = word_before(low, at - 1) if low[at - 1 : at] == " " else ""
    if before in ("minus", "negative"):
        return None
    if before == "the" and low.startswith(" hand", end):  # "on the one hand"
        return "pronoun-one"
    if before in load_number_cues("pronoun_one_before"):
        if low.startswith(_PERCENT, end):
            return None  # "a one per cent rise"
        if before not in _BEFORE_COUNTED or not _counts(text, low, end):
            return "pronoun-one"
    following = _LETTERS.match(low, end + 1) if low[end : end + 1] == " " else None
    if following is None:
        return _rule_without_a_word(low, end, before)
    return _rule_before_a_word(text, low, end, following)


def _counts(text: str, low: str, end: int) -> bool:
    """Whether a noun follows that "one" may count."""
    return find_counted_noun(text, low, end, is_singular=True) is not None


def _rule_without_a_word(low: str, end: int, before: str) -> SetAsideRule | None:
    """The rule for "one" before a mark; at the end of a clause it is a thing, save in "by one"."""
    following = low[end : end + 1]
    if following == "-":
        return "name-with-number" if low[end + 1 : end + 4] in _NAMES_WITH_ONE else None
    if following in ("'", "’", "s"):
        return "pronoun-one"
    return None if before == "" or before in _BEFORE_LAST or following == "%" else "pronoun-one"


_ANY_MOMENT = WordSet("quantities/any_moment")
_AT_BEFORE = re.compile(r"(?<![^\W_])at $")
_TO_THE_NEXT = re.compile(r" to (?:another|the (?:other|next))(?![^\W_])")
"""Behind "from one" and its noun: "from one year to the next"."""


def _rule_before_a_word(text: str, low: str, end: int, following: re.Match[str]) -> SetAsideRule | None:
    """The rule for "one" before a word, which tells whether it is a number."""
    word = following[0]
    if word in _ANY_MOMENT and _AT_BEFORE.search(low, max(0, end - 12), end - len("one")):
        return "pronoun-one"  # "18 were missing at one point"
    if word == "another" or (
        low.endswith("from ", 0, end - len("one")) and _TO_THE_NEXT.match(low, following.end())
    ):
        return "pronoun-one"
    if word == "day":
        return "pronoun-one" if low[following.end() : following.end() + 1] in (",", "") else None
    if word in _BEHIND_COUNTED:
        return None
    if word in load_noun_phrase_ends() and text[following.start() : following.end()] not in CAPITAL_NAMES:
        return "pronoun-one"
    return None if word in load_unit_words() or _counts(text, low, end) else "pronoun-one"
