"""Values whose unit, noun or base stands behind a bracket, a joint or a rate."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


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
def test_changes(text, expected, worded_values):
    assert worded_values(text, "change") == expected


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
def test_measures(text, expected, worded_values):
    assert worded_values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Floods left 10,000 and as many as 30,000 people without homes.",
            [("10,000", 10000, "people"), ("as many as 30,000 people", 30000, "people")],
        ),
        ("It seats a capacity of up to 1,600 for plays.", [("capacity of up to 1,600", 1600, "capacity")]),
        ("See the valve of claim 6 wherein the spring is bent.", []),
        ("The planet 51 Ursae b is cold.", []),
        ("It shows the three dimensional shape of a pump.", []),
    ],
)
def test_counts(text, expected, worded_values):
    assert worded_values(text, "count") == expected


def test_a_v_between_two_shares_is_no_noun(worded_values):
    assert worded_values("Rash (34% v 12%) was common.", "percentage") == [
        ("34%", 34, "percent"),
        ("12%", 12, "percent"),
    ]


def test_a_part_of_the_average_is_no_share(worded_values):
    assert worded_values("It has one nurse for 400 men, a third of the national average.", "percentage") == []


def test_centuries_that_share_their_noun_are_not_ranked(worded_values):
    assert worded_values("It was built in the 15th and 16th centuries.", "ranking") == []
    assert worded_values("It has its 15th and 16th pumps.", "ranking") != []


@pytest.mark.parametrize(
    ("text", "timex"),
    [("He moved there in January 06.", "2006-01"), ("He moved there on January 06.", "XXXX-01-06")],
)
def test_a_short_year_behind_its_month(text, timex, worded_values):
    assert [value[-1] for value in worded_values(text, "date")] == [timex]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Turnout in the 18 to 24 age group fell.", "measurement", [("18 to 24", 18, 24, "year")]),
        ("The 18 to 24 groups left.", "measurement", []),
        ("She carded a six-under-par 66.", "count", []),
        ("Rain will fall, with 20 possible on the hills.", "count", []),
        ("It named 20 possible sites.", "count", [("20 possible sites", 20, "possible sites")]),
        ("It can move 55 bcm a year.", "measurement", [("55 bcm a year", 55, "billion_cubic_meter")]),
        ("It shall have 64 Mbytes of memory.", "measurement", [("64 Mbytes", 64, "megabyte")]),
        (
            "One pupil in nine speaks a second tongue.",
            "percentage",
            [("One pupil in nine", 11.11, "percent", "pupil")],
        ),
        ("One pupil in nine schools left.", "percentage", []),
        ("The device of claim 1, which turns, is new.", "count", []),
        ("The storm claimed 12.", "count", [("claimed 12", 12, "killed")]),
        ("It made 12 times the 100,000 low estimate.", "count", []),
        ("It sold for a sum in the low seven figures.", "count", []),
        ("It shows seven figures.", "count", [("seven figures", 7, "figures")]),
        (
            "The 170-member house has 86 seats and its ally 11.",
            "count",
            [("170-member", 170, "member"), ("86 seats", 86, "seats")],
        ),
        ("Fees are R78,400 a year.", "money", [("R78,400 a year", 78400, "ZAR")]),
        ("The allele rs1732786 is rare.", "money", []),
        ("The sizes are {1, 1/2p, 1/3p}.", "money", []),
        ("It opens at 08:30 hours.", "measurement", []),
        ("It took 8:30 hours.", "measurement", [("8:30 hours", 8.5, "hour")]),
        (
            "The voxels are 3 x 3.5 x 4 mm3.",
            "measurement",
            [("3", 3, "millimeter"), ("3.5", 3.5, "millimeter"), ("4 mm3", 4, "millimeter")],
        ),
        ("It holds 6 x 330 mm3.", "measurement", [("330 mm3", 330, "cubic_millimeter")]),
        ("It is a second-order motion.", "ranking", []),
        ("He took the number 9 bus.", "ranking", []),
        ("See the 3rd ed. of it.", "ranking", []),
    ],
)
def test_senses_beside_others(text, kind, expected, worded_values):
    assert worded_values(text, kind) == expected


def test_bounds_beside_verbs():
    text = "It turns over £90m a year and has over £80m; the patient was above or equal to 65 years."
    assert [c.comparator for c in extract(text).claims] == ["=", ">", ">="]


def test_small_figures_by_and_to():
    (claim,) = extract("Days on the market fell by 9 to 31.").claims
    assert (claim.value.number, claim.value.to) == (9, 31)
    (claim,) = extract("Days on the market could fall by 9 to 31.").claims
    assert (claim.value.low, claim.value.high) == (9, 31)
    (claim,) = extract("The rate rose by 5 to 10.").claims
    assert (claim.value.low, claim.value.high) == (5, 10)


def test_a_second_change_without_its_verb():
    text = "The pension rises by £9.50 to £185.15 a week from April, and pension credit by £17."
    changes = [c.value for c in extract(text).claims if c.kind == "change"]
    assert [(float(v.number), v.to and float(v.to)) for v in changes] == [(9.5, 185.15), (17, None)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("In the early half of its year it grew.", "percentage", []),
        (
            "It ate half of the year's crop.",
            "percentage",
            [("half of the year's crop", 50, "percent", "the year's crop")],
        ),
        ("It used a viiA™7 pump of 7 parts.", "count", [("7 parts", 7, "parts")]),
        ("They were put to Log 10 values.", "count", []),
        ("In 2000 Henry's shop closed and Henry left.", "measurement", []),
        ("In 2000 Henry left.", "measurement", []),
        ("It has 2 Henry of inductance.", "measurement", [("2 Henry", 2, "henry")]),
        ("The peak acceleration: 1.5g is high.", "measurement", [("1.5g", 1.5, "standard_gravity")]),
        ("The bag weighed 1.5g.", "measurement", [("1.5g", 1.5, "gram")]),
        ('It is on the "1000 Companies To Watch" list.', "count", []),
        ("It has 1000 companies to watch.", "count", [("1000 companies", 1000, "companies")]),
        ("It has 14 data values.", "count", [("14 data values", 14, "data values")]),
        ("Every 4th section was stained.", "ranking", []),
        ('He dreamt of the "Third Rome".', "ranking", []),
        ("The first stages were slow.", "ranking", []),
    ],
)
def test_more_senses(text, kind, expected, worded_values):
    assert worded_values(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Bricks fill the top third of the page.", "ranking", []),
        ("It is on the Australian Top 40 Music list.", "ranking", []),
        ("It has two new ones.", "count", [("two new ones", 2, "new ones")]),
        ("I like Blue Heron, Two Hands Club and Anna.", "count", []),
        ("I like Anna, two clubs and Ben.", "count", [("two clubs", 2, "clubs")]),
        ("It has a rate of 100 Mbits/sec.", "measurement", [("100 Mbits/sec", 100, "megabit_per_second")]),
        ("They used 1,4-butanediol twice.", "count", []),
        ("They took Tbx4/5 blockers.", "count", []),
    ],
)
def test_names_and_parts(text, kind, expected, worded_values):
    assert worded_values(text, kind) == expected


def test_the_top_ten_are_ranked():
    assert [
        c.value.rank for c in extract("It is one of the top 40 music clubs.").claims if c.kind == "ranking"
    ] == [40]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The index shed 212 points, or 1.6%, on Friday.",
            [("shed 212 points", "decrease", 212, "points"), ("1.6%", "decrease", 1.6, "percent")],
        ),
        (
            "The index fell by 212 points, and 1.6% of firms left.",
            [("fell by 212 points", "decrease", 212, "points")],
        ),
        ("Growth was slow and beat forecasts of 3.8%.", []),
        ("The growth was of 3.8%.", [("growth was of 3.8%", "increase", 3.8, "percent")]),
    ],
)
def test_changes_said_twice_and_of_others(text, expected, worded_values):
    assert worded_values(text, "change") == expected


def test_the_others_are_counted_before_a_verb(worded_values):
    text = "Of 60 clerks, 45 will move; the other 15 will be sent home."
    assert ("15", 15, "clerks") in worded_values(text, "count")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("It is used by 9% of those 65 and older.", "measurement", [("65 and older", 65, "year")]),
        ("It is used by 9% of those 65 and others.", "measurement", []),
        ("The fee is 2% of the first £500,000.", "ranking", []),
        (
            "The dividend is lifted 10 per cent to 8.8p.",
            "change",
            [("lifted 10 per cent to 8.8p", "increase", 10, 0.088, "percent")],
        ),
    ],
)
def test_ages_and_sums(text, kind, expected, worded_values):
    assert worded_values(text, kind) == expected


def test_as_much_as_so_many_things_is_no_bound_behind_a_comma():
    text = "It emits a lot, as much as 450 cars, and can hold as many as 40 men."
    assert [c.comparator for c in extract(text).claims if c.kind == "count"] == ["=", "<="]
