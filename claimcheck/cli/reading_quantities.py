"""`claimcheck quantities`: the number layer by itself, without a model."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.inputs import (
    AUTO,
    EncodingOption,
    GlobOption,
    IdFieldOption,
    InputFormatOption,
    InputsArgument,
    TextFieldOption,
    find_all,
    make_reading_options,
)
from claimcheck.cli.terminal import Messages, ending_quietly, is_terminal, layout, standard_output
from claimcheck.errors import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.quantity_report import QuantityReport
    from claimcheck.reading import Input, ReadingOptions

FORMATS = ("table", "json", "jsonl", "csv")


def quantities(
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    glob: GlobOption = None,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = "text",
    id_field: IdFieldOption = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Account for every numeral: the quantity it is part of, or the rule that set it aside.",
            rich_help_panel="Output",
        ),
    ] = False,
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join((AUTO, *FORMATS)),
            help="[bold]auto[/bold] is a table on a terminal, and JSON elsewhere.",
            rich_help_panel="Output",
        ),
    ] = AUTO,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE, which is replaced only when all is done.",
            show_default=False,
            rich_help_panel="Output",
        ),
    ] = None,
) -> None:
    """Print the quantities of articles: numbers, money, percentages, measures, counts, ranges and bounds.

    No model is loaded. Exit code 0; 1 if an input failed (the others are processed); 2 for wrong usage.

    [bold]Examples[/bold]

    claimcheck quantities report.txt

    claimcheck quantities report.txt --explain | jq '.numerals[] | select(.set_aside_by)'
    """
    if output_format not in (AUTO, *FORMATS):
        raise typer.BadParameter(
            f"{output_format!r} is not one of {', '.join((AUTO, *FORMATS))}", param_hint="--format"
        )
    if output is not None and not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
    options = make_reading_options(
        input_format=input_format, encoding=encoding, text_field=text_field, id_field=id_field
    )
    with ending_quietly():
        messages = Messages(quiet=True)
        found, several = find_all(inputs, glob, options, messages.fail)
        name = output_format
        if name == AUTO:
            name = "table" if output is None and is_terminal(sys.stdout) else "json"
        _write(_reports(found, options, messages, explain=explain), name, output, several=several)
        raise typer.Exit(messages.exit_code)


def _reports(
    found: Sequence[Input], options: ReadingOptions, messages: Messages, *, explain: bool
) -> Iterator[QuantityReport]:
    from claimcheck.reading import read_articles  # noqa: PLC0415 - `--help` does without the readers

    for source in found:
        try:
            for article in read_articles(source, options):
                from claimcheck.quantity_report import report_quantities  # noqa: PLC0415

                yield report_quantities(article, explain=explain)
        except ReadingError as error:
            messages.fail(error)


def _write(reports: Iterator[QuantityReport], name: str, output: Path | None, *, several: bool) -> None:
    from claimcheck.writing.files import open_output  # noqa: PLC0415
    from claimcheck.writing.quantity_formats import QUANTITY_WRITERS  # noqa: PLC0415

    first = next(reports, None)
    if first is None:
        return
    for_people = name == "table"
    with standard_output(for_people=for_people) if output is None else open_output(output) as out:
        QUANTITY_WRITERS[name](chain([first], reports), out, layout(out, several=several))
