"""Indexes and lists of numbered records hold no counts; lists that look like them do."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.apparatus.finding import asides_of
from claimcheck.apparatus.pointing_numbers import (
    find_capital_headings,
    find_indexes,
    find_item_numbers,
    find_parameters,
    find_part_numbers,
    find_record_numbers,
)
from claimcheck.article import Article

INDEX = (
    "anchor, 12 anvil, 30, 41 ballast, 7 barge, 19 beacon, 22, 25 boat, 3 buoy, 18 cable, 40 canal, 9\n"
    "chart, 14, 16 crane, 31 dinghy, 2 dock, 5 ferry, 8, 9 fog, 28 gale, 33"
)
RECORDS = "\n".join(
    f"{number} {words}"
    for number, words in [
        (310011, "Boats sink in rain"),
        (310440, "Piers without lamps"),
        (311200, "Ropes wear out"),
        (311801, "Two anchors missing"),
        (312077, "Crane does not lift"),
        (313555, "Fog horn silent"),
        (314002, "Charts out of date"),
        (314990, "Ferries late on Sundays"),
    ]
)


def test_an_index_holds_no_counts():
    assert [INDEX[start:end] for start, end in find_indexes(INDEX)] == [INDEX]
    text = f"The harbour has 40 boats.\n\nIndex\n\n{INDEX}\n"
    assert [claim.text for claim in extract(text, kinds=["count"]).claims] == ["40 boats"]


@pytest.mark.parametrize(
    "text",
    [
        "Present were Ann, 41 Bo, 30 Cy, 22 Di, 19 Eve, 33 Flo, 52 Gus, 61 Hal, 23 Ida, 29 Jo, 30 Kai, 44",
        "north, 12, 4 east, 3 west, 8, 9 south, 5 up, 6 down, 3 left, 9 right, 1 behind, 4 over, 7 beside, 2",
        "anchor, 12 anvil, 30, 41 ballast, 7",
    ],
    ids=["one figure each", "no order", "short"],
)
def test_other_lists_are_no_index(text):
    assert list(find_indexes(text)) == []


def test_numbers_of_records_count_nothing():
    spans = list(find_record_numbers(f"Mended:\n{RECORDS}\n"))
    assert len(spans) == 8
    assert asides_of(Article("-", f"Mended:\n{RECORDS}\n")) == tuple(spans)


def test_records_may_run_on_in_lines_that_are_joined():
    joined = "Mended:\n" + RECORDS.replace("\n", " ").replace(" 312077", "\n312077")
    assert list(find_record_numbers(joined)) == []  # fewer than three begin a line
    assert len(list(find_record_numbers(joined.replace(" 314002", "\n314002")))) == 8


@pytest.mark.parametrize(
    "text",
    [
        "\n40000 people\n12000 boats\n31000 nets\n5000 piers",
        "\n" + "\n".join(f"{number} people came" for number in range(90000, 10000, -10000)),
    ],
    ids=["few", "falling"],
)
def test_figures_of_other_lists_are_no_numbers_of_records(text):
    assert list(find_record_numbers(text)) == []


def test_parameters_of_scripts_are_no_dollars():
    text = 'In "$@" and "$*" all are joined, $# counts them. The second argument ($2) is the word, "$1" the name.'
    assert [text[start:end] for start, end in find_parameters(text)] == ["$2", "$1"]
    slots = "$1(PER) sold $2(ORG). $2(ORG) left $1(GPE). $1(PER) met $2(PER)."
    assert len(list(find_parameters(slots))) == 6
    assert list(find_parameters("It cost $1 (TAX) and $5 (NET), $2(TOT) in all.")) == []
    assert list(find_parameters("It costs $2 a day, or $5 with the #1 seat. Write to $@.")) == []
    mixed = f"{text} It costs $5 million."
    assert [claim.text for claim in extract(mixed, kinds=["money"]).claims] == ["$5 million"]


PARTS = "The guide\n\n3.5 nets\n\nNets are wet.\n\n3.6 ropes\n\nRopes are long.\n\n3.6.1 knots\n\n4.1 anchors\n\n4.2 boats\n"


def test_numbers_of_parts_count_nothing():
    assert [PARTS[start:end] for start, end in find_part_numbers(PARTS)] == [
        "3.5",
        "3.6",
        "3.6.1",
        "4.1",
        "4.2",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\n3.5 litres\n2.5 litres\n1.5 litres\n0.5 litres\n7.5 litres\n",
        "\n3.5 nets\n3.6 ropes\n4.1 anchors\n",
        "\n1.5 km\n3.5 km\n5.5 km\n7.5 km\n9.5 km\n",
    ],
    ids=["falling", "few", "far apart"],
)
def test_other_decimals_at_the_start_of_lines_are_no_parts(text):
    assert list(find_part_numbers(text)) == []


def test_headings_in_capitals_hold_no_claims():
    text = "The guide\n\nH. DUTY TO GIVE NOTICE TO OWNERS\n\nACME BUYS ORBIT\n\nB. It has 40 boats.\n"
    spans = [text[start:end].strip() for start, end in find_capital_headings(text)]
    assert spans == ["H. DUTY TO GIVE NOTICE TO OWNERS"]


PARTS_OF_A_BOAT = [
    f"2.{n} {words}" for n, words in enumerate(["Hulls", "Masts", "Sails", "Ropes", "Pumps", "Lamps"], 1)
]


def test_the_number_of_a_chapter_counts_nothing():
    text = (
        "2 Parts of a boat\n\n"
        + "\n\nThey wear.\n\n".join(PARTS_OF_A_BOAT)
        + "\n\n3 Growth of the fleet\n\nIt grew."
    )
    numbers = [text[start:end] for start, end in find_part_numbers(text)]
    assert numbers == [*(part.split()[0] for part in PARTS_OF_A_BOAT), "3"]
    far = text.replace("3 Growth", "7 Boats")
    assert "7" not in [far[start:end] for start, end in find_part_numbers(far)]


ITEMS = "88/26 Minutes\n\nThey were signed.\n\n89/26 Boats\n\nThe yard has 40 boats.\n\n90/26 Days\n\nNone was set.\n"


def test_numbers_of_items_that_are_counted_through_a_year_measure_nothing():
    assert [ITEMS[slice(*span)] for span in find_item_numbers(ITEMS)] == ["88/26", "89/26", "90/26"]
    assert [claim.text for claim in extract(ITEMS, kinds=["count", "measurement"]).claims] == ["40 boats"]
    years_first = "2026/7 Boats\n2026/8 Piers\n2026/9 Fares\n"
    assert len([*find_item_numbers(years_first)]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "120/80 mmHg\n135/85 mmHg\n140/90 mmHg\n",
        "88/26 Minutes\n\n89/26 Boats\n",
        "12/26 boats sailed\n30/26 boats lay\n7/26 boats sank\n",
        "The boats 88/26, 89/26 and 90/26 lay there.\n",
        "9/1 first sailing\n9/2 races of boats\n9/3 return\n",
    ],
    ids=["pressures", "two", "no order", "in a line", "days"],
)
def test_other_pairs_of_numbers_are_none_of_items(text):
    assert [*find_item_numbers(text)] == []
