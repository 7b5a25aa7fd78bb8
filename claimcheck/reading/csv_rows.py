"""CSV and TSV: a header, then one article per row."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.errors import ReadingError
from claimcheck.reading.decoding import decode
from claimcheck.reading.rows import check_columns, make_row_article, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

DELIMITERS = (",", ";", "\t")
"""Commas, the semicolons of countries that write decimals with commas, and tabs."""

MAX_CELL_CHARS = 100_000_000
"""A cell holds an article; Python's own limit is 131,072 characters."""


def read_csv_rows(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The article of each row, one at a time. A bad row is reported, and the others are read.

    The delimiter is the first of `DELIMITERS` by which the header has the column of the text.
    """
    text = decode(source.read_bytes(), source=source.source, encoding=options.encoding)
    csv.field_size_limit(MAX_CELL_CHARS)  # Python keeps one limit for the whole process
    if not text.strip():
        return
    delimiter = _find_delimiter(text, options.text_fields[0])
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] = []
    number = 0
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            report(ReadingError(f"{source.source}: line {line}: not CSV: {error}").at(line=line), options)
            continue
        if row is None:
            return
        if not row:
            continue
        if not header:
            header = row
            check_columns(header, source, options)
            if len(set(header)) < len(header):
                raise ReadingError(f"{source.source}: two columns have the same name")
            continue
        number += 1
        try:
            article = make_row_article(
                _cells(header, row, f"{source.source}: line {line}"), f"line {line}", number, source, options
            )
        except ReadingError as error:
            report(error.at(line=line), options)
        else:
            if article is not None:
                yield replace(article, line=line)


def _cells(header: list[str], row: list[str], where: str) -> dict[str, str]:
    if len(row) != len(header):
        raise ReadingError(f"{where}: {len(row)} cells where the header has {len(header)}")
    return dict(zip(header, row, strict=True))


def _find_delimiter(text: str, text_field: str) -> str:
    for delimiter in DELIMITERS:
        try:
            header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        except csv.Error:
            continue
        if text_field in header and (len(header) > 1 or delimiter == DELIMITERS[-1]):
            return delimiter
    return DELIMITERS[0]
