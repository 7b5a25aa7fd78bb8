"""Values that the words around them make something else: bounds before a unit, factors, headlines, formulas."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a unit behind the words that bound the number
        ("They seized 1,000 or more kilograms of copper.", [(1000, "kilogram")]),
        ("The trip takes 20 or fewer minutes.", [(20, "minute")]),
        ("They seized 1,000 or more kites.", []),
        # how pure, and how heavy
        ("The ring is made of 18-karat gold.", [(18, "karat")]),
        ("He sold a 22 carat gold coin.", [(22, "karat")]),
        ("He sold a 5-carat diamond.", [(5, "carat")]),
        # wars are called by their length
        ("The Seven Years’ War began then.", []),
        ("They fought the Six-Day War.", []),
        ("Seven years of war followed.", [(7, "year")]),
    ],
)
def test_measurements(text, expected, values):
    assert values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The temperature is $0.7$ and the top-p value $0.9$.", []),
        ("The fee is $5, and the tip $2.", [(5, "USD"), (2, "USD")]),
        ("Acme announced a $3 billion expansion in Ohio.", [(3e9, "USD")]),
    ],
)
def test_money(text, expected, values):
    assert values(text, "money") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The wasp reduced the number of moths by a factor of two.", [("decrease", 50, "percent")]),
        ("Costs rose by a factor of 3.", [("increase", 200, "percent")]),
        ("Costs fell tenfold.", [("decrease", 90, "percent")]),
        ("The dish is larger by a factor of 3.", []),
        ("Receipts were £2 billion higher this month.", [("increase", 2e9, "GBP")]),
        ("The rate was 90% faster than pre-crisis averages.", [("increase", 90, "percent")]),
        ("Recall is rising from 89% to an impressive 98%.", [("increase", 89, 98, "percent")]),
        ("A drop of 4% followed.", [("decrease", 4, "percent")]),
        ("The base clock is 2.9GHz with 3.4GHz boost.", []),
    ],
)
def test_changes(text, expected, values):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The chip has 128 lanes, more than double what Orbit offers.", [(2,)]),
        ("The new box has double the memory.", [(2,)]),
        ("They will double the memory.", []),
        ("It was trained for a third the epochs of the rest.", [(0.333333333333333,)]),
        ("A third of the epochs failed.", []),
    ],
)
def test_comparisons(text, expected, values):
    assert values(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("33\n\nThe towns that have a mill.", []),
        (
            "The north had some 60,000 settlers, against 2 million in the south.",
            [(60000, "settlers"), (2e6, "settlers")],
        ),
        ("At least 16 seriously injured people were found.", [(16, "seriously injured people")]),
        ("He left 3 badly.", []),
        # one of them, and a mere article
        ("Day had one child.", [(1, "child")]),
        ("Each shopper may take one pack per order.", [(1, "pack")]),
        ("It had one aim.", []),
        ("One poster said so.", []),
        ("No two mills are alike.", []),
    ],
)
def test_counts(text, expected, values):
    assert values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under the 1763 treaty, they left.", [("1763",)]),
        ("After the disastrous 1757 British campaigns, Pitt won.", [("1757",)]),
        ("They sold the 1750 treaties.", []),
        ("They ended 2022 in debt.", [("2022",)]),
        ("They started 2022 farms.", []),
    ],
)
def test_dates(text, expected, values):
    assert values(text, "date") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The box measures 12 x 8 x 4 cm.", [(12, "centimeter"), (8, "centimeter"), (4, "centimeter")]),
        ("The rug is 6 ft by 9 ft.", [(6, "foot"), (9, "foot")]),
        ("He won the 4 x 100 m.", []),
        ("The image has 512 x 512 pixels.", []),
        # ages of those whom a noun names
        ("The striker, 34, joined then.", [(34, "year")]),
        ("A former driver, 43, was hurt.", [(43, "year")]),
        ("The rooms, 34, were small.", []),
        # a measure and what it has nothing to do with
        ("The nurse gave 5 mg to 10 patients.", [(5, "milligram")]),
    ],
)
def test_sides_and_ages(text, expected, values):
    assert values(text, "measurement") == expected


def test_one_of_two_numbers_in_a_row(values):
    assert values("There were 46 or 47 men aboard.", "count") == [(46, 47, "men")]
    assert values("The plates hold 40 or 80 eggs.", "count") == [(40, "eggs"), (80, "eggs")]


def test_no_time_becomes_trains(values):
    assert values("Service was cut from nine hours to four trains.", "change") == [("decrease", 4, "trains")]


def test_votes_for_the_other_side(values):
    text = "Smith won with 4,512 votes to 3,900 for Jones."
    assert values(text, "count") == [(4512, "votes"), (3900, "votes")]


def test_half_of_something_is_a_share_of_it(values):
    assert values("He carried half the South.", "comparison") == []
    assert values("It is half the price.", "comparison") == [(0.5,)]
    assert values("He revealed twice that this play was his.", "comparison") == []
    assert values("It is twice that size.", "comparison") == [(2,)]
