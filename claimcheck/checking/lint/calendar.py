"""Dates and ranges that cannot be: a weekday that was another one, an end before its beginning."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.context import slots
from claimcheck.checking.lint.dated import (
    MONTH,
    SPAN,
    YEAR,
    dates_of,
    month_name,
    month_number,
    written_date,
)
from claimcheck.lexicons.word_sets import WordPattern, word_list
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.checking.lint.figures import Figure

_MONTH = rf"(?P<month>{MONTH})\.?"
_WEEKDAY = r"\b(?P<weekday><lint/weekday>)\b"
_DATED = (
    WordPattern(
        rf"{_WEEKDAY}\.?,? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    WordPattern(
        rf"{_WEEKDAY}\.?,? {_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b", re.IGNORECASE
    ),
    WordPattern(rf"{_WEEKDAY}\.?,? (?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)\b", re.IGNORECASE),
    WordPattern(
        rf"\b{_MONTH} (?P<day>\d{{1,2}}), (?P<year>\d{{4}}),? (?:\(a |\(|(?:<lint/was_a>) ){_WEEKDAY}(?=[,.;:)]|$)",
        re.IGNORECASE,
    ),
    WordPattern(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}}),? (?:\(a |\(|(?:<lint/was_a>) ){_WEEKDAY}(?=[,.;:)]|$)",
        re.IGNORECASE,
    ),
)
_NEWSPAPER = WordPattern(r"(?:\b(?!(?i:<lint/before_weekday>)\b)[A-Z][\w'’]*|\bMail on) $")
"""Before a weekday that is part of a name: "Edmonton Sun", "Mail on Sunday"."""

GREGORIAN_SINCE = 1753
"""The first full year of the new calendar in Britain; before that a weekday proves nothing."""


def find_wrong_weekday(text: LintText) -> Iterator[Finding]:
    """A weekday that does not fit the date it stands before."""
    for sentence in text.sentences:
        for pattern in _DATED:
            for match in pattern.finditer(sentence.text):
                if _NEWSPAPER.search(sentence.text, 0, match.start()):
                    continue
                month = match["month"]
                number = int(month) if month.isdecimal() else month_number(month)
                try:
                    date = dt.date(int(match["year"]), number, int(match["day"]))
                except ValueError:
                    continue
                actual = word_list("common/weekday")[date.weekday()].capitalize()
                if date.year >= GREGORIAN_SINCE and not actual.lower().startswith(
                    match["weekday"].lower()[:3]
                ):
                    yield make_finding(
                        "lint/weekday",
                        "inconsistent",
                        kind="date",
                        place=text.place_of(sentence, match.start(), match.end()),
                        reason=f"{date.day} {month_name(number)} {date.year} was a {actual}",
                        arithmetic=f"{date.isoformat()} is a {actual}",
                        tolerance="the Gregorian calendar",
                    )


_YEARS_FROM = (
    WordPattern(
        rf"\b(?:<lint/span_start>) (?P<a>{YEAR}) (?:<lint/span_end>) (?P<b>{YEAR})\b(?!\s*(?:BC|B\.C|%|\$|[a-z]*s\b))",
        re.IGNORECASE,
    ),
    WordPattern(
        r"\b(?:<lint/span_start>) (?P<a>1[1-4]\d\d) (?:<lint/span_end>) (?P<b>1[1-4]\d\d)(?=[,.;)]|$)"
    ),
    WordPattern(rf"\((?:born |b\. )?(?P<a>{YEAR}) ?[-–—] ?(?P<b>{YEAR})\)"),
    WordPattern(
        rf"\b(?:<lint/span_start>) (?:[A-Z][a-z]+ )?(?P<a>{YEAR}) (?:<lint/span_end>) (?:[A-Z][a-z]+ )(?P<b>{YEAR})\b"
    ),
)
_BACK = WordPattern(
    r"\b(?:back|bc|bce|b\.c|<lint/back>)\b",
    re.IGNORECASE,
)


_SCALED = re.compile(r"\b(?:thousand|million|billion|trillion|m|bn|k)\b", re.IGNORECASE)


def _shares_scale(low: Figure, high: Figure) -> bool:
    """Whether the second end may leave out the scale of the first: "between $25 million and $65"."""
    return bool(_SCALED.search(low.text)) and not _SCALED.search(high.text)


def _is_of_clock(low: Figure, high: Figure) -> bool:
    """Whether two bare numbers may be hours: "between twelve and one"."""
    return low.unit is None and high.unit is None and max(low.number, high.number) <= HOURS


HOURS = 12


_DATED_SPAN = WordPattern(SPAN)


def _find_inverted_dates(text: LintText) -> Iterator[Finding]:
    """A stretch of time between two dates, of which one gives its month, that ends before it begins."""
    for sentence in text.sentences:
        for match in _DATED_SPAN.finditer(sentence.template):
            dates = dates_of(match) if match["amonth"] and match["ayear"] else None
            around = sentence.template[max(match.start() - 30, 0) : match.end() + 10]
            if dates is None or dates[1][1] >= dates[0][0] or _BACK.search(around):
                continue
            first, last = written_date(match, "a"), written_date(match, "b")
            place = sentence.text.lower().find(match[0])
            if place >= 0:
                yield make_finding(
                    "lint/range",
                    "inconsistent",
                    kind="date",
                    place=text.place_of(sentence, place, place + len(match[0])),
                    reason=f"the range ends in {last}, before it begins in {first}",
                    arithmetic=f"{last} < {first}",
                )


def find_inverted_range(text: LintText) -> Iterator[Finding]:
    """A range that ends before it begins."""
    for sentence in text.sentences:
        for pattern in _YEARS_FROM:
            for match in pattern.finditer(sentence.text):
                around = sentence.text[max(match.start() - 30, 0) : match.end() + 10]
                if match["a"] > match["b"] and not _BACK.search(around):
                    yield make_finding(
                        "lint/range",
                        "inconsistent",
                        kind="date",
                        place=text.place_of(sentence, match.start(), match.end()),
                        reason=f"the range ends in {match['b']}, before it begins in {match['a']}",
                        arithmetic=f"{match['b']} < {match['a']}",
                    )
    yield from _find_inverted_dates(text)
    for sentence, named, _ in (
        match for pattern in (_BETWEEN, _COSTS_FROM, _PUT_AT) for match in text.matches(pattern)
    ):
        low, high = named["a"], named["b"]
        if (
            low.dimension == high.dimension
            and low.interval.low > high.interval.high
            and low.kind == high.kind
            and high.number >= 0
            and not _is_of_clock(low, high)
            and not _shares_scale(low, high)
        ):
            yield text.finding(
                "lint/range",
                sentence,
                (low, high),
                f"between {low.text} and {high.text} there is nothing: the range is inverted",
                arithmetic=f"{high.text} < {low.text}",
            )


_BETWEEN = slots(r"\bbetween <a> and <b>")
_PUT_AT = slots(r"\b(?:<lint/put_at>) (?:(?:<lint/near>) )?<a> ?(?:to|[-–—]) ?<b>(?! points?\b)")
"""Words before a range of what something is: "patients aged 18 to 65"."""

_COSTS_FROM = slots(r"\b(?:<lint/ranging>) from <a> to <b>")
"""Verbs of what is so much or so much; what falls goes from more to less."""

RULES = (
    (
        find_wrong_weekday,
        CheckRule(
            "lint/weekday",
            ("inconsistent",),
            "a weekday that does not fit its date",
            ("The meeting took place on Monday, March 3, 2021.", ""),
            ("The meeting took place on Wednesday, March 3, 2021.", ""),
        ),
    ),
    (
        find_inverted_range,
        CheckRule(
            "lint/range",
            ("inconsistent",),
            "a range that ends before it begins",
            ("The trip takes between 50 and 20 minutes.", ""),
            ("The trip takes between 20 and 50 minutes.", ""),
        ),
    ),
)
"""The finders of this module, each with the rule in whose name it finds."""
