"""Whether "half", "a third", "a quarter" is a share, or an ordinal or a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_approximator_ends, load_number_cues, load_unit_words
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.quantities.counted_nouns import is_plural_noun, word_before

if TYPE_CHECKING:
    from claimcheck.quantities.numerals import Numeral

_LETTERS = re.compile(r"[^\W\d_]+")


_MOVING = WordSet("quantities/before_fraction")
_LANDS = re.compile(r"(?: (?:in|since|over|during|last|this) (?:[\w]+ ){0,3}[\w]+)?,? to ")


def is_fraction(low: str, numeral: Numeral, word: str) -> bool:
    """Whether "half", "a third", "a quarter" is a share here rather than an ordinal or a time."""
    end = numeral.end
    head = word.rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
    is_apart = low[numeral.start - 1 : numeral.start] in (" ", "-")
    before = word_before(low, numeral.start - 1) if is_apart else ""
    following = low[end : end + 4]
    if head == "half" and low.startswith("-century", end):
        return _is_half_century_of_time(low, numeral.start, end)
    if word == "half":
        if before in load_number_cues("half_after"):
            return False
        if before in ("by", "from") and _LANDS.match(low, end):
            return True  # "fell by half to 9,800"
        if following.startswith((" of ", " a ", " an ", " the")):
            return True
        if _RATIO_AFTER.match(low, end) and low[max(0, numeral.start - 2) : numeral.start].strip(" \n.!?"):
            return True  # but "Half what she said was true"
        if (not before or before in _NO_WORD) and HALF_DID.match(low, end):
            return True  # "Half were in London"
        if following[:1] == "-":  # "half-mile", not "half-time"
            return _noun_follows(low, end)
        return bool(
            before in load_approximator_ends()
            or following[:1] in ("", ".", ",", "\n", ";", ")")
            or _noun_follows(low, end)
        )
    if word.startswith(("a ", "an ")):
        if head == "half":
            return True
        if before == "from" and low.startswith((" to a ", " to two ", " to three ", " to half "), end):
            return True  # "fell from a third to a quarter"
        if _COMPARES.match(low, end) or _RATIO_AFTER.match(low, end) or MANY_DID.match(low, end):
            return True  # "a third more than in 2024", "a third were boys"
        if following.startswith((" of ", " the")) or (following[:1] == "-" and _noun_follows(low, end)):
            return True
        # participles stand behind the article: "an estimated third", but "reported a fourth quarter loss"
        about = before in load_approximator_ends() and not before.endswith("ed")
        if about or before in _MOVING:
            return True
        return following[:1] in ("", ".", ",", "\n", ";", ")", ":") and head != "quarter"
    if head == "quarters" and _LATER.match(low, end):
        return False  # "two quarters later than planned"
    return not (head == "quarters" and before in load_number_cues("quarters_after"))


_COMPARES = WordPattern(r" (?:<change/than_word>|fewer|larger|smaller|cheaper|faster|slower)(?![^\W_])")


def _is_half_century_of_time(low: str, start: int, end: int) -> bool:
    """Whether a half-century is one of years; fifty runs at cricket are one too."""
    is_in_time = _IN_TIME.search(low, max(0, start - _LONGEST_STRETCH), start) is not None
    return is_in_time or (_TIME_ON.match(low, end) or _SPENT.match(low, start)) is not None


_LONGEST_STRETCH = 24
_IN_TIME = WordPattern(r"(?<![^\W_])(?:<quantities/before_stretch>)(?: (?:<common/article>))? $")
_TIME_ON = WordPattern(r"-century (?:<quantities/behind_stretch>)(?![^\W_])|-century-(?:old|long)")
_SPENT = re.compile(r"an? half-century of [a-z]+(?<!his)(?<!her)(?<!their)(?<!the)(?![a-z])")
_RATIO_AFTER = re.compile(r" (?:what [a-z]|as [a-z]+ (?:again(?![^\W_])|as ))")
"""Behind a ratio: "half what it was", "half as much again", "a third as many as"."""
_LATER = WordPattern(r" (?:<quantities/after_quarters>)(?![^\W_])")
MANY_DID = WordPattern(r" (?:<quantities/many_did>)(?![^\W_])")
"""Behind a fraction of many: "a third were boys", "just over a quarter planned to move"."""
_NO_WORD = WordSet("quantities/before_half")
HALF_DID = WordPattern(r" (?:<quantities/half_does>)(?![^\W_])")
_FOLLOWING = WordSet("quantities/after_fraction")


def _noun_follows(low: str, end: int) -> bool:
    """Whether a unit, a scale or a plural noun follows ("half liter", "half people")."""
    found = _LETTERS.match(low, end + 1) if low[end : end + 1] in (" ", "-") else None
    if found is None:
        return False
    word = found[0]
    return word in load_unit_words() or word in _FOLLOWING or is_plural_noun(word)


_SHARING = WordSet("quantities/sharing")


def is_time_second(low: str, at: int) -> bool:
    """Whether "second" is one of time: "per second", "split-second", "requests/second"."""
    if low[at - 1 : at] == "/" and at > 1 and not low[at - 2].isspace():
        return True
    before = word_before(low, at - 1) if low[at - 1 : at] in (" ", "-") else ""
    return before in _SHARING
