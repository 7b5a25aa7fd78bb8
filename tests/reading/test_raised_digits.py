"""Raised digits are powers and notes: a wrong figure where they are written as plain ones."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimcheck.reading.raised_digits import are_numbers, level_digits, raise_digits, without_note_marks

PROSE = "The plant stands on the north bank of the river, and it was built for the county by two local firms."


def test_a_sign_is_raised_with_its_digits():
    assert raise_digits("-3") == "⁻³"
    assert level_digits("10⁻³ m²") == "10-3 m2"


def test_letters_are_no_numbers_of_notes():
    assert [words for words in ("1, 2", "th", "[12]") if are_numbers(words)] == ["1, 2"]


@pytest.mark.parametrize(
    "words",
    ["It is 300 metres² wide", "made with ¹⁄₂ cup", "then, ¹/₃ of", "Carbon¹⁴ and uranium²³⁵", "40 yards³"],
)
def test_powers_isotopes_and_fractions_are_no_marks_of_notes(words):
    assert without_note_marks(words) == words


@pytest.mark.parametrize(
    "words", ["the mills² of", "in Holm³", "by metres¹² and", "of iron.³ all", "with ¹² and"]
)
def test_other_raised_digits_behind_words_are(words):
    assert not any(digit in without_note_marks(words) for digit in "¹²³")


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("10<sup>6</sup> barrels", "10⁶ barrels"),
        ("45<sup>3</sup> people", "45³ people"),
        ("45<sup><a href='#n'>3</a></sup> people", "45³ people"),
        ("21<sup>1</sup>/<sub>2</sub> inches", "21 1⁄2 inches"),
        ("the 19<sup>th</sup> day", "the 19th day"),
        ("CO<sub>2</sub>", "CO2"),
        ("340<sup>[3]</sup><sup><a href='#n'>[4]</a></sup> cows", "340 cows"),
        ("Holm.<sup class='reference'>[4]</sup><sup class='reference'>: 20 </sup> It", "Holm.[4] It"),
    ],
)
def test_pages_keep_digits_raised(read, marked, text):
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    page = f"<html><body><article><p>{PROSE}</p><p>It held {marked} of it.</p></article></body></html>"
    assert read("a.html", page).text.split("\n\n")[1].strip() == f"It held {text} of it."


def test_word_documents_keep_digits_raised(read):
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>6</w:t></w:r>'
    body = f"<w:p><w:r><w:t>It held 10</w:t></w:r>{raised}<w:r><w:t> barrels.</w:t></w:r></w:p>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    assert read("a.docx", file.getvalue()).text == "It held 10⁶ barrels.\n"


def place(pdf, words, *, size, rise=0.0, gap=0.0):
    """Set words right behind the last ones."""
    pdf.set_font("Helvetica", size=size)
    pdf.text(place.x + gap, 40 - rise, words)
    place.x += pdf.get_string_width(words) + gap


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([("It held 10", 11, 0), ("6", 7, 1.4), (" barrels.", 11, 0)], "It held 10⁶ barrels."),
        ([("The sensor", 11, 0), (" 4", 7, 1.4), (" input failed.", 11, 0)], "The sensor input failed."),
        ([("It holds CO", 11, 0), ("2", 7, -0.6), (" gas.", 11, 0)], "It holds CO2 gas."),
    ],
)
def test_pdfs_keep_powers_raised_and_leave_out_marks_of_notes(read, parts, text):
    fpdf = pytest.importorskip("fpdf", reason="fpdf2, of the extra test, makes the PDFs")
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    pdf = fpdf.FPDF(format="A4")
    pdf.add_page()
    place.x = 20
    for words, size, rise in parts:
        place(pdf, words, size=size, rise=rise)
    assert read("a.pdf", bytes(pdf.output())).text == f"{text}\n"


def test_turned_words_in_the_margin_are_left_out(read):
    fpdf = pytest.importorskip("fpdf", reason="fpdf2, of the extra test, makes the PDFs")
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    pdf = fpdf.FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.text(20, 40, "The ferry carried 422,000 passengers in its first year.")
    with pdf.rotation(90, 10, 60):
        pdf.text(10, 60, "printed on press 14")
    assert read("a.pdf", bytes(pdf.output())).text == (
        "The ferry carried 422,000 passengers in its first year.\n"
    )
