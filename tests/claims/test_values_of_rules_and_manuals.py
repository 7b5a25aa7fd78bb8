"""Values of terms, forms and manuals, each with a near miss."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def described(text):
    return [
        (claim.kind, claim.value.describe(claim.comparator), claim.polarity)
        for claim in extract(text).claims
        if claim.kind in ("count", "measurement", "parameter_count")
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Not more than two dogs may be brought.", [("count", "<= 2 dogs", "positive")]),
        ("They did not bring more than two dogs.", [("count", "> 2 dogs", "negative")]),
        ("The hut sleeps six.", [("count", "6 people", "positive")]),
        ("Each gate has 4 slots (2 in, 2 out).", [("count", "4 slots", "positive")]),
        (
            "The gate is 2 in, or 5 cm, wide.",
            [("measurement", "2 inches", "positive"), ("measurement", "5 centimeters", "positive")],
        ),
        ("The call takes three parameters.", [("count", "3 parameters", "positive")]),
        ("The small model has 12 parameters.", [("parameter_count", "12 parameters", "positive")]),
    ],
)
def test_values(text, wanted):
    assert described(text) == wanted
