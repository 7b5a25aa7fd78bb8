"""Numbers that no source need give: of the text itself, of who talks in it, pointing back, ago."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import counts_people
from claimcheck.checking.texts import words_of
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence


FEW_SPEAKERS = 4
"""So many people in a conversation are counted by who hears it."""

_PART_OF_TEXT = WordPattern(
    r"\s+(?:<checking/part_of_text>)\b(?:\s+of\s+the\s+(?:<checking/text_heard_or_read>)\b)?",
    re.IGNORECASE,
)

_TALK_BETWEEN = WordPattern(
    r"\b(?:<checking/talk>)s?\s+(?:\w+\s+){0,3}between\s+$",
    re.IGNORECASE,
)


def says_something(figure: Figure) -> bool:
    """Not "one" as a pronoun or article, nor "first" as an adverb."""
    words = words_of(figure.text)
    if figure.low == 1 and not any(character.isdigit() for character in figure.text):
        return figure.kind in ("money", "percent")
    return not (figure.kind == "ordinal" and figure.low <= 1) and bool(words or figure.text.strip())


def is_unsourced(figure: Figure, answer: ParsedSentence, material: Material) -> bool:
    """Whether a number is none that a source would give in these words."""
    return (
        _tells_of_the_text(figure, answer)
        or _points_back(figure, answer)
        or _is_ago(figure, answer, material)
        or _is_of_name(figure, answer, material)
    )


def _tells_of_the_text(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a number is of the source itself: its parts, or those who talk in it, whom no text counts."""
    text = answer.sentence.text
    if figure.kind == "ordinal":
        return bool(_PART_OF_TEXT.match(text, figure.end - answer.sentence.start))
    if figure.low <= FEW_SPEAKERS and _counts_speakers(figure, answer):
        return True
    noun = words_of(figure.noun or "")
    return figure.kind == "count" and figure.low <= FEW_MATTERS and bool(noun) and noun[-1] in _MATTERS


def _counts_speakers(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a number is of those who talk to each other: "a conversation between two friends"."""
    start = figure.start - answer.sentence.start
    is_one = figure.kind == "count" and not figure.is_range and counts_people(figure)
    return is_one and _TALK_BETWEEN.search(answer.sentence.text, 0, start) is not None


_NAME_BEFORE = re.compile(r"\b([A-Z][\w-]+) $")


def _is_of_name(figure: Figure, answer: ParsedSentence, material: Material) -> bool:
    """Whether a number ends a name that the sources have with it: "The Orbit 12 costs 799 euros"."""
    before = _NAME_BEFORE.search(answer.sentence.text, 0, figure.start - answer.sentence.start)
    if figure.kind not in ("count", "number") or before is None or not figure.text[:1].isdigit():
        return False
    named = re.compile(rf"\b{re.escape(before[1])} {figure.text.split()[0]}(?![\w.,]*\d)")
    return any(named.search(text) for text in material.texts.values())


_MATTERS = WordSet("checking/matters")
"""Nouns by which a text counts what it is itself about, which no source counts: "dealt with four matters"."""

FEW_MATTERS = 12


_AGO = WordPattern(r"\s+(?:or\s+so\s+)?(?:<checking/ago>)\b", re.IGNORECASE)


def _is_ago(figure: Figure, answer: ParsedSentence, material: Material) -> bool:
    """Whether a span counts back from the day of writing, which sources that give a date do not."""
    if not _AGO.match(answer.sentence.text, figure.end - answer.sentence.start):
        return False
    return not any(_AGO.search(text) for text in material.texts.values())


_THE_SAME = re.compile(
    r"\b(?:the|these|those|both|its|their|his|her|our|my|your|all|other)\s+$", re.IGNORECASE
)

_A = re.compile(r"\b(?:an?|every|each|split)\s+$", re.IGNORECASE)


def _points_back(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a small number is of what was named before: "the two clubs", "a second one"."""
    if figure.kind == "ordinal" and figure.text.lower() == "second":  # "a second storm" is another one
        return _A.search(answer.sentence.text, 0, figure.start - answer.sentence.start) is not None
    if (
        figure.kind not in ("count", "number")
        or figure.low > FEW_SPEAKERS
        or any(c.isdigit() for c in figure.text)
    ):
        return False
    start = figure.start - answer.sentence.start
    return _THE_SAME.search(answer.sentence.text, 0, start) is not None
