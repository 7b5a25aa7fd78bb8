"""Marks, numbers and large figures that stand beside or above their words in a PDF."""

from __future__ import annotations

import dataclasses

import pytest

from claimcheck.reading.pdf.bullets import with_marks_of_items
from claimcheck.reading.pdf.lines import Cell, Line

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
fpdf = pytest.importorskip("fpdf", reason="fpdf2, of the extra test, makes the PDFs")

ITEMS = ("Capacity: 45 boats a day", "Length of the pier: 38 m", "Berths for crews: about 50")


def page_of(texts):
    pdf = fpdf.FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    for x, y, text in texts:
        pdf.text(x, y, text)
    return bytes(pdf.output())


@pytest.mark.parametrize("marks", [("\u00b7",) * 3, ("1.", "2.", "3.")])
def test_marks_behind_the_text_part_its_items(read, marks):
    above = [(20, 30, "The yard of Holm has told what the new pier will be like when it is built:")]
    items = [(30, 40 + 5 * i, text) for i, text in enumerate(ITEMS)]
    apart = [(26, 40 + 5 * i, mark) for i, mark in enumerate(marks)]
    text = read("a.pdf", page_of(above + items + apart)).text
    wanted = "\n\n".join(f"{mark} {item}" for mark, item in zip(marks, ITEMS, strict=True))
    assert wanted in text


def test_a_mark_that_stands_beside_nothing_stays(read):
    above = [(20, 30, "The yard of Holm has told what the new pier will be like."), (120, 80, "b)")]
    assert read("a.pdf", page_of(above)).text.rstrip().endswith("b)")


def test_figures_set_large_beside_each_other_stand_before_their_words(read):
    figures = [(20, 40, "412", 24), (80, 40, "17.2%", 24), (140, 40, "1.1m", 24)]
    words = [
        (20, 46, "boats built", 9),
        (80, 46, "of them sold", 9),
        (80, 50, "abroad", 9),
        (140, 46, "visitors", 9),
    ]
    below = [(20, 70 + 4 * i, "The yard of Holm builds boats, and sells them at home", 9) for i in range(4)]
    text = read("a.pdf", sized_page(figures + words + below)).text
    assert text.splitlines()[:5:2] == ["412 boats built", "17.2% of them sold abroad", "1.1m visitors"]


def test_the_next_large_figure_is_no_figure_of_the_words_before_it(read):
    pairs = [("412", "boats built in a year"), ("17.2%", "of them sold abroad")]
    texts = [
        text
        for i, (figure, words) in enumerate(pairs)
        for text in ((20 + 70 * i, 40, figure, 24), (20 + 70 * i, 46, words, 9))
    ]
    text = read("a.pdf", sized_page(texts)).text
    assert text.splitlines()[::2] == ["412 boats built in a year", "17.2% of them sold abroad"]


def test_rows_of_figures_of_the_size_of_their_words_stay_rows(read):
    rows = [
        (20, 40, "Boats"),
        (80, 40, "412"),
        (110, 40, "398"),
        (20, 46, "Crews"),
        (80, 46, "88"),
        (110, 46, "85"),
    ]
    assert "Boats\t412\t398" in read("a.pdf", page_of(rows)).text


def sized_page(texts):
    pdf = fpdf.FPDF(format="A4")
    pdf.add_page()
    for x, y, text, size in texts:
        pdf.set_font("Helvetica", size=size)
        pdf.text(x, y, text)
    return bytes(pdf.output())


PARAGRAPHS = (
    (
        "1",
        (
            "Of the 60 boats that were built in the yard of Holm, 41 were sold in the north,",
            "most of them to crews.",
        ),
    ),
    (
        "2",
        ("The yard had 96 workers in that year, and paid them in shares of what the boats", "brought home."),
    ),
)


def numbered_paragraphs():
    texts = []
    for i, (number, lines) in enumerate(PARAGRAPHS):
        texts.append((15, 40 + 14 * i, number))
        texts.extend((25, 40 + 14 * i + 5 * j, line) for j, line in enumerate(lines))
    return page_of(texts)


def test_the_number_of_a_paragraph_in_the_margin_holds_no_claims(read):
    article = read("a.pdf", numbered_paragraphs())
    assert [article.text[start:end] for start, end in article.asides] == ["1", "2"]
    assert (
        "2 The yard had 96 workers in that year, and paid them in shares of what the boats brought home."
        in article.text
    )


def test_a_rank_before_a_name_is_no_number_of_a_paragraph(read):
    rows = [
        (x, 40 + 6 * i, text)
        for i in range(3)
        for x, text in ((20, str(i + 1)), (40, f"The Yard of Holm, slip {i + 4}"), (140, "212"))
    ]
    assert not read("a.pdf", page_of(rows)).asides


def test_a_sign_that_no_character_is_told_of_marks_an_item(read):
    line = Line("\uf0b7 Berths for crews", 1, 20, 90, 700, 11, (Cell("\uf0b7 Berths for crews", 20, 90),), 11)
    (item,) = with_marks_of_items([line])
    assert item.words == item.cells[0].words == "• Berths for crews"
    formula = dataclasses.replace(line, words="\uf061 + 2", cells=(Cell("\uf061 + 2", 20, 90),))
    assert with_marks_of_items([formula]) == [formula]


@pytest.mark.parametrize(
    ("starts", "expected"),
    [("000", "•••"), ("oo", "oo"), ("ooo", "•••"), ("0001", "0001"), ("OOO", "•••")],
)
def test_rings_before_several_items_of_a_page_are_their_marks(starts, expected):
    lines = [
        Line(words, 1, 20, 90, 700 - 14 * i, 11, (Cell(words, 20, 90),), 11)
        for i, words in enumerate(f"{start} Berths for crews" for start in starts)
    ]
    assert "".join(line.words[0] for line in with_marks_of_items(lines)) == expected
