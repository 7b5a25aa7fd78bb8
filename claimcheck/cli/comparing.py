"""`claimcheck compare`: what documents agree on, and what they contradict each other in."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from claimcheck.cli.checking_options import CheckedInputs, FindingOptions, checking
from claimcheck.cli.option_groups import with_option_groups

DocumentsArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Two or more documents: files of any format, folders, or JSON that [bold]extract[/bold] wrote.",
    ),
]

FEWEST = 2


@with_option_groups
def compare(inputs: DocumentsArgument, *, reading: CheckedInputs, showing: FindingOptions) -> None:
    """Put the claims of documents beside each other.

    A claim is the [bold]same[/bold] in several, one that [bold]rounds to[/bold] the other,
    [bold]updated[/bold] for a later time, in [bold]conflict[/bold], or [bold]only in one[/bold].

    Exit code 0; 1 if an input failed; 2 for wrong usage; 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck compare ours.txt theirs.html --only conflicts

    claimcheck compare articles/ --format json --output compared.json
    """
    with checking("compare", reading, showing) as run:
        run.refuse_output_among(inputs)
        from claimcheck.checking.comparing import compare_documents  # noqa: PLC0415 - `--help` does without it
        from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

        documents = list(run.read(inputs))
        if len(documents) < FEWEST:
            if run.messages.exit_code:
                raise typer.Exit(run.messages.exit_code)
            raise typer.BadParameter("give two documents or more", param_hint="INPUT")
        run.finish(compare_documents(documents, partial(load_pipeline, run.work.model)))
