"""What the commands that check read: articles of every format, and records that `extract` wrote as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.inputs import find_all
from claimcheck.cli.working import find_documents
from claimcheck.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.cli.terminal import Messages
    from claimcheck.cli.working import Work
    from claimcheck.reading import Input
    from claimcheck.result import Document

SourceOption = Annotated[
    list[str],
    typer.Option(
        "--source",
        "-s",
        metavar="INPUT",
        help="What the answer is held against: a file of any format, a folder, or JSON that "
        "[bold]extract[/bold] wrote. Can be repeated.",
        rich_help_panel="Input",
    ),
]


def read_checked(arguments: Sequence[str], work: Work, messages: Messages) -> Iterator[Document]:
    """The records of inputs; records that are given as JSON are taken as they are."""
    found, _ = find_all(arguments, None, work.options, messages.fail)
    articles: list[Input] = []
    for source in found:
        if source.suffix != ".json":
            articles.append(source)
            continue
        try:
            yield from read_records(source)
        except ReadingError as error:
            messages.fail(error)
    if articles:
        yield from (document for _, document in find_documents(articles, work, messages))


def read_records(source: Input) -> list[Document]:
    """The records in a JSON file that `claimcheck extract` wrote: one object, or an array of them.

    Raises:
        ReadingError: the file is no such JSON; the message says where.
    """
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - `--help` does without it

    from claimcheck.result import Document  # noqa: PLC0415

    try:
        content = json.loads(source.read_bytes())
    except (ValueError, UnicodeDecodeError) as error:
        raise ReadingError(f"{source.source}: not JSON ({error})") from error
    try:
        records = content if isinstance(content, list) else [content]
        return TypeAdapter(list[Document]).validate_python(
            [{k: v for k, v in record.items() if k in Document.model_fields} for record in records],
            strict=False,
        )
    except (ValidationError, AttributeError) as error:
        first = str(error).splitlines()[1:3] if isinstance(error, ValidationError) else []
        where = f" ({': '.join(part.strip() for part in first)})" if first else ""
        raise ReadingError(f"{source.source}: not a record of claimcheck extract{where}") from error
