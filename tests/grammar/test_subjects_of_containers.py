"""Counted things in a container, seasons, gapped payments, expletives, titles, and authors with others."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def subjects(text, kind):
    return [
        c.subject and (c.subject.text, c.subject.resolved) for c in extract(text).claims if c.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Oslo issued a series of seven permits.", "count", "Oslo"),
        ("United States President Ann Roe issued seven pardons.", "count", "United States President Ann Roe"),
        ("Tom Hale began the 2011 season with the Rovers.", "date", "Tom Hale"),
        ("The 1996 season was long.", "date", "season"),
        # a verb taken for a participle
        ("On Monday, Rita had gusts of about 240 km/h as it turned west.", "measurement", "Rita"),
    ],
)
def test_who_does_it(text, kind, subject):
    assert [found and found[0] for found in subjects(text, kind)] == [subject]


def test_a_payment_without_its_verb():
    text = "About $36 million ($36,000,000) was supplied by Norvale and $16 million by Brightcell."
    assert [found[0] for found in subjects(text, "money")] == ["Norvale", "Norvale", "Brightcell"]


def test_it_that_announces_an_infinitive_stands_for_nothing():
    text = "Norvale bought a van. It took 3 men 6 hours to load it."
    assert set(subjects(text, "count") + subjects(text, "measurement")) == {("It", None)}


def test_they_after_authors():
    text = "Roe et al. fed 40 ants with honey. They found that 9 of them died."
    (claim,) = (c for c in extract(text).claims if c.kind == "quote")
    assert claim.value.source == "Roe et al."


def test_he_is_none_of_several_authors():
    text = "Roe et al. fed 40 ants with honey. He was born in 1960."
    assert subjects(text, "date") == [("He", None)]
