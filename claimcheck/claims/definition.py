"""A named thing said to be of a category: "Redis is a database", "Nairobi, the capital of Kenya"."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.claims.role import is_title_phrase
from claimcheck.grammar.descriptions import Description, SentenceReading, in_every_sentence
from claimcheck.grammar.phrases import classes_of, kind_nouns
from claimcheck.grammar.predications import is_time
from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.phrases import Phrase
    from claimcheck.mentions import NormalisedDocument


class DefinitionValue(Value):
    """The category as written, without its article."""

    category: str

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """The category."""
        return self.category


class DefinitionClaim(BaseClaim):
    """A named thing said to be of a category.

    By “is”, by an apposition, by “called” or “known as”. Praise is no category.
    """

    kind: Literal["definition"] = "definition"
    value: DefinitionValue

    colour: ClassVar[KindColour] = KindColour("relation", 128)
    example: ClassVar[tuple[str, str]] = ("Kubernetes is a container platform.", "is a container platform")


def find_definition_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every category that a named thing is said to be of."""
    return in_every_sentence(document, _find_in_sentence)


def _find_in_sentence(grammar: SentenceReading) -> Iterator[Draft]:
    for description in grammar.descriptions_of_named():
        if description.form == "copula":
            yield from _from_copula(grammar, description)
        elif description.form != "as" and _names_a_category(grammar, description):
            yield _draft(grammar, description.thing, description.category, description)
    yield from _called(grammar)


def _draft(grammar: SentenceReading, thing: Phrase, category: Phrase, place: Description) -> Draft:
    start, end = grammar.text(place.first, place.last)
    first = category.possessor.first if category.possessor is not None else category.first
    last = grammar.extended(category)
    if place.form != "name_after":
        end = max(end, grammar.text(first, last)[1])
    return Draft(
        DefinitionClaim,
        start,
        end,
        DefinitionValue(category=_without_article(grammar, first, last)),
        f"definition/{place.form.replace('_', '-')}",
        (thing.start, thing.end),
    )


def _without_article(grammar: SentenceReading, first: int, last: int) -> str:
    if last - first > 1 and grammar.word(first) in _ARTICLES:
        first += 1
    start, end = grammar.text(first, last)
    return grammar.document.text[start:end]


_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "my"})


# Copulas


def _from_copula(grammar: SentenceReading, description: Description) -> Iterator[Draft]:
    thing, category = description.thing, description.category
    if grammar.word(description.first) == "to":
        return
    if category.name is not None:
        if _is_inverted(grammar, description):
            place = Description(category, thing, "inverted", thing.first, category.last)
            yield _draft(grammar, category, thing, place)
        return
    if not _has_category(grammar, category) or is_title_phrase(grammar, category, thing):
        return
    if (
        grammar.is_proper(thing)
        or _is_sure_pronoun(grammar, thing, category)
        or _is_sure_pointer(grammar, thing, category)
    ):
        yield _draft(grammar, thing, category, description)


def _is_inverted(grammar: SentenceReading, description: Description) -> bool:
    """Whether "is" is followed by the name: "One example is Airbnb", "Its name was X"."""
    thing, name = description.thing, description.category
    if thing.is_named or name.possessor is not None or name.determiner or name.name is None:
        return False
    if (
        not (thing.determiner or thing.possessor)
        or thing.determiner in ("this", "that")
        or thing.noun in _NOT_NAMED_BY
    ):
        return False
    if thing.noun in evaluations() or name.end != name.name.end:
        return False
    after = grammar.word(name.last)
    is_placed = grammar.is_ranked(thing) and after in _PREPOSITIONS
    return grammar.tags[thing.head] == "NN" and (is_placed or after in (",", ".", "", "(", '"', "”", ";"))


_NOT_NAMED_BY = frozenset(
    {
        "reason",
        "problem",
        "goal",
        "aim",
        "result",
        "way",
        "question",
        "answer",
        "difference",
        "source",
        "place",
        "location",
        "time",
    }
)


def _has_category(grammar: SentenceReading, category: Phrase) -> bool:
    """Whether a predicate says what something is: it has a common noun that is not mere evaluation."""
    tag = grammar.tags[category.head]
    if tag and tag not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    noun = category.noun
    if noun in evaluations() and not (noun in ("one", "part") and grammar.word(category.last) == "of"):
        return False
    is_counted = grammar.tags[category.first] == "CD" and grammar.word(category.first + 1) != "of"
    if noun in _MEASURES or (is_counted and noun not in kind_nouns()):
        return False
    if category.determiner in _NO_KIND or grammar.word(category.last) == "ago":
        return False
    # "is part of", "is home to": without an article only plurals and known kinds are categories
    if category.determiner or category.possessor is not None or tag in ("NNS", "NNPS"):
        return True
    return noun in kind_nouns() or grammar.tags[category.first] in ("JJS", "RBS")


_NO_KIND = frozenset({"this", "that", "these", "those", "no"})
_MEASURES = frozenset(
    "year years month months day days hour hours minute minutes second seconds meter meters metre metres"
    " kilometer kilometers mile miles decade decades century centuries quarter third foot feet inch inches kg"
    " kilograms percent % °c °f degrees dollars euros pounds million billion".split()
)


@per_lexicon
def evaluations() -> frozenset[str]:
    """Nouns that judge or count a thing instead of naming its category."""
    return frozenset(
        form
        for row in load_rows("en/kind_nouns.csv")
        if row["class"] == "evaluation"
        for form in row["forms"].split("|")
    ) - {"example", "examples"}


def _is_sure_pronoun(grammar: SentenceReading, thing: Phrase, category: Phrase) -> bool:
    """Whether a pronoun stands for something named: a person, or a thing of a known kind."""
    word = thing.text.lower()
    if word in ("he", "she"):
        return True
    known = kind_nouns().get(category.noun, frozenset()) & {"organization", "product", "place", "technology"}
    judged = any(grammar.word(i) in _JUDGING for i in range(category.first, category.head))
    if word not in ("it", "they") or judged:
        return False
    has_article = bool(category.determiner) or category.possessor is not None
    is_placed = grammar.is_ranked(category) and (has_article or category.determiner == "one")
    return (bool(known) and has_article) or (is_placed and category.noun not in evaluations())


def _is_sure_pointer(grammar: SentenceReading, thing: Phrase, category: Phrase) -> bool:
    """Whether "the company" or "this model" stands for something named, of which a kind is told."""
    if thing.determiner not in ("the", "this") or thing.last - thing.first != 2:
        return False
    classes = kind_nouns().get(thing.noun, frozenset()) & _POINTED
    if not classes or grammar.tags[thing.head] == "NNS" or category.noun == thing.noun:
        return False
    judged = any(grammar.word(i) in _JUDGING for i in range(category.first, category.head))
    if judged or not (category.determiner in ("a", "an", "one") or category.possessor is not None):
        return False
    return bool(classes & kind_nouns().get(category.noun, frozenset()))


_POINTED = frozenset({"organization", "product"})
_JUDGING = frozenset(
    "interesting good great nice bad long big huge tough hard easy perfect real different new".split()
)


# Appositions and brackets


def _names_a_category(grammar: SentenceReading, description: Description) -> bool:
    thing, category = description.thing, description.category
    if description.form == "item":
        return _has_category(grammar, category)
    if not _has_category(grammar, category):
        return False
    if not grammar.is_proper(thing):
        return False
    if is_title_phrase(grammar, category, thing):
        return False
    if thing.name is None and thing.is_named and description.form == "apposition":
        # "the Rust compiler, a tool ..." names something, "Rust users, a group" does not
        return bool(classes_of(thing) & {"product", "technology", "organization", "place"})
    if (
        description.form == "apposition"
        and grammar.tags[category.head] in ("NNP", "NNPS")
        and grammar.words[category.head][:1].isupper()
        and category.determiner != "a"
    ):
        return False  # "the Rhône, the Inn": another name
    if description.form == "name_after":
        return not _opens_adverbially(grammar, description.first)
    return True


def _opens_adverbially(grammar: SentenceReading, first: int) -> bool:
    """Whether the phrase ends an opening such as "In the spring, Acme ...": then it names nothing."""
    before = grammar.word(first - 1)
    return first - 1 <= grammar.first + 1 and before in _PREPOSITIONS and before != "on"


_PREPOSITIONS = frozenset(
    "in at on during for after before since under with by from over through as to of until within".split()
)


# "called", "known as"

_NAMING = frozenset(
    {
        "called",
        "named",
        "dubbed",
        "labelled",
        "labeled",
        "nicknamed",
        "titled",
        "entitled",
        "codenamed",
        "renamed",
        "christened",
        "termed",
    }
)
_KNOWN = frozenset(
    {
        "known",
        "marketed",
        "described",
        "referred",
        "renamed",
        "branded",
        "named",
        "rebranded",
        "sold",
        "abbreviated",
    }
)


def _called(grammar: SentenceReading) -> Iterator[Draft]:
    """Names after words of naming: "a robot called Pepper", "formerly known as Constantinople"."""
    if _NAMING.isdisjoint(grammar.vocabulary) and _KNOWN.isdisjoint(grammar.vocabulary):
        return
    for i in range(grammar.first, grammar.last):
        word = grammar.lowers[i]
        if word not in _NAMING and word not in _KNOWN:
            continue
        name = grammar.phrase_from(i + 1) if word in _NAMING else None
        if name is None and word in _KNOWN:
            name = _after_as(grammar, i)
        if name is None or name.possessor is not None:
            continue
        if not (grammar.is_proper(name) or _is_quoted(grammar, name) or _is_term(grammar, i, name)):
            continue
        thing = _before_mark(grammar, i)
        is_told = thing is not None
        if thing is None:
            thing = grammar.subject_of(i)
            is_told = thing is not None and (grammar.is_passive(i) or grammar.word(i - 1) in _BECOMING)
        if thing is None or thing.head >= i or not is_told:
            continue
        if grammar.phrase_from(name.last) is not None:
            continue  # "named Ann Lee chairwoman"
        if (
            name.name is not None
            and name.name.label == "person"
            and "organization" in kind_nouns().get(thing.noun, ())
        ):
            continue  # "the board named Ann Lee ..."
        start = grammar.group_start(i)
        if thing.is_named:
            place = Description(thing, name, "called", start, name.last)
            yield _draft(grammar, thing, name, place)
        elif (
            (thing.last == start or grammar.word(thing.last) in _BEFORE_NAMING)
            and (thing.determiner in _ARTICLES or thing.possessor is not None or not grammar.is_proper(name))
            and thing.noun not in evaluations()
            and grammar.tags[thing.head] in ("NN", "NNS")
        ):
            place = Description(name, thing, "called", thing.first, name.last)
            yield _draft(grammar, name, thing, place)


def _is_term(grammar: SentenceReading, naming: int, name: Phrase) -> bool:
    """Whether common nouns after a participle are a term: "damaging agents known as mutagens"."""
    if grammar.word(naming) not in ("called", "known", "termed") or grammar.tags[naming] != "VBN":
        return False
    if not grammar.deps[naming].startswith("acl"):
        return False  # "the agents called friends"
    before = grammar.phrase_until(naming)
    if before is None or before.last != naming or grammar.tags[before.head] not in ("NN", "NNS"):
        return False
    is_plain = name.determiner in ("", "a", "an") and grammar.tags[name.head] in ("NN", "NNS")
    return is_plain and not name.is_named and not is_time(grammar, name)


_BEFORE_NAMING = frozenset({",", "(", "that", "which"})
_BECOMING = frozenset({"become", "becomes", "became"})


def _before_mark(grammar: SentenceReading, participle: int) -> Phrase | None:
    """The phrase before "(commonly known simply as ...)" or ", called ...,"."""
    i = participle - 1
    while i > grammar.first and grammar.tags[i].startswith("RB"):
        i -= 1
    if grammar.word(i) not in (",", "(") or grammar.tags[participle] not in ("VBN", "VBD", "JJ"):
        return None
    return grammar.phrase_until(i)


def _after_as(grammar: SentenceReading, verb: int) -> Phrase | None:
    for i in range(verb + 1, min(verb + 6, grammar.last)):
        if grammar.word(i) == "as":
            return grammar.phrase_from(i + 1)
        if grammar.is_verb(i) and grammar.tags[i]:
            return None
    return None


def _is_quoted(grammar: SentenceReading, phrase: Phrase) -> bool:
    return any(
        grammar.words[i] in ('"', "“", "``", "‘")
        for i in (phrase.first, max(grammar.first, phrase.first - 1))
    )
