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
    ("The board is to decide in May, and the union has 300 members.", "300 members", ("certain", False)),
]


@pytest.mark.parametrize(("text", "words", "expected"), SURENESS, ids=[text for text, *_ in SURENESS])
def test_how_surely(text, words, expected):
    found = claim(text, words)
    assert (found.certainty, found.prediction) == expected


def test_what_a_clause_with_whose_tells_reports_nothing():
    text = "The leader, Karl Dusek, whose party holds 18 seats, called the vote a farce."
    assert [c.value.source for c in extract(text).claims if c.kind == "quote"] == ["Karl Dusek"]
