"""Numbers of real files that are pieces of something else: of addresses, fractions, labels, scales, notes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.quantities.finding import find_quantities


def amounts(text):
    return [
        (q.text, q.unit or q.of, q.number if q.number is not None else q.low) for q in find_quantities(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The file reports/2018%20-%20035%20Final.pdf is there.",
        "Turn it by 1 ⁄4 inch.",
        "The duties of section 1328(g) are his.",
        "Shares used in the calculation (000s) are given.",
        "All amounts are in $000 here.",
        "The build was tagged 100233c72890df3d by the server.",
        "A Boeing Model 737–8 airplane landed.",
        "The fees of chapter 13 cases are low.",
        "Results of phase 3 trials came in.",
        "It paid $45.5¹ million for it.",
        "Costs will grow in the mid- to upper 40% range.",
    ],
)
def test_pieces_are_no_amounts(text):
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fee rose by 20% - 25% then.", ["20% - 25%"]),
        ("Turn it by 1⁄4 inch.", ["1⁄4 inch"]),
        ("It weighs 13 (kg) today.", ["13 (kg)"]),
        ("It is a fall of 0.001 inch.", ["0.001 inch"]),
        ("A toll of 17c a share was paid.", ["17c a share"]),
        ("It took 737–800 seconds.", ["737–800 seconds"]),
        ("In this chapter 13 cases are told.", ["13 cases"]),
        ("It paid $45.5 million¹ for it.", ["$45.5 million"]),
        ("Costs rose by 40% then.", ["40%"]),
        ("It sold 20 million¹ of them.", ["20 million"]),
        ("It sold 20 dollars¹ worth.", ["20 dollars"]),
        ("It covers 20 km² of land.", ["20 km²"]),
    ],
)
def test_what_looks_like_a_piece_is_an_amount(text, expected):
    assert [q.text for q in find_quantities(text)] == expected


def test_the_code_of_a_currency_can_be_what_is_counted():
    assert amounts("Each of its two AOA sensors failed.") == [("two AOA sensors", "AOA sensors", 2)]
    assert amounts("She paid 20 CAD at the door.") == [("20 CAD", "CAD", 20)]


def test_two_amounts_that_are_each_about_so_much_are_no_range():
    assert [(q.text, q.number) for q in find_quantities("It returned ~ $470 ~ $480 then.")] == [
        ("~ $470", 470),
        ("~ $480", 480),
    ]
    assert [(q.low, q.high) for q in find_quantities("It takes 5~10 days.")] == [(5, 10)]


def test_a_percentage_in_brackets_is_a_loss():
    assert amounts("The margin was (8.1)% then.") == [("(8.1)%", "percent", Decimal("-8.1"))]


def test_acre_feet_are_a_volume():
    assert amounts("The lake lost 150,000 acre-feet of water.")[0][1:] == ("acre_foot", 150_000)
    assert amounts("The lake covers 150 acres.")[0][1] == "acre"


def test_sides_of_a_picture_are_no_count():
    assert all(q.kind != "count" for q in find_quantities("The picture is 1920 × 1080 pixels."))
