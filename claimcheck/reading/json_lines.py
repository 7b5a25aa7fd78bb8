"""JSON Lines: one object per line, and in one of its fields the article."""

from __future__ import annotations

import codecs
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Never

from claimcheck.errors import NoArticleError, ReadingError
from claimcheck.reading.decoding import decode
from claimcheck.reading.rows import is_claim, make_row_article, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

MAX_BAD_STARTS = 10
"""So many bad lines before a good one make a file something else, or its field has another name."""

MAX_LINE_BYTES = 100_000_000
"""As long as a cell of CSV; a device without line ends has no end."""

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"\0\0\xfe\xff")


def read_json_lines(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The article of each line, one at a time. A bad line is reported, and the others are read."""
    good = bad = 0
    for number, line in enumerate(_lines(source, options), 1):
        try:
            text = line if isinstance(line, str) else _decoded(line, number, source, options)
            if not text.strip():
                continue
            row = _parsed(text, number, source)
            article = make_row_article(row, f"line {number}", number, source, options)
        except ReadingError as error:
            report(error.at(line=number), options)
            bad += 1
            if not good and bad == MAX_BAD_STARTS:
                message = f"{source.source}: given up; give the field that holds the text with --text-field"
                raise ReadingError(message) from error
        else:
            if not good and is_claim(row):
                raise NoArticleError(f"{source.source}: these are claims, not articles")
            good += 1
            if article is not None:
                yield replace(article, line=number)


def _lines(source: Input, options: ReadingOptions) -> Iterator[bytes | str]:
    """The lines, as bytes where a line end is one byte: so one bad line spoils no other."""
    with source.open_bytes() as stream:
        first = stream.readline(MAX_LINE_BYTES + 1)
        if first.startswith(_WIDE_MARKS) or not _keeps_ascii(options.encoding):
            text = decode(first + source.rest_of(stream), source=source.source, encoding=options.encoding)
            yield from text.split("\n")
            return
        if options.encoding is None:
            first = first.removeprefix(codecs.BOM_UTF8)
        number = 1
        while first:
            if len(first) > MAX_LINE_BYTES:
                raise ReadingError(f"{source.source}: line {number} is longer than {MAX_LINE_BYTES:,} bytes")
            yield first
            first = stream.readline(MAX_LINE_BYTES + 1)
            number += 1


def _keeps_ascii(encoding: str | None) -> bool:
    return encoding is None or "\n{}".encode(encoding) == b"\n{}"


def _decoded(line: bytes, number: int, source: Input, options: ReadingOptions) -> str:
    return decode(line, source=f"{source.source}: line {number}", encoding=options.encoding)


def _parsed(text: str, number: int, source: Input) -> dict[str, Any]:
    where = f"{source.source}: line {number}"
    try:
        row = json.loads(text.rstrip("\r\n"), parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", None) or str(error) or "nested too deeply"
        column = getattr(error, "colno", None)
        place = f" (column {column})" if column else ""
        message = f"{where}: not JSON: {reason[:1].lower() + reason[1:]}{place}"
        raise ReadingError(message) from error
    if not isinstance(row, dict):
        raise ReadingError(f"{where}: not a JSON object")
    return row


def refuse_constant(name: str) -> Never:
    """Refuse NaN and the infinities, which are no JSON."""
    message = f"a number is {name}"
    raise ValueError(message)
