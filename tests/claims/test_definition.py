"""Categories of named things, and what is none."""

import pytest

from claimcheck import extract


def categories(text, model=None):
    found = [claim for claim in extract(text, model=model).claims if claim.kind == "definition"]
    return [(claim.subject.text, claim.value.category) for claim in found]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Slack, founded in 2013, is a messaging platform.", [("Slack", "messaging platform")]),
        ("Oslo is the capital of Norway.", [("Oslo", "capital of Norway")]),
        ("On the site, we met Orbit, a robot from Leeds.", [("Orbit", "robot from Leeds")]),
        ("As the main tool of the team, Python won.", []),
        # evaluation, amounts, times, lists, openings
        ("Oslo is a dream.", []),
        ("Oslo is 40 miles away.", []),
        ("Windows XP, nearly a decade ago, was new.", []),
        ("He saw Acme, the dogs, and the cats.", []),
        ("In the case of Python, the compiler is slow.", []),
        ("After a visit to Oslo, the king resigned.", []),
    ],
)
def test_definitions(text, expected):
    assert categories(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Redis is a database.", [("Redis", "database")]),
        ("YouTube is a subsidiary of Google.", [("YouTube", "subsidiary of Google")]),
    ],
)
def test_definitions_without_a_parse(text, expected):
    assert categories(text, model="blank") == expected


@pytest.mark.model
def test_a_product_in_an_opening_is_defined_where_commas_close_the_category():
    text = "On the Halvor Pain Index, a list of ten questions, the score fell from 12 to 9."
    found = [claim.value.category for claim in extract(text).claims if claim.kind == "definition"]
    assert found == ["list of ten questions"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Our fine-tuned models, called Vendo-Chat, are good.", ["fine-tuned models"]),
        ("They left the hangar, known as Orbiter Facility, in May.", ["hangar"]),
        ("Google Chrome (commonly known simply as Chrome) was slow.", ["Chrome"]),
        ("They left the hangar, called about noon, and went.", []),
    ],
)
def test_names_after_a_comma_or_bracket(text, expected):
    assert [claim.value.category for claim in extract(text).claims if claim.kind == "definition"] == expected
