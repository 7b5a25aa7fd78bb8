"""Relations of sentences that open with a list of doers, and of clauses that go on behind "and" and "but"."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def relations(text, kind="organization"):
    found = [claim for claim in extract(text).claims if claim.kind == kind]
    return {(claim.subject.text, claim.value.relation, claim.value.object) for claim in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Developed by Capcom, Sega and Nintendo, the game came out in Japan.",
            {("the game", "developed_by", maker) for maker in ("Capcom", "Sega", "Nintendo")},
        ),
        (
            "Owned by Google and Norvik Media, KTRX broadcasts from Lyon.",
            {("KTRX", "owned_by", "Google"), ("KTRX", "owned_by", "Norvik Media")},
        ),
        (
            "The halls, built by Skanska, Intel and Nokia, have been praised.",
            {("The halls", "developed_by", maker) for maker in ("Skanska", "Intel", "Nokia")},
        ),
        # two subjects behind one owner
        (
            "Owned by Google, Halden Systems and Norvik Media were sold.",
            {("Halden Systems", "owned_by", "Google"), ("Norvik Media", "owned_by", "Google")},
        ),
        ("Owned by Google, Nokia grew.", {("Nokia", "owned_by", "Google")}),
        ("Owned by Google, Halden Systems and Norvik Media.", set()),
    ],
)
def test_doers_listed_at_the_start(text, expected):
    assert relations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Red Harbour is a game by Ubisoft and Nintendo.",
            {("Red Harbour", "developed_by", "Ubisoft"), ("Red Harbour", "developed_by", "Nintendo")},
        ),
        (
            "Red Harbour, an app from Google, Nokia and Intel, sold well.",
            {("Red Harbour", "developed_by", maker) for maker in ("Google", "Nokia", "Intel")},
        ),
        ("Red Harbour is a game by Ubisoft and sells well.", {("Red Harbour", "developed_by", "Ubisoft")}),
        ("Red Harbour is a game by Ann Lee and Bo Chen.", set()),
    ],
)
def test_every_maker_of_a_kind(text, expected):
    assert relations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rents rose, and the station is branded as The Bear and is owned by Bell Media.",
            {("the station", "owned_by", "Bell Media")},
        ),
        (
            "The owners left in 2001, but the firm survived and was bought by IBM.",
            {("the firm", "acquired_by", "IBM")},
        ),
        (
            "Rents rose, and the school is located in Lyon, and is a member of the Norvik Association.",
            {("the school", "part_of", "Norvik Association")},
        ),
        (
            "Ann Lee said that the chain was bought by Google, but is now a part of Norvik Media.",
            {("the chain", "acquired_by", "Google"), ("the chain", "part_of", "Norvik Media")},
        ),
        # the subject of the first clause after all
        ("Nokia grew as demand rose and the cost fell, and is owned by IBM.", {("Nokia", "owned_by", "IBM")}),
        ("Nokia makes tools that run on Linux and is owned by IBM.", {("Nokia", "owned_by", "IBM")}),
        ("Nokia left Oslo when the war ended and was bought by IBM.", {("Nokia", "acquired_by", "IBM")}),
        ("Nokia said that it would leave and bought IBM.", {("IBM", "acquired_by", "Nokia")}),
        ("Rates fell and the bank grew and were eased by IBM.", set()),
    ],
)
def test_who_a_clause_goes_on_about(text, expected):
    assert relations(text) == expected
