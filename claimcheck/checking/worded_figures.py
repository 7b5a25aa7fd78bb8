"""Figures that a source gives in words alone, and an answer may give as numbers: "every second", "twice"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.grammar.vocabulary import fold_case
from claimcheck.lexicons.quantities import load_number_words, load_units
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.checking.texts import Piece
    from claimcheck.lexicons.quantities import Unit
from claimcheck.checking.figures import Figure

_SPAN_IN_A_WORD = WordPattern(
    r"\b(?:<checking/one_or_this>) (?P<word><checking/span>)\b"
    r"|\b(?:<checking/per>) (?P<short><checking/numbered_span>)\b(?= (?:<checking/apart>)\b)"
    r"|\bwithin (?:an?|one) (?P<within><checking/numbered_span>)\b"
    r"|\bhalf[ -](?P<halved>hour)s?\b",
    re.IGNORECASE,
)


def _spans_in_words(piece: Piece) -> Iterator[Figure]:
    """Spans of time that a source gives in a word, as one of their unit: "a decade", "half an hour"."""
    for match in _SPAN_IN_A_WORD.finditer(piece.text):
        unit = load_units()[(match["word"] or match["short"] or match["within"] or match["halved"]).lower()]
        number = Decimal("0.5") if match["halved"] else Decimal(1)
        yield _figure(piece, match.span(), "measure", number, unit=unit, place=number)


_PART_OF_YEAR = WordPattern(
    r"\b(?:<checking/which_part>)[ -]"
    r"(?:(?P<half><checking/half_year>)|(?P<quarter><checking/quarter_year>))s?\b"
    r"(?:(?=[ ](?:<checking/of_year>)\b)|(?=[ ](?:19|20)\d\d)|(?<=quarter))",
    re.IGNORECASE,
)


def _parts_of_year(piece: Piece) -> Iterator[Figure]:
    """Halves and quarters of a year as so many months: what was due in the first half, within six months."""
    month = load_units()["month"]
    for match in _PART_OF_YEAR.finditer(piece.text):
        number = Decimal(6 if match["half"] else 3)
        yield _figure(piece, match.span(), "measure", number, unit=month)


_NUMBERED = WordPattern(
    r"\b(?P<unit><checking/numbered_span>)s? (?P<number>\d{1,3})"
    r"(?![\d.,]*\d|[ -]?(?:%|<checking/numbered_span>))\b",
    re.IGNORECASE,
)


def _numbered_spans(piece: Piece) -> Iterator[Figure]:
    """Spans of time that a source numbers, as so long from the start: "at day 28" is after 28 days."""
    for match in _NUMBERED.finditer(piece.text):
        unit, number = load_units()[match["unit"].lower()], Decimal(match["number"])
        yield _figure(piece, match.span(), "measure", number, unit=unit)


_EVERY_NTH = WordPattern(
    r"\b(?:<checking/counting_off>) (?P<nth><checking/every_nth>) (?=[a-z\d])", re.IGNORECASE
)


def _shares_in_words(piece: Piece) -> Iterator[Figure]:
    """Shares that a source gives by counting off: "every second pupil" is half of them."""
    for match in _EVERY_NTH.finditer(piece.text):
        share = 100 / load_number_words()[match["nth"].lower()].value
        figure = _figure(piece, (match.start(), match.end("nth")), "percent", share)
        yield replace(figure, unit="percent", is_fraction=True)


_TIMES = WordPattern(
    r"\b(?:(?P<two><checking/two_times>)|<checking/three_times>)\b(?!\s+(?:<checking/after_factor>)\b)",
    re.IGNORECASE,
)


def _times_in_words(piece: Piece) -> Iterator[Figure]:
    """How often something happened, in an adverb: who "scored twice" has scored two goals."""
    for match in _TIMES.finditer(piece.text):
        number = Decimal(2 if match["two"] else 3)
        yield _figure(piece, match.span(), "count", number, noun="times")


_ONE_OF_THEM = WordPattern(r"\bone (?:<checking/of_them>)\b", re.IGNORECASE)


def _single_parts(piece: Piece) -> Iterator[Figure]:
    """A single one of several: "four holes, one of them critical"."""
    for match in _ONE_OF_THEM.finditer(piece.text):
        yield _figure(piece, match.span(), "number", Decimal(1))


def _figure(
    piece: Piece, span: tuple[int, int], kind: str, number: Decimal, *,
    unit: Unit | None = None, noun: str | None = None, place: Decimal = Decimal(1),
) -> Figure:  # fmt: skip
    """What the words at `span` of a piece amount to."""
    return Figure(
        start=piece.start + span[0],
        end=piece.start + span[1],
        text=piece.text[slice(*span)],
        kind=kind,
        low=number,
        high=number,
        place=place,
        unit=None if unit is None else unit.name,
        si_unit=None if unit is None else unit.si_unit,
        si_low=None if unit is None or unit.si_factor is None else number * unit.si_factor,
        noun=noun,
        comparator="=",
    )


_FINDERS: tuple[tuple[Callable[[Piece], Iterator[Figure]], WordSet | None], ...] = (
    (_spans_in_words, None),
    (_shares_in_words, WordSet("checking/counting_off")),
    (_numbered_spans, None),
    (_parts_of_year, WordSet("checking/part_of_year")),
    (_times_in_words, WordSet("checking/how_often")),
    (_single_parts, None),
)
"""Each with words of which a text must hold one; None where nearly every text does."""


def figures_in_words(piece: Piece) -> Iterator[Figure]:
    """What a source gives without a number of its own, which an answer may give as one."""
    folded = fold_case(piece.text)
    for find, words in _FINDERS:
        if words is None or any(word in folded for word in words):
            yield from find(piece)
