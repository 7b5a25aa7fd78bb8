"""A number of countable things: "5,991 responses", "3 trillion tokens", "two people"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from claimcheck.claims.amounts.bare_counts import BareCount, find_bare_count
from claimcheck.claims.amounts.refused_counts import is_refused_count
from claimcheck.claims.base import AmountValue, BaseClaim, Comparator, Draft, KindColour, amounts_of
from claimcheck.grammar.subjects.finding import find_subject
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


class CountValue(AmountValue):
    """A number of things; `of` is the counted noun phrase as it is read, without the number."""

    of: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `>= 5,991 responses`."""
        return f"{self.amount_text(comparator)} {self.of}"


class CountClaim(BaseClaim):
    """A number of countable things.

    `of` is the noun phrase as it is read, without marks. “Dozens” is more than 24, “hundreds” more than 100,
    “millions” more than a million; “several” and “a couple of” are none. Numbers in names, addresses, phone
    numbers and list marks are none.
    """

    kind: Literal["count"] = "count"
    value: CountValue

    colour: ClassVar[KindColour] = KindColour("amount", 248)
    example: ClassVar[tuple[str, str]] = ("The survey drew 5,200 responses.", "5,200 responses")


# "only one shell", "did not fire one shell", "one man and two women"
_COUNTED_ONE = WordPattern(
    r"\b(?:<count/before_one>)\s+(?:\w+\s+){0,2}$|n[’']t\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def find_count_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Every number of things whose noun is known. "One" counts only where it is set against other numbers."""
    counted: str | None = None
    counted_in = 0
    for place, sentence in enumerate(document.sentences):
        if place - counted_in > 1:
            counted = None  # what was counted two sentences ago is no longer spoken of
        for index, quantity in enumerate(sentence.quantities):
            if quantity.kind in ("number", "multiple"):
                bare = find_bare_count(document, sentence, index, counted)
                if bare is not None:
                    if bare.is_total:
                        counted, counted_in = bare.of, place
                    yield _draft(document, sentence, quantity, bare)
            if (
                quantity.kind == "count"
                and quantity.of
                and not _is_mere_article(quantity, document, sentence)
                and not is_refused_count(document, sentence, quantity)
            ):
                if document.text[quantity.number_end : quantity.number_end + 1] != "-":
                    counted, counted_in = quantity.of, place
                told = BareCount(quantity.start, quantity.end, quantity.of, quantity.found_by)
                yield _draft(document, sentence, quantity, told)


def _draft(document: NormalisedDocument, sentence: Sentence, quantity: Quantity, told: BareCount) -> Draft:
    """The claim of a number with the noun that it counts, by the rule that found both."""
    return Draft(
        CountClaim,
        told.start,
        told.end,
        CountValue(**amounts_of(quantity), of=told.of),
        f"count/{told.rule}",
        find_subject(document, sentence, quantity.start, quantity.end, names_things=True),
        quantity.comparator,
        (quantity,),
    )


def _is_mere_article(quantity: Quantity, document: NormalisedDocument, sentence: Sentence) -> bool:
    """Whether "one" only introduces its noun: "one example of this", "one poster admitted", or is half of a
    proportion: "at least a one-to-one match".
    """
    text = document.text
    if text[quantity.number_start : quantity.number_end].lower() != "one":
        return False
    if quantity.comparator != "=":
        return text.startswith("-to-one", quantity.number_end)
    if _COUNTED_ONE.search(text, max(sentence.start, quantity.start - 40), quantity.start):
        return False
    heads = set((quantity.of or "").lower().split(" of ", 1)[0].split())
    if heads.isdisjoint(_IDLE_ONES) and (
        quantity.per is not None
        or _PER_ONE.match(text, quantity.end)
        or _HAD_ONE.search(text, max(sentence.start, quantity.start - 20), quantity.start)
    ):
        return False  # "had one child", "one pack per order"
    others = (other for other in sentence.quantities if other.kind == "count" and other is not quantity)
    return not any(0 < abs(other.start - quantity.start) < _CONTRAST_CHARS for other in others)


_HAD_ONE = WordPattern(r"\b(?:<count/having>|there\s+(?:<technology/be>))\s+$", re.IGNORECASE)
_PER_ONE = re.compile(r"\s+per\s+[a-z]")
_IDLE_ONES = WordSet("count/idle_one")
_CONTRAST_CHARS = 40
"""How near another count must stand for "one" to be set against it: "one man and two women"."""
RULES = (
    Rule("count/counted-noun", "The zoo has 40 lions.", "The zoo is 40 km away."),
    Rule("count/to-range", "The zoo has 30 to 40 lions.", "The zoo is 30 to 40 km away."),
    Rule("count/either-or-range", "The zoo has 46 or 47 lions.", "The zoo has 40 or 80 lions."),
    Rule("count/dash-range", "The zoo has 30-40 lions.", "The zoo is 30-40 km away."),
    Rule(
        "count/between-range", "The zoo has between 30 and 40 lions.", "The zoo is between 30 and 40 km away."
    ),
    Rule(
        "count/lower-and-upper-bound",
        "The zoo has more than 30 and less than 40 lions.",
        "The zoo has more than 30 lions and less than 40 bears.",
    ),
    Rule(
        "count/people-before",
        "Officers arrested 40 after the match.",
        "Officers arrested 40 fans after the match.",
    ),
    Rule("count/people-after", "The raid left 12 killed.", "The raid left 12 towns in ruins."),
    Rule(
        "count/sample-size",
        "Younger adults (n = 31) slept longer.",
        "Younger adults (31 years) slept longer.",
    ),
    Rule("count/part-of-many", "The law passed in 18 of 20 districts.", "The law passed in 18 districts."),
    Rule("count/with-share", "Of 45 patients, 5 (11%) relapsed.", "Of 45 patients, 11% relapsed."),
    Rule("count/devices", "Training needs 8 × A100 cards.", "Training needs 8 × 2 hours."),
    Rule("count/total", "The town has a population of 1,215.", "The town has a mayor of 51."),
    Rule(
        "count/elliptic",
        "It named 21 farms in Kent and 36 in Essex.",
        "It named 21 farms in Kent and left in May.",
    ),
    Rule("count/those", "Those 10 were late.", "Those were late at 10."),
    Rule("count/verb-after-number", "Swift 5.3 brings async code.", "The dock has 5 ships.", is_check=True),
    Rule(
        "count/release-before-verb",
        "Angular 17 defaults to a new build system.",
        "Kenya sent 40 trucks to the border.",
        is_check=True,
    ),
    Rule("count/first-several", "It held the first 7 spots.", "It held the other 7 spots.", is_check=True),
    Rule("count/sum-of-money", "It made a 107 million loss.", "It made 107 million losses.", is_check=True),
    Rule(
        "count/shots-of-a-prompt", "It lost 10 points in 32-shot tests.", "It lost 32 shots.", is_check=True
    ),
    Rule(
        "count/points-of-a-share",
        "Its combined ratio improved by 3 points to 91%.",
        "Its team improved by 3 points to 91.",
        is_check=True,
    ),
    Rule(
        "count/time-back", "Two winters ago the lake froze.", "They spent two winters there.", is_check=True
    ),
    Rule("count/age-class", "The under-16 team won.", "The club has over 16 teams.", is_check=True),
    Rule("count/of-one-thing", "He was caught in a 65 zone.", "He was caught in 65 zones.", is_check=True),
    Rule("count/no-such", "No two mills are alike.", "Some two mills are alike.", is_check=True),
    Rule("count/of-games", "It is a best of seven series.", "It is one of seven series.", is_check=True),
    Rule("count/multiple", "The ratio was 3.4 times.", "The bell rang 3 times.", is_check=True),
    Rule("count/heading-number", "1 Introduction", "It has 1 introduction.", is_check=True),
    Rule(
        "count/number-of-a-name",
        "It follows the 1003.1 standard.",
        "It has 2.5 standards.",
        is_check=True,
    ),
    Rule(
        "count/below-one",
        "The string ends with a zero character.",
        "The race ended with zero crashes.",
        is_check=True,
    ),
    Rule("count/one-letter", "He wrote 12 Q on it.", "He wrote 12 queries on it.", is_check=True),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
