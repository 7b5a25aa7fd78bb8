"""What a text calls its names ("Brightcell, a maker of batteries"), and what a name may be called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.grammar.named_phrases import full_text
from claimcheck.grammar.noun_labels import category_labels, label_of_noun
from claimcheck.lexicons import load_pairs, load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Calling:
    """A description of a name: its noun, its words, where it ends, and what stands for the name."""

    noun: str
    words: frozenset[str]
    end: int
    name: str | None


def find_callings(reading: SentenceReading) -> Iterator[tuple[str, Calling]]:
    """The names that a sentence describes, by their canonical name, each with what it is called."""
    for description in reading.descriptions_of_named():
        thing, category = description.thing, description.category
        if thing.name is None and not reading.is_proper(thing):
            continue
        words = frozenset(category.text.lower().split())
        name_text = full_text(thing.name) if thing.name else _whole_title(reading, thing)
        key = thing.name.canonical if thing.name else name_text
        yield key, Calling(_noun_of_one(reading, category), words, category.end, name_text)
    for phrase in reading.phrases:  # "the drug maker Brightcell", "Senator Laura Diaz"
        name = phrase.name
        if name is None and phrase.inner:  # "the Harbour union", "the Bloom charity"
            last = phrase.inner[-1]
            is_of_it = reading.starts[phrase.head] == last.end + 1
            if is_of_it and category_labels().get(phrase.noun) == last.label == "organization":
                words = frozenset((phrase.noun,))
                yield last.canonical, Calling(phrase.noun, words, phrase.end, full_text(last))
        if name is None or phrase.head == phrase.first:
            continue
        before = [
            reading.lowers[i]
            for i in range(phrase.first, phrase.last)
            if reading.ends[i] <= name.start and reading.tags[i] in ("NN", "NNP", "JJ")
        ]
        if before:
            called = Calling(before[-1], frozenset(before), name.end, full_text(name))
            yield name.canonical, called


_NTH = re.compile(r"first|second|third|last|[a-z]{3,}th")


def _noun_of_one(reading: SentenceReading, category: Phrase) -> str:
    """The noun of a category, of one of several too: bank of "one of the banks", "the fifth of 6 banks"."""
    columns, head = reading.columns, category.head
    several = head
    if _NTH.fullmatch(category.noun):
        several = next((c for c in columns.rights(head) if columns.deps[c] in ("nmod", "obl")), head)
    is_of_many = columns.tags[several] == "NNS" and (several != head or category.text.startswith("one of "))
    return columns.doc[several].lemma_.lower() if is_of_many else category.noun


def quoted_title(text: str, start: int, end: int) -> re.Match[str] | None:
    """The title that opens a sentence which says what work it is, as a group `title`: one in quotation marks,
    or of several words in capitals that a colon or small words part.
    """
    quoted = _QUOTED_TITLE.match(text, start, end)
    match = quoted or _PARTED_TITLE.match(text, start, end)
    if match is None or match["title"].endswith((": This", ": It", ": That", ": There")):
        return None
    told = text[match.end() : min(end, match.end() + _LONGEST_CATEGORY)].lower()
    words = _WORD.findall(told)
    if quoted is None:
        words = [*_WORD.findall(_BEHIND_CATEGORY.split(told, maxsplit=1)[0]), ""]
        # "a film made in 1990", but no "film star"
        words = [word for word, after in pairwise(words) if not after or _is_participle(after)]
    return match if any(word in _words_for_works() for word in words) else None


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) or word in _SHAPED


def find_quoted_titles(reading: SentenceReading) -> Iterator[tuple[str, Calling]]:
    """The work whose title in quotation marks opens a sentence that says what it is: '"Orme" is a song'."""
    sentence = reading.sentence
    match = quoted_title(reading.document.text, sentence.start, sentence.end)
    if match is None:
        return
    told = (phrase for phrase in reading.phrases if phrase.end > match.end() and phrase.noun not in _NAMING)
    phrase = next(told, None)
    if phrase is not None and phrase.name is None:
        words = frozenset(phrase.text.lower().split())
        yield match["title"], Calling(phrase.noun, words, phrase.end, match["title"])


_NAMING = frozenset({"title", "name"})
_BEHIND_CATEGORY = re.compile(r"[,.]| (?:of|by|that|who|which|about|from|in|for|on) ")
_SHAPED = WordSet("callings/shaped")
_PARTED_TITLE = WordPattern(
    r"(?P<title>(?!(?:<common/article>) )[A-Z0-9][\w\u2019'-]*(?<!'s)(?<!\u2019s)(?: [A-Z0-9][\w\u2019'-]*)*"
    r"(?:: [A-Z0-9]| (?:and|of|the|in|on|to|or|for) (?:the )?[A-Z0-9])[\w\u2019'-]*"
    r"(?:,? (?:[A-Z0-9][\w\u2019'-]*|and|of|the|in|on|to|or|for))*)"
    r"(?: \([^()\n]*\))? (?:is|was) (?:an?|the) "
)
_QUOTED_TITLE = re.compile(
    r"[\"\u201c](?P<title>[A-Z0-9][^\"\u201d\n]{1,60}?),?[\"\u201d](?: \([^()\n]*\))?,?"
    r" (?:is|was) (?:an?|the) "
)


def _whole_title(reading: SentenceReading, thing: Phrase) -> str:
    """An unknown name with the words in capitals that the sentence opens with: "Dorran" as "Old Dorran"."""
    text, first = reading.document.text, reading.sentence.start
    is_opening = _CAPITALS.fullmatch(text, first, thing.start) is not None
    name = text[first : thing.end] if is_opening and thing.text[:1].isupper() else thing.text
    return name.strip(_MARKS)


_MARKS = '"\u201c\u201d'
_CAPITALS = WordPattern(r"(?!(?:<common/article>) )(?:[A-Z][\w\u2019'-]+ ){1,4}")
_MAKERS = WordSet("callings/maker")
_PROGRAMS = WordSet("callings/program")
_FIRM = WordSet("callings/firm")
_SOFTWARE = WordSet("callings/software")


@per_lexicon
def _works() -> Mapping[str, str]:
    """Nouns for works and vehicles, with the label of their names."""
    rows = [row for row in load_rows("en/kinds_called.csv") if row["label"]]
    return {noun: row["label"] for row in rows for noun in row["nouns"].split("|")}


@per_lexicon
def _words_for_works() -> frozenset[str]:
    rows = [row for row in load_rows("en/kinds_called.csv") if row["label"]]
    return frozenset(word for row in rows for word in f"{row['nouns']}|{row['called']}".split("|"))


_WORD = re.compile(r"[a-z-]+")
_LONGEST_CATEGORY = 90  # characters: "the second single from the third studio album"


def is_work(noun: str) -> bool:
    """Whether a noun is one for a work or a vehicle: "film", "ship"."""
    return noun in _works()


def label_of_calling(noun: str) -> str | None:
    """The kind of thing that is called a noun: a magazine is a product."""
    return label_of_noun(noun) or _works().get(noun)


def is_same_kind(called: str, noun: str) -> bool:
    """Whether what is called one noun may be called the other: every airline is a company."""
    if called == noun or called in _called_later().get(noun, ()):
        return True
    if noun in _FIRM:
        return called in _MAKERS
    return noun in _SOFTWARE and called in _PROGRAMS


@per_lexicon
def _called_later() -> dict[str, frozenset[str]]:
    """Nouns -> what may be called so later, by what it was called first: "film" -> comedy, drama."""
    return {
        noun: frozenset(row["called"].split("|"))
        for row in load_rows("en/kinds_called.csv")
        for noun in row["nouns"].split("|")
    }


@per_lexicon
def _types_of(label: str) -> dict[str, frozenset[str]]:
    """What a description may be said of: nouns -> types of names in the lists of that label."""
    rows = (row for row in load_rows("en/described_kinds.csv") if row["label"] == label)
    return {noun: frozenset(row["types"].split("|")) for row in rows for noun in row["nouns"].split("|")}


@per_lexicon
def _short_places() -> dict[str, str]:
    """The types of places by their other names: "US", "U.K."."""
    rows = load_rows("shared/places.csv")
    return {
        short: row["type"]
        for row in rows
        for short in (*row["aliases"].split("|"), *row["capital_aliases"].split("|"))
        if short
    }


_NO_SETTLEMENTS = WordSet("callings/no_settlement")
_NO_COMPANIES = WordSet("callings/no_company")
_PUBLIC_WORDS = WordSet("callings/public")
_ANY_BODY = WordSet("callings/any_body")
_OF_MEMBERS = WordSet("callings/of_members")


def is_of_kind(name: str, noun: str) -> bool:
    """Whether a name may be called so: Italy is no city, a university no company. Names of unknown type may
    be anything that their own words do not rule out.
    """
    wanted = _types_of("place").get(noun)
    if wanted is not None:
        known = load_pairs("shared/places.csv", "name", "type").get(name) or _short_places().get(name)
        if known is None:
            return name.rsplit(" ", 1)[-1] not in _NO_SETTLEMENTS  # "Mill Lane" is no county
        return known in wanted
    wanted = _types_of("product").get(noun)
    if wanted is not None:
        known = load_pairs("shared/products.csv", "name", "type").get(name)
        return known is None or known in wanted
    types = _types_of("organization")
    wanted = types.get(noun)
    words = set(name.lower().split())
    if wanted is None:
        is_one_body = noun in _PUBLIC_WORDS and noun not in _ANY_BODY
        if noun in _OF_MEMBERS and not _OF_MEMBERS.isdisjoint(words):
            return True  # the Carpenters Guild may be a union
        return not is_one_body or noun in words or words.isdisjoint(category_labels().keys() | _PUBLIC_WORDS)
    known = load_pairs("shared/organizations.csv", "name", "type").get(name)
    if known:
        return known in wanted or noun in words
    if wanted == types["company"]:
        return noun in words or _PUBLIC_WORDS.isdisjoint(words)
    called = words & (category_labels().keys() | _PUBLIC_WORDS)
    if called and all(types.get(word) != wanted for word in called):
        return False  # the Music Guild is no band
    return noun not in _PUBLIC_WORDS or not _PUBLIC_WORDS.isdisjoint(words) or name.isupper()


def typed_products() -> frozenset[str]:
    """The nouns for products of which the lists tell which names they fit."""
    return frozenset(_types_of("product"))


def may_be_any_body(noun: str) -> bool:
    """Whether a noun fits what two bodies became: "Orvane merged with Kelda. The body"."""
    return noun in _ANY_BODY


def is_sure_to_be(name: str, noun: str) -> bool:
    """Whether a product is one by the lists, or a model by the digits in its name: BERT and "Orbit-7B" are
    models, of "Orbit" nothing is known.
    """
    wanted = _types_of("product").get(noun, frozenset())
    known = load_pairs("shared/products.csv", "name", "type").get(name)
    return known in wanted or ("model" in wanted and known is None and any(map(str.isdigit, name)))


def is_ruled_out(called: Iterable[Calling], noun: str) -> bool:
    """Whether something called so is never called by a noun: a union is no company, a firm no union."""
    types = _types_of("organization")
    nouns = {description.noun for description in called}
    if noun in nouns:
        return False
    if types.get(noun) == types["company"]:
        return any(word in _NO_COMPANIES or word in _PUBLIC_WORDS for word in nouns)
    return (noun in _NO_COMPANIES or noun in _PUBLIC_WORDS) and not _FIRM.isdisjoint(nouns)
