"""Where the places of findings stand in their files, and a finding in one line."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from claimcheck.errors import WritingError
from claimcheck.writing.findings import WITHOUT_LINES, Region, file_of
from claimcheck.writing.positions import Lines
from claimcheck.writing.terminal_text import shown

if TYPE_CHECKING:
    from claimcheck.checking.findings import CheckedText, Finding, Findings, Place


class FindingRegions:
    """Lines and columns of every place in the texts of one result."""

    def __init__(self, findings: Findings) -> None:
        self._texts = {text.source: text for text in (*findings.sources, *findings.checked)}
        self._lines: dict[str, Lines | None] = {}

    def path(self, place: Place) -> str:
        """The file that a place is in; that of a row is the table."""
        return file_of(place.source)[0]

    def region(self, place: Place) -> Region | None:
        """The lines of a place; None where its file has none, or not those of its text."""
        if place.row is not None:
            return Region(place.row)
        if place.source not in self._lines:
            self._lines[place.source] = _lines_of(self._texts.get(place.source), place.source)
        lines = self._lines[place.source]
        return None if lines is None else Region(*lines.at(place.start), *lines.at(place.end))


def _lines_of(text: CheckedText | None, source: str) -> Lines | None:
    path, is_row = file_of(source)
    if is_row or PurePosixPath(path).suffix.lower() in WITHOUT_LINES:
        return None
    if text is None or text.text is None:
        raise WritingError(f"{source}: this format needs the text beside the findings")
    return Lines(text.text)


def verdict_words(verdict: str) -> str:
    """A verdict as people read it.

    >>> verdict_words("not_found")
    'not found'
    """
    return verdict.replace("_", " ")


def finding_line(finding: Finding) -> str:
    """A finding on one line: verdict, words, reason, arithmetic."""
    parts = [f"{verdict_words(finding.verdict)}: “{shown(finding.place.text)}” – {shown(finding.reason)}"]
    if finding.arithmetic:
        parts.append(f"[{shown(finding.arithmetic)}]")
    return " ".join(parts)


def problems(findings: Findings) -> list[Finding]:
    """The findings that somebody should look at."""
    return [finding for finding in findings.findings if finding.level != "none"]
