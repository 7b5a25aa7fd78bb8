"""What all tables share: one row, one article."""

from __future__ import annotations

import datetime as dt
import decimal
import html
import math
import re
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from claimcheck.article import Article
from claimcheck.errors import NoArticleError, ReadingError, described

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

_SURROGATE = re.compile("[\ud800-\udfff]")

# Columns that together only the output of claimcheck has: claims are not read again as articles.
_OWN_COLUMNS = frozenset(["kind", "subject_resolved", "found_by"])
_OWN_KEYS = frozenset(["kind", "cues", "found_by"])


def make_row_article(
    row: Mapping[str, Any], place: str, number: int, source: Input, options: ReadingOptions
) -> Article | None:
    """The article of one row; None, and a note of it, where its text is null.

    Several fields of text are joined by blank lines, and so are the paragraphs of a list. Tags of HTML are
    taken out. What a news service writes for the rest of a text that it cut ("[+1683 chars]") holds no
    claims.

    Args:
        row: the cells by the name of their column.
        place: names the row in errors, such as `line 7`.
        number: stands for the id where no column is said to hold it.
        source: the file.
        options: which columns hold what.

    Raises:
        ReadingError: a column is missing, or a cell does not hold what it should.
    """
    where = f"{source.source}: {place}"
    try:
        return _make_row_article(row, where, number, source, options)
    except ReadingError as error:
        raise error.at(row_id=_row_id(row, options)) from error.__cause__
    except Exception as error:  # whatever a cell may hold, it concerns one row
        failure = ReadingError(f"{where}: cannot be read: {described(error)}")
        raise failure.at(row_id=_row_id(row, options)) from error


def _make_row_article(
    row: Mapping[str, Any], where: str, number: int, source: Input, options: ReadingOptions
) -> Article | None:
    for name in (*options.text_fields, options.id_field, options.date_field):
        if name is not None and name not in row:
            raise ReadingError(f"{where}: no field {name!r}{_fields_of(row)}")
    texts = [_text(row[name], name, where) for name in options.text_fields]
    given = [text for text in texts if text is not None]
    if not given:
        options.passed_over.append(where.removeprefix(f"{source.source}: "))
        return None
    text = "\n\n".join(text for text in given if text.strip()) if len(given) > 1 else given[0]
    row_id = _row_id(row, options)
    if options.id_field is not None and row_id is None:
        raise ReadingError(f"{where}: {options.id_field!r} is {_kind(row[options.id_field])}, not an id")
    cut = _CUT_MARK.search(text)
    return Article(
        f"{source.source}#{number if row_id is None else row_id}",
        text,
        None if options.date_field is None else _day(row[options.date_field]),
        id=row_id,
        fields=MappingProxyType(
            {name: _as_json_field(row.get(name), name, where) for name in options.keep_fields}
        ),
        asides=() if cut is None else (cut.span("mark"),),
    )


def _row_id(row: Mapping[str, Any], options: ReadingOptions) -> str | None:
    """The id of a row; None where no column is said to hold it, or its cell holds no id."""
    value = None if options.id_field is None else row.get(options.id_field)
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    return _SURROGATE.sub("\ufffd", str(value))


_CUT_MARK = re.compile(r"(?P<mark>\[\+\d+ chars\])\s*\Z")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>")
_IS_MARKED_UP = re.compile(
    r"</(?:p|b|i|a|em|strong|span|div|ul|ol|li|h[1-6]|td|tr|table|blockquote)>|<(?:br|p|hr)\s*/?>",
    re.IGNORECASE,
)
_PARAGRAPH_TAGS = frozenset(
    "p div ul ol li h1 h2 h3 h4 h5 h6 table tr blockquote section article pre hr".split()
)


def _text(content: object, name: str, where: str) -> str | None:
    """The text of a cell; None for null."""
    if content is None:
        return None
    if isinstance(content, list) and all(isinstance(part, str) for part in content):
        content = "\n\n".join(content)
    if not isinstance(content, str):
        raise ReadingError(f"{where}: {name!r} is {_kind(content)}, not text")
    if _SURROGATE.search(content) or "\0" in content:
        raise ReadingError(f"{where}: {name!r} holds what is no character")
    return _without_tags(content) if _IS_MARKED_UP.search(content) else content


def _without_tags(text: str) -> str:
    """The words of a piece of HTML, with a blank line between its paragraphs."""

    def parting(tag: re.Match[str]) -> str:
        name = tag["name"].lower()
        return "\n" if name == "br" else "\n\n" if name in _PARAGRAPH_TAGS else ""

    return re.sub(r"\n{3,}", "\n\n", html.unescape(_TAG.sub(parting, text))).strip()


def _day(content: object) -> dt.date | None:
    """The day that a cell begins with, as ISO 8601 has it; None for anything else."""
    if isinstance(content, dt.datetime):
        return content.date()
    if isinstance(content, dt.date):
        return content
    try:
        return dt.date.fromisoformat(str(content).strip()[:10])
    except ValueError:
        return None


def _fields_of(row: Mapping[str, Any]) -> str:
    """The names of the fields that there are, for a message."""
    names = [name for name in row if isinstance(name, str)]
    return f" among {', '.join(names) or 'none'}" if len(names) <= MAX_SHOWN_COLUMNS else ""


def check_columns(names: Collection[str], source: Input, options: ReadingOptions) -> None:
    """Refuse, before the first row, a table that has not the columns that were asked for."""
    if set(names) >= _OWN_COLUMNS:
        raise NoArticleError(f"{source.source}: these are claims, not articles")
    wanted = (*options.text_fields, options.id_field, options.date_field, *options.keep_fields)
    counts = Counter(names)
    for name in wanted:
        if name is not None and counts[name] > 1:
            raise ReadingError(f"{source.source}: two columns have the same name")
        if name is not None and not counts[name]:
            shown = ", ".join(names) if len(names) <= MAX_SHOWN_COLUMNS else f"{len(names)} others"
            hint = "; name the one with the text: --text-field" if name in options.text_fields else ""
            raise ReadingError(f"{source.source}: no column {name!r} among {shown or 'none'}{hint}")


MAX_SHOWN_COLUMNS = 12
"""A message is one line; the names of more columns than this do not help."""


def is_claim(row: Mapping[str, Any]) -> bool:
    """Whether a JSON object is a claim that claimcheck wrote."""
    return row.keys() >= _OWN_KEYS


def report(error: ReadingError, options: ReadingOptions) -> None:
    """Hand on what is wrong with one row, or raise it where nobody wants to know."""
    if options.on_bad_row is None:
        raise error
    options.on_bad_row(error)


def _kind(content: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return "null" if content is None else names.get(type(content), type(content).__name__)


MAX_DEPTH = 100
"""Lists and objects in each other; what reads and writes them gives up at a few hundred."""


def _as_json_field(content: Any, name: str, where: str) -> Any:
    try:
        return _as_json(content, MAX_DEPTH)
    except RecursionError:
        raise ReadingError(f"{where}: {name!r} is nested more than {MAX_DEPTH} deep") from None


def _as_json(content: Any, depth: int) -> Any:
    """A cell as JSON can hold it: dates as ISO 8601, exact decimals as text, what is no number as null.

    Raises:
        RecursionError: it is nested deeper than `depth`.
    """
    if depth < 0:
        raise RecursionError
    if isinstance(content, float) and not math.isfinite(content):
        return None
    if content is None or isinstance(content, bool | int | float):
        return content
    if isinstance(content, str):
        return _SURROGATE.sub("\ufffd", content)
    if isinstance(content, dt.date | dt.time):
        return content.isoformat()
    if isinstance(content, decimal.Decimal):
        return str(content)
    if isinstance(content, list | tuple):
        return [_as_json(item, depth - 1) for item in content]
    if isinstance(content, dict):
        return {_as_json(str(key), depth): _as_json(item, depth - 1) for key, item in content.items()}
    if isinstance(content, bytes):
        return content.decode("utf-8", "backslashreplace")
    return str(content)
