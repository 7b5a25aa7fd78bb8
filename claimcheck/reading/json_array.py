"""JSON: a list of objects, or an object with one list of them, and in a field of each the article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimcheck.errors import NoArticleError, ReadingError
from claimcheck.reading.decoding import decode
from claimcheck.reading.json_lines import MAX_BAD_STARTS, refuse_constant
from claimcheck.reading.rows import is_claim, make_row_article, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input


def read_json_array(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The article of each object, one at a time. A bad one is reported, and the others are read."""
    text = decode(source.read_bytes(), source=source.source, encoding=options.encoding)
    try:
        content = json.loads(text, parse_constant=refuse_constant)
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"{source.source}: not JSON: {error or 'nested too deeply'}") from error
    good = bad = 0
    for number, row in enumerate(_rows(content, source), 1):
        try:
            if not isinstance(row, dict):
                raise ReadingError(f"{source.source}: item {number}: not a JSON object")  # noqa: TRY301
            article = make_row_article(row, f"item {number}", number, source, options)
        except ReadingError as error:
            report(error, options)
            bad += 1
            if not good and bad == MAX_BAD_STARTS:
                message = f"{source.source}: given up; give the field that holds the text with --text-field"
                raise ReadingError(message) from error
        else:
            good += 1
            if article is not None:
                yield article


def _rows(content: Any, source: Input) -> list[Any]:
    """The items of a list, or of the one list of objects in an object; an object without one is the one
    item.
    """
    if isinstance(content, list):
        rows = content
    elif isinstance(content, dict):
        if "claims" in content and "text_sha256" in content:
            raise NoArticleError(f"{source.source}: these are claims, not articles")
        lists = [
            value
            for value in content.values()
            if isinstance(value, list) and value and isinstance(value[0], dict)
        ]
        rows = lists[0] if len(lists) == 1 else [content]
    else:
        raise ReadingError(f"{source.source}: not a list of JSON objects")
    if rows and isinstance(rows[0], dict) and (is_claim(rows[0]) or "text_sha256" in rows[0]):
        raise NoArticleError(f"{source.source}: these are claims, not articles")
    return rows
