"""Figures of tables: a cell is known by the words of its row and of its column, whatever sentence is near."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.checking.figure_values import is_given_as
from claimcheck.checking.findings import Place, make_finding
from claimcheck.checking.grounding.derivations.amounts import is_worked_out
from claimcheck.checking.grounding.figure_words import clause_of
from claimcheck.checking.grounding.table_cells import NUMERAL, Cell
from claimcheck.checking.rules import is_on
from claimcheck.checking.texts import words_of
from claimcheck.dates.finding import find_dates
from claimcheck.lexicons.word_relations import base_forms, family
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from claimcheck.checking.figures import Figure
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.parsed import ParsedSentence

MOST_APART = 20
"""What is so many times as much as the figure of a cell is of something else."""


def table_finding(
    figure: Figure, place: Place, answer: ParsedSentence, cells: Sequence[Cell]
) -> Finding | None:
    """The verdict on a figure of whose row and column the answer speaks; None where it names no cell.

    A figure that was worked out of the cells of one row is borne out by them.
    """
    if not cells or not is_on("ground/table"):
        return None
    said = _said(answer, answer.sentence.text)
    rows = [cell for cell in cells if _is_said(cell.row, said) and _are_of_one_unit(figure, cell)]
    own = _said(answer, _without_other_clauses(figure, answer))
    named = [cell for cell in rows if _is_said(cell.column, own)]
    held = _held(figure, named or rows) or _apart(figure, answer, rows)
    if held:
        reason = f"the table gives {' and '.join(cell.place.text for cell in held)} for {held[0].heads}"
        return _finding("borne_out", figure, place, held, reason)
    near = [cell for cell in named if any(_is_near(figure, cell.number * factor) for factor in cell.factors)]
    if not near or figure.is_range or len(near) != len(named) or is_worked_out(answer.sentence.text):
        return None
    reason = f"the table gives {near[0].place.text} for {near[0].heads}, not {figure.shown()}"
    return _finding("differs", figure, place, near, reason)


def _finding(verdict: str, figure: Figure, place: Place, cells: Sequence[Cell], reason: str) -> Finding:
    return make_finding(
        "ground/table",
        verdict,
        kind=figure.kind,
        place=place,
        evidence=[cell.place for cell in cells],
        reason=reason,
    )


def _held(figure: Figure, cells: Sequence[Cell]) -> list[Cell]:
    """The cell that gives a figure, or the two that give the ends of a range."""
    ends = figure.ends() or (figure,)
    found = [
        next((cell for cell in cells if any(is_given_as(end, value) for value in _values(cell))), None)
        for end in ends
    ]
    return [cell for cell in found if cell is not None] if None not in found else []


def _values(cell: Cell) -> list[Decimal]:
    return [cell.number * factor for factor in cell.factors]


def _apart(figure: Figure, answer: ParsedSentence, rows: Sequence[Cell]) -> list[Cell]:
    """Two cells of a row that are so far apart as a figure, where the answer says that it was worked out."""
    if figure.is_range or not is_worked_out(answer.sentence.text):
        return []
    for one, other in combinations(rows, 2):
        gaps = (abs(a - b) for a, b in zip(_values(one), _values(other), strict=False))
        if one.row == other.row and any(gap and is_given_as(figure, gap) for gap in gaps):
            return [one, other]
    return []


def _without_other_clauses(figure: Figure, answer: ParsedSentence) -> str:
    """A sentence without the clauses of its other figures: "seven medals, two of them gold"."""
    text = answer.sentence.text
    first, last = clause_of(figure, answer.figures, answer.sentence)
    for other in answer.figures:
        start, end = clause_of(other, answer.figures, answer.sentence)
        if end <= first or start >= last:
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _said(answer: ParsedSentence, text: str) -> frozenset[str]:
    """What some text of an answer can name heads by: its words in all forms, its numerals and its dates."""
    held = frozenset(words_of(text))
    words = (family(word) | base_forms(word) for word in answer.content if word in held)
    said = frozenset().union(*words, frozenset()) | frozenset(NUMERAL.findall(text))
    said |= frozenset(date.timex for date in find_dates(text))
    return said | {"total"} if _IN_ALL.search(text) else said


def _is_said(head: frozenset[str], said: frozenset[str]) -> bool:
    """Whether an answer names a head in full."""
    return bool(head) and all(word in said or not base_forms(word).isdisjoint(said) for word in head)


def is_of_table(timex: str, answer: ParsedSentence, cells: Sequence[Cell]) -> bool:
    """Whether a point of the calendar is a head of a table, of which an answer names the other head too."""
    heads = [cell for cell in cells if timex in cell.row | cell.column]
    said = _said(answer, answer.sentence.text) if heads else frozenset()
    return any(_is_said(cell.row, said) and _is_said(cell.column, said) for cell in heads)


_IN_ALL = WordPattern(r"\b(?:<checking/summed>)\b", re.IGNORECASE)


def _are_of_one_unit(figure: Figure, cell: Cell) -> bool:
    """Whether a figure can be that of a cell by its unit; a bare number of a table is of any but percent."""
    if "percent" in (figure.unit, cell.unit):
        return figure.unit == cell.unit
    return figure.kind not in ("ordinal", "score", "multiple") and (
        None in (figure.unit, cell.unit) or figure.unit == cell.unit
    )


def _is_near(figure: Figure, value: Decimal) -> bool:
    small, large = sorted((abs(figure.low), abs(value)))
    return bool(small) and large <= small * MOST_APART
