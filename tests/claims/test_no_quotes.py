"""Reports that put words in nobody's mouth."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Despite 30 years of work, no study has demonstrated that the trees are fitter.",
        "Visitors are let in according to strict protocols.",
        "The data show that 12% of homes are empty.",
        "The data from 2019 show that 12% of homes are empty.",
        "Evidence from the cave suggests that 12 people lived there.",
    ],
)
def test_nobody_says_it(text):
    assert not [claim for claim in extract(text).claims if claim.kind == "quote"]


def test_a_study_says_it():
    (claim,) = (
        c for c in extract("A study has demonstrated that the trees are fitter.").claims if c.kind == "quote"
    )
    assert claim.value.source == "A study"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Data from the ONS show that 12% of homes are empty.", "Data from the ONS"),
        ("Evidence from the trial suggests that 12% of patients relapsed.", "Evidence from the trial"),
    ],
)
def test_evidence_of_somebody_says_it(text, source):
    claims = extract(text).claims
    assert {claim.value.source for claim in claims if claim.kind == "quote"} == {source}
    assert {claim.attribution.source for claim in claims if claim.kind == "percentage"} == {source}
