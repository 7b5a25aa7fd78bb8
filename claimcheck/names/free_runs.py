"""Runs of capitals that no list and no pipeline explains, where the words around leave little doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.names.candidates import FAIR, WEAK, Basis, Candidate
from claimcheck.names.evidence import weigh_name
from claimcheck.names.no_names import SHORTEST_BODY, may_be_name
from claimcheck.names.words import UPPER

if TYPE_CHECKING:
    from claimcheck.names.context import NameContext

RUN_CHANCE = 0.8  # least probability of a name that only the words around it speak for


def read_free_runs(context: NameContext, candidates: list[Candidate]) -> list[Candidate]:
    """Runs of capitals that nothing else explains, where the words around them leave little doubt."""
    words = context.words
    taken = {i for c in candidates if c.strength > WEAK for i in range(c.first, c.last)}
    found = []
    read_to = 0
    for index in context.capitals:
        if index < read_to or index in taken or context.heading[index]:
            continue
        first = index
        last = index + 1
        while last not in taken and context.is_name_like(last) and context.joins(last):
            last += 1
        read_to = last
        if last - first > 1 and context.is_plain_start(first):
            first += 1
        if (
            last - first > 5
            or (first - 1 in taken and context.joins(first))
            or (last in taken and context.joins(last))
        ):
            continue
        if not may_be_name(context, first, last) or _is_bare(context, first, last):
            continue
        chances = weigh_name(context, first, last)
        label = max(chances, key=chances.__getitem__)
        if label != "none" and chances[label] >= RUN_CHANCE:
            found.append(
                Candidate(
                    first,
                    last,
                    words.starts[first],
                    words.ends[last - 1],
                    label,
                    "evidence",
                    FAIR,
                    Basis.SURROUNDINGS,
                )
            )
    return found


def _is_bare(context: NameContext, first: int, last: int) -> bool:
    """Whether a run is one word that is hardly a name by itself: two letters ("CI", "V8"), a word for places
    or bodies ("Range", "Center").
    """
    form = context.words.forms[first]
    return last - first == 1 and (
        form in context.head_words or (context.words.cases[first] is UPPER and len(form) < SHORTEST_BODY)
    )
