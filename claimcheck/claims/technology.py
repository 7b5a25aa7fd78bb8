"""What software, a model or a product is made with or rests on: "built on NumPy", "trained on text"."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Draft, KindColour, OwnRelation, RelationValue
from claimcheck.claims.relations.technology_labels import LABEL_RULES, find_labelled
from claimcheck.claims.relations.technology_lists import LIST_RULES, find_parts_below, users_below
from claimcheck.claims.relations.technology_phrases import PHRASE_RULES, find_in_phrases
from claimcheck.constructions.loading import constructions_with
from claimcheck.constructions.matching import Match, find_matches, stated_by
from claimcheck.constructions.sides import fits, is_pointer
from claimcheck.grammar.descriptions.reading import SentenceReading, in_every_sentence
from claimcheck.grammar.kind_nouns import kind_nouns, transparent_nouns
from claimcheck.grammar.named_phrases import TOOLS, is_name, name_part, without_no
from claimcheck.grammar.phrases import Phrase
from claimcheck.grammar.verb_groups import BE, MAX_GAP_TOKENS
from claimcheck.lexicons.word_sets import WordSet, grammar_words
from claimcheck.rules import Rule
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.relations.technology_lists import Listed
    from claimcheck.mentions import NormalisedDocument

TechnologyRelation = Literal["written_in", "built_with", "based_on", "trained_on", "runs_on"]


RULES = (
    Rule("technology/centre", "At the heart of Gmail is Java.", "At the heart of Paris is a river."),
    Rule(
        "technology/training-data",
        "The training data of GPT-2 consists of Wikipedia.",
        "The training of GPT-2 takes weeks.",
    ),
    Rule("technology/kind-of", "BERT is a Transformer model.", "Java is a language."),
    Rule(
        "technology/kind-of-architecture",
        "BERT is an encoder-only transformer.",
        "Ann Lee is a transformer.",
    ),
    *PHRASE_RULES,
    *LABEL_RULES,
    *LIST_RULES,
    Rule(
        "technology/vague-pronoun",
        "In Paris it uses a transformer architecture.",
        "It uses SQLite.",
        is_check=True,
    ),
    Rule(
        "technology/required-version",
        "Firefox requires Python 3.8 or later.",
        "Firefox requires Python.",
        is_check=True,
    ),
    Rule(
        "technology/any-of-them",
        "They sell clients that use SQLite.",
        "They sell a client that uses SQLite.",
        is_check=True,
    ),
    Rule("technology/thing", "The lawyer uses SQLite.", "Firefox uses SQLite.", is_check=True),
    Rule("technology/other", "Firefox uses little memory.", "Firefox uses SQLite.", is_check=True),
    Rule(
        "technology/asked",
        "She asked how Firefox uses SQLite.",
        "She said Firefox uses SQLite.",
        is_check=True,
    ),
    Rule(
        "technology/not-with",
        "The film is based on Chromium.",
        "The browser is based on Chromium.",
        is_check=True,
    ),
)
"""The rules that are code, and the checks; those that are data are in `lexicons/en/constructions/`."""


class TechnologyValue(RelationValue):
    """How the subject and a technology are related, and the technology as written."""

    relation: TechnologyRelation | OwnRelation


class TechnologyClaim(BaseClaim):
    """What a product is made with or rests on.

    Software, a model or a product is made with a technology or rests on one: `written_in`, `built_with`,
    `based_on`, `trained_on` or `runs_on`.
    """

    kind: Literal["technology"] = "technology"
    value: TechnologyValue

    colour: ClassVar[KindColour] = KindColour("relation", 172)
    example: ClassVar[tuple[str, str]] = (
        "Keras was built on top of TensorFlow.",
        "was built on top of TensorFlow",
    )


def find_technology_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every technology that a product is said to be made with or to rest on."""
    return in_every_sentence(document, _find_in_sentence)


def _find_in_sentence(grammar: SentenceReading) -> Iterator[Draft]:
    rules = grammar.document.rules
    constructions = constructions_with(rules.own_constructions)
    seen: set[tuple[int, int]] = set()
    told: set[tuple[str, int]] = set()
    found = find_matches(grammar, constructions, "technology")
    for match in [
        *found,
        *_at_the_centre(grammar),
        *_training_data(grammar),
        *_kind_of_technology(grammar),
        *_kind_of_architecture(grammar),
        *find_in_phrases(grammar),
    ]:
        key = (match.thing.head, match.other.head)
        start, end = grammar.text(match.first, max(match.last, match.first + 1))
        if key in seen or match.thing.head == match.other.head:
            continue
        if _is_vague(grammar, match) and rules.refuse("technology/vague-pronoun", match.rule, start, end):
            continue
        if _is_required_version(grammar, match) and rules.refuse(
            "technology/required-version", match.rule, start, end
        ):
            continue
        listed = users_below(grammar, match)
        if listed:
            yield from (_listed_draft(grammar, item) for item in listed)
            continue
        if _is_any_of_them(grammar, match) and rules.refuse(
            "technology/any-of-them", match.rule, start, end, (match.thing.start, match.thing.end)
        ):
            continue
        if match.is_phrase and (match.relation, match.other.head) in told:
            continue  # "Orbit is a Python script": of Orbit, and not of "a Python script" again
        told.add((match.relation, match.other.head))
        seen.add(key)
        value = TechnologyValue(relation=match.relation, object=without_no(grammar, match.other).strip("`"))
        thing = name_part(grammar, match.thing)
        stated_at, slot = stated_by(grammar, match), match.slot
        yield Draft(TechnologyClaim, start, end, value, match.rule, thing, stated_at=stated_at, slot=slot)
    yield from (_listed_draft(grammar, item) for item in find_parts_below(grammar))
    for labelled in find_labelled(grammar):
        start, end = labelled.technology
        value = TechnologyValue(relation=labelled.relation, object=grammar.document.text[start:end])
        yield Draft(TechnologyClaim, start, end, value, labelled.rule, labelled.thing)


def _listed_draft(grammar: SentenceReading, item: Listed) -> Draft:
    technology = grammar.document.text[slice(*item.technology)].strip("`")
    value = TechnologyValue(relation=item.relation, object=technology)
    return Draft(TechnologyClaim, item.start, item.end, value, item.rule, item.thing)


def _is_vague(grammar: SentenceReading, match: Match) -> bool:
    """Whether a pronoun is said to rest on a common noun, or anything on a pronoun: too little to check."""
    if (
        is_pointer(grammar, match.other)
        or _is_of_itself(match)
        or _is_of_people(grammar, match)
        or _is_expletive(grammar, match.thing)
    ):
        return True
    return grammar.tags[match.thing.head] in ("PRP", "PRP$") and not (
        match.other.is_named or grammar.is_proper(match.other) or fits(grammar, match.other, ("code-name",))
    )


def _is_required_version(grammar: SentenceReading, match: Match) -> bool:
    """Whether a version of a language is needed, which is a claim of a version: "it requires Python 3.8"."""
    if _REQUIRING.isdisjoint(grammar.lowers[match.first : match.last]):
        return False
    named = (*match.other.inner, match.other.name)
    if not any(name is not None and name.label == "language" for name in named):
        return False
    start, end = match.other.start, match.other.end
    return any(version.start < end and start < version.end for version in grammar.sentence.versions)


_REQUIRING = WordSet("technology/requiring")


def _is_any_of_them(grammar: SentenceReading, match: Match) -> bool:
    """Whether things of a kind are told apart or wished for, none of which is meant.

    As in "clients that use SQLite", "Clients written in C are", "a framework for building apps with Rust",
    "any team that wants to write an app in Rust".
    """
    thing, first = match.thing, match.first
    if (
        thing.possessor is not None
        or grammar.tags[thing.head] not in ("NN", "NNS")
        or is_name(grammar, thing)
    ):
        return False
    before = grammar.word(first - 1)
    is_bare = thing.first == grammar.first and thing.last == first == grammar.first + 1
    if is_bare and grammar.tags[thing.head] == "NNS" and grammar.tags[first] == "VBN":
        return "VBD" not in grammar.tags[first : grammar.last]  # "Phones run by C sold": those that did
    if before in ("that", "which") and thing.last == first - 1:
        return not thing.determiner and grammar.tags[thing.first] != "CD"
    verb = thing.first - 1
    if grammar.word(verb) not in grammar_words("making") or grammar.word(verb - 1) not in ("to", "for"):
        return False
    if thing.is_indefinite:
        return "any" in grammar.lowers[grammar.first : verb]
    return not thing.determiner and grammar.tags[thing.head] == "NNS"


def _is_of_itself(match: Match) -> bool:
    """Whether both sides bear one name: "a full Orbit stack, including all Orbit components"."""
    names = [{inner.text for inner in phrase.inner} for phrase in (match.thing, match.other)]
    return not names[0].isdisjoint(names[1])


def _is_expletive(grammar: SentenceReading, thing: Phrase) -> bool:
    """Whether "it" only holds the place of an infinitive: "it is recommended to use Orbit"."""
    i = thing.last
    if grammar.word(thing.head) != "it" or grammar.word(i) not in BE:
        return False
    i = grammar.after_adverbs(i + 1)
    return grammar.tags[min(i, grammar.last - 1)] in ("JJ", "VBN") and grammar.word(i + 1) in ("to", "that")


def _is_of_people(grammar: SentenceReading, match: Match) -> bool:
    """Whether those who say something use it: "83% of respondents said they use Rust"."""
    thing = match.thing
    return grammar.word(thing.head) == "they" and grammar.word(thing.first - 1) in grammar_words("telling")


_PRODUCTS = (
    "product",
    "language",
    "organization",
    "unknown",
    "any-product",
    "matter",
    "code-name",
    "pronoun",
)

# Relations that need more than a word with two slots

_CENTRE_PREPOSITIONS = ("of", "for", "to")


def _at_the_centre(grammar: SentenceReading) -> Iterator[Match]:
    """What is "at the heart of" or "integral to" a named product."""
    words = grammar_words("centre")
    if words.isdisjoint(grammar.vocabulary):
        return
    for i in range(grammar.first, grammar.last):
        if grammar.lowers[i] in words and i not in grammar.names:
            yield from (
                match
                for match in _centre(grammar, i)
                if match.thing.is_named
                and fits(
                    grammar,
                    match.other,
                    (
                        "product",
                        "language",
                        "organization",
                        "unknown",
                        "specific-technology",
                        "product-of-name",
                    ),
                )
            )


def _after_noun(grammar: SentenceReading, last: int, prepositions: tuple[str, ...]) -> Phrase | None:
    return grammar.phrase_from(last + 1) if grammar.word(last) in prepositions else None


def _owner(phrase: Phrase) -> Phrase:
    """The product in "Orbit's development"."""
    if phrase.possessor is not None and phrase.noun in transparent_nouns() and phrase.possessor.is_named:
        return phrase.possessor
    return phrase


_CENTRED = WordSet("technology/at_centre")


def _centre(grammar: SentenceReading, noun: int) -> Iterator[Match]:
    """At the heart of thing is means; means at the core of thing; means is integral to thing."""
    target = _after_noun(grammar, noun + 1, _CENTRE_PREPOSITIONS)
    if target is None:
        return
    thing = _owner(grammar.content(target))
    end = thing.last if thing.first > noun else target.last
    copula = end
    phrase = grammar.phrase_at(noun)
    opening = phrase.first if phrase is not None else noun
    if grammar.word(copula) in _CENTRED:
        if any(grammar.is_finite(i) for i in range(grammar.first, noun)):
            return
        means = _means_after(grammar, copula + 1)
        for other in grammar.instances(means) if means is not None else []:
            yield Match("built_with", thing, other, grammar.first, other.last, "technology/centre")
        return
    if grammar.word(opening - 1) == "at" or (
        phrase is None and grammar.word(grammar.after_adverbs(noun - 1)) != ""
    ):
        before = grammar.phrase_until(opening - 1) if grammar.word(opening - 1) == "at" else None
        if before is None:
            for i in range(opening - 1, max(grammar.first, opening - 6), -1):
                if grammar.word(i) in _LINKS:
                    before = grammar.subject_of(i)
                    break
        if before is not None and before.head < noun:
            for other in grammar.members(grammar.content(before)):
                yield Match("built_with", thing, other, before.first, target.last, "technology/centre")


_AFTER_DATA = WordSet("technology/after_data")


def _means_after(grammar: SentenceReading, i: int) -> Phrase | None:
    """The first named phrase from token `i` on, over what describes it: "is the popular language, Python"."""
    first = grammar.phrase_from(grammar.after_adverbs(i))
    for k in range(i, min(grammar.last, i + MAX_GAP_TOKENS)):
        phrase = grammar.phrase_at(k)
        if phrase is not None and phrase.is_named:
            return phrase
        if grammar.is_verb(k) and phrase is None and grammar.tags[k] in FINITE:
            break
        if grammar.word(k) in _AFTER_DATA:
            break
    return first


_LINKS = WordSet("technology/link")
_INCLUDING = WordSet("technology/including")


def _listed(grammar: SentenceReading, i: int) -> Iterator[Phrase]:
    """The items of a list, numbered or not, over what describes each."""
    if grammar.word(i) == ":":
        i += 1
    is_numbered = grammar.word(i) == "(" and grammar.word(i + 2) == ")"
    if not is_numbered:
        first = grammar.phrase_from(i)
        yield from grammar.instances(first) if first is not None else ()
        return
    for k in range(i, grammar.last - 3):
        if grammar.word(k) == "(" and grammar.word(k + 2) == ")" and grammar.word(k + 1).isalnum():
            item = grammar.phrase_from(k + 3)
            if item is not None:
                yield grammar.content(item)


_TRAINING = WordSet("technology/training")


def _training_data(grammar: SentenceReading) -> Iterator[Match]:
    """What training data holds: "the training data of the model includes", "is composed of"."""
    if _TRAINING.isdisjoint(grammar.vocabulary):
        return
    for phrase in grammar.phrases:
        if "data" not in kind_nouns().get(phrase.noun, frozenset()):
            continue
        if not any(word in _TRAINING for word in grammar.lowers[phrase.first : phrase.head]):
            continue
        thing = phrase.possessor
        end = phrase.last
        if thing is None and phrase.inner:
            thing = grammar.phrase_of_name(phrase.inner[0], phrase)
        if thing is None:
            thing = _after_noun(grammar, end, ("of", "for"))
            end = thing.last if thing is not None else end
        if thing is None:
            continue
        content = _content_start(grammar, end)
        if content is None:
            continue
        for other in _listed(grammar, content):
            yield Match("trained_on", thing, other, phrase.first, other.last, "technology/training-data")


_BE = WordSet("technology/be")
_COMPOSED = WordSet("technology/composed")
_CONSISTING = WordSet("technology/consisting")


def _content_start(grammar: SentenceReading, i: int) -> int | None:
    """The token after "includes", "consists of", "is composed of", "was drawn from"."""
    i = grammar.after_adverbs(i)
    if grammar.word(i) in _INCLUDING:
        return i + 1
    if grammar.word(i) in _CONSISTING:
        return i + 2
    if grammar.word(i) in _BE:
        i = grammar.after_adverbs(i + 1)
        if grammar.word(i) in _COMPOSED:
            while grammar.word(i) not in ("of", "from", ".", ""):
                i += 1
            return i + 1
    return None


def _kind_of_technology(grammar: SentenceReading) -> Iterator[Match]:
    """Names before the noun of a category: "BERT is a Transformer model"."""
    for description in grammar.descriptions_of_named():
        category = description.category
        if (
            category.name is not None
            or not category.inner
            or category.inner[-1].end > grammar.starts[category.head]
            or "product" not in kind_nouns().get(category.noun, frozenset())
        ):
            continue
        name = category.inner[-1]
        if name.label not in TOOLS or category.noun in ("language", "version", "product"):
            continue
        if name.label == "language" and category.noun in _SPEAKERS:
            continue  # "native English speakers"
        if name.text in _DATA_LANGUAGES:
            continue  # "a SQL database" is written in another
        other = grammar.phrase_of_name(name, category)
        if other is not None and fits(grammar, description.thing, _PRODUCTS):
            relation = _relation_to_kind(grammar, other, category)
            yield Match(
                relation, description.thing, other, description.first, category.last, "technology/kind-of"
            )


_SPEAKERS = frozenset({"speaker", "speakers", "reader", "readers"})
_MODELS = WordSet("sides/model")
_DATA_LANGUAGES = WordSet("technology/data_language")


def _kind_of_architecture(grammar: SentenceReading) -> Iterator[Match]:
    """An architecture as a category: "Orbit is a decoder-only transformer", "a diffusion model"."""
    nouns = grammar_words("architecture")
    if nouns.isdisjoint(grammar.vocabulary) and _MODELS.isdisjoint(grammar.vocabulary):
        return
    for description in grammar.descriptions():
        thing, category = description.thing, description.category
        if category.name is not None:
            continue
        other = category if category.noun in nouns else _architecture_before(grammar, category)
        if other is not None and fits(grammar, thing, _PRODUCTS):
            first, last = description.first, category.last
            yield Match("based_on", thing, other, first, last, "technology/kind-of-architecture")


def _architecture_before(grammar: SentenceReading, category: Phrase) -> Phrase | None:
    """The architecture before the noun for a model: "a Mixture-of-Experts (MoE) language model"."""
    if not fits(grammar, category, ("model",)):
        return None
    words = grammar_words("architecture before model")
    for last in range(category.head, category.first, -1):
        first = last - 1
        while first > category.first and not grammar.spaced[first - 1]:
            first -= 1
        if grammar.document.text[grammar.starts[first] : grammar.ends[last - 1]].lower() in words:
            return Phrase(grammar.columns, first, last, last - 1)
    return None


def _relation_to_kind(grammar: SentenceReading, other: Phrase, category: Phrase) -> TechnologyRelation:
    """How something is related to the name before the noun of its category."""
    if other.name is not None and other.name.label == "language" and category.noun != "model":
        return "written_in"
    if fits(grammar, other, ("operating-system",)):
        return "runs_on"
    return "built_with" if fits(grammar, other, ("framework",)) and category.noun != "model" else "based_on"
