"""Stage 1: from inputs to articles. One module per format.

To add a format: write `reading/<format>.py` and give it a line in `READERS`. `inputs` finds the files,
`decoding` turns bytes into text for the formats that are text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.reading.inputs import Input, find_inputs
from claimcheck.reading.plain_text import read_plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimcheck.article import Article

__all__ = ["READERS", "Input", "Reader", "ReadingOptions", "find_inputs", "known_suffixes", "read_articles"]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a user can say about the inputs. A reader takes what concerns it.

    Attributes:
        encoding: of inputs that are text; None for that of the byte-order mark, or else UTF-8.
    """

    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """An input format.

    Attributes:
        read: yields the articles of one input. Raises `ReadingError`, whose message starts with the source.
        suffixes: the extensions that mark the format, in lower case with their dot.
    """

    read: Callable[[Input, ReadingOptions], Iterator[Article]]
    suffixes: tuple[str, ...]


READERS: Mapping[str, Reader] = {
    "text": Reader(read_plain_text, (".txt",)),
}
"""Every input format by name. An input whose extension none of them claims is read as the first."""


def known_suffixes() -> tuple[str, ...]:
    """The extensions by which files in a folder are found to be articles."""
    return tuple(suffix for reader in READERS.values() for suffix in reader.suffixes)


def read_articles(source: Input, options: ReadingOptions) -> Iterator[Article]:
    """The articles of one input, in the format its extension says.

    Raises:
        ReadingError: the input is missing, unreadable or not in that format.
    """
    readers = list(READERS.values())
    reader = next((reader for reader in readers if source.suffix in reader.suffixes), readers[0])
    return reader.read(source, options)
