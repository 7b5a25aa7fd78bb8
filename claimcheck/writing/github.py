"""GitHub Actions: each claim as a notice beside its line, by workflow commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.findings import FindingPlaces, finding_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

# https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
_MESSAGE_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write_github(documents: Iterable[Document], out: TextIO, _options: WritingOptions) -> None:
    """One `::notice` per claim. GitHub shows the first ten of a step beside the code, and all in the log."""
    for document in documents:
        places = FindingPlaces(document)
        out.writelines(_command(claim, places) for claim in document.claims)
        out.flush()


def _command(claim: BaseClaim, places: FindingPlaces) -> str:
    properties: dict[str, object] = {"file": places.path}
    region = places.region(claim)
    if region is not None:
        properties["line"] = region.start_line
        if region.end_line is not None:
            properties["endLine"] = region.end_line
        if region.end_line == region.start_line:  # columns are for claims within one line
            properties |= {"col": region.start_column, "endColumn": region.end_column}
    properties["title"] = claim.kind.replace("_", " ")
    return f"::notice {_joined(properties)}::{finding_message(claim).translate(_MESSAGE_ESCAPES)}\n"


def _joined(properties: Mapping[str, object]) -> str:
    return ",".join(f"{name}={str(value).translate(_PROPERTY_ESCAPES)}" for name, value in properties.items())
