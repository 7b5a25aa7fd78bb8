"""A person holding a position: "CEO Jane Roe", "Ann Lee, a painter", "she works as an engineer"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.claims.role_lists import persons_listed, persons_named_behind, titles_joined_before
from claimcheck.constructions.sides import fits
from claimcheck.grammar.descriptions import SentenceReading, in_every_sentence
from claimcheck.grammar.phrases import Phrase
from claimcheck.grammar.stepping import after_bracket, after_date, without_date
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_cues, load_demonyms, load_person_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument
    from claimcheck.names.finding import NameMention


_PRONOUNS = WordSet("role/pronoun")
_APPOINTING = WordSet("role/appointing")
_ARTICLES = WordSet("role/article")
_AT = WordSet("role/at")
_COURTESY = WordSet("role/courtesy")
_HOLDING = WordSet("role/holding")
_STANDINGS = WordSet("role/standing")
_WORKPLACES = WordSet("role/workplace")


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
    if not _is_person(thing) or category.name is not None:
        return False
    if grammar.word(category.first) == "one" or grammar.is_ranked(category):
        return False  # "one of the first writers", "Japan's first woman writer": a place among others
    return is_title(category.noun)


_PERSONAL = WordSet("role/personal")


def _is_person(phrase: Phrase) -> bool:
    if phrase.name is not None:
        return phrase.name.label == "person"
    return phrase.text.lower() in _PERSONAL


def find_role_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every position that a person is said to hold."""
    return in_every_sentence(document, _find_in_sentence)


def _find_in_sentence(grammar: SentenceReading) -> Iterator[Draft]:
    seen: set[tuple[int, int]] = set()
    bracketed = list(_titles_in_brackets(grammar))
    for person, title, first, last, rule in _candidates(grammar):
        if (person.head, title.head) in seen:
            continue
        seen.add((person.head, title.head))
        draft = _draft(grammar, person, title, first, last, rule)
        if draft is not None and not any(held.start <= draft.start < held.end for held in bracketed):
            yield draft
    yield from bracketed


_MAX_BRACKET_TOKENS = 8
_AFTER_TITLES = WordSet("role/after_title")


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
        title = _words(grammar, i + 1, house)
        first = house + (grammar.word(house) == ",")
        start, end = grammar.text(i + 1, close)
        yield Draft(
            RoleClaim,
            start,
            end,
            RoleValue(person=name.text, title=title, organization=_words(grammar, first, close)),
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
    if is_title(_lower(grammar, first, close)) or grammar.word(close - 1) in _AFTER_TITLES:
        return None  # "(Chief Executive Officer)", "(Professor Emeritus)"
    for house in range(close - 1, first, -1):
        start = house + (grammar.word(house) == ",")
        words = grammar.words[start:close]
        if is_title(_lower(grammar, first, house)) and words and all(word[:1].isupper() for word in words):
            return house, close
    return None


_Candidate = tuple["Phrase", "Phrase", int, int, str]


def _candidates(grammar: SentenceReading) -> Iterator[_Candidate]:
    for description in grammar.descriptions_of_named():
        thing, category = description.thing, description.category
        if description.form == "copula" and grammar.word(description.first) == "to":
            continue  # "decided to become a novelist"
        is_ranked = grammar.is_ranked(category) or grammar.word(category.first) == "one"
        if is_ranked and (category.possessor is not None or _split_title(grammar, category)[1] is None):
            continue  # "the first actress to win": a definition
        if category.name is None and is_title(category.noun) and _is_person(thing):
            rule = description.form.replace("_", "-")
            single = _single_titles(grammar, category)
            persons = _persons_joined(grammar, thing) if description.form == "copula" else [thing]
            for each in persons[:-1]:
                yield each, single[0], each.first, each.last, rule
            thing = persons[-1]
            yield (
                thing,
                single[0],
                description.first,
                description.last if len(single) == 1 else single[0].last,
                rule,
            )
            more = _listed_titles(grammar, category)[1:] if description.form in _LISTING else []
            for title in (*single[1:], *more):
                yield thing, title, title.first, title.last, rule
    for phrase in grammar.phrases if grammar.names else ():
        if phrase.name is None:
            if is_title(phrase.noun):
                yield from _title_after(grammar, phrase)
                yield from _title_is_of(grammar, phrase)
            if phrase.inner and phrase.noun in _SEATS:
                yield from _seat_after(grammar, phrase)
        elif phrase.name.label == "person":
            yield from _title_before(grammar, phrase, phrase.name)
            if grammar.word(phrase.last) in _SEATS:
                yield from _seat_after(grammar, phrase)
        if phrase.name is None and grammar.word(phrase.last) in _NAMING and is_title(phrase.noun):
            person = grammar.phrase_from(phrase.last + 1)
            if person is not None and _is_named_person(grammar, person):
                yield person, phrase, _with_possessor(phrase), person.last, "named"
        owner = phrase.possessor
        if owner is not None and owner.name is not None and owner.name.label == "person":
            yield from _title_before(grammar, owner, owner.name)  # "President Roe's visit"
    yield from _works_as(grammar)
    yield from _persons_such_as(grammar)


_LISTING = frozenset({"copula", "apposition", "bracket"})
_NAMING = frozenset({"named", "called"})


def _is_named_person(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is the name of a person, or a name that nobody knows: "a chef named Jan"."""
    if phrase.determiner or phrase.inner or phrase.possessor is not None:
        return False
    return phrase.name.label == "person" if phrase.name is not None else grammar.is_proper(phrase)


def _single_titles(grammar: SentenceReading, title: Phrase) -> list[Phrase]:
    """The titles that commas part within one phrase: "essayist, short story writer"."""
    found, first = [], title.first
    for i in range(title.first + 1, title.head):
        if grammar.word(i) == "," and is_title(grammar.word(i - 1)) and i - 1 not in grammar.names:
            found.append(title._replace(first=first, last=i, head=i - 1, inner=(), possessor=None))
            first = i + 1
    return [title] if not found else [*found, title._replace(first=first, inner=(), possessor=None)]


def _persons_such_as(grammar: SentenceReading) -> Iterator[_Candidate]:
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
                yield person, phrase, first, person.last, "such-as"


def _persons_joined(grammar: SentenceReading, thing: Phrase) -> list[Phrase]:
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


_INTRODUCING = frozenset({"like", "including", "such"})


def _draft(
    grammar: SentenceReading, person: Phrase, title: Phrase, first: int, last: int, rule: str
) -> Draft | None:
    words, organization, end = _split_title(grammar, title)
    if not words or _is_place_in_time(words):
        return None
    if person.name is not None and person.name.start < person.start:
        person = grammar.phrase_of_name(person.name, person) or person  # "Ann Lee, MD, a professor"
    start, stop = grammar.text(first, max(last, end) if first <= title.first < last else last)
    return Draft(
        RoleClaim,
        start,
        max(stop, person.end if person.first < last else 0),
        RoleValue(person=_person_text(grammar, person), title=_singular(words), organization=organization),
        f"role/{rule}",
        person.name_span,
    )


def _title_is_of(grammar: SentenceReading, title: Phrase) -> Iterator[_Candidate]:
    """Who is said behind the verb to hold a position: "its chairman is Ann Lee", "the editors are ..."."""
    if not (title.determiner in _DEFINITE or title.possessor is not None) or grammar.is_ranked(title):
        return
    end = _split_title(grammar, title)[2]
    persons = [*persons_named_behind(grammar, end)] or persons_named_behind(grammar, grammar.extended(title))
    for number, person in enumerate(persons):
        first = person.first if number else _with_possessor(title)
        yield person, title, first, person.last, "title-is"


_DEFINITE = WordSet("role/definite")
_SEATS = WordSet("role/seat")


def _seat_after(grammar: SentenceReading, phrase: Phrase) -> Iterator[_Candidate]:
    """The seat in a parliament that stands in short behind a name: "Ann Lee MP"."""
    i = phrase.last if phrase.name is not None else phrase.head
    name = grammar.names.get(i - 1)
    if name is None or name.label != "person" or not grammar.words[i].isupper():
        return
    person = phrase if phrase.name is not None else grammar.phrase_of_name(name, phrase)
    if person is not None:
        yield person, Phrase(phrase.columns, i, i + 1, i), i, i + 1, "seat-after"


_COUNTED = re.compile(r"\d+(?!\d*(?:st|nd|rd|th)\b)")


def _is_place_in_time(title: str) -> bool:
    """Whether a number opens what looks like a title: "11 5:10 PM", "80 King" Street."""
    return _COUNTED.match(title) is not None


@per_lexicon
def _singulars() -> dict[str, str]:
    rows = load_rows("en/role_titles.csv")
    return {form: row["forms"].split("|")[0] for row in rows for form in row["forms"].split("|")[1:]}


def _singular(title: str) -> str:
    """The title of one of several who share it: "Editors of the Ember" -> "Editor of the Ember"."""
    words = title.rstrip(" ,;:").split(" ")
    last = next((i for i in range(1, len(words)) if words[i] in _AT), len(words)) - 1
    word = words[last]
    found = _singulars().get(word) or _singulars().get(word.lower())
    if found is not None:
        is_shorter = word.lower().startswith(found)  # "DJs"
        irregular = found.capitalize() if word[:1].isupper() else found  # "Businessmen"
        words[last] = word[: len(found)] if is_shorter else irregular
    return " ".join(words)


def _person_text(grammar: SentenceReading, person: Phrase) -> str:
    if person.name is None:
        return person.text
    first = next(i for i in range(person.first, person.last) if grammar.names.get(i) is person.name)
    start = grammar.starts[first]
    if first > person.first and grammar.word(first - 1) in _COURTESY:
        start = grammar.starts[first - 1]
    return grammar.document.text[start : person.end]


_OF_NOUNS = WordSet("role/of_noun")


def _stands_before(grammar: SentenceReading, i: int) -> bool:
    """Whether a token says which one or when, before the words of a title: "the two | former ministers"."""
    word = grammar.word(i)
    is_number = grammar.tags[i] == "CD" and word.isalpha()
    is_before = word in _ARTICLES or word in _STANDINGS or is_number or _is_day(grammar, i)
    return is_before and bool(grammar.spaced[i])  # not of "a two-time winner"


def _split_title(grammar: SentenceReading, title: Phrase) -> tuple[str, str | None, int]:
    """The title without article and organisation, the organisation, and the token after both."""
    first, standing = title.first, ""
    standings = _STANDINGS.words()
    while first < title.head and _stands_before(grammar, first):
        if grammar.word(first) in standings:
            standing = _words(grammar, first, first + 1)
        first += 1
    if standing and not (title.inner and grammar.names.get(first) is title.inner[0]):
        standing, first = "", first - 1  # "former president": in one piece
    organization = _employer(grammar, title)
    if (
        organization is None
        and title.inner
        and _may_employ(title.inner[0])
        and grammar.starts[first] <= title.inner[0].start
    ):
        name = title.inner[0]
        organization = name.text
        while (first < title.head and grammar.names.get(first) is name) or grammar.word(first) in (
            "the",
            "'s",
            "’s",
        ):
            first += 1
    if first < title.head and grammar.word(first) in _ARTICLES and grammar.spaced[first]:
        first += 1
    if standing:
        return f"{standing} {_words(grammar, first, title.last)}", organization, title.last
    last = _end_of_joined(grammar, title)
    for _ in range(3):
        if grammar.word(last) not in _AT:
            break
        inner = grammar.phrase_from(last + 1)
        if inner is None:
            break
        label = inner.name.label if inner.name is not None else ""
        if label == "place" and grammar.word(last) == "from":
            break  # where somebody comes from is no employer
        possessed = inner.possessor.name if inner.possessor is not None else None
        is_workplace = (
            inner.noun in _WORKPLACES and inner.last - inner.first > 1
        )  # not "member of parliament"
        if label in ("organization", "place") or is_workplace or possessed is not None:
            organization = _without_the(grammar, inner)
            return _words(grammar, first, last), organization, inner.last
        if grammar.word(last) in _OF_NOUNS and label != "person":
            last = inner.last
            continue
        break
    return _words(grammar, first, last), organization, last


_OFFICES = WordSet("role/office")


def _end_of_joined(grammar: SentenceReading, title: Phrase) -> int:
    """The token after a title, or after the one it is joined to where both are held at one place.

    As in "president and chief executive officer of Acme".
    """
    if grammar.word(title.last) not in ("and", "&"):
        return title.last
    following = grammar.phrase_from(title.last + 1)
    if following is None or following.first != title.last + 1 or following.determiner:
        return title.last
    if following.name is not None or following.possessor is not None:
        return title.last
    offices = _OFFICES.words()
    if title.noun not in offices or following.noun not in offices:
        return title.last  # "the drummer and co-founder of Acme" has been two things
    return following.last if grammar.word(following.last) in _AT else title.last


def _employer(grammar: SentenceReading, title: Phrase) -> str | None:
    """Whose title it is: "Acme's director", and of "its director" the organisation that names one."""
    if title.determiner == "its":
        verb = next((i for i in range(title.first - 1, grammar.first, -1) if grammar.is_finite(i)), None)
        if verb is None or grammar.word(verb) not in _APPOINTED or grammar.is_passive(verb):
            return None
        namer = grammar.subject_of(verb)
        return namer.text if namer is not None and fits(grammar, namer, _EMPLOYERS) else None
    possessor = title.possessor
    if possessor is None:
        return None
    is_place = possessor.name is not None and possessor.name.label == "place"
    return possessor.text if is_place or fits(grammar, possessor, _EMPLOYERS) else None


_EMPLOYERS = ("organization", "unknown")


def _is_day(grammar: SentenceReading, i: int) -> bool:
    """Whether a day or month stands there: "On Monday President Roe ..."."""
    return grammar.words[i] in load_cues("calendar")


def _may_employ(name: NameMention) -> bool:
    """Whether a name before a title is where it is held: "Acme CEO", "Paris mayor", not "Italian singer"."""
    return name.label == "organization" or (name.label == "place" and name.text not in load_demonyms())


def _words(grammar: SentenceReading, first: int, last: int) -> str:
    if last <= first:
        return ""
    start, end = grammar.text(first, last)
    return grammar.document.text[start:end]


def _without_the(grammar: SentenceReading, phrase: Phrase) -> str:
    first = phrase.possessor.first if phrase.possessor is not None else phrase.first
    if grammar.word(first) == "the" and phrase.last - first > 1:
        first += 1
    start = grammar.starts[first]
    return grammar.document.text[start : phrase.end]


def _title_before(grammar: SentenceReading, phrase: Phrase, name: NameMention) -> Iterator[_Candidate]:
    """Titles before the name: "the painter Ann Lee", "Acme CEO Jane Roe", "Minister of Trade Ana Ruiz"."""
    before = grammar.names.get(phrase.first - 2)
    if grammar.word(phrase.first - 1) == "(" and before is not None and before.label == "person":
        return  # "Ann Lee (CTO Acme)": the name in the bracket is no other person's
    phrase = _past_date(grammar, phrase)
    first = _given_name(grammar, phrase, name)
    honorific = first
    while honorific > phrase.first and grammar.word(honorific - 1) in _COURTESY:
        honorific -= 1
    last = honorific
    tag = grammar.tags[last - 1]
    if (
        last > phrase.first
        and (last - 1) not in grammar.names
        and (not tag or tag.startswith(("NN", "JJ")))
        and is_title(_lower(grammar, max(phrase.first, last - 2), last))
    ):
        title = _sub_phrase(grammar, phrase, last)
        for person in _listed_persons(grammar, phrase, title):
            yield person, title, _with_possessor(phrase), person.last, "title-before"
        for joined in titles_joined_before(grammar, title):
            yield phrase, joined, joined.first, joined.last, "title-joined"
        return
    foreign = phrase.first - 1  # "comedians" that a tagger takes for no word of English
    if honorific == phrase.first and grammar.tags[foreign] == "FW" and is_title(grammar.word(foreign)):
        title = Phrase(phrase.columns, foreign, phrase.first, foreign)
        for person in _listed_persons(grammar, phrase, title):
            yield person, title, foreign, person.last, "title-before"
        return
    # "Minister of Education Ana Ruiz": the title and its "of" phrase end where the name begins
    i = last - 1
    if grammar.word(i) in _JOINTS:
        return  # "the director of Acme, and Ann Lee"
    while i > grammar.first + 1 and last - i < 6 and grammar.word(i) not in _HELD_AT:
        if not (grammar.words[i][:1].isupper() or grammar.word(i) in ("and", ",", "the")):
            return
        i -= 1
    if (
        i <= grammar.first
        or grammar.word(i) not in _HELD_AT
        or i == last - 1
        or (i == last - 2 and grammar.word(i + 1) == "the")
        or not is_title(grammar.word(i - 1))
    ):
        return
    start = i - 1
    is_longer = start - 1 >= grammar.first and is_title(_lower(grammar, start - 1, i))
    if is_longer and grammar.words[start - 1][:1].isupper() and start - 1 not in grammar.names:
        start -= 1
    if start - 1 >= grammar.first and grammar.word(start - 1) in _STANDINGS:
        start -= 1
    title = Phrase(phrase.columns, start, last, i - 1)
    person = phrase._replace(first=honorific, inner=())
    yield person, title, start, phrase.last, "title-of-before"


def _past_date(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """A phrase without the date and the comma before it: "In 2001, | former president Ann Lee"."""
    trimmed = without_date(grammar, phrase)
    if trimmed is not phrase and grammar.word(trimmed.first) == ",":
        trimmed = trimmed._replace(first=trimmed.first + 1)
    return trimmed


_HELD_AT = WordSet("role/held_at")
_JOINTS = frozenset({"and", "&", ","})


def _given_name(grammar: SentenceReading, phrase: Phrase, name: NameMention) -> int:
    """Where a person's name begins; a ministry taken into it is passed over: "of Education Ana Ruiz"."""
    first = next(i for i in range(phrase.first, phrase.last) if grammar.names.get(i) is name)
    given, _, _ = load_person_names()
    if grammar.word(first - 1) in _HELD_AT and grammar.words[first] not in given:
        known = (i for i in range(first + 1, phrase.head) if grammar.words[i] in given)
        return next(known, first)
    return first


def _lower(grammar: SentenceReading, first: int, last: int) -> str:
    return " ".join(grammar.word(i) for i in range(first, last))


def _with_possessor(phrase: Phrase) -> int:
    return phrase.possessor.first if phrase.possessor is not None else phrase.first


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


_DEGREES = WordSet("role/degree")


def _joined_to(grammar: SentenceReading, title: Phrase) -> Phrase | None:
    """The title of the same person that a bare one is joined to: "their founder and CEO, Ann Lee"."""
    if title.determiner or title.possessor is not None or grammar.word(title.first - 1) not in ("and", "&"):
        return None
    before = grammar.phrase_until(title.first - 1)
    if before is None or before.name is not None or not is_title(before.noun):
        return None
    return before if before.determiner in _DEFINITE or before.possessor is not None else None


_AT_TIMES = WordSet("role/at_times")


def _is_counted(grammar: SentenceReading, phrase: Phrase) -> bool:
    return grammar.tags[phrase.first] == "CD"


def _title_after(grammar: SentenceReading, phrase: Phrase) -> Iterator[_Candidate]:
    """Titles at a comma or in a bracket: "head of the region, Ann Lee", "Ann Lee, professor at MIT"."""
    _, _, end = _split_title(grammar, phrase)
    if grammar.word(end) == "(":
        close = end
        while close < grammar.last and grammar.words[close] != ")":
            close += 1
        end = close + 1 if close - end < 8 else end
    comma = grammar.word(end) == ","
    person = grammar.phrase_from(end + comma) if comma or end > phrase.last else None
    if (
        person is not None
        and person.name is not None
        and person.name.label == "person"
        and not person.possessor
        and not person.determiner
    ):
        after = grammar.word(person.last)
        is_bare = (
            not phrase.determiner
            and phrase.possessor is None
            and end == phrase.last
            and phrase.text[:1].isupper()
            and not any(_may_employ(inner) for inner in phrase.inner)
            and _joined_to(grammar, phrase) is None
        )
        is_apposed = (
            comma
            and not is_bare
            and after in (",", ".", "", ";", ")")
            and grammar.word(person.last + 1) not in ("and", "or")
        )
        if (
            comma
            and grammar.tags[phrase.head] == "NNS"
            and (phrase.possessor or phrase.determiner or _is_counted(grammar, phrase))
        ):
            members = persons_listed(grammar, person)
            if len(members) > 1:
                for number, member in enumerate(members):
                    start = member.first if number else _with_possessor(phrase)
                    yield member, phrase, start, member.last, "name-after"
                return
        if is_apposed or (not comma and person.first == end):
            joined = _joined_to(grammar, phrase)
            if joined is not None:
                phrase = joined._replace(last=phrase.last, head=phrase.head)
            yield person, phrase, _with_possessor(phrase), person.last, "name-after"
            return
    first = _with_possessor(phrase)
    if grammar.word(first - 1) in _AT_TIMES and grammar.word(first - 2) == ",":
        first -= 1  # "Ann Lee, formerly the director of Acme"
    mark = grammar.word(first - 1)
    if end == first + 1 and grammar.word(first) in _DEGREES and grammar.words[first].isupper():
        return  # "Ann Lee, MD, a professor"
    if mark == "(" and grammar.words[first][0] in '“"‘':
        return  # what a contract says for a person: "Leon Abara (“Consultant”)"
    if mark in (",", "(", "—", "–", "-"):
        before = grammar.phrase_until(first - 1)
        if before is not None and not _is_person(before) and grammar.word(before.first - 1) in _AT:
            before = grammar.chain(before)[-1]  # "Ann Lee of Acme, author of a study"
        if mark == "," and grammar.words[first - 2].isdigit() and grammar.word(first - 3) == ",":
            before = grammar.phrase_until(first - 3)  # "Ann Lee, 45, a teacher"
        if (
            before is not None
            and before.name is not None
            and before.name.label == "person"
            and (
                mark == "("
                or grammar.word(end) in (",", ".", ";", ")", "", "—", "–", "and")
                or not grammar.is_finite(end)
            )
        ):
            yield before, phrase, first, end, "apposition"
            for title in _listed_titles(grammar, phrase)[1:]:
                yield before, title, title.first, title.last, "apposition"


def _works_as(grammar: SentenceReading) -> Iterator[_Candidate]:
    """Positions after "as" or a verb: "works as an engineer", "was appointed director of Acme"."""
    holding = _HOLDING.words()
    if holding.isdisjoint(grammar.vocabulary):
        return
    for i in range(grammar.first, grammar.last):
        if grammar.lowers[i] not in holding or i in grammar.names:
            continue
        title = _as_title(grammar, i)
        if title is None or not is_title(title.noun) or title.name is not None:
            continue
        holder = _holder(grammar, i)
        if holder is not None and not _is_person(holder):
            holder = grammar.named_by(holder)  # "Ann Lee was a priest, serving as director"
        if holder is None or not _is_person(holder):
            continue
        own = grammar.phrase_at(i)
        start = _with_possessor(own) if own is not None else grammar.group_start(i)
        for one in _listed_titles(grammar, title):
            yield holder, one, start if one is title else one.first, one.last, "works-as"


def _listed_titles(grammar: SentenceReading, title: Phrase) -> list[Phrase]:
    """A title with those that follow it: "serves as Advisor, Assistant to Roe, and Director of Trade"."""
    found = [title]
    end = _past_time(grammar, _split_title(grammar, title)[2])
    while len(found) < _MAX_TITLES:
        i = end + (grammar.word(end) == ",")
        is_joined = grammar.word(i) in ("and", "or")
        i += is_joined
        i += grammar.word(i) == "as"
        following = grammar.phrase_from(i) if i > end else None
        if following is None or following.name is not None or not _is_position(grammar, following):
            break
        end = _past_time(grammar, _split_title(grammar, following)[2])
        if grammar.is_finite(grammar.after_adverbs(end)):
            break
        found.extend(_single_titles(grammar, following))
        if is_joined:
            return found
    return found if len(found) == 1 or grammar.word(end) != "," else found[:1]


def _past_time(grammar: SentenceReading, i: int) -> int:
    """The token after when a position was held: "director from 1965 to 1969", "minister (1976-1984)"."""
    if grammar.word(i) == "(" and grammar.words[min(i + 1, grammar.last - 1)][:1].isdigit():
        return after_bracket(grammar, i)
    after = after_date(grammar, i)
    if after == i and grammar.word(i) in _SINCE:
        after = after_date(grammar, i + 1)
        return after if after > i + 1 else i
    return after


_SINCE = WordSet("role/since")


def _is_position(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is a title; an assistant is one only "to" somebody: others are software."""
    is_in_chief = phrase.noun == "chief" and grammar.word(phrase.head - 1) == "-"  # "editor-in-chief"
    return (
        is_title(phrase.noun)
        or is_in_chief
        or (phrase.noun == "assistant" and grammar.word(phrase.last) == "to")
    )


_MAX_TITLES = 6


_MAX_BEFORE_AS = 12  # tokens: "served in the United States Army Air Forces as a pilot"
_POSTS = WordSet("role/post")


def _as_title(grammar: SentenceReading, i: int) -> Phrase | None:
    """The phrase after "as", or right after a verb of appointing."""
    if grammar.word(i) in _POSTS and grammar.word(i + 1) == "of":
        return grammar.phrase_from(i + 2)  # "held the post of director"
    for k in range(i + 1, min(i + _MAX_BEFORE_AS, grammar.last)):
        if grammar.word(k) in ("as", "to") and (grammar.word(k) == "as" or grammar.word(i) == "promoted"):
            return grammar.phrase_from(k + 1)
        if grammar.is_verb(k):
            break
    if grammar.word(i) in _APPOINTING:
        direct = grammar.phrase_from(i + 1)
        if direct is None and grammar.word(i + 1) in _STANDINGS:  # "designated acting chair"
            direct = grammar.phrase_from(i + 2)
            return direct if direct is None else direct._replace(first=i + 1)
        if direct is not None and direct.name is not None and direct.name.label == "person":
            return grammar.phrase_from(direct.last)  # "named Ann Lee director"
        return direct
    return None


def _whose_work(grammar: SentenceReading, work: Phrase) -> Phrase | None:
    """Who does it: "Ann Lee began her career as a drummer", "she lived from part-time work as a teacher"."""
    if work.determiner not in ("", "his", "her", "a", "an") or work.noun in _OF_SOMEBODY:
        return None
    verb = next((k for k in range(work.first - 1, grammar.first, -1) if grammar.is_finite(k)), None)
    return grammar.subject_of(verb) if verb is not None else None


_OF_SOMEBODY = WordSet("role/of_somebody")  # "Ann Lee's time as a cook"; "his time as" is too vague


_APPOINTED = WordSet("role/appointed")
_TAKING = WordSet("role/taking")
_MAX_BEFORE_POST = 5  # tokens: "accepted appointment to the post"


def _who_takes(grammar: SentenceReading, post: Phrase) -> Phrase | None:
    """Who has, takes or leaves a post: "Ann Lee held the position of director"."""
    for k in range(post.first - 1, max(grammar.first, post.first - 1 - _MAX_BEFORE_POST), -1):
        if grammar.is_verb(k):
            is_taking = grammar.word(k) in _TAKING and not grammar.is_passive(k)
            return grammar.subject_of(k) if is_taking else None
    return None


def _holder(grammar: SentenceReading, i: int) -> Phrase | None:
    own = grammar.phrase_at(i)
    if own is not None and grammar.word(i) in _POSTS and grammar.word(i + 1) == "of":
        return _who_takes(grammar, own)
    if own is not None:
        return own.possessor or _whose_work(grammar, own)
    if grammar.word(i) in _APPOINTED and not grammar.is_passive(i):
        return grammar.object_of(i)
    return grammar.subject_of(i)
