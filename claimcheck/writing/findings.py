"""A claim as a finding of a checker: which file, which lines, and one line of what it says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from claimcheck.writing.positions import Lines, text_of
from claimcheck.writing.qualifiers import find_qualifiers, subject_words
from claimcheck.writing.terminal_text import shown

if TYPE_CHECKING:
    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document

# Formats whose text has other lines than the file, or none.
_TABLES = frozenset([".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"])
WITHOUT_LINES = _TABLES | {".docx", ".pdf"}


@dataclass(frozen=True, slots=True)
class Region:
    """Where in its file a claim stands; lines and columns count from 1, the end column is exclusive.

    Attributes:
        start_line: always known; the others only where the text is the file.
        start_column, end_line, end_column: columns in Unicode code points.
    """

    start_line: int
    start_column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


def file_of(source: str) -> tuple[str, bool]:
    """The file that a source names, and whether the source is a row of it.

    >>> file_of("posts.csv#17")
    ('posts.csv', True)
    """
    path, hash_sign, _ = source.rpartition("#")
    is_row = bool(hash_sign) and PurePosixPath(path).suffix.lower() in _TABLES
    return (path, True) if is_row else (source, False)


class FindingPlaces:
    """Where the claims of one result stand."""

    def __init__(self, document: Document) -> None:
        self.path, is_row = file_of(document.source)
        """The file; that of a row is the table."""
        has_lines = not is_row and PurePosixPath(self.path).suffix.lower() not in WITHOUT_LINES
        self.lines = Lines(text_of(document)) if has_lines else None

    def region(self, claim: BaseClaim) -> Region | None:
        """The lines of the words of a claim; None where the file has no lines."""
        from claimcheck.claims.base import Line, Page  # noqa: PLC0415 - `--help` lists the formats without it

        if isinstance(claim.location, Line):
            return Region(claim.location.line)
        if self.lines is None or isinstance(claim.location, Page):
            return None
        return Region(*self.lines.at(claim.start), *self.lines.at(claim.end))


def finding_message(claim: BaseClaim) -> str:
    """What a claim says, on one line: subject, value, qualifiers, and its words."""
    from claimcheck.claims.base import Page  # noqa: PLC0415 - `--help` lists the formats without it

    subject = subject_words(claim)
    said = f"{subject}: " if subject else ""
    qualifiers = ", ".join(words for _, words in find_qualifiers(claim))
    page = f" (page {claim.location.page})" if isinstance(claim.location, Page) else ""
    value = shown(claim.value.describe(claim.comparator))
    return f"{said}{value}{f' ({qualifiers})' if qualifiers else ''} – “{shown(claim.text)}”{page}"
