"""Dates of the sources, and whether one of them bears out a date of the answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from claimcheck.dates.finding import DateExpression

_POINT = re.compile(
    r"(?P<year>[\dX]{4}|[\dX]{2,3})(?:-(?:(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?|(?P<part>Q\d|SP|SU|FA|WI|H\d|W\d\d)))?"
)


_MONTHS_OF = {
    "SP": ("03", "04", "05", "06"),
    "SU": ("06", "07", "08", "09"),
    "FA": ("09", "10", "11", "12"),
    "WI": ("12", "01", "02", "03"),
    **{f"Q{n + 1}": tuple(f"{3 * n + i:02}" for i in (1, 2, 3)) for n in range(4)},
    **{f"H{n + 1}": tuple(f"{6 * n + i:02}" for i in range(1, 7)) for n in range(2)},
}
"""The months of the seasons of the north, by calendar or weather, and of quarters and halves of a year."""


def point_fields(timex: str) -> dict[str, str] | None:
    """The fields that a TIMEX3 value of one calendar point gives.

    >>> point_fields("XXXX-05-02")
    {'month': '05', 'day': '02'}
    """
    found = _POINT.match(timex)
    if found is None:
        return None
    return {name: value for name, value in found.groupdict().items() if value and "XX" not in value}


def by_part(date: DateExpression) -> DateExpression:
    """A date with halves and quarters of a year as such: "first half of", "the first six months of"."""
    if date.mod in _HALVES and date.timex.isdecimal() and _HALF.search(date.text):
        return replace(date, timex=f"{date.timex}-{_HALVES[date.mod]}")
    span = _MONTHS.fullmatch(date.timex)
    if span is None:
        return date
    months = tuple(f"{month:02}" for month in range(int(span["first"]), int(span["last"]) + 1))
    part = next((name for name, held in _MONTHS_OF.items() if name[0] in "HQ" and held == months), None)
    return date if part is None else replace(date, timex=f"{span['year']}-{part}")


_HALVES = {"START": "H1", "END": "H2"}
_HALF = WordPattern(r"\b(?:<checking/half_year>|H[12])\b", re.IGNORECASE)
_MONTHS = re.compile(r"(?P<year>\d{4})-(?P<first>\d\d)/(?P=year)-(?P<last>\d\d)")


def agrees(answer: str, source: str) -> bool:
    """Whether a source that gives `source` bears out `answer`, which may be less exact.

    >>> agrees("2022", "2022-05-02"), agrees("2022-05", "2022"), agrees("XXXX-05", "2022-05-02")
    (True, False, True)
    """
    if answer == source:
        return True
    if "/" in answer:
        return False
    if "/" in source:
        return any(agrees(answer, end) for end in source.split("/") if end)
    one, other = point_fields(answer), point_fields(source)
    if not one or not other:
        return False
    if "part" in one and other.get("month") in _MONTHS_OF.get(one["part"], ()):
        return "year" not in one or one["year"] == other.get("year")
    if "year" in one and "year" in other and one["year"] != other["year"]:
        long, short = sorted((one["year"], other["year"]), key=lambda year: "X" in year)
        if not short.endswith("X") or one["year"] != short or not long.startswith(short.rstrip("X")):
            return False
    return all(other.get(name) == value for name, value in one.items() if name != "year") and (
        "year" not in one or "year" in other
    )


class DateIndex:
    """The dates of the sources, each with its sentence."""

    def __init__(self) -> None:
        self.dates: list[DateExpression] = []
        self.starts: list[int] = []
        self.sentence: list[int] = []
        self.of_sentence: dict[int, list[int]] = {}

    def add(self, date: DateExpression, start: int, sentence: int) -> None:
        """Take a date that starts at `start` of its document and stands in a sentence."""
        self.of_sentence.setdefault(sentence, []).append(len(self.dates))
        self.dates.append(date)
        self.starts.append(start)
        self.sentence.append(sentence)

    def like(self, timex: str) -> list[int]:
        """The dates that bear out this one."""
        return [i for i, date in enumerate(self.dates) if agrees(timex, date.timex)]
