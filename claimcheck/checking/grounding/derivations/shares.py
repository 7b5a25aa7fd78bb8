"""Parts and wholes: what a share comes to, what share a number is, and the rest of a hundred."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import HUNDRED
from claimcheck.checking.figure_values import counts_people, is_given_as, is_precise, same_noun, same_value
from claimcheck.checking.figures import FEW_SENTENCES, SMALL
from claimcheck.checking.grounding.derivations.operands import (
    CHANGE,
    THE_REST,
    is_of_like_amount,
    pairs_near,
    places,
)
from claimcheck.checking.grounding.derivations.rests import denied_rest, is_taken_out
from claimcheck.checking.grounding.figure_words import is_part_of, likeness_of, said_around
from claimcheck.checking.rules import is_on
from claimcheck.lexicons.word_relations import opposites
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence


_REST = WordPattern(r"\b(?:<checking/rest_or_denial>)\b|n't\b", re.IGNORECASE)

MAX_WHOLES = 3
"""So many of the largest numbers of a noun can be the whole that a part is a share of."""


def fraction(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material, *, told: bool = False
) -> Followed | None:
    """A share of an amount, or what it is a share of: 100,000 of "about half of the 200,000".

    Where it has to be `told`, the answer gives the share too: "60 percent of it, or 3.3 million".
    """
    if figure.kind not in ("count", "number", "money", "measure") or figure.is_range:
        return None
    if not is_on("ground/product"):
        return None
    figures = material.figures
    near = [i for number in aligned.near for i in figures.of_sentence.get(number, ())]
    wholes = [
        j
        for one in answer.figures
        if is_part_of(figure, one, answer.sentence)
        for j in near
        if same_value(one, figures.figures[j]) is not None
    ]
    for number in aligned.near:
        has_rest = THE_REST.search(material.index.sentences[number].text) is not None
        for i in figures.of_sentence.get(number, ()):
            share = figures.figures[i]
            is_share = share.is_fraction or share.kind == "multiple"
            is_told = any(one is not figure and same_value(one, share) == "equal" for one in answer.figures)
            if told and not is_told:
                continue
            is_exact_share = share.unit == "percent" and (is_precise(figure) or bool(wholes) or is_told)
            if not (is_share or is_exact_share) or share.is_range or share.low <= 0:
                continue
            part = share.low / 100 if share.unit == "percent" else share.low
            parts = [(part, "×")] if part >= 1 or not has_rest else [(part, "×"), (1 - part, "× 1 -")]
            for j in near:
                other = figures.figures[j]
                if other.is_range or not is_of_like_amount(figure, other):
                    continue
                if figures.sentence[j] != number and not (has_rest or j in wholes):
                    continue
                for value, sign in (*((other.low * one, by) for one, by in parts), (other.low / part, "/")):
                    if is_given_as(figure, value):
                        shown = f"{other.shown()} {sign} {share.text} = {value:.6g}"
                        return "product", shown, places((j, i), material)
    return None


def other_share(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """How many are on the other side, of a number and the share of one side: men, of 56 % women."""
    if figure.kind not in ("count", "number") or figure.is_range or not is_on("ground/complement"):
        return None
    for number in aligned.near:
        if not _says_contrary(answer, number, material):
            continue
        for i in material.figures.of_sentence.get(number, ()):
            share = material.figures.figures[i]
            if share.unit != "percent" or share.is_range:
                continue
            for j in (j for n in aligned.near for j in material.figures.of_sentence.get(n, ())):
                whole = material.figures.figures[j]
                value = whole.low * (1 - share.low / HUNDRED)
                if whole.kind == "count" and not whole.is_range and is_given_as(figure, value):
                    shown = f"{whole.shown()} × (1 - {share.shown()}) = {value:.6g}"
                    return "complement", shown, places((j, i), material)
    return None


def of_whole(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """The share of a number that the answer speaks of in all that are counted: 187 of the 1,246 patients."""
    if figure.unit != "percent" or figure.is_range or not is_on("ground/share"):
        return None
    figures = material.figures.figures
    for number in aligned.best:
        for i in material.figures.of_sentence.get(number, ()):
            part = figures[i]
            if part.kind != "count" or part.is_range or part.low < SMALL:
                continue
            wholes = [
                (-figures[j].low, j)
                for j in range(len(figures) if len(material.index.sentences) <= FEW_SENTENCES else 0)
                if figures[j].kind == "count"
                and figures[j].low > part.low
                and _are_of_one_kind(part, figures[j])
            ]
            for _, j in sorted(wholes)[:MAX_WHOLES]:
                share = 100 * part.low / figures[j].low
                if is_given_as(figure, share):
                    shown = f"{part.shown()} / {figures[j].shown()} = {share:.1f} %"
                    return "share", shown, places((i, j), material)
    return None


def of_them(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """The share of a part in the whole that a source takes it out of: "93 patients, 41 of them children"."""
    if figure.unit != "percent" or figure.is_range or not is_on("ground/share"):
        return None
    for number, i, j in pairs_near(aligned, material):
        sentence = material.index.sentences[number]
        part, whole = material.figures.figures[i], material.figures.figures[j]
        if part.is_range or whole.is_range or not 0 < part.low < whole.low:
            continue
        if not (is_taken_out(part, whole, sentence) or is_part_of(part, whole, sentence)):
            continue
        share = HUNDRED * part.low / whole.low
        if is_given_as(figure, share) or _is_on_side_of_half(figure, share):
            shown = f"{part.shown()} / {whole.shown()} = {share:.1f} %"
            return "share", shown, places((i, j), material)
    return None


def _is_on_side_of_half(figure: Figure, share: Decimal) -> bool:
    """Whether a share is "more than half" or "fewer than half", however far from it."""
    if not figure.is_fraction or figure.low != HUNDRED / 2:
        return False
    return share > figure.low if figure.comparator == ">" else figure.comparator == "<" and share < figure.low


def _are_of_one_kind(part: Figure, whole: Figure) -> bool:
    """Whether both are counted by one noun, or one of the two by a noun as general as "people"."""
    return same_noun(part, whole) is not False and bool(part.noun and whole.noun)


def points_away(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """A percentage so many points from another one: "up from 4.75%", of what rose 0.75 points to 5.5%."""
    if figure.unit != "percent" or figure.is_range or not is_on("ground/difference"):
        return None
    for _, i, j in pairs_near(aligned, material) if CHANGE.search(answer.sentence.text) else ():
        share, gap = material.figures.figures[i], material.figures.figures[j]
        if share.unit != "percent" or gap.unit != "percentage_point" or share.is_range or gap.is_range:
            continue
        for start in (share.low - gap.low, share.low + gap.low):
            if start > 0 and is_given_as(figure, start):
                shown = f"{share.shown()} and {gap.shown()}: {start:f} %"
                return "difference", shown, places((i, j), material)
    return None


def sum_of_shares(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """Two shares of one whole together: three quarters of 41 and 34 %."""
    if figure.unit != "percent" or figure.is_range or not is_on("ground/sum"):
        return None
    if _TOGETHER.search(answer.sentence.text) is None:
        return None
    for number in aligned.near:
        indices = [
            i
            for i in material.figures.of_sentence.get(number, ())
            if material.figures.figures[i].unit == "percent" and not material.figures.figures[i].is_range
        ]
        for i, j in combinations(indices, 2):
            one, other = material.figures.figures[i], material.figures.figures[j]
            if is_given_as(figure, one.low + other.low):
                return (
                    "sum",
                    f"{one.shown()} + {other.shown()} = {one.low + other.low:f} %",
                    places((i, j), material),
                )
    return None


_TOGETHER = WordPattern(r"\b(?:<checking/total_sign>|<checking/between_them>)\b", re.IGNORECASE)


def before_change(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """What an amount was before it rose or fell by a percentage: 1,200 of what goes up by 5% to 1,260."""
    if figure.is_range or figure.unit == "percent" or not is_on("ground/percent-change"):
        return None
    if not is_precise(figure) and _BEFORE.search(answer.sentence.text) is None:
        return None
    for number, i, j in pairs_near(aligned, material):
        text = material.index.sentences[number].text
        level, change = material.figures.figures[i], material.figures.figures[j]
        if change.unit != "percent" or change.is_range or level.is_range or not CHANGE.search(text):
            continue
        if not is_of_like_amount(figure, level) and not _is_of_people(figure, level):
            continue
        for sign in (1, -1):
            value = level.low / (1 + sign * change.low / HUNDRED) if change.low < HUNDRED else Decimal(0)
            if is_given_as(figure, value):
                shown = f"{level.shown()} / {1 + sign * change.low / HUNDRED:f} = {value:.6g}"
                return "percent-change", shown, places((i, j), material)
    return None


def _is_of_people(figure: Figure, level: Figure) -> bool:
    """Whether both count people, under whatever noun: inhabitants, people."""
    return figure.kind == level.kind == "count" and counts_people(figure) and counts_people(level)


_BEFORE = WordPattern(r"\b(?:<checking/beforehand>)\b", re.IGNORECASE)


def complement(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """The rest of a hundred: 54 % of one side where the source gives 46 % of the other."""
    if figure.unit != "percent" or figure.is_range or not is_on("ground/complement"):
        return None
    rest = _REST.search(answer.sentence.text) is not None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            if other.unit != "percent" or other.is_range or not is_given_as(figure, 100 - other.low):
                continue
            start = other.start - sentence.start
            if (
                rest
                or _says_contrary(answer, number, material)
                or _is_of_other(figure, answer, sentence.text[:start], i, material)
            ):
                return "complement", f"100 - {other.low:f} = {100 - other.low:f}", places((i,), material)
    return None


def tells_other_side(answer: ParsedSentence, aligned: Aligned, material: Material) -> bool:
    """Whether a sentence gives, for the one side of a whole, what is left of a figure of the other side."""
    return any(
        denied_rest(figure, answer, aligned, material) is not None
        or (
            not _is_given(figure, aligned, material)
            and (
                other_share(figure, answer, aligned, material)
                or complement(figure, answer, aligned, material)
            )
            is not None
        )
        for figure in answer.figures
    )


def _is_given(figure: Figure, aligned: Aligned, material: Material) -> bool:
    """Whether a sentence that speaks of the answer has the figure itself."""
    figures = material.figures
    return any(
        figures.sentence[i] in aligned.near and same_value(figure, figures.figures[i]) is not None
        for i in figures.like(figure)
    )


def _says_contrary(answer: ParsedSentence, number: int, material: Material) -> bool:
    """Whether a sentence has the contrary of a word of the answer: men where it gives the share of women."""
    keys = material.index.keys[number]
    return any(not keys.isdisjoint(opposites(word.lower)) for word in answer.words if word.pos == "NOUN")


_NAME = re.compile(r"\b[A-Z][\w'’-]+")


def _is_of_other(figure: Figure, answer: ParsedSentence, before: str, index: int, material: Material) -> bool:
    """Whether it is the same of another name: Inverness's possession, where the source gives Falkirk's."""
    names = _NAME.findall(before)
    mine = {word.lower for word in answer.words}
    if not names or names[-1].lower().removesuffix("'s") in mine:
        return False
    named = any(word.pos == "PROPN" for word in answer.words)
    return named and likeness_of(said_around(figure, answer), index, material) > 0
