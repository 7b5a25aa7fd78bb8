"""Places in a text as editors count them, and the text itself where a format cannot do without."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.errors import WritingError

if TYPE_CHECKING:
    from claimcheck.result import Document

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text; a line ends in LF, CR LF or CR."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> tuple[int, int]:
        r"""Line and column of a character, both counted from 1, columns in Unicode code points.

        >>> Lines("one\r\ntwo").at(6)
        (2, 2)
        """
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def text_of(document: Document) -> str:
    """The text that the claims were found in.

    Raises:
        WritingError: the result was made without it.
    """
    if document.text is None:
        raise WritingError(f"{document.source}: this format needs the text of the article beside its claims")
    return document.text
