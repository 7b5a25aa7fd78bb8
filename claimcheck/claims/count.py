"""A number of countable things: "5,991 responses", "3 trillion tokens", "two people"."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, amounts_of
from claimcheck.claims.subjects import find_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.normalising.document import NormalisedDocument


class CountValue(AmountValue):
    """A number of things; `of` is the counted noun phrase as written, without the number."""

    of: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `>= 5,991 responses`."""
        return f"{self.amount_text(comparator)} {self.of}"


class CountClaim(BaseClaim):
    """A number of countable things."""

    kind: Literal["count"] = "count"
    value: CountValue

    example: ClassVar[tuple[str, str]] = ("The survey drew 5,200 responses.", "5,200 responses")


def find_count_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every number of things whose noun is known."""
    for sentence in document.sentences:
        for quantity in sentence.quantities:
            if quantity.kind == "count" and quantity.of:
                yield Draft(
                    CountClaim,
                    quantity.start,
                    quantity.end,
                    CountValue(**amounts_of(quantity), of=quantity.of),
                    f"count/{quantity.found_by}",
                    find_subject(document, sentence, quantity.start, quantity.end, names_things=True),
                    quantity.comparator,
                    (quantity,),
                )
