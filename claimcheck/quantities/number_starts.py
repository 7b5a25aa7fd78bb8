"""Where a number may begin: digits, number words, "a" before a scale or a unit."""

from __future__ import annotations

import re

from claimcheck.lexicons import per_lexicon
from claimcheck.lexicons.alternatives import any_of
from claimcheck.lexicons.quantities import load_number_words, load_unit_words
from claimcheck.quantities.number_words import glued_words
from claimcheck.quantities.numerals import VULGAR_FRACTIONS

FIGURE = re.compile(rf"[\d{VULGAR_FRACTIONS}]")


FOLDS = "two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty|hundred|thousand"


PLURAL_SCALES = re.compile(
    r"(?:(?P<first>tens|scores|dozens|hundreds|thousands|lakhs|crores|millions|billions|trillions)"
    r"(?: of (?P<second>hundreds|thousands|lakhs|crores|millions|billions|trillions))?)(?![^\W_])"
)


PLURAL_VALUES = {
    "tens": 10, "scores": 20, "dozens": 24, "hundreds": 100, "thousands": 1000, "lakhs": 10**5,
    "crores": 10**7, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
}  # fmt: skip


@per_lexicon
def number_starts() -> re.Pattern[str]:
    """Where a number may begin, "a" before a scale and plural scales included."""
    return re.compile(rf"{FIGURE.pattern}|\b{_number_words()}")


@per_lexicon
def word_after_gap() -> re.Pattern[str]:
    """A number in words with the character before it, which lets the engine skip from word to word."""
    return re.compile(rf"\W{_number_words()}")


def _number_words() -> str:
    """Words that a number may begin with."""
    after_article = "hundred thousand million billion trillion dozen half quarter".split()
    after_article += [
        w for w, known in load_number_words().items() if known.role == "ordinal" and known.value > 2
    ]
    after_article += "twenty thirty forty fifty sixty seventy eighty ninety".split()
    after_article += _article_nouns()
    tens, units = glued_words()
    starts = [f"an?[ ](?:{'|'.join(after_article)})"]
    starts += [f"{ten}(?:{units})" for ten in tens.split("|")]
    starts += sorted((w for w in load_number_words() if w != "oh"), key=len, reverse=True)
    starts += ["tens(?= of)", "scores(?= of)", "twice", "thrice"]
    starts += [f"{word}(?= [hilotw])" for word in ("double", "triple", "treble", "quadruple")]
    starts += [f"{number}fold" for number in FOLDS.split("|")]
    return rf"{any_of(starts)}(?![^\W_])"


@per_lexicon
def _article_nouns() -> tuple[str, ...]:
    """Units and currencies before which "a" is a 1."""
    units = [word for word, unit in load_unit_words().items() if unit.article and not word.endswith("s")]
    return (*units, "dollar", "euro", "buck", "penny", "quid", "rupee", "yuan", "shekel", "ruble")


@per_lexicon
def article_units() -> re.Pattern[str]:
    """Such as "a gallon", and "a cup" only before "of"."""
    words = load_unit_words()
    free = [word for word in _article_nouns() if word not in words or words[word].article == "y"]
    of = [word for word in _article_nouns() if word in words and words[word].article == "of"]
    return re.compile(rf"an? (?:(?:{'|'.join(free)})(?![^\W_])|(?:{'|'.join(of)}) of )")
