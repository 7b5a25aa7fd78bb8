"""`claimcheck check`: claims against a table of facts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.checking_options import Checking, with_checking_options
from claimcheck.cli.inputs import InputsArgument  # noqa: TC001 - Typer reads the annotations

FactsOption = Annotated[
    Path,
    typer.Option(
        metavar="FILE",
        help="CSV, JSON, JSON Lines or Parquet with the columns subject, property, value, and, where needed, "
        "unit, as_of, tolerance, source.",
        rich_help_panel="Input",
    ),
]


@with_checking_options
def check(facts: FactsOption, checking: Checking, inputs: InputsArgument = None) -> None:
    """Check claims against a table of what is known.

    A claim is [bold]supported[/bold], [bold]close[/bold], [bold]outdated[/bold],
    [bold]contradicted[/bold], or [bold]unknown[/bold] to the table.

    Exit code 0; 1 if an input or a row failed; 2 for wrong usage; 3 for findings that --fail-on names.

    [bold]Examples[/bold]

    claimcheck check article.txt --facts facts.csv

    claimcheck check drafts/ --facts facts.parquet --fail-on contradicted --format github
    """
    checking.refuse_output_among([facts, *(inputs or ())])
    from claimcheck.checking.facts import check_documents, parse_facts  # noqa: PLC0415
    from claimcheck.cli.fact_tables import read_fact_rows  # noqa: PLC0415

    known = parse_facts(read_fact_rows(facts), str(facts), checking.messages.fail)
    checking.finish(check_documents(checking.read(inputs or ["-"]), known, str(facts)))
