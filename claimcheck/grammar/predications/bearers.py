"""The slots of what a noun is said of: "Orbit is a subsidiary", "rival Orbit", "clients include Orbit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.list_joints import capitalised_from
from claimcheck.grammar.listed_names import (
    MARKS_OF_LISTS,
    after_including,
    after_places,
    apposed_from,
    is_served,
    names_of,
    parted,
    whole_list,
)
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.phrases import Phrase, classes_of
from claimcheck.grammar.predications.members import is_past_or_none, listed_from
from claimcheck.grammar.predications.trigger import MAX_SUPPORT_GAP
from claimcheck.grammar.stepping import OPENING_BRACKETS, subject_after_opening
from claimcheck.grammar.verb_groups import PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.tagging.penn_tags import PROPER_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.description import Description
    from claimcheck.grammar.predications.trigger import Predication

_CHANGING = WordSet("grammar/changing")
_CHOOSING = WordSet("grammar/choosing")
_REFLEXIVE = WordSet("grammar/reflexive")
_COUNTING = WordSet("grammar/counting")
_HAVING = WordSet("common/having")
_RANGING = WordSet("grammar/ranging")


def find_bearer(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What is said to be the noun: "Orbit is a subsidiary", "Orbit, part of Acme"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None:
        return
    noun = predication.last - 1
    if phrase.head > noun:
        name = grammar.names.get(phrase.head)
        first = noun + 1 + (grammar.word(noun + 1) == "name")  # "the brand name Orbit"
        if name is not None or grammar.tags[first] in PROPER_TAGS:
            first_named = Phrase(grammar.columns, first, phrase.last, phrase.head, name)
            is_plural = grammar.tags[noun] == "NNS"  # "Acme founders Ann Lee and Bo Chen"
            yield from names_of(grammar, first_named) if is_plural else [first_named]
        return
    said = _said_to_be(predication, frozenset((noun,))) or _said_to_be(
        predication, _joined_heads(predication, phrase)
    )
    if said is not None:
        category, thing = said.category, said.thing
        head = grammar.phrase_at(thing.first)
        thing = thing if head is None else head
        is_of_one = said.form == "apposition" and category.is_indefinite
        # "Acme and Orbit, a unit of Comet" says it of the last
        members = [thing] if is_of_one else whole_list(grammar, thing)
        # "Acme, the owner of Orbit and Comet" says nothing of Comet
        yield from (m for m in members if said.form != "apposition" or m.first < category.first or m is thing)
        return
    opening = phrase.first_with_possessor
    while grammar.tags[opening - 1] == "RB" and opening - 1 > grammar.first:
        opening -= 1  # "Orbit, formerly part of"
    before = grammar.word(opening - 1)
    if before in grammar_words("as"):
        yield from _bearers_before_as(predication, phrase, opening)
    elif before in OPENING_BRACKETS or before == ",":
        named = grammar.phrase_until(opening - 1)
        if named is not None and (is_name(grammar, named) or _is_told_of(predication, named, phrase)):
            yield named
    elif (named := _named_behind(predication, phrase)) is not None:
        yield named
    elif phrase.determiner == "the":
        made = grammar.phrase_until(opening)  # "The deal makes Acme the largest shareholder"
        if made is not None and is_name(grammar, made) and grammar.word(made.first - 1) in _CHANGING:
            yield made


def _bearers_before_as(predication: Predication, phrase: Phrase, opening: int) -> Iterator[Phrase]:
    """What "as" before token `opening` tells of: Orbit in "Orbit serves as its arm", "chose Orbit as its"."""
    grammar = predication.grammar
    verb = next(
        (k for k in range(opening - 2, max(grammar.first, opening - 10), -1) if grammar.is_verb(k)),
        None,
    )
    if verb is None:
        is_opening = bool(phrase.determiner) and opening - grammar.first <= MAX_SUPPORT_GAP
        owner = subject_after_opening(grammar, phrase.last) if is_opening else None
        yield from () if owner is None else whole_list(grammar, owner)  # "As a unit of Acme, Orbit builds"
        return
    thing = None if grammar.is_passive(verb) else grammar.object_of(verb)
    is_of_itself = grammar.word(verb + 1) in _REFLEXIVE  # "Orbit sees itself as part of Acme"
    if grammar.word(verb) in _CHOOSING and not grammar.is_passive(verb) and not is_of_itself:
        yield from () if thing is None or thing.head > opening else [thing]
        return
    if thing is not None and thing.head < opening and _is_told_by_as(predication, thing):
        yield thing
        return
    subject = grammar.subject_of(verb)
    if subject is not None and subject.head < opening:
        yield from whole_list(grammar, subject)


def _is_told_by_as(predication: Predication, thing: Phrase) -> bool:
    """Whether "as" tells what the object of a verb is: "They see design as a part of Acme"; not "Orbit joined
    the league as a member of Acme".
    """
    is_pronoun = predication.grammar.tags[thing.head] == "PRP"
    return not (is_pronoun or is_name(predication.grammar, thing) or "organization" in classes_of(thing))


def _is_told_of(predication: Predication, thing: Phrase, told: Phrase) -> bool:
    """Whether commas say of a thing without a name what it is: "The queue, a fork of Orbit, runs"."""
    grammar = predication.grammar
    is_one = thing.determiner == "the" and grammar.tags[thing.head] == "NN"
    end = grammar.extended(told)
    is_apposed = told.is_indefinite and grammar.word(end) in (",", ".", ";", ")", "")
    after = end + (grammar.word(end) == ",")
    return is_one and is_apposed and grammar.word(after) not in grammar_words("joining")


def _said_to_be(predication: Predication, nouns: frozenset[int]) -> Description | None:
    """What the sentence says to be one of these nouns, by their tokens."""
    for description in predication.grammar.descriptions():
        category = description.category
        if category.head in nouns and (category.name is None or description.form == "inverted"):
            return description
    return None


def _joined_heads(predication: Predication, phrase: Phrase) -> frozenset[int]:
    """The nouns that "and" joins a bare one to: "a poet and |owner", "the head of Acme and |founder"."""
    grammar = predication.grammar
    i = phrase.first - 1
    if phrase.determiner or phrase.possessor is not None or grammar.word(i) != "and":
        return frozenset()
    before = grammar.phrase_until(i)
    return frozenset() if before is None else frozenset(each.head for each in grammar.chain(before))


def _named_behind(predication: Predication, phrase: Phrase) -> Phrase | None:
    """The name between commas behind what a noun is of: "The owner of Brightcell, Orbit Ltd, sold"."""
    grammar = predication.grammar
    last = grammar.extended(phrase)
    if phrase.determiner != "the" or grammar.tags[phrase.head] != "NN" or last == phrase.last:
        return None
    if grammar.word(phrase.first - 1) in PREPOSITIONS and not any(
        grammar.is_finite(i) for i in range(grammar.first, phrase.first)
    ):
        return None  # "On behalf of the owner of Brightcell, Ann Lee, a lawyer, sued"
    return apposed_from(grammar, phrase._replace(last=last))


def find_beside(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """The names right after the noun: "rival Orbit", "partners Acme and Orbit"."""
    grammar, phrase, noun = predication.grammar, predication.noun_phrase, predication.last - 1
    if phrase is not None and phrase.head > noun:
        yield from predication.slot("bearer")
        return
    beside = None if phrase is None else grammar.phrase_from(predication.last)
    if beside is not None and beside.first == predication.last and is_name(grammar, beside):
        yield from whole_list(grammar, beside)


def find_listed(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """The names that a plural introduces: "its clients include A and B", "rivals such as A"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None or phrase.head != predication.last - 1:
        return
    if is_past_or_none(predication, phrase):
        return
    i = grammar.extended(phrase)
    for start in dict.fromkeys((phrase.last, i)):
        k = after_places(grammar, start)
        k += grammar.word(k) == ","
        if grammar.word(k) in OPENING_BRACKETS:
            k += 1
        example = after_including(grammar, k)
        k += grammar.word(k) in _HAVING and grammar.word(k + 1) == "included"
        if example is None and (grammar.word(k) in grammar_words("listing") or grammar.word(k) == ":"):
            k = grammar.after_adverbs(k + 1)
            k += grammar.word(k) in MARKS_OF_LISTS
            example = grammar.phrase_from(k) or capitalised_from(grammar, k)
            inner = example is not None and after_including(grammar, example.last)
            example = inner or example
        if example is None and grammar.word(k) in _RANGING and grammar.word(k + 1) == "from":
            yield from _range_from(predication, k + 2)
            return
        if example is not None:
            if not (start > phrase.last and is_served(grammar, grammar.phrase_until(start))):
                yield from parted(grammar, phrase, listed_from(predication, example))
            return


def _range_from(predication: Predication, i: int) -> Iterator[Phrase]:
    """Both ends of a range of names: "its clients range from Acme to Orbit"."""
    grammar = predication.grammar
    first = grammar.phrase_from(i)
    last = (
        grammar.phrase_from(first.last + 1)
        if first is not None and grammar.word(first.last) == "to"
        else None
    )
    if first is not None and last is not None and is_name(grammar, first) and is_name(grammar, last):
        yield from (first, last)


def find_among(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What is said to be among others: "Acme and Orbit are among its clients"."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None:
        return
    opening = phrase.first_with_possessor
    verb = opening - 2
    if grammar.word(opening - 1) not in grammar_words("among") or verb < grammar.first:
        return
    if grammar.word(verb) in grammar_words("listing") and grammar.is_finite(verb):
        subject = grammar.phrase_until(verb)
        if subject is not None:
            yield from whole_list(grammar, subject)


def find_counted(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """What somebody has among others: Orbit in "Acme counts Orbit and Sky among its clients"."""
    grammar = predication.grammar
    members = _before_among(predication)
    if members and grammar.word(members[0].first - 1) in _COUNTING:
        yield from members


def find_counter(predication: Predication, _: tuple[str, ...]) -> Iterator[Phrase]:
    """Who has them: Acme in "Acme counts Orbit and Sky among its clients"."""
    counted = predication.slot("counted")
    if counted:
        verb = counted[0].first - 1
        yield from predication.verb(verb).slot("subject")


def _before_among(predication: Predication) -> list[Phrase]:
    """The names right before "among" and the noun."""
    grammar, phrase = predication.grammar, predication.noun_phrase
    if phrase is None:
        return []
    opening = phrase.first_with_possessor
    if grammar.word(opening - 1) not in grammar_words("among"):
        return []
    last = grammar.phrase_until(opening - 1)
    return whole_list(grammar, last) if last is not None and is_name(grammar, last) else []
