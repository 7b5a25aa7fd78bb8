"""A quantity with a physical, time or data unit; ages and durations too."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.amounts.implied_units import implied_units
from claimcheck.claims.base import (
    Amount,
    AmountValue,
    BaseClaim,
    Comparator,
    Draft,
    KindColour,
    amounts_of,
    human_unit,
)
from claimcheck.grammar.subjects.finding import find_subject, find_subject_of_measure
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.quantities.rates import singular
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class MeasurementValue(AmountValue):
    """An amount in a unit.

    `unit` is the singular English name (`kilometer`, `year`, `mile_per_hour`). `si_value` is `number` in
    `si_unit`, where the unit has one fixed size; a range or an unknown unit has none.
    """

    unit: str
    si_value: Amount | None = None
    si_unit: str | None = None

    def describe(self, comparator: Comparator) -> str:
        """Such as `<= 48 hours`."""
        return f"{self.amount_text(comparator)} {human_unit(self.unit, self.number)}"


class MeasurementClaim(BaseClaim):
    """A quantity with a physical, time or data unit.

    Ages and durations are included. Units are singular English names. `si_value` is the same quantity in
    the SI unit `si_unit`. “A week” and “an hour” are none.
    """

    kind: Literal["measurement"] = "measurement"
    value: MeasurementValue

    colour: ClassVar[KindColour] = KindColour("amount", 282)
    example: ClassVar[tuple[str, str]] = ("The tower is 324 metres tall.", "324 metres")


def find_measurement_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every quantity with a unit of measurement."""
    for sentence in document.sentences:
        if sentence.quantities:
            yield from _with_implied_units(document, sentence)
        for quantity in sentence.quantities:
            if quantity.kind == "count" and quantity.per is not None and quantity.per.startswith("square_"):
                density = _density(document, sentence, quantity)
                if density is not None:
                    yield density
            if quantity.kind == "measure" and quantity.unit is not None:
                if _is_refused(document, sentence, quantity):
                    continue
                yield Draft(
                    MeasurementClaim,
                    quantity.start,
                    quantity.end,
                    MeasurementValue(
                        **amounts_of(quantity),
                        unit=quantity.unit,
                        si_value=quantity.si_value if quantity.number is not None else None,
                        si_unit=quantity.si_unit if quantity.number is not None else None,
                    ),
                    f"measurement/{quantity.found_by}",
                    find_subject_of_measure(document, sentence, quantity),
                    quantity.comparator,
                    (quantity,),
                )


def _is_refused(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a rule says that nothing is measured."""
    text, found_by = document.text, f"measurement/{quantity.found_by}"
    if _is_some_time(text, sentence, quantity):
        return document.rules.refuse("measurement/some-time", found_by, quantity.start, quantity.end)
    if quantity.unit == "bit" and _KIND_OF_BITS.match(text, quantity.number_start):
        return document.rules.refuse("measurement/kind-of-bits", found_by, quantity.start, quantity.end)
    return False


# "the 32-bit version" only tells which one; a processor of 64 bits is told of
_KIND_OF_BITS = WordPattern(r"(?:8|16|32|64|128)[ -]?bits? (?:<claims/kind_of_bits>)\b")
_SOME_TIME = WordPattern(r"(?:<claims/some_time>)", re.IGNORECASE)
_MAY_BE_BEFORE = WordPattern(r"\b(?:<claims/of_what_may_be>)\s$", re.IGNORECASE)
_VERB_BEHIND = re.compile(r"\s[a-z]")
_OPENS_CLAUSE = WordPattern(r"(?:[.!?:;,(“\"]\s?|^|\b(?:<claims/before_some_time>)\s)$", re.IGNORECASE)
_TOLD_BEHIND = WordPattern(r",?\s(?!(?:<claims/behind_a_stretch>)\b)(?:[A-Z]|(?:<claims/opening_clause>)\b)")
"""The subject of what happened then; "one week by ship" and "one year buys 12 lessons" tell a stretch."""
_WHEN = re.compile(r"\swhen\s")
_LASTING = WordPattern(r"\b(?:<claims/before_a_stretch>)\s$", re.IGNORECASE)


def _is_some_time(text: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a stretch of time is a time that nobody knows: "Apple would one day do it", "One day she left",
    "we met one day when it rained".
    """
    if _SOME_TIME.fullmatch(text, quantity.number_start, quantity.end) is None:
        return False
    left = max(sentence.start, quantity.start - _BEFORE_CHARS)
    before = text[left : quantity.start]
    if _WHEN.match(text, quantity.end):
        return _LASTING.search(before) is None
    if quantity.start != quantity.number_start or _OPENS_CLAUSE.search(before):
        return quantity.comparator in "=~" and _TOLD_BEHIND.match(text, quantity.end) is not None
    return _MAY_BE_BEFORE.search(before) is not None and _VERB_BEHIND.match(text, quantity.end) is not None


_BEFORE_CHARS = 16


def _with_implied_units(document: NormalisedDocument, sentence: Sentence) -> Iterator[Draft]:
    """What is measured in a unit that stands elsewhere: "the 5.0 earthquake", "25 weeks (range 8-44)"."""
    for quantity, unit, start, rule, also in implied_units(document.text, sentence):
        yield Draft(
            MeasurementClaim,
            start,
            quantity.end,
            MeasurementValue(number=quantity.number, low=quantity.low, high=quantity.high, unit=unit),
            f"measurement/{rule}",
            find_subject(document, sentence, start, quantity.end),
            quantity.comparator,
            (quantity,) if also is None else (quantity, also),
        )


def _density(document: NormalisedDocument, sentence: Sentence, quantity: Quantity) -> Draft | None:
    """A number of things on an area: "743.6 people per square mile"."""
    noun = (quantity.of or "").rsplit(" ", 1)[-1]
    if not noun.isalpha():
        return None
    return Draft(
        MeasurementClaim,
        quantity.start,
        quantity.end,
        MeasurementValue(
            number=quantity.number,
            low=quantity.low,
            high=quantity.high,
            unit=f"{singular(noun.lower())}_per_{quantity.per}",
        ),
        "measurement/density",
        find_subject(document, sentence, quantity.start, quantity.end),
        quantity.comparator,
        (quantity,),
    )


RULES = (
    Rule("measurement/unit", "The file is 7 GB.", "The file is 7."),
    Rule("measurement/age", "She is 25 years old.", "She is 25 minutes late."),
    Rule("measurement/either-or-range", "He waited 8 or 9 days.", "He took 5 or 10 mg."),
    Rule("measurement/dash-range", "The rope is 30-40 m long.", "The rope has 30-40 ends."),
    Rule("measurement/to-range", "The rope is 30 to 40 m long.", "The rope has 30 to 40 ends."),
    Rule(
        "measurement/between-range",
        "The rope is between 30 and 40 m long.",
        "The rope has between 30 and 40 ends.",
    ),
    Rule("measurement/plus-minus", "The rope is 30 ± 4 m long.", "The rope is 30 m long."),
    Rule("measurement/compound-measure", "The film lasted 2 hours 30 minutes.", "The film lasted 2 hours."),
    Rule(
        "measurement/carried-unit",
        "Men live 79.4 years in Oslo and 83.1 in Bergen.",
        "Men live 79.4 years in Oslo and 83.1 million came.",
    ),
    Rule("measurement/hours-and-minutes", "The run took 2h 14m.", "The run took 14 m."),
    Rule("measurement/dimensions", "The box is 12 x 8 cm.", "The box has 12 times 8 cm."),
    Rule("measurement/unit-before", "The quake had magnitude 6.3.", "The quake had 6 phases."),
    Rule("measurement/rate-per-base", "The rate was 12.3 per 100,000.", "The rate was 12.3 per day."),
    Rule("measurement/quake", "The 5.0 earthquake shook Cadiz.", "The 5 earthquakes shook Cadiz."),
    Rule(
        "measurement/range-of", "The wait was 25 weeks (range 8–44).", "The wait was 25 weeks (pages 8–44)."
    ),
    Rule(
        "measurement/for-every",
        "For every 100 hens there were 108 ducks.",
        "For the 100 hens there were 108 ducks.",
    ),
    Rule("measurement/some-time", "Ann would one day return.", "Ann would be back after one day.", True),
    Rule(
        "measurement/kind-of-bits",
        "They sell the 32-bit version.",
        "They sell a 32-bit processor.",
        True,
    ),
    Rule(
        "measurement/density",
        "The density was 743 people per square mile.",
        "The crew had 743 people per ship.",
    ),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
