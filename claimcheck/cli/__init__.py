"""The command line. The only place that prints messages, and the only one that chooses an exit code.

A module per command, `inputs` for the options that say what is read, `outputs` for those
that say what is written, `configuring` for those in a file, `terminal` for what is shown.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator  # noqa: TC003
from contextlib import contextmanager
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from claimcheck.cli.briefing import brief
from claimcheck.cli.checking_facts import check
from claimcheck.cli.comparing import compare
from claimcheck.cli.configuring import set_defaults
from claimcheck.cli.differing import diff
from claimcheck.cli.explaining import explain
from claimcheck.cli.extracting import extract
from claimcheck.cli.grounding import ground
from claimcheck.cli.linting import lint
from claimcheck.cli.reading_quantities import quantities
from claimcheck.cli.reading_text import text
from claimcheck.cli.recording import ledger
from claimcheck.cli.reporting import report
from claimcheck.cli.serving import mcp, serve
from claimcheck.cli.terminal import (
    WRONG_USAGE,
    abandon_standard_output,
    ending_quietly,
    layout,
    say,
    set_help_styles,
    standard_output,
)
from claimcheck.errors import WritingError, reason
from claimcheck.version import __version__


class _WithPlainHelp:
    """Help that names no types of Python, in styles that can be read on any ground."""

    def get_params(self, ctx: Any) -> list[Any]:
        parameters: list[Any] = super().get_params(ctx)  # type: ignore[misc]  # of the command it is mixed into
        for parameter in parameters:
            if getattr(parameter, "is_flag", False):
                parameter.metavar = ""
            elif parameter.param_type_name == "argument":
                parameter.display_type_rich = _no_type
        return parameters

    def format_help(self, ctx: Any, formatter: Any) -> None:
        set_help_styles()
        super().format_help(ctx, formatter)  # type: ignore[misc]


def _no_type(ctx: Any) -> str:  # noqa: ARG001 - the signature that Typer calls
    """What stands for the type of an argument, whose name says it."""
    return ""


class _Command(_WithPlainHelp, TyperCommand):
    def __init__(self, *args: Any, help: str | None = None, **more: Any) -> None:  # noqa: A002 - as Typer calls it
        super().__init__(*args, help=_with_whole_paragraphs(help), **more)


def _with_whole_paragraphs(help_text: str | None) -> str | None:
    """A help text whose paragraphs are one line each, so that they break where the terminal is full."""
    if help_text is None:
        return None
    return "\n\n".join(" ".join(each.split()) for each in inspect.cleandoc(help_text).split("\n\n"))


class _Group(_WithPlainHelp, TyperGroup):
    def make_context(self, *args: Any, **more: Any) -> Any:
        with _telling_wrong_usage():
            return super().make_context(*args, **more)

    def invoke(self, ctx: Any) -> Any:
        with _telling_wrong_usage():
            return super().invoke(ctx)


_WrongUsage: Any = typer.BadParameter.__base__  # `UsageError`, which Typer exports from nowhere of its own


@contextmanager
def _telling_wrong_usage() -> Iterator[None]:
    """Tell wrong usage, which Typer would draw a panel for, on one line, as every other error is told."""
    try:
        yield
    except _WrongUsage as error:
        message = " ".join(error.format_message().split()).removesuffix(".")
        message = message.replace(": Value error,", ":")  # which Typer takes over from the checker of types
        command = error.ctx.command_path if error.ctx else "claimcheck"
        say(f"{message[0].lower()}{message[1:]}; {command} --help lists what there is")
        raise typer.Exit(WRONG_USAGE) from None


app = typer.Typer(
    name="claimcheck",
    cls=_Group,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {__version__} (claimcheck-nlp)")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def claimcheck(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Options from FILE. Without it: from the nearest claimcheck.toml, or pyproject.toml with a "
            "table tool.claimcheck, in this folder or one above.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Find the factual claims of English articles, as typed records that point at their exact words.

    [bold]claimcheck extract article.txt[/bold]  shows a table,
    [bold]claimcheck extract article.txt | jq .claims[/bold]  works on the JSON.
    """
    set_defaults(context, config)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


app.command(cls=_Command)(extract)
app.command(cls=_Command)(brief)
app.command(cls=_Command)(report)
app.command(cls=_Command)(lint)
app.command(cls=_Command)(ground)
app.command(cls=_Command)(compare)
app.command(cls=_Command)(diff)
app.command(cls=_Command)(check)
app.command(cls=_Command)(ledger)
app.command(cls=_Command)(quantities)
app.command(cls=_Command)(explain)
app.command(cls=_Command)(text)
app.command(cls=_Command)(mcp)
app.command(cls=_Command)(serve)


@app.command(cls=_Command)
def kinds() -> None:
    """List the kinds of claims, with an example of each."""
    from claimcheck.writing.kinds_table import write_kinds  # noqa: PLC0415 - `--help` does without it

    with ending_quietly(), standard_output(for_people=True) as out:
        write_kinds(out, layout(out, several=False))


@app.command(cls=_Command)
def schema(
    shape: Annotated[
        str,
        typer.Argument(
            metavar="document|documents|claim|quantities|findings|finding",
            help="What is described: the object for one input, the array for several, a line of JSON Lines, "
            "the object of quantities, that of a check, a line of its JSON Lines.",
        ),
    ] = "document",
) -> None:
    """Print the JSON Schema of the JSON output."""
    import json  # noqa: PLC0415

    from claimcheck.writing.json_schema import SHAPES, schema_of  # noqa: PLC0415 - `--help` does without it

    if shape not in SHAPES:
        raise typer.BadParameter(f"{shape!r} is not one of {', '.join(SHAPES)}", param_hint="SHAPE")
    with ending_quietly(), standard_output(for_people=False) as out:
        out.write(json.dumps(schema_of(shape), indent=2, ensure_ascii=False) + "\n")


def run() -> None:
    """Run the command line on the arguments of the process and exit."""
    with ending_quietly():
        try:
            app(prog_name="claimcheck")
        except BrokenPipeError:
            raise
        except OSError as error:  # `--help` and `--version` write by themselves
            abandon_standard_output()
            raise WritingError(f"standard output: {reason(error)}") from error
