"""What quotation marks hold is one name: "a song called "Day of Rest"" is about no "Day"."""

from __future__ import annotations

import pytest

from claimcheck import extract


def _definitions(text: str) -> list[tuple[str, str]]:
    return [
        (claim.subject.text, claim.value.category)
        for claim in extract(text).claims
        if claim.kind == "definition"
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('They wrote a song called "Day of the Fallen Leaves" in 1999.', [('"Day of the Fallen Leaves"', "song")]),
        ("They gave a permit known as an “authority to trade.”", [("authority to trade", "permit")]),
        ('The program was called "Learning by Doing."', [("Learning by Doing", "program")]),
        ('The site, called "Orvane," was shut.', [("Orvane", "site")]),
        ('A robot called "Pepper" sold well.', [('"Pepper"', "robot")]),
        # the mark is not closed: what the name is cannot be told
        ('They wrote a song called "Day of the Fallen Leaves in 1999.', []),
    ],
)  # fmt: skip
def test_a_name_goes_on_to_its_closing_mark(text, expected):
    assert _definitions(text) == expected
