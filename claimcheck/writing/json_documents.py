"""JSON: the whole record, one object per article."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

INDENT = 2


def write_json(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """One object, or an array of objects if there can be several; written as they come."""
    write_json_objects(documents, out, options)


def write_json_objects(documents: Iterable[BaseModel], out: TextIO, options: WritingOptions) -> None:
    """As `write_json`, for models of any type."""
    if not options.several:
        out.writelines(document.model_dump_json(indent=INDENT) + "\n" for document in documents)
        return
    before = "[\n"
    for document in documents:
        out.write(before + _indented(document.model_dump_json(indent=INDENT)))
        before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")


def _indented(text: str) -> str:
    """The lines of a JSON text, moved in. No string in it holds a line end, so no value changes."""
    margin = " " * INDENT
    return margin + text.replace("\n", "\n" + margin)
