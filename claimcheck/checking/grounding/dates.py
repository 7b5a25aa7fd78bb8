"""Dates: borne out, or another one than the source gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.arithmetic import PAIR
from claimcheck.checking.figure_values import same_value
from claimcheck.checking.findings import make_finding
from claimcheck.checking.grounding.calendar import agrees, by_part, point_fields
from claimcheck.checking.grounding.derivations.spans import year_apart
from claimcheck.checking.grounding.figure_words import are_crossed, telling_forms
from claimcheck.checking.grounding.figures.cells import is_of_table
from claimcheck.checking.rules import is_on
from claimcheck.checking.surroundings import RIVAL_MARGIN, likeness, surroundings
from claimcheck.checking.texts import words_of
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

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
    for date in find_dates(answer.sentence.text, reference=published):
        if "X-Q" in date.timex:  # a quarter without its year: see `_quarters`
            continue
        part = by_part(date)
        is_of_other = part.timex != date.timex and _has_other_part(part.timex, material)
        yield (
            _of_table(date, answer, material)
            or _matched(part, answer, aligned, material)
            or (_unheld(part, answer, aligned, material) if is_of_other else None)
            or _matched(date, answer, aligned, material)
            or _follows(date, answer, aligned, material)
            or _held_in_parts(date, answer, aligned, material)
            or _unheld(date, answer, aligned, material)
        )
    yield from _weekdays(answer, material)
    yield from _quarters(answer, material)
    yield from _relative_periods(answer, aligned, material)


def _of_table(date: DateExpression, answer: ParsedSentence, material: Material) -> Finding | None:
    """The verdict on a year under which a table gives what the answer speaks of."""
    if not is_of_table(date.timex, answer, material.cells):
        return None
    return make_finding(
        "ground/date",
        "borne_out",
        kind="date",
        place=answer.sentence.place(date.start, date.end),
        reason=f"a table gives figures for {date.timex}",
    )


def _has_other_part(timex: str, material: Material) -> bool:
    """Whether the sources speak of another half or quarter of a year: the first half, not the second."""
    mine = point_fields(timex) or {}
    others = (point_fields(date.timex) or {} for date in material.dates.dates)
    return any(
        one.get("year") == mine["year"]
        and one.get("part", mine["part"]) != mine["part"]
        and one["part"][0] == mine["part"][0]
        for one in others
    )


def _matched(
    date: DateExpression, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding | None:
    """The verdict on a date that the sources give: borne out, or theirs for something else."""
    matches = material.dates.like(date.timex)
    if not matches:
        return None
    place = answer.sentence.place(date.start, date.end)
    rival = _rival(date, matches, answer, aligned, material) or _compared_only(
        date, matches, answer, aligned, material
    )
    if rival is not None:
        return _finding("differs", date.timex, place, *rival, material)
    near = [i for i in matches if material.dates.sentence[i] in aligned.near]
    index = (near or matches)[0]
    return _finding("borne_out", date.timex, place, material.dates.sentence[index], index, material)


def _follows(
    date: DateExpression, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding | None:
    """The verdict on a year that follows from one of the sources and a span of theirs."""
    fields = point_fields(date.timex) or {}
    year = fields.get("year", "")
    is_year = set(fields) == {"year"} and year.isdigit() and "/" not in date.timex
    if not is_year or not is_on("ground/years-between") or year in material.figures.numerals:
        return None
    follows = year_apart(int(year), aligned, material)
    if follows is None:
        return None
    return make_finding(
        "ground/years-between",
        "follows",
        kind="date",
        place=answer.sentence.place(date.start, date.end),
        operands=follows[1],
        evidence=follows[1][:1],
        reason="it follows from a year and a span of the source",
        arithmetic=follows[0],
    )


def _held_in_parts(
    date: DateExpression, answer: ParsedSentence, aligned: Aligned, material: Material
) -> Finding | None:
    """The verdict on a date whose year the sources hold, or whose day in one place and year in another."""
    fields = point_fields(date.timex) or {}
    if "/" in date.timex and not _has_both_ends(date.timex, aligned, material):
        fields = {"year": "-"}
    if set(fields) <= {"year"} and fields.get("year", "-") in material.figures.numerals:
        reason = f"the source holds {fields['year']}"
    elif _is_put_together(fields, material):
        reason = f"the sources give the day and, elsewhere, {fields['year']}"
    elif _is_in_same_words(date.text, material):
        reason = f"a source says {date.text}"
    else:
        return None
    return make_finding(
        "ground/date",
        "borne_out",
        kind="date",
        place=answer.sentence.place(date.start, date.end),
        reason=reason,
    )


def _unheld(date: DateExpression, answer: ParsedSentence, aligned: Aligned, material: Material) -> Finding:
    """The verdict on a date that no source gives: another one stands in its place, or none."""
    place = answer.sentence.place(date.start, date.end)
    rival = _comparable(date.timex, aligned, material)
    if rival is not None:
        return _finding("differs", date.timex, place, *rival, material)
    return make_finding(
        "ground/date",
        "not_found",
        kind="date",
        place=place,
        reason=f"no source gives the date {date.timex}",
    )


def _is_in_same_words(text: str, material: Material) -> bool:
    """Whether a source holds a date as it is written here, though nothing else is known of it: "autumn"."""
    written = re.compile(rf"\b{re.escape(text)}\b", re.IGNORECASE)
    return any(written.search(source) for source in material.texts.values())


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


def _has_both_ends(timex: str, aligned: Aligned, material: Material) -> bool:
    """Whether the sources hold the years of both ends of a range, or spans from which they follow."""
    years = [(point_fields(end) or {}).get("year") for end in timex.split("/")]
    return all(
        year is None
        or not year.isdigit()
        or year in material.figures.numerals
        or year_apart(int(year), aligned, material) is not None
        for year in years
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
    margin = RIVAL_MARGIN
    if any(material.dates.sentence[index] in aligned.near for index in matches):
        exchanged = _exchanged(date, matches, answer, aligned, material) or _of_other_deed(
            date, matches, answer, aligned, material
        )
        if exchanged is not None:
            return exchanged
        margin += 1
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
            if alike >= own + margin and (best is None or alike > best[0]):
                best = (alike, number, index)
    if best is None or any(
        agrees(other.timex, material.dates.dates[best[2]].timex) for other in find_dates(answer.sentence.text)
    ):
        return None
    return best[1], best[2]


def _compared_only(
    date: DateExpression, matches: list[int], answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, int] | None:
    """The period that the sources speak of, where they only compare it with that of the answer.

    "Profit rose in the second quarter of 2019", of one that rose from that quarter to the one a year later.
    Not where the answer gives a figure that the sources give for that period, or says neither the deed nor a
    figure that stands before the comparison: "compared with the first quarter of 2020, when it fell".
    """
    kinds = set(point_fields(date.timex) or ())
    if kinds != {"year", "part"} or _COMPARED.search(answer.sentence.text, 0, date.start):
        return None
    if not all(_is_compared(index, material) for index in matches):
        return None
    if any(_has_figure_beside(index, answer, material) for index in matches):
        return None
    if not (
        all(_is_deed_compared(index, answer, material) for index in matches)
        or _has_own_figure(answer, aligned, material)
    ):
        return None
    for number in aligned.near:
        for index in material.dates.of_sentence.get(number, ()):
            fields = point_fields(material.dates.dates[index].timex) or {}
            if set(fields) == kinds and index not in matches and not _is_compared(index, material):
                return number, index
    return None


_COMPARED = WordPattern(r"\b(?:<checking/compared_with>)\b(?:[^.;]|\.(?=\d)){0,60}$", re.IGNORECASE)


def _has_figure_beside(index: int, answer: ParsedSentence, material: Material) -> bool:
    """Whether the answer gives a figure that the sources give for what they compare with."""
    number = material.dates.sentence[index]
    sentence = material.index.sentences[number]
    word = _COMPARED.search(sentence.text, 0, material.dates.starts[index] - sentence.start)
    compared = (
        material.figures.figures[i]
        for i in material.figures.of_sentence.get(number, ())
        if word is not None and material.figures.figures[i].start - sentence.start > word.start()
    )
    told = [figure for figure in answer.figures if figure.kind != "ordinal"]
    return any(same_value(figure, other) for other in compared for figure in told)


def _is_deed_compared(index: int, answer: ParsedSentence, material: Material) -> bool:
    """Whether the answer says a verb that the sources say before they compare."""
    sentence = material.index.sentences[material.dates.sentence[index]]
    word = _COMPARED.search(sentence.text, 0, material.dates.starts[index] - sentence.start)
    if word is None:
        return False
    said = frozenset().union(*map(base_forms, words_of(sentence.text[: word.start()])))
    deeds = (verb.lower for verb in answer.words if verb.pos == "VERB" and verb.is_content)
    return any(not base_forms(deed).isdisjoint(said) for deed in deeds)


def _has_own_figure(answer: ParsedSentence, aligned: Aligned, material: Material) -> bool:
    """Whether the answer gives a figure that the sources give before they compare, "up 17% from May"."""
    for figure in answer.figures:
        if figure.kind == "ordinal":
            continue
        for i in material.figures.like(figure):
            number, own = material.figures.sentence[i], material.figures.figures[i]
            sentence = material.index.sentences[number]
            if number in aligned.near and not _COMPARED.search(sentence.text, 0, own.start - sentence.start):
                return True
    return False


def _is_compared(index: int, material: Material) -> bool:
    """Whether a date of the sources stands behind a word by which something is only compared with it."""
    sentence = material.index.sentences[material.dates.sentence[index]]
    return _COMPARED.search(sentence.text, 0, material.dates.starts[index] - sentence.start) is not None


def _exchanged(
    date: DateExpression, matches: list[int], answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, int] | None:
    """The date of the same source sentence that has changed places with this one.

    Each stands in words of the other.
    Only dates that stand behind what happened.
    """
    mine = find_dates(answer.sentence.text)
    said = _words_before(mine, answer.sentence.text)
    at = next((i for i, other in enumerate(mine) if other.start == date.start), None)
    if at is None or len(mine) < PAIR or said is None:
        return None
    for index in matches:
        number = material.dates.sentence[index]
        if number not in aligned.near:
            continue
        indices = material.dates.of_sentence[number]
        held = _words_before(
            find_dates(material.index.sentences[number].text), material.index.sentences[number].text
        )
        if held is None or len(held) != len(indices):
            continue
        for second, partner in enumerate(mine):
            for place, other in enumerate(indices):
                if other == index or not agrees(partner.timex, material.dates.dates[other].timex):
                    continue
                if second != at and are_crossed(
                    (said[at], said[second]), (held[indices.index(index)], held[place])
                ):
                    return number, other
    return None


def _of_other_deed(
    date: DateExpression, matches: list[int], answer: ParsedSentence, aligned: Aligned, material: Material
) -> tuple[int, int] | None:
    """The date of the deed that the answer tells, where a source sentence has the answer's date for another.

    "It was opened in 1962", of what was opened in 1897 and electrified in 1962.
    """
    deeds = [
        word.lower
        for word in answer.words
        if word.pos == "VERB" and word.is_content and word.end <= date.start
    ]
    said = frozenset().union(*map(family, deeds[-1:]), frozenset())
    for index in matches:
        number = material.dates.sentence[index]
        text, indices = material.index.sentences[number].text, material.dates.of_sentence[number]
        held = _words_before(find_dates(text), text)
        if number not in aligned.near or not deeds or held is None or len(held) != len(indices):
            continue
        kinds = [set(point_fields(material.dates.dates[i].timex) or ()) for i in indices]
        others = [
            at
            for at in range(len(indices))
            if indices[at] != index
            and not said.isdisjoint(held[at])
            and kinds[at] == kinds[indices.index(index)]
        ]
        if len(others) == 1 and said.isdisjoint(held[indices.index(index)]):
            return number, indices[others[0]]
    return None


def _words_before(dates: Sequence[DateExpression], text: str) -> list[frozenset[str]] | None:
    """The telling words before each date, up to the date before it; None if a date stands first."""
    found, last = [], 0
    for date in dates:
        words = telling_forms(text[last : date.start])
        if not words:
            return None
        found.append(words)
        last = date.end
    return found


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


_RELATIVE_PERIOD = WordPattern(
    r"(?<!\bthe )\b(?P<lead><checking/next_or_last>)\s+(?P<period><checking/period>)\b", re.IGNORECASE
)


def _relative_periods(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Periods counted from the day of writing, "last month", where the source has "last year"."""
    for match in _RELATIVE_PERIOD.finditer(answer.sentence.text):
        said = match[0].lower()
        if any(said in text.lower() for text in material.texts.values()):
            continue
        for number in aligned.best[:1]:
            sentence = material.index.sentences[number]
            theirs = [
                one
                for one in _RELATIVE_PERIOD.finditer(sentence.text)
                if one["lead"].lower() == match["lead"].lower()
            ]
            if theirs and not find_dates(sentence.text[: theirs[0].start()]):
                yield make_finding(
                    "ground/date",
                    "differs",
                    kind="date",
                    place=answer.sentence.place(match.start(), match.end()),
                    evidence=[sentence.place(theirs[0].start(), theirs[0].end()), sentence.place()],
                    reason=f"the source says {theirs[0][0]}, not {match[0]}",
                )


def _quarter(match: re.Match[str]) -> str:
    digit = match["a"] or match["b"]
    return digit or _ORDINALS[match["c"].lower()]
