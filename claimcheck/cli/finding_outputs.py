"""The options of commands that check: what is shown, where it goes, and what makes the exit code 3."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.option_groups import AUTO, check_choice, completing
from claimcheck.cli.outputs import refuse_no_file, refuse_overwriting
from claimcheck.cli.terminal import is_terminal, layout, standard_output

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.checking.findings import Findings

FOUND = 3
"""Exit code where a finding is one of those that `--fail-on` names."""

ANY = "finding"
"""Stands for every verdict that somebody should look at."""


def _format_names() -> list[str]:
    from claimcheck.writing.of_findings import FINDING_WRITERS  # noqa: PLC0415 - `--help` does without it

    return [AUTO, *FINDING_WRITERS]


FindingFormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        autocompletion=completing(_format_names),
        help="table, json, jsonl, html, sarif or github. [bold]auto[/bold] is what the extension of --output "
        "says; otherwise a table on a terminal, and JSON elsewhere.",
        rich_help_panel="Output",
    ),
]
FailOnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="VERDICT[,VERDICT]",
        help="Exit with 3 if there is a finding with such a verdict; [bold]finding[/bold] stands for all "
        "that somebody should look at. Can be repeated.",
        show_default=False,
        rich_help_panel="Output",
    ),
]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="VERDICT[,VERDICT]",
        help="Show only findings with such a verdict, or [bold]finding[/bold]; all are counted. Can be "
        "repeated.",
        show_default=False,
        rich_help_panel="Output",
    ),
]


def choose_finding_format(name: str, output: Path | None) -> str:
    """The name of the writer; `auto` looks at where the findings go."""
    from claimcheck.writing.of_findings import FINDING_WRITERS  # noqa: PLC0415 - `--help` does without it

    check_choice(name, _format_names(), "--format")
    if name != AUTO:
        return name
    if output is not None:
        suffix = output.suffix.lower()
        return next((n for n, writer in FINDING_WRITERS.items() if writer.suffix == suffix), "json")
    return "table" if is_terminal(sys.stdout) else "json"


def check_verdicts(given: Sequence[str] | None, command: str, option: str) -> frozenset[str]:
    """The verdicts that an option names, spelt with hyphens or underscores; all of them the command's own."""
    from claimcheck.checking.findings import LEVELS, VERDICTS_OF  # noqa: PLC0415 - `--help` does without it

    known = VERDICTS_OF[command]
    wanted: set[str] = set()
    for name in (part.strip() for item in given or () for part in item.split(",")):
        verdict = name.replace("-", "_")
        if verdict == ANY:
            wanted.update(v for v in known if LEVELS[v] != "none")
        elif verdict in known:
            wanted.add(verdict)
        else:
            names = ", ".join(v.replace("_", "-") for v in (*known, ANY))
            raise typer.BadParameter(f"{name!r} is not one of {names}", param_hint=option)
    return frozenset(wanted)


def check_finding_output(output: Path | None, read: Iterable[str | Path | None]) -> None:
    """Refuse, before any work, an output that cannot be or that would replace a file that is read."""
    if output is None or str(output) == "-":
        return
    refuse_no_file(output, "--output")
    given = [Path(path) for path in read if path is not None]
    files = [file for path in given for file in (path.rglob("*") if path.is_dir() else [path])]
    refuse_overwriting([output], files, param_hint="--output")


def write_findings(
    findings: Findings, format_name: str, output: Path | None, only: frozenset[str] = frozenset()
) -> None:
    """Write the findings, or those with the verdicts in `only`, to a file or to standard output."""
    from claimcheck.writing.files import open_output  # noqa: PLC0415
    from claimcheck.writing.of_findings import FINDING_WRITERS  # noqa: PLC0415

    if only:
        kept = tuple(finding for finding in findings.findings if finding.verdict in only)
        findings = findings.model_copy(update={"findings": kept})
    writer = FINDING_WRITERS[format_name]
    with (
        standard_output(for_people=writer.is_for_people)
        if output is None or str(output) == "-"
        else open_output(output)
    ) as out:
        writer.write(findings, out, layout(out, several=False))


def exit_code_of(findings: Findings, fail_on: frozenset[str], failed: int) -> int:
    """3 for findings that `--fail-on` names; otherwise that of the inputs that failed."""
    if any(findings.counts.get(verdict) for verdict in fail_on):
        return FOUND
    return failed
