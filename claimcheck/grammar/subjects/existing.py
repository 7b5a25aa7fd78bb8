"""Who holds what is said to exist: "the ship" in "There were 12 cranes on the ship"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import CLAUSE_STARTS, first_phrase
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_THERE = WordPattern(
    r"\b(?:there|here)(?:['’]s|['’]re|\s+(?:is|are|was|were|remain(?:s|ed)?|have been"
    r"|had been|has been|will be|may be|could be))\s+(?:(?:<grammar/after_there>)\s+)*$",
    re.IGNORECASE,
)
_WHERE = WordPattern(r"(?:<grammar/where>)\s+")
_DEFINITE = WordPattern(
    r"(?:<grammar/definite>)\b",
    re.IGNORECASE,
)
MAX_THERE_CHARS = 60


def existing_things(columns: TokenColumns, sentence: Sentence, end: int) -> Offsets | None:
    """What is said to exist before a place: "births" in "There were 40 births, an increase of 5%"."""
    for quantity in sentence.quantities:
        if quantity.of_start is None or quantity.of_end is None or quantity.of_end > end:
            continue
        first = max(sentence.start, quantity.start - MAX_THERE_CHARS)
        if quantity.kind == "count" and _THERE.search(columns.text, first, quantity.start) is not None:
            return quantity.of_start, quantity.of_end
    return None


def existing_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What holds things that are said to exist: "the ship" in "There were 12 cranes on the ship".

    Only a name or a definite phrase holds them, and neither a time nor a clause stands in between.
    """
    text = columns.text
    if _THERE.search(text, max(sentence.start, quantity.start - MAX_THERE_CHARS), quantity.start) is None:
        return None
    end = quantity.end if quantity.of_end is None else max(quantity.end, quantity.of_end)
    first = columns.token_at(end + 1) if end + 1 < sentence.end else None
    if first is None:
        return None
    for place in range(first, sentence.span.end):
        if (columns.tags[place] in _CLAUSE_TAGS and columns.deps[place] != "case") or (
            columns.lowers[place] in CLAUSE_STARTS and columns.lowers[place] != "and"
        ):
            return None
        if columns.tags[place] != "IN" or not _WHERE.match(text, columns.starts[place]):
            continue
        here = columns.starts[place + 1] if place + 1 < sentence.span.end else sentence.end
        if any(date.start <= here < date.end for date in sentence.dates):
            continue
        named = next(
            (name for name in sentence.names if name.start <= here + 4 and name.end > here + 4), None
        )
        if _DEFINITE.match(text, here) is None and (named is None or named.start > here):
            continue
        if columns.tags[place + 1] == "PRP":
            return here, columns.ends[place + 1]
        return first_phrase(columns, here, sentence.end)
    return None


_CLAUSE_TAGS = FINITE | {"VBG", "WDT", "WP", "WRB"}
