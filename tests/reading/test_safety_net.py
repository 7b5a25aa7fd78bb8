"""Whatever an input holds, it is a `ReadingError` of one line, or a bad row; the others are read."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path, PurePath

import pyarrow as pa
import pytest
from pyarrow import parquet

from claimcheck.errors import ReadingError
from claimcheck.reading import READERS, Input, Reader, ReadingOptions, inputs, json_lines, read_articles


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def read_all(name, content, **options):
        path = Path(name)
        if content is not None:
            path.write_bytes(content)
        bad_rows = []
        how = ReadingOptions(on_bad_row=bad_rows.append, **options)
        articles = list(read_articles(Input(name, path, PurePath(name)), how))
        return articles, [str(error) for error in bad_rows]

    return read_all


def test_what_a_library_raises_is_one_line_with_the_source(read, monkeypatch):
    def fail(source, options):
        yield from ()
        raise KeyError("a line\nand another")

    monkeypatch.setitem(READERS, "text", Reader(fail, (".txt",)))
    with pytest.raises(ReadingError) as caught:
        read("a.txt", b"words")
    assert str(caught.value) == r"a.txt: cannot be read: KeyError: 'a line\nand another'"


@pytest.mark.parametrize(
    "charset",
    ["base64", "hex", "rot13", "zlib", "idna", "punycode", "unicode_escape", "utf-7", "undefined", "x-none"],
)
def test_a_page_in_what_is_no_encoding_of_pages(read, charset):
    # as in browsers, a label that names none is passed over
    (article,), _ = read("a.html", f'<meta charset="{charset}"><p>It paid €5.</p>'.encode())
    assert article.text == "It paid €5.\n"


def test_front_matter_that_is_nested_without_end(read):
    (article,), _ = read("a.md", b"+++\ntitle = " + b"[" * 5000 + b"\n+++\nIt paid $5.\n")
    assert article.text.strip() == "It paid $5."


def test_front_matter_with_a_number_without_end(read):
    (article,), _ = read("a.md", b"+++\nx = " + b"1" * 5000 + b"\n+++\nIt paid $5.\n")
    assert article.text.strip() == "It paid $5."


@pytest.mark.parametrize("depth", [50, 90])
def test_a_field_that_is_nested_is_kept(read, depth):
    row = '{"text": "It paid.", "more": ' + "[" * depth + "]" * depth + "}\n"
    (article,), bad_rows = read("a.jsonl", row.encode(), keep_fields=("more",))
    assert not bad_rows
    assert json.dumps(article.fields["more"]).count("[") == depth


def test_a_field_that_is_nested_without_end_spoils_its_row_alone(read):
    rows = [
        '{"text": "One.", "more": 1}',
        '{"text": "Two.", "more": ' + "[" * 400 + "]" * 400 + "}",
        '{"text": "Three.", "more": ' + '{"a":' * 300 + "1" + "}" * 300 + "}",
        '{"text": "Four.", "more": 4}',
    ]
    articles, bad_rows = read("a.jsonl", "\n".join(rows).encode(), keep_fields=("more",))
    assert [article.text for article in articles] == ["One.", "Four."]
    assert bad_rows == [f"a.jsonl: line {line}: 'more' is nested more than 100 deep" for line in (2, 3)]


def test_parquet_text_that_is_not_utf_8_spoils_its_row_alone(read):
    good, bad = "It paid €5.".encode(), b"It paid \xff\xfe."
    offsets = pa.py_buffer(
        b"".join(
            n.to_bytes(4, "little") for n in (0, len(good), len(good) + len(bad), 2 * len(good) + len(bad))
        )
    )
    column = pa.StringArray.from_buffers(3, offsets, pa.py_buffer(good + bad + good))
    parquet.write_table(pa.table({"text": column}), "a.parquet")
    articles, bad_rows = read("a.parquet", None)
    assert [article.source for article in articles] == ["a.parquet#1", "a.parquet#3"]
    assert len(bad_rows) == 1
    assert bad_rows[0].startswith("a.parquet: row 2: cannot be read: UnicodeDecodeError")


def test_two_columns_of_one_name_are_not_guessed_between(read):
    table = pa.Table.from_arrays([pa.array(["One."]), pa.array(["Two."])], names=["text", "text"])
    parquet.write_table(table, "a.parquet")
    with pytest.raises(ReadingError, match=r"^a\.parquet: two columns have the same name$"):
        read("a.parquet", None)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.csv"])
def test_what_has_no_end_is_refused(read, monkeypatch, name):
    monkeypatch.setattr(inputs, "MAX_BYTES", 3_000_000)
    Path(name).symlink_to("/dev/zero")
    with pytest.raises(ReadingError, match=f"^{name}: longer than 3,000,000 bytes"):
        read(name, None)


def test_a_line_that_has_no_end_is_refused(read, monkeypatch):
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 1000)
    with pytest.raises(ReadingError, match=r"line 2 is longer than 1,000 bytes"):
        read("a.jsonl", b'{"text": "One."}\n' + b" " * 1001)


@pytest.mark.parametrize("number", [4_300, 5_000])
@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.parquet", "a.csv", "a.jsonl", "a.html", "a.md"])
def test_a_head_of_many_digits_is_read_or_refused(read, name, number):
    head = {"a.pdf": b"%PDF-1.", "a.docx": b"PK\x03\x04", "a.parquet": b"PAR1", "a.jsonl": b'{"text": '}
    with suppress(ReadingError):
        read(name, head.get(name, b"<p>") + b"7" * number)


def test_what_a_library_says_over_lines_is_one_line(read):
    for content in (b"PAR1" + b"\x15" * 40 + b"\x04\x00\x00\x00PAR1", b"PAR1PAR1"):
        with pytest.raises(ReadingError, match=r"^a\.parquet: not Parquet that can be read: [^\n]+$"):
            read("a.parquet", content)
