"""Changes told by where they were largest: "The largest rise was in Oslo, at 7.1%, then Bergen (4.4%)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.base import Draft
from claimcheck.claims.changes.values import ChangeValue
from claimcheck.claims.changes.words import load_change_words
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.claims.base import BaseClaim
    from claimcheck.claims.changes.values import Direction
    from claimcheck.mentions import NormalisedDocument, Sentence

_MOST = WordPattern(
    r"\b(?:<common/article_or_possessor>)\s+(?:<change/largest>)\s+(?:[\w-]+\s+){0,2}?(?P<word>[a-z]+)"
    r"(?:\s+in\s+(?:[a-z-]+\s+){1,4}?)?\s*(?<=\s)(?:was|were|came)\s+(?:(?:<ranking/found>)\s+)?(?=(?:<change/among_which>)\s)",
    re.IGNORECASE,
)
_WORD_OF_PLACE = r"(?!(?:<change/no_place_of_change>)\b)[^\W\d][\w’'.&-]*"
_PLACE = rf"(?P<place>(?:{_WORD_OF_PLACE}\s+){{0,5}}?{_WORD_OF_PLACE})"
_ENDS = re.compile(r"\s*(?:[.,;:)]|$)|\s+(?:and|but)\b")
# "in Oslo, at 7.1%", "in Oslo (7.1%"
_WHERE = WordPattern(
    rf"(?:<change/among_which>)\s+{_PLACE}(?:,?\s+(?:at|(?P<with>with))\s+|\s*\()(?:just\s+|about\s+)?"
)
# ", then Bergen (4.4%", ") and Bergen, at 4.4%"
_NEXT = WordPattern(
    r"\)?,?\s+(?:(?:and|but)\s+)?(?:(?:<change/next_in_line>)\s+)?"
    r"(?:the\s+(?:<change/largest>)\s+(?:(?:was|were)\s+)?(?:<change/among_which>)\s+)?"
    + _PLACE
    + r"(?:,?\s+(?:at|(?P<with>with))\s+|\s*\()(?:just\s+|about\s+)?"
)


def changes_where_most(
    document: NormalisedDocument, sentence: Sentence, taken: set[int], claim_type: type[BaseClaim]
) -> Iterator[Draft]:
    """The percentages behind a place where something rose or fell most, each of its place, and the numbers
    that they begin with are added to `taken`.
    """
    text = document.text
    most = _MOST.search(text, sentence.start, sentence.end)
    direction = None if most is None else _direction(most["word"])
    if most is None or direction is None:
        return
    end, joint = most.end(), _WHERE
    for quantity in sentence.quantities:
        if quantity.start < end:
            continue
        where = joint.fullmatch(text, end, quantity.start)
        if where is None or quantity.kind != "percent" or quantity.number is None or quantity.of is not None:
            return
        if where["with"] is not None and _ENDS.match(text, quantity.end, sentence.end) is None:
            return  # "the largest rise was in reading, with 80% at grade level"
        if any(
            date.start < where.end("place") and where.start("place") < date.end for date in sentence.dates
        ):
            return  # "the largest rise was in May, at 7.1%"
        if quantity.number_start not in taken:
            taken.add(quantity.number_start)
            yield Draft(
                claim_type,
                quantity.start,
                quantity.end,
                ChangeValue(direction=direction, number=abs(quantity.number), unit=quantity.unit),
                "change/where-most",
                where.span("place"),
                quantity.comparator,
                (quantity,),
            )
        end, joint = quantity.end, _NEXT


def _direction(word: str) -> Direction | None:
    """Which way a noun of change goes; None of other words, and of those that go either way."""
    entry = load_change_words().get(word.lower())
    if entry is None or "noun" not in entry.word_class or entry.direction not in ("increase", "decrease"):
        return None
    return "increase" if entry.direction == "increase" else "decrease"
