"""Values in debates, abstracts, calls with investors and lists of works: halves, names, lost units, slips."""

from __future__ import annotations

import pytest

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
        ("We drew down $150 million on our credit line.", []),
        ("The credit line was down $150 million.", [("decrease", 150_000_000, "USD")]),
        ("The fleet operated 49% more ASMs for the quarter.", [("increase", 49, "percent")]),
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
        # a slip of the tongue
        (
            "Spending is in the range of two -- $425 million to $475 million.",
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
