"""`claimcheck ground`: whether sources bear out an answer."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.checking_inputs import SourceOption, read_checked
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

AnswerArgument = Annotated[
    str,
    typer.Argument(
        metavar="ANSWER",
        help="The text that is checked: a file of any format, JSON that [bold]extract[/bold] wrote, or "
        "[bold]-[/bold] for standard input.",
    ),
]


def ground(
    answer: AnswerArgument,
    source: SourceOption,
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
    """Check what an answer says against its sources.

    Every figure, date, name, quotation and relation is [bold]borne out[/bold], [bold]follows[/bold] from
    figures of the sources, [bold]differs[/bold] from them, or is [bold]not found[/bold] in them.

    Exit code 0; 1 if an input failed; 2 for wrong usage; 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck ground answer.txt --source report.pdf

    claimcheck ground answer.txt --source sources/ --fail-on differs,not-found

    claimcheck ground answer.json --source report.json --format jsonl --only differs
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
    check_finding_output(output, [answer, *source])
    failing, shown = check_verdicts(fail_on, "ground", "--fail-on"), check_verdicts(only, "ground", "--only")
    with ending_quietly():
        from claimcheck.checking.grounding.ground import ground_documents  # noqa: PLC0415
        from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

        messages = Messages(quiet=quiet)
        answers = list(read_checked([answer], options, model, messages))
        sources = list(read_checked(source, options, model, messages))
        if not answers or not sources:
            raise typer.Exit(messages.exit_code or 1)
        findings = ground_documents(answers, sources, load_pipeline(model))
        write_findings(findings, format_name, output, shown)
        raise typer.Exit(exit_code_of(findings, failing, messages.exit_code))
