"""Constructions in a sentence: the trigger words in it, the slots around each, and what may fill them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.constructions.sides import (
    fits,
    is_he_or_she,
    is_introduced,
    is_named_series,
    is_pointer,
    with_owner,
)
from claimcheck.grammar.clauses import BE
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.parallels import parallels
from claimcheck.grammar.phrases import classes_of
from claimcheck.grammar.predications import Predication, read_predication
from claimcheck.grammar.predications.members import named_later
from claimcheck.grammar.stepping import after_amount, after_quantity
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_person_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.constructions.definitions import Constructions, Entry, Group
    from claimcheck.grammar.description import Description
    from claimcheck.grammar.descriptions import SentenceReading
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
    """

    relation: str
    thing: Phrase
    other: Phrase
    first: int
    last: int
    rule: str
    stands_for: frozenset[str] = frozenset({"organization"})
    is_phrase: bool = False


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
        or not _PROPER.isdisjoint(grammar.tags[first:last])
        or "`" in grammar.vocabulary  # a name in code font
        or any(word.isupper() and len(word) > 1 for word in grammar.words[first:last])
    )


_PROPER = frozenset({"NNP", "NNPS"})


def _matches_at(grammar: SentenceReading, i: int, group: Group, behind: frozenset[str]) -> Iterator[Match]:
    possible = group.opened(behind)
    if not possible:
        return
    if group.of_several:
        possible = _in_place(grammar, i, group, possible)
        if not possible:
            return
    is_verb = group.trigger == "verb"
    is_other_word = group.trigger != "suffix" and is_verb != _is_verb(grammar, i)
    if is_other_word and not (is_verb and _is_hyphenated_verb(grammar, i)):
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


def _in_place(grammar: SentenceReading, i: int, group: Group, possible: list[Entry]) -> list[Entry]:
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


def _is_verb(grammar: SentenceReading, i: int) -> bool:
    """Whether a trigger is a verb here; a participle inside a noun phrase is none."""
    if i in grammar.names:
        return False
    if not grammar.is_verb(i):
        return _is_taken_for_adjective(grammar, i) or _has_particle(grammar, i) or _is_only_verb(grammar, i)
    phrase = grammar.phrase_at(i)
    return (
        phrase is None
        or not phrase.first <= i < phrase.last
        or phrase.head != i
        or grammar.tags[i][:1] == "V"
    )


def _is_hyphenated_verb(grammar: SentenceReading, i: int) -> bool:
    """Whether the first part of a word with a hyphen is a verb, or its place is one's: "we pre-train"."""
    if i - 3 < grammar.first or grammar.words[i - 1] != "-":
        return False
    return _is_verb(grammar, i - 2) or grammar.tags[i - 3] == "PRP"


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


def _match(grammar: SentenceReading, predication: Predication, entry: Entry) -> Iterator[Match]:
    rules = grammar.document.rules
    is_other_verb = entry.base == grammar.lowers[predication.first] and predication.is_verb
    if is_other_verb and grammar.tags[predication.first] in ("VBD", "VBN"):
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
    start, end = _extent(grammar, predication, entry, things, others)
    if entry.thing_slot == "modifier" and entry.words.thing == "whole":
        things = things if not _is_one_of_many(predication) else ()
    if entry.relation.through:
        things = tuple(owner_of(grammar, thing, entry.relation.through) for thing in things)
    if entry.relation.other_through:
        others = tuple(owner_of(grammar, other, entry.relation.other_through) for other in others)
    stands_for = _stands_for(entry.words.other_classes or entry.relation.other)
    stated = [
        ((thing, things), (other, others), _own_extent(things, others, thing, other, start, end))
        for thing in things
        for other in others
        if thing.head != other.head
    ]
    stated += [((thing, (thing,)), (other, (other,)), (thing.first, other.last)) for thing, other in pairs]
    for side, other_side, extent in stated:
        relation = _relation(grammar, predication, entry, side, other_side, extent)
        if relation is not None:
            yield Match(relation, side[0], other_side[0], *extent, entry.rule, stands_for)


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
    elif [phrase.head for phrase in things] == [phrase.head for phrase in others]:
        return (), ()  # one list for both sides says nothing of its members
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
    return noun is not None and noun.determiner in ("a", "an") and noun.noun in _MAKING_FOR


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
    if not _is_fit_thing(grammar, entry, thing, things, introduced[0]) and is_refused("thing", thing):
        return None
    nouns = {
        side.noun
        for side in (thing, other, *introduced)
        if side and (side.name is None or " " not in side.name.text) and not is_named_series(side)
    }  # those of a longer name say nothing: "Orbit Rail Services"; nor does the noun of "the Llama 3 series"
    if words.not_with:
        unwanted = words.not_with & (nouns | _introducing(grammar, other))
        if unwanted and is_refused("not-with", thing):
            return None
    if words.introduced_by and words.introduced_by.isdisjoint(nouns) and is_refused("introduced-by", thing):
        return None
    if definition.thing_words and not _holds(thing, definition.thing_words) and is_refused("thing", thing):
        return None
    if _is_fit_other(grammar, entry, other, members, introduced[1]):
        return definition.name
    if definition.otherwise is not None and fits(grammar, other, definition.otherwise[1]):
        return definition.otherwise[0]
    return None if is_refused("other", other) else definition.name


def _is_fit_thing(
    grammar: SentenceReading,
    entry: Entry,
    thing: Phrase,
    things: tuple[Phrase, ...],
    introduced: Phrase | None,
) -> bool:
    """Whether a thing, or the noun that introduces it, is of the classes that the relation takes."""
    words = entry.words
    classes = words.thing_classes or entry.relation.thing
    is_thing = (
        fits(grammar, thing, classes)
        or (
            introduced is not None
            and (fits(grammar, introduced, classes) or is_introduced(introduced, classes))
        )
        or _is_among_fitting(grammar, thing, things, classes)
        or _is_said_to_fit(grammar, thing, classes)
    )
    return is_thing and not (words.thing_unlike and fits(grammar, thing, words.thing_unlike))


def _is_fit_other(
    grammar: SentenceReading,
    entry: Entry,
    other: Phrase,
    members: tuple[Phrase, ...],
    introduced: Phrase | None,
) -> bool:
    """Whether the other side, or the noun that introduces it, is of the classes that the relation takes."""
    words, definition = entry.words, entry.relation
    classes = words.other_classes or definition.other
    is_fit = (
        fits(grammar, other, classes)
        or is_pointer(grammar, other)
        or ("person" in classes and is_he_or_she(grammar, other))
        or (introduced is not None and is_introduced(introduced, classes))
        or _is_among_fitting(grammar, other, members, classes)
    )
    if not is_fit or (definition.other_words and not _holds(other, definition.other_words)):
        return False
    return not (words.unlike and fits(grammar, other, words.unlike))


def _named_later(predication: Predication, side: tuple[Phrase, ...], end: int) -> tuple[Phrase, ...]:
    """The names that one common noun on a side is said to be behind its clause."""
    return tuple(named_later(predication, side[0], end)) if len(side) == 1 else ()


def _whole_with(grammar: SentenceReading, phrase: Phrase, words: frozenset[str]) -> Phrase:
    """What a phrase belongs to, where only that holds one of the words: "the main index of the Exchange"."""
    owner = phrase.possessor
    is_common = all(word.islower() for word in grammar.words[phrase.first : phrase.last])
    if owner is not None and is_common and is_name(grammar, owner) and _holds(owner, words):
        return owner  # "the London Stock Exchange's main market"
    if grammar.word(phrase.last) != "of":
        return phrase
    whole = grammar.phrase_from(phrase.last + 1)
    is_whole = whole is not None and is_name(grammar, whole) and _holds(whole, words)
    return whole if whole is not None and is_whole else phrase


def _introducing(grammar: SentenceReading, phrase: Phrase) -> frozenset[str]:
    """The noun before "such as" and a name, or right before it: `symbol` of "under the symbol OBT"."""
    if grammar.word(phrase.first - 1) != "as" or grammar.word(phrase.first - 2) != "such":
        before = phrase.head - 1
        while before > phrase.first and grammar.words[before][:1].isupper():
            before -= 1
        is_noun = phrase.first <= before and grammar.tags[before] == "NN" and grammar.words[before].islower()
        return frozenset({grammar.word(before)} if is_noun and is_name(grammar, phrase) else ())
    i = phrase.first - 3
    i -= grammar.word(i) == ","
    return frozenset({grammar.word(i)})


def _is_said_to_fit(grammar: SentenceReading, thing: Phrase, classes: tuple[str, ...]) -> bool:
    """Whether the sentence says of a thing what would fit: "- kestrel — a parser that uses Orbit".

    What is said outweighs the lists: "our editor, Boulder, uses SQLite".
    """
    name = thing.name
    is_guess = (
        name is not None and name.is_guess and name.text.partition(" ")[0] not in load_person_names()[0]
    )
    if name is not None and name.label == "person" and not is_guess:
        return False
    is_called = is_name(grammar, thing)
    return any(
        description.thing.head == thing.head
        and _says(description, is_called=is_called)
        and fits(grammar, description.category, classes)
        for description in grammar.descriptions()
    )


def _says(description: Description, *, is_called: bool) -> bool:
    """Whether a description gives the kind of one thing, by "is" only of one with a name."""
    if description.form == "item":
        return True
    if description.form == "name_after":
        return is_called
    if description.category.determiner not in _ARTICLES:
        return False
    return description.form == "apposition" or (description.form == "copula" and is_called)


_ARTICLES = ("a", "an", "the")
_TOOLS = ("product", "language", "platform", "tool")
_SEVERAL = 3  # members of a list that outweigh what a model says of one of them


def _is_among_fitting(
    grammar: SentenceReading, phrase: Phrase, members: tuple[Phrase, ...], classes: tuple[str, ...]
) -> bool:
    """Whether a name stands in one list with a name that fits: "Nagios and Centreon"; what is only guessed of
    one says less than the company it is in.
    """
    if len(members) < 2 or not is_name(grammar, phrase):
        return False
    name = phrase.name
    is_guess = name is None or name.is_guess
    if name is not None and name.label == "person" and not (is_guess and len(members) >= _SEVERAL):
        return False
    kinds = (*_TOOLS, "organization") if is_guess else _TOOLS
    wanted = tuple(kind for kind in kinds if kind in classes)
    return any(member.name is not None and fits(grammar, member, wanted) for member in members)


def _holds(phrase: Phrase, words: frozenset[str]) -> bool:
    """Whether a phrase, or the name it ends in, holds one of the words."""
    columns = phrase.columns
    return not words.isdisjoint(columns.lowers[phrase.first : phrase.last])


def _described(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """The name that a common noun of the sentence describes: Orbit in "Orbit is a telescope built by"."""
    is_indefinite = phrase.determiner in ("a", "an")  # "It is a firm listed on", "a Texas-based maker"
    if grammar.tags[phrase.head] not in ("NN", "NNS"):
        return phrase
    if not is_indefinite and (phrase.is_named or is_name(grammar, phrase)):
        return phrase
    found = grammar.described(phrase)
    if found is phrase:
        found = grammar.described(_with_first_noun(grammar, phrase))
    return found if found.is_named or is_name(grammar, found) or is_indefinite else phrase


def _with_first_noun(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """The noun with the article that a phrase is joined to: of "a film | and television studio" the first."""
    if phrase.determiner or phrase.possessor is not None:
        return phrase
    if grammar.word(phrase.first - 1) not in ("and", "or", "&"):
        return phrase
    before = grammar.phrase_until(phrase.first - 1)
    is_first = before is not None and before.determiner in ("a", "an") and before.name is None
    return before if before is not None and is_first else phrase


def owner_of(grammar: SentenceReading, phrase: Phrase, nouns: frozenset[str]) -> Phrase:
    """What "the shares of Acme", "its shares", "Acme shares" belong to, if the noun is one of these."""
    if phrase.noun not in nouns:
        return phrase
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
    if following and any(
        grammar.lowers[i] in words and (i not in grammar.names or grammar.words[i].islower())
        for i in range(following[0].first, last)  # not those in a name: "sold Orbit Rail Services to Acme"
    ):
        return True
    start, end = grammar.text(predication.first, last)
    return "money" in words and any(
        quantity.kind == "money" and start <= quantity.start < end and not _is_of_other(grammar, quantity.end)
        for quantity in grammar.sentence.quantities
    )


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


_BEFORE = (
    "subject",
    "doer",
    "user",
    "support",
    "fronted",
    "relative",
    "occasion",
    "bearer",
    "in_which",
    "topic",
    "actor",
    "sharers",
)


def _extent(
    grammar: SentenceReading,
    predication: Predication,
    entry: Entry,
    things: tuple[Phrase, ...],
    others: tuple[Phrase, ...],
) -> tuple[int, int]:
    """The tokens from the trigger to the first member of what stands after it."""
    start, end = predication.start, predication.last
    if predication.is_verb:
        start = min(start, predication.first - len(entry.before))  # "fine-" of "fine-tuned"
    for slot, members in ((entry.thing_slot, things), (entry.other_slot, others)):
        nearest = members[0]
        if slot == "possessor" or (slot == "modifier" and nearest.first < start):
            start = min(start, nearest.first)
        elif nearest.first > predication.first and (slot == "bearer" or slot not in _BEFORE):
            end = max(end, nearest.last)
    phrase = predication.noun_phrase
    if entry.form.trigger == "suffix" and predication.slot("prefix"):
        start = predication.slot("prefix")[0].first
    if phrase is not None:
        end = max(end, phrase.last)
    if phrase is not None and entry.form.trigger == "noun":
        start = _with_copula(grammar, min(start, phrase.first))
    return start, min(end, grammar.last)


def _with_copula(grammar: SentenceReading, start: int) -> int:
    """The token where "is" of "is a subsidiary of" begins."""
    for description in grammar.descriptions() if grammar.word(start - 1) else ():
        if description.first < start <= description.category.first < description.last:
            return description.first if description.first > description.thing.head else start
    return start


def _own_extent(
    things: tuple[Phrase, ...],
    others: tuple[Phrase, ...],
    thing: Phrase,
    other: Phrase,
    start: int,
    end: int,
) -> tuple[int, int]:
    """The tokens of one pair: the member of a list next to the trigger has them, others their own."""
    for member, members in ((other, others), (thing, things)):
        nearest = members[-1] if members[-1].first <= start else members[0]
        if member is not nearest:
            return member.first, member.last
    return start, max(end, start + 1)
