"""Tables of facts for `claimcheck check --facts`: CSV, JSON, JSON Lines or Parquet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ReadingError, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COLUMNS = frozenset({"subject", "property", "value"})


def read_fact_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a table with their lines: of a file by lines the line, else the number of the row.

    Raises:
        ReadingError: the file cannot be read, or lacks a column that every table has.
    """
    suffix = path.suffix.lower()
    try:
        if suffix == ".parquet":
            yield from _parquet_rows(path)
        elif suffix in (".json", ".jsonl", ".ndjson"):
            yield from _json_rows(path)
        else:
            yield from _csv_rows(path)
    except OSError as error:
        raise ReadingError(f"{path}: {reason(error)}") from error
    except UnicodeDecodeError as error:
        raise ReadingError(f"{path}: not UTF-8 ({error.reason})") from error


def _csv_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    text = path.read_text(encoding="utf-8-sig")
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    _check_columns(path, reader.fieldnames or ())
    for row in reader:
        yield reader.line_num, {key: value for key, value in row.items() if key is not None}


def _json_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix.lower() == ".json":
        try:
            content = json.loads(text)
        except ValueError as error:
            raise ReadingError(f"{path}: not JSON ({error})") from error
        rows = list(enumerate(content, start=1)) if isinstance(content, list) else [(1, content)]
    else:
        rows = []
        for number, line in enumerate(text.splitlines(), start=1):
            if line.strip():
                try:
                    rows.append((number, json.loads(line)))
                except ValueError:
                    rows.append((number, None))
    for number, row in rows:
        yield number, row if isinstance(row, dict) else {}


def _parquet_rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise ReadingError(f"{path}: Parquet needs pyarrow: pip install 'claimcheck-nlp[parquet]'") from error
    try:
        table = pq.read_table(path)
    except pa.ArrowInvalid as error:
        raise ReadingError(f"{path}: not Parquet") from error
    _check_columns(path, table.column_names)
    yield from enumerate(table.to_pylist(), start=1)


def _check_columns(path: Path, names: Any) -> None:
    missing = sorted(COLUMNS - set(names))
    if missing:
        raise ReadingError(f"{path}: no column {' and no column '.join(missing)}")
