"""Claims of a transcript: what stands in a turn is said by whose turn it is."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.claims.base import Attribution
from claimcheck.reports.turns import CUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.claims.base import BaseClaim
    from claimcheck.reports.turns import Turn


def said_in_turns(claims: Sequence[BaseClaim], turns: Sequence[Turn]) -> list[BaseClaim]:
    """The claims, with the speaker of the turn that they stand in where nobody else is named for them."""
    starts = [turn.start for turn in turns]
    found = []
    for claim in claims:
        index = bisect_right(starts, claim.start) - 1
        if (
            index >= 0
            and claim.end <= turns[index].end
            and claim.attribution is None
            and claim.kind != "quote"
        ):
            source = Attribution(source=turns[index].speaker, cue=CUE)
            found.append(claim.model_copy(update={"attribution": source}))
        else:
            found.append(claim)
    return found
