"""Bullets that a PDF draws behind all of its text stand before their items."""

from __future__ import annotations

import pytest

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
