"""Laws of the number layer on any text."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.quantities.finding import explain_numerals, find_quantities
from claimcheck.quantities.numbers import parse_amount
from claimcheck.quantities.numerals import MAX_EXPONENT

PIECES = st.sampled_from(
    [
        "one", "two", "twenty", "hundred", "million", "dozens", "half", "third", "quarter", "twice", "point", "and",
        "a", "of", "in", "to", "or", "between", "from", "per", "about", "more than", "less than", "5", "12", "3.5",
        "1,234", "2019", "1e9", "10^8", "½", "1/3", "0", "007", "$", "€", "US$", "USD", "£5", "%", "percent", "cents",
        "dollars", "km", "kg", "m", "m2", "m/s", "°C", "years", "old", "feet", "inches", "'", '"', "x", "×", "±", "-",
        "–", "−", "~", "<", ">=", "+", "(", ")", "[", "]", ",", ".", ":", "/", "\n", " ", "people", "shares", "Boeing",
        "May", "No.", "page", "k", "bn", "BN", "B", "M", "s", "th", "-year-old", "İ", "ß", "٣", "₹", "\u202f",
    ]
)  # fmt: skip
NUMBERISH = st.lists(PIECES, max_size=25).flatmap(
    lambda pieces: st.sampled_from(["", " "]).map(lambda joint: joint.join(pieces))
)
TEXTS = st.one_of(st.text(max_size=80), NUMBERISH)
NUMERAL = re.compile(r"\d+")


@settings(max_examples=400)
@given(TEXTS)
def test_spans_give_back_the_text_and_do_not_overlap(text):
    end = 0
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert end <= quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        if quantity.of is not None:
            assert text[quantity.of_start : quantity.of_end] == quantity.of
        end = quantity.end


@settings(max_examples=400)
@given(TEXTS)
def test_no_numeral_is_lost(text):
    accounts = explain_numerals(text)
    quantities = find_quantities(text)
    for account in accounts:
        assert text[account.start : account.end] == account.text
        assert (account.quantity is None) != (account.set_aside_by is None)
        assert account.set_aside_by != "unread"
        if account.quantity is not None:
            quantity = quantities[account.quantity]
            assert quantity.start <= account.start < quantity.end
    covered = {place for account in accounts for place in range(account.start, account.end)}
    assert all(set(range(*found.span())) <= covered for found in NUMERAL.finditer(text))


@settings(max_examples=200)
@given(TEXTS)
def test_values_are_exact_and_of_sane_size(text):
    for quantity in find_quantities(text):
        values = [v for v in (quantity.number, quantity.low, quantity.high) if v is not None]
        assert values or quantity.sides
        assert all(value.is_finite() and value.adjusted() <= 2 * MAX_EXPONENT for value in values)
        assert (quantity.low is None) == (quantity.high is None)
        assert quantity.number is None or quantity.low is None
        if quantity.low is not None and quantity.kind != "score":
            assert quantity.low <= quantity.high


@settings(max_examples=100)
@given(TEXTS)
def test_two_runs_agree(text):
    assert find_quantities(text) == find_quantities(text)


@given(st.integers(0, 10**15))
def test_grouped_digits_are_read_back(number):
    assert parse_amount(f"{number:,}") == Decimal(number)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "$",
        "$1",
        "1 ",
        "1/",
        "one ",
        "hundred and ",
        "[1,",
        "1 km/",
        "- ",
        "a half ",
        "İ1 ",
        "10²",
        "8③",
        "1Ⅷ",
    ],
)
def test_long_repetitions_are_read(piece):
    text = piece * 3000
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
