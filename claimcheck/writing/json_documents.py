"""JSON: the whole record, one object per article."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from claimcheck.explanation import Explanation
    from claimcheck.quantity_report import QuantityReport
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

INDENT = 2


def write_json(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """One object, or an array of objects if there can be several; written as they come."""
    write_json_objects(documents, out, options)


def write_json_objects(
    documents: Iterable[Document | QuantityReport | Explanation], out: TextIO, options: WritingOptions
) -> None:
    """As `write_json`, for other results too."""
    texts = put_together(documents, _as_json, options)
    if not options.several:
        out.writelines(text + "\n" for text in texts)
        return
    before = "[\n"
    for text in texts:
        out.write(before + _indented(text))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def _as_json(document: BaseModel) -> str:
    return document.model_dump_json(indent=INDENT)


def _indented(text: str) -> str:
    """The lines of a JSON text, moved in. No string in it holds a line end, so no value changes."""
    margin = " " * INDENT
    return margin + text.replace("\n", "\n" + margin)
