"""ODT: paragraphs and tables of OpenDocument texts."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimcheck.errors import ReadingError

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "drawing")
)


def odt(body, styles=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
    return out.getvalue()


def test_paragraphs_and_tables(read):
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    rows = "".join(
        f"<table:table-row>{''.join(cell.format('', words) for words in row)}</table:table-row>"
        for row in (("Nets", "1,204"), ("Boats", "12"))
    )
    body = (
        "<text:h>The pier</text:h><text:p>It cost<text:s/>$7 <text:span>million</text:span>."
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Of 1899.</text:p>"
        "</text:note-body></text:note> It is old.</text:p>"
        f"<table:table>{rows}</table:table>"
    )
    article = read("a.odt", odt(body))
    assert article.text == (
        "The pier\n\nIt cost $7 million. It is old.\n\nNets\t1,204\nBoats\t12\n\nOf 1899.\n"
    )
    assert len(article.tables[0].cells) == 4


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"PK", "not an OpenDocument text (ODT) that can be read"), (odt(""), "no text in this document")],
)
def test_what_cannot_be_read_is_one_clear_line(read, data, message):
    with pytest.raises(ReadingError) as caught:
        read("a.odt", data)
    assert str(caught.value) == f"a.odt: {message}"


def test_code_is_read_and_holds_no_claims(read):
    style = '<style:style style:name="P7" style:parent-style-name="Preformatted_20_Text"/>'
    body = "".join(
        f'<text:p text:style-name="{name}">{words}</text:p>'
        for name, words in (("P1", "It has 3 masts."), ("P7", "mast 40 boats"), ("Source_20_Code", "4 boats"))
    )
    article = read("a.odt", odt(body, style))
    assert article.text == "It has 3 masts.\n\nmast 40 boats\n\n4 boats\n"
    assert [article.text[slice(*aside)] for aside in article.asides] == ["mast 40 boats", "4 boats"]


FONTS = """<style:style style:name="P8"><style:text-properties style:font-name="Liberation Mono"/></style:style>
<style:style style:name="T1"><style:text-properties style:font-name="Liberation Serif"/></style:style>"""


def test_code_among_words_holds_no_claims(read):
    body = '<text:p>Give <text:span text:style-name="Source_20_Text">--boats 40</text:span> to <text:span text:style-name="T1">it</text:span>.</text:p>'
    article = read("a.odt", odt(body, FONTS))
    assert [article.text[slice(*aside)] for aside in article.asides] == ["--boats 40"]


@pytest.mark.parametrize(("words", "asides"), [("mast 40", ["mast 40"]), ("It has 3 masts and 2 boats", [])])
def test_a_font_tells_code_in_a_text_that_is_set_in_another(read, words, asides):
    body = (
        f'<text:p text:style-name="P8">{words}</text:p><text:p text:style-name="T1">It has a pier.</text:p>'
    )
    article = read("a.odt", odt(body, FONTS))
    assert [article.text[slice(*aside)] for aside in article.asides] == asides


def test_a_text_box_stands_behind_its_paragraph(read):
    box = (
        "<drawing:frame><drawing:text-box><text:p>Opened in 1899</text:p></drawing:text-box></drawing:frame>"
    )
    body = f"<text:p>It is {box}old.</text:p><text:p>It has a pier.</text:p>"
    assert read("a.odt", odt(body)).text == "It is old.\n\nOpened in 1899\n\nIt has a pier.\n"


def table(*rows):
    cells = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows)
    return (
        f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"
    )


def test_a_table_that_lays_out_a_page_is_read_as_its_cells(read):
    inner = table(["<text:p>2021</text:p>", "<text:p>Head of the yard</text:p>"])
    outer = table(["<text:p>Ida Lund</text:p>", f"<text:p>Work</text:p>{inner}"])
    assert read("a.odt", odt(outer)).text == "Ida Lund\n\nWork\n\n2021\tHead of the yard\n"
