"""Figures that follow from others of the sources, in the order in which they are tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.grounding.derivations.amounts import added, amount, gap, of_answer
from claimcheck.checking.grounding.derivations.counting import count, with_single
from claimcheck.checking.grounding.derivations.gaps import other_side
from claimcheck.checking.grounding.derivations.multiples import each, in_a_word, product
from claimcheck.checking.grounding.derivations.operands import places
from claimcheck.checking.grounding.derivations.rests import denied_rest, rest_of_which
from claimcheck.checking.grounding.derivations.shares import (
    before_change,
    complement,
    fraction,
    of_them,
    of_whole,
    other_share,
    points_away,
    sum_of_shares,
)
from claimcheck.checking.rules import is_on

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence


def derived(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """How a figure of an answer follows from figures of the sentences that speak of the same."""
    return (
        amount(figure, answer, aligned, material)
        or of_whole(figure, aligned, material)
        or gap(figure, answer, aligned, material)
        or fraction(figure, answer, aligned, material)
        or product(figure, aligned, material)
        or points_away(figure, answer, aligned, material)
        or sum_of_shares(figure, answer, aligned, material)
        or before_change(figure, answer, aligned, material)
        or other_share(figure, answer, aligned, material)
        or complement(figure, answer, aligned, material)
        or _of_score(figure, aligned, material)
        or in_a_word(figure, aligned, material)
        or with_single(figure, aligned, material)
        or count(figure, material)
    )


def surely_derived(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """How a figure follows from figures that one of the two texts puts together itself."""
    return (
        denied_rest(figure, answer, aligned, material)
        or other_side(figure, aligned, material)
        or of_answer(figure, answer, material)
        or of_them(figure, aligned, material)
        or rest_of_which(figure, aligned, material)
        or added(figure, aligned, material)
        or each(figure, answer, aligned, material)
        or fraction(figure, answer, aligned, material, told=True)
    )


def _of_score(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """A side of a score or of a vote, or how far it is ahead: two goals of a 3-2, nine votes of a 9-4."""
    if figure.kind not in ("count", "number") or figure.is_range or not is_on("ground/score"):
        return None
    for number in aligned.near:
        for i in material.figures.of_sentence.get(number, ()):
            score = material.figures.figures[i]
            if score.kind != "score":
                continue
            if figure.low in (score.low, score.high):
                return "score", f"a side of {score.text}", places((i,), material)
            if figure.low == abs(score.low - score.high):
                return "score", f"{score.text} is {figure.low:f} apart", places((i,), material)
    return None
