"""Grouped alternatives match what plain ones match."""

import re

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lexicons.alternatives import any_of

WORDS = ["twenty", "ten", "tens(?= of)", "two", "twofold", "six", "sixty", "an?[ ]mill", "a"]


@given(st.lists(st.sampled_from([*"twenofsixlmay ", "two", "tens of", "a mill", "sixty"])).map("".join))
def test_groups_match_what_a_plain_list_matches(text):
    plain = re.compile(f"(?:{'|'.join(WORDS)})(?![a-z])")
    grouped = re.compile(rf"{any_of(WORDS)}(?![a-z])")
    assert [m.span() for m in grouped.finditer(text)] == [m.span() for m in plain.finditer(text)]
