"""Dates: borne out, or another one than the source gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.calendar import agrees, point_fields
from claimcheck.checking.rules import is_on
from claimcheck.checking.surroundings import RIVAL_MARGIN, likeness, surroundings
from claimcheck.dates.finding import find_dates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence
    from claimcheck.dates.finding import DateExpression

_QUARTER = re.compile(
    r"\b(?:Q(?P<a>[1-4])|(?P<b>[1-4])Q|(?P<c>first|second|third|fourth|last)[ -]quarter)", re.IGNORECASE
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "last": "4"}

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def date_findings(
    answer: ParsedSentence, aligned: Aligned, material: Material, published: dt.date | None
) -> Iterator[Finding]:
    """A verdict on every date of a sentence, and on weekdays that the sources do not name."""
    if not is_on("ground/date"):
        return
    for date in find_dates(answer.sentence.text, reference=published):
        if "X-Q" in date.timex:  # a quarter without its year: see `_quarters`
            continue
        place = answer.sentence.place(date.start, date.end)
        matches = material.dates.like(date.timex)
        if matches:
            near = [i for i in matches if material.dates.sentence[i] in aligned.near]
            index = (near or matches)[0]
            rival = _rival(date, matches, answer, aligned, material)
            if rival is None:
                number = material.dates.sentence[index]
                yield _finding("borne_out", date.timex, place, number, index, material)
            else:
                yield _finding("differs", date.timex, place, *rival, material)
            continue
        fields = point_fields(date.timex) or {}
        if set(fields) <= {"year"} and fields.get("year", "-") in material.figures.numerals:
            yield make_finding(
                "ground/date",
                "borne_out",
                kind="date",
                place=place,
                reason=f"the source holds {fields['year']}",
            )
            continue
        if _is_put_together(fields, material):
            yield make_finding(
                "ground/date",
                "borne_out",
                kind="date",
                place=place,
                reason=f"the sources give the day and, elsewhere, {fields['year']}",
            )
            continue
        rival = _comparable(date.timex, aligned, material)
        if rival is not None:
            yield _finding("differs", date.timex, place, *rival, material)
        else:
            yield make_finding(
                "ground/date",
                "not_found",
                kind="date",
                place=place,
                reason=f"no source gives the date {date.timex}",
            )
    yield from _weekdays(answer, material)
    yield from _quarters(answer, material)


def _finding(verdict: str, timex: str, place: object, number: int, index: int, material: Material) -> Finding:
    sentence = material.index.sentences[number]
    date = material.dates.dates[index]
    start = material.dates.starts[index] - sentence.start
    said = sentence.place(max(0, start), max(0, start) + len(date.text))
    return make_finding(
        "ground/date",
        verdict,
        kind="date",
        place=place,  # type: ignore[arg-type]
        evidence=[said, sentence.place()],
        reason=f"the source says {date.timex}" + ("" if verdict == "borne_out" else f", not {timex}"),
    )


def _is_put_together(fields: Mapping[str, str], material: Material) -> bool:
    """Whether the sources give day or month in one place, without a year, and the year in another."""
    if "year" not in fields or "month" not in fields or fields["year"] not in material.figures.numerals:
        return False
    partial = "XXXX-" + "-".join(fields[name] for name in ("month", "day") if name in fields)
    found = (point_fields(material.dates.dates[i].timex) or {} for i in material.dates.like(partial))
    return any("year" not in one for one in found)


def _comparable(timex: str, aligned: Aligned, material: Material) -> tuple[int, int] | None:
    """A date of the best sentences that is as exact as this one."""
    kinds = set(point_fields(timex) or ())
    for number in aligned.best:
        for index in material.dates.of_sentence.get(number, ()):
            if set(point_fields(material.dates.dates[index].timex) or ()) == kinds:
                return number, index
    return None


def _rival(
    date: DateExpression, matches: list[int], answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, int] | None:
    """A date as exact as this one that the sources give in much the same words, unlike its matches."""
    if any(material.dates.sentence[index] in aligned.near for index in matches):
        return None
    said = surroundings(answer.sentence.text, date.start, date.end)
    own = max(_likeness(said, index, material) for index in matches)
    kinds = set(point_fields(date.timex) or ())
    best: tuple[int, int, int] | None = None
    for number in aligned.near:
        for index in material.dates.of_sentence.get(number, ()):
            timex = material.dates.dates[index].timex
            if index in matches or "/" in timex or set(point_fields(timex) or ()) != kinds:
                continue
            alike = _likeness(said, index, material)
            if alike >= own + RIVAL_MARGIN and (best is None or alike > best[0]):
                best = (alike, number, index)
    if best is None or any(
        agrees(other.timex, material.dates.dates[best[2]].timex) for other in find_dates(answer.sentence.text)
    ):
        return None
    return best[1], best[2]


def _likeness(said: list[frozenset[str]], index: int, material: Material) -> int:
    sentence = material.index.sentences[material.dates.sentence[index]]
    start = max(0, material.dates.starts[index] - sentence.start)
    return likeness(said, sentence.text, start, start + len(material.dates.dates[index].text))


def _weekdays(answer: ParsedSentence, material: Material) -> Iterator[Finding]:
    known = material.index.words
    named = not known.isdisjoint(_WEEKDAYS)
    for word in answer.words:
        day = word.lower
        if day in _WEEKDAYS and known.isdisjoint({day, day + "s", day[:3]}) and named:
            yield make_finding(
                "ground/date",
                "not_found",
                kind="date",
                place=answer.sentence.place(word.start, word.end),
                reason=f"the sources name other days of the week, not {word.text}",
            )


def _quarters(answer: ParsedSentence, material: Material) -> Iterator[Finding]:
    """Quarters of a year, where the sources name others only."""
    known = {_quarter(match) for text in material.texts.values() for match in _QUARTER.finditer(text)}
    for match in _QUARTER.finditer(answer.sentence.text):
        if known and _quarter(match) not in known:
            yield make_finding(
                "ground/date",
                "differs",
                kind="date",
                place=answer.sentence.place(match.start(), match.end()),
                reason=f"the sources speak of quarter {', '.join(sorted(known))}, not {_quarter(match)}",
            )


def _quarter(match: re.Match[str]) -> str:
    digit = match["a"] or match["b"]
    return digit or _ORDINALS[match["c"].lower()]
