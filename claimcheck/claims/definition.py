"""A named thing said to be of a category: "Redis is a database", "Nairobi, the capital of Kenya"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.claims.card_labels import find_kind_on_card
from claimcheck.claims.role import is_title_phrase
from claimcheck.grammar.descriptions.description import Description
from claimcheck.grammar.descriptions.namings import find_namings
from claimcheck.grammar.descriptions.reading import SentenceReading, in_every_sentence
from claimcheck.grammar.descriptions.term_descriptions import describe_terms
from claimcheck.grammar.descriptions.terms import (
    code_name_until,
    has_short_form,
    is_term,
    kind_words,
    names_inside,
    tells_kind,
    term_kinds,
)
from claimcheck.grammar.kind_nouns import evaluations, kind_nouns
from claimcheck.grammar.phrases import QUOTES, classes_of
from claimcheck.grammar.stepping import is_time, opening_title, title_until
from claimcheck.grammar.titles import is_title
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_cues

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
    is_of_the_thing_itself: ClassVar[bool] = True
    example: ClassVar[tuple[str, str]] = ("Kubernetes is a container platform.", "is a container platform")


def find_definition_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every category that a named thing is said to be of."""
    return in_every_sentence(document, _find_in_sentence)


def _kind_on_card(grammar: SentenceReading) -> Iterator[Draft]:
    """The kind of thing by a label of its card: "Model type: Language model"."""
    for line in find_kind_on_card(grammar):
        value = DefinitionValue(category=grammar.document.text[slice(*line.given)])
        yield Draft(DefinitionClaim, *line.given, value, "definition/label", line.thing)


def _find_in_sentence(grammar: SentenceReading) -> Iterator[Draft]:
    yield from _kind_on_card(grammar)
    terms = tuple(describe_terms(grammar))
    told = {description.category.head for description in terms}
    for description in (*terms, *_descriptions(grammar)):
        if description.form == "apposition" and _stands_for_itself(grammar, description.category):
            continue
        if (
            description.form == "apposition"
            and description.category.head in told
            and description not in terms
        ):
            continue  # “Working with Wren”, a talk: of the title, not of Wren
        if description in terms:
            if _has_category(grammar, description.category):
                yield _draft(grammar, description.thing, description.category, description)
        elif description.form == "copula":
            yield from _from_copula(grammar, description)
        elif description.form != "as" and _names_a_category(grammar, description):
            yield _draft(grammar, description.thing, description.category, description)
    for description in find_namings(grammar):
        yield _draft(grammar, description.thing, description.category, description)


def _descriptions(grammar: SentenceReading) -> tuple[Description, ...]:
    """What is said of names, and of what else kinds are told of."""
    found = grammar.descriptions_of_named()
    if found or (
        kind_words().isdisjoint(words := grammar.vocabulary) and _OF_NAMES.words().isdisjoint(words)
    ):
        return found
    return grammar.descriptions()


def _draft(grammar: SentenceReading, thing: Phrase, category: Phrase, place: Description) -> Draft:
    start, end = grammar.text(place.first, place.last)
    first = category.first_with_possessor
    last = grammar.extended(category)
    if place.form != "name_after":
        end = max(end, grammar.text(first, last)[1])
    return Draft(
        DefinitionClaim,
        start,
        end,
        DefinitionValue(category=_without_article(grammar, first, last)),
        f"definition/{place.form.replace('_', '-')}",
        (_start_of(grammar, thing, is_work=category.noun in load_cues("work_noun")), thing.end),
    )


def _start_of(grammar: SentenceReading, thing: Phrase, *, is_work: bool) -> int:
    """Where a thing begins; its name alone where a verb was taken into the phrase: "the ports use Orbit"; the
    title of a work with its small words: "The Book of Salt, an encyclopedia".
    """
    title = title_until(grammar, thing.last) if is_work else None
    if title is not None and title.first < thing.first:
        return title.start
    has_verb = thing.name is not None and any(
        grammar.is_finite(i) and i not in grammar.names for i in range(thing.first, thing.head)
    )
    return thing.name.start if has_verb and thing.name is not None else thing.start


def _without_article(grammar: SentenceReading, first: int, last: int) -> str:
    if last - first > 1 and grammar.word(first) in _ARTICLES:
        first += 1
    if last - first > 1 and grammar.word(first) == "own":
        first += 1  # "his own company, Acme"
    start, end = grammar.text(first, last)
    words = grammar.document.text[start:end]
    if words[0] in '“"' and len(words) > 1 and not any(mark in words[1:] for mark in '”"'):
        words = words[1:]  # the other mark stands behind the comma: a “Burner,”
    return words


_ARTICLES = WordSet("common/article_or_possessor")


# Copulas


def _from_copula(grammar: SentenceReading, description: Description) -> Iterator[Draft]:
    thing, category = description.thing, description.category
    if grammar.word(description.first) == "to":
        return
    if grammar.word(description.first) in ("'s", "’s") and grammar.is_finite(description.first + 1):
        return  # "Ann & Bo's is a brand": of the whole name
    if _is_adherent(category):
        if grammar.is_proper(thing) or grammar.word(thing.head) in ("he", "she"):
            yield _draft(grammar, thing, category, description)
        return
    if category.name is not None:
        if _is_inverted(grammar, description) and not is_title_phrase(grammar, thing, category):
            place = Description(category, thing, "inverted", thing.first, category.last)
            yield _draft(grammar, category, thing, place)
        return
    is_kind = _has_category(grammar, category) or _is_kind_of(grammar, category)
    if not is_kind or is_title_phrase(grammar, category, thing):
        return
    end = grammar.ends[category.last - 1]
    if grammar.document.text[end : end + 1] == "-":
        return  # "a quality-made headphone" is no quality
    is_day = is_time(grammar, thing) or grammar.words[thing.head] in load_cues("calendar")
    is_day = is_day and category.noun not in load_cues("work_noun")  # "The Long Winter is the third novel"
    if is_day or _is_praise(grammar, category) or _is_position(grammar, category, thing):
        return
    if _is_of_another_sort(thing, category, description.form):
        return
    if (
        grammar.is_proper(thing)
        or _is_sure_pronoun(grammar, thing, category)
        or _is_sure_pointer(grammar, thing, category)
        or _is_defined_term(grammar, thing, description)
        or _is_name_by_kind(grammar, thing, description)
        or opening_title(grammar, description.first) == thing
    ):
        yield _draft(grammar, thing, category, description)


def _is_name_by_kind(grammar: SentenceReading, thing: Phrase, description: Description) -> bool:
    """Whether only the kind that is told of a word tells that it is a name: "Wolvane is a village in Wales",
    "CCR4 is a receptor".
    """
    category = description.category
    if thing.possessor is not None or thing.determiner not in ("", "the") or thing.inner:
        return False
    word = grammar.words[thing.head]
    if thing.last - thing.first == 1 + (thing.determiner == "the") and _is_like_symbol(word):
        return True
    is_one = category.determiner in _ONE and not grammar.is_ranked(category)
    if thing.determiner and is_one and thing.last - thing.first == 2 and word[:1].isupper():
        kinds = kind_nouns().get(category.noun, frozenset())
        return not kinds.isdisjoint(_POINTED)  # "The Vantage is a car"
    if thing.determiner or not is_one or category.noun not in _OF_NAMES or thing.first > grammar.first:
        return False
    return grammar.words[thing.first][:1].isupper() and grammar.tags[thing.head] in ("NN", "NNS")


_OF_NAMES = WordSet("definition/of_names")


def _is_like_symbol(word: str) -> bool:
    """Whether capitals and digits make one word: the gene CCR4, the index BEL20; not the 1960s, nor 3D."""
    capitals = sum(letter.isupper() for letter in word)
    return word[:1].isupper() and capitals > 1 and any(letter.isdigit() for letter in word)


def _is_adherent(category: Phrase) -> bool:
    """Whether a capital only says to what party or church somebody belongs: "is a Republican"."""
    is_alone = category.last - category.first == 2 and category.determiner in _ONE
    return is_alone and category.noun in _ADHERENTS


_ADHERENTS = WordSet("definition/adherent")


def _is_praise(grammar: SentenceReading, category: Phrase) -> bool:
    """Whether an adjective makes a predicate a mere judgement: "the right tool for the job"."""
    return any(grammar.word(i) in _PRAISING for i in range(category.first, category.head))


_PRAISING = WordSet("definition/praising")


def _is_position(grammar: SentenceReading, category: Phrase, thing: Phrase) -> bool:
    """Whether a title is told of a name that nobody knows for a person: "Varga, a sales manager"."""
    if thing.name is not None or thing.inner or not grammar.is_proper(thing) or grammar.is_ranked(category):
        return False
    return is_title(category.noun) and category.noun not in kind_nouns() and category.noun not in _OF_ANYTHING


_OF_ANYTHING = WordSet("definition/of_anything")


def _is_defined_term(grammar: SentenceReading, thing: Phrase, description: Description) -> bool:
    """Whether a kind is told of a term: "Gout is a disease", "Chronic pain (CP) is a condition"."""
    if names_inside(grammar, thing) or code_name_until(grammar, thing.last) == thing:
        return True
    if _has_latin_name(grammar, thing):
        return description.category.determiner in _ONE
    category = description.category
    is_restricted = category.noun in term_kinds() and (
        grammar.word(category.last) in ("that", "which", "of") or grammar.tags[category.last] == "VBN"
    )  # "Ligase is the enzyme that", "the enzyme involved in"
    if not is_term(grammar, thing) or not (category.determiner in ("a", "an", "") or is_restricted):
        return False
    if has_short_form(grammar, thing):
        return True
    verb = thing.last if grammar.word(thing.last) in ("is", "are") else -1
    relative = description.first - 1
    if grammar.word(relative) == "which" and 0 <= relative - thing.last <= 1:
        return tells_kind(grammar, category)  # "leaf oils, which are a kind of odor"
    opens = thing.first == grammar.first or grammar.word(thing.first - 1) in _BEFORE_TERM
    return verb == description.first and opens and tells_kind(grammar, category)


def _has_latin_name(grammar: SentenceReading, thing: Phrase) -> bool:
    """Whether a bracket gives the two words of a species: "The robin (Erithacus rubecula) is a bird"."""
    i = thing.last
    if grammar.word(i) != "(" or grammar.word(i + 3) != ")":
        return False
    genus, species = grammar.words[i + 1], grammar.words[i + 2]
    return genus.istitle() and genus.isalpha() and species.islower() and species.isalpha()


_BEFORE_TERM = WordSet("definition/before_term")


def _is_inverted(grammar: SentenceReading, description: Description) -> bool:
    """Whether "is" is followed by the name: "One example is Airbnb", "Its name was X"."""
    thing, name = description.thing, description.category
    is_first = name.determiner == "the" and grammar.is_ranked(thing)  # "The oldest is the famous Orbit Mine"
    if name.possessor is not None or name.name is None or (name.determiner and not is_first):
        return False
    if thing.is_named:
        return False
    is_one = grammar.word(thing.first) == "one" and grammar.tags[thing.head] == "NNS"  # "One of the mills is"
    if (
        not (thing.determiner or thing.possessor or is_one)
        or thing.determiner in ("this", "that")
        or thing.noun in _NOT_NAMED_BY
    ):
        return False
    if thing.noun in evaluations() or name.end != name.name.end:
        return False
    after = grammar.word(name.last)
    is_placed = grammar.is_ranked(thing) and after in _PREPOSITIONS
    return (grammar.tags[thing.head] == "NN" or is_one) and (
        is_placed or after in (",", ".", "", "(", ")", '"', "”", ";")
    )


_NOT_NAMED_BY = WordSet("definition/not_named_by")


# With "to", what something is or does to others: "a testament to", "a home to"
_DONE_TO_OTHERS = WordSet("definition/done_to_others")


def _has_category(grammar: SentenceReading, category: Phrase) -> bool:
    """Whether a predicate says what something is: it has a common noun that is not mere evaluation."""
    tag = grammar.tags[category.head]
    if tag and tag not in ("NN", "NNS", "NNP", "NNPS"):
        return False
    noun = category.noun
    if noun == "source" and grammar.word(category.head - 1) == "open":
        return False  # "an open source and easy tool": an adjective
    if noun in evaluations() and not (noun in ("one", "part") and grammar.word(category.last) == "of"):
        return noun in term_kinds() and category.is_indefinite
    if noun in undefining_nouns("all") and not (
        grammar.is_ranked(category) and noun not in undefining_nouns("kin")
    ):
        return False
    is_counted = grammar.tags[category.first] == "CD" and grammar.word(category.first + 1) != "of"
    if noun in _MEASURES or (is_counted and noun not in kind_nouns()):
        return False
    if noun in _PLAINLY_OWNED and category.last - category.first <= 2:
        return False
    if noun in _DONE_TO_OTHERS and grammar.word(category.last) == "to":
        return False  # "has been a second home to many writers"
    if category.determiner == "the" and grammar.word(category.first + 1) == "same":
        return False  # "Racine, the same place as": of no kind of its own
    if category.determiner in _NO_KIND or grammar.word(category.last) == "ago":
        return False
    if not {noun, grammar.word(category.last)}.isdisjoint(_DIRECTIONS.words()) and noun not in _OF_NAMES:
        return False  # "Orvane, a block east of the river"
    is_bare = not (category.determiner or category.possessor is not None) and tag == "NN"
    if is_bare and grammar.tags[min(category.last, grammar.last - 1)] == "VBN":
        return False  # "She was drug tested"
    # "is part of", "is home to": without an article only plurals and known kinds are categories
    if category.determiner or category.possessor is not None or tag in ("NNS", "NNPS"):
        return True
    return noun in kind_nouns() or grammar.tags[category.first] in ("JJS", "RBS")


def _is_kind_of(grammar: SentenceReading, category: Phrase) -> bool:
    """Whether a frame and what it holds tell the kind: "a type of moth"."""
    return category.determiner in _ONE and category.noun not in term_kinds() and tells_kind(grammar, category)


@per_lexicon
def undefining_nouns(name: str) -> frozenset[str]:
    """Nouns that tell no category: `all` of them, or those of one class of `undefining_nouns.csv`."""
    return frozenset(
        form
        for row in load_rows("en/undefining_nouns.csv")
        if name in ("all", row["class"])
        for form in row["forms"].split("|")
    )


# "her life", but "her pen name, Ana Ruiz"
_PLAINLY_OWNED = WordSet("definition/plainly_owned")
_NO_KIND = WordSet("definition/no_kind")
_MEASURES = WordSet("definition/measure")
_DIRECTIONS = WordSet("definition/direction")


def _is_sure_pronoun(grammar: SentenceReading, thing: Phrase, category: Phrase) -> bool:
    """Whether a pronoun stands for something named: a person, or a thing of a known kind."""
    word = thing.text.lower()
    if word in ("he", "she"):
        return True
    known = kind_nouns().get(category.noun, frozenset()) & {"organization", "product", "place", "technology"}
    judged = any(grammar.word(i) in _JUDGING for i in range(category.first, category.head))
    has_article = bool(category.determiner) or category.possessor is not None
    if judged:
        return False
    if word == "we":
        return "organization" in known and has_article
    if word not in ("it", "they", "this"):
        return False
    is_placed = grammar.is_ranked(category) and (has_article or category.determiner == "one")
    if word == "it" and _is_place_of_named(grammar, category):
        return True
    if word == "this":
        return bool(known) and has_article and (is_placed or category.is_indefinite)
    return (bool(known) and has_article) or (is_placed and category.noun not in evaluations())


def _is_place_of_named(grammar: SentenceReading, category: Phrase) -> bool:
    """Whether a category is the one of something named: "It is the harbour of Oslo"."""
    if category.determiner != "the" or grammar.word(category.last) != "of":
        return False
    whole = grammar.phrase_from(category.last + 1)
    if whole is None or whole.first != category.last + 1 or whole.name is None:
        return False
    after = grammar.word(grammar.extended(category))  # "It was the fleet of Norway that won" says who won
    return category.noun not in evaluations() and after not in ("that", "who", "to")


_ONE = WordSet("grammar/one")


def _is_sure_pointer(grammar: SentenceReading, thing: Phrase, category: Phrase) -> bool:
    """Whether "the company" or "this model" stands for something named, of which a kind is told."""
    if thing.determiner not in ("the", "this") or thing.last - thing.first != 2:
        return False
    classes = kind_nouns().get(thing.noun, frozenset()) & _POINTED
    is_ranked = grammar.is_ranked(category) and category.determiner in ("the", "one")
    if not classes or grammar.tags[thing.head] == "NNS" or (category.noun == thing.noun and not is_ranked):
        return False
    judged = any(grammar.word(i) in _JUDGING for i in range(category.first, category.head))
    is_told = category.determiner in _ONE or category.possessor is not None or is_ranked
    if judged or not is_told:
        return False
    return bool(classes & kind_nouns().get(category.noun, frozenset())) or (
        "product" in classes and category.noun in term_kinds()
    )


_POINTED = frozenset({"organization", "product", "place"})
_JUDGING = WordSet("definition/judging")


# Appositions and brackets

_YEAR = re.compile(r"(?:1[89]|20)\d\d[a-z]?")


def _names_a_category(grammar: SentenceReading, description: Description) -> bool:
    thing, category = description.thing, description.category
    is_month = grammar.words[thing.first] in load_cues("calendar") and grammar.tags[thing.head] == "CD"
    if description.form == "apposition" and (is_month or is_time(grammar, thing)):
        return False  # "rose again, the agency said on Friday, the ninth increase in a row"
    if description.form == "item":
        return _has_category(grammar, category)
    if not (_has_category(grammar, category) or _is_kind_of(grammar, category)):
        return False
    is_by_part = description.form == "name_after" and thing.determiner == "the"  # "the Halo band"
    if not (grammar.is_proper(thing) or is_by_part):
        return False
    if description.form == "fronted" and not (category.noun in kind_nouns() or tells_kind(grammar, category)):
        return False
    if is_title_phrase(grammar, category, thing) or _is_position(grammar, category, thing):
        return False
    if _is_of_another_sort(thing, category, description.form):
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
    if description.form == "bracket" and _is_source_or_long_form(grammar, thing, category):
        return False
    if description.form == "name_after":
        is_example = any(grammar.word(i) in _FOR_EXAMPLE for i in (thing.first, thing.first - 1))
        is_person = thing.name is not None and thing.name.label == "person"
        is_new = is_person and grammar.word(description.first) in ("a", "another")
        if is_new and any(grammar.word(i) in _FURTHER for i in (description.first, description.first + 1)):
            return False  # "a fourth man, Gary Leete, fled": one more of those told of
        return not is_example and not _opens_adverbially(grammar, description.first)
    # ("Haldane," the "Company"): what a text calls a thing from then on
    return not (grammar.word(thing.first - 1) in QUOTES and grammar.word(thing.first - 2) == "(")


def _is_source_or_long_form(grammar: SentenceReading, thing: Phrase, category: Phrase) -> bool:
    """Whether a bracket says where something was written, or its name at length."""
    if _YEAR.fullmatch(grammar.words[thing.last - 1]):
        return True  # "the regions (Lund and Rud 2014)"
    if not thing.first < category.first < thing.last + 3:
        return False
    words = grammar.words[category.first + 1 : category.last]
    # "ANNIE (A Nearly-New Information Extraction System)"
    return len(words) > 1 and all(word[:1].isupper() for word in words if word.isalpha())


def _stands_for_itself(grammar: SentenceReading, category: Phrase) -> bool:
    """Whether a phrase behind a comma says nothing of what stands before: one of a list ("any agent"), or the
    subject of a verb, whatever its tag ("If it is Orbit, the call failed,").
    """
    if grammar.word(category.first) in _ANY or grammar.word(category.first - 2) in _FOR_EXAMPLE:
        return True  # "using, for instance, a module"
    end = grammar.extended(category)
    if end + 1 >= grammar.last or grammar.tags[end] not in ("VBN", "VBD"):
        return False
    if any(
        grammar.word(i) == "," and grammar.is_finite(grammar.after_adverbs(i + 1))
        for i in range(end + 1, grammar.last)
    ):
        return False  # "Orbit, a server built only for speed, was used"
    return grammar.tags[end + 1] in (",", ".", ":", "RB", "CC")


_ANY = WordSet("definition/any")


def _is_of_another_sort(thing: Phrase, category: Phrase, form: str) -> bool:
    """Whether a description cannot be of what stands beside it: the library of "the author of the first Wren
    library, Ann Lee", the next item of "a mail parser, a log parser", the analysis of "The report by Ann Lee
    is done and is an analysis".
    """
    if form == "apposition":
        return category.noun == thing.noun and thing.name is None
    is_person = thing.name is not None and thing.name.label == "person"
    kinds = kind_nouns().get(category.noun, frozenset())
    if form == "copula":
        is_person = is_person and thing.name is not None and not thing.name.is_guess
    return form in _TOLD_OF_NAMES and is_person and bool(kinds) and kinds <= _OF_MADE_THINGS


_TOLD_OF_NAMES = frozenset({"name_after", "copula"})
_OF_MADE_THINGS = frozenset({"product", "technology", "supply", "data"})


def _opens_adverbially(grammar: SentenceReading, first: int) -> bool:
    """Whether the phrase ends an opening such as "In the spring, Acme ...": then it names nothing."""
    before = grammar.word(first - 1)
    if first - 1 > grammar.first + 1 or before not in _PREPOSITIONS:
        return False
    # "on the ship, Halcyon, ..." names the ship, "depending on your platform, Quillo ..." does not
    return before != "on" or (first - 2 == grammar.first and grammar.tags[grammar.first] in ("VBG", "VBN"))


_FURTHER = WordSet("definition/further")
_FOR_EXAMPLE = WordSet("definition/for_example")
_PREPOSITIONS = WordSet("definition/preposition")
