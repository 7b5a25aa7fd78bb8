"""Reports that put words in nobody's mouth."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Despite 30 years of work, no study has demonstrated that the trees are fitter.",
        "Visitors are let in according to strict protocols.",
    ],
)
def test_nobody_says_it(text):
    assert not [claim for claim in extract(text).claims if claim.kind == "quote"]


def test_a_study_says_it():
    (claim,) = (
        c for c in extract("A study has demonstrated that the trees are fitter.").claims if c.kind == "quote"
    )
    assert claim.value.source == "A study"
