"""So many times: so many in each of so many, shared out evenly, doubled or halved by a verb."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import PAIR
from claimcheck.checking.figure_values import is_given_as, same_unit
from claimcheck.checking.grounding.comparisons import content_before
from claimcheck.checking.grounding.operands import is_of_like_unit, places
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import words_of
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import load_units
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.grounding.operands import Followed
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence


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
            if re.search(
                r"\b(?:each|both) (?:\w+ )?(?:group|side|arm|team|half|party|house|sex)\b|\beach$", text
            ) and (is_given_as(figure, one.low * 2) and one.kind == figure.kind):
                return "product", f"{one.shown()} × 2 = {one.low * 2:f}", places((i,), material)
    return None


@per_lexicon
def _factors() -> dict[str, Decimal]:
    """By what a verb multiplies what it is said of, "halved" by a half."""
    return {
        word: Decimal(row["value"])
        for row in load_rows("en/lint_words.csv")
        if row["role"] == "factor"
        if row["role"] == "factor"
        for word in row["words"].split("|")
    }


def changed_by(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """A figure of a sentence times what a verb in it says: 200,000 of "400,000, later halved"."""
    if figure.is_range or figure.kind not in ("count", "number", "money", "measure"):
        return None
    if not is_on("ground/product"):
        return None
    for number in aligned.near:
        found = [word for word in words_of(material.index.sentences[number].text) if word in _factors()]
        for i in material.figures.of_sentence.get(number, ()) if found else ():
            other = material.figures.figures[i]
            if other.is_range or not is_of_like_unit(figure, other):
                continue
            for word in found:
                if is_given_as(figure, other.low * _factors()[word]):
                    shown = f"{other.shown()}, {word} = {figure.shown()}"
                    return "product", shown, places((i,), material)
    return None


_OF_EACH = WordPattern(r"\s+(?:<checking/of_each>)\b", re.IGNORECASE)


_PER = WordPattern(r"\s+(?:<checking/for_each>)\s+(?P<of>[a-z]+)\b", re.IGNORECASE)


def _in_each_span(
    figure: Figure, amount: str, span: str, aligned: Aligned, material: Material
) -> Followed | None:
    """So much in each unit of time, of so much in so many of them: 600 kilometres a month."""
    figures = material.figures.figures
    indices = [i for number in aligned.near for i in material.figures.of_sentence.get(number, ())]
    spans = [j for j in indices if figures[j].unit == span and not figures[j].is_range]
    for i, j in ((i, j) for i in indices for j in spans):
        whole = _value_in(amount, figures[i])
        if whole is not None and figures[j].low >= PAIR and is_given_as(figure, whole / figures[j].low):
            return (
                "ratio",
                f"{figures[i].shown()} / {figures[j].shown()} = {figure.shown()}",
                places((i, j), material),
            )
    return None


def _value_in(unit: str, figure: Figure) -> Decimal | None:
    """The value of a figure in a unit, converted where that can be: 6,300 metres of 6.3 kilometres."""
    if figure.is_range:
        return None
    if figure.unit == unit:
        return figure.low
    wanted = load_units().get(unit)
    if wanted is None or wanted.si_factor is None:
        return None
    if figure.si_low is None or figure.si_unit != wanted.si_unit:
        return None
    return (figure.si_low - wanted.si_offset) / wanted.si_factor


_FOR_A_SPAN = WordPattern(r"\b(?:<checking/for_a_span>)\s+(?P<span><checking/period>)\b", re.IGNORECASE)
_PER_SPAN = WordPattern(r"\s+(?:<checking/per>)\s+(?P<span><checking/period>)\b", re.IGNORECASE)


def _over_span(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """What so much in a short span comes to in a long one: 10,800 for a year, of 900 a month."""
    wanted = _FOR_A_SPAN.search(answer.sentence.text)
    if figure.kind != "money" or wanted is None:
        return None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            per = _PER_SPAN.search(other.text) or _PER_SPAN.match(sentence.text, other.end - sentence.start)
            if per is None or other.is_range or not is_of_like_unit(figure, other):
                continue
            times = _IN_A_YEAR.get(per["span"].lower(), 0) / _IN_A_YEAR.get(wanted["span"].lower(), 1)
            if times > 1 and is_given_as(figure, other.low * Decimal(round(times))):
                return (
                    "product",
                    f"{other.shown()} × {round(times)} = {figure.shown()}",
                    places((i,), material),
                )
    return None


_IN_A_YEAR = {"year": 1, "quarter": 4, "month": 12, "week": 52, "day": 365}
"""How many spans of a kind are in a year."""


def is_of_each(figure: Figure, sentence: Sentence) -> bool:
    """Whether a sentence gives a figure for each of several: "14 megawatts each"."""
    return _OF_EACH.match(sentence.text, figure.end - sentence.start) is not None


def each(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """What is shared out evenly: 15 megawatts each, of 960 megawatts by 64 turbines; "240 euros per flat"."""
    if figure.is_range or figure.kind not in ("count", "money", "measure") or not is_on("ground/product"):
        return None
    amount, _, span = (figure.unit or "").partition("_per_")
    if span:
        return _in_each_span(figure, amount, span, aligned, material)
    over = _over_span(figure, answer, aligned, material)
    if over is not None:
        return over
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


_EVERY = WordPattern(r"\b(?:<common/each>)\s+$", re.IGNORECASE)

_AN_HOUR = WordPattern(r"\s+(?:<checking/per>)\s+(?P<unit><checking/numbered_span>)\b", re.IGNORECASE)


def how_often(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """So many in each hour, of what comes every so many minutes: "three buses an hour"."""
    per = _AN_HOUR.match(answer.sentence.text, figure.end - answer.sentence.start)
    inner = _AN_HOUR.search(figure.text)
    found = per or inner
    if figure.kind != "count" or figure.is_range or found is None or not is_on("ground/ratio"):
        return None
    whole = load_units()[found["unit"].lower()].si_factor
    for number in aligned.near if whole is not None else ():
        sentence = material.index.sentences[number]
        for i in material.figures.of_sentence.get(number, ()):
            other = material.figures.figures[i]
            if other.si_unit != "second" or not other.si_low or whole is None:
                continue
            if not _EVERY.search(sentence.text, 0, other.start - sentence.start):
                continue
            if is_given_as(figure, whole / other.si_low):
                return (
                    "ratio",
                    f"every {other.shown()} = {figure.low:f} per {found['unit']}",
                    places((i,), material),
                )
    return None


def _is_each(text: str, start: int, end: int) -> bool:
    return _EACH.search(text, max(0, start - 60), end + 60) is not None


_IN_A_WORD = {
    Decimal(2): re.compile(r"\bdoubl\w+\b", re.IGNORECASE),
    Decimal(3): re.compile(r"\b(?:tripl|trebl)\w+\b", re.IGNORECASE),
    Decimal(4): re.compile(r"\bquadrupl\w+\b", re.IGNORECASE),
}

_AS_A_PART = {Decimal(2): "half", Decimal(3): "third", Decimal(4): "quarter"}
_PART_OF_OTHER = WordPattern(
    r"\b(?P<part>half|third|quarter)\s+(?:<checking/part_of_other>)\b(?P<tail>[^.;:,()]*)", re.IGNORECASE
)
"""What is so many times as much from the other side: "half as likely", "a third of what it was"."""


def in_a_word(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """How many times, where the source has it in a verb: "twice as much" of what could double."""
    pattern = _IN_A_WORD.get(figure.low) if figure.kind == "multiple" and not figure.is_range else None
    if pattern is None or not is_on("ground/ratio"):
        return None
    for number in aligned.near:
        sentence = material.index.sentences[number]
        found = pattern.search(sentence.text) or _turned_part(figure, answer, sentence)
        if found is not None:
            place = sentence.place(found.start(), found.end())
            return "ratio", f"{found[0]} = {figure.low:f} times", [place]
    return None


def _turned_part(figure: Figure, answer: ParsedSentence, sentence: Sentence) -> re.Match[str] | None:
    """Where a sentence says of the other side that it is so small a part of this one.

    Of the same side "half as likely" is not "twice as likely".
    """
    start = figure.start - answer.sentence.start
    mine = [family(word) for word in content_before(answer.sentence.text, start)]
    for found in _PART_OF_OTHER.finditer(sentence.text):
        if found["part"].lower() != _AS_A_PART[figure.low]:
            continue
        before = _held(mine, content_before(sentence.text, found.start()))
        if before <= _held(mine, words_of(found["tail"])):
            return found
    return None


def _held(words: Sequence[frozenset[str]], side: Iterable[str]) -> int:
    """How many of some words stand on a side of a comparison."""
    forms = frozenset().union(*map(base_forms, side), frozenset())
    return sum(1 for word in words if not word.isdisjoint(forms))
