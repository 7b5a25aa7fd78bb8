"""`claimcheck ground`: whether sources bear out an answer."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.checking_inputs import SourceOption
from claimcheck.cli.checking_options import CheckedInputs, FindingOptions, checking
from claimcheck.cli.option_groups import with_option_groups

AnswerArgument = Annotated[
    str,
    typer.Argument(
        metavar="ANSWER",
        help="The text that is checked: a file of any format, JSON that [bold]extract[/bold] wrote, or "
        "[bold]-[/bold] for standard input.",
    ),
]


@with_option_groups
def ground(
    answer: AnswerArgument, source: SourceOption, *, reading: CheckedInputs, showing: FindingOptions
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
    with checking("ground", reading, showing) as run:
        run.refuse_output_among([answer, *source])
        from claimcheck.checking.grounding.ground import ground_documents  # noqa: PLC0415
        from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

        answers, sources = list(run.read([answer])), list(run.read(source))
        run.stop_without(answers, sources)
        run.finish(ground_documents(answers, sources, load_pipeline(run.work.model)))
