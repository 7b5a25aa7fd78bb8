"""A relation in which a company or another organisation takes part: who made, owns, founded, funds what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, Value
from claimcheck.claims.relations import Relation, find_relations
from claimcheck.grammar.antecedents import antecedents_of
from claimcheck.grammar.descriptions import SentenceReading, in_every_sentence
from claimcheck.grammar.phrases import classes_of, kind_nouns
from claimcheck.names.lists import load_name_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.phrases import Phrase
    from claimcheck.mentions import NormalisedDocument

OrganizationRelation = Literal[
    "developed_by",
    "owned_by",
    "acquired_by",
    "founded_by",
    "funded_by",
    "partnered_with",
    "headquartered_in",
    "part_of",
    "supplied_by",
]


class OrganizationValue(Value):
    """The relation, and its other side as written: the developer, owner, founder, partner, place, whole."""

    relation: OrganizationRelation
    object: str

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """Such as `developed by OpenAI`."""
        return f"{self.relation.replace('_', ' ')} {self.object}"


class OrganizationClaim(BaseClaim):
    """A relation in which an organisation takes part."""

    kind: Literal["organization"] = "organization"
    value: OrganizationValue

    example: ClassVar[tuple[str, str]] = ("Kubernetes was developed by Google.", "was developed by Google")


def find_organization_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every relation of an organisation that the text states."""
    pointers = Pointers(document)
    return in_every_sentence(document, lambda grammar: _find_in_sentence(grammar, pointers))


class Pointers:
    """Which organisation "they" or "the company" stands for; the work is done when the first one is met."""

    def __init__(self, document: NormalisedDocument) -> None:
        self._document = document
        self._organizations: frozenset[str] | None = None

    def organization(self, phrase: Phrase) -> str | None:
        """The name of the organisation that a phrase points back at, if one is sure."""
        if phrase.name is not None or phrase.is_named or not _POINTING.match(phrase.text):
            return None
        if self._organizations is None:
            self._organizations = frozenset(
                text
                for name in self._document.names()
                if name.label == "organization"
                for text in (name.text, name.canonical)
            )
        found = antecedents_of(self._document).resolve(phrase.start, phrase.end)
        return found if found in self._organizations else None


_POINTING = re.compile(
    r"(?:it|they)$|(?:the|this|that) (?:company|firm|startup|start-up|group|team|lab|organi[sz]ation|studio"
    r"|bank|agency|institute|university|maker|manufacturer|corporation|business|developer|publisher|giant|nonprofit|non-profit)$",
    re.IGNORECASE,
)


def _find_in_sentence(grammar: SentenceReading, pointers: Pointers) -> Iterator[Draft]:
    seen: set[tuple[str, int, int]] = set()
    for relation in [*find_relations(grammar, "organization"), *_beside_names(grammar)]:
        key = (relation.relation, relation.thing.head, relation.other.head)
        if key in seen or relation.thing.text == relation.other.text:
            continue
        if not _THINGS[relation.relation](relation.thing, relation):
            continue
        is_sound = _OTHERS[relation.relation](relation.other) or _is_introduced(grammar, relation)
        object_text = _object_text(grammar, relation.other) if is_sound else None
        if object_text is None and relation.relation != "headquartered_in":
            object_text = pointers.organization(relation.other)
        if object_text is None or (
            relation.thing.name is not None and relation.thing.name.text == object_text
        ):
            continue
        is_open = relation.thing.text.lower() == "it" and relation.relation in _OF_ORGANIZATIONS
        if is_open and pointers.organization(relation.thing) is None:
            continue
        seen.add(key)
        start, end = grammar.text(relation.first, relation.last)
        yield Draft(
            OrganizationClaim,
            start,
            end,
            OrganizationValue(relation=relation.relation, object=object_text),  # type: ignore[arg-type]
            f"organization/{relation.rule}",
            relation.thing.name_span,
        )


_OF_ORGANIZATIONS = frozenset({"founded_by", "headquartered_in"})


def _object_text(grammar: SentenceReading, phrase: Phrase) -> str:
    """The other side as written, with the workplace of "researchers at Google"."""
    if phrase.name is None and grammar.word(phrase.last) in ("at", "from", "of"):
        workplace = grammar.phrase_from(phrase.last + 1)
        if workplace is not None and workplace.name is not None:
            return grammar.document.text[phrase.start : workplace.end]
    if phrase.name is not None and phrase.columns.starts[phrase.last - 1] < phrase.name.end:
        return phrase.name_text
    return phrase.text


# What may stand on either side


def _is_introduced(grammar: SentenceReading, relation: Relation) -> bool:
    """Whether a noun such as "owner" or "the company behind" says that an unknown name is an organisation."""
    other = relation.other
    return (
        relation.rule.startswith("agent-")
        and other.name is None
        and grammar.is_proper(other)
        and not other.inner
    )


def _label(phrase: Phrase) -> str:
    return phrase.name.label if phrase.name is not None else ""


def _is_organization(phrase: Phrase) -> bool:
    """Whether a phrase names an organisation or people who work for a named one."""
    if phrase.name is not None:
        return phrase.name.label == "organization" or _may_be_organization(phrase.name.text)
    if not classes_of(phrase) & {"organization", "group"}:
        return False
    has_named = any(name.label == "organization" for name in phrase.inner) or (
        phrase.possessor is not None and _label(phrase.possessor) == "organization"
    )
    return has_named or _works_at_named(phrase)


def _may_be_organization(name: str) -> bool:
    """Whether a name taken for a product is listed as an organisation too: "Oracle"."""
    return any(entry.label == "organization" for entry in load_name_table().readings(name))


def _works_at_named(phrase: Phrase) -> bool:
    columns, last = phrase.columns, phrase.last
    if last + 1 >= len(columns.words) or columns.lowers[last] not in ("at", "from"):
        return False
    return columns.words[last + 1][:1].isupper()


def _is_person_or_organization(phrase: Phrase) -> bool:
    return _label(phrase) in ("person", "organization") or _is_organization(phrase)


def _is_product(phrase: Phrase, relation: Relation) -> bool:
    """Whether a phrase is something that can be developed: a named product or a noun for one."""
    label = _label(phrase)
    if label and _introduced_as_product(phrase):
        return True
    if label:
        made = relation.rule.rsplit("-", 1)[-1] in _MAKING_ORGANIZATIONS
        return label in ("product", "language") or (label == "organization" and made)
    if phrase.columns.tags[phrase.head] == "PRP":
        return phrase.text.lower() == "it"
    if (
        not phrase.is_named
        and not phrase.determiner
        and phrase.possessor is None
        and relation.first == relation.thing.last
    ):
        return False  # "games published by Acme": some of them, which nothing tells
    if phrase.determiner in ("any", "every", "each"):
        return False
    return "product" in kind_nouns().get(phrase.noun, frozenset()) and phrase.determiner != "no"


def _introduced_as_product(phrase: Phrase) -> bool:
    """Whether a noun before the name says that it is a product: "the chatbot Claude"."""
    nouns = kind_nouns()
    return any(
        "product" in nouns.get(word, frozenset())
        for word in phrase.columns.lowers[phrase.first : phrase.head]
    )


# Verbs whose object is a product even where the name lists or the model take it for an organisation
_MAKING_ORGANIZATIONS = frozenset(
    {
        "develop",
        "create",
        "release",
        "unveil",
        "build",
        "design",
        "invent",
        "owned",
        "behind",
        "maker",
        "developer",
        "creator",
    }
)


def _is_owned(phrase: Phrase, _: Relation) -> bool:
    if _label(phrase):
        return _label(phrase) in ("organization", "product", "place")
    if phrase.columns.tags[phrase.head] == "NNP":
        return True
    return (
        bool(classes_of(phrase) & {"organization", "product"}) and phrase.columns.tags[phrase.head] != "PRP"
    )


def _is_named_owned(phrase: Phrase, relation: Relation) -> bool:
    is_named = phrase.is_named or phrase.columns.tags[phrase.head] == "NNP"
    return _label(phrase) in ("organization", "product") or (is_named and _is_owned(phrase, relation))


def _is_any_organization(phrase: Phrase, _: Relation) -> bool:
    """A named organisation, or a noun for one."""
    if _label(phrase):
        return _label(phrase) == "organization"
    return "organization" in classes_of(phrase) or phrase.text.lower() == "it"


def _is_named_organization(phrase: Phrase, _: Relation) -> bool:
    return _label(phrase) == "organization"


def _is_part(phrase: Phrase, relation: Relation) -> bool:
    if _label(phrase):
        return _label(phrase) in ("organization", "product")
    return (
        phrase.is_named
        or relation.other.head == (phrase.possessor.head if phrase.possessor is not None else -1)
        or bool(classes_of(phrase) & {"product", "organization"})
    )


def _is_whole(phrase: Phrase) -> bool:
    """A named organisation, or something of one: "the Hugging Face ecosystem"."""
    return _is_organization(phrase) or (
        phrase.name is None and any(n.label == "organization" for n in phrase.inner)
    )


def _is_supply(phrase: Phrase, _: Relation) -> bool:
    if phrase.name is not None:
        return phrase.name.label == "product"
    return "supply" in kind_nouns().get(phrase.noun, frozenset())


def _is_place(phrase: Phrase) -> bool:
    return _label(phrase) == "place"


_THINGS = {
    "developed_by": _is_product,
    "owned_by": _is_named_owned,
    "acquired_by": _is_named_owned,
    "founded_by": _is_any_organization,
    "funded_by": _is_owned,
    "partnered_with": _is_named_organization,
    "headquartered_in": _is_any_organization,
    "part_of": _is_part,
    "supplied_by": _is_supply,
}
_OTHERS = {
    "developed_by": _is_organization,
    "owned_by": _is_person_or_organization,
    "acquired_by": _is_person_or_organization,
    "founded_by": _is_person_or_organization,
    "funded_by": _is_person_or_organization,
    "partnered_with": _is_organization,
    "headquartered_in": _is_place,
    "part_of": _is_whole,
    "supplied_by": _is_organization,
}


# Names beside names


def _beside_names(grammar: SentenceReading) -> Iterator[Relation]:
    """Relations that no verb states: "Acme's Orbit 3", "Orbit, Acme's telescope", "a bank in Lyon"."""
    for phrase in grammar.phrases if grammar.names else ():
        owner = phrase.possessor
        if owner is not None and _label(owner) == "organization" and _is_named_product(phrase):
            yield Relation("developed_by", phrase, owner, owner.first, phrase.last, "possessive")
            for member in grammar.members(phrase)[1:2]:
                joint = grammar.word(member.first - 1)
                if joint in ("and", "or", "&") and member.possessor is None and _label(member) == "product":
                    yield Relation("developed_by", member, owner, member.first, member.last, "possessive")
        if owner is not None and owner.name is phrase.name is not None and phrase.noun in _UNITS:
            # one name that holds a possessor: "Facebook's AI Research lab"
            yield Relation(
                "part_of", phrase._replace(possessor=None), owner, owner.first, phrase.last, "possessive-part"
            )
        if grammar.word(phrase.last) in ("of", "in"):
            yield from _seated(grammar, phrase)
    for description in grammar.descriptions_of_named():
        category, thing = description.category, description.thing
        if category.name is not None or "product" not in classes_of(category) or not grammar.is_proper(thing):
            continue
        if grammar.word(category.last) in ("from", "by"):
            source = grammar.phrase_from(category.last + 1)
            if source is not None and _label(source) == "organization":
                yield Relation("developed_by", thing, source, description.first, source.last, "category-from")
        maker = (
            category.possessor
            if category.possessor is not None and _label(category.possessor) == "organization"
            else None
        )
        if maker is None and category.inner and category.inner[-1].label == "organization":
            maker = grammar.phrase_of_name(category.inner[-1], category)
        if maker is not None:
            yield Relation(
                "developed_by", thing, maker, description.first, category.last, "possessed-category"
            )


_UNITS = frozenset(
    {"lab", "labs", "laboratory", "division", "research", "team", "department", "unit", "arm", "subsidiary"}
)
# "the House of Commons of Canada": a body of a country, which is not where it has its seat
_BODIES = frozenset(
    "party assembly house senate board ministry department court parliament government union federation"
    " council church association society office bank republic army navy people".split()
)


def _is_named_product(phrase: Phrase) -> bool:
    if _label(phrase) == "product":
        return True
    is_product = "product" in classes_of(phrase)
    return is_product and (any(name.label == "product" for name in phrase.inner) or _has_quotes(phrase))


def _has_quotes(phrase: Phrase) -> bool:
    marks = ('"', "“", "”", "*", "``", "''")
    return sum(word in marks for word in phrase.columns.words[phrase.first : phrase.last]) > 1


def _seated(grammar: SentenceReading, phrase: Phrase) -> Iterator[Relation]:
    """Seats after "of" and "in": "Acme of Lyon", "a bank in Lyon" said of a named organisation."""
    preposition = grammar.word(phrase.last)
    place = grammar.phrase_from(phrase.last + 1)
    if place is None or _label(place) != "place" or place.determiner or place.possessor is not None:
        return
    is_company = _label(phrase) == "organization" and not phrase.determiner and " of " not in phrase.text
    if preposition == "of" and is_company and not _BODIES & set(phrase.text.lower().split()):
        yield Relation("headquartered_in", phrase, place, phrase.last, place.last, "of-place")
    elif preposition == "in" and phrase.name is None and "organization" in classes_of(phrase):
        thing = grammar.described(phrase)
        if thing is not phrase and _label(thing) == "organization":
            yield Relation("headquartered_in", thing, place, phrase.last, place.last, "in-place")
