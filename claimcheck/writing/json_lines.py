"""JSON lines: one claim per line, its source first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TextIO

from claimcheck.claims.base import AS_FLOATS
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions


def write_jsonl(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """Each claim as it stands in the JSON record, with the `source` of its article before it.

    Amounts are floating point numbers, `5.0`, so that readers that infer types from the first lines find
    one type.
    """
    for lines in put_together(documents, _lines, options):
        out.writelines(lines)
        out.flush()  # whoever reads along sees the claims of an article as soon as they are known


def _lines(document: Document) -> list[str]:
    source = json.dumps(document.source, ensure_ascii=False)
    return [
        f'{{"source":{source},{claim.model_dump_json(context=AS_FLOATS)[1:]}\n' for claim in document.claims
    ]
