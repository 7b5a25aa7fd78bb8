"""Everything claimcheck raises on purpose. `cli` turns these into one line and an exit code."""


class ClaimcheckError(Exception):
    """Base of all errors a user can cause; the message is one line and says what to do."""


class ReadingError(ClaimcheckError):
    """An input is missing, unreadable, not text, or not in the encoding it should be in."""


class LexiconError(ClaimcheckError):
    """A lexicon file breaks its schema; the message names the file and the line."""


class PipelineError(ClaimcheckError):
    """A spaCy pipeline cannot be loaded."""


class WritingError(ClaimcheckError):
    """An output cannot be written."""


class ExtractionError(ClaimcheckError):
    """A claim finder or a worker process failed on one article; the message starts with its source."""
