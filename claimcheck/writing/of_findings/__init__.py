"""Findings to a file or the screen. One module per format; `places` is what several of them share.

To add a format: write `writing/of_findings/<format>.py` and give it a line in `FINDING_WRITERS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.of_findings.github import write_github_findings
from claimcheck.writing.of_findings.json_findings import write_json_findings
from claimcheck.writing.of_findings.json_lines_findings import write_json_lines_findings
from claimcheck.writing.of_findings.page import write_findings_page
from claimcheck.writing.of_findings.sarif import write_sarif_findings
from claimcheck.writing.of_findings.table import write_findings_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimcheck.checking.findings import Findings
    from claimcheck.writing import WritingOptions

__all__ = ["FINDING_WRITERS", "FindingWriter"]


@dataclass(frozen=True, slots=True)
class FindingWriter:
    """An output format of findings.

    Attributes:
        write: takes the result of one check, a text stream opened with `newline=""`, and the layout.
        suffix: the extension of its files; None where the format is for a stream alone.
        needs_text: the result must hold the texts.
        is_for_people: made for a terminal, in its encoding and width.
    """

    write: Callable[[Findings, TextIO, WritingOptions], None]
    suffix: str | None
    needs_text: bool = False
    is_for_people: bool = False


FINDING_WRITERS: Mapping[str, FindingWriter] = {
    "table": FindingWriter(write_findings_table, None, is_for_people=True),
    "json": FindingWriter(write_json_findings, ".json"),
    "jsonl": FindingWriter(write_json_lines_findings, ".jsonl"),
    "html": FindingWriter(write_findings_page, ".html", needs_text=True),
    "sarif": FindingWriter(write_sarif_findings, ".sarif", needs_text=True),
    "github": FindingWriter(write_github_findings, None, needs_text=True),
}
"""Every output format of findings by its name on the command line."""
