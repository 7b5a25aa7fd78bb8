"""The options that every command that checks has, and what they come to."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.checking_inputs import read_checked
from claimcheck.cli.finding_outputs import (
    FailOnOption,
    FindingFormatOption,
    OnlyOption,
    check_finding_output,
    check_verdicts,
    choose_finding_format,
    exit_code_of,
    write_findings,
)
from claimcheck.cli.inputs import InputOptions
from claimcheck.cli.option_groups import AUTO, Only, OptionGroup
from claimcheck.cli.outputs import OutputOption, QuietOption
from claimcheck.cli.terminal import Messages, ending_quietly
from claimcheck.cli.working import Work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import NoReturn

    from claimcheck.checking.findings import Findings
    from claimcheck.result import Document


@dataclass(frozen=True, slots=True)
class Checking:
    """What the options of a command that checks come to.

    Attributes:
        work: how inputs are read and searched.
        format_name: the writer of the findings.
        output: where they go; None for standard output.
        shown: the verdicts that are shown; empty for all.
        failing: those that make the exit code 3.
        messages: where failures are told.
    """

    work: Work
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
        return read_checked(arguments, self.work, self.messages)

    def stop_without(self, *documents: Sequence[Document]) -> None:
        """End where there is nothing to check, or nothing to hold it against."""
        if not all(documents):
            raise typer.Exit(self.messages.exit_code or 1)

    def finish(self, findings: Findings) -> NoReturn:
        """Write the findings and end with the exit code that they call for."""
        write_findings(findings, self.format_name, self.output, self.shown)
        raise typer.Exit(exit_code_of(findings, self.failing, self.messages.exit_code))


READING = Only(
    "input_format",
    "encoding",
    "text_field",
    "date",
    "date_order",
    "language",
    "max_chars",
    "timeout",
    "model",
)
CheckedInputs = Annotated[InputOptions, READING]


@dataclass(frozen=True, slots=True)
class FindingOptions(OptionGroup):
    """Which findings are shown, where they go, and which of them make the exit code 3."""

    output_format: FindingFormatOption = AUTO
    output: OutputOption = None
    only: OnlyOption = None
    fail_on: FailOnOption = None
    quiet: QuietOption = False


@contextmanager
def checking(command: str, reading: InputOptions, showing: FindingOptions) -> Iterator[Checking]:
    """What the options of a command come to, checked before any work; what goes wrong in it ends on one line.

    Args:
        command: its name, by which its verdicts are known.
        reading: how inputs are read.
        showing: what becomes of the findings.
    """
    work = Work(
        options=reading.reading_options(), model=reading.model, with_text=True, timeout=reading.timeout
    )
    begun = Checking(
        work=work,
        format_name=choose_finding_format(showing.output_format, showing.output),
        output=showing.output,
        shown=check_verdicts(showing.only, command, "--only"),
        failing=check_verdicts(showing.fail_on, command, "--fail-on"),
        messages=Messages(quiet=showing.quiet),
    )
    with ending_quietly():
        yield begun
