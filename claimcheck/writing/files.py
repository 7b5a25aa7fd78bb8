"""Results on disk: a file is there whole, or it is as it was before."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from claimcheck.errors import WritingError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def open_output(path: Path) -> Iterator[TextIO]:
    """A UTF-8 text stream whose content becomes the file when the block ends without an error.

    Until then it is in a temporary file of the same folder. A link is followed: the file it points to is
    replaced. What is no ordinary file (a device, a pipe) cannot be replaced and is written to directly.

    Raises:
        WritingError: the file cannot be written; the message names it.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as out:
                yield out
        else:
            with _open_replacement(path.resolve()) as out:
                yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WritingError(f"{path}: {error.strerror or error}") from error


def remove_unfinished(folder: Path) -> None:
    """Remove what a run that was killed left in a folder. No other run may be writing to it."""
    for temporary in folder.glob(".claimcheck-*.tmp"):
        with suppress(OSError):
            temporary.unlink()


@contextmanager
def _open_replacement(target: Path) -> Iterator[TextIO]:
    temporary = target.with_name(f".claimcheck-{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)  # of a process that was killed; in containers numbers come again
    try:
        # "x" gives the file the rights that the umask leaves, which `tempfile` would not
        with temporary.open("x", encoding="utf-8", newline="") as out:
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o7777)
            yield out
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
