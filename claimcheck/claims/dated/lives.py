"""When somebody was born and died, from the bracket behind the name.

"Ada Byron (10 December 1815 – 27 November 1852)", also with the places between ("1 May 1915 in Leeds – 3 June
1991, Bath") and with what stands behind a name first ("Bernard Lund, OBE (born 2 March 1941)").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.dates.finding import DateExpression
    from claimcheck.grammar.descriptions.reading import SentenceReading
    from claimcheck.grammar.noun_phrases import Offsets

_LONGEST_BRACKET = 200  # characters
_LONGEST_LIFE = 115  # years; the oldest age on record is 122
_LONGEST_TENURE = 14  # years; "(1990–1995)" behind a name more often says how long somebody held a post

# what may stand beside the dates: "in Leeds", ", San Fernando, Chile,", "born c."
_PLACES = WordPattern(r"[\s,;.\[\]]*(?:(?:<date/beside_life>|[^\W\d_a-z][\w’'.-]*)[\s,;.\[\]]*){0,9}")
# what a bracket may hold before the dates: the name in another language or another script
_OTHER_NAME = re.compile(r"[^\d()]{2,80}[;:,]\s*$")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+")
# "b. ", "d. c. "
_MARK = WordPattern(r"\s*(?:(?P<born><date/born_mark>)|(?P<died><date/died_mark>))\b\.?\s*")
_DASH = re.compile(r"\s*[-–—]\s*")
# "OBE", "Jr.", "1st Baronet", "née Lund"
_BEHIND_A_NAME = re.compile(
    r"(?:,?\s*(?:(?:née|né)\s+[^\W\d_a-z][\w’'-]+|[A-Z]{2,6}\b|[JS]r\b\.?"
    r"|\d+(?:st|nd|rd|th)\s+[A-Z]\w+(?:\s(?:of\s)?[A-Z]\w+){0,3}))*[\s,\"”’']*"
)


class Life(NamedTuple):
    """A date of a life: what happened then, and to whom."""

    event: str
    person: Offsets


def find_lives(grammar: SentenceReading) -> dict[int, Life]:
    """Where a date begins that a bracket gives as a person's birth or death, with what it is."""
    lives: dict[int, Life] = {}
    if "(" not in grammar.vocabulary:
        return lives
    for bracket, dates in _brackets(grammar):
        person = person_before(grammar, bracket)
        event = _marked_end(grammar, bracket, dates) if person is not None else None
        if person is not None and event is not None:
            lives[dates[0].start] = Life(event, person)
            continue
        ends = _both_ends(grammar, bracket, dates) if person is not None else None
        if person is not None and ends is not None:
            lives.update(
                (date.start, Life(event, person)) for date, event in zip(ends, ("born", "died"), strict=True)
            )
    return lives


def person_before(grammar: SentenceReading, bracket: int) -> Offsets | None:
    """The person whose name, or what belongs behind it, ends before a bracket."""
    text = grammar.columns.text
    for name in reversed(grammar.sentence.names):
        if name.end <= bracket and name.label == "person" and bracket - name.end < _LONGEST_BRACKET:
            is_beside = _BEHIND_A_NAME.fullmatch(text, name.end, bracket) is not None
            return (name.start, name.end) if is_beside else None
    return None


def _brackets(grammar: SentenceReading) -> Iterator[tuple[int, list[DateExpression]]]:
    """The brackets of a sentence that hold one or two dates, each by the offset of its opening."""
    text = grammar.columns.text
    opening = text.find("(", grammar.sentence.start, grammar.sentence.end)
    while opening >= 0:
        closing = text.find(")", opening, min(grammar.sentence.end, opening + _LONGEST_BRACKET))
        if closing < 0:
            return
        dates = [date for date in grammar.sentence.dates if opening < date.start and date.end <= closing]
        if 0 < len(dates) <= 2:
            yield opening, dates
        opening = text.find("(", closing, grammar.sentence.end)


def _marked_end(grammar: SentenceReading, bracket: int, dates: list[DateExpression]) -> str | None:
    """What the only date of a bracket is, by the letter or sign before it: "(b. 1950, Leeds)"."""
    text = grammar.columns.text
    mark = _MARK.compiled().match(text, bracket + 1)
    if mark is None or len(dates) > 1 or dates[0].bounds is not None or mark.end() != dates[0].start:
        return None
    if _PLACES.fullmatch(text, dates[0].end, text.index(")", bracket)) is None:
        return None
    return "born" if mark["born"] else "died"


def _both_ends(
    grammar: SentenceReading, bracket: int, dates: list[DateExpression]
) -> tuple[DateExpression, DateExpression] | None:
    """The birth and the death, if the bracket holds these and nothing else but places."""
    text = grammar.columns.text
    closing = text.index(")", bracket)
    bounds = dates[0].bounds if len(dates) == 1 else None
    first, last = bounds or (dates[0], dates[-1])
    if first is last or first.first.year is None or last.first.year is None:
        return None
    years = last.first.year - first.first.year
    if not 0 <= years <= _LONGEST_LIFE:
        return None
    are_bare = first.first.month is None and last.first.month is None
    if are_bare and (years <= _LONGEST_TENURE or not _holds_places_only(grammar, bracket, closing)):
        return None
    is_life = (
        _PLACES.fullmatch(text, last.end, closing) is not None
        and (
            _PLACES.fullmatch(text, bracket + 1, first.start) is not None
            or _OTHER_NAME.fullmatch(text, bracket + 1, first.start) is not None
        )
        and (bounds is not None or _is_joined(text, first.end, last.start))
    )
    return (first, last) if is_life else None


def _holds_places_only(grammar: SentenceReading, start: int, end: int) -> bool:
    """Whether every name between two offsets is a place's: "(Acme, 1970 – Zentro, 1995)" tells of work."""
    text = grammar.columns.text
    places = [name for name in grammar.sentence.names if name.label == "place"]
    return all(
        any(place.start <= word.start() < place.end for place in places)
        for word in _CAPITALISED.finditer(text, start, end)
    )


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether a dash, with nothing but places beside it, leads from one date to the next."""
    return any(
        _PLACES.fullmatch(text, start, dash.start()) is not None
        and _PLACES.fullmatch(text, dash.end(), end) is not None
        for dash in _DASH.finditer(text, start, end)
    )
