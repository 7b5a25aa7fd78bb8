"""The JSON Schemas of what `--format json` writes: for one input, and for one check."""

from __future__ import annotations

from typing import Any

from claimcheck.checking.findings import Findings
from claimcheck.result import Document

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document_schema() -> dict[str, Any]:
    """JSON Schema, Draft 2020-12, of one result. Several inputs give an array of such objects."""
    return {"$schema": DIALECT, **Document.model_json_schema(mode="serialization")}


def findings_schema() -> dict[str, Any]:
    """JSON Schema, Draft 2020-12, of the result of one check."""
    return {"$schema": DIALECT, **Findings.model_json_schema(mode="serialization")}
