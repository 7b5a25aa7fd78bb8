"""Lists in what is said of positions: several titles of one person, several persons with one title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.roles.titles import RoleCandidate, lower_words
from claimcheck.grammar.stepping import after_bracket
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase

_MAX_TITLES = 6
_MAX_CLAUSE = 16  # tokens of "who went on to direct the film" between the persons of a list
_ARTICLES = WordSet("role/article")
_ONE_OF_MANY = WordSet("grammar/one_of_many")
_AT = WordSet("role/at")
_JOINING = frozenset({"and", "&"})


def titles_joined_before(grammar: SentenceReading, title: Phrase) -> list[Phrase]:
    """The titles in front of the one that stands before a name: "US singer, actor and activist Ann Lee".

    All are held by one person, so the last has no article of its own and none stands in the plural:
    "the mayor and the governor Ann Lee", "doctors, nurses and director Ann Lee" are several people.
    """
    if title.determiner or title.possessor is not None or title.noun.endswith("s"):
        return []
    head = grammar.words[title.head]
    is_of_firm = lower_words(grammar, title.first, title.last) in _OF_COMPANIES
    if head[:1].isupper() and not head.isupper() and not is_of_firm:
        return []  # "the president and Prime Minister Ann Lee"
    joint = title.first - 1
    if joint <= grammar.first or grammar.word(joint) not in _JOINING:
        return []
    found: list[Phrase] = []
    i = joint - (grammar.word(joint - 1) == ",")
    while len(found) < _MAX_TITLES:
        before = grammar.phrase_until(i)
        if before is None or not _is_bare_title(grammar, before):
            return []
        if before.determiner in _ONE_OF_MANY:
            return []  # "a driver, a doctor and actor Ann Lee" are three people
        found.append(before)
        if before.determiner or before.first <= grammar.first or grammar.word(before.first - 1) != ",":
            return found
        if grammar.phrase_until(before.first - 1) is None:
            return found  # "In May, actor and activist Ann Lee"
        i = before.first - 1
    return []


_OF_COMPANIES = WordSet("role/of_company")


def _is_bare_title(grammar: SentenceReading, phrase: Phrase) -> bool:
    if phrase.name is not None or phrase.possessor is not None or not is_title(phrase.noun):
        return False
    return grammar.tags[phrase.head] != "NNS" and (not phrase.determiner or phrase.determiner in _ARTICLES)


def persons_listed(grammar: SentenceReading, first: Phrase) -> list[Phrase]:
    """The persons of a list, each maybe with where they are from, a bracket or a clause of their own.

    As in "Ann Lee of Acme and Bo Chen (Orbit)", "Ann Lee, who left, and Bo Chen, who stayed".
    """
    found = [first]
    i = first.last
    while len(found) < 2 * _MAX_TITLES:
        i = _after_person(grammar, i)
        k = i + (grammar.word(i) == ",")
        k += grammar.word(k) in _JOINING
        person = grammar.phrase_from(k) if k > i else None
        if person is None or person.name is None or person.name.label != "person" or person.first > k + 1:
            break
        if person.possessor is not None:
            break
        found.append(person)
        i = person.last
    return found if len(found) == 1 or _is_closed(grammar, found[-1]) else found[:1]


def _is_closed(grammar: SentenceReading, last: Phrase) -> bool:
    """Whether a conjunction leads to the last person of a list."""
    return grammar.word(last.first - 1) in _JOINING


def _after_person(grammar: SentenceReading, i: int) -> int:
    """The token after what is said of one person of a list."""
    if grammar.word(i) == "(":
        return after_bracket(grammar, i)
    if grammar.word(i) in _AT:
        house = grammar.phrase_from(i + 1)
        if house is None or not grammar.is_proper(house):
            return i
        return i if house.name is not None and house.name.label == "person" else house.last
    if grammar.word(i) == "," and grammar.word(i + 1) == "who":
        for k in range(i + 2, min(grammar.last - 1, i + _MAX_CLAUSE)):
            if grammar.word(k) == "," and grammar.word(k + 1) in _JOINING:
                return k
    return i


def persons_named_behind(grammar: SentenceReading, end: int) -> Iterator[Phrase]:
    """Who the sentence says holds a title that ends before token `end`: "the chairman | is Ann Lee"."""
    copula = grammar.after_adverbs(end)
    if grammar.word(copula) not in _BEING:
        return
    person = grammar.phrase_from(grammar.after_adverbs(copula + 1))
    if person is None or person.first > copula + 3 or not is_person_named_bare(person):
        return
    if grammar.word(person.last) in ("'s", "’s"):
        return
    yield from persons_listed(grammar, person) if grammar.word(copula) in _SEVERAL else [person]


_BEING = WordSet("role/being")
_SEVERAL = frozenset({"are", "were"})


def is_person_named_bare(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a person and nothing before it."""
    return (
        phrase.name is not None
        and phrase.name.label == "person"
        and phrase.possessor is None
        and not phrase.determiner
    )


_INTRODUCING = frozenset({"like", "including", "such"})
_PERSONAL = WordSet("role/personal")


def is_person(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a person or a word that stands for one: "she"."""
    if phrase.name is not None:
        return phrase.name.label == "person"
    return phrase.text.lower() in _PERSONAL


def is_named_person(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is the name of a person, or a name that nobody knows: "a chef named Jan"."""
    if phrase.determiner or phrase.inner or phrase.possessor is not None:
        return False
    return phrase.name.label == "person" if phrase.name is not None else grammar.is_proper(phrase)


def persons_such_as(grammar: SentenceReading) -> Iterator[RoleCandidate]:
    """As in "linguists such as Ann Lee and Bo Chen", "painters like Ana Ruiz"."""
    for phrase in grammar.phrases if grammar.names else ():
        if phrase.name is not None or not phrase.noun.endswith("s") or not is_title(phrase.noun):
            continue
        end = phrase.last if grammar.word(phrase.last) in _INTRODUCING else grammar.extended(phrase)
        joint = grammar.word(end)
        start = end + (2 if joint == "such" else 1)
        if not (joint in ("like", "including") or (joint == "such" and grammar.word(end + 1) == "as")):
            continue
        listed = grammar.phrase_from(start)
        if listed is None or listed.name is None:
            continue
        for number, person in enumerate(grammar.members(listed) or [listed]):
            if person.name is not None and person.name.label == "person":
                first = phrase.first if number == 0 else person.first
                yield RoleCandidate(person, phrase, first, person.last, "such-as")


def persons_joined(grammar: SentenceReading, thing: Phrase) -> list[Phrase]:
    """The persons that are said together to be something: "Ann Lee (1880-1950) and Bo Chen were painters"."""
    first = None if thing.name is None else grammar.phrase_of_name(thing.name, thing)
    if first is None or all(grammar.word(i) != "and" for i in range(first.last, thing.last)):
        return [thing]
    persons = persons_listed(grammar, first)
    if persons[-1].last == thing.last:
        return persons
    last = grammar.phrase_until(thing.last)
    is_unknown = last is not None and last.name is None and not last.inner and grammar.is_proper(last)
    if last is None or not is_unknown or last.determiner or last.first != first.last + 1:
        return [first]  # "Ann Lee and her sister were painters"
    return [first, last]  # "Simon and Garfunkel were singers": as is told of both
