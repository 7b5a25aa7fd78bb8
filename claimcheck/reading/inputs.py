"""Where articles come from: files, folders and standard input, before anything is decoded."""

from __future__ import annotations

import gzip
import os
import re
import sys
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import translate
from io import BufferedReader, BytesIO, UnsupportedOperation
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO, cast

from claimcheck.errors import ReadingError, reason
from claimcheck.reading.sniffing import HEAD_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from io import RawIOBase

STANDARD_INPUT = "-"

MAX_BYTES = 1_000_000_000
"""What is held whole is not longer than this: an article has a few megabytes, a table some hundred. A device
such as /dev/zero has no end."""

_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Input:
    """One file, or standard input.

    Attributes:
        source: the path as given, for people and for `Document.source`.
        path: the file, or None for standard input.
        place: the path below the folder that was given, or the bare file name. Results that go to a folder
            are put there under the same path.
    """

    source: str
    path: Path | None
    place: PurePath

    @property
    def suffix(self) -> str:
        """The extension in lower case, with its dot, that of a packed file with `.gz`; empty for a stream."""
        return suffix_of(self.path) if self.path else ""

    def head(self) -> bytes:
        """How it begins, without taking it from a stream; nothing where it cannot be read."""
        try:
            if self.path is not None:
                if not self.path.is_file():
                    return b""
                with self.path.open("rb") as stream:
                    return stream.read(HEAD_BYTES)
            return _head_of_stream(self._standard_input())
        except (OSError, ReadingError, UnsupportedOperation):
            return b""

    def size(self) -> int:
        """Bytes to read, as far as that is known beforehand: 0 for a pipe or a file that is not there."""
        try:
            return self.path.stat().st_size if self.path else 0
        except OSError:
            return 0

    @contextmanager
    def open_bytes(self) -> Iterator[BinaryIO]:
        """A stream of what is in it, for formats that are read piece by piece. Errors as for `read_bytes`."""
        try:
            if self.path is not None:
                with self.path.open("rb") as stream:
                    yield stream
            else:
                yield self._standard_input()
        except OSError as error:
            if error.errno is None:  # not of the system, but of a library that reads the stream
                raise
            raise ReadingError(f"{self.source}: {reason(error)}") from error

    def read_bytes(self) -> bytes:
        """Everything in it. Raises `ReadingError` if it is missing, unreadable or beyond `MAX_BYTES`."""
        with self.open_bytes() as stream:
            return self.rest_of(stream)

    def rest_of(self, stream: BinaryIO) -> bytes:
        """What is left of a stream of this input. Errors as for `read_bytes`."""
        pieces: list[bytes] = []
        length = self.size() if self.size() > MAX_BYTES else 0
        while length <= MAX_BYTES and (piece := stream.read(_PIECE_BYTES)):
            pieces.append(piece)
            length += len(piece)
        if length > MAX_BYTES:
            raise ReadingError(f"{self.source}: longer than {MAX_BYTES:,} bytes; a table can be split")
        return b"".join(pieces)

    def is_at_hand(self) -> bool:
        """Whether it can be read without waiting: a file, and no pipe or terminal."""
        return self.path is not None and self.path.is_file()

    def _standard_input(self) -> BinaryIO:
        if sys.stdin is None:
            raise ReadingError(f"{self.source}: standard input is closed")
        try:
            if _opened and _opened[0][0] is sys.stdin:
                return _opened[0][1]
            # Not `sys.stdin.buffer`: the interpreter cannot end while a thread waits for that one
            stream = open(sys.stdin.fileno(), "rb", closefd=False)  # noqa: SIM115 - it is kept open
        except UnsupportedOperation:  # somebody put another stream in its place
            return sys.stdin.buffer
        _opened[:] = [(sys.stdin, stream)]  # what `head` looked at is in its buffer
        return stream


_opened: list[tuple[object, BinaryIO]] = []
_heads: list[tuple[object, bytes]] = []


def _head_of_stream(stream: BinaryIO) -> bytes:
    """How standard input begins, packed or not, without taking it from the stream; also when it was read."""
    known = next((head for one, head in _heads if one is stream), None)
    if known is not None:
        return known
    if isinstance(stream, BufferedReader):
        found = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
    else:
        place = stream.tell()
        found = stream.read(HEAD_BYTES)
        stream.seek(place)
    _heads[:] = [*_heads[-1:], (stream, found)]  # that of the packed stream, and of what it unpacks to
    return found


@dataclass(frozen=True, slots=True)
class HeldInput(Input):
    """An input whose bytes are at hand, such as a part of a message or a file that was packed."""

    data: bytes = b""

    def head(self) -> bytes:
        """How it begins."""
        return self.data[:HEAD_BYTES]

    def size(self) -> int:
        """Its bytes."""
        return len(self.data)

    @contextmanager
    def open_bytes(self) -> Iterator[BinaryIO]:
        """A stream of its bytes."""
        yield BytesIO(self.data)

    def read_bytes(self) -> bytes:
        """Its bytes."""
        return self.data


@dataclass(frozen=True, slots=True)
class PackedInput(Input):
    """A file, or standard input, that is packed with gzip, as what it unpacks to."""

    @property
    def suffix(self) -> str:
        """The extension under the `.gz`; that of the file where it has no `.gz`; empty for a stream."""
        if self.path is None:
            return ""
        is_named = self.path.suffix.lower() == ".gz"
        return PurePath(self.path.stem if is_named else self.path.name).suffix.lower()

    def head(self) -> bytes:
        """How it begins once it is unpacked."""
        try:
            with self.open_bytes() as stream:
                return _head_of_stream(stream) if self.path is None else stream.read(HEAD_BYTES)
        except ReadingError:
            return b""

    @contextmanager
    def open_bytes(self) -> Iterator[BinaryIO]:
        """A stream of what is in it; of standard input always the same one."""
        try:
            if self.path is None:
                yield self._unpacked_input()
            else:
                with Input.open_bytes(self) as packed, gzip.open(packed) as stream:
                    yield cast("BinaryIO", stream)
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            if self.path is None:
                _unpacked[:] = [(sys.stdin, None)]  # nothing is left of it but that it cannot be read
            raise ReadingError(f"{self.source}: not a gzip file that can be read") from error

    def read_bytes(self) -> bytes:
        """Everything in it."""
        with self.open_bytes() as stream:
            content = stream.read(MAX_UNPACKED_BYTES + 1)
        if len(content) > MAX_UNPACKED_BYTES:
            raise ReadingError(f"{self.source}: unpacks to more than {MAX_UNPACKED_BYTES // 10**9} GB")
        return content

    def _unpacked_input(self) -> BinaryIO:
        if not _unpacked or _unpacked[0][0] is not sys.stdin:
            packed = cast("RawIOBase", gzip.GzipFile(fileobj=self._standard_input()))
            _unpacked[:] = [(sys.stdin, BufferedReader(packed, HEAD_BYTES))]
        stream = _unpacked[0][1]
        if stream is None:
            raise ReadingError(f"{self.source}: not a gzip file that can be read")
        return cast("BinaryIO", stream)


_unpacked: list[tuple[object, BufferedReader | None]] = []

MAX_UNPACKED_BYTES = 4 * 10**9
"""Files that are read as a whole are held in memory."""


def suffix_of(path: PurePath) -> str:
    """The extension in lower case with its dot; of a packed file with that under it, such as `.csv.gz`."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    return "".join(suffixes[-2:] if suffixes[-1:] == [".gz"] else suffixes[-1:])


def find_inputs(
    argument: str,
    suffixes: Iterable[str],
    on_error: Callable[[ReadingError], None],
    patterns: Iterable[str] = (),
    on_skipped: Callable[[str, Sequence[tuple[str, str]]], None] | None = None,
) -> Iterator[Input]:
    """What one argument of the command line stands for.

    A folder stands for the files below it whose name ends in one of `suffixes`, sorted by their path; with
    patterns, for those that match one of them, whatever their name ends in. A pattern with a slash is held
    against the path below the folder, and `*` stands for slashes too; any other is held against the name.
    Names that start with a dot are passed over, and links to folders are not followed. Anything else stands
    for itself, whatever its name; whether it can be read shows when it is.

    Args:
        argument: a path, or `-` for standard input.
        suffixes: lower-case extensions with their dot.
        on_error: called with what keeps a folder from being searched or leaves it without articles.
        patterns: as the shell has them: `*.md`, `2024/*`.
        on_skipped: called once for a folder, with the paths of the files that are passed over and the reason,
            such as `.png`, sorted.
    """
    if argument == STANDARD_INPUT:
        yield Input(STANDARD_INPUT, None, PurePath("stdin"))
    elif os.path.isdir(argument):  # noqa: PTH112 - the path is kept as it was given
        yield from _find_in_folder(argument, tuple(suffixes), on_error, tuple(patterns), on_skipped)
    else:
        path = Path(argument)
        yield Input(printable_path(argument) or "''", path, PurePath(path.name))


def _find_in_folder(
    folder: str,
    suffixes: tuple[str, ...],
    on_error: Callable[[ReadingError], None],
    patterns: tuple[str, ...],
    on_skipped: Callable[[str, Sequence[tuple[str, str]]], None] | None,
) -> Iterator[Input]:
    is_wanted = _matcher(folder, patterns) if patterns else lambda path: suffix_of(path) in suffixes
    failures: list[OSError] = []
    found: list[Path] = []
    skipped: list[tuple[str, str]] = []
    for parent, folders, names in os.walk(folder, onerror=failures.append):
        skipped.extend(_hidden_or_links(parent, folders, names))
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(parent, name) for name in names if not name.startswith(".")):
            if not is_wanted(path):
                why = "that match no --glob" if patterns else suffix_of(path) or "without an extension"
            elif not path.is_file():
                why = "that are no files"
            else:
                found.append(path)
                continue
            skipped.append((printable_path(str(path)), why))
    for failure in sorted(failures, key=lambda failure: str(failure.filename)):
        folder_name = printable_path(str(failure.filename))
        on_error(ReadingError(f"{folder_name}: {reason(failure)}").at(source=folder_name))
    if not found and not failures:
        wanted = ", ".join(patterns or (f"*{suffix}" for suffix in suffixes))
        folder_name = printable_path(folder)
        on_error(ReadingError(f"{folder_name}: no articles in this folder ({wanted})").at(source=folder_name))
    if on_skipped is not None:
        on_skipped(printable_path(folder), sorted(skipped))
    for path in sorted(found):
        place = path.relative_to(folder)
        yield Input(printable_path(os.path.join(folder, place)), path, place)  # noqa: PTH118 - as given


def _hidden_or_links(parent: str, folders: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The paths in a folder that nobody looks at, with the reason."""
    for name in (*folders, *names):
        if name.startswith("."):
            yield printable_path(os.path.join(parent, name)), "hidden"  # noqa: PTH118
    for name in folders:
        path = os.path.join(parent, name)  # noqa: PTH118
        if not name.startswith(".") and os.path.islink(path):  # noqa: PTH114
            yield printable_path(path), "linked folders"


def _matcher(folder: str, patterns: Iterable[str]) -> Callable[[Path], bool]:
    by_name = [re.compile(translate(pattern)) for pattern in patterns if "/" not in pattern]
    by_place = [re.compile(translate(pattern)) for pattern in patterns if "/" in pattern]

    def is_wanted(path: Path) -> bool:
        place = path.relative_to(folder).as_posix()
        return any(pattern.match(path.name) for pattern in by_name) or any(
            pattern.match(place) for pattern in by_place
        )

    return is_wanted


def printable_path(path: str) -> str:
    r"""The path as valid Unicode: bytes that are not UTF-8 are written as `\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
