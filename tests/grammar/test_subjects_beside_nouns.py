"""Whose a clause is beside a noun that is not: told without a pronoun, joined before a comma, ours in no way."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def subject(text, kind):
    claim = next(claim for claim in extract(text).claims if claim.kind == kind)
    return None if claim.subject is None else claim.subject.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a relative clause without a pronoun
        ("Those are the votes Senators cast on January 16.", "Senators"),
        ("The amount Norvale raised in 2003 was small.", "Norvale"),
        ("She kept the days Norvale took in August 2003.", "Norvale"),
        ("The singer Adele left in 2003.", "The singer Adele"),
        ("The maker Drexon left in 2003.", "The maker Drexon"),
        # the whole of a joined subject
        ("In January 1998 Tom Orr and Ann Ray, both just 16, disappeared.", "Tom Orr and Ann Ray"),
        ("Norvale, a rival of Orbit and Ann Ray, closed in 2009.", "Norvale"),
        (
            "Many of the town's old mills and shops close down in October.",
            "Many of the town's old mills and shops",
        ),
        # for how long is no event
        ("A pupil can stay in the village for a few weeks in May.", "A pupil"),
        # what we meet is not what is told of
        ("I met Ann Ray in 1990.", "I"),
        ("I began seeing Dr. Romer back in 2000.", "I"),
        ("We joined Norvale in May 2016.", "We"),
        ("We released Orbit in May 2016.", "Orbit"),
    ],
)
def test_subject_of_date(text, expected):
    assert subject(text, "date") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I have practised archery for over 7 years.", "I"),
        ("I used Photoshop for 10 years.", "I"),
        ("We trained Orbit on 40 GB of text.", "Orbit"),
    ],
)
def test_subject_of_first_person(text, expected):
    assert subject(text, "measurement") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # "over" says how many, and not how old
        ("He gave the school over 300 books.", "count", "He"),
        ("The firm sold Norvale over 300 tonnes of steel.", "measurement", "The firm"),
        (
            "According to the Health Ministry over 345 pilgrims have been killed in a fire.",
            "count",
            "pilgrims",
        ),
        ("According to officials over 345 pilgrims have been killed in a fire.", "count", "pilgrims"),
        ("The song was used in messages on Twitter over one million times.", "count", "The song"),
        ("Vaccines are free for children under 5 years.", "measurement", "children"),
        ("The vaccine is free for people over 65.", "measurement", "people"),
        ("The study looked at particles under 2.5 micrometers.", "measurement", "particles"),
        # counted things are not what they belong to
        ("Forty nurses of the old clinic left.", "count", "nurses of the old clinic"),
        (
            "Some 2,000 senior clerks of the old bank have been recalled.",
            "count",
            "senior clerks of the old bank",
        ),
        ("Two of the nurses left.", "count", "the nurses"),
        # whom is the several, not the place that they are at
        ("Doctors at the clinic, 40 of whom left in May, earned more.", "count", "Doctors at the clinic"),
        ("He met the members of the board, three of whom left.", "count", "the members of the board"),
        ("There were men in the boats, 12 of which sank.", "count", "the boats"),
        ("Visitors have taken advantage of 3 million listings.", "count", "Visitors"),
    ],
)
def test_subject_of_amount(text, kind, expected):
    assert subject(text, kind) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Ford Focus sells well. They have put in the Focus something Acme Motors wants.",
        "With Norvale's Orbit, anything Norvale wants to sell is sold in 2019.",
        "Nothing Acme does with the Zentrova nobody Norvale knows has done.",
    ],
)
def test_what_a_firm_does_may_be_a_pronoun(text):
    assert extract(text).text_sha256  # the phrase before the subject has no noun, and reading goes on
