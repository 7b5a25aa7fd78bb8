"""Spans of years that follow from the years of the sources: "for 12 years" from "from 1895 to 1907"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.figures import place_in
from claimcheck.checking.findings import Place
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_YEAR = re.compile(r"(?<![\dX])(\d{4})(?![\dX])")
_BEFORE = re.compile(
    r"\b(?:for|over|during|within|after|lasted|spent|took|in)\s+(?:(?:about|some|the)\s+)?$", re.IGNORECASE
)
_AFTER = re.compile(r"\s*(?:later|earlier|after|before|apart|late|early|sooner|behind)\b", re.IGNORECASE)


def years_between(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[str, str, list[Place]] | None:
    """Two years that are so far apart, one at least of the source sentences that fit the answer.

    Returns:
        The name of the rule, the arithmetic, and the places of the years in the sources.
    """
    if figure.unit != "year" or figure.is_range or figure.low != figure.low.to_integral_value():
        return None
    text = answer.sentence.text
    start, end = figure.start - answer.sentence.start, figure.end - answer.sentence.start
    if figure.is_age and not any(
        "born" in material.index.sentences[number].text.lower() for number in aligned.near
    ):
        return None
    if not figure.is_age and not (_BEFORE.search(text, 0, start) or _AFTER.match(text, end)):
        return None
    since = _since_then(figure, aligned, material)
    if since is not None:
        return since
    own = [(year, None) for date in find_dates(text) for year in _years_of(date.timex)]
    theirs = [pair for number in aligned.near for pair in _years_in(number, material)]
    for (one, place), (other, second) in combinations((*theirs, *own), 2):
        if abs(one - other) == figure.low and (place or second):
            places = [found for found in (place, second) if found is not None]
            return "years-between", f"{max(one, other)} - {min(one, other)} = {figure.low:f}", places
    return None


def _since_then(figure: Figure, aligned: Aligned, material: Material) -> tuple[str, str, list[Place]] | None:
    """How long something has been so that is so since a year: up to the last year that the sources name."""
    if figure.comparator not in (">", ">=", "~") or figure.is_age:
        return None
    years = [int(number) for number in material.figures.numerals if _YEAR.fullmatch(number)]
    latest = max((year for year in years if year <= _LAST_YEAR), default=0)
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for year, place in _years_in(number, material):
            before = sentence.text[: place.start - sentence.start]
            span = latest - year
            if _SINCE.search(before) and 0 <= span - int(figure.low) <= _OPEN_YEARS:
                return "years-between", f"since {year}, {latest} - {year} = {span}", [place]
    return None


_SINCE = WordPattern(r"\b(?:<checking/since>)\b[^.;,]{0,30}$", re.IGNORECASE)
_LAST_YEAR = 2100
_OPEN_YEARS = 10
""""More than forty years" is said of 44."""


def year_apart(year: int, aligned: Aligned, material: Material) -> tuple[str, list[Place]] | None:
    """How a year follows from one of the source and a number of years beside it: 1931 of 1903 and 28 years.

    Returns:
        The arithmetic, and the places of the year and of the span in the sources.
    """
    for number in aligned.near:
        for one, place in _years_in(number, material):
            for at in (number - 1, number, number + 1):
                for index in material.figures.of_sentence.get(at, ()):
                    span = material.figures.figures[index]
                    if span.unit == "year" and not span.is_range and abs(year - one) == span.low:
                        sign = "+" if year > one else "-"
                        sentence = material.index.sentences[at]
                        return f"{one} {sign} {span.low:f} = {year}", [place, place_in(span, sentence.source)]
    return None


def _years_of(timex: str) -> Iterator[int]:
    return (int(year) for year in _YEAR.findall(timex))


def _years_in(number: int, material: Material) -> Iterator[tuple[int, Place]]:
    sentence = material.index.sentences[number]
    for index in material.dates.of_sentence.get(number, ()):
        date, start = material.dates.dates[index], material.dates.starts[index]
        place = Place(source=sentence.source, start=start, end=start + date.end - date.start, text=date.text)
        yield from ((year, place) for year in _years_of(date.timex))
