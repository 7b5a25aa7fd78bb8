"""What an amount without a clause is of: the label before it, "Length of mains: 38 km", or what it measures,
"28 days of leave".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.noun_phrases import noun_phrase
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

MAX_LABEL_CHARS = 60
"""What stands before a colon in a longer line is a clause of its own."""

# to the amount itself, or over others of the same label: "Frame: 10 years or 500 rides"
_TO_AMOUNT = WordPattern(
    r":\s*(?:[\d.,/x×–-]+\s?[^\W\d_]*(?:\s[^\W\d_]+)?(?:\s?[,;/]|\s(?:and|or|to))\s)?"
    r"(?:(?:<grammar/hedging_amount>) )?"
)
_CLOSED = re.compile(r"\s*(?:\([^()\n]{1,60}\))?\s*(?:[,;.)/]|\Z|\n|(?:and|or|to|a|an|per|with|for)\b)")
_MARKS_BEFORE = ' \t*•‣▪●–—-#"“'


def labelled_subject(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """The label whose value an amount is, where it stands right behind the colon."""
    text = columns.text
    colon = text.rfind(":", sentence.start, start)
    if colon < 0 or _TO_AMOUNT.fullmatch(text, colon, start) is None:
        return None
    if _CLOSED.match(text, end, sentence.end) is None:
        return None
    opening = max(text.rfind(mark, sentence.start, colon) for mark in (";", "\n", "\t", ". ")) + 1
    first = max(sentence.start, opening)
    words = text[first:colon]
    first += len(words) - len(words.lstrip(_MARKS_BEFORE))
    label = text[first:colon].rstrip(" *")
    if not 1 < len(label) <= MAX_LABEL_CHARS or not label[0].isalpha():
        return None
    span = columns.span(first, first + len(label))
    if span is None or any(tag in FINITE for tag in columns.tags[slice(*span)]):
        return None
    return first, first + len(label)


_OF = " of "


def measured_matter(columns: TokenColumns, sentence: Sentence, end: int) -> Offsets | None:
    """What an amount in a line without a verb measures: "leave" in "28 days of leave"."""
    if not columns.text.startswith(_OF, end) or end + len(_OF) >= sentence.end:
        return None
    if any(tag in FINITE for tag in columns.tags[sentence.span.start : sentence.span.end]):
        return None
    word = columns.token_at(end + len(_OF))
    if word is None:
        return None
    while (
        columns.deps[word] in ("det", "amod", "compound", "nummod", "nmod:poss")
        and columns.heads[word] > word
    ):
        word = columns.heads[word]
    if columns.pos[word] not in ("NOUN", "PROPN"):
        return None
    first, last = noun_phrase(columns, word)
    return max(first, end + len(_OF)), min(last, sentence.end)
