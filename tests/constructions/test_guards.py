"""Names that hold a word for a relation and state none."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def test_a_noun_in_capitals_is_a_part_of_a_name():
    text = "They met Nordic Business Partners of Google, including Nokia."
    assert not [claim for claim in extract(text).claims if claim.kind == "organization"]


def test_the_same_noun_in_small_letters_is_a_relation():
    (claim,) = extract("Google's business partners include Nokia.").claims
    assert (claim.value.relation, claim.value.object) == ("partnered_with", "Google")


def test_a_common_noun_that_opens_a_sentence_is_no_name():
    assert not [c for c in extract("Solar yacht competes with Google.").claims if c.kind == "organization"]
    (claim,) = (c for c in extract("Etrion competes with Google.").claims if c.kind == "organization")
    assert claim.subject.text == "Etrion"
