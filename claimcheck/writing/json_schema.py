"""The JSON Schema of what `--format json` writes for one input."""

from __future__ import annotations

from typing import Any

from claimcheck.result import Document

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document_schema() -> dict[str, Any]:
    """JSON Schema, Draft 2020-12, of one result. Several inputs give an array of such objects."""
    return {"$schema": DIALECT, **Document.model_json_schema(mode="serialization")}
