"""Exact values of numbers in digits, in words, and in both."""

from decimal import Decimal

import pytest

from claimcheck import find_quantities
from claimcheck.quantities.numbers import parse_amount

VALUES = [
    ("12", "12"),
    ("0.08", "0.08"),
    (".5", "0.5"),
    ("1,234,567", "1234567"),
    ("12,34,567", "1234567"),
    ("1 234 567", "1234567"),
    ("1\u202f234\u202f567.5", "1234567.5"),
    ("1'000'000", "1000000"),
    ("-4/5", "-0.8"),
    ("10 1/2", "10.5"),
    ("½", "0.5"),
    ("3⁄4", "0.75"),
    ("2 3⁄4", "2.75"),
    ("5⁄4", "1.25"),
    ("2½", "2.5"),
    ("1.3x10^6", "1300000"),
    ("3 × 10⁻³", "0.003"),
    ("1.2e-5", "0.000012"),
    ("100k", "100000"),
    ("3.5bn", "3500000000"),
    ("1MM", "1000000"),
    ("3.5 million", "3500000"),
    ("13 lakh", "1300000"),
    ("three lakh crore", "3000000000000"),
    ("zero", "0"),
    ("seventy-three", "73"),
    ("one hundred and sixteen", "116"),
    ("two hundred and two thousand", "202000"),
    ("twenty-one trillion three hundred", "21000000000300"),
    ("one twenty two", "122"),
    ("half a million", "500000"),
    ("three quarters billion", "750000000"),
    ("two and a half", "2.5"),
    ("two and a half million", "2500000"),
    ("one million and a half", "1500000"),
    ("half a dozen", "6"),
    ("two hundred dozens", "2400"),
    ("four hundred and two dozens", "424"),
    ("three point one four", "3.14"),
    ("minus five point five", "-5.5"),
    ("four thousand two hundred and eleven", "4211"),
]


@pytest.mark.parametrize(("surface", "value"), VALUES, ids=[surface for surface, _ in VALUES])
def test_value_is_exact(surface, value):
    assert parse_amount(surface) == Decimal(value)


THIRDS = [("two thirds", 2, 3), ("one twenty-fifth", 1, 25), ("twenty-three fifths", 23, 5), ("1/3", 1, 3)]


@pytest.mark.parametrize(("surface", "above", "below"), THIRDS)
def test_fractions_have_28_digits(surface, above, below):
    assert parse_amount(surface) == Decimal(above) / Decimal(below)


@pytest.mark.parametrize(
    "surface",
    [
        "",
        "NaN",
        "Infinity",
        "1,5",
        "1,23,4",
        "first",
        "several",
        "1e9999",
        "12 apples",
        "-",
        "1" * 100,
        "and",
    ],
)
def test_what_is_no_number_has_no_value(surface):
    assert parse_amount(surface) is None


@pytest.mark.parametrize("surface", ["23⁄4", "3⁄0", "9e299 billion", "1⁄2⁄3"])
def test_what_may_be_two_numbers_or_is_none_has_no_value(surface):
    assert parse_amount(surface) is None


def test_sizes_that_double_are_no_groups_of_one_number():
    assert [str(q.number) for q in find_quantities("with 16,32,64,128 GB")] == ["16", "32", "64", "128"]
    assert [str(q.number) for q in find_quantities("16,32,64,130 voters")] == ["163264130"]
