"""The options that say what is written and where, for every command that writes claims; and the writing."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar, cast, get_args

import typer

from claimcheck.cli.choosing import KindOption
from claimcheck.cli.option_groups import AUTO, OptionGroup, check_choice, completing
from claimcheck.cli.terminal import AS_IT_IS, Colour, Screen, is_terminal, layout, paged, standard_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcheck.checking.findings import Findings
    from claimcheck.cli.terminal import Messages
    from claimcheck.reading import Input
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

Result = TypeVar("Result")


def report_format_option(formats: Sequence[str]) -> Any:
    """`--format` of a command that writes reports of its own, not claims; `formats` are their names."""
    return typer.Option(
        "--format",
        "-f",
        metavar="|".join((AUTO, *formats)),
        help="[bold]auto[/bold] is a table on a terminal, and JSON elsewhere.",
        rich_help_panel="Output",
    )


def choose_report_format(name: str, formats: Sequence[str], output: Path | None) -> str:
    """The format that reports are written in; `typer.BadParameter` for one that there is not."""
    if name == AUTO:
        return "table" if output is None and is_terminal(sys.stdout) else "json"
    check_choice(name, (AUTO, *formats), "--format")
    return name


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, which is replaced only when all is done.",
        show_default=False,
        rich_help_panel="Output",
    ),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress bar. Errors are still reported.")
]
_output = partial(typer.Option, rich_help_panel="Output")
_screen = partial(typer.Option, rich_help_panel="Screen")


def _format_names() -> list[str]:
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - `--help` does without it

    return [AUTO, *WRITERS]


@dataclass(frozen=True, slots=True)
class OutputOptions(OptionGroup):
    """What is written of the claims that are found, and where to."""

    output_format: Annotated[
        str,
        _output(
            "--format",
            "-f",
            metavar="NAME",
            autocompletion=completing(_format_names),
            help="table, json, jsonl, csv, parquet, markdown, html, annotation, prodigy, docbin, github or "
            "sarif. [bold]auto[/bold] is what the extension of --output says; otherwise a table on a "
            "terminal, and JSON elsewhere.",
        ),
    ] = AUTO
    output: OutputOption = None
    output_dir: Annotated[
        Path | None,
        _output(
            metavar="DIR",
            help="Write a file per input, DIR/NAME.json; the files of a folder keep their sub-folders.",
            show_default=False,
        ),
    ] = None
    documents: Annotated[
        Path | None,
        _output(
            "--documents",
            metavar="FILE",
            help="Write a record for every document too, also for those without claims and those that "
            "failed: id, source, words, language, number of claims, date. JSON Lines, or by its extension "
            "CSV or Parquet.",
            show_default=False,
        ),
    ] = None
    kind: KindOption = None
    with_text: Annotated[
        bool,
        _output(
            "--with-text", help="Put the text that was read into the record, for the offsets to point into."
        ),
    ] = False
    full_names: Annotated[
        bool,
        _output(
            "--full-names",
            help="With --output-dir: keep the extension of the input, DIR/NAME.txt.json, so that NAME.txt "
            "and NAME.html can be in one folder.",
        ),
    ] = False
    resume: Annotated[
        bool,
        _output(
            "--resume",
            help="With --output-dir: pass over inputs whose results are there from an earlier run with "
            "--resume and the same settings.",
        ),
    ] = False

    def format_name(self) -> str:
        """The name of the writer; `auto` looks at where the results go."""
        from claimcheck.writing import WRITERS, format_of  # noqa: PLC0415 - `--help` does without it

        check_choice(self.output_format, _format_names(), "--format")
        if self.output is not None and self.output_dir is not None:
            raise typer.BadParameter(
                "--output and --output-dir exclude each other", param_hint="--output-dir"
            )
        on_terminal = self.output is None and self.output_dir is None and is_terminal(sys.stdout)
        if self.output_format != AUTO:
            writer = WRITERS[self.output_format]
            if self.output_dir is not None and writer.suffix is None:
                raise typer.BadParameter(
                    f"{self.output_format} is for one stream, not for files", param_hint="--output-dir"
                )
            if writer.is_binary and on_terminal:
                raise typer.BadParameter(
                    f"{self.output_format} is not for a terminal: use --output", param_hint="--format"
                )
            return self.output_format
        if self.output is not None:
            return format_of(self.output) or "json"
        return "table" if on_terminal else "json"

    def check_together(self) -> None:
        """Refuse options that do not go with each other."""
        if self.resume and self.output_dir is None:
            raise typer.BadParameter("it goes with --output-dir", param_hint="--resume")
        if self.resume and self.documents is not None:
            raise typer.BadParameter(
                "it does not go with --resume, which reads no input twice", param_hint="--documents"
            )
        if self.full_names and self.output_dir is None:
            raise typer.BadParameter("it goes with --output-dir", param_hint="--full-names")

    def check_places(self, found: Sequence[Input], also_read: Iterable[Path]) -> None:
        """Refuse, before any work, places that cannot be written to or that hold what is read."""
        check_outputs(found, self.output, self.output_dir, also_read)
        if self.documents is not None:
            check_documents_file(self.documents, found, self.output, also_read)


@dataclass(frozen=True, slots=True)
class ScreenOptions(OptionGroup):
    """How the table looks."""

    group: Annotated[
        str,
        _screen(
            "--group",
            metavar="sentence|claim",
            help="In the table: the claims of a sentence below it, with its line and score, or each claim "
            "within its sentence.",
        ),
    ] = "sentence"
    explain: Annotated[
        bool,
        _screen("--explain", help="In the table: the features that moved the score of each sentence most."),
    ] = False
    color: Annotated[
        str,
        _screen(
            metavar="auto|always|never",
            help="Colours in the table; [bold]auto[/bold] is on a terminal, unless NO_COLOR is set.",
        ),
    ] = AUTO
    width: Annotated[
        int | None,
        _screen(
            min=20,
            metavar="COLUMNS",
            help="Width of the table; without it, that of the terminal.",
            show_default=False,
        ),
    ] = None
    pager: Annotated[
        bool,
        _screen(
            "--pager/--no-pager",
            help="Show the table through CLAIMCHECK_PAGER, PAGER or less, with its colours.",
        ),
    ] = False

    def check(self) -> None:
        """Refuse what cannot be."""
        check_choice(self.group, ("sentence", "claim"), "--group")
        check_choice(self.color, get_args(Colour), "--color")

    @property
    def is_grouped(self) -> bool:
        """Whether the table is grouped by sentence."""
        return self.group == "sentence"

    @property
    def screen(self) -> Screen:
        """What they say of the screen itself."""
        return Screen(cast("Colour", self.color), self.width, self.pager)


def check_outputs(
    found: Iterable[Input], output: Path | None, output_dir: Path | None, also_read: Iterable[Path] = ()
) -> None:
    """Refuse, before any work, an output that cannot be or that would replace what is read.

    `ResultFolder` knows the files of `output_dir`, and does so for them.
    """
    if output_dir is not None and output_dir.exists() and not output_dir.is_dir():
        raise typer.BadParameter(f"{output_dir} is not a folder", param_hint="--output-dir")
    read = [*(source.path for source in found if source.path is not None), *also_read]
    if output_dir is not None:
        return
    if output is None or str(output) == "-":
        _refuse_standard_output_among(read)
        return
    refuse_no_file(output, "--output", "; use --output-dir")
    refuse_overwriting([output], read, param_hint="--output")


def check_documents_file(
    documents: Path, found: Iterable[Input], output: Path | None, also_read: Iterable[Path]
) -> None:
    """Refuse a place for the records of documents that cannot be, or that is taken."""
    hint = "--documents"
    refuse_no_file(documents, hint)
    if output is not None and output.resolve() == documents.resolve():
        raise typer.BadParameter(f"{documents} is where the claims go", param_hint=hint)
    read = [*(source.path for source in found if source.path is not None), *also_read]
    refuse_overwriting([documents], read, param_hint=hint)


def refuse_no_file(path: Path, param_hint: str, remedy: str = "") -> None:
    """Refuse a path to write to that is a folder, or that is in none."""
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder{remedy}", param_hint=param_hint)
    if not path.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {path.parent}", param_hint=param_hint)


def refuse_overwriting(targets: Iterable[Path], read: Iterable[Path], *, param_hint: str) -> None:
    """Refuse targets that are a file that is read, by whatever name: a link, or `A.TXT` for `a.txt`."""
    from claimcheck.writing.files import identity  # noqa: PLC0415 - `--help` does without it

    taken: dict[tuple[int, int], Path] = {}
    for path in read:
        with suppress(OSError):  # it is not there, which reading it will tell
            if path.is_file():
                taken.setdefault(identity(path), path)
    if not taken:
        return
    for target in targets:
        with suppress(OSError):
            known = taken.get(identity(target))
            if known is not None:
                name = "" if known == target else f", {known}"
                raise typer.BadParameter(f"{target} is also an input{name}", param_hint=param_hint)


def _refuse_standard_output_among(read: Iterable[Path]) -> None:
    """Refuse `claimcheck extract a.jsonl >> a.jsonl`, which would read what it writes."""
    try:
        found = os.fstat(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):  # it is closed, or no file
        return
    if not stat.S_ISREG(found.st_mode):
        return
    for path in read:
        with suppress(OSError):
            if os.path.samestat(path.stat(), found):
                raise typer.BadParameter(f"standard output goes to {path}, which is read", param_hint="INPUT")


# The work


def write_all(
    documents: Iterator[Document],
    format_name: str,
    output: Path | None,
    messages: Messages,
    *,
    several: bool,
    screen: Screen = AS_IT_IS,
    grouped: bool = False,
    explained: bool = False,
    kept_fields: tuple[str, ...] = (),
    verdicts: Mapping[str, Mapping[str, str]] | None = None,
    findings: tuple[Findings, ...] = (),
) -> None:
    """All results as one stream, in a format of claims; see `write_stream`."""
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - `--help` does without it

    writer = WRITERS[format_name]
    for_people = writer.is_for_people

    def write(results: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
        how = replace(
            options,
            grouped=grouped,
            explained=explained,
            kept_fields=kept_fields,
            verdicts=verdicts,
            findings=findings,
        )
        writer.write(results, out, how)

    write_stream(documents, write, output, messages, several=several, for_people=for_people, screen=screen)


def write_stream(
    results: Iterator[Result],
    write: Callable[[Iterable[Result], TextIO, WritingOptions], None],
    output: Path | None,
    messages: Messages,
    *,
    several: bool,
    for_people: bool,
    screen: Screen = AS_IT_IS,
) -> None:
    """All results as one stream. Where there is none, nothing is written and no file is touched.

    One of several that cannot be written is reported and left out; of one alone nothing is written.
    """
    from claimcheck.writing.files import open_output, remove_unfinished  # noqa: PLC0415

    first = next(results, None)
    if first is None:
        return
    to_screen = output is None or str(output) == "-"
    if output is None or str(output) == "-":
        opened = standard_output(for_people=for_people)
    else:
        remove_unfinished(output.parent)
        opened = open_output(output)
    with opened as out:
        laid_out = layout(out, several=several, screen=screen)
        how = replace(laid_out, on_failure=messages.fail if several else None)
        with paged(out, wanted=screen.paged and to_screen and for_people) as shown:
            write(chain([first], results), shown, how)
