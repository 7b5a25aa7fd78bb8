"""`claimcheck ledger`: the claims of a corpus in one SQLite file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.inputs import InputOptions, InputsArgument, find_all
from claimcheck.cli.option_groups import Only, with_option_groups
from claimcheck.cli.outputs import QuietOption, check_outputs
from claimcheck.cli.terminal import Messages, ending_quietly
from claimcheck.cli.working import JobsOption, Work, check_jobs, find_documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.errors import ClaimcheckError
    from claimcheck.reading import Input
    from claimcheck.result import Document

LedgerOption = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="The SQLite file, such as claims.db; with the extension .parquet, the claims alone as Parquet.",
        rich_help_panel="Output",
    ),
]


READING = Only(
    "input_format", "glob", "encoding", "text_field", "id_field", "date", "date_order", "language", "model"
)


@with_option_groups
def ledger(
    output: LedgerOption,
    inputs: InputsArgument = None,
    *,
    reading: Annotated[InputOptions, READING],
    jobs: JobsOption = "1",
    quiet: QuietOption = False,
) -> None:
    """Write the claims of a corpus to a database, with views of what conflicts and what agrees.

    Tables documents, claims, entities, errors; views conflicts, agreements, timeline.

    Exit code 0; 1 if an input failed (the others are in, and the failures in the table errors).

    [bold]Examples[/bold]

    claimcheck ledger articles/ --output claims.db --jobs auto

    claimcheck ledger corpus.jsonl --id-field id --output claims.db
    """
    work = Work(options=reading.reading_options(), model=reading.model, jobs=check_jobs(jobs))
    with ending_quietly():
        from claimcheck.writing.ledger import write_ledger, write_ledger_parquet  # noqa: PLC0415

        messages = Messages(quiet=quiet)
        failures: list[ClaimcheckError] = []
        found, _ = find_all(
            inputs, reading.glob, work.options, lambda error: _fail(error, failures, messages)
        )
        check_outputs(found, output, None)
        documents = _documents(found, work, failures, messages)
        if output.suffix.lower() == ".parquet":
            write_ledger_parquet(documents, output)
        else:
            write_ledger(documents, output, failures)
        raise typer.Exit(messages.exit_code)


def _fail(error: ClaimcheckError, failures: list[ClaimcheckError], messages: Messages) -> None:
    failures.append(error)
    messages.fail(error)


def _documents(
    found: Sequence[Input], work: Work, failures: list[ClaimcheckError], messages: Messages
) -> Iterator[Document]:
    """The records of all inputs; of records that `extract` wrote as JSON, those themselves."""
    from claimcheck.cli.checking_inputs import read_records  # noqa: PLC0415
    from claimcheck.errors import ReadingError  # noqa: PLC0415

    articles = [source for source in found if source.suffix != ".json"]
    for source in found:
        if source.suffix == ".json":
            try:
                yield from read_records(source)
            except ReadingError as error:
                _fail(error.at(source=source.source), failures, messages)
    results = find_documents(
        articles, work, messages, on_error=lambda _, error: _fail(error, failures, messages)
    )
    yield from (document for _, document in results)
