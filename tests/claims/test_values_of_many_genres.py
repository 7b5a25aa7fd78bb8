"""Values as central banks, insurers, weather services, sports pages and councils write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "up to" tells where a rate went, and bounds a load
        ("Wage inflation had picked up to 4.9%.", [("up to 4.9%", "increase", 4.9, "percent")]),
        ("The van picked up to 12 passengers.", []),
        # what falls on something did not get less
        ("The storm dropped 1,150mm of rain in Cairns.", []),
        ("Prices dropped 12 cents.", [("dropped 12 cents", "decrease", 0.12, "USD")]),
        # a margin, a hunt and an innings are no falls
        ("The motion was lost by 17 votes.", []),
        ("The club lost 5% of its value.", [("lost 5% of its value", "decrease", 5, "percent")]),
        ("The side chased down 185 in an hour.", []),
        ("They slumped to 214 for six.", []),
        ("Arrivals slumped to 214.", [("slumped to 214", "decrease", 214)]),
        # the amount of a clause behind the new value
        (
            "Borrowing will rise to £401m, on which interest of £15.9m is due.",
            [("rise to £401m", "increase", 401e6, "GBP")],
        ),
        # a rise that is held to an amount is of that amount
        ("The plan would limit the rise to 3.5%.", [("rise to 3.5%", "increase", 3.5, "percent")]),
        # how long a fall went on is not how much fell
        ("It was the steepest one-day fall in years.", []),
        (
            "The reform brought a two-day cut in waiting times.",
            [("two-day cut", "decrease", 2, "day")],
        ),
        # the size in money beside the new price
        ("Barley slid 15¢ to $6.05.", [("slid 15¢ to $6.05", "decrease", 0.15, 6.05, "USD")]),
        (
            "Barley was 4% less than in early August.",
            [("4% less than in early August", "decrease", 4, "percent")],
        ),
        ("A one per cent rise in prices hurts.", [("one per cent rise", "increase", 1, "percent")]),
        ("Interest of £15.9m a year falls due.", []),
        ("Takings of £15.9m fell.", []),
        # millions and metres share a letter
        (
            "It carried 18.9m riders in May, up from 17.8m. It expects travel to grow 3% to 207m.",
            [
                ("18.9m riders in May, up from 17.8m", "increase", 17.8e6, 18.9e6, "riders"),
                ("grow 3% to 207m", "increase", 3, 207e6, "percent"),
            ],
        ),
        (
            "The mast grew to 207m, and 2km of cable hang from it, seen by 1.5m guests.",
            [("grew to 207m", "increase", 207, "meter")],
        ),
        ("The jet burns 20% less fuel per seat.", [("20% less fuel", "decrease", 20, "percent")]),
        (
            "Visits plunged by four-fifths the year after.",
            [("plunged by four-fifths", "decrease", 80, "percent")],
        ),
        ("Marlin won 46%, tied 21% and lost 33%.", []),
        ("We ran 2,000 warm-up steps to 7%.", []),
        (
            "It ramped the batch from 2 to 16 songs.",
            [("ramped the batch from 2 to 16 songs", "increase", 2, 16, "songs")],
        ),
        ("It has recovered to within 6% of that level.", []),
        ("Traffic was 4% ahead of a year before.", [("4% ahead of a year before", "increase", 4, "percent")]),
        ("Flats fetched $389,900, off 1.1%.", [("off 1.1%", "decrease", 1.1, "percent")]),
        ("They took 5% off the price.", []),
        (
            "Absence fell by a third since 2022, from 24% to 16%.",
            [("fell by a third since 2022, from 24% to 16%", "decrease", 33.33, 24, 16, "percent")],
        ),
        ("They scored 0.7 higher than the average in Kent.", []),
        (
            "Applying the one-fifth reduction to a sum of £4m gave it.",
            [("one-fifth reduction", "decrease", 20, "percent")],
        ),
        (
            "Debt came down to £2,140 from £2,655.",
            [("down to £2,140 from £2,655", "decrease", 2655, 2140, "GBP")],
        ),
        ("It came down to 2 bidders.", []),
        (
            "Silver slipped Rs 3,000 to Rs 1,82,000.",
            [("slipped Rs 3,000 to Rs 1,82,000", "decrease", 3000, 182000, "INR")],
        ),
        (
            "The index gained 328 points, or 0.39%, to 83,467.",
            [
                ("gained 328 points, or 0.39%, to 83,467", "increase", 328, 83467, "points"),
                ("0.39%", "increase", 0.39, "percent"),
            ],
        ),
        ("The team gained 3 points from the game.", []),
        ("Waits trebled to 12 days.", [("trebled to 12 days", "increase", 200, 12, "percent")]),
    ],
)
def test_changes(text, expected, worded_values):
    assert worded_values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Shares fell as much as 14% in early trading, to CHF 171.30.", "<="),
        ("Shares fell 14% in early trading, to about CHF 171.30.", "~"),
        ("An average of 40 boats a day came.", "="),
        ("About 40 boats a day came.", "~"),
        ("They own close on 60,000 objects.", "~"),
        ("It is routed over 128 experts.", "="),
        ("It has over 128 experts.", ">"),
    ],
)
def test_bounds(text, comparator):
    claim = next(claim for claim in extract(text).claims if claim.kind in ("change", "count"))
    assert claim.comparator == comparator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growers got 58 bushels an acre.", [("58 bushels an acre", 58, "bushel_per_acre")]),
        ("Yields were 5.8 t/ha.", [("5.8 t/ha", 5.8, "tonne_per_hectare")]),
        ("The pump moves 40 gallons a minute.", [("40 gallons a minute", 40, "gallon_per_minute")]),
        ("He works three hours a day.", [("three hours a day", 3, "hour")]),
        ("She drinks 2 litres a day.", [("2 litres a day", 2, "liter")]),
        ("They ran 5 A/B tests.", []),
        (
            "It saw 14.5 visits for flu per 100,000.",
            [("14.5 visits for flu per 100,000", 14.5, "visit_per_100000")],
        ),
        (
            "It was 8 degrees above normal in Minot, where it hit 104°F.",
            [("8 degrees", 8, "degree_fahrenheit"), ("104°F", 104, "degree_fahrenheit")],
        ),
        ("The slope of 8 degrees ends here.", [("8 degrees", 8, "degree")]),
    ],
)
def test_units(text, expected, worded_values):
    assert worded_values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They trade at 12 times forecast earnings.", [12]),
        ("They traded 12 times last year.", []),
        ("The rent was 2.1 times the 2019 payment of $1,430.", [2.1]),
        ("A fifth of the cost was met by taxes.", []),
        ("It sells at a fifth of the cost of tin.", [0.2]),
        ("It trades at 24 times FY26 estimated earnings.", [24]),
        ("Nights are paid at time and a third rather than time.", []),
        ("Some 5,400 boxes were stuck, double the usual number.", [2]),
        ("It wants to double the number.", []),
    ],
)
def test_ratios(text, expected):
    assert [float(c.value.factor) for c in extract(text).claims if c.kind == "comparison"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £38 12s 6d to build.", [("£38 12s 6d", 38.625, "GBP")]),
        ("It cost £38 and ran 12s.", [("£38", 38, "GBP")]),
        ("It paid £1.3m to 2,430 women.", [("£1.3m", 1.3e6, "GBP")]),
        ("It costs £1.3m to £2.4m.", [("£1.3m to £2.4m", 1.3e6, 2.4e6, "GBP")]),
        ("The lowest-paid, some 140 cleaners, get a flat £1.15 an hour.", [("£1.15 an hour", 1.15, "GBP")]),
        ("Get a flat £1.15 stamp.", []),
        ("Entry was 7s 6d.", []),
        ("It pays £1,480 per eligible child.", [("£1,480 per eligible child", 1480, "GBP")]),
    ],
)
def test_money(text, expected, worded_values):
    assert worded_values(text, "money") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Requires Python >= 3.10.", [("Python", "3.10")]),
        ("Version 0.8 had dropped support for Python 3.8, and 0.9 added wheels.", [("Python", "3.8")]),
        ("It works with Python 3.8 and 3.9.", [("Python", "3.8"), ("Python", "3.9")]),
    ],
)
def test_versions(text, expected):
    claims = [claim for claim in extract(text).claims if claim.kind == "version"]
    assert [(claim.value.software, claim.value.version) for claim in claims] == expected


def test_a_difference_of_degrees_has_no_kelvins():
    claims = extract("Highs were 2°C below normal. The well froze at 2°C.").claims
    assert [claim.value.si_value for claim in claims if claim.kind == "measurement"] == [
        None,
        Decimal("275.15"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harvest was 97.9% complete.", [("97.9%", 97.9, "percent")]),
        ("The soil was rated 61% adequate.", [("61%", 61, "percent")]),
        ("Tests showed 95% accuracy.", [("95% accuracy", 95, "percent", "accuracy")]),
        ("It is 12% fat.", [("12% fat", 12, "percent", "fat")]),
        ("More than four in ten want change.", [("More than four in ten", 40, "percent")]),
        ("One pupil in eight stayed.", [("One pupil in eight", 12.5, "percent", "pupil")]),
        ("One goal in eight games is poor.", []),
        ("Work is good in nine lessons out of ten.", [("nine lessons out of ten", 90, "percent", "lessons")]),
        ("They scored 21.3 out of 25.", []),
        ("A fifth of the cost was met by taxes.", [("A fifth of the cost", 20, "percent", "the cost")]),
        ("In the phonics check 83 per cent passed.", [("83 per cent", 83, "percent")]),
        ("Check 83 per cent of them.", []),
        ("Half were in London.", [("Half", 50, "percent")]),
        ("Half-time came at four.", []),
    ],
)
def test_what_an_adjective_says_is_not_what_the_share_is_of(text, expected, worded_values):
    assert worded_values(text, "percentage") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harcourt's unbeaten 143 puts Marlshire ahead.", []),
        ("Harcourt holds 143 puts.", [("143 puts", 143, "puts")]),
        ("He made 61 off 58 second time around.", []),
        ("He played 31 first-class matches.", [("31 first-class matches", 31, "first-class matches")]),
        ("The number of children in care stands at 702.", [("702", 702, "children")]),
        ("The number of the house is 702.", []),
        ("In FY2024/25 sales fell.", []),
        (
            "Two imported cases of flu were found.",
            [("Two imported cases of flu", 2, "imported cases of flu")],
        ),
        ("Of 28 analysts, 19 rate it a buy.", [("28 analysts", 28, "analysts")]),
        ("It has 19 rate cards.", [("19 rate cards", 19, "rate cards")]),
        ("Closed sales totaled 2,847.", [("totaled 2,847", 2847, "sales")]),
        ("The bill totaled 2,847.", []),
        ("It got two 757-200s and the first of the 777-9s.", []),
        ("The sign https://shields.io/badge/py-3.10--2B-green has 4 parks.", [("4 parks", 4, "parks")]),
        ("It got 74.4 pass@1 on Quill.", []),
        ("It sold 74 pass cards.", [("74 pass cards", 74, "pass cards")]),
        ("It needs 2,048 H800 cards.", [("2,048 H800 cards", 2048, "H800 cards")]),
        ("A staff of 41 shrank.", []),
        (
            "Of 104,000 flights, of which 1,050 were cut, most ran.",
            [("104,000 flights", 104000, "flights"), ("1,050", 1050, "flights")],
        ),
        (
            "It has 618 aircraft, and 312 more are due.",
            [("618 aircraft", 618, "aircraft"), ("312", 312, "aircraft")],
        ),
    ],
)
def test_counts(text, expected, worded_values):
    assert worded_values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It snowed on the 19th alone.", []),
        ("He won on the 19th hole.", [("the 19th hole", 19)]),
        ("Cobb was caught at second slip.", []),
        ("It eased cholesterol and pressure - the last by 6.6 mmHg.", []),
        ("It was on course for its steepest fall.", [("its steepest fall", 1)]),
        ("Issuance hit a record USD 17.5bn.", [("a record", 1)]),
        ("Issuance set no record in USD 17.5bn.", []),
    ],
)
def test_rankings(text, expected, worded_values):
    assert worded_values(text, "ranking") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Losses were high in 1H 2025.", ["2025"]),
        ("The 1H model was late.", []),
        ("Sales fell in FY24/25.", ["2024/2025"]),
        ("Sales fell in FY24.", ["2024"]),
        ("The mill was built c.1850.", ["1850"]),
        ("The mill is in fig.1850.", []),
    ],
)
def test_dates(text, expected):
    assert [claim.value.timex for claim in extract(text).claims if claim.kind == "date"] == expected


def test_a_clause_behind_a_semicolon_does_not_doubt_the_one_before_it():
    claims = extract(
        "Stocks fell by 6 points to 41 percent; cuts could reach 30%, says the agronomist."
    ).claims
    certainties = {claim.kind: claim.certainty for claim in claims if claim.kind in ("change", "percentage")}
    assert certainties == {"change": "certain", "percentage": "possible"}
    text = "It is expected to cut prices by 5% and to open 30 shops."
    assert {claim.certainty for claim in extract(text).claims} == {"probable"}
