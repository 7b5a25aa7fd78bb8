"""The members of what fills a slot: those of a list, its examples, numbered items, names told at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.listed_names import (
    INDEFINITE,
    MARKS_OF_LISTS,
    after_joined_modifier,
    as_one,
    examples_of,
    gathered,
    listed,
    names_of,
    parted,
    without_modifier,
)
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.phrases import classes_of
from claimcheck.grammar.stepping import CLOSING_BRACKETS, OPENING_BRACKETS
from claimcheck.lexicons.word_sets import WordSet, grammar_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.grammar.phrases import Phrase
    from claimcheck.grammar.predications.trigger import Predication

_FORMER = WordSet("grammar/former")
_NONE = WordSet("grammar/none")
_MAX_TAIL = 8  # tokens between a clause and the verb of the sentence: "produced by Acme in 2010 | include"


def listed_from(predication: Predication, phrase: Phrase) -> list[Phrase]:
    """The members of a list, or the examples of it, whose noun is kept."""
    found: list[Phrase] = []
    phrase = after_joined_modifier(predication.grammar, phrase)
    for member in as_one(
        predication.grammar, without_modifier(predication.grammar, listed(predication.grammar, phrase))
    ):
        examples = examples_of(predication.grammar, member) or gathered(predication.grammar, member)
        if not _may_hold(predication, member, examples):
            examples = []
        predication.introduced.update((example.head, member) for example in examples)
        found += examples or [member]
    return found


def _may_hold(predication: Predication, phrase: Phrase, examples: list[Phrase]) -> bool:
    """Whether names may be examples of what is no plural: no firm is of "their software, including Acme"."""
    if predication.grammar.tags[phrase.head] != "NN" or {"organization", "group"} & classes_of(phrase):
        return True
    labels = {example.name.label for example in examples if example.name is not None}
    return labels != {"organization"} or not {"product", "technology"} & classes_of(phrase)


def items_from(predication: Predication, i: int) -> list[Phrase]:
    """The members of the list at token `i`, or its numbered items: "includes: (1) a part of A, (2) B"."""
    grammar = predication.grammar
    i += grammar.word(i) == ":"
    if not (grammar.word(i) in OPENING_BRACKETS and grammar.word(i + 2) in CLOSING_BRACKETS):
        first = grammar.phrase_from(i)
        return [] if first is None else listed_from(predication, first)
    found = []
    for k in range(i, grammar.last - 3):
        if grammar.word(k) in OPENING_BRACKETS and grammar.word(k + 2) in CLOSING_BRACKETS:
            item = grammar.phrase_from(k + 3) if grammar.word(k + 1).isalnum() else None
            if item is not None:
                found.append(grammar.content(item))
    return found


def exemplified(predication: Predication, members: Iterable[Phrase]) -> Iterator[Phrase]:
    """The members of a subject, or the examples of a plural: "Companies such as Acme and Orbit use".

    Also who is named of a group: "A group of investors led by Acme bought".
    """
    grammar = predication.grammar
    for member in members:
        is_plural = grammar.tags[member.head] == "NNS"
        examples = examples_of(grammar, member) if is_plural else gathered(grammar, member)
        predication.introduced.update((example.head, member) for example in examples)
        yield from examples or [member]


def named_later(predication: Predication, phrase: Phrase, end: int) -> list[Phrase]:
    """The names that a plural with a clause of its own, up to token `end`, is said to be.

    Orbit in "Films produced by Acme include Orbit", "The first film that Acme made was Orbit".
    """
    grammar = predication.grammar
    if (
        not predication.is_verb
        or phrase.is_named
        or phrase.head >= predication.first
        or not _is_embedded(predication, phrase)
        or is_past_or_none(predication, phrase)
    ):
        return []
    for i in range(end, min(grammar.last - 1, end + _MAX_TAIL)):
        if not grammar.is_finite(i) or grammar.phrase_at(i) is not None:
            continue
        if grammar.word(i) not in grammar_words("listing"):
            return []
        k = grammar.after_adverbs(i + 1)
        k += grammar.word(k) == "included"
        found = grammar.phrase_from(k + (grammar.word(k) in MARKS_OF_LISTS))
        if found is None or not is_name(grammar, found) or found.determiner in INDEFINITE:
            return []
        members = parted(grammar, phrase, names_of(grammar, found))
        predication.introduced.update((member.head, phrase) for member in members)
        return members
    return []


def is_past_or_none(predication: Predication, phrase: Phrase) -> bool:
    """Whether a plural is of nobody, or of those that no longer do it: "no companies", "former customers"."""
    head = phrase.head if predication.is_verb else predication.first  # "former owner" is a word of its own
    words = predication.grammar.lowers[phrase.first : head]
    return bool(words and words[0] in _NONE) or not _FORMER.isdisjoint(words)


def _is_embedded(predication: Predication, phrase: Phrase) -> bool:
    """Whether a verb after a phrase only says more of it: "films produced by", "teams that use"."""
    grammar = predication.grammar
    if (predication.passive or grammar.tags[predication.first] == "VBG") and not predication.has_finite():
        return grammar.phrase_until(predication.first) is phrase
    return any(grammar.tags[i] in ("WDT", "WP") for i in range(phrase.last, predication.start)) or (
        grammar.word(phrase.last) == "that"
    )
