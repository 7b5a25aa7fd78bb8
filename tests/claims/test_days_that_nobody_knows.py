""" "One day" as some time that nobody knows, and as a stretch."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One day she left the town.", []),
        ("Maybe one day the ferry will come back.", []),
        ("We found the shop one day when it rained.", []),
        ("One week, the shop sold 40 cakes.", []),
        ("The ferry would one day return.", []),
        ("The strike lasted one day.", ["1 day"]),
        ("One day later the shop closed.", ["1 day"]),
        ("One week after the vote he quit.", ["1 week"]),
        ("The shop closed for one day when it rained.", ["1 day"]),
        ("One day of rain fell.", ["1 day"]),
        ("One year her junior, he led the choir.", ["1 year"]),
        ("The crossing takes one day by coach and one week by barge.", ["1 day", "1 week"]),
        ("One year buys 40 swims.", ["1 year"]),
        ("The gate is open, and one day the sheep got out.", []),
        ("At least one week passed.", [">= 1 week"]),
        ("The trip lasted two weeks, one week longer than planned.", ["2 weeks", "1 week"]),
        ("It took three months and one week to build.", ["3 months", "1 week"]),
    ],
)
def test_one_day(text: str, expected: list[str]) -> None:
    found = [claim for claim in extract(text).claims if claim.kind == "measurement"]
    assert [claim.value.describe(claim.comparator) for claim in found] == expected
