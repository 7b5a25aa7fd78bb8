"""Values as pages of many genres have them that nobody had read before: accounts, laws, games, surveys."""

from __future__ import annotations

import pytest

from claimcheck import find_quantities

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # between the article and the size stands what somebody thinks of it
        ("Orders rose a healthy 14% in the spring.", [("increase", 14, "percent")]),
        ("Prices jumped a staggering 60 percent.", [("increase", 60, "percent")]),
        # behind the object of the verb
        ("The mill raised its prices 6% in June.", [("increase", 6, "percent")]),
        ("The bank slashed its dividend 30 percent.", [("decrease", 30, "percent")]),
        ("Firms that grew revenue 9% last year hired more.", [("increase", 9, "percent")]),
        ("The council raised its sales tax 1%.", []),
        ("The fund lost its investors 5%.", []),
        ("They cut prices 10% of buyers could not pay.", []),
        ("It cut costs 10% more than planned.", []),
        # the scale behind the new value is that of the old one too
        ("Acreage fell from 31.4 to 30.9 million hectares.", [("decrease", 31.4e6, 30.9e6, "hectare")]),
        ("Users fell from 90 to 70 million.", [("decrease", 90e6, 70e6)]),
        ("Users went from 800 to 1.4 million.", [("increase", 800, 1.4e6)]),
        ("Followers grew from 3 to 2 million.", [("increase", 3, 2e6)]),
        # this year's, as last year's
        (
            "Taxes are put at $90 million, up 12% from this year’s projected $80 million.",
            [("increase", 12, 80e6, "percent")],
        ),
        # a size and a new value, which is no round number
        ("Membership went up by 400 to 2,350.", [("increase", 400, 2350)]),
        ("Staffing could rise by 100 to 600.", [("increase", 100, 600)]),
        # a noun of change, and what stands behind a comma
        ("There was improvement, 12 of them in 2 of the 5 weeks.", []),
        ("The steepest drop, of 17%, was in Bergen.", [("decrease", 17, "percent")]),
        # behind the object of a verb a bound is a level, not a size
        ("The mill is reducing net debt below $25 million.", []),
        ("The mill cut its costs $4 million.", [("decrease", 4e6, "USD")]),
    ],
)
def test_changes(text, expected, values):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Less than one-half of 1% of the bolts broke.", [(0.5, "percent", "the bolts")]),
        ("It is one-ten-thousandth of 1% of the air.", [(0.0001, "percent", "the air")]),
        ("One ten-thousandth of the soil is gold.", [(0.01, "percent", "the soil")]),
        ("A tenth of 15% of it went.", [(10, "percent", "15%"), (15, "percent", "it")]),
    ],
)
def test_percentages(text, expected, values):
    assert values(text, "percentage") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The barn covers 200 metres².", [(200, "square_meter")]),
        ("The tank takes 4 metres³.", [(4, "cubic_meter")]),
        ("He was charged under the Theft Act 1968 s 15(1).", []),
        ("The clip of the Theft Act lasts 68 s.", [(68, "second")]),
    ],
)
def test_measurements(text, expected, values):
    assert values(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the start of the fourth quarter, the Hens led 40-31.", []),
        ("They were outscored in the third quarter.", []),
        ("In the third quarter, overtime pay at the mill fell 4%.", [("XXXX-Q3",)]),
        ("In the second quarter, a basket of groceries rose 2%.", [("XXXX-Q2",)]),
        ("Sales were up 12-15 percent in the third quarter.", [("XXXX-Q3",)]),
        ("Kolb shows NFL games. Disney cut 300 jobs at the network in the fourth quarter.", [("XXXX-Q4",)]),
        ("Kolb hired the NBA star in the first quarter.", [("XXXX-Q1",)]),
    ],
)
def test_quarters(text, expected, values):
    assert values(text, "date") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Output was at a near record level of 95 tons.", []),
        ("Stocks are below record levels.", []),
        ("Output was at a record level of 95 tons.", [(1,)]),
    ],
)
def test_records(text, expected, values):
    assert values(text, "ranking") == expected


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("It has 40 mills over 12 states.", "="),
        ("The work was spread over 12 states.", "="),
        ("It sells in over 12 states.", ">"),
        ("The group runs over 12 hospitals.", ">"),
        ("The line covers over 12 states.", ">"),
    ],
)
def test_over(text, comparator, claims):
    assert claims(text, "count")[-1].comparator == comparator


def test_a_lens_is_no_device(values):
    assert values("It has a 60x Zoom 1080p camera.", "count") == []
    assert values("Training needs 8x A100 cards.", "count") == [(8, "A100 cards")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what befell people, joined
        ("The raid left 4,200 dead and wounded.", [(4200, "dead and wounded")]),
        ("They lost 30 killed, wounded or missing.", [(30, "killed, wounded or missing")]),
        ("The raid left 30 dead and 12 wounded.", [(30, "dead"), (12, "wounded")]),
        ("The blast left 9 dead and wounded 31.", [(9, "dead"), (31, "wounded")]),
        ("The mine had 6 killed and injured 14 men.", [(6, "killed"), (14, "men")]),
        # a verb elsewhere
        ("The gallery holds over 3,000 works of art.", [(3000, "works of art")]),
        ("The city awarded contracts to four firms.", [(4, "firms")]),
        # how long they stay, not how old they are
        ("About 90 year-round residents stayed.", [(90, "year-round residents")]),
        ("They held 3 day-long workshops.", [(3, "day-long workshops")]),
    ],
)
def test_counts(text, expected, values):
    assert values(text, "count") == expected
    assert values(text, "measurement", "change") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It totals 310 tons -- 12 of those wagons were new.", [(310, "ton")]),
        ("It weighs 20 kg -- 30 kg when wet.", [(20, 30, "kilogram")]),
        ("He hit the fastest half-century of the tour.", []),
        ("It marked a half-century of service.", [(0.5, "century")]),
        ("The mill closed a half-century ago.", [(0.5, "century")]),
        ("The chapel is a half-century older.", [(0.5, "century")]),
        ("It stood for half a century.", [(0.5, "century")]),
    ],
)
def test_stretches(text, expected, values):
    assert values(text, "measurement") == expected


def test_signs_that_are_spelt(claims):
    found = claims("We saw 76 men aged > or =75 years.", "measurement")
    assert [(claim.value.number, claim.comparator) for claim in found] == [(75, ">=")]


def test_rises_that_end_with_up_to(claims):
    found = claims("It rose from 0.7% in men up to 5.4% in boys.", "change", "percentage")
    assert [(claim.kind, claim.comparator) for claim in found] == [("change", "="), ("change", "=")]
    assert claims("They cover up to 5.4% of it.", "percentage")[0].comparator == "<="


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It rose from 4 degrees at dawn, and gusts of up to 50 mph came.", "measurement"),
        ("The levy rose from $70 and cheats may face up to 9 months in prison.", "measurement"),
        ("Wages grew from $500 a week, with tips of up to $1,500.", "money"),
    ],
)
def test_a_bound_behind_a_rise_from_something_else(text, kind, claims):
    assert claims(text, kind)[-1].comparator == "<="


def test_brackets_around_a_loss(values):
    assert values("Prices fell by ($41,000) in June.", "change") == [("decrease", 41000, "USD")]


def test_what_a_share_does(values):
    assert values("In all, 62 percent support it now.", "percentage") == [(62, "percent")]
    assert values("It runs at 50% brightness at night.", "percentage") == [(50, "percent", "brightness")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She ran it in two hours, six minutes and 26 seconds.", [(7586, "second")]),
        ("She ran it in 2 hours, 25 seconds.", [(7225, "second")]),
        ("The arch spans 503 metres and under-deck pipes.", [(503, "meter")]),
        ("The deck is 26 m above the river level.", [(26, "meter")]),
    ],
)
def test_times_and_heights(text, expected, claims, values):
    assert values(text, "measurement") == expected
    assert all(claim.comparator == "=" for claim in claims(text, "measurement"))
    assert values(text, "change") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The river is 3 m above its normal level.", [("increase", 3, "meter")]),
        (
            "Enrolment will rise by 7 percent overall, from 49.5 to 53.1 million pupils.",
            [("increase", 7, 49.5e6, 53.1e6, "percent")],
        ),
    ],
)
def test_levels(text, expected, values):
    assert values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("It cost $90 in inflation-adjusted 2008 dollars.", "money", [(90, "USD")]),
        ("It cost $90 million in 2008 dollars.", "money", [(90e6, "USD")]),
        ("It cost $90m in 2008 dollars.", "money", [(90e6, "USD")]),
        ("He was owed 2,008 dollars.", "money", [(2008, "USD")]),
        ("The fair brought in 2000 dollars.", "money", [(2000, "USD")]),
        ("They raked in almost 1950 dollars.", "money", [(1950, "USD")]),
        ("The car costs less than 30 grand.", "count", []),
        ("They need a two-third majority of the members.", "count", []),
        ("It is her eighth top 10 album.", "count", []),
        ("She had three of the top 10 songs.", "count", [(3, "the top 10 songs")]),
        ("They hired their first 50-100 people.", "ranking", [(1,)]),
        ("They hired their first 50 people.", "ranking", [(50,)]),
        ("They built five storey warehouses.", "count", [(5, "storey")]),
        ("The resort has 250 bedroom suites.", "count", [(250, "bedroom suites")]),
    ],
)
def test_what_is_no_number_of_things(text, kind, expected, values):
    assert values(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what the day's trade brought
        ("Crude settled down $1.37 at $40.12.", [("decrease", 1.37, "USD")]),
        ("Gold opened up 1.2 percent.", [("increase", 1.2, "percent")]),
        ("She settled down 3 miles away.", []),
        ("He opened up 3 shops.", []),
        ("The treaty opened up $30 million in loans.", []),
        ("The thaw opened up 60% of the lake.", []),
        ("The fund opened up $30 million for farmers.", []),
        ("She settled up $90 with the landlord.", []),
        ("Oil fell over $2 to around $64 a barrel.", [("decrease", 2, 64, "USD")]),
        ("Stocks fell by a more-than-expected 2.4 million barrels.", [("decrease", 2.4e6, "barrel")]),
        ("The frost has cut its demand 40,000 barrels per day.", [("decrease", 40000, "barrel_per_day")]),
        ("It cut costs three days later.", []),
        # what a change is put down to, added to, or comes from
        ("They attributed the fall in crime to a 5 percent drop in thefts.", [("decrease", 5, "percent")]),
        ("The sum owed to nurses rose to $6 million.", [("increase", 6e6, "USD")]),
        ("Claims linked to the flood jumped to 900.", [("increase", 900)]),
        ("Thefts attributed to the gang fell to 12.", [("decrease", 12)]),
        ("They will cut output, in addition to 3 plants.", []),
        ("The fall in prices from the record high of $48 hurt.", [("decrease", 48, "USD")]),
        ("The fall in prices of 5% hurt.", [("decrease", 5, "percent")]),
    ],
)
def test_changes_of_a_day(text, expected, values):
    assert values(text, "change") == expected


def test_years_before_thanks(values):
    assert values("Verdicts rose compared with 2013 thanks to her.", "count") == []


def test_tall_people(values):
    assert values("The 6-foot-5 Lee weighs 115 pounds.", "measurement")[1:] == [(115, "pound")]
    assert 6.41 < values("The 6-foot-5 Lee weighs 115 pounds.", "measurement")[0][0] < 6.42


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # a fraction with a noun of its own
        ("It made $42.3 million and a third place finish.", "money", [(42.3e6, "USD")]),
        ("It holds 3 million tonnes and a third of the market.", "measurement", [(3e6, "tonne")]),
        ("It took a year and a half of work.", "measurement", [(1.5, "year")]),
        # the thousands of the second number are those of the first too
        ("The fair drew 60-65,000 visitors.", "count", [(60000, 65000, "visitors")]),
        ("It takes 900-1,000 people.", "count", [(900, 1000, "people")]),
        ("They enrolled women between the ages of 51 and 79.", "measurement", [(51, 79, "year")]),
        ("He kicked a 47-yarder.", "measurement", [(47, "yard")]),
        # what several parts make
        ("That adds up to 55 pounds.", "measurement", [(55, "pound")]),
        ("That adds up to 55 pounds.", "change", []),
        ("The Oakhill 1 and Oakhill 2 wind farms stand.", "count", []),
        # who leads in a game is no change
        ("The Lions were down two after the third touchdown.", "change", []),
        ("The Lions were up 12 at halftime.", "change", []),
        ("The Dow was up 12 points.", "change", [("increase", 12, "points")]),
        ("Sales fell a sharp 20%.", "change", [("decrease", 20, "percent")]),
    ],
)
def test_values_of_games_and_films(text, kind, expected, values):
    assert values(text, kind) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The play is about a 14-year-old girl.",
        "They ran around a 300-metre lake.",
        "We heard about a 9% tax.",
    ],
)
def test_about_something_that_has_a_size(text, claims):
    found = claims(text, "measurement", "percentage")
    assert [claim.comparator for claim in found] == ["="]


@pytest.mark.parametrize("share", ["fully diluted common share", "basic share", "diluted share"])
def test_what_profits_are_told_for(share):
    assert [found.per for found in find_quantities(f"It earned $.42 per {share} in May.")] == [share]


def test_firms_named_first(values):
    assert values("First Savings Financial Group reported sales.", "ranking") == []
    assert values("First Lady Ann Lee spoke.", "ranking") == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # the time behind a pair of lengths is that of both
        (
            "Gusts of 175 mi (282 km) per hr hit.",
            "measurement",
            [(175, "mile_per_hour"), (282, "kilometer_per_hour")],
        ),
        (
            "It had winds of 170 mi/274 km per hr.",
            "measurement",
            [(170, "mile_per_hour"), (274, "kilometer_per_hour")],
        ),
        ("It walked 12 miles (19 km) per day.", "measurement", [(12, "mile"), (19, "kilometer")]),
        # a surge of the sea, and stairs, are no change
        ("A storm surge of 21 ft came.", "change", []),
        ("Sales saw a surge of 5%.", "change", [("increase", 5, "percent")]),
        ("Visitors climb 325 steps.", "change", []),
        # points with a noun of change
        (
            "His approval is at 40 percent, a 3-point drop from May.",
            "change",
            [("decrease", 3, "percentage_point")],
        ),
        ("The index saw a 50-point rise.", "change", [("increase", 50, "point")]),
        ("He hit a three-point jump shot.", "change", []),
        ("She wore a six-point cut diamond.", "change", []),
        ("He kicked a 3-point drop goal.", "change", []),
        ("A three-point jump from Lee tied it.", "change", []),
        ("It was a 4-point fall in turnout.", "change", [("decrease", 4, "point")]),
        ("The 6-point rise came as a surprise.", "change", [("increase", 6, "point")]),
        ("Support saw an 8-point drop among the young.", "change", [("decrease", 8, "point")]),
        (
            "Acme increased its global market share 0.4 percentage points to 31.4 percent.",
            "change",
            [("increase", 0.4, 31.4, "percentage_point")],
        ),
    ],
)
def test_values_of_storms_and_polls(text, kind, expected, values):
    assert values(text, kind) == expected


def test_comparators_of_two_words(claims):
    (found,) = claims("9% of the lines are at or below 4 ft.", "measurement")
    assert found.comparator == "<="
    (found,) = claims("The fall went over twice the forecast decline of 2.9 percent.", "comparison")
    assert found.value.reference == "the forecast decline of 2.9 percent"
