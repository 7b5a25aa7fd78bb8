"""Where the words of a construction stand in a sentence, as the verb or noun that they are to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.verb_groups import BE
from claimcheck.lexicons.word_sets import grammar_words

if TYPE_CHECKING:
    from claimcheck.constructions.definitions import Entry, Group
    from claimcheck.grammar.descriptions.reading import SentenceReading


def entries_in_place(grammar: SentenceReading, i: int, group: Group, possible: list[Entry]) -> list[Entry]:
    """The possible entries all of whose tokens stand at a trigger, without those that are a part of longer
    ones there: "buy out" where it stands is no "buy", whether or not its slots are opened.
    """
    longer = [entry for entry in group.of_several if _stands(grammar, i, entry)]
    if not longer:
        return [entry for entry in possible if not entry.has_neighbours]
    standing = [entry for entry in possible if not entry.has_neighbours or _stands(grammar, i, entry)]
    return [entry for entry in standing if not any(_is_longer(other, entry) for other in longer)]


def _stands(grammar: SentenceReading, i: int, entry: Entry) -> bool:
    """Whether the other tokens of a word stand beside its trigger."""
    first, last = i - len(entry.before), i + 1 + len(entry.after)
    if first < grammar.first or last > grammar.last:
        return False
    name = grammar.names.get(first) if first < i else None
    if name is not None and grammar.names.get(first - 1) is name:
        return False  # "a Lumen Group company" is no group company
    lowers = grammar.lowers
    return (*lowers[first:i],) == entry.before and (*lowers[i + 1 : last],) == entry.after


def _is_longer(one: Entry, other: Entry) -> bool:
    """Whether an entry takes the place of another because it holds more of the text."""
    return (
        one.relation is other.relation
        and one.form is other.form
        and len(one.before) + len(one.after) > len(other.before) + len(other.after)
    )


def is_verb_trigger(grammar: SentenceReading, i: int) -> bool:
    """Whether a trigger is a verb here; a participle inside a noun phrase is none."""
    if i in grammar.names:
        return False
    if grammar.tags[i] == "VBG" and grammar.word(i) in grammar_words("including"):
        return False  # "30 members, including Acme"
    if not grammar.is_verb(i):
        return _is_taken_for_adjective(grammar, i) or _has_particle(grammar, i) or _is_only_verb(grammar, i)
    phrase = grammar.phrase_at(i)
    return (
        phrase is None
        or not phrase.first <= i < phrase.last
        or phrase.head != i
        or grammar.tags[i][:1] == "V"
    )


def is_hyphenated_trigger(grammar: SentenceReading, i: int) -> bool:
    """Whether the first part of a word with a hyphen is a verb, or its place is one's: "we pre-train"."""
    if i - 3 < grammar.first or grammar.words[i - 1] != "-":
        return False
    return is_verb_trigger(grammar, i - 2) or grammar.tags[i - 3] == "PRP"


def _has_particle(grammar: SentenceReading, i: int) -> bool:
    """Whether a particle tells that a word taken for a plural is a verb: "Acme teams up with"."""
    return grammar.tags[i] == "NNS" and i + 1 < grammar.last and grammar.tags[i + 1] == "RP"


def _is_only_verb(grammar: SentenceReading, i: int) -> bool:
    """Whether a sentence has no verb but a noun behind a plural: "Acme shares trade on the Nasdaq"."""
    return (
        grammar.tags[i] == "NN"
        and i > grammar.first
        and grammar.tags[i - 1] == "NNS"
        and i + 1 < grammar.last
        and grammar.tags[i + 1] == "IN"
        and grammar.lowers[i + 1] != "of"
        and not any(map(grammar.is_finite, range(grammar.first, grammar.last)))
    )


def _is_taken_for_adjective(grammar: SentenceReading, i: int) -> bool:
    """Whether a participle after a form of be was read as an adjective: "was later ported to"."""
    if grammar.tags[i] != "JJ" or not grammar.lowers[i].endswith("ed"):
        return False
    k = i - 1
    while k > grammar.first and grammar.tags[k].startswith("RB"):
        k -= 1
    return grammar.lowers[k] in BE
