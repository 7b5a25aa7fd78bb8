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


PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
OWN = "The pier cost $7 million, and the town council paid most of it in the spring.\n"
EARLIER = "The old mill has 12 rooms, and 300 people came to see it.\n"
FIELDS = "From: Bo Lund <bo@example.org>\nSent: Monday, May 3, 2021 10:12 AM\nTo: Ann Holm\nSubject: Mills of 2018\n"
MARKED = f"On Mon, 3 May 2021 at 10:12, Bo Lund <bo@example.org>\nwrote:\n> {EARLIER}> Bo\n"


@pytest.mark.parametrize(
    "below",
    [
        f"\n{MARKED}",
        f"\n-----Original Message-----\n{FIELDS}\n{EARLIER}",
        f"\n________________________________\n{FIELDS}\n{EARLIER}",
        "\n-- \nAnn Holm\nPier House, founded in 1921\n",
        "\n--\nAnn Holm\nHead of Piers, Holm Ltd.\n",
        f"\n{'_' * 40}\npiers mailing list\nhttps://example.org/piers\n",
        "\n_______________________________________________\npiers mailing list, 2,014 members\n",
    ],
)
def test_signatures_and_earlier_messages_are_no_part_of_a_message(read, below):
    assert read("a.eml", HEAD + PLAIN + OWN + below).text.strip() == OWN.strip()


@pytest.mark.parametrize(
    "note",
    [
        f"FYI\n\n---------- Forwarded message ---------\n{FIELDS}\n\n{OWN}",
        f"FYI\n\nBegin forwarded message:\n\n{FIELDS}\n\n{OWN}\n-- \nBo Lund, since 1921\n",
    ],
)
def test_a_message_that_hands_on_another_is_read_with_it(read, note):
    assert read("a.eml", HEAD + PLAIN + note).text.strip() == f"FYI\n\n{OWN}".strip()


def test_answers_between_the_lines_are_read_with_them(read):
    text = f"{MARKED}\nNo, only 40 came.\n"
    assert read("a.eml", HEAD + PLAIN + OWN + text).text == OWN + text


@pytest.mark.parametrize(
    "words",
    [
        "-- the pier, they said, cost $7 million --\n",
        "On 3 May the mayor wrote: it is 7.\n",
        f"{'_' * 40}\nThe old mill burned down on Monday, and\nnobody was hurt.\n\nAnn\n",
        "--\nRents in Holm: down 5%\n",
        "--\nAnn\n--\nThe mill, which is the oldest of all, was sold.\n",
    ],
)
def test_dashes_and_writing_end_no_message(read, words):
    assert read("a.eml", HEAD + PLAIN + OWN + words).text == OWN + words


def test_a_message_in_a_message_is_read(read):
    parts = (
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n'
        f"--b\r\nContent-Type: message/rfc822\r\n\r\n{HEAD}{PLAIN}{OWN}\r\n--b--\r\n"
    )
    assert read("a.eml", HEAD + parts).text.split("\n") == [OWN.strip(), "", "See below."]


def test_a_plain_part_that_only_names_the_page_gives_way_to_it(read):
    page = f"<html><body><p>{OWN}</p><p>{EARLIER}</p></body></html>"
    for plain, text in (
        ("Your program shows no pages.", f"{OWN}\n{EARLIER}"),
        (OWN + EARLIER, OWN + EARLIER),
    ):
        parts = (
            f'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\n{PLAIN}{plain}\r\n'
            f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--b--\r\n"
        )
        assert read("a.eml", HEAD + parts).text.strip() == text.strip()
