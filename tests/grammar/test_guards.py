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


def test_one_list_on_both_sides_relates_nobody():
    assert relations("They showed coats alongside the works of firms including Google and Microsoft.") == []
    assert ("YouTube", "developed_by", "Google") in relations("Works of Google include YouTube.")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("When she was 12, Anna Berg moved to Oslo.", "Anna Berg"),
        ("Clara Voss met Edda Lorne and Mia Holm. Since she was 12, Anna Berg has lived in Oslo.", None),
    ],
)
def test_a_pronoun_announces_the_next_subject_only_where_nobody_before_fits(text, who):
    (age,) = (c for c in extract(text).claims if c.kind == "measurement")
    assert age.subject.resolved == who


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ann Lee works with the band Orbit, founded in 1990.", "the band Orbit"),
        ("The college in Lyon, built in 1990, is closed.", "The college in Lyon"),
    ],
)
def test_what_is_said_behind_a_comma_is_of_the_whole_only_where_that_is_a_thing(text, what):
    (date,) = (c for c in extract(text).claims if c.kind == "date")
    assert date.subject.text == what
