"""`claimcheck ledger`: the claims of a corpus in one SQLite file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.extracting import JobsOption, ModelOption, check_jobs
from claimcheck.cli.inputs import (
    AUTO,
    DateOption,
    DateOrderOption,
    EncodingOption,
    GlobOption,
    IdFieldOption,
    InputFormatOption,
    InputsArgument,
    LanguageOption,
    TextFieldOption,
    find_all,
    make_reading_options,
)
from claimcheck.cli.outputs import QuietOption, check_outputs
from claimcheck.cli.terminal import Messages, ending_quietly
from claimcheck.own_rules import OwnRules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.errors import ClaimcheckError
    from claimcheck.reading import Input, ReadingOptions
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


def ledger(
    output: LedgerOption,
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    glob: GlobOption = None,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = None,
    id_field: IdFieldOption = None,
    date: DateOption = None,
    date_order: DateOrderOption = None,
    language: LanguageOption = None,
    model: ModelOption = None,
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
    options = make_reading_options(
        input_format=input_format,
        encoding=encoding,
        text_field=text_field,
        id_field=id_field,
        date=date,
        date_order=date_order,
        language=language,
    )
    processes = check_jobs(jobs)
    with ending_quietly():
        from claimcheck.writing.ledger import write_ledger, write_ledger_parquet  # noqa: PLC0415

        messages = Messages(quiet=quiet)
        failures: list[ClaimcheckError] = []
        found, _ = find_all(inputs, glob, options, lambda error: _fail(error, failures, messages))
        check_outputs(found, output, None)
        documents = _documents(found, options, model, processes, failures, messages)
        if output.suffix.lower() == ".parquet":
            write_ledger_parquet(documents, output)
        else:
            write_ledger(documents, output, failures)
        raise typer.Exit(messages.exit_code)


def _fail(error: ClaimcheckError, failures: list[ClaimcheckError], messages: Messages) -> None:
    failures.append(error)
    messages.fail(error)


def _documents(
    found: Sequence[Input],
    options: ReadingOptions,
    model: str | None,
    jobs: int,
    failures: list[ClaimcheckError],
    messages: Messages,
) -> Iterator[Document]:
    """The records of all inputs; of records that `extract` wrote as JSON, those themselves."""
    from claimcheck.cli.checking_inputs import read_records  # noqa: PLC0415
    from claimcheck.cli.extracting import find_documents  # noqa: PLC0415
    from claimcheck.errors import ReadingError  # noqa: PLC0415

    articles = [source for source in found if source.suffix != ".json"]
    for source in found:
        if source.suffix == ".json":
            try:
                yield from read_records(source)
            except ReadingError as error:
                _fail(error.at(source=source.source), failures, messages)
    results = find_documents(
        articles,
        options=options,
        model=model,
        own_rules=OwnRules(),
        messages=messages,
        jobs=jobs,
        on_error=lambda _, error: _fail(error, failures, messages),
    )
    yield from (document for _, document in results)
