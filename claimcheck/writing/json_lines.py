"""JSON lines: one claim per line, its document first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from claimcheck.claims.base import AS_FLOATS
from claimcheck.writing.columns import document_id
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions


def write_jsonl(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """Each claim as it stands in the JSON record, with `source` and `document_id` of its article before it.

    `document_id` is the id of the row where it has one, else the source; `fields` are the columns of the row
    that are carried through, where there are some. Amounts are floating point numbers, `5.0`, so that readers
    that infer types from the first lines find one type.
    """
    for lines in put_together(documents, claim_lines, options):
        out.writelines(line + "\n" for line in lines)
        out.flush()  # whoever reads along sees the claims of an article as soon as they are known


def claim_lines(document: Document) -> list[str]:
    """The lines of a result, without their ends."""
    of_document: dict[str, Any] = {"source": document.source, "document_id": document_id(document)}
    if document.fields:
        of_document["fields"] = document.fields
    head = json.dumps(of_document, ensure_ascii=False, separators=(",", ":"))[:-1]
    return [f"{head},{claim.model_dump_json(context=AS_FLOATS)[1:]}" for claim in document.claims]
