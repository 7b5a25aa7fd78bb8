"""`claimcheck diff`: what changed between two versions of a text."""

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
    make_reading_options,
)
from claimcheck.cli.outputs import OutputOption, QuietOption  # noqa: TC001 - Typer reads them
from claimcheck.cli.terminal import Messages, ending_quietly, standard_output

OldArgument = Annotated[
    str, typer.Argument(metavar="OLD", help="The old version, or, with --textconv, the only one.")
]
NewArgument = Annotated[
    str | None, typer.Argument(metavar="NEW", help="The new version.", show_default=False)
]
TextconvOption = Annotated[
    bool,
    typer.Option(
        "--textconv",
        help="Print the claims and names of one file, a line each, for Git to compare.",
        rich_help_panel="Output",
    ),
]


def diff(
    old: OldArgument,
    new: NewArgument = None,
    textconv: TextconvOption = False,
    input_format: InputFormatOption = AUTO,
    encoding: EncodingOption = None,
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
    """Show which figures, names, dates and quotations two versions of a text differ in.

    What a sentence says was [bold]changed[/bold], [bold]moved[/bold] to another, [bold]added[/bold] or
    [bold]removed[/bold].

    Exit code 0; 1 if an input failed; 2 for wrong usage; 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck diff draft-1.txt draft-2.txt

    claimcheck diff old.md new.md --fail-on changed,removed --format github

    claimcheck diff --textconv report.docx
    """
    if (new is None) != textconv:
        raise typer.BadParameter(
            "give the new version" if new is None else "--textconv takes one file", param_hint="NEW"
        )
    options = make_reading_options(
        input_format=input_format, encoding=encoding, date=date, date_order=date_order, language=language
    )
    format_name = choose_finding_format(output_format, output)
    check_finding_output(output, [old, new])
    failing, shown = check_verdicts(fail_on, "diff", "--fail-on"), check_verdicts(only, "diff", "--only")
    with ending_quietly():
        from claimcheck.checking.differing import diff_documents, facts_of  # noqa: PLC0415

        messages = Messages(quiet=quiet)
        before = list(read_checked([old], options, model, messages))
        if new is None:
            with standard_output(for_people=False) as out:
                out.writelines(f"{line}\n" for document in before for line in facts_of(document))
            raise typer.Exit(messages.exit_code)
        after = list(read_checked([new], options, model, messages))
        if len(before) != 1 or len(after) != 1:
            if not messages.exit_code:
                raise typer.BadParameter("each version is one text", param_hint="NEW")
            raise typer.Exit(messages.exit_code)
        findings = diff_documents(before[0], after[0])
        write_findings(findings, format_name, output, shown)
        raise typer.Exit(exit_code_of(findings, failing, messages.exit_code))
