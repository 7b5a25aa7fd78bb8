"""Values whose unit, noun or base stands behind a bracket, a joint or a rate."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

FIELDS = ("direction", "number", "low", "high", "from_", "to", "unit", "of", "timex")


def values(text, kind):
    found = []
    for claim in extract(text).claims:
        if claim.kind == kind:
            given = [getattr(claim.value, field, None) for field in FIELDS]
            found.append(
                (claim.text, *(x if isinstance(x, str) else float(x) for x in given if x is not None))
            )
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Costs were up 38 per cent from last year but 22 per cent below the second quarter.",
            [
                ("up 38 per cent", "increase", 38, "percent"),
                ("22 per cent below the second quarter", "decrease", 22, "percent"),
            ],
        ),
        (
            "Ridership is still a fifth below where it was before the flood.",
            [("a fifth below where it was", "decrease", 20, "percent")],
        ),
        ("Ridership is 20 percent below where the line ends.", []),
        # so many times as much, which a whole number does not tell apart from so often
        ("Use grew 2.5 times to 14 GB.", [("grew 2.5 times to 14 GB", "increase", 150, 14, "percent")]),
        ("Use rose three times in May.", []),
        ("The lift climbs 4 m a second.", []),
    ],
)
def test_changes(text, expected):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mean age was 43.2 (SD 11.6) years.", [("43.2 (SD 11.6) years", 43.2, "year")]),
        ("The mean score was 43.2 (SD 11.6) after ten years.", [("ten years", 10, "year")]),
        (
            "It sails on 4.2 litres of oil per kilometre.",
            [("4.2 litres of oil per kilometre", 4.2, "liter_per_kilometer")],
        ),
        ("The lift climbs 4 m a second.", [("4 m a second", 4, "meter_per_second")]),
        ("It fell 4 m a minute later.", []),
        ("Sunny, with highs of 22 to 25C.", [("22 to 25C", 22, 25, "degree_celsius")]),
        ("It is baked at 180C.", [("180C", 180, "degree_celsius")]),
        ("He took flat 25C.", []),
    ],
)
def test_measures(text, expected):
    assert values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Floods left 10,000 and as many as 30,000 people without homes.",
            [("10,000", 10000, "people"), ("as many as 30,000 people", 30000, "people")],
        ),
        ("It seats a capacity of up to 1,500 for plays.", [("capacity of up to 1,500", 1500, "capacity")]),
        ("See the valve of claim 6 wherein the spring is bent.", []),
        ("The planet 51 Ursae b is cold.", []),
        ("It shows the three dimensional shape of a pump.", []),
    ],
)
def test_counts(text, expected):
    assert values(text, "count") == expected


def test_a_v_between_two_shares_is_no_noun():
    assert values("Rash (34% v 12%) was common.", "percentage") == [
        ("34%", 34, "percent"),
        ("12%", 12, "percent"),
    ]


def test_a_part_of_the_average_is_no_share():
    assert values("It has one nurse for 400 men, a third of the national average.", "percentage") == []


def test_centuries_that_share_their_noun_are_not_ranked():
    assert values("It was built in the 15th and 16th centuries.", "ranking") == []
    assert values("It has its 15th and 16th pumps.", "ranking") != []


@pytest.mark.parametrize(
    ("text", "timex"),
    [("He moved there in January 06.", "2006-01"), ("He moved there on January 06.", "XXXX-01-06")],
)
def test_a_short_year_behind_its_month(text, timex):
    assert [value[-1] for value in values(text, "date")] == [timex]
