"""`claimcheck quantities`: the number layer by itself, without a model."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.inputs import InputOptions, InputsArgument, find_all
from claimcheck.cli.option_groups import AUTO, Only, with_option_groups
from claimcheck.cli.outputs import (
    OutputOption,
    check_outputs,
    choose_report_format,
    report_format_option,
    write_stream,
)
from claimcheck.cli.terminal import Messages, ending_quietly
from claimcheck.ending import raise_if_ended
from claimcheck.errors import ExtractionError, ReadingError, described

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.quantity_report import QuantityReport
    from claimcheck.reading import Input, ReadingOptions

FORMATS = ("table", "json", "jsonl", "csv")
ReportFormatOption = Annotated[str, report_format_option(FORMATS)]


READING = Only(
    "input_format",
    "glob",
    "encoding",
    "text_field",
    "id_field",
    "max_chars",
    "currency",
    "decimal",
    "unit_system",
)


@with_option_groups
def quantities(
    inputs: InputsArgument = None,
    *,
    reading: Annotated[InputOptions, READING],
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Account for every numeral: the quantity it is part of, or the rule that set it aside.",
            rich_help_panel="Output",
        ),
    ] = False,
    output_format: ReportFormatOption = AUTO,
    output: OutputOption = None,
) -> None:
    """Print the quantities of articles: numbers, money, percentages, measures, counts, ranges and bounds.

    No model is loaded. Exit code 0; 1 if an input failed (the others are processed); 2 for wrong usage.

    [bold]Examples[/bold]

    claimcheck quantities report.txt

    claimcheck quantities report.txt --explain | jq '.numerals[] | select(.set_aside_by)'
    """
    from claimcheck.writing.quantity_formats import QUANTITY_WRITERS  # noqa: PLC0415 - `--help` does without it

    name = choose_report_format(output_format, FORMATS, output)
    options = reading.reading_options()
    with ending_quietly():
        messages = Messages(quiet=True)
        found, several = find_all(inputs, reading.glob, options, messages.fail)
        check_outputs(found, output, None)
        reports = _reports(found, options, messages, explain=explain)
        write = QUANTITY_WRITERS[name]
        write_stream(reports, write, output, messages, several=several, for_people=name == "table")
        raise typer.Exit(messages.exit_code)


def _reports(
    found: Sequence[Input], options: ReadingOptions, messages: Messages, *, explain: bool
) -> Iterator[QuantityReport]:
    from claimcheck.quantity_report import report_quantities  # noqa: PLC0415 - `--help` does without the readers
    from claimcheck.reading import read_articles  # noqa: PLC0415

    for source in found:
        try:
            for article in read_articles(source, replace(options, on_bad_row=messages.fail)):
                try:
                    report = report_quantities(article, explain=explain)
                except Exception as error:  # noqa: BLE001 - whatever it is, it concerns one article
                    raise_if_ended(error)
                    messages.fail(ExtractionError(f"{article.source}: {described(error)}"))
                else:
                    yield report
        except ReadingError as error:
            messages.fail(error)
