"""`claimcheck ground`: whether sources bear out an answer."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.checking_inputs import SourceOption  # noqa: TC001 - Typer reads the annotations
from claimcheck.cli.checking_options import Checking, with_checking_options

AnswerArgument = Annotated[
    str,
    typer.Argument(
        metavar="ANSWER",
        help="The text that is checked: a file of any format, JSON that [bold]extract[/bold] wrote, or "
        "[bold]-[/bold] for standard input.",
    ),
]


@with_checking_options
def ground(answer: AnswerArgument, source: SourceOption, checking: Checking) -> None:
    """Check what an answer says against its sources.

    Every figure, date, name, quotation and relation is [bold]borne out[/bold], [bold]follows[/bold] from
    figures of the sources, [bold]differs[/bold] from them, or is [bold]not found[/bold] in them.

    Exit code 0; 1 if an input failed; 2 for wrong usage; 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck ground answer.txt --source report.pdf

    claimcheck ground answer.txt --source sources/ --fail-on differs,not-found

    claimcheck ground answer.json --source report.json --format jsonl --only differs
    """
    checking.refuse_output_among([answer, *source])
    from claimcheck.checking.grounding.ground import ground_documents  # noqa: PLC0415
    from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

    answers, sources = list(checking.read([answer])), list(checking.read(source))
    checking.stop_without(answers, sources)
    checking.finish(ground_documents(answers, sources, load_pipeline(checking.model)))
