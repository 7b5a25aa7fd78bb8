"""What the command line shows: messages, the progress bar, standard output; and the exit codes."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Literal, TextIO, cast

import typer

from claimcheck.ending import raise_if_ended
from claimcheck.errors import ClaimcheckError, PipelineError, WritingError, described, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from rich.progress import Progress

    from claimcheck.article import Article
    from claimcheck.reading import Input
    from claimcheck.writing import WritingOptions

FAILED = 1
WRONG_USAGE = 2
TRACEBACK = "CLAIMCHECK_TRACEBACK"
"""The variable of the environment by which a fault of our own is shown whole, for a bug report."""

INTERRUPTED = 130  # 128 + SIGINT, as shells report it


MAX_SHOWN_REASONS = 6
"""A message is one line; so many reasons are named in it, the commonest first."""


class NoBar:
    """Stands for the progress bar where none is wanted."""

    def start(self, source: Input) -> None:
        """Say that `source` is next."""

    def pause(self) -> None:
        """Leave the screen to the results."""

    def resume(self) -> None:
        """Come back."""

    def count(self, article: Article) -> None:
        """Say that an article is done."""

    def finish(self, source: Input) -> None:
        """Say that `source` is done."""


class _Bar(NoBar):
    """A progress bar on standard error. It counts bytes, since inputs differ in length; beside it stand the
    documents that are done and the words per second.
    """

    def __init__(self, progress: Progress, found: Sequence[Input]) -> None:
        self.progress = progress
        self.shares_screen = is_terminal(sys.stdout)
        total = sum(map(self._weight, found))
        self.documents = self.words = 0
        self.finished_bytes = self.current_bytes = 0
        self.task = progress.add_task("", total=total, done="")

    @staticmethod
    def _weight(source: Input) -> int:
        return max(source.size(), 1)

    def start(self, source: Input) -> None:
        from claimcheck.writing.terminal_text import shown  # noqa: PLC0415 - it loads rich, or the formats

        self.progress.update(self.task, description=shown(source.source)[-40:])

    def pause(self) -> None:
        if self.shares_screen:
            self.progress.stop()

    def resume(self) -> None:
        if self.shares_screen:
            self.progress.start()

    def count(self, article: Article) -> None:
        self.documents += 1
        self.words += len(article.text.split())
        self.current_bytes += len(article.text)  # of a table this is less than what was read of it
        self._show()

    def finish(self, source: Input) -> None:
        self.finished_bytes += self._weight(source)
        self.current_bytes = 0
        self._show()

    def _show(self) -> None:
        seconds = self.progress.tasks[self.task].elapsed
        pace = f", {self.words / seconds:,.0f} words/s" if seconds else ""
        what = "document" if self.documents == 1 else "documents"
        self.progress.update(
            self.task,
            completed=self.finished_bytes + self.current_bytes,
            done=f"{self.documents:,} {what}{pace}",
        )


class Watch:
    """Seconds, for people; no result depends on them."""

    def __init__(self) -> None:
        self.last = monotonic()

    def lap(self) -> str:
        """The time since the last lap."""
        before, self.last = self.last, monotonic()
        return f"{self.last - before:.2f} s"


class Messages:
    """What goes to standard error, and the exit code that follows from it."""

    def __init__(self, *, quiet: bool, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self.exit_code = 0
        self._failures: list[ClaimcheckError] = []
        self._record: Callable[[ClaimcheckError], None] = self._failures.append
        self._progress: Progress | None = None

    def tell(self, message: str) -> None:
        """Write a line that only `--verbose` asks for."""
        if self.verbose:
            self.note(message)

    def fail(self, error: ClaimcheckError) -> None:
        """Report an input that failed, on one line."""
        self.exit_code = FAILED
        self.note(str(error))
        self._record(error)

    def record_with(self, record: Callable[[ClaimcheckError], None]) -> None:
        """Hand every failure on, those before this call first."""
        self._record = record
        for error in self._failures:
            record(error)
        self._failures.clear()

    def skipped(self, folder: str, paths: Sequence[tuple[str, str]]) -> None:
        """Say which files of a folder are not read: how many for which reason, and with `--verbose` each.

        Args:
            folder: as given.
            paths: each with the reason, a few words.
        """
        if self.quiet or not paths:
            return
        counts = Counter(reason for _, reason in paths).most_common()
        reasons = ", ".join(f"{count:,} {reason}" for reason, count in counts[:MAX_SHOWN_REASONS])
        others = sum(count for _, count in counts[MAX_SHOWN_REASONS:])
        more = f", {others:,} more" if others else ""
        hint = "" if self.verbose else "; --verbose lists them"
        files = "1 file" if len(paths) == 1 else f"{len(paths):,} files"
        self.note(f"{folder}: {files} passed over: {reasons}{more}{hint}")
        for path, why in paths:
            self.tell(f"{path}: passed over: {why}")

    def note(self, message: str) -> None:
        """Write a line."""
        if self._progress is not None:  # a line that is written past the bar would be overwritten
            self._progress.stop()
        say(message)
        if self._progress is not None:
            self._progress.start()

    @contextmanager
    def progress(self, found: Sequence[Input]) -> Iterator[NoBar]:
        """A progress bar, if standard error is a terminal and the user did not ask for quiet."""
        if self.quiet or not is_terminal(sys.stderr):
            yield NoBar()
            return
        from rich.console import Console  # noqa: PLC0415 - it loads rich, or the formats
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415

        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[done]}", markup=False),
            TimeRemainingColumn(),
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


_HELP_STYLES = {
    "STYLE_OPTION": "bold",
    "STYLE_SWITCH": "bold",
    "STYLE_NEGATIVE_OPTION": "bold",
    "STYLE_NEGATIVE_SWITCH": "bold",
    "STYLE_TYPES": "italic",
    "STYLE_TYPES_SEPARATOR": "",
    "STYLE_USAGE": "bold",
    "STYLE_COMMANDS_TABLE_FIRST_COLUMN": "bold",
}


def set_help_styles() -> None:
    """Give Typer's help weights for colours: its yellow and cyan cannot be read on white."""
    with suppress(ImportError):  # Typer without rich has neither
        from typer import rich_utils  # noqa: PLC0415 - it loads rich

        for name, style in _HELP_STYLES.items():
            setattr(rich_utils, name, style)


def say(message: str) -> None:
    """Write a line to standard error."""
    from claimcheck.writing.terminal_text import shown  # noqa: PLC0415 - it loads rich

    typer.echo(f"claimcheck: {shown(message)}", err=True)


@contextmanager
def ending_quietly() -> Iterator[None]:
    """Turn what can go wrong outside of single inputs into one line, or none, and an exit code."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except BrokenPipeError:  # the reader has what it wanted: `| head`
        abandon_standard_output()
        sys.exit(0)
    except PipelineError as error:
        raise typer.BadParameter(str(error), param_hint="--model") from error
    except ClaimcheckError as error:
        say(str(error))
        sys.exit(FAILED)
    except Exception as error:
        raise_if_ended(error)
        if hasattr(error, "exit_code") or os.environ.get(TRACEBACK):  # the former are those of Typer
            raise
        say(f"{described(error)}; this is a fault of claimcheck: {TRACEBACK}=1 shows where it is")
        sys.exit(FAILED)


@contextmanager
def standard_output(*, for_people: bool) -> Iterator[TextIO]:
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
        abandon_standard_output()
        raise WritingError(f"standard output: {reason(error)}") from error


def abandon_standard_output() -> None:
    """Keep the interpreter from writing what is left when it ends, which would fail again, loudly."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


Colour = Literal["auto", "always", "never"]


@dataclass(frozen=True, slots=True)
class Screen:
    """What the user says about the screen.

    Attributes:
        colour: `auto` is what the environment and the output say.
        width: columns; None for those of the terminal.
        paged: whether what is for people goes through a pager, if standard output is a terminal.
    """

    colour: Colour = "auto"
    width: int | None = None
    paged: bool = False


AS_IT_IS = Screen()


def layout(out: TextIO, *, several: bool, screen: Screen = AS_IT_IS) -> WritingOptions:
    """How a person sees `out`: its width, and whether colours are welcome there.

    `--width` counts before COLUMNS, and that before the width of the terminal. `--color` counts before
    NO_COLOR (https://no-color.org), that before FORCE_COLOR (https://force-color.org), and that before
    whether `out` is a terminal.
    """
    from claimcheck.writing import WritingOptions  # noqa: PLC0415 - it loads rich, or the formats

    on_screen = is_terminal(out)
    columns = os.environ.get("COLUMNS", "")
    width = screen.width or (int(columns) if columns.isdecimal() and int(columns) else None)
    if width is None and on_screen:
        width = os.get_terminal_size(out.fileno()).columns or 80
    no_colour, force_colour = os.environ.get("NO_COLOR"), os.environ.get("FORCE_COLOR")
    fitting = not no_colour and (
        bool(force_colour) or (on_screen and os.environ.get("TERM") not in ("dumb", "unknown"))
    )
    styled = fitting if screen.colour == "auto" else screen.colour == "always"
    return WritingOptions(several=several, width=width, crop=on_screen, styled=styled)


@contextmanager
def paged(out: TextIO, *, wanted: bool) -> Iterator[TextIO]:
    """A stream to the pager of the user, or `out` itself where that is no terminal or no pager is there.

    CLAIMCHECK_PAGER counts before PAGER, and that before `less`, which gets LESS=FRX unless it is set:
    colours are kept, and what fits on the screen is just shown.
    """
    command = shlex.split(os.environ.get("CLAIMCHECK_PAGER") or os.environ.get("PAGER") or "less")
    program = shutil.which(command[0]) if command else None
    if not wanted or not is_terminal(out) or program is None:
        yield out
        return
    pager = subprocess.Popen(  # noqa: S603 - the user's own choice
        [program, *command[1:]],
        stdin=subprocess.PIPE,
        env={"LESS": "FRX", **os.environ},
        encoding="utf-8",
        errors="replace",
    )
    assert pager.stdin is not None
    try:
        yield cast("TextIO", pager.stdin)
    except BrokenPipeError:
        pass  # the reader has seen enough
    finally:
        with suppress(BrokenPipeError):
            pager.stdin.close()
        pager.wait()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a screen; one that is closed is none."""
    return stream is not None and stream.isatty()
