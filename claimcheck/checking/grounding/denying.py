"""Words by which a sentence denies something, and what two sentences say alike though one of them denies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.texts import words_of
from claimcheck.claims.rankings.superlative_hits import irregular_superlatives
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_relations import base_forms, readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.checking.parsed import ParsedSentence

DENIED_REACH = 30
"""So many characters before a word a denial of it stands."""

SPOKEN_REACH = 2
"""So many content words after a denial say what is denied."""

_NO_DENIAL = r"(?!\s+(?:only|just|merely|simply|least)\b|-)"
"""What follows a word of denying that denies nothing: "not only", "a no-fee account"."""

CONTRASTING = WordSet("checking/contrasting")
"""Words that set one thing against another."""

NEGATIVE_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "anti")

_NON = re.compile(r"\bnon[- ]$", re.IGNORECASE)


def _longest_first(path: str) -> str:
    """The words of a list as alternatives, "no longer" before "no"; `*` stands for any ending."""
    words = sorted((row["word"] for row in load_rows(path)), key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word).replace(r"\*", r"\w*") + (_NO_NUMBER if word.endswith(" to") else "")
        for word in words
    )


_NO_NUMBER = r"(?!\s+(?:(?:about|around|nearly|just|some)\s+)?[^\w\s]?\d)"
"""What does not follow a verb that refuses: "declined to 6.4%"."""


@per_lexicon
def denying() -> re.Pattern[str]:
    """Words by which a sentence denies what it speaks of."""
    words = _longest_first("en/denying_words.csv")
    return re.compile(rf"(?:\b(?:{words})\b|n['’]t\b){_NO_DENIAL}", re.IGNORECASE)


@per_lexicon
def lacking() -> re.Pattern[str]:
    """Words by which a sentence denies something outright or says that it fails or is missing."""
    words = _longest_first("en/lacking_words.csv")
    return re.compile(rf"{denying().pattern}|\b(?:{words})\b", re.IGNORECASE)


def is_denied(sentence: ParsedSentence, index: int) -> bool:
    """Whether a denying word stands shortly before a word."""
    start = sentence.words[index].start
    before = sentence.sentence.text[max(0, start - DENIED_REACH) : start]
    return bool(denying().search(before) or _NON.search(before))


def is_last_time(denial: str, assertion: str) -> bool:
    """Whether what has not been since is what was then for the last time, "they last lost in May", or is now
    for the first time: "no larger crowd since 2004", of the largest since then.
    """
    if _SINCE.search(denial) is None:
        return False
    return _LAST.search(assertion) is not None or _is_first_since(denial, assertion)


_SINCE = WordPattern(r"\b(?:<checking/since>)\b", re.IGNORECASE)


def is_most(denial: str, assertion: str) -> bool:
    """Whether one tells of the most of its sort, and the other that nothing is more so: "none is lighter"."""
    most = {f"{word.removesuffix('est')}er" for word in words_of(assertion) if is_superlative(word)}
    return any(not most.isdisjoint(words_of(denial[found.end() :])) for found in denying().finditer(denial))


def _is_first_since(denial: str, assertion: str) -> bool:
    """Whether one tells of the most of its sort since some time, one that there was no more since."""
    told, denied = _SINCE.search(assertion), denying().search(denial)
    before = words_of(assertion[: told.start()]) if told is not None else ()
    if denied is None or not any(word in _FIRST or is_superlative(word) for word in before):
        return False
    behind = words_of(denial[denied.end() :])
    return any(word in MORE or word in _SO or is_comparative(word) for word in behind)


def is_left_alone(denial: str, assertion: str) -> bool:
    """Whether what one says was not changed is what the other one says was kept, or flat."""
    is_steady = any(not _STEADY.isdisjoint(base_forms(word)) for word in words_of(assertion))
    return is_steady and any(
        not _ALTERING.isdisjoint(base_forms(word))
        for found in denying().finditer(denial)
        for word in words_of(denial[found.end() :])[:SPOKEN_REACH]
    )


_STEADY = WordSet("checking/steady")
_ALTERING = WordSet("checking/altering")

_SO = WordSet("checking/so_much")
_FIRST = WordSet("checking/first_since")
_LAST = WordPattern(r"\b(?:<checking/last_time>)\b(?!\s+(?:<common/time_span>)\b)", re.IGNORECASE)
MORE = WordSet("checking/more")


def is_comparative(word: str) -> bool:
    """Whether a word is the comparative of an adjective, and no word of its own: "louder", not "offer"."""
    bases = readings(word)
    is_word = any(base == word and part in ("n", "v") for base, part in bases)  # "offer"
    return word.endswith("er") and not is_word and any(b != word and part == "a" for b, part in bases)


def is_superlative(word: str) -> bool:
    """Whether a word in lower case is the superlative of an adjective: "longest", not "request"."""
    _, never = irregular_superlatives()  # "forest", though "fore" is an adjective
    return word.endswith("est") and word not in never and any(part == "a" for _, part in readings(word))


FOR_FIRST_TIME = WordPattern(r"\b(?:<checking/for_first_time>)\b", re.IGNORECASE)
UNTIL = WordPattern(r"\b(?:<claims/until>)\b", re.IGNORECASE)
