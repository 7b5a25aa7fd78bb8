"""Whose age an amount is: "Manju Sam, 36, is here", "91 people aged 18 to 24"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import phrase_before
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_AGED = re.compile(r",?\s+(?:(?:now|then|just|only|still|already)\s+)?(?:aged\s+|age\s+)?$")


def aged_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The person whose age stands after the name in commas: "Manju Sam, 36, is here"; the people whose age
    stands behind theirs: "costs were lowest among men aged 60".
    """
    before = columns.text[sentence.start : quantity.start]
    behind = _BEHIND_PEOPLE.search(before) if before.rstrip().endswith(_AGED_ENDS) else None
    if behind is not None:
        people = phrase_before(columns, sentence, sentence.start + behind.start())
        last = None if people is None else columns.token_at(people[1] - 1)
        if people is not None and last is not None and columns.lowers[last] in _PEOPLE_OF_AGE:
            other = _OTHER_PEOPLE.search(columns.text, sentence.start, people[0])
            is_joint = other is not None and other["noun"].lower() in _PEOPLE_OF_AGE
            return (other.start(), people[1]) if other is not None and is_joint else people
    if columns.text[quantity.end : quantity.end + 1] not in ",.;":
        return None
    gap = _AGED.search(before)
    if gap is None or not gap.group().startswith(","):
        return None
    end = sentence.start + gap.start()
    for name in sentence.names:
        if name.end == end and name.label == "person":
            return name.start, name.end
    return None


_AGED_ENDS = ("age", "aged")  # most amounts stand behind other words, which costs less to see
_BEHIND_PEOPLE = re.compile(r"(?:\s*\([^()]{1,30}\))?(?:,|\s[-–—])?\s+aged?\s+$")
_OTHER_PEOPLE = re.compile(r"\b(?P<noun>[a-z]+) (?:and|or) $", re.IGNORECASE)
_PEOPLE_OF_AGE = WordSet("grammar/people_of_age")
_AGE_WORDS = re.compile(r"(?:aged|under|over|ages?)\b", re.IGNORECASE)
_BRACKET_BEFORE = re.compile(r"\s*\([^()]{1,30}\)\s*$")


def grouped_subject(
    columns: TokenColumns, sentence: Sentence, start: int, quantity: Quantity
) -> Offsets | None:
    """The people whose age stands right after them, the things that an amount bounds: "84 men (6.5%) aged 20
    to 29", "children under 5 years", "loans under $9,000".

    No "over" before what a clause says of somebody else: "sold the schools over 300 books".
    """
    word = _AGE_WORDS.match(columns.text, start, quantity.end)
    if word is None:
        return None
    bracket = _BRACKET_BEFORE.search(columns.text, sentence.start, start)
    people = phrase_before(columns, sentence, bracket.start() if bracket else start)
    if people is None or word.group() not in _BOUNDS:
        return people
    last = columns.token_at(people[1] - 1)
    if last is None or columns.tags[last] != "NNS":
        return None
    if word.group() == "under" or quantity.kind == "number" or quantity.quality == "time":
        return people
    root = columns.root_at(quantity.start, quantity.end)
    return people if root is not None and columns.deps[root].startswith("nmod") else None


_BOUNDS = frozenset({"under", "over"})
