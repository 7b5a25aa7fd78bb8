"""The first of several things, with its figure, and what the text goes on to tell of the others.

“The largest of them is that in Antwerp with 2,100 seats. The one in Essen seats 2,400”: a superlative without a
noun ranks the things the text is about, and what is told right behind it, each with a name or as “the one in”,
is among them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.lint.figures import TIME_UNITS, are_alike, shown_number, with_unit_of
from claimcheck.checking.lint.slips import is_of_each
from claimcheck.checking.texts import small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, readings
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_FIRST_OF_THEM = WordPattern(
    r"(?:^|[;,] (?:and )?)(?:The|the|Its|its|Their|their) (?P<word>(?P<most><lint/superlative_most>)|(?P<least><lint/superlative_least>))"
    r"(?: of (?:them|these|those|all|(?:<common/article_or_possessor>) [a-z-]+(?: [a-z-]+)?))?(?=,| (?:<lint/copula>)\b)"
)
"""A superlative that ranks what the text is about: without a noun of its own."""

_ANOTHER = WordPattern(
    r"^(?:(?:The|the) (?:ones?|others?|next|second)\b|(?:That|that|those|Those) (?:in|at|on|of)\b"
    r"|(?:(?:The|the|In|At) )?(?!The |In |At )(?P<name>[A-Z][\w'’.-]+)(?: [A-Z][\w'’.-]+)*(?: (?P<noun>[a-z]+))?)"
)
"""How a clause begins that tells of another one: "The one in Essen", "The Sary glacier"."""

_NOT_HELD_AGAINST = WordPattern(
    r"\b(?:<lint/once>|<lint/in_all>|<lint/other_time_or_place>|<lint/not_alone>|<lint/up>|<lint/down>|together|total|[12]\d{3})\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"; |, (?:and |while |but )?(?=the |that |[A-Z])")


def find_surpassed_leaders(text: LintText) -> Iterator[Finding]:
    """Superlatives of several things, one of which the text gives a greater figure."""
    for sentence in text.sentences:
        match = _FIRST_OF_THEM.search(sentence.text) if sentence.figures else None
        if match is None or sentence.is_heading:
            continue
        owned = [f for f in sentence.figures if f.start > match.end() and _is_amount(f)]
        if not owned or _NOT_HELD_AGAINST.search(sentence.text, match.end(), owned[0].end):
            continue
        own = owned[0]
        for place, other in _others(text, sentence, own):
            is_denied = (
                own.interval.high < other.interval.low
                if match["most"]
                else own.interval.low > other.interval.high
            )
            if is_denied:
                yield _finding(
                    text, (sentence, own), (place, other), match["word"], is_most=bool(match["most"])
                )
                break


def _is_amount(figure: Figure) -> bool:
    return figure.kind not in ("ordinal", "multiple") and figure.unit not in TIME_UNITS


def _others(text: LintText, sentence: FigureSentence, own: Figure) -> Iterator[tuple[FigureSentence, Figure]]:
    """The figures of the other things: in the clauses behind, and in those of the next sentence."""
    behind = text.behind(sentence)
    places: Sequence[tuple[FigureSentence, int]] = [(sentence, own.end), *([(behind, 0)] if behind else [])]
    for place, begin in places:
        if begin == 0 and len(places) > 1 and not _ANOTHER.search(place.text):
            return
        for start, clause in _clauses(place.text, begin):
            if begin and start == begin:
                continue
            inside = [f for f in place.figures if start <= f.start < start + len(clause)]
            amounts = [g for f in inside if _is_amount(f) and are_alike(g := with_unit_of(f, own), own)]
            if len(amounts) != 1 or not _is_of_another(sentence, clause) or _NOT_HELD_AGAINST.search(clause):
                continue
            if is_of_each(sentence, own) or is_of_each(place, amounts[0]):
                continue
            if (
                not own.of
                or not amounts[0].of
                or not base_forms(own.head).isdisjoint(base_forms(amounts[0].head))
            ):
                yield place, amounts[0]


def _is_of_another(sentence: FigureSentence, clause: str) -> bool:
    """Whether a clause tells of another thing of the sort that is ranked: a glacier beside a glacier, no river."""
    found = _ANOTHER.search(clause)
    if found is None:
        return False
    noun, name = found["noun"], found["name"]
    if (
        noun is not None
        and name is not None
        and clause.startswith(f"{name} {noun}")
        and readings(name.lower())
    ):
        return False  # "Base camp stands at 2,600 metres"
    is_named_alone = noun is None or any(part == "v" for _, part in readings(noun)) or noun in small_words()
    return is_named_alone or noun in words_of(sentence.text)


def _clauses(words: str, begin: int) -> Iterator[tuple[int, str]]:
    """The clauses of a sentence from a place on, by their marks, each with its offset."""
    start = begin
    for found in _CLAUSE.finditer(words, begin):
        yield start, words[start : found.start()]
        start = found.end()
    yield start, words[start:]


def _finding(
    text: LintText,
    own: tuple[FigureSentence, Figure],
    other: tuple[FigureSentence, Figure],
    word: str,
    *,
    is_most: bool,
) -> Finding:
    (sentence, first), (place, second) = own, other
    numbers = f"{shown_number(first.number)} {'<' if is_most else '>'} {shown_number(second.number)}"
    return text.finding(
        "lint/order",
        sentence,
        (first,),
        f"“{word}” with {first.text}, but another has {second.text}",
        arithmetic=numbers,
        evidence=[text.place_of(place, second.start, second.end)],
    )
