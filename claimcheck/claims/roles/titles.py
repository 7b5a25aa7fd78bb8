"""How the title of a position is worded: what it stands without, where it is held, titles joined to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.constructions.sides import fits
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.stepping import after_bracket, after_date
from claimcheck.grammar.titles import is_title, words_in_titles
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_cues, load_demonyms

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.names.finding import NameMention


_ARTICLES = WordSet("role/article")
_AT = WordSet("role/at")
_STANDINGS = WordSet("role/standing")
_WORKPLACES = WordSet("role/workplace")
_OF_NOUNS = WordSet("role/of_noun")
_OFFICES = WordSet("role/office")
_APPOINTED = WordSet("role/appointed")
_DEFINITE = WordSet("common/the_or_possessor")
_EMPLOYERS = ("organization", "unknown")
_RELATIVE_OWNERS = WordSet("grammar/relative_owner")
_MAX_TITLES = 6
_SINCE = WordSet("role/since")


class RoleCandidate(NamedTuple):
    """A person and a title that a construction brings together.

    Attributes:
        person: the phrase that names the person.
        title: the phrase of the title, to its head.
        first, last: the tokens of the claim, end exclusive.
        rule: the construction, without its kind.
        house: where the construction says that the position is held, if the title itself does not.
    """

    person: Phrase
    title: Phrase
    first: int
    last: int
    rule: str
    house: str | None = None


class SplitTitle(NamedTuple):
    """The words of a title without article and house, the house, and the token after both."""

    words: str
    organization: str | None
    end: int


def split_title(grammar: SentenceReading, title: Phrase) -> SplitTitle:
    """A title and where it is held: "the | former | Acme | chief executive", "head | of | Acme"."""
    first, standing = _without_standing(grammar, title)
    if grammar.tags[first - 1] == "TO" and first < title.head and grammar.words[first].islower():
        first += 1  # "a vote to oust chairman Ann Lee": a verb that a tagger takes for a word of the title
        while first < title.head and not grammar.spaced[first - 1]:
            first += 1  # "to re-elect mayor Ann Lee"
    organization = _employer(grammar, title)
    if organization is None and _opens_with_employer(grammar, title, first):
        organization = title.inner[0].text
        while _is_of_name(grammar, first, title):
            first += 1
    if first < title.head and grammar.word(first) in _ARTICLES and grammar.spaced[first]:
        first += 1
    if organization is None and _is_unlisted_house(grammar, first, title):
        organization, first = grammar.words[first], first + 1
    if standing:
        return SplitTitle(f"{standing} {words_of(grammar, first, title.last)}", organization, title.last)
    last, house = _house_behind(grammar, _end_of_joined(grammar, title))
    if house is None:
        return SplitTitle(words_of(grammar, first, last), organization, last)
    return SplitTitle(words_of(grammar, first, last), without_the(grammar, house), house.last)


def _without_standing(grammar: SentenceReading, title: Phrase) -> tuple[int, str]:
    """The first token of a title proper, and the word of standing that its house parts from it.

    As in "the former | Acme president". A standing right before its title is a part of it.
    """
    first, standing = title.first, ""
    standings = _STANDINGS.words()
    while first < title.head and _stands_before(grammar, first):
        if grammar.word(first) in standings:
            standing = words_of(grammar, first, first + 1)
        first += 1
    if standing and not (title.inner and grammar.names.get(first) is title.inner[0]):
        return first - 1, ""
    return first, standing


def _opens_with_employer(grammar: SentenceReading, title: Phrase, first: int) -> bool:
    """Whether a house stands before all words of a title: not in "chief U.S. economist"."""
    if not title.inner or not may_employ(title.inner[0]) or grammar.starts[first] > title.inner[0].start:
        return False
    house = title.inner[0]
    is_first = grammar.names.get(first) is house or house.label != "place"
    return is_first or grammar.word(first) not in words_in_titles()


def _is_unlisted_house(grammar: SentenceReading, i: int, title: Phrase) -> bool:
    """Whether a capital before a title is where it is held, though no name is known there: "BBVA Chief
    Executive", "Windsurf CEO"; a word in capitals alone also before that of a body, "FF leader".
    """
    word, low = grammar.words[i], grammar.word(i)
    if (
        i + 1 >= title.last
        or not word.isalpha()
        or not word[0].isupper()
        or word in load_cues("plain_capital")
    ):
        return False
    if grammar.tags[i] not in ("NN", "NNP"):
        return False
    if grammar.tags[i] == "NN" and i == grammar.first and not word.isupper() and not _is_name(grammar, word):
        return False  # a common noun that opens its sentence
    if low in _NO_HOUSES or low in words_in_titles() or low in kind_nouns() or word in load_demonyms():
        return False
    name = grammar.names.get(i)
    if is_title(low) or (name is not None and (name.label != "product" or name.text != word)):
        return False
    behind = lower_words(grammar, i + 1, title.last)
    is_short_form = word.isupper() and 1 < len(word) <= _LONGEST_SHORT_FORM
    return behind in _OF_COMPANIES or (is_short_form and behind in _OF_BODIES)


def _is_name(grammar: SentenceReading, word: str) -> bool:
    """Whether a word has its capital within a sentence of the text too."""
    text = grammar.document.text
    place = text.find(f" {word} ")
    while place >= 0:
        if text[place - 1 : place].islower():
            return True
        place = text.find(f" {word} ", place + 1)
    return False


_NO_HOUSES = WordSet("role/no_house")
_OF_COMPANIES = WordSet("role/of_company")
_OF_BODIES = WordSet("role/of_body")
_LONGEST_SHORT_FORM = 6


def _is_of_name(grammar: SentenceReading, i: int, title: Phrase) -> bool:
    """Whether a token belongs to the name that opens a title, with its article and its mark of possession."""
    if i < title.head and grammar.names.get(i) is title.inner[0]:
        return True
    return grammar.word(i) in _AROUND_NAMES


_AROUND_NAMES = frozenset({"the", "'s", "’s"})
_MAX_PREPOSITIONS = 3


def _house_behind(grammar: SentenceReading, last: int) -> tuple[int, Phrase | None]:
    """Where a title ends, and the house that a preposition gives behind it: "head of research | at Acme"."""
    for _ in range(_MAX_PREPOSITIONS):
        inner = grammar.phrase_from(last + 1) if grammar.word(last) in _AT else None
        if inner is None:
            break
        label = inner.label
        if label == "place" and grammar.word(last) == "from":
            break  # where somebody comes from is no employer
        if label == "place" and grammar.word(last) == "for":
            last = inner.last  # what somebody is charged with is none: "director for South Asia"
            continue
        possessed = inner.possessor.name if inner.possessor is not None else None
        is_long = inner.last - inner.first > 1  # not "member of parliament"
        is_workplace = inner.noun in _WORKPLACES and is_long
        is_unknown = not label and grammar.word(last) == "at" and grammar.words[inner.head][:1].isupper()
        if label in ("organization", "place") or is_workplace or possessed is not None or is_unknown:
            return last, inner
        if grammar.word(last) not in _OF_NOUNS or label == "person":
            break
        last = inner.last
    return last, None


def _stands_before(grammar: SentenceReading, i: int) -> bool:
    """Whether a token says which one or when, before the words of a title: "the two | former ministers"."""
    word = grammar.word(i)
    is_number = grammar.tags[i] == "CD" and word.isalpha()
    is_before = word in _ARTICLES or word in _STANDINGS or is_number or _is_day(grammar, i)
    return is_before and bool(grammar.spaced[i])  # not of "a two-time winner"


def _is_day(grammar: SentenceReading, i: int) -> bool:
    """Whether a day or month stands there: "On Monday President Roe ..."."""
    return grammar.words[i] in load_cues("calendar")


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
    whose = next((i for i in (title.first, title.first - 1) if grammar.word(i) in _RELATIVE_OWNERS), None)
    if whose is not None:  # "Acme, whose chairman"
        possessor = grammar.phrase_until(whose - (grammar.word(whose - 1) == ","))
    if possessor is None:
        return None
    is_place = possessor.name is not None and possessor.name.label == "place"
    if title.possessor is None and possessor.name is not None:
        return possessor.name.text if possessor.name.label in ("organization", "place") else None
    return possessor.text if is_place or fits(grammar, possessor, _EMPLOYERS) else None


def may_employ(name: NameMention) -> bool:
    """Whether a name before a title is where it is held: "Acme CEO", "Paris mayor", not "Italian singer"."""
    return name.label == "organization" or (name.label == "place" and name.text not in load_demonyms())


def without_the(grammar: SentenceReading, phrase: Phrase) -> str:
    """The words of a phrase, with whose it is and without an article."""
    first = phrase.first_with_possessor
    if grammar.word(first) == "the" and phrase.last - first > 1:
        first += 1
    start = grammar.starts[first]
    return grammar.document.text[start : phrase.end]


def words_of(grammar: SentenceReading, first: int, last: int) -> str:
    """The text from one token up to another, end exclusive; empty where nothing lies between."""
    if last <= first:
        return ""
    start, end = grammar.text(first, last)
    return grammar.document.text[start:end]


def lower_words(grammar: SentenceReading, first: int, last: int) -> str:
    """The words from one token up to another in lower case, parted by blanks."""
    return " ".join(grammar.word(i) for i in range(first, last))


def joined_to(grammar: SentenceReading, title: Phrase) -> Phrase | None:
    """The title of the same person that a bare one is joined to: "their founder and CEO, Ann Lee"."""
    if title.determiner or title.possessor is not None or grammar.word(title.first - 1) not in ("and", "&"):
        return None
    before = grammar.phrase_until(title.first - 1)
    if before is None or before.name is not None or not is_title(before.noun):
        return None
    return before if before.determiner in _DEFINITE or before.possessor is not None else None


def single_titles(grammar: SentenceReading, title: Phrase) -> list[Phrase]:
    """The titles that commas part within one phrase: "essayist, short story writer"."""
    found, first = [], title.first
    for i in range(title.first + 1, title.head):
        if grammar.word(i) == "," and is_title(grammar.word(i - 1)) and i - 1 not in grammar.names:
            found.append(title._replace(first=first, last=i, head=i - 1, inner=(), possessor=None))
            first = i + 1
    return [title] if not found else [*found, title._replace(first=first, inner=(), possessor=None)]


def listed_titles(grammar: SentenceReading, title: Phrase) -> list[Phrase]:
    """A title with those that follow it: "serves as Advisor, Assistant to Roe, and Director of Trade"."""
    found = [title]
    end = _past_time(grammar, split_title(grammar, title)[2])
    while len(found) < _MAX_TITLES:
        i = end + (grammar.word(end) == ",")
        is_joined = grammar.word(i) in ("and", "or")
        i = grammar.after_adverbs(i + is_joined)  # "and later as chair of"
        i += grammar.word(i) == "as"
        following = grammar.phrase_from(i) if i > end else None
        if following is None or following.name is not None or not is_position(grammar, following):
            break
        if any(inner.label == "person" for inner in following.inner):
            break  # "named Ann Lee director and Bo Chen chairman"
        end = _past_time(grammar, split_title(grammar, following)[2])
        if grammar.is_finite(grammar.after_adverbs(end)):
            break
        found.extend(single_titles(grammar, following))
        if is_joined:
            return found
    return found if len(found) == 1 or grammar.word(end) != "," else found[:1]


def _past_time(grammar: SentenceReading, i: int) -> int:
    """The token after when a position was held: "director from 1965 to 1969", "minister (1976-1984)".

    Also behind a comma, or after when the house was founded: "head of Acme, formed in 1921, from 1930".
    """
    end = _after_time(grammar, i)
    for _ in range(2):
        start = end + 1
        if grammar.word(end) != "," or start >= grammar.last:
            break
        start += grammar.tags[start] == "VBN"
        after = _after_time(grammar, start)
        if after == start:
            break
        end = after
    return end


def _after_time(grammar: SentenceReading, i: int) -> int:
    if grammar.word(i) == "(" and grammar.words[min(i + 1, grammar.last - 1)][:1].isdigit():
        return after_bracket(grammar, i)
    after = after_date(grammar, i)
    if after == i and grammar.word(i) in _SINCE:
        after = after_date(grammar, i + 1)
        return after if after > i + 1 else i
    return after


def is_position(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is a title; an assistant is one only "to" somebody: others are software."""
    is_in_chief = phrase.noun == "chief" and grammar.word(phrase.head - 1) == "-"  # "editor-in-chief"
    return (
        is_title(phrase.noun)
        or is_in_chief
        or (phrase.noun == "assistant" and grammar.word(phrase.last) == "to")
    )


@per_lexicon
def _singulars() -> dict[str, str]:
    rows = load_rows("en/role_titles.csv")
    return {form: row["forms"].split("|")[0] for row in rows for form in row["forms"].split("|")[1:]}


def singular_title(title: str) -> str:
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
