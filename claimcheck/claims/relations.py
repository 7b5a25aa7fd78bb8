"""Relations between two phrases that a verb, a noun or a hyphenated word states, whatever the two are.

The words are in `relation_verbs.csv`, `relation_nouns.csv` and `relation_suffixes.csv`, with the patterns
that they enter. `claims/technology.py` and `claims/organization.py` keep those whose two sides
are of the right kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimcheck.grammar.clauses import FINITE, MAX_GAP_TOKENS
from claimcheck.grammar.phrases import Phrase, classes_of, kind_nouns, transparent_nouns
from claimcheck.lexicons import load_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.grammar.descriptions import SentenceReading

Kind = Literal["technology", "organization"]


@dataclass(frozen=True, slots=True)
class Relation:
    """Two phrases and what the words between them say.

    Attributes:
        relation: such as `built_with`.
        thing: the side that becomes the subject: the product, the owned, the acquired.
        other: the side that becomes `object`.
        first, last: the tokens of the claim.
        rule: the pattern and the word that stated it.
    """

    relation: str
    thing: Phrase
    other: Phrase
    first: int
    last: int
    rule: str


@dataclass(frozen=True, slots=True)
class RelationWord:
    """One reading of a verb, noun or suffix."""

    kind: str
    relation: str
    pattern: str
    prepositions: tuple[str, ...]
    lemma: str


@cache
def load_relation_words(name: str) -> Mapping[str, tuple[RelationWord, ...]]:
    """Form -> its readings, for `relation_verbs` or `relation_nouns`."""
    words: dict[str, list[RelationWord]] = {}
    for row in load_rows(f"en/{name}.csv"):
        forms = row["forms"].split("|")
        # longer prepositions first: "on top of" before "on"
        prepositions = tuple(sorted(filter(None, row["prepositions"].split("|")), key=len, reverse=True))
        word = RelationWord(row["kind"], row["relation"], row["pattern"], prepositions, forms[0])
        for form in forms:
            words.setdefault(form, []).append(word)
    return {form: tuple(readings) for form, readings in words.items()}


@cache
def load_suffixes() -> Mapping[str, tuple[str, str]]:
    """Suffix -> kind and relation."""
    return {row["suffix"]: (row["kind"], row["relation"]) for row in load_rows("en/relation_suffixes.csv")}


@cache
def _endings(kind: Kind) -> frozenset[str]:
    """What the last token of a form may be: all of it, or what follows one of its spaces or hyphens."""
    return frozenset(
        form[start:]
        for name in ("relation_verbs", "relation_nouns")
        for form, readings in load_relation_words(name).items()
        if any(reading.kind == kind for reading in readings)
        for start in range(len(form))
        if start == 0 or form[start - 1] in " -"
    )


def find_relations(grammar: SentenceReading, kind: Kind) -> Iterator[Relation]:
    """Every relation of the kind that the words of the sentence may state."""
    verbs = load_relation_words("relation_verbs")
    nouns = load_relation_words("relation_nouns")
    endings = _endings(kind)
    stating = [] if endings.isdisjoint(grammar.vocabulary) else range(grammar.first, grammar.last)
    for i in stating:
        if grammar.lowers[i] not in endings:
            continue
        word = grammar.compound(i)
        if word not in verbs and word not in nouns:
            word = grammar.word(i)
        phrase = grammar.phrase_at(i)
        if i in grammar.names and not grammar.is_verb(i) and not (phrase is not None and phrase.name is None):
            continue
        if word in verbs and grammar.is_verb(i):
            for reading in verbs[word]:
                if reading.kind == kind:
                    yield from _VERB_PATTERNS[reading.pattern](grammar, i, reading)
        for form in (word, f"{grammar.word(i - 1)} {word}"):
            for reading in nouns.get(form, ()):
                if reading.kind == kind:
                    yield from _NOUN_PATTERNS[reading.pattern](grammar, i, reading)
    yield from _suffixed(grammar, kind)
    if kind == "technology":
        yield from _training_data(grammar)


def _things(grammar: SentenceReading, phrase: Phrase | None) -> list[Phrase]:
    """What a phrase on the side of the thing is about, coordination taken apart."""
    if phrase is None:
        return []
    found = grammar.instances(phrase)
    if len(found) > 1 and all(member.first >= found[0].first for member in found):
        return [found[0]._replace(last=found[-1].last)]
    return [grammar.described(_owner(member)) for member in found]


def _acted_on(grammar: SentenceReading, phrase: Phrase) -> list[Phrase]:
    """What a participle says something of: of "a library for machine learning developed by X" the library."""
    for candidate in grammar.chain(phrase):
        things = _things(grammar, candidate)
        if any(
            thing.is_named or classes_of(thing) & {"product", "organization", "supply"} for thing in things
        ):
            return things
    return _things(grammar, phrase)


def _owner(phrase: Phrase) -> Phrase:
    """The product in "Orbit's development"."""
    if phrase.possessor is not None and phrase.noun in transparent_nouns() and phrase.possessor.is_named:
        return phrase.possessor
    return phrase


# Verbs


def _object_end(verb: int, found: Phrase | None) -> int:
    return verb + 1 if found is None else found.last


def _rule(reading: RelationWord) -> str:
    return f"{reading.pattern}-{reading.lemma.replace(' ', '-')}"


def _makes(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Agent VERB thing; thing VERBed by agent."""
    if grammar.is_passive(verb):
        agent = grammar.complement(verb + 1, ("by",))
        subject = grammar.subject_of(verb)
        if agent is None or subject is None or subject.head > verb:
            return
        for thing in _acted_on(grammar, subject):
            yield Relation(
                reading.relation,
                thing,
                grammar.joint(agent),
                grammar.group_start(verb),
                agent.last,
                _rule(reading),
            )
        return
    agent = grammar.subject_of(verb)
    target = grammar.object_of(verb)
    if target is None and agent is not None:
        target = _relative_object(grammar, agent, verb)
        if target is not None:
            for thing in _things(grammar, target):
                yield Relation(
                    reading.relation, thing, grammar.joint(agent), agent.first, verb + 1, _rule(reading)
                )
        return
    if agent is None or target is None or agent.head >= target.head or target.text.lower() == "it":
        return  # "Acme made it a standard"
    first = grammar.group_start(verb)
    if any(grammar.word(i) in _ASKING for i in range(max(grammar.first, agent.first - 3), first)):
        return
    if reading.relation == "supplied_by":
        things = _things(grammar, grammar.content(target))
    else:
        things = grammar.instances(target)
    for index, thing in enumerate(things):
        start = first if index == 0 else thing.first
        yield Relation(reading.relation, thing, grammar.joint(agent), start, thing.last, _rule(reading))


def _relative_object(grammar: SentenceReading, agent: Phrase, verb: int) -> Phrase | None:
    """The noun that a relative clause without an object speaks of: "the phone (which) Acme released"."""
    before = agent.first
    if grammar.word(before - 1) in ("which", "that"):
        before -= 1
        before -= grammar.word(before - 1) == ","
    elif grammar.deps[verb] != "acl:relcl":
        return None
    return grammar.phrase_until(before)


_ASKING = frozenset({"how", "why", "whether", "where", "if"})


def _uses(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Thing VERB means."""
    if grammar.is_passive(verb) and grammar.tags[verb] != "VBG":
        return
    target = grammar.object_of(verb)
    if target is None or target.first <= verb:
        return
    things = _things(grammar, _user(grammar, verb))
    first = grammar.group_start(verb)
    for index, means in enumerate(grammar.instances(grammar.content(target))):
        for thing in things:
            if thing.head != means.head:
                yield Relation(
                    reading.relation,
                    thing,
                    means,
                    first if index == 0 else means.first,
                    means.last,
                    _rule(reading),
                )


def _user(grammar: SentenceReading, verb: int) -> Phrase | None:
    """What uses something; for "train the model using X" the object of the verb before the participle."""
    is_participle = grammar.tags[verb] == "VBG"
    head = grammar.columns.heads[verb]
    if is_participle and grammar.word(grammar.group_start(verb) - 1) != "by":
        governor = next(
            (
                i
                for i in range(verb - 1, max(grammar.first, verb - MAX_GAP_TOKENS) - 1, -1)
                if grammar.is_verb(i)
            ),
            None,
        )
        if governor is not None and grammar.is_passive(governor) and not _is_making(grammar.word(governor)):
            return None  # "the images were analysed using X": the images are not made with it
    is_adjunct = is_participle and grammar.first <= head < verb and grammar.is_verb(head)
    if is_adjunct and not grammar.is_passive(head):
        made = grammar.object_of(head)
        if made is not None and made.last <= verb and classes_of(made) & {"product"}:
            return made
    return grammar.subject_of(verb)


def _is_making(word: str) -> bool:
    """Whether a verb is one of making or training."""
    readings = load_relation_words("relation_verbs").get(word, ())
    return any(
        reading.relation in ("developed_by", "trained_on", "written_in", "based_on", "runs_on")
        for reading in readings
    )


def _serves(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Means VERBed in thing; agent VERB means into thing."""
    if grammar.is_passive(verb):
        means = grammar.subject_of(verb)
        end = verb + 1
    else:
        means = grammar.object_of(verb)
        end = _object_end(verb, means)
        if reading.lemma == "use":
            return
    if means is None:
        return
    target = grammar.complement(end, reading.prepositions, limit=8)
    made_by = grammar.after_adverbs(end)
    if target is None and grammar.word(made_by) == "to":
        following = grammar.after_adverbs(made_by + 1)
        if _is_making(grammar.word(following)):
            target = grammar.object_of(following)
    if target is None:
        return
    others = [grammar.described(member) for member in grammar.instances(means)]
    for thing in _things(grammar, target):
        for other in others:
            yield Relation(
                reading.relation, thing, other, grammar.group_start(verb), thing.last, _rule(reading)
            )


def _powers(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Means VERB thing; thing VERBed by means."""
    if grammar.is_passive(verb):
        means = grammar.complement(verb + 1, ("by", "with"))
        if means is None:
            return
        for thing in _things(grammar, grammar.subject_of(verb)):
            for index, other in enumerate(grammar.instances(grammar.content(means))):
                first = grammar.group_start(verb) if index == 0 else other.first
                yield Relation(reading.relation, thing, other, first, other.last, _rule(reading))
        return
    subject = grammar.subject_of(verb)
    target = grammar.object_of(verb)
    if subject is None or target is None or subject.head >= verb:
        return
    for thing in _things(grammar, target):
        for other in grammar.instances(subject):
            yield Relation(
                reading.relation,
                thing,
                grammar.described(other),
                grammar.group_start(verb),
                thing.last,
                _rule(reading),
            )


def _rests(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Thing VERB(ed) PREPOSITION means; agent VERB thing PREPOSITION means."""
    tag = grammar.tags[verb]
    passive = grammar.is_passive(verb)
    target = None if passive else grammar.object_of(verb)
    if target is not None and target.first > verb:
        means = _near_complement(grammar, target.last, reading.prepositions)
        things = _things(grammar, target)
    else:
        means = _near_complement(grammar, verb + 1, reading.prepositions)
        subject = grammar.subject_of(verb)
        things = (
            [] if subject is None else _acted_on(grammar, subject) if passive else _things(grammar, subject)
        )
        if not passive and tag == "VBG" and reading.relation != "runs_on" and not grammar.columns.is_parsed:
            return
    if means is None:
        yield from _stranded(grammar, verb, reading)
        return
    first = grammar.group_start(verb)
    for index, other in enumerate(grammar.instances(grammar.content(means))):
        for thing in things:
            if (thing.head != other.head and thing.first < other.first) or thing.first > other.last:
                yield Relation(
                    reading.relation,
                    thing,
                    other,
                    first if index == 0 else other.first,
                    other.last,
                    _rule(reading),
                )


def _stranded(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Prepositions left behind: "the data (that) it was trained on", and what that data "includes"."""
    if grammar.word(verb + 1) not in reading.prepositions or grammar.phrase_from(verb + 2) is not None:
        return
    thing = grammar.subject_of(verb)
    if thing is None or thing.first <= grammar.first:
        return
    before = thing.first - 1 if grammar.word(thing.first - 1) in ("that", "which") else thing.first
    means = grammar.phrase_until(before)
    if means is None or means.last != before:
        return
    for i in range(verb + 2, min(grammar.last, verb + 2 * MAX_GAP_TOKENS)):
        if grammar.word(i) in _INCLUDING:
            for other in _listed(grammar, i + 1):
                yield Relation(reading.relation, thing, other, other.first, other.last, _rule(reading))
            return
    yield Relation(reading.relation, thing, means, means.first, verb + 2, _rule(reading))


_INCLUDING = frozenset(
    {
        "includes",
        "include",
        "included",
        "comprises",
        "comprise",
        "comprised",
        "contains",
        "contain",
        "contained",
    }
)


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


_TRAINING = frozenset({"training", "pretraining", "pre-training"})


def _training_data(grammar: SentenceReading) -> Iterator[Relation]:
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
            yield Relation("trained_on", thing, other, phrase.first, other.last, "training-data")


def _content_start(grammar: SentenceReading, i: int) -> int | None:
    """The token after "includes", "consists of", "is composed of", "was drawn from"."""
    i = grammar.after_adverbs(i)
    if grammar.word(i) in _INCLUDING:
        return i + 1
    if grammar.word(i) in ("consists", "consisted", "consist", "comes", "came", "come"):
        return i + 2
    if grammar.word(i) in ("is", "was", "are", "were"):
        i = grammar.after_adverbs(i + 1)
        if grammar.word(i) in (
            "composed",
            "made",
            "comprised",
            "drawn",
            "taken",
            "sourced",
            "collected",
            "derived",
        ):
            while grammar.word(i) not in ("of", "from", ".", ""):
                i += 1
            return i + 1
    return None


def _near_complement(grammar: SentenceReading, start: int, prepositions: tuple[str, ...]) -> Phrase | None:
    """The phrase after one of the prepositions, over adverbs and other prepositional phrases."""
    i = start
    for _ in range(3):
        i = grammar.after_adverbs(i)
        for preposition in prepositions:
            words = preposition.split()
            if all(grammar.word(i + k) == word for k, word in enumerate(words)):
                return grammar.phrase_from(i + len(words))
        if grammar.word(i) not in ("in", "by", "at", "for", "from", "on", "with", "as", "to"):
            return None
        passed = grammar.phrase_from(i + 1)
        if passed is None:
            return None
        i = passed.last
    return None


def _joins(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Agent VERB with agent; agents VERB together."""
    subject = grammar.subject_of(verb)
    if subject is None or subject.head >= verb:
        return
    subjects = grammar.members(subject)
    partner = _near_complement(grammar, verb + 1, reading.prepositions)
    first = grammar.group_start(verb)
    if partner is not None:
        for other in grammar.members(partner):
            for thing in subjects:
                yield Relation(reading.relation, thing, other, first, other.last, _rule(reading))
    elif len(subjects) > 1 and (reading.lemma != "work" or grammar.word(verb + 1) == "together"):
        last = verb + 2 if grammar.word(verb + 1) in ("together", "up") else verb + 1
        for other in subjects[1:]:
            yield Relation(reading.relation, subjects[0], other, first, last, _rule(reading))


def _lies(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Organisation VERBed in place."""
    place = _near_complement(grammar, verb + 1, reading.prepositions)
    subject = grammar.subject_of(verb)
    if place is not None and subject is not None and subject.head < verb:
        thing = grammar.described(subject)
        yield Relation(reading.relation, thing, place, grammar.group_start(verb), place.last, _rule(reading))


def _pays(grammar: SentenceReading, verb: int, reading: RelationWord) -> Iterator[Relation]:
    """Agent VERB (an amount) PREPOSITION thing."""
    agent = grammar.subject_of(verb)
    target = grammar.complement(verb + 1, reading.prepositions, limit=8)
    if agent is not None and target is not None and agent.head < verb:
        for thing in grammar.members(target):
            yield Relation(
                reading.relation,
                thing,
                grammar.joint(agent),
                grammar.group_start(verb),
                thing.last,
                _rule(reading),
            )


_VERB_PATTERNS = {
    "makes": _makes,
    "uses": _uses,
    "serves": _serves,
    "powers": _powers,
    "rests": _rests,
    "joins": _joins,
    "lies": _lies,
    "pays": _pays,
}


# Nouns


def _after_noun(grammar: SentenceReading, last: int, prepositions: tuple[str, ...]) -> Phrase | None:
    for preposition in prepositions:
        if grammar.word(last) == preposition:
            return grammar.phrase_from(last + 1)
    return None


def _bearers(grammar: SentenceReading, noun: int) -> Iterator[tuple[Phrase, int, int]]:
    """Who or what the noun is said of, with the tokens of the statement."""
    for description in grammar.descriptions():
        if description.category.head == noun and not (
            description.category.name is not None and description.form != "inverted"
        ):
            yield description.thing, description.first, description.last
    phrase = grammar.phrase_at(noun)
    if phrase is not None and phrase.head > noun and phrase.name is not None:
        first = next(i for i in range(phrase.first, phrase.last) if grammar.names.get(i) is phrase.name)
        if first == noun + 1:
            yield phrase, phrase.first, phrase.last


def _agent_noun(grammar: SentenceReading, noun: int, reading: RelationWord) -> Iterator[Relation]:
    """X, the NOUN of thing; thing's NOUN, X; "Acme founder Ann Lee"."""
    phrase = grammar.phrase_at(noun)
    if phrase is None:
        return
    target = _after_noun(grammar, noun + 1, reading.prepositions) if phrase.head == noun else None
    last = target.last if target is not None else phrase.last
    if target is None and "behind" not in reading.prepositions:
        target = phrase.possessor
        if target is None:
            inner = [name for name in phrase.inner if name.end <= grammar.starts[noun]]
            target = grammar.phrase_of_name(inner[0], phrase) if inner else None
    if target is None:
        return
    for bearer, first, end in _bearers(grammar, noun):
        for thing in grammar.members(grammar.content(target)) if target.head > noun else [target]:
            yield Relation(reading.relation, thing, bearer, first, max(end, last), _rule(reading))


def _member_noun(grammar: SentenceReading, noun: int, reading: RelationWord) -> Iterator[Relation]:
    """Thing is a NOUN of whole; "Acme's subsidiary Orbit"; "Acme's research lab"."""
    phrase = grammar.phrase_at(noun)
    if phrase is None:
        return
    target = _after_noun(grammar, noun + 1, reading.prepositions) if phrase.head == noun else None
    last = target.last if target is not None else phrase.last
    if target is None and reading.kind == "organization":
        target = phrase.possessor
        if target is None:
            inner = [
                name
                for name in phrase.inner
                if name.end <= grammar.starts[noun] and name.label == "organization"
            ]
            target = grammar.phrase_of_name(inner[0], phrase) if inner else None
    if target is None:
        return
    if reading.relation == "partnered_with" and target.head < noun and phrase.possessor is None:
        return
    found = False
    for bearer, first, end in _bearers(grammar, noun):
        found = True
        yield Relation(reading.relation, bearer, target, first, max(end, last), _rule(reading))
    if (
        not found
        and phrase.head == noun
        and phrase.possessor is not None
        and reading.relation == "part_of"
        and phrase.last - phrase.first > 1
    ):
        yield Relation(
            reading.relation, phrase, phrase.possessor, phrase.possessor.first, phrase.last, _rule(reading)
        )


def _deed(grammar: SentenceReading, noun: int, reading: RelationWord) -> Iterator[Relation]:
    """Agent's NOUN of thing; NOUN of thing by agent."""
    phrase = grammar.phrase_at(noun)
    if phrase is None or phrase.head != noun:
        return
    if reading.relation == "built_with":
        means = _after_noun(grammar, noun + 1, ("of",))
        partner = _after_noun(grammar, means.last, ("with",)) if means is not None else None
        if means is not None and partner is not None:
            for index, other in enumerate(grammar.instances(partner)):
                first = phrase.first if index == 0 else other.first
                yield Relation(reading.relation, means, other, first, other.last, _rule(reading))
            return
        target = grammar.complement(means.last, reading.prepositions, limit=2) if means is not None else None
        if means is not None and target is not None:
            for thing in _things(grammar, target):
                for other in grammar.instances(means):
                    yield Relation(reading.relation, thing, other, phrase.first, thing.last, _rule(reading))
        return
    target = _after_noun(grammar, noun + 1, reading.prepositions)
    agent = phrase.possessor
    last = target.last if target is not None else noun + 1
    if agent is None and target is not None:
        agent = _after_noun(grammar, target.last, ("by",))
        last = agent.last if agent is not None else last
    if agent is not None and target is not None:
        first = phrase.possessor.first if phrase.possessor is not None else phrase.first
        for thing in grammar.members(target):
            yield Relation(reading.relation, thing, agent, first, last, _rule(reading))


def _mutual(grammar: SentenceReading, noun: int, reading: RelationWord) -> Iterator[Relation]:
    """NOUN between agent and agent; agent's NOUN with agent."""
    phrase = grammar.phrase_at(noun)
    if phrase is None or phrase.head != noun:
        return
    first = phrase.possessor.first if phrase.possessor is not None else phrase.first
    end = grammar.extended(phrase)
    for i in range(noun + 1, min(noun + 5, grammar.last)):
        if grammar.word(i) == "between":
            start = grammar.phrase_from(i + 1)
            members = grammar.members(start) if start is not None else []
            for other in members[1:]:
                yield Relation(reading.relation, members[0], other, first, other.last, _rule(reading))
            return
    if grammar.word(noun + 1) == "with":
        other_side = grammar.phrase_from(noun + 2)
        agent = phrase.possessor
        if agent is None and grammar.is_verb(phrase.first - 1):
            agent = grammar.subject_of(phrase.first - 1)
        if other_side is not None and agent is not None:
            yield Relation(
                reading.relation, agent, other_side, first, max(end, other_side.last), _rule(reading)
            )


def _centre(grammar: SentenceReading, noun: int, reading: RelationWord) -> Iterator[Relation]:
    """At the heart of thing is means; means at the core of thing; means is integral to thing."""
    target = _after_noun(grammar, noun + 1, reading.prepositions)
    if target is None:
        return
    thing = _owner(grammar.content(target))
    end = thing.last if thing.first > noun else target.last
    copula = end
    phrase = grammar.phrase_at(noun)
    opening = phrase.first if phrase is not None else noun
    if grammar.word(copula) in ("is", "are", "was", "were", "lies", "sits"):
        if any(grammar.is_finite(i) for i in range(grammar.first, noun)):
            return
        means = _means_after(grammar, copula + 1)
        for other in grammar.instances(means) if means is not None else []:
            yield Relation(reading.relation, thing, other, grammar.first, other.last, _rule(reading))
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
                yield Relation(reading.relation, thing, other, before.first, target.last, _rule(reading))


def _means_after(grammar: SentenceReading, i: int) -> Phrase | None:
    """The first named phrase from token `i` on, over what describes it: "is the popular language, Python"."""
    first = grammar.phrase_from(grammar.after_adverbs(i))
    for k in range(i, min(grammar.last, i + MAX_GAP_TOKENS)):
        phrase = grammar.phrase_at(k)
        if phrase is not None and phrase.is_named:
            return phrase
        if grammar.is_verb(k) and phrase is None and grammar.tags[k] in FINITE:
            break
        if grammar.word(k) in ("of", "that", "which", "for", "in"):
            break
    return first


_LINKS = frozenset(
    {"is", "are", "was", "were", "become", "becomes", "became", "remain", "remains", "be", "been"}
)

_NOUN_PATTERNS = {
    "agent": _agent_noun,
    "member": _member_noun,
    "deed": _deed,
    "mutual": _mutual,
    "centre": _centre,
}


# Hyphenated words


def _suffixed(grammar: SentenceReading, kind: Kind) -> Iterator[Relation]:
    """Hyphenated words: "Linux-based phones", "the Acme-owned studio Orbit"."""
    suffixes = load_suffixes()
    if "-" not in grammar.vocabulary or grammar.vocabulary.isdisjoint(suffixes.keys()):
        return
    for i in range(grammar.first + 2, grammar.last):
        suffix = grammar.lowers[i]
        if suffix not in suffixes or grammar.words[i - 1] != "-":
            continue
        suffix_kind, relation = suffixes[suffix]
        name = grammar.names.get(i - 2)
        noun = next(
            (
                p
                for k in range(i, min(i + 6, grammar.last))
                if (p := grammar.phrase_at(k)) is not None and p.head > i
            ),
            None,
        )
        if noun is None or noun.first > i + 1 or (name is not None and grammar.starts[i] != name.end + 1):
            continue
        if name is None:
            if (
                suffix == "powered"
                and kind == "technology"
                and "technology" in kind_nouns().get(grammar.word(i - 2), frozenset())
            ):
                means = Phrase(grammar.columns, i - 2, i - 1, i - 2)
                for thing in _things(grammar, noun._replace(first=i + 1, possessor=None, inner=())):
                    yield Relation(
                        relation, thing, means, i - 2, max(thing.last, noun.last), f"suffix-{suffix}"
                    )
            continue
        if suffix == "based" and name.label == "place":
            suffix_kind, relation = "organization", "headquartered_in"
        if suffix_kind != kind:
            continue
        other = grammar.phrase_of_name(name, noun)
        first = next(k for k in range(grammar.first, i) if grammar.names.get(k) is name)
        thing = noun._replace(first=i + 1, possessor=None, inner=()) if noun.first <= i < noun.head else noun
        named = _before_other(grammar, min(first, noun.first))
        if other is not None and named is not None:
            yield Relation(relation, named, other, first, noun.last, f"suffix-{suffix}")
        elif other is not None:
            for member in _things(grammar, thing):
                last = member.last if first <= member.first <= noun.last + 3 else noun.last
                yield Relation(relation, member, other, first, last, f"suffix-{suffix}")


def _before_other(grammar: SentenceReading, i: int) -> Phrase | None:
    """The name in "Orbit and other Acme-owned products", an instance of what follows "other"."""
    if grammar.word(i) == "other":
        i += 1
    if grammar.word(i - 1) == "other" and grammar.word(i - 2) in ("and", "or"):
        before = grammar.phrase_until(i - 3 if grammar.word(i - 3) == "," else i - 2)
        return before if before is not None and before.is_named else None
    return None
