"""Lists in what is said of positions: several titles of one person, several persons with one title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.stepping import after_bracket
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions import SentenceReading
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
    if grammar.words[title.head][:1].isupper():
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
    if person is None or person.first > copula + 3 or not _is_person(person):
        return
    if grammar.word(person.last) in ("'s", "’s"):
        return
    yield from persons_listed(grammar, person) if grammar.word(copula) in _SEVERAL else [person]


_BEING = WordSet("role/being")
_SEVERAL = frozenset({"are", "were"})


def _is_person(phrase: Phrase) -> bool:
    return (
        phrase.name is not None
        and phrase.name.label == "person"
        and phrase.possessor is None
        and not phrase.determiner
    )
