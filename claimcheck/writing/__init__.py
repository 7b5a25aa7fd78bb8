"""The last stage: from results to a file or the screen. One module per format.

To add a format: write `writing/<format>.py` and give it a line in `WRITERS`. `files` puts results on disk,
`whole_documents` keeps a result that cannot be written from spoiling the others, `terminal_text` makes any
text safe to show, `columns` are those of every table of claims, `qualifiers` puts qualifiers into words,
`positions` counts lines, `findings` is what the formats of checkers share, `span_groups` what those of spaCy
do, `json_schema` describes the JSON, `kinds_table` lists the kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from claimcheck.errors import WritingError
from claimcheck.writing.csv_rows import write_csv
from claimcheck.writing.docbin import write_docbin
from claimcheck.writing.files import open_output
from claimcheck.writing.github import write_github
from claimcheck.writing.json_documents import write_json
from claimcheck.writing.json_lines import write_jsonl
from claimcheck.writing.markdown import write_markdown
from claimcheck.writing.parquet import write_parquet
from claimcheck.writing.prodigy import write_prodigy
from claimcheck.writing.review_sheet import write_review_sheet
from claimcheck.writing.sarif import write_sarif
from claimcheck.writing.sqlite_tables import write_sqlite
from claimcheck.writing.table import write_table
from claimcheck.writing.web_annotation import write_annotations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimcheck.checking.findings import Findings
    from claimcheck.result import Document

__all__ = ["WRITERS", "Writer", "WritingOptions", "format_of", "write"]


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """How results are laid out. A writer takes what concerns it.

    Attributes:
        several: there can be more than one result, so that JSON needs an array around them.
        width: columns of the screen; None for as many as it takes.
        crop: sentences may be cut to fit the width; otherwise they go on over several lines.
        styled: colours and other styles may be used.
        on_failure: called with what keeps one result from being written, which is left out; without it the
            error is raised.
        grouped: the claims of a sentence stand below it.
        explained: below a sentence stand the features that moved its score most.
        kept_fields: columns of the input that results carry (`--keep-field`), in tables of claims.
        verdicts: what people said of claims, by their ids: `verdict`, `note`, `link`.
        findings: what checks found in the texts of the results, or in others with a place in these.
    """

    several: bool = False
    width: int | None = None
    crop: bool = False
    styled: bool = False
    on_failure: Callable[[WritingError], None] | None = None
    grouped: bool = False
    explained: bool = False
    kept_fields: tuple[str, ...] = ()
    verdicts: Mapping[str, Mapping[str, str]] | None = None
    findings: tuple[Findings, ...] = ()


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format.

    Attributes:
        write: takes the results as they come, writes them to a text stream opened with `newline=""`, and
            holds no more than one of them, if its docstring says nothing else. A binary format writes to the
            `buffer` of the stream.
        suffix: the extension of its files; None where the format is for a stream alone.
        other_suffixes: extensions that stand for it too.
        needs_text: the results must hold the text of their articles.
        is_binary: not for a terminal.
        is_for_people: made for a terminal, in its encoding and width.
    """

    write: Callable[[Iterable[Document], TextIO, WritingOptions], None]
    suffix: str | None
    needs_text: bool = False
    is_binary: bool = False
    is_for_people: bool = False
    other_suffixes: tuple[str, ...] = ()


WRITERS: Mapping[str, Writer] = {
    "table": Writer(write_table, None, is_for_people=True),
    "json": Writer(write_json, ".json"),
    "jsonl": Writer(write_jsonl, ".jsonl"),
    "csv": Writer(write_csv, ".csv"),
    "parquet": Writer(write_parquet, ".parquet", is_binary=True),
    "sqlite": Writer(write_sqlite, ".db", is_binary=True, other_suffixes=(".sqlite", ".sqlite3")),
    "markdown": Writer(write_markdown, ".md"),
    "html": Writer(write_review_sheet, ".html", needs_text=True),
    "annotation": Writer(write_annotations, ".jsonld", needs_text=True),
    "prodigy": Writer(write_prodigy, ".jsonl", needs_text=True),
    "docbin": Writer(write_docbin, ".spacy", needs_text=True, is_binary=True),
    "github": Writer(write_github, None, needs_text=True),
    "sarif": Writer(write_sarif, ".sarif", needs_text=True),
}
"""Every output format by its name on the command line. An extension stands for the first that has it."""


def format_of(path: Path) -> str | None:
    """The name of the format that an extension stands for; None where it stands for none."""
    suffix = path.suffix.lower()
    named = (
        name
        for name, writer in WRITERS.items()
        if suffix and suffix in (writer.suffix, *writer.other_suffixes)
    )
    return next(named, None)


def write(
    documents: Iterable[Document],
    path: str | Path,
    format_name: str | None = None,
    *,
    kept_fields: Iterable[str] = (),
) -> None:
    """Write results to a file, which is there whole at the end or is as it was before.

    Args:
        documents: written as they come, so that many need no memory.
        path: of the file; what is there is replaced.
        format_name: a key of `WRITERS`; None for the first whose extension the path has.
        kept_fields: names of `Document.fields` that get a column in tables of claims.

    Raises:
        WritingError: the format is not known, needs the text of articles that results do not hold, or the
            file cannot be written.
    """
    target = Path(path)
    writer = WRITERS.get(format_name or format_of(target) or "")
    if writer is None:
        raise WritingError(f"{target}: which format? Name one of: {', '.join(WRITERS)}")
    with open_output(target) as out:
        options = WritingOptions(several=True, kept_fields=tuple(kept_fields))
        writer.write(_complete(documents, target, writer), out, options)


def _complete(documents: Iterable[Document], target: Path, writer: Writer) -> Iterator[Document]:
    for document in documents:
        if writer.needs_text and document.text is None:
            raise WritingError(f"{target}: {document.source}: this format needs documents with their text")
        yield document
