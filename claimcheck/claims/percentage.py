"""A share, rate or score in percent or percentage points, or a fraction of a population."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.amounts.interval_levels import find_interval_level
from claimcheck.claims.amounts.words import core_end
from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, KindColour
from claimcheck.claims.language_shares.share_amounts import share_amounts
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import noun_phrase_after, noun_phrase_before
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.grammar.subjects.share_subjects import is_share_itself, tells_of_nobody
from claimcheck.rules import Rule
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class PercentageValue(AmountValue):
    """A share, rate or score; `of` is the measured property or the population, as written."""

    unit: Literal["percent", "percentage_point"]
    of: str | None = None

    def describe(self, comparator: Comparator) -> str:
        """Such as `> 81 % accuracy` or `25 % of all responses`."""
        sign = "%" if self.unit == "percent" else "percentage points"
        return f"{self.amount_text(comparator)} {sign}" + (f" ({self.of})" if self.of else "")


class PercentageClaim(BaseClaim):
    """A share, rate or score in percent or percentage points.

    Fractions of a population count too. `of` is what was measured, where the text says so. A percentage
    by which something rose belongs to a `change`.
    """

    kind: Literal["percentage"] = "percentage"
    value: PercentageValue

    colour: ClassVar[KindColour] = KindColour("share", 215)
    example: ClassVar[tuple[str, str]] = (
        "About two thirds of respondents agreed.",
        "About two thirds of respondents",
    )


_UNITS: Mapping[str, Literal["percent", "percentage_point"]] = {
    "percent": "percent",
    "percentage_point": "percentage_point",
}
"""Basis points and parts per million are no percentages."""


def find_percentage_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Percentages, percentage points, and fractions of a population."""
    for sentence in document.sentences:
        shared: Offsets | None = None  # what the shares before are shares of
        for quantity in sentence.quantities:
            unit = _UNITS.get(quantity.unit or "")
            if quantity.kind != "percent" or unit is None:
                continue
            level = find_interval_level(document.text, quantity.number_end, sentence.end)
            if level is not None and document.rules.refuse(
                "percentage/confidence-level",
                f"percentage/{quantity.found_by}",
                quantity.start,
                quantity.end,
                level.span(),
            ):
                continue
            if _is_name(document.text, sentence, quantity) and document.rules.refuse(
                "percentage/name", f"percentage/{quantity.found_by}", quantity.start, quantity.end
            ):
                continue
            end, measured = _measured(quantity, document, sentence)
            if not (shared is not None and _is_other_share(document.text, sentence, quantity)):
                subject = _subject(document, sentence, quantity, end)
                is_whole = subject is not None and (
                    quantity.start <= subject[0] < end or document.text.startswith("Of ", sentence.start)
                )
                shared = subject if is_whole else None
            else:
                subject = shared
            yield Draft(
                PercentageClaim,
                quantity.start,
                end,
                PercentageValue(**share_amounts(quantity), unit=unit, of=measured),
                f"percentage/{quantity.found_by}",
                subject,
                quantity.comparator,
                (quantity,),
            )


_BEFORE_SHARE = re.compile(r"(?:,|\band|\bor|;)\s\Z")
_AFTER_SHARE = re.compile(r"\s(?:in|from|at|for|on|through|via)\s(?:the\s)?[A-Z]")


def _is_other_share(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a percentage is the share of another place: "62% of us work in Oslo, 21% in Bergen"."""
    before = text[max(sentence.start, quantity.start - 8) : quantity.start]
    return (
        quantity.of is None
        and _BEFORE_SHARE.search(before) is not None
        and _AFTER_SHARE.match(text, quantity.end) is not None
    )


def _subject(
    document: NormalisedDocument, sentence: Sentence, quantity: Quantity, end: int
) -> Offsets | None:
    """Who or what a percentage is said of; never what its own share did: "31% backed closure"."""
    subject = find_subject(document, sentence, quantity.start, end)
    if subject is not None and quantity.of is None and document.text[quantity.end : subject[0]] == " ":
        return None
    columns = columns_of(document)
    if subject is None or not columns.is_parsed:
        return subject
    if is_share_itself(columns, sentence, subject) or tells_of_nobody(columns, sentence, quantity, subject):
        return None
    return subject


_CAPITALS = re.compile(
    r"[A-Z][a-z]+(?:[ -][A-Z][a-z]+)*[ -]Per[ ]?[Cc]ent(?=[ -][A-Z]|[ ](?:rule|plan|law)\b)"
)


def _is_name(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a percentage in capitals is the name of a law or a plan: "the Top Ten Percent Law"."""
    if quantity.number_start == sentence.start or not text[quantity.number_start].isupper():
        return False
    return _CAPITALS.match(text, quantity.number_start) is not None


def _bare_end(text: str, quantity: Quantity) -> int:
    """Where a share ends without what it is of."""
    return quantity.number_end if quantity.is_fraction else core_end(text, quantity)


def _is_described(quantity: Quantity, document: NormalisedDocument) -> bool:
    """Whether an adjective after a percentage says how far something is: "97.9% complete", "24% short".

    It is not what the share is of.
    """
    if quantity.of_start is None or quantity.of_end is None or quantity.of_start > quantity.end:
        return False
    if document.text[_bare_end(document.text, quantity) : quantity.of_start] != " ":
        return False
    columns = columns_of(document)
    span = columns.span(quantity.of_start, quantity.of_end) if columns.is_parsed else None
    if span is None:
        return False
    first = span[0]
    is_verb = columns.tags[first] in FINITE or columns.has_child(first, "obj")
    # "four in ten speak English", "a discount of 10% applies"
    is_deed = is_verb and (quantity.is_fraction or columns.tags[first] == "VBZ")
    return is_deed or columns.pos[span[1] - 1] in ("ADJ", "ADV")


_OF = re.compile(r"\s+of\s+(?!which\b|whom\b)")


def _measured(quantity: Quantity, document: NormalisedDocument, sentence: Sentence) -> tuple[int, str | None]:
    """Where the claim's words end, and the property or population that the share is of."""
    if _is_described(quantity, document):
        return _bare_end(document.text, quantity), None
    if quantity.of is not None and quantity.of_end is not None:
        return max(quantity.end, quantity.of_end), quantity.of
    of = _OF.match(document.text, quantity.end, sentence.end)
    if of:
        phrase = noun_phrase_after(document, sentence, of.end())
        if phrase is not None:
            return phrase[1], document.text[slice(*phrase)]
    phrase = noun_phrase_before(document, sentence, quantity.start)  # "an accuracy of 81%"
    return quantity.end, document.text[slice(*phrase)] if phrase is not None else None


RULES = (
    Rule("percentage/percent", "About 8% of men agreed.", "About 8 men agreed."),
    Rule("percentage/fraction-of", "Two thirds of voters agreed.", "Two thirds is a fraction."),
    Rule(
        "percentage/number-out-of-number",
        "One in five patients dropped out.",
        "One patient in ward five dropped out.",
    ),
    Rule("percentage/part-of-percent", "Half a percent of the parts failed.", "Half of the parts failed."),
    Rule("percentage/shared-unit", "They took doses of 10 and 20%.", "They took 10 and gave 20%."),
    Rule("percentage/either-or-range", "The fee is 5 or 6 percent.", "The fee is 5 or 10 percent."),
    Rule("percentage/dash-range", "Error rates were 7-9%.", "Error rates were 7%."),
    Rule("percentage/to-range", "Error rates were 7 to 9%.", "Error rates were 7%."),
    Rule("percentage/between-range", "Error rates were between 7 and 9%.", "Error rates were 7%."),
    Rule(
        "percentage/confidence-level",
        "The share was low (95% CI, 2 to 3).",
        "The share was low (95% of all).",
        is_check=True,
    ),
    Rule("percentage/name", "The Top Ten Percent Law passed.", "The top 10 percent passed.", is_check=True),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
