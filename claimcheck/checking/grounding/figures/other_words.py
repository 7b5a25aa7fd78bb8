"""Figures that the sources give in other words: a place in an order without its number, a bare result."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import PAIR
from claimcheck.checking.figures import place_in
from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.wording.ranks import are_measured_alike, words_of_order
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence


def in_other_words(
    figure: Figure, place: Place, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding | None:
    """The verdict on a place in an order that the source gives without a number, or on a bare score."""
    said = _as_next(figure, answer, aligned, material)
    if said is not None:
        return make_finding(
            "ground/figure", "borne_out", kind=figure.kind, place=place, reason=f"the source gives {said}"
        )
    return _as_score(figure, place, aligned, material)


def borne_out(figure: Figure, place: Place, index: int, material: Material, reason: str) -> Finding:
    """The verdict on a figure that a figure of the sources bears out."""
    sentence = material.index.sentences[material.figures.sentence[index]]
    return make_finding(
        "ground/figure",
        "borne_out",
        kind=figure.kind,
        place=place,
        evidence=[place_in(material.figures.figures[index], sentence.source), sentence.place()],
        reason=reason,
    )


def _as_next(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> str | None:
    """The words by which a source says who is the second or third of an order: "next", "followed by"."""
    start, end = figure.start - answer.sentence.start, figure.end - answer.sentence.start
    is_rank = _PLACED.search(answer.sentence.text, 0, start) or _MOST.match(answer.sentence.text, end)
    if figure.kind != "ordinal" or not 1 < figure.low <= LOWEST_UNNUMBERED or is_rank is None:
        return None
    best = aligned.best[:PAIR]
    found = words_of_order(best, material)
    if found:
        return ", ".join(found)
    return "figures of more than one" if are_measured_alike(best, material) else None


LOWEST_UNNUMBERED = 3
"""The last place that a source gives without a number: "followed by Ann Lee and Bo Holm"."""

_PLACED = WordPattern(r"\b(?:<checking/placing>)\s+$", re.IGNORECASE)

_MOST = re.compile(r"[- ](?:[a-z]{2,}est|most|best)\b")


def _as_score(figure: Figure, place: Place, aligned: Aligned, material: Material) -> Finding | None:
    """The verdict on a result that a source gives without a verb to win or lose beside it."""
    if figure.kind != "score":
        return None
    written = re.compile(rf"(?<![\d.,]){figure.low:f}\s*[-–—:]\s*{figure.high:f}(?![\d.,]|-\d)")
    turned = re.compile(rf"(?<![\d.,]){figure.high:f}\s*[-–—:]\s*{figure.low:f}(?![\d.,]|-\d)")
    for number in aligned.near:
        sentence = material.index.sentences[number]
        found = written.search(sentence.text) or turned.search(sentence.text)
        if found is not None:
            return make_finding(
                "ground/figure",
                "borne_out",
                kind=figure.kind,
                place=place,
                evidence=[sentence.place(*found.span()), sentence.place()],
                reason=f"the source gives {found[0]}",
            )
    return None
