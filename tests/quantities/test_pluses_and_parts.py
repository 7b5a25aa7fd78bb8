"""A plus sign between digits and their scale or unit; parts of a whole that are shares, and those that are counts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.quantities.finding import find_quantities


def read(text):
    return [(q.text, q.kind, q.unit, q.number, q.comparator) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "kind", "unit", "number"),
    [
        ("3+ million users", "count", None, 3_000_000),
        ("$1.5+ billion", "money", "USD", 1_500_000_000),
        ("10+ years", "measure", "year", 10),
        ("3+ petabytes", "measure", "petabyte", 3),
        ("20+ percent", "percent", "percent", 20),
        ("30+%", "percent", "percent", 30),
        ("12+ dozen eggs", "count", None, 144),
        ("40+ stalls", "count", None, 40),
    ],
)
def test_a_plus_sign_is_a_bound_of_the_whole_amount(text, kind, unit, number):
    assert read(f"The site has {text}.") == [(text, kind, unit, number, ">=")]


@pytest.mark.parametrize("text", ["3 + 4 million", "C++ 11 million"])
def test_a_plus_sign_between_numbers_or_in_a_name_bounds_nothing(text):
    assert all(comparator == "=" for *_, comparator in read(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10 out of 15 patients (67%) improved", [10, 15, 67]),
        ("17 out of 22 members voted", [17, 22]),
        ("It ranked 4 out of 27.", [4, 27]),
    ],
)
def test_parts_of_a_group_are_counted(text, found):
    assert [number for _, _, _, number, _ in read(text)] == found


@pytest.mark.parametrize(
    ("text", "share"),
    [("9 out of 10 doctors agree", 90), ("30 out of 100 people", 30), ("15 out of 20", 75)],
)
def test_a_round_whole_gives_a_share(text, share):
    assert [(kind, number) for _, kind, _, number, _ in read(text)] == [("percent", Decimal(share))]


def test_a_second_after_a_slash_is_one_of_time():
    text = "It answers 925 requests/second in the second run."
    assert [q.start for q in find_quantities(text) if q.kind == "ordinal"] == [text.rindex("second")]


def test_bytes_in_small_letters():
    assert read("It has 16 gb of memory and reads 1.2 gb per second.") == [
        ("16 gb", "measure", "gigabyte", 16, "="),
        ("1.2 gb per second", "measure", "gigabyte_per_second", Decimal("1.2"), "="),
    ]
