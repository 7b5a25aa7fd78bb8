"""Parquet: one claim per row, typed columns. Needs pyarrow: `pip install 'claimcheck-nlp[parquet]'`."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, TextIO

from claimcheck.errors import WritingError
from claimcheck.version import SCHEMA_VERSION, __version__
from claimcheck.writing.columns import claim_columns, claim_row
from claimcheck.writing.whole_documents import put_together, report_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

ROW_GROUP_CLAIMS = 10_000
"""Claims that are kept before they are written together: about 10 MB, and enough for columns to compress."""


def write_parquet(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """The columns of CSV with their types.

    Amounts are doubles: whole numbers are exact up to 2**53, fractions to 15 digits. The columns are the same
    for every input; a value has those of its kind, and nulls in the others.

    Raises:
        WritingError: pyarrow is not installed.
    """
    try:
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise WritingError("to write Parquet: pip install 'claimcheck-nlp[parquet]'") from error
    kept = options.kept_fields
    schema = claims_schema(kept)
    with parquet.ParquetWriter(out.buffer, schema, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for own in put_together(documents, lambda document: _rows(document, kept), options):
            rows.extend(own)
            while len(rows) >= ROW_GROUP_CLAIMS:
                writer.write_table(_table(rows[:ROW_GROUP_CLAIMS], schema, options))
                del rows[:ROW_GROUP_CLAIMS]
        if rows:
            writer.write_table(_table(rows, schema, options))


def claims_schema(kept_fields: Sequence[str] = ()) -> Any:
    """The Arrow schema of a table of claims, a `pyarrow.Schema`. Needs pyarrow.

    Args:
        kept_fields: columns of the articles that are carried through, as `field_<name>`.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra

    arrow_types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    return pa.schema(
        [
            pa.field(column.name, arrow_types[column.type], nullable=not column.is_required)
            for column in claim_columns(tuple(kept_fields))
        ],
        metadata={"claimcheck_version": __version__, "schema_version": SCHEMA_VERSION},
    )


def claims_table(
    documents: Iterable[Document],
    on_failure: Callable[[WritingError], None] | None = None,
    kept_fields: Sequence[str] = (),
) -> Any:
    """The claims of a few documents as a `pyarrow.Table` with `claims_schema`. Needs pyarrow.

    Args:
        documents: whose claims become rows, in their order.
        on_failure: told of a document that cannot be put in a table; without it the error is raised.
        kept_fields: as for `claims_schema`.
    """
    from claimcheck.writing import WritingOptions  # noqa: PLC0415 - it imports this

    options = WritingOptions(on_failure=on_failure)
    found = put_together(documents, lambda document: _rows(document, kept_fields), options)
    return _table(list(chain.from_iterable(found)), claims_schema(kept_fields), options)


def _rows(document: Document, kept_fields: Sequence[str]) -> list[dict[str, Any]]:
    return [claim_row(document, claim, kept_fields) for claim in document.claims]


def _table(rows: list[dict[str, Any]], schema: Any, options: WritingOptions) -> Any:
    """The rows as a table, without those of documents that hold what no column can."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    try:
        return pa.Table.from_pylist(rows, schema)
    except Exception:  # noqa: BLE001 - whatever it is, it is one document's, which a table of its own shows
        good = []
        for source, several in groupby(rows, key=lambda row: row["source"]):
            own = list(several)
            try:
                pa.Table.from_pylist(own, schema)
            except Exception as error:  # noqa: BLE001
                report_failure(str(source), error, options)
            else:
                good += own
        return pa.Table.from_pylist(good, schema)
