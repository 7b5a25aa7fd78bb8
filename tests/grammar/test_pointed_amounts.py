"""What "this", "that" and "it" mean where an amount is said of them."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def resolved(text, words):
    (claim,) = (c for c in extract(text).claims if c.text == words)
    return claim.subject.resolved


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Exports of the port were $40 million. This was $3 million lower than in 2011.", "$3 million lower than in 2011", "Exports of the port"),
        ("Rail freight fell to 9 million tonnes in May 2019. This represents a 4% drop.", "4% drop", "Rail freight"),
        ("Mean rents stood at 812 euros in Bonn. This is the highest level since 1994.", "the highest level", "Mean rents"),
        ("Bread prices rose by 9% in June. This followed an increase of 2% in May.", "increase of 2%", "Bread prices"),
        ("Turnover was $9 million. This was $2 million more than in 2012, when it was $7 million.", "$7 million", "Turnover"),
        ("The poll drew 4,310 answers. That's over 900 more than a year before.", "over 900 more than a year before", "4,310 answers"),
        ("The mill employed 812 people. This is just under 3% of the town.", "just under 3% of the town", "812 people"),
    ],
)  # fmt: skip
def test_a_pointing_word_means_what_the_amount_before_is_said_of(text, words, expected):
    assert resolved(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # of whom the sentence before says nothing but an age, of two things, of nothing
        ("Ann Ray was 40 years old. This was 20% of her life.", "20% of her life"),
        ("The fair drew 300 men and 200 women. This is 4% of the town.", "4% of the town"),
        ("The council met on Monday. This is 4% of the budget.", "4% of the budget"),
        # another paragraph
        ("Exports were $40 million.\n\nThis was $3 million lower than in 2011.", "$3 million lower than in 2011"),
        # "this" is a whole event
        ("Output rose to 40 tonnes. That was a relief for the 12 members.", "12 members"),
        ("Sales rose by 9%. This was due to 40 new shops.", "40 new shops"),
    ],
)  # fmt: skip
def test_nothing_is_taken_where_no_single_amount_comes_before(text, words):
    (claim,) = (c for c in extract(text).claims if c.text == words)
    assert claim.subject is None or claim.subject.resolved_by != "amount"


@pytest.mark.parametrize(
    "text",
    [
        "Norvale is a bank. It was $3 million in debt in 2010.",
        "Norvale is a bank. It was 40% owned by Brightcell.",
    ],
)
def test_it_with_an_amount_that_is_no_measure_is_a_name(text):
    claims = [c for c in extract(text).claims if c.subject is not None and c.subject.text == "It"]
    assert claims
    assert all(claim.subject.resolved == "Norvale" for claim in claims)
