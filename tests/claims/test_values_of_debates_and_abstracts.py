"""Values in debates, abstracts, calls with investors and lists of works: halves, names, lost units, slips."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # half of what follows, or half of what is there
        ("They cut it by half a percentage point.", [("decrease", 0.5, "percentage_point")]),
        ("They cut costs by half.", [("decrease", 50, "percent")]),
        ("Output dropped by half in August, to 0.8 TWh.", [("decrease", 50, 0.8, "percent")]),
        # words that bound an amount say not which way it went
        ("The clinic saw up to 30% rise in visits.", [("increase", 30, "percent")]),
        ("There was up to a 30% rise in visits.", [("increase", 30, "percent")]),
        ("Visits went up to 30% of the total.", [("increase", 30, "percent")]),
        # over an ordinal of the first member
        (
            "Pressure fell by 12 mmHg in the first group and by 3 mmHg in the second.",
            [("decrease", 12, "millimeter_hg"), ("decrease", 3, "millimeter_hg")],
        ),
        # so many more than at an earlier time, the verb between; what they are ends before it
        (
            "Some 300 more farms along the coast reported losses than last year.",
            [("increase", 300, "farms")],
        ),
        ("About 300 more farms reported losses than last year.", [("increase", 300, "farms")]),
        ("Some 300 more farms reported losses than mills did.", []),
        # the bound before a range is that of its first end
        (
            "We raised our outlook from at least $6 a share to approximately $7.50 a share.",
            [("increase", 6, 7.5, "USD")],
        ),
        # size, old and new value
        (
            "Thefts were down by nearly a quarter, from 8,112 to 6,190.",
            [("decrease", 25, 8112, 6190, "percent")],
        ),
        # how much likelier something is
        ("Each hour came with 7% higher odds of a fall.", [("increase", 7, "percent")]),
        ("It had 9% higher odds than the other group.", []),
        # a verb that takes so long, and one that rises
        ("Gaining a degree may take from five to eight years.", []),
        ("Membership grew from five to eight clubs.", [("increase", 5, 8, "clubs")]),
        # what it is held against is not the size
        ("Growth came in at 5.3%, ahead of the 4.8% forecast.", []),
        ("Growth of 5.3% was ahead of the forecast.", [("increase", 5.3, "percent")]),
        # the second of two that moved
        (
            "Sales fell, with volumes up 1.1% and prices 4.2% higher.",
            [("increase", 1.1, "percent"), ("increase", 4.2, "percent")],
        ),
        ("They drew down $150 million of a credit line.", []),
        ("The credit line was down $150 million.", [("decrease", 150_000_000, "USD")]),
        ("The fleet operated 49% more ASMs for the quarter.", [("increase", 49, "percent")]),
        # what is changed is an estimate
        ("They trimmed their growth estimate to 6.6% from 7%.", [("decrease", 7, 6.6, "percent")]),
        ("They cut the growth forecast to 6.6% from 7%.", [("decrease", 7, 6.6, "percent")]),
        ("A growth rate of 5% held.", [("increase", 5, "percent")]),
        ("Wage growth cooled to 4.1%.", [("decrease", 4.1, "percent")]),
        ("Farmers planted 3% less rice.", [("decrease", 3, "percent")]),
        # who did it
        ("Orders grew, lifted by three large contracts.", []),
        ("Staff, reduced by 300, went home.", [("decrease", 300)]),
        # who is cut off
        ("Floods cut power to 48,000 homes.", []),
        ("They cut power to 300 watts.", [("decrease", 300, "watt")]),
        # points of percentage points
        (
            "It dropped by 1.4 percentage points with the pump and 0.6 points with pills.",
            [("decrease", 1.4, "percentage_point"), ("decrease", 0.6, "percentage_point")],
        ),
        ("We counted 88 fires, 31 more than in all of 2022.", [("increase", 31, "fires")]),
        # a title
        ("The Rise of 40 Kings is a novel.", []),
        ("The rise of 40 points was large.", [("increase", 40, "points")]),
        # thousands with a full stop may be decimals
        ("It cut the number of cells from ~230.000 to ~19.000.", []),
    ],
)
def test_changes(values, text, expected):
    assert [tuple(x for x in given if x != "of") for given in values(text, "change")] == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # numbers inside names
        ("It was ranked by Golf Weekly 100 Greatest Courses in America.", "ranking", []),
        ("It was ranked by Golf Weekly 100 Greatest Courses in America.", "count", []),
        ("They have 100 courses in America.", "count", [(100, "courses")]),
        ("She was on the Australian Top 40 Music list.", "ranking", []),
        ("She was on the list of the top 40.", "ranking", [(40,)]),
        ("We took seven MAX 9 deliveries.", "count", []),
        ("We took seven late deliveries.", "count", [(7, "late deliveries")]),
        ("He read `The Three Riddles of Palmer Holm' and left.", "count", []),
        ("The films are Weekend, Wide Open, Four Minutes, Thaw and Gorse.", "measurement", []),
        ("The films take four minutes.", "measurement", [(4, "minute")]),
        ("A colleague found 617 Patroclus eight months later.", "count", []),
        ("A colleague found 617 stars eight months later.", "count", [(617, "stars")]),
        ("The crew sold the MAR-1 missile.", "date", []),
        ("The crew left on MAR 1, 2019.", "date", [("2019-03-01",)]),
        # what a lens does, and a compound
        ("Cells were seen with a ×60 oil lens.", "count", []),
        ("They added 2-phenoxyethanol to it.", "count", []),
        ("They added a 2-propeller plane.", "count", [(2, "propeller")]),
        # units
        ("The 65 kD chain was cut.", "measurement", [(65, "kilodalton")]),
        (
            "Incidence was 14.2 per 1,000 person-years.",
            "measurement",
            [(14.2, "per_1000_person_year")],
        ),
        ("Incidence was 14.2 per 1,000 people.", "measurement", [(14.2, "per_1000")]),
        ("He sold 30 second-hand cars.", "measurement", []),
        ("He sold 30 second-hand cars.", "count", [(30, "second-hand cars")]),
        ("He made 30-second films.", "measurement", [(30, "second")]),
        ("A man of 31 was jailed.", "measurement", [(31, "year")]),
        ("A woman of 44 left.", "count", []),
        ("A boy of 12 months cried.", "measurement", [(12, "month")]),
        # dates
        ("Its fiscal 2022 second-quarter sales rose.", "date", [("2022-Q2",)]),
        ("It rose in fiscal 2022.", "date", [("2022",)]),
        ("He founded it on Mother's Day, 1959.", "date", [("1959-05-10",)]),
        ("Spang (1983) noted that verse is odd.", "date", []),
        ("The term, as Ann Marie Lee (1906) described it, is old.", "date", []),
        ("Emma (1815) is a novel.", "date", [("1815",)]),
        ("Deva ruled the plain, as Holm (1955), p. 244, says.", "date", []),
        # what is spoken of as a model, and text in a language
        ("The 7B base scores 63.4 on it, and so does no other language model.", "parameter_count", [(7e9,)]),
        ("The 7B base scores 63.4 on it, and so does no other language model.", "count", []),
        ("About 11% of the data is German.", "language_share", [(11,)]),
        ("About 11% of the members are German.", "language_share", []),
        ("A crowd of 23,418 watched the game.", "count", [(23418, "crowd")]),
        ("Spending rose (Lund, A.B. and Varga, C.C. (1999) Ways of the mind).", "date", []),
        ("It takes place in our 2020 fourth quarter.", "date", [("2020-Q4",)]),
        ("In 2020 second place was hers.", "date", [("2020",)]),
        # rates
        ("It emits 352 grams per kilowatt-hour.", "measurement", [(352, "gram_per_kilowatt_hour")]),
        ("It emits 120 grams of carbon a kilometre.", "measurement", [(120, "gram_per_kilometer")]),
        ("It drinks 3 litres of water a day.", "measurement", [(3, "liter")]),
        # parts of many, the second of a range, thousands with a blank
        ("Of 240 knives, a third were sharp.", "percentage", [(33.33, "percent")]),
        ("A third was found.", "percentage", []),
        (
            "Between 2 million and more than 9 million people left.",
            "count",
            [(2e6, 9e6, "people")],
        ),
        ("Of those, 22, 260 (49.3%) were men.", "count", []),
        # what somebody has
        ("Neptune has 17 times Earth's mass.", "comparison", [(17,)]),
        ("She was five times Norway's champion.", "comparison", []),
        # names and marks
        ("At 40 Henry left.", "measurement", []),
        ("He heard the 77s sing.", "measurement", []),
        ("It took all the 30 s allowed.", "measurement", [(30, "second")]),
        ("They played ` Super Holm 64' at home.", "measurement", []),
        ("He is 6' tall.", "measurement", [(6, "foot")]),
        ("It uses first - order series.", "ranking", []),
        ("She came first - and he smiled.", "ranking", [(1,)]),
        ("He went 4-for-4 in the game.", "count", []),
        ("Go back one moment.", "count", []),
        ("Coins of the 3rd - 2nd century BC were found.", "ranking", []),
        ("Those over 65 are fit.", "measurement", [(65, "year")]),
        ("Ames ran 8.24 seconds over 60 metres.", "measurement", [(8.24, "second"), (60, "meter")]),
        ("Accuracy improved by 3.2 points, to 79.8%.", "count", []),
        ("It has texts in 14 languages, 55% of them English.", "language_share", [(55,)]),
        ("Of the 14 members, 55% of them English, six left.", "language_share", []),
        ("The final drew 71,200 people.", "ranking", []),
        ("The final round drew 300.", "ranking", [(1,)]),
        ("It bound to the 3' end and to the 5' NF-kappaB site.", "measurement", []),
        ("The board is 5' long.", "measurement", [(5, "foot")]),
        ("The probe fell at 16.4 N, 18.6 E.", "measurement", []),
        ("A force of 16.4 N acts.", "measurement", [(16.4, "newton")]),
        ("The matter first came up in May.", "ranking", []),
        ("She came first in May.", "ranking", [(1,)]),
        # a slip of the tongue
        (
            "Costs came to two -- $425 million to $475 million.",
            "money",
            [(425e6, 475e6, "USD")],
        ),
    ],
)
def test_other_values(values, text, kind, expected):
    found = values(text, kind)
    if kind == "ranking":
        found = [given[:1] for given in found]
    if kind == "language_share":
        found = [given[:1] for given in found]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Those over 65 are fit.", [">"]),
        ("Ames ran 8.24 seconds over 60 metres.", ["=", "="]),
        ("The tower is over 60 metres high.", [">"]),
        ("It gave at least a $40 discount.", [">="]),
        ("It gave a $40 discount.", ["="]),
        ("It paid up to a $40 refund.", ["<="]),
    ],
)
def test_bounds(text, bounds):
    kinds = ("measurement", "money")
    assert [claim.comparator for claim in extract(text).claims if claim.kind in kinds] == bounds
