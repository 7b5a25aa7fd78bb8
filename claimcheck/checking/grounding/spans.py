"""Spans of years that follow from the years of the sources: "for 12 years" from "from 1895 to 1907"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.findings import Place
from claimcheck.dates.finding import find_dates

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
    own = [(year, None) for date in find_dates(text) for year in _years_of(date.timex)]
    theirs = [pair for number in aligned.near for pair in _years_in(number, material)]
    for (one, place), (other, second) in combinations((*theirs, *own), 2):
        if abs(one - other) == figure.low and (place or second):
            places = [found for found in (place, second) if found is not None]
            return "years-between", f"{max(one, other)} - {min(one, other)} = {figure.low:f}", places
    return None


def _years_of(timex: str) -> Iterator[int]:
    return (int(year) for year in _YEAR.findall(timex))


def _years_in(number: int, material: Material) -> Iterator[tuple[int, Place]]:
    sentence = material.index.sentences[number]
    for index in material.dates.of_sentence.get(number, ()):
        date, start = material.dates.dates[index], material.dates.starts[index]
        place = Place(source=sentence.source, start=start, end=start + date.end - date.start, text=date.text)
        yield from ((year, place) for year in _years_of(date.timex))
