"""Subjects, antecedents and scope in the plain sentences of news, profiles and reports of courts."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claim(text, words):
    (found,) = (c for c in extract(text).claims if c.text == words and c.kind != "quote")
    return found


# text, words of the claim, its subject as written, what that stands for
SUBJECTS = [
    # a thing that is hers is no rival of hers: "it" may mean it, and never her
    (
        "Ann Roe joined the Polar Institute in 1972. Her textbook was a success. It is used by 40 schools.",
        "40 schools",
        "It",
        "Her textbook",
    ),
    ("Her sister left. She has 3 sons.", "3 sons", "She", None),
    # somebody in a bracket that says who a person is
    ("The mayor (Ann Roe) opened the bridge. She has two sons.", "two sons", "She", "Ann Roe"),
    # what is valued behind a comma, where it is the object
    (
        "The town agreed to sell the old fire station, valued at $22 million, to a charity.",
        "$22 million",
        "the old fire station",
        "the old fire station",
    ),
    ("The club won 66 seats, totaling 365 seats.", "365 seats", "The club", None),
    # money spent out of a sum
    (
        "Holm stole $4 million and spent $90,000 of it on a boat.",
        "$90,000",
        "Holm",
        "Holm",
    ),
    # who uses less, and not how much of it
    ("The engine uses 3% less oil.", "3% less oil", "The engine", None),
    # somebody without a name is not whoever was named before
    (
        "Inspector Rita Holm spoke. The owner was abroad. She bought the house in 2015.",
        "in 2015",
        "She",
        None,
    ),
    # what opens a sentence behind a preposition is where something is
    ("Among the wrecks is a trader that sank with 18 men on board.", "18 men", "a trader", "a trader"),
    ("Among the firms, Acme is the one that lost 18 men.", "18 men", "Acme", "Acme"),
    # a multiple behind an amount and a comma is of what the amount is of
    (
        "The museum reopened after a renovation that cost $48 million, nearly double the estimate.",
        "nearly double the estimate",
        "a renovation",
        "a renovation",
    ),
    # what is sent up, a place that is home to people, a part of what is worth so much
    ("The drug met its goal, sending shares up 41%.", "up 41%", "shares", "shares"),
    (
        "Rain loosened the slopes above the villages, home to 1,900 people.",
        "1,900 people",
        "the villages",
        "the villages",
    ),
    (
        "Officers found nine of the works, worth an estimated 2 million euros.",
        "an estimated 2 million euros",
        "nine of the works",
        "nine of the works",
    ),
    # parts "of which"
    (
        "The brewery made a profit of $2 million, a fifth of which went to its staff.",
        "a fifth of which",
        "a profit",
        "a profit",
    ),
    (
        "The group has 12 mills, the largest of which is Norvale Mill in Leeds.",
        "the largest of which",
        "Norvale Mill",
        "Norvale Mill",
    ),
    # a time within which something is done is no part of what is done
    ("Owners win back the difference within 11 years.", "within 11 years", "Owners", "Owners"),
    # ages of two
    ("The pair, aged 29 and 43, hired 40 men.", "40 men", "The pair", None),
    # a name that a tree parts from its trade
    (
        "Chemical maker Drexon has agreed to pay $670 million to settle claims.",
        "$670 million",
        "Chemical maker Drexon",
        "Chemical maker Drexon",
    ),
    # what is told beside the subject of a reported clause cuts it off
    (
        "Ann Roe said her husband, a father of three, had cycled there for 22 years.",
        "22 years",
        "her husband",
        None,
    ),
    # who does what somebody is accused of or kept from
    ("Police accused two men of stealing 14 paintings.", "14 paintings", "two men", "two men"),
    ("The law stopped the mill from burning 40 tons of coal.", "40 tons", "the mill", "the mill"),
    # the reporter has a name beside the trade, and who hears it is several
    (
        "Bo Lund left. The driver, Marek Holm, told reporters he had slept for four hours.",
        "four hours",
        "he",
        "Marek Holm",
    ),
    ("Bo Lund met Marek Holm. Marek told Bo he had slept for four hours.", "four hours", "he", None),
    # an article opens a phrase behind a verb
    ("They have uncovered a villa with at least 11 rooms.", "at least 11 rooms", "a villa", "a villa"),
    # the name of a description goes without the day
    ("The mill on Tuesday said it would cut 40 jobs.", "cut 40 jobs", "it", "The mill"),
]


@pytest.mark.parametrize(
    ("text", "words", "subject", "resolved"), SUBJECTS, ids=[text for text, *_ in SUBJECTS]
)
def test_subject(text, words, subject, resolved):
    found = claim(text, words).subject
    assert (found.text, found.resolved) == (subject, resolved)


SURENESS = [
    ("The board is to pay 40% of the bill.", "40% of the bill", ("probable", True)),
    ("The job is to feed 30 horses.", "30 horses", ("certain", False)),
    ("Voxel agreed on Friday to pay $3 million.", "$3 million", ("probable", True)),
    ("Voxel agreed Friday to pay $3 million.", "$3 million", ("probable", True)),
    ("Police accused two men of stealing 14 paintings.", "14 paintings", ("possible", False)),
    ("Trade is due to resume in June.", "resume in June", ("probable", True)),
    ("The delay was due to rain in June.", "rain in June", ("certain", False)),
    ("A third suspect, a 51-year-old dealer, is abroad.", "51-year-old", ("certain", False)),
    ("The board is to decide in May, and the union has 300 members.", "300 members", ("certain", False)),
]


@pytest.mark.parametrize(("text", "words", "expected"), SURENESS, ids=[text for text, *_ in SURENESS])
def test_how_surely(text, words, expected):
    found = claim(text, words)
    assert (found.certainty, found.prediction) == expected


def test_what_a_clause_with_whose_tells_reports_nothing():
    text = "The leader, Karl Dusek, whose party holds 18 seats, called the vote a farce."
    assert [c.value.source for c in extract(text).claims if c.kind == "quote"] == ["Karl Dusek"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Rents rose, but according to Acme, 40 people left.", "40 people left"),
        ("But according to Acme, 40 people left.", "40 people left"),
        ("Rents rose in May and jobs were cut, according to Acme.", "Rents rose in May and jobs were cut"),
    ],
)
def test_a_joined_clause_with_a_source_of_its_own(text, content):
    quotes = [c for c in extract(text).claims if c.kind == "quote"]
    assert [(c.text, c.value.source) for c in quotes] == [(content, "Acme")]


def test_what_there_was_is_dated():
    (date,) = (c for c in extract("There were nine accidents near Leeds in 2012.").claims if c.kind == "date")
    assert date.subject.text == "nine accidents near Leeds"


def test_a_home_of_so_many_is_no_new_value():
    text = "Rain dropped 41 centimetres above the villages, home to 1,900 people."
    assert [c.text for c in extract(text).claims if c.kind == "count"] == ["1,900 people"]
