"""Comparisons between two figures of the answer that their values contradict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.figures import place_in, same_unit
from claimcheck.checking.findings import make_finding
from claimcheck.checking.rules import is_on
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_THAN_THE = WordPattern(
    r"(?<!\bno )(?<!\bnot )\b(?:(?P<up><checking/above_amount>)|<checking/below_amount>)\s+than\s+"
    r"(?:<checking/definite>|<common/possessor>|whose)\s+(?:[a-z]+\s+){0,4}$",
    re.IGNORECASE,
)
"""What stands before a known amount that another one is compared with: "less than the 4 million"."""


def between_figure_findings(answer: ParsedSentence, material: Material) -> Iterator[Finding]:
    """Amounts said to be above another one of the sentence that they are below, or the other way round.

    "5 million euros, less than the 4 million of the year before": whatever the sources say, it cannot be.
    Of several amounts before it, any may be the one that is meant.
    """
    if not is_on("ground/comparison"):
        return
    text, offset = answer.sentence.text, answer.sentence.start
    for figure in answer.figures:
        found = _THAN_THE.search(text, 0, figure.start - offset)
        if found is None or figure.is_range:
            continue
        others = [
            other
            for other in answer.figures
            if other.end - offset <= found.start() and _are_alike(other, figure)
        ]
        is_up = found["up"] is not None
        if not others or not all(_is_contradicted(other, figure, is_up=is_up) for other in others):
            continue
        other = others[-1]
        yield make_finding(
            "ground/comparison",
            "differs",
            kind="wording",
            place=answer.sentence.place(found.start(), figure.end - offset),
            evidence=[*_held(other, material), *_held(figure, material)],
            reason=f"{other.shown()} is not “{found[0].split()[0].lower()} than” {figure.shown()}",
            arithmetic=f"{other.shown()} {'<' if is_up else '>'} {figure.shown()}",
        )


def _are_alike(one: Figure, other: Figure) -> bool:
    """Whether two amounts are of one kind; "the 4.4 billion" has the unit of what stands before it."""
    return same_unit(one, other) and (one.kind == other.kind or "number" in (one.kind, other.kind))


def _is_contradicted(one: Figure, other: Figure, *, is_up: bool) -> bool:
    """Whether an amount lies on the other side of another one than is said, both in one unit."""
    sizes = (one.si_low, other.si_low)
    first, second = (one.low, other.low) if None in sizes else sizes
    assert first is not None
    assert second is not None
    return not one.is_range and (first < second if is_up else first > second)


def _held(figure: Figure, material: Material) -> list[Place]:
    """Where the sources give a figure, the first place only."""
    return [
        place_in(material.figures.figures[i], material.index.sentences[material.figures.sentence[i]].source)
        for i in material.figures.like(figure)[:1]
    ]
