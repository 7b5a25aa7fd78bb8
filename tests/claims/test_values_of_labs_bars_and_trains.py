"""Values as benchmarks, changelogs, labels, trials, timetables and charities tell them, with near misses."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales grew 11 per cent by volume but only 4 per cent by value.", [("increase", 11, "percent"), ("increase", 4, "percent")]),
        ("LDL dropped by 0.25 mmol/l in the almond group, or 7%.", [("decrease", 0.25, "millimole_per_liter"), ("decrease", 7, "percent")]),
        ("It dropped by 0.25 mmol/l in the group, and 7% left.", [("decrease", 0.25, "millimole_per_liter")]),
        ("Blood pressure came down by 2.1 mmHg on average.", [("decrease", 2.1, "millimeter_hg")]),
        ("It came down to 2 bidders.", []),
        ("Prices are 1.9% below where they stood a year ago.", [("decrease", 1.9, "percent")]),
        ("They are 1.9% below where they should be.", []),
        ("A single goes up 40p to £9.10 and an annual season by £112.", [("increase", 0.4, 9.1, "GBP"), ("increase", 112, "GBP")]),
        ("Retries double their delay each time, starting from 250 ms.", [("increase", 100, "percent")]),
        ("The appeal raised £12.7m in nine days from 190,000 donors.", []),
    ],
)  # fmt: skip
def test_changes(values, text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It emits 9 kg, a tenth of what cow's milk has.", [(0.1,)]),
        ("They drank a tenth of what cow's milk there was.", []),
        ("The parser is between 4 and 7 times faster.", []),
        ("The parser is 7 times faster.", [(7,)]),
    ],
)
def test_comparisons(values, text, expected):
    assert values(text, "comparison") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pack of six costs £2.10.", []),
        ("The six costs of the plan were met.", [(6, "costs")]),
        ("It is Rust and a bit of C. Two of the five modules are gone.", [(2, "the five modules"), (5, "modules")]),
    ],
)  # fmt: skip
def test_counts(values, text, expected):
    assert values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Complaints numbered 5,310, or 17 per 100,000 journeys.", [(17, "per_100000")]),
        ("Costs were two points less than five years ago.", [(5, "year")]),
    ],
)
def test_rates_and_times(values, text, expected):
    assert values(text, "measurement") == expected


def test_a_difference_to_years_ago_bounds_no_time():
    from claimcheck import extract

    [then] = [
        c
        for c in extract("Costs were two points less than five years ago.").claims
        if c.kind == "measurement"
    ]
    assert then.comparator == "="
    [then] = [c for c in extract("It opened less than five years ago.").claims if c.kind == "measurement"]
    assert then.comparator == "<"
