"""Values of parts of so many, of numbers that belong to names, and of changes told by and to."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About 3 in 10 homes are damp.", [("About 3 in 10 homes", 30, "percent", "homes")]),
        ("Four in 10 adults slipped on ice.", [("Four in 10 adults", 40, "percent", "adults")]),
        ("Many slip, while nine in 10 underestimate the cold.", [("nine in 10", 90, "percent")]),
        (
            "It is found in one of every 40,000 lambs.",
            [("one of every 40,000 lambs", 0.0025, "percent", "lambs")],
        ),
        ("She opened 3 in 10 small towns.", []),
        ("He scored four in ten games.", []),
        ("He has 7 in 10 races.", []),
    ],
)
def test_parts_of_so_many(text, expected, worded_values):
    assert worded_values(text, "percentage") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All Wave 4 respondents took part.", []),
        ("I saw it at Screen 21 several times.", []),
        ("It took samples from the 1000 Voices Project.", []),
        ("It took 1000 Voices of Kent.", [("1000 Voices of Kent", 1000, "Voices of Kent")]),
        ("Two Orioles pitchers were hurt.", [("Two Orioles pitchers", 2, "Orioles pitchers")]),
        ("It freed two Kenyans days later.", [("two Kenyans", 2, "Kenyans")]),
        ("It is a two sided coin.", []),
        ("The lease has two further 12-month terms.", []),
        ("Output is below 2005 production and under 1990 levels.", []),
        ("They sold below 2005 cakes.", [("below 2005 cakes", 2005, "cakes")]),
        ("In the 21 century few people write letters.", []),
    ],
)
def test_counts(text, expected, worded_values):
    assert worded_values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 65th wing flew to Kent.", []),
        ("It stood at the corner of S. 10th & Oak.", []),
        ("It stood at 10th and Oak Streets.", []),
        ("By the 1st millennium BC it was iron.", []),
        ("The first two-party pact fell.", [("The first two-party pact", 1)]),
        ("The first two parties fell.", [("The first two parties", 2)]),
    ],
)
def test_orders(text, expected, worded_values):
    assert worded_values(text, "ranking") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # exact figures are a size and a new value; round ones, or those of a forecast, are the ends of a range
        ("Membership grew by 12,300 to 31,400.", [("grew by 12,300 to 31,400", "increase", 12300, 31400)]),
        ("The number of cases fell by 312 to 1,045.", [("fell by 312 to 1,045", "decrease", 312, 1045)]),
        ("Membership grew by 2,000 to 3,000.", [("grew by 2,000 to 3,000", "increase", 2000, 3000)]),
        ("It could rise by 12,300 to 31,400.", [("rise by 12,300 to 31,400", "increase", 12300, 31400)]),
        # the same amount in another unit is part of the change
        (
            "The river fell by 3 feet (0.9 m) to 12 feet (3.7 m) overnight.",
            [("fell by 3 feet (0.9 m) to 12 feet", "decrease", 3, 12, "foot")],
        ),
        (
            "The quay was lengthened from 60 m to 82 m.",
            [("lengthened from 60 m to 82 m", "increase", 60, 82, "meter")],
        ),
        # a name, and what a team has
        ("It was joined by The Rose for Kent as well as by two leading clubs.", []),
        ("The Hawks climbed to third with 31 points from 19 matches.", []),
    ],
)
def test_changes(text, expected, worded_values):
    assert worded_values(text, "change") == expected


def test_a_range_of_a_change_is_no_new_value():
    (claim,) = extract("Membership grew by 2,000 to 3,000.").claims
    assert (claim.value.low, claim.value.high, claim.value.to) == (2000, 3000, None)
    (claim,) = extract("Membership grew by 12,300 to 31,400.").claims
    assert (claim.value.low, claim.value.high, claim.value.to) == (None, None, 31400)


def test_an_amount_in_brackets_that_is_another_one_keeps_its_claim():
    text = "The price rose by €20 million ($22 million) to €180 million, and the fee fell by €3 (£40 a year)."
    assert [c.text for c in extract(text).claims if c.kind == "money"] == []
    text = "The price rose to €180 million. It was paid in two sums ($22 million)."
    assert [c.text for c in extract(text).claims if c.kind == "money"] == ["$22 million"]


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("She took silver over 800 metres.", ["="]),
        ("The sale was over within two minutes.", ["<="]),
        ("The wall is over 800 metres long.", [">"]),
    ],
)
def test_bounds(text, comparators):
    assert [c.comparator for c in extract(text).claims if c.kind == "measurement"] == comparators


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Throughput was 1.9m teu.", [("1.9m teu", 1_900_000, "teu")]),
        ("Maps were made from 4C-seq data in the heat.", []),
        ("The day was 34C hot.", [("34C", 34, "degree_celsius")]),
        ("In the 21 century few people write letters.", []),
    ],
)
def test_measures(text, expected, worded_values):
    assert worded_values(text, "measurement") == expected


def test_a_smaller_sum_behind_a_spaced_dash_is_no_end_of_a_range(worded_values):
    assert worded_values("It pays 3% on £12,000 – £360.", "money") == [
        ("£12,000", 12000, "GBP"),
        ("£360", 360, "GBP"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kent has 18 public and private schools and two quick and dirty shops.",
            [
                ("18 public and private schools", 18, "public and private schools"),
                ("two quick and dirty shops", 2, "quick and dirty shops"),
            ],
        ),
        ("They hired 300 police and local helpers.", [("300 police", 300, "police")]),
        ("He was fined 40 day-rates.", [("40 day-rates", 40, "day-rates")]),
        # titles and lists of names and releases
        ("He wrote The 500 Caps of Ned and The Seven Lady Elks.", []),
        ("It held the 500 caps of Ned.", [("500 caps of Ned", 500, "caps of Ned")]),
        ("We aim at 1.2, 1.6 and 2.1 releases.", []),
        ("We aim at 1.5 releases a week.", [("1.5 releases a week", 1.5, "releases")]),
        # of some of them, and of the same elsewhere
        (
            "She won 14 of her last 16 races.",
            [("14", 14, "her last 16 races"), ("16 races", 16, "races")],
        ),
        (
            "It lists 57 moons of Jupiter, 43 of Saturn and 22 of Uranus.",
            [
                ("57 moons of Jupiter", 57, "moons of Jupiter"),
                ("43", 43, "moons"),
                ("22", 22, "moons"),
            ],
        ),
        (
            "It lists 57 moons of Jupiter, 43 percent of Saturn.",
            [("57 moons of Jupiter", 57, "moons of Jupiter")],
        ),
    ],
)
def test_what_is_counted(text, expected, worded_values):
    assert worded_values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("It gained in the last 35 1/2 months.", []),
        ("She won 14 of her last 16 races.", []),
        ("He is one of the last three smiths.", [1]),
        ("Its last three smiths left.", [1]),
    ],
)
def test_the_last_so_many(text, ranks):
    assert [c.value.rank for c in extract(text).claims if c.kind == "ranking"] == ranks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It gave 1.2 grams of gold a tonne.", [("1.2 grams of gold a tonne", 1.2, "gram_per_tonne")]),
        (
            "It gave 8 tonnes of wheat per hectare.",
            [("8 tonnes of wheat per hectare", 8, "tonne_per_hectare")],
        ),
        ("It gave 8 tonnes of wheat a day.", [("8 tonnes", 8, "tonne")]),
        (
            "With 27,000 lb of thrust it flies 3,200 nm.",
            [("27,000 lb", 27000, "pound"), ("3,200 nm", 3200, "nautical_mile")],
        ),
        ("They sang with Blue Heron, 98 Yards, Foxglove and Anna.", []),
        ("They ran 98 Yards, then left.", [("98 Yards", 98, "yard")]),
    ],
)
def test_units(text, expected, worded_values):
    assert worded_values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Inflation eased to 5.6 from 5.9 percent.",
            [("eased to 5.6 from 5.9 percent", "decrease", 5.9, 5.6, "percent")],
        ),
        ("The tower rises 58 storeys.", []),
        ("Rents rose 58 cents.", [("rose 58 cents", "increase", 0.58, "USD")]),
        ("Seats start at $35 and go up to $210.", []),
        ("The fare will go up to $210.", [("up to $210", "increase", 210, "USD")]),
    ],
)
def test_changes_without_a_size(text, expected, worded_values):
    assert worded_values(text, "change") == expected


def test_a_time_ago_is_not_bounded_by_a_difference_before_it():
    text = "Milk costs 34 cents more than two years ago, and it was sold for more than two years."
    assert [c.comparator for c in extract(text).claims if c.kind == "measurement"] == ["=", ">"]


def test_a_part_of_a_margin_is_no_share(worded_values):
    assert worded_values("It won by three-quarters of a length.", "percentage") == []
    assert worded_values("Rats ate three-quarters of a crop.", "percentage") == [
        ("three-quarters of a crop", 75, "percent", "a crop")
    ]


def test_an_adjective_before_version_is_no_software(worded_values):
    assert worded_values("We published its new version 0.3.4.", "version") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A survey of 400 firms shows that 12% cut jobs.", "percentage"),
        ("Some 30% raise wages in May.", "percentage"),
        ("While 12% cut their hours, others left.", "percentage"),
        ("Output fell, as 15% cut production.", "percentage"),
        ("There was a 12% cut in jobs.", "change"),
        ("12% rise year on year.", "change"),
        ("12% increase last year.", "change"),
        ("They announced a 5% pay rise.", "change"),
        ("12% jump for Acme shares.", "change"),
    ],
)
def test_what_a_share_of_people_does_is_no_change_of_so_much(text, kind):
    (claim,) = (
        c for c in extract(text).claims if c.kind in ("percentage", "change") and c.value.unit == "percent"
    )
    assert claim.kind == kind
