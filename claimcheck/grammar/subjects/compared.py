"""The other side of a comparison, which has an amount of its own.

"Desk buyers spent $84, compared to $61 for phone buyers", "Trains carried 31%, compared with trucks at 44%",
"Oslo came first, followed by Bergen at 12%", "Oslo leads, with Bergen at 12%": the second amount is not said
of the clause's subject. The order of words tells it; a tree hangs the whole comparison on the verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import first_phrase
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

LONGEST_SIDE = 160
"""Characters from the word that compares to the amount; what is longer is a clause of its own."""
MOST_WORDS = 9
"""Words of the name of a side."""

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "JJ"})  # "professional, scientific and technical"
_IN_SIDE = _NOUNS | {
    "DT",
    "PRP$",
    "POS",
    "HYPH",
    "VBN",
    "VBG",
    "AFX",
    ",",
    "CC",
    "IN",
    "CD",
    "-LRB-",
    "-RRB-",
}

_COMPARING = WordPattern(r"\b(?:<grammar/comparing>)(?: (?:<grammar/hedging_amount>))*\s+$")
_SIDE_FIRST = WordPattern(r"\b(?:compared (?:to|with)|<grammar/followed>)\s+")
_VALUE = WordPattern(r"(?:,? (?:<grammar/before_value>)(?: an?(?: [\w-]+){1,3}? of)?)\s*(?:[\w.]+ )?$")
_SET_BESIDE = WordPattern(r", with (?P<side>[^,;:()]{2,60}) at (?:(?:<grammar/hedging_amount>) )?$")
_OF_SIDE = WordPattern(r"\s+(?:[a-z]+ ){0,2}?(?:<grammar/of_side>)\s+")
_JOINT = WordPattern(r"(?:\s?(?:<common/percent>))?(?:,? and|,| or)\s+")
_CLOSED = re.compile(r"[.,;)]|\s*$")
_OF_MATTER = re.compile(r" of (?=[a-z])")
_TIMES = WordSet("grammar/time_word")
_PERIODS = WordSet("grammar/kind_of_time")


def compared_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What the amount on the other side of a comparison is said of; None where only its time is told."""
    text = columns.text
    floor = max(sentence.start, quantity.start - LONGEST_SIDE)
    if _COMPARING.search(text, floor, quantity.start) is not None:
        matter = _OF_MATTER.match(text, quantity.end, sentence.end) if quantity.kind == "measure" else None
        earlier = [q for q in sentence.quantities if q.end < quantity.start and q.kind == "measure"]
        is_other = bool(earlier) and _OF_MATTER.match(text, earlier[-1].end) is None
        if matter is not None and is_other:  # "Sun had 40 GW, compared with 30 GW of | coal |"
            found = first_phrase(columns, matter.end(), sentence.end)
            is_last = found is not None and _CLOSED.match(text, found[1], sentence.end) is not None
            return found if is_last else None  # none in "30 tonnes of steel a year earlier"
        return _side_behind(columns, sentence, quantity)
    value = _VALUE.search(text, floor, quantity.number_start)
    if value is None:
        return None
    set_beside = _SET_BESIDE.search(text, floor, quantity.number_start)
    if set_beside is not None and _is_side(columns, sentence, set_beside.span("side")):
        return set_beside.span("side")
    sides = list(_SIDE_FIRST.finditer(text, floor, value.start()))
    if not sides:
        return None
    found = (sides[-1].end(), value.start())
    if _is_side(columns, sentence, found):
        return found
    return _next_side(columns, sentence, found)


def amount_compared(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Quantity | None:
    """The amount of the same things that one is compared with and shares its subject with: the 40 bags of
    "Exports came to 40 bags in May, compared with 38 bags in June".
    """
    comparing = _COMPARING.search(columns.text, sentence.start, quantity.start)
    if comparing is None or quantity.kind not in _COUNTED | _MEASURED:
        return None
    before = [q for q in sentence.quantities if q.end <= comparing.start()]
    if quantity.kind in _MEASURED:  # "was $4m, or $1 a share, | compared with | $3m"
        before = [q for q in before if (q.kind, q.unit) == (quantity.kind, quantity.unit)][:1]
    earlier = before[-1] if before else None
    if earlier is None or earlier.kind == "number" or earlier.kind not in _COUNTED | _MEASURED:
        return None
    is_same = quantity.kind == "number" or quantity.kind in _MEASURED or quantity.of == earlier.of
    between = columns.span(earlier.end, comparing.start())
    is_near = between is None or FINITE.isdisjoint(columns.tags[slice(*between)])
    return earlier if is_same and is_near else None


_COUNTED = frozenset({"count", "number"})
_MEASURED = frozenset({"money", "measure"})


def _next_side(columns: TokenColumns, sentence: Sentence, stretch: Offsets) -> Offsets | None:
    """The last of several sides: "the coast" in "followed by the west with a rate of 8.4% and the coast with
    a rate of 7.7%".
    """
    earlier = [q for q in sentence.quantities if stretch[0] < q.start and q.end < stretch[1]]
    joint = _JOINT.match(columns.text, earlier[-1].end, stretch[1]) if earlier else None
    if joint is None or compared_subject(columns, sentence, earlier[-1]) is None:
        return None
    found = (joint.end(), stretch[1])
    return found if _is_side(columns, sentence, found) else None


def _side_behind(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What "for" or "among" sets behind the second amount: "compared to $61 for phone buyers"."""
    of_side = _OF_SIDE.match(columns.text, max(quantity.end, quantity.of_end or 0), sentence.end)
    if of_side is None:
        return None
    found = first_phrase(columns, of_side.end(), sentence.end)
    return found if found is not None and _is_side(columns, sentence, found) else None


def _is_side(columns: TokenColumns, sentence: Sentence, found: Offsets) -> bool:
    """Whether a stretch is one noun phrase, commas and all, for a thing that a number can be told of: neither
    a time nor another amount.
    """
    span = columns.span(*found)
    if span is None or span[1] - span[0] > MOST_WORDS or columns.tags[span[1] - 1] not in _NOUNS:
        return False
    if not _IN_SIDE.issuperset(columns.tags[slice(*span)]):
        return False
    if columns.lowers[span[1] - 1] in _TIMES or columns.lowers[span[1] - 1] in _PERIODS:
        return False
    if any(date.start < found[1] and date.end > found[0] for date in sentence.dates):
        return False
    inside = (q for q in sentence.quantities if q.start < found[1] and q.end > found[0])
    return all("-" in other.text and other.end < found[1] for other in inside)  # "the nine-party bloc"
