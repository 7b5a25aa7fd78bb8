"""`claimcheck report`: the review sheet of articles."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.choosing import check_kinds
from claimcheck.cli.inputs import InputOptions, InputsArgument, RuleOptions, find_all
from claimcheck.cli.option_groups import Only, with_option_groups
from claimcheck.cli.outputs import OutputOptions, QuietOption, write_all
from claimcheck.cli.terminal import Messages, ending_quietly, is_terminal
from claimcheck.cli.working import JobsOption, Work, check_jobs, find_documents
from claimcheck.errors import reason

if TYPE_CHECKING:
    from claimcheck.checking.findings import Findings

FORMAT = "html"

PreviousOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Verdicts that an earlier page saved as JSON; the new one asks about the claims without one.",
        show_default=False,
        rich_help_panel="Input",
    ),
]
FindingsOption = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="JSON that [bold]ground[/bold], [bold]compare[/bold], [bold]check[/bold] or [bold]diff[/bold] "
        "wrote: what they found stands above the texts that it was found in. Can be repeated.",
        show_default=False,
        rich_help_panel="Input",
    ),
]


READING = Only(
    "input_format",
    "glob",
    "encoding",
    "text_field",
    "id_field",
    "date_field",
    "date",
    "date_order",
    "language",
    "max_chars",
    "timeout",
    "currency",
    "decimal",
    "unit_system",
    "model",
)


@with_option_groups
def report(
    inputs: InputsArgument = None,
    *,
    reading: Annotated[InputOptions, READING],
    rules: RuleOptions,
    writing: Annotated[OutputOptions, Only("output", "kind")],
    previous: PreviousOption = None,
    findings: FindingsOption = None,
    jobs: JobsOption = "1",
    quiet: QuietOption = False,
) -> None:
    """Make a review sheet: one HTML file with the articles, their claims marked, and a table to check.

    The file needs no network and no other file. Press ? in it for its keys. Each claim can be judged there:
    right, wrong or in need of a source, with a note and a link. Verdicts stay in the browser and are saved as
    JSON or CSV. With --previous the page knows what was judged before and asks about the other claims.

    [bold]Examples[/bold]

    claimcheck report article.txt -o review.html

    claimcheck report article-2.txt --previous verdicts.json -o review.html

    claimcheck report answer.txt --findings ground.json -o review.html

    claimcheck report drafts/ --kind money --kind change -o figures.html
    """
    options = reading.reading_options()
    if writing.output is None and is_terminal(sys.stdout):
        raise typer.BadParameter("say where to: --output review.html", param_hint="--output")
    work = Work(
        options=options,
        model=reading.model,
        own_rules=rules.load(),
        kinds=check_kinds(writing.kind),
        with_text=True,
        jobs=check_jobs(jobs),
        timeout=reading.timeout,
    )
    verdicts = None if previous is None else read_verdicts(previous)
    checks = tuple(read_findings(path) for path in findings or ())
    with ending_quietly():
        messages = Messages(quiet=quiet)
        found, several = find_all(inputs, reading.glob, options, messages.fail)
        writing.check_places(found, rules.files)
        claims = (document for _, document in find_documents(found, work, messages))
        write_all(
            claims, FORMAT, writing.output, messages, several=several, verdicts=verdicts, findings=checks
        )
        raise typer.Exit(messages.exit_code)


def read_findings(path: Path) -> Findings:
    """What a command that checks wrote as JSON."""
    from pydantic import ValidationError  # noqa: PLC0415 - `--help` does without it

    from claimcheck.checking.findings import Findings  # noqa: PLC0415

    hint = "--findings"
    try:
        return Findings.model_validate_json(path.read_bytes())
    except OSError as error:
        raise typer.BadParameter(f"{path}: {reason(error)}", param_hint=hint) from None
    except ValidationError:
        raise typer.BadParameter(f"{path} is not JSON of a command that checks", param_hint=hint) from None


def read_verdicts(path: Path) -> dict[str, dict[str, str]]:
    """The verdicts in a file that a review sheet saved, by claim id: `verdict`, `note`, `link`."""
    hint = "--previous"
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise typer.BadParameter(f"{path}: {reason(error)}", param_hint=hint) from None
    except ValueError:
        raise typer.BadParameter(f"{path} is not JSON", param_hint=hint) from None
    if not isinstance(content, dict) or not all(isinstance(one, dict) for one in content.values()):
        raise typer.BadParameter(f"{path} is not what a review sheet saves", param_hint=hint)
    fields = ("verdict", "note", "link")
    return {
        claim: {name: one[name] for name in fields if isinstance(one.get(name), str) and one[name]}
        for claim, one in content.items()
    }
