"""The options that say what is written and where, for every command that writes claims; and the writing."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO, TypeVar, cast

import typer

from claimcheck.cli.terminal import AS_IT_IS, Screen, is_terminal, layout, paged, standard_output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcheck.checking.findings import Findings
    from claimcheck.choosing import Choice
    from claimcheck.cli.terminal import Colour, Messages
    from claimcheck.reading import Input
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

Result = TypeVar("Result")

AUTO = "auto"

_PANEL = "Output"
_SCREEN = "Screen"


def _complete_format(incomplete: str) -> list[str]:
    return [name for name in _format_names() if name.startswith(incomplete)]


def _complete_kind(incomplete: str) -> list[str]:
    from claimcheck.writing.kinds_table import kinds  # noqa: PLC0415 - `--help` does without it

    return [kind for kind in kinds() if kind.startswith(incomplete)]


FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        autocompletion=_complete_format,
        help="table, json, jsonl, csv, parquet, markdown, html, annotation, prodigy, docbin, github or "
        "sarif. [bold]auto[/bold] is what the extension of --output says; otherwise a table on a terminal, "
        "and JSON elsewhere.",
        rich_help_panel=_PANEL,
    ),
]


def report_format_option(formats: Sequence[str]) -> Any:
    """`--format` of a command that writes reports of its own, not claims; `formats` are their names."""
    return typer.Option(
        "--format",
        "-f",
        metavar="|".join((AUTO, *formats)),
        help="[bold]auto[/bold] is a table on a terminal, and JSON elsewhere.",
        rich_help_panel=_PANEL,
    )


def choose_report_format(name: str, formats: Sequence[str], output: Path | None) -> str:
    """The format that reports are written in; `typer.BadParameter` for one that there is not."""
    if name == AUTO:
        return "table" if output is None and is_terminal(sys.stdout) else "json"
    if name not in formats:
        raise typer.BadParameter(
            f"{name!r} is not one of {', '.join((AUTO, *formats))}", param_hint="--format"
        )
    return name


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE, which is replaced only when all is done.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
OutputDirOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Write a file per input, DIR/NAME.json; the files of a folder keep their sub-folders.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
DocumentsOption = Annotated[
    Path | None,
    typer.Option(
        "--documents",
        metavar="FILE",
        help="Write a record for every document too, also for those without claims and those that failed: "
        "id, source, words, language, number of claims, date. JSON Lines, or by its extension CSV or "
        "Parquet.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
KindOption = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="KIND",
        autocompletion=_complete_kind,
        help="Keep only claims of this kind; can be repeated. [bold]claimcheck kinds[/bold] lists them.",
        show_default=False,
        rich_help_panel=_PANEL,
    ),
]
WithTextOption = Annotated[
    bool,
    typer.Option(
        "--with-text",
        help="Put the text that was read into the record, for the offsets to point into.",
        rich_help_panel=_PANEL,
    ),
]
FullNamesOption = Annotated[
    bool,
    typer.Option(
        "--full-names",
        help="With --output-dir: keep the extension of the input, DIR/NAME.txt.json, so that NAME.txt and "
        "NAME.html can be in one folder.",
        rich_help_panel=_PANEL,
    ),
]
ResumeOption = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="With --output-dir: pass over inputs whose results are there from an earlier run with --resume "
        "and the same settings.",
        rich_help_panel=_PANEL,
    ),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="No progress bar. Errors are still reported.")
]


VerboseOption = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Say what became of each article, and how long it took."),
]
ColorOption = Annotated[
    str,
    typer.Option(
        metavar="auto|always|never",
        help="Colours in the table; [bold]auto[/bold] is on a terminal, unless NO_COLOR is set.",
        rich_help_panel=_SCREEN,
    ),
]
WidthOption = Annotated[
    int | None,
    typer.Option(
        min=20,
        metavar="COLUMNS",
        help="Width of the table; without it, that of the terminal.",
        show_default=False,
        rich_help_panel=_SCREEN,
    ),
]
PagerOption = Annotated[
    bool,
    typer.Option(
        "--pager/--no-pager",
        help="Show the table through CLAIMCHECK_PAGER, PAGER or less, with its colours.",
        rich_help_panel=_SCREEN,
    ),
]

_CHOICE = "Which claims"

TopOption = Annotated[
    int | None,
    typer.Option(
        "--top",
        "-n",
        min=1,
        metavar="N",
        help="Only the N claims with the highest scores of each article.",
        show_default=False,
        rich_help_panel=_CHOICE,
    ),
]
MinScoreOption = Annotated[
    float,
    typer.Option(
        min=0, max=1, metavar="SCORE", help="Only claims with at least this score.", rich_help_panel=_CHOICE
    ),
]
SortOption = Annotated[
    str,
    typer.Option(
        metavar="place|score", help="The order of the claims of an article.", rich_help_panel=_CHOICE
    ),
]
WhereOption = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="EXPR",
        help="Only claims whose record is so: [bold]'value.number > 1e6 and kind = money'[/bold], "
        "[bold]'text ~ tonnes'[/bold] (contains). Can be repeated.",
        show_default=False,
        rich_help_panel=_CHOICE,
    ),
]
SubjectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--subject",
        metavar="WORDS",
        help="Only claims about something whose name holds WORDS; can be repeated.",
        show_default=False,
        rich_help_panel=_CHOICE,
    ),
]
AttributedOption = Annotated[
    bool,
    typer.Option("--attributed", help="Only claims that somebody is named for.", rich_help_panel=_CHOICE),
]
ExplainOption = Annotated[
    bool,
    typer.Option(
        "--explain",
        help="In the table: the features that moved the score of each sentence most.",
        rich_help_panel=_SCREEN,
    ),
]
StatementsOption = Annotated[
    bool,
    typer.Option(
        "--statements",
        help="Find factual sentences that hold no other claim, too, as claims of the kind statement.",
        rich_help_panel=_CHOICE,
    ),
]
GroupOption = Annotated[
    str,
    typer.Option(
        "--group",
        metavar="sentence|claim",
        help="In the table: the claims of a sentence below it, with its line and score, or each claim within "
        "its sentence.",
        rich_help_panel=_SCREEN,
    ),
]


# What the user asked for


def make_choice(
    *,
    top: int | None,
    min_score: float,
    sort: str,
    where: Sequence[str] | None,
    subject: Sequence[str] | None,
    attributed: bool,
) -> Choice:
    """What the options say about the claims that are wanted."""
    from claimcheck.choosing import Choice, parse_conditions  # noqa: PLC0415 - `--help` does without it

    if sort not in ("place", "score"):
        raise typer.BadParameter(f"{sort!r} is not one of place, score", param_hint="--sort")
    try:
        conditions = tuple(condition for part in where or () for condition in parse_conditions(part))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--where") from None
    return Choice(
        top=top,
        min_score=min_score,
        sort="score" if sort == "score" else "place",
        subjects=tuple(subject or ()),
        attributed=attributed,
        conditions=conditions,
    )


def check_group(group: str) -> bool:
    """Whether the table is grouped by sentence."""
    if group not in ("sentence", "claim"):
        raise typer.BadParameter(f"{group!r} is not one of sentence, claim", param_hint="--group")
    return group == "sentence"


def make_screen(color: str, width: int | None, *, pager: bool) -> Screen:
    """What the options say about the screen."""
    if color not in ("auto", "always", "never"):
        raise typer.BadParameter(f"{color!r} is not one of auto, always, never", param_hint="--color")
    return Screen(cast("Colour", color), width, pager)


def _format_names() -> list[str]:
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - `--help` does without it

    return [AUTO, *WRITERS]


def choose_format(name: str, output: Path | None, output_dir: Path | None) -> str:
    """The name of the writer; `auto` looks at where the results go."""
    from claimcheck.writing import WRITERS, format_of  # noqa: PLC0415 - `--help` does without it

    if name not in _format_names():
        raise typer.BadParameter(
            f"{name!r} is not one of {', '.join(_format_names())}", param_hint="--format"
        )
    if output is not None and output_dir is not None:
        raise typer.BadParameter("--output and --output-dir exclude each other", param_hint="--output-dir")
    if name != AUTO:
        if output_dir is not None and WRITERS[name].suffix is None:
            raise typer.BadParameter(f"{name} is for one stream, not for files", param_hint="--output-dir")
        if WRITERS[name].is_binary and output is None and output_dir is None and is_terminal(sys.stdout):
            raise typer.BadParameter(f"{name} is not for a terminal: use --output", param_hint="--format")
        return name
    if output is not None:
        return format_of(output) or "json"
    return "table" if output_dir is None and is_terminal(sys.stdout) else "json"


def check_kinds(names: Sequence[str] | None) -> frozenset[str]:
    """The kinds asked for, all of them known; empty for every kind."""
    if not names:
        return frozenset()
    from claimcheck.writing.kinds_table import kinds as known_kinds  # noqa: PLC0415 - `--help` does without it

    known = known_kinds()
    for name in names:
        if name not in known:
            close = get_close_matches(name, known, n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(known)}{hint}", param_hint="--kind")
    return frozenset(names)


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
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder; use --output-dir", param_hint="--output")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
    refuse_overwriting([output], read, param_hint="--output")


def check_documents_file(
    documents: Path, found: Iterable[Input], output: Path | None, also_read: Iterable[Path]
) -> None:
    """Refuse a place for the records of documents that cannot be, or that is taken."""
    hint = "--documents"
    if documents.is_dir():
        raise typer.BadParameter(f"{documents} is a folder", param_hint=hint)
    if not documents.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {documents.parent}", param_hint=hint)
    if output is not None and output.resolve() == documents.resolve():
        raise typer.BadParameter(f"{documents} is where the claims go", param_hint=hint)
    read = [*(source.path for source in found if source.path is not None), *also_read]
    refuse_overwriting([documents], read, param_hint=hint)


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
