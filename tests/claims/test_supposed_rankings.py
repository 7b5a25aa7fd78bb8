"""Rankings that are only supposed, in rules, conditions and what the reader does, and those that are told."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("supposed", "told"),
    [
        ("It ends if the last boat is full.", "It ended as the last boat of the day was full."),
        ("You pay the lowest fee on weekdays.", "Members pay the lowest fee of all clubs."),
        ("The form must name the nearest mill.", "The form named the nearest mill in Kent."),
        ("The yard is closer than the nearest mill.", "The yard is closer, and is the nearest mill."),
        ("It was a last-minute goal.", "It was the last goal of the year."),
        ("Oil it before the first use.", "It was oiled before the first use in 1998."),
        ("The second command stops the loom.", "The second command of 1914 stopped the looms."),
        ("The first byte of the header is always zero.", "The first line of the tram opened in 1903."),
        ("Scanning ends at the last row element.", "They found the last element of the series in 1869."),
        ("The result ends with the final digit.", "Acme wins the final contract of the programme."),
        ("The pretest score is plotted below.", "The fastest score is plotted below."),
    ],
)
def test_what_is_only_supposed_ranks_nothing(supposed, told):
    assert not [c for c in extract(supposed).claims if c.kind == "ranking"]
    assert [c for c in extract(told).claims if c.kind == "ranking"]


@pytest.mark.parametrize(
    "text",
    [
        "You are the best team in Oslo.",
        "This must be the oldest mill in Kent.",
        "The wall is the second layer of the town's defence.",
        "Thefts are set to reach the lowest level in a century.",
        "Repairs must remain our top priority.",
        "If the Orvane Cup, the oldest race in Kent, is held, they win.",
    ],
)
def test_what_is_said_of_something_stays(text):
    assert [c.kind for c in extract(text).claims if c.kind == "ranking"] == ["ranking"]


def test_a_denied_length_is_no_place():
    assert [c.kind for c in extract("There is no 40-hour week here.").claims] == ["measurement"]
    assert [c.kind for c in extract("The song was no 4 in the charts.").claims] == ["ranking"]
    assert [c.kind for c in extract("It is the world's No. 2-selling car.").claims] == ["ranking"]
