"""Particles of verbs that tell a deed and no change, beside those of verbs that carry a level."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was racking up thousands of hours in jets.", []),
        ("I must pick Ann up since I am away, so we leave by 445.", []),
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
        ("The lender marked down its stake by $3 million.", ["↓ 3 million USD"]),
        ("The ferry line beefed up its crew by 40 sailors.", ["↑ 40 sailors"]),
        ("The mill cut down its staff to 90 people.", ["↓ to 90 people"]),
        ("The council bumped up its levy to 2.5%.", ["↑ to 2.5 %"]),
        ("They gave up the flat to 40 students.", []),
        ("The village cut down its elms by 2016.", []),
        ("She picked up the keys by 9 May.", []),
        ("Sales went up 5%.", ["↑ 5 %"]),
        ("Ann climbed up the chimney by 9 feet.", []),
        ("The bucket goes down the shaft by 30 metres a minute.", []),
        ("Fares went up this week by 5 percent.", ["↑ 5 %"]),
        ("Fares went up the most, by 5%.", ["↑ 5 %"]),
        (
            "Shares rose 5%, with mills down 5%, cocoa firms 6% and banks down 2%.",
            ["↑ 5 %", "↓ 5 %", "↓ 2 %"],
        ),
        ("Copper firms 5% on the day.", ["↑ 5 %"]),
        ("The storm pushed up the lake by 9 feet.", ["↑ 9 feet"]),
    ],
)
def test_particles(text: str, expected: list[str]) -> None:
    changes = [claim for claim in extract(text).claims if claim.kind == "change"]
    assert [claim.value.describe(claim.comparator) for claim in changes] == expected
