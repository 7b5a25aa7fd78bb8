"""The verbs that give their subject a property, each by its example."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.grammar.subjects import modified
from claimcheck.lexicons import load_rows


@pytest.mark.parametrize("row", load_rows("en/property_verbs.csv"), ids=lambda row: row["forms"])
def test_the_subject_of_each_has_the_amount_and_without_it_has_not(row, monkeypatch):
    subject = " ".join(row["example"].split(" ")[:2])
    assert [claim.subject.text for claim in extract(row["example"]).claims] == [subject]
    monkeypatch.setattr(modified, "_holding", frozenset)
    (claim,) = extract(row["example"]).claims
    assert claim.subject is None or claim.subject.text != subject


def test_a_verb_that_gives_no_property_leaves_the_amount_alone():
    assert [claim.subject for claim in extract("The mayor opened a bridge of 300 metres.").claims] != [
        "The mayor"
    ]
