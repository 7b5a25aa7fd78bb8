"""A relation in which a company or another organisation takes part: who made, owns, founded, funds what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Draft, KindColour, OwnRelation, RelationValue
from claimcheck.claims.card_labels import find_makers_on_card
from claimcheck.claims.relations.beside_names import BESIDE_RULES, find_beside_names
from claimcheck.claims.relations.makers import MAKER_RULES, find_makers
from claimcheck.constructions.listed import is_listed
from claimcheck.constructions.loading import constructions_with
from claimcheck.constructions.matching import find_matches, stated_by
from claimcheck.constructions.sides import fits, is_he_or_she, is_pointer
from claimcheck.constructions.unknown_names import is_doubtful
from claimcheck.grammar.antecedents.finding import antecedents_of
from claimcheck.grammar.descriptions.reading import SentenceReading, in_every_sentence
from claimcheck.grammar.named_phrases import is_name, name_part
from claimcheck.lexicons.word_sets import WordPattern, WordSet, grammar_words
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.constructions.matching import Match
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
    "operated_by",
    "merged_with",
    "client_of",
    "competes_with",
    "listed_on",
]


RULES = (
    Rule("organization/unknown-object", "It bought GitHub.", "Microsoft bought GitHub.", is_check=True),
    Rule(
        "organization/thing",
        "Google acquired a taste for podcasts.",
        "Google acquired YouTube.",
        is_check=True,
    ),
    Rule(
        "organization/other",
        "Ann Lee paid for the hotel, and Slack was acquired by noon.",
        "Slack was acquired by Salesforce.",
        is_check=True,
    ),
    Rule(
        "organization/asked",
        "She asked how Google acquired YouTube.",
        "She said Google acquired YouTube.",
        is_check=True,
    ),
    Rule(
        "organization/not-with",
        "Google works with clients such as Nokia.",
        "Google works with Nokia.",
        is_check=True,
    ),
    Rule(
        "organization/introduced-by",
        "Google worked for Nokia without any clients.",
        "Google worked for clients such as Nokia.",
        is_check=True,
    ),
    Rule(
        "organization/sold-away",
        "Nokia sold Firefox to Google.",
        "Nokia sold Firefox.",
        is_check=True,
    ),
    Rule(
        "organization/nobody",
        "Rowan's partner Ann Lee left, and Japan cooperates with France.",
        "Google's partner Nokia left, and Japan cooperates with Nokia.",
        is_check=True,
    ),
    Rule(
        "organization/label",
        "Orbit-7B\n\n- Developed by: Microsoft and Nokia",
        "Orbit-7B\n\n- Developed by: see the paper of Microsoft",
    ),
    *BESIDE_RULES,
    *MAKER_RULES,
)
"""The rules that are code, and the checks; those that are data are in `lexicons/en/constructions/`."""


class OrganizationValue(RelationValue):
    """The relation, and its other side as written: the developer, owner, founder, partner, place, whole."""

    relation: OrganizationRelation | OwnRelation

    def may_be_about(self, name: str) -> bool:
        """Whether a name is not that of the other side."""
        return name != self.object


class OrganizationClaim(BaseClaim):
    """A relation in which an organisation takes part.

    Such as `developed_by`, `owned_by`, `acquired_by`, `founded_by`, `funded_by`, `partnered_with`,
    `headquartered_in`, `part_of` or `supplied_by`. The direction is fixed: “OpenAI built ChatGPT” and
    “ChatGPT was developed by OpenAI” are the same claim about ChatGPT.
    """

    kind: Literal["organization"] = "organization"
    value: OrganizationValue

    colour: ClassVar[KindColour] = KindColour("relation", 45)
    example: ClassVar[tuple[str, str]] = ("Kubernetes was developed by Google.", "was developed by Google")


def find_organization_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every relation of an organisation that the text states."""
    pointers = Pointers(document)
    yield from in_every_sentence(document, lambda grammar: _find_in_sentence(grammar, pointers))
    yield from in_every_sentence(document, _makers_on_card)
    yield from _cited_makers(document)


def _makers_on_card(grammar: SentenceReading) -> Iterator[Draft]:
    """Who stands behind a thing by the labels of its card: "Developed by: Acme"."""
    for line in find_makers_on_card(grammar):
        value = OrganizationValue(relation=line.relation, object=grammar.document.text[slice(*line.given)])
        yield Draft(OrganizationClaim, *line.given, value, "organization/label", line.thing)


def _cited_makers(document: NormalisedDocument) -> Iterator[Draft]:
    """Makers of software as reports of research cite them: "Stata 13 (StataCorp, College Station, TX)"."""
    for software, maker, form in find_makers(document):
        yield Draft(
            OrganizationClaim,
            min(software[0], maker[0]),
            max(software[1], maker[1]),
            OrganizationValue(relation="developed_by", object=document.text[slice(*maker)]),
            f"organization/developed_by/cited/{form}",
            software,
        )


class Pointers:
    """Which organisation "they" or "the company" stands for; the work is done when the first one is met."""

    def __init__(self, document: NormalisedDocument) -> None:
        self._document = document
        self._labels: dict[str, set[str]] | None = None

    def organization(
        self, phrase: Phrase, wanted: frozenset[str] = frozenset({"organization"})
    ) -> str | None:
        """The name of the organisation, or of another label, that a phrase points back at, if one is sure.

        Names joined too.
        """
        if phrase.name is not None or phrase.is_named or not _POINTING.match(phrase.text):
            return None
        found = antecedents_of(self._document).resolve(phrase.start, phrase.end)
        if found is None or _is_named_too_late(phrase, found):
            return None
        if self._labels is None:
            self._labels = {}
            for name in self._document.names():
                for text in (name.text, name.canonical):
                    self._labels.setdefault(text, set()).add(name.label)
        members = _JOINED.split(found)
        is_known = all(
            wanted & self._labels.get(part, self._labels.get(part.split(" ")[0], set())) for part in members
        )
        return found if is_known else None


def _is_named_too_late(phrase: Phrase, name: str) -> bool:
    """Whether a text already spoke of "the group" before it came to a name, which is then another's."""
    if phrase.determiner not in _POINTING_BACK:
        return False
    text = phrase.columns.text
    return phrase.text.lower() in text[: max(text.find(name), 0)].lower()


_POINTING_BACK = WordSet("common/pointing_back")


_SHARE = re.compile(r"[ (]+[0-9.,]+[ ]?%\)?$")  # "owned by Acme 23% and Orbit 12%"
_JOINED = re.compile(r",? and |, ")
_POINTING = WordPattern(
    r"(?:its?|their|they|we|us|our|s?he)$|(?:<common/pointing_back>) (?:<organization/pointed_at>)$",
    re.IGNORECASE,
)


def _find_in_sentence(grammar: SentenceReading, pointers: Pointers) -> Iterator[Draft]:
    stated = list(_stated_in_sentence(grammar, pointers))
    inner = _inner([match for match, _ in stated]) if len(stated) > 1 else []
    yield from (draft for match, draft in stated if match not in inner)


def _stated_in_sentence(grammar: SentenceReading, pointers: Pointers) -> Iterator[tuple[Match, Draft]]:
    rules = grammar.document.rules
    constructions = constructions_with(rules.own_constructions)
    seen: set[tuple[str, int, int]] = set()
    matches = [*find_matches(grammar, constructions, "organization"), *find_beside_names(grammar)]
    bought = {match.thing.head for match in matches if match.relation == "acquired_by"}
    for match in matches:
        key = (match.relation, match.thing.head, match.other.head)
        if key in seen or match.thing.text == match.other.text:
            continue
        start, end = grammar.text(match.first, match.last)
        if match.relation == "supplied_by" and (match.thing.head in bought or _is_counted(grammar, match)):
            words = (match.thing.start, match.thing.end)  # what is sold to a buyer, or counted, is no ware
            if rules.refuse("organization/sold-away", match.rule, start, end, words):
                continue
        if _is_without_organization(grammar, match) or _is_of_persons(grammar, match, pointers):
            words = (match.thing.start, match.thing.end)
            if rules.refuse("organization/nobody", match.rule, start, end, words):
                continue
        object_text = _object_text(grammar, match.other, pointers, match.stands_for)
        if object_text is None:
            words = (match.other.start, match.other.end)
            if rules.refuse("organization/unknown-object", match.rule, start, end, words):
                continue
            object_text = match.other.text
        if object_text in (_name_of(grammar, match.thing, pointers), grammar.described(match.thing).text):
            if is_pointer(grammar, match.other) or match.other.name is not None:
                continue
            object_text = match.other.text  # "the company" that bought Acme is not Acme
        if is_pointer(grammar, match.other) and _stands_beside(grammar, match.thing, object_text):
            continue
        owner = match.thing.possessor
        if owner is not None and owner.head != match.other.head and owner.text == object_text:
            continue  # the owner in front of the thing says it: "development of Acme's Orbit, Acme said"
        seen.add(key)
        value = OrganizationValue(relation=match.relation, object=object_text)
        thing = _whole_name(grammar, match.thing)
        stated_at, slot = stated_by(grammar, match), match.slot
        yield (
            match,
            Draft(OrganizationClaim, start, end, value, match.rule, thing, stated_at=stated_at, slot=slot),
        )


def _stands_beside(grammar: SentenceReading, thing: Phrase, name: str) -> bool:
    """Whether a name is joined in front of the thing and "its" means another: "Acme and Orbit are its"."""
    if grammar.word(thing.first - 1) not in grammar_words("joining"):
        return False
    before = grammar.phrase_until(thing.first - 1)
    return before is not None and before.name_text == name


def _inner(matches: list[Match]) -> list[Match]:
    """The matches that tell of a part of a longer one what that tells of its own thing.

    "Acme raised $5 million in a round led by Orbit" says of Acme what it says of the round.
    """
    inner = {
        (match.relation, match.thing.head)
        for match in matches
        for longer in matches
        if longer.relation == match.relation and longer.other.head == match.other.head
        if longer.thing.head < longer.first <= match.thing.head < longer.last
    }
    told = {
        (match.relation, match.other.head)
        for match in matches
        if (match.relation, match.thing.head) not in inner
    }
    return [
        match
        for match in matches
        if (match.relation, match.thing.head) in inner and (match.relation, match.other.head) in told
    ]


def _is_counted(grammar: SentenceReading, match: Match) -> bool:
    """Whether a relation is told of so many of a thing: "Acme sold 2,000 cars" says how well it sells."""
    thing = match.thing
    inner = range(thing.first, thing.head)
    return thing.name is None and any(grammar.deps[i] == "nummod" for i in inner)


def _whole_name(grammar: SentenceReading, phrase: Phrase) -> tuple[int, int]:
    """The characters of a name on a side, with the capitals before a mere guess: "Prince Sports"."""
    start, end = name_part(grammar, phrase)
    if phrase.name is None or not is_doubtful(phrase):
        return start, end
    for i in range(phrase.head, phrase.first - 1, -1):
        if grammar.starts[i] < start and not (grammar.words[i][:1].isupper() and i not in grammar.names):
            break
        start = min(start, grammar.starts[i])
    return start, end


def _is_without_organization(grammar: SentenceReading, match: Match) -> bool:
    """Whether a relation holds only between two persons, two places, or "we" and a place or a tool.

    A product has its versions and makes none, and what a person does with an area is no company's deed.
    """
    thing, other = match.thing.name, match.other.name
    if other is None or is_doubtful(match.other) or match.relation == "headquartered_in":
        return False
    if thing is None:
        is_tool = other.label == "product" and not is_listed(other.text, "organization")
        is_tool = is_tool and is_listed(other.text, "product")
        if fits(grammar, match.thing, ("speaker",)):
            return other.label == "place" or is_tool
        if other.label == "product":  # "Orbit will release a new version" every year
            return match.relation == "developed_by" and match.thing.noun in _OF_A_PRODUCT
        is_place = other.label == "person" and fits(grammar, match.thing, ("the-place", "a-place"))
        return is_place and not fits(grammar, match.thing, ("the-organization", "a-organization"))
    return other.label in ("person", "place") and thing.label == other.label and not is_doubtful(match.thing)


def _is_of_persons(grammar: SentenceReading, match: Match, pointers: Pointers) -> bool:
    """Whether somebody whom a pronoun stands for works with a person: "They worked with Ann Lee"."""
    other = match.other.name
    if other is None or other.label != "person" or other.is_guess:
        return False
    if match.relation not in _MUTUAL or not fits(grammar, match.thing, ("pronoun",)):
        return False
    return pointers.organization(match.thing) is None


_MUTUAL = frozenset({"partnered_with", "competes_with"})

# What a product has itself
_OF_A_PRODUCT = WordSet("organization/of_a_product")


def _name_of(grammar: SentenceReading, thing: Phrase, pointers: Pointers) -> str | None:
    """What a name or a pronoun on the side of the subject stands for; None for "the company"."""
    if thing.name is not None:
        return thing.name.text
    return pointers.organization(thing) if is_pointer(grammar, thing) else None


def _object_text(
    grammar: SentenceReading, phrase: Phrase, pointers: Pointers, stands_for: frozenset[str]
) -> str | None:
    """The other side as written, "researchers at Google" as a whole; what a pronoun means."""
    if is_pointer(grammar, phrase) or is_he_or_she(grammar, phrase):
        return pointers.organization(phrase, stands_for)
    if phrase.name is None and grammar.word(phrase.last) in ("at", "from", "of"):
        workplace = grammar.phrase_from(phrase.last + 1)
        if workplace is not None and workplace.name is not None:
            return grammar.document.text[phrase.start : workplace.end]
    if phrase.name is not None and phrase.columns.starts[phrase.last - 1] >= phrase.name.end:
        return _SHARE.sub("", phrase.text)
    start, end = name_part(grammar, phrase)
    owner = phrase.possessor
    is_owned = owner is not None and owner.name is not None and owner.name.label == "organization"
    if owner is not None and is_owned and is_name(grammar, phrase):
        start = owner.start  # "Leeds University's Centre for Law"
    return pointers.organization(phrase) or _SHARE.sub("", grammar.document.text[start:end])
