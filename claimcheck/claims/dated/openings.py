"""Dates that open a sentence, and what stands around a date: "In August, the release delivered"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet, grammar_words

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.phrases import Phrase


def token_after(grammar: SentenceReading, date: DateExpression) -> int | None:
    """The token of the sentence that follows the date after one space."""
    token = bisect_left(grammar.starts, date.end, grammar.first, grammar.last)
    is_next = token < grammar.last and grammar.columns.text[date.end : grammar.starts[token]] == " "
    return token if is_next else None


OWN_TIMES = WordSet("date/own_time")
SHIFTING = frozenset({"after", "before"})
_LONGEST_SHIFT = 12  # tokens: "after the death of the last queen of Norway"
_LONGEST_OF_TIME = 4  # tokens: "in office"


def phrase_after_front(grammar: SentenceReading, date: DateExpression) -> Phrase | None:
    """What follows the comma after a date, or the noun of one, that opens the sentence."""
    following = bisect_left(grammar.starts, date.end, grammar.first, grammar.last)
    if not opens_sentence(grammar, date) or following >= grammar.last:
        return None
    dated = grammar.phrase_at(following)  # "In the 4 March treaty, Peru agreed"
    following = following if dated is None else dated.last
    phrase = grammar.phrase_from(following + 1) if grammar.word(following) == "," else None
    phrase = phrase and _past_time(grammar, phrase)
    if phrase is None or grammar.word(phrase.last) == "to":  # "In June, thanks to you, we"
        return None
    return grammar.joint(phrase)


def _past_time(grammar: SentenceReading, phrase: Phrase) -> Phrase | None:
    """The phrase, or what follows one that only tells the time again: "In 2003, his last year in office, he
    made", "In 1550, a year after her death, the poems appeared".
    """
    is_shift = phrase.noun in grammar_words("duration") and grammar.word(phrase.last) in SHIFTING
    if not is_shift and phrase.noun not in OWN_TIMES:
        return phrase
    end = min(phrase.last + (_LONGEST_SHIFT if is_shift else _LONGEST_OF_TIME), grammar.last)
    comma = next((i for i in range(phrase.last, end) if grammar.word(i) == ","), None)
    return phrase if comma is None else grammar.phrase_from(comma + 1)


def opens_sentence(grammar: SentenceReading, date: DateExpression) -> bool:
    """Whether nothing but adverbs and marks of lists stands before a date in its sentence."""
    opening = bisect_left(grammar.starts, date.phrase_start, grammar.first, grammar.last)
    return not any(
        grammar.tags[i] != "RB" and grammar.words[i][0].isalnum() for i in range(grammar.first, opening)
    )


def noun_after(grammar: SentenceReading, date: DateExpression) -> int | None:
    """Where "2014 estimate" ends: a common noun that the date modifies."""
    if date.relation not in (None, "of"):
        return None
    token = token_after(grammar, date)
    if token is None or grammar.tags[token] not in ("NN", "NNS", "JJ"):
        return None
    phrase = grammar.phrase_at(token)
    return None if phrase is None or phrase.name is not None else phrase.end
