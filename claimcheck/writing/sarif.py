"""SARIF 2.1.0: claims as findings, for editors and code scanning.

The standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any, TextIO
from urllib.parse import quote

from claimcheck.version import __version__
from claimcheck.writing.columns import document_id
from claimcheck.writing.findings import FindingPlaces, finding_message
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions
    from claimcheck.writing.findings import Region

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# Braces hold the numbers of arguments, square brackets the words of links (sections 3.11.5 and 3.11.6).
MESSAGE_ESCAPES = str.maketrans({"{": "{{", "}": "}}", "[": r"\[", "]": r"\]", "\\": r"\\"})
_PATH_CHARS = "/!$&'()*+,;=:@~"  # RFC 3986, section 3.3


def write_sarif(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """One run; a rule per kind, a result of level `note` per claim, written as they come.

    A result's `properties` hold the record, and the id and the fields of its document; its fingerprint is the
    claim's id, which stays the same while the sentence does. Columns count Unicode code points.
    """
    run: dict[str, Any] = {"tool": {"driver": _driver()}, "columnKind": "unicodeCodePoints"}
    head = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False)
    out.write(head[: -len("}]}")] + ', "results": [')
    rules = {rule["id"]: index for index, rule in enumerate(run["tool"]["driver"]["rules"])}
    before = "\n"
    for results in put_together(documents, lambda document: _results(document, rules), options):
        for result in results:
            out.write(before + result)
            before = ",\n"
        out.flush()
    out.write("]}]}\n" if before == "\n" else "\n]}]}\n")


def _results(document: Document, rules: Mapping[str, int]) -> list[str]:
    places = FindingPlaces(document)
    return [
        json.dumps(_result(claim, document, places) | {"ruleIndex": rules[claim.kind]}, ensure_ascii=False)
        for claim in document.claims
    ]


def _driver() -> dict[str, Any]:
    from claimcheck.claims import claim_types  # noqa: PLC0415 - `--help` lists the formats without it

    rules = [
        {
            "id": str(claim_type.model_fields["kind"].default),
            "shortDescription": {"text": _meaning(claim_type)},
            "help": {"text": f"{claim_type.example[0]} – “{claim_type.example[1]}”"},
            "defaultConfiguration": {"level": "note"},
        }
        for claim_type in claim_types()
    ]
    return {"name": "claimcheck", "version": __version__, "rules": rules}


def _meaning(claim_type: type[BaseClaim]) -> str:
    return inspect.cleandoc(claim_type.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def _result(claim: BaseClaim, document: Document, places: FindingPlaces) -> dict[str, Any]:
    location = physical_location(places.path, places.region(claim), claim.start, claim.end, claim.text)
    return {
        "ruleId": claim.kind,
        "level": "note",
        "message": {"text": finding_message(claim).translate(MESSAGE_ESCAPES)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"claimId/v1": claim.id},
        "properties": {
            "claim": claim.model_dump(mode="json", by_alias=True),
            "document_id": document_id(document),
            **({"fields": document.fields} if document.fields else {}),
        },
    }


def physical_location(path: str, region: Region | None, start: int, end: int, text: str) -> dict[str, Any]:
    """Some words of a file: its URI, their lines, and where the text is the file, columns and characters."""
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri_of(path)}}
    if region is not None:
        location["region"] = {"startLine": region.start_line}
        if region.start_column is not None:
            location["region"] |= {
                "startColumn": region.start_column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
                "charOffset": start,
                "charLength": end - start,
                "snippet": {"text": text},
            }
    return location


def _uri_of(path: str) -> str:
    """A path as a URI reference: relative ones stay so, for the reader to resolve."""
    if path == "-":
        return "stdin"
    escaped = quote(path, safe=_PATH_CHARS)
    if escaped.startswith("/"):
        return f"file://{escaped}"
    return f"./{escaped}" if ":" in escaped.partition("/")[0] else escaped
