"""Positions that a verb or a post gives: "works as an engineer", "was appointed director of Acme"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.roles.lists import is_person
from claimcheck.claims.roles.titles import (
    RoleCandidate,
    is_position,
    listed_titles,
    without_the,
)
from claimcheck.grammar.phrases import MARKS, Phrase
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading


_APPOINTED = WordSet("role/appointed")
_APPOINTING = WordSet("role/appointing")
_EMPLOYING = WordSet("role/employing")
_HOLDING = WordSet("role/holding")
_JOINING = WordSet("role/joining")
_OF_SOMEBODY = WordSet("role/of_somebody")  # "Ann Lee's time as a cook"; "his time as" is too vague
_POSTS = WordSet("role/post")
_RISING = WordSet("role/rising")
_STANDINGS = WordSet("role/standing")
_TAKING = WordSet("role/taking")
_WORKED_AT = WordSet("role/worked_at")
_WORKING = WordSet("role/working")
_MAX_BEFORE_AS = 12  # tokens: "served in the Royal Norwegian Navy Air Service as a pilot"
_MAX_BEFORE_POST = 5  # tokens: "accepted appointment to the post"


def titles_worked_as(grammar: SentenceReading) -> Iterator[RoleCandidate]:
    """Positions after "as" or a verb: "works as an engineer", "was appointed director of Acme"."""
    holding = _HOLDING.words()
    if holding.isdisjoint(grammar.vocabulary):
        return
    for i in range(grammar.first, grammar.last):
        if grammar.lowers[i] not in holding or i in grammar.names:
            continue
        title = _as_title(grammar, i)
        if title is None or title.name is not None:
            continue
        if not (is_position(grammar, title) or _is_help(grammar, title)):
            continue
        holder = _holder(grammar, i)
        if holder is not None and not is_person(holder):
            holder = grammar.named_by(holder)  # "Ann Lee was a priest, serving as director"
        if holder is None or not is_person(holder):
            continue
        own = grammar.phrase_at(i)
        start = own.first_with_possessor if own is not None else grammar.group_start(i)
        house = _house_of_deed(grammar, i, title)
        for one in listed_titles(grammar, title):
            first = start if one is title else one.first
            yield RoleCandidate(holder, one, first, one.last, "works-as", house)


def _is_help(grammar: SentenceReading, title: Phrase) -> bool:
    """Whether somebody is an assistant where a name says of what: others are software."""
    if title.noun != "assistant" or not title.is_indefinite or grammar.word(title.last) != "at":
        return False
    house = grammar.phrase_from(title.last + 1)
    return house is not None and grammar.is_proper(house)


def _house_of_deed(grammar: SentenceReading, i: int, title: Phrase) -> str | None:
    """The organisation that gives a position, or that somebody joins or leaves with it.

    As in "Acme appointed her as chair", "she was hired by Acme as an editor", "she joined Acme as a clerk".
    """
    house: Phrase | None = None
    if grammar.word(i) in _EMPLOYING and grammar.is_verb(i):
        is_passive = grammar.is_passive(i)
        house = grammar.complement(i + 1, ("by",)) if is_passive else grammar.subject_of(i)
    elif grammar.word(i) in _JOINING and grammar.is_verb(i):
        house = grammar.object_of(i)
    elif grammar.word(i) in _WORKING and grammar.word(i + 1) in _WORKED_AT:
        house = grammar.phrase_from(i + 2)
    if house is None or house.first <= title.head < house.last or house.name is None:
        return None
    return without_the(grammar, house) if house.name.label == "organization" else None


def _as_title(grammar: SentenceReading, i: int) -> Phrase | None:
    """The phrase after "as", or right after a verb of appointing."""
    if grammar.word(i) in _POSTS and grammar.word(i + 1) == "of":
        return grammar.phrase_from(i + 2)  # "held the post of director"
    for k in range(i + 1, min(i + _MAX_BEFORE_AS, grammar.last)):
        if grammar.word(k) in ("as", "to") and (grammar.word(k) == "as" or grammar.word(i) in _RISING):
            return grammar.phrase_from(k + 1) or _bare_title(grammar, k + 1)
        if grammar.is_verb(k):
            break
    if grammar.word(i) in _APPOINTING:
        direct = grammar.phrase_from(i + 1)
        if direct is None and grammar.word(i + 1) in _STANDINGS:  # "designated acting chair"
            direct = grammar.phrase_from(i + 2)
            return direct if direct is None else direct._replace(first=i + 1)
        if direct is not None and direct.name is not None and direct.name.label == "person":
            return grammar.phrase_from(direct.last)  # "named Ann Lee director"
        return direct if direct is None else _split_person(grammar, direct)[1]
    return None


def _bare_title(grammar: SentenceReading, i: int) -> Phrase | None:
    """A title without an article that a tagger takes for a verb: "promoted Ann Lee to |partner"."""
    is_last = grammar.word(i + 1) in (".", ",", ";", "")
    is_bare = i < grammar.last and is_last and is_title(grammar.word(i)) and i not in grammar.names
    return Phrase(grammar.columns, i, i + 1, i) if is_bare else None


def _split_person(grammar: SentenceReading, phrase: Phrase) -> tuple[Phrase, Phrase]:
    """The person and the title that one phrase holds both: "named | Ann Lee head of sales"; else itself."""
    name = phrase.inner[0] if phrase.name is None and phrase.inner else None
    if name is None or name.label != "person" or name.start != phrase.start:
        return phrase, phrase
    person = grammar.phrase_of_name(name, phrase)
    if person is None or person.last > phrase.head or grammar.word(person.last) in MARKS:
        return phrase, phrase
    return person, phrase._replace(first=person.last, inner=(), possessor=None)


def _holder(grammar: SentenceReading, i: int) -> Phrase | None:
    own = grammar.phrase_at(i)
    if own is not None and grammar.word(i) in _POSTS and grammar.word(i + 1) == "of":
        return _who_takes(grammar, own)
    if own is not None:
        return own.possessor or _whose_work(grammar, own)
    if grammar.word(i) in _APPOINTED and not grammar.is_passive(i):
        direct = grammar.object_of(i)
        return direct if direct is None else _split_person(grammar, direct)[0]
    return grammar.subject_of(i)


def _whose_work(grammar: SentenceReading, work: Phrase) -> Phrase | None:
    """Who does it: "Ann Lee began her career as a drummer", "she lived from part-time work as a teacher"."""
    if work.determiner not in ("", "his", "her", "a", "an") or work.noun in _OF_SOMEBODY:
        return None
    verb = next((k for k in range(work.first - 1, grammar.first, -1) if grammar.is_finite(k)), None)
    return grammar.subject_of(verb) if verb is not None else None


def _who_takes(grammar: SentenceReading, post: Phrase) -> Phrase | None:
    """Who has, takes or leaves a post: "Ann Lee held the position of director"."""
    for k in range(post.first - 1, max(grammar.first, post.first - 1 - _MAX_BEFORE_POST), -1):
        if grammar.is_verb(k):
            is_taking = grammar.word(k) in _TAKING and not grammar.is_passive(k)
            return grammar.subject_of(k) if is_taking else None
    return None
