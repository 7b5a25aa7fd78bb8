"""The JSON Schemas of what is written as JSON, one per shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from claimcheck.checking.findings import Finding, Findings
from claimcheck.claims import Claim
from claimcheck.quantity_report import QuantityReport
from claimcheck.result import Document
from claimcheck.version import SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SHAPES: Mapping[str, Any] = {
    "document": Document,
    "documents": tuple[Document, ...],
    "claim": Claim,
    "quantities": QuantityReport,
    "findings": Findings,
    "finding": Finding,
}
"""What can be described: the object for one input, the array for several, a line of JSON Lines, the object of
`claimcheck quantities`, that of a check, and a line of its JSON Lines."""


def schema_of(shape: str) -> dict[str, Any]:
    """JSON Schema, Draft 2020-12, of one of `SHAPES`. Its `$id` names the shape and the record's version."""
    described = TypeAdapter(SHAPES[shape]).json_schema(mode="serialization")
    if shape == "claim":
        described = _with_source(described)
    return {"$schema": DIALECT, "$id": f"urn:claimcheck:schema:{SCHEMA_VERSION}:{shape}", **described}


def _with_source(described: dict[str, Any]) -> dict[str, Any]:
    """A line of JSON Lines holds the claim and, before it, what its document is, and its fields if any."""
    definitions = {
        name: {
            **content,
            "properties": {**_OF_DOCUMENT, **content["properties"]},
            "required": ["source", "document_id", *content["required"]],
        }
        if name.endswith("Claim")
        else content
        for name, content in described["$defs"].items()
    }
    return {**described, "$defs": definitions}


_OF_DOCUMENT: Mapping[str, Any] = {
    "source": {"type": "string"},
    "document_id": {"type": "string"},
    "fields": {"type": "object"},
}
