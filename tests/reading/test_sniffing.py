"""Formats that are told by how a file begins, and those that are refused."""

from __future__ import annotations

import gzip
import io
import json
import sys

import pytest

from claimcheck.errors import ReadingError
from claimcheck.reading import ReadingOptions, find_inputs, find_reader, known_suffixes, read_articles
from claimcheck.reading.sniffing import sniff

PAGE = "<!DOCTYPE html><html><body><article><p>The pier cost $7 million, said the mayor of the town.</p></article></body></html>"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1\\ansi It.}", "rtf"),
        (PAGE.encode(), "html"),
        (b"\xef\xbb\xbf <html>", "html"),
        (b"From: a@example.org\r\nDate: Fri, 2 Dec 2022 17:04:16 +0000\r\n\r\nHi", "mail"),
        (b'{"text": "a"}\n{"text": "b"}\n', "jsonl"),
        (b'[\n {"text": "a"}]', "json"),
        (b"PAR1", "parquet"),
        (b"The pier: it is old.\nIt cost $7 million.", None),
        (b"Note: see below\nThe pier is old.", None),
        (b"[1] The pier is old.", None),
    ],
)
def test_the_beginning_tells_the_format(head, name):
    assert sniff(head) == name


def test_an_odd_name_is_read_as_what_it_is(read):
    assert read("page.mhtml", PAGE).text == "The pier cost $7 million, said the mayor of the town.\n"


class Stream:
    """Standard input that holds some bytes."""

    def __init__(self, data):
        self.buffer = io.BytesIO(data)

    def fileno(self):
        raise io.UnsupportedOperation


@pytest.fixture
def read_piped(monkeypatch):
    def read(data):
        monkeypatch.setattr(sys, "stdin", Stream(data))
        (found,) = find_inputs("-", known_suffixes(), lambda _: None)
        has_rows = find_reader(found, ReadingOptions()).has_rows
        articles = list(read_articles(found, ReadingOptions()))
        assert find_reader(found, ReadingOptions()).has_rows == has_rows  # also when it was read
        return articles

    return read


def test_standard_input_is_read_as_what_it_is(read_piped):
    (article,) = read_piped(PAGE.encode())
    assert article.text.startswith("The pier cost")


@pytest.mark.parametrize("data", [PAGE, "The pier cost $7 million, said the mayor."])
def test_packed_standard_input_is_read_as_what_it_holds(read_piped, data):
    (article,) = read_piped(gzip.compress(data.encode()))
    assert article.text.startswith("The pier cost $7 million")


def test_packed_rows_on_standard_input(read_piped):
    articles = read_piped(gzip.compress(b'{"text": "40 boats."}\n{"text": "5 piers."}\n'))
    assert [article.text for article in articles] == ["40 boats.", "5 piers."]


@pytest.mark.parametrize(
    "data",
    [
        b"\x1f\x8b",
        gzip.compress(b"The pier is old.", mtime=0)[:-12],
        b"\x1f\x8bThe pier is no archive at all.",
    ],
)
def test_packed_standard_input_that_is_broken_is_no_empty_text(read_piped, data):
    with pytest.raises(ReadingError, match=r"^-: not a gzip file that can be read"):
        read_piped(data)


def test_a_packed_file_without_its_extension(read):
    assert read("pier", gzip.compress(PAGE.encode())).text.startswith("The pier cost $7 million")
    with pytest.raises(ReadingError, match="a gzip file in a gzip file, which is not read"):
        read("pier", gzip.compress(gzip.compress(b"The pier is old.")))


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"\x89PNG\r\n", "a picture (PNG)"), (b"PK\x03\x04..xl/workbook.xml", "a spreadsheet (XLSX)")],
)
def test_what_is_not_read_says_what_is(read, data, what):
    with pytest.raises(ReadingError) as caught:
        read("a.bin", data)
    assert str(caught.value).startswith(f"a.bin: {what}, which is not read; read are text, markdown, html")


def test_rows_packed_with_gzip(read_all):
    lines = "".join(json.dumps({"text": text}) + "\n" for text in ("40 boats.", "5 piers."))
    articles, _ = read_all("a.jsonl.gz", gzip.compress(lines.encode()))
    assert [article.text for article in articles] == ["40 boats.", "5 piers."]
    with pytest.raises(ReadingError, match="not a gzip file"):
        read_all("a.csv.gz", b"text\n40 boats.\n")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_page_in_wide_characters_is_told_behind_its_mark(encoding):
    assert sniff("\ufeff<!DOCTYPE html><p>The pier</p>".encode(encoding)) == "html"
    assert sniff("\ufeffThe pier cost <p>".encode(encoding)) is None


def test_a_wrong_extension_says_what_the_file_begins_like(read, read_all):
    with pytest.raises(ReadingError) as caught:
        read("a.docx", b"%PDF-1.7 and more")
    assert str(caught.value).endswith(
        "a Word document (DOCX) that can be read; it begins like pdf: --format pdf"
    )
    with pytest.raises(ReadingError, match=r"DOCX\) that can be read$"):
        read("a.docx", b"The pier is old.")
    _, failures = read_all("rows.jsonl", b'{"text": "40 boats."}\nno row\n')
    assert failures == ["rows.jsonl: line 2: not JSON: expecting value (column 1)"]


def test_a_page_that_is_called_a_text_is_told_of(read):
    notes = []
    assert read("a.txt", PAGE, on_note=notes.append).text == PAGE
    assert notes == ["a.txt: read as text, but it begins like a page: --input-format html"]
    notes.clear()
    read("a.txt", "The pier is old.", on_note=notes.append)
    read("a.md", "<p align=center>The pier is old.</p>", on_note=notes.append)
    assert notes == []


@pytest.mark.parametrize(("name", "data"), [("a.csv", b""), ("a.csv", b"text\n"), ("a.jsonl", b"\n")])
def test_a_table_without_rows_is_told_of(read_all, name, data):
    notes = []
    articles, _ = read_all(name, data, on_note=notes.append)
    assert articles == []
    assert notes == [f"{name}: no rows in it"]
