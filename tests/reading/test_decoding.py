"""Bytes to text: what is honoured, what is refused, and that nothing is ever changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ReadingError
from claimcheck.reading.decoding import decode, is_text_encoding

TEXT = "Zoë’s team: 40 % 👩‍💻 e\u0301"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        pytest.param(b"", None, "", id="empty"),
        pytest.param(TEXT.encode(), None, TEXT, id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), None, TEXT, id="utf-8 mark"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le"), None, TEXT, id="utf-16-le mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), None, TEXT, id="utf-16-be mark"),
        pytest.param(b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), None, TEXT, id="utf-32-le mark"),
        pytest.param(b"\0\0\xfe\xff" + TEXT.encode("utf-32-be"), None, TEXT, id="utf-32-be mark"),
        pytest.param(b"\xef\xbb\xbf", None, "", id="a mark alone"),
        pytest.param("caf\u00e9".encode("cp1252"), "cp1252", "café", id="encoding given"),
        pytest.param(TEXT.encode("utf-16-le"), "utf-16-le", TEXT, id="utf-16 without mark, encoding given"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", TEXT, id="mark and encoding"),
        pytest.param(b"\xef\xbb\xbfword", "utf-8", "word", id="utf-8 mark and encoding"),
        pytest.param(b"one\r\ntwo\rthree\n", None, "one\r\ntwo\rthree\n", id="line ends stay"),
        pytest.param(
            b"\x07bell \x1b[31mred\x1b[0m \x0cpage",
            None,
            "\x07bell \x1b[31mred\x1b[0m \x0cpage",
            id="controls",
        ),
        pytest.param("a\u2028b\u0085c\ufeffd".encode(), None, "a\u2028b\u0085c\ufeffd", id="odd separators"),
    ],
)
def test_text_is_what_the_bytes_say(data, encoding, text):
    assert decode(data, source="x.txt", encoding=encoding) == text


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        pytest.param(
            b"caf\xe9 au lait",
            None,
            "x.txt: not UTF-8: byte 0xE9 at offset 3; it may be Windows-1252: --encoding cp1252",
            id="latin-1",
        ),
        pytest.param(
            b"\xef\xbb\xbfcaf\xe9", None, "x.txt: not UTF-8: byte 0xE9 at offset 6", id="after a mark"
        ),
        pytest.param(
            b"ab\xed\xa0\x80", None, "x.txt: not UTF-8: byte 0xED at offset 2", id="coded surrogate"
        ),
        pytest.param(b"\xff\xfea\0b", None, "x.txt: not UTF-16-LE: byte 0x62 at offset 4", id="half a unit"),
        pytest.param(b"\x81", "cp1252", "x.txt: not CP1252: byte 0x81 at offset 0", id="hole in cp1252"),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "binary file, not text (NUL byte at offset 8)", id="png"
        ),
        pytest.param(bytes(range(1, 32)) * 9, None, "binary file", id="control characters"),
        pytest.param(b"some\0text", "latin-1", "binary file", id="NUL in a given encoding"),
        pytest.param("forty users".encode("utf-16-le"), None, "give --encoding utf-16-le", id="utf-16-le"),
        pytest.param("forty users".encode("utf-16-be"), None, "give --encoding utf-16-be", id="utf-16-be"),
        pytest.param(b"+2AA-", "utf-7", "lone surrogates", id="surrogate through utf-7"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data, encoding, message):
    with pytest.raises(ReadingError) as caught:
        decode(data, source="x.txt", encoding=encoding)
    assert message in str(caught.value)
    assert str(caught.value).startswith("x.txt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "known"),
    [("utf-8", True), ("CP1252", True), ("latin 1", True), ("utf-16", True), ("klingon", False), ("base64", False), ("rot13", False), ("", False), ("undefined", False)],
)  # fmt: skip
def test_only_encodings_of_text_are_known(name, known):
    assert is_text_encoding(name) is known


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_comes_back_from_utf8(text):
    assert decode(text.encode(), source="x") == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_text_or_refused(data):
    try:
        text = decode(data, source="x")
    except ReadingError:
        return
    text.encode()  # no lone surrogate
