"""What the servers offer: texts in, records out, within limits; the same whatever carries it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimcheck.checks import compare, ground, lint
from claimcheck.errors import ClaimcheckError
from claimcheck.pipeline import extract

if TYPE_CHECKING:
    from claimcheck.checking.findings import Findings
    from claimcheck.result import Document

MAX_CHARS = 200_000
"""Code points of one request, unless the server is told otherwise: about 35,000 words, 2 seconds of work."""


class RequestError(ClaimcheckError):
    """A request cannot be answered as it is; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may ask for.

    Attributes:
        max_chars: code points of all its texts together.
    """

    max_chars: int = MAX_CHARS

    def check(self, *texts: str) -> None:
        """Refuse texts that are too long before any work is done.

        Raises:
            RequestError: they are longer than `max_chars` together.
        """
        length = sum(map(len, texts))
        if length > self.max_chars:
            raise RequestError(f"{length:,} characters are more than the {self.max_chars:,} of this server")


def extract_claims(
    text: str,
    *,
    kinds: list[str] | None = None,
    date: str | None = None,
    model: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The claims of a text as `claimcheck.extract` finds them.

    Args:
        text: an English article.
        kinds: of claims to keep; None or none for all.
        date: the day of writing, ISO 8601, from which "last year" counts.
        model: the spaCy pipeline, as for `load_pipeline`.
        limits: of this server.

    Raises:
        RequestError: the text is too long, the date is none, or a kind is not known.
        ReadingError: the text holds half of a surrogate pair.
    """
    (limits or Limits()).check(text)
    try:
        day = dt.date.fromisoformat(date) if date else None
        return extract(text, date=day, kinds=kinds or None, model=model)
    except ValueError as error:
        raise RequestError(str(error)) from error


def ground_answer(
    answer: str, sources: list[str], *, model: str | None = None, limits: Limits | None = None
) -> Findings:
    """Whether sources bear out what an answer says, as `claimcheck.ground` finds it.

    Raises:
        RequestError: the texts are too long together, or there is no source.
        ReadingError: a text holds half of a surrogate pair.
    """
    (limits or Limits()).check(answer, *sources)
    if not sources:
        raise RequestError("give at least one source")
    return ground(answer, sources, model=model)


def compare_texts(
    documents: list[str], *, model: str | None = None, limits: Limits | None = None
) -> Findings:
    """What texts agree on and contradict each other in, as `claimcheck.compare` finds it.

    Raises:
        RequestError: the texts are too long together, or fewer than two.
        ReadingError: a text holds half of a surrogate pair.
    """
    (limits or Limits()).check(*documents)
    if len(documents) < 2:
        raise RequestError("give at least two texts")
    return compare(documents, model=model)


def check_figures(text: str, *, model: str | None = None, limits: Limits | None = None) -> Findings:
    """The figures of a text that cannot all be right, as `claimcheck.lint` finds them.

    Raises:
        RequestError: the text is too long.
        ReadingError: the text holds half of a surrogate pair.
    """
    (limits or Limits()).check(text)
    return lint(text, model=model)


def as_json(result: Document | Findings) -> dict[str, Any]:
    """The result as the JSON output has it."""
    written: dict[str, Any] = result.model_dump(mode="json", by_alias=True)
    return written
