"""Values as central banks, insurers, weather services, sports pages and councils write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

FIELDS = (
    "direction",
    "number",
    "low",
    "high",
    "from_",
    "to",
    "unit",
    "currency",
    "of",
    "factor",
    "timex",
    "rank",
)


def values(text, *kinds):
    found = []
    for claim in extract(text).claims:
        if claim.kind in kinds:
            given = [getattr(claim.value, field, None) for field in FIELDS]
            found.append(
                (claim.text, *(x if isinstance(x, str) else float(x) for x in given if x is not None))
            )
    return found


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
    ],
)
def test_changes(text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Shares fell as much as 14% in early trading, to CHF 171.30.", "<="),
        ("Shares fell 14% in early trading, to about CHF 171.30.", "~"),
        ("An average of 40 boats a day came.", "="),
        ("About 40 boats a day came.", "~"),
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
            "It was 8 degrees above normal in Minot, where it hit 104°F.",
            [("8 degrees", 8, "degree_fahrenheit"), ("104°F", 104, "degree_fahrenheit")],
        ),
        ("The slope of 8 degrees ends here.", [("8 degrees", 8, "degree")]),
    ],
)
def test_units(text, expected):
    assert values(text, "measurement") == expected


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
    ],
)
def test_what_an_adjective_says_is_not_what_the_share_is_of(text, expected):
    assert values(text, "percentage") == expected


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
        ("In May 25 sales fell through.", []),
    ],
)
def test_counts(text, expected):
    assert values(text, "count") == expected


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
def test_rankings(text, expected):
    assert values(text, "ranking") == expected


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
