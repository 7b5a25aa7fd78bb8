"""What "of whom", "of these" and "which" point back to before an amount: "64 men, 30 of whom left"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import ordered_subject, phrase_before
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

_TOLD_OF_NUMBER = WordPattern(
    r"(?P<before>[\w’'-]+), which (?:<grammar/equal_share>) (?:(?:<grammar/hedging_amount>) )?$"
)
_LONGEST_TELLING = 60


def counted_share(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The counted things whose share of a whole a clause behind a comma adds, and not the noun beside it:
    "Nine of the boats sank in the storm, which is 20% of the fleet".
    """
    floor = max(sentence.start, quantity.start - _LONGEST_TELLING)
    told = _TOLD_OF_NUMBER.search(columns.text, floor, quantity.start) if quantity.kind == "percent" else None
    if told is None or _OF_WHOLE.match(columns.text, quantity.number_end) is None:
        return None
    beside = columns.token_at(told.start("before"))
    if beside is None or columns.tags[beside] not in ("NN", "NNS"):
        return None  # "has 40 mills in Norway, which is 12% of its land"
    earlier = [q for q in sentence.quantities if q.end <= told.end("before") and q.kind == "count"]
    if len(earlier) != 1 or earlier[0].of_start is None or earlier[0].of_end is None:
        return None
    return (earlier[0].of_start, earlier[0].of_end) if earlier[0].of_end < told.start("before") else None


_OF_WHOLE = WordPattern(r"\s?(?:<common/percent>) of ")
_BEHIND = re.compile(r" of (?:which|whom)\b")
_AHEAD = WordPattern(r"\bof (?:which|whom),? (?:(?:<grammar/after_there>) )*$")
_OF_THEM = WordPattern(r"(?:\s?(?:<common/percent>))? of (?:them|these)\b")
_FURTHER = re.compile(r"(?:,|,? and) $")


def part_of_pointed(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The things of which a relative clause tells a number: "men" for "64 men, 30 of whom left", and for both
    numbers of "men, of whom 30 fell ill and 34 did not".
    """
    text = columns.text
    is_of_them = _is_part_of_them(text, quantity)
    if not is_of_them and text.find(" of wh", sentence.start, sentence.end) < 0:
        return None
    if is_of_them or _BEHIND.match(text, quantity.number_end, sentence.end):
        relative = quantity.start
    else:
        ahead = _AHEAD.search(text, sentence.start, quantity.start)
        if ahead is None:
            return _part_beside(columns, sentence, quantity)
        relative = ahead.start()
    end = len(text[sentence.start : relative].rstrip(" ,(—–")) + sentence.start
    end = _before_date(text, sentence, end)
    time = _LAST_TIME.search(text, sentence.start, end)
    end = end if time is None else time.start()
    things = phrase_before(columns, sentence, end)
    if is_of_them and not are_several(columns, things):
        return None
    things = _with_several_before(columns, sentence, things)
    things = things or ordered_subject(columns, sentence, sentence.start, end)
    money = next((q for q in sentence.quantities if q.kind == "money" and q.end == end), None)
    if money is not None:  # "a profit of $4 million, half of which": of the profit
        return _summed_up(columns, sentence, money) or (money.start, money.end)
    return None if things is None else without_amount(sentence, things)


_LAST_TIME = WordPattern(r" (?:last|this|next) (?:<grammar/time_unit>)$")


def _before_date(text: str, sentence: Sentence, end: int) -> int:
    """Where a phrase ends that a date stands behind: "sold 300 bikes | in 2022, half of them abroad"."""
    date = next((date for date in sentence.dates if date.end == end), None)
    return end if date is None else len(text[: date.phrase_start].rstrip())


def _summed_up(columns: TokenColumns, sentence: Sentence, amount: Quantity) -> Offsets | None:
    """What a sum is the size of: "a profit" for "a profit of $4 million"."""
    of = _OF_SUM.search(columns.text, sentence.start, amount.start)
    return None if of is None else phrase_before(columns, sentence, of.start())


_OF_SUM = re.compile(r" of $")


def _with_several_before(columns: TokenColumns, sentence: Sentence, things: Offsets | None) -> Offsets | None:
    """A phrase with the several things before its preposition, which "of whom" means rather than one place:
    "doctors at the clinic" for "doctors at | the clinic, 40 of whom left".
    """
    first = None if things is None else columns.token_at(things[0])
    if things is None or first is None or first < 1 or columns.tags[first - 1] != "IN":
        return things
    before = phrase_before(columns, sentence, columns.ends[first - 2]) if first > 1 else None
    is_theirs = not are_several(columns, things) and are_several(columns, before)
    return (before[0], things[1]) if is_theirs and before is not None else things


def are_several(columns: TokenColumns, things: Offsets | None) -> bool:
    """Whether a phrase ends with a plural."""
    last = None if things is None else columns.token_at(things[1] - 1)
    return last is not None and columns.tags[last] in ("NNS", "NNPS")


def _is_part_of_them(text: str, quantity: Quantity) -> bool:
    """Whether a number behind a comma is of the things before it: "11 passengers, two of them children"."""
    before = text[max(0, quantity.start - _LONGEST_HEDGE) : quantity.start]
    is_inserted = _INSERTED.search(before) is not None
    return is_inserted and _OF_THEM.match(text, quantity.number_end) is not None


_INSERTED = WordPattern(r"[,(–—]\s?(?:(?:<grammar/hedging_amount>) )?$")
_LONGEST_HEDGE = 20


def _part_beside(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The things of a bare number that goes on with another one's relative clause."""
    if quantity.kind != "number" or _FURTHER.search(columns.text, sentence.start, quantity.start) is None:
        return None
    earlier = [other for other in sentence.quantities if other.end <= quantity.start]
    if not earlier or earlier[-1].kind not in ("number", "count"):
        return None
    if ";" in columns.text[earlier[-1].end : quantity.start]:
        return None
    return part_of_pointed(columns, sentence, earlier[-1])


def pointed_at(columns: TokenColumns, sentence: Sentence, start: int) -> Offsets | None:
    """What "of which", "of these" points back to: the counted things or the subject before them."""
    for quantity in reversed(sentence.quantities):
        if quantity.end > start:
            continue
        if quantity.kind == "count" and quantity.of_start is not None and quantity.of_end is not None:
            return quantity.of_start, quantity.of_end
    first = sentence.span.start
    while first < sentence.span.end and columns.tags[first] not in FINITE:
        first += 1
    end = columns.starts[first] if first < sentence.span.end else start
    things = phrase_before(columns, sentence, end) if end < start else None
    whole = _with_several_before(columns, sentence, things)
    return whole if whole != things or are_several(columns, things) else None


def without_amount(sentence: Sentence, span: Offsets) -> Offsets:
    """The counted noun where the population is counted: "patients" in "the 40 patients"."""
    for quantity in sentence.quantities:
        inside = span[0] <= quantity.start and quantity.end <= span[1]
        if inside and quantity.of_start is not None and quantity.of_end is not None:
            return quantity.of_start, quantity.of_end
    return span
