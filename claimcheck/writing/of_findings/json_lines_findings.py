"""JSON Lines: a finding per line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from claimcheck.checking.findings import Findings
    from claimcheck.writing import WritingOptions


def write_json_lines_findings(findings: Findings, out: TextIO, _options: WritingOptions) -> None:
    """Each finding as an object of its own line; its places name their texts."""
    out.writelines(finding.model_dump_json() + "\n" for finding in findings.findings)
