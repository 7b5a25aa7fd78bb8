"""The tables of `data/tables/tables.txt`, set in every format that holds tables.

Each cell with a figure says in braces what it is worth. The same table is written as a page, as a Word document,
on a page of a PDF and so on; each must give the same claims.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from dataclasses import dataclass, field

INTRO = "The following was said by the board when it met the members in the old town hall of the county."
OUTRO = (
    "The board thanked the members for coming, and the meeting was closed after the last of the questions."
)
_WORTH = re.compile(r"\s*\{(?P<worth>[^{}]*)\}\s*\Z")
_SPAN = re.compile(r"\s*\[(?P<span>\d)\]\s*\Z")


@dataclass(frozen=True)
class Cell:
    """Words, how many columns they span, and what they are worth: (number, unit), or None for nothing."""

    words: str
    span: int = 1
    worth: tuple[float, str] | None = None
    period: str | None = None


@dataclass
class GoldTable:
    """A table with its right claims.

    Attributes:
        name: its id.
        above: the line above it.
        heads, rows: its rows.
    """

    name: str
    above: str = ""
    heads: list[list[Cell]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)

    def claims(self):
        """What it says: (subject, words of the cell, number, unit, period)."""
        found = []
        for row in self.rows:
            for column, cell in enumerate(row):
                if cell.worth is not None:
                    period = next((head[column].period for head in self.heads if column < len(head)), None)
                    found.append((row[0].words, cell.words, *cell.worth, period))
        return found


def _cell(text):
    worth = period = None
    span = 1
    if found := _WORTH.search(text):
        text = text[: found.start()]
        if found["worth"].startswith("@"):
            period = found["worth"][1:]
        else:
            number, unit = found["worth"].split(" ")
            worth = (number if unit in ("date", "version") else float(number)), unit
    if found := _SPAN.search(text):
        text, span = text[: found.start()], int(found["span"])
    return Cell(text.strip(), span, worth, period)


def load_tables(text):
    """The tables of the file, in their order."""
    tables = []
    for line in text.splitlines():
        if line.startswith("=="):
            tables.append(GoldTable(line[2:].strip()))
        elif line.startswith(">"):
            tables[-1].above = line[1:].strip()
        elif line.strip() and not line.startswith("//"):
            is_head = line.startswith("#") and not line.startswith("#T")
            cells = [_cell(part) for part in line.removeprefix("# ").removeprefix("#").split("|")]
            (tables[-1].heads if is_head else tables[-1].rows).append(cells)
    return tables


# Formats


def as_html(table):
    """A page."""
    rows = []
    for row, tag in [*((row, "th") for row in table.heads), *((row, "td") for row in table.rows)]:
        cells = "".join(
            f"<{tag}{f' colspan={cell.span}' if cell.span > 1 else ''}>{html.escape(cell.words)}</{tag}>"
            for cell in row
        )
        rows.append(f"<tr>{cells}</tr>")
    body = f"<p>{INTRO}</p><p>{html.escape(table.above)}</p><table>{''.join(rows)}</table><p>{OUTRO}</p>"
    return f"<!DOCTYPE html><html><body><article><h1>What was said</h1>{body}</article></body></html>"


def _flat(row):
    """The words of a row by column, empty below a span."""
    return [words for cell in row for words in (cell.words, *[""] * (cell.span - 1))]


def as_markdown(table):
    """A table with pipes; further heads are rows of it."""
    first, *others = [_flat(row) for row in (*table.heads, *table.rows)]
    lines = [first, ["---"] * len(first), *others]
    rows = "\n".join("| " + " | ".join(words.replace("#", "\\#") for words in line) + " |" for line in lines)
    return f"# What was said\n\n{INTRO}\n\n{table.above}\n\n{rows}\n\n{OUTRO}\n"


def as_tabs(table):
    """Text with tabs between the cells."""
    rows = "\n".join("\t".join(_flat(row)) for row in (*table.heads, *table.rows))
    return f"{INTRO}\n\n{table.above}\n\n{rows}\n\n{OUTRO}\n"


def as_columns(table):
    """Text set in columns by spaces, the figures flush right."""
    rows = [*table.heads, *table.rows]
    width = max(sum(cell.span for cell in row) for row in rows)
    widths = [0] * width
    for row in rows:
        column = 0
        for cell in row:
            if cell.span == 1:
                widths[column] = max(widths[column], len(cell.words))
            column += cell.span
    lines = []
    for row in rows:
        line, column = "", 0
        for cell in row:
            room = sum(widths[column : column + cell.span]) + 3 * (cell.span - 1)
            words = cell.words.ljust(room) if column == 0 else cell.words.rjust(room)
            if cell.span > 1:
                words = cell.words.center(room)
            line += words + "   "
            column += cell.span
        lines.append(line.rstrip())
    return f"{INTRO}\n\n{table.above}\n\n" + "\n".join(lines) + f"\n\n{OUTRO}\n"


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def as_docx(table):
    """A Word document."""

    def paragraph(words):
        return f"<w:p><w:r><w:t>{html.escape(words)}</w:t></w:r></w:p>"

    def cell(own):
        span = f'<w:tcPr><w:gridSpan w:val="{own.span}"/></w:tcPr>' if own.span > 1 else ""
        return f"<w:tc>{span}{paragraph(own.words)}</w:tc>"

    rows = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in (*table.heads, *table.rows))
    body = f"{paragraph(INTRO)}{paragraph(table.above)}<w:tbl>{rows}</w:tbl>{paragraph(OUTRO)}"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
    return file.getvalue()


_ODT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def as_odt(table):
    """A document of OpenOffice."""

    def paragraph(words):
        return f"<text:p>{html.escape(words)}</text:p>"

    def cell(own):
        span = f' table:number-columns-spanned="{own.span}"' if own.span > 1 else ""
        covered = "<table:covered-table-cell/>" * (own.span - 1)
        return f"<table:table-cell{span}>{paragraph(own.words)}</table:table-cell>{covered}"

    rows = "".join(
        f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in (*table.heads, *table.rows)
    )
    body = f"{paragraph(INTRO)}{paragraph(table.above)}<table:table>{rows}</table:table>{paragraph(OUTRO)}"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {_ODT}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return file.getvalue()


def as_epub(table):
    """A book of one chapter."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
        package.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf"/></rootfiles></container>',
        )
        package.writestr(
            "book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
            '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
        )
        package.writestr("a.xhtml", as_html(table))
    return file.getvalue()


def as_pdf(table):
    """A page of a PDF: the first column flush left, the figures flush right, spans centred."""
    import fpdf

    pdf = fpdf.FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=9)
    pdf.multi_cell(90, 5, in_latin(INTRO))  # two lines, whose distance is the usual one
    pdf.set_x(pdf.l_margin)
    pdf.ln(4)
    pdf.multi_cell(0, 5, in_latin(table.above))
    pdf.ln(4)
    width = max(sum(cell.span for cell in row) for row in (*table.heads, *table.rows))
    first = max(pdf.get_string_width(in_latin(row[0].words)) for row in (*table.heads, *table.rows)) + 6
    each = min((190 - first) / max(1, width - 1), 34)
    for row in (*table.heads, *table.rows):
        y = pdf.get_y()
        column = 0
        for cell in row:
            left = 10 if column == 0 else 10 + first + each * (column - 1)
            room = first if column == 0 else each * cell.span
            words = in_latin(cell.words)
            length = pdf.get_string_width(words)
            x = left if column == 0 else left + room - length
            if cell.span > 1:
                x = left + (room - length) / 2
            if words:
                pdf.text(x, y + 4, words)
            column += cell.span
        pdf.set_y(y + 5)
    pdf.ln(6)
    pdf.multi_cell(0, 5, in_latin(OUTRO))
    return bytes(pdf.output())


def in_latin(words):
    """What the standard fonts of a PDF can write."""
    return (
        words.replace("—", "-").replace("–", "-").replace("₹", "Rs").replace("€", "EUR").replace("¥", "JPY")
    )


FORMATS = {
    "html": (as_html, "html"),
    "markdown": (as_markdown, "md"),
    "tabs": (as_tabs, "txt"),
    "columns": (as_columns, "txt"),
    "docx": (as_docx, "docx"),
    "odt": (as_odt, "odt"),
    "epub": (as_epub, "epub"),
    "pdf": (as_pdf, "pdf"),
}
