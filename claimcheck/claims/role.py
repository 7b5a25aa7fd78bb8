"""A person holding a position: "CEO Jane Roe", "Ann Lee, a painter", "she works as an engineer"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.claims.roles.beside_names import (
    seat_behind,
    titles_after,
    titles_before,
    titles_behind_the_verb,
)
from claimcheck.claims.roles.lists import is_named_person, is_person, persons_joined, persons_such_as
from claimcheck.claims.roles.posts import titles_worked_as
from claimcheck.claims.roles.titles import (
    RoleCandidate,
    is_position,
    listed_titles,
    lower_words,
    single_titles,
    singular_title,
    split_title,
    without_the,
    words_of,
)
from claimcheck.constructions.unknown_names import is_doubtful
from claimcheck.grammar.descriptions.reading import SentenceReading, in_every_sentence
from claimcheck.grammar.listed_names import apposed_from
from claimcheck.grammar.parallels import is_in_order
from claimcheck.grammar.phrases import classes_of
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.description import Description
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.mentions import NormalisedDocument


_PRONOUNS = WordSet("role/pronoun")
_COURTESY = WordSet("role/courtesy")
_SEATS = WordSet("role/seat")
_AT = WordSet("role/at")
_OF_A_HOUSE = WordSet("role/of_a_house")
_MAX_BRACKET_TOKENS = 8
_AFTER_TITLES = WordSet("role/after_title")
_LISTING = frozenset({"copula", "apposition", "bracket"})
_NAMING = frozenset({"named", "called"})
_COUNTED = re.compile(r"\d+(?!\d*(?:st|nd|rd|th)\b)")


class RoleValue(Value):
    """A person, the title of the position, and where it is held: null where the text does not say."""

    person: str
    title: str
    organization: str | None = None

    nullable: ClassVar[frozenset[str]] = frozenset({"organization"})

    def told_of(self, name: str | None) -> RoleValue:
        """With the name for the pronoun as the person."""
        if name is None or self.person.lower() not in _PRONOUNS:
            return self
        return self.model_copy(update={"person": name})

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """Such as `Jane Roe: CEO, Acme`."""
        return f"{self.person}: {self.title}" + (f", {self.organization}" if self.organization else "")


class RoleClaim(BaseClaim):
    """A person holding a position.

    Or having an occupation. `organization` is null where none is given.
    """

    kind: Literal["role"] = "role"
    value: RoleValue

    colour: ClassVar[KindColour] = KindColour("relation", 28)
    example: ClassVar[tuple[str, str]] = (
        "The composer Antonín Dvořák lived there.",
        "The composer Antonín Dvořák",
    )


def is_title_phrase(grammar: SentenceReading, category: Phrase, thing: Phrase) -> bool:
    """Whether a category said of a thing is the position of a person: then it is a role, no definition."""
    if not is_person(thing) or category.name is not None:
        return False
    if grammar.word(category.first) == "one" or grammar.is_ranked(category):
        return False  # "one of the first writers", "Japan's first woman writer": a place among others
    return is_title(category.noun)


def _may_be_a_firm(grammar: SentenceReading, thing: Phrase, category: Phrase) -> bool:
    """Whether a name that is only taken for a person's may be a firm's: "Brava became the largest brewer"."""
    is_ranked_behind = thing.last <= category.first and grammar.is_ranked(category)
    return is_ranked_behind and is_doubtful(thing) and "organization" in classes_of(category)


def find_role_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every position that a person is said to hold."""
    return in_every_sentence(document, _find_in_sentence)


def _find_in_sentence(grammar: SentenceReading) -> Iterator[Draft]:
    seen: set[tuple[int, int]] = set()
    bracketed = list(_titles_in_brackets(grammar))
    for candidate in _candidates(grammar):
        key = (candidate.person.head, candidate.title.head)
        if key in seen:
            continue
        seen.add(key)
        if _may_be_a_firm(grammar, candidate.person, candidate.title):
            continue
        draft = _draft(grammar, candidate)
        if draft is not None and not any(held.start <= draft.start < held.end for held in bracketed):
            yield draft
    yield from bracketed


def _candidates(grammar: SentenceReading) -> Iterator[RoleCandidate]:
    for description in grammar.descriptions_of_named():
        yield from _titles_told(grammar, description)
    for phrase in grammar.phrases if grammar.names else ():
        if phrase.name is None:
            if is_title(phrase.noun):
                yield from titles_after(grammar, phrase)
                yield from titles_behind_the_verb(grammar, phrase)
            if phrase.inner and phrase.noun in _SEATS:
                yield from seat_behind(grammar, phrase)
        elif phrase.name.label == "person":
            yield from titles_before(grammar, phrase, phrase.name)
            if grammar.word(phrase.last) in _SEATS:
                yield from seat_behind(grammar, phrase)
        if phrase.name is None and grammar.word(phrase.last) in _NAMING and is_title(phrase.noun):
            person = grammar.phrase_from(phrase.last + 1)
            if person is not None and is_named_person(grammar, person):
                yield RoleCandidate(person, phrase, phrase.first_with_possessor, person.last, "named")
        owner = phrase.possessor
        if owner is not None and owner.name is not None and owner.name.label == "person":
            yield from titles_before(grammar, owner, owner.name)  # "President Roe's visit"
    yield from titles_worked_as(grammar)
    yield from persons_such_as(grammar)


def _titles_told(grammar: SentenceReading, description: Description) -> Iterator[RoleCandidate]:
    """The titles that a person is described by: "Ann Lee is a painter and poet"."""
    thing, category = description.thing, description.category
    if description.form == "copula" and thing.name is None:
        whole = thing._replace(
            last=grammar.extended(thing)
        )  # "The chair of the board, Ann Lee, is a cellist"
        thing = apposed_from(grammar, thing) or apposed_from(grammar, whole) or thing
    if description.form == "copula" and grammar.word(description.first) == "to":
        return  # "decided to become a novelist"
    is_ranked = grammar.is_ranked(category) or grammar.word(category.first) == "one"
    if is_ranked and (category.possessor is not None or split_title(grammar, category).organization is None):
        return  # "the first actress to win": a definition
    if category.name is not None or not is_position(grammar, category) or not is_person(thing):
        return
    rule = description.form.replace("_", "-")
    single = single_titles(grammar, category)
    *others, thing = persons_joined(grammar, thing) if description.form == "copula" else [thing]
    if others and is_in_order(grammar):
        return  # which of the titles, or of the houses, is whose is not read
    for each in others:
        yield RoleCandidate(each, single[0], each.first, each.last, rule)
    last = description.last if len(single) == 1 else single[0].last
    yield RoleCandidate(thing, single[0], description.first, last, rule)
    more = listed_titles(grammar, category)[1:] if description.form in _LISTING else []
    for title in (*single[1:], *more):
        yield RoleCandidate(thing, title, title.first, title.last, rule)


def _draft(grammar: SentenceReading, candidate: RoleCandidate) -> Draft | None:
    person, title, first, last, rule, house = candidate
    words, organization, end = split_title(grammar, title)
    if not words or _is_place_in_time(words):
        return None
    if person.name is not None and person.name.start < person.start:
        person = grammar.phrase_of_name(person.name, person) or person  # "Ann Lee, MD, a professor"
    start, stop = grammar.text(first, max(last, end) if first <= title.first < last else last)
    return Draft(
        RoleClaim,
        start,
        max(stop, person.end if person.first < last else 0),
        RoleValue(
            person=_person_text(grammar, person),
            title=singular_title(words),
            organization=organization
            or house
            or _house_of_where(grammar, person)
            or _house_in_bracket(grammar, person, title.noun),
        ),
        f"role/{rule}",
        person.name_span,
    )


def _house_of_where(grammar: SentenceReading, person: Phrase) -> str | None:
    """The organisation that a relative clause is about: "left Acme, where he was a director", "of which"."""
    where = person.first - 1
    is_of_which = grammar.word(where) == "which" and grammar.word(where - 1) in _AT
    if grammar.word(where) != "where" and not is_of_which:
        return None
    where -= is_of_which
    before = grammar.phrase_until(where - (grammar.word(where - 1) == ","))
    is_house = before is not None and before.name is not None and before.name.label == "organization"
    return without_the(grammar, before) if before is not None and is_house else None


def _house_in_bracket(grammar: SentenceReading, person: Phrase, noun: str) -> str | None:
    """The organisation alone in a bracket behind a person whose work is that of a house: "The maintainers are
    Ann Lee (Acme) and"; behind a striker it may be a sponsor.
    """
    if noun not in _OF_A_HOUSE or grammar.word(person.last) != "(":
        return None
    house = grammar.phrase_from(person.last + 1)
    is_house = house is not None and house.name is not None and house.name.label == "organization"
    is_alone = house is not None and house.first == person.last + 1 and grammar.word(house.last) == ")"
    return house.text if house is not None and is_house and is_alone else None


def _is_place_in_time(title: str) -> bool:
    """Whether a number opens what looks like a title: "11 5:10 PM", "80 King" Street."""
    return _COUNTED.match(title) is not None


def _person_text(grammar: SentenceReading, person: Phrase) -> str:
    if person.name is None:
        return person.text
    first = next(i for i in range(person.first, person.last) if grammar.names.get(i) is person.name)
    start = grammar.starts[first]
    if first > person.first and grammar.word(first - 1) in _COURTESY:
        start = grammar.starts[first - 1]
    return grammar.document.text[start : person.end]


def _titles_in_brackets(grammar: SentenceReading) -> Iterator[Draft]:
    """Title and house in a bracket after a person, as lists of speakers give them: "Ann Lee (CTO Acme)"."""
    if "(" not in grammar.vocabulary:
        return
    for i in range(grammar.first + 1, grammar.last - 2):
        name = grammar.names.get(i - 1)
        if grammar.words[i] != "(" or name is None or name.label != "person":
            continue
        split = _title_and_house(grammar, i + 1)
        if split is None:
            continue
        house, close = split
        title = words_of(grammar, i + 1, house)
        first = house + (grammar.word(house) == ",")
        start, end = grammar.text(i + 1, close)
        yield Draft(
            RoleClaim,
            start,
            end,
            RoleValue(person=name.text, title=title, organization=words_of(grammar, first, close)),
            "role/title-and-house",
            (name.start, name.end),
        )


def _title_and_house(grammar: SentenceReading, first: int) -> tuple[int, int] | None:
    """Where the house of a bracket begins, and where the bracket closes: "CTO | Acme )", "CEO |, Acme )"."""
    close = first
    while close < grammar.last and grammar.words[close] != ")":
        close += 1
    if close == grammar.last or not 2 <= close - first <= _MAX_BRACKET_TOKENS:
        return None
    if is_title(lower_words(grammar, first, close)) or grammar.word(close - 1) in _AFTER_TITLES:
        return None  # "(Chief Executive Officer)", "(Professor Emeritus)"
    for house in range(close - 1, first, -1):
        start = house + (grammar.word(house) == ",")
        words = grammar.words[start:close]
        if (
            is_title(lower_words(grammar, first, house))
            and words
            and all(word[:1].isupper() for word in words)
        ):
            return house, close
    return None
