"""`claimcheck brief`: what to check first."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from claimcheck.cli.checking_inputs import read_checked
from claimcheck.cli.extracting import ModelOption  # noqa: TC001 - Typer reads the annotations
from claimcheck.cli.inputs import (
    AUTO,
    DateOption,
    DateOrderOption,
    EncodingOption,
    InputFormatOption,
    InputsArgument,
    LanguageOption,
    TextFieldOption,
    make_reading_options,
)
from claimcheck.cli.outputs import QuietOption  # noqa: TC001 - Typer reads them
from claimcheck.cli.terminal import Messages, ending_quietly, layout, standard_output

TopOption = Annotated[
    int,
    typer.Option(
        "--top", "-n", min=1, metavar="N", help="How many sentences to name.", rich_help_panel="Output"
    ),
]


def brief(
    inputs: InputsArgument = None,
    input_format: InputFormatOption = AUTO,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = None,
    date: DateOption = None,
    date_order: DateOrderOption = None,
    language: LanguageOption = None,
    model: ModelOption = None,
    top: TopOption = 10,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="The features that moved each score most, too.", rich_help_panel="Output"
        ),
    ] = False,
    quiet: QuietOption = False,
) -> None:
    """Say in a few lines what an article claims, and which of it to check first.

    One line for each sentence: score, place, subject, value, who says so, and why it is worth checking.
    Claims of one sentence are named together and repeats once; reading times, bylines, page numbers and
    titles in front of names fall out.

    [bold]Examples[/bold]

    claimcheck brief article.txt

    claimcheck brief drafts/ --top 5
    """
    options = make_reading_options(
        input_format=input_format,
        encoding=encoding,
        text_field=text_field,
        date=date,
        date_order=date_order,
        language=language,
    )
    with ending_quietly():
        from claimcheck.brief import brief_document  # noqa: PLC0415 - `--help` does without it
        from claimcheck.writing.brief import write_brief  # noqa: PLC0415

        messages = Messages(quiet=quiet)
        for document in read_checked(inputs or [], options, model, messages):
            with standard_output(for_people=True) as out:
                how = replace(layout(out, several=True), explained=explain)
                write_brief(brief_document(document, top), document.text, out, how)
        raise typer.Exit(messages.exit_code)
