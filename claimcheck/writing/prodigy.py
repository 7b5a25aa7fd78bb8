"""Prodigy: a task per article as JSON lines, for `prodigy spans.manual` and `prodigy review`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TextIO

from claimcheck.writing.columns import document_id
from claimcheck.writing.positions import text_of
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions


def write_prodigy(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """Each article with its claims as spans whose label is the kind; spans may overlap.

    `meta` says what the article is, with the fields that are carried through.

    Prodigy itself adds the tokens: `add_tokens(nlp, stream)`, which `spans.manual` does.
    """
    for line in put_together(documents, _task, options):
        out.write(line)
        out.flush()


def _task(document: Document) -> str:
    spans = [
        {
            "start": claim.start,
            "end": claim.end,
            "label": claim.kind,
            "id": claim.id,
            "value": claim.value.describe(claim.comparator),
        }
        for claim in document.claims
    ]
    meta: dict[str, Any] = {"source": document.source, "document_id": document_id(document)}
    meta |= {"text_sha256": document.text_sha256, **({"fields": document.fields} if document.fields else {})}
    task = {"text": text_of(document), "spans": spans, "meta": meta}
    return json.dumps(task, ensure_ascii=False) + "\n"
