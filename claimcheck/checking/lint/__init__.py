"""Figures of one document that cannot all be right, found from its records alone.

`figures` reads what a figure may stand for, `context` holds the document; the rules stand in rooms by what
they check: `changes/`, `comparisons/`, `parts/` of a whole, `rates/`, `tables/`, `dates/` and `repeats/`.
Each finding names the claims, the arithmetic and its tolerance. Whatever has a good explanation is no
finding: a rule stays silent where other words could make its figures right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.checking.as_read import AsRead
from claimcheck.checking.findings import Findings, make_findings
from claimcheck.checking.lint.changes import changes
from claimcheck.checking.lint.comparisons import comparisons
from claimcheck.checking.lint.context import LintText
from claimcheck.checking.lint.dates import ages, calendar, durations, ranges
from claimcheck.checking.lint.parts import proportions, shares, sums
from claimcheck.checking.lint.rates import prices
from claimcheck.checking.lint.repeats import headlines, repeats, slips
from claimcheck.checking.lint.tables import tables
from claimcheck.checking.rules import is_on

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.checking.findings import Finding
    from claimcheck.result import Document

_MODULES = (
    changes,
    comparisons,
    shares,
    proportions,
    sums,
    prices,
    tables,
    calendar,
    ranges,
    ages,
    durations,
    repeats,
    slips,
    headlines,
)

LINT_RULES = tuple(rule for module in _MODULES for _, rule in module.RULES)


def lint_document(document: Document) -> list[Finding]:
    """The findings on one document, in reading order; one for each place and rule."""
    read = AsRead([document])
    text = LintText(*read.documents)
    found: dict[tuple[str, int, int], Finding] = {}
    for find in dict.fromkeys(find for module in _MODULES for find, _ in module.RULES):
        for finding in find(text):
            if is_on(finding.rule):
                found.setdefault((finding.rule, finding.place.start, finding.place.end), finding)
    findings = map(read.as_written, found.values())
    return sorted(findings, key=lambda finding: (finding.place.start, finding.place.end, finding.rule))


def lint_documents(documents: Iterable[Document]) -> Findings:
    """The findings on documents, each taken by itself."""
    checked = tuple(documents)
    return make_findings("lint", (f for document in checked for f in lint_document(document)), checked)
