"""What the lists know of a name: its label, its kind, whether it is a language or a platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.phrases import classes_of
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_name_table

if TYPE_CHECKING:
    from claimcheck.grammar.phrases import Phrase

_LANGUAGE_NOUNS = WordSet("sides/language")
_PLATFORMS = frozenset({"os", "platform"})


def is_listed(name: str, label: str) -> bool:
    """Whether a name is listed under a label, though it may be something else too."""
    return any(entry.label == label for entry in load_name_table().readings(name))


def has_kind(name: str, kinds: frozenset[str]) -> bool:
    """Whether the first reading of a listed product, maybe with its version, is of one of the kinds."""
    readings = load_name_table().readings
    entries = readings(name) or readings(name.rstrip("0123456789. "))
    return next((entry.kind in kinds for entry in entries if entry.label == "product"), False)


def is_language_phrase(phrase: Phrase) -> bool:
    """Whether a phrase is a programming language: "Go", "the Java language"."""
    written = phrase.text.rstrip(".")  # a stop behind a letter may be one token with it: "in C."
    if phrase.last - phrase.first == 1 or is_programming_language(written):
        return is_programming_language(written)
    return phrase.noun in _LANGUAGE_NOUNS and (bool(phrase.inner) or phrase.noun in ("assembly", "assembler"))


def is_programming_language(word: str) -> bool:
    """Whether a word is listed as a programming language, though it may be something else too: "Go", "C"."""
    return any(
        entry.label == "language" and entry.kind != "natural" for entry in load_name_table().readings(word)
    )


def is_platform(phrase: Phrase) -> bool:
    """Whether a phrase is a system or device that programs run on: "Windows 11", "the PC", "iOS devices"."""
    if phrase.name is not None:
        return _is_listed_platform(phrase.name_text) or phrase.name_text in grammar_words("platform")
    if phrase.inner:
        return "hardware" in classes_of(phrase) and _is_listed_platform(phrase.inner[-1].text)
    return phrase.columns.words[phrase.head] in grammar_words("platform")


def _is_listed_platform(name: str) -> bool:
    """Whether a name is listed as a platform, maybe without its version or its maker: "Apple Macintosh"."""
    readings = load_name_table().readings
    bare = name.rstrip("0123456789. ")
    return any(
        entry.label == "product" and entry.kind in _PLATFORMS
        for entry in readings(name) or readings(bare) or readings(bare.rpartition(" ")[2])
    )


_SERIES = WordSet("sides/series")


def is_named_series(phrase: Phrase) -> bool:
    """Whether a product names a series of them: "the Orbit family of models"."""
    return phrase.noun in _SERIES and bool(phrase.inner) and phrase.inner[-1].label == "product"
