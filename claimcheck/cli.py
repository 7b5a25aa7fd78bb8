"""The command line. The only place that prints messages, and the only one that chooses an exit code."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager, nullcontext, suppress
from itertools import chain
from pathlib import Path  # noqa: TC003 - Typer reads the annotations
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from claimcheck.errors import ClaimcheckError, PipelineError, ReadingError, WritingError
from claimcheck.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.progress import Progress

    from claimcheck.reading import Input, ReadingOptions
    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

FAILED = 1
INTERRUPTED = 130  # 128 + SIGINT, as shells report it

LARGE_INPUT_BYTES = 1_000_000
"""From this size on, one input alone takes long enough for a progress bar."""

AUTO = "auto"

app = typer.Typer(
    name="claimcheck",
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def claimcheck(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Find the factual claims of English articles, as typed records that point at their exact words.

    [bold]claimcheck extract article.txt[/bold]  shows a table,
    [bold]claimcheck extract article.txt | jq .claims[/bold]  works on the JSON.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _complete_format(incomplete: str) -> list[str]:
    return [name for name in _format_names() if name.startswith(incomplete)]


def _complete_kind(incomplete: str) -> list[str]:
    from claimcheck.writing.kinds_table import kinds  # noqa: PLC0415 - see _documents

    return [kind for kind in kinds() if kind.startswith(incomplete)]


@app.command()
def extract(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT",
            help="Text files; folders, which stand for the *.txt below them; [bold]-[/bold] for standard "
            "input, which is also read if no INPUT is given and it is a pipe.",
            show_default=False,
        ),
    ] = None,
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="auto|table|json|jsonl|csv",
            autocompletion=_complete_format,
            help="[bold]auto[/bold] is what the extension of --output says; otherwise a table on a terminal, "
            "and JSON elsewhere.",
            rich_help_panel="Output",
        ),
    ] = AUTO,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write to FILE, which is replaced only when all is done.",
            show_default=False,
            rich_help_panel="Output",
        ),
    ] = None,
    output_dir: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Write a file per input, DIR/NAME.json; the files of a folder keep their sub-folders.",
            show_default=False,
            rich_help_panel="Output",
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            "-k",
            metavar="KIND",
            autocompletion=_complete_kind,
            help="Keep only claims of this kind; can be repeated. [bold]claimcheck kinds[/bold] lists them.",
            show_default=False,
            rich_help_panel="Output",
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The spaCy pipeline: the name of an installed one, or a path.",
            show_default=False,
            rich_help_panel="Input",
        ),
    ] = None,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Encoding of the inputs, such as cp1252. Without it: that of the byte-order mark, or UTF-8.",
            show_default=False,
            rich_help_panel="Input",
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar. Errors are still reported.")
    ] = False,
) -> None:
    """Print the claims of articles.

    Exit code 0; 1 if an input failed (the others are processed); 2 for wrong usage.

    [bold]Examples[/bold]

    claimcheck extract article.txt

    claimcheck extract articles/ --format csv --output claims.csv

    claimcheck extract articles/ --output-dir claims/ --kind money

    curl -s https://example.org/post.txt | claimcheck extract --format jsonl
    """
    from claimcheck.reading import ReadingOptions, find_inputs, known_suffixes  # noqa: PLC0415 - see _documents
    from claimcheck.reading.decoding import is_text_encoding  # noqa: PLC0415

    arguments = inputs or _standard_input_if_piped()
    format_name = _choose_format(output_format, output, output_dir)
    if encoding is not None and not is_text_encoding(encoding):
        raise typer.BadParameter(f"no encoding is called {encoding!r}", param_hint="--encoding")
    wanted = _check_kinds(kind)
    with _ending_quietly():
        console = _Messages(quiet=quiet)
        found = [
            found for argument in arguments for found in find_inputs(argument, known_suffixes(), console.fail)
        ]
        _check_outputs(found, output, output_dir)
        several = len(arguments) > 1 or any(os.path.isdir(argument) for argument in arguments)  # noqa: PTH112
        results = _documents(found, ReadingOptions(encoding), model, console)
        if wanted:
            results = ((source, _only(document, wanted)) for source, document in results)
        if output_dir is not None:
            _write_each(results, format_name, output_dir, console)
        else:
            _write_all((document for _, document in results), format_name, output, several=several)
        raise typer.Exit(console.exit_code)


@app.command()
def kinds() -> None:
    """List the kinds of claims, with an example of each."""
    from claimcheck.writing.kinds_table import write_kinds  # noqa: PLC0415 - see _documents

    with _ending_quietly(), _standard_output(for_people=True) as out:
        write_kinds(out, _layout(out, several=False))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the JSON output.

    It describes the object that one input gives; several inputs give an array of such objects.
    """
    import json  # noqa: PLC0415

    from claimcheck.writing.json_schema import document_schema  # noqa: PLC0415 - see _documents

    with _ending_quietly(), _standard_output(for_people=False) as out:
        out.write(json.dumps(document_schema(), indent=2, ensure_ascii=False) + "\n")


def run() -> None:
    """Run the command line on the arguments of the process and exit."""
    with _ending_quietly():
        try:
            app(prog_name="claimcheck")
        except BrokenPipeError:
            raise
        except OSError as error:  # `--help` and `--version` write by themselves
            _abandon_standard_output()
            raise WritingError(f"standard output: {error.strerror or error}") from error


# What the user asked for


def _standard_input_if_piped() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise typer.BadParameter("give a file, a folder, or - for standard input", param_hint="INPUT")
    return ["-"]


def _format_names() -> list[str]:
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - see _documents

    return [AUTO, *WRITERS]


def _choose_format(name: str, output: Path | None, output_dir: Path | None) -> str:
    """The name of the writer; `auto` looks at where the results go."""
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - see _documents

    if name not in _format_names():
        raise typer.BadParameter(
            f"{name!r} is not one of {', '.join(_format_names())}", param_hint="--format"
        )
    if output is not None and output_dir is not None:
        raise typer.BadParameter("--output and --output-dir exclude each other", param_hint="--output-dir")
    if name != AUTO:
        if output_dir is not None and WRITERS[name].suffix is None:
            raise typer.BadParameter(f"{name} is for one stream, not for files", param_hint="--output-dir")
        return name
    if output is not None:
        by_suffix = {writer.suffix: name for name, writer in WRITERS.items() if writer.suffix}
        return by_suffix.get(output.suffix.lower(), "json")
    return "table" if output_dir is None and _is_terminal(sys.stdout) else "json"


def _check_kinds(names: Sequence[str] | None) -> frozenset[str]:
    if not names:
        return frozenset()
    from claimcheck.writing.kinds_table import kinds as known_kinds  # noqa: PLC0415 - see _documents

    known = known_kinds()
    for name in names:
        if name not in known:
            raise typer.BadParameter(f"{name!r} is not one of {', '.join(known)}", param_hint="--kind")
    return frozenset(names)


def _check_outputs(found: Iterable[Input], output: Path | None, output_dir: Path | None) -> None:
    """Refuse, before any work, an output that cannot be or that would replace an input."""
    if output_dir is not None and output_dir.exists() and not output_dir.is_dir():
        raise typer.BadParameter(f"{output_dir} is not a folder", param_hint="--output-dir")
    if output is None:
        return
    if output.is_dir():
        raise typer.BadParameter(f"{output} is a folder; use --output-dir", param_hint="--output")
    if not output.parent.is_dir():
        raise typer.BadParameter(f"there is no folder {output.parent}", param_hint="--output")
    if output.is_file():
        for source in found:
            if source.path is not None and source.path.exists() and source.path.samefile(output):
                raise typer.BadParameter(f"{output} is also an input", param_hint="--output")


# The work


def _documents(
    found: Sequence[Input], options: ReadingOptions, model: str | None, console: _Messages
) -> Iterator[tuple[Input, Document]]:
    """The result of each input that can be read, in order; the others are reported.

    spaCy and all that rests on it is imported here, when there is something to extract from: neither
    `--help` nor a list of missing files waits for it.
    """
    from claimcheck.reading import read_articles  # noqa: PLC0415

    is_long = len(found) > 1 or any(source.size() >= LARGE_INPUT_BYTES for source in found)
    with console.progress(found) if is_long else nullcontext(_NoBar()) as bar:
        for source in found:
            bar.start(source)
            try:
                for article in read_articles(source, options):
                    from claimcheck.pipeline import extract_article  # noqa: PLC0415
                    from claimcheck.tagging.pipelines import load_pipeline  # noqa: PLC0415

                    document = extract_article(article, load_pipeline(model))
                    bar.pause()
                    yield source, document
                    bar.resume()
            except ReadingError as error:
                console.fail(error)
            bar.finish(source)


def _only(document: Document, kinds: frozenset[str]) -> Document:
    claims = tuple(claim for claim in document.claims if claim.kind in kinds)
    return document.model_copy(update={"claims": claims})


def _write_all(
    documents: Iterator[Document], format_name: str, output: Path | None, *, several: bool
) -> None:
    """All results as one stream. Where there is none, nothing is written and no file is touched."""
    from claimcheck.writing import WRITERS  # noqa: PLC0415 - see _documents
    from claimcheck.writing.files import open_output  # noqa: PLC0415

    first = next(documents, None)
    if first is None:
        return
    writer = WRITERS[format_name]
    with (
        _standard_output(for_people=writer.suffix is None)
        if output is None or str(output) == "-"
        else open_output(output)
    ) as out:
        writer.write(chain([first], documents), out, _layout(out, several=several))


def _write_each(
    results: Iterable[tuple[Input, Document]], format_name: str, folder: Path, console: _Messages
) -> None:
    """Each result as a file below `folder`, under the path of its input."""
    from claimcheck.reading import known_suffixes  # noqa: PLC0415 - see _documents
    from claimcheck.writing import WRITERS, WritingOptions  # noqa: PLC0415
    from claimcheck.writing.files import open_output  # noqa: PLC0415

    writer = WRITERS[format_name]
    assert writer.suffix is not None
    written: dict[Path, Input] = {}
    for source, document in results:
        is_known = source.place.suffix.lower() in known_suffixes()
        name = source.place.stem if is_known else source.place.name
        target = folder / source.place.with_name(name + writer.suffix)
        earlier = written.setdefault(target, source)
        if earlier is not source:
            console.fail(ReadingError(f"{source.source}: {target} holds the claims of {earlier.source}"))
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WritingError(f"{target.parent}: {error.strerror or error}") from error
        with open_output(target) as out:
            writer.write([document], out, WritingOptions())


# The terminal


class _NoBar:
    """Stands for the progress bar where none is wanted."""

    def start(self, source: Input) -> None:
        """Say that `source` is next."""

    def pause(self) -> None:
        """Leave the screen to the results."""

    def resume(self) -> None:
        """Come back."""

    def finish(self, source: Input) -> None:
        """Say that `source` is done."""


class _Bar(_NoBar):
    """A progress bar on standard error. It counts bytes; one input alone just shows life."""

    def __init__(self, progress: Progress, found: Sequence[Input]) -> None:
        self.progress = progress
        self.shares_screen = _is_terminal(sys.stdout)
        total = sum(map(self._weight, found)) if len(found) > 1 else None
        self.task = progress.add_task("", total=total)

    @staticmethod
    def _weight(source: Input) -> int:
        return max(source.size(), 1)

    def start(self, source: Input) -> None:
        from claimcheck.writing.terminal_text import shown  # noqa: PLC0415 - see _documents

        self.progress.update(self.task, description=shown(source.source)[-40:])

    def pause(self) -> None:
        if self.shares_screen:
            self.progress.stop()

    def resume(self) -> None:
        if self.shares_screen:
            self.progress.start()

    def finish(self, source: Input) -> None:
        self.progress.advance(self.task, self._weight(source))


class _Messages:
    """What goes to standard error, and the exit code that follows from it."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.exit_code = 0
        self._progress: Progress | None = None

    def fail(self, error: ClaimcheckError) -> None:
        """Report an input that failed, on one line."""
        self.exit_code = FAILED
        if self._progress is not None:  # a line that is written past the bar would be overwritten
            self._progress.stop()
        _print_error(error)
        if self._progress is not None:
            self._progress.start()

    @contextmanager
    def progress(self, found: Sequence[Input]) -> Iterator[_NoBar]:
        """A progress bar, if standard error is a terminal and the user did not ask for quiet."""
        if self.quiet or not _is_terminal(sys.stderr):
            yield _NoBar()
            return
        from rich.console import Console  # noqa: PLC0415 - see _documents
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        try:
            with self._progress:
                yield _Bar(self._progress, found)
        finally:
            self._progress = None


def _print_error(error: ClaimcheckError) -> None:
    from claimcheck.writing.terminal_text import shown  # noqa: PLC0415 - see _documents

    typer.echo(f"claimcheck: {shown(str(error))}", err=True)


@contextmanager
def _ending_quietly() -> Iterator[None]:
    """Turn what can go wrong outside of single inputs into one line, or none, and an exit code."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # the reader has what it wanted: `| head`
        _abandon_standard_output()
        sys.exit(0)
    except PipelineError as error:
        raise typer.BadParameter(str(error), param_hint="--model") from error
    except ClaimcheckError as error:
        _print_error(error)
        sys.exit(FAILED)


@contextmanager
def _standard_output(*, for_people: bool) -> Iterator[TextIO]:
    """Standard output, UTF-8 and byte for byte for programs, in the terminal's own encoding for people."""
    out = sys.stdout
    if out is None:
        raise WritingError("standard output is closed")
    if isinstance(out, io.TextIOWrapper):
        if for_people:
            out.reconfigure(errors="replace")
        else:
            out.reconfigure(encoding="utf-8", errors="strict", newline="")
    try:
        yield out
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _abandon_standard_output()
        raise WritingError(f"standard output: {error.strerror or error}") from error


def _abandon_standard_output() -> None:
    """Keep the interpreter from writing what is left when it ends, which would fail again, loudly."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _layout(out: TextIO, *, several: bool) -> WritingOptions:
    """How a person sees `out`: its width, and whether colours are welcome there.

    COLUMNS counts before the width of the terminal. NO_COLOR (https://no-color.org) counts before
    FORCE_COLOR (https://force-color.org), and that before whether `out` is a terminal.
    """
    from claimcheck.writing import WritingOptions  # noqa: PLC0415 - see _documents

    is_terminal = _is_terminal(out)
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() and int(columns) else None
    if width is None and is_terminal:
        width = os.get_terminal_size(out.fileno()).columns or 80
    no_colour, force_colour = os.environ.get("NO_COLOR"), os.environ.get("FORCE_COLOR")
    styled = not no_colour and (
        bool(force_colour) or (is_terminal and os.environ.get("TERM") not in ("dumb", "unknown"))
    )
    return WritingOptions(several=several, width=width, crop=is_terminal, styled=styled)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()
