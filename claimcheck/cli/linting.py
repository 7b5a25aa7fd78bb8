"""`claimcheck lint`: figures of one text that cannot all be right."""

from __future__ import annotations

import typer

from claimcheck.cli.checking_inputs import read_checked
from claimcheck.cli.extracting import ModelOption  # noqa: TC001 - Typer reads the annotations
from claimcheck.cli.finding_outputs import (
    AUTO,
    FailOnOption,
    FindingFormatOption,
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


def lint(
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
    fail_on: FailOnOption = None,
    quiet: QuietOption = False,
) -> None:
    """Find figures that cannot all be right: within a sentence, between sentences, in the headline.

    "From $2.1bn to $3.5bn, up 50 %", shares of one whole above 100 %, percent for percentage points, inverted
    ranges, ages against birth years, a weekday that does not fit its date, and more. An input that is JSON of
    [bold]extract[/bold] is taken as it is. Exit code 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck lint article.txt

    claimcheck lint articles/ --format github --fail-on finding

    claimcheck extract article.txt -o article.json && claimcheck lint article.json --format json
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
    failing = check_verdicts(fail_on, "lint", "--fail-on")
    with ending_quietly():
        from claimcheck.checking.lint import lint_documents  # noqa: PLC0415 - `--help` does without it

        messages = Messages(quiet=quiet)
        documents = list(read_checked(inputs or [], options, model, messages))
        if not documents:
            raise typer.Exit(messages.exit_code or 1)
        findings = lint_documents(documents)
        write_findings(findings, format_name, output)
        raise typer.Exit(exit_code_of(findings, failing, messages.exit_code))
