"""Values of sport, votes and disasters: scores and tallies, bases, quarters of a game, tolls without a noun."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # games won and lost are no old and new value
        ("The loss dropped the Otters to 0-7 on the road.", []),
        ("The defeat left Lund at the foot as the team fell to 3-8.", []),
        ("He came back from down 4-6 in the second set.", []),
        ("Prices fell to 10-12 on the day.", [("fell to 10-12", "decrease", 10, 12)]),
        ("The ferry fare went up 10-15 percent.", [("up 10-15 percent", "increase", 10, 15, "percent")]),
        (
            "Snow in the hills fell to 10-12 inches.",
            [("fell to 10-12 inches", "decrease", 10, 12, "inch")],
        ),
        # by how much a goal was missed
        ("Kent fell only four runs short of the target.", []),
        ("The appeal fell $20 million short of its goal.", []),
        (
            "Its shares fell 12 percent, short of the worst.",
            [("fell 12 percent", "decrease", 12, "percent")],
        ),
        ("Sales fell 4% to just short of 90 cars.", [("fell 4%", "decrease", 4, "percent")]),
        # a share that somebody comes to hold
        ("The mill could gain just 10% of the market.", []),
        ("The greens gained 12% of the vote.", []),
        ("The shares gained 5% of their value.", [("gained 5% of their value", "increase", 5, "percent")]),
        ("Trams gained 5% in May.", [("gained 5%", "increase", 5, "percent")]),
        # what fell down or struck something
        ("The quake led to the collapse of more than 12,000 homes.", []),
        ("A collapse of 40% followed.", [("collapse of 40%", "decrease", 40, "percent")]),
        ("Enrolment collapsed to 300 pupils.", [("collapsed to 300 pupils", "decrease", 300, "pupils")]),
        ("The four jets were crashed in raids by 19 rebels.", []),
        (
            "The coin crashed in May by 40 percent.",
            [("crashed in May by 40 percent", "decrease", 40, "percent")],
        ),
        # a vote is not narrowed
        ("The board passed it with a narrow vote of 4 to 3.", []),
        ("The gap narrowed to 3 points.", [("narrowed to 3 points", "decrease", 3, "points")]),
        # a passive with those who do it
        ("Fares were cut by 12 airlines to $40.", [("cut by 12 airlines to $40", "decrease", 40, "USD")]),
        ("The force was cut by 300 officers.", [("cut by 300 officers", "decrease", 300, "officers")]),
        ("The fleet was reduced by 12 ships.", [("reduced by 12 ships", "decrease", 12, "ships")]),
        # a closure and not a fall
        ("The chain closed down 40% of its shops.", []),
        ("The index closed down 1.2% on Friday.", [("down 1.2%", "decrease", 1.2, "percent")]),
    ],
)
def test_changes(text, expected, worded_values):
    assert worded_values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bill passed by a 4 to 3 vote.", []),
        ("It passed on a 219-212 vote.", []),
        ("Some 4 to 6 votes came late.", [("Some 4 to 6 votes", 4, 6, "votes")]),
        ("Two lac people came.", [("Two lac people", 200000, "people")]),
        ("The path leads to Grand lac Morin.", []),
        ("Her two million-selling records were sung by all.", []),
        ("The match had eight scores of more than 50.", [("eight scores of more", 8, "scores of more")]),
        ("Scores of distant cousins came.", [("Scores of distant cousins", 20, "distant cousins")]),
        ("She has made five half-centuries.", [("five", 5, "half-centuries")]),
        ("There were 18 men missing at one point.", [("18 men", 18, "men")]),
        # the number of a toll without its noun
        ("About 500 were feared dead.", [("About 500", 500, "dead")]),
        ("More than 40 remain missing.", [("More than 40 remain missing", 40, "missing")]),
        ("At least 12 were confirmed dead.", [("At least 12 were confirmed dead", 12, "dead")]),
        ("The 500 were reported to police.", []),
        # how many live in a place
        ("In a nation of 2.9 million, few drive.", [("2.9 million", 2900000, "people")]),
        ("He comes from a small village of about 300.", [("about 300", 300, "people")]),
        ("It is a city of 12 islands.", [("12 islands", 12, "islands")]),
        ("It is a country of two.", []),
        ("The city of 1900 was a ruin.", []),
    ],
)
def test_counts(text, expected, worded_values):
    assert worded_values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She hit .301 with 2 HR and 9 RBI in May.", []),
        ("His ratio of 10 K/BB in 22 innings is rare.", []),
        ("The flight took 2 HR and the bus 9.", [("2 HR", 2, "hour")]),
        ("Over three dynamic years, she won twice.", [("three dynamic years", 3, "year")]),
        ("They walked for two glorious days.", [("two glorious days", 2, "day")]),
        ("Two glorious mares won.", []),
        ("He has made five half-centuries.", []),
        ("The mill stood half a century.", [("half a century", 0.5, "century")]),
    ],
)
def test_measurements(text, expected, worded_values):
    assert worded_values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee easily reached first base.", []),
        ("He had a runner on second with two outs.", []),
        ("The firm opened its first base in Africa.", [("its first base in Africa", 1)]),
        ("The crew finished second with two boats.", [("second", 2)]),
        ("Lund came first at base camp.", [("first", 1)]),
    ],
)
def test_rankings(text, expected, worded_values):
    assert worded_values(text, "ranking") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 11 NBA games that night. The crowd woke up in the fourth quarter in Lund.", []),
        (
            "Profit fell in the fourth quarter. The bank sponsors the NBA.",
            [("fell in the fourth quarter", "XXXX-Q4")],
        ),
        ("The pier opened in the fourth quarter.", [("opened in the fourth quarter", "XXXX-Q4")]),
    ],
)
def test_quarters(text, expected, worded_values):
    assert worded_values(text, "date") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor is leading by 50 to 28 percent.", [(50, None), (28, None)]),
        ("Turnout is 28 to 50 percent.", [(None, 28)]),
    ],
)
def test_shares_of_two_sides(text, expected):
    shares = [claim.value for claim in extract(text).claims if claim.kind == "percentage"]
    assert [(share.number, share.low) for share in shares] == expected


def test_doubted_toll():
    (claim,) = [
        claim for claim in extract("Some 300 people were feared dead.").claims if claim.kind == "count"
    ]
    assert claim.certainty == "possible"
