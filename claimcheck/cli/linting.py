"""`claimcheck lint`: figures of one text that cannot all be right."""

from __future__ import annotations

from claimcheck.cli.checking_options import CheckedInputs, FindingOptions, checking
from claimcheck.cli.inputs import InputsArgument
from claimcheck.cli.option_groups import with_option_groups


@with_option_groups
def lint(inputs: InputsArgument = None, *, reading: CheckedInputs, showing: FindingOptions) -> None:
    """Find figures that cannot all be right: within a sentence, between sentences, in the headline.

    "From $2.1bn to $3.5bn, up 50 %", shares of one whole above 100 %, percent for percentage points, inverted
    ranges, ages against birth years, a weekday that does not fit its date, and more. An input that is JSON of
    [bold]extract[/bold] is taken as it is. Exit code 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck lint article.txt

    claimcheck lint articles/ --format github --fail-on finding

    claimcheck extract article.txt -o article.json && claimcheck lint article.json --format json
    """
    with checking("lint", reading, showing) as run:
        run.refuse_output_among(inputs or ())
        from claimcheck.checking.lint import lint_documents  # noqa: PLC0415 - `--help` does without it

        documents = list(run.read(inputs or []))
        run.stop_without(documents)
        run.finish(lint_documents(documents))
