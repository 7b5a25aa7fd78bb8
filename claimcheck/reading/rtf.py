"""RTF: the words of a document in Rich Text Format, without its tables of fonts, styles and pictures.

After the Rich Text Format Specification 1.9.1 (Microsoft, 2008). Rows of tables are lines, their cells
parted by tabs. Footnotes and endnotes are read behind all of the text; what tracked changes delete, hidden
words and the numbers of lists are left out.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.errors import ReadingError
from claimcheck.reading.paragraphs import Paragraphs
from claimcheck.reading.table_rows import Piece, RowCell, place_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.article import Article
    from claimcheck.reading import ReadingOptions
    from claimcheck.reading.inputs import Input

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+"
)
_NO_TEXT = frozenset(
    "fonttbl colortbl stylesheet info pict object header footer headerl headerr headerf footerl footerr"
    " footerf listtable listoverridetable rsidtbl generator themedata colorschememapping datastore"
    " latentstyles xmlnstbl filetbl revtbl fldinst bkmkstart bkmkend nonshppict annotation atnid"
    " atnauthor listtext pntext xe tc".split()
)
_CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
_UNSEEN = frozenset(["deleted", "v"])
"""Words that a reader does not see: those that tracked changes delete, and hidden ones."""
_ENDS = frozenset(["par", "sect", "page", "cell", "row"])
_SIGNS = {"~": "\u00a0", "-": "", "_": "-", "\\": "\\", "{": "{", "}": "}"}


def read_rtf(source: Input, _options: ReadingOptions) -> Iterator[Article]:
    """The one article in a document in Rich Text Format."""
    data = source.read_bytes()
    if not data.lstrip().startswith(b"{\\rtf"):
        raise ReadingError(f"{source.source}: not a document in Rich Text Format (RTF)")
    reader = _Reader(data.decode("latin-1"))
    reader.read()
    article = reader.text.article(source.source)
    if not article.text.strip():
        raise ReadingError(f"{source.source}: no text in this document")
    yield article


class _Reader:
    def __init__(self, content: str) -> None:
        self.content = content
        self.text = Paragraphs()
        self.words: list[str] = []
        self.row: list[RowCell] = []
        self.rows: list[list[RowCell]] = []
        self.edges: list[int] = []  # the right edges of the cells of a row, in twips
        self.edges_of_rows: list[list[int]] = []
        self.encoding = "cp1252"
        self.pending = b""
        self.depth = 0
        self.skipped = 0  # depth of the group whose words are no text; 0 for none
        self.after_unicode = [1]  # for each open group, how many signs stand for one that old readers lack
        self.note: tuple[int, list[str]] | None = None  # depth of one, and the words that it stands behind
        self.notes: list[str] = []

    def read(self) -> None:
        to_skip = 0
        for found in _TOKEN.finditer(self.content):
            if found["hex"] is None:
                self._flush()
            if found["brace"]:
                self._open_or_close(found["brace"])
                continue
            word, number = found["word"], found["number"]
            if word == "footnote" and self.note is None and self.skipped in (0, self.depth):
                self.skipped, self.note = 0, (self.depth, self.words)
                self.words = []
            elif word in _UNSEEN and self.skipped in (0, self.depth):
                self.skipped = self.depth if number != "0" else 0
            elif self.skipped:
                continue
            elif word in _NO_TEXT or found["sign"] == "*":
                self.skipped = self.depth
            elif word == "uc":
                self.after_unicode[-1] = int(number or 1)
            elif word == "u" and number:
                code = int(number) % 65536
                self.words.append(chr(code))
                to_skip = self.after_unicode[-1]
            elif word is not None:
                self._control(word, number)
            elif to_skip and (found["hex"] or found["text"]):
                if found["text"]:
                    self.words.append(found["text"][to_skip:])
                    to_skip = 0
                else:
                    to_skip -= 1
            elif found["hex"]:
                self.pending += bytes.fromhex(found["hex"])
            elif found["sign"]:
                self.words.append(_SIGNS.get(found["sign"], ""))
            elif found["text"]:
                self.words.append(found["text"])
        self._flush()
        self._end_note(0)
        self._end_paragraph()
        self._end_table()
        for note in self.notes:
            self.words = [note]
            self._end_paragraph()

    def _open_or_close(self, brace: str) -> None:
        """Begin or end a group, and with it what it holds: a note, or what is no text."""
        if brace == "{":
            self.depth += 1
            self.after_unicode.append(self.after_unicode[-1])
            return
        self.depth -= 1
        if len(self.after_unicode) > 1:
            self.after_unicode.pop()
        if self.skipped and self.depth < self.skipped:
            self.skipped = 0
        self._end_note(self.depth + 1)

    def _end_note(self, depth: int) -> None:
        """End a note that was begun at a depth or below."""
        if self.note is not None and self.note[0] >= depth:
            self.notes.append(self._taken().strip())
            self.words, self.note = self.note[1], None

    def _flush(self) -> None:
        if self.pending:
            self.words.append(self.pending.decode(self.encoding, "replace"))
            self.pending = b""

    def _control(self, word: str, number: str | None) -> None:
        if word in _CHARACTERS:
            self.words.append(_CHARACTERS[word])
        elif self.note is not None and word in _ENDS:
            self.words.append("\n")
        elif word == "ansicpg" and number and _is_known(f"cp{number}"):
            self.encoding = f"cp{number}"
        elif word in ("par", "sect", "page") and not self.row:
            self._end_paragraph()
        elif word == "par":
            self.words.append(" ")
        elif word == "cell":
            self.row.append(RowCell((Piece(self._taken().replace("\n", " ")),)))
        elif word == "trowd":
            self.edges = []
        elif word == "cellx" and number:
            self.edges.append(int(number))
        elif word == "row":
            self.rows.append(self.row)
            self.edges_of_rows.append(self.edges)
            self.row = []

    def _taken(self) -> str:
        words = "".join(self.words)
        self.words = []
        # the two halves of a character beyond the first plane come one by one
        return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _end_paragraph(self) -> None:
        words = self._taken()
        if not words.strip():
            return
        self._end_table()
        for line in words.split("\n"):
            self.text.add(line)
            self.text.end_line()
        self.text.end_paragraph()

    def _end_table(self) -> None:
        if self.rows:
            rows = _with_spans(self.rows, self.edges_of_rows)
            self.text.add_table(place_cells(rows), tells_spans=rows is not self.rows)
            self.rows, self.edges_of_rows = [], []


MAX_SLACK = 30
"""Edges of cells that stand no further apart, in twips, are one."""


def _with_spans(rows: list[list[RowCell]], edges_of_rows: list[list[int]]) -> list[list[RowCell]]:
    """The rows with how many columns each cell spans, by its edges; as they are where these tell nothing."""
    if any(
        len(edges) < len(row) or edges != sorted(edges)
        for row, edges in zip(rows, edges_of_rows, strict=True)
    ):
        return rows
    grid: list[int] = []
    for edge in sorted({edge for edges in edges_of_rows for edge in edges}):
        if not grid or edge - grid[-1] > MAX_SLACK:
            grid.append(edge)
    spanned = []
    for row, edges in zip(rows, edges_of_rows, strict=True):
        columns = [bisect_right(grid, edge) for edge in edges[: len(row)]]
        widths = [max(1, last - first) for first, last in pairwise([0, *columns])]
        spanned.append([replace(cell, column_span=width) for cell, width in zip(row, widths, strict=True)])
    return spanned


def _is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True
