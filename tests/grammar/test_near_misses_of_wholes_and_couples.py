"""Near misses of participles of wholes, couples, fronted wholes, ranks and what a text calls its names."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def told(text, kind):
    """What the last claim of a kind is about: its words, and the name that they stand for."""
    subject = [claim for claim in extract(text).claims if claim.kind == kind][-1].subject
    return (None, None) if subject is None else (subject.text, subject.resolved)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("A report on 60 sailors released in 2011 was lost.", "60 sailors"),
        ("A study of singles released in 1988 won a prize.", "singles"),
        ("A review of 70 articles published in 2017 found gaps.", "70 articles"),
        ("A survey of poets published in 1991 won a prize.", "poets"),
        ("A set of twins born in 1984 came to Leeds.", "twins"),
        ("A set of pupils hired in 2015 was late.", "pupils"),
        ("A collection of tales set in 1870 was printed.", "tales"),
        # what a report and a series are told of
        ("A review of nurses printed in 2012 was lost.", "A review of nurses"),
        ("A study of adults conducted in 2012 found stress.", "A study of adults"),
        ("A family of engines designed in 1990 is sold.", "A family of engines"),
    ],
)
def test_a_participle_of_the_parts_themselves(text, subject):
    assert told(text, "date")[0] == subject


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police met Mia Hale on Friday. She met Tom Birch in May. They held 14 people.", None),
        ("Nurses voted to strike. Mia Hale met Tom Birch. They asked for 14 people.", None),
        ("Mia Hale met Tom Birch at a dinner of lawyers. They ordered 14 plates.", None),
        ("A bank hired Mia Hale. She married Tom Birch. They closed 14 shops.", None),
        ("Mia Hale faced Tom Birch in Leeds. They called 14 doctors.", None),
        ("Mia Hale divorced Tom Birch in 1999. They called 14 doctors.", None),
        # nobody else may be meant
        (
            "Mia Hale married Tom Birch after two years in Leeds. They bought 14 cows.",
            "Mia Hale and Tom Birch",
        ),
        ("Mia Hale met Tom Birch at a school in Leeds. They bought 14 cows.", "Mia Hale and Tom Birch"),
    ],
)
def test_they_are_no_couple_where_others_are_many(text, name):
    assert told(text, "count")[1] == name


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Nokia says that Ericsson has 30% of the trade. It also has 16 plants.", "count", None),
        ("Gartner says that Pilot has a 31% share. It also has 9% of chips.", "percentage", "Pilot"),
        ("The Miners Guild met in May. The union had 700 members.", "count", "Miners Guild"),
        ("The Actors Federation struck. The union had 700 members.", "count", "Actors Federation"),
        ("Tarn Institute struck. The union had 700 members.", "count", None),
        ("Orvane, a charity, merged with Kelda, a firm. The association has 70 members.", "count", None),
        ("Orvane, a charity, grew in 2019. The association has 70 members.", "count", "Orvane"),
    ],
)
def test_what_may_be_meant_is_open(text, kind, name):
    assert told(text, kind)[1] == name


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Looking at Kenya, about 35% had left.", "percentage", None),
        ("Looking at the plan, 35% is water.", "percentage", None),
        ("Turning to the figures, about 35% had left.", "percentage", None),
        ("Turning to the farms, about 35% are small.", "percentage", "the farms"),
        ("Income from rents, which makes up 35% of sales, rose.", "percentage", "Income from rents"),
        ("Sales at Kelda, which makes up 35% of the group, rose.", "percentage", "Sales at Kelda"),
        ("Profit at the bank, which employs 350 people, rose.", "count", "the bank"),
        ("She died at a home in Leeds, the oldest of her family.", "ranking", "She"),
        ("She works at a mill in Leeds, the oldest of its kind.", "ranking", "a mill in Leeds"),
        ("Orvane, a maker of boats, small engines and other parts, employs 40.", "definition", "Orvane"),
        ("Costs and rents rose 12% and 9%, respectively.", "change", "rents"),
    ],
)
def test_whose_it_is(text, kind, subject):
    assert told(text, kind)[0] == subject


def test_the_first_of_two_dealt_out():
    changes = extract("Costs and rents rose 12% and 9%, respectively.", kinds=["change"]).claims
    assert [change.subject.text for change in changes] == ["Costs", "rents"]


def test_a_list_of_persons_with_their_trades():
    roles = extract("Mia Hale, a chief, Tom Birch, a cook, and Carl Dahl left.", kinds=["role"]).claims
    assert [(role.subject.text, role.value.title) for role in roles] == [
        ("Mia Hale", "chief"),
        ("Tom Birch", "cook"),
    ]
