"""A number of countable things: "5,991 responses", "3 trillion tokens", "two people"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, amounts_of
from claimcheck.grammar.subjects import find_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


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


# "only one shell", "did not fire one shell", "one man and two women"
_COUNTED_ONE = re.compile(
    r"\b(?:only|just|exactly|precisely|not|no|never|nor|without|single|remaining|total\s+of)\s+(?:\w+\s+){0,2}$|n[’']t\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def find_count_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every number of things whose noun is known. "One" counts only where it is set against other numbers."""
    for sentence in document.sentences:
        for quantity in sentence.quantities:
            if (
                quantity.kind == "count"
                and quantity.of
                and not _is_mere_article(quantity, document, sentence)
            ):
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


def _is_mere_article(quantity: Quantity, document: NormalisedDocument, sentence: Sentence) -> bool:
    """Whether "one" only introduces its noun: "one example of this", "one poster admitted"."""
    text = document.text
    if text[quantity.number_start : quantity.number_end].lower() != "one" or quantity.comparator != "=":
        return False
    if _COUNTED_ONE.search(text, max(sentence.start, quantity.start - 40), quantity.start):
        return False
    others = (other for other in sentence.quantities if other.kind == "count" and other is not quantity)
    return not any(0 < abs(other.start - quantity.start) < _CONTRAST_CHARS for other in others)


_CONTRAST_CHARS = 40
"""How near another count must stand for "one" to be set against it: "one man and two women"."""
