"""Figures that the sources give in other words: as a rate, an ordinal, a result or a lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import PAIR
from claimcheck.checking.figures import SMALL, place_in
from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.degrees import are_measured_alike, words_of_order
from claimcheck.checking.grounding.replacements import held_in_place
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.word_relations import family
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding, Place
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


def _as_rate(figure: Figure, aligned: Aligned, material: Material) -> int | None:
    """A figure of a sentence that says in other words of what each: "a square metre holds 1.4 kilograms"."""
    amount, per, whole = (figure.unit or "").partition("_per_")
    written = re.split(r"\bper\b", figure.text)
    of_each = words_of(written[1]) if len(written) > 1 else whole.split("_")
    if not per or figure.kind not in ("measure", "money"):
        return None
    words = [family(word) for word in of_each]
    for number in aligned.near:
        keys = material.index.keys[number]
        if any(keys.isdisjoint(forms) for forms in words):
            continue
        for index in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[index]
            if other.unit == amount and other.low == figure.low and other.high == figure.high:
                return index
    return None


def in_other_words(
    figure: Figure, place: Place, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding | None:
    """The verdict on a figure that the source gives as a rate or an ordinal in other words."""
    said = held_in_place(figure, answer, aligned, material) or _as_next(figure, answer, aligned, material)
    if said is not None:
        return make_finding(
            "ground/figure", "borne_out", kind=figure.kind, place=place, reason=f"the source gives {said}"
        )
    index = _as_rate(figure, aligned, material)
    if index is None:
        index = _as_ordinal(figure, answer, aligned, material)
    if index is None:
        index = _as_counted_off(figure, answer, aligned, material)
    if index is None:
        return _as_score(figure, place, aligned, material)
    return borne_out(
        figure, place, index, material, f"the source gives {material.figures.figures[index].text}"
    )


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


_NUMBERED = WordPattern(r"\b(?:<checking/numbered>)\s+$", re.IGNORECASE)
"""What is counted off: "year three" is the third year."""

_FIRST_AND_THEN = WordPattern(r"\bfirst\b[^.;]{1,80}\b(?:<checking/then>)\b", re.IGNORECASE)


def _as_ordinal(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> int | None:
    """The ordinal of a sentence nearby that a number behind its noun stands for: "year three".

    The second of "first a chemist and then a photographer" is there without its number.
    """
    if figure.kind == "ordinal" and figure.low == PAIR:
        for number in aligned.near:
            if _FIRST_AND_THEN.search(material.index.sentences[number].text):
                indices = material.figures.of_sentence.get(number, ())
                first = (i for i in indices if material.figures.figures[i].kind == "ordinal")
                return next(first, None)
    start = figure.start - answer.sentence.start
    if figure.kind not in ("number", "count") or not _NUMBERED.search(answer.sentence.text, 0, start):
        return None
    return next(
        (
            index
            for number in aligned.near
            for index in material.figures.of_sentence.get(number, ())
            if material.figures.figures[index].kind == "ordinal"
            and material.figures.figures[index].low == figure.low
        ),
        None,
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

_IN_A_ROW = WordPattern(r"[^.;:]{0,30}?\b(?:<checking/in_a_row>)\b", re.IGNORECASE)


def _as_counted_off(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> int | None:
    """The number that counts off what the other text counts: "the sixth minute" of "after six minutes".

    "Seven games" are a "seventh win in a row".
    """
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for index in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[index]
            if other.low != figure.low or other.is_range:
                continue
            pair = {figure.kind, other.kind}
            if "ordinal" in pair and pair & {"measure", "count"}:
                counted = (figure, answer.sentence, other), (other, sentence, figure)
                if any(
                    one.kind == "ordinal" and _counts_on(one, said, number) for one, said, number in counted
                ):
                    return index
            is_made = figure.kind == "ordinal" and other.kind == "number" and SMALL >= other.low > 1
            if is_made and other.text.isalpha():  # "the third", of who "made it three"
                return index
            is_nth = other.kind == "ordinal" and (figure.kind == "multiple" or figure.noun == "times")
            if is_nth and _is_deed_counted(other, answer, sentence):
                return index
            is_run = _IN_A_ROW.match(sentence.text, other.end - sentence.start) is not None
            if figure.kind == "count" and other.kind == "ordinal" and is_run:
                return index
    return None


def _counts_on(ordinal: Figure, sentence: Sentence, number: Figure) -> bool:
    """Whether a number counts what stands behind an ordinal: "the sixth minute", "six minutes"."""
    after = words_of(sentence.text[ordinal.end - sentence.start :][:40])[:1]
    counted = words_of(number.noun or (number.unit or "").replace("_", " "))[-1:]
    return bool(after and counted and family(after[0]) & family(counted[0]))


def _is_deed_counted(other: Figure, answer: ParsedSentence, sentence: Sentence) -> bool:
    """Whether an ordinal counts what the answer says happened so many times: "the fourth burst"."""
    after = words_of(sentence.text[other.end - sentence.start :][:40])[:1]
    return bool(after) and any(family(after[0]) & family(word) for word in answer.content)


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
    return _as_lead(figure, place, aligned, material)


_AHEAD = WordPattern(r"(?:\s+[^\W\d_]+)?\s+(?:<checking/behind_or_ahead>)\b", re.IGNORECASE)


def _as_lead(figure: Figure, place: Place, aligned: Aligned, material: Material) -> Finding | None:
    """The verdict on a score by how far one side was ahead: "2-0" of two goals down."""
    if not is_on("ground/score") or 0 not in (figure.low, figure.high):
        return None
    apart = abs(figure.high - figure.low)
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for index in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[index]
            if other.kind != "count" or other.low != apart or other.is_range:
                continue
            if _AHEAD.match(sentence.text, other.end - sentence.start):
                return make_finding(
                    "ground/score",
                    "follows",
                    kind=figure.kind,
                    place=place,
                    evidence=[place_in(other, sentence.source), sentence.place()],
                    operands=[place_in(other, sentence.source)],
                    reason="it follows from how far one side was ahead",
                    arithmetic=f"{figure.text} is {apart:f} apart",
                )
    return None
