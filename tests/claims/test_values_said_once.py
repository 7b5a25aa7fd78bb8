"""Values whose unit, noun or word of change is said once for two: pairs, brackets and what is held against."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def _values(text: str, kind: str) -> list[tuple[str, float | None]]:
    return [
        (claim.text, None if claim.value.number is None else float(claim.value.number))
        for claim in extract(text).claims
        if claim.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a size held against another one
        ("Pain fell by 61%, compared with 20% with placebo.", [("fell by 61%", 61), ("20%", 20)]),
        ("Rents rose 2.1% in May, against just 0.4% in April.", [("rose 2.1%", 2.1), ("0.4%", 0.4)]),
        ("Sales rose 8%, against 5% expected by analysts.", [("rose 8%", 8)]),
        ("Wages grew 3%, versus a 5% target.", [("grew 3%", 3)]),
        ("Deaths fell 40%, compared with 12% of controls.", [("fell 40%", 40)]),
        ("Joblessness fell by 3% to 4.1%, compared with 9% in France.", [("fell by 3% to 4.1%", 3)]),
        ("Fees rose 3% against 2% inflation.", [("rose 3%", 3)]),
        ("Fares rose 6%, compared with a 4% surcharge.", [("rose 6%", 6)]),
        ("Obesity fell 8%, compared with 31% in 2011.", [("fell 8%", 8)]),
        ("Fares fell 8%, compared with 3% in 2011.", [("fell 8%", 8), ("3%", 3)]),
        # what gets better
        ("Throughput improved by 6% and delays by 5%.", [("improved by 6%", 6), ("5%", 5)]),
        ("Throughput improved by 6% and accuracy by 5%.", [("improved by 6%", 6), ("5%", 5)]),
        ("Accuracy improved by 12%.", [("improved by 12%", 12)]),
        ("She improved the record by 2cm to 1.97m.", [("improved the record by 2cm to 1.97m", 2)]),
        ("The error rate improved by 12%.", []),
        ("They improved 12% of the roads.", []),
        # against the level of a year ago
        ("The backlog was 14% above the level of a year ago.", [("14% above the level of a year ago", 14)]),
        (
            "There were nine falls, two fewer than in the first half.",
            [("two fewer than in the first half", 2)],
        ),
        ("It cost $12 less than we had planned.", []),
        ("Feed is 12 per cent dearer than a year ago.", [("12 per cent dearer than a year ago", 12)]),
        ("Rates for a box eased $140 to $1,870.", [("eased $140 to $1,870", 140)]),
        # a clause without its verb, and an adjective that is none
        ("The index was down 0.7% by noon and the technology one 1.2%.", [("down 0.7%", 0.7), ("1.2%", 1.2)]),
        ("Sales rose 4% and the margin 12%.", [("rose 4%", 4)]),
        ("Rents rose 3% and the council paid 4%.", [("rose 3%", 3)]),
        ("Entries were up 6% and the pass mark 55%.", [("up 6%", 6)]),
        ("The share of women was up 6% and the price 31%.", [("up 6%", 6)]),
        ("The index was down 3% and the pound 2%.", [("down 3%", 3), ("2%", 2)]),
        (
            "Fins increase the surface of the lower sheet by 70%.",
            [("increase the surface of the lower sheet by 70%", 70)],
        ),
        # a size apart from its noun, or behind where it was the most; no size is who did something
        ("The sharpest fall, of 21%, was in Kent.", [("fall, of 21%", 21)]),
        ("Prices rose fastest in the North East (5.1%).", [("rose fastest in the North East (5.1%", 5.1)]),
        ("Literacy rose fastest in the hills (71%).", []),
        ("Support for the plan fell most among farmers (38%).", []),
        ("Turnover rose fastest at mills that are old (5.1% of all).", []),
        ("It has raised $4 million since it was founded in 2018 by three students.", []),
        # what was done to a thing
        ("Take about 700 g of plums, halved.", []),
        ("The price was halved.", [("halved", 50)]),
    ],
)
def test_changes(text, expected):
    assert _values(text, "change") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She earned 80,000 euros and a bonus of 25,000 for the record.", [80000, 25000]),
        ("Debt was $214 billion, compared with a peak of 411 billion in 2022.", [214e9, 411e9]),
        ("Earnings per share were EUR 0.92 (0.81).", [0.92, 0.81]),
        ("Sales were EUR 418.3 million (393.9).", [418.3e6, 393.9e6]),
        ("The price was $3,500 (3).", [3500]),
        ("The value was $1,250 (1,190 without tax).", [1250]),
        ("It raised $5 million and a total of 300 people gave.", [5e6]),
        ("They charge $40 with a maximum bag weight of 23.", [40]),
        ("They charge $90 and a total of 120.", [90]),
        ("They charge $90 and a cleaning fee of 120.", [90, 120]),
        # how far a sum is from another one is no sum of its own
        ("The roof came to $900 less than expected.", []),
        ("The roof came to $900, less than expected.", [900]),
        ("It spent £2m more than the board had hoped to.", []),
        ("It raised £2m more than once.", [2e6]),
        ("It raised £2m less than three years after it opened.", [2e6]),
        ("The lamp is $20 cheaper than its twin.", []),
        ("Takings came in $7m below the latest forecast.", []),
        ("The fare is $7 below the bridge.", [7]),
        ("Takings beat forecasts by $7m.", []),
        ("Missed by $7m.", []),
        ("The lot was bought by bidders for $7m.", [7e6]),
        ("Profit was $5.2 million, above the five-year average of 4.1 million.", [5.2e6, 4.1e6]),
        # crowns of a known country, and of none
        ("In Copenhagen a ticket is 95 kr. and a bed 400 kr a night.", [95, 400]),
        ("A ticket is 95 kr. and a bed 400 kr a night.", []),
    ],
)
def test_money(text, expected):
    assert [number for _, number in _values(text, "money")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six members voted for the motion and two preferred to wait.", [("Six members", 6), ("two", 2)]),
        ("Three drivers led the race, and 14 finished it.", [("Three drivers", 3), ("14", 14)]),
        ("He bought 40 shares and 12 rose in price.", [("40 shares", 40)]),
        # one thing of a sort, an adverb, a verb
        ("He was caught in a 65 zone.", []),
        ("She wrote a 40 page report.", [("40 page report", 40)]),
        ("Three people were hurt, one seriously.", [("Three people", 3)]),
        ("It has 740 pupils, of whom 210 board.", [("740 pupils", 740)]),
        ("It has 740 pupils, of whom 210 girls, left.", [("740 pupils", 740), ("210 girls", 210)]),
        ("Fatal crashes stand at 14 for the year.", [("stand at 14", 14)]),
        ("His marks stand at 14 for the year.", []),
        ("Robberies stood at 16.45 on Friday.", []),
        ("Nine boats raced and three million watched.", [("Nine boats", 9)]),
        ("Nine boats raced and 20 visited.", [("Nine boats", 9)]),
        ("The average congregation on a Sunday was 71.", [("congregation on a Sunday was 71", 71)]),
        ("He scored 9.5 and 1.2 million fans watched.", [("1.2 million fans", 1.2e6)]),
    ],
)
def test_counts(text, expected):
    assert _values(text, "count") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The youngest is eight and the oldest, Arthur Binns, turned 90 in October.", [8, 90]),
        ("The dial turned 90 more times.", []),
        ("The meter turned 60 on Friday.", []),
        ("Farlow turned 60 in profit.", []),
        ("Arthur turned 60 this year into a triumph.", []),
        ("Arthur Binns turned 60 this year.", [60]),
        ("She turned 60 in March.", [60]),
        ("The tower has four bells. The oldest is ninety.", []),
        ("Her brothers sing too. The oldest is ninety.", [90]),
        ("His brother is one of two.", []),
        ("The bell weighs 14 hundredweight.", [14]),
    ],
)
def test_measurements(text, expected):
    assert [number for _, number in _values(text, "measurement")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About one case in 15 leads to a complication.", [6.67]),
        ("He scored one goal in 15 games.", []),
        ("They built one house in 1900.", []),
    ],
)
def test_percentages(text, expected):
    assert [number for _, number in _values(text, "percentage")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It flew, and in August the second stage failed.", "XXXX-08"),
        ("On August the second it rained.", "XXXX-08-02"),
    ],
)
def test_an_ordinal_of_a_noun_is_no_day(text, expected):
    assert [claim.value.timex for claim in extract(text).claims if claim.kind == "date"] == [expected]


def test_a_question_is_no_request():
    claims = extract("We asked 4,216 employees in nine countries about their week.").claims
    assert {claim.certainty for claim in claims if claim.kind == "count"} == {"certain"}


def test_a_label_ranks_nothing():
    kinds = [claim.kind for claim in extract("First drive: the new Corvan estate").claims]
    assert "ranking" not in kinds


def test_the_year_of_a_base_is_none_of_the_event():
    kinds = [claim.kind for claim in extract("Sales reached $58m, 9% ahead of 2024.").claims]
    assert "date" not in kinds


def test_what_is_known_is_not_denied():
    claim = next(c for c in extract("No member of the 40-strong crew was hurt.").claims if c.kind == "count")
    assert claim.polarity == "positive"
