"""PDFs whose files do not give the text as it is read: numbered lines, columns across the page, torn words."""

from __future__ import annotations

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
fpdf = pytest.importorskip("fpdf", reason="fpdf2, of the extra test, makes the PDFs")


def page_of(*pages, size=11):
    """A PDF of pages; each is a list of (x, y, text) or (x, y, text, size), places in millimetres."""
    pdf = fpdf.FPDF(format="A4")
    pdf.set_auto_page_break(False)
    for texts in pages:
        pdf.add_page()
        for x, y, text, *other in texts:
            pdf.set_font("Helvetica", size=other[0] if other else size)
            pdf.text(x, y, text)
    return bytes(pdf.output())


SENTENCES = [f"The nets of boat {name} were mended and dried twice a week" for name in "BCDEFGHJKL"]


def numbered(first, sentences):
    return [
        (x, 30 + 8 * i, text)
        for i, line in enumerate(sentences)
        for x, text in ((15, str(first + i)), (30, line))
    ]


def test_numbers_of_lines_go_on_over_the_pages(read):
    pages = numbered(95, SENTENCES), numbered(105, SENTENCES[:4])
    text = read("a.pdf", page_of(*pages)).text
    assert "100" not in text
    assert "106" not in text
    assert "mended and dried twice a week The nets of boat" in text


def test_a_first_column_of_years_stays_in_its_table(read):
    page = [
        (x, 30 + 7 * i, text)
        for i in range(10)
        for x, text in ((20, str(2001 + i)), (60, f"{20 + i}"), (100, f"{40 + 3 * i}"))
    ]
    assert "2004\t23\t49" in read("a.pdf", page_of(page)).text


LEFT = (
    "The yard in the north built two boats a year,",
    "and sold most of them to crews of the islands.",
    "When the harbour was closed, the yard moved to",
    "the south shore, where the water is deeper and",
    "larger boats can be launched at any tide of the",
    "year. The old slip was bought by the town, which",
    "made a museum of it. Visitors can see the tools",
    "that the carpenters used, and a half built boat,",
    "whose planks were cut from larch of the valley.",
)
RIGHT = (
    "Nets were made of hemp before nylon came, and",
    "were tarred each spring. A crew of five men had",
    "to mend them after every trip, which took about",
    "as long as the trip. Wages were paid in shares,",
    "and the owner of a boat took half of the catch.",
    "In bad years a crew went home with nothing else",
    "than the fish that they had kept for themselves",
    "at sea. Many of them went to work in the mills,",
    "and some of them never came back to the island.",
)


def test_columns_that_the_file_gives_across_the_page_are_read_one_after_the_other(read):
    title = [
        (20, 20, "What the yards of the islands built, and how their crews lived, by those who were there")
    ]
    columns = [
        (x, 30 + 5 * i, line)
        for i, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, line in zip((20, 110), pair, strict=True)
    ]
    paragraphs = read("a.pdf", page_of([*title, *columns])).text.strip().split("\n\n")
    assert paragraphs[1:] == [" ".join(LEFT), " ".join(RIGHT)]


THIRD = (
    "The museum opens in May and closes in October",
    "when the ferries stop. Two of the carpenters who",
    "worked at the slip still come on Sundays to show",
    "how a plank is steamed and bent over the frames.",
    "Children may drive the wooden nails that hold it,",
    "and take one of them home. The town pays for all",
    "of this out of a tax on berths, which the owners",
    "of yachts complain about each spring, but most of",
    "them come back, because the bay is a quiet place.",
)
SMALL = 7


def across(*columns, y=30, lefts=(15, 78, 141)):
    """Columns of lines as a file gives them row by row."""
    return [
        (x, y + 4 * i, line, SMALL)
        for i, row in enumerate(zip(*columns, strict=True))
        for x, line in zip(lefts, row, strict=True)
    ]


def test_three_columns_across_the_page_are_read_one_after_the_other(read):
    text = read("a.pdf", page_of(across(LEFT, RIGHT, THIRD))).text
    assert text.strip().split("\n\n") == [" ".join(LEFT), " ".join(RIGHT), " ".join(THIRD)]


def test_a_box_over_two_of_three_columns_parts_only_these(read):
    wide = [f"{line} {other}"[:88] for line, other in zip(THIRD, LEFT, strict=True)]
    page = [
        *across(LEFT, RIGHT, THIRD),
        *across(RIGHT[:5], wide[:5], y=70, lefts=(15, 78)),
    ]
    text = " ".join(read("a.pdf", page_of(page)).text.split())
    assert " ".join((*LEFT, *RIGHT[:5], *RIGHT, *THIRD)) in text
    assert text.endswith(wide[4].strip())


def test_pages_keep_the_columns_of_the_pages_before(read):
    few = [
        "Nothing more is known.",
        "The books of the yard were lost in a fire, so that",
        "nobody knows how many boats were built in the war",
        "or who paid for them at the time.",
    ]
    pages = across(LEFT, RIGHT, THIRD), across(LEFT[:4], few, THIRD[:4])
    assert " ".join(few) in " ".join(read("a.pdf", page_of(*pages)).text.split())


@pytest.mark.parametrize(("before", "small"), [("The toll was 48", "1"), ("The owner kept ", "2")])
def test_a_fraction_with_a_small_numerator_is_one(read, before, small):
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    width = pdf.get_string_width(before)
    pdf.text(20, 30, before)
    pdf.text(22 + width, 30, "/3 of the catch")
    pdf.set_font("Helvetica", size=7)
    pdf.text(20.5 + width, 28.9, small)
    expected = f"{before.strip()} {small}/3 of the catch"
    assert read("a.pdf", bytes(pdf.output())).text.strip() == expected


def test_signs_of_formulas_that_the_file_tells_as_letters_are_those_of_formulas(read):
    page = [(20, 30, "The glue was boiled at T¼95 1C and used at 60 1C."), (20, 40, "Use ¼ litre at 7 a.m.")]
    text = read("a.pdf", page_of(page)).text
    assert "boiled at T=95 °C and used at 60 °C." in text
    assert "Use ¼ litre" in text


@pytest.mark.parametrize(
    ("head", "blank", "after", "is_apart"),
    [
        ("Mending nets", 12, "Crews mend their nets on Sundays.", True),
        ("Mending nets", 3.3, "Crews mend their nets on Sundays.", False),
        ("Mending nets", 12, "takes a whole Sunday of each month.", False),
        ("Mending nets.", 12, "Crews mend their nets on Sundays.", False),
    ],
)
def test_a_heading_in_the_first_line_of_its_paragraph_stands_alone(read, head, blank, after, is_apart):
    pdf = fpdf.FPDF(unit="pt")
    pdf.add_page()
    for y, sentence in enumerate(SENTENCES[:3]):
        pdf.set_font("Helvetica", size=12)
        pdf.text(60, 60 + 14 * y, f"{sentence}.")
    pdf.set_font("Helvetica", style="B", size=12)
    pdf.text(60, 130, head)
    end = 60 + pdf.get_string_width(head)
    pdf.set_font("Helvetica", size=12)
    pdf.text(end + blank, 130, after)
    pdf.text(60, 144, "They sell what is left of the old ones to gardeners.")
    text = read("a.pdf", bytes(pdf.output())).text
    assert (f"\n\n{head}\n\n{after}" in text) == is_apart


def test_rows_of_words_stay_apart(read):
    rows = [
        ("mast", "what the sail hangs from", "spruce"),
        ("keel", "what the boat rests on", "oak"),
        ("tiller", "what the boat is steered with", "ash"),
    ]
    page = [
        (x, 30 + 6 * i, cell)
        for i, row in enumerate(rows)
        for x, cell in zip((20, 50, 130), row, strict=True)
    ]
    wrapped = [(50, 48, "and held with both hands"), (20, 60, "All of these are made of wood.")]
    text = read("a.pdf", page_of([*page, *wrapped])).text
    assert text.strip().split("\n\n")[:2] == [" ".join(rows[0]), " ".join(rows[1])]
    assert "".join(rows[2][:1]) in text


def test_the_power_of_a_unit_belongs_to_it_behind_a_blank_of_the_file(read):
    pdf = fpdf.FPDF(unit="pt")
    pdf.add_page()
    pdf.set_font("Helvetica", size=10)
    before, after = "The mesh (0.64 cm", ") was tarred."
    pdf.text(60, 100, f"{before} ")
    end = 60 + pdf.get_string_width(before)
    pdf.set_font("Helvetica", size=6.5)
    pdf.text(end, 96, "2 ")
    pdf.set_font("Helvetica", size=10)
    pdf.text(end + 5, 100, after)
    assert "(0.64 cm²" in read("a.pdf", bytes(pdf.output())).text


def test_an_index_in_columns_holds_no_claims(read):
    names = ("Anchors", "Ballast", "Caulking", "Decks", "Engines", "Frames", "Gaffs", "Hulls", "Keels")
    page = [
        (x, 20 + 5 * i, f"{name} of {kind} . . . . . . . . . {7 * i % 40 + x // 50}")
        for i, (name, kind) in enumerate((name, kind) for kind in ("boats", "yawls") for name in names)
        for x in (15, 80, 145)
    ]
    article = read("a.pdf", page_of([(15, 12, "Index"), *page], size=8))
    assert article.tables == ()
    assert "Caulking of yawls" in article.text


def test_cells_of_all_lengths_stay_in_their_rows(read):
    rows = [
        (left[: 26 + 7 * (i % 4)], right[: 40 - 5 * (i % 3)])
        for i, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
    ]
    page = [
        (x, 30 + 5 * i, text) for i, row in enumerate(rows) for x, text in zip((20, 120), row, strict=True)
    ]
    text = read("a.pdf", page_of(page)).text
    assert f"{rows[3][0].strip()} {rows[3][1].strip()}" in " ".join(text.split())


def test_a_raised_sign_that_stands_elsewhere_in_the_file_goes_to_its_word(read):
    words = [
        ("A callus of 0.07 mm", 30, "3", "was seen in the larvae"),
        ("after the IV", 36, "th", "moult of the year."),
    ]
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=11)
    starts = [20 + pdf.get_string_width(before) for before, *_ in words]
    page = [
        (x, y, text)
        for start, (before, y, _, after) in zip(starts, words, strict=True)
        for x, text in ((20, before), (start + 4, after))
    ]
    page += [(start, y - 1.8, sign, 7) for start, (_, y, sign, _) in zip(starts, words, strict=True)]
    text = read("a.pdf", page_of(page)).text
    assert "0.07 mm³ was seen" in text
    assert "IVth" in text


def test_a_page_of_torn_words_holds_no_claims(read):
    torn = [
        "America n Lark Line s , Lt d",
        "158 Hol m Stree t , Por t Selwy n",
        "Th e Republi c o f Norlan d",
        "Chin a Ocea n Boat s ( Group )",
        "17 t h Floo r , Gree n Towe r",
        "Oakmon t , N A 9461 2",
    ]
    article = read("a.pdf", page_of([(20, 30 + 7 * i, line) for i, line in enumerate(torn)]))
    assert "158 Hol m Stree t" in article.text
    places = [article.text.index(words) for words in ("n Lark", "158", "17 t")]
    assert all(any(start <= place < end for start, end in article.asides) for place in places)


def test_raised_lists_of_notes_make_no_numbers_of_the_next_sentence(read):
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=11)
    start = 20 + pdf.get_string_width("Most of the nets were torn.")
    page = [
        (20, 30, "Most of the nets were torn."),
        (start, 28.2, "73,74", 7),
        (start + 7, 30, "Ropes were not."),
    ]
    assert "torn. Ropes" in read("a.pdf", page_of(page)).text


def test_items_of_a_slide_whose_marks_are_drawn_stay_lines_of_their_own(read):
    items = "310,000 guests since the opening in May 2021", "27% from abroad", "Mean stay: 2.4 nights"
    page = [(20, 40 + 12 * i, item, 22) for i, item in enumerate(items)]
    lines = read("a.pdf", page_of(page)).text.split("\n")
    assert [line for line in lines if line] == list(items)


INCOME = [
    (150, 43, "Note"),
    (165, 40, "2022"),
    (165, 46, "£m"),
    (185, 40, "2021"),
    (185, 46, "£m"),
    *((20, 54 + 7 * i, name) for i, name in enumerate(("Sales", "Costs", "Tax"))),
    *((x, 54 + 7 * i, f"{x / 10 + i:.1f}") for i in range(3) for x in (165, 185)),
    *((152, 54 + 7 * i, str(2 + i)) for i in range(3)),
]


def by_row(places):
    return sorted(
        places, key=lambda place: (place[1] > 50, place[1] if place[1] > 50 else place[0], place[0])
    )


def test_a_head_of_one_line_beside_heads_of_two_stands_in_their_row(read):
    assert "Note\t2022\t2021\n\t\t£m\t£m\nSales\t2\t16.5\t18.5" in read("a.pdf", page_of(by_row(INCOME))).text


def test_a_table_with_columns_of_its_own_below_another_is_not_its_end(read):
    years = [(60 + 25 * i, 84, str(2018 + i)) for i in range(5)]
    boats = [(20, 91, "Boats"), *((60 + 25 * i, 91, str(40 + i)) for i in range(5))]
    ropes = [(20, 98, "Ropes"), *((60 + 25 * i, 98, str(70 + i)) for i in range(5))]
    article = read("a.pdf", page_of([*by_row(INCOME), (20, 77, "Five-year record"), *years, *boats, *ropes]))
    assert [article.text[table.start : table.end].split("\n")[0].strip() for table in article.tables] == [
        "Note\t2022\t2021",
        "2018\t2019\t2020\t2021\t2022",
    ]


def test_three_lines_that_begin_like_sentences_and_end_none_are_items(read):
    items = [
        "Boat sales up 9% to £7.3m, 32% of the total",
        "Two yards opened, none closed; leases renewed at rents 12% lower",
        "Stock down to £8.4m (2022: £9.0m)",
    ]
    prose = ["The yard that the Roes had built in", "Skelby was sold to the Dales of", "Holm, who closed it."]
    page = [(20, 40 + 6 * i, line) for i, line in enumerate([*items, "", *prose]) if line]
    text = read("a.pdf", page_of(page)).text
    assert [line for line in text.split("\n") if line][:3] == items
    assert " ".join(prose) in text.replace("\n", " ")


ENTRIES = [
    f"{word} of {thing}, {12 + 3 * i}"
    for i, (word, thing) in enumerate(
        (w, t) for w in ("mending", "tarring", "drying") for t in ("nets", "sails", "ropes", "hulls", "decks")
    )
]


def test_the_index_of_a_book_holds_no_claims(read):
    article = read("a.pdf", page_of([(20, 30 + 6 * i, line) for i, line in enumerate(ENTRIES)]))
    text = article.text
    assert all(any(start <= text.index(line) < end for start, end in article.asides) for line in ENTRIES)


def test_a_few_lines_that_end_with_numbers_are_no_index(read):
    assert not read("a.pdf", page_of([(20, 30 + 6 * i, line) for i, line in enumerate(ENTRIES[:6])])).asides


def line_with_raised(*parts, y=30):
    """Words and raised words of a line by turns, as (x, y, text, size)."""
    pdf = fpdf.FPDF()
    x, found = 20, []
    for index, part in enumerate(parts):
        size = 7 if index % 2 else 11
        pdf.set_font("Helvetica", size=size)
        found.append((x, y - 1.8 if index % 2 else y, part, size))
        x += pdf.get_string_width(part)
    return found


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("Crews mended 34 nets.", "3", " Ropes were not."), "Crews mended 34 nets. Ropes were not."),
        (("Most of the boats", "12", " were old."), "Most of the boats were old."),
        (("Crews mended 34 nets.", "iv", " Ropes were not."), "Crews mended 34 nets. Ropes were not."),
        (("A field of 2 km", "2", " was dry."), "A field of 2 km² was dry."),
        (("It holds 10", "6", " eggs."), "It holds 10⁶ eggs."),
        (("It grew as a", "x", " does."), "It grew as ax does."),
    ],
)
def test_marks_of_notes_are_no_part_of_the_text_but_powers_are(read, parts, text):
    assert read("a.pdf", page_of(line_with_raised(*parts))).text.strip() == text


def narrow(lines, y=30):
    return [(20, y + 5 * i, line) for i, line in enumerate(lines)]


def test_a_line_of_prose_with_many_figures_is_read_with_the_lines_around(read):
    lines = [
        "The crews of the town were of many places: in",
        "the census 145 (94.2%) were islanders, 4 (0.3%)",
        "(0.0%) miners, 24 (2.0%) smiths and 17 (1.4%)",
        "others, as the clerk of the harbour put it down",
        "in the book that he kept for the council there.",
    ]
    article = read("a.pdf", page_of(narrow(lines)))
    assert article.text.strip() == " ".join(lines)
    assert article.asides == ()


def test_a_row_of_figures_below_a_short_line_holds_no_claims(read):
    lines = ["Landings by year", "12 (1.4%) 24 (2.0%) 17 (1.4%) 31 (2.2%) 33 (4.1%)"]
    article = read("a.pdf", page_of(narrow(lines)))
    ((start, end),) = article.asides
    assert "24 (2.0%)" in article.text[start:end]


def test_full_lines_that_begin_with_capitals_by_chance_are_prose(read):
    lines = [
        "The old slip was bought by the Lark Island",
        "Harbour Trust and by the Museum of Boats in",
        "Selwyn Street, where the carpenters of Holm",
        "Yard show their tools to all of the visitors.",
    ]
    assert read("a.pdf", page_of(narrow(lines))).text.strip() == " ".join(lines)


def test_a_caption_is_no_part_of_the_paragraph_that_stands_as_far_below_it(read):
    page = [(20, 30, "Boats lie in the harbour of the town in"), (20, 35, "the evening, and most are old.")]
    page += [(20, 43, "Figure 2. Boats at the quay. Photo: Anna Berg", 10)]
    page += [(x, y + 21, text) for x, y, text in narrow(LEFT)]
    paragraphs = read("a.pdf", page_of(page)).text.strip().split("\n\n")
    assert paragraphs[1:] == ["Figure 2. Boats at the quay. Photo: Anna Berg", " ".join(LEFT)]


def test_letters_set_apart_are_words(read):
    pdf = fpdf.FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.set_char_spacing(1.2)
    pdf.text(20, 30, "Eight districts sold 34 nets in July.")
    assert read("a.pdf", bytes(pdf.output())).text == "Eight districts sold 34 nets in July.\n"


def beside_a_large_letter(letter, lines, last):
    """A paragraph whose first letter stands beside its first two lines, and which the file gives first."""
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=33)
    page = [(20, 38.2, letter, 33)]
    page += [(21 + pdf.get_string_width(letter), 33.2 + 5 * i, line) for i, line in enumerate(lines)]
    return [*page, (20, 43.2, last)]


@pytest.mark.parametrize(
    ("letter", "first", "joined"),
    [
        ("T", "he yard in the north built two boats a year,", "The yard"),
        ("A", "long the shore the yard built two boats a year,", "Along the shore"),
        ("A", "yard in the north built two of the boats a year,", "A yard"),
        ('"W', "e built two boats a year in the northern yard,", '"We built'),
    ],
)
def test_a_large_letter_begins_the_words_beside_it(read, letter, first, joined):
    lines = [first, "and sold most of them to crews of the islands that"]
    last = "lie to the south; along the shore the yard and others were known, and the yard was large."
    text = read("a.pdf", page_of(beside_a_large_letter(letter, lines, last))).text
    assert text.startswith(joined)
    assert text.count(letter) == joined.count(letter)


def test_a_large_letter_that_is_a_mark_of_a_section_stays_alone(read):
    page = [(20, 38.2, "T", 33), (60, 33.2, "he and his crew sold 34 boats to people of the islands.")]
    assert read("a.pdf", page_of(page)).text.startswith(("T\n", "T "))


@pytest.mark.parametrize(
    ("number", "first"),
    [("3", "2019 was the best year of the yard by far,"), ("9", "boats were built in the yard that year,")],
)
def test_a_large_number_is_joined_to_nothing(read, number, first):
    page = beside_a_large_letter(
        number, [first, "and most of them were sold to crews of the isles"], "to the south."
    )
    assert number + first not in read("a.pdf", page_of(page)).text


def test_a_dash_that_begins_a_line_of_a_sentence_marks_no_item(read):
    lines = [
        "The crews left the town by the first of March",
        "\x97 two days after the storm of the year \x97 and",
        "came back with 34 boats by the end of the week.",
    ]
    text = read("a.pdf", page_of(narrow(lines))).text
    assert "March — two days after the storm of the year — and came back" in text


def test_a_dash_marks_an_item_behind_another_one_and_behind_a_sentence(read):
    lines = [
        "The crews came back with what they had caught:",
        "\x97 twelve boats of cod from the northern banks",
        "\x97 thirty boats of herring from off the islands",
    ]
    assert read("a.pdf", page_of(narrow(lines))).text.count("\n\n") == 2


def axis_of(*labels):
    return [(40, 60 + 9 * i, label) for i, label in enumerate(labels)]


def asides_of(article):
    return [article.text[start:end] for start, end in article.asides]


@pytest.mark.parametrize("last", ["336 type", "1 boats p"])
def test_the_last_number_of_an_axis_counts_nothing(read, last):
    page = [(20, 30, "The boats came back."), *axis_of("0", "84", "168", "252", last)]
    assert last in asides_of(read("a.pdf", page_of(page)))


@pytest.mark.parametrize(
    "labels",
    [
        ("Boats", "Nets", "Sails", "Piers", "336 crews"),
        ("84", "168", "Nets", "252", "336 crews"),
        ("12%", "20%", "31%", "44%", "336 crews"),
        ("12", "24", "36", "48", "The yard has 336 crews"),
    ],
)
def test_a_number_and_its_noun_in_another_list_count(read, labels):
    page = [(20, 30, "The boats came back."), *axis_of(*labels)]
    assert labels[-1] not in asides_of(read("a.pdf", page_of(page)))


def test_rows_of_words_stay_apart_where_their_last_cell_is_wrapped(read):
    rows = [("alpha", "nets", "Mended by the crew"), ("beta", "sails", "Sewn by the yard")]
    page = [(20, 30, "The boats came back.")]
    for number, (name, kind, told) in enumerate(rows):
        y = 60 + 10 * number
        page += [(20, y, name), (70, y, kind), (120, y, told), (125, y + 5, "of the old pier")]
    text = read("a.pdf", page_of(page)).text
    assert "of the old pier\n\nbeta" in text


def test_a_wide_line_below_a_short_one_goes_on_with_it(read):
    page = [
        (60, 30, "The boats came back to the"),
        (20, 35, "old pier, which the town had mended after the storm of the spring"),
    ]
    assert "back to the old pier" in " ".join(read("a.pdf", page_of(page)).text.split())


@pytest.mark.parametrize(
    ("before", "end", "expected"),
    [
        ("The yard built the 7", "th", "the 7th boat"),
        ("The yard built the 2", "nd", "the 2nd boat"),
        ("The yard built the C", "th", "the C th boat"),
    ],
)
def test_the_raised_end_of_an_ordinal_that_the_file_gives_apart_belongs_to_it(read, before, end, expected):
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=11)
    right = 20 + pdf.get_string_width(before)
    page = [(20, 30, f"{before} "), (right, 28.6, end, 7), (right + 4, 30, "boat for the town")]
    assert expected in read("a.pdf", page_of(page)).text
