"""PDF: running text from pages, without what only the page needs."""

from __future__ import annotations

import io
import sys
from collections import Counter

import pytest

from claimcheck.errors import ReadingError
from claimcheck.reading.pdf.lines import Cell, Line, pack_lines, unpack_lines
from claimcheck.reading.pdf.paragraphs import add_lines

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf, of the extra test, locks the PDFs")
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


def test_words_at_the_edges_of_a_page_are_read(read):
    # A4 is higher than the US paper that is assumed where a page has no box of its own
    for orientation, x, y in (("portrait", 20, 8), ("landscape", 230, 20)):
        pdf = fpdf.FPDF(format="A4", orientation=orientation)
        pdf.add_page()
        pdf.set_font("Helvetica", size=SIZE)
        pdf.text(x, y, "It paid $5 million.")
        assert read("a.pdf", bytes(pdf.output())).text == "It paid $5 million.\n"


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
    yard = "The yard in the north has built 40 boats since it was opened, and each of them is still at sea."
    pages = [[("heading", "Ferries of the north"), lines(FERRY)], [lines(QUEUES)], [lines(yard)]]
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
            "One of them needs a one-to-", "one talk with the crew.", "One of them needs a one-to-one talk with the crew.",
            id="a word of its own behind a compound",
        ),
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


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("They gave the infor\u00ad", "mation to 40 people.", "They gave the information to 40 people."),
        ("The MEMO\u00ad", "RANDUM of 2018 says so.", "The MEMORANDUM of 2018 says so."),
        ("It had between 30\u00ad", "40 boats.", "It had between 30-40 boats."),
        ("It sank in mid\u00ad", "2019 off Holm.", "It sank in mid-2019 off Holm."),
        ("A COVID\u00ad", "19 ward opened.", "A COVID-19 ward opened."),
        ("It was COVID\u00ad", "related.", "It was COVID-related."),
        ("Both COVID\u00ad", "and flu wards.", "Both COVID- and flu wards."),
        ("They make short\u00ad", "and long plans.", "They make short- and long plans."),
        ("They asked the may\u00ad", "or of Holm.", "They asked the mayor of Holm."),
        ("It costs the NHS-", "funded ward.", "It costs the NHS-funded ward."),
    ],
)
def test_a_hidden_hyphen_joins_letters_only(first, second, text):
    from claimcheck.reading.pdf.line_ends import cut_word, mend_cut_word

    assert mend_cut_word(first, cut_word(first), second, Counter(["mayor"])) + second == text


@pytest.mark.parametrize(
    ("words", "mended"),
    [
        ("the infor‐", "the infor\u00ad"),
        ("30‐", "30‐"),
        ("COVID‐", "COVID‐"),
        ("5%‐", "5%‐"),
        ("it ‐", "it ‐"),
    ],
)
def test_hyphens_of_printing_programs_are_hidden_behind_small_letters(words, mended):
    from claimcheck.reading.pdf.document import _mended_signs

    (line,) = _mended_signs([Line(words, 1, 10.0, 90.0, 200.0, 11.0, (), 11.0)])
    assert line.words == mended


def test_an_address_of_mail_that_a_line_end_cut_is_joined(read):
    text = read("a.pdf", make_pdf([[["Write to 9-holm-harbour@", "holm.example before May."]]])).text
    assert text == "Write to 9-holm-harbour@holm.example before May.\n"


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
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ReadingError) as caught:
        read("a.pdf", b"%PDF-1.7")
    assert str(caught.value) == "a.pdf: to read PDF: pip install 'claimcheck-nlp[pdf]'"


def placed_pdf(*pages, size=(210, 297), font_size=11):
    """A PDF of pages; each is a list of `(x, y, text)` or `(x, y, text, size)`, in mm from the upper left."""
    pdf = fpdf.FPDF(format=size)
    pdf.set_auto_page_break(False)
    for page in pages:
        pdf.add_page()
        for x, y, text, *own in page:
            pdf.set_font("Helvetica", size=own[0] if own else font_size)
            pdf.text(x, y, text)
    return bytes(pdf.output())


def test_a_pdf_that_is_locked_without_a_password_is_read(read):
    pytest.importorskip("cryptography")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf([[["The pier cost $7 million."]]])))
    writer.encrypt(user_password="", owner_password="harbour", algorithm="AES-128")  # noqa: S106 - as copy protection
    out = io.BytesIO()
    writer.write(out)
    assert read("a.pdf", out.getvalue()).text == "The pier cost $7 million.\n"


def test_double_spaced_prose_beside_single_spaced_rows_is_one_paragraph(read):
    words = lines(FERRY, 70)
    prose = [(20, 30 + 11 * i, line) for i, line in enumerate(words)]
    rows = [(20, 120 + 5 * i, f"Boat {i} {410 + i} {390 + i}") for i in range(20)]
    assert read("a.pdf", placed_pdf([*prose, *rows])).text.startswith(FERRY + "\n\n")


def test_what_lies_outside_of_the_page_is_left_out(read):
    left, right = "The left half names 3 piers.", "The right half names 5 boats."
    data = placed_pdf(
        [(20, 40, left), (220, 40, right)],
        [(-180, 40, left), (20, 40, right)],
        size=(200, 280),
    )
    article = read("a.pdf", data)
    assert article.text == f"{left}\n\n{right}\n"
    assert [article.places.at(0), article.places.at(len(left) + 2)] == [1, 2]


def test_two_pages_with_the_same_words_are_no_running_heads(read):
    page = [(20, 40, "The pier cost $7 million.", 20), (20, 60, "It has 2 lamps.", 20)]
    assert read("a.pdf", placed_pdf(page, page)).text == "The pier cost $7 million. It has 2 lamps.\n"


def test_narrow_columns_under_a_long_head_are_whole_paragraphs(read):
    text = (
        "On May 29, 2018, a boat of the type Tern Model 3 of the operator Dahl Lines ran aground off the "
        "Great Holm Sands in the Bay of Anders. On June 10, 2019, a Tern Model 3 of Lark Boats sank near the "
        "town of Port Mill, and 15 people were saved by the crew of a tug."
    )
    head = [
        (
            15,
            20,
            "Harbour Gazette / Vol. 3, No. 15 / Monday, June 17, 2019 / Notices to Sailors and to Operators",
        )
    ]
    columns = [
        (x, 30 + 4.5 * i, line)
        for x in (15, 80)
        for i, line in enumerate(lines(text.replace("15", str(x)), 34))
    ]
    paragraphs = read("a.pdf", placed_pdf([*head, *columns], font_size=9)).text.split("\n\n")
    assert paragraphs[1:] == [text, text.replace("15", "80") + "\n"]


def test_a_large_figure_keeps_its_unit_and_its_words(read):
    page = []
    for x, figure, unit, what in [
        (20, "2.5", "kilograms per crate", "weight of the nets we sold in 2022"),
        (100, "~70%", "power", "of the yard comes from the tide as of 2022"),
    ]:
        page += [(x, 60, figure, 32), (x, 74, unit, 16), (x, 84, what, 10)]
    assert read("a.pdf", placed_pdf(page)).text == (
        "2.5 kilograms per crate weight of the nets we sold in 2022\n\n"
        "~70% power of the yard comes from the tide as of 2022\n"
    )


def test_numbers_of_headings_and_of_contents_hold_no_claims(read):
    page = [
        (20, 30, "1 Introduction", 16),
        (20, 42, "The list was sent to 40 yards."),
        (20, 60, "2 Boats at a Glance"),
        (20, 67, "24 Notes on the Tide"),
        (20, 74, "118 Board of Pilots"),
    ]
    article = read("a.pdf", placed_pdf(page))
    assert [article.text[start:end] for start, end in article.asides] == ["1", "2", "24", "118"]
    assert "\n\nThe list was sent to 40 yards.\n\n2 Boats at a Glance\n\n" in article.text


def test_a_sign_without_a_character_is_the_ligature_that_makes_a_word():
    from claimcheck.reading.ligatures import mend_ligatures

    assert mend_ligatures("the \0rst o\0cer of \0scal \0zz", "\0") == "the first officer of fiscal \ufffdzz"


def test_cells_that_stand_in_columns_are_a_table(read):
    rows = [("", "2021", "2020"), ("Nets sold", "1,204", "1,151"), ("Boats built in the yard", "12", "9")]
    page = [(20, 30, "The yard in numbers.")]
    for i, row in enumerate(rows):
        page += [(x, 50 + 6 * i, cell) for x, cell in zip((20, 110, 150), row, strict=True) if cell]
    article = read("a.pdf", placed_pdf(page))
    (table,) = article.tables
    assert article.text[table.start : table.end] == (
        "2021\t2020\nNets sold\t1,204\t1,151\nBoats built in the yard\t12\t9"
    )
    assert [(cell.row, cell.column) for cell in table.cells[:3]] == [(0, 1), (0, 2), (1, 0)]


def test_rows_that_cannot_be_parted_hold_no_claims(read):
    page = [
        (20, 30, "Iron Bay 1.35 - 1.42 1.38 - 1.43 1.27 - 1.35 Iron Bay Net Report"),
        (20, 35, "South Pier 1.48 - 1.55 1.49 - 1.55 1.28 - 1.34 South Pier Net Report"),
    ]
    article = read("a.pdf", placed_pdf(page))
    assert [article.text[start:end] for start, end in article.asides] == [line for _, _, line in page]


def test_numbers_of_lines_are_left_out(read):
    words = [f"The pilot said on day {i} that the tide was high." for i in range(10)]
    page = [
        (x, 30 + 8 * i, text) for i, line in enumerate(words) for x, text in ((15, str(i + 1)), (30, line))
    ]
    assert read("a.pdf", placed_pdf(page)).text.startswith("The pilot said on day 0 that the tide was high.")
    assert " 5 The pilot" not in read("a.pdf", placed_pdf(page)).text


def table_texts(article):
    return [article.text[table.start : table.end] for table in article.tables]


def test_heads_of_two_lines_that_stand_one_behind_the_other_in_the_file_are_rows(read):
    heads = [
        (x, y, text) for x, year in ((110, "2021"), (150, "2020")) for y, text in ((40, year), (45, "$m"))
    ]
    page = [
        *heads,
        *((20, 51, "Nets sold"), (108, 51, "1,204"), (148, 51, "1,151")),
        *((20, 57, "Ropes"), (112, 57, "12"), (152, 57, "9")),
    ]
    article = read("a.pdf", placed_pdf(page))
    assert table_texts(article) == ["2021\t2020\n\t$m\t$m\nNets sold\t1,204\t1,151\nRopes\t12\t9"]
    assert [cell.column for cell in article.tables[0].cells[:4]] == [1, 2, 1, 2]


def test_figures_set_close_in_narrow_columns_are_cells(read):
    rows = [("Nets sold", "53,330", "21,524"), ("Ropes sold", "12,101", "11,030")]
    page = [
        (x, 40 + 6 * i, text)
        for i, row in enumerate(rows)
        for x, text in zip((20, 100, 114.4), row, strict=True)
    ]
    assert table_texts(read("a.pdf", placed_pdf(page))) == [
        "Nets sold\t53,330\t21,524\nRopes sold\t12,101\t11,030"
    ]


def test_two_numbers_at_the_end_of_a_line_of_prose_are_no_cells(read):
    words = [
        "The harbour took in as many of the boats as in the years",
        "2019 2020 and 2021, when it had 41 of them.",
    ]
    assert not read("a.pdf", placed_pdf([(20, 40 + 5 * i, line) for i, line in enumerate(words)])).tables


def test_the_head_of_a_row_may_be_wrapped_beside_its_figures(read):
    page = [
        *(
            (20, 40, "Nets sold to boats of"),
            (20, 45, "the inner harbour"),
            (110, 42.5, "53"),
            (130, 42.5, "21"),
        ),
        *((20, 51, "Ropes"), (110, 51, "12"), (130, 51, "11")),
        *((20, 57, "Provision for, and"), (20, 62, "loss of, anchors"), (110, 62, "7"), (130, 62, "5")),
    ]
    assert table_texts(read("a.pdf", placed_pdf(page))) == [
        "Nets sold to boats of the inner harbour\t53\t21\nRopes\t12\t11\nProvision for, and loss of, anchors\t7\t5"
    ]


def test_a_table_goes_on_over_the_end_of_a_page(read):
    def rows(names, y):
        return [
            (x, y + 6 * i, t)
            for i, name in enumerate(names)
            for x, t in ((20, name), (110, f"1{i}"), (130, f"2{i}"))
        ]

    article = read("a.pdf", placed_pdf(rows(["Nets", "Ropes"], 250), rows(["Anchors"], 30)))
    assert table_texts(article) == ["Nets\t10\t20\nRopes\t11\t21\nAnchors\t10\t20"]


def test_a_single_row_without_its_table_holds_no_claims(read):
    page = [(20, 30, "All is well."), *((20, 60, "Total"), (110, 60, "$ 94.9"), (150, 60, "$ 5.2"))]
    article = read("a.pdf", placed_pdf(page))
    assert [article.text[start:end] for start, end in article.asides] == ["Total $ 94.9 $ 5.2"]


def test_a_line_of_prose_with_many_dates_holds_claims(read):
    words = [
        "The yard's shares are listed in Oslo; the trading in them",
        "began on March 29, 1988. As of March 16, 2020, about 147 of",
        "its holders lived in the town.",
    ]
    article = read("a.pdf", placed_pdf([(20, 40 + 5 * i, line) for i, line in enumerate(words)]))
    assert article.asides == ()
    assert article.text == " ".join(words) + "\n"


def coded_pdf(lines):
    """A PDF of lines, each with its font."""
    pdf = fpdf.FPDF(format="A4")
    pdf.add_page()
    for i, (font, line) in enumerate(lines):
        pdf.set_font(font, size=11)
        pdf.text(20, 30 + 5 * i, line)
    return bytes(pdf.output())


def test_lines_in_the_font_of_code_hold_no_claims(read):
    prose = [("Helvetica", line) for line in lines(FERRY)]
    code = [("Courier", "for (i = 0; i < 100; i++)"), ("Courier", "    load(12 boats);")]
    article = read("a.pdf", coded_pdf([*prose, *code]))
    assert [article.text[start:end] for start, end in article.asides] == [line.strip() for _, line in code]
    assert article.text == f"{FERRY}\n\n{code[0][1]}\n{code[1][1].strip()}\n"


def test_code_may_be_half_of_a_text(read):
    prose = [("Helvetica", line) for line in lines(FERRY)]
    code = [("Courier", line) for line in lines(FERRY)]
    assert read("a.pdf", coded_pdf([*prose, *code])).asides


def test_an_ohm_is_the_letter_that_units_are_written_with(read):
    pdf = fpdf.FPDF(format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.text(20, 30, "The lamp has 40 k")
    width = pdf.get_string_width("The lamp has 40 k")
    pdf.set_font("Symbol", size=11)
    pdf.text(20 + width, 30, "W")
    assert read("a.pdf", bytes(pdf.output())).text == "The lamp has 40 k\u03a9\n"


def test_a_page_written_on_a_typewriter_is_no_code(read):
    assert read("a.pdf", coded_pdf([("Courier", line) for line in lines(FERRY)])).asides == ()


def test_signs_without_sense_hold_no_claims(read):
    page = [
        (20, 30, "The harbour has 40 boats."),
        (20, 60, "&-./012#3%4%56#"),
        (20, 75, "The pier has 2 lamps."),
    ]
    article = read("a.pdf", placed_pdf(page))
    assert [article.text[start:end] for start, end in article.asides] == ["&-./012#3%4%56#"]


def test_the_number_of_a_heading_that_stands_alone_holds_no_claims(read):
    page = [
        (20, 30, "The harbour has 40 boats."),
        (20, 50, "6.6 Correctness"),
        (20, 70, "The pier has 2 lamps."),
    ]
    article = read("a.pdf", placed_pdf(page))
    assert [article.text[start:end] for start, end in article.asides] == ["6.6"]


def test_numbers_are_told_from_a_sharp_at_the_edge_of_a_page(read):
    pdf = make_pdf([[lines(FERRY)], [lines(FERRY)]], head=lambda number: ["Gate #", "Gate 7"][number - 1])
    article = read("sharp.pdf", pdf)
    assert "Gate #" in article.text
    assert "Gate 7" in article.text


def test_lines_that_are_packed_are_the_same_again():
    one = Line(
        "Net sales",
        3,
        72.1,
        140.30000305175781,
        700.5,
        11.0,
        (Cell("Net sales", 72.1, 140.30000305175781),),
        11.0,
    )
    row = Line(
        "Net 5", 3, 72.0, 90.0, 680.0, 11.0, (Cell("Net", 72.0, 80.0), Cell("5", 85.0, 90.0)), 8.0, True, 2
    )
    assert unpack_lines(pack_lines([one, row])) == [one, row]


def test_a_long_run_of_pages_is_read_as_it_would_be_at_once(read, monkeypatch):
    pdf = make_pdf([[lines(FERRY), lines(FERRY)] for _ in range(4)], foot=lambda number: f"Page {number}")
    whole = read("long.pdf", pdf)
    monkeypatch.setattr("claimcheck.reading.pdf.document.MAX_RUN_LINES", 3)
    monkeypatch.setattr("claimcheck.reading.paragraphs.MAX_PARTS", 2)
    parted = read("long.pdf", pdf)
    assert parted == whole


def test_pages_of_which_none_ends_with_a_sentence_are_not_all_held_together(read, monkeypatch):
    taken = []

    def add(text, run, known):
        taken.append(len(run))
        add_lines(text, run, known)

    monkeypatch.setattr("claimcheck.reading.pdf.document.add_lines", add)
    monkeypatch.setattr("claimcheck.reading.pdf.document.MAX_RUN_LINES", 6)
    monkeypatch.setattr("claimcheck.reading.pdf.document.MAX_OPEN_LINES", 9)
    pages = [[lines(FERRY.rstrip(".") + " and then")] for _ in range(8)]
    article = read("open.pdf", make_pdf(pages, foot=lambda number: f"Page {number}"))
    assert article.text.count("and then") == 8
    assert max(taken) < 12


SEASONS = [
    [lines(f"{name}: {FERRY}", width)]
    for name, width in zip(
        "In spring,By the summer,In autumn,Winter".split(","), (60, 55, 50, 45), strict=True
    )
]


def test_page_numbers_beside_names_of_parts_are_dropped(read):
    feet = ["2.1. Tides 7", "8 Chapter 2. Boats", "2.2. Storms on the sound 9", "10 Chapter 3. Piers"]
    article = read("parts.pdf", make_pdf(SEASONS, foot=lambda number: feet[number - 1]))
    assert not any(foot in article.text for foot in feet)


def test_a_number_at_the_edge_that_nothing_counts_on_to_stays(read):
    feet = ["The pier has 7", "3 boats left", "Boats in May 9", "40 nets"]
    article = read("parts.pdf", make_pdf(SEASONS, foot=lambda number: feet[number - 1]))
    assert all(foot in article.text for foot in feet)


def test_a_head_whose_letters_are_set_apart_on_one_page_is_dropped(read):
    heads = ["11/29/26 The Port Herald", "11/29/26 The Port Herald", "1 1 / 2 9 / 2 6 T h e P o rt H erald"]
    article = read("spaced.pdf", make_pdf(SEASONS[:3], head=lambda number: heads[number - 1]))
    assert "29" not in article.text
    assert "H erald" not in article.text


def test_notes_between_two_halves_of_a_sentence_stand_behind_its_paragraph(read):
    body = lines(FERRY)
    note = "¹ The yard in Holm built both boats in 1998, as the report of the harbour office says."
    pdf = fpdf.FPDF(format="A4")
    pdf.set_auto_page_break(False)
    for part, below in ((body[:2], [note.replace("¹", "1")]), (body[2:], [])):
        pdf.add_page()
        pdf.set_font("Helvetica", size=SIZE)
        for number, line in enumerate(part):
            pdf.text(20, 25 + LINE * number, line)
        for number, line in enumerate(row for text in below for row in lines(text, 90)):
            pdf.set_font("Helvetica", size=8)
            pdf.text(20, 260 + 4 * number, line)
    for number, line in enumerate(lines(QUEUES)):
        pdf.set_font("Helvetica", size=SIZE)
        pdf.text(20, 60 + LINE * number, line)
    article = read("a.pdf", bytes(pdf.output()))
    assert article.text == f"{FERRY}\n\n{note.replace('¹', '1')}\n\n{QUEUES}\n"
    assert article.places.at(article.text.index("The yard in Holm")) == 1


def test_small_print_behind_a_whole_paragraph_stays_where_it_is(read):
    pages = [[lines(FERRY), ("heading", "The queues")], [lines(QUEUES)]]
    text = read(
        "a.pdf", make_pdf(pages, foot=lambda number: ["Printed in Holm", "By Ida Lund"][number - 1])
    ).text
    assert text.index("Printed in Holm") < text.index("Most of them crossed")


def test_rows_of_ids_and_dates_are_not_joined(read):
    rows = [
        f"{name} {number}.044.381 20-{number}044381-4 03/02/2014 CASH $ 4.000,00"
        for name, number in (("HOLT ARNE", 12), ("LUND BEA", 11), ("DAHL IDA", 14), ("BERG OLE", 19))
    ]
    assert read("a.pdf", make_pdf([[rows]])).text == "\n\n".join(rows) + "\n"
