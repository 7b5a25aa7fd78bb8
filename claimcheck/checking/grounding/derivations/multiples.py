"""So many times: so many in each of so many, shared out evenly, doubled by a verb."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import PAIR
from claimcheck.checking.figure_values import is_given_as, same_unit
from claimcheck.checking.grounding.derivations.operands import is_of_like_unit, places
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


_OF_EACH_ARM = WordPattern(r"\b(?:each|both) (?:\w+ )?(?:<checking/arm>)\b|\beach$")
_EACH = re.compile(
    r"\b(?:each|per|every|apiece|average price|an? (?:hour|day|night|week|month|year))\b", re.IGNORECASE
)


def product(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """So many in each of so many: "two deaths in each group" of two, "three sessions a week for 12 weeks"."""
    if not is_on("ground/product") or figure.kind not in ("count", "number", "money", "measure"):
        return None
    for number in aligned.best:
        text = material.index.sentences[number].text
        offset = material.index.sentences[number].start
        numbers = list(material.figures.of_sentence.get(number, ()))
        for i in numbers:
            one = material.figures.figures[i]
            if (
                not same_unit(figure, one)
                or one.is_range
                or not _is_each(text, one.start - offset, one.end - offset)
            ):
                continue
            for j in numbers:
                times = material.figures.figures[j]
                if j == i or times.is_range or times.low < PAIR or times.low != times.low.to_integral_value():
                    continue
                if is_given_as(figure, one.low * times.low):
                    shown = f"{one.shown()} × {times.shown()} = {one.low * times.low:f}"
                    return "product", shown, places((i, j), material)
            if _OF_EACH_ARM.search(text) and (is_given_as(figure, one.low * 2) and one.kind == figure.kind):
                return "product", f"{one.shown()} × 2 = {one.low * 2:f}", places((i,), material)
    return None


_OF_EACH = WordPattern(r"\s+(?:<checking/of_each>)\b", re.IGNORECASE)


_PER = WordPattern(r"\s+(?:<checking/for_each>)\s+(?P<of>[a-z]+)\b", re.IGNORECASE)


def is_of_each(figure: Figure, sentence: Sentence) -> bool:
    """Whether a sentence gives a figure for each of several: "14 megawatts each"."""
    return _OF_EACH.match(sentence.text, figure.end - sentence.start) is not None


def each(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """What is shared out evenly: 15 megawatts each, of 960 megawatts by 64 turbines; "240 euros per flat"."""
    if figure.is_range or figure.kind not in ("count", "money", "measure") or not is_on("ground/product"):
        return None
    if "_per_" in (figure.unit or ""):
        return None
    end = figure.end - answer.sentence.start
    per = _PER.search(figure.text) or _PER.match(answer.sentence.text, end)
    if per is None and not _OF_EACH.match(answer.sentence.text, end):
        return None
    counted = family(per["of"].lower()) if per is not None else frozenset()
    indices = [i for number in aligned.near for i in material.figures.of_sentence.get(number, ())]
    figures = material.figures.figures
    for i in indices:
        if figures[i].is_range or not is_of_like_unit(figure, figures[i]):
            continue
        for j in indices:
            is_measured = bool(counted) and figures[j].kind == "measure"
            is_divisor = figures[j].kind == "count" or is_measured
            if not is_divisor or figures[j].is_range or j == i or figures[j].low < PAIR:
                continue
            of = figures[j].text if is_measured else figures[j].noun
            if counted and counted.isdisjoint(base_forms((words_of(of or "") or ["-"])[-1])):
                continue
            if is_given_as(figure, figures[i].low / figures[j].low):
                shown = f"{figures[i].shown()} / {figures[j].shown()} = {figure.shown()}"
                return "product", shown, places((i, j), material)
    return None


def _is_each(text: str, start: int, end: int) -> bool:
    return _EACH.search(text, max(0, start - 60), end + 60) is not None


_IN_A_WORD = {
    Decimal(2): re.compile(r"\bdoubl\w+\b", re.IGNORECASE),
    Decimal(3): re.compile(r"\b(?:tripl|trebl)\w+\b", re.IGNORECASE),
    Decimal(4): re.compile(r"\bquadrupl\w+\b", re.IGNORECASE),
}


def in_a_word(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """How many times, where the source has it in a verb: "twice as much" of what could double."""
    pattern = _IN_A_WORD.get(figure.low) if figure.kind == "multiple" and not figure.is_range else None
    if pattern is None or not is_on("ground/ratio"):
        return None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        found = pattern.search(sentence.text)
        if found is not None:
            place = sentence.place(found.start(), found.end())
            return "ratio", f"{found[0]} = {figure.low:f} times", [place]
    return None
