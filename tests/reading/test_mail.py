"""Mail: the text of a message, with its subject, sender and day."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.errors import ReadingError

HEAD = (
    "From: Ann Holm <ann@example.org>\r\nTo: b@example.org\r\nDate: Fri, 2 Dec 2022 17:04:16 -0500\r\n"
    "Subject: The pier\r\nMIME-Version: 1.0\r\n"
)


def test_the_plain_text_is_read_once_it_is_decoded(read):
    body = (
        'Content-Type: multipart/alternative; boundary="00095c"\r\n\r\n--00095c\r\n'
        'Content-Type: text/plain; charset="UTF-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        "VGhlIHBpZXIgY29zdCAkNyBtaWxsaW9uLg0K\r\n--00095c--\r\n"
    )
    article = read("a.eml", HEAD + body)
    assert article.text == "The pier cost $7 million.\n"
    assert (article.title, article.author, article.published) == (
        "The pier",
        "Ann Holm",
        dt.date(2022, 12, 2),
    )


def test_a_message_that_is_a_page_is_read_as_one(read):
    page = "<html><body><p>The pier cost $7 million, said the mayor of the town on Monday.</p></body></html>"
    article = read("a.eml", f"{HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n{page}")
    assert article.text == "The pier cost $7 million, said the mayor of the town on Monday.\n"


def test_a_message_without_text_is_one_clear_line(read):
    with pytest.raises(ReadingError, match=r"a\.eml: no text in this message"):
        read("a.eml", f"{HEAD}Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n")


def test_what_has_no_header_fields_is_no_message(read):
    with pytest.raises(ReadingError, match=r"a\.eml: not a message: it begins with no header fields"):
        read("a.eml", b"\x8f\x03 40 boats \xfe")
