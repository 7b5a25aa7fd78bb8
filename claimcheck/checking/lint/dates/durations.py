"""A stretch of time that is not that between the two dates beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.context import CLAUSE_BREAK, slots
from claimcheck.checking.lint.dated import A_YEAR, SPAN, date_pattern, dates_of, written_date
from claimcheck.checking.lint.dates.clocks import find_wrong_hours
from claimcheck.checking.lint.dates.events import find_wrong_stretches
from claimcheck.checking.lint.figures import ABOUT, DAYS, Interval
from claimcheck.checking.texts import forms_in, small_words, words_of
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure, FigureSentence

_LASTED = (
    slots(rf"\b(?:<lint/lasting>) {ABOUT}<n>,?(?P<link>(?: [\w'-]+){{0,6}}?),? {SPAN}"),
    slots(
        rf"{SPAN},? ?(?:\(|– |— )?(?:(?:or|for|that is|i\.e\.),? )*(?:(?:an?|the) (?:[a-z]+ )?(?:<lint/span_noun>) of )?(?:a |the )?{ABOUT}<n>"
    ),
    slots(rf"<n>(?: (?:<lint/span_noun>|war))?,? (?:\(|which lasted |lasting )?{SPAN}"),
)
_BEGUN = rf"\b(?:<lint/begun>)\b[^<;.]{{0,50}}?\b(?:in|on|since) {date_pattern('a')}"
_ENDED = rf"\b(?:<lint/ended>)\b[^<;.]{{0,40}}?\b(?:in|on|until) {date_pattern('b')}"
_BEGUN_AND_ENDED = slots(
    rf"{_BEGUN}[^<;.]{{0,60}}?{_ENDED},? (?:after|having [a-z]+(?: for)?|a total of|lasting|at the age of) {ABOUT}<n>(?P<use>(?: [a-z]+){{0,3}})"
)
_OF_THIS_SPAN = (
    rf"\b(?:(?:<common/pointing_or_possessor>) (?:[a-z]+ )?(?:<lint/span_noun>) (?:of|lasted) {ABOUT}<n>"
    rf"|(?:<lint/during>) (?:those|these) {ABOUT}<k>"
    rf"|(?:(?:<lint/during>) )?(?:<common/pointing_or_possessor>) (?:[a-z]+ )?{ABOUT}<m>(?:[ -](?:<lint/span_noun>)\b| (?:<lint/in_charge>)\b|(?= ?[,.;]|$)))"
)
"""A stretch of time that goes back to the one told before: "during those four weeks", "in his 27-year tenure"."""

_BACK_TO_IT = (
    slots(rf"{SPAN}(?P<between>[^.]{{0,120}}?){_OF_THIS_SPAN}"),
    slots(rf"{_BEGUN}[^<;.]{{0,60}}?{_ENDED}(?P<between>[^.]{{0,60}}?){_OF_THIS_SPAN}"),
)
_PATTERNS = (*_LASTED, _BEGUN_AND_ENDED, *_BACK_TO_IT)

_ANY_SPAN = WordPattern(SPAN)
_IN_USE = WordPattern(r" (?:of|in|as) (?:\w+ )?(?:<lint/in_use>)\b")
_NOTHING_MORE = re.compile(r" (?:of|in|at|as|without|with)\b")
_OLD = re.compile(r"[ -]?olds?\b", re.IGNORECASE)

_LONG_UNITS = ("decade", "century")


def find_wrong_duration(text: LintText) -> Iterator[Finding]:
    """A stretch of time that is not that between the two dates beside it."""
    for pattern in _PATTERNS:
        for sentence, named, match in text.matches(pattern, told=True):
            years = named.get("n") or named.get("k") or named["m"]
            if years.unit in DAYS and _is_of_these_dates(sentence, years, match):
                yield from _judge(text, sentence, years, match)
    yield from find_wrong_stretches(text)
    yield from find_wrong_hours(text)
    yield from _find_wrong_anniversary(text)


def _is_of_these_dates(sentence: FigureSentence, years: Figure, match: re.Match[str]) -> bool:
    """Whether a stretch of time is said to be that between the dates, and not the time of something else."""
    groups = match.groupdict()
    if _OLD.match(sentence.text, years.end) or _OLD.search(years.text):
        return False  # "10-19 year olds from 2005 to 2015"
    if re.search(A_YEAR, groups.get("between") or ""):
        return False
    if CLAUSE_BREAK.search(groups.get("link") or "") or len(list(_ANY_SPAN.finditer(sentence.template))) > 1:
        return False  # "for 30 years, from 1951 to 1966 and again from 1970 to 1985"
    if any(match.re is pattern.compiled() for pattern in _BACK_TO_IT):
        return _goes_back(sentence, years, groups["between"])
    use = groups.get("use")
    if use is None:
        return not _has_years_between(match)
    is_of_use = _IN_USE.match(use) is not None
    return (is_of_use or not _NOTHING_MORE.match(use)) and not _has_years_between(match)


_ANOTHER_STRETCH = WordPattern(r"<[0-9]+>|\b(?:<lint/another_stretch>)\b")
_OF_WHAT = re.compile(
    r"(?:[ -][a-z]+){0,2}? (?:as|at|for|in|of|on|under|with) (?:(?:the|an?|his|her|its|their) )?(?P<what>[\w'-]+)"
)


def _goes_back(sentence: FigureSentence, years: Figure, between: str) -> bool:
    """Whether "those two years" are the years told before, and no others that are told in between or behind."""
    if _ANOTHER_STRETCH.search(between):
        return False
    behind = _OF_WHAT.match(sentence.text, years.end)
    return (
        behind is None
        or behind["what"].lower() in _USES
        or behind["what"].lower() in sentence.text[: sentence.stop].lower()
    )


_USES = WordSet("lint/in_use")


def _has_years_between(match: re.Match[str]) -> bool:
    """Whether something else is dated between the two dates, from which the use may count."""
    ends = [match.end(name) for name in ("aonly", "ayear") if match.groupdict().get(name)]
    starts = [match.start(name) for name in ("bonly", "bmonth") if match.groupdict().get(name)]
    return bool(ends and starts) and re.search(A_YEAR, match.string[max(ends) : min(starts)]) is not None


def _judge(
    text: LintText, sentence: FigureSentence, years: Figure, match: re.Match[str]
) -> Iterator[Finding]:
    """The finding on a stretch of time that is not that between two dates."""
    dates = dates_of(match)
    if dates is None:
        return
    (first_low, first_high), (last_low, last_high) = dates
    if first_low > last_low:
        return
    span = Interval(max(0, (last_low - first_high).days), (last_high - first_low).days + 1)
    unit = DAYS[years.unit or "year"]
    if years.unit in _LONG_UNITS:
        span = span.widened(unit / 2)
    if years.interval.scaled(unit).meets(span):
        return
    if years.interval.high * unit < span.low and _may_leave_out(sentence, years, match):
        return
    shown = (last_low - first_low).days
    length = (
        f"{round(shown / DAYS['year'])} years" if years.unit in ("year", *_LONG_UNITS) else f"{shown} days"
    )
    if years.unit == "month":
        length = f"{round(shown / DAYS['month'])} months"
    first, last = written_date(match, "a"), written_date(match, "b")
    yield text.finding(
        "lint/duration",
        sentence,
        (years,),
        f"from {first} to {last} is {length}, not {years.text}",
        arithmetic=f"{last} − {first} = {length}",
        tolerance="the first and the last may be partial, as far as the dates leave that open",
    )


_LEAVES_OUT = WordPattern(r"\b(?:<lint/leaves_out>)\b")
_COUNTS_DAYS = WordPattern(r"\b(?:<lint/counts_days>) (?:[a-z]+ly )?(?:for |on )?$|\bon $")
_ENDS = re.compile(r"\)?(?:[.;:]|$)")


def _may_leave_out(sentence: FigureSentence, years: Figure, match: re.Match[str]) -> bool:
    """Whether a stretch that is too short for its dates may be only a part of that time.

    "Open on 12 days, from 1 to 15 June", "for 10 days, from 3 to 14 August, except Mondays": the days of opening,
    of work, of play are fewer than those of the calendar, and what stands behind the dates may say which they are.
    """
    words = sentence.template
    if _LEAVES_OUT.search(words):
        return True
    index = next(at for at, figure in enumerate(sentence.figures) if figure is years)
    is_of_use = _COUNTS_DAYS.search(words[: sentence.slots[index][0]]) is not None
    return years.unit == "day" and (is_of_use or not _ENDS.match(words, match.end()))


_BEGUN_IN = WordPattern(
    rf"\b(?:<lint/begun>|born) (?:in|on) (?:[\w,]+ ){{0,3}}?(?P<year>{A_YEAR})\b", re.IGNORECASE
)
_ANNIVERSARY = WordPattern(
    r"\b(?P<n>\d{1,3})(?:st|nd|rd|th) (?P<day>anniversary|birthday)\b(?! (?:as|of|at|on)\b(?! (?:its|the) (?:<lint/founding>)))"
    r"|\b(?:<lint/looks_back_on>) (?:(?:its|their|his|her|the) )?(?P<years>\d{1,3}) years (?:of|in) (?:<lint/in_use>)\b",
    re.IGNORECASE,
)
"""So many years since something began: "its 40th anniversary", "marked 37 years of existence"."""

_YEARS = re.compile(rf"\b{A_YEAR}\b")


def _find_wrong_anniversary(text: LintText) -> Iterator[Finding]:
    """An anniversary in another year than the foundation and its number make, where no third year is told."""
    for sentence in text.sentences:
        for match in _ANNIVERSARY.finditer(sentence.text):
            for window in filter(None, (sentence, text.with_before(sentence))):
                shift = sentence.start - window.start
                begun = [
                    found for found in _BEGUN_IN.finditer(window.text) if found.start() < match.end() + shift
                ]
                if shift and not _is_of_the_same(window.text[:shift], sentence.text[: match.start()]):
                    continue
                years = sorted(set(map(int, _YEARS.findall(window.text))))
                is_birth = bool(begun) and begun[0][0].lower().startswith("born")
                if match["day"] and (match["day"].lower() == "birthday") != is_birth:
                    continue  # of another thing, or of a person there
                if (
                    len(begun) == 1
                    and len(years) == len(_ONE_AND_OTHER)
                    and int(begun[0]["year"]) == years[0]
                ):
                    yield from _judge_anniversary(text, sentence, match, years)
                    break


def _is_of_the_same(before: str, words: str) -> bool:
    """Whether the words before an anniversary name nothing that the sentence before did not: "In 1962 it celebrated"."""
    told = forms_in(before)
    own = [w for w in words_of(words) if w not in small_words() and w not in _DEEDS and not w.isdecimal()]
    return all(not base_forms(word).isdisjoint(told) for word in own)


_DEEDS = WordSet("lint/looks_back_on")
_ONE_AND_OTHER = ("begun", "celebrated")


def _judge_anniversary(
    text: LintText, sentence: FigureSentence, match: re.Match[str], years: list[int]
) -> Iterator[Finding]:
    first, last = years
    number = int(match["n"] or match["years"])
    if abs(last - first - number) > 1:
        yield make_finding(
            "lint/duration",
            "inconsistent",
            kind="date",
            place=text.place_of(sentence, match.start(), match.end()),
            reason=f"from {first} to {last} is {last - first} years, not {number}",
            arithmetic=f"{last} − {first} = {last - first}",
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
