"""Numerals that are no amount: those of telephones and the like, and those behind a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.figures import loose_numerals
from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.names import QUARTER
from claimcheck.checking.texts import Piece
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.quantities import load_number_words
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.versions.bounds import bound_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.quantities.set_aside.names import SetAsideRule


_TELLING_NUMERALS = frozenset(
    {"phone-number", "address", "postcode", "isbn", "ip-address", "version", "code", "unread"}
)
"""Set-aside numerals of which the digits themselves must stand in a source."""

_OF_NAMES = frozenset({"name-with-number", "model-name"})
"""Numerals of which the word before them must have the same one in a source."""

_NAME_BEFORE = re.compile(r"([^\W\d_]{2,})[ -]?$")

_NAME_AFTER = re.compile(r"[ -]([A-Z][\w]+)")
"""A name that starts with a number: "737 MAX"."""


def numeral_findings(answer: ParsedSentence, material: Material) -> Iterator[Finding]:
    """Numerals that are no amount: those of telephones and the like, and those behind a name."""
    sentence = answer.sentence
    for start, end, text, sense in loose_numerals(Piece(sentence.start, sentence.text)):
        first, last = start - sentence.start, end - sentence.start
        digits = text.replace(",", "").rstrip(".")
        if not digits[:1].isdigit() or _is_other_side(sentence.text[last:], material):
            continue
        if sense in _OF_NAMES:
            others = _others_of_name(digits, first, last, sentence.text, material)
        else:
            others = None if _is_borne_out(digits, sense, first, answer, material) else frozenset()
        if others is None:
            continue
        reason = f"no source holds the number {text}"
        if others:
            reason = f"{reason}; it has {', '.join(sorted(others))}"
        elif sense == "clock-time" and _is_only_asked(digits, material):
            reason = f"the sources have {text} only in a question"
        yield make_finding(
            "ground/numeral",
            "differs" if others else "not_found",
            kind="figure",
            place=sentence.place(first, last),
            reason=reason,
        )


def _others_of_name(
    digits: str, first: int, last: int, text: str, material: Material
) -> frozenset[str] | None:
    """The numbers that the sources have with the name of a numeral, if any and not its own; else None."""
    before, after = _NAME_BEFORE.search(text[:first]), _NAME_AFTER.match(text[last:])
    name = before or after
    if name is None or any(quarter.start() <= first < quarter.end() for quarter in QUARTER.finditer(text)):
        return None
    is_edition = before is not None and before[1].lower() in _EDITION
    is_there = digits in material.figures.numerals
    if is_edition and is_there:
        return None  # "version 4.0", of what a source gives with its name
    written, number = re.escape(name[1]), r"(\d[\d.]*)"
    with_number = re.compile(
        rf"\b{written}[ -]?{number}" if before is not None else rf"\b{number}[ -]?{written}\b", re.IGNORECASE
    )
    others = frozenset(
        found[1].rstrip(".") for source in material.texts.values() for found in with_number.finditer(source)
    )
    if not others:
        return others if is_edition else None
    return None if digits in others else others


def _is_borne_out(
    digits: str, sense: SetAsideRule, first: int, answer: ParsedSentence, material: Material
) -> bool:
    """Whether the sources hold a numeral that is of no name, or it is none that they must hold."""
    is_there = digits in material.figures.numerals
    if sense == "clock-time":
        is_told = is_there or _is_same_hour(first, answer, material)
        return is_told and not _is_only_asked(digits, material)
    if sense == "decade":
        is_age = _IN_THEIR.search(answer.sentence.text, 0, first) is not None
        return is_there or not is_age or _holds_age(int(digits), material)
    if sense == "year":
        return is_there or _is_within_date(first, answer)
    return is_there or sense not in _TELLING_NUMERALS


def _is_only_asked(digits: str, material: Material) -> bool:
    """Whether the sources have an hour only before question marks: "7? 8?", "Let's make it 7"."""
    hour = re.compile(
        rf"(?<![\d.,:]){re.escape(digits)}(?![\d:]|[.,]\d)(?P<asked>\s*(?:[ap]\.?m\.?)?\s*\?)?", re.IGNORECASE
    )
    found = [match for text in material.texts.values() for match in hour.finditer(text)]
    return bool(found) and all(match["asked"] is not None for match in found)


def _is_same_hour(first: int, answer: ParsedSentence, material: Material) -> bool:
    """Whether a source gives the hour of a numeral in the other way of writing it: 14:00 for 2 p.m."""
    mine = next((m for m in _HOUR.finditer(answer.sentence.text) if m.start() <= first < m.end()), None)
    if mine is None:
        return False
    minutes = _minutes_of_day(mine)
    return any(
        _minutes_of_day(m) == minutes for text in material.texts.values() for m in _HOUR.finditer(text)
    )


_HOUR = re.compile(
    r"(?<![\d.,:])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b|(?<=[:.]\d\d)(?![\d:]|[.,]\d))",
    re.IGNORECASE,
)


def _minutes_of_day(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    if match["half"] is not None:
        hour = hour % 12 + 12 * (match["half"].lower() == "p")
    return 60 * hour + int(match["minute"] or 0)


def _is_within_date(first: int, answer: ParsedSentence) -> bool:
    """Whether a numeral is part of a date, which has a verdict of its own."""
    return any(date.start <= first < date.end for date in find_dates(answer.sentence.text))


_EDITION = WordSet("checking/edition")
"""Nouns that stand before the number of any product: "version 4.0"."""

_IN_THEIR = WordPattern(
    r"\bin (?:<common/possessor>|whose) (?:(?:<checking/part_of_decade>)[ -])?$", re.IGNORECASE
)


def _holds_age(decade: int, material: Material) -> bool:
    """Whether the sources hold an age or any number of a decade of life: "in their 70s" of a woman of 74."""
    numerals = material.figures.numerals
    if any(str(age) in numerals for age in range(decade, decade + 10)):
        return True
    in_words = [f for f in material.figures.figures if decade <= f.low < decade + 10]
    word = next((w for w, number in load_number_words().items() if number.value == decade), "")
    return bool(in_words) or f"{word.removesuffix('y')}ies" in material.index.words


def _is_other_side(after: str, material: Material) -> bool:
    """Whether a version bounds what a source's bound leaves out: "3.9 or older" of "3.10 or later"."""
    return bound_after(after) == "<=" and any(map(_has_lower_bound, material.texts.values()))


def _has_lower_bound(text: str) -> bool:
    return any(bound_after(text, digit.end()) == ">=" for digit in re.finditer(r"\d(?=\s)", text))
