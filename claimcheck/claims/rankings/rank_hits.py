"""A place in an order as the words of a sentence give it, before its phrase is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from claimcheck.quantities.finding import Quantity

MAX_RANK = 2**53 - 1
"""Whole numbers up to this are exact in every reader of JSON, and fit the columns of tables. What is larger
is no place in an order."""
NUMBER_WORDS = {
    word: value for value, word in enumerate("two three four five six seven eight nine ten".split(), start=2)
} | {"one": 1, "dozen": 12, "twenty": 20, "fifty": 50, "hundred": 100}


Reach = Literal["phrase", "to-the-next", "alone"]
"""How far the claim of a hit reaches: the noun phrase around it, that phrase up to the next word that orders
("the 30th anniversary of | the first launch"), or the words alone."""


class RankHit(NamedTuple):
    """Words that place something.

    Attributes:
        start, end: offsets of the words.
        rank: from 1 to `MAX_RANK`.
        order: the word that orders, as it is written.
        rule: the construction, without its kind.
        quantity: the number that it uses up.
        reach: how far the claim reaches.
        is_superlative: whether it ranks only where it is asserted of something: not in "at the latest".
    """

    start: int
    end: int
    rank: int
    order: str
    rule: str
    quantity: Quantity | None = None
    reach: Reach = "phrase"
    is_superlative: bool = False
