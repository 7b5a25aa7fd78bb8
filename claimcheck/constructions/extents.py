"""The words of a claim around its trigger: from where they go to where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.stepping import CLOSING_BRACKETS, OPENING_BRACKETS

if TYPE_CHECKING:
    from claimcheck.constructions.definitions import Entry
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase
    from claimcheck.grammar.predications import Predication


_BEFORE = (
    "subject",
    "doer",
    "user",
    "support",
    "fronted",
    "relative",
    "occasion",
    "bearer",
    "in_which",
    "topic",
    "actor",
    "sharers",
)


def extent_of(
    grammar: SentenceReading,
    predication: Predication,
    entry: Entry,
    things: tuple[Phrase, ...],
    others: tuple[Phrase, ...],
) -> tuple[int, int]:
    """The tokens from the trigger to the first member of what stands after it."""
    start, end = predication.start, predication.last
    if predication.is_verb:
        start = min(start, predication.first - len(entry.before))  # "fine-" of "fine-tuned"
    for slot, members in ((entry.thing_slot, things), (entry.other_slot, others)):
        nearest = members[0]
        if slot == "possessor" or (slot == "modifier" and nearest.first < start):
            start = min(start, nearest.first)
        elif nearest.first > predication.first and (slot == "bearer" or slot not in _BEFORE):
            end = max(end, nearest.last)
    phrase = predication.noun_phrase
    if entry.form.trigger == "suffix" and predication.slot("prefix"):
        start = predication.slot("prefix")[0].first
    if phrase is not None:
        end = max(end, phrase.last)
    if phrase is not None and entry.form.trigger == "noun":
        start = _with_copula(grammar, min(start, phrase.first))
    return start, min(_with_closing_bracket(grammar, start, end), grammar.last)


def _with_closing_bracket(grammar: SentenceReading, start: int, end: int) -> int:
    """The end of the words, with the bracket behind them that closes one in them: "a service (Orbit)"."""
    words = grammar.words[start:end]
    is_open = any(word in OPENING_BRACKETS for word in words) and grammar.word(end) in CLOSING_BRACKETS
    return end + (is_open and not any(word in CLOSING_BRACKETS for word in words))


def _with_copula(grammar: SentenceReading, start: int) -> int:
    """The token where "is" of "is a subsidiary of" begins."""
    for description in grammar.descriptions() if grammar.word(start - 1) else ():
        if description.first < start <= description.category.first < description.last:
            return description.first if description.first > description.thing.head else start
    return start


def extent_of_pair(
    things: tuple[Phrase, ...],
    others: tuple[Phrase, ...],
    thing: Phrase,
    other: Phrase,
    start: int,
    end: int,
) -> tuple[int, int]:
    """The tokens of one pair: the member of a list next to the trigger has them, others their own."""
    for member, members in ((other, others), (thing, things)):
        nearest = members[-1] if members[-1].first <= start else members[0]
        if member is not nearest:
            return member.first, member.last
    return start, max(end, start + 1)
