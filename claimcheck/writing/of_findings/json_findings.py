"""JSON: the whole result of a check as one object."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.json_documents import INDENT

if TYPE_CHECKING:
    from claimcheck.checking.findings import Findings
    from claimcheck.writing import WritingOptions


def write_json_findings(findings: Findings, out: TextIO, _options: WritingOptions) -> None:
    """One object: the texts that took part, every finding, and how many there are of each verdict."""
    out.write(findings.model_dump_json(indent=INDENT) + "\n")
