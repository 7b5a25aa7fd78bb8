"""Values as polls, libraries, mines and water companies tell them, with near misses."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnout was 67.9%, three points down, but rose in the east.", [("decrease", 3, "percentage_point")]),
        ("Turnout was 67.9%, three points down the list.", []),
        ("Bookings are good, at prices 6% higher.", [("increase", 6, "percent")]),
        ("Bookings are good, at prices 6% higher than in Rome.", []),
        ("It cut debt by $480 million, to $3.1 billion, and will pay 28 cents a share, against 22 cents a year ago.", [("decrease", 480000000, 3100000000, "USD")]),
        ("Profit rose 3% to £5m, or £2 a share, from £4m.", [("increase", 3, 4000000, 5000000, "percent")]),
    ],
)  # fmt: skip
def test_changes(values, text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Four branches open three days out of seven.", "count", [(4, "branches")]),
        ("Fines brought in £61,000, less than half of what they did in 2015.", "comparison", [(0.5,)]),
        ("They burnt half of what they had.", "comparison", []),
        ("Output was 2% ahead of guidance.", "comparison", [(1.02,)]),
        ("It was 2% ahead of Rome.", "comparison", []),
        ("The river ran at a quarter of its usual flow.", "comparison", [(0.25,)]),
        ("They sold a quarter of its original stock.", "comparison", []),
        ("A third of its usual visitors stayed away.", "comparison", []),
        ("A fifth of Norway's price rises came late.", "comparison", []),
    ],
)
def test_others(values, text, kind, expected):
    assert values(text, kind) == expected
