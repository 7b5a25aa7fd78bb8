"""A weekday that does not fit its date."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.lint.dated import (
    MONTH,
    month_name,
    month_number,
)
from claimcheck.lexicons.word_sets import WordPattern, word_list
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText

_MONTH = rf"(?P<month>{MONTH})\.?"
_WEEKDAY = r"\b(?P<weekday><lint/weekday>)\b"
_BEHIND = rf",? (?:\(a |\(|(?:<lint/was_a>) ){_WEEKDAY}(?=[,.;:)]|$)"
_DATED = (
    WordPattern(
        rf"{_WEEKDAY}\.?,? (?:the )?\(?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    WordPattern(
        rf"{_WEEKDAY}\.?,? \(?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    WordPattern(rf"{_WEEKDAY}\.?,? (?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)\b", re.IGNORECASE),
    WordPattern(
        rf"\b(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_BEHIND}",
        re.IGNORECASE,
    ),
    WordPattern(
        rf"\b{_MONTH} (?P<day>\d{{1,2}}), (?P<year>\d{{4}}){_BEHIND}",
        re.IGNORECASE,
    ),
    WordPattern(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH},? (?P<year>\d{{4}}){_BEHIND}",
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
)
"""The finder of this module with its rule."""
