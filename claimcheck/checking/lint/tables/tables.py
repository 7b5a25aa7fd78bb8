"""Tables: rows that do not add up to the row of their total.

Everything comes from the records: a figure of a table has its heads and its row with it. Rows of which nothing is
known, because a figure of theirs is not sure or missing, keep a rule silent.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.checking.lint.figures import shown_number, shown_sum
from claimcheck.checking.lint.tables.grids import TOTAL_HEAD, find_wrong_grid_totals
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import CheckRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.findings import Finding
    from claimcheck.checking.lint.context import LintText
    from claimcheck.claims.base import BaseClaim, TablePlace
    from claimcheck.result import Document

_TOTAL_OF = re.compile(r"totals?\b.*", re.IGNORECASE)
"""One that may be the total of some of them: it needs another column in which it is that of all."""

_NO_PART = WordPattern(r"\b(?:<lint/no_part>)\b|%", re.IGNORECASE)
_NOT_ADDED = WordPattern(
    r"\b(?:<lint/not_added>)\b|%",
    re.IGNORECASE,
)
"""In the head of a column: figures that are not added up."""

_WHOLE = 100
"""Percentages are added up where they are shares of one whole."""

_MIN_PARTS = 2
_MAX_GAP = 4
"""Characters between two rows that follow each other, where the text is not at hand: a line end, bars."""

_WORD = re.compile(r"\w")


class _Row(NamedTuple):
    """A row of which every figure is known."""

    start: int
    end: int
    head: str
    figures: dict[int, BaseClaim]
    """By the place of the head of their column."""


def find_wrong_table_totals(text: LintText) -> Iterator[Finding]:
    """Totals of a table that are not those of its rows: of its claims, then of bare numbers."""
    found = list(_find_wrong_claims(text))
    yield from found
    spans = [(finding.place.start, finding.place.end) for finding in found]
    for finding in find_wrong_grid_totals(text):
        if not any(start < finding.place.end and finding.place.start < end for start, end in spans):
            yield finding


def _find_wrong_claims(text: LintText) -> Iterator[Finding]:
    """Columns of a table whose last row is called a total and is not that of the rows above it."""
    for rows in _tables(text.document):
        *parts, total = rows
        is_named = TOTAL_HEAD.fullmatch(total.head) is not None
        if len(parts) < _MIN_PARTS or not (is_named or _TOTAL_OF.fullmatch(total.head)):
            continue
        if any(_NO_PART.search(part.head) for part in parts):
            continue
        judged = [
            _Sum(total.figures[column], [part.figures[column] for part in parts])
            for column in sorted(total.figures)
            if all(column in part.figures for part in parts)
        ]
        judged = [one for one in judged if one.is_comparable()]
        wrong = [one for one in judged if not one.holds()]
        if not wrong or not (is_named or len(wrong) < len(judged)):
            continue
        for one in wrong:
            if one.is_several_wholes():
                continue
            yield text.claim_finding(
                "lint/table-total",
                one.total,
                one.parts,
                f"the rows above come to {shown_number(one.reached)}, not {shown_number(one.stated)}",
                arithmetic=f"{shown_sum(map(_number, one.parts))} = {shown_number(one.reached)} ≠ {shown_number(one.stated)}",
                tolerance=f"each figure is rounded as it is written: ± {shown_number(one.slack)} together",
            )


def _tables(document: Document) -> Iterator[list[_Row]]:
    """The runs of rows that follow each other below the same heads, the heads right above the first of them."""
    by_row: defaultdict[int, list[BaseClaim]] = defaultdict(list)
    for claim in document.claims:
        if claim.table is not None and claim.table.row is not None and claim.table.column:
            by_row[claim.sentence.start].append(claim)
    rows = [row for start in sorted(by_row) if (row := _row(by_row[start])) is not None]
    run: list[_Row] = []
    for before, row in pairwise([None, *rows]):
        if row is None:
            continue
        follows = before is not None and bool(run) and _follows(document, before.end, row.start)
        if follows and before is not None and row.figures.keys() & before.figures.keys():
            run.append(row)
            continue
        if len(run) > _MIN_PARTS:
            yield run
        run = [row] if _follows(document, _heads_end(by_row[row.start]), row.start) else []
    if len(run) > _MIN_PARTS:
        yield run


def _follows(document: Document, end: int, start: int) -> bool:
    """Whether nothing is written between two places but lines, blanks and marks of tables."""
    if document.text is None:
        return 0 < start - end <= _MAX_GAP
    return end < start and _WORD.search(document.text, end, start) is None


def _row(claims: Sequence[BaseClaim]) -> _Row | None:
    """A row with one figure below each head; None for any other."""
    figures = {_place(claim).column[-1].start: claim for claim in claims}
    head = _place(claims[0]).row
    if len(figures) < len(claims) or head is None:
        return None
    sentence = claims[0].sentence
    return _Row(sentence.start, sentence.end, head.text.strip(), figures)


def _heads_end(claims: Sequence[BaseClaim]) -> int:
    return max(head.end for claim in claims for head in _place(claim).column)


def _place(claim: BaseClaim) -> TablePlace:
    assert claim.table is not None
    return claim.table


class _Sum:
    """A total and what it should be the sum of."""

    def __init__(self, total: BaseClaim, parts: Sequence[BaseClaim]) -> None:
        self.total, self.parts = total, parts
        self.stated = _number(total)
        self.reached = sum(map(_number, parts))
        self.slack = sum(map(_half_step, (*parts, total)))

    def is_comparable(self) -> bool:
        """Whether all figures are plain ones of one kind and unit."""
        figures = (*self.parts, self.total)
        heads = " ".join(head.text for head in _place(self.total).column)
        is_share = self.total.kind == "percentage"
        return (
            len({(one.kind, _unit(one)) for one in figures}) == 1
            and (self.stated == _WHOLE if is_share else _NOT_ADDED.search(heads) is None)
            and not self.is_between()
            and self.total.kind in ("money", "count", "measurement", "percentage")
            and all(
                getattr(one.value, "number", None) is not None and one.comparator == "=" for one in figures
            )
        )

    def is_between(self) -> bool:
        """Whether the total lies among the parts, as an average does and hardly ever a sum."""
        numbers = [_number(part) for part in self.parts]
        return min(numbers) <= self.stated <= max(numbers)

    def holds(self) -> bool:
        """Whether the parts come to the total, however each of the figures was rounded."""
        return abs(self.reached - self.stated) <= self.slack * (1 + 1e-9)

    def is_several_wholes(self) -> bool:
        """Whether the rows break one whole down more than once, by sex and by age, or hold sums of their own."""
        if self.stated == 0:
            return True
        times = self.reached / self.stated
        return round(times) != 1 and abs(self.reached - round(times) * self.stated) <= self.slack * 2


def _number(claim: BaseClaim) -> float:
    return float(getattr(claim.value, "number", None) or 0)


def _unit(claim: BaseClaim) -> object:
    return getattr(claim.value, "currency", None) or getattr(claim.value, "unit", None)


_DIGITS = re.compile(r"\d[\d,\u00a0\u202f ]*(?:\.(?P<decimals>\d+))?")


def _half_step(claim: BaseClaim) -> float:
    """Half of the last place that is written, in the unit of the value; 0 for a count without a scale."""
    written = _DIGITS.search(claim.text)
    if written is None:
        return 0.0
    printed = float(re.sub(r"[^\d.]", "", written[0]))
    scale = abs(_number(claim)) / printed if printed else 0.0
    if claim.kind == "count" and scale == 1 and not written["decimals"]:
        return 0.0
    decimals = len(written["decimals"] or "")
    return scale * 0.5 * 10.0**-decimals


RULES = (
    (
        find_wrong_table_totals,
        CheckRule(
            "lint/table-total",
            ("inconsistent",),
            "rows of a table that do not add up to their total",
            ("Item\t2019\t2018\nRent\t$400\t$380\nFood\t$310\t$300\nTotal\t$730\t$680", ""),
            ("Item\t2019\t2018\nRent\t$400\t$380\nFood\t$310\t$300\nTotal\t$710\t$680", ""),
        ),
    ),
)
