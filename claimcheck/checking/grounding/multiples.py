"""So many times: so many in each of so many, shared out evenly, doubled or halved by a verb."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.checking.figures import is_given_as, same_unit
from claimcheck.checking.grounding.operands import PAIR, is_of_like_unit, places
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import words_of
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.quantities import load_units
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.grounding.operands import Followed
    from claimcheck.checking.parsed import ParsedSentence


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
                if j == i or times.is_range or times.low != times.low.to_integral_value():
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


def each(figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material) -> Followed | None:
    """What is shared out evenly: 15 megawatts each, of 960 megawatts by 64 turbines."""
    if figure.is_range or figure.kind not in ("count", "money", "measure") or not is_on("ground/product"):
        return None
    if not _OF_EACH.match(answer.sentence.text, figure.end - answer.sentence.start):
        return None
    indices = [i for number in aligned.near for i in material.figures.of_sentence.get(number, ())]
    figures = material.figures.figures
    for i in indices:
        if figures[i].is_range or not is_of_like_unit(figure, figures[i]):
            continue
        for j in indices:
            if figures[j].kind != "count" or figures[j].is_range or j == i or figures[j].low < PAIR:
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
    Decimal(2): re.compile(r"\b(?:doubl\w+|twice|twofold|two times|half)\b", re.IGNORECASE),
    Decimal(3): re.compile(r"\b(?:tripl\w+|trebl\w+|threefold|three times|thrice|a third)\b", re.IGNORECASE),
    Decimal(4): re.compile(r"\b(?:quadrupl\w+|fourfold|four times|a quarter)\b", re.IGNORECASE),
}


def in_a_word(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """How many times, where the source has it in a verb: "twice as much" of what could double."""
    pattern = _IN_A_WORD.get(figure.low) if figure.kind == "multiple" and not figure.is_range else None
    if pattern is None or not is_on("ground/ratio"):
        return None
    for number in aligned.near:
        found = pattern.search(material.index.sentences[number].text)
        if found is not None:
            place = material.index.sentences[number].place(found.start(), found.end())
            return "ratio", f"{found[0]} = {figure.low:f} times", [place]
    return None
