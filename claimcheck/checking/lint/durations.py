"""A stretch of time that is not that between the two dates beside it."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.calendar import MONTH_NUMBERS, YEAR
from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.figures import Interval
from claimcheck.claims.date import DateClaim
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_OLD_YEAR = r"(?:1\d|20)\d\d"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"


def _date(name: str) -> str:
    """A date in figures or with its month, to the year, the month or the day."""
    return (
        rf"(?:(?:early |late |mid-|the )?(?:(?P<{name}day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?(?P<{name}month>{_MONTH})\.?"
        rf"(?: (?P<{name}day_behind>\d{{1,2}})(?:st|nd|rd|th)?)?(?:,? (?P<{name}year>{_OLD_YEAR}))?|(?:early |late |mid-)?(?P<{name}only>{_OLD_YEAR}))\b"
    )


_NEAR = r"(?:(?:<lint/near>|just) )*"
_SPAN = rf"\b(?:from|between) {_date('a')} (?:to|and|until|through|till) {_date('b')}"
_LASTED = (
    slots(rf"\b(?:<lint/lasting>) {_NEAR}<n>,?(?P<link>(?: [\w'-]+){{0,6}}?),? {_SPAN}"),
    slots(
        rf"{_SPAN},? ?(?:\(|– |— )?(?:or |for |that is |i\.e\.,? )?(?:(?:an?|the) (?:[a-z]+ )?(?:<lint/span_noun>) of )?(?:a |the )?{_NEAR}<n>"
    ),
    slots(rf"{_SPAN},?(?: and| which)? (?:took|lasted|taking|lasting) {_NEAR}<n>(?! to )"),
    slots(rf"<n>(?: (?:<lint/span_noun>|war))?,? (?:\(|which lasted |lasting )?{_SPAN}"),
)
_BEGUN = rf"\b(?:<lint/begun>)\b[^<;.]{{0,50}}?\b(?:in|on|since) {_date('a')}"
_ENDED = rf"\b(?:<lint/ended>)\b[^<;.]{{0,40}}?\b(?:in|on|until) {_date('b')}"
_BEGUN_AND_ENDED = (
    slots(
        rf"\b(?:for|spent|after) {_NEAR}<n>,? (?:having|after|since|before) [^<;.]{{0,20}}?{_BEGUN}[^<;.]{{0,50}}?{_ENDED}"
    ),
    slots(
        rf"{_BEGUN}[^<;.]{{0,60}}?{_ENDED},? (?:after|having [a-z]+ for|a total of|lasting) {_NEAR}<n>(?P<use>(?: [a-z]+){{0,3}})"
    ),
)
_THEN_LATER = slots(rf"{_BEGUN}[^<;.]{{0,60}}?{_ENDED},? {_NEAR}<n> later\b")
_USED_FOR = slots(
    rf"\bin (?P<aonly>{YEAR})\b[^<;.]{{0,60}}?\b(?:in|until|to|till) (?P<bonly>{YEAR}),? (?:after|having been in \w+ for) <n>(?P<use>(?: [a-z]+){{0,3}})"
)
"""From when to when a thing was there, and after how many years of use it went."""

_LATER = (
    slots(rf"\bin (?P<aonly>{YEAR})\b[^<;.]{{0,60}}?(?:,| and|;) <n> later,? in (?P<bonly>{YEAR})\b"),
    slots(rf"\bin (?P<bonly>{YEAR}), <n> after [^<;.]{{0,50}}?in (?P<aonly>{YEAR})\b"),
)
_PATTERNS = (*_LASTED, *_BEGUN_AND_ENDED, _THEN_LATER, *_LATER, _USED_FOR)

_IN_USE = WordPattern(r" (?:of|in|as) (?:\w+ )?(?:<lint/in_use>)\b")
_NOTHING_MORE = re.compile(r" (?:of|in|at|as|without|with)\b")
_BREAK = WordPattern(r"\b(?:<lint/clause_break>)\b")
_OLD = re.compile(r"[ -]?olds?\b", re.IGNORECASE)

_DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25, "decade": 3652.5, "century": 36525.0}
_LONG_UNITS = ("decade", "century")


def find_wrong_duration(text: LintText) -> Iterator[Finding]:
    """A stretch of time that is not that between the two dates beside it."""
    for pattern in _PATTERNS:
        for sentence, named, match in text.matches(pattern):
            years = named["n"]
            if years.unit in _DAYS and _is_of_these_dates(sentence, years, match):
                yield from _judge(text, sentence, years, match)
    yield from _find_wrong_use(text)
    yield from _find_wrong_anniversary(text)


_ENDED_AFTER = slots(
    rf"\b(?:<lint/ended>)\b[^<;.]{{0,30}}?\b(?:in|on) {_date('b')},? after {_NEAR}<n>(?P<use>(?: [a-z]+){{0,3}})"
)
_BEGINNING = WordSet("lint/begun")
_ENDING = WordSet("lint/ended")


def _find_wrong_use(text: LintText) -> Iterator[Finding]:
    """So many years of use that are not those since the one opening that another sentence dates."""
    for sentence, named, match in text.matches(_ENDED_AFTER):
        years = named["n"]
        subjects = {
            c.subject_name for c in text.claims_in(sentence) if getattr(c.value, "event", None) in _ENDING
        }
        begun = [
            claim
            for claim in text.document.claims
            if isinstance(claim, DateClaim)
            and claim.value.event in _BEGINNING
            and claim.subject_name in subjects
            and re.fullmatch(r"\d{4}", claim.value.timex[:4])
        ]
        year = match["byear"] or match["bonly"]
        if years.unit != "year" or len(begun) != 1 or year is None or not _IN_USE.match(match["use"]):
            continue
        span = int(year) - int(begun[0].value.timex[:4])
        if span > 0 and abs(span - years.number) > years.half_step + 1:
            yield text.finding(
                "lint/duration",
                sentence,
                (years,),
                f"from {begun[0].value.timex[:4]} to {year} is {span} years, not {years.text}",
                arithmetic=f"{year} − {begun[0].value.timex[:4]} = {span}",
                tolerance="a year, as the first and the last may be partial",
            )


def _is_of_these_dates(sentence: FigureSentence, years: Figure, match: re.Match[str]) -> bool:
    """Whether a stretch of time is said to be that between the dates, and not the time of something else."""
    groups = match.groupdict()
    if _OLD.match(sentence.text, years.end) or _OLD.search(years.text):
        return False  # "10-19 year olds from 2005 to 2015"
    if _BREAK.search(groups.get("link") or ""):
        return False
    use = groups.get("use")
    if use is None:
        return True
    is_of_use = _IN_USE.match(use) is not None
    if match.re is _USED_FOR.compiled():
        return is_of_use and not _has_years_between(match)
    return (is_of_use or not _NOTHING_MORE.match(use)) and not _has_years_between(match)


def _has_years_between(match: re.Match[str]) -> bool:
    """Whether something else is dated between the two dates, from which the use may count."""
    ends = [match.end(name) for name in ("aonly", "ayear") if match.groupdict().get(name)]
    starts = [match.start(name) for name in ("bonly", "bmonth") if match.groupdict().get(name)]
    return bool(ends and starts) and re.search(YEAR, match.string[max(ends) : min(starts)]) is not None


def _judge(
    text: LintText, sentence: FigureSentence, years: Figure, match: re.Match[str]
) -> Iterator[Finding]:
    """The finding on a stretch of time that is not that between two dates."""
    dates = _dates(match)
    if dates is None:
        return
    (first_low, first_high), (last_low, last_high) = dates
    if first_low > last_low:
        return
    span = Interval(max(0, (last_low - first_high).days), (last_high - first_low).days + 1)
    unit = _DAYS[years.unit or "year"]
    if years.unit in _LONG_UNITS:
        span = span.widened(unit / 2)
    if years.interval.scaled(unit).meets(span):
        return
    shown = (last_low - first_low).days
    length = (
        f"{round(shown / _DAYS['year'])} years" if years.unit in ("year", *_LONG_UNITS) else f"{shown} days"
    )
    if years.unit == "month":
        length = f"{round(shown / _DAYS['month'])} months"
    first, last = _written(match, "a"), _written(match, "b")
    yield text.finding(
        "lint/duration",
        sentence,
        (years,),
        f"from {first} to {last} is {length}, not {years.text}",
        arithmetic=f"{last} − {first} = {length}",
        tolerance="the first and the last may be partial, as far as the dates leave that open",
    )


def _written(match: re.Match[str], name: str) -> str:
    """A date as it stands in a template, its words with capitals again."""
    groups = match.groupdict()
    parts = (name + "day", name + "month", name + "day_behind", name + "year", name + "only")
    return " ".join(groups[part].capitalize() for part in parts if groups.get(part))


def _dates(match: re.Match[str]) -> tuple[tuple[dt.date, dt.date], tuple[dt.date, dt.date]] | None:
    """The first and the last day that each of two dates may be; None where a year is missing."""
    groups = match.groupdict()
    last_year = groups.get("byear") or groups.get("bonly")
    first_year = groups.get("ayear") or groups.get("aonly") or last_year
    if first_year is None or last_year is None:
        return None
    first, last = _days(groups, "a", int(first_year)), _days(groups, "b", int(last_year))
    return None if first is None or last is None else (first, last)


def _days(groups: dict[str, str | None], name: str, year: int) -> tuple[dt.date, dt.date] | None:
    """The first and the last day of a date; None for a day that there is not."""
    month = groups.get(name + "month")
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    number = MONTH_NUMBERS[month[:3]]
    day = groups.get(name + "day") or groups.get(name + "day_behind")
    length = monthrange(year, number)[1]
    if day is None:
        return dt.date(year, number, 1), dt.date(year, number, length)
    if not 1 <= int(day) <= length:
        return None
    return dt.date(year, number, int(day)), dt.date(year, number, int(day))


_ANNIVERSARY = WordPattern(
    rf"\b(?:<lint/begun>) in (?P<a>{YEAR})\b[^.;]{{0,80}}?"
    rf"\b(?P<n>\d{{1,3}})(?:st|nd|rd|th) (?:anniversary|birthday)\b[^.;]{{0,30}}?\bin (?P<b>{YEAR})\b",
    re.IGNORECASE,
)


def _find_wrong_anniversary(text: LintText) -> Iterator[Finding]:
    """An anniversary in another year than the foundation and its number make."""
    for sentence in text.sentences:
        for match in _ANNIVERSARY.finditer(sentence.text):
            span = int(match["b"]) - int(match["a"])
            if abs(span - int(match["n"])) > 1:
                yield make_finding(
                    "lint/duration",
                    "inconsistent",
                    kind="date",
                    place=text.place_of(sentence, match.start(), match.end()),
                    reason=f"from {match['a']} to {match['b']} is {span} years, not {match['n']}",
                    arithmetic=f"{match['b']} − {match['a']} = {span}",
                    tolerance="a year",
                )


RULES = (
    (
        find_wrong_duration,
        CheckRule(
            "lint/duration",
            ("inconsistent",),
            "a number of years that is not that between two dates",
            ("The program ran for 20 years, from 1990 to 2005.", ""),
            ("The program ran for 15 years, from 1990 to 2005.", ""),
        ),
    ),
)
"""The finder of this module with its rule."""
