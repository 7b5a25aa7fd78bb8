"""A document is put together whole before any of it is written: one that fails is reported and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from claimcheck.ending import raise_if_ended
from claimcheck.errors import ClaimcheckError, WritingError, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimcheck.writing import WritingOptions


class _Named(Protocol):
    @property
    def source(self) -> str: ...


Result = TypeVar("Result", bound=_Named)
Made = TypeVar("Made")


def put_together(
    documents: Iterable[Result], make: Callable[[Result], Made], options: WritingOptions
) -> Iterator[Made]:
    """What `make` gives for each result, such as its lines.

    Args:
        documents: as they come.
        make: returns all that is to be written of one, and writes nothing.
        options: their `on_failure` is told of a result that `make` fails on.

    Raises:
        WritingError: `make` failed, and there is no `on_failure`.
    """
    for document in documents:
        try:
            made = make(document)
        except Exception as error:  # noqa: BLE001 - whatever it is, it concerns one result
            raise_if_ended(error)
            report_failure(document.source, error, options)
        else:
            raise_if_ended()
            yield made


def report_failure(source: str, error: Exception, options: WritingOptions) -> None:
    """Hand on what kept one result from being written, or raise it where nobody wants to know."""
    is_ours = isinstance(error, ClaimcheckError)
    failure = WritingError(str(error) if is_ours else f"{source}: cannot be written: {described(error)}")
    failure.at(source=source)
    if options.on_failure is None:
        raise failure from error
    options.on_failure(failure)
