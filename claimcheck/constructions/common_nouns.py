"""Common nouns on a side: of what class they are, and whether they say which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.constructions.listed import is_named_series
from claimcheck.constructions.unknown_names import ABSTRACT, is_doubtful
from claimcheck.grammar.descriptions.terms import has_short_form
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.phrases import classes_of
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_demonyms

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase

_POINTING = WordSet("sides/pointing")  # not "those": "those whose firm uses Rust" are no firm
_OWN = WordSet("common/pointing_or_possessor")
NEVER = WordSet("sides/never")
NOUN_CLASSES = frozenset(
    {"organization", "product", "technology", "supply", "data", "place", "person", "group"}
)


def with_owner(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """A common noun together with the name that it belongs to: "the assets of Acme", "Acme's assets"."""
    if phrase.name is not None or grammar.tags[phrase.head] not in ("NN", "NNS"):
        return None
    has_whole = grammar.words[phrase.head].islower() and grammar.word(phrase.last) in grammar_words(
        "belonging"
    )
    if is_name(grammar, phrase) and not has_whole:
        return None
    if any(i in grammar.names or grammar.tags[i] == "NNP" for i in range(phrase.head + 1, phrase.last)):
        return phrase
    if phrase.possessor is not None:
        is_owned = phrase.possessor.is_named or is_name(grammar, phrase.possessor)
        return phrase._replace(first=phrase.possessor.first) if is_owned else None
    if grammar.word(phrase.last) not in grammar_words("belonging"):
        has_owner = any(inner.label in ("organization", "product") for inner in phrase.inner)
        return phrase if has_owner and phrase.determiner else None  # not "Acme ads"
    owner = grammar.phrase_from(phrase.last + 1)
    if owner is None or not (owner.is_named or is_name(grammar, owner)) or owner.possessor is not None:
        return None
    if owner.name is not None and owner.name.label not in ("organization", "product"):
        return phrase._replace(last=owner.last) if is_doubtful(owner) else None
    return phrase._replace(last=owner.last)


PEOPLE_AND_PLACES = frozenset({"organization", "place", "person", "group"})
_TOGETHER = WordSet("sides/people_together")


def is_common_noun(grammar: SentenceReading, phrase: Phrase, name: str) -> bool:
    """The classes of common nouns."""
    if phrase.determiner in NEVER or grammar.tags[phrase.head] in ("PRP", "PRP$", "WP", "DT"):
        return False
    if name == "product-of-name":
        return bool(phrase.inner) or (phrase.possessor is not None and phrase.possessor.is_named)
    if name == "part-of-name":
        return with_owner(grammar, phrase) is not None
    if name == "named-product":
        return _is_named_by_capital(grammar, phrase)
    if name == "group":
        named = (
            any(inner.label == "organization" for inner in phrase.inner)
            or (phrase.possessor is not None and phrase.possessor.is_named)
            or _is_of_unknown(grammar, phrase)
        )
        return bool(classes_of(phrase) & {"group", "organization"}) and (named or _works_at_named(phrase))
    if name == "specific-technology" and phrase.noun.endswith("ing") and has_short_form(grammar, phrase):
        return True
    article, _, wanted = name.partition("-")
    if wanted == "product" and is_named_series(phrase):
        return True
    is_means = wanted == "technology" and phrase.noun in grammar_words("means")
    if wanted not in NOUN_CLASSES or not (is_means or wanted in kind_nouns().get(phrase.noun, frozenset())):
        return False
    if article == "the":
        if wanted == "organization" and grammar.tags[phrase.head] == "NNS":
            return False  # "the companies": nobody can tell which
        return phrase.determiner in _POINTING or phrase.possessor is not None
    if article == "a":
        return bool(phrase.determiner) or phrase.possessor is not None or phrase.last - phrase.first > 1
    if article == "specific":
        return phrase.determiner not in _OWN and is_specific(phrase)
    return article == "any"


def is_specific(phrase: Phrase) -> bool:
    """Whether a common noun phrase says which: "a hash table", not "advanced technologies"."""
    columns = phrase.columns
    last = phrase.last
    if columns.words[last : last + 1] == ["("] and columns.words[last + 2 : last + 3] == [")"]:
        return True  # what has a short form is a term: "reinforcement learning (RL)"
    return bool(phrase.inner) or (
        "language" not in phrase.noun
        and any(
            columns.tags[i].startswith("NN")
            or columns.words[i] == "-"
            or columns.lowers[i] in _TECHNICAL_ADJECTIVES
            for i in range(phrase.first, phrase.head)
        )
    )


_TECHNICAL_ADJECTIVES = WordSet("sides/technical_adjective")


def _is_named_by_capital(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether an unknown name stands between an article and a thing: "the Orbit trampoline"."""
    head, i = phrase.head, phrase.head - 1
    is_made = "product" in kind_nouns().get(phrase.noun, frozenset())
    if grammar.tags[head] not in ("NN", "NNS") or not grammar.words[head].islower():
        return False
    if grammar.tags[head] == "NNS" and not is_made:
        return False
    while is_made and i - 1 > phrase.first and grammar.words[i].islower() and grammar.tags[i] in ("JJ", "NN"):
        i -= 1  # "the Orbit electric scooter"
    if any(not inner.is_guess for inner in phrase.inner):
        return False
    if not (phrase.determiner in _POINTING or phrase.possessor is not None) or i <= phrase.first:
        return False
    classes = kind_nouns().get(phrase.noun, frozenset())
    if not classes.isdisjoint(PEOPLE_AND_PLACES) or phrase.noun.endswith(ABSTRACT):
        return False
    if phrase.noun in _TOGETHER:
        return False  # "the Smith family"
    word = grammar.words[i]
    return (
        grammar.tags[i] == "NNP" and word[:1].isupper() and not word.isupper() and word not in load_demonyms()
    )


def _is_of_unknown(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether an unknown name stands right before a common noun in the plural: "Onyx engineers"."""
    first = phrase.head - 1
    return (
        first >= phrase.first
        and grammar.words[phrase.head].islower()
        and grammar.tags[first] in ("NNP", "NNPS")
        and not phrase.inner
    )


def _works_at_named(phrase: Phrase) -> bool:
    columns, last = phrase.columns, phrase.last
    return (
        last + 1 < len(columns.words)
        and columns.lowers[last] in ("at", "from", "of", "across")
        and columns.words[last + 1][:1].isupper()
    )
