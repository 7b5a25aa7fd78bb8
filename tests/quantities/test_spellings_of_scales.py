"""Scales as they are misspelt, and letters that may be a scale or a unit."""

import pytest

from claimcheck.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The town has 10 milion people.", 10_000_000),
        ("The house cost 3 millon dollars.", 3_000_000),
        ("The fund holds 2 bilion euros.", 2_000_000_000),
    ],
)
def test_a_misspelt_scale_counts(text, number):
    [found] = find_quantities(text)
    assert found.number == number


def test_a_b_behind_a_blank_is_a_byte_among_data_only():
    [found] = find_quantities("The cache line holds 64 B.")
    assert found.unit == "byte"
    assert [q for q in find_quantities("The bank has 1.5 B in assets.") if q.unit == "byte"] == []


def test_arcseconds_are_angles():
    [found] = find_quantities("The star moved by 40 mas.")
    assert (found.unit, found.quality) == ("milliarcsecond", "angle")


@pytest.mark.parametrize(
    ("text", "comparator"),
    [("The goods arrive within less than 3 days.", "<"), ("The goods arrive within 3 days.", "<=")],
)
def test_within_less_than_is_less(text, comparator):
    [found] = find_quantities(text)
    assert found.comparator == comparator
