"""Which inputs a folder has the results of, so that a run can go on where another one was ended."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.files import open_output, remove_unfinished

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

RECORD = ".claimcheck/finished.jsonl"
"""Below the folder; hidden, so that no program that reads the results takes it for one of them."""


@dataclass(frozen=True, slots=True)
class FinishedRow:
    """A row that could not be read: what was said of it, its line and its id."""

    message: str
    line: int | None = None
    row_id: str | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """One input that is done.

    Attributes:
        key: hash of its content and of all that the results depend on besides.
        output_sha256: hash of the file with its results.
        errors: what was wrong with some of its rows.
    """

    key: str
    output_sha256: str
    errors: tuple[FinishedRow, ...] = ()


class FinishedInputs:
    """The record of a folder of results: a line of JSON for each file, added when the file is there.

    A run that is killed leaves its lines, the last one perhaps cut short, which is dropped. A run that comes
    to its end sorts them, so that the record is the same however often it was started.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = self._path = folder / RECORD
        self._by_place = _read(self._path)
        self._out: TextIO | None = None

    def find(self, place: str, key: str) -> Finished | None:
        """What is known of the file at `place`, if it was made for this key and not touched since."""
        finished = self._by_place.get(place)
        if finished is None or finished.key != key:
            return None
        try:
            return finished if sha256_of(self.folder / place) == finished.output_sha256 else None
        except OSError:
            return None

    def add(self, place: str, key: str, errors: Iterable[FinishedRow] = ()) -> None:
        """Say that the file at `place` is there, whole."""
        if self._out is None:
            self._write_all()  # without what was cut short
            self._out = self._path.open("a", encoding="utf-8")
        finished = Finished(key, sha256_of(self.folder / place), tuple(errors))
        self._by_place[place] = finished
        self._out.write(_line(place, finished))
        self._out.flush()

    def close(self) -> None:
        """Leave the record in its final form."""
        if self._out is not None:
            self._out.close()
            self._out = None
            self._write_all()

    def _write_all(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        remove_unfinished(self._path.parent)
        with open_output(self._path) as out:
            out.writelines(_line(place, finished) for place, finished in sorted(self._by_place.items()))


def sha256_of(path: Path) -> str:
    """Hash of the bytes of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read(path: Path) -> dict[str, Finished]:
    found: dict[str, Finished] = {}
    with suppress(FileNotFoundError), path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            with suppress(ValueError, KeyError, TypeError):  # cut short
                row = json.loads(line)
                found[row["place"]] = Finished(
                    row["key"], row["output_sha256"], tuple(FinishedRow(**failed) for failed in row["errors"])
                )
    return found


def _line(place: str, finished: Finished) -> str:
    row = {
        "place": place,
        "key": finished.key,
        "output_sha256": finished.output_sha256,
        "errors": [asdict(failed) for failed in finished.errors],
    }
    return json.dumps(row, ensure_ascii=False) + "\n"
