"""What of a sentence a person can point at when asked why it should be checked.

Names of features: `word …` and `pair …` for words as written in lower case, digits as `0`; `class …` for words of
`lexicons/en/checkworthiness_words.csv`; `kind …` for a claim of that kind; the rest say what they are.
"""

from __future__ import annotations

import csv
import math
import re
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.claims.base import BaseClaim

_WORDS = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d,.]*|[$%?!]")
_CAPITALS = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_PERSONS = frozenset({"I", "we", "you", "he", "they"})
_MODES = ("should", "will", "would", "want", "opinion")
_PERFECT = frozenset("has have i've he's we've they've had haven't hasn't".split())
_TOPICS = ("economy", "government", "abroad", "people", "up", "down", "all", "time")
_ENDINGS = ("tion", "ing", "ly", "est", "er", "ment", "ity", "s", "ed")
LARGE = 1_000_000
"""From here on a sum or a count is a large one."""


@cache
def load_classes() -> dict[str, tuple[str, ...]]:
    """The classes of words that say what a sentence is about and how it is meant."""
    found: dict[str, tuple[str, ...]] = {}
    path = files("claimcheck.lexicons") / "en" / "checkworthiness_words.csv"
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        found[row["word"]] = (*found.get(row["word"], ()), row["class"])
    return found


def words_of(text: str) -> list[str]:
    """The words of a sentence as the features name them."""
    return ["0" if word[0].isdigit() else word for word in _WORDS.findall(text.lower().replace("’", "'"))]


def features_of(text: str, claims: Sequence[BaseClaim]) -> dict[str, float]:
    """The features of a sentence with the claims that are found in it; those that it lacks are left out."""
    words = words_of(text)
    features: dict[str, float] = {f"word {word}": 1.0 for word in words}
    features.update((f"pair {first} {second}", 1.0) for first, second in pairwise(words))
    features.update(_features_of_length(words))
    features.update(_features_of_claims(claims))
    features.update(_features_of_classes(words))
    features.update(_features_of_form(text, words))
    return features


def _features_of_length(words: Sequence[str]) -> dict[str, float]:
    count = len(words)
    features = {"length": min(count, 60) / 20, "length (log)": math.log1p(count)}
    if count < 6:  # noqa: PLR2004
        features["very short"] = 1.0
    return features


def _features_of_claims(claims: Iterable[BaseClaim]) -> dict[str, float]:
    features: dict[str, float] = {}
    count = 0
    for claim in claims:
        count += 1
        features[f"kind {claim.kind}"] = 1.0
        if claim.attribution is not None:
            features["said by somebody"] = 1.0
        if claim.polarity != "positive":
            features["denied"] = 1.0
        if claim.certainty != "certain":
            features["hedged"] = 1.0
        if claim.prediction:
            features["about the future"] = 1.0
        number = getattr(claim.value, "number", None)
        if claim.kind in ("money", "count") and number is not None and number >= LARGE:
            features["large amount"] = 1.0
    if count:
        features["holds a claim"] = 1.0
        features["number of claims"] = min(count, 4)
    return features


def _is_past(word: str, classes: dict[str, tuple[str, ...]]) -> bool:
    return (len(word) > 4 and word.endswith("ed")) or "past" in classes.get(word, ())  # noqa: PLR2004


def _is_perfect(first: str, second: str, classes: dict[str, tuple[str, ...]]) -> bool:
    return first in _PERFECT and (second.endswith(("ed", "en", "done", "gone")) or _is_past(second, classes))


def _features_of_classes(words: Sequence[str]) -> dict[str, float]:
    """Which classes of words there are, and who is the subject of what mode: "we" with "should"."""
    classes = load_classes()
    counts: dict[str, int] = {}
    person = "other"
    mode = ""
    past = 0
    for place, word in enumerate(words):
        for name in classes.get(word, ()):
            if name == "past":
                continue
            counts[name] = counts.get(name, 0) + 1
            if place < 4 and person == "other" and name in _PERSONS:  # noqa: PLR2004
                person = name
            if not mode and name in _MODES:
                mode = name
        past += _is_past(word, classes)
    perfect = any(_is_perfect(first, second, classes) for first, second in pairwise(words))
    mode = mode or ("past" if past else "perfect" if perfect else "present")
    features: dict[str, float] = {}
    for name, count in counts.items():
        features[f"class {name}"] = 1.0
        features[f"how many {name}"] = min(count, 4) / 2
    if past:
        features["past tense"] = 1.0
        features["how many past tenses"] = min(past, 4) / 2
    if perfect:
        features["perfect tense"] = 1.0
    figure = "with" if "0" in words or "quantity" in counts else "without"
    features[f"subject {person}"] = 1.0
    features[f"mode {mode}"] = 1.0
    features[f"subject {person}, mode {mode}"] = 1.0
    features[f"{figure} figure, mode {mode}"] = 1.0
    features[f"{figure} figure, subject {person}"] = 1.0
    for topic in _TOPICS:
        if topic in counts:
            features[f"{topic}, mode {mode}"] = 1.0
            features[f"{topic}, subject {person}"] = 1.0
            features[f"{topic}, {figure} figure"] = 1.0
    return features


def _features_of_form(text: str, words: Sequence[str]) -> dict[str, float]:
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
    for ending in _ENDINGS:
        count = sum(len(word) > 4 and word.endswith(ending) for word in words)  # noqa: PLR2004
        if count:
            features[f"words in -{ending}"] = min(count, 4) / 3
    return features
