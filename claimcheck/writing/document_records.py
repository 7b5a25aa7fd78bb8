"""One record for every document of a run, also for those without claims and those that failed.

JSON Lines, or by the extension of the file CSV or Parquet. With the claims in a table of their own, a join
over `document_id` tells a document without claims from one that was never read.
"""

from __future__ import annotations

import csv
import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self

from claimcheck.errors import WritingError
from claimcheck.writing.columns import FIELD_PREFIX, as_text, document_id
from claimcheck.writing.csv_rows import as_cell
from claimcheck.writing.files import open_output

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

    from claimcheck.article import Article
    from claimcheck.errors import ClaimcheckError
    from claimcheck.result import Document

TYPES: Mapping[str, type] = {
    "document_id": str,
    "source": str,
    "id": str,
    "line": int,
    "title": str,
    "author": str,
    "published": str,
    "language": str,
    "words": int,
    "characters": int,
    "claims": int,
    "names": int,
    "text_sha256": str,
    "error": str,
    "reason": str,
}
"""The columns in their order. Of a document that failed only `source`, `error` (its class) and `reason` are
sure to be there; of one that was read these two are null. `words` are parted by white space, `published` is
ISO 8601, `claims` are those that the run writes.
"""


def document_record(article: Article, document: Document) -> dict[str, Any]:
    """The record of a document that was read, with the columns that are carried through as `fields`."""
    return {
        "document_id": document_id(document),
        "source": document.source,
        "id": document.id,
        "line": article.line,
        "title": document.title,
        "author": document.author,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "words": len(article.text.split()),
        "characters": len(article.text),
        "claims": len(document.claims),
        "names": len(document.entities),
        "text_sha256": document.text_sha256,
        "error": None,
        "reason": None,
        "fields": dict(document.fields),
    }


def failure_record(error: ClaimcheckError, source: str | None = None) -> dict[str, Any]:
    """The record of what failed: its source, the line and the id of a row, the class of the error, the
    reason.

    Args:
        error: what went wrong.
        source: the input, where the error does not name it itself.
    """
    place = error.source or source
    return {
        "source": place,
        "line": error.line,
        "id": error.row_id,
        "error": type(error).__name__,
        "reason": str(error).removeprefix(f"{place}: "),
    }


class DocumentRecords:
    """The file of the records while a run writes to it. It is there when the run has come to its end."""

    def __init__(self, path: Path, kept_fields: tuple[str, ...] = ()) -> None:
        self._path = path
        self._kept_fields = kept_fields
        self._open = ExitStack()
        self._rows: list[dict[str, Any]] = []
        self._write: Callable[[dict[str, Any]], object] = self._rows.append

    def __enter__(self) -> Self:
        out = self._open.enter_context(open_output(self._path))
        suffix = self._path.suffix.lower()
        if suffix == ".csv":
            writer = csv.writer(out)
            writer.writerow(self._columns())
            self._write = lambda record: writer.writerow(map(as_cell, self._flat(record).values()))
        elif suffix == ".parquet":
            self._write = lambda record: self._rows.append(self._flat(record))
            self._open.callback(self._write_parquet, out)
        else:
            self._write = lambda record: out.write(json.dumps(record, ensure_ascii=False) + "\n")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._rows.clear()
        self._open.__exit__(kind, error, trace)

    def add(self, article: Article, document: Document) -> None:
        """Note a document that was read."""
        self._write(document_record(article, document))

    def fail(self, error: ClaimcheckError, source: str | None = None) -> None:
        """Note what failed, in the place of its document."""
        empty: dict[str, Any] = dict.fromkeys(TYPES)
        record = empty | failure_record(error, source) | {"fields": {}}
        # of a row without an id nobody can say what its document would have been called
        is_row = record["line"] is not None
        record["document_id"] = record["source"] if record["id"] is None and not is_row else record["id"]
        self._write(record)

    def _columns(self) -> list[str]:
        return [*TYPES, *(f"{FIELD_PREFIX}{name}" for name in self._kept_fields)]

    def _flat(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """A record with a column for each field that is carried through."""
        fields = record["fields"]
        kept = {f"{FIELD_PREFIX}{name}": as_text(fields.get(name)) for name in self._kept_fields}
        return {name: record[name] for name in TYPES} | kept

    def _write_parquet(self, out: Any) -> None:
        try:
            import pyarrow as pa  # noqa: PLC0415 - an extra
            from pyarrow import parquet  # noqa: PLC0415
        except ImportError as error:
            raise WritingError("to write Parquet: pip install 'claimcheck-nlp[parquet]'") from error
        types = {str: pa.string(), int: pa.int64()}
        schema = pa.schema([(name, types[TYPES.get(name, str)]) for name in self._columns()])
        parquet.write_table(pa.Table.from_pylist(self._rows, schema), out.buffer, compression="zstd")
