"""A figure of the headline that the text does not hold."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from math import isfinite
from typing import TYPE_CHECKING

from claimcheck.checking.lint.dates.lives import DEATH, may_be_age
from claimcheck.checking.lint.figures import Interval, is_of_each, shown_number
from claimcheck.checking.lint.repeats.slips import is_code
from claimcheck.checking.texts import PLAIN_WORD, small_words
from claimcheck.lexicons.word_relations import base_forms, readings
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence


_COMMON = WordSet("lint/common")
"""Words that tell nothing of what a sentence is about."""


def find_unheld_headlines(text: LintText) -> Iterator[Finding]:
    """A figure of the headline for which the text gives another one and not this."""
    heading, body = _headline(text)
    if heading is None:
        return
    figures = [figure for sentence in body for figure in sentence.figures]
    texts = " ".join(sentence.text for sentence in body)
    for figure in heading.figures:
        if _AT_DEATH.search(heading.text, 0, figure.start):
            yield from _judge_age(text, heading, figure, body)
            continue
        is_bare = figure.kind == "number" and figure.unit is None and bool(_deed_of(heading, figure))
        if figure.start == 0 and "." in figure.text:
            continue  # the number of a section
        if not (is_bare or figure.kind in ("money", "percent", "count", "measure")) or figure.number <= 1:
            continue
        if any(_is_held(figure, _as_told(other)) for other in figures):
            continue
        if re.search(rf"(?<![\d.,]){re.escape(figure.text.strip('$€£% '))}(?![\d])", texts):
            continue
        other = next(
            (
                other
                for number, sentence in enumerate(body)
                for other in sentence.figures
                if _is_rival(heading, figure, sentence, other, alike=_ALIKE[min(number, len(_ALIKE) - 1)])
            ),
            None,
        )
        other = other or _only_count_of(figure, body)
        if other is None or _are_summed(figure, figures) or (is_bare and _COUNTED_ON.search(texts)):
            continue
        yield _finding(text, heading, figure, other)


def _finding(text: LintText, heading: FigureSentence, figure: Figure, other: Figure) -> Finding:
    return text.finding(
        "lint/headline",
        heading,
        (figure,),
        f"the headline says {figure.text}; the text does not hold it, it says {other.text}",
        arithmetic=f"{shown_number(figure.number)} ≠ {shown_number(other.number)}",
    )


_BOUND_FACTOR = 1.5
"""“At least 13” in the text may be 15 in the headline, and not 31."""


def _as_told(figure: Figure) -> Figure:
    """A figure with a lower bound as one that is not far above it; "dozens" may be any number of them."""
    if isfinite(figure.interval.high) or figure.text.endswith("s"):
        return figure
    return replace(figure, interval=Interval(figure.interval.low, figure.number * _BOUND_FACTOR))


_ALIKE = (0, 1, 1, 2)
"""So many words must be alike, in the first sentence below the headline and in those that follow, for what it tells."""


def _is_rival(
    heading: FigureSentence, figure: Figure, sentence: FigureSentence, other: Figure, *, alike: int
) -> bool:
    """Whether a figure of the text is of what the headline gives another one for."""
    if other.dimension != figure.dimension or is_of_each(sentence, other):
        return False
    common = len(_content_words(heading.text) & _content_words(sentence.text))
    deeds = _deed_of(sentence, other) & _deed_of(heading, figure)
    is_of_harm = any(deed in _HARM_NAMES for deed in deeds)
    if figure.kind == "number" or (is_of_harm and figure.kind == "count"):
        return bool(deeds) and common >= (max(alike - 1, 0) if is_of_harm else 2)
    if other.kind != figure.kind or common < (alike if deeds else 2):
        return False
    return figure.kind != "count" or other.head == figure.head != ""


def _only_count_of(figure: Figure, body: Sequence[FigureSentence]) -> Figure | None:
    """The one count that a text gives of what its headline counts, wherever; None where it gives several, or of each."""
    is_plural = base_forms(figure.head) != {figure.head} and any(
        part == "n" for _, part in readings(figure.head)
    )
    if figure.kind != "count" or figure.number < _MANY or not is_plural or is_code(figure):
        return None
    counts = [
        (sentence, other)
        for sentence in body
        if not _IS_ROW.search(sentence.text)
        for other in sentence.figures
        if other.kind == "count" and not base_forms(other.head).isdisjoint(base_forms(figure.head))
    ]
    if len(counts) != 1 or is_of_each(*counts[0]):
        return None
    sentence, other = counts[0]
    is_of_some = _PICKED.match(sentence.text, other.end) or _OWN.search(sentence.text, 0, other.start)
    return None if is_of_some else other


_IS_ROW = re.compile(r"[|\t]")
_OWN = WordPattern(r"\b(?:<common/possessor>|<lint/partly>) $", re.IGNORECASE)
_PICKED = WordPattern(
    r"(?: [a-z-]+){1,3}? (?!(?:<lint/span>)\b)(?:<grammar/preposition>|<common/relative>)\b"
)
"""Behind a count, what picks some: "90 paintings in oil"."""

_MANY = 10
"""Fewer may be told one by one, and not be counted in the text."""


_COUNTED_ON = WordPattern(r"\ba (?:<lint/counted_on>)\b", re.IGNORECASE)
"""One more than a count of the text: "killed two, and a third died"."""

_BEFORE = WordPattern(r"\b([^\W\d_]+)(?:\s+(?:to|by))?(?:\s+(?:<lint/at_least>))?\s+$", re.IGNORECASE)


_AFTER = re.compile(r"\s+([^\W\d_]+ed)\b")


_HARM = (
    DEATH,
    WordPattern(r"\b(?:<lint/injury>)\b", re.IGNORECASE),
)
_AT_DEATH = WordPattern(r"\b(?:<lint/death>)(?: at| aged|, aged|,| at the age of|, at) $", re.IGNORECASE)
_HARM_NAMES = tuple(f"harm {index}" for index in range(len(_HARM)))
"""Words of one deed, whichever of them is used: "kills 23" and "32 people died"."""

_RIGHT_AFTER = re.compile(r"(?: [^\W\d_]+){0,3}")


def _deed_of(sentence: FigureSentence, figure: Figure) -> frozenset[str]:
    """The verb right before a figure, or the participle right after it, in its base form: "kills 24"."""
    beside = _BEFORE.search(sentence.text, 0, figure.start), _AFTER.match(sentence.text, figure.end)
    words = [found[1].lower() for found in beside if found is not None]
    behind = _RIGHT_AFTER.match(sentence.text, figure.end)
    near = (beside[0][0] if beside[0] else "") + (behind[0] if behind else "")
    harms = {name for name, pattern in zip(_HARM_NAMES, _HARM, strict=True) if pattern.search(near)}
    return frozenset(base for word in words for base, part in readings(word) if part == "v") | harms


def _are_summed(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure may be what two or three of a text come to: "killed 14 there, and 10 more drowned here"."""
    numbers = [other.number for other in others if other.unit == figure.unit][:_MOST_SUMMED]
    return any(
        abs(sum(parts) - figure.number) <= figure.half_step
        for size in (2, 3)
        for parts in combinations(numbers, size)
    )


_MOST_SUMMED = 40


def _judge_age(
    text: LintText, heading: FigureSentence, age: Figure, body: Sequence[FigureSentence]
) -> Iterator[Finding]:
    """The finding on an age at death that is no number of the text, which gives another right at its beginning."""
    if any(age.number == other.number for sentence in body for other in sentence.figures):
        return
    told = [
        other
        for place, sentence in enumerate(body[:_OPENING_SENTENCES])
        for other in sentence.figures
        if may_be_age(other)
        and _IS_ALL.match(sentence.text, other.end)
        and _is_at_death(heading, body[place - 1] if place else None, sentence, other)
    ]
    if len(told) == 1:
        yield _finding(text, heading, age, told[0])


def _is_at_death(
    heading: FigureSentence, before: FigureSentence | None, sentence: FigureSentence, age: Figure
) -> bool:
    """Whether an age is that at the death of the headline: "died on Sunday aged 87", or "She was 87." right behind it."""
    if _WAS_AGED.fullmatch(sentence.text, 0, age.start):
        told = before.text if before else ""
    else:
        told = sentence.text[: age.start] if _DIED_AGED.search(sentence.text, 0, age.start) else ""
    death = DEATH.search(told)
    if death is None or _OF_OTHERS.search(told):
        return False
    named = {word.lower() for word in _CAPITALISED.findall(heading.text)} - small_words()
    return any(word.lower() in named for word in _WORD.findall(told[: death.start()]))


_WORD, _CAPITALISED = re.compile(r"[^\W\d_]+"), re.compile(r"\b[A-Z][^\W\d_]+")


_WAS_AGED = WordPattern(r"(?=[A-Z])(?i:<lint/person_pronoun>) was (?:(?:<lint/no_more_than>) )?")
_DIED_AGED = WordPattern(r"\b(?:<lint/death>) (?:on [A-Z][a-z]+ )?(?:<lint/aged_at>) $")
_OF_OTHERS = WordPattern(r"['’]s\b|\b(?:<lint/kin>|whose)\b", re.IGNORECASE)
_OPENING_SENTENCES = 3
_IS_ALL = re.compile(r"[.,;)]|$")


def _is_held(figure: Figure, other: Figure) -> bool:
    """Whether a figure of the text may be that of the headline; 23 % is not what 24 % rounds, though both touch 23.5."""
    if not _same_sort(figure, other) or not figure.may_equal(other):
        return False
    return figure.interval.high > other.interval.low and other.interval.high > figure.interval.low


def _same_sort(figure: Figure, other: Figure) -> bool:
    return figure.dimension == other.dimension or "number" in (figure.dimension, other.dimension)


def _content_words(words: str) -> frozenset[str]:
    common = _COMMON.words()
    return frozenset(
        word[:5] for word in PLAIN_WORD.findall(words.lower()) if word not in common and len(word) > 3
    )


def _headline(text: LintText) -> tuple[FigureSentence | None, tuple[FigureSentence, ...]]:
    sentences = text.sentences
    if sentences and sentences[0].is_heading:
        return sentences[0], sentences[1:]
    return None, sentences


RULES = (
    (
        find_unheld_headlines,
        CheckRule(
            "lint/headline",
            ("inconsistent",),
            "a figure of the headline that the text does not hold",
            (
                "Ferry fire injures 14 passengers\n\nThe fire on the ferry injured 12 passengers on Sunday night.",
                "",
            ),
            (
                "Ferry fire injures 12 passengers\n\nThe fire on the ferry injured 12 passengers on Sunday night.",
                "",
            ),
        ),
    ),
)
"""The finder of this module with its rule."""
