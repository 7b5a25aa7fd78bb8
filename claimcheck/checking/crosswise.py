"""Documents held against each other both ways, each as an answer whose source is the other.

Articles on one event tell the same in other words. What the rules of grounding find in one of them against
the other, and in the other against the one, in the same two places, is a conflict: "the ship cost 84 million
euros" and "the Havsula, which cost 94 million". Two articles on two events give other figures throughout, so
that most of what both give must be the same.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.grounding.ground import Grounder
from claimcheck.checking.keys import place_behind, unit_of_claim, value_of
from claimcheck.checking.retold import FLAT_KINDS, are_of_one_size, is_flat, numbers_in, pairs_about_one_thing
from claimcheck.checking.same import field_of, is_named, same_name, subject_of
from claimcheck.checking.texts import pieces_of
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language

    from claimcheck.checking.findings import Finding, Place
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

Numbers = frozenset[Decimal | str]
"""All numbers that a document gives, and dates as TIMEX3."""

LEAST_AGREED = 3
"""Two documents on one event share at least so many figures and dates, and more than they differ in."""

LEAST_DIFFERING = 3
"""Two documents that are of two events after all differ in at least so many figures and dates."""

LEAST_SHARED = 2
"""So many numbers at least; documents with fewer are not held against each other."""

_NO_FIGURES = frozenset({"name", "quote", "wording", "organization", "technology"})
"""Kinds of findings that are of no figure and no date."""


class Pair(NamedTuple):
    """What two documents say against each other.

    Attributes:
        crossed: findings on the one and on the other that contradict each other.
        agreed: how many figures and dates both give.
    """

    crossed: list[tuple[Finding, Finding]]
    agreed: int

    @property
    def differing(self) -> int:
        """The places of the one that the other contradicts."""
        return len({one.place.start for one, _ in self.crossed})


class Crosswise:
    """Documents that are held against each other, each read once as a source, and as an answer to few."""

    def __init__(self, documents: Sequence[Document], load_nlp: Callable[[], Language]) -> None:
        self.documents = documents
        self.numbers = {document.source: number for number, document in enumerate(documents)}
        self._load_nlp = load_nlp
        self._grounders: dict[int, Grounder] = {}
        self._pairs: dict[tuple[int, int], Pair] = {}

    def pair(self, i: int, j: int) -> Pair:
        """What two documents say against each other."""
        if (i, j) not in self._pairs:
            mine, its = (
                [f for f in self._grounder(source).findings(self.documents[answer]) if _is_of_figure(f)]
                for source, answer in ((j, i), (i, j))
            )
            crossed = [(one, other) for one in mine for other in its if _are_crossed(one, other)]
            self._pairs[i, j] = Pair(crossed, min(_count_borne_out(mine), _count_borne_out(its)))
        return self._pairs[i, j]

    def _grounder(self, number: int) -> Grounder:
        if number not in self._grounders:
            self._grounders[number] = Grounder((self.documents[number],), self._load_nlp())
        return self._grounders[number]

    def are_of_two_events(self, i: int, j: int) -> bool:
        """Whether two documents tell what was said on two days, or give other figures throughout, as those on
        two quarters do.
        """
        return _are_of_two_days(self.documents[i], self.documents[j]) or self.differ_throughout(i, j)

    def differ_throughout(self, i: int, j: int) -> bool:
        """Whether two documents give other figures throughout."""
        pair = self.pair(i, j)
        return pair.differing >= max(LEAST_DIFFERING, pair.agreed)

    def conflicts(self) -> Iterator[tuple[Document, Document, BaseClaim, BaseClaim]]:
        """Pairs of documents with a claim of each that contradicts the other's, whichever is the source.

        Only of documents about one thing that agree in most of the figures and dates that both give.
        """
        for i, j in pairs_about_one_thing(self.documents):
            one, other = self.documents[i], self.documents[j]
            held = numbers_in(one), numbers_in(other)
            if len(held[0] & held[1]) < LEAST_SHARED or _are_of_two_days(one, other):
                continue
            pair = self.pair(i, j)
            if pair.agreed < max(LEAST_AGREED, pair.differing + 1):
                continue
            for mine, its in pair.crossed:
                for claim in _claims_at(mine.place, one):
                    for theirs in _claims_at(its.place, other):
                        if _may_contradict(claim, theirs) and _exclude_each_other(claim, theirs, held):
                            yield one, other, claim, theirs


_SAID_ON = WordPattern(
    r"\b(?:<checking/whose_word>)\b[^.;\n]{0,40}?\b(?P<day><common/weekday>)\b",
    re.IGNORECASE,
)


def _are_of_two_days(one: Document, other: Document) -> bool:
    """Whether two documents tell what was said on two days: a fire has burned more by Thursday."""
    mine, its = (
        {said["day"].lower() for piece in pieces_of(document) for said in _SAID_ON.finditer(piece.text)}
        for document in (one, other)
    )
    return bool(mine and its) and mine.isdisjoint(its)


_SO_FAR = WordPattern(r"\b(?:<checking/so_far>)\b", re.IGNORECASE)


def _is_of_figure(finding: Finding) -> bool:
    return finding.kind not in _NO_FIGURES and bool(finding.evidence)


def _count_borne_out(findings: list[Finding]) -> int:
    """The figures and dates that the other document gives too, each place of the source once."""
    held = (finding.evidence[0] for finding in findings if finding.level == "none")
    return len({(place.start, place.end) for place in held})


def _are_crossed(one: Finding, other: Finding) -> bool:
    """Whether each of two findings is contradicted by the place of the other."""
    if one.verdict != "differs" or other.verdict != "differs":
        return False
    return _meet(one.place, other.evidence[0]) and _meet(other.place, one.evidence[0])


def _meet(one: Place, other: Place) -> bool:
    return one.start < other.end and other.start < one.end


def _claims_at(place: Place, document: Document) -> list[BaseClaim]:
    """The claims of a document that overlap a place, doubts, denials and bounds left out."""
    return [
        claim
        for claim in document.claims
        if claim.start < place.end and place.start < claim.end and _is_asserted(claim)
    ]


def _is_asserted(claim: BaseClaim) -> bool:
    """Whether a claim is flat, or a plan for what is to come: "will cost 46 million"."""
    is_plan = claim.prediction and claim.certainty != "possible" and claim.polarity == "positive"
    return is_flat(claim) or (is_plan and claim.comparator in ("=", "~") and claim.kind in FLAT_KINDS)


def _may_contradict(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether two claims can be of one thing, going by their kinds, units, subjects and places."""
    if one.kind != other.kind or one.prediction != other.prediction:
        return False
    if any(_SO_FAR.search(claim.sentence.text) for claim in (one, other)):
        return False  # "has now burned 3,900 hectares"
    if one.kind != "change" and unit_of_claim(one) != unit_of_claim(other):
        return False
    if place_behind(one) != place_behind(other):
        return False
    if _is_of_another_name(one, other) or _is_of_another_name(other, one):
        return False
    mine, its = _named_subject(one), _named_subject(other)
    return mine is None or its is None or same_name(mine, its)


def _is_of_another_name(one: BaseClaim, other: BaseClaim) -> bool:
    """Whether a relative clause tells of whom a claim is, "City, who have 47 from 21 games", and the other
    one is of a pronoun, in a sentence without that name.
    """
    sentence = one.sentence.text
    found = _ANTECEDENT.search(sentence, 0, max(0, one.start - one.sentence.start))
    if found is None or found["name"] in other.sentence.text:
        return False
    is_described = other.subject is not None and other.subject.resolved_by == "description"
    return not is_described and _LEADING_PRONOUN.search(other.sentence.text) is not None


_ANTECEDENT = WordPattern(
    r"\b(?P<name>(?-i:[A-Z])[\w'’-]+),?\s+(?:<grammar/relative>)\b[^,;:]*$", re.IGNORECASE
)
"""A name and the start of the relative clause behind it."""

_LEADING_PRONOUN = WordPattern(r"\b(?:<grammar/pointing_subject>)\b", re.IGNORECASE)


def _named_subject(claim: BaseClaim) -> str | None:
    """The name of what a claim is about; None where a noun tells it, "the ship", whatever it stands for."""
    subject = subject_of(claim)
    is_described = claim.subject is not None and claim.subject.resolved_by == "description"
    return subject if subject and not is_described and is_named(subject) else None


def _exclude_each_other(one: BaseClaim, other: BaseClaim, held: tuple[Numbers, Numbers]) -> bool:
    """Whether two claims cannot both be right, and no document gives the amount of the other anywhere."""
    if field_of(one, "direction") != field_of(other, "direction"):
        return True
    return any(
        mine not in held[1] and its not in held[0] and are_of_one_size(mine, its)
        for mine, its in zip(_values(one), _values(other), strict=True)
        if mine is not None and its is not None and mine != its
    )


def _values(claim: BaseClaim) -> tuple[Decimal | str | None, ...]:
    """The amount of a claim or its point of the calendar; of a change, its size and both of its ends."""
    amount = value_of(claim)
    if claim.kind == "change":
        return amount.low, field_of(claim, "from_"), field_of(claim, "to")
    return (amount.low if amount.low is not None else amount.text or None,)
