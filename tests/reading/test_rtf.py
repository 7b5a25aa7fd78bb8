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


def row(*cells, edges=()):
    """A row of a table with the right edges of its cells, in twips."""
    ends = "".join(rf"\cellx{edge}" for edge in edges)
    words = "".join(rf"{cell}\cell " for cell in cells)
    return rf"\trowd{ends} {words}\row "


def cells_of(read, *rows):
    article = read("a.rtf", rf"{{\rtf1 {''.join(rows)}\pard After it.\par}}")
    return [
        (article.text[cell.start : cell.end], cell.column, cell.column_span)
        for cell in article.tables[0].cells
    ]


def test_cells_span_the_columns_between_their_edges(read):
    head = row("Town", "2019", "2025", edges=(1000, 3000, 5000))
    below = row("Ulm", "4", "340", "9", "410", edges=(1000, 2000, 3010, 4000, 5000))
    assert cells_of(read, head, below)[:6] == [
        ("Town", 0, 1), ("2019", 1, 2), ("2025", 3, 2), ("Ulm", 0, 1), ("4", 1, 1), ("340", 2, 1)
    ]  # fmt: skip


@pytest.mark.parametrize("edges", [(), (1000,), (3000, 1000)])
def test_edges_that_tell_nothing_are_left_alone(read, edges):
    first = row("Ulm", "4", edges=edges)
    assert cells_of(read, first, row("Holm", "9", "12")) == [
        ("Ulm", 0, 1), ("4", 1, 1), ("Holm", 0, 1), ("9", 1, 1), ("12", 2, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        r"The car costs {\deleted\revauthdel1 $3 million}{\revised $4 million}.",
        r"The car costs {\deleted $3 million\deleted0 $4 million}.",
    ],
)
def test_what_tracked_changes_delete_is_left_out(read, words):
    assert read("a.rtf", rf"{{\rtf1 {words}\par}}").text == "The car costs $4 million.\n"


@pytest.mark.parametrize(
    "words",
    [
        r"It has 12 rooms.{\v Not 14.}",
        r"\v Not 14.\v0 It has 12 rooms.",
        r"{\listtext\pard\plain\f0 14.\tab}\ls1 It has 12 rooms.",
        r"{\pntext\f0 14.\tab}It has 12 rooms.{\xe\v rooms, 14}",
    ],
)
def test_hidden_words_and_numbers_of_lists_are_left_out(read, words):
    assert read("a.rtf", rf"{{\rtf1 {words}\par}}").text == "It has 12 rooms.\n"
