"""Relations that no verb states, of names beside names: "Acme's Orbit 3", "Orbit, Acme's telescope"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.constructions.matching import Match
from claimcheck.constructions.sides import fits
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.listed_names import apposed_from, called_from, names_of
from claimcheck.grammar.named_phrases import is_name
from claimcheck.grammar.phrases import QUOTES, Phrase, classes_of
from claimcheck.grammar.stepping import after_bracket, quoted_from
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.context import load_head_words
from claimcheck.names.lists import load_cues, load_demonyms, load_person_names
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.grammar.descriptions.reading import SentenceReading

BESIDE_RULES = (
    Rule("organization/possessive", "They bought Microsoft's Windows 95.", "They bought Microsoft's house."),
    Rule(
        "organization/possessive-title",
        "They bought Microsoft's Zentrova Brimming.",
        "They met Microsoft's Chief Accountant.",
    ),
    Rule(
        "organization/possessive-range",
        "They bought Microsoft's latest line of Xbox consoles.",
        "They bought Microsoft's latest pair of Xbox consoles.",
    ),
    Rule(
        "organization/own-product",
        "Google grew, and its video game Rush sold well.",
        "Google grew, and its video games sold well.",
    ),
    Rule("organization/possessive-part", "Google's AI research lab grew.", "Google's lab grew."),
    Rule(
        "organization/possessed-body",
        "They praised Leeds University's Centre for Law.",
        "They praised Leeds University's rules.",
    ),
    Rule(
        "organization/unit-at",
        "She left the Department of Physics at Leeds University.",
        "She left the Department of Physics at noon.",
    ),
    Rule("organization/of-place", "Toyota of Japan makes cars.", "The Bank of Japan lowered rates."),
    Rule(
        "organization/in-place", "Google, a firm in California, grew.", "Google rents a house in California."
    ),
    Rule(
        "organization/with-seat",
        "Nokia bought Zentrova, with headquarters in Lyon.",
        "Nokia bought Zentrova, with money from Lyon.",
    ),
    Rule("organization/bracket-exchange", "Nokia (NYSE: NOK) grew.", "Nokia (NYSE) grew."),
    Rule(
        "organization/category-from", "Gmail is an email client from Google.", "Gmail is an email from work."
    ),
    Rule("organization/possessed-category", "Gmail is Google's email app.", "Gmail is my email app."),
)


_AFTER_BODIES = WordSet("organization/after_body")


def find_beside_names(grammar: SentenceReading) -> Iterator[Match]:
    """Relations that names beside each other state."""
    owns, after_bodies = _OWN.words(), _AFTER_BODIES.words()
    for phrase in grammar.phrases if grammar.names else ():
        owner = phrase.possessor
        firm = owner if owner is not None and owner.label == "organization" else None
        if firm is not None and _is_named_product(phrase):
            yield from _possessed(grammar, phrase, firm)
        elif firm is not None and _is_titled_product(grammar, phrase):
            thing = _whole_title(grammar, phrase)
            yield Match("developed_by", thing, firm, firm.first, thing.last, "organization/possessive-title")
        elif firm is not None and phrase.noun in _RANGES:
            yield from _one_of_range(grammar, phrase, firm)
        elif owner is not None or grammar.word(phrase.first) in owns:
            yield from _own_product(grammar, phrase)
        if owner is not None and owner.name is not None:
            yield from _part(phrase, owner)
        following = grammar.word(phrase.last)
        if following in after_bodies:
            yield from _seated(grammar, phrase)
            yield from _unit(grammar, phrase)
        if following in _BEFORE_SEATS:
            yield from _with_seat(grammar, phrase)
            yield from _on_exchange(grammar, phrase)
    yield from _described_products(grammar)


_BEFORE_SEATS = frozenset({"with", ",", "("})
_SEAT_NOUNS = WordSet("organization/seat_noun")
_EXCHANGES = WordSet("organization/exchange_in_short")


def _with_seat(grammar: SentenceReading, phrase: Phrase) -> Iterator[Match]:
    """The seat that stands behind what has it: "a maker of lenses, with headquarters in Lyon"."""
    i = phrase.last + (grammar.word(phrase.last) == ",")
    seat = grammar.phrase_from(i + 1) if grammar.word(i) == "with" else None
    if seat is None or seat.noun not in _SEAT_NOUNS or grammar.word(seat.last) not in _SEAT_PREPOSITIONS:
        return
    place = grammar.phrase_from(seat.last + 1)
    outer = grammar.outermost(phrase) or phrase
    thing = outer if outer.label == "organization" else grammar.described(outer)
    if place is not None and place.label == "place" and thing.label == "organization":
        yield Match("headquartered_in", thing, place, seat.first, place.last, "organization/with-seat")


_SEAT_PREPOSITIONS = frozenset({"in", "at", "near"})


def _on_exchange(grammar: SentenceReading, phrase: Phrase) -> Iterator[Match]:
    """The exchange whose sign stands in a bracket behind a firm: "Acme (NYSE: ACM)"."""
    i = phrase.last + 1
    if grammar.word(phrase.last) != "(" or grammar.word(i) not in _EXCHANGES or grammar.word(i + 1) != ":":
        return
    exchange = grammar.phrase_at(i)
    if phrase.label == "organization" and exchange is not None and grammar.words[i + 2].isupper():
        sign = exchange._replace(first=i, last=i + 1, head=i)
        yield Match("listed_on", phrase, sign, i, i + 1, "organization/bracket-exchange")


def _possessed(grammar: SentenceReading, phrase: Phrase, owner: Phrase) -> Iterator[Match]:
    """What a company's name possesses: "Acme's Orbit 3 and Comet"."""
    thing = (_with_kind(grammar, phrase) if _has_quotes(phrase) else None) or phrase
    yield Match("developed_by", thing, owner, owner.first, phrase.last, "organization/possessive")
    for member in grammar.members(phrase)[1:2]:
        joint = grammar.word(member.first - 1)
        if joint in ("and", "or", "&") and member.possessor is None and member.label == "product":
            yield Match("developed_by", member, owner, member.first, member.last, "organization/possessive")


def _one_of_range(grammar: SentenceReading, phrase: Phrase, owner: Phrase) -> Iterator[Match]:
    """What a company has a whole range of: "Acme's latest generation of Orbit chips"."""
    thing = grammar.phrase_from(phrase.last + 1) if grammar.word(phrase.last) == "of" else None
    if thing is None or thing.possessor is not None:
        return
    inner = thing.inner[-1] if thing.inner else thing.name
    if inner is not None and inner.label == "product":
        yield Match("developed_by", thing, owner, owner.first, thing.last, "organization/possessive-range")


_RANGES = WordSet("organization/range")
_OWN = WordSet("organization/own")


def _own_product(grammar: SentenceReading, phrase: Phrase) -> Iterator[Match]:
    """A product with its kind and name, and whose it is: "its first game Rush", "the firm's Spark phone"."""
    owner = phrase.possessor
    if owner is None:
        owner = Phrase(phrase.columns, phrase.first, phrase.first + 1, phrase.first)
    elif owner.label not in ("", "organization") or not (
        is_name(grammar, owner) or (owner.determiner == "the" and "organization" in classes_of(owner))
    ):
        return
    thing = _with_kind(grammar, phrase)
    if thing is not None and grammar.word(thing.last - 1) not in _UNMADE:
        first = min(owner.first, phrase.first)
        yield Match(
            "developed_by", thing, owner, first, max(phrase.last, thing.last), "organization/own-product"
        )


def _with_kind(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The name in a phrase that also says what it is: "video game Rush", "Spark phone", "first film, Sky"."""
    words, head = grammar.words, phrase.head
    kind = next(
        (k for k in range(head, phrase.first - 1, -1) if words[k].islower() and _is_product(words[k])), None
    )
    if kind is None or phrase.label in ("person", "place", "organization"):
        return None
    if kind < head:
        first, last = kind + 1, phrase.last
        if words[first] in QUOTES and words[last - 1] in QUOTES and last - first > 2:
            first, last = first + 1, last - 1
        is_title = words[first][:1].isupper()
        return phrase._replace(first=first, last=last, possessor=None) if is_title else None
    before = head - 1
    while before > phrase.first and grammar.tags[before] == "NN" and words[before].islower():
        before -= 1  # "James Webb space telescope"
    if before >= phrase.first and words[before][:1].isupper() and grammar.tags[before] in ("NNP", "NNPS"):
        inner = grammar.names.get(before)
        is_maker = inner is not None and inner.label in ("organization", "place", "language")
        is_maker = is_maker or words[before] in load_cues("plain_capital")  # "its AI chip" is none's name
        return None if is_maker else phrase._replace(possessor=None)
    if grammar.tags[head] != "NN":
        return None
    quoted = quoted_from(grammar, phrase.last)
    if quoted is not None:
        return quoted  # 'their debut single "Bell Song"'
    return called_from(grammar, phrase) or apposed_from(grammar, phrase)


def _is_product(noun: str) -> bool:
    return noun not in _UNMADE and ("product" in kind_nouns().get(noun, frozenset()) or noun == "title")


# Nouns of the class of products that say how a thing stands to another one
_UNMADE = WordSet("organization/unmade")
_CHOSEN = WordSet("organization/chosen")


def _part(phrase: Phrase, owner: Phrase) -> Iterator[Match]:
    """A part of an organisation: "Acme's AI Research lab", also as one name; "Acme's Centre for Law"."""
    is_organization = owner.label == "organization"
    if (
        phrase.noun in _UNITS
        and (owner.name is phrase.name or is_organization)
        and phrase.last - phrase.first > 1
    ):
        part = phrase._replace(possessor=None)
        yield Match("part_of", part, owner, owner.first, phrase.last, "organization/possessive-part")
    elif (
        is_organization
        and phrase.name is not owner.name
        and phrase.label == "organization"
        and not _PARTS.isdisjoint(phrase.name_text.split())
    ):
        part = phrase._replace(possessor=None)
        yield Match("part_of", part, owner, owner.first, phrase.last, "organization/possessed-body")


_BEFORE_WHOLES = WordSet("organization/before_whole")


def _unit(grammar: SentenceReading, phrase: Phrase) -> Iterator[Match]:
    """A named unit and the body it belongs to: "the Department of Physics at Leeds University"."""
    if grammar.word(phrase.last) not in _BEFORE_WHOLES:
        return
    is_organization = phrase.label == "organization"
    is_named = is_organization and not _PARTS.isdisjoint(phrase.name_text.split())
    is_team = phrase.name is None and phrase.noun in _TEAMS and bool(phrase.inner)
    is_of = grammar.word(phrase.last) == "of"
    whole = (
        grammar.phrase_from(phrase.last + 1) if is_named or is_team or (is_organization and is_of) else None
    )
    if whole is None or not (is_named or is_team or fits(grammar, whole, ("body",))):
        return  # "the Comets of the Premier League" belong to it, "the Bank of the River Company" may not
    if whole.label == "organization" and whole.possessor is None:
        yield Match("part_of", phrase, whole, phrase.first, whole.last, "organization/unit-at")


def _after_parts(grammar: SentenceReading, category: Phrase) -> int:
    """The token after a category and what it is made of: "a series of games | by Acme"."""
    last = category.last
    while grammar.word(last) == "of":
        inner = grammar.phrase_from(last + 1)
        if inner is None or inner.is_named:
            break
        last = inner.last
    return last


def _described_products(grammar: SentenceReading) -> Iterator[Match]:
    """What a description says of its maker: "Orbit is Acme's telescope", "Orbit, an app from Acme"."""
    for description in grammar.descriptions_of_named():
        category, thing = description.category, description.thing
        is_product = category.name is None and "product" in classes_of(category)
        if not is_product or category.noun in _UNMADE or not grammar.is_proper(thing):
            continue
        if any(grammar.word(i) in _CHOSEN for i in range(category.first, category.head)):
            continue  # "Acme's default browser" is made by anybody
        last = _after_parts(grammar, category)
        if grammar.word(last) in ("from", "by"):
            rule = "organization/category-from"
            stated_at = category.first, last + 1
            for source in _makers_from(grammar, last + 1):
                first = description.first if source.first == last + 1 else source.first
                yield Match("developed_by", thing, source, first, source.last, rule, stated_at=stated_at)
        maker = _owner_of_kind(category)
        if maker is None and category.inner and category.inner[-1].label == "organization":
            maker = grammar.phrase_of_name(category.inner[-1], category)
        if maker is not None:
            rule = "organization/possessed-category"
            yield Match("developed_by", thing, maker, description.first, category.last, rule)


def _makers_from(grammar: SentenceReading, i: int) -> Iterator[Phrase]:
    """The organisations in the list of names at token `i`: "a game by Acme and Orbit"."""
    first = grammar.phrase_from(i)
    if first is not None and is_name(grammar, first):
        yield from (maker for maker in names_of(grammar, first) if maker.label == "organization")


def _owner_of_kind(category: Phrase) -> Phrase | None:
    """The organisation that a kind of product belongs to: "Acme's telescope", "the company's chat tool"."""
    owner = category.possessor
    if owner is None:
        return None
    is_pointed_at = owner.name is None and owner.determiner == "the" and "organization" in classes_of(owner)
    return owner if is_pointed_at or owner.label == "organization" else None


# Words in the names of bodies that belong to others
_PARTS = WordSet("organization/part_of_body")
_TEAMS = WordSet("organization/team")
_UNITS = WordSet("organization/unit")
# "the House of Commons of Canada": a body of a country, which is not where it has its seat
_BODIES = WordSet("organization/body_of_a_place")


# A body with one of these in its name is where the place after it says: "Leeds Hospital in Lyon"
_SEATED = WordSet("organization/seated")


def _is_named_product(phrase: Phrase) -> bool:
    if phrase.columns.words[phrase.head] in _NO_PRODUCTS:
        return False  # "NASA's Space Shuttle Program"
    if phrase.label == "product":
        return True
    is_product = "product" in classes_of(phrase)
    return is_product and (any(name.label == "product" for name in phrase.inner) or _has_quotes(phrase))


def _is_titled_product(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether what a company has is a name that only a product has: "Acme's The Hits", "Acme's new Orbit X2".

    People, places, bodies and events that it has are told by their words.
    """
    owner = phrase.possessor
    if owner is None or owner.name is None or owner.name.is_guess:
        return False
    if not _NO_MAKERS.isdisjoint(owner.text.lower().split()):
        return False
    first = _title_first(grammar, phrase)
    words = grammar.words[first : _title_last(grammar, phrase)]
    if not words or not all(word[:1].isupper() or word[:1].isdigit() for word in words):
        return False
    if len(words) == 1 and words[0].isalpha() and words[0].isupper():
        return False  # "Acme's HQ", "its EPS": an abbreviation of anything
    if any(date.start <= grammar.starts[phrase.head] < date.end for date in grammar.sentence.dates):
        return False  # "Acme's FY24"
    if any(
        i in grammar.names and grammar.names[i].label in ("person", "place", "language", "organization")
        for i in range(first, phrase.last)
    ):
        return False
    following = grammar.words[phrase.last] if phrase.last < grammar.last else ""
    is_cut = following[:1].isupper() or words[-1].lower() in kind_nouns()
    is_cut = is_cut or words[-1] in load_cues("plain_capital")  # "Acme's AI chip"
    return not is_cut and not _is_other_kind(words, following)


def _title_last(grammar: SentenceReading, phrase: Phrase) -> int:
    """The token after a title, its kind aside: "V8" of "Acme's V8 engine"."""
    last = phrase.last
    kinds = kind_nouns().get(grammar.words[last - 1], frozenset())
    is_kind = last - 1 > phrase.first and not kinds.isdisjoint(_MADE)
    return last - 1 if is_kind and grammar.word(last - 1) not in _UNMADE else last


_MADE = frozenset({"product", "technology", "hardware"})


def _title_first(grammar: SentenceReading, phrase: Phrase) -> int:
    """The first token of a title behind what is said of it: "Orbit" of "Acme's latest Orbit"."""
    first = phrase.first
    while first < phrase.head and grammar.word(first) in _BEFORE_TITLES:
        first += 1
    return first


def _is_other_kind(words: Sequence[str], following: str) -> bool:
    """Whether the words of a name are those of a person, a place, a body, an event or a position."""
    heads = load_head_words() | load_cues("event_head") | _NO_PRODUCTS.words()
    given, surnames, _ = load_person_names()
    return (
        not heads.isdisjoint(words)
        or words[0] in given
        or words[-1] in surnames
        or words[-1] in load_demonyms()
        or is_title(words[-1])
        or following in load_cues("person_verb")
    )


def _whole_title(grammar: SentenceReading, phrase: Phrase) -> Phrase:
    """A title without what stands before it, and with what "of" joins to it: "Game of Comets"."""
    last = phrase.last
    inner = grammar.phrase_from(last + 1) if grammar.word(last) == "of" else None
    if inner is not None and inner.name is None and grammar.words[inner.head][:1].isupper():
        last = inner.last
    return phrase._replace(first=_title_first(grammar, phrase), last=last, possessor=None)


_BEFORE_TITLES = WordSet("organization/before_title")
_NO_MAKERS = WordSet("organization/no_maker")
_NO_PRODUCTS = WordSet("organization/no_product")


def _has_quotes(phrase: Phrase) -> bool:
    marks = ('"', "“", "”", "``", "''")
    return sum(word in marks for word in phrase.columns.words[phrase.first : phrase.last]) > 1


def _seated(grammar: SentenceReading, phrase: Phrase) -> Iterator[Match]:
    """Seats after "of" and "in": "Acme of Lyon", "a bank in Lyon" said of a named organisation."""
    i = phrase.last
    if grammar.word(i) == "(":
        i = after_bracket(grammar, i)  # "Leeds University (LU) in England"
    preposition = grammar.word(i)
    place = grammar.phrase_from(i + 1) if preposition in ("of", "in", "from") else None
    if place is None or place.label != "place" or place.determiner or place.possessor is not None:
        return
    is_company = phrase.label == "organization"
    is_bare = is_company and not phrase.determiner and " of " not in phrase.text
    if preposition == "of" and is_bare and _BODIES.isdisjoint(phrase.text.lower().split()):
        yield Match("headquartered_in", phrase, place, phrase.last, place.last, "organization/of-place")
    elif preposition == "in" and grammar.word(phrase.first - 1) == "to":
        return  # "was sent to the Leeds Museum in Lyon" says where it was sent
    elif preposition == "in" and is_company and not _SEATED.isdisjoint(phrase.name_text.split()):
        yield Match("headquartered_in", phrase, place, phrase.last, place.last, "organization/in-place")
    elif grammar.is_ranked(phrase):
        return  # "the largest bank in Norway" says where it is the largest
    elif preposition != "of" and phrase.name is None and "organization" in classes_of(phrase):
        thing = grammar.described(phrase)
        if thing is not phrase and thing.label == "organization":
            yield Match("headquartered_in", thing, place, phrase.last, place.last, "organization/in-place")
