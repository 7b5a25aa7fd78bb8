"""By how much one thing is above another: which of the two, and what the other one then is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import is_given_as, same_value
from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.derivations.amounts import gap
from claimcheck.checking.grounding.derivations.operands import is_of_like_amount, places
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import small_words
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence

_SIGN = WordPattern(
    r"\s+(?:(?!and\b|or\b|but\b|to\b)[a-z]+\s+)?(?:(?P<up><checking/above_amount>)|(?P<down><checking/below_amount>))\b"
    r"(?:(?:\s+[a-z]+){0,3}?\s+than\s+(?P<tail>[^.;:,()]{2,60}))?",
    re.IGNORECASE,
)
"""What stands behind a figure that says how far one thing is above another: "26 grams lighter than"."""


def gap_sign_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """A figure by which something is more, where every source sentence nearby has it less by that figure."""
    for figure in answer.figures:
        mine = _sign(figure, answer.sentence)
        if mine is None or figure.kind in ("ordinal", "score", "multiple"):
            continue
        held = _held(figure, aligned, material)
        if not held or any(theirs is None or _is_up(theirs) == _is_up(mine) for theirs, _, _ in held):
            continue
        theirs, other, sentence = held[0]
        if gap(figure, answer, aligned, material) is not None:
            continue  # two amounts are so far apart, whatever else is said of the figure
        if theirs is None or _is_turned(figure, mine, answer.sentence, other, theirs, sentence):
            continue
        yield make_finding(
            "ground/comparison",
            "differs",
            kind="wording",
            place=answer.sentence.place(figure.start - answer.sentence.start, _end_of_sign(mine)),
            evidence=[
                sentence.place(other.start - sentence.start, _end_of_sign(theirs)),
                sentence.place(),
            ],
            reason=f"the source has it {theirs['down'] or theirs['up']} by {figure.shown()}",
        )


def _held(
    figure: Figure, aligned: Aligned, material: Material
) -> list[tuple[re.Match[str] | None, Figure, Sentence]]:
    """The figures of the sources nearby that have the value of one, each with its sign and sentence."""
    held = []
    for index in material.figures.like(figure):
        other, number = material.figures.figures[index], material.figures.sentence[index]
        if number in aligned.near and same_value(figure, other) is not None:
            sentence = material.index.sentences[number]
            held.append((_sign(other, sentence), other, sentence))
    return held


def _sign(figure: Figure, sentence: Sentence) -> re.Match[str] | None:
    end = figure.end - sentence.start
    last = figure.text.rfind(" ")
    if last > 0:  # "15% dearer" is one figure
        inner = _SIGN.match(sentence.text, end - len(figure.text) + last)
        if inner is not None and max(inner.end("up"), inner.end("down")) == end:
            return inner
    return _SIGN.match(sentence.text, end)


def _is_up(sign: re.Match[str]) -> bool:
    return sign["up"] is not None


def _end_of_sign(sign: re.Match[str]) -> int:
    return max(sign.end("up"), sign.end("down"))


def _is_turned(
    figure: Figure,
    mine: re.Match[str],
    answer: Sentence,
    other: Figure,
    theirs: re.Match[str],
    source: Sentence,
) -> bool:
    """Whether the two things may have changed sides, so that both say the same."""
    heads = (
        _words(answer.text[: figure.start - answer.start]),
        _words(source.text[: other.start - source.start]),
    )
    tails = _words(mine["tail"] or ""), _words(theirs["tail"] or "")
    return len(heads[0] & tails[1]) > len(heads[0] & heads[1] - tails[1]) or bool(
        tails[0] & heads[1] - tails[1]
    )


_WORD = re.compile(r"\w+")


def _words(text: str) -> frozenset[str]:
    """The words of one side of a comparison, numbers of models among them: "the Halo 2"."""
    return frozenset(word for word in _WORD.findall(text.lower()) if word not in small_words())


def other_side(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """What one amount is, where a source gives another and by how much that is above it.

    2.4 million of what was sold for "3.1 million, 700,000 more than it had cost".
    """
    if figure.is_range or not is_on("ground/difference"):
        return None
    figures = material.figures
    for number in aligned.near:
        sentence, indices = material.index.sentences[number], figures.of_sentence.get(number, ())
        for at, j in enumerate(indices):
            gap = figures.figures[j]
            sign = _sign(gap, sentence)
            if sign is None or sign["tail"] is None or gap.is_range:
                continue
            for i in reversed(indices[:at]):
                other = figures.figures[i]
                is_alike = is_of_like_amount(figure, gap) and is_of_like_amount(figure, other)
                if other.is_range or not is_alike:
                    continue
                value = other.low - gap.low if _is_up(sign) else other.low + gap.low
                if is_given_as(figure, value):
                    shown = f"{other.shown()} {'-' if _is_up(sign) else '+'} {gap.shown()} = {value:f}"
                    return "difference", shown, places((i, j), material)
                break
    return None
