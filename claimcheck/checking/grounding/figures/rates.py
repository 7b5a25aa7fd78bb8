"""Of what each an amount is: per hour in the source, per day in the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.checking.texts import Sentence

_PER = WordPattern(
    r"(?:^|[^\W_])\s?(?:/\s?|(?:<checking/per>)\s+(?:[^\W\d_]+\s+(?:and|per)\s+(?:an?\s+)?)?)(?P<base><checking/period>)s?\b",
    re.IGNORECASE,
)

_EACH_SPAN = WordPattern(
    r"\b(?:(?P<hour><checking/hourly>)|(?P<day><checking/daily>)|(?P<night><checking/nightly>)|(?P<week><checking/weekly>)"
    r"|(?P<month><checking/monthly>)|(?P<year><checking/yearly>))\b",
    re.IGNORECASE,
)
"""Of what each, in one word: "25 minutes weekly", "40 daily flights"."""

REACH = 40
"""So many characters behind a number may say of what each it is: "12 euros a head and month"."""


class OtherSpan(NamedTuple):
    """A period that the sources give for an amount, and where the answer's own period ends.

    Attributes:
        said: as a source writes it.
        end: of the answer's period, in the document of the answer.
    """

    said: str
    end: int


def other_rate(figure: Figure, index: int, answer: ParsedSentence, material: Material) -> OtherSpan | None:
    """For which period the sources give an amount, where the answer gives it for another.

    Args:
        figure: an amount of the answer.
        index: the figure of the sources that has its value.
        answer: the sentence of the answer.
        material: what is known of the sources.

    Returns:
        The period; None where either side gives none, or some source gives the same.
    """
    if figure.kind not in ("money", "measure", "count", "number"):
        return None
    mine, end = _bases(figure, answer.sentence)
    if not mine:
        return None
    said = None
    for other in dict.fromkeys((index, *material.figures.like(figure))):
        sentence = material.index.sentences[material.figures.sentence[other]]
        theirs, _ = _bases(material.figures.figures[other], sentence)
        if not theirs:
            if other == index:
                return None
            continue
        if not mine.isdisjoint(theirs):
            return None
        if other == index:
            said = OtherSpan(min(theirs), end)
    return said


_IN_SPAN = WordPattern(
    r"[^.;:,]{0,40}?\b(?:<checking/in_span>) (?:the|its) (?:[a-z]+[ -])?"
    r"(?:(?P<half><checking/half_year>)|(?P<quarter><checking/quarter_year>)|(?P<year>year)|(?P<month>month)|(?P<week>week))\b",
    re.IGNORECASE,
)
"""In which span of the calendar it was so much: "79% in the quarter"."""


def other_span(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> OtherSpan | None:
    """In which span the sources give a figure, where the answer gives it for a longer or shorter one."""
    mine, end = _span_behind(figure, answer.sentence)
    if not mine:
        return None
    numbers = {index: material.figures.sentence[index] for index in material.figures.like(figure)}
    held = [
        _span_behind(material.figures.figures[index], material.index.sentences[number])[0]
        for index, number in numbers.items()
        if number in aligned.near
    ]
    return OtherSpan(held[0], end) if held and all(span and span != mine for span in held) else None


def _span_behind(figure: Figure, sentence: Sentence) -> tuple[str, int]:
    """The span of the calendar behind a figure, and where it ends in the document."""
    found = _IN_SPAN.match(sentence.text, figure.end - sentence.start)
    return ("", figure.end) if found is None else (_group_of(found), sentence.start + found.end())


def _group_of(found: re.Match[str]) -> str:
    return next(name for name, text in found.groupdict().items() if text)


def _bases(figure: Figure, sentence: Sentence) -> tuple[frozenset[str], int]:
    """The periods behind a number, up to the next mark or number, and where they end in the document."""
    start = figure.start - sentence.start
    digits = [match.end() for match in _DIGIT.finditer(figure.text)]
    behind = start + (digits[-1] if digits else 0)
    clause = _STOP.split(sentence.text[behind : figure.end - sentence.start + REACH])[0]
    per, each = list(_PER.finditer(clause)), list(_EACH_SPAN.finditer(clause))
    written = frozenset().union(
        *(base_forms(found["base"].lower()) for found in per), {_group_of(found) for found in each}
    )
    end = max([figure.end, *(sentence.start + behind + found.end() for found in (*per, *each))])
    _, rate, base = (figure.unit or "").partition("_per_")
    return (written | {base} if rate else written), end  # "2.1 ml/min a year"


_DIGIT = re.compile(r"\d")
_STOP = re.compile(r"[.;:,()]\s|\d")
