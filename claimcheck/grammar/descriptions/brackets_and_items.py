"""What stands in brackets, in front of a sentence, and behind the dash of an item of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.descriptions.description import Description
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.phrases import BULLETS, DASHES, Phrase
from claimcheck.grammar.verb_groups import MAX_GAP_TOKENS
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.clauses import SentenceGrammar

_MAX_TERM = 5  # tokens of a term with its bullet
_INDEFINITE_ARTICLES = WordSet("common/indefinite_article")
_BEFORE_SHORT_NAMES = WordSet("grammar/before_short_name")
_OPENING_QUOTES = frozenset("\"“‘'«„")


def find_brackets(grammar: SentenceGrammar) -> Iterator[Description]:
    """What a bracket says of the phrase before it, or the name that it gives that."""
    if "(" not in grammar.vocabulary:
        return
    for phrase in grammar.phrases:
        if grammar.word(phrase.last) != "(":
            continue
        inside = phrase.last + 1
        if _is_short_name(grammar, inside):
            continue
        inner = grammar.phrase_from(inside)
        if inner is None and grammar.word(inside + 1) == ",":  # "(remember, the model)"
            inner = grammar.phrase_from(inside + 2)
        if inner is None:
            continue
        if (
            grammar.is_proper(phrase)
            and inner.name is None
            and inner.determiner
            and not grammar.is_finite(grammar.after_adverbs(grammar.extended(inner)))
        ):
            yield Description(phrase, inner, "bracket", inner.first, grammar.extended(inner))
        elif phrase.name is None and (phrase.determiner or phrase.possessor) and inner.name is not None:
            members = grammar.members(inner)
            if grammar.word(members[-1].last) == ")" and _may_list(grammar, phrase, members):
                whole = Phrase(
                    grammar.columns, inner.first, members[-1].last, inner.head, inner.name, inner.inner
                )
                yield Description(whole, phrase, "bracket", phrase.first_with_possessor, members[-1].last + 1)


def _is_short_name(grammar: SentenceGrammar, first: int) -> bool:
    """Whether a bracket says what a text calls a thing from then on: (the "Notes"), ("Company" or "we")."""
    if grammar.word(first) in _BEFORE_SHORT_NAMES:
        first += 1 + (grammar.word(first + 1) == ",") + (grammar.word(first + 1) == "the")
    return grammar.word(first) in _OPENING_QUOTES


def _may_list(grammar: SentenceGrammar, phrase: Phrase, members: list[Phrase]) -> bool:
    """Whether a bracket names what the phrase before it describes: "its editors (Ann Lee and Bo Chen)"."""
    if any("/" in member.text for member in members):
        return False
    if len(members) > 1:
        return grammar.tags[phrase.head] == "NNS" and all(grammar.is_proper(member) for member in members)
    name = members[0].name
    classes = kind_nouns().get(phrase.noun, frozenset())
    if grammar.tags[phrase.head] != "NN" or name is None:
        return False
    if phrase.is_indefinite and " " in name.text and phrase.first + 2 < phrase.last:
        return name.label in ("organization", "product") and bool(classes & {"organization", "product"})
    return name.label in classes - {"product"}


def find_fronted(grammar: SentenceGrammar) -> Iterator[Description]:
    """What a sentence opens with: "As a tool of the project, Orbit …": form `as`, said in passing; of form
    `fronted` where it stands alone: "A subsidiary of Acme, Orbit makes".
    """
    if grammar.word(grammar.first) != "as":
        yield from _opening_kind(grammar)
        return
    category = grammar.phrase_from(grammar.first + 1)
    if category is None or category.is_named or not category.determiner:
        return
    for i in range(category.last, min(grammar.last, category.last + 2 * MAX_GAP_TOKENS)):
        if grammar.is_finite(i):
            return
        name = grammar.phrase_from(i + 1) if grammar.word(i) == "," else None
        if name is not None and name.name is not None and grammar.is_finite(grammar.after_adverbs(name.last)):
            yield Description(name, category, "as", grammar.first, category.last)
            return


def _opening_kind(grammar: SentenceGrammar) -> Iterator[Description]:
    """The kind that a sentence opens with, of the subject behind its comma: "A desktop app, Orbit helps"."""
    first = grammar.after_adverbs(grammar.first)
    if grammar.word(first) not in _INDEFINITE_ARTICLES:
        return
    category = grammar.phrase_from(first)
    if category is None or category.first != first or category.is_named:
        return
    comma = grammar.extended(category)
    thing = grammar.phrase_from(comma + 1) if grammar.word(comma) == "," else None
    if thing is None or thing.first != comma + 1 or not (grammar.is_proper(thing) or _is_somebody(thing)):
        return
    verb = grammar.after_adverbs(thing.last)
    if grammar.is_finite(verb) and grammar.word(verb + 1) != ",":  # "A storm, Ann Lee said, is near"
        yield Description(thing, category, "fronted", first, comma)


def _is_somebody(phrase: Phrase) -> bool:
    return phrase.last - phrase.first == 1 and phrase.text.lower() in ("he", "she", "it")


def find_items(grammar: SentenceGrammar) -> Iterator[Description]:
    """An item of a list that says what its term is: "- torch — a slow implementation"."""
    if DASHES.isdisjoint(grammar.vocabulary) or BULLETS.isdisjoint(grammar.vocabulary):
        return
    for first in range(grammar.first, grammar.last - 3):
        if grammar.words[first] not in BULLETS or not opens_line(grammar, first):
            continue
        for i in range(first + 2, min(grammar.last - 1, first + 1 + _MAX_TERM)):
            if grammar.words[i] not in DASHES or not (grammar.spaced[i] and grammar.spaced[i - 1]):
                continue
            category = grammar.phrase_from(i + 1)
            if category is not None and category.first == i + 1 and category.is_indefinite:
                term = Phrase(grammar.columns, first + 1, i, i - 1, grammar.names.get(i - 1))
                yield Description(term, category, "item", category.first, grammar.extended(category))
            break


def opens_line(grammar: SentenceGrammar, i: int) -> bool:
    """Whether token `i` is the first of its line."""
    if i == grammar.first:
        return True
    return "\n" in grammar.document.text[grammar.ends[i - 1] : grammar.starts[i]]
