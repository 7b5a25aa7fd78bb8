"""Sentences that a guard keeps from a wrong claim, each with a near miss that has the claim."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claims(text, kind):
    return [claim.text for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "near_miss", "found"),
    [
        (
            "organization",
            "Google Chrome is fast, and the data were analysed twice.",
            "The data were analysed using Google Chrome.",
            ["Google Chrome"],
        ),
        (
            "version",
            "They measured Internet Explorer 6 against rivals.",
            "They run version 6 of Internet Explorer.",
            ["run version 6"],
        ),
        (
            "definition",
            "He swam in the Danube, the Inn.",
            "The Danube, the longest river of Austria, is cold.",
            ["the longest river of Austria"],
        ),
        (
            "change",
            "Investment of £2.1 billion fell to a net disinvestment of £0.7 billion.",
            "Investment of £2.1 billion fell to a low of £0.7 billion.",
            ["fell to a low of £0.7 billion"],
        ),
        (
            "comparison",
            "Women were 8% younger than 23.",
            "Women were 8% younger than men.",
            ["8% younger than men"],
        ),
    ],
)
def test_a_claim_that_the_words_do_not_make(kind, text, near_miss, found):
    assert claims(text, kind) == []
    assert claims(near_miss, kind) == found


def test_a_fall_below_zero_leads_to_no_value_that_is_given():
    text = "The fund dropped from a surplus of $5 million to a deficit of $3 million."
    assert claims(text, "change") == ["dropped from a surplus of $5 million"]
    assert claims(text.replace("deficit", "surplus"), "change") == [
        "dropped from a surplus of $5 million to a surplus of $3 million"
    ]


@pytest.mark.parametrize("words", ["was one of the first writers", "was Japan's first woman writer"])
def test_a_place_among_others_is_no_position_but_a_description(words):
    assert claims(f"Ann Lee {words}.", "definition") == [words]
    assert claims("Ann Lee was a writer.", "definition") == []
    assert claims("Ann Lee was a writer.", "role") == ["was a writer"]


def test_a_share_that_opens_a_headline_in_capitals_is_no_name():
    assert claims("Ten Percent Of voters left the party.", "percentage") == ["Ten Percent Of voters"]
    assert claims("They quote the Top Ten Percent Law in court.", "percentage") == []


@pytest.mark.parametrize(
    ("text", "near_miss", "found"),
    [
        ("The firms sold 30 trucks to 5 clubs.", "The dollar firmed to 5 francs.", ["firmed to 5 francs"]),
        ("The contract paid £3m to 40 suppliers.", "The economy contracted 3%.", ["contracted 3%"]),
        (
            "The lift takes 20 people to 12 floors.",
            "The bank lifts its rate to 4%.",
            ["lifts its rate to 4%"],
        ),
        ("The rocket carried 4 men to 300 km.", "Prices rocket 40%.", ["rocket 40%"]),
        ("The advance paid £3m to 14 authors.", "Shares advanced 2%.", ["advanced 2%"]),
    ],
)
def test_a_thing_named_like_a_verb_of_change_changes_nothing(text, near_miss, found):
    assert claims(text, "change") == []
    assert claims(near_miss, "change") == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Output recovered to within 4% of its high.", "change", []),
        ("Output recovered to 96 units.", "change", ["recovered to 96 units"]),
        ("The cluster has 256 AMD MI300 processors.", "money", []),
        ("The cluster cost 256 AMD in all.", "money", ["256 AMD"]),
    ],
)
def test_what_stands_behind_an_amount_tells_that_it_is_none_of_a_change_or_of_money(text, kind, found):
    assert claims(text, kind) == found
