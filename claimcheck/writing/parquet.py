"""Parquet: one claim per row, typed columns. Needs pyarrow: `pip install 'claimcheck-nlp[parquet]'`."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, groupby
from typing import TYPE_CHECKING, Annotated, Any, Literal, TextIO, get_args, get_origin

from claimcheck.errors import WritingError
from claimcheck.version import SCHEMA_VERSION, __version__
from claimcheck.writing.whole_documents import put_together, report_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimcheck.claims.base import BaseClaim
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

ROW_GROUP_CLAIMS = 10_000
"""Claims that are kept before they are written together: about 10 MB, and enough for columns to compress."""


def write_parquet(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """The columns of CSV with their types, and the places of the subject and the sentence.

    Amounts are doubles, as in JSON: whole numbers are exact up to 2**53, fractions to 15 digits. The columns
    are the same for every input; a value has those of its kind, and nulls in the others.

    Raises:
        WritingError: pyarrow is not installed.
    """
    try:
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise WritingError("to write Parquet: pip install 'claimcheck-nlp[parquet]'") from error
    schema, value_columns = claims_schema(), value_types()
    with parquet.ParquetWriter(out.buffer, schema, compression="zstd") as writer:
        rows: list[dict[str, Any]] = []
        for own in put_together(documents, lambda document: _rows(document, value_columns), options):
            rows.extend(own)
            while len(rows) >= ROW_GROUP_CLAIMS:
                writer.write_table(_table(rows[:ROW_GROUP_CLAIMS], schema, options))
                del rows[:ROW_GROUP_CLAIMS]
        if rows:
            writer.write_table(_table(rows, schema, options))


def claims_schema() -> Any:
    """The Arrow schema of a table of claims, a `pyarrow.Schema`. Needs pyarrow."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    arrow_types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    columns = {**_COLUMNS, **{f"value_{name}": kind for name, kind in value_types().items()}}
    return pa.schema(
        [pa.field(name, arrow_types[kind], nullable=name not in _REQUIRED) for name, kind in columns.items()],
        metadata={"claimcheck_version": __version__, "schema_version": SCHEMA_VERSION},
    )


def claims_table(
    documents: Iterable[Document], on_failure: Callable[[WritingError], None] | None = None
) -> Any:
    """The claims of a few documents as a `pyarrow.Table` with `claims_schema`. Needs pyarrow.

    Args:
        documents: whose claims become rows, in their order.
        on_failure: told of a document that cannot be put in a table; without it the error is raised.
    """
    from claimcheck.writing import WritingOptions  # noqa: PLC0415 - it imports this

    options = WritingOptions(on_failure=on_failure)
    value_columns = value_types()
    found = put_together(documents, lambda document: _rows(document, value_columns), options)
    return _table(list(chain.from_iterable(found)), claims_schema(), options)


def _rows(document: Document, value_columns: Mapping[str, type]) -> list[dict[str, Any]]:
    return [_row(document, claim, value_columns) for claim in document.claims]


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


_COLUMNS: Mapping[str, type] = {
    "id": str,
    "source": str,
    "kind": str,
    "start": int,
    "end": int,
    "text": str,
    "page": int,
    "line": int,
    "subject": str,
    "subject_start": int,
    "subject_end": int,
    "subject_resolved": str,
    "subject_resolved_by": str,
    "comparator": str,
    "polarity": str,
    "certainty": str,
    "prediction": bool,
    "attribution_source": str,
    "attribution_cue": str,
    "score": float,
    "sentence": str,
    "sentence_start": int,
    "sentence_end": int,
    "found_by": str,
}
_REQUIRED = _COLUMNS.keys() - {
    name for name in _COLUMNS if name.startswith(("page", "line", "subject", "attribution", "score"))
}


def value_types() -> dict[str, type]:
    """The fields of the values of every kind, by their name in JSON, with the type of their column."""
    from claimcheck.claims import claim_types  # noqa: PLC0415 - `--help` lists the formats without it

    types: dict[str, type] = {}
    for claim_type in claim_types():
        value_type = claim_type.model_fields["value"].annotation
        for name, field in value_type.model_fields.items():  # type: ignore[union-attr]
            types[field.serialization_alias or field.alias or name] = _column_type(field.annotation)
    return types


def _column_type(annotation: Any) -> type:
    """The one type of a field, whether or not it may be null; one of a few words is text."""
    if get_origin(annotation) is Annotated:
        return _column_type(get_args(annotation)[0])
    if get_origin(annotation) is Literal:
        return str
    options = [option for option in get_args(annotation) if option is not type(None)]
    if options:
        return _column_type(options[0])
    return float if annotation is Decimal else annotation


def _row(document: Document, claim: BaseClaim, value_columns: Mapping[str, type]) -> dict[str, Any]:
    subject, attribution = claim.subject, claim.attribution
    value = claim.value.model_dump(mode="json", by_alias=True)
    return {
        "id": claim.id,
        "source": document.source,
        "kind": claim.kind,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        **(claim.location.model_dump() if claim.location else {}),
        "subject": subject and subject.text,
        "subject_start": subject and subject.start,
        "subject_end": subject and subject.end,
        "subject_resolved": subject and subject.resolved,
        "subject_resolved_by": subject and subject.resolved_by,
        "comparator": claim.comparator,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "prediction": claim.prediction,
        "attribution_source": attribution and attribution.source,
        "attribution_cue": attribution and attribution.cue,
        "score": claim.score,
        "sentence": claim.sentence.text,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "found_by": claim.found_by,
        **{
            f"value_{name}": float(value[name]) if kind is float else value[name]
            for name, kind in value_columns.items()
            if value.get(name) is not None
        },
    }
