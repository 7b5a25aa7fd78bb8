"""The options that every command that checks has, in one place, and what they come to.

A command takes what is its own and a `Checking`; `with_checking_options` gives it the other options, in its
signature and in `--help`, and turns them into that object.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, get_type_hints

import typer

from claimcheck.cli.checking_inputs import read_checked
from claimcheck.cli.extracting import ModelOption, TimeoutOption  # noqa: TC001 - Typer reads the annotations
from claimcheck.cli.finding_outputs import (
    AUTO,
    FailOnOption,
    FindingFormatOption,
    OnlyOption,
    check_finding_output,
    check_verdicts,
    choose_finding_format,
    exit_code_of,
    write_findings,
)
from claimcheck.cli.inputs import (
    DateOption,
    DateOrderOption,
    EncodingOption,
    InputFormatOption,
    LanguageOption,
    MaxCharsOption,
    TextFieldOption,
    make_reading_options,
)
from claimcheck.cli.outputs import OutputOption, QuietOption  # noqa: TC001 - Typer reads them
from claimcheck.cli.terminal import Messages, ending_quietly

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import NoReturn

    from claimcheck.checking.findings import Findings
    from claimcheck.reading import ReadingOptions
    from claimcheck.result import Document

_READING = ("input_format", "encoding", "text_field", "date", "date_order", "language", "max_chars")


@dataclass(frozen=True, slots=True)
class Checking:
    """What the options of a command that checks come to.

    Attributes:
        options: how inputs are read.
        model: the spaCy pipeline; None for the bundled one.
        timeout: seconds that an article may take; None for no limit.
        format_name: the writer of the findings.
        output: where they go; None for standard output.
        shown: the verdicts that are shown; empty for all.
        failing: those that make the exit code 3.
        messages: where failures are told.
    """

    options: ReadingOptions
    model: str | None
    timeout: float | None
    format_name: str
    output: Path | None
    shown: frozenset[str]
    failing: frozenset[str]
    messages: Messages

    def refuse_output_among(self, read: Iterable[str | Path | None]) -> None:
        """Refuse an output that cannot be, or that would replace a file that is read."""
        check_finding_output(self.output, read)

    def read(self, arguments: Sequence[str]) -> Iterator[Document]:
        """The records of inputs; those that fail are told of and left out."""
        return read_checked(arguments, self.options, self.model, self.messages, timeout=self.timeout)

    def stop_without(self, *documents: Sequence[Document]) -> None:
        """End where there is nothing to check, or nothing to hold it against."""
        if not all(documents):
            raise typer.Exit(self.messages.exit_code or 1)

    def finish(self, findings: Findings) -> NoReturn:
        """Write the findings and end with the exit code that they call for."""
        write_findings(findings, self.format_name, self.output, self.shown)
        raise typer.Exit(exit_code_of(findings, self.failing, self.messages.exit_code))


def _shared(
    input_format: InputFormatOption = AUTO,
    encoding: EncodingOption = None,
    text_field: TextFieldOption = None,
    date: DateOption = None,
    date_order: DateOrderOption = None,
    language: LanguageOption = None,
    max_chars: MaxCharsOption = None,
    timeout: TimeoutOption = None,
    model: ModelOption = None,
    output_format: FindingFormatOption = AUTO,
    output: OutputOption = None,
    only: OnlyOption = None,
    fail_on: FailOnOption = None,
    quiet: QuietOption = False,
) -> None:
    """The options themselves."""


def with_checking_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the shared options behind its own; its parameter `checking` is what they come to.

    The name of the function is that of the command, by which its verdicts are known.
    """
    own = [p for p in inspect.signature(command).parameters.values() if p.name != "checking"]
    shared = list(inspect.signature(_shared).parameters.values())
    name = command.__name__

    def run(**given: Any) -> None:
        values = {p.name: given.pop(p.name) for p in shared}
        checking = Checking(
            options=make_reading_options(**{option: values[option] for option in _READING}),
            model=values["model"],
            timeout=values["timeout"],
            format_name=choose_finding_format(values["output_format"], values["output"]),
            output=values["output"],
            shown=check_verdicts(values["only"], name, "--only"),
            failing=check_verdicts(values["fail_on"], name, "--fail-on"),
            messages=Messages(quiet=values["quiet"]),
        )
        with ending_quietly():
            command(**given, checking=checking)

    update_wrapper(run, command)
    del run.__wrapped__  # type: ignore[attr-defined]  # Typer would look through to the function without options
    hints = {**get_type_hints(_shared, include_extras=True), **get_type_hints(command, include_extras=True)}
    parameters = [
        p.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=hints[p.name]) for p in (*own, *shared)
    ]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run
