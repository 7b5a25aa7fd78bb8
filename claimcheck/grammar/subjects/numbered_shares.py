"""What a number with its share in brackets is of: "couples" in "41 (7.2%) couples"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import first_phrase
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

_SHARE_AFTER = WordPattern(r"\s*\(\s?[\d.,]+\s?(?:<common/percent>)\s?\)\s*")
_NUMBERED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "AFX"})
_NUMBER_BEFORE = re.compile(r"(?<![\w.,])\d[\d.,]*\s*\(\s?$")


def numbered_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What a bare number with its share in brackets, or that share, is said of: "homes" in "There were 571
    homes, of which 109 (19.1%) had gardens", "couples" in "41 (7.2%) couples".
    """
    start, end = quantity.number_start, quantity.number_end
    if quantity.kind == "percent":
        number = _NUMBER_BEFORE.search(columns.text, sentence.start, start)
        if number is None:
            return None
        start, end = number.start(), columns.text.rfind("(", sentence.start, start)
    elif quantity.kind != "number":
        return None
    share = _SHARE_AFTER.match(columns.text, end, sentence.end)
    following = None if share is None else columns.token_at(share.end())
    if share is None or following is None:
        return None
    if columns.words[following][:1].isupper():
        return None  # the parts of a whole: "The makeup of the town was 4 (0.3%) African American"
    if columns.tags[following] in _NUMBERED:
        return first_phrase(columns, share.end(), sentence.end)
    for other in reversed(sentence.quantities):
        if other.end > start or other.kind != "count":
            continue
        if other.of_start is not None and other.of_end is not None:
            return other.of_start, other.of_end
    return None
