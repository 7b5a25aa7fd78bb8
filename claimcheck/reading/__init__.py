"""Stage 1: from inputs to articles. One module per format.

To add a format: write `reading/<format>.py` and give it a line in `READERS`. `inputs` finds the files,
`decoding` turns bytes into text for the formats that are text, `paragraphs` puts a text together for those
that are more, `rows` is what tables share, `unpacking` bounds packed files, `libraries` says what to do when
one is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from claimcheck.article import NO_HINTS
from claimcheck.errors import ReadingError, described
from claimcheck.reading.csv_rows import read_csv_rows
from claimcheck.reading.docx import read_docx
from claimcheck.reading.inputs import Input, find_inputs
from claimcheck.reading.json_lines import read_json_lines
from claimcheck.reading.markdown import read_markdown
from claimcheck.reading.parquet import read_parquet
from claimcheck.reading.pdf import read_pdf
from claimcheck.reading.plain_text import read_plain_text
from claimcheck.reading.rows import report
from claimcheck.reading.webpage import read_webpage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from claimcheck.article import Article, DateOrder, NumberHints

__all__ = [
    "READERS",
    "Input",
    "Reader",
    "ReadingOptions",
    "find_inputs",
    "find_reader",
    "known_suffixes",
    "read",
    "read_articles",
]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a user can say about the inputs. A reader takes what concerns it.

    Attributes:
        encoding: of inputs that are text; None for that of the byte-order mark, or else UTF-8. HTML can
            declare its own.
        format_name: the format of all inputs, a key of `READERS`; None for what the extension says.
        text_field: the column of a table that holds the article.
        id_field: the column that holds the id of a row; None for its number.
        keep_fields: columns that are carried through into the result.
        published: the day of publication of all inputs, whatever they say themselves.
        date_order: how dates such as 01/02/2019 are to be read.
        hints: what is known of the numbers of all inputs.
        language: BCP-47, of all inputs; None to tell it from each text.
        max_chars: an article that is longer is not read; None for any length.
        on_bad_row: called with what is wrong with a row, before the next one is read; without it the error
            is raised.
    """

    encoding: str | None = None
    format_name: str | None = None
    text_field: str = "text"
    id_field: str | None = None
    keep_fields: tuple[str, ...] = ()
    published: dt.date | None = None
    date_order: DateOrder | None = None
    hints: NumberHints = NO_HINTS
    language: str | None = None
    max_chars: int | None = None
    on_bad_row: Callable[[ReadingError], None] | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """An input format.

    Attributes:
        read: yields the articles of one input. Raises `ReadingError`, whose message starts with the source.
        suffixes: the extensions that mark the format, in lower case with their dot.
        has_rows: whether one input holds many articles.
    """

    read: Callable[[Input, ReadingOptions], Iterator[Article]]
    suffixes: tuple[str, ...]
    has_rows: bool = False


READERS: Mapping[str, Reader] = {
    "text": Reader(read_plain_text, (".txt",)),
    "markdown": Reader(read_markdown, (".md", ".markdown")),
    "html": Reader(read_webpage, (".html", ".htm", ".xhtml")),
    "pdf": Reader(read_pdf, (".pdf",)),
    "docx": Reader(read_docx, (".docx",)),
    "jsonl": Reader(read_json_lines, (".jsonl", ".ndjson"), has_rows=True),
    "csv": Reader(read_csv_rows, (".csv", ".tsv"), has_rows=True),
    "parquet": Reader(read_parquet, (".parquet",), has_rows=True),
}
"""Every input format by name. An input whose extension none of them claims is read as the first."""


def known_suffixes(format_name: str | None = None) -> tuple[str, ...]:
    """The extensions by which files in a folder are found to be articles, of one format or of all."""
    readers = READERS.values() if format_name is None else (READERS[format_name],)
    return tuple(suffix for reader in readers for suffix in reader.suffixes)


def find_reader(source: Input, options: ReadingOptions) -> Reader:
    """The reader for an input: the one asked for, or the one its extension says."""
    if options.format_name is not None:
        return READERS[options.format_name]
    readers = list(READERS.values())
    return next((reader for reader in readers if source.suffix in reader.suffixes), readers[0])


def read_articles(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The articles of one input, with what the user says of them all.

    Raises:
        ReadingError: the input is missing, unreadable or not in its format, or a reader or its library fails
            on it in a way of its own: no input ends a run.
    """
    try:
        for article in find_reader(source, options).read(source, options):
            if options.max_chars is not None and len(article.text) > options.max_chars:
                report(_too_long(article, options.max_chars), options)
                continue
            yield replace(
                article,
                published=options.published or article.published,
                date_order=options.date_order or article.date_order,
                hints=options.hints if options.hints != NO_HINTS else article.hints,
                language=options.language or article.language,
            )
    except ReadingError:
        raise
    except Exception as error:
        raise ReadingError(f"{source.source}: cannot be read: {described(error)}") from error


def _too_long(article: Article, max_chars: int) -> ReadingError:
    return ReadingError(
        f"{article.source}: {len(article.text):,} characters, more than the limit of {max_chars:,}"
    )


def read(path: str | Path, options: ReadingOptions | None = None) -> Iterator[Article]:
    """The articles of one file: one of most formats, one per row of a table.

    Args:
        path: of the file; its format is told as on the command line.
        options: what is known about it: its encoding, the column with the text, the day of publication.

    Raises:
        ReadingError: the file is missing, unreadable or not in its format.
    """
    place = Path(path)
    yield from read_articles(Input(str(path), place, PurePath(place.name)), options or ReadingOptions())
