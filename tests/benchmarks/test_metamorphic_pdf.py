"""Layouts, what is printed of a text, and what the comparison of its claims says."""

from __future__ import annotations

from dataclasses import replace

import metamorphic_pdf
import pdf_printing
import pdf_producers
import pytest

from claimcheck import extract

TEXT = """The harbour of Holm

The yard built 34 boats in 2019. Crews sold most of them.
- an item
The town paid $2 million for the slip.
"""


@pytest.fixture
def layouts():
    return {layout.name: layout for layout in pdf_printing.load_layouts()}


def test_every_layout_is_printed_by_some_producer(layouts):
    for layout in layouts.values():
        assert any(producer.can_print(layout) for producer in pdf_producers.PRODUCERS.values()), layout.name


def test_prose_is_printed_and_lists_are_not(layouts):
    blocks = pdf_printing.blocks_of(TEXT, layouts["one column"])
    assert [block.kind for block in blocks] == ["heading", "paragraph", "paragraph"]
    assert "item" not in pdf_printing.plain_text(blocks)


def test_notes_and_inserts_are_no_part_of_the_plain_text(layouts):
    layout = layouts["report"]
    blocks = pdf_printing.blocks_of(TEXT, layout)
    furnished = pdf_printing.furnished(blocks, layout)
    assert [block.note for block in furnished if block.kind == "paragraph"] == [pdf_printing.NOTE] * 2
    assert "figure" in [block.kind for block in furnished]
    assert furnished[1].text[: furnished[1].note_at] == "The yard built 34 boats in 2019."
    assert pdf_printing.NOTE not in pdf_printing.plain_text(blocks)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("The yard built 34 boats in 2019.", [None, None]),
        ("The yard built 35 boats in 2019.", ["lost", "new", None]),
        ("The yard was sold in 2018.", ["lost", "lost", "new"]),
        ("“The yard built 34 boats in 2019,” Ann Lee said.", ["new", "speaker", "speaker"]),
        ("The yard built at 34 boats in 2019, and 34 boats.", [None, None, "new"]),
    ],
)
def test_what_became_of_claims_is_named(text, faults):
    expected, got = (
        metamorphic_pdf.said_in(extract(said)) for said in ("The yard built 34 boats in 2019.", text)
    )
    found = [outcome.fault for outcome in metamorphic_pdf.compared(expected, got)]
    assert sorted(map(str, found)) == sorted(map(str, faults))


def test_line_ends_are_no_difference():
    found = (metamorphic_pdf.said_in(extract(f"The yard built 34{mark}boats.")) for mark in (" ", "\n"))
    (one,), (other,) = found
    assert one.words == other.words == "34boats"


def test_a_layout_is_a_style_sheet(layouts):
    css = pdf_producers.css_of(replace(layouts["two columns"], name="own"))
    assert "column-count: 2" in css
    assert "hyphens: auto" in css
