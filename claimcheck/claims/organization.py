"""A relation in which a company or another organisation takes part: who made, owns, founded, funds what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, OwnRelation, Value
from claimcheck.claims.makers import MAKER_RULES, find_makers
from claimcheck.constructions.loading import constructions_with
from claimcheck.constructions.matching import Match, find_matches
from claimcheck.constructions.sides import is_pointer
from claimcheck.grammar.antecedents import antecedents_of
from claimcheck.grammar.descriptions import SentenceReading, in_every_sentence
from claimcheck.grammar.phrases import classes_of
from claimcheck.grammar.predications import is_name, name_part
from claimcheck.rules import Rule

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
    "operated_by",
    "merged_with",
    "client_of",
    "competes_with",
    "listed_on",
]


RULES = (
    Rule("organization/possessive", "They bought Microsoft's Windows 95.", "They bought Microsoft's house."),
    Rule("organization/possessive-part", "Google's AI research lab grew.", "Google's lab grew."),
    Rule("organization/of-place", "Toyota of Japan makes cars.", "The Bank of Japan lowered rates."),
    Rule(
        "organization/in-place", "Google, a firm in California, grew.", "Google rents a house in California."
    ),
    Rule(
        "organization/category-from", "Gmail is an email client from Google.", "Gmail is an email from work."
    ),
    Rule("organization/possessed-category", "Gmail is Google's email app.", "Gmail is my email app."),
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
    *MAKER_RULES,
)
"""The rules that are code, and the checks; those that are data are in `lexicons/en/constructions/`."""


class OrganizationValue(Value):
    """The relation, and its other side as written: the developer, owner, founder, partner, place, whole."""

    relation: OrganizationRelation | OwnRelation
    object: str

    def describe(self, comparator: Comparator) -> str:  # noqa: ARG002 - the signature of every kind
        """Such as `developed by OpenAI`."""
        return f"{self.relation.replace('_', ' ')} {self.object}"


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
    yield from _cited_makers(document)


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

    def organization(self, phrase: Phrase, *, or_product: bool = False) -> str | None:
        """The name of the organisation that a phrase points back at, if one is sure; names joined too."""
        if phrase.name is not None or phrase.is_named or not _POINTING.match(phrase.text):
            return None
        found = antecedents_of(self._document).resolve(phrase.start, phrase.end)
        if found is None:
            return None
        if self._labels is None:
            self._labels = {}
            for name in self._document.names():
                for text in (name.text, name.canonical):
                    self._labels.setdefault(text, set()).add(name.label)
        wanted = {"organization", "product"} if or_product else {"organization"}
        members = _JOINED.split(found)
        is_known = all(
            wanted & self._labels.get(part, self._labels.get(part.split(" ")[0], set())) for part in members
        )
        return found if is_known else None


_JOINED = re.compile(r",? and |, ")
_POINTING = re.compile(
    r"(?:its?|their|they)$|(?:the|this|that) (?:company|firm|startup|start-up|group|team|lab|organi[sz]ation"
    r"|studio|bank|agency|institute|university|maker|manufacturer|corporation|business|developer|publisher|giant|nonprofit|non-profit)$",
    re.IGNORECASE,
)


def _find_in_sentence(grammar: SentenceReading, pointers: Pointers) -> Iterator[Draft]:
    rules = grammar.document.rules
    constructions = constructions_with(rules.own_constructions)
    seen: set[tuple[str, int, int]] = set()
    for match in [*find_matches(grammar, constructions, "organization"), *_beside_names(grammar)]:
        key = (match.relation, match.thing.head, match.other.head)
        if key in seen or match.thing.text == match.other.text:
            continue
        start, end = grammar.text(match.first, match.last)
        object_text = _object_text(grammar, match.other, pointers, or_product=match.may_be_product)
        if object_text is None:
            words = (match.other.start, match.other.end)
            if rules.refuse("organization/unknown-object", match.rule, start, end, words):
                continue
            object_text = match.other.text
        itself = match.thing.name.text if match.thing.name is not None else pointers.organization(match.thing)
        if itself == object_text:
            continue
        seen.add(key)
        yield Draft(
            OrganizationClaim,
            start,
            end,
            OrganizationValue(relation=match.relation, object=object_text),
            match.rule,
            name_part(grammar, match.thing),
        )


def _object_text(
    grammar: SentenceReading, phrase: Phrase, pointers: Pointers, *, or_product: bool
) -> str | None:
    """The other side as written, "researchers at Google" as a whole; what a pronoun means."""
    if is_pointer(grammar, phrase):
        return pointers.organization(phrase, or_product=or_product)
    if phrase.name is None and grammar.word(phrase.last) in ("at", "from", "of"):
        workplace = grammar.phrase_from(phrase.last + 1)
        if workplace is not None and workplace.name is not None:
            return grammar.document.text[phrase.start : workplace.end]
    if phrase.name is not None and phrase.columns.starts[phrase.last - 1] >= phrase.name.end:
        return phrase.text
    start, end = name_part(grammar, phrase)
    owner = phrase.possessor
    if owner is not None and _label(owner) == "organization" and is_name(grammar, phrase):
        start = owner.start  # "Leeds University's Centre for Law"
    return pointers.organization(phrase) or grammar.document.text[start:end]


def _label(phrase: Phrase) -> str:
    return phrase.name.label if phrase.name is not None else ""


# Names beside names


def _beside_names(grammar: SentenceReading) -> Iterator[Match]:
    """Relations that no verb states: "Acme's Orbit 3", "Orbit, Acme's telescope", "a bank in Lyon"."""
    for phrase in grammar.phrases if grammar.names else ():
        owner = phrase.possessor
        if owner is not None and _label(owner) == "organization" and _is_named_product(phrase):
            yield Match("developed_by", phrase, owner, owner.first, phrase.last, "organization/possessive")
            for member in grammar.members(phrase)[1:2]:
                joint = grammar.word(member.first - 1)
                if joint in ("and", "or", "&") and member.possessor is None and _label(member) == "product":
                    yield Match(
                        "developed_by", member, owner, member.first, member.last, "organization/possessive"
                    )
        if (
            owner is not None
            and phrase.noun in _UNITS
            and (owner.name is phrase.name or _label(owner) == "organization")
            and owner.name is not None
            and phrase.last - phrase.first > 1
        ):
            # one name that holds a possessor: "Facebook's AI Research lab"
            yield Match(
                "part_of",
                phrase._replace(possessor=None),
                owner,
                owner.first,
                phrase.last,
                "organization/possessive-part",
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
                yield Match(
                    "developed_by",
                    thing,
                    source,
                    description.first,
                    source.last,
                    "organization/category-from",
                )
        maker = (
            category.possessor
            if category.possessor is not None and _label(category.possessor) == "organization"
            else None
        )
        if maker is None and category.inner and category.inner[-1].label == "organization":
            maker = grammar.phrase_of_name(category.inner[-1], category)
        if maker is not None:
            yield Match(
                "developed_by",
                thing,
                maker,
                description.first,
                category.last,
                "organization/possessed-category",
            )


_UNITS = frozenset(
    {"lab", "labs", "laboratory", "division", "research", "team", "department", "unit", "arm", "subsidiary"}
)
# "the House of Commons of Canada": a body of a country, which is not where it has its seat
_BODIES = frozenset(
    "party assembly house senate board ministry department court parliament government union federation"
    " council church association society office bank republic army navy people".split()
)


# A body with one of these in its name is where the place after it says: "Leeds Hospital in Lyon"
_SEATED = frozenset(
    "University College School Hospital Institute Museum Center Centre Laboratory Academy".split()
)


def _is_named_product(phrase: Phrase) -> bool:
    if _label(phrase) == "product":
        return True
    is_product = "product" in classes_of(phrase)
    return is_product and (any(name.label == "product" for name in phrase.inner) or _has_quotes(phrase))


def _has_quotes(phrase: Phrase) -> bool:
    marks = ('"', "“", "”", "*", "``", "''")
    return sum(word in marks for word in phrase.columns.words[phrase.first : phrase.last]) > 1


def _seated(grammar: SentenceReading, phrase: Phrase) -> Iterator[Match]:
    """Seats after "of" and "in": "Acme of Lyon", "a bank in Lyon" said of a named organisation."""
    preposition = grammar.word(phrase.last)
    place = grammar.phrase_from(phrase.last + 1)
    if place is None or _label(place) != "place" or place.determiner or place.possessor is not None:
        return
    is_company = _label(phrase) == "organization" and not phrase.determiner and " of " not in phrase.text
    if preposition == "of" and is_company and not _BODIES & set(phrase.text.lower().split()):
        yield Match("headquartered_in", phrase, place, phrase.last, place.last, "organization/of-place")
    elif preposition == "in" and is_company and _SEATED & set(phrase.name_text.split()):
        yield Match("headquartered_in", phrase, place, phrase.last, place.last, "organization/in-place")
    elif preposition == "in" and phrase.name is None and "organization" in classes_of(phrase):
        thing = grammar.described(phrase)
        if thing is not phrase and _label(thing) == "organization":
            yield Match("headquartered_in", thing, place, phrase.last, place.last, "organization/in-place")
