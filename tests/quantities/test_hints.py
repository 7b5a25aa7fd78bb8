"""What a reader knows of the numbers of a text decides what would be assumed."""

from decimal import Decimal

import pytest

from claimcheck.article import NumberHints
from claimcheck.quantities.finding import explain_numerals, find_quantities


def only(text, **hints):
    (quantity,) = find_quantities(text, NumberHints(**hints))
    return quantity


def test_a_bare_sign_takes_the_currency_of_the_hint():
    quantity = only("It cost $50.", currency="CAD")
    assert (quantity.unit, quantity.currency_assumed) == ("CAD", False)


@pytest.mark.parametrize("text", ["It cost US$50.", "It cost €50.", "It cost 50 francs."])
def test_what_is_written_counts_before_the_hint(text):
    assert only(text, currency="CAD") == find_quantities(text)[0]


def test_cents_go_with_the_hinted_dollar():
    assert only("It cost 50 cents.", currency="AUD").unit == "AUD"


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("It grew by 12,5% there.", Decimal("12.5"), "12,5%"),
        ("It cost $1.234,50 there.", Decimal("1234.50"), "$1.234,50"),
        ("They have 1.250 members there.", Decimal(1250), "1.250 members"),
    ],
)
def test_decimal_commas_are_read_and_the_words_stay(text, number, words):
    quantity = only(text, decimal="comma")
    assert (quantity.number, quantity.text) == (number, words)
    assert text[quantity.start : quantity.end] == quantity.text


def test_points_are_the_default():
    assert only("It is 1.250 km long.", decimal="point").number == Decimal("1.250")


def test_accounts_have_the_words_of_the_text():
    (account,) = explain_numerals("It is 12,5 km long.", NumberHints(decimal="comma"))
    assert account.text == "12,5"


@pytest.mark.parametrize(
    ("system", "unit"), [("us", "gallon"), ("imperial", "imperial_gallon"), ("metric", "gallon")]
)
def test_gallons_are_those_of_the_system(system, unit):
    assert only("It holds 7 gallons.", unit_system=system).unit == unit


def test_a_metric_ton_is_a_tonne():
    quantity = only("It weighs 7 tons.", unit_system="metric")
    assert (quantity.unit, quantity.si_value) == ("tonne", Decimal(7000))
