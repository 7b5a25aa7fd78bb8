"""Numerals that are no amount: those of telephones and the like, and those behind a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.figures import loose_numerals
from claimcheck.checking.findings import make_finding
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


_TELLING_NUMERALS = frozenset(
    {"phone-number", "address", "postcode", "isbn", "ip-address", "version", "clock-time", "code", "unread"}
)
"""Set-aside numerals of which the digits themselves must stand in a source."""

_NAME_BEFORE = re.compile(r"([^\W\d_]{2,})[ -]?$")

_NAME_AFTER = re.compile(r"[ -]([A-Z][\w]+)")
"""A name that starts with a number: "737 MAX"."""

_QUARTER = re.compile(r"Q[1-4]|[1-4]Q|H[12]|FY\d*")


def numeral_findings(answer: ParsedSentence, material: Material) -> Iterator[Finding]:
    """Numerals that are no amount: those of telephones and the like, and those behind a name."""
    quarters = list(_QUARTER.finditer(answer.sentence.text))
    for start, end, text, rule in loose_numerals(Piece(answer.sentence.start, answer.sentence.text)):
        digits = text.replace(",", "").rstrip(".")
        if _is_other_side(answer.sentence.text[end - answer.sentence.start :], material):
            continue
        is_of_name = rule in _OF_NAMES
        if not digits[:1].isdigit():
            continue
        is_asked = rule == "clock-time" and _is_only_asked(digits, material)
        if not is_of_name and digits in material.figures.numerals and not is_asked:
            continue
        first = start - answer.sentence.start
        if rule == "clock-time" and not is_asked and _is_same_hour(first, answer, material):
            continue
        others: set[str] = set()
        is_edition = False
        if is_of_name:
            before = _NAME_BEFORE.search(answer.sentence.text[:first])
            after = _NAME_AFTER.match(answer.sentence.text[end - answer.sentence.start :])
            name = before or after
            if name is None or any(m.start() <= first < m.end() for m in quarters):
                continue
            written = re.escape(name[1])
            with_number = re.compile(
                rf"\b{written}[ -]?(\d[\d.]*)" if before is not None else rf"\b(\d[\d.]*)[ -]?{written}\b",
                re.IGNORECASE,
            )
            is_edition = before is not None and before[1].lower() in _EDITION
            if is_edition and digits in material.figures.numerals:
                continue  # "version 4.0", of what a source gives with its name
            others = {
                m[1].rstrip(".") for source in material.texts.values() for m in with_number.finditer(source)
            }
            if digits in others or (not others and digits in material.figures.numerals):
                continue
        is_age = rule == "decade" and _IN_THEIR.search(answer.sentence.text, 0, first) is not None
        if is_age and _holds_age(int(digits), material):
            continue
        is_year = rule == "year" and not _is_within_date(first, answer)
        if others or is_age or is_edition or is_year or rule in _TELLING_NUMERALS:
            said = f"; it has {', '.join(sorted(others))}" if others else ""
            yield make_finding(
                "ground/numeral",
                "differs" if others else "not_found",
                kind="figure",
                place=answer.sentence.place(first, end - answer.sentence.start),
                reason=f"no source holds the number {text}{said}",
            )


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


_OF_NAMES = frozenset({"name-with-number", "model-name"})
"""Numerals of which the word before them must have the same one in a source."""

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
