"""What a clause is not about and does not hold, each with a near miss."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def relations(text):
    return [
        (c.subject.text, c.value.relation, c.value.object)
        for c in extract(text).claims
        if c.kind == "organization"
    ]


def test_a_second_verb_takes_what_stands_behind_it():
    assert relations("YouTube was built in 2006 and bought by Google.") == [
        ("YouTube", "acquired_by", "Google")
    ]
    assert relations("YouTube was built in 2006 by Google.") == [("YouTube", "developed_by", "Google")]


def test_what_the_authors_present_is_not_the_figure_beside_it():
    (count,) = extract("Here we present for 5 languages the dataset SQuAD.").claims
    assert count.subject.text == "we"
