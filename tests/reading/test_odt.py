"""ODT: paragraphs and tables of OpenDocument texts."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimcheck.errors import ReadingError

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
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
