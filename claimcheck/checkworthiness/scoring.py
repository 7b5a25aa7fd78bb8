"""The score of a sentence: a multinomial logistic regression over `features`, and its working point."""

from __future__ import annotations

import csv
import math
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checkworthiness.features import features_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.claims.base import BaseClaim

BIAS = "(always)"
"""Name of the feature that every sentence has."""

WORKING_POINT = ((0.0, 0.0), (0.22, 0.22), (0.27, 0.5), (0.6, 0.6), (1.0, 1.0))
"""From the probability that a sentence is check-worthy to its score, linear in between.

A quarter of the sentences of a debate are check-worthy, and the choice that agrees best with people (F1) is
at a probability of 0.27. The score puts that choice at 0.5 and is the probability itself elsewhere.
"""


class Weight(NamedTuple):
    """What a feature adds to the log odds against an opinion: of a fact to check, and of a fact that matters to nobody."""

    check: float
    trivial: float


class Reason(NamedTuple):
    """A feature that counted, and how much it moved the log odds of check-worthy."""

    feature: str
    effect: float


@cache
def load_weights() -> dict[str, Weight]:
    """Every weight by the name of its feature."""
    path = files("claimcheck.lexicons") / "en" / "checkworthiness_weights.csv"
    rows = csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    return {row["feature"]: Weight(float(row["check"]), float(row["trivial"])) for row in rows}


def probability(text: str, claims: Sequence[BaseClaim]) -> float:
    """The probability, from 0 to 1, that people call a sentence check-worthy."""
    weights = load_weights()
    check, trivial = weights[BIAS]
    for name, amount in features_of(text, claims).items():
        weight = weights.get(name)
        if weight is not None:
            check += weight.check * amount
            trivial += weight.trivial * amount
    return 1.0 / (1.0 + math.exp(-check) * (1.0 + math.exp(trivial)))


def score_sentence(text: str, claims: Sequence[BaseClaim]) -> float:
    """How much a sentence with these claims should be checked: 0 to 1, three decimals, 0.5 the working point.

    >>> score_sentence("Unemployment rose to 8 percent last year.", ()) > 0.5
    True
    >>> score_sentence("Thank you very much.", ()) < 0.1
    True
    """
    return to_score(probability(text, claims))


def to_score(chance: float) -> float:
    """The score of a probability.

    >>> to_score(0.27)
    0.5
    """
    for (x0, y0), (x1, y1) in zip(WORKING_POINT, WORKING_POINT[1:], strict=False):
        if chance <= x1:
            return round(y0 + (chance - x0) * (y1 - y0) / (x1 - x0), 3)
    return 1.0


def reasons_for(text: str, claims: Sequence[BaseClaim], limit: int = 6) -> list[Reason]:
    """The features that counted most, for or against, the largest first."""
    weights = load_weights()
    effects = [
        Reason(name, round((weights[name].check - weights[name].trivial / 2) * amount, 3))
        for name, amount in features_of(text, claims).items()
        if name in weights
    ]
    return sorted(effects, key=lambda reason: (-abs(reason.effect), reason.feature))[:limit]
