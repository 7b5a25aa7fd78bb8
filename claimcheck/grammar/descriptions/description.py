"""One phrase that a sentence says to be another: "Orbit is a telescope"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.grammar.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Description:
    """One phrase said to be another: "Orbit is a telescope".

    Attributes:
        thing: what is described.
        category: the describing phrase.
        form: `copula`, `inverted`, `apposition`, `name_after`, `bracket`, `called`.
        first, last: the tokens of the claim.
    """

    thing: Phrase
    category: Phrase
    form: str
    first: int
    last: int
