"""The same value in other notations and with other words beside it, and what only looks like it."""

import pytest

from claimcheck import extract

VALUES = "change comparison count date measurement money parameter_count percentage ranking".split()


def told(text):
    return {
        f"{claim.kind} {claim.text} "
        f"{claim.value.model_dump(mode='json', exclude_none=True, by_alias=True, exclude={'of', 'event', 'si_value', 'si_unit', 'currency_assumed'})}"
        for claim in extract(text).claims
        if claim.kind in VALUES
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # words that narrow a number stand before it
        ("The island has a population of only 1,430.", "count population of only 1,430 {'number': 1430}"),
        ("The blast killed just 14.", "count killed just 14 {'number': 14}"),
        ("While 54 towns signed the pact, only 27 have kept it.", "count 27 {'number': 27}"),
        # ages that are about as high
        ("He was about 17 when he left.", "measurement about 17 {'number': 17, 'unit': 'year'}"),
        ("She was only 18 when she won.", "measurement 18 {'number': 18, 'unit': 'year'}"),
        # thousands after a blank, where no noun follows
        ("The town had a population of 14 736.", "count population of 14 736 {'number': 14736}"),
        (
            "Divorces fell from 153 065 to 113 949 by May.",
            "change fell from 153 065 to 113 949 {'direction': 'decrease', 'from': 153065, 'to': 113949}",
        ),
        # what a rate is told for
        ("The rate was six per 100 thousand people.", "measurement six per 100 thousand {'number': 6, 'unit': 'per_100000'}"),
        ("The rate was six per 100\u202f000 people.", "measurement six per 100\u202f000 {'number': 6, 'unit': 'per_100000'}"),
        ("Hogs traded at $30.50/cwt.", "money $30.50/cwt {'number': 30.5, 'currency': 'USD', 'per': 'hundredweight'}"),
        # percent by another word
        ("The survey found 41 (7.2 pct) unmarried couples.", "count 41 {'number': 41}"),
        # the size of a model in small letters and in words
        ("It is a 7b model.", "parameter_count 7b model {'number': 7000000000}"),
        ("The 70 billion model is slow.", "parameter_count 70 billion model {'number': 70000000000}"),
        # a change on top of another one
        (
            "Farming would raise world food needs by a further 50 percent.",
            "change raise world food needs by a further 50 percent {'direction': 'increase', 'number': 50, 'unit': 'percent'}",
        ),
        ("Trade was 0.8% higher in Q2 2014.", "change 0.8% higher {'direction': 'increase', 'number': 0.8, 'unit': 'percent'}"),
        ("Efficiency improved by 4% and losses by 3%.", "change 3% {'direction': 'decrease', 'number': 3, 'unit': 'percent'}"),
        ("Efficiency improved by 4% and output by 3%.", "change 3% {'direction': 'increase', 'number': 3, 'unit': 'percent'}"),
        # changes whose verb stands in the clause before, and new values that are of another thing
        ("Fares fell 4% and rents 2%.", "change 2% {'direction': 'decrease', 'number': 2, 'unit': 'percent'}"),
        ("Fares rose 4% and exports 2%.", "change 2% {'direction': 'increase', 'number': 2, 'unit': 'percent'}"),
        ("Fares rose 4% and the toll 2%.", "percentage 2% {'number': 2, 'unit': 'percent'}"),
        ("Turnout fell 4% and unemployment 2%.", "percentage 2% {'number': 2, 'unit': 'percent'}"),
        ("Fares rose 4% and oil 2% of that.", "percentage 2% of that {'number': 2, 'unit': 'percent'}"),
        (
            "Sales climbed 6% to $8 billion and profit 2% to $90 million.",
            "change 2% to $90 million {'direction': 'increase', 'number': 2, 'unit': 'percent', 'to': 90000000, 'to_unit': 'USD'}",
        ),
        (
            "Sales climbed 6% to $8 billion and profit by 2% to $90 million.",
            "change 2% to $90 million {'direction': 'increase', 'number': 2, 'unit': 'percent', 'to': 90000000, 'to_unit': 'USD'}",
        ),
        (
            "Sales climbed 6% to $8 billion and profit 2%.",
            "change 2% {'direction': 'increase', 'number': 2, 'unit': 'percent'}",
        ),
        ("Sales fell 8% to 4% and the index 5%.", "percentage 5% {'number': 5, 'unit': 'percent'}"),
        ("Fares rose 4% and margins to 12%.", "change rose 4% {'direction': 'increase', 'number': 4, 'unit': 'percent'}"),
        ("Fares rose 4% and the fee to $12.", "change rose 4% {'direction': 'increase', 'number': 4, 'unit': 'percent'}"),
        (
            "Sales rose 4% and then to $12 million.",
            "change rose 4% and then to $12 million {'direction': 'increase', 'number': 4, 'unit': 'percent', 'to': 12000000, 'to_unit': 'USD'}",
        ),
        (
            "Sales rose 4% in Kent and Essex to $12 million.",
            "change rose 4% in Kent and Essex to $12 million {'direction': 'increase', 'number': 4, 'unit': 'percent', 'to': 12000000, 'to_unit': 'USD'}",
        ),
        # pounds that are saved, and pounds of copper
        ("The cut would save 0.6 million pounds.", "money 0.6 million pounds {'number': 600000, 'currency': 'GBP'}"),
        ("Shoppers saved 90 pounds on it.", "money 90 pounds {'number': 90, 'currency': 'GBP'}"),
        ("It can save families 90 pounds.", "money 90 pounds {'number': 90, 'currency': 'GBP'}"),
        (
            "Using less glue, ESA saved 90 pounds on the hull.",
            "measurement 90 pounds {'number': 90, 'unit': 'pound'}",
        ),
        (
            "The new tail, cast in one, saves 90 pounds.",
            "measurement 90 pounds {'number': 90, 'unit': 'pound'}",
        ),
        ("The lab plans 7b models.", "parameter_count 7b models {'number': 7000000000}"),
        (
            "The data packet has 7b of padding.",
            "measurement 7b {'number': 7, 'unit': 'bit'}",
        ),
        (
            "The mine sold 848m pounds of copper, up from 537m pounds.",
            "change 848m pounds of copper, up from 537m pounds {'direction': 'increase', 'unit': 'pound', 'from': 537000000, 'to': 848000000}",
        ),
        ("Holt was only 36 when she took over.", "measurement 36 {'number': 36, 'unit': 'year'}"),
        ("Almost half (48 pct) of users agree.", "percentage Almost half {'number': 50, 'unit': 'percent'}"),
        ("It had a population of 1,345 back in 2010.", "count population of 1,345 {'number': 1345}"),
        # a band has no unit of what comes next, and no noun
        ("The boat sailed with a crew of 9 and 20 guns.", "count crew of 9 {'number': 9}"),
        ("The school has a class of 9 or 10 pupils.", "count 9 or 10 pupils {'low': 9, 'high': 10}"),
        ("The ship carried a crew of 22 and 1,800 tons of coal.", "count crew of 22 {'number': 22}"),
    ],
)  # fmt: skip
def test_a_value_in_another_notation(text, claim):
    assert claim in told(text)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It was about 17, and falling.", set()),
        # the letter of a place or a part
        ("Flat 6b Model Lane is let.", set()),
        ("Bus 6b model fans met.", set()),
        ("Figure 6b model parameters are old.", set()),
        ("Form 6B people sang.", set()),
        ("He was about 400 when he stopped.", set()),
        ("See pages 4 120 and 5 130.", set()),
        ("Tickets numbered 4 120 were void.", set()),
        ("The packs hold 6 330 ml cans.", {"measurement 330 ml {'number': 330, 'unit': 'milliliter'}"}),
        ("They sold 70 million models.", {"count 70 million models {'number': 70000000}"}),
        ("The truck weighs 0.6 million pounds.", {"measurement 0.6 million pounds {'number': 600000, 'unit': 'pound'}"}),
        ("Route 9 was 36 when it closed.", set()),
        ("The score was 40/km in the race.", set()),
        ("Doses of 45 and 50 mg were given.", {
            "measurement 45 {'number': 45, 'unit': 'milligram'}",
            "measurement 50 mg {'number': 50, 'unit': 'milligram'}",
        }),
        ("Trade was 0.8% higher in the north.", {"percentage 0.8% {'number': 0.8, 'unit': 'percent'}"}),
    ],
)  # fmt: skip
def test_what_only_looks_like_it(text, claims):
    assert told(text) == claims
