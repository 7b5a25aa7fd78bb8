"""GitHub Actions: each claim as a notice beside its line, by workflow commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.columns import kept_words
from claimcheck.writing.findings import FindingPlaces, finding_message
from claimcheck.writing.terminal_text import shown, without_mentions
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions
    from claimcheck.writing.findings import Region

# https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
_CONTROL = re.compile("[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # of a path; its line ends are escaped
_MESSAGE_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write_github(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """One `::notice` per claim, with the fields that its article carries.

    GitHub shows the first ten of a step beside the code, and all in the log.
    """
    for commands in put_together(documents, _commands, options):
        out.writelines(commands)
        out.flush()


def _commands(document: Document) -> list[str]:
    places = FindingPlaces(document)
    kept = f" ({shown(kept_words(document.fields))})" if document.fields else ""
    return [_command(claim, places, kept) for claim in document.claims]


def _command(claim: BaseClaim, places: FindingPlaces, kept: str) -> str:
    title = claim.kind.replace("_", " ")
    region = places.region(claim)
    return workflow_command("notice", places.path, region, title=title, message=finding_message(claim) + kept)


def workflow_command(command: str, path: str, region: Region | None, *, title: str, message: str) -> str:
    """A workflow command such as `::notice file=a.txt,line=3::message`, on a line of its own."""
    properties: dict[str, object] = {"file": _CONTROL.sub("\ufffd", path)}
    if region is not None:
        properties["line"] = region.start_line
        if region.end_line is not None:
            properties["endLine"] = region.end_line
        if region.end_line == region.start_line:  # columns are for claims within one line
            properties |= {"col": region.start_column, "endColumn": region.end_column}
    properties["title"] = title
    said = without_mentions(message).translate(_MESSAGE_ESCAPES)
    return f"::{command} {_joined(properties)}::{said}\n"


def _joined(properties: Mapping[str, object]) -> str:
    return ",".join(f"{name}={str(value).translate(_PROPERTY_ESCAPES)}" for name, value in properties.items())
