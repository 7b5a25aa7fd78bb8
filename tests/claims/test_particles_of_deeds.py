"""Particles of verbs that tell a deed and no change, beside those of verbs that carry a level."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was racking up thousands of hours in jets.", []),
        ("I must pick Michael up since I am away, which means leaving by 445 or so.", []),
        ("The crew cut down 400 trees.", []),
        ("You should double check with the embassy.", []),
        ("Staff double check 40 forms a day.", []),
        ("The firm doubled its staff.", ["↑ 100 %"]),
        ("The shares ticked up 3%.", ["↑ 3 %"]),
        ("The index edged down 20 points.", ["↓ 20 points"]),
        ("They whittled it down to 40.", ["↓ to 40"]),
        ("The shop marked prices down by 20%.", ["↓ 20 %"]),
        ("The lake was drawn down 3 metres.", ["↓ 3 meters"]),
        ("We scaled up the number of rows that we use from 800 to 5,000.", ["↑ 800 → 5,000"]),
        ("Sales went up 5%.", ["↑ 5 %"]),
    ],
)
def test_particles(text: str, expected: list[str]) -> None:
    changes = [claim for claim in extract(text).claims if claim.kind == "change"]
    assert [claim.value.describe(claim.comparator) for claim in changes] == expected
