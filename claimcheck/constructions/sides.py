"""What may stand on a side of a relation: the classes that the files of constructions name.

organization, person, place, product, language   a name with that label
listed-organization, listed-language             a name that the lists also know as one: "Oracle", "Go"
unknown                                          a capitalised phrase that nobody knows a name in
any-name                                         any of these but a language
the-organization, the-product, ...               a phrase that points at one: "the company", "its new chip"
a-organization, a-product, a-technology, ...     any common noun of that class that is not bare
product-of-name                                  a common noun with a name in it: "the Rust compiler"
named-product                                    a common noun behind an unknown name: "the Orbit boat"
part-of-name                                     what belongs to a name: "the assets of Acme"
group                                            people who work for a named organisation
pronoun                                          it, they, which
speaker                                          we, our
owner                                            its, their
any-product, any-technology, ...                 any common noun of that class
specific-technology, specific-data               one that says which: "a hash table"
language-phrase                                  "Go", "the Java language"
body                                             an organisation that has members: "the Linux Foundation"
platform                                         a system or device that programs run on: "Linux", "the Xbox"
hardware                                         a name or a common noun that says which: "an A100 server"
technology-of-name                               a common noun named by its technology: "Docker containers"
part-of-software                                 what only says how much of it: "the rest", "the new one"
matter                                           what software does or handles: "the logs", "our search"
object-pronoun                                   it, them
common-thing                                     a common noun of no people, organisation or place
full-person                                      a person with a known given name or surname: "Ann Lee"
named-family                                     the family or heirs of somebody: "the Lee family"
funding-round                                    a round in which money is raised: "the seed round"
code-name                                        a word written as code is: "cloudSQL", "webkit2gtk 2.3"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.constructions.code_names import is_code_name
from claimcheck.constructions.common_nouns import (
    NEVER,
    NOUN_CLASSES,
    PEOPLE_AND_PLACES,
    is_common_noun,
    is_specific,
)
from claimcheck.constructions.listed import has_kind, is_language_phrase, is_listed, is_platform
from claimcheck.constructions.unknown_names import (
    is_doubtful,
    is_thing_by_article,
    is_unknown_name,
    said_kind,
)
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.named_phrases import TOOLS
from claimcheck.grammar.phrases import classes_of
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_person_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase

_AMOUNTS = WordSet("sides/amount")
_TIMES = WordSet("sides/time")
_LABELS = frozenset({"organization", "person", "place", "product", "language"})
_ARTICLES = ("the", "a", "specific", "any")
_BY_KIND = {
    "operating-system": frozenset({"os"}),
    "tool": frozenset({"software", "framework", "service", "browser"}),
    "program": frozenset({"software", "framework"}),
    "framework": frozenset({"framework"}),
    "model": frozenset({"model"}),
    "service": frozenset({"service"}),
    "dataset": frozenset({"dataset"}),
}


SIDES = (
    *sorted(_LABELS),
    *("unknown", "any-name", "body", "platform", "hardware", "pronoun", "owner", "speaker", "group"),
    *("product-of-name", "named-product", "part-of-name", "language-phrase"),
    *(f"listed-{label}" for label in sorted(_LABELS)),
    *_BY_KIND,
    "device",
    "technique",
    "technology-of-name",
    "code-name",
    "part-of-software",
    "matter",
    "object-pronoun",
    "common-thing",
    "full-person",
    "named-family",
    "funding-round",
    *(f"{article}-{noun}" for article in _ARTICLES for noun in sorted(NOUN_CLASSES)),
)
"""The classes that a file can name."""


def fits(grammar: SentenceReading, phrase: Phrase, classes: tuple[str, ...]) -> bool:
    """Whether a phrase is of one of the classes. Times are of none: "made a loss in the year to March"."""
    if phrase.last - phrase.first == 1 and grammar.word(phrase.head) in _TIMES:
        return False
    return any(_is_a(grammar, phrase, name) for name in classes)


def is_pointer(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun that may stand for what the article names elsewhere: "it", "its"."""
    word = grammar.word(phrase.head)
    return phrase.last - phrase.first == 1 and (
        word in grammar_words("pronoun")
        or word in grammar_words("possessive")
        or (word in grammar_words("speaker") and grammar.tags[phrase.head] in _PRONOUN_TAGS)
    )


_PRONOUN_TAGS = frozenset({"PRP", "PRP$"})


def is_he_or_she(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun for one person."""
    return phrase.last - phrase.first == 1 and grammar.word(phrase.head) in grammar_words("person")


def _is_a(grammar: SentenceReading, phrase: Phrase, name: str) -> bool:
    label = phrase.label
    if name in _LABELS:
        return label == name or (name in _SAID_KINDS and name in said_kind(grammar, phrase))
    if name == "model" and not label:
        return phrase.noun in _MODEL_NOUNS
    if name in _BY_KIND:
        return label == "product" and has_kind(phrase.name_text, _BY_KIND[name])
    if name in _SORTS:
        return _SORTS[name](grammar, phrase)
    if label:
        if name in ("unknown", "any-name") and (is_doubtful(phrase) or is_thing_by_article(phrase)):
            return True
        if name == "any-name":
            return label != "language"
        return name.startswith("listed-") and is_listed(phrase.name_text, name[7:])
    if name in ("unknown", "any-name"):
        return is_unknown_name(grammar, phrase)
    return is_common_noun(grammar, phrase, name)


def _is_body(_: SentenceReading, phrase: Phrase) -> bool:
    """A named part of a government: "the Ministry of Works"."""
    is_organization = phrase.name is not None and phrase.name.label == "organization"
    return is_organization and not grammar_words("body").isdisjoint(phrase.name_text.lower().split())


def _is_hardware(_: SentenceReading, phrase: Phrase) -> bool:
    return is_platform(phrase) or ("hardware" in classes_of(phrase) and is_specific(phrase))


def _is_device(_: SentenceReading, phrase: Phrase) -> bool:
    if phrase.name is None or not phrase.name.label:
        return "hardware" in classes_of(phrase)
    return phrase.name.label == "product" and has_kind(phrase.name_text, frozenset({"device"}))


def _is_technique(grammar: SentenceReading, phrase: Phrase) -> bool:
    return not grammar_words("technique").isdisjoint(grammar.words[phrase.first : phrase.last])


_NO_PRODUCTS = WordSet("sides/no_product")
"""What somebody makes, has or gives, which is no thing: "the error was made by Boeing"."""


def _is_common_thing(grammar: SentenceReading, phrase: Phrase) -> bool:
    """A thing that is no name: no end of a list, no amount, nobody and no place."""
    is_common = not _is_labelled(phrase) and grammar.tags[phrase.head] in ("NN", "NNS")
    before, after = grammar.word(phrase.first - 1), grammar.word(phrase.last)
    is_whole = before not in ("and", "or") and (before != "," or after not in (",", "and", "or"))
    is_thing = grammar.word(phrase.first) not in _AMOUNTS and phrase.noun not in _NO_PRODUCTS
    return is_common and is_whole and is_thing and classes_of(phrase).isdisjoint(PEOPLE_AND_PLACES)


def _is_part_of_software(_: SentenceReading, phrase: Phrase) -> bool:
    return not _is_labelled(phrase) and phrase.noun in _PARTS and phrase.determiner not in NEVER


def _is_matter(_: SentenceReading, phrase: Phrase) -> bool:
    return not _is_labelled(phrase) and phrase.noun in _MATTER and phrase.determiner not in NEVER


def _is_labelled(phrase: Phrase) -> bool:
    return phrase.name is not None and bool(phrase.name.label)


def _is_object_pronoun(grammar: SentenceReading, phrase: Phrase) -> bool:
    return phrase.last - phrase.first == 1 and grammar.word(phrase.head) in _OBJECT_PRONOUNS


def _is_pronoun(grammar: SentenceReading, phrase: Phrase) -> bool:
    return phrase.last - phrase.first == 1 and grammar.word(phrase.head) in grammar_words("pronoun")


def _is_owner(grammar: SentenceReading, phrase: Phrase) -> bool:
    return phrase.last - phrase.first == 1 and grammar.word(phrase.head) in grammar_words("owner")


def _is_speaker(grammar: SentenceReading, phrase: Phrase) -> bool:
    is_speaking = grammar.word(phrase.head) in grammar_words("speaker")
    return is_speaking and grammar.tags[phrase.head] in _PRONOUN_TAGS


_SAID_KINDS = frozenset({"organization", "product"})
_OBJECT_PRONOUNS = ("it", "them")
_PARTS = WordSet("sides/part_of_software")
_MATTER = WordSet("sides/matter")
_CARRIERS = WordSet("sides/of_technology")
_TECHNICAL = frozenset({"technology", "hardware"})


def _is_of_technology(phrase: Phrase) -> bool:
    """Whether a product or language names a common noun: "Docker containers", "the Nim language"."""
    if phrase.name is not None:
        return False
    owner = phrase.possessor.name if phrase.possessor is not None else None
    named = phrase.inner[-1] if phrase.inner else owner
    if named is None or named.label not in TOOLS:
        return False
    if "based" in phrase.columns.lowers[phrase.first : phrase.head]:
        return False  # "Chromium-based apps" are no part of it
    is_technical = bool(kind_nouns().get(phrase.noun, frozenset()) & _TECHNICAL)
    return is_technical or phrase.noun in _CARRIERS or phrase.noun in grammar_words("means")


def _is_full_person(_: SentenceReading, phrase: Phrase) -> bool:
    if phrase.name is None or phrase.name.label != "person":
        return False
    given, surnames, _ambiguous = load_person_names()
    first, *rest = phrase.name.text.split(" ")
    return first in given or bool(rest and rest[-1] in surnames)


_ROUNDS = WordSet("sides/round")
_RAISING = WordSet("sides/of_a_round")


def _is_named_family(grammar: SentenceReading, phrase: Phrase) -> bool:
    words = grammar.words[phrase.first : phrase.last - 1]
    owner = phrase.possessor
    is_named = any(word[:1].isupper() and word.lower() != "the" for word in words)
    return phrase.noun in _FAMILIES and (is_named or (owner is not None and owner.is_named))


_FAMILIES = WordSet("sides/family")


def _is_funding_round(grammar: SentenceReading, phrase: Phrase) -> bool:
    """A bare round is one only in a text that tells of money, and never one "of talks"."""
    if phrase.noun not in _ROUNDS:
        return False
    inner = phrase.columns.lowers[phrase.first + bool(phrase.determiner) : phrase.head]
    if not _RAISING.isdisjoint(inner) or _is_amount_of_money(grammar, phrase):
        return True
    is_bare = phrase.determiner == "the" and not inner and grammar.word(phrase.last) != "of"
    return is_bare and any(
        quantity.kind == "money"
        for sentence in grammar.document.sentences
        for quantity in sentence.quantities
    )


def _is_amount_of_money(grammar: SentenceReading, phrase: Phrase) -> bool:
    return any(
        quantity.kind == "money" and phrase.start <= quantity.end <= phrase.end
        for quantity in grammar.sentence.quantities
    )


_SORTS: dict[str, Callable[[SentenceReading, Phrase], bool]] = {
    "body": _is_body,
    "platform": lambda _, phrase: is_platform(phrase),
    "hardware": _is_hardware,
    "device": _is_device,
    "technique": _is_technique,
    "language-phrase": lambda _, phrase: is_language_phrase(phrase),
    "code-name": is_code_name,
    "technology-of-name": lambda _, phrase: _is_of_technology(phrase),
    "object-pronoun": _is_object_pronoun,
    "common-thing": _is_common_thing,
    "full-person": _is_full_person,
    "named-family": _is_named_family,
    "funding-round": _is_funding_round,
    "part-of-software": _is_part_of_software,
    "matter": _is_matter,
    "pronoun": _is_pronoun,
    "owner": _is_owner,
    "speaker": _is_speaker,
}
"""Classes that one question settles, by their name."""


def is_introduced(introduced: Phrase, classes: tuple[str, ...]) -> bool:
    """Whether the noun that introduces a name says a fitting class: "shows" of "shows such as The Cube"."""
    if "organization" in classes and introduced.noun in _OF_ORGANIZATIONS:
        return True
    said = kind_nouns().get(introduced.noun, frozenset())
    return any(name in said for name in classes if name in _SAID_KINDS)


_OF_ORGANIZATIONS = WordSet("sides/of_organizations")
_MODEL_NOUNS = WordSet("sides/model")
