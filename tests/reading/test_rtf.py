"""RTF: words without control words, tables as rows."""

from __future__ import annotations

import pytest

from claimcheck.errors import ReadingError


def test_paragraphs_without_fonts_and_fields(read):
    article = read(
        "a.rtf",
        r"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\*\generator Wren 3;}\f0\fs36 The pier cost "
        r"{\b $7} million\u8212?and more.\par It has 12\'b0 tilt, said Ren\'e9e.\par}",
    )
    assert article.text == "The pier cost $7 million—and more.\n\nIt has 12° tilt, said Renée.\n"


def test_rows_of_tables(read):
    row = r"\trowd Nets\cell 1,204\cell\row \trowd Boats\cell 12\cell\row"
    article = read("a.rtf", rf"{{\rtf1 Sold:\par {row} \pard After it.\par}}")
    assert article.text == "Sold:\n\nNets\t1,204\nBoats\t12\n\nAfter it.\n"
    assert len(article.tables) == 1


def test_what_is_no_rtf_is_one_clear_line(read):
    with pytest.raises(ReadingError, match=r"a\.rtf: not a document in Rich Text Format"):
        read("a.rtf", "The pier.")
    with pytest.raises(ReadingError, match=r"a\.rtf: no text in this document"):
        read("a.rtf", r"{\rtf1\ansi}")


@pytest.mark.parametrize("mark", [r"{\super\chftn}", ""])
@pytest.mark.parametrize(
    "note", [r"{\footnote%s The plans are\par of 1899.}", r"{\*\footnote%s The plans are\par of 1899.}"]
)
def test_a_note_stands_behind_the_text(read, note, mark):
    text = (
        r"{\rtf1\ansi The pier is old."
        + note.replace("%s", mark)
        + r" It cost $7 million.\par Boats: 12.\par}"
    )
    assert (
        read("a.rtf", text).text
        == "The pier is old. It cost $7 million.\n\nBoats: 12.\n\nThe plans are\nof 1899.\n"
    )


def test_a_note_that_is_never_closed_loses_no_words(read):
    assert (
        read("a.rtf", r"{\rtf1 The pier.{\footnote It is of 1899. ").text.split()
        == "The pier. It is of 1899.".split()
    )
