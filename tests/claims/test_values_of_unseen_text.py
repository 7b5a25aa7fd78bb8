"""Values whose sense stands elsewhere than beside the number: differences, implied units, names, lists."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a difference in money from something else is no change
        ("The gate costs $200 more than its rival.", []),
        ("Profit was £1.1bn less than forecast.", []),
        (
            "Debt was £2.4bn higher than last March.",
            [("£2.4bn higher than last March", "increase", 2.4e9, "GBP")],
        ),
        ("She paid $5 more than once.", []),
        # a second amount with its own base
        (
            "Milk yields rose by 4.2% compared with spring and by 0.3% compared with 2011.",
            [("rose by 4.2%", "increase", 4.2, "percent"), ("0.3%", "increase", 0.3, "percent")],
        ),
        # the size in a bracket behind the noun
        ("It is the first time we saw a decrease (2.1%).", [("decrease (2.1%", "decrease", 2.1, "percent")]),
        ("He was told of the increase in June 2013 in Ghent (2.5% of it).", []),
        # the object of the verb holds a date or a sort of the values
        (
            "The council extended the rest before the harvest from 2 weeks to 5 weeks.",
            [("extended the rest before the harvest from 2 weeks to 5 weeks", "increase", 2, 5, "week")],
        ),
        (
            "They extend cover from the usual 6 rooms to the usual 8 rooms.",
            [
                (
                    "extend cover from the usual 6 rooms to the usual 8 rooms",
                    "increase",
                    6,
                    8,
                    "rooms",
                )
            ],
        ),
        (
            "We aim to halve the delay and double the system throughput.",
            [("halve", "decrease", 50, "percent"), ("double", "increase", 100, "percent")],
        ),
        # no change: a participle before its noun, a jump, a multiple of an amount
        ("Owing to increased rain, they have moved to a two-pump system.", []),
        ("She won with a jump of 42 inches.", []),
        ("By May the farm had added three times that amount.", []),
        ("The increased costs amount to at least $222 million.", []),
        # by so many to so many
        ("Arrivals from Kent (up 9,000 to 42,000) rose.", [("up 9,000 to 42,000", "increase", 9000, 42000)]),
    ],
)
def test_changes(text, expected, worded_values):
    assert worded_values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flats sold for 12% above the asking price.", [("12% above the asking price", 1.12)]),
        ("Sales came in 3% below expectations.", [("3% below expectations", 0.97)]),
        ("About 12% live below the poverty line.", []),
        ("By May the farm had added three times that amount.", [("three times that amount", 3)]),
    ],
)
def test_comparisons(text, expected, worded_values):
    assert worded_values(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the 5.0 earthquake on Monday.", [("5.0 earthquake", 5, "magnitude")]),
        ("Then 5 earthquakes shook Cadiz.", []),
        ("The wait was 25 weeks (range 8–44).", [("25 weeks", 25, "week"), ("8–44", 8, 44, "week")]),
        ("For every 100 hens there were 108 ducks.", [("108 ducks", 108, "duck_per_100_hen")]),
        ("For the 100 hens there were 108 ducks.", []),
    ],
)
def test_implied_units(text, expected, worded_values):
    assert worded_values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a dash that marks an item of a list
        ("- 19 bids were made on the hall.", [("19 bids", 19, "bids")]),
        # people by what they did, and a list by rank
        (
            "Of the cooks, 112 had left and 180 came.",
            [("112 had left", 112, "left"), ("180 came", 180, "came")],
        ),
        (
            "Trade had 44,000 deaths, followed by law at 37,000.",
            [("44,000 deaths", 44000, "deaths"), ("37,000", 37000, "deaths")],
        ),
        # names
        ("They recalled a toy from a Six Flags park.", []),
        ("All Windows 7 & 8 related issues are closed.", []),
        ("Now Three Rivers men came.", [("Three Rivers men", 3, "Rivers men")]),
        # the setting of a test, an era
        ("It lost 10 points in 32-shot tests.", [("10 points", 10, "points")]),
        # sums without a currency
        ("They will spend trillions of additional tax cuts.", []),
        ("There came billions of grey bees.", [("billions of grey bees", 1e9, "grey bees")]),
    ],
)
def test_counts(text, expected, worded_values):
    assert worded_values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The €3+bn deal closed.", [("€3+bn", 3e9, "EUR")]),
        ("The €3+ deal closed.", [("€3+", 3, "EUR")]),
    ],
)
def test_money(text, expected, worded_values):
    assert worded_values(text, "money") == expected


@pytest.mark.parametrize(
    ("text", "timexes"),
    [
        # what happens or comes out in a year is named after it
        ("The rates rest on the 2001 Census.", ["2001"]),
        ("The 1979 Scottish devolution referendum failed.", ["1979"]),
        ("He was picked in the 2005 NFL Draft.", ["2005"]),
        ("It came from the 2017 Tax Cuts & Jobs Act.", ["2017"]),
        ("The rates were rebased on 2011 Census areas.", ["2011"]),
        ("He bought the 2024 Notes.", []),
        ("The 1812 workers won the cup.", []),
        # publisher and year; citations are none
        ("Her first book, Salt Roads (Harrow Press 1998), won.", ["1998"]),
        ("He won twice as a novice (1992 and 1993).", ["1992", "1993"]),
        # the older of two amounts
        ("The rate is 10.8 now, down from 13.4 in 2002.", ["2002"]),
        # the year is part of the name
        ("They fought in the War of 1812.", []),
    ],
)
def test_dates(text, timexes, worded_values):
    assert [timex for _, timex, *_ in worded_values(text, "date")] == timexes


def test_what_fell_did_not_fall_in_the_year_of_the_old_value():
    (date,) = [
        c for c in extract("The rate decreased to 10.8, down from 13.4 in 2002.").claims if c.kind == "date"
    ]
    assert date.value.event is None


def test_troops_are_not_ranked():
    text = "The 2nd Division and the 101st Airborne moved; the 39th mission began."
    assert [c.value.rank for c in extract(text).claims if c.kind == "ranking"] == [39]


def test_a_year_before_an_era_with_dots_has_no_unit(worded_values):
    assert worded_values("It began about 664 b.c.e. in Memphis.", "measurement", "count") == []
