"""Scales as they are misspelt, letters that may be a scale or a unit, and numbers that are names."""

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


@pytest.mark.parametrize(
    "text",
    [
        "The rack has dual AMD EPYC 7542 CPUs.",
        "She fitted RTX 3090 cards.",
        "It runs on Xeon 4210 processors.",
    ],
)
def test_the_number_of_a_processor_is_no_count(text):
    assert [q for q in find_quantities(text) if q.kind == "count"] == []


def test_processors_are_counted():
    [found] = find_quantities("The rack holds 40 Xeon processors.")
    assert (found.number, found.of) == (40, "Xeon processors")
