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


def find_one_rule(text: str, low: str, at: int) -> SetAsideRule | None:
    """Which rule sets the word "one" at `at` aside, if any."""
    end = at + 3
    if low.startswith(" of ", end):
        return None if _OF_EVERY.match(low, end) else "one-of"
    if _IN_SO_MANY.match(low, end):
        return None  # "that one in three came"
    if low[at - 1 : at] == " ":
        before = word_before(low, at - 1)
        if before in ("minus", "negative"):
            return None
        if before == "the" and low.startswith(" hand", end):  # "on the one hand"
            return "pronoun-one"
        if before in load_number_cues("pronoun_one_before") and low.startswith(
            (" per cent", " percent"), end
        ):
            return None  # "a one per cent rise"
        if before in load_number_cues("pronoun_one_before") and not (
            before in _BEFORE_COUNTED and find_counted_noun(text, low, end, is_singular=True) is not None
        ):
            return "pronoun-one"
    elif low[at - 1 : at] == "-":
        return "name-with-number"
    following = _LETTERS.match(low, end + 1) if low[end : end + 1] == " " else None
    if following is None:
        if low[end : end + 1] == "-":
            return (
                "name-with-number" if low[end + 1 : end + 4] in ("off", "sid", "way", "on-", "siz") else None
            )
        if low[end : end + 1] in ("'", "’", "s"):
            return "pronoun-one"
        # "one" at the end of a clause stands for a thing, except after a preposition of amount
        before = word_before(low, at - 1) if low[at - 1 : at] == " " else ""
        return (
            None
            if before in ("minus", "negative", "by", "zero", "than", "least", "to", "plus", "equals", "")
            or low[end : end + 1] == "%"
            else "pronoun-one"
        )
    word = following[0]
    if word in ("another", "day"):
        return (
            "pronoun-one"
            if word == "another" or low[following.end() : following.end() + 1] in (",", "")
            else None
        )
    if word in (
        "hundred",
        "thousand",
        "point",
        "in",
        "out",
        "over",
        "or",
        "to",
        "and",
        "per",
        "percent",
        "more",
        "other",
        "c",
        "f",
        "less",
        "plus",
    ):
        return None
    if word in load_noun_phrase_ends() and text[following.start() : following.end()] not in CAPITAL_NAMES:
        return "pronoun-one"
    return (
        None
        if word in load_unit_words() or find_counted_noun(text, low, end, is_singular=True) is not None
        else "pronoun-one"
    )
