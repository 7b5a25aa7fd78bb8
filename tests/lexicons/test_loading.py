"""Lists are read the same way whichever columns are asked for."""

from __future__ import annotations

from claimcheck.lexicons import load_pairs, load_rows


def test_two_columns_of_a_list_are_those_of_its_rows():
    pairs = load_pairs("shared/places.csv", "name", "type")
    assert dict(pairs) == {row["name"]: row["type"] for row in load_rows("shared/places.csv")}
    assert pairs["Washington, D.C."] == "city"
