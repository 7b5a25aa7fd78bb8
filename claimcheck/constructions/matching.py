"""Constructions in a sentence: the trigger words in it, the slots around each, and what may fill them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.constructions.common_nouns import with_owner
from claimcheck.constructions.extents import extent_of, extent_of_pair
from claimcheck.constructions.fitting import holds_word, introducing, is_fit_other, is_fit_thing
from claimcheck.constructions.listed import is_named_series
from claimcheck.constructions.sides import fits
from claimcheck.constructions.triggers import entries_in_place, is_hyphenated_trigger, is_verb_trigger
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.parallels import pairs_of, parallels
from claimcheck.grammar.phrases import classes_of
from claimcheck.grammar.predications import Predication, read_predication
from claimcheck.grammar.predications.members import named_later
from claimcheck.grammar.stepping import after_amount, after_quantity
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.constructions.definitions import Constructions, Entry, Group
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Match:
    """Two phrases and what the words between them say.

    Attributes:
        relation: such as `acquired_by`.
        thing, other: the sides; the thing becomes the subject of the claim.
        first, last: the tokens of the claim.
        rule: its name.
        stands_for: labels of what the other side may stand for, where it is a pronoun.
        is_phrase: whether one noun phrase states it ("a Python script"), which a verb may state as well.
        stated_at: the tokens of the words that state it, which a later member of a list is without; None
            where they are in the claim.
        slot: the place around those words where the thing stands, as in `Predication`.
    """

    relation: str
    thing: Phrase
    other: Phrase
    first: int
    last: int
    rule: str
    stands_for: frozenset[str] = frozenset({"organization"})
    is_phrase: bool = False
    stated_at: tuple[int, int] | None = None
    slot: str | None = None


def stated_by(grammar: SentenceReading, match: Match) -> tuple[int, int] | None:
    """The characters of the words that state a match, if they are known."""
    return None if match.stated_at is None else grammar.text(*match.stated_at)


def find_matches(grammar: SentenceReading, constructions: Constructions, kind: str) -> Iterator[Match]:
    """Every relation of a kind that a construction states in the sentence."""
    index, vocabulary = constructions.index[kind], grammar.vocabulary
    if constructions.vocabulary[kind].isdisjoint(vocabulary) or not _may_name(grammar):
        return
    words = grammar.lowers[grammar.first : grammar.last]
    for place in [place for place, word in enumerate(words) if word in index]:
        behind = frozenset(words[place + 1 :])
        for group in index[words[place]]:
            if not group.gate or not group.gate.isdisjoint(vocabulary):
                yield from _matches_at(grammar, grammar.first + place, group, behind)


def _may_name(grammar: SentenceReading) -> bool:
    """Whether anything in the sentence may be a name: every relation has one on a side."""
    first, last = grammar.first, grammar.last
    return (
        bool(grammar.names)
        or not PROPER_TAGS.isdisjoint(grammar.tags[first:last])
        or "`" in grammar.vocabulary  # a name in code font
        or any(word.isupper() and len(word) > 1 for word in grammar.words[first:last])
    )


def _matches_at(grammar: SentenceReading, i: int, group: Group, behind: frozenset[str]) -> Iterator[Match]:
    possible = group.opened(behind)
    if not possible:
        return
    if group.of_several:
        possible = entries_in_place(grammar, i, group, possible)
        if not possible:
            return
    is_verb = group.trigger == "verb"
    is_other_word = group.trigger != "suffix" and is_verb != is_verb_trigger(grammar, i)
    if is_other_word and not (is_verb and is_hyphenated_trigger(grammar, i)):
        return
    is_capital = group.trigger == "noun" and grammar.words[i][:1].isupper()
    read: dict[tuple[int, int], Predication] = {}
    for entry in possible:
        if is_capital and i - len(entry.before) > grammar.first:
            continue  # a part of a name: "Protection Partners"
        first, last = i - len(entry.before), i + 1 + len(entry.after)
        found = read.get((first, last))
        if found is None:
            found = read[first, last] = read_predication(
                grammar, i if is_verb else first, last, is_verb=is_verb
            )
        yield from _match(grammar, found, entry)


def _match(grammar: SentenceReading, predication: Predication, entry: Entry) -> Iterator[Match]:
    rules = grammar.document.rules
    is_other_verb = entry.base == grammar.lowers[predication.first] and predication.is_verb
    is_past = grammar.tags[predication.first] in ("VBD", "VBN") and not _wants_base(grammar, predication)
    if is_other_verb and is_past:
        return  # "found" of "find"
    if entry.form.voice and (entry.form.voice == "passive") != predication.passive:
        return
    if rules.off and not rules.allow(entry.rule):
        return
    things, others = _sides(grammar, predication, entry)
    if not things or not others:
        return
    verb = predication.first if predication.is_verb else None
    things, others, pairs = parallels(grammar, verb, things, others)
    start, end = extent_of(grammar, predication, entry, things, others)
    if entry.thing_slot == "modifier" and entry.words.thing == "whole":
        things = things if not _is_one_of_many(predication) else ()
    if entry.relation.through:
        things = tuple(owner_of(grammar, thing, entry.relation.through) for thing in things)
    if entry.relation.other_through:
        others = tuple(owner_of(grammar, other, entry.relation.other_through) for other in others)
    stands_for = _stands_for(entry.words.other_classes or entry.relation.other)
    stated = [
        ((thing, things), (other, others), extent_of_pair(things, others, thing, other, start, end))
        for thing, other in pairs_of(grammar, things, others)
        if thing.head != other.head
    ]
    stated += [((thing, (thing,)), (other, (other,)), (thing.first, other.last)) for thing, other in pairs]
    for side, other_side, extent in stated:
        relation = _relation(grammar, predication, entry, side, other_side, extent)
        if relation is not None:
            yield Match(
                relation,
                side[0],
                other_side[0],
                *extent,
                entry.rule,
                stands_for,
                stated_at=(predication.first, predication.last),
                slot=entry.thing_slot,
            )


def _wants_base(grammar: SentenceReading, predication: Predication) -> bool:
    """Whether only a verb as in a dictionary can stand here: "did not | found", "will | found"."""
    before = range(predication.start, predication.first)
    return any(grammar.tags[i] in ("MD", "TO") or grammar.lowers[i] in _DOING for i in before)


_DOING = WordSet("common/do")


def _holds_verb(predication: Predication, phrase: Phrase) -> bool:
    return predication.is_verb and phrase.first <= predication.first < phrase.last


def _sides(
    grammar: SentenceReading, predication: Predication, entry: Entry
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """What fills the two slots of a form, each as the thing it means; empty where the form does not hold."""
    form = entry.form
    things = predication.slot(entry.thing_slot)
    if not things:
        return (), ()
    others = predication.slot(entry.other_slot)
    if entry.thing_slot == entry.other_slot:
        things, others = things[:1], things[1:]  # both sides of "A and B merged"
    elif both := {phrase.head for phrase in things} & {phrase.head for phrase in others}:
        # one list for both sides says nothing of its members, nor one name of itself
        others = tuple(phrase for phrase in others if phrase.head not in both)
    if not others or any(predication.slot(slot) for slot in form.unless):
        return (), ()
    if form.voice == "active" and any(_holds_verb(predication, phrase) for phrase in (*things, *others)):
        return (), ()  # "Ann Lee, managing editor of": the editor is managed by nobody
    if not all(predication.slot(slot) for slot in form.needs):
        return (), ()
    end = max(predication.last, things[-1].last, others[-1].last)
    things = _named_later(predication, things, end) or tuple(_described(grammar, p) for p in things)
    others = _named_later(predication, others, end) or tuple(_described(grammar, p) for p in others)
    if entry.relation.other_words:
        others = tuple(_whole_with(grammar, phrase, entry.relation.other_words) for phrase in others)
    if "part-of-name" in (entry.words.thing_classes or entry.relation.thing):
        things = tuple(with_owner(grammar, thing) or thing for thing in things)
    if entry.words.object_words and not _has_object(grammar, predication, entry.words.object_words):
        return (), ()
    return things, others


def _is_one_of_many(predication: Predication) -> bool:
    """Whether somebody only makes things for a system, as others do: "an early Macintosh developer"."""
    noun = predication.noun_phrase
    return noun is not None and noun.is_indefinite and noun.noun in _MAKING_FOR


def _stands_for(classes: tuple[str, ...]) -> frozenset[str]:
    """The labels of what a pronoun on a side of these classes may stand for."""
    labels = {"organization"} | ({"person"} & {*classes})
    return frozenset(labels | {"product"} if "any-name" in classes else labels)


_Side = tuple["Phrase", tuple["Phrase", ...]]
"""A phrase on a side, and the list that it stands in."""


def _relation(
    grammar: SentenceReading,
    predication: Predication,
    entry: Entry,
    side: _Side,
    other_side: _Side,
    extent: tuple[int, int],
) -> str | None:
    """The relation that holds between two sides, or None if one of them may not stand there."""
    definition, words = entry.relation, entry.words
    (thing, things), (other, members), (first, last) = side, other_side, extent
    rules = grammar.document.rules

    def is_refused(check: str, phrase: Phrase) -> bool:
        start, end = grammar.text(first, last)
        name = f"{definition.kind}/{check}"
        return rules.refuse(name, entry.rule, start, end, (phrase.start, phrase.end))

    if predication.is_verb and predication.is_asked and is_refused("asked", thing):
        return None
    introduced = predication.introduced.get(thing.head), predication.introduced.get(other.head)
    if not is_fit_thing(grammar, entry, thing, things, introduced[0]) and is_refused("thing", thing):
        return None
    nouns = {
        side.noun
        for side in (thing, other, *introduced)
        if side and (side.name is None or " " not in side.name.text) and not is_named_series(side)
    }  # those of a longer name say nothing: "Orbit Rail Services"; nor does the noun of "the Llama 3 series"
    if words.not_with:
        taken = {phrase.noun for need in entry.form.needs for phrase in predication.slot(need)}
        unwanted = words.not_with & (nouns | taken | introducing(grammar, other))
        if unwanted and is_refused("not-with", thing):
            return None
    if words.introduced_by and words.introduced_by.isdisjoint(nouns) and is_refused("introduced-by", thing):
        return None
    if (
        definition.thing_words
        and not holds_word(thing, definition.thing_words)
        and is_refused("thing", thing)
    ):
        return None
    if is_fit_other(grammar, entry, other, members, introduced[1]):
        return definition.name
    if definition.otherwise is not None and fits(grammar, other, definition.otherwise[1]):
        return definition.otherwise[0]
    return None if is_refused("other", other) else definition.name


def _named_later(predication: Predication, side: tuple[Phrase, ...], end: int) -> tuple[Phrase, ...]:
    """The names that one common noun on a side is said to be behind its clause."""
    return tuple(named_later(predication, side[0], end)) if len(side) == 1 else ()


def _whole_with(grammar: SentenceReading, phrase: Phrase, words: frozenset[str]) -> Phrase:
    """What a phrase belongs to, where only that holds one of the words: "the main index of the Exchange"."""
    owner = phrase.possessor
    is_common = all(word.islower() for word in grammar.words[phrase.first : phrase.last])
    if owner is not None and is_common and is_name(grammar, owner) and holds_word(owner, words):
        return owner  # "the London Stock Exchange's main market"
    if grammar.word(phrase.last) != "of":
        return phrase
    whole = grammar.phrase_from(phrase.last + 1)
    is_whole = whole is not None and is_name(grammar, whole) and holds_word(whole, words)
    return whole if whole is not None and is_whole else phrase


def _described(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """The name that a common noun of the sentence describes: Orbit in "Orbit is a telescope built by"."""
    is_indefinite = phrase.is_indefinite  # "It is a firm listed on", "a Texas-based maker"
    if grammar.tags[phrase.head] not in ("NN", "NNS") or phrase.noun in _KINDS_OF_NAMES:
        return phrase  # "Orbit is the codename used by Acme": Acme uses the name
    if not is_indefinite and (phrase.is_named or is_name(grammar, phrase)):
        return phrase
    found = grammar.described(phrase)
    if found is phrase:
        found = grammar.described(_with_first_noun(grammar, phrase))
    return found if found.is_named or is_name(grammar, found) or is_indefinite else phrase


_KINDS_OF_NAMES = WordSet("sides/kind_of_name")


def _with_first_noun(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """The noun with the article that a phrase is joined to: of "a film | and television studio" the first."""
    if phrase.determiner or phrase.possessor is not None:
        return phrase
    if grammar.word(phrase.first - 1) not in ("and", "or", "&"):
        return phrase
    before = grammar.phrase_until(phrase.first - 1)
    is_first = before is not None and before.is_indefinite and before.name is None
    return before if before is not None and is_first else phrase


def owner_of(grammar: SentenceReading, phrase: Phrase, nouns: frozenset[str]) -> Phrase:
    """What "the shares of Acme", "its shares", "Acme shares" belong to, if the noun is one of these."""
    if phrase.noun not in nouns or phrase.head in grammar.names:
        return phrase  # also "Halden Systems"
    noun = read_predication(grammar, phrase.head, phrase.head + 1, is_verb=False)
    for slot in ("possessor", "PREP:of|in", "modifier"):
        found = noun.slot(slot)
        if found:
            return found[0]
    before = phrase._replace(last=phrase.head, head=phrase.head - 1, name=None)
    if phrase.determiner and before.head > before.first and "organization" in classes_of(before):
        return before  # "the company shares"
    return phrase


def _has_object(grammar: SentenceReading, predication: Predication, words: frozenset[str]) -> bool:
    """Whether the object of a verb, with what hangs on it, holds one of the words or is money."""
    following = predication.slot("object")
    last = _with_parts(grammar, following[0]) if following else min(predication.last + 5, grammar.last)
    if grammar.word(last) == "of":  # "a total of $5 million"
        last = max(last, after_quantity(grammar, last + 1))
    second = grammar.phrase_from(last) if following and is_name(grammar, following[0]) else None
    last = after_amount(grammar, last) if second is None else second.last  # "awarded Acme a grant"
    # not those in a name, or in front of it: "sold Orbit Rail Services to Acme", "the software firm Orbit"
    if following and any(
        grammar.lowers[i] in words and (i not in grammar.names or grammar.words[i].islower())
        for i in range(_own_first(following[0]), last)
    ):
        return True
    start, end = grammar.text(predication.first, last)
    return "money" in words and any(
        quantity.kind == "money" and start <= quantity.start < end and not _is_of_other(grammar, quantity.end)
        for quantity in grammar.sentence.quantities
    )


def _own_first(phrase: Phrase) -> int:
    """The first token of a phrase, of a company's name with its trade in front the name's."""
    is_firm = phrase.name is not None and phrase.name.label == "organization"
    return phrase.head if is_firm else phrase.first


def _is_of_other(grammar: SentenceReading, end: int) -> bool:
    """Whether an amount only says how much of something it is, which no money is: "a $5 million contract"."""
    i = next((k for k in range(grammar.first, grammar.last) if grammar.starts[k] >= end), grammar.last)
    phrase = grammar.phrase_at(i) if i < grammar.last else None
    return phrase is not None and phrase.first < i <= phrase.head and phrase.noun in _PAID_FOR


_MAKING_FOR = WordSet("organization/making_for")
_PAID_FOR = WordSet("organization/paid_for")


def _with_parts(grammar: SentenceReading, phrase: Phrase) -> int:
    """The token after a phrase and what "of" or "in" joins to it, names aside: "a stake in the business"."""
    last = phrase.last
    while grammar.word(last) in grammar_words("belonging"):
        inner = grammar.phrase_from(last + 1)
        if inner is None or inner.is_named:
            break
        last = inner.last
    return last
