"""DOCX: paragraphs and tables, without what stands beside the text."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimcheck.errors import ReadingError

docx = pytest.importorskip("docx", reason="python-docx, of the extra test, makes the documents")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def add_xml(document, xml):
    """Put an element of WordprocessingML behind the last paragraph."""
    from docx.oxml import parse_xml

    document.element.body.insert(-1, parse_xml(xml))


@pytest.fixture
def document():
    return docx.Document()


def test_paragraphs_headings_and_items_are_paragraphs(read, document):
    document.add_heading("A new ferry", 1)
    document.add_paragraph("It carried ").add_run("422,000").bold = True
    document.paragraphs[-1].add_run(" people\tin its\nfirst year.")
    document.add_paragraph("")
    document.add_paragraph("40 boats", style="List Bullet")
    article = read("a.docx", saved(document))
    assert article.text == "A new ferry\n\nIt carried 422,000 people in its\nfirst year.\n\n40 boats\n"
    assert article.places is None


def test_tables_are_rows_between_the_paragraphs(read, document):
    document.add_paragraph("Before.")
    table = document.add_table(rows=3, cols=3)
    for row, cells in zip(
        table.rows, [("City", "People", "Area"), ("Ulm", "126,000", ""), ("", "329,000", "141")], strict=True
    ):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    document.add_paragraph("After.")
    text = read("a.docx", saved(document)).text
    assert text == "Before.\n\nCity\tPeople\tArea\nUlm\t126,000\n\t329,000\t141\n\nAfter.\n"


def test_merged_cells_are_read_once_and_paragraphs_of_a_cell_stay_in_it(read, document):
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "In millions"
    table.cell(1, 0).text = "Ulm\nand Neu-Ulm"
    table.cell(1, 1).text = "0.2"
    assert read("a.docx", saved(document)).text == "In millions\nUlm and Neu-Ulm\t0.2\n"


def with_inner_table(document, rows):
    """A table of so many rows, with another one in its first cell."""
    table = document.add_table(rows=rows, cols=2)
    inner = table.cell(0, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "40", "boats"
    table.cell(0, 1).text = "Ulm"
    for row in table.rows[1:]:
        row.cells[0].text, row.cells[1].text = "8 boats", "Holm"


def test_a_table_in_a_cell_stays_in_the_cell(read, document):
    with_inner_table(document, rows=3)
    assert read("a.docx", saved(document)).text == "40 boats\tUlm\n8 boats\tHolm\n8 boats\tHolm\n"


def test_a_table_that_lays_out_a_page_is_read_as_its_cells(read, document):
    with_inner_table(document, rows=1)
    assert read("a.docx", saved(document)).text == "40\tboats\n\nUlm\n"


@pytest.mark.parametrize("words", [60, 61])
def test_a_cell_with_a_text_lays_out_a_page(read, document, words):
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Profile"
    table.cell(0, 1).text = " ".join(["boats"] * words)
    assert read("a.docx", saved(document)).text.startswith("Profile\n\nboats") is (words > 60)


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        pytest.param(
            "<w:p {W}><w:r><w:t xml:space='preserve'>It cost </w:t></w:r><w:del><w:r><w:delText>$5</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>$6</w:t></w:r></w:ins></w:p>",
            "It cost $6\n", id="tracked changes",
        ),
        pytest.param(
            "<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>40 boats</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "40 boats\n", id="content control",
        ),
        pytest.param(
            "<w:p {W}><w:pPr><w:pStyle w:val='TOC1'/></w:pPr><w:r><w:t>Boats 14</w:t></w:r></w:p>", "", id="contents"
        ),
        pytest.param(
            "<w:p {W}><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK \"x/99\"</w:instrText></w:r>"
            "<w:hyperlink><w:r><w:t>the port</w:t></w:r></w:hyperlink></w:p>",
            "the port\n", id="link",
        ),
        pytest.param(
            "<w:p {W}><w:r><w:t>mid</w:t><w:softHyphen/><w:t>summer</w:t><w:noBreakHyphen/><w:t>day</w:t></w:r></w:p>",
            "midsummer-day\n", id="hyphens",
        ),
        pytest.param(
            "<w:p {W}><w:r><w:t xml:space='preserve'>It cost </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>$20</w:t></w:r>"
            "<w:r><w:rPr><w:dstrike w:val='1'/></w:rPr><w:t>$25</w:t></w:r>"
            "<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>$30</w:t></w:r></w:p>",
            "It cost $30\n", id="crossed out",
        ),
    ],
)  # fmt: skip
def test_elements_of_word(read, document, xml, text):
    add_xml(document, xml.replace("{W}", W))
    assert read("a.docx", saved(document)).text == text


def test_headers_and_footers_are_left_out(read, document):
    document.sections[0].header.paragraphs[0].text = "Port Herald 2021"
    document.sections[0].footer.paragraphs[0].text = "Page 4"
    document.add_paragraph("40 boats")
    assert read("a.docx", saved(document)).text == "40 boats\n"


def test_title_and_author_are_metadata_and_the_date_of_the_file_is_not(read, document):
    document.core_properties.title = " Ferries "
    document.core_properties.author = "Ida Lund"
    article = read("a.docx", saved(document))
    assert (article.title, article.author, article.published, article.text) == (
        "Ferries",
        "Ida Lund",
        None,
        "",
    )


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"just words", zipped(), zipped(a="b"), b"\xd0\xcf\x11\xe0 an old .doc"]
)
def test_what_is_no_document_is_one_clear_line(read, data):
    with pytest.raises(ReadingError) as caught:
        read("a.docx", data)
    assert str(caught.value) == "a.docx: not a Word document (DOCX) that can be read"


def package(body, *, kind="document", **parts):
    """A Word document of bare XML, with further parts such as footnotes."""
    out = io.BytesIO()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", f"<Types>{kind}</Types>")
        relation = f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/>'
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{space}">{relation}</Relationships>')
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_notes_and_text_boxes_are_read(read):
    box = f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('It has 340 lamps.')}</w:txbxContent></w:pict></w:r></w:p>"
    notes = f"<w:footnotes {W}><w:footnote w:type='separator'>{paragraph('-')}</w:footnote><w:footnote>{paragraph('Of these, 12 are lit.')}</w:footnote></w:footnotes>"
    article = read("a.docx", package(box + paragraph("The pier is old."), footnotes=notes))
    assert article.text == "It has 340 lamps.\n\nThe pier is old.\n\nOf these, 12 are lit.\n"


def test_a_row_of_stacked_paragraphs_is_several_rows(read):
    cells = "".join(
        f"<w:tc>{''.join(map(paragraph, column))}</w:tc>"
        for column in (("Rent", "Nets"), ("$17,542", "$388"))
    )
    article = read("a.docx", package(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert article.text == "Rent\t$17,542\nNets\t$388\n"
    assert [(cell.row, cell.column) for cell in article.tables[0].cells] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_stacked_lines_are_paired_with_the_blank_ones_beside_a_sign(read):
    cells = "".join(
        f"<w:tc>{body}</w:tc>"
        for body in (
            "".join(map(paragraph, ("", "Rent", "Nets", "Rope"))),
            paragraph("€") + "<w:p><w:r><w:t>17</w:t><w:br/><w:t>3</w:t><w:br/><w:t>9</w:t></w:r></w:p>",
            "".join(map(paragraph, ("€", "18", "4", "8", ""))),
        )
    )
    article = read("a.docx", package(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert article.text == "€\t€\nRent\t17\t18\nNets\t3\t4\nRope\t9\t8\n"


def test_two_broken_lines_of_a_head_stay_together(read):
    head = "<w:tc><w:p><w:r><w:t>Nets</w:t><w:br/><w:t>sold</w:t></w:r></w:p></w:tc>"
    article = read("a.docx", package(f"<w:tbl><w:tr>{head}{head}</w:tr></w:tbl>"))
    assert article.text == "Nets sold\tNets sold\n"


def test_templates_are_read_and_an_empty_document_says_so(read):
    assert (
        read("a.docx", package(paragraph("It cost $7 million."), kind="template")).text
        == "It cost $7 million.\n"
    )
    notes = []
    read("a.docx", package(paragraph("")), on_note=notes.append)
    assert notes == ["a.docx: no text in it"]


def filled_table(document, rows):
    table = document.add_table(rows=0, cols=2)
    for words in rows:
        for cell, text in zip(table.add_row().cells, words, strict=True):
            cell.text = text


def test_what_a_form_asks_holds_no_claims(read, document):
    rows = [
        ("1. Name", "____________"),
        ("2. Highest degree", "☐ Less than 5 exams ☐ More than 5 exams"),
        ("3. Have you had more than £5,000 in 3 years?", "Yes / No"),
    ]
    filled_table(document, rows)
    document.add_paragraph("The fund gives £40,000 a year.")
    article = read("a.docx", saved(document))
    assert {article.text[start:end] for start, end in article.asides} == {
        text for row in rows for text in row
    }


def test_fields_of_a_form_are_known(read, document):
    filled_table(document, [("Years of service (more than 10?)", "12"), ("Boats", "3")])
    field = f'<w:r {W}><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/></w:ffData></w:fldChar></w:r>'
    from docx.oxml import parse_xml

    for row in document.tables[0].rows:
        for cell in row.cells:
            cell.paragraphs[0]._p.append(parse_xml(field))
    article = read("a.docx", saved(document))
    assert next(article.text[start:end] for start, end in article.asides).startswith("Years of service")


def test_a_table_of_facts_with_a_box_is_no_form(read, document):
    filled_table(document, [("Boats", "40"), ("Insured", "☑"), ("Crew", "12 people")])
    assert read("a.docx", saved(document)).asides == ()


def test_paragraphs_in_the_style_of_code_hold_no_claims(read):
    styled = '<w:p><w:pPr><w:pStyle w:val="SourceCode"/></w:pPr><w:r><w:t>8 boats shut off</w:t></w:r></w:p>'
    article = read("code.docx", package(styled + paragraph("The pier has 40 boats.")))
    assert "The pier has 40 boats." in article.text
    assert [article.text[start:end] for start, end in article.asides] == ["8 boats shut off"]


STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:styleId="Befehl"><w:basedOn w:val="HTMLPreformatted"/></w:style>
<w:style w:type="paragraph" w:styleId="Schirm"><w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Kreis"/></w:style>
<w:style w:type="paragraph" w:styleId="Kreis"><w:basedOn w:val="Ring"/></w:style>
</w:styles>"""


def styled(name, words, kind="pStyle"):
    style = f'<w:{kind} w:val="{name}"/>'
    of_paragraph, of_run = (
        (f"<w:pPr>{style}</w:pPr>", "") if kind == "pStyle" else ("", f"<w:rPr>{style}</w:rPr>")
    )
    return f"<w:p>{of_paragraph}<w:r>{of_run}<w:t>{words}</w:t></w:r></w:p>"


@pytest.mark.parametrize("name", ["Code", "PreformattedText", "Befehl", "Schirm"])
def test_code_is_known_by_its_style_what_that_is_based_on_and_its_font(read, name):
    body = styled(name, "8 boats shut off") + paragraph("The pier has 40 boats, and it is long.")
    article = read("code.docx", package(body, styles=STYLES))
    assert [article.text[start:end] for start, end in article.asides] == ["8 boats shut off"]


def test_code_among_words_is_known_by_the_style_of_its_run(read):
    words = "".join(
        f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for style, text in (("Strong", "Give "), ("SourceText", "--boats 40"), ("Emphasis", " to it."))
    )
    article = read("code.docx", package(f"<w:p>{words}</w:p>", styles=STYLES))
    assert [article.text[start:end] for start, end in article.asides] == ["--boats 40"]


@pytest.mark.parametrize("name", ["Ring", "ListParagraph", "BarcodeLabel", "PostalCode", "CodeOfConduct"])
def test_other_styles_are_no_code(read, name):
    body = styled(name, "8 boats shut off") + paragraph("The pier has 40 boats, and it is long.")
    assert read("code.docx", package(body, styles=STYLES)).asides == ()


def test_a_text_set_in_a_typewriter_font_as_a_whole_is_no_code(read):
    body = styled("Schirm", "The pier has 40 boats, and it is long.") + paragraph("It is old.")
    assert read("play.docx", package(body, styles=STYLES)).asides == ()


def test_code_in_a_table_holds_no_claims(read):
    styled = '<w:p><w:pPr><w:pStyle w:val="SourceCode"/></w:pPr><w:r><w:t>8 boats shut off</w:t></w:r></w:p>'
    cells = f"<w:tc>{styled}{styled}</w:tc><w:tc>{paragraph('It has 40 boats.')}</w:tc>"
    article = read("code.docx", package(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert [article.text[start:end] for start, end in article.asides] == ["8 boats shut off 8 boats shut off"]


def test_hidden_words_are_left_out(read, document):
    paragraph = document.add_paragraph("The mill has 12 rooms.")
    paragraph.add_run(" Not 14.").font.hidden = True
    paragraph.add_run(" So it was.").font.hidden = False
    assert read("a.docx", saved(document)).text == "The mill has 12 rooms. So it was.\n"


def coloured(paragraph, words):
    from docx.shared import RGBColor

    run = paragraph.add_run(words)
    run.bold, run.font.color.rgb = True, RGBColor(255, 0, 0)
    return run


def test_a_heading_in_the_line_of_its_text_is_a_paragraph(read, document):
    coloured(document.add_paragraph(), "Dear renewal")
    document.paragraphs[-1].add_run(" Makers of flour would welcome it, said Tom Dahl.")
    assert (
        read("a.docx", saved(document)).text
        == "Dear renewal\n\nMakers of flour would welcome it, said Tom Dahl.\n"
    )


@pytest.mark.parametrize(
    ("heading", "behind"),
    [
        ("Tom Dahl", " said that the mill by the river is shut."),
        ("Note:", " The mill by the river is shut for good."),
        ("Kolb", "Mill by the river is shut for good now."),
        ("Kolb", " Mill is shut."),
        ("in May", " The mill by the river was shut for good."),
    ],
)
def test_words_in_colour_that_go_on_are_no_heading(read, document, heading, behind):
    coloured(document.add_paragraph(), heading)
    document.paragraphs[-1].add_run(behind)
    assert read("a.docx", saved(document)).text == f"{heading}{behind}\n"


def test_bold_words_alone_are_no_heading(read, document):
    document.add_paragraph().add_run("Kolb Mills").bold = True
    document.paragraphs[-1].add_run(" Limited of Hartwick has 300 men and shops.")
    assert read("a.docx", saved(document)).text == "Kolb Mills Limited of Hartwick has 300 men and shops.\n"
