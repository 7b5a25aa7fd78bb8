"""Parquet: one article per row. Only the columns that are wanted are read, a few hundred rows at a time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ReadingError, described
from claimcheck.reading.libraries import missing_library
from claimcheck.reading.rows import check_columns, make_row_article, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

BATCH_ROWS = 256
"""Articles of some 10,000 characters make a batch of a few megabytes."""


def read_parquet(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The article of each row, one at a time. A bad row is reported, and the others are read."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise missing_library(source.source, "Parquet", "parquet") from error

    named = (*options.text_fields, *options.keep_fields, options.id_field, options.date_field)
    wanted = {name for name in named if name is not None}
    number = 0
    try:
        with source.open_bytes() as stream:
            table = pq.ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
            check_columns(table.schema_arrow.names, source, options)
            for batch in table.iter_batches(batch_size=BATCH_ROWS, columns=sorted(wanted)):
                for place in range(batch.num_rows):
                    number += 1
                    try:
                        row = _row(batch, place, f"{source.source}: row {number}")
                        article = make_row_article(row, f"row {number}", number, source, options)
                    except ReadingError as error:
                        report(error, options)
                    else:
                        if article is not None:
                            yield article
    except (pa.ArrowException, OSError) as error:
        what = str(error).partition("\n")[0].rstrip(".")
        raise ReadingError(f"{source.source}: not Parquet that can be read: {what}") from error


def _row(batch: Any, place: int, where: str) -> dict[str, Any]:
    """One row of a batch. Bytes that are called text and are none are a fault of their row alone."""
    try:
        return {name: batch.column(name)[place].as_py() for name in batch.schema.names}
    except Exception as error:
        raise ReadingError(f"{where}: cannot be read: {described(error)}") from error
