"""Tables in, tables out: for engines that hand batches of rows to a function, on one machine or on many.

Needs pyarrow: `pip install 'claimcheck-nlp[parquet]'`. Nothing but tables crosses from process to process;
each process loads the pipeline when it sees its first batch, and keeps it. With Spark (3.3 or later):

    from claimcheck.scale.batch import claims_schema, extract_batch
    from pyspark.sql.pandas.types import from_arrow_schema

    def find_claims(batches):
        for batch in batches:
            yield from extract_batch(pyarrow.Table.from_batches([batch])).to_batches()

    claims = articles.mapInArrow(find_claims, from_arrow_schema(claims_schema()))

With engines that work with pandas, such as `mapInPandas` of Spark or `map_partitions` of Dask:

    def find_claims(frames):
        for frame in frames:
            yield extract_batch(pyarrow.Table.from_pandas(frame)).to_pandas()
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError, ReadingError
from claimcheck.reading import Input, ReadingOptions
from claimcheck.reading.rows import check_columns, make_row_article
from claimcheck.scale.parallel import extract_each
from claimcheck.writing.parquet import claims_schema, claims_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimcheck.article import Article, DateOrder
    from claimcheck.result import Document

__all__ = ["claims_schema", "extract_batch"]

_LOG = logging.getLogger(__name__)


def extract_batch(
    table: Any,
    *,
    text_column: str = "text",
    id_column: str | None = "id",
    path_column: str | None = None,
    date_column: str | None = None,
    keep_columns: Sequence[str] = (),
    published: dt.date | None = None,
    date_order: DateOrder | None = None,
    language: str | None = None,
    kinds: Iterable[str] = (),
    model: str | None = None,
    on_error: Callable[[ClaimcheckError], None] | None = None,
) -> Any:
    """The claims of the articles of a table, a row each.

    Args:
        table: a `pyarrow.Table`, a row for each article.
        text_column: holds the text.
        id_column: holds what tells the articles apart, text or a whole number. The `source` of a claim is
            `-#` and the id. None where the path does.
        path_column: holds the file that an article comes from; it stands in `source` in place of `-`.
        date_column: holds the day of publication: a date, a time stamp, or text such as 2024-05-31.
        keep_columns: columns that are carried through, as text in `field_<name>`.
        published: the day of publication of all articles, whatever a column says.
        date_order: how 01/02/2019 is to be read.
        language: of all texts; None to tell it from each.
        kinds: of claims to keep; none for all.
        model: the spaCy pipeline, as for `load_pipeline`.
        on_error: called with what is wrong with a row; without it that is logged as a warning. The other
            rows go on.

    Returns:
        A `pyarrow.Table` with the columns of `claims_schema(keep_columns)`, in the order of the articles.

    Raises:
        ReadingError: a column is not there.
        PipelineError: the pipeline cannot be loaded.
    """
    if id_column is None and path_column is None:
        raise ReadingError("-: articles need a column with their id, or with their path")
    options = ReadingOptions(
        text_field=text_column,
        id_field=id_column,
        keep_fields=tuple(keep_columns),
        published=published,
        date_order=date_order,
        language=language,
    )
    named = (text_column, id_column, path_column, date_column, *keep_columns)
    wanted = [name for name in named if name is not None]
    check_columns(
        table.column_names, Input("-", None, PurePath()), replace(options, keep_fields=tuple(wanted))
    )
    rows = table.select(dict.fromkeys(wanted)).to_pylist()
    report = on_error or _log
    kept = frozenset(kinds)

    def find_documents() -> Iterator[Document]:
        for outcome in extract_each(_articles(rows, options, path_column, date_column), model=model):
            if isinstance(outcome, ClaimcheckError):
                report(outcome)
            elif kept:
                yield outcome.of_kinds(kept)
            else:
                yield outcome

    return claims_table(find_documents(), on_failure=report, kept_fields=keep_columns)


def _articles(
    rows: Iterable[dict[str, Any]],
    options: ReadingOptions,
    path_column: str | None,
    date_column: str | None,
) -> Iterator[Article | ReadingError]:
    """The articles of rows, with what is wrong with a row in its place."""
    for number, row in enumerate(rows, 1):
        source = "-" if path_column is None else str(row[path_column])
        try:
            article = make_row_article(row, f"row {number}", number, Input(source, None, PurePath()), options)
            if article is None:
                raise ReadingError(f"{source}: row {number}: no text")  # noqa: TRY301
            day = None if date_column is None else _as_date(row[date_column], article.source)
        except ReadingError as error:
            yield error
        else:
            yield replace(
                article,
                source=source if options.id_field is None else article.source,
                published=options.published or day,
                date_order=options.date_order,
                language=options.language,
            )


def _as_date(content: object, source: str) -> dt.date | None:
    if isinstance(content, dt.datetime):
        return content.date()
    if content is None or isinstance(content, dt.date):
        return content
    try:
        return dt.date.fromisoformat(str(content)[:10])
    except ValueError:
        raise ReadingError(f"{source}: {content!r} is not a date such as 2024-05-31") from None


def _log(error: ClaimcheckError) -> None:
    _LOG.warning("%s", error)
