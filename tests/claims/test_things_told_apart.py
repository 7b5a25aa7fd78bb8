"""Ordinals and superlatives that only tell parts and cases apart, as manuals have them; codes that are no money."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def found(text, kind):
    return [claim.text for claim in extract(text, kinds=[kind]).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The fan has three modes. In the first mode it is off. The second mode is loud.",
        "He weighed two criteria. The second criterion was age.",
        "The law names four categories. The first category is exempt.",
        "In the simplest case, the bowl is empty.",
        "In its purest form, the salt is white.",
        "In the worst scenario, the dam is closed.",
        "The first module reads the tape and the second module writes it.",
    ],
)
def test_parts_and_cases_are_not_ranked(text):
    assert found(text, "ranking") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold two models. The second model to reach Peru was red.", ["The second model to reach Peru"]),
        ("The firm sells cars. The first model is electric.", ["The first model"]),
        ("The firm has two plants. Its first model is electric.", ["Its first model"]),
        ("The station got its second module in 2015.", ["its second module"]),
        ("It is the simplest form of life in the lake.", ["the simplest form of life in the lake"]),
        ("The worst case was in Lima.", ["The worst case"]),
        ("In the worst drought on record, 30 died.", ["the worst drought on record"]),
    ],
)
def test_what_is_ranked_stays(text, expected):
    assert found(text, "ranking") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The RS03 codec is faster than RS02.", []),
        ("The scale has an RS232 port.", []),
        ("It costs Rs50 in town.", ["Rs50"]),
        ("It costs RS 500 in town.", ["RS 500"]),
        ("The mill made RS1,500 in May.", ["RS1,500"]),
    ],
)
def test_codes_are_no_rupees(text, expected):
    assert found(text, "money") == expected
