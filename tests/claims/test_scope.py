"""How far denial, doubt and plans reach: lists, "neither", contrasts, subjects, attempts, offers, wishes."""

import pytest

from claimcheck import extract
from claimcheck.lexicons import load_rows

pytestmark = pytest.mark.model

# text, kind and words of the claim; polarity, certainty, prediction
SCOPES = [
    # what a participle or a forecast tells of an amount
    (
        "The fall beat the 2% decline predicted in June.",
        "change",
        "2% decline",
        ("positive", "probable", False),
    ),
    (
        "It rose by less than the 5.7% predicted by analysts.",
        "percentage",
        "5.7%",
        ("positive", "probable", False),
    ),
    (
        "Guests were fewer than the 400 guests expected by the inn.",
        "count",
        "400 guests",
        ("positive", "probable", False),
    ),
    (
        "The forecast is for growth of 2.6 percent.",
        "change",
        "growth of 2.6 percent",
        ("positive", "probable", True),
    ),
    ("The two men expected in court were freed.", "count", "two men", ("positive", "certain", False)),
    ("Two guards were suspected of the raid.", "count", "Two guards", ("positive", "certain", False)),
    ("30 neighbours were believed by the judge.", "count", "30 neighbours", ("positive", "certain", False)),
    ("The 90 barns believed burnt were insured.", "count", "90 barns", ("positive", "certain", False)),
    ("The forecasts are for sale at 30 euros.", "money", "30 euros", ("positive", "certain", False)),
    ("The forecast was for 2% growth.", "change", "2% growth", ("positive", "probable", False)),
    (
        "The firm has 400 staff expected to leave in May.",
        "count",
        "400 staff",
        ("positive", "certain", False),
    ),
    ("The team of 40 engineers expected snow.", "count", "40 engineers", ("positive", "certain", False)),
    ("The film was projected in June in 40 halls.", "count", "40 halls", ("positive", "certain", False)),
    ("The clerk sold 40 lamps projected on a wall.", "count", "40 lamps", ("positive", "certain", False)),
    ("The 40 claims denied by the firm were old.", "count", "40 claims", ("positive", "certain", False)),
    (
        "The hall holds 400 people, and the forecast is for snow.",
        "count",
        "400 people",
        ("positive", "certain", False),
    ),
    (
        "The storm caused no deaths, 14 injuries and $2 million in damage.",
        "count",
        "14 injuries",
        ("positive", "certain", False),
    ),
    (
        "The storm caused no deaths, 14 injuries and $2 million in damage.",
        "money",
        "$2 million",
        ("positive", "certain", False),
    ),
    ("The town recorded no deaths and 12 injuries.", "count", "12 injuries", ("positive", "certain", False)),
    ("Police reported no injuries and 9 arrests.", "count", "9 arrests", ("positive", "certain", False)),
    ("The firm has no debt and $5 million in cash.", "money", "$5 million", ("positive", "certain", False)),
    ("The firm has no 40 trucks.", "count", "40 trucks", ("negative", "certain", False)),
    (
        "Neither Halden nor Brightcell employs 300 people.",
        "count",
        "300 people",
        ("negative", "certain", False),
    ),
    ("The firm neither hired 40 people nor fired 9.", "count", "40 people", ("negative", "certain", False)),
    ("The plant has 40 staff, not 300 staff.", "count", "300 staff", ("negative", "certain", False)),
    ("The plant has 40 staff, not 300 staff.", "count", "40 staff", ("positive", "certain", False)),
    ("The plant has not 300 staff but 40 workers.", "count", "300 staff", ("negative", "certain", False)),
    ("The plant has not 300 staff but 40 workers.", "count", "40 workers", ("positive", "certain", False)),
    (
        "Each tablet holds 100 mg of the hormone, not 200 mg.",
        "measurement",
        "200 mg",
        ("negative", "certain", False),
    ),
    ("The firm did not sell 40 cars or 9 vans.", "count", "9 vans", ("negative", "certain", False)),
    ("The firm did not sell 40 cars, but it sold 9 vans.", "count", "9 vans", ("positive", "certain", False)),
    (
        "The firm did not hire 40 people, nor did it fire 9 people.",
        "count",
        "9 people",
        ("negative", "certain", False),
    ),
    (
        "It is not unlikely that the firm has 40 trucks.",
        "count",
        "40 trucks",
        ("positive", "possible", False),
    ),
    ("Failure was the greatest of the 40 risks.", "count", "40 risks", ("positive", "certain", False)),
    ("The site uses neither Redis nor Kafka.", "technology", "Redis", ("negative", "certain", False)),
    (
        "Wren was not written entirely in Python, and it is not a thin wrapper around ChatGPT.",
        "technology",
        "ChatGPT",
        ("negative", "certain", False),
    ),
    (
        "BlueFinch wants to build its app with Flutter.",
        "technology",
        "Flutter",
        ("positive", "possible", True),
    ),
    (
        "BlueFinch plans to build its app with Flutter.",
        "technology",
        "Flutter",
        ("positive", "probable", True),
    ),
    (
        "BlueFinch hopes to build its app with Flutter.",
        "technology",
        "Flutter",
        ("positive", "possible", True),
    ),
    ("BlueFinch will build its app with Flutter.", "technology", "Flutter", ("positive", "certain", True)),
    (
        "BlueFinch tried to build its app with Flutter.",
        "technology",
        "Flutter",
        ("positive", "possible", False),
    ),
    (
        "Norvale has agreed to buy Brightcell for £4 million.",
        "organization",
        "Brightcell",
        ("positive", "probable", True),
    ),
    (
        "Norvale has agreed to buy Brightcell for £4 million.",
        "money",
        "£4 million",
        ("positive", "probable", True),
    ),
    ("Norvale wants to buy Brightcell.", "organization", "Brightcell", ("positive", "possible", True)),
    ("The firm urged staff to write the app in Rust.", "technology", "Rust", ("positive", "possible", True)),
    ("The firm plans to hire 40 people.", "count", "40 people", ("positive", "probable", True)),
    ("The firm wants to hire 40 people.", "count", "40 people", ("positive", "possible", True)),
    ("The firm hopes to hire 40 people.", "count", "40 people", ("positive", "possible", True)),
    ("The firm tried to hire 40 people.", "count", "40 people", ("positive", "possible", False)),
    ("The firm offered to pay $3 million.", "money", "$3 million", ("positive", "possible", True)),
    ("The firm agreed to pay $3 million.", "money", "$3 million", ("positive", "probable", True)),
    (
        "Analysts forecast a loss of $3 million for next year.",
        "money",
        "$3 million",
        ("positive", "probable", True),
    ),
    (
        "The firm has 40 trucks and could give 9 trucks away.",
        "count",
        "40 trucks",
        ("positive", "certain", False),
    ),
    (
        "The model has 7B parameters and may be slow.",
        "parameter_count",
        "7B parameters",
        ("positive", "certain", False),
    ),
    ("The 40 trucks could be sold.", "count", "40 trucks", ("positive", "certain", False)),
    ("The firm, which has 40 trucks, may close.", "count", "40 trucks", ("positive", "certain", False)),
    ("One worker alone might make 20 pins.", "count", "One worker", ("positive", "certain", False)),
    ("A firm of 10 workers could make 48,000 pins.", "count", "10 workers", ("positive", "certain", False)),
    ("The bridge is expected to cost $3 million.", "money", "$3 million", ("positive", "probable", True)),
    ("The bridge is likely to cost $3 million.", "money", "$3 million", ("positive", "probable", False)),
    ("The bridge could cost $3 million.", "money", "$3 million", ("positive", "possible", False)),
    ("By 2030 the town will have 9,000 people.", "count", "9,000 people", ("positive", "certain", True)),
    ("She denied stealing 40 cars.", "count", "40 cars", ("negative", "certain", False)),
    (
        "There is no evidence that the drug cut deaths by 12%.",
        "change",
        "12%",
        ("negative", "certain", False),
    ),
    ("Over 22% do not yet feel safe.", "percentage", "22%", ("positive", "certain", False)),
    ("12% of users do not use the tool.", "percentage", "12%", ("positive", "certain", False)),
    ("40 people did not vote.", "count", "40 people", ("positive", "certain", False)),
    ("The offer of $3 million was not accepted.", "money", "$3 million", ("positive", "certain", False)),
    ("The firm will not pay $3 million.", "money", "$3 million", ("negative", "certain", True)),
    (
        "Norvale has not yet said whether it has 40 staff.",
        "count",
        "40 staff",
        ("positive", "possible", False),
    ),
    # what is said of the first of a list holds for the later ones
    ("Microsoft did not buy GitHub or LinkedIn.", "organization", "LinkedIn", ("negative", "certain", False)),
    (
        "Orvane was not bought by Google or Microsoft.",
        "organization",
        "Microsoft",
        ("negative", "certain", False),
    ),
    ("Google has not invested in Slack or GitHub.", "organization", "GitHub", ("negative", "certain", False)),
    ("Google or Microsoft did not acquire Slack.", "organization", "Google", ("negative", "certain", False)),
    (
        "Firefox and Chrome are not written in Java.",
        "technology",
        "Firefox",
        ("negative", "certain", False),
    ),
    (
        "Nokia and Ericsson are not subsidiaries of Intel.",
        "organization",
        "Nokia",
        ("negative", "certain", False),
    ),
    (
        "Slack is not a subsidiary of Google or Microsoft.",
        "organization",
        "Microsoft",
        ("negative", "certain", False),
    ),
    ("Nokia is not a supplier to Google or Apple.", "organization", "Apple", ("negative", "certain", False)),
    ("Firefox does not run on Linux or Windows.", "technology", "Windows", ("negative", "certain", False)),
    ("The tool runs on Linux and not on Windows.", "technology", "Windows", ("negative", "certain", False)),
    ("The tool runs on Linux and not on Windows.", "technology", "Linux", ("positive", "certain", False)),
    ("Intel plans to buy Nokia and Ericsson.", "organization", "Ericsson", ("positive", "probable", True)),
    ("Intel may buy Nokia or Ericsson.", "organization", "Ericsson", ("positive", "possible", False)),
    (
        "Google and Microsoft may have bought Slack.",
        "organization",
        "Google",
        ("positive", "possible", False),
    ),
    ("Firefox will run on Linux and Windows.", "technology", "Windows", ("positive", "certain", True)),
    # but not what is denied of something else beside the list
    (
        "Firefox does not use Kafka but uses SQLite and Redis.",
        "technology",
        "Redis",
        ("positive", "certain", False),
    ),
    (
        "Firefox is written in Rust and C++ but not in Java.",
        "technology",
        "C++",
        ("positive", "certain", False),
    ),
    (
        "Intel did not buy Nokia, and Google bought Slack and GitHub.",
        "organization",
        "GitHub",
        ("positive", "certain", False),
    ),
    (
        "Google, which does not make phones, bought Slack and GitHub.",
        "organization",
        "GitHub",
        ("positive", "certain", False),
    ),
    (
        "Nokia and Ericsson, which did not grow, bought Slack.",
        "organization",
        "Nokia",
        ("positive", "certain", False),
    ),
    (
        "Google's partners include Nokia and Ericsson, which did not comment.",
        "organization",
        "Ericsson",
        ("positive", "certain", False),
    ),
    (
        "Google bought Slack and GitHub because Microsoft did not want them.",
        "organization",
        "GitHub",
        ("positive", "certain", False),
    ),
]


@pytest.mark.parametrize(
    ("text", "kind", "words", "expected"), SCOPES, ids=[f"{r[0]} {r[2]}" for r in SCOPES]
)
def test_scope(text, kind, words, expected):
    found = [claim for claim in extract(text).claims if claim.kind == kind and words in claim.text]
    assert found
    assert {(claim.polarity, claim.certainty, claim.prediction) for claim in found} == {expected}


INTENTIONS = load_rows("en/intentions.csv")


@pytest.mark.parametrize("row", INTENTIONS, ids=[row["cue"] for row in INTENTIONS])
def test_an_intention_doubts_what_it_governs(row):
    """The example of every row, with an amount in it."""
    text = row["example"].replace("the bridge", "9 bridges").replace("the town", "the mayor")
    found = [claim for claim in extract(text).claims if claim.kind == "count"]
    assert found, text
    assert (found[0].certainty, found[0].prediction) == (row["certainty"], row["prediction"] == "yes"), text


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Men were 1.4 times as likely as women to fall ill.", "certain"),
        ("Smokers are 12% more likely to fall ill.", "certain"),
        ("Smokers are three times more likely to fall ill.", "certain"),
        ("It is likely that the boat is three times faster.", "probable"),
        ("The boat may be twice as fast.", "possible"),
    ],
)
def test_a_chance_that_is_compared_does_not_hedge_the_comparison(sentence, certainty):
    comparisons = [claim for claim in extract(sentence).claims if claim.kind == "comparison"]
    assert [claim.certainty for claim in comparisons] == [certainty]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A deal for the mayor to buy 9 vans came.", ("probable", True)),
        ("The attempt by 9 men to flee failed.", ("certain", False)),
        ("An offer from 9 firms was refused.", ("certain", False)),
    ],
)
def test_plans_with_who_is_to_do_them(text, expected):
    found = [claim for claim in extract(text).claims if claim.kind == "count"]
    assert [(claim.certainty, claim.prediction) for claim in found[:1]] == [expected]
