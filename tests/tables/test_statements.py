"""Scales, currencies and units in heads and in running text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.lexicons import load_rows
from claimcheck.tables.statements import find_statement, read_unit_words

HEADS = [
    ("(In Millions)", 10**6, None),
    ("$ million", 10**6, "USD"),
    ("€m", 10**6, "EUR"),
    ("$’000", 1000, "USD"),
    ("RMB’Million", 10**6, "CNY"),
    ("USD denominated RMB’Million", 10**6, "CNY"),
    ("(in thousands of U.S. dollars)", 1000, "USD"),
    ("(Canadian $ in millions)", 10**6, "CAD"),
    ("(Rs. in lakhs)", 100_000, "INR"),
    ("TEUR", 1000, "EUR"),
    ("Revenue ($B)", 10**9, "USD"),
    ("Number (000)", 1000, None),
    ("Final dividend (cents)", Decimal("0.01"), "USD"),
    ("Sales (USDM)", 10**6, "USD"),
    ("Sales (in RON millions)", 10**6, "RON"),
    ("MAD m", 10**6, "MAD"),
]


@pytest.mark.parametrize(("head", "factor", "currency"), HEADS)
def test_a_head_says_the_scale_and_the_currency(head, factor, currency):
    said = find_statement(head, is_head=True)
    assert (said.factor, said.currency) == (factor, currency)


@pytest.mark.parametrize(
    "head", ["Years Ended December 31,", "Note (b)", "5 million shares", "NO. OF RIGHTS", "Marketing", "(m)x"]
)
def test_a_head_that_says_no_scale(head):
    said = find_statement(head, is_head=True)
    assert said is None or said.factor is None


@pytest.mark.parametrize(
    "text",
    [
        "Income was as follows (in thousands):",
        "The costs were as follows, in thousands:",
        "All amounts are in thousands of euros unless otherwise stated.",
        "Dollar amounts in this table are expressed in thousands.",
    ],
)
def test_running_text_says_the_scale_of_a_table(text):
    assert find_statement(text, is_head=False).factor == 1000


@pytest.mark.parametrize(
    "text",
    [
        "People in thousands of towns saw it.",
        "It raised $5 million in 2021.",
        "He was one in a million.",
        "There were two (one in thousands).",
    ],
)
def test_running_text_that_only_has_the_words(text):
    assert find_statement(text, is_head=False) is None


def test_exceptions_are_kept_apart():
    assert find_statement("(in millions, except per share data)", is_head=True).exceptions == {"per"}
    assert find_statement("(in millions, except share and per share data)", is_head=True).exceptions == {
        "per",
        "share",
    }


@pytest.mark.parametrize("row", load_rows("en/table_scales.csv"), ids=lambda row: row["surface"])
def test_each_scale_is_read_from_its_example(row):
    assert find_statement(row["example"], is_head=True).factor == Decimal(row["factor"])


def test_units_are_those_of_the_number_layer():
    assert read_unit_words("MWh") == "megawatt_hour"
    assert read_unit_words("tonnes CO2e") == "tonne"
    assert read_unit_words("restated") is None


@pytest.mark.parametrize(
    "head", ["Table 4: speed of CRC-64", "the service described in this NPRM", "AMD64 and ARM", "CRC"]
)
def test_words_in_capitals_are_no_currency_of_a_table(head):
    said = find_statement(head, is_head=True)
    assert said is None or (said.factor, said.currency) == (None, None)


@pytest.mark.parametrize("head", ["$edge", "$xx", "($tip)"])
def test_the_name_of_a_variable_is_no_currency(head):
    assert find_statement(head, is_head=True) is None


@pytest.mark.parametrize(
    "head",
    [
        "$",
        "$m",
        "US$bn",
        "($millions)",
        "$ per boat",
        "$/share",
        "A$",
        "Price ($)",
        "$000",
        "$per tonne",
        "$th",
    ],
)
def test_the_sign_of_dollars_is_one_before_other_words(head):
    assert find_statement(head, is_head=True).currency in ("USD", "AUD")
