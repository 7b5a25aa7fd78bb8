"""Stage 1: from inputs to articles. One module per format, and for PDF a room.

To add a format: write `reading/<format>.py` and give it a line in `READERS`. `inputs` finds the files,
`sniffing` tells a format by how a file begins, `decoding` turns bytes into text for the formats that are
text, `paragraphs` puts a text together for those that are more, `table_rows` puts cells in their columns,
`packages` opens ZIP files of XML, `rows` is what tables of articles share, `libraries` what to say when one
is missing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from claimcheck.article import NO_HINTS
from claimcheck.errors import NoArticleError, ReadingError, described
from claimcheck.reading.csv_rows import read_csv_rows
from claimcheck.reading.docx import read_docx
from claimcheck.reading.epub import read_epub
from claimcheck.reading.inputs import HeldInput, Input, PackedInput, find_inputs
from claimcheck.reading.json_array import read_json_array
from claimcheck.reading.json_lines import read_json_lines
from claimcheck.reading.mail import read_mail
from claimcheck.reading.markdown import read_markdown
from claimcheck.reading.odt import read_odt
from claimcheck.reading.parquet import read_parquet
from claimcheck.reading.pdf import read_pdf
from claimcheck.reading.plain_text import read_plain_text
from claimcheck.reading.rows import report
from claimcheck.reading.rtf import read_rtf
from claimcheck.reading.sniffing import refusal, sniff
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
        text_field: the column of a table that holds the article, or several that hold parts of it.
        date_field: the column that holds the day of publication, as ISO 8601 has it.
        id_field: the column that holds the id of a row; None for its number.
        keep_fields: columns that are carried through into the result.
        published: the day of publication of all inputs, whatever they say themselves.
        date_order: how dates such as 01/02/2019 are to be read.
        hints: what is known of the numbers of all inputs.
        language: BCP-47, of all inputs; None to tell it from each text.
        max_chars: an article that is longer is not read; None for any length.
        on_bad_row: called with what is wrong with a row, before the next one is read; without it the error
            is raised.
        on_note: called with what a user may want to know of an input that was read: rows without text, ids
            that come twice, also in another input of the run.
        seen_ids: filled by the readers, with the input that each id came from; None where nobody asks.
        passed_over: filled by the readers: the places of the rows without text in the input at hand.
    """

    encoding: str | None = None
    format_name: str | None = None
    text_field: str | tuple[str, ...] = "text"
    id_field: str | None = None
    date_field: str | None = None
    keep_fields: tuple[str, ...] = ()
    published: dt.date | None = None
    date_order: DateOrder | None = None
    hints: NumberHints = NO_HINTS
    language: str | None = None
    max_chars: int | None = None
    on_bad_row: Callable[[ReadingError], None] | None = None
    on_note: Callable[[str], None] | None = None
    seen_ids: dict[str, str] | None = field(default=None, compare=False)
    passed_over: list[str] = field(default_factory=list, compare=False)

    @property
    def text_fields(self) -> tuple[str, ...]:
        """The columns that hold the article."""
        return (self.text_field,) if isinstance(self.text_field, str) else self.text_field


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
    "docx": Reader(read_docx, (".docx", ".docm", ".dotx")),
    "odt": Reader(read_odt, (".odt",)),
    "rtf": Reader(read_rtf, (".rtf",)),
    "epub": Reader(read_epub, (".epub",)),
    "mail": Reader(read_mail, (".eml",)),
    "json": Reader(read_json_array, (".json",), has_rows=True),
    "jsonl": Reader(read_json_lines, (".jsonl", ".ndjson"), has_rows=True),
    "csv": Reader(read_csv_rows, (".csv", ".tsv"), has_rows=True),
    "parquet": Reader(read_parquet, (".parquet",), has_rows=True),
}
"""Every input format by name. An input whose extension none of them claims is read as the first."""


def known_suffixes(format_name: str | None = None) -> tuple[str, ...]:
    """The extensions by which files in a folder are found to be articles, of one format or of all."""
    readers = READERS.values() if format_name is None else (READERS[format_name],)
    plain = tuple(suffix for reader in readers for suffix in reader.suffixes if suffix not in NOT_IN_FOLDERS)
    return plain + tuple(f"{suffix}.gz" for suffix in plain if suffix in PACKED_SUFFIXES)


PACKED_SUFFIXES = frozenset([".jsonl", ".ndjson", ".csv", ".tsv", ".json", ".txt"])
"""Files of these kinds are also read packed with gzip."""

NOT_IN_FOLDERS = frozenset([".json"])
"""In a folder such files are configuration or results more often than articles; by name they are read."""


def find_reader(source: Input, options: ReadingOptions) -> Reader:
    """The reader for an input: the one asked for, that of its extension, or else that of how it begins."""
    if options.format_name is not None:
        return READERS[options.format_name]
    source = _unpacked(source)
    suffix = source.suffix
    known = next((reader for reader in READERS.values() if suffix in reader.suffixes), None)
    if known is not None:
        return known
    head = source.head()
    refused = refusal(head)
    if refused is not None:
        return Reader(_refuser(refused), ())
    found = sniff(head) or "text"
    return Reader(_refuser("a gzip file in a gzip file"), ()) if found == "gzip" else READERS[found]


def _unpacked(source: Input) -> Input:
    """An input that is packed with gzip as what it unpacks to: told by its name or, without one, by how it
    begins. Any other as it is.
    """
    if isinstance(source, HeldInput | PackedInput):
        return source
    suffix = source.suffix
    is_told = any(suffix in reader.suffixes for reader in READERS.values())
    if suffix.endswith(".gz") or (not is_told and sniff(source.head()) == "gzip"):
        return PackedInput(source.source, source.path, source.place)
    return source


def _refuser(what: str) -> Callable[[Input, ReadingOptions], Iterator[Article]]:
    """A reader that says what an input is, and what can be read instead."""

    def refuse(source: Input, _options: ReadingOptions) -> Iterator[Article]:
        raise ReadingError(f"{source.source}: {what}, which is not read; read are {', '.join(READERS)}")

    return refuse


def read_articles(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The articles of one input, with what the user says of them all.

    Raises:
        ReadingError: the input is missing, unreadable or not in its format, or a reader or its library fails
            on it in a way of its own: no input ends a run.
    """
    source = _unpacked(source)
    reader = find_reader(source, options)
    passed_over: list[str] = []
    ids = {} if options.seen_ids is None else options.seen_ids
    twice: list[str] = []
    elsewhere: list[tuple[str, str]] = []
    is_empty = True
    try:
        for article in reader.read(source, replace(options, passed_over=passed_over)):
            is_empty = False
            if not reader.has_rows and not article.text.strip() and options.on_note is not None:
                options.on_note(f"{source.source}: no text in it")
            if article.id is not None:
                before = ids.get(article.id)
                if before == source.source:
                    twice.append(article.id)
                elif before is not None:
                    elsewhere.append((article.id, before))
                ids[article.id] = source.source
            if options.max_chars is not None and len(article.text) > options.max_chars:
                report(_too_long(article, options.max_chars), options)
                continue
            yield _as_told(article, options)
    except NoArticleError:
        raise
    except ReadingError as error:
        other = _other_format(source, reader, options) if is_empty else None
        if other is None:
            raise
        raise ReadingError(f"{error}; it begins like {other}: --format {other}") from error
    except Exception as error:
        raise ReadingError(f"{source.source}: cannot be read: {described(error)}") from error
    if options.on_note is not None:
        if reader.has_rows and is_empty and not passed_over:
            options.on_note(f"{source.source}: no rows in it")
        if _other_format(source, reader, options) == "html" and reader is READERS["text"]:
            options.on_note(f"{source.source}: read as text, but it begins like a page: --input-format html")
        _note_rows(source, options.on_note, passed_over, twice)
        _note_ids(source, options.on_note, elsewhere)


def _as_told(article: Article, options: ReadingOptions) -> Article:
    """An article with what the user says of all of them."""
    return replace(
        article,
        published=options.published or article.published,
        date_order=options.date_order or article.date_order,
        hints=options.hints if options.hints != NO_HINTS else article.hints,
        language=options.language or article.language,
    )


def _note_ids(source: Input, on_note: Callable[[str], None], elsewhere: list[tuple[str, str]]) -> None:
    """Tell which ids of an input an earlier one has too."""
    if elsewhere:
        shown = ", ".join(f"{row_id} ({before})" for row_id, before in elsewhere[:3])
        more = " ..." if len(elsewhere) > 3 else ""
        on_note(f"{source.source}: ids that an earlier input has too: {shown}{more}")


def _other_format(source: Input, reader: Reader, options: ReadingOptions) -> str | None:
    """The format that an input begins like, if it was read as another one because of its name."""
    if options.format_name is not None or source.path is None:
        return None
    found = sniff(source.head())
    return None if found is None or READERS.get(found) in (reader, None) else found


def _note_rows(
    source: Input, on_note: Callable[[str], None], passed_over: list[str], twice: list[str]
) -> None:
    """Say which rows had no text and which ids came twice in one input."""
    if passed_over:
        rows = "1 row" if len(passed_over) == 1 else f"{len(passed_over)} rows"
        on_note(f"{source.source}: {rows} without text passed over, the first at {passed_over[0]}")
    if twice:
        shown = ", ".join(dict.fromkeys(twice[:3]))
        on_note(f"{source.source}: ids that come twice: {shown}{' ...' if len(twice) > 3 else ''}")


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
