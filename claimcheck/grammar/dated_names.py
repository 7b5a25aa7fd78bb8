"""Whose a date is in a list of names with their dates, where no clause tells it.

"The chairs were Ann Roe, elected in 2002; Bo Lund in 1997" and “The Long Ferry”, a talk by Ann Roe, May 11".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.tagging.verb_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

_MEMBER = re.compile(r"(?:;(?: and)?|, and) $")
_DATED_BY_NAME = frozenset({"person", "product"})
_TALK = re.compile(
    r"(?:[-*•–] +)?(?P<thing>[“\"](?P<title>[^”\"]{3,120})[”\"]|[A-Z][^,;:“\"]{2,80}),?"
    r" an? (?:[a-z-]+ ){1,4}(?:by|with) [A-Z][^;:]{2,120}[,:] $"
)


def listed_name(columns: TokenColumns, sentence: Sentence, date: DateExpression) -> Offsets | None:
    """The name of a list that a date stands behind: "Bo Lund" in "Ann Roe, elected in 2002; Bo Lund in 1997";
    what an announcement names first: “The Long Ferry”, a talk by Ann Roe, May 11.
    """
    text = columns.text
    for name in sentence.names:
        if name.label not in _DATED_BY_NAME or not 0 < date.phrase_start - name.end <= 1:
            continue
        if _MEMBER.search(text, max(sentence.start, name.start - 6), name.start) is None:
            continue
        earlier = [other for other in sentence.dates if other.end < name.start]
        between = columns.span(earlier[-1].end, date.phrase_start) if earlier else None
        if between is not None and FINITE.isdisjoint(columns.tags[slice(*between)]):
            return name.start, name.end
    talk = _TALK.match(text, sentence.start, date.phrase_start) if date is sentence.dates[0] else None
    if talk is None or talk.end() != date.phrase_start:
        return None
    told = columns.span(talk.end("thing"), date.phrase_start)
    if told is None or not FINITE.isdisjoint(columns.tags[slice(*told)]):
        return None
    return talk.span("title") if talk["title"] else talk.span("thing")
