"""`claimcheck brief`: what to check first."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from claimcheck.cli.checking_inputs import read_checked
from claimcheck.cli.inputs import InputOptions, InputsArgument
from claimcheck.cli.option_groups import Only, with_option_groups
from claimcheck.cli.outputs import QuietOption
from claimcheck.cli.terminal import Messages, ending_quietly, layout, standard_output
from claimcheck.cli.working import Work

TopOption = Annotated[
    int,
    typer.Option(
        "--top", "-n", min=1, metavar="N", help="How many sentences to name.", rich_help_panel="Output"
    ),
]


READING = Only("input_format", "encoding", "text_field", "date", "date_order", "language", "model")


@with_option_groups
def brief(
    inputs: InputsArgument = None,
    *,
    reading: Annotated[InputOptions, READING],
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
    options = reading.reading_options()
    with ending_quietly():
        from claimcheck.brief import brief_document  # noqa: PLC0415 - `--help` does without it
        from claimcheck.writing.brief import write_brief  # noqa: PLC0415

        messages = Messages(quiet=quiet)
        for document in read_checked(inputs or [], Work(options, reading.model, with_text=True), messages):
            with standard_output(for_people=True) as out:
                how = replace(layout(out, several=True), explained=explain)
                write_brief(brief_document(document, top), document.text, out, how)
        raise typer.Exit(messages.exit_code)
