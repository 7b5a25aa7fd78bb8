# ruff: noqa: PLC0415 - each package is an extra
"""The programs that print the layouts of `pdf_printing.py`, each with what it takes to tell it a layout."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pdf_printing import Block, Layout

    Jobs = Sequence[tuple[Sequence[Block], Path]]

HEAD = "Harbour Review"
TABLE = [
    ["Port", "2017", "2018", "2019"],
    ["North Quay", "120", "131", "128"],
    ["South Quay", "88", "90", "97"],
]
MM = 72 / 25.4


TEMPLATES = Path(__file__).with_name("pdf_templates")


def _filled(name: str, layout: Layout, **values: object) -> str:
    """A template with what a layout says, and other values."""
    return Template((TEMPLATES / name).read_text(encoding="utf-8")).substitute({**vars(layout), **values})


class Producer(NamedTuple):
    """A program: whether it can print a layout, and what prints the blocks of some documents."""

    can_print: Callable[[Layout], bool]
    print: Callable[[Jobs, Layout], None]


# HTML: Chromium and WeasyPrint


def css_of(layout: Layout) -> str:
    """A layout as a style sheet."""
    width, height = layout.page
    boxes = ""
    if layout.heads:
        boxes += f'@top-center {{ content: "{HEAD}"; font: 8pt "{layout.font}" }}'
        boxes += f'@bottom-right {{ content: counter(page); font: 8pt "{layout.font}" }}'
    if layout.feet:
        boxes += f'@bottom-left {{ content: "{layout.feet}"; font: 8pt "{layout.font}" }}'
    return _filled(
        "page.css",
        layout,
        width=width,
        height=height,
        margin=max(layout.margin, 15) if boxes else layout.margin,
        boxes=boxes,
        align="justify" if layout.justified else layout.align,
        hyphens="auto" if layout.hyphenated else "manual",
        columns=layout.columns if layout.columns > 1 else "auto",
    )


def html_of(blocks: Sequence[Block], layout: Layout) -> str:
    """Blocks as a page; footnotes as WeasyPrint has them."""
    parts = ['<p class="water">DRAFT</p>'] if layout.watermark else []
    notes: list[str] = []
    headings = items = 0
    is_first = True
    for block in blocks:
        text = escape(block.text)
        if block.kind == "heading":
            headings += 1
            parts.append(f"<h2>{f'{headings}. ' if layout.numbered and headings > 1 else ''}{text}</h2>")
            is_first = True
        elif block.kind == "item":
            items += 1
            new_slide = ' class="slide"' if layout.slides and items % 4 == 0 else ""
            parts.append(f"<ul{new_slide} style='margin: 0'><li>{text}</li></ul>")
        elif block.kind == "paragraph":
            parts.append(_html_paragraph(block, layout, notes, is_first=is_first))
            is_first = False
        else:
            parts.append(_html_insert(block.kind, text))
    if notes:
        parts.append("<h2>Notes</h2>" + "".join(f'<p class="end">{note}</p>' for note in notes))
    return f'<html lang="en"><meta charset="utf-8"><style>{css_of(layout)}</style>{"".join(parts)}</html>'


def _html_paragraph(block: Block, layout: Layout, notes: list[str], *, is_first: bool) -> str:
    before, after = escape(block.text[: block.note_at]), escape(block.text[block.note_at :])
    if not block.note:
        before, mark = "", ""
        after = escape(block.text)
    elif layout.notes == "foot":
        mark = f'<span class="note">{escape(block.note)}</span>'
    else:
        number = len(notes) + 1
        mark = f"[{number}]" if layout.notes == "brackets" else f"<sup>{number}</sup>"
        notes.append(f"{mark} {escape(block.note)}")
    text = before + mark + after
    if layout.small_caps and is_first and not before:
        head, tail = text.split(" ", 4)[:4], text.split(" ", 4)[4:]
        text = " ".join([f'<span class="small">{" ".join(head)}</span>', *tail])
    return f"<p{' class=drop' if layout.drop_caps and is_first else ''}>{text}</p>"


def _html_insert(kind: str, text: str) -> str:
    if kind == "table":
        rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
        return f"<figure><figcaption>{text}</figcaption><table>{rows}</table></figure>"
    if "figure" in kind:
        return f"<figure><div></div><figcaption>{text}</figcaption></figure>"
    return f'<p class="{"quote" if kind == "pull quote" else "box"}">{text}</p>'


def _print_chromium(jobs: Jobs, layout: Layout) -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        for blocks, path in jobs:
            page.write_text(html_of(blocks, layout), encoding="utf-8")
            command = [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
            command += [
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={path.resolve()}",
                page.as_uri(),
            ]
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603


def _print_weasyprint(jobs: Jobs, layout: Layout) -> None:
    import weasyprint

    for blocks, path in jobs:
        weasyprint.HTML(string=html_of(blocks, layout)).write_pdf(path)


# Typst


def _print_typst(jobs: Jobs, layout: Layout) -> None:
    import typst

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.typ"
        shutil.copy(TEMPLATES / "page.typ", source)
        for blocks, path in jobs:
            rows = [
                {**vars(block), "before": block.text[: block.note_at], "after": block.text[block.note_at :]}
                for block in blocks
            ]
            data = {"layout": vars(layout), "blocks": rows, "table": TABLE, "head": HEAD}
            (Path(folder) / "data.json").write_text(json.dumps(data), encoding="utf-8")
            typst.compile(source, output=path)


# LibreOffice, from flat OpenDocument text


def fodt_of(blocks: Sequence[Block], layout: Layout) -> str:
    """Blocks as a flat OpenDocument text."""
    return _fodt(layout, "".join(_in_fodt(block, number, layout) for number, block in enumerate(blocks)))


def _in_fodt(block: Block, number: int, layout: Layout) -> str:
    text = escape(block.text)
    if block.kind == "heading":
        return f'<text:h text:style-name="Head" text:outline-level="1">{text}</text:h>'
    if block.kind == "item":
        item = f'<text:list-item><text:p text:style-name="Body">{text}</text:p></text:list-item>'
        return f"<text:list>{item}</text:list>"
    if block.note:
        before, after = escape(block.text[: block.note_at]), escape(block.text[block.note_at :])
        note = (
            f'<text:note text:note-class="{"endnote" if layout.notes == "end" else "footnote"}">'
            f"<text:note-citation>{number}</text:note-citation><text:note-body>"
            f'<text:p text:style-name="Note">{escape(block.note)}</text:p></text:note-body></text:note>'
        )
        text = f"{before}{note}{after}"
    style = {"paragraph": "Body", "pull quote": "Quote"}.get(block.kind, "Small")
    paragraph = f'<text:p text:style-name="{style}">{text}</text:p>'
    return paragraph + _table_in_fodt() if block.kind == "table" else paragraph


def _table_in_fodt() -> str:
    rows = (
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        for row in TABLE
    )
    columns = '<table:table-column table:number-columns-repeated="4"/>'
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f"<table:table>{columns}{body}</table:table>"


def _fodt(layout: Layout, body: str) -> str:
    width, height = layout.page
    has_feet = bool(layout.heads or layout.feet)
    feet = escape(layout.feet) + (" <text:page-number/>" if layout.heads else "")
    return _filled(
        "page.fodt",
        layout,
        body=body,
        width=width,
        height=height,
        align="justify" if layout.justified else layout.align,
        hyphens=str(layout.hyphenated).lower(),
        percent=round(100 * layout.leading / 1.15),
        heading_size=layout.size * layout.heading_scale,
        quote_size=layout.size * 1.5,
        numbered=str(layout.line_numbers).lower(),
        head_room='fo:min-height="8mm" fo:margin-bottom="3mm"' if layout.heads else "",
        foot_room='fo:min-height="8mm" fo:margin-top="3mm"' if has_feet else "",
        header=f'<style:header><text:p text:style-name="Small">{HEAD}</text:p></style:header>' * layout.heads,
        footer=f'<style:footer><text:p text:style-name="Small">{feet}</text:p></style:footer>' * has_feet,
    )


def _print_libreoffice(jobs: Jobs, layout: Layout) -> None:
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for blocks, path in jobs:
            place = Path(folder) / f"{path.stem}.fodt"
            place.write_text(fodt_of(blocks, layout), encoding="utf-8")
            names.append(str(place))
        if not names:
            return
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to"]
        subprocess.run([*command, "pdf", "--outdir", folder, *names], check=True, capture_output=True)  # noqa: S603
        for _, path in jobs:
            shutil.move(Path(folder) / path.name, path)


# ReportLab


def _print_reportlab(jobs: Jobs, layout: Layout) -> None:
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
    from reportlab.platypus.doctemplate import LayoutError

    width, height = (edge * MM for edge in layout.page)
    margin, gutter = layout.margin * MM, layout.gutter * MM
    measure = (width - 2 * margin - gutter * (layout.columns - 1)) / layout.columns
    frames = [
        Frame(margin + column * (measure + gutter), margin, measure, height - 2 * margin, 0, 0, 0, 0)
        for column in range(layout.columns)
    ]

    def furnish(canvas: Any, document: Any) -> None:
        canvas.setFont("Times-Roman", 8)
        if layout.heads:
            canvas.drawCentredString(width / 2, height - margin * 0.6, HEAD)
            canvas.drawRightString(width - margin, margin * 0.6, str(document.page))
        canvas.drawString(margin, margin * 0.6, layout.feet)
        if layout.watermark:
            canvas.saveState()
            canvas.translate(width / 2, height / 2)
            canvas.rotate(40)
            canvas.setFillGray(0.85)
            canvas.setFont("Times-Roman", 70)
            canvas.drawCentredString(0, 0, "DRAFT")
            canvas.restoreState()

    for blocks, path in jobs:
        document = BaseDocTemplate(str(path), pagesize=(width, height))
        document.addPageTemplates(PageTemplate(frames=frames, onPage=furnish))
        try:
            document.build(_flowables(blocks, layout))
        except LayoutError:  # it cannot split some paragraphs
            path.unlink(missing_ok=True)


def _flowables(blocks: Sequence[Block], layout: Layout) -> list[Any]:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, Spacer, Table

    family = "Helvetica" if "Sans" in layout.font else "Courier" if "Mono" in layout.font else "Times-Roman"
    bold = family.replace("-Roman", "") + "-Bold"
    alignment = 4 if layout.justified else {"left": 0, "center": 1}[layout.align]
    body = ParagraphStyle(
        "body", fontName=family, fontSize=layout.size, leading=layout.size * layout.leading,
        alignment=alignment,
        spaceAfter=layout.gap, firstLineIndent=layout.indent, allowOrphans=1, allowWidows=1,
        hyphenationLang="en_US" if layout.hyphenated else "", embeddedHyphenation=1, uriWasteReduce=0.3,
    )  # fmt: skip
    size = layout.size * layout.heading_scale
    head = ParagraphStyle(
        "head", fontName=bold, fontSize=size, leading=size * 1.2, spaceBefore=8, spaceAfter=4
    )
    small = ParagraphStyle("small", fontName=family, fontSize=8.5, leading=10, spaceAfter=8)
    quote = ParagraphStyle(
        "quote", parent=small, fontSize=1.5 * layout.size, leading=1.9 * layout.size, alignment=1
    )
    item = ParagraphStyle("item", parent=body, leftIndent=14)
    styles = {"paragraph": body, "heading": head, "item": item, "pull quote": quote}
    found: list[Any] = []
    notes: list[str] = []
    for block in blocks:
        text = escape(block.text)
        if block.note:
            number = len(notes) + 1
            mark = f"[{number}]" if layout.notes == "brackets" else f"<super>{number}</super>"
            notes.append(f"{mark} {escape(block.note)}")
            text = escape(block.text[: block.note_at]) + mark + escape(block.text[block.note_at :])
        elif block.kind == "item":
            text = f"<bullet>•</bullet>{text}"
        found += [Spacer(1, 60)] if "figure" in block.kind else []
        found.append(Paragraph(text, styles.get(block.kind, small)))
        found += [Table(TABLE)] if block.kind == "table" else []
    if notes:
        found += [Paragraph("Notes", head), *(Paragraph(note, small) for note in notes)]
    return found


# fpdf2


def _print_fpdf2(jobs: Jobs, layout: Layout) -> None:
    from fpdf import FPDF

    class Document(FPDF):
        def header(self) -> None:
            if layout.heads:
                self.set_font(family, size=8)
                self.cell(0, 4, HEAD, align="C")
                self.ln(8)

        def footer(self) -> None:
            self.set_y(-layout.margin * 0.7)
            self.set_font(family, size=8)
            if layout.feet:
                self.cell(0, 4, layout.feet)
            if layout.heads:
                self.cell(0, 4, str(self.page_no()), align="R")

    family = "text"
    files = {}
    for style, pattern in (("", ":style=Regular"), ("B", ":style=Bold")):
        command = ["fc-match", "-f", "%{file}", layout.font + pattern]
        found = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
        files[style] = found.stdout
    for blocks, path in jobs:
        document = Document(format=layout.page)
        document.set_margin(layout.margin)
        document.set_auto_page_break(auto=True, margin=layout.margin)
        for style, file in files.items():
            document.add_font(family, style, file)
        document.add_page()
        _write_fpdf2(document, family, blocks, layout)
        document.output(str(path))


def _write_fpdf2(document: Any, family: str, blocks: Sequence[Block], layout: Layout) -> None:
    align = "JUSTIFY" if layout.justified else {"left": "LEFT", "center": "CENTER"}[layout.align]
    with document.text_columns(ncols=layout.columns, gutter=layout.gutter, text_align=align) as columns:
        for block in blocks:
            is_heading = block.kind == "heading"
            scale = layout.heading_scale if is_heading else 1.5 if block.kind == "pull quote" else 1
            size = 8.5 if block.kind in ("figure", "box") else layout.size * scale
            document.set_font(family, "B" if is_heading else "", size)
            with columns.paragraph(
                line_height=1.2 if is_heading else layout.leading, bottom_margin=layout.gap / MM,
                top_margin=3 if is_heading else 0, first_line_indent=0 if is_heading else layout.indent / MM,
            ) as paragraph:  # fmt: skip
                paragraph.write(f"• {block.text}" if block.kind == "item" else block.text)
                paragraph.ln()


_IN_HTML_ONLY = ("drop_caps", "small_caps", "slides")


def _lacks(*names: str) -> Callable[[Layout], bool]:
    """Whether a layout asks for none of what a program cannot do."""

    def can_print(layout: Layout) -> bool:
        floats = "floating" in names and "floating figure" in layout.inserts
        return not floats and not any(getattr(layout, name) for name in names if name != "floating")

    return can_print


def _can_chromium(layout: Layout) -> bool:
    return layout.notes != "foot" and _lacks("floating", "line_numbers")(layout)


def _can_typst(layout: Layout) -> bool:
    return layout.notes in ("", "foot") and _lacks(*_IN_HTML_ONLY)(layout)


def _can_libreoffice(layout: Layout) -> bool:
    return layout.notes != "brackets" and _lacks(*_IN_HTML_ONLY, "floating", "watermark", "numbered")(layout)


def _can_reportlab(layout: Layout) -> bool:
    lacks = _lacks(*_IN_HTML_ONLY, "floating", "line_numbers", "tracking", "heading_tracking", "numbered")
    return layout.notes != "foot" and lacks(layout)


def _can_fpdf2(layout: Layout) -> bool:
    lacks = _lacks(
        *_IN_HTML_ONLY, "notes", "line_numbers", "tracking", "heading_tracking", "numbered", "watermark"
    )
    return "table" not in layout.inserts and "floating figure" not in layout.inserts and lacks(layout)


PRODUCERS = {
    "chromium": Producer(_can_chromium, _print_chromium),
    "weasyprint": Producer(_lacks("floating", "line_numbers"), _print_weasyprint),
    "typst": Producer(_can_typst, _print_typst),
    "libreoffice": Producer(_can_libreoffice, _print_libreoffice),
    "reportlab": Producer(_can_reportlab, _print_reportlab),
    "fpdf2": Producer(_can_fpdf2, _print_fpdf2),
}
_MODULES = {"weasyprint": "weasyprint", "typst": "typst", "reportlab": "reportlab", "fpdf2": "fpdf"}
_PROGRAMS = {"chromium": ("chromium", "google-chrome"), "libreoffice": ("soffice",)}


def available() -> list[str]:
    """The producers that are there."""
    return [
        name
        for name in PRODUCERS
        if (name in _MODULES and find_spec(_MODULES[name]))
        or any(shutil.which(program) for program in _PROGRAMS.get(name, ()))
    ]
