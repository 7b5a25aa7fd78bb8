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
        (
            "After the win over Acme in court, the firm raised fees to 12-14.",
            [("raised fees to 12-14", "increase", 12, 14)],
        ),
        (
            "The league raised the age limit to 18-19 for the season.",
            [("raised the age limit to 18-19", "increase", 18, 19)],
        ),
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
        (
            "Sales fell 4% to just short of 90.",
            [("fell 4% to just short of 90", "decrease", 4, 90, "percent")],
        ),
        # a share that somebody comes to hold
        ("The mill could gain just 10% of the market.", []),
        ("The greens gained 12% of the vote.", []),
        ("The shares gained 5% of their value.", [("gained 5% of their value", "increase", 5, "percent")]),
        ("Trams gained 5% in May.", [("gained 5%", "increase", 5, "percent")]),
        # what fell down or struck something
        ("The tremor caused the collapse of some 4,300 barns.", []),
        ("A collapse of 40% followed.", [("collapse of 40%", "decrease", 40, "percent")]),
        ("The collapse of 30 points hurt.", [("collapse of 30 points", "decrease", 30, "points")]),
        ("Enrolment collapsed to 300 pupils.", [("collapsed to 300 pupils", "decrease", 300, "pupils")]),
        ("The four jets were crashed in raids by 19 rebels.", []),
        (
            "The coin crashed in May by 40 percent.",
            [("crashed in May by 40 percent", "decrease", 40, "percent")],
        ),
        (
            "House prices crashed in 2008 to £140,000.",
            [("crashed in 2008 to £140,000", "decrease", 140_000, "GBP")],
        ),
        (
            "The index crashed in May by 300 points.",
            [("crashed in May by 300 points", "decrease", 300, "points")],
        ),
        # a vote is not narrowed
        ("The board passed it with a narrow vote of 4 to 3.", []),
        ("The gap narrowed to 3 points.", [("narrowed to 3 points", "decrease", 3, "points")]),
        # a passive with those who do it
        ("Fares were cut by 12 airlines to $40.", [("cut by 12 airlines to $40", "decrease", 40, "USD")]),
        ("The force was cut by 300 officers.", [("cut by 300 officers", "decrease", 300, "officers")]),
        ("The fleet was reduced by 12 ships.", [("reduced by 12 ships", "decrease", 12, "ships")]),
        (
            "The bloc was increased by 10 states to 25.",
            [("increased by 10 states to 25", "increase", 10, 25, "states")],
        ),
        ("The workforce was cut by 300 analysts.", [("cut by 300 analysts", "decrease", 300, "analysts")]),
        # how high something stands, and out of how many somebody came
        ("The tower soars to a height of 213 feet.", []),
        ("The water rose to a height of 3 m.", [("rose to a height of 3 m", "increase", 3, "meter")]),
        (
            "Unemployment rises to a height of 12%.",
            [("rises to a height of 12%", "increase", 12, "percent")],
        ),
        ("She advanced from a field of 12 rivals.", []),
        ("The index advanced from 300 to 320.", [("advanced from 300 to 320", "increase", 300, 320)]),
        ("The waterfalls of Lund plummet 2,425 feet.", []),
        ("The path drops 1,110 feet in a mile.", []),
        ("The index plummets 200 points.", [("plummets 200 points", "decrease", 200, "points")]),
        ("The waterfall level drops 2 feet.", [("drops 2 feet", "decrease", 2, "foot")]),
        ("The price of the path drops $40.", [("drops $40", "decrease", 40, "USD")]),
        ("The plane dropped a 6,800 kilogram bomb.", []),
        ("It dropped a 3% stake.", [("dropped a 3% stake", "decrease", 3, "percent")]),
        ("On the road, sea levels drop 4 metres.", [("drop 4 metres", "decrease", 4, "meter")]),
        ("After a dry run of years, the lake drops 3 feet.", [("drops 3 feet", "decrease", 3, "foot")]),
        # what holds firm, what something is owed to, a place among the best
        ("Lund held firm to make 64, thereby winning by four strokes.", []),
        ("The success is down to two factors.", []),
        ("The staff is down to two men.", [("down to two men", "decrease", 2, "men")]),
        ("The list is down to 12 things.", [("down to 12 things", "decrease", 12, "things")]),
        (
            "Turnout is down to 12 causes from 40.",
            [("down to 12 causes from 40", "decrease", 40, 12, "causes")],
        ),
        ("The song is in the top 5, up from No. 17.", []),
        ("It has 10 mills, up from 8.", [("10 mills, up from 8", "increase", 8, 10, "mills")]),
        # a rise that is cut
        (
            "The board reduced the tax increase to zero.",
            [("reduced the tax increase to zero", "decrease", 0)],
        ),
        (
            "They trimmed the cost increase by $2 million.",
            [("trimmed the cost increase by $2 million", "decrease", 2000000, "USD")],
        ),
        ("It cut jobs, and an increase to 3% followed.", [("increase to 3%", "increase", 3, "percent")]),
        ("They want an increase to 3%.", [("increase to 3%", "increase", 3, "percent")]),
        # a closure and not a fall
        ("The chain closed down 40% of its shops.", []),
        ("The index closed down 1.2% on Friday.", [("down 1.2%", "decrease", 1.2, "percent")]),
        (
            "The fund closed down 3% of its value.",
            [("down 3% of its value", "decrease", 3, "percent")],
        ),
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
        ("The match had eight scores of more than 50.", [("eight scores", 8, "scores")]),
        ("Scores of distant cousins came.", [("Scores of distant cousins", 20, "distant cousins")]),
        ("A few dozen cousins came.", [("A few dozen cousins", 12, "cousins")]),
        ("The few men drove dozens of cars.", [("dozens of cars", 24, "cars")]),
        ("She has made five half-centuries.", [("five", 5, "half-centuries")]),
        ("There were 18 men missing at one point.", [("18 men", 18, "men")]),
        # how many play against how many
        ("Overtime is played 3-on-3.", []),
        ("It is a best of seven series.", []),
        ("It is one of seven series.", [("seven series", 7, "series")]),
        ("The best of two series came from Acme.", [("two series", 2, "series")]),
        ("She had two 3-metre nets.", [("two", 2, "3-metre nets")]),
        # the number of a toll without its noun
        ("That brought the death toll to 19.", [("brought the death toll to 19", 19, "death toll")]),
        ("The storm stranded more than 100 over the weekend.", [("stranded more than 100", 100, "stranded")]),
        ("He brought the toll money to 19 men.", [("19 men", 19, "men")]),
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
        ("It is 30 or so miles away.", [("30 or so miles", 30, "mile")]),
        ("He saw 30 or so mares.", []),
        ("Police came to 2402 N. Ann Roe St. on Monday.", []),
        ("Kane scored the equaliser (66') from the spot.", []),
        ("The mast (66') came down.", [("66'", 66, "foot")]),
        (
            "The trip took just under two days and 21 hours.",
            [("just under two days and 21 hours", 69, "hour")],
        ),
        (
            "It is open two days and 12 hours a week.",
            [("two days", 2, "day"), ("12 hours a week", 12, "hour")],
        ),
        ("It resolves 20 micro-arcseconds.", [("20 micro-arcseconds", 20, "microarcsecond")]),
        ("A shed (12') stands behind the goal.", [("12'", 12, "foot")]),
        ("Bars sell beer in two happy hours.", []),
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
        ("The runners were first, and Roe reached third.", [("third", 3)]),
        ("Lund came first at base camp.", [("first", 1)]),
        # so many at the top
        ("Of the largest 100 towns, nine voted.", [("the largest 100 towns", 100)]),
        ("The oldest mill has 100 doors.", [("The oldest mill", 1)]),
        ("The fastest 3-mile run is hers.", [("The fastest 3-mile run", 1)]),
        ("The biggest 5 star hotel is hers.", [("The biggest 5 star hotel", 1)]),
        ("The oldest 18 hole courses are hers.", [("The oldest 18 hole courses", 1)]),
        ("His first dozen rivals lost.", [("His first dozen rivals", 12)]),
        ("They lost in the quarter final round.", []),
        ("They lost in the final round.", [("the final round", 1)]),
        ("Each match has best-of-three races.", []),
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
        ("The bill passed the house 56%-42%.", [(56, None), (42, None)]),
        ("The rate is 5%-3% over the period.", [(None, 3)]),
    ],
)
def test_shares_of_two_sides(text, expected):
    shares = [claim.value for claim in extract(text).claims if claim.kind == "percentage"]
    assert [(share.number, share.low) for share in shares] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The winds were stronger than 110 mph.", [(110, ">")]),
        ("The night was colder than 4 degrees.", [(4, "<")]),
        ("The mare was faster than two rivals.", [(2, "=")]),
        ("Its path is as long as 50 miles.", [(50, "<=")]),
        ("The cart is three times faster than 30 km/h.", [(30, "=")]),
        ("The mast is twice as high as 4 metres.", [(4, "=")]),
        ("It was two degrees warmer than 20 degrees.", [(2, "="), (20, "=")]),
        ("The law applies as long as 30 days have passed.", [(30, "=")]),
        ("It may take as long as 30 days.", [(30, "<=")]),
        ("As long as two men come, it holds.", [(2, "=")]),
        ("He was booked under two sections of the act.", [(2, "=")]),
        ("The report has under two pages.", [(2, "<")]),
        ("He has served Lund under three managers.", [(3, "=")]),
        ("It employs under 40 managers.", [(40, "<")]),
        ("She wrote under 100 articles in her life.", [(100, "<")]),
        ("Temperatures of up to -5 degrees are common.", [(-5, "<=")]),
        ("The lake lies below 12,325-foot Morin Peak.", [(12325, "=")]),
        ("The lake lies below 30 feet.", [(30, "<")]),
        ("It trades below $12-a-share Acme levels.", [(12, "<")]),
        ("The climb is 900 vertical feet.", [(900, "=")]),
        ("The cart is heavier than 12 men.", [(12, "=")]),
        ("It took in a sum averaging over $7,000 per site.", [(7000, ">")]),
        ("Scores averaged over 10 runs were low.", [(10, "=")]),
        ("A $16 million-plus debut is near.", [(16000000, ">=")]),
        ("It has 30-plus members.", [(30, ">=")]),
        ("It is 30 or so miles away.", [(30, "~")]),
    ],
)
def test_comparators(text, expected):
    kinds = ("measurement", "money", "count")
    claims = [claim for claim in extract(text).claims if claim.kind in kinds]
    assert [(claim.value.number, claim.comparator) for claim in claims] == expected


def test_doubted_toll():
    (claim,) = [
        claim for claim in extract("Some 300 people were feared dead.").claims if claim.kind == "count"
    ]
    assert claim.certainty == "possible"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were uncertain about two people.", [(2, "=")]),
        ("There were about two people in it.", [(2, "~")]),
        ("Some 75% of the club's more than 16,000 members came.", [(75, "~"), (16000, ">")]),
        ("The crowd grew angry about 30 minutes later.", [(30, "~")]),
        ("He complained about 3 times a week.", [(3, "~")]),
        ("He won the cup on grass, over three different surfaces.", [(3, "=")]),
        ("The shop sells over twenty different cheeses.", [(20, ">")]),
        ("The firm has over two different plants.", [(2, ">")]),
        ("The barrister played the 999 call.", []),
        ("The station took 911 buckets a day.", [(911, "=")]),
        ("The state has 911 service stations.", [(911, "=")]),
        ("A house in the 700 block of South Sylvan Street burned.", []),
        ("It bought a 700 block of flats.", [(700, "=")]),
        ("He sold the 500 block of IBM shares.", [(500, "=")]),
        ("The FM 2305 trail is long.", []),
        ("They cut 2305 trail signs.", [(2305, "=")]),
        ("On FM 98 stations played it.", [(98, "=")]),
        ("The shop is at 315 W. Ave. B.", []),
        ("The lamp draws 315 W. Avery sold it.", [(315, "=")]),
        ("The record high is 99 set back in 2007.", []),
        ("The shop sold 99 sets in 2007.", [(99, "=")]),
        ("He raced in his four-wheel-drive.", []),
        ("The ash rose 500 metres into the air.", [(500, "=")]),
        ("Hot clouds are rising 500 meters (1,600 feet) into the sky.", [(500, "="), (1600, "=")]),
        ("He was reelected by 56%-42%.", [(56, "="), (42, "=")]),
    ],
)
def test_bounds_and_labels_of_news(text, expected):
    kinds = ("measurement", "percentage", "count", "change")
    claims = [claim for claim in extract(text).claims if claim.kind in kinds]
    assert [(claim.value.number, claim.comparator) for claim in claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 30 or 35 workers are inside.", [(30, 35)]),
        ("He raced 25 or 30 times.", [(25, 30)]),
        ("It takes 5 or 10 workers.", [(None, None), (None, None)]),
        ("It takes 31 or 36 workers.", [(None, None), (None, None)]),
    ],
)
def test_alternatives(text, expected):
    counts = [claim.value for claim in extract(text).claims if claim.kind == "count"]
    assert [(count.low, count.high) for count in counts] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The team of the league dropped to 2-8 for the season.", 0),
        ("The price rose 500 dollars into the autumn.", 1),
        ("The river rose 4 metres.", 1),
    ],
)
def test_changes_and_records(text, count):
    assert len([claim for claim in extract(text).claims if claim.kind == "change"]) == count


@pytest.mark.parametrize(
    ("text", "timexes"),
    [
        ("Norway led in Winter Olympic history.", []),
        ("The lake froze in Winter 1994.", ["1994-WI"]),
        ("Attendance is down slightly from 2012.", []),
        ("The club moved down slightly from 2012 on.", ["2012"]),
        ("It was set up slightly before 2012.", ["2012"]),
    ],
)
def test_dates_of_games(text, timexes):
    dates = [claim.value.timex for claim in extract(text).claims if claim.kind == "date"]
    assert dates == timexes
