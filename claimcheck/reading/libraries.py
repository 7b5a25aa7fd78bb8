"""What to say where the library that a format needs is not installed."""

from __future__ import annotations

from claimcheck.errors import ReadingError


def missing_library(source: str, format_name: str, extra: str) -> ReadingError:
    """The error for an input of a format whose library belongs to an extra.

    >>> str(missing_library("a.pdf", "PDF", "pdf"))
    "a.pdf: to read PDF: pip install 'claimcheck-nlp[pdf]'"
    """
    return ReadingError(f"{source}: to read {format_name}: pip install 'claimcheck-nlp[{extra}]'")
