"""Results on disk: a file is there whole, or it is as it was before.

Until it is whole, a file is written beside its place under a name of its own, which no other process has: two
runs can write to one folder, on one machine or on many. A run that is killed leaves such a file; a later one
removes it as soon as it is sure that nobody writes to it any more.
"""

from __future__ import annotations

import errno
import hashlib
import os
import platform
import secrets
import time
import uuid
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from claimcheck.errors import WritingError, reason

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX, _SUFFIX = ".claimcheck-", ".tmp"

ABANDONED_SECONDS = 24 * 60 * 60
"""After so long without a change, a file of another machine, whose locks may not be seen here, is litter."""

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


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
            with _open_replacement(_followed(path)) as out:
                yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WritingError(f"{path}: {reason(error)}") from error


def identity(path: Path) -> tuple[int, int]:
    """What tells a file from all others, by whatever name it is reached: links lead to it, and so do small
    letters for capital ones where the file system makes no difference.

    Raises:
        OSError: it is not there.
    """
    found = path.stat()
    return found.st_dev, found.st_ino


def remove_unfinished(folder: Path) -> None:
    """Remove what runs that were killed left in a folder. Those that are at work keep theirs."""
    for temporary in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            _remove_if_abandoned(temporary)


def _followed(path: Path) -> Path:
    """The file that a path leads to. Raises `OSError` for links that lead in a circle."""
    try:
        path.stat()
    except FileNotFoundError:
        pass
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise
    return path.resolve()


@contextmanager
def _open_replacement(target: Path) -> Iterator[TextIO]:
    with _replacing(target) as (out, _), out:
        yield out


@contextmanager
def open_place(path: Path) -> Iterator[Path]:
    """As `open_output`, for libraries that open files themselves: the name of a new, empty file.

    Raises:
        WritingError: the file cannot be written; the message names it.
    """
    try:
        with _replacing(_followed(path)) as (out, temporary):
            out.close()
            yield temporary
    except OSError as error:
        raise WritingError(f"{path}: {reason(error)}") from error


@contextmanager
def _replacing(target: Path) -> Iterator[tuple[TextIO, Path]]:
    """A new file in the folder of `target`, which takes its place when the block ends without an error.

    Its name is settled before it is there, so that whatever ends the program in between leaves no file.
    """
    temporary = target.with_name(f"{_PREFIX}{_machine()}-{secrets.token_hex(16)}{_SUFFIX}")
    locks: list[int] = []
    is_ours = True
    try:
        try:
            out = _create(temporary, locks)
        except FileExistsError:
            is_ours = False
            raise
        with out:
            if target.exists():
                temporary.chmod(target.stat().st_mode & 0o7777)
            yield out, temporary
        temporary.replace(target)
    except BaseException:
        if is_ours:
            with suppress(OSError):
                temporary.unlink()
        raise
    finally:
        for lock in locks:
            os.close(lock)


def _create(temporary: Path, locks: list[int]) -> TextIO:
    """The file, made and open; `locks` gets the descriptor that keeps it locked until it is closed."""
    while True:
        # "x" makes it ours alone, with the rights that the umask leaves, which `tempfile` would not give
        out = temporary.open("x", encoding="utf-8", newline="")
        lock = _lock(out.fileno())
        if lock is not None:
            locks.append(lock)
        if os.fstat(out.fileno()).st_nlink:
            return out
        out.close()  # somebody took it for litter before it was locked


def _lock(descriptor: int) -> int | None:
    """Lock a file until the descriptor that is returned is closed; None where there are no locks."""
    if fcntl is None:
        return None
    keeper = os.dup(descriptor)
    try:
        fcntl.flock(keeper, fcntl.LOCK_EX)
    except OSError:
        os.close(keeper)
        return None
    return keeper


def _remove_if_abandoned(temporary: Path) -> None:
    """Unlink a temporary file of a run that has ended, with its lock, so that nobody begins with it."""
    with temporary.open("rb") as held:
        is_free = None
        if fcntl is not None:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                is_free = True
            except BlockingIOError:
                return  # it is being written
            except OSError:
                is_free = None  # a file system without locks
        is_from_here = temporary.name.startswith(f"{_PREFIX}{_machine()}-")
        if (is_free and is_from_here) or time.time() - os.fstat(held.fileno()).st_mtime > ABANDONED_SECONDS:
            temporary.unlink()


@cache
def _machine() -> str:
    """A short name for what runs under one kernel, whose processes see each other's locks: containers too."""
    try:
        name = _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        name = f"{platform.node()} {uuid.getnode()}"
    return hashlib.sha256(name.encode()).hexdigest()[:8]
