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

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.named_phrases import is_name, name_part
from claimcheck.grammar.phrases import classes_of, kind_nouns
from claimcheck.grammar.terms import code_name_from, has_short_form
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.names.lists import load_cues, load_demonyms, load_name_table, load_person_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.grammar.descriptions import SentenceReading
    from claimcheck.grammar.phrases import Phrase

_POINTING = WordSet("sides/pointing")  # not "those": "those whose firm uses Rust" are no firm
_INDEFINITE = WordSet("sides/indefinite")
_OWN = WordSet("common/pointing_or_possessor")
_LANGUAGE_NOUNS = WordSet("sides/language")
_NEVER = WordSet("sides/never")
_AMOUNTS = WordSet("sides/amount")
_TIMES = WordSet("sides/time")
_LABELS = frozenset({"organization", "person", "place", "product", "language"})
_NOUN_CLASSES = frozenset(
    {"organization", "product", "technology", "supply", "data", "place", "person", "group"}
)
_PLATFORMS = frozenset({"os", "platform"})
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
    *(f"{article}-{noun}" for article in _ARTICLES for noun in sorted(_NOUN_CLASSES)),
)
"""The classes that a file can name."""


def fits(grammar: SentenceReading, phrase: Phrase, classes: tuple[str, ...]) -> bool:
    """Whether a phrase is of one of the classes. Times are of none: "made a loss in the year to March"."""
    if phrase.last - phrase.first == 1 and grammar.word(phrase.head) in _TIMES:
        return False
    return any(_is_a(grammar, phrase, name) for name in classes)


def with_owner(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """A common noun together with the name that it belongs to: "the assets of Acme", "Acme's assets"."""
    if phrase.name is not None or grammar.tags[phrase.head] not in ("NN", "NNS"):
        return None
    has_whole = grammar.words[phrase.head].islower() and grammar.word(phrase.last) in grammar_words(
        "belonging"
    )
    if is_name(grammar, phrase) and not has_whole:
        return None
    if any(i in grammar.names or grammar.tags[i] == "NNP" for i in range(phrase.head + 1, phrase.last)):
        return phrase
    if phrase.possessor is not None:
        is_owned = phrase.possessor.is_named or is_name(grammar, phrase.possessor)
        return phrase._replace(first=phrase.possessor.first) if is_owned else None
    if grammar.word(phrase.last) not in grammar_words("belonging"):
        has_owner = any(inner.label in ("organization", "product") for inner in phrase.inner)
        return phrase if has_owner and phrase.determiner else None  # not "Acme ads"
    owner = grammar.phrase_from(phrase.last + 1)
    if owner is None or not (owner.is_named or is_name(grammar, owner)) or owner.possessor is not None:
        return None
    if owner.name is not None and owner.name.label not in ("organization", "product"):
        return phrase._replace(last=owner.last) if is_doubtful(owner) else None
    return phrase._replace(last=owner.last)


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


def is_listed(name: str, label: str) -> bool:
    """Whether a name is listed under a label, though it may be something else too."""
    return any(entry.label == label for entry in load_name_table().readings(name))


def _is_a(grammar: SentenceReading, phrase: Phrase, name: str) -> bool:
    label = phrase.label
    if name in _LABELS:
        return label == name or (name in _SAID_KINDS and name in _said_kind(grammar, phrase))
    if name == "model" and not label:
        return phrase.noun in _MODEL_NOUNS
    if name in _BY_KIND:
        return label == "product" and _has_kind(phrase.name_text, _BY_KIND[name])
    if name in _SORTS:
        return _SORTS[name](grammar, phrase)
    if label:
        if name in ("unknown", "any-name") and (is_doubtful(phrase) or _is_thing_by_article(phrase)):
            return True
        if name == "any-name":
            return label != "language"
        return name.startswith("listed-") and is_listed(phrase.name_text, name[7:])
    if name in ("unknown", "any-name"):
        return (
            (is_name(grammar, phrase) or _opens_as_name(grammar, phrase))
            and (phrase.determiner not in _INDEFINITE or _is_introduced_by_noun(grammar, phrase))
            and not _SEVERAL_INITIALS.fullmatch(grammar.words[phrase.head])
            and not _holds_other_name(grammar, phrase)
            and not is_noun_behind_name(grammar, phrase)
        )
    return _is_common(grammar, phrase, name)


def _is_body(_: SentenceReading, phrase: Phrase) -> bool:
    """A named part of a government: "the Ministry of Works"."""
    is_organization = phrase.name is not None and phrase.name.label == "organization"
    return is_organization and not grammar_words("body").isdisjoint(phrase.name_text.lower().split())


def _is_hardware(_: SentenceReading, phrase: Phrase) -> bool:
    return is_platform(phrase) or ("hardware" in classes_of(phrase) and _is_specific(phrase))


def _is_device(_: SentenceReading, phrase: Phrase) -> bool:
    if phrase.name is None or not phrase.name.label:
        return "hardware" in classes_of(phrase)
    return phrase.name.label == "product" and _has_kind(phrase.name_text, frozenset({"device"}))


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
    return is_common and is_whole and is_thing and classes_of(phrase).isdisjoint(_PEOPLE_AND_PLACES)


def _is_part_of_software(_: SentenceReading, phrase: Phrase) -> bool:
    return not _is_labelled(phrase) and phrase.noun in _PARTS and phrase.determiner not in _NEVER


def _is_matter(_: SentenceReading, phrase: Phrase) -> bool:
    return not _is_labelled(phrase) and phrase.noun in _MATTER and phrase.determiner not in _NEVER


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


_SEVERAL_INITIALS = re.compile(r"[A-Z]{2,}s")  # "APIs", "GPUs": a common noun in the plural
_SAID_KINDS = frozenset({"organization", "product"})
_OBJECT_PRONOUNS = ("it", "them")
_PEOPLE_AND_PLACES = frozenset({"organization", "place", "person", "group"})
_PARTS = WordSet("sides/part_of_software")
_MATTER = WordSet("sides/matter")
_TOGETHER = WordSet("sides/people_together")
_CARRIERS = WordSet("sides/of_technology")
_TECHNICAL = frozenset({"technology", "hardware"})


def _is_of_technology(phrase: Phrase) -> bool:
    """Whether a product or language names a common noun: "Docker containers", "the Nim language"."""
    if phrase.name is not None:
        return False
    owner = phrase.possessor.name if phrase.possessor is not None else None
    named = phrase.inner[-1] if phrase.inner else owner
    if named is None or named.label not in ("product", "language"):
        return False
    if "based" in phrase.columns.lowers[phrase.first : phrase.head]:
        return False  # "Chromium-based apps" are no part of it
    is_technical = bool(kind_nouns().get(phrase.noun, frozenset()) & _TECHNICAL)
    return is_technical or phrase.noun in _CARRIERS or phrase.noun in grammar_words("means")


_MIXED_WORD = re.compile(r"[a-z]+\d[a-z\d]*[a-z]|[a-z]{2,}\d+[a-z]*|[a-z]+\.js")


def _is_code_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is a word written as none of prose is, maybe with its version: "webkit2gtk 2.1"."""
    if phrase.possessor is not None or phrase.determiner not in ("", "the"):
        return False
    if any(name.label not in ("product", "language") for name in phrase.inner):
        return False
    if _is_in_code_font(grammar, phrase):
        return True
    first, last = phrase.first + (phrase.determiner == "the"), phrase.last
    while last - 1 > first and (
        _VERSION.fullmatch(grammar.words[last - 1]) or grammar.lowers[last - 1] in _VERSION_WORDS
    ):
        last -= 1
    if any(last - 1 == i for i in grammar.names):
        return first < phrase.last - 1 and grammar.names[last - 1].label == "product" and last < phrase.last
    written = grammar.document.text[grammar.starts[first] : grammar.ends[last - 1]]
    named = code_name_from(grammar, first)
    is_code = (named is not None and named.last == last) or _MIXED_WORD.fullmatch(written) is not None
    is_code = is_code and written.lower() not in _CONSTANTS
    return is_code and not _is_amount(grammar, phrase)


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
    "language-phrase": lambda _, phrase: _is_language(phrase),
    "code-name": _is_code_name,
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

_CODE_FONT = re.compile(r"`(?P<name>[A-Za-z][\w-]*(?:\.[A-Za-z]\w*)*)`")
_FILE = re.compile(
    r"\.(?:json|toml|ya?ml|cfg|ini|txt|md|rst|lock|xml|html?|css|csv|log|env|py|rs|go|sh|c|h)$"
)
_CONSTANTS = WordSet("sides/constant")


def _is_in_code_font(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is one word in code font, and no file or constant: "`halvor-core`"."""
    written = _CODE_FONT.fullmatch(grammar.document.text, phrase.start, phrase.end)
    if written is None or _FILE.search(written["name"]):
        return False
    return written["name"].lower() not in _CONSTANTS


_VERSION = re.compile(r"v?\d+(?:\.\d+)*")
_VERSION_WORDS = WordSet("sides/version")


def _is_amount(grammar: SentenceReading, phrase: Phrase) -> bool:
    return any(
        quantity.start < phrase.end and phrase.start < quantity.end
        for quantity in grammar.sentence.quantities
    )


def is_introduced(introduced: Phrase, classes: tuple[str, ...]) -> bool:
    """Whether the noun that introduces a name says a fitting class: "shows" of "shows such as The Cube"."""
    if "organization" in classes and introduced.noun in _OF_ORGANIZATIONS:
        return True
    said = kind_nouns().get(introduced.noun, frozenset())
    return any(name in said for name in classes if name in _SAID_KINDS)


_OF_ORGANIZATIONS = WordSet("sides/of_organizations")


def _said_kind(grammar: SentenceReading, phrase: Phrase) -> frozenset[str]:
    """The classes of the noun before a name whose label is unknown or a guess: "the retailer Onyx"."""
    name = phrase.name
    if name is None:
        if not is_name(grammar, phrase):
            return frozenset()
        start = name_part(grammar, phrase)[0]
    elif name.is_guess:
        start = name.start
    else:
        return frozenset()
    first = phrase.head
    while first > phrase.first and grammar.starts[first] > start:
        first -= 1
    if first == phrase.first or not grammar.words[first - 1].islower():
        return frozenset()
    return kind_nouns().get(grammar.word(first - 1), frozenset())


_MODEL_NOUNS = WordSet("sides/model")


def _has_kind(name: str, kinds: frozenset[str]) -> bool:
    """Whether the first reading of a listed product, maybe with its version, is of one of the kinds."""
    readings = load_name_table().readings
    entries = readings(name) or readings(name.rstrip("0123456789. "))
    return next((entry.kind in kinds for entry in entries if entry.label == "product"), False)


def is_doubtful(phrase: Phrase) -> bool:
    """Whether only a guess stands behind the label of a name: no list, no title, no word of it.

    The slot of a relation says more of such a name than its label: "Onyx" that was released is no person.
    """
    name = phrase.name
    if name is None or not name.is_guess:
        return False
    if name.label == "organization" or load_name_table().readings(name.text):
        return False
    if name.label != "person":
        return True
    given, surnames, _ = load_person_names()
    return " " not in name.text and name.text not in given and name.text not in surnames


def is_noun_behind_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a phrase is of what a common noun behind a name says, and of no firm: "Ford drivers"."""
    if phrase.name is not None or not phrase.inner or not grammar.words[phrase.head].islower():
        return False
    is_noun = grammar.tags[phrase.head] in ("NN", "NNS") and not is_named_series(phrase)
    return is_noun and "organization" not in classes_of(phrase)


def _is_introduced_by_noun(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether a common noun stands between an article and the name: "a reality show Love Hurts"."""
    start = name_part(grammar, phrase)[0]
    before = next((i - 1 for i in range(phrase.first + 2, phrase.last) if grammar.starts[i] == start), None)
    return before is not None and grammar.tags[before] == "NN" and grammar.words[before].islower()


def _is_thing_by_article(phrase: Phrase) -> bool:
    """Whether one word behind "the" was only guessed to name a company: few have an article, "the Orbit"."""
    name = phrase.name
    return (
        name is not None
        and name.is_guess
        and name.label == "organization"
        and phrase.determiner == "the"
        and phrase.last - phrase.first == 2
        and not name.text.isupper()
        and not load_name_table().readings(name.text)
    )


def _opens_as_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether the capitals that open a sentence are a name: "Etrion is listed on", a bare noun before a verb.

    A common noun in the singular has an article there, unless it is one of those that stand for what many do.
    """
    if phrase.first != grammar.first or phrase.possessor is not None:
        return False
    words, tags, head = grammar.words, grammar.tags, phrase.head
    if not all(word[:1].isupper() for word in words[phrase.first : phrase.last]):
        return False
    word = grammar.word(head)
    if tags[head] not in ("NN", "JJ", "FW") or word in kind_nouns() or word in load_cues("opener"):
        return False
    if word.endswith(_ABSTRACT):
        return False
    return grammar.is_finite(grammar.after_adverbs(phrase.last)) or _is_told_more(grammar, phrase.last)


def _is_told_more(grammar: SentenceReading, i: int) -> bool:
    """Whether a participle or an article between marks says more of what stands before: ", written in"."""
    return grammar.word(i) in (",", "(") and grammar.tags[min(i + 1, grammar.last - 1)] in ("VBN", "DT")


_ABSTRACT = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ism",
    "ship",
    "ance",
    "ence",
    "ing",
    "th",
    "age",
    "ure",
    "ry",
)


def _holds_other_name(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether an unknown name holds one that is known as something else: the place in "Lyon Orbit"."""
    if _DESIGNATION.fullmatch(grammar.words[phrase.head]):
        return any(inner.label == "person" for inner in phrase.inner)  # "the Lyon M1P"
    start = name_part(grammar, phrase)[0]
    return any(
        inner.end > start and (inner.label != "organization" or inner.start != start)
        for inner in phrase.inner
    )


# What names one model of a make: "M1P", "XJ-220"
_DESIGNATION = re.compile(r"(?=.*\d)(?=.*[A-Z])[A-Z\d]+(?:-[A-Z\d]+)*")


def _is_common(grammar: SentenceReading, phrase: Phrase, name: str) -> bool:
    """The classes of common nouns."""
    if phrase.determiner in _NEVER or grammar.tags[phrase.head] in ("PRP", "PRP$", "WP", "DT"):
        return False
    if name == "product-of-name":
        return bool(phrase.inner) or (phrase.possessor is not None and phrase.possessor.is_named)
    if name == "part-of-name":
        return with_owner(grammar, phrase) is not None
    if name == "named-product":
        return _is_named_by_capital(grammar, phrase)
    if name == "group":
        named = (
            any(inner.label == "organization" for inner in phrase.inner)
            or (phrase.possessor is not None and phrase.possessor.is_named)
            or _is_of_unknown(grammar, phrase)
        )
        return bool(classes_of(phrase) & {"group", "organization"}) and (named or _works_at_named(phrase))
    if name == "specific-technology" and phrase.noun.endswith("ing") and has_short_form(grammar, phrase):
        return True
    article, _, wanted = name.partition("-")
    if wanted == "product" and is_named_series(phrase):
        return True
    is_means = wanted == "technology" and phrase.noun in grammar_words("means")
    if wanted not in _NOUN_CLASSES or not (is_means or wanted in kind_nouns().get(phrase.noun, frozenset())):
        return False
    if article == "the":
        if wanted == "organization" and grammar.tags[phrase.head] == "NNS":
            return False  # "the companies": nobody can tell which
        return phrase.determiner in _POINTING or phrase.possessor is not None
    if article == "a":
        return bool(phrase.determiner) or phrase.possessor is not None or phrase.last - phrase.first > 1
    if article == "specific":
        return phrase.determiner not in _OWN and _is_specific(phrase)
    return article == "any"


_SERIES = WordSet("sides/series")


def is_named_series(phrase: Phrase) -> bool:
    """Whether a product names a series of them: "the Orbit family of models"."""
    return phrase.noun in _SERIES and bool(phrase.inner) and phrase.inner[-1].label == "product"


def _is_specific(phrase: Phrase) -> bool:
    """Whether a common noun phrase says which: "a hash table", not "advanced technologies"."""
    columns = phrase.columns
    last = phrase.last
    if columns.words[last : last + 1] == ["("] and columns.words[last + 2 : last + 3] == [")"]:
        return True  # what has a short form is a term: "reinforcement learning (RL)"
    return bool(phrase.inner) or (
        "language" not in phrase.noun
        and any(
            columns.tags[i].startswith("NN")
            or columns.words[i] == "-"
            or columns.lowers[i] in _TECHNICAL_ADJECTIVES
            for i in range(phrase.first, phrase.head)
        )
    )


_TECHNICAL_ADJECTIVES = WordSet("sides/technical_adjective")


def _is_language(phrase: Phrase) -> bool:
    """Whether a phrase is a programming language: "Go", "the Java language"."""
    written = phrase.text.rstrip(".")  # a stop behind a letter may be one token with it: "in C."
    if phrase.last - phrase.first == 1 or is_programming_language(written):
        return is_programming_language(written)
    return phrase.noun in _LANGUAGE_NOUNS and (bool(phrase.inner) or phrase.noun in ("assembly", "assembler"))


def is_programming_language(word: str) -> bool:
    """Whether a word is listed as a programming language, though it may be something else too: "Go", "C"."""
    return any(
        entry.label == "language" and entry.kind != "natural" for entry in load_name_table().readings(word)
    )


def is_platform(phrase: Phrase) -> bool:
    """Whether a phrase is a system or device that programs run on: "Windows 11", "the PC", "iOS devices"."""
    if phrase.name is not None:
        return _is_listed_platform(phrase.name_text) or phrase.name_text in grammar_words("platform")
    if phrase.inner:
        return "hardware" in classes_of(phrase) and _is_listed_platform(phrase.inner[-1].text)
    return phrase.columns.words[phrase.head] in grammar_words("platform")


def _is_listed_platform(name: str) -> bool:
    """Whether a name is listed as a platform, maybe without its version or its maker: "Apple Macintosh"."""
    readings = load_name_table().readings
    bare = name.rstrip("0123456789. ")
    return any(
        entry.label == "product" and entry.kind in _PLATFORMS
        for entry in readings(name) or readings(bare) or readings(bare.rpartition(" ")[2])
    )


def _is_named_by_capital(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether an unknown name stands between an article and a thing: "the Orbit trampoline"."""
    head, i = phrase.head, phrase.head - 1
    is_made = "product" in kind_nouns().get(phrase.noun, frozenset())
    if grammar.tags[head] not in ("NN", "NNS") or not grammar.words[head].islower():
        return False
    if grammar.tags[head] == "NNS" and not is_made:
        return False
    while is_made and i - 1 > phrase.first and grammar.words[i].islower() and grammar.tags[i] in ("JJ", "NN"):
        i -= 1  # "the Orbit electric scooter"
    if any(not inner.is_guess for inner in phrase.inner):
        return False
    if not (phrase.determiner in _POINTING or phrase.possessor is not None) or i <= phrase.first:
        return False
    classes = kind_nouns().get(phrase.noun, frozenset())
    if not classes.isdisjoint(_PEOPLE_AND_PLACES) or phrase.noun.endswith(_ABSTRACT):
        return False
    if phrase.noun in _TOGETHER:
        return False  # "the Smith family"
    word = grammar.words[i]
    return (
        grammar.tags[i] == "NNP" and word[:1].isupper() and not word.isupper() and word not in load_demonyms()
    )


def _is_of_unknown(grammar: SentenceReading, phrase: Phrase) -> bool:
    """Whether an unknown name stands right before a common noun in the plural: "Onyx engineers"."""
    first = phrase.head - 1
    return (
        first >= phrase.first
        and grammar.words[phrase.head].islower()
        and grammar.tags[first] in ("NNP", "NNPS")
        and not phrase.inner
    )


def _works_at_named(phrase: Phrase) -> bool:
    columns, last = phrase.columns, phrase.last
    return (
        last + 1 < len(columns.words)
        and columns.lowers[last] in ("at", "from", "of", "across")
        and columns.words[last + 1][:1].isupper()
    )
