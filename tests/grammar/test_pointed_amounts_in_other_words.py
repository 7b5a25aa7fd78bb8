"""What "this" and "this figure" are of which a share is said: the measure, the sum or the counted things."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def resolved(text):
    claim = extract(text).claims[-1]
    return claim.subject.text, claim.subject.resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norvale cut 300 jobs in May. This represents 5% of its staff.", ("This", "300 jobs")),
        ("The town spent 4 million euros on roads. This is 12% of its budget.", ("This", "4 million euros")),
        ("Unemployed men numbered 3,000. This constituted 4% of the workforce.", ("This", "Unemployed men")),
        ("Exports reached 40,000 tonnes. This figure is 5% higher than in 2019.", ("This figure", "Exports")),
        # two amounts, or nothing said of an amount
        ("The firm sold 40 ships for 3 million euros. This represents 5% of sales.", ("This", None)),
        ("Norvale cut 300 jobs in May. This caused 5% of the losses.", ("This", None)),
    ],
)
def test_what_a_pointing_subject_means(text, expected):
    assert resolved(text) == expected
