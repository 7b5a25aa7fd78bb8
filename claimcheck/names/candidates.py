"""A possible name, and what the rules that propose names share."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Basis(Enum):
    """What the label of a name rests on."""

    LIST = "a list holds the name"
    TITLE = "a title of a person stands before it"
    SEAT = "what its holder is the head of stands before it"
    TOLD = "the text says what it is"
    LEGAL_FORM = "it ends in the legal form of a firm"
    WORDS = "its words, or how they are written"
    SURROUNDINGS = "only what is near it, or the same name elsewhere"


class Candidate(NamedTuple):
    """A possible name over words `first` to `last`, exclusive.

    Attributes:
        start, end: code points in the text; `end` may lie behind the last word ("Yahoo!").
        rule: the name of what proposed it, for the reader of a record only.
        strength: how sure the rule is; compared only between candidates. `WEAK` ones need support.
    """

    first: int
    last: int
    start: int
    end: int
    label: str
    rule: str
    strength: int
    basis: Basis = Basis.WORDS


WEAK = 10
FAIR = 40
MODEL = 50
GOOD = 60
SURE = 80
OWN = 100
"""A pattern of the user's own: it also beats longer names."""
