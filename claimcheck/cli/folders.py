"""Results that go to a folder, a file per input: where each goes, which are there, and what failed."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Self

from claimcheck.errors import ExtractionError, ReadingError, WritingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import TracebackType

    from claimcheck.cli.terminal import Messages
    from claimcheck.errors import ClaimcheckError
    from claimcheck.reading import Input, ReadingOptions
    from claimcheck.result import Document
    from claimcheck.writing.finished import FinishedInputs

ERRORS = "errors.jsonl"
"""What went wrong: a line of JSON with the input and the reason, in the order of the inputs."""


def pipeline_version(model: str | None) -> str:
    """What tells versions of a pipeline apart: a hash of its meta data, or the version of its package."""
    folder = Path(str(files("claimcheck") / "model") if model is None else model)
    try:
        return hashlib.sha256((folder / "meta.json").read_bytes()).hexdigest()
    except OSError:
        with suppress(PackageNotFoundError, ValueError):
            return version(str(model))
    return ""


class ResultFolder:
    """A folder of results while a run writes to it.

    Attributes:
        inputs: what the run is to do, in order: an input that is given twice is there once.
    """

    def __init__(
        self,
        folder: Path,
        found: Iterable[Input],
        format_name: str,
        options: ReadingOptions,
        messages: Messages,
        *,
        settings: Sequence[object] | None,
    ) -> None:
        """Prepare the folder.

        Args:
            folder: made if it is not there.
            found: all inputs.
            format_name: of the results, a key of `WRITERS` that has a suffix.
            options: how inputs are read.
            messages: told of all that fails.
            settings: all that the results depend on besides the input and `options`; None to do every input
                again and to keep no record.
        """
        from claimcheck.writing import WRITERS  # noqa: PLC0415 - `--help` does without it
        from claimcheck.writing.finished import FinishedInputs  # noqa: PLC0415

        self.folder = folder
        self._writer = WRITERS[format_name]
        self._options = options
        self._messages = messages
        self._settings = settings
        self._record: FinishedInputs | None = None if settings is None else FinishedInputs(folder)
        self._keys: dict[Input, str] = {}
        self._failed: dict[Input, list[ClaimcheckError]] = {}
        self._targets: dict[Input, Path] = {}
        with suppress(OSError):
            (folder / ERRORS).unlink()
        if self._record is not None:
            self._clean()
        self.inputs = list(self._give_targets(found))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._record is not None:
            self._record.close()

    def finished(self, source: Input) -> list[ReadingError] | None:
        """What was wrong with the rows of an input whose results are there; None for one that is to be done.

        They are there if an earlier run put them on record for the same content and settings.
        """
        if self._record is None or source.path is None:
            return None
        try:
            self._keys[source] = self._key(source, source.path)
        except OSError:  # reading it will tell
            return None
        finished = self._record.find(self._place(source), self._keys[source])
        return None if finished is None else [ReadingError(message) for message in finished.errors]

    def fail(self, source: Input, error: ClaimcheckError) -> None:
        """Report a failure, and put it on file."""
        self._messages.fail(error)
        self._failed.setdefault(source, []).append(error)
        reason = str(error).removeprefix(f"{source.source}: ")
        line = json.dumps({"source": source.source, "reason": reason}, ensure_ascii=False)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / ERRORS).open("a", encoding="utf-8", newline="") as out:
                out.write(line + "\n")
        except OSError as problem:
            raise WritingError(f"{self.folder / ERRORS}: {problem.strerror or problem}") from problem

    def write(self, results: Iterable[tuple[Input, Document]]) -> None:
        """Write the results of each input to its file, under the path of the input."""
        from claimcheck.reading import find_reader  # noqa: PLC0415 - `--help` does without it
        from claimcheck.writing import WritingOptions  # noqa: PLC0415
        from claimcheck.writing.files import open_output  # noqa: PLC0415

        for source, group in groupby(results, key=lambda result: result[0]):
            target = self._targets[source]
            try:
                target.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise WritingError(f"{target.parent}: {error.strerror or error}") from error
            with open_output(target) as out:
                how = WritingOptions(several=find_reader(source, self._options).has_rows)
                self._writer.write((document for _, document in group), out, how)
            self._finish(source)

    def _finish(self, source: Input) -> None:
        """Put on record that an input is done. One that may fare better another time is not."""
        failed = self._failed.get(source, [])
        if self._record is None or source not in self._keys:
            return
        if not any(isinstance(error, ExtractionError) for error in failed):
            self._record.add(self._place(source), self._keys[source], map(str, failed))

    def _place(self, source: Input) -> str:
        return self._targets[source].relative_to(self.folder).as_posix()

    def _key(self, source: Input, path: Path) -> str:
        from claimcheck.writing.finished import sha256_of  # noqa: PLC0415 - `--help` does without it

        parts = (source.source, sha256_of(path), self._settings)
        return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()

    def _give_targets(self, found: Iterable[Input]) -> Iterator[Input]:
        from claimcheck.reading import known_suffixes  # noqa: PLC0415 - `--help` does without it

        taken: dict[Path, Input] = {}
        suffixes = known_suffixes()
        assert self._writer.suffix is not None
        for source in found:
            is_known = source.place.suffix.lower() in suffixes
            name = source.place.stem if is_known else source.place.name
            target = self.folder / source.place.with_name(name + self._writer.suffix)
            earlier = taken.setdefault(target, source)
            if target == self.folder / ERRORS:
                self.fail(source, ReadingError(f"{source.source}: {target} is for what goes wrong"))
            elif earlier is source:
                self._targets[source] = target
                yield source
            elif earlier != source:
                self.fail(
                    source, ReadingError(f"{source.source}: {target} holds the claims of {earlier.source}")
                )

    def _clean(self) -> None:
        from claimcheck.writing.files import remove_unfinished  # noqa: PLC0415 - `--help` does without it

        for folder in chain([self.folder], self.folder.rglob("*/")):
            remove_unfinished(folder)
