"""The table of findings that a person reads: verdict, words, reason and the words that decided."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TextIO

from rich.text import Text

from claimcheck.writing.colours import DOUBTFUL, PLAIN, RIGHT, WRONG
from claimcheck.writing.of_findings.places import verdict_words
from claimcheck.writing.table import make_console
from claimcheck.writing.terminal_text import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.findings import Finding, Findings
    from claimcheck.writing import WritingOptions

_STYLES = {"error": f"bold {WRONG}", "warning": DOUBTFUL, "note": PLAIN, "none": RIGHT}
_MARKS = {"error": "✗", "warning": "?", "note": "•", "none": "✓"}

MAX_WORDS = 160
"""Characters of a place that are shown before it is cut."""


def write_findings_table(findings: Findings, out: TextIO, options: WritingOptions) -> None:
    """A paragraph per finding, in the order of the text, and how many there are of each verdict."""
    console = make_console(out, options)
    several = len({finding.place.source for finding in findings.findings}) > 1
    for finding in findings.findings:
        for line in _paragraph(finding, several=several):
            console.print(line, soft_wrap=options.width is None)
    counted = Counter(findings.counts)
    if findings.findings:
        console.print()
    summary = ", ".join(f"{number} {verdict_words(verdict)}" for verdict, number in counted.items())
    console.print(Text(summary or "nothing to check"), soft_wrap=True)


def _paragraph(finding: Finding, *, several: bool) -> Iterator[Text]:
    where = f"{shown(finding.place.source)}: " if several else ""
    yield Text.assemble(
        (f"{_MARKS[finding.level]} {verdict_words(finding.verdict)}", _STYLES[finding.level]),
        (f"  {where}", "dim"),
        f"“{_cut(finding.place.text)}”",
        (f"  {finding.rule}", "dim"),
    )
    yield Text(f"    {shown(finding.reason)}")
    if finding.arithmetic:
        tolerance = f"  ({shown(finding.tolerance)})" if finding.tolerance else ""
        yield Text(f"    = {shown(finding.arithmetic)}{tolerance}")
    for place in finding.evidence[:2]:
        row = f", line {place.row}" if place.row is not None else ""
        yield Text(f"    ↳ {shown(place.source)}{row}: “{_cut(place.text)}”", style="dim")


def _cut(text: str) -> str:
    words = shown(text)
    return words if len(words) <= MAX_WORDS else words[: MAX_WORDS - 1] + "…"
