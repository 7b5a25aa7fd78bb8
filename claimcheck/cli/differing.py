"""`claimcheck diff`: what changed between two versions of a text."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.checking_options import CheckedInputs, FindingOptions, checking
from claimcheck.cli.option_groups import with_option_groups
from claimcheck.cli.terminal import standard_output

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


@with_option_groups
def diff(
    old: OldArgument,
    new: NewArgument = None,
    textconv: TextconvOption = False,
    *,
    reading: CheckedInputs,
    showing: FindingOptions,
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
    with checking("diff", reading, showing) as run:
        if (new is None) != textconv:
            raise typer.BadParameter(
                "give the new version" if new is None else "--textconv takes one file", param_hint="NEW"
            )
        run.refuse_output_among([old, new])
        from claimcheck.checking.differing import diff_documents, facts_of  # noqa: PLC0415

        before = list(run.read([old]))
        if new is None:
            with standard_output(for_people=False) as out:
                out.writelines(f"{line}\n" for document in before for line in facts_of(document))
            raise typer.Exit(run.messages.exit_code)
        after = list(run.read([new]))
        if len(before) != 1 or len(after) != 1:
            if not run.messages.exit_code:
                raise typer.BadParameter("each version is one text", param_hint="NEW")
            raise typer.Exit(run.messages.exit_code)
        run.finish(diff_documents(before[0], after[0]))
