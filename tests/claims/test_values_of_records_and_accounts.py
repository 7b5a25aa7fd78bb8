"""Values in release notes, birth statistics, safety reports, results lists and trade news, as one line a claim."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model

VALUES = {
    "percentage",
    "money",
    "measurement",
    "count",
    "change",
    "comparison",
    "ranking",
    "date",
    "version",
    "parameter_count",
    "language_share",
}


def values(text):
    found = [claim for claim in extract(text).claims if claim.kind in VALUES]
    told = (f"{claim.kind} {claim.value.describe(claim.comparator)}" for claim in found)
    return [line.split(":")[0] for line in told]  # without the event of a date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a word that is verb and adjective describes a plural noun, and is a verb elsewhere
        ("It recorded 412,305 live births.", ["count 412,305 live births"]),
        ("Of the staff, 300 live here.", []),
        ("The bank has over 300 Go developers.", ["count > 300 Go developers"]),
        ("The list covers 2714 multimorbid outpatients.", ["count 2,714 multimorbid outpatients"]),
        # pieces of names, powers and releases count nothing
        ("Debian 8's End of Life came early.", []),
        ("The kappa^2-Score is new.", []),
        ("The group is a 501(c)3 charity.", []),
        ("It improves on the 0.2 releases.", []),
        ("We enter the 0.4 development cycle.", []),
        ("They ship 1.5 releases a week.", ["count 1.5 releases"]),
        ('It mends "Nil check on each node fails".', []),
        ("The audit found nil defects.", ["count 0 defects"]),
        ("Many have zero-hours contracts.", []),
        ("The basin was hit by a 1-in-250-year flood.", []),
        ("The tower is a 250-year-old mill.", ["measurement 250 years"]),
        # rates of emissions keep what they are for
        ("The grid emitted 241 g CO2/kWh.", ["measurement 241 grams per kilowatt hour"]),
        ("The plant emitted 241 t CO2.", ["measurement 241 tonnes"]),
        # "first" of an idiom
        ("We wondered why it was built in the first place.", []),
        ("She finished in first place.", ["ranking #1 first"]),
        ("The question is which comes first.", []),
    ],
)
def test_what_is_counted_and_what_is_a_piece_of_something(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports saw a 0.4% fall in 2011.", ["change ↓ 0.4 %", "date 2011"]),
        ("The shop opened in the fall of 2011.", ["date 2011-FA"]),
        ("It was common from about 480 b.c.e. to 120 c.e., and later.", ["date BC0480/0120"]),
        ("The C.E.O. left in 2011.", ["date 2011"]),
        ("According to an April 3, 2017 EU memo, Latvia spent less.", ["date 2017-04-03"]),
        ("It ran for a decade up to 2015 in Wales.", ["date 2015"]),
        ("Sales reached 40 tonnes, up from 30 tonnes in 2015.", ["change ↑ 30 → 40 tonnes", "date 2015"]),
        ("His rating fell from 1900 to 1850.", ["change ↓ 1,900 → 1,850"]),
        ("The abbey stood from 1500 to 1200 BC.", ["date BC1500/BC1200"]),
        ("Emissions fell from 2010 to 2005 levels.", ["date 2010", "date 2005"]),
    ],
)
def test_when_it_was(text, expected):
    assert values(text) == expected


def test_a_depth_in_a_clause_is_no_new_value():
    text = "Production rose by 12% after a well drilled to a depth of 3 km came on stream."
    assert values(text) == ["change ↑ 12 %", "measurement 3 kilometers"]
    assert values("Production rose by 12% after tax to $3 million.") == ["change ↑ 12 % to 3 million USD"]


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("All sectors grew, with the exception of a 2% fall in mining.", ("positive", "certain", False)),
        ("She left without waiting for 40 minutes.", ("negative", "certain", False)),
        ("He lived without power for 40 minutes.", ("positive", "certain", False)),
        ("He was asked in 1981 whether he wanted to go.", ("positive", "certain", False)),
        ("They asked for 40 beds.", ("positive", "possible", True)),
        ("The survey found that three in five would recommend it.", ("positive", "certain", False)),
        ("The mayor said the bridge would close in 2030.", ("positive", "certain", True)),
    ],
)
def test_what_is_asserted(text, qualifiers):
    claim = next(claim for claim in extract(text).claims if claim.kind in VALUES)
    assert (claim.polarity, claim.certainty, claim.prediction) == qualifiers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # recipes and notes of laboratories
        ("The egg white is firm by 65 °C.", ["measurement 65 degrees celsius"]),
        ("The dollar firmed by 3%.", ["change ↑ 3 %"]),
        (
            "It bakes at 180 °C (350 °F). A brine lowered the setting point by 1.5 degrees.",
            [
                "measurement 180 degrees celsius",
                "measurement 350 degrees fahrenheit",
                "change ↓ 1.5 degrees celsius",
            ],
        ),
        ("It cut the whisking from nine minutes to under four.", ["change ↓ 9 → < 4 minutes"]),
        ("It cut the staff from nine men to four women.", ["change ↓ 9 → 4 women"]),
        ("They made methyl 4-bromo-2-methoxybenzoate.", []),
        ("They bought a 4-door car.", ["count 4 door"]),
        ("It was washed with ether (3 × 50 mL).", ["measurement 50 milliliters"]),
        ("It used 0.5 mol% of palladium.", ["percentage 0.5 % (palladium)"]),
        ("It used 0.5 mol of palladium.", ["measurement 0.5 moles"]),
        (
            "Halving the base to 1.5 equiv lowered the yield to 61%.",
            ["change ↓ 50 % to 1.5 equivs", "change ↓ to 61 %"],
        ),
        # sport, ages, places
        ("She has 5½ points from six games.", ["count 5.5 points", "count 6 games"]),
        ("He won the under-16 race.", []),
        ("Labour won 318 seats, eight short of a majority.", ["count 318 seats"]),
        ("It fell no lower than 21.4 °C.", ["change ↓ to >= 21.4 degrees celsius"]),
        ("The river rose 1.8 metres to 3.95 m.", ["change ↑ 1.8 meters to 3.95 meters"]),
        ("The river rose 1.8 to 2 metres.", ["change ↑ 1.8–2 meters"]),
        ("It was a once-in-40-years flow.", []),
        # accidents, patents, farms
        ("Two men were killed and 16 seriously injured.", ["count 2 men", "count 16 injured"]),
        ("The '655 patent was valid.", []),
        ("Growers left about one acre in five.", ["percentage ~ 20 % (acre)"]),
        ("One inch in four hours fell.", ["measurement 1 inch", "measurement 4 hours"]),
        ("There were 11 such shutdowns.", ["count 11 such shutdowns"]),
    ],
)
def test_amounts_of_kitchens_games_and_farms(text, expected):
    assert values(text) == expected


def test_a_last_will_predicts_nothing():
    assert not extract("His will was proved at £4,315.").claims[0].prediction
    assert extract("The mill will cost £4,315.").claims[0].prediction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Most of the 700 dead were under five, and 86 percent had had no dose.",
            ["count 700 dead", "percentage 86 %"],
        ),
        (
            "The agency cut the outlook to negative, citing spending of £12 million.",
            ["money 12 million GBP"],
        ),
        ("It announced a cut of £12 million.", ["change ↓ 12 million GBP"]),
        ("Two expansions are due.", ["count 2 expansions"]),
        ("It had a 5% increase.", ["change ↑ 5 %"]),
        ("Income fell from 12 cents to under five.", ["money 0.12 USD"]),
        ("It fell from $12 to under 5.", ["change ↓ 12 → < 5 USD"]),
        ("The ratio was 3.4 times.", []),
        ("The bell rang 3 times.", ["count 3 times"]),
        ("The index stands at 47 last week.", []),
        ("They paid him 30 shillings a month.", ["count 30 shillings"]),
        ("In Kenya they paid him 30 shillings.", ["money 30 KES"]),
        ("The planet, Kessel 411 b, is hot.", []),
        ("Fewer than 70 lie within 10 parsecs.", ["measurement <= 10 parsecs"]),
        ("It holds a 91 on Metacritic from 84 reviews.", ["count 84 reviews"]),
        ("The chance is put at one in 40,000.", ["percentage 0.0025 %"]),
        ("One in 12 left.", ["percentage 8.33 %"]),
    ],
)
def test_amounts_of_markets_and_campaigns(text, expected):
    assert values(text) == expected


def test_a_price_points_back_to_a_price():
    text = "The fee of £9m was a record; he played in 41 games and was sold for a third of that."
    value = extract(text, kinds=["comparison"]).claims[0].value
    assert (value.resolved_from, value.resolved_number) == ("£9m", 3_000_000)
    near_miss = "The price was £9m, and it has 600 seats. Another has a third of that."
    assert extract(near_miss, kinds=["comparison"]).claims[0].value.resolved_from is None  # which of the two?


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Of 410 lots, 31 failed to sell.", "positive", "certain"),
        ("It failed to sell 410 lots.", "negative", "certain"),
        ("The country has had 38,219 suspected cases.", "positive", "certain"),
        ("It is suspected to have 38,219 cases.", "positive", "probable"),
    ],
)
def test_how_many_there_are_is_not_what_is_said_of_them(text, polarity, certainty):
    claim = extract(text, kinds=["count"]).claims[0]
    assert (claim.polarity, claim.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell by a third to 900.", ["change ↓ 33.33 % to 900 Sales"]),
        ("Output fell by half to 9,800.", ["change ↓ 50 % to 9,800 Outputs"]),
        ("Its share fell from a third to a quarter.", ["change ↓ 33.33 → 25 %"]),
        ("It uses 6.9 litres per 100 km.", ["measurement 6.9 liters per 100 kilometer"]),
        ("There were 12 deaths per 100,000.", ["measurement 12 deaths per 100000"]),
        ("He rode it in 4 hours 31 minutes 12 seconds.", ["measurement 16,272 seconds"]),
        ("He rode for 4 hours, 31 minutes less than she.", ["measurement 4 hours", "measurement 31 minutes"]),
        ("It was 35 seconds slower than the record.", ["measurement 35 seconds"]),
        (
            "It killed 40 people in 1978, and one in 2003 did harm.",
            ["count 40 people", "date 1978", "date 2003"],
        ),
        ("Fewer than one chick in three survives.", ["percentage < 33.33 % (chick)"]),
        ("One room in three houses was full.", ["count 1 room", "count 3 houses"]),
        (
            "The rate slipped by 0.1 points to 97.2 percent.",
            ["change ↓ 0.1 percentage points to 97.2 %"],
        ),
        ("Completion slipped by three years.", ["measurement 3 years"]),
        ("Margins slipped by 3%.", ["change ↓ 3 %"]),
        ("They got three A grades and four A*s.", []),
        ("It draws 3 A.", ["measurement 3 amperes"]),
        ("Boys did better at the top end.", []),
        ("A shock of 6.3 releases more energy.", []),
    ],
)
def test_amounts_of_races_schools_and_tremors(text, expected):
    assert values(text) == expected


def test_what_came_without_warning_came():
    assert extract("They came without warning in January.", kinds=["date"]).claims[0].polarity == "positive"
    assert extract("He left without paying 40 euros.", kinds=["money"]).claims[0].polarity == "negative"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("VAT went back up from 9 to 13.5 percent.", ["change ↑ 9 → 13.5 %"]),
        ("It was made up from 3 to 5 parts.", ["count 3–5 parts"]),
        (
            "It owns 27 pubs, nine more than three years ago.",
            ["count 27 pubs", "change ↑ 9 pubs", "measurement 3 years"],
        ),
        ("It took more than three years.", ["measurement > 3 years"]),
        ("For every £5 a customer spends, we keep a coin.", ["money 5 GBP"]),
        ("It costs £5 a customer.", ["money 5 GBP per customer"]),
        ("About four tickets in ten go abroad.", ["percentage ~ 40 % (tickets)"]),
        ("It won three prizes in ten years.", ["count 3 prizes", "measurement 10 years"]),
        ("It carried 600 guests, 4 percent more, and left.", ["count 600 guests", "change ↑ 4 %"]),
        ("Four 737 MAX 8 jets arrive.", []),
        ("It gained 8.3%, cutting this year's fall to 21%.", ["change ↑ 8.3 %", "change ↓ 21 %"]),
        ("The fall to 21% was sharp.", ["change ↓ to 21 %"]),
        ("A guided climb costs from $38,000 to $160,000.", ["money 38,000–160,000 USD"]),
        ("Prices climb from $3 to $4.", ["change ↑ 3 → 4 USD"]),
        (
            "They sold 86% of rooms, up from 83%, according to figures from 214 hotels with 24,600 rooms.",
            ["change ↑ 83 → 86 %", "count 214 hotels", "count 24,600 rooms"],
        ),
        ("Up from 17%, usage is now 25%.", ["change ↑ 17 → 25 %"]),
        (
            "It takes up 9% of the beds outside Dublin to house guests, down from 13%; in Clare it is one in five.",
            ["percentage 9 % (the beds)", "change ↓ from 13 %", "percentage 20 %"],
        ),
        (
            "In Cork rates were up by €11 to €162, in Galway by €4.",
            ["change ↑ 11 EUR to 162 EUR", "change ↑ 4 EUR"],
        ),
        ("In Cork rates were up by €11, a house in Galway cost €4.", ["change ↑ 11 EUR", "money 4 EUR"]),
    ],
)
def test_amounts_of_hotels_brewers_and_airlines(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They handed out 340,000 cups of water.", ["count 340,000 cups of water"]),
        ("The dough needs 2 cups of flour.", ["measurement 2 cups"]),
        (
            "They raised £9.4 million for 780 clubs, 1.1 million more than last year.",
            ["money 9.4 million GBP", "count 780 clubs", "change ↑ 1.1 million"],
        ),
        ("It had 780 staff, 40 more than last year.", ["count 780 staff", "change ↑ 40 staff"]),
        ("It agreed a 5% pay rise.", ["change ↑ 5 %"]),
        ("It agreed a 5% pay scale.", ["percentage 5 % (pay scale)"]),
        (
            "Turnover rose to €487 million from €451 million, and operating profit by a quarter.",
            ["change ↑ 451 million → 487 million EUR", "change ↑ 25 %"],
        ),
        ("Turnover rose by a quarter to €487 million.", ["change ↑ 25 % to 487 million EUR"]),
        ("A two-year contract costs from £29.", ["measurement 2 years", "money 29 GBP"]),
        ("The economy contracted by 3%.", ["change ↓ 3 %"]),
        ("Each plane scoops up 6,000 litres.", ["measurement 6,000 liters"]),
        ("It promises five years of updates and six of fixes.", ["measurement 5 years"]),
        ("Two of Britain's banks failed.", ["count 2 Britain's banks"]),
        ("Power was cut to 5,600 customers.", ["count 5,600 customers"]),
        ("The staff was cut to 5,600.", ["change ↓ to 5,600"]),
        ("She has dropped only 21 games.", ["count 21 games"]),
        ("It was built between AD 130 and 250.", ["date 0130/0250"]),
        ("They cut the crossing from 3 hours to 2 hours 15 minutes.", ["change ↓ 180 → 135 minutes"]),
        ("The crossing lasts 2 hours to 3 hours.", ["measurement 2–3 hours"]),
        ("They served 870 meals, 34% more than in the year before.", ["count 870 meals", "change ↑ 34 %"]),
        ("The fleet burned 4% less.", ["change ↓ 4 %"]),
        ("The fleet said 4% less.", ["percentage 4 %"]),
    ],
)
def test_amounts_of_councils_ferries_and_fires(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It equals 20 decently sized power plants.", ["count 20 decently sized power plants"]),
        ("Some 66% saying Go is fine were asked.", ["percentage ~ 66 %"]),
        ("It hit after another one less than eleven hours later.", ["measurement < 11 hours"]),
    ],
)
def test_near_misses_of_what_follows_a_number(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brazil grows 38% of the world's coffee.", ["percentage 38 % (the world's coffee)"]),
        ("Output grew 38%.", ["change ↑ 38 %"]),
        ("They put up prices by 15%.", ["change ↑ 15 %"]),
        ("He put up 15 tents.", ["count 15 tents"]),
        ("They come every three minutes by day and every six otherwise.", ["measurement 3 minutes"]),
        (
            "Only 54% of them were seen within four hours, down from 61%.",
            ["change ↓ 61 → 54 %", "measurement <= 4 hours"],
        ),
        ("It had waits of four hours, down from six hours.", ["change ↓ 6 → 4 hours"]),
        ("The trust is short of 310 nurses.", ["count 310 nurses"]),
        ("It was just short of 310 miles.", ["measurement < 310 miles"]),
        ("Infections rose by six to 44.", ["change ↑ 6 to 44"]),
        ("Prices rose by five to ten percent.", ["change ↑ 5–10 %"]),
        ("Visits went up by 130,000 to 1.72 million.", ["change ↑ 130,000 to 1.72 million"]),
        ("It rose by 5,000 to 6,000 tonnes.", ["change ↑ 5,000–6,000 tonnes"]),
        ("The haddock quota rose by 7%, herring by 14%.", ["change ↑ 7 %", "change ↑ 14 %"]),
        ("The quota rose by 7%, backed by 14% of members.", ["change ↑ 7 %", "percentage 14 % (members)"]),
        ("They landed 900 tonnes of fish, 11% less by weight.", ["measurement 900 tonnes", "change ↓ 11 %"]),
        (
            "Loans rose by 29% to 612,000, a quarter of the total.",
            ["change ↑ 29 % to 612,000 Loans", "percentage 25 % (the total)"],
        ),
        ("He said that one in three came.", ["percentage 33.33 %"]),
        ("He said that one in Paris came.", []),
    ],
)
def test_amounts_of_courts_coffee_and_libraries(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two quarters of the guests left.", ["percentage 50 % (the guests)"]),
        ("It came two quarters later than planned.", ["count 2 quarters"]),
        (
            "Prices rose 3.4%, down from 3.9% in December and a peak of 9.1% in October.",
            [
                "change ↑ 3.4 %",
                "change ↓ from 3.9 %",
                "date XXXX-12",
                "percentage 9.1 % (peak)",
                "date XXXX-10",
            ],
        ),
        ("It won 0.2 seconds ahead of last year's winner.", ["measurement 0.2 seconds"]),
        ("Sales are 5% ahead of last year.", ["change ↑ 5 %"]),
        ("The foundations go down 33 metres.", ["measurement 33 meters"]),
        ("The river went down 2 metres.", ["change ↓ 2 meters"]),
        ("It sold for $38 per thousand views.", ["money 38 USD"]),
        ("It had a thousand views.", ["count 1,000 views"]),
    ],
)
def test_amounts_of_banks_bridges_and_games(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two bottles in three are green.", ["percentage 66.67 % (bottles)"]),
        ("She drank two bottles in three days.", ["count 2 bottles", "measurement 3 days"]),
        ("It cuts the risk by 60%, but only 4% of us wear one.", ["change ↓ 60 %", "percentage 4 % (us)"]),
        ("Rents rose 6% in Kiel, but only 4% in Bonn.", ["change ↑ 6 %", "change ↑ 4 %"]),
        ("They cut posts and stage five operas instead of eight.", ["count 5 operas"]),
        ("A cut of eight was made.", ["change ↓ 8"]),
        ("Gifts are matched up to a total of £1m.", ["money 1 million GBP"]),
        ("Debts went up to a total of £1m.", ["change ↑ to 1 million GBP"]),
    ],
)
def test_amounts_of_operas_and_roads(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Nasdaq dropped 30 points.", ["change ↓ 30 points"]),
        (
            "The party dropped three points to 31%.",
            ["change ↓ 3 percentage points to 31 %"],
        ),
        ("Crime fell 8% in the city but only 2% nationally.", ["change ↓ 8 %", "change ↓ 2 %"]),
        (
            "It cuts the risk by 60%, but only 4% regularly wear one.",
            ["change ↓ 60 %", "percentage 4 % (regularly wear)"],
        ),
        ("It backs a 3% tax cut and a 4% benefit increase.", ["change ↓ 3 %", "change ↑ 4 %"]),
        ("Her lead slipped by 12 seconds to 40 seconds.", ["change ↓ 12 seconds to 40 seconds"]),
        ("The delay rose from 3 days to 2 weeks.", ["change ↑ 3 → 14 days"]),
        ("The term was cut from 3 years to 18 months.", ["change ↓ 36 → 18 months"]),
        ("The yield fell by a third to a half.", ["change ↓ 33.33–50 %"]),
        ("Visitors come 2.5 times a year.", ["count 2.5 times"]),
        ("It costs ISK300 or RUB300m.", ["money 300 ISK", "money 300 million RUB"]),
        ("A 300-parameter model was fitted.", ["parameter_count 300 parameters"]),
    ],
)
def test_near_misses_of_markets_polls_and_rates(text, expected):
    assert values(text) == expected
