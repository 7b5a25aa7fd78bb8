"""What is judged when two documents are compared, a claim of each, and the judgement on the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.findings import Place

if TYPE_CHECKING:
    import datetime as dt

    from claimcheck.checking.keys import ClaimKey
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

SOON_DAYS = 31
"""Within so many days no figure of a past period is revised, and nobody else comes into an office."""


class Judgement(NamedTuple):
    """What two claims come to.

    Attributes:
        rule: the rule that judged them.
        verdict: `same`, `conflicts`, `rounds_to` or `updated`.
        reason: why, as people read it.
        arithmetic: the figures beside each other, where there is a sum to show.
        is_amount: whether two amounts were judged, of which a document may give several.
    """

    rule: str
    verdict: str
    reason: str
    arithmetic: str | None = None
    is_amount: bool = False


class Said:
    """A claim with its document and its key."""

    __slots__ = ("claim", "document", "key", "published")

    def __init__(
        self, claim: BaseClaim, document: Document, key: ClaimKey, published: dt.date | None
    ) -> None:
        self.claim, self.document, self.key, self.published = claim, document, key, published

    def place(self) -> Place:
        """Where it stands."""
        claim = self.claim
        return Place(
            source=self.document.source, start=claim.start, end=claim.end, text=claim.text, claim=claim.id
        )


def is_plain(said: Said) -> bool:
    """Whether a claim is asserted flatly, so that it can contradict another."""
    claim = said.claim
    return claim.certainty == "certain" and not claim.prediction


def days_between(one: dt.date | None, other: dt.date | None) -> int:
    """How many days lie between two days of publication; 0 where one is not known."""
    return abs((one - other).days) if one and other else 0
