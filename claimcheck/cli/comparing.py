"""`claimcheck compare`: what documents agree on, and what they contradict each other in."""

from __future__ import annotations

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
    LanguageOption,
    TextFieldOption,
    make_reading_options,
)
from claimcheck.cli.outputs import OutputOption, QuietOption  # noqa: TC001 - Typer reads them
from claimcheck.cli.terminal import Messages, ending_quietly

DocumentsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Two or more documents: files of any format, folders, or JSON that [bold]extract[/bold] wrote.",
    ),
]


def compare(
    inputs: DocumentsArgument,
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
    """Put the claims of documents beside each other.

    A claim is the [bold]same[/bold] in several, one that [bold]rounds to[/bold] the other,
    [bold]updated[/bold] for a later time, in [bold]conflict[/bold], or [bold]only in one[/bold].

    Exit code 0; 1 if an input failed; 2 for wrong usage; 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck compare ours.txt theirs.html --only conflicts

    claimcheck compare articles/ --format json --output compared.json
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
    check_finding_output(output, inputs)
    failing, shown = (
        check_verdicts(fail_on, "compare", "--fail-on"),
        check_verdicts(only, "compare", "--only"),
    )
    with ending_quietly():
        from claimcheck.checking.comparing import compare_documents  # noqa: PLC0415

        messages = Messages(quiet=quiet)
        findings = compare_documents(read_checked(inputs, options, model, messages))
        write_findings(findings, format_name, output, shown)
        raise typer.Exit(exit_code_of(findings, failing, messages.exit_code))
