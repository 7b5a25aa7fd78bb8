"""What papers count off, draw by and bound: parts of formulas, distributions, levels of bands."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claims(text):
    return [(claim.kind, claim.text) for claim in extract(text).claims]


@pytest.mark.parametrize(
    ("text", "near_miss", "expected"),
    [
        (
            "The first coefficient is small and the second equation has no root.",
            "The hull is small, and the second ferry has no mast.",
            "the second ferry",
        ),
        (
            "We simplify the last expression by setting it to zero.",
            "We sailed on the last ferry of the year.",
            "the last ferry of the year",
        ),
        (
            "The third derivative splits into a sum.",
            "The third bridge splits the town.",
            "The third bridge",
        ),
    ],
)
def test_parts_of_formulas_have_no_rank(text, near_miss, expected):
    assert claims(text) == []
    assert ("ranking", expected) in claims(near_miss)


@pytest.mark.parametrize(
    "source",
    [
        "an inhomogeneous Poisson process with rate 3",
        "the likelihood for each draw",
        "a Gamma distribution with mean 2",
    ],
)
def test_nobody_speaks_where_something_is_drawn(source):
    assert claims(f"The boats arrive according to {source}.") == []


@pytest.mark.parametrize(
    "source",
    [
        "the Department for Transport",
        "a survey for the county",
        "Process Engineering",
        "researchers in Lund",
    ],
)
def test_who_speaks_may_have_more_behind_the_noun(source):
    assert ("quote", "The boats arrive late") in claims(f"The boats arrive late according to {source}.")


@pytest.mark.parametrize(
    "level",
    [
        "80% & 95% prediction intervals",
        "90% and 99% confidence bands",
        "a 95% posterior band",
        "the 97.5% quantile",
    ],
)
def test_levels_of_bands_are_no_shares(level):
    assert [kind for kind, _ in claims(f"The lines show {level} of the price.")] == []


@pytest.mark.parametrize(
    "share",
    ["80% and 95% of voters", "60% of posterior teeth", "40% of prediction markets", "the top 5% quantile"],
)
def test_shares_stay_beside_words_of_bands(share):
    assert "percentage" in [kind for kind, _ in claims(f"The plan was backed by {share}.")]


@pytest.mark.parametrize(
    ("text", "near_miss", "expected"),
    [
        (
            "Fish Research 46: 13425-13436 zno08 RNA is listed.",
            "Group 4: 20-30 boats came.",
            ("count", "20-30 boats"),
        ),
        ("It holds for Na<=1.02 Blake and Roe.", "It holds for <=12 boats.", ("count", "<=12 boats")),
        ("The sum is 1 πa of it.", "They saw 3 α-helices in it.", ("count", "3 α-helices")),
        ("The sum is 2 σ of it.", "They took 4 β blockers.", ("count", "4 β blockers")),
        ("The yard sold it with 1.1 Ann Roe.", "The yard has 1.1 boats for each.", ("count", "1.1 boats")),
    ],
)
def test_pages_and_formulas_count_nothing(text, near_miss, expected):
    assert "count" not in [kind for kind, _ in claims(text)]
    assert expected in claims(near_miss)


def test_parts_of_a_text_are_no_category_of_their_titles():
    assert claims("It is explained in the section called “The Register”.") == []
    assert ("definition", "a town called “Orvane”") in claims("It moved to a town called “Orvane”.")
    assert "definition" in [kind for kind, _ in claims("They founded a section called Orvane Rowing.")]
