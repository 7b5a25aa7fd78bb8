"""PDF: running text from pages, without what only the page needs."""

from __future__ import annotations

import io
import sys

import pytest

from claimcheck.errors import ReadingError

pypdf = pytest.importorskip("pypdf", reason="the extra pdf is not installed")
fpdf = pytest.importorskip("fpdf", reason="fpdf2, of the extra test, makes the PDFs")

SIZE = 11
LINE = 5.5  # mm; 1.4 times the size


def make_pdf(pages, *, head=None, foot=None, title=None, author=None, font="Helvetica"):
    """A PDF of pages; each is a list of paragraphs, each a list of lines or `("heading", text)`."""
    pdf = fpdf.FPDF(format="A4")
    pdf.set_auto_page_break(False)
    if title:
        pdf.set_title(title)
    if author:
        pdf.set_author(author)
    for number, paragraphs in enumerate(pages, 1):
        pdf.add_page()
        if head:
            pdf.set_font(font, size=8)
            pdf.text(20, 10, head(number))
        y = 25
        for paragraph in paragraphs:
            is_heading = isinstance(paragraph, tuple)
            pdf.set_font(font, size=16 if is_heading else SIZE)
            for line in [paragraph[1]] if is_heading else paragraph:
                pdf.text(20, y, line)
                y += LINE
            y += LINE
        if foot:
            pdf.set_font(font, size=8)
            pdf.text(100, 285, foot(number))
    return bytes(pdf.output())


def lines(text, width=60):
    """Set a text in lines, as a page does."""
    found, line = [], ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            found.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*found, line]


FERRY = (
    "The ferry carried 422,000 passengers in its first year, which is more than the operator had expected "
    "when it bought the two boats from a yard in the north."
)
QUEUES = "Most of them crossed in July and August. Two boats a day were not enough, so the queues grew long."


NAMES = ["Ida", "good ship Olga", "Zaandam", "old ferry of the north", "first of all boats in the bay"]


def test_lines_become_paragraphs(read):
    article = read("a.pdf", make_pdf([[("heading", "A new ferry"), lines(FERRY), lines(QUEUES)]]))
    assert article.text == f"A new ferry\n\n{FERRY}\n\n{QUEUES}\n"


def test_running_heads_and_page_numbers_are_dropped(read):
    pages = [[lines(f"The {name} carried 422,000 people. {QUEUES}")] for name in NAMES]
    data = make_pdf(
        pages, head=lambda number: f"Port Herald, March 2021     {number + 16}", foot=lambda number: f"Page {number} of 5"
    )  # fmt: skip
    text = read("a.pdf", data).text
    assert "Herald" not in text
    assert "Page" not in text
    assert text.count("422,000") == 5


def test_left_and_right_pages_may_have_heads_of_their_own(read):
    pages = [[lines(f"The {name} carried 422,000 people. {QUEUES}")] for name in NAMES]
    text = read("a.pdf", make_pdf(pages, head=lambda n: "Ida Lund" if n % 2 else "Ferries of the north")).text
    assert "Lund" not in text
    assert "Ferries" not in text


def test_roman_page_numbers_are_dropped(read):
    pages = [[lines(FERRY)], [lines(QUEUES)]]
    assert (
        read("a.pdf", make_pdf(pages, foot=lambda n: ["iii", "iv"][n - 1])).text == f"{FERRY}\n\n{QUEUES}\n"
    )


def test_the_table_of_contents_is_dropped(read):
    contents = [
        "Contents",
        "1 The ferry . . . . . . . . . . . 4",
        "2 Its boats..........17",
        "Preface ..... ix",
    ]
    assert (
        read("a.pdf", make_pdf([[contents, lines(FERRY)]], foot=lambda _: "iii")).text
        == f"Contents\n\n{FERRY}\n"
    )


def test_a_single_page_loses_its_number_only(read):
    data = make_pdf([[lines(FERRY), lines(QUEUES)]], foot=lambda number: f"- {number} -")
    assert read("a.pdf", data).text == f"{FERRY}\n\n{QUEUES}\n"


def test_a_title_that_later_pages_repeat_as_their_head_stays(read):
    pages = [[("heading", "Ferries of the north"), lines(FERRY)], [lines(QUEUES)], [lines(QUEUES)]]
    data = make_pdf(pages, head=lambda number: "Ferries of the north" if number > 1 else "")
    assert read("a.pdf", data).text.count("Ferries of the north") == 1


def test_numbers_of_a_table_that_goes_on_are_no_page_numbers(read):
    pages = [[["2018 45 3.2", "2019 46 3.1"]], [["2020 44 3.0", "2021 43 2.9"]]]
    text = read("a.pdf", make_pdf(pages)).text
    assert text.split() == "2018 45 3.2 2019 46 3.1 2020 44 3.0 2021 43 2.9".split()


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        pytest.param("They gave the infor-", "mation to 40 people.", "They gave the information to 40 people.", id="cut"),
        pytest.param(
            "A well-known port is less well-", "known than it was.", "A well-known port is less well-known than it was.",
            id="written with a hyphen elsewhere",
        ),
        pytest.param("The plans of the Anglo-", "Saxon line failed.", "The plans of the Anglo-Saxon line failed.", id="capital"),
        pytest.param("They saw it as a 3-", "year plan for 40 boats.", "They saw it as a 3-year plan for 40 boats.", id="number"),
        pytest.param("They make both short-", "and long-term plans.", "They make both short- and long-term plans.", id="pair"),
        pytest.param("They lost 40 boats -", "and 90 people then.", "They lost 40 boats - and 90 people then.", id="dash"),
    ],
)  # fmt: skip
def test_words_that_a_line_end_cut_are_joined(read, first, second, text):
    assert read("a.pdf", make_pdf([[[first, second]]])).text == text + "\n"


def test_a_paragraph_goes_on_over_the_page(read):
    set_in_lines = lines(f"{FERRY} {QUEUES}")
    article = read("a.pdf", make_pdf([[set_in_lines[:2]], [set_in_lines[2:]]], foot=lambda n: f"{n + 6}"))
    assert article.text == f"{FERRY} {QUEUES}\n"
    assert article.places.unit == "page"
    assert article.places.at(article.text.index("422,000")) == 1
    assert article.places.at(article.text.index("July")) == 2


def test_short_lines_stay_lines(read):
    text = read("a.pdf", make_pdf([[["Members", "Ulm 40", "Bonn 90", "Kiel 7"]]])).text
    assert text.split("\n")[:4] == ["Members", "Ulm 40", "Bonn 90", "Kiel 7"]


def test_bullets_begin_paragraphs(read):
    data = make_pdf(
        [[["There are two boats:", "- one for 400 people and their", "luggage", "- one for 90 cars"]]]
    )
    assert "\n\n- one for 400 people and their luggage\n\n- one for 90 cars\n" in read("a.pdf", data).text


def test_title_and_author_are_metadata_and_the_date_of_the_file_is_not(read):
    article = read("a.pdf", make_pdf([[lines(FERRY)]], title="Ferries", author="Ida Lund"))
    assert (article.title, article.author, article.published) == ("Ferries", "Ida Lund", None)


def locked(data):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(lambda: b"", "a.pdf: not a PDF that can be read: ", id="empty"),
        pytest.param(lambda: b"just words", "a.pdf: not a PDF that can be read: ", id="text"),
        pytest.param(lambda: make_pdf([[lines(FERRY)]])[:400], "a.pdf: not a PDF that can be read: ", id="cut off"),
        pytest.param(lambda: make_pdf([[]]), "a.pdf: no text in this PDF; if its pages are pictures, OCR helps", id="picture"),
        pytest.param(lambda: locked(make_pdf([[lines(FERRY)]])), "a.pdf: the PDF is locked with a password", id="locked"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_clear_line(read, capfd, data, message):
    content = data()
    capfd.readouterr()
    with pytest.raises(ReadingError) as caught:
        read("a.pdf", content)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert capfd.readouterr().err == ""


def test_without_the_library_the_remedy_is_named(read, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ReadingError) as caught:
        read("a.pdf", b"%PDF-1.7")
    assert str(caught.value) == "a.pdf: to read PDF: pip install 'claimcheck-nlp[pdf]'"
