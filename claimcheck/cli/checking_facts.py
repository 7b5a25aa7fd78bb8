"""`claimcheck check`: claims against a table of facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.checking_options import CheckedInputs, FindingOptions, checking
from claimcheck.cli.inputs import InputsArgument
from claimcheck.cli.option_groups import with_option_groups

FactsOption = Annotated[
    Path,
    typer.Option(
        metavar="FILE",
        help="CSV, JSON, JSON Lines or Parquet with the columns subject, property, value, and, where needed, "
        "unit, as_of, tolerance, source.",
        rich_help_panel="Input",
    ),
]


@with_option_groups
def check(
    facts: FactsOption,
    inputs: InputsArgument = None,
    *,
    reading: CheckedInputs,
    showing: FindingOptions,
) -> None:
    """Check claims against a table of what is known.

    A claim is [bold]supported[/bold], [bold]close[/bold], [bold]outdated[/bold],
    [bold]contradicted[/bold], or [bold]unknown[/bold] to the table.

    Exit code 0; 1 if an input or a row failed; 2 for wrong usage; 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck check article.txt --facts facts.csv

    claimcheck check drafts/ --facts facts.parquet --fail-on contradicted --format github
    """
    with checking("check", reading, showing) as run:
        run.refuse_output_among([facts, *(inputs or ())])
        from claimcheck.checking.facts import check_documents, parse_facts  # noqa: PLC0415
        from claimcheck.cli.fact_tables import read_fact_rows  # noqa: PLC0415

        known = parse_facts(read_fact_rows(facts), str(facts), run.messages.fail)
        run.finish(check_documents(run.read(inputs or ["-"]), known, str(facts)))
