"""The own subject of an infinitive that is joined to another's: "expects output to rise 3% and | prices | to
fall 2%". A tree takes it for a second amount, and its verb for what the first thing does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import phrase_before
from claimcheck.grammar.subjects.edges import noun_like_verbs
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

_GOVERNING = WordSet("grammar/governing_infinitive")
_JOINTS = WordSet("grammar/joint")
_ENDS = frozenset({",", ";", ":", "(", ")"})


def joined_infinitive_subject(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """Who does what the infinitive at or before a place tells, where an amount or a date of another
    infinitive stands right before its own subject.
    """
    to = _infinitive_before(columns, sentence, start)
    thing = None if to is None else phrase_before(columns, sentence, columns.ends[to - 1])
    if thing is None and to is not None and columns.lowers[to - 1] in noun_like_verbs():
        thing = columns.starts[to - 1], columns.ends[to - 1]  # "and costs to rise 9%"
    first = None if thing is None else columns.token_at(thing[0])
    if thing is None or first is None or first - 2 < sentence.span.start:
        return None
    if columns.lowers[first - 1] not in _JOINTS or not _ends_value(columns, sentence, first - 2):
        return None
    return thing if _is_governed(columns, sentence, first - 2) else None


def _infinitive_before(columns: TokenColumns, sentence: Sentence, start: int) -> int | None:
    """The "to" of the infinitive that the words at a place belong to."""
    token = columns.token_at(start)
    if token is None:
        return None
    for place in range(token, sentence.span.start + 1, -1):
        if columns.tags[place - 1] == "TO" and place - 2 >= sentence.span.start:
            return place - 1
        is_break = columns.words[place] in _ENDS or columns.tags[place] in FINITE | {"CC", "VBN", "VBG"}
        if place < token and is_break:
            return None
    return None


def _ends_value(columns: TokenColumns, sentence: Sentence, token: int) -> bool:
    """Whether an amount or a date ends with a token, over a comma; counted things may be joined."""
    end = columns.ends[token - (columns.words[token] == ",")]
    return any(q.end == end and q.kind != "count" for q in sentence.quantities) or any(
        date.end == end for date in sentence.dates
    )


def _is_governed(columns: TokenColumns, sentence: Sentence, last: int) -> bool:
    """Whether an infinitive before a token has an object of the main verb for its subject: "expects | sales |
    to grow".
    """
    for to in range(last, sentence.span.start + 1, -1):
        if columns.tags[to] != "TO":
            continue
        thing = phrase_before(columns, sentence, columns.ends[to - 1])
        first = None if thing is None else columns.token_at(thing[0])
        if first is not None and first > sentence.span.start:
            return columns.lowers[first - 1] in _GOVERNING
    return False
