"""The last stage: from results to a file or the screen. One module per format.

To add a format: write `writing/<format>.py` and give it a line in `WRITERS`. `files` puts results on disk,
`terminal_text` makes any text safe to show, `json_schema` describes the JSON, `kinds_table` lists the kinds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from claimcheck.writing.csv_rows import write_csv
from claimcheck.writing.json_documents import write_json
from claimcheck.writing.json_lines import write_jsonl
from claimcheck.writing.table import write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimcheck.result import Document

__all__ = ["WRITERS", "Writer", "WritingOptions"]


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """How results are laid out. A writer takes what concerns it.

    Attributes:
        several: there can be more than one result, so that JSON needs an array around them.
        width: columns of the screen; None for as many as it takes.
        crop: sentences may be cut to fit the width; otherwise they go on over several lines.
        styled: colours and other styles may be used.
    """

    several: bool = False
    width: int | None = None
    crop: bool = False
    styled: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """An output format.

    Attributes:
        write: takes the results as they come, writes them to a text stream opened with `newline=""`, and
            holds no more than one of them.
        suffix: the extension of its files; None where the format is for people to look at.
    """

    write: Callable[[Iterable[Document], TextIO, WritingOptions], None]
    suffix: str | None


WRITERS: Mapping[str, Writer] = {
    "table": Writer(write_table, None),
    "json": Writer(write_json, ".json"),
    "jsonl": Writer(write_jsonl, ".jsonl"),
    "csv": Writer(write_csv, ".csv"),
}
"""Every output format by the name it has on the command line."""
