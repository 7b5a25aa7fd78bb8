"""Heads of PDF tables: set close, wrapped beside each other, over several columns, with groups below them."""

from __future__ import annotations

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
fpdf = pytest.importorskip("fpdf", reason="fpdf2, of the extra test, makes the PDFs")


def table_page(heads, rows, rights=(90, 115, 140, 165), size=9):
    """A PDF with heads at their places, and rows of a head and figures that end at the same places.

    Args:
        heads: (x, y, text) in millimetres.
        rows: a row head and its figures; of a group its name alone.
        rights: where the columns end.
        size: of all signs, in points.
    """
    pdf = fpdf.FPDF(format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_page()
    pdf.set_font("Helvetica", size=size)
    for x, y, text in heads:
        pdf.text(x, y, text)
    for number, (label, *figures) in enumerate(rows):
        y = 60 + 5 * number
        pdf.text(20, y, label)
        for right, figure in zip(rights, figures, strict=False):
            pdf.text(right - pdf.get_string_width(figure), y, figure)
    return bytes(pdf.output())


ROWS = (("Freight", "$1,204", "$1,180", "2.0%"), ("Storage", "310", "402", "(22.9)%"))


def rows_of(article):
    return [line.split("\t") for line in article.text.splitlines() if "\t" in line]


def test_heads_set_close_stand_over_their_columns(read):
    rights = (80, 95, 112)
    heads = [(72.9, 55, "2023"), (87.9, 55, "2022"), (97.2, 55, "% Change")]
    article = read("a.pdf", table_page(heads, ROWS, rights))
    assert rows_of(article)[0] == ["2023", "2022", "% Change"]


def test_a_title_above_a_table_is_not_cut(read):
    heads = [
        (20, 50, "Revenue of the ports by kind of service and year"),
        (82, 55, "2023"),
        (107, 55, "2022"),
    ]
    article = read("a.pdf", table_page(heads, [row[:3] for row in ROWS]))
    assert "Revenue of the ports by kind of service and year" in article.text


@pytest.mark.parametrize("group", ["Operating revenue:", "Assets", "Net sales"])
def test_the_name_of_a_group_stands_between_heads_and_rows(read, group):
    heads = [(82, 55, "2023"), (107, 55, "2022")]
    rows = [(group,), *(row[:3] for row in ROWS)]
    article = read("a.pdf", table_page(heads, rows))
    (table,) = article.tables
    assert article.text[table.start : table.end].splitlines() == [
        "2023\t2022",
        group,
        "Freight\t$1,204\t$1,180",
        "Storage\t310\t402",
    ]


def test_words_above_a_table_without_heads_are_no_group(read):
    heads = [(20, 50, "The figures were given by the ports themselves."), (20, 55, "Ports of the north")]
    article = read("a.pdf", table_page(heads, [row[:3] for row in ROWS]))
    (table,) = article.tables
    assert article.text[table.start :].startswith("Freight\t")


FOUR = (("Fares", "41.2", "38.0", "80.1", "77.7"), ("Mail", "9.4", "9.9", "18.8", "20.3"))
YEARS = [(83, 55, "2023"), (108, 55, "2022"), (133, 55, "2023"), (158, 55, "2022")]


def heads_of(article):
    (table,) = article.tables
    return [
        (article.text[cell.start : cell.end], cell.column, cell.column_span)
        for cell in table.cells
        if cell.row < 2 and cell.column
    ]


def test_a_head_in_the_middle_above_columns_stands_over_all_of_them(read):
    heads = [(77, 50, "Three months ended"), (129, 50, "Six months ended"), *YEARS]
    found = heads_of(read("a.pdf", table_page(heads, FOUR)))
    assert found[:2] == [("Three months ended", 1, 2), ("Six months ended", 3, 2)]


def test_a_head_above_one_column_stays_there(read):
    heads = [(83, 50, "March"), *YEARS]
    assert heads_of(read("a.pdf", table_page(heads, FOUR)))[0] == ("March", 1, 1)


def test_heads_that_the_file_gives_one_after_the_other_with_their_days_below(read):
    heads = [
        *((79, 45, "Three months"), (78, 49, "ended April"), (83, 53, "30,")),
        *((129, 45, "Nine months"), (128, 49, "ended April"), (133, 53, "30,")),
        *((x, 57, year) for x, _, year in YEARS),
    ]
    rows = [("Fares", "41.2", "38.0", "80.1", "77.7"), ("Mail", "9.4", "9.9", "18.8", "20.3")]
    text = read("a.pdf", table_page(heads, rows)).text
    assert "ended April 30,\tended April 30," in text.replace("\t\t", "\t")


def test_a_title_in_the_middle_of_the_page_is_no_head(read):
    heads = [(72, 48, "Results of the ferries"), *YEARS]
    article = read("a.pdf", table_page(heads, FOUR))
    assert all(words != "Results of the ferries" for words, *_ in heads_of(article))


def test_the_name_of_a_group_is_no_part_of_a_head_of_two_lines(read):
    figures = [(83, 60, "2023"), (108, 60, "2022")]
    lines = [
        *(
            (20, 66, "Current liabilities:"),
            (20, 72, "Loans of the harbour fund that fall due"),
            (20, 75.8, "within a year"),
        ),
        *((85, 72, "210"), (110, 72, "190"), (20, 81.6, "Wages"), (87, 81.6, "33"), (112, 81.6, "31")),
    ]
    text = read("a.pdf", table_page([*figures, *lines], [])).text
    assert "\nLoans of the harbour fund that fall due within a year\t210\t190\n" in text


def flush(right, y, words, size=9):
    """Words that end at a place."""
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=size)
    return right - pdf.get_string_width(words), y, words


CATCH = (("Herring", "4,120", "18,200", "960"), ("Cod", "7,310", "2,450", "1,044"))


def test_heads_in_several_lines_that_end_at_one_place_are_one(read):
    heads = [
        flush(140, 46, "Northern"),
        flush(115, 50.5, "Small coastal"),
        flush(140, 50.5, "open-sea"),
        flush(90, 55, "Nets"),
        flush(115, 55, "boats"),
        flush(140, 55, "trawlers"),
    ]
    article = read("a.pdf", table_page(heads, CATCH))
    assert rows_of(article)[0] == ["Nets", "Small coastal boats", "Northern open-sea trawlers"]


def test_a_head_in_the_middle_above_columns_is_not_part_of_one(read):
    heads = [
        (97, 50.5, "Boats and nets"),
        flush(90, 55, "Nets"),
        flush(115, 55, "boats"),
        flush(140, 55, "trawlers"),
    ]
    article = read("a.pdf", table_page(heads, CATCH))
    assert rows_of(article)[0] == ["", "Nets", "boats", "trawlers"]


@pytest.mark.parametrize("above", ["2023", "$m", "(in thousands)"])
def test_a_period_or_a_unit_above_a_head_stays_apart(read, above):
    heads = [
        flush(90, 50.5, "Home"),
        flush(115, 50.5, above),
        flush(90, 55, "nets"),
        flush(115, 55, "boats"),
        flush(140, 55, "trawlers"),
    ]
    article = read("a.pdf", table_page(heads, CATCH))
    head, *_ = rows_of(article)
    assert head == ["", "Home nets", "boats", "trawlers"]
    assert above in article.text


def test_ages_are_heads_in_stacks(read):
    heads = [
        flush(90, 55, "Total"),
        flush(115, 50.5, "15 years"),
        flush(115, 55, "or less"),
        flush(140, 50.5, "70 years"),
        flush(140, 55, "and over"),
    ]
    article = read("a.pdf", table_page(heads, CATCH))
    assert ["", "Total", "", "and over"] in rows_of(article)


@pytest.mark.parametrize("name", ["Lamps", "Lamps, etc"])
def test_dots_that_lead_to_a_cell_leave_none_behind_its_name(read, name):
    heads = [flush(90, 55, "2021"), flush(115, 55, "2022"), flush(140, 55, "2023")]
    rows = [(f"{name}. . . . . . . .", *CATCH[0][1:]), CATCH[1]]
    article = read("a.pdf", table_page(heads, rows))
    assert rows_of(article)[1][0] == name
