"""An amount of money: "approximately $100 million", "34.6m euros"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, KindColour, amounts_of
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class MoneyValue(AmountValue):
    """An amount of money.

    `currency` is the ISO 4217 code. `currency_assumed` is true where the text has a bare `$` that nothing
    in the context ties to a country, which is then read as the US dollar. `per` is the thing the amount is
    for one of: "share", "barrel", "year".
    """

    currency: str
    currency_assumed: bool | None = None
    per: str | None = None

    def describe(self, comparator: Comparator) -> str:
        """Such as `~ 100 million USD`."""
        rate = f" per {self.per}" if self.per else ""
        return f"{self.amount_text(comparator)} {self.currency}{rate}"


class MoneyClaim(BaseClaim):
    """An amount of money.

    The currency is an ISO 4217 code. Where a sign stands for several currencies, `currency_assumed` says
    that the common one was taken: `$` alone is the US dollar. `per` is the unit of a rate.
    """

    kind: Literal["money"] = "money"
    value: MoneyValue

    colour: ClassVar[KindColour] = KindColour("money", 152)
    example: ClassVar[tuple[str, str]] = ("The round brought in over €30 million.", "over €30 million")


_GAP = WordPattern(
    r"\s+(?:<claims/farther>)\s+(?:[a-z]+\s+)?than\b"
    r"(?!\s+(?:(?:<claims/no_reference>)\b|\d))"
    r"(?!\s+(?:an?|<common/small_number>)\s+(?:[a-z]+\s+)?(?:<common/time_span>)\b)"
    r"|\s+(?:<claims/off_target>)\s+(?:(?:the|its|their)\s+)?(?:[a-z-]+\s+)?"
    r"(?:<change/foreseen>|<change/estimate>|<claims/allowed_sum>)\b",
    re.IGNORECASE,
)
"""Behind how far a sum is from another one, which is no sum of its own: "$300 less than expected"."""


_GAP_BY = WordPattern(r"\b(?:<claims/exceeding>)\s+(?:[\w’'-]+\s+){0,5}?by\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
"""Before such a gap: "beat forecasts by $3m"."""
_GAP_CHARS = 60
_BY_CHARS = 12  # so far before the sum its "by" stands


def _is_gap(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sum only tells how far one is from another."""
    if _GAP.match(text, quantity.end, sentence.end):
        return True
    if text.find("by ", max(0, quantity.start - _BY_CHARS), quantity.start) < 0:
        return False
    left = max(sentence.start, quantity.start - _GAP_CHARS)
    return _GAP_BY.search(text, left, quantity.start) is not None


_PER = " per "


def _is_base_of_rate(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a sum is only what another one is paid for."""
    at = quantity.start - len(_PER)
    return text.startswith(_PER, at) and any(told.end == at for told in sentence.quantities)


def find_money_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every amount of money, save for how far one is from another."""
    for sentence in document.sentences:
        for quantity in sentence.quantities:
            if quantity.kind == "money" and quantity.unit is not None:
                if _is_gap(document.text, sentence, quantity):
                    continue
                if _is_base_of_rate(document.text, sentence, quantity):
                    continue  # "48 cents per $100 of its value"
                yield Draft(
                    MoneyClaim,
                    quantity.start,
                    quantity.end,
                    MoneyValue(
                        **amounts_of(quantity),
                        currency=quantity.unit,
                        currency_assumed=True if quantity.currency_assumed else None,
                        per=quantity.per,
                    ),
                    f"money/{quantity.found_by}",
                    find_subject(document, sentence, quantity.start, quantity.end),
                    quantity.comparator,
                    (quantity,),
                )


RULES = (
    Rule("money/currency-before", "The permit costs $50.", "The permit has 50 pages."),
    Rule("money/currency-after", "A ride costs 50 euros.", "A ride takes 50 minutes."),
    Rule("money/between-range", "A flat costs between $50 and $70.", "A flat lies between 50 and 70 trees."),
    Rule("money/either-or-range", "A seat costs 4 or 5 euros.", "A seat costs 4 or 8 euros."),
    Rule("money/dash-range", "A seat costs $3-5.", "A seat has 3-5 legs."),
    Rule("money/to-range", "A seat costs $3 to $5.", "A seat has 3 to 5 legs."),
    Rule("money/bracketed-loss", "Net loss was $(12.3) million.", "Net loss was large (12.3 pages)."),
    Rule("money/major-and-minor-unit", "A seat costs 3 dollars and 50 cents.", "A seat costs 3 dollars."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
