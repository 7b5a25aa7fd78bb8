"""The words of a sentence that say of what one of its figures is: its clause, and what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.names import is_day_or_month
from claimcheck.checking.surroundings import likeness, surroundings
from claimcheck.checking.texts import measuring_words, small_words, words_of
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_relations import base_forms, family, synonyms
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence

BETWEEN_PARTS = re.compile(
    r"[,;:()]|\b(?:and|while|but|whereas|against|compared|versus|vs|than|although|though)\b", re.IGNORECASE
)
"""What ends the clause of a figure."""

_OF = WordPattern(
    r"\s+(?:<checking/out_of>)\s+(?:(?:<checking/whose>)\s+)?(?:[\w-]+['’]s?\s+)?", re.IGNORECASE
)


def is_part_of(part: Figure, whole: Figure, sentence: Sentence) -> bool:
    """Whether a sentence gives one figure as a part of another: "nine of 24"."""
    if not sentence.start <= part.end <= whole.start:
        return False
    between = sentence.text[part.end - sentence.start : whole.start - sentence.start]
    return _OF.fullmatch(between) is not None


def are_crossed(
    said: tuple[frozenset[str], frozenset[str]], held: tuple[frozenset[str], frozenset[str]]
) -> bool:
    """Whether each of two values stands in words of the other one in the source, and in none of its own."""
    one, two, first, second = (
        *(said[0] - said[1], said[1] - said[0]),
        *(held[0] - held[1], held[1] - held[0]),
    )
    if one.isdisjoint(second) or related(two).isdisjoint(first):
        return False
    if not (one.isdisjoint(first) and two.isdisjoint(second)):
        return False
    # a house may be a theatre, not where there are both
    alike = related(one - second), related(two - first)
    return alike[0].isdisjoint(first) and alike[1].isdisjoint(second)


def clause_of(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> tuple[int, int]:
    """Where the clause of a figure starts and ends within its sentence, the figures beside it left out."""
    before, _, after = around(figure, figures, sentence)
    start, end = figure.start - sentence.start, figure.end - sentence.start
    return start - len(clause_before(before)), end + len(BETWEEN_PARTS.split(after)[0])


def clause_before(before: str) -> str:
    """What stands before a figure in its clause; "law, at 37%" has law, and a relative one its noun."""
    near = BETWEEN_PARTS.split(before)[-1]
    head = before[: len(before) - len(near)].removesuffix(",")
    is_tail = near.strip() and head + "," + near == before
    if is_tail and (_RELATIVE.match(near) or not forms_of(near)):
        return f"{BETWEEN_PARTS.split(head)[-1]} {near}"
    return near


_RELATIVE = WordPattern(r"\s*(?:<grammar/relative>)\b", re.IGNORECASE)


def telling_forms(text: str) -> frozenset[str]:
    """The base forms of the words of a text that say what happens and to what, those of times left out."""
    words = (
        word
        for word in words_of(text)
        if not _tells_time(word) and word not in _ANYTHING and _TOLD.isdisjoint(base_forms(word))
    )
    return forms_of(" ".join(words))


_ANYTHING = WordSet("checking/anybody")
_TOLD = WordSet("checking/told_by_many")


def _tells_time(form: str) -> bool:
    return is_day_or_month(form) or form in _PERIODS or form in load_number_words()


_PERIODS = WordSet("checking/period")


def around(figure: Figure, figures: Sequence[Figure], sentence: Sentence) -> tuple[str, str, str]:
    """What stands between a figure and the one before it, within it, and up to the one after it."""
    bounds = sorted((f.start - sentence.start, f.end - sentence.start) for f in figures)
    start, end = figure.start - sentence.start, figure.end - sentence.start
    last = max((stop for _, stop in bounds if stop <= start), default=0)
    following = min((first for first, _ in bounds if first >= end), default=len(sentence.text))
    return sentence.text[last:start], sentence.text[start:end], sentence.text[end:following]


def forms_of(text: str) -> frozenset[str]:
    """The base forms of the words of a text that say something and measure nothing."""
    words = (w for w in words_of(text) if w not in small_words() and w not in measuring_words())
    return frozenset(form for word in words if not word[:1].isdigit() for form in base_forms(word))


def related(forms: frozenset[str]) -> frozenset[str]:
    """Words with all that are derived from them or could stand for them."""
    return forms.union(*(family(form) | synonyms(form) for form in forms))


def likeness_of(said: list[frozenset[str]], index: int, material: Material) -> int:
    """How many of the words around a figure of the answer stand around one of the sources."""
    figure = material.figures.figures[index]
    sentence = material.index.sentences[material.figures.sentence[index]]
    return likeness(said, sentence.text, figure.start - sentence.start, figure.end - sentence.start)


def said_around(figure: Figure, answer: ParsedSentence) -> list[frozenset[str]]:
    """The words around a figure of the answer, each as its family."""
    offset = answer.sentence.start
    return surroundings(answer.sentence.text, figure.start - offset, figure.end - offset)
