"""Slips that showed in running text, not in single sentences: what stands before or between amounts."""

from decimal import Decimal

import pytest

from claimcheck.quantities.finding import explain_numerals, find_quantities


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They live in Ireland. Two thirds of the volunteers were women.", ["Two thirds of the volunteers"]),
        ("It works for Mosley & Pike. A third of the backlog is old.", ["A third of the backlog"]),
        ("It cost $7.5 million, two thirds of it from Spain.", ["$7.5 million", "two thirds of it"]),
        ("One million, two hundred thousand people left.", ["One million, two hundred thousand people"]),
    ],
)
def test_a_fraction_after_a_stop_or_comma_is_its_own(text, words):
    assert [quantity.text for quantity in find_quantities(text)] == words


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Write to Wilhelminakade 308, 3072 AR Rotterdam.", ["name-with-number", "postcode"]),
        ("Call +31 10 555 0142 today.", ["phone-number"] * 4),
        ("Fax: +44 (0)20 7946 0958.", ["phone-number"] * 5),
    ],
)
def test_addresses_and_foreign_phone_numbers_are_set_aside(text, rules):
    assert find_quantities(text) == []
    assert [account.set_aside_by for account in explain_numerals(text)] == rules


def test_a_plus_sign_alone_makes_no_phone_number():
    assert [quantity.text for quantity in find_quantities("Shares rose +3% and +15 points.")] == [
        "+3%",
        "+15 points",
    ]


def test_cents_are_in_the_currency_that_was_last_named():
    quantities = find_quantities("It earned €8 million and pays 85 cents a share.")
    assert [(q.unit, q.currency_assumed) for q in quantities] == [("EUR", False), ("EUR", True)]
    (alone,) = find_quantities("A ride costs 50 cents.")
    assert (alone.unit, alone.currency_assumed) == ("USD", True)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Its highest point is a proud 1,8 meters above the sea.", ["1.8"]),
        ("Inflation rose to 3,5% in May.", ["3.5"]),
        ("It is 1,234 km long.", ["1234"]),
        ("They scored 1,2 and 3.", ["1", "2", "3"]),
    ],
)
def test_a_comma_before_a_unit_marks_decimals(text, amounts):
    assert [quantity.number for quantity in find_quantities(text)] == [Decimal(amount) for amount in amounts]


def test_an_era_makes_a_year_and_an_advertisement_a_count():
    assert find_quantities("The games took place from 776 BCE to 394 AD.") == []
    (spots,) = find_quantities("They booked 12 ad spots.")
    assert spots.of == "ad spots"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Of them 12·5% relapsed within a year.", ["12.5"]),
        ("Growth was 1∙3% in May.", ["1.3"]),
        ("Yields rose from 1·2 to 3·4 million tonnes.", ["1200000", "3400000"]),
        ("It weighs 3·10⁸ kg.", ["300000000"]),
        ("The factors are 2·3·4 kg.", []),
    ],
)
def test_a_raised_point_marks_decimals(text, amounts):
    quantities = [quantity for quantity in find_quantities(text) if quantity.kind != "number"]
    assert [
        value
        for quantity in quantities
        for value in (quantity.low, quantity.high, quantity.number)
        if value is not None
    ] == [Decimal(amount) for amount in amounts]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Its Series C $30 million round closed in May.", "USD"),
        ("Plan C $19 million was dropped.", "USD"),
        ("Tranche C $5 million is due next year.", "USD"),
        ("The mill cost C $19 million.", "CAD"),
        ("They paid NZ $19 million for plan B.", "NZD"),
    ],
)
def test_the_letter_of_a_thing_is_no_country_of_the_dollar(text, currency):
    assert [quantity.unit for quantity in find_quantities(text) if quantity.kind == "money"] == [currency]
