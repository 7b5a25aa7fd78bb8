"""Subjects without what only joins them to another phrase, or a bracket that they only open."""

from __future__ import annotations

import pytest

from claimcheck import extract


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "In May 2014 the value of all loans (GLN, without those of banks) was 11 percent.",
            "the value of all loans",
        ),
        ("Even Mean Time To Answer(MTTA) was cut by a factor of 4.", "Even Mean Time To Answer"),
        ("In May 2014 the value of loans was 11 percent.", "the value of loans"),
        ('She said: "Let\'s say ten times more."', None),
        ('She said: "We sold ten times more."', "We"),
    ],
)
def test_a_subject_has_no_loose_ends(text, subject):
    (claim,) = (c for c in extract(text).claims if c.kind in ("percentage", "comparison", "change"))
    assert (claim.subject.text if claim.subject else None) == subject
