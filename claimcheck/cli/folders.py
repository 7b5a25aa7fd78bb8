"""Results that go to a folder, a file per input: where each goes, which are there, and what failed."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
from contextlib import suppress
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Self

from claimcheck.cli.outputs import refuse_overwriting
from claimcheck.ending import raise_if_ended
from claimcheck.errors import ClaimcheckError, ReadingError, WritingError, described, reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import TracebackType

    from claimcheck.cli.terminal import Messages
    from claimcheck.reading import Input, ReadingOptions
    from claimcheck.result import Document
    from claimcheck.writing.finished import FinishedInputs

ERRORS = "errors.jsonl"
"""What went wrong: a line of JSON with the input, the line and id of a row, the class of the error and the
reason, in the order of the inputs.
"""


def pipeline_version(model: str | None) -> str:
    """What tells pipelines apart: a hash of all their files, weights and tables too."""
    folder = _folder_of(model)
    if folder is None:
        return ""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            with path.open("rb") as stream:
                digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def _folder_of(model: str | None) -> Path | None:
    """Where the files of a pipeline are; None for one that has none, such as `blank`."""
    if model is None:
        return Path(str(files("claimcheck") / "model"))
    if Path(model).is_dir():
        return Path(model)
    with suppress(ImportError, ValueError, AttributeError):
        found = find_spec(model)
        if found is not None and found.origin is not None:
            return Path(found.origin).parent
    return None


def library_versions() -> dict[str, str]:
    """The versions of what reads, tags and writes here: all that claimcheck asks for and has."""
    from importlib.metadata import PackageNotFoundError, requires, version  # noqa: PLC0415 - a slow import

    try:
        asked_for = requires(DISTRIBUTION) or []
    except PackageNotFoundError:  # run from a folder that nobody installed
        return {}
    found = {}
    for requirement in asked_for:
        name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
        with suppress(PackageNotFoundError):
            found[name] = version(name)
    return dict(sorted(found.items()))


DISTRIBUTION = "claimcheck-nlp"


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
        also_read: Iterable[Path] = (),
        full_names: bool = False,
    ) -> None:
        """Prepare the folder. Nothing is touched before it is sure that no result would replace an input.

        Args:
            folder: made if it is not there.
            found: all inputs.
            format_name: of the results, a key of `WRITERS` that has a suffix.
            options: how inputs are read.
            messages: told of all that fails.
            settings: all that the results depend on besides the input and `options`; None to do every input
                again and to keep no record.
            also_read: other files that the run reads, such as word lists.
            full_names: whether results keep the extension of their input (`a.txt.json`).

        Raises:
            typer.BadParameter: a result would replace what is read.
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
        self._written: dict[tuple[int, int], Input] = {}
        inputs = list(found)
        collisions = list(self._give_targets(inputs, full_names=full_names))
        self.inputs = list(self._targets)
        self._refuse_replacing(inputs, also_read)
        with suppress(OSError):
            (folder / ERRORS).unlink()
        self._clean()
        for source, error in collisions:
            self.fail(source, error)

    def _refuse_replacing(self, inputs: Iterable[Input], also_read: Iterable[Path]) -> None:
        """Raise where a result, the errors or the record would stand in the place of what the run reads."""
        own = [self.folder / ERRORS] if self._record is None else [self.folder / ERRORS, self._record.path]
        read = [source.path for source in inputs if source.path is not None]
        refuse_overwriting([*self._targets.values(), *own], [*read, *also_read], param_hint="--output-dir")

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
        if finished is None:
            return None
        return [
            ReadingError(failed.message).at(line=failed.line, row_id=failed.row_id)
            for failed in finished.errors
        ]

    def fail(self, source: Input, error: ClaimcheckError) -> None:
        """Report a failure, and put it on file."""
        self._messages.fail(error)
        self._failed.setdefault(source, []).append(error)
        from claimcheck.writing.document_records import failure_record  # noqa: PLC0415

        line = json.dumps(failure_record(error, source.source), ensure_ascii=False)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with (self.folder / ERRORS).open("a", encoding="utf-8", newline="") as out:
                out.write(line + "\n")
        except OSError as problem:
            raise WritingError(f"{self.folder / ERRORS}: {reason(problem)}") from problem

    def write(self, results: Iterable[tuple[Input, Document]]) -> None:
        """Write the results of each input to its file, under the path of the input."""
        from claimcheck.reading import find_reader  # noqa: PLC0415 - `--help` does without it
        from claimcheck.writing import WritingOptions  # noqa: PLC0415
        from claimcheck.writing.files import open_output  # noqa: PLC0415

        failures: list[BaseException] = []
        for source, group in groupby(_noting(results, failures), key=lambda result: result[0]):
            target = self._targets[source]
            several = find_reader(source, self._options).has_rows
            how = WritingOptions(
                several=several,
                on_failure=partial(self.fail, source) if several else None,
                kept_fields=self._options.keep_fields,
            )
            try:
                self._check_target(source, target)
                with open_output(target) as out:
                    self._writer.write((document for _, document in group), out, how)
                self._note_written(source, target)
            except Exception as error:
                raise_if_ended(error)
                if failures or _ends_all(error):  # no writer's fault, or one that every other file will have
                    raise
                self._fail_to_write(source, target, error)
            else:
                self._finish(source)

    def _check_target(self, source: Input, target: Path) -> None:
        """Make the folder, and refuse what this run has written already, by whatever name it did.

        File systems may take `A.json` and `a.json` for one file, and a link may point to another result.
        """
        target.parent.mkdir(parents=True, exist_ok=True)
        from claimcheck.writing.files import identity  # noqa: PLC0415 - `--help` does without it

        with suppress(FileNotFoundError):
            earlier = self._written.get(identity(target))
            if earlier is not None:
                raise ReadingError(f"{source.source}: {target} holds the claims of {earlier.source}")

    def _note_written(self, source: Input, target: Path) -> None:
        from claimcheck.writing.files import identity  # noqa: PLC0415 - `--help` does without it

        self._written[identity(target)] = source

    def _fail_to_write(self, source: Input, target: Path, error: Exception) -> None:
        if not isinstance(error, ClaimcheckError):
            said = reason(error) if isinstance(error, OSError) and error.strerror else described(error)
            error = WritingError(f"{source.source}: {target}: {said}")
        elif not str(error).startswith(source.source):
            error = WritingError(f"{source.source}: {error}")
        self.fail(source, error)

    def _finish(self, source: Input) -> None:
        """Put on record that an input is done. One that may fare better another time is not."""
        failed = self._failed.get(source, [])
        if self._record is None or source not in self._keys:
            return
        from claimcheck.writing.finished import FinishedRow  # noqa: PLC0415 - `--help` does without it

        if all(isinstance(error, ReadingError) for error in failed):
            errors = [FinishedRow(str(error), error.line, error.row_id) for error in failed]
            self._record.add(self._place(source), self._keys[source], errors)

    def _place(self, source: Input) -> str:
        return self._targets[source].relative_to(self.folder).as_posix()

    def _key(self, source: Input, path: Path) -> str:
        from claimcheck.writing.finished import sha256_of  # noqa: PLC0415 - `--help` does without it

        parts = (source.source, sha256_of(path), self._settings)
        return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()

    def _give_targets(
        self, found: Iterable[Input], *, full_names: bool
    ) -> Iterator[tuple[Input, ReadingError]]:
        """Fill `_targets`, and yield the inputs that can have none."""
        from claimcheck.reading import known_suffixes  # noqa: PLC0415 - `--help` does without it

        taken: dict[Path, Input] = {}
        suffixes = known_suffixes()
        assert self._writer.suffix is not None
        for source in found:
            is_cut = not full_names and source.place.suffix.lower() in suffixes
            name = source.place.stem if is_cut else source.place.name
            target = self.folder / source.place.with_name(name + self._writer.suffix)
            earlier = taken.setdefault(target, source)
            if target == self.folder / ERRORS:
                yield source, ReadingError(f"{source.source}: {target} is for what goes wrong")
            elif earlier is source:
                if os.path.isdir(target):  # noqa: PTH112 - of a name that is too long, pathlib makes an error
                    yield source, ReadingError(f"{source.source}: {target} is a folder")
                else:
                    self._targets[source] = target
            elif earlier != source:
                message = f"{source.source}: {target} holds the claims of {earlier.source}"
                is_cured = earlier.place.name != source.place.name
                hint = "; --full-names keeps them apart" if is_cured else ""
                yield source, ReadingError(message + hint)

    def _clean(self) -> None:
        from claimcheck.writing.files import remove_unfinished  # noqa: PLC0415 - `--help` does without it

        for folder in chain([self.folder], self.folder.rglob("*/")):
            remove_unfinished(folder)


# The disk is full or may not be written to: the next file would fare no better, and its work be lost.
_FATAL_ERRORS = frozenset([errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE])


def _ends_all(error: BaseException) -> bool:
    cause = error.__cause__ if isinstance(error, WritingError) else error
    return isinstance(cause, OSError) and cause.errno in _FATAL_ERRORS


def _noting(
    results: Iterable[tuple[Input, Document]], failures: list[BaseException]
) -> Iterator[tuple[Input, Document]]:
    """The results; what ends them before their end is noted, so that nobody takes it for a writer's fault."""
    try:
        yield from results
    except BaseException as error:
        failures.append(error)
        raise
