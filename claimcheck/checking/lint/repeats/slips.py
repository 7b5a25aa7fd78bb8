"""The same digits for one thing, a thousand or a million times as much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.figures import is_of_each, shown_number
from claimcheck.checking.texts import PLAIN_WORD, small_words
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence


_COMMON = WordSet("lint/common")
"""Words that tell nothing of what a sentence is about."""

_TELLING_DIGITS = 3
"""So many digits in common are no chance, so that one word in common shows that the thing is the same."""

_SLIPS = (1_000.0, 1_000_000.0)


def find_unit_slips(text: LintText) -> Iterator[Finding]:
    """The same digits for the same thing, a thousand or a million times as much."""
    seen: list[_Said] = []
    for number, sentence in enumerate(text.sentences):
        if _ROW.search(sentence.text):
            continue  # of a table, whose heads may give the scale
        words = _telling_words(sentence.text)
        for figure in sentence.figures:
            if figure.kind not in ("money", "count", "measure") or is_code(figure):
                continue
            if not _has_two_digits(figure.number):
                continue
            said = _Said(number, sentence, figure, words)
            other = next((before.figure for before in seen if _is_slip(said, before)), None)
            if other is not None:
                yield _slip(text, said, other)
            seen.append(said)


class _Said(NamedTuple):
    """A figure with its sentence, and the words that tell what that is of."""

    number: int
    sentence: FigureSentence
    figure: Figure
    words: frozenset[str]


_ROW = re.compile(r"[\t|]")


def _telling_words(words: str) -> frozenset[str]:
    common, small = _COMMON.words(), small_words()
    return frozenset(
        word[:6].removesuffix("s")
        for word in PLAIN_WORD.findall(words.lower())
        if word not in common and word not in small and len(word) > 2
    )


def _is_slip(said: _Said, before: _Said) -> bool:
    """Whether two figures of the same thing have the same digits, and are thousands apart."""
    figure, other = said.figure, before.figure
    if before.sentence is said.sentence or (other.dimension, other.kind) != (figure.dimension, figure.kind):
        return False
    if not are_thousands_apart(figure, other):
        return False
    alike = len(said.words & before.words)
    if _measured(said.sentence, figure) & _measured(before.sentence, other):
        alike += 1
    if _REFERRED_TO.search(said.sentence.text, 0, figure.start) and _NOUN.match(
        said.sentence.text, figure.end
    ):
        alike += 2 if said.number - before.number <= _NEAR_SENTENCES else 1
    if alike < (1 if _digits_of(figure.number) >= _TELLING_DIGITS else 2):
        return False
    if figure.kind == "count" and (
        figure.head != other.head or (" of " in figure.of and figure.of != other.of)
    ):
        return False
    if _OF_CHANGE.search(said.sentence.text, 0, figure.start) or _OF_CHANGE.search(
        before.sentence.text, 0, other.start
    ):
        return False  # "a fall in turnover of $3 million"
    # "3.6 million a year" of what cost 3.6 billion
    return is_of_each(said.sentence, figure) == is_of_each(before.sentence, other)


def is_code(figure: Figure) -> bool:
    """Whether a number has capitals joined to it and no currency, which make it no million: "the genotype 129MM"."""
    return _CODE.fullmatch(figure.text) is not None


_CODE = re.compile(r"\d+[A-Z]+")


def are_thousands_apart(one: Figure, other: Figure) -> bool:
    """Whether one of two positive figures is a thousand, or a million, times the other."""
    ratio = max(one.number, other.number) / min(one.number, other.number)
    return any(abs(ratio / slip - 1) < _EXACT for slip in _SLIPS)


_EXACT = 1e-9


def _slip(text: LintText, said: _Said, other: Figure) -> Finding:
    figure = said.figure
    large, small = max(figure.number, other.number), min(figure.number, other.number)
    return text.finding(
        "lint/unit-slip",
        said.sentence,
        (figure,),
        f"{figure.text} here, {other.text} above: {large / small:,.0f} times apart, with the same digits",
        arithmetic=f"{shown_number(large)} / {shown_number(small)} = {large / small:,.0f}",
        tolerance="the same digits",
    )


_REFERRED_TO = WordPattern(r"\b(?:<common/pointing_or_possessor>|<lint/told_of>) $", re.IGNORECASE)
_NOUN = re.compile(r" (?!of\b|in\b|to\b|for\b|and\b)[a-z-]+")
"""What is told of by its amount was told of before: "The $3.2 million deal"."""

_NEAR_SENTENCES = 4

_OF_CHANGE = WordPattern(
    r"\b(?:<lint/up>|<lint/down>)(?: in [a-z -]{1,30}) (?:of|by) (?:(?:<lint/at_least>) )?$", re.IGNORECASE
)
_MEASURED = WordPattern(
    r"\b([a-z]{3,})(?: for [^,;]{0,30})? (?:of|was|is|were|are|came to|reached|hit|totalled|totaled) (?:(?:<lint/at_least>) )?$",
    re.IGNORECASE,
)


def _measured(sentence: FigureSentence, figure: Figure) -> frozenset[str]:
    """The noun of what a figure measures, where it stands right before it: "revenue of $6.4 billion"."""
    found = _MEASURED.search(sentence.text, 0, figure.start)
    return frozenset({found[1].lower()}) if found else frozenset()


def _has_two_digits(number: float) -> bool:
    return _digits_of(number) >= 2 and number > 0


def _digits_of(number: float) -> int:
    """How many digits a number has without the zeros at its ends."""
    return len(f"{abs(number):.12g}".split("e", maxsplit=1)[0].replace(".", "").strip("0"))


RULES = (
    (
        find_unit_slips,
        CheckRule(
            "lint/unit-slip",
            ("inconsistent",),
            "the same digits for the same thing, a thousand times as much",
            (
                "The bridge repair cost the county $4.2 million. The county paid $4.2 billion for the bridge.",
                "",
            ),
            (
                "The bridge repair cost the county $4.2 million. The county paid $4.2 million for the bridge.",
                "",
            ),
        ),
    ),
)
"""The finder of this module with its rule."""
