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
        ("It earned NOK 780 million and 164 staff left.", [("count", "164 staff", "positive")]),
        (
            "It has 3 million and forty boats.",
            [("count", "3 million boats", "positive"), ("count", "40 boats", "positive")],
        ),
        ("It has 2 million and 5 thousand boats.", [("count", "2.005 million boats", "positive")]),
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


def test_a_currency_before_its_amount_is_nobody_to_refer_to():
    text = (
        "The plant will cost NOK 1.9 billion and is to open in late 2027.\n\nThe company will borrow NOK 1.2 "
        "billion from the Nordic Investment Bank."
    )
    assert "NOK" not in {claim.subject.resolved for claim in extract(text).claims if claim.subject}
