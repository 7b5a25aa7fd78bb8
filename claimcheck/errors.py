"""Everything claimcheck raises on purpose. `cli` turns these into one line and an exit code."""

from __future__ import annotations

from typing import Self


class ClaimcheckError(Exception):
    """Base of all errors a user can cause; the message is one line and says what to do.

    Attributes:
        source: the input that it is about, as given, where that is known.
        line: the line of a row, from 1, where its file has lines.
        row_id: the id of the row, as its column says.
    """

    source: str | None = None
    line: int | None = None
    row_id: str | None = None

    def at(self, *, source: str | None = None, line: int | None = None, row_id: str | None = None) -> Self:
        """The error itself, with what is known of its place and was not said before."""
        self.source = self.source or source
        self.line = self.line or line
        self.row_id = self.row_id if self.row_id is not None else row_id
        return self


class ReadingError(ClaimcheckError):
    """An input is missing, unreadable, not text, or not in the encoding it should be in."""


class NoArticleError(ReadingError):
    """An input that was read right and holds something else than articles, such as claims."""


class LexiconError(ClaimcheckError):
    """A lexicon file breaks its schema; the message names the file and the line."""


class PipelineError(ClaimcheckError):
    """A spaCy pipeline cannot be loaded."""


class WritingError(ClaimcheckError):
    """An output cannot be written."""


class ExtractionError(ClaimcheckError):
    """A claim finder or a worker process failed on one article; the message starts with its source."""


MAX_SAID_CHARS = 200
"""Of what a foreign error says so much is shown; some quote the whole file."""


def described(error: BaseException) -> str:
    r"""An error that is not ours, on one line.

    >>> described(ValueError("first line\nsecond line"))
    'ValueError: first line'
    """
    said = str(error).strip().partition("\n")[0]
    if len(said) > MAX_SAID_CHARS:
        said = said[:MAX_SAID_CHARS] + " …"
    return f"{type(error).__name__}{said and f': {said}'}"


def reason(error: OSError) -> str:
    """What the system says went wrong, without the number and the path that Python puts around it.

    >>> reason(FileNotFoundError(2, "No such file or directory", "notes.txt"))
    'no such file or directory'
    """
    said = error.strerror or str(error).partition("\n")[0]
    return said[:1].lower() + said[1:]
