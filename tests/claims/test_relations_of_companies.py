"""Relations of companies where their sides stand apart, and what looks like one and is none."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def organizations(text):
    found = [claim for claim in extract(text).claims if claim.kind == "organization"]
    return sorted((claim.subject.text, claim.value.relation, claim.value.object) for claim in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a date between a participle and who did it
        ("Corvane, acquired in 1999 by Redpeak, closed.", [("Corvane", "acquired_by", "Redpeak")]),
        ("Corvane, acquired in haste by then, closed.", []),
        # what still belongs to the object
        (
            "Corvane raised a $13 million Series A round from Redpeak Partners and Lumen Ventures.",
            [("Corvane", "funded_by", "Lumen Ventures"), ("Corvane", "funded_by", "Redpeak Partners")],
        ),
        ("Meridian provides web hosting to the bank BBVA.", [("BBVA", "client_of", "Meridian")]),
        # how many, before those that are named
        (
            "Corvane's software is used by more than 300 firms, including Volvo and Unilever.",
            [("Unilever", "client_of", "Corvane"), ("Volvo", "client_of", "Corvane")],
        ),
        ("Corvane's software is used by more than 300 firms in Norway.", []),
        # a duration that was read into a name
        ("Corvane was listed on Nasdaq two years later.", [("Corvane", "listed_on", "Nasdaq")]),
        # a share of a company that somebody takes
        ("A 20% stake in Corvane was acquired by Redpeak Holdings.", [("Corvane", "owned_by", "Redpeak Holdings")]),
        ("A stake in Corvane was valued by Redpeak Holdings.", []),
        # what one has among others
        (
            "Corvane counts Volvo and Unilever among its customers.",
            [("Unilever", "client_of", "Corvane"), ("Volvo", "client_of", "Corvane")],
        ),
        ("Corvane counts on Volvo among its customers.", []),
        # whom one chooses is it, and not who chooses
        ("Volvo selected Corvane as its supplier of processors.", [("processors", "supplied_by", "Corvane")]),
        ("Volvo started as a supplier of processors.", [("processors", "supplied_by", "Volvo")]),
        # a longer trigger that begins within a name
        ("Redpeak, a Lumen Group company, closed.", [("Redpeak", "part_of", "Lumen Group")]),
        ("It traded on the New York Stock Exchange under the symbol HLX.", [("It", "listed_on", "New York Stock Exchange")]),
        # plants, stations and the like have owners
        (
            "The station is owned and operated by Crestline Broadcasting.",
            [("The station", "operated_by", "Crestline Broadcasting"), ("The station", "owned_by", "Crestline Broadcasting")],
        ),
        ("Corvane, maker of the Zephyr tractor, closed.", [("the Zephyr tractor", "developed_by", "Corvane")]),
        ("Corvane, maker of the new tractor, closed.", []),
        ("Corvane builds kitchens under the brand name Nordkok.", [("Nordkok", "developed_by", "Corvane")]),
        ("The merger of Redpeak with Lumen Group took a year.", [("Redpeak", "merged_with", "Lumen Group")]),
    ],
)  # fmt: skip
def test_sides_that_stand_apart(text, expected):
    assert organizations(text) == expected
