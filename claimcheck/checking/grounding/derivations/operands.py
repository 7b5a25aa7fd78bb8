"""The figures of the sources that another one is worked out of."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import POUNDS, same_noun
from claimcheck.checking.figures import SMALL, place_in
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Place
    from claimcheck.checking.grounding.material import Material


Followed = tuple[str, str, list["Place"]]
"""The name of the rule, the arithmetic in a line, and the figures of the sources that it rests on."""

MAX_TERMS = 12
"""Figures of one unit that are tried together; of more, some sum fits by chance."""

CHANGE = WordPattern(r"\b(?:<checking/changing>)\b", re.IGNORECASE)
"""Words that say that a percentage is a change and no share."""


def is_of_like_unit(figure: Figure, other: Figure) -> bool:
    """Whether two figures can be added or taken away: of one SI unit, one currency, or one noun."""
    if {figure.unit, other.unit} == POUNDS:
        return True
    if figure.kind == "measure" and figure.si_unit is not None:
        return other.kind == "measure" and other.si_unit == figure.si_unit
    if figure.kind in ("count", "number") and figure.unit is None:
        return other.kind in ("count", "number") and same_noun(figure, other) is not False
    return other.kind == figure.kind and other.unit == figure.unit


def is_of_like_amount(figure: Figure, other: Figure) -> bool:
    """The same; a larger number may leave its unit to the one beside it: "7 million pounds, 2 million"."""
    is_bare = "number" in (figure.kind, other.kind) and min(figure.low, other.low) > SMALL
    return is_of_like_unit(figure, other) or is_bare


THE_REST = WordPattern(r"\b(?:<checking/the_rest>)\b", re.IGNORECASE)


def pairs_near(aligned: Aligned, material: Material) -> Iterator[tuple[int, int, int]]:
    """Every two figures of each sentence that speaks of the answer, either first, behind its number."""
    for number in aligned.near:
        for i, j in product(material.figures.of_sentence.get(number, ()), repeat=2):
            yield number, i, j


def further(aligned: Aligned, material: Material) -> Iterator[int]:
    """Figures of the sentences beside those that speak of the answer."""
    wider = {n + step for n in aligned.near for step in (-1, 1)}
    for number in sorted(wider - set(aligned.near)):
        yield from material.figures.of_sentence.get(number, ())


def by_unit(indices: Iterable[int], material: Material) -> Iterator[list[int]]:
    """Figures of the sources by their unit, a few of each, bare numbers with every one."""
    figures = material.figures.figures
    groups: dict[object, list[int]] = {}
    for i in dict.fromkeys(indices):
        if not figures[i].is_range and figures[i].kind not in ("ordinal", "score"):
            groups.setdefault(unit_of(figures[i]), []).append(i)
    bare = [i for i in groups.get("count", ()) if figures[i].kind == "number"]
    for unit, members in groups.items():  # "is 43.7 years, compared with 40.9": a unit is written once
        sentences = {material.figures.sentence[i] for i in members}
        beside = [i for i in bare if unit != "count" and material.figures.sentence[i] in sentences]
        yield [*members, *beside][:MAX_TERMS]


def places(indices: Iterable[int], material: Material) -> list[Place]:
    """Where figures of the sources stand."""
    sentences, figures = material.index.sentences, material.figures
    return [place_in(figures.figures[i], sentences[figures.sentence[i]].source) for i in indices]


def unit_of(figure: Figure) -> object:
    """The unit of a figure, `count` where it has none."""
    return figure.unit if figure.unit is not None else "count"
