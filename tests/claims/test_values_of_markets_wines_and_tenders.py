"""Values as market, farm, hospital and accident reports, tenders and obituaries tell them, with near misses."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trust that she set up in 1986 has grown.", ["1986"]),
        ("Sales were down in 2019.", ["2019"]),
        ("Sales were up 3% on 2019.", []),
        ("Sales were down on 2019.", []),
    ],
)
def test_up_in_a_year_compares_with_nothing(values, text, expected):
    assert values(text, "date") == [(timex,) for timex in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wheat closed at €214. Maize traded at 418 cents a bushel, and soybeans slid below $10.",
            [(214, "EUR"), (4.18, "USD")],
        ),
        ("Wheat closed at €214. Maize traded at 418 cents a bushel.", [(214, "EUR"), (4.18, "EUR")]),
        (
            "Maize rose to €2, or 20 cents more. Soybeans cost $10.",
            [(0.2, "EUR"), (10, "USD")],
        ),
    ],
)
def test_cents_are_those_of_the_next_sum_of_their_sentence(values, text, expected):
    assert values(text, "money") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("The two networks have 2.9 and 1.7 million customers.", "count", [(2, "networks"), (2900000, "customers"), (1700000, "customers")]),
        ("It has a score of 4.6 and 15 million readers.", "count", [(15000000, "readers")]),
        ("The quake measured was 6.4 and 2.5 million residents fled.", "count", [(2500000, "residents")]),
        ("They had 2.5 and 3 children.", "count", [(2.5, "children"), (3, "children")]),
        ("Yields average 38 hl/ha, well below the legal limit of 56.", "measurement", [(38, "hectoliter_per_hectare"), (56, "hectoliter_per_hectare")]),
        ("The estate farms 11.5 hectares, of which 8 are planted.", "measurement", [(11.5, "hectare"), (8, "hectare")]),
        ("The loan runs over 25 years with a grace period of six.", "measurement", [(25, "year"), (6, "year")]),
        ("He played 90 minutes, with an average of 72.", "measurement", [(90, "minute")]),
        ("It weighs 5 kg, of which 3 boxes are sugar.", "measurement", [(5, "kilogram")]),
        ("It drew 38 amps, above the limit of 20 houses.", "measurement", [(38, "ampere")]),
        ("It had flown 214 flight hours.", "measurement", [(214, "flight_hour")]),
        ("The hash rate stands at 586 EH/s.", "measurement", [(586, "exahash_per_second")]),
    ],
)  # fmt: skip
def test_units_and_scales_that_are_said_once(values, text, kind, expected):
    assert values(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It closed at €214 a tonne, down €2.50 on the day and 4.7 per cent on the week.", [("decrease", 2.5, "EUR"), ("decrease", 4.7, "percent")]),
        ("It fell by €3 on the day and 4 people left on the week.", [("decrease", 3, "EUR")]),
        ("Some 76,400 cases waited, 8,200 fewer than at the end of March.", [("decrease", 8200, "cases")]),
        ("The subsidy fell to £11.2 billion, or 26p a mile, from 31p.", [("decrease", 11200000000, "GBP")]),
        ("Profit rose to £12m, or 3% of sales, from £9m.", [("increase", 9000000, 12000000, "GBP")]),
        ("Staff grew by 212, wages by 4%.", [("increase", 212), ("increase", 4, "percent")]),
        ("Rapeseed moved on, adding €6 to €471.75.", [("increase", 6, "EUR")]),
    ],
)  # fmt: skip
def test_changes_of_markets(values, text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("It pays $9 an hour, up to a cap of 10% of the fee.", "<="),
        ("It has a cap of 10% of the fee.", "="),
    ],
)
def test_up_to_a_cap(text, comparator):
    from claimcheck import extract

    [share] = [claim for claim in extract(text).claims if claim.kind == "percentage"]
    assert share.comparator == comparator
