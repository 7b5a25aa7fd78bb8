"""Phrases that name something, and the name in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.phrases import QUOTES, Phrase
from claimcheck.lexicons.word_sets import WordSet, grammar_words

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.names.finding import NameMention

PARTIES = frozenset({"organization", "person", "place"})
"""Labels of names of who can act."""
TOOLS = frozenset({"product", "language"})
"""Labels of names of what others are made with."""


def full_text(name: NameMention) -> str:
    """What stands for a name in a claim: an acronym for itself, a surname for the full name."""
    text = name.text
    is_told = name.label == "person" and " " not in text  # "Bo" of "Robert Lund, known as Bo"
    if text != name.canonical and (is_told or set(text.split()) <= set(name.canonical.split())):
        return name.canonical
    return text


def name_part(grammar: SentenceReading, phrase: Phrase) -> tuple[int, int]:
    """The characters of the name that a phrase ends in: Acme in "the firm Acme"."""
    if phrase.name is not None:
        return phrase.name_span
    first, head = phrase.head, phrase.head
    if not grammar.words[head][:1].isupper() and not _is_legal_form(grammar, head):
        return phrase.start, phrase.end
    while first > phrase.first and (
        grammar.words[first - 1][:1].isupper()
        or grammar.words[first - 1] in ("-", "&", "'", "’", "–")
        or (grammar.tags[first - 1] == "CD" and first - 1 > phrase.first)
    ):
        first -= 1
    while first < head and (grammar.tags[first] in ("DT", "PRP$") or not grammar.words[first][:1].isalnum()):
        first += 1
    is_marked = first > phrase.first and grammar.words[phrase.last - 1] in QUOTES  # Blue Mile of "Blue Mile"
    return grammar.starts[first], grammar.ends[head] if is_marked else phrase.end


def _is_legal_form(grammar: SentenceReading, i: int) -> bool:
    """Whether token `i` ends the name of a company, in small letters too: "Orbit plc"."""
    return (
        i > grammar.first
        and grammar.words[i - 1][:1].isupper()
        and grammar.lowers[i] in grammar_words("legal")
        and grammar.tags[i][:2] == "NN"
    )


def is_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase names something: by a name found, its tag, or a capital in the sentence."""
    if grammar.is_proper(phrase):
        return True
    word, head = grammar.words[phrase.head], phrase.head
    if _is_legal_form(grammar, head):
        return True
    if not word.islower() and word[:1].islower() and word.isalpha():
        return True  # "eBay"
    if not word[:1].isupper() or grammar.tags[head] == "PRP" or phrase.determiner not in ("", "the"):
        return False
    if any(date.start <= grammar.starts[head] < date.end for date in grammar.sentence.dates):
        return False
    if len(word) > 1 and word.isupper():
        return True
    if len(word) == 1:  # "Plain White T's"
        return head - 2 >= phrase.first and all(w[:1].isupper() for w in grammar.words[head - 2 : head])
    return head > grammar.first and grammar.word(head - 1) not in (":", '"', "“", ".")


def without_owner(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """A phrase without the possessive pronoun that opens it: Buick of "its Buick"."""
    if phrase.first < phrase.head and grammar.word(phrase.first) in grammar_words("possessive"):
        return phrase._replace(first=phrase.first + 1)
    return phrase


def without_no(grammar: SentenceReading, phrase: Phrase) -> str:
    """The text of a phrase without the "no" that the polarity tells: "uses no SQLite"."""
    is_denied = phrase.last - phrase.first > 1 and grammar.word(phrase.first) in _NONE
    return phrase._replace(first=phrase.first + 1).text if is_denied else phrase.text


_NONE = WordSet("grammar/none_of_it")
