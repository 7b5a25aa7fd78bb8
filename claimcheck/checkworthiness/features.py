"""What of a sentence a person can point at when asked why it should be checked.

Features, by name: `word …` and `pair …` for words in lower case, digits as `0`; `sense …` for what the words
that a word is used like say, its share of the sentence; `early word …` and `early sense …` for the same of
the first words, which say who does what; `class …` for words of `lexicons/en/checkworthiness_words.csv`;
`kind …` for a claim of that kind; the rest say what they are.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d,.]*|[$%?!]")
# The capital stands first, for it is what is rare: half the time of looking behind every letter
_CAPITALS = re.compile(r"[A-Z](?<=[a-z,] [A-Z])[a-z]+")
_PERSONS = frozenset({"I", "we", "you", "he", "they"})
_MODES = ("should", "will", "would", "want", "opinion")
_PERFECT = frozenset("has have i've he's we've they've had haven't hasn't".split())
_TOPICS = ("economy", "government", "abroad", "people", "up", "down", "all", "time")
_ENDINGS = ("tion", "ing", "ly", "est", "er", "ment", "ity", "s", "ed")
WORD, PAIR, SENSE = "word ", "pair ", "sense "
"""What the names of the features start with that are a word, two in a row, and what a word is used like."""
EARLY_WORD, EARLY_SENSE = "early word ", "early sense "
"""The same where the word is one of the first `EARLY_WORDS` of its sentence."""
EARLY_WORDS = 5

LARGE = 1_000_000
"""From here on a sum or a count is a large one."""


class JudgedClaim(Protocol):
    """What is looked at of a claim; the claims of a record have it."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def attribution(self) -> object: ...  # noqa: D102
    @property
    def polarity(self) -> str: ...  # noqa: D102
    @property
    def certainty(self) -> str: ...  # noqa: D102
    @property
    def prediction(self) -> bool: ...  # noqa: D102
    @property
    def value(self) -> Any: ...  # noqa: D102


@per_lexicon
def load_classes() -> dict[str, tuple[str, ...]]:
    """The classes of words that say what a sentence is about and how it is meant."""
    found: dict[str, tuple[str, ...]] = {}
    for row in load_rows("en/checkworthiness_words.csv"):
        found[row["word"]] = (*found.get(row["word"], ()), row["class"])
    return found


def words_of(text: str) -> list[str]:
    """The words of a sentence as the features name them."""
    return ["0" if word[0].isdigit() else word for word in _WORDS.findall(text.lower().replace("’", "'"))]


def features_of(text: str, claims: Sequence[JudgedClaim]) -> dict[str, float]:
    """The features of a sentence with the claims that are found in it; those that it lacks are left out."""
    words = words_of(text)
    features: dict[str, float] = {f"{WORD}{word}": 1.0 for word in words}
    features.update((f"{PAIR}{first} {second}", 1.0) for first, second in pairwise(words))
    different = dict.fromkeys(words)
    share = share_of_sense(len(different))
    features.update((f"{SENSE}{word}", share) for word in different)
    early = dict.fromkeys(words[:EARLY_WORDS])
    features.update((f"{EARLY_WORD}{word}", 1.0) for word in early)
    features.update((f"{EARLY_SENSE}{word}", share) for word in early)
    features.update(features_beyond_words(text, words, [facts_of(word) for word in words], claims))
    return features


def share_of_sense(count: int) -> float:
    """The amount of each `sense …` in a sentence with that many different words.

    Between a sum, by which long sentences go too far, and a mean, by which none goes far.

    >>> share_of_sense(4)
    0.5
    """
    return 1.0 / math.sqrt(max(count, 1))


def features_beyond_words(
    text: str, words: Sequence[str], facts: Sequence[WordFacts], claims: Iterable[JudgedClaim]
) -> dict[str, float]:
    """The features of a sentence but for its words, pairs and senses, which are most of them.

    Args:
        text: the sentence.
        words: those of `words_of`.
        facts: what `facts_of` says of each of them.
        claims: those found in it.
    """
    features = _features_of_length(words)
    features.update(_features_of_claims(claims))
    telling = [(place, known) for place, known in enumerate(facts) if known is not _SILENT]
    features.update(_features_of_classes(words, telling))
    features.update(_features_of_form(text, words, telling))
    return features


def _features_of_length(words: Sequence[str]) -> dict[str, float]:
    count = len(words)
    features = {"length": min(count, 60) / 20, "length (log)": math.log1p(count)}
    if count < 6:
        features["very short"] = 1.0
    return features


def _features_of_claims(claims: Iterable[JudgedClaim]) -> dict[str, float]:
    features: dict[str, float] = {}
    count = 0
    for claim in claims:
        count += 1
        features[_name_of_kind(claim.kind)] = 1.0
        if claim.attribution is not None:
            features["said by somebody"] = 1.0
        if claim.polarity != "positive":
            features["denied"] = 1.0
        if claim.certainty != "certain":
            features["hedged"] = 1.0
        if claim.prediction:
            features["about the future"] = 1.0
        if claim.kind in ("money", "count"):
            number = getattr(claim.value, "number", None)
            if number is not None and number >= LARGE:
                features["large amount"] = 1.0
    if count:
        features["holds a claim"] = 1.0
        features["number of claims"] = min(count, 4)
    return features


class WordFacts(NamedTuple):
    """What a word says by itself: its classes, whether it is in the past tense, its endings.

    Most words say nothing (`_SILENT`).
    """

    classes: tuple[str, ...]
    is_past: bool
    endings: tuple[str, ...]


_SILENT = WordFacts((), False, ())


def facts_of(word: str) -> WordFacts:
    """What a word says by itself."""
    classes = load_classes().get(word, ())
    is_long = len(word) > 4
    facts = WordFacts(
        tuple(name for name in classes if name != "past"),
        (is_long and word.endswith("ed")) or "past" in classes,
        tuple(ending for ending in _ENDINGS if word.endswith(ending)) if is_long else (),
    )
    return _SILENT if facts == _SILENT else facts


def _has_perfect(words: Sequence[str]) -> bool:
    return any(
        first in _PERFECT and (second.endswith(("ed", "en", "done", "gone")) or facts_of(second).is_past)
        for first, second in pairwise(words)
    )


def _features_of_classes(words: Sequence[str], telling: Sequence[tuple[int, WordFacts]]) -> dict[str, float]:
    """Which classes of words there are, and who is the subject of what mode: "we" with "should".

    Args:
        words: all words of the sentence.
        telling: those that say something, by their place.
    """
    counts: dict[str, int] = {}
    person = "other"
    mode = ""
    past = 0
    for place, known in telling:
        past += known.is_past
        for name in known.classes:
            counts[name] = counts.get(name, 0) + 1
            if place < 4 and person == "other" and name in _PERSONS:
                person = name
            if not mode and name in _MODES:
                mode = name
    perfect = not _PERFECT.isdisjoint(words) and _has_perfect(words)
    mode = mode or ("past" if past else "perfect" if perfect else "present")
    features: dict[str, float] = {}
    for name, count in counts.items():
        present, many = _names_of_class(name)
        features[present] = 1.0
        features[many] = min(count, 4) / 2
    if past:
        features["past tense"] = 1.0
        features["how many past tenses"] = min(past, 4) / 2
    if perfect:
        features["perfect tense"] = 1.0
    figure = "with" if "0" in words or "quantity" in counts else "without"
    topics = tuple(topic for topic in _TOPICS if topic in counts)
    features.update(_of_subject_and_mode(person, mode, figure, topics))
    return features


@lru_cache(maxsize=10_000)  # names are made once, and their hashes with them
def _of_subject_and_mode(person: str, mode: str, figure: str, topics: tuple[str, ...]) -> Mapping[str, float]:
    """The features of who does what in which mode, with or without a figure, on which topics."""
    names = [
        f"subject {person}",
        f"mode {mode}",
        f"subject {person} + mode {mode}",
        f"{figure} figure + mode {mode}",
        f"{figure} figure + subject {person}",
    ]
    for topic in topics:
        names += [f"{topic} + mode {mode}", f"{topic} + subject {person}", f"{topic} + {figure} figure"]
    return dict.fromkeys(names, 1.0)


@cache
def _names_of_class(name: str) -> tuple[str, str]:
    return f"class {name}", f"how many {name}"


@cache
def _name_of_kind(kind: str) -> str:
    return f"kind {kind}"


_ENDING_NAMES = {ending: f"words in -{ending}" for ending in _ENDINGS}


def _features_of_form(
    text: str, words: Sequence[str], telling: Sequence[tuple[int, WordFacts]]
) -> dict[str, float]:
    features: dict[str, float] = {}
    if words:
        features[f"first word {words[0]}"] = 1.0
        features[f"last word {words[-1]}"] = 1.0
    capitals = len(_CAPITALS.findall(text))
    if capitals:
        features["names"] = 1.0
        features["number of names"] = min(capitals, 5) / 3
    if text.rstrip().endswith("?"):
        features["question"] = 1.0
    counts: dict[str, int] = {}
    for _, known in telling:
        for ending in known.endings:
            counts[ending] = counts.get(ending, 0) + 1
    for ending, count in counts.items():
        features[_ENDING_NAMES[ending]] = min(count, 4) / 3
    return features
