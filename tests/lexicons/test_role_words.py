"""Words around titles: each set changes what is read of its sentence."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.lexicons import load_rows

ROWS = {row["name"]: row for row in load_rows("en/words/role.csv")}


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_set_is_sorted_and_in_lower_case(row):
    words = row["words"].split("|")
    assert words == sorted(set(words))
    assert row["words"] == row["words"].lower()


@pytest.mark.model
@pytest.mark.parametrize(
    ("role", "person", "title", "organization"),
    [
        ("article", "Ann Lee", "chairman", None),
        ("at", "Ann Lee", "lecturer", "university"),
        ("courtesy", "Mrs. Ann Lee", "chairman", None),
        ("holding", "Ann Lee", "director", "Google"),
        ("standing", "Eric Schmidt", "former CEO", "Google"),
        ("workplace", "Ann Lee", "professor", "a university"),
    ],
)
def test_its_words_have_their_part_in_the_claim(role, person, title, organization):
    (claim,) = (c for c in extract(ROWS[role]["example"]).claims if c.kind == "role")
    assert (claim.value.person, claim.value.title, claim.value.organization) == (person, title, organization)


@pytest.mark.model
@pytest.mark.parametrize("role", ["no_occupation", "no_position"])
def test_a_word_that_only_looks_like_an_occupation_is_none(role):
    assert not [c for c in extract(ROWS[role]["example"]).claims if c.kind == "role"]
