"""Capitalised phrases that no list knows, and names whose label is a guess."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.constructions.listed import is_named_series
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.named_phrases import is_name, name_part
from claimcheck.grammar.phrases import classes_of
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_cues, load_name_table, load_person_names

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase

_INDEFINITE = WordSet("sides/indefinite")
_SEVERAL_INITIALS = re.compile(r"[A-Z]{2,}s")  # "APIs", "GPUs": a common noun in the plural


def is_unknown_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase without a label names something: "Onyx was released"."""
    return (
        (is_name(grammar, phrase) or _opens_as_name(grammar, phrase))
        and (phrase.determiner not in _INDEFINITE or _is_introduced_by_noun(grammar, phrase))
        and not _SEVERAL_INITIALS.fullmatch(grammar.words[phrase.head])
        and not _holds_other_name(grammar, phrase)
        and not is_noun_behind_name(grammar, phrase)
    )


def said_kind(grammar: SentenceReading, phrase: Phrase) -> frozenset[str]:
    """The classes of the noun before a name whose label is unknown or a guess: "the retailer Onyx"."""
    name = phrase.name
    if name is None:
        if not is_name(grammar, phrase):
            return frozenset()
        start = name_part(grammar, phrase)[0]
    elif name.is_guess:
        start = name.start
    else:
        return frozenset()
    first = phrase.head
    while first > phrase.first and grammar.starts[first] > start:
        first -= 1
    if first == phrase.first or not grammar.words[first - 1].islower():
        return frozenset()
    return kind_nouns().get(grammar.word(first - 1), frozenset())


def is_doubtful(phrase: Phrase) -> bool:
    """Whether only a guess stands behind the label of a name: no list, no title, no word of it.

    The slot of a relation says more of such a name than its label: "Onyx" that was released is no person.
    """
    name = phrase.name
    if name is None or not name.is_guess:
        return False
    if name.label == "organization" or load_name_table().readings(name.text):
        return False
    if name.label != "person":
        return True
    given, surnames, _ = load_person_names()
    return " " not in name.text and name.text not in given and name.text not in surnames


def is_noun_behind_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is of what a common noun behind a name says, and of no firm: "Ford drivers"."""
    if phrase.name is not None or not phrase.inner or not grammar.words[phrase.head].islower():
        return False
    is_noun = grammar.tags[phrase.head] in ("NN", "NNS") and not is_named_series(phrase)
    return is_noun and "organization" not in classes_of(phrase)


def _is_introduced_by_noun(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a common noun stands between an article and the name: "a reality show Love Hurts"."""
    start = name_part(grammar, phrase)[0]
    before = next((i - 1 for i in range(phrase.first + 2, phrase.last) if grammar.starts[i] == start), None)
    return before is not None and grammar.tags[before] == "NN" and grammar.words[before].islower()


def is_thing_by_article(phrase: Phrase) -> bool:
    """Whether one word behind "the" was only guessed to name a company: few have an article, "the Orbit"."""
    name = phrase.name
    return (
        name is not None
        and name.is_guess
        and name.label == "organization"
        and phrase.determiner == "the"
        and phrase.last - phrase.first == 2
        and not name.text.isupper()
        and not load_name_table().readings(name.text)
    )


def _opens_as_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether the capitals that open a sentence are a name: "Etrion is listed on", a bare noun before a verb.

    A common noun in the singular has an article there, unless it is one of those that stand for what many do.
    """
    if phrase.first != grammar.first or phrase.possessor is not None:
        return False
    words, tags, head = grammar.words, grammar.tags, phrase.head
    if not all(word[:1].isupper() for word in words[phrase.first : phrase.last]):
        return False
    word = grammar.word(head)
    if tags[head] not in ("NN", "JJ", "FW") or word in kind_nouns() or word in load_cues("opener"):
        return False
    if word.endswith(ABSTRACT):
        return False
    return grammar.is_finite(grammar.after_adverbs(phrase.last)) or _is_told_more(grammar, phrase.last)


def _is_told_more(grammar: SentenceReading, i: int) -> bool:
    """Whether a participle or an article between marks says more of what stands before: ", written in"."""
    return grammar.word(i) in (",", "(") and grammar.tags[min(i + 1, grammar.last - 1)] in ("VBN", "DT")


ABSTRACT = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ism",
    "ship",
    "ance",
    "ence",
    "ing",
    "th",
    "age",
    "ure",
    "ry",
)


def _holds_other_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether an unknown name holds one that is known as something else: the place in "Lyon Orbit"."""
    if _DESIGNATION.fullmatch(grammar.words[phrase.head]):
        return any(inner.label == "person" for inner in phrase.inner)  # "the Lyon M1P"
    start = name_part(grammar, phrase)[0]
    return any(
        inner.end > start and (inner.label != "organization" or inner.start != start)
        for inner in phrase.inner
    )


# What names one model of a make: "M1P", "XJ-220"
_DESIGNATION = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Z\d]+(?:-[A-Z\d]+)*")
