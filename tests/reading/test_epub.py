"""EPUB: the chapters of a book in their order."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimcheck.errors import ReadingError

pytest.importorskip("trafilatura", reason="the extra html is not installed")

BOOK = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>The Pier</dc:title><dc:creator>Ann Holm</dc:creator></metadata><manifest>
<item id="b" href="two.xhtml"/><item id="a" href="one.xhtml"/></manifest>
<spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def epub(folder="", **chapters):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            f"{folder}META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        archive.writestr(f"{folder}OEBPS/book.opf", BOOK)
        for name, body in chapters.items():
            archive.writestr(
                f"{folder}OEBPS/{name}.xhtml",
                f"<html><head><title>x</title></head><body>{body}</body></html>",
            )
    return out.getvalue()


def test_chapters_in_the_order_of_the_spine(read):
    two = "<table><tr><td>Nets</td><td>1,204</td></tr><tr><td>Boats</td><td>12</td></tr></table>"
    article = read("a.epub", epub(two=two, one="<h1>One</h1><p>It cost <b>$7</b> million.</p>"))
    assert article.text == "One\n\nIt cost $7 million.\n\nNets\t1,204\nBoats\t12\n"
    assert (article.title, article.author) == ("The Pier", "Ann Holm")
    assert [article.text[cell.start : cell.end] for cell in article.tables[0].cells] == [
        "Nets",
        "1,204",
        "Boats",
        "12",
    ]


def test_a_book_may_be_packed_with_its_folder(read):
    assert read("a.epub", epub("pier/", one="<p>It has 40 boats.</p>")).text == "It has 40 boats.\n"


def test_what_is_no_book_is_one_clear_line(read):
    with pytest.raises(ReadingError, match=r"a\.epub: not a book \(EPUB\) that can be read"):
        read("a.epub", b"PK")
    with pytest.raises(ReadingError, match=r"a\.epub: no text in this book"):
        read("a.epub", epub(one=""))


def test_numbers_of_notes_are_raised_and_links_back_are_no_words(read):
    one = (
        "<p>It is of 1903.<a href='#n' epub:type='noteref'>1</a> It is old, see <a href='#x'>12</a>.</p>"
        "<p id='n'>The plans are older.<a href='#r' role='doc-backlink'>back</a> <a href='#r'>↩︎</a></p>"
    )
    assert (
        read("a.epub", epub(one=one)).text == "It is of 1903.¹ It is old, see 12.\n\nThe plans are older.\n"
    )


def test_what_stands_inside_code_is_code(read):
    one = "<p>It has 3 masts.</p><pre><span>mast <b>40</b> boats</span></pre><p>It is <code>4 <i>boats</i></code> long.</p>"
    article = read("a.epub", epub(one=one))
    found = [article.text[slice(*aside)] for aside in article.asides]
    assert " ".join(found) == "mast 40 boats 4 boats"


@pytest.mark.parametrize("said", ["epub:type='pagebreak'", "role='doc-pagebreak'"])
def test_the_numbers_of_printed_pages_are_no_words(read, said):
    one = f"<p>It has <span {said} id='p14'>14</span>12 masts.</p>"
    assert read("a.epub", epub(one=one)).text == "It has 12 masts.\n"
