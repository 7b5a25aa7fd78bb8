"""Spans of years that follow from the years of the sources: "for 12 years" from "from 1895 to 1907"."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import is_given_as
from claimcheck.checking.figures import place_in
from claimcheck.checking.findings import Place
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.figures import Figure
    from claimcheck.checking.grounding.derivations.operands import Followed
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.dates.finding import DateExpression

_YEAR = re.compile(r"(?<![\dX])(\d{4})(?![\dX])")
_BEFORE = re.compile(
    r"\b(?:for|over|during|within|after|lasted|spent|took|in)\s+(?:(?:about|some|the)\s+)?$", re.IGNORECASE
)
_AFTER = re.compile(r"\s*(?:later|earlier|after|before|apart|late|early|sooner|behind)\b", re.IGNORECASE)


def years_between(
    figure: Figure, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Followed | None:
    """Two years that are so far apart, one at least of the source sentences that fit the answer.

    Returns:
        The name of the rule, the arithmetic, and the places of the years in the sources.
    """
    if figure.is_range or figure.low != figure.low.to_integral_value():
        return None
    text = answer.sentence.text
    start, end = figure.start - answer.sentence.start, figure.end - answer.sentence.start
    if figure.is_age or (figure.unit is None and _AGED.search(text, 0, start)):
        return _age_reached(figure, aligned, material)
    is_of_years = _is_some_of_years(figure, answer)
    if figure.unit not in ("year", "decade") and not is_of_years:
        return _days_of_range(figure, aligned, material)
    if not is_of_years and not (_BEFORE.search(text, 0, start) or _AFTER.match(text, end)):
        return None
    since = _since_then(figure, aligned, material)
    if since is not None:
        return since
    if figure.unit == "decade":
        return None
    own = [(year, None) for date in find_dates(text) for year in _years_of(date.timex)]
    theirs = [pair for number in aligned.near for pair in _years_in(number, material)]
    for (one, place), (other, second) in combinations((*theirs, *own), 2):
        if abs(one - other) == figure.low and (place or second):
            places = [found for found in (place, second) if found is not None]
            return "years-between", f"{max(one, other)} - {min(one, other)} = {figure.low:f}", places
    return None


_AGED = WordPattern(r"\b(?:<checking/aged>)\s+(?:(?:<checking/just>)\s+)?$", re.IGNORECASE)


def _age_reached(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """How old somebody was on a day of the sources who was born on another: 75 from 1911 to January 1987.

    Where one of the two has no day, the birthday of that year may or may not have been.
    """
    dated = [
        (_point(date.timex[:10]), place, _BORN.search(before) is not None)
        for number in aligned.near
        for date, place, before in _dates_in(number, material)
    ]
    births = [(point, place) for point, place, is_birth in dated if is_birth and point]
    for born, birth in births:
        for then, place, is_birth in dated:
            if is_birth or not then:
                continue
            if int(figure.low) in _ages(born, then):
                return "years-between", f"{then[0]} - {born[0]}: {figure.low:f} years old", [birth, place]
    return _age_at_death(figure, material)


def _age_at_death(figure: Figure, material: Material) -> Followed | None:
    """How old the one person grew whose life dates stand in brackets in the sources: 76 of "(1911-1987)"."""
    lives = []
    for index, date in enumerate(material.dates.dates):
        number, start = material.dates.sentence[index], material.dates.starts[index]
        sentence = material.index.sentences[number]
        if "/" in date.timex and sentence.text[: start - sentence.start].endswith("("):
            place = Place(source=sentence.source, start=start, end=start + len(date.text), text=date.text)
            lives.append((date.timex.split("/"), place))
    if len(lives) != 1:
        return None
    (ends, place), *_ = lives
    born, died = _point(ends[0]), _point(ends[-1])
    if not born or not died or int(figure.low) not in _ages(born, died):
        return None
    return "years-between", f"{died[0]} - {born[0]}: {figure.low:f} years old", [place]


def _ages(born: tuple[str, ...], then: tuple[str, ...]) -> frozenset[int]:
    """How old somebody can be at some time; without a day on both sides the birthday may still come."""
    years = int(then[0]) - int(born[0])
    is_exact = len(then) == len(born) == len(("year", "month", "day"))
    return frozenset({years - (then[1:] < born[1:])} if is_exact else {years, years - 1})


_BORN = WordPattern(r"\b(?:<checking/born>)\b[^.;]{0,30}$", re.IGNORECASE)


def _point(timex: str) -> tuple[str, ...]:
    """Year, month and day, or the year alone; nothing where no year is given."""
    parts = timex.split("-")
    if not _YEAR.fullmatch(parts[0]):
        return ()
    is_day = len(parts) == len(("year", "month", "day")) and all(part.isdigit() for part in parts)
    return tuple(parts) if is_day else (parts[0],)


def _dates_in(number: int, material: Material) -> Iterator[tuple[DateExpression, Place, str]]:
    """The dates of a sentence, each with its place and what stands before it there, up to the date before."""
    sentence = material.index.sentences[number]
    last = 0
    for index in material.dates.of_sentence.get(number, ()):
        date, start = material.dates.dates[index], material.dates.starts[index]
        end = start + date.end - date.start
        place = Place(source=sentence.source, start=start, end=end, text=date.text)
        yield date, place, sentence.text[last : start - sentence.start]
        last = end - sentence.start


def _is_some_of_years(figure: Figure, answer: ParsedSentence) -> bool:
    """Whether a number is of the years that the figure before it gives: "28 years, 16 of them"."""
    before = [one for one in answer.figures if one.end <= figure.start]
    is_of_them = figure.unit is None and _OF_THEM.search(figure.text) is not None
    return is_of_them and bool(before) and before[-1].unit == "year"


_OF_THEM = WordPattern(r"\s(?:<checking/of_them>)$", re.IGNORECASE)


def _days_of_range(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """How long something lasted that has its first and last day in the sources: two weeks "3 to 17 May"."""
    days = _DAYS_OF.get(figure.unit or "")
    if days is None:
        return None
    for number in aligned.near:
        for date, place, _ in _dates_in(number, material):
            ends = [_day(end) for end in date.timex.split("/")]
            if len(ends) != len(("first", "last")) or None in ends:
                continue
            first, last = ends
            assert first is not None
            assert last is not None
            span = (last - first).days
            if any(is_given_as(figure, Decimal(count) / days) for count in (span, span + 1)):
                return "years-between", f"{date.text}: {figure.shown()}", [place]
    return None


_DAYS_OF = {"day": 1, "week": 7}


def _day(timex: str) -> dt.date | None:
    """A day of the calendar; one without its year in a year that is no leap year."""
    try:
        return dt.date.fromisoformat(timex.replace("XXXX", "2001"))
    except ValueError:
        return None


def _since_then(figure: Figure, aligned: Aligned, material: Material) -> Followed | None:
    """How long something has been so that is so since a year: up to the last year that the sources name."""
    if figure.comparator not in (">", ">=", "~") or figure.is_age:
        return None
    told = int(figure.low) * (10 if figure.unit == "decade" else 1)
    years = [int(number) for number in material.figures.numerals if _YEAR.fullmatch(number)]
    latest = max((year for year in years if year <= _LAST_YEAR), default=0)
    for number in aligned.near:
        sentence = material.index.sentences[number]
        for year, place in _years_in(number, material):
            before = sentence.text[: place.start - sentence.start]
            if not _SINCE.search(before):
                continue
            span = latest - year or told  # where it is the last year of all, the sources do not date today
            if 0 <= span - told <= _OPEN_YEARS:
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
