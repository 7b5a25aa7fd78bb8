"""Titles that stand beside the name of a person: before it, behind a comma, in a bracket, behind a copula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.claims.roles.lists import (
    is_person,
    is_person_named_bare,
    persons_listed,
    persons_named_behind,
    titles_joined_before,
)
from claimcheck.claims.roles.titles import (
    RoleCandidate,
    joined_to,
    listed_titles,
    lower_words,
    may_employ,
    split_title,
    without_the,
)
from claimcheck.grammar.phrases import Phrase
from claimcheck.grammar.stepping import without_date
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_person_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.names.finding import NameMention


_AT = WordSet("role/at")
_AT_TIMES = WordSet("role/at_times")
_COURTESY = WordSet("role/courtesy")
_DEFINITE = WordSet("common/the_or_possessor")
_DEGREES = WordSet("role/degree")
_HELD_AT = WordSet("role/held_at")
_STANDINGS = WordSet("role/standing")
_JOINTS = frozenset({"and", "&", ","})


def titles_before(grammar: SentenceReading, phrase: Phrase, name: NameMention) -> Iterator[RoleCandidate]:
    """Titles before the name: "the painter Ann Lee", "Acme CEO Jane Roe", "Minister of Trade Ana Ruiz"."""
    before = grammar.names.get(phrase.first - 2)
    if grammar.word(phrase.first - 1) == "(" and before is not None and before.label == "person":
        return  # "Ann Lee (CTO Acme)": the name in the bracket is no other person's
    phrase = _past_date(grammar, phrase)
    last = _given_name(grammar, phrase, name)
    while last > phrase.first and grammar.word(last - 1) in _COURTESY:
        last -= 1
    if _ends_in_title(grammar, phrase, last):
        title = _sub_phrase(grammar, phrase, last)
        joined_titles = titles_joined_before(grammar, title)
        house = _house_in_front(grammar, phrase) or _house_of_first(grammar, joined_titles)
        for person in _listed_persons(grammar, phrase, title):
            yield RoleCandidate(
                person, title, phrase.first_with_possessor, person.last, "title-before", house
            )
        for joined in joined_titles:
            yield RoleCandidate(phrase, joined, joined.first, joined.last, "title-joined")
        return
    foreign = phrase.first - 1  # "comedians" that a tagger takes for no word of English
    if last == phrase.first and grammar.tags[foreign] == "FW" and is_title(grammar.word(foreign)):
        title = Phrase(phrase.columns, foreign, phrase.first, foreign)
        for person in _listed_persons(grammar, phrase, title):
            yield RoleCandidate(person, title, foreign, person.last, "title-before")
        return
    yield from _titles_of_before(grammar, phrase, last)


def _ends_in_title(grammar: SentenceReading, phrase: Phrase, last: int) -> bool:
    """Whether a title stands in a phrase right before token `last`, where a name begins."""
    tag = grammar.tags[last - 1]
    return (
        last > phrase.first
        and (last - 1) not in grammar.names
        and (not tag or tag.startswith(("NN", "JJ")))
        and is_title(lower_words(grammar, max(phrase.first, last - 2), last))
    )


def _house_in_front(grammar: SentenceReading, phrase: Phrase) -> str | None:
    """The organisation that a sentence is set in before a bare title: "At Acme, vice president Ann Lee"."""
    is_bare = not phrase.determiner and phrase.possessor is None
    if grammar.word(grammar.first) != "at" or grammar.word(phrase.first - 1) != "," or not is_bare:
        return None
    house = grammar.phrase_from(grammar.first + 1)
    is_house = house is not None and house.name is not None and house.name.label == "organization"
    if house is None or not is_house or house.last != phrase.first - 1:
        return None
    return without_the(grammar, house)


def _house_of_first(grammar: SentenceReading, titles: list[Phrase]) -> str | None:
    """Where all of some joined titles are held: "Acme co-founder and | CEO Ann Lee"."""
    return split_title(grammar, titles[-1]).organization if titles else None


_MAX_OF_PHRASE = 6  # tokens: "of Health and Social Care" with its preposition


def _titles_of_before(grammar: SentenceReading, phrase: Phrase, last: int) -> Iterator[RoleCandidate]:
    """A title and its "of" phrase that end where the name begins: "Minister of Education | Ana Ruiz"."""
    i = last - 1
    if grammar.word(i) in _JOINTS:
        return  # "the director of Acme, and Ann Lee"
    while i > grammar.first + 1 and last - i < _MAX_OF_PHRASE and grammar.word(i) not in _HELD_AT:
        if not (grammar.words[i][:1].isupper() or grammar.word(i) in ("and", ",", "the")):
            return
        i -= 1
    is_empty = i == last - 1 or (i == last - 2 and grammar.word(i + 1) == "the")
    if i <= grammar.first or grammar.word(i) not in _HELD_AT or is_empty or not is_title(grammar.word(i - 1)):
        return
    start = i - 1
    is_longer = start - 1 >= grammar.first and is_title(lower_words(grammar, start - 1, i))
    if is_longer and grammar.words[start - 1][:1].isupper() and start - 1 not in grammar.names:
        start -= 1
    while grammar.word(start - 1) == "-" and start - 2 >= grammar.first:
        start -= 2  # "Director-General of Health Ann Lee", "Editor-in-chief of Wired Ann Lee"
    if start - 1 >= grammar.first and grammar.word(start - 1) in _STANDINGS:
        start -= 1
    title = Phrase(phrase.columns, start, last, i - 1)
    person = phrase._replace(first=last, inner=())
    yield RoleCandidate(person, title, start, phrase.last, "title-of-before")


def _past_date(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """A phrase without the date and the comma before it: "In 2001, | former president Ann Lee"."""
    trimmed = without_date(grammar, phrase)
    if trimmed is not phrase and grammar.word(trimmed.first) == ",":
        trimmed = trimmed._replace(first=trimmed.first + 1)
    return trimmed


def _given_name(grammar: SentenceReading, phrase: Phrase, name: NameMention) -> int:
    """Where a person's name begins; a ministry taken into it is passed over: "of Education Ana Ruiz"."""
    first = next(i for i in range(phrase.first, phrase.last) if grammar.names.get(i) is name)
    given, _, _ = load_person_names()
    if grammar.word(first - 1) in _HELD_AT and grammar.words[first] not in given:
        known = (i for i in range(first + 1, phrase.head) if grammar.words[i] in given)
        return next(known, first)
    return first


def _sub_phrase(grammar: SentenceReading, phrase: Phrase, last: int) -> Phrase:
    """The part of a phrase before its name."""
    inner = tuple(name for name in phrase.inner if name.end <= grammar.ends[last - 1])
    return type(phrase)(phrase.columns, phrase.first, last, last - 1, None, inner, phrase.possessor)


def _listed_persons(grammar: SentenceReading, phrase: Phrase, title: Phrase) -> list[Phrase]:
    """One person, or all of a list after a plural title: "the engineers Ann Lee and Bo Chen"."""
    if not title.noun.endswith("s"):
        return [phrase]
    members = grammar.members(phrase)
    persons = [member for member in members if member.name is not None and member.name.label == "person"]
    return persons if len(persons) > 1 else persons_listed(grammar, phrase)


def titles_after(grammar: SentenceReading, phrase: Phrase) -> Iterator[RoleCandidate]:
    """Titles at a comma or in a bracket: "head of the region, Ann Lee", "Ann Lee, professor at MIT"."""
    end = _past_short_bracket(grammar, split_title(grammar, phrase).end)
    persons = list(_persons_behind(grammar, phrase, end))
    yield from persons
    if not persons:
        yield from _title_apposed(grammar, phrase, end)


_MAX_BRACKET = 8  # tokens


def _past_short_bracket(grammar: SentenceReading, end: int) -> int:
    """The token after a bracket that opens at `end`: "head of the agency (NIA) |, Ann Lee"."""
    if grammar.word(end) != "(":
        return end
    close = end
    while close < grammar.last and grammar.words[close] != ")":
        close += 1
    return close + 1 if close - end < _MAX_BRACKET else end


def _persons_behind(grammar: SentenceReading, phrase: Phrase, end: int) -> Iterator[RoleCandidate]:
    """Who holds a title that ends before token `end`: "head of the region, Ann Lee", "its founders, A, B"."""
    comma = grammar.word(end) == ","
    person = grammar.phrase_from(end + comma) if comma or end > phrase.last else None
    if person is None or not is_person_named_bare(person):
        return
    if comma and grammar.tags[phrase.head] == "NNS":
        is_group = phrase.possessor or phrase.determiner or grammar.tags[phrase.first] == "CD"
        members = persons_listed(grammar, person) if is_group else []
        if len(members) > 1:
            for number, member in enumerate(members):
                start = member.first if number else phrase.first_with_possessor
                yield RoleCandidate(member, phrase, start, member.last, "name-after")
            return
    if not comma and person.first != end:
        return
    if comma and not _is_apposed(grammar, phrase, person, end):
        return
    joined = joined_to(grammar, phrase)
    if joined is not None:
        phrase = joined._replace(last=phrase.last, head=phrase.head)
    yield RoleCandidate(person, phrase, phrase.first_with_possessor, person.last, "name-after")


def _is_apposed(grammar: SentenceReading, phrase: Phrase, person: Phrase, end: int) -> bool:
    """Whether a name behind a comma tells who holds the title: not in lists, "Engineer, Ann Lee"."""
    is_bare = (
        not phrase.determiner
        and phrase.possessor is None
        and end == phrase.last
        and phrase.text[:1].isupper()
        and not any(may_employ(inner) for inner in phrase.inner)
        and joined_to(grammar, phrase) is None
    )
    if phrase.is_indefinite and grammar.word(phrase.first - 1) == ",":
        before = grammar.phrase_until(phrase.first - 1)
        if before is not None and before.last == phrase.first - 1 and is_person_named_bare(before):
            return False  # "Ann Roe, a cook, Bo Lund and Carl Dahl left"
    is_closed = grammar.word(person.last) in (",", ".", "", ";", ")")
    return not is_bare and is_closed and grammar.word(person.last + 1) not in ("and", "or")


_DASHES = frozenset({"—", "–", "-"})
_CLOSING = frozenset({",", ".", ";", ")", "", "and", "—", "–"})


def _title_apposed(grammar: SentenceReading, phrase: Phrase, end: int) -> Iterator[RoleCandidate]:
    """A title behind the name of who holds it: "Ann Lee, professor at MIT", "Ann Lee (a painter)"."""
    first = phrase.first_with_possessor
    if grammar.word(first - 1) in _AT_TIMES and grammar.word(first - 2) == ",":
        first -= 1  # "Ann Lee, formerly the director of Acme"
    mark = grammar.word(first - 1)
    if end == first + 1 and grammar.word(first) in _DEGREES and grammar.words[first].isupper():
        return  # "Ann Lee, MD, a professor"
    if mark == "(" and grammar.words[first][0] in '“"‘':
        return  # what a contract says for a person: "Leon Abara (“Consultant”)"
    before = _phrase_before_mark(grammar, first, mark)
    if before is None or before.name is None or before.name.label != "person":
        return
    if mark != "(" and grammar.word(end) not in _CLOSING and grammar.is_finite(end):
        return
    yield RoleCandidate(before, phrase, first, end, "apposition")
    for title in listed_titles(grammar, phrase)[1:]:
        yield RoleCandidate(before, title, title.first, title.last, "apposition")


def _phrase_before_mark(grammar: SentenceReading, first: int, mark: str) -> Phrase | None:
    """Whom a title at token `first` is told of, where a comma, a bracket or a dash parts them."""
    if mark not in (",", "(") and mark not in _DASHES:
        return None
    if mark == "," and grammar.words[first - 2].isdigit() and grammar.word(first - 3) == ",":
        return grammar.phrase_until(first - 3)  # "Ann Lee, 45, a teacher"
    before = grammar.phrase_until(first - 1)
    if before is not None and not is_person(before) and grammar.word(before.first - 1) in _AT:
        return grammar.chain(before)[-1]  # "Ann Lee of Acme, author of a study"
    return before


def titles_behind_the_verb(grammar: SentenceReading, title: Phrase) -> Iterator[RoleCandidate]:
    """Who is said behind the verb to hold a position: "its chairman is Ann Lee", "the editors are ..."."""
    is_whose = grammar.word(title.first) == "whose"  # "Acme, whose chairman is Ann Lee, grew"
    is_definite = is_whose or title.determiner in _DEFINITE or title.possessor is not None
    if not is_definite or grammar.is_ranked(title):
        return
    end = split_title(grammar, title)[2]
    persons = [*persons_named_behind(grammar, end)] or persons_named_behind(grammar, grammar.extended(title))
    for number, person in enumerate(persons):
        first = person.first if number else title.first_with_possessor
        yield RoleCandidate(person, title, first, person.last, "title-is")


def seat_behind(grammar: SentenceReading, phrase: Phrase) -> Iterator[RoleCandidate]:
    """The seat in a parliament that stands in short behind a name: "Ann Lee MP"."""
    i = phrase.last if phrase.name is not None else phrase.head
    name = grammar.names.get(i - 1)
    if name is None or name.label != "person" or not grammar.words[i].isupper():
        return
    person = phrase if phrase.name is not None else grammar.phrase_of_name(name, phrase)
    if person is not None:
        yield RoleCandidate(person, Phrase(phrase.columns, i, i + 1, i), i, i + 1, "seat-after")
