"""The pronouns that stand for something, and what the clause of one tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.grammar.antecedents.referents import DESCRIBED_PERSON, UNKNOWN_NAME

if TYPE_CHECKING:
    from claimcheck.grammar.antecedents.referents import Number
    from claimcheck.reports.finding import Report


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun can stand for: labels, None for a common noun; how many; gender."""

    labels: frozenset[str | None]
    number: Number
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A pronoun in the text.

    Attributes:
        role: the weight of its grammatical role; an owner counts as a subject.
        wanted: what its verb asks of its subject.
        quoted: the quotation that it stands in.
        center: what the text is about before it.
        reporters: who says what the pronoun is the subject of.
        source: where the one stands according to whom what it opens is so; -1 for nobody.
    """

    pronoun: Pronoun
    start: int
    sentence: int
    word: int | None
    role: float | None
    wanted: str
    quoted: Report | None
    is_speaker: bool
    center: str | None
    reporters: frozenset[int]
    source: int


THINGS: frozenset[str | None] = frozenset(
    {"organization", "place", "product", "language", UNKNOWN_NAME, None}
)
_PERSON: frozenset[str | None] = frozenset({"person", UNKNOWN_NAME, DESCRIBED_PERSON})
_ANYTHING: frozenset[str | None] = frozenset({"person", *THINGS})
PRONOUNS = {
    "he": Pronoun(_PERSON, "singular", "masculine"),
    "him": Pronoun(_PERSON, "singular", "masculine"),
    "she": Pronoun(_PERSON, "singular", "feminine"),
    "her": Pronoun(_PERSON, "singular", "feminine"),
    "it": Pronoun(THINGS, "singular"),
    "they": Pronoun(_ANYTHING, "plural"),
    "them": Pronoun(_ANYTHING, "plural"),
    "these": Pronoun(frozenset({None}), "plural"),
    "those": Pronoun(frozenset({None}), "plural"),
}
OWNERS = {"its": PRONOUNS["it"], "their": PRONOUNS["they"], "his": PRONOUNS["he"], "her": PRONOUNS["she"]}
