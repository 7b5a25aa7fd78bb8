"""Items of lists and places of literature are no categories of what stands before them."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def categories(text):
    return [claim.value.category for claim in extract(text, kinds=["definition"]).claims]


@pytest.mark.parametrize(
    "text",
    [
        "The join of the Orvane kernel, the file system, the tar tools, and the other tools is old.",
        "The release has pipes in Redis, a restricted file system, special handling and other features.",
        "The yard of Orvane, a firm, the two piers and a crane were sold.",
        "We use the graph of all the regions (Lund and Rud 2014).",
    ],
)
def test_items_of_lists_and_citations(text):
    assert categories(text) == []


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Redis, a database, stores keys and values.", "database"),
        ("Orvane, a magazine, closed and reopened.", "magazine"),
        ("Orvane, a magazine, popular with men and women, closed.", "magazine"),
        ("The group bought Orvane, a maker of boats, Alda and Brun.", "maker of boats"),
    ],
)
def test_appositions_beside_lists(text, category):
    assert categories(text) == [category]
