"""GitHub Actions: each finding as an error, warning or notice beside its line, by workflow commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.github import workflow_command
from claimcheck.writing.of_findings.places import FindingRegions, finding_line, problems

if TYPE_CHECKING:
    from claimcheck.checking.findings import Findings
    from claimcheck.writing import WritingOptions

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def write_github_findings(findings: Findings, out: TextIO, _options: WritingOptions) -> None:
    """One `::error`, `::warning` or `::notice` per finding; what holds is left out."""
    regions = FindingRegions(findings)
    for finding in problems(findings):
        path, region = regions.path(finding.place), regions.region(finding.place)
        out.write(
            workflow_command(
                _COMMANDS[finding.level], path, region, title=finding.rule, message=finding_line(finding)
            )
        )
