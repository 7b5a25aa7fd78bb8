"""The slots of whose the thing is that a noun names, and of the names that stand before the noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.listed_names import names_before, whole_list
from claimcheck.grammar.named_phrases import is_name, without_owner
from claimcheck.grammar.phrases import MARKS, Phrase
from claimcheck.grammar.stepping import before_quantity
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_demonyms
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.predications.trigger import Predication

_QUANTIFYING = WordSet("grammar/quantifying")


def find_possessor(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Acme in "Acme's purchase"; the pronoun in "its purchase"."""
    phrase, grammar = predication.noun_phrase, predication.grammar
    if phrase is None:
        return
    if phrase.possessor is not None:
        yield phrase.possessor
        return
    first = phrase.first
    joined = _joined_owner(predication, first)
    if joined is not None:
        yield joined
        return
    if grammar.word(first) not in grammar_words("possessive"):
        first = before_quantity(grammar, first) - 1  # "Acme's $3bn purchase"
    if grammar.word(first) in grammar_words("relative owner"):
        owner = grammar.phrase_until(first - (grammar.word(first - 1) == ","))
        if owner is not None:
            yield owner  # "Acme, whose rivals"
    elif grammar.word(first) in grammar_words("possessive"):
        yield Phrase(grammar.columns, first, first + 1, first)
    elif first + 1 < phrase.first and grammar.word(first) in MARKS:
        owner = grammar.phrase_until(first)
        if owner is not None:
            yield owner


def _joined_owner(predication: Predication, first: int) -> Phrase | None:
    """Whom "its" stands for behind a name: Acme in "Acme and its subsidiaries Orbit and Sky"."""
    grammar = predication.grammar
    if grammar.word(first) not in ("its", "their") or grammar.word(first - 1) != "and":
        return None
    owner = grammar.phrase_until(first - 1)
    is_only = owner is not None and grammar.word(owner.first - 1) not in grammar_words("joining") | {","}
    is_named = owner is not None and is_name(grammar, owner) and grammar.words[owner.head][:1].isupper()
    return owner if is_only and is_named else None


def find_modifier(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """The name before the noun: "a Google subsidiary", "Acme founder Ann Lee"; not "a Norwegian firm"."""
    phrase, grammar = predication.noun_phrase, predication.grammar
    if phrase is None:
        return
    last = predication.first
    while (
        last > phrase.first
        and grammar.tags[last - 1] in ("JJ", "NN", "VBN")
        and last - 1 not in grammar.names
    ):
        last -= 1
    first = last
    while first > phrase.first and (first - 1 in grammar.names or grammar.tags[first - 1] in PROPER_TAGS):
        first -= 1
    if first < last and (last - first > 1 or grammar.words[first] not in load_demonyms()):
        name = grammar.names.get(last - 1)
        has_owner = phrase.possessor is not None or grammar.word(phrase.first) in grammar_words("possessive")
        if name is not None and name.label == "place" and (has_owner or grammar.word(phrase.last) == "of"):
            return  # "a Green Bay affiliate of Acme", "its US subsidiary"
        yield Phrase(grammar.columns, first, last, last - 1, name)


def find_named(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """The names before the noun, all that it is said of: "its Buick, Lincoln and Cadillac brands"."""
    grammar = predication.grammar
    for last in predication.slot("modifier"):
        if last.is_named or is_name(grammar, last):
            members = whole_list(grammar, last)
            for member in members if len(members) > 1 else names_before(grammar, last):
                is_last = member.first <= last.first < member.last
                yield last if is_last else without_owner(grammar, member)


def find_named_owner(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Whose the things are that the names before the noun name."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    modifiers = predication.slot("modifier")
    if phrase is None or not modifiers:
        return
    first = whole_list(grammar, modifiers[0])[0]
    if first.first >= phrase.first:
        yield from predication.slot("possessor")
    elif first.possessor is not None:
        yield first.possessor
    elif grammar.word(first.first) in grammar_words("possessive"):
        yield Phrase(grammar.columns, first.first, first.first + 1, first.first)


def find_topic(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Whose things a plural that opens a sentence means: of "Acme grew. Other clients include A" Acme."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    noun = predication.last - 1
    if phrase is None or grammar.tags[noun] != "NNS":
        return
    if phrase.head != noun and not (phrase.name is not None or is_name(grammar, phrase)):
        return  # but "Existing investors Acme and Orbit" says whose they are as "investors" does
    is_bare = (
        phrase.possessor is None
        and (phrase.head != noun or not phrase.is_named)
        and (not phrase.determiner or phrase.determiner in _QUANTIFYING)
    )
    is_first = grammar.after_adverbs(grammar.first) >= phrase.first
    if not is_bare or not is_first or predication.slot("modifier") or grammar.word(phrase.last) == "of":
        return
    found = grammar.topic()
    if found is not None:
        yield found
