"""Words that names of software are made of, stand beside, or never are, from the lexicons."""

from __future__ import annotations

from claimcheck.lexicons import load_pairs, load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet


@per_lexicon
def labels() -> frozenset[str]:
    """Words that a number follows without being a version of them: "Section", "Figure", "May", "CI"."""
    products = load_pairs("shared/products.csv", "name", "safety")
    software = {name.lower() for name, safety in products.items() if safety == "safe"}
    numbered = {row["word"].rstrip(".") for row in load_rows("en/numbered_names.csv")}
    dates = {row["word"] for row in load_rows("en/date_words.csv")}
    months = {row["word"].lower() for row in load_rows("en/months.csv")}
    statistics = _STATISTICS.words() - {
        row["name"].lower() for row in load_rows("shared/programming_languages.csv")
    }
    words = _EXPLICIT_WORDS.words() | _NO_NAMES.words()
    return frozenset((numbered - software) | statistics | dates | months | words)


@per_lexicon
def software_words() -> frozenset[str]:
    """Names of software in small letters, of one word: "php", "numpy"."""
    products = load_pairs("shared/products.csv", "name", "type")
    languages = (row["name"] for row in load_rows("shared/programming_languages.csv"))
    software = (name for name, kind in products.items() if kind in ("software", "framework"))
    return frozenset(name.lower() for name in (*software, *languages) if name.isalpha() and len(name) > 2)


_NO_NAMES = WordSet("versions/no_name")
_EXPLICIT_WORDS = WordSet("versions/explicit")
_STATISTICS = WordSet("quantities/statistic")


@per_lexicon
def openers() -> frozenset[str]:
    """Words that may begin a sentence with a capital before a name: "The", "With"."""
    return frozenset(row["word"].lower() for row in load_rows("en/sentence_openers.csv"))


@per_lexicon
def units() -> frozenset[str]:
    """Nouns that numbers count: "workers", which no version stands before."""
    return frozenset(row["word"] for row in load_rows("en/counted_nouns.csv"))


@per_lexicon
def software_nouns() -> frozenset[str]:
    """Nouns for software that may stand behind its name: "package", "client"."""
    return frozenset(row["word"] for row in load_rows("en/software_nouns.csv"))
