"""`claimcheck check`: claims against a table of facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.checking_inputs import read_checked
from claimcheck.cli.extracting import ModelOption  # noqa: TC001 - Typer reads the annotations
from claimcheck.cli.finding_outputs import (
    AUTO,
    FailOnOption,
    FindingFormatOption,
    OnlyOption,
    check_finding_output,
    check_verdicts,
    choose_finding_format,
    exit_code_of,
    write_findings,
)
from claimcheck.cli.inputs import (
    DateOption,
    DateOrderOption,
    EncodingOption,
    InputFormatOption,
    InputsArgument,
    LanguageOption,
    TextFieldOption,
    make_reading_options,
)
from claimcheck.cli.outputs import OutputOption, QuietOption  # noqa: TC001 - Typer reads them
from claimcheck.cli.terminal import Messages, ending_quietly

FactsOption = Annotated[
    Path,
    typer.Option(
        metavar="FILE",
        help="CSV, JSON, JSON Lines or Parquet with the columns subject, property, value, and, where needed, "
        "unit, as_of, tolerance, source.",
        rich_help_panel="Input",
    ),
]


def check(
    facts: FactsOption,
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = None,
    date: DateOption = None,
    date_order: DateOrderOption = None,
    language: LanguageOption = None,
    model: ModelOption = None,
    output_format: FindingFormatOption = AUTO,
    output: OutputOption = None,
    only: OnlyOption = None,
    fail_on: FailOnOption = None,
    quiet: QuietOption = False,
) -> None:
    """Check claims against a table of what is known.

    A claim is [bold]supported[/bold], [bold]close[/bold], [bold]outdated[/bold],
    [bold]contradicted[/bold], or [bold]unknown[/bold] to the table.

    Exit code 0; 1 if an input or a row failed; 2 for wrong usage; 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck check article.txt --facts facts.csv

    claimcheck check drafts/ --facts facts.parquet --fail-on contradicted --format github
    """
    options = make_reading_options(
        input_format=input_format,
        encoding=encoding,
        text_field=text_field,
        date=date,
        date_order=date_order,
        language=language,
    )
    format_name = choose_finding_format(output_format, output)
    check_finding_output(output, [facts, *(inputs or ())])
    failing, shown = check_verdicts(fail_on, "check", "--fail-on"), check_verdicts(only, "check", "--only")
    with ending_quietly():
        from claimcheck.checking.facts import check_documents, parse_facts  # noqa: PLC0415
        from claimcheck.cli.fact_tables import read_fact_rows  # noqa: PLC0415

        messages = Messages(quiet=quiet)
        known = parse_facts(read_fact_rows(facts), str(facts), messages.fail)
        documents = read_checked(inputs or ["-"], options, model, messages)
        findings = check_documents(documents, known, str(facts))
        write_findings(findings, format_name, output, shown)
        raise typer.Exit(exit_code_of(findings, failing, messages.exit_code))
