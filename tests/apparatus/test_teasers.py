"""Teasers and the asking for consent hold no claims; sentences and lists that look like them do."""

from __future__ import annotations

import pytest

from claimcheck.apparatus.teasers import find_teasers
from claimcheck.lexicons import load_rows

SENTENCE = "The harbour handled 340 ships in 2019, and it took 12 pilots to do so."


def teasers(text):
    return [text[start:end] for start, end in find_teasers(text)]


@pytest.mark.parametrize("row", load_rows("en/teaser_labels.csv"), ids=lambda row: row["label"])
def test_each_label_marks_its_example(row):
    text = f"{SENTENCE}\n\n{row['example']}\n\nFerry strike leaves 3,000 stranded\n\n{SENTENCE}"
    found = teasers(text)
    assert found[0].startswith(row["example"])
    assert ("3,000" in found[0]) is (row["place"] == "heading")
    assert not any(SENTENCE in stretch for stretch in found)
    assert teasers(f"The {row['example'].lower()} and {SENTENCE}") == []


@pytest.mark.parametrize(
    "line",
    [
        "We and our 845 partners store cookies on your device for 13 months.",
        "This site uses cookies. Accept all cookies or change your settings.",
        "Join 50,000 readers who get our free newsletter.",
        "Sign up for our daily newsletter: 5 stories each morning.",
        "The week in 10 stories, delivered to your inbox.",
        "Subscribe now for $5 a month.",
        "© 2023 Lindvik Post. All rights reserved.",
        "Copyright 2019 The Lindvik Post Company",
    ],
)
def test_what_a_page_says_of_itself(line):
    assert teasers(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == [line]


@pytest.mark.parametrize(
    "text",
    [
        "We baked 40 cookies for the fair, and sold 25 of them.",
        "The newsletter has 4,000 readers in 12 towns.",
        "Recommended: 8 GB of memory",
        "The company holds the copyright of 300 songs.",
        "Read more than 40 books a year, she said.",
        "Related companies paid $5 million.",
        "She won 12 subscribers in 2019.",
        "Watch sales rose 5% in 2020.",
        "Most popular languages\n\nPython has 40% of users. It grew by 3 points.",
        "## Related\n\nThe two firms share 40 patents. They merged in 2010.",
    ],
)
def test_text_that_is_no_teaser(text):
    found = teasers(text)
    assert not any(character.isdigit() for stretch in found for character in stretch)


def test_headlines_end_with_the_next_paragraph():
    text = f"{SENTENCE}\n\nMost read\n\n- Man wins 90 million\n- School merges with 3 others\n\n{SENTENCE}"
    assert teasers(text) == ["Most read\n\n- Man wins 90 million\n- School merges with 3 others"]


def test_a_sentence_may_stand_under_its_headline():
    teaser = "More from Lindvik Post\n\nSchools merge\n\nTwo of 14 will close.\n\n5 ways to save"
    assert teasers(f"{teaser}\n\n{SENTENCE}\n\n{SENTENCE}") == [teaser]


def test_letters_that_grow_when_they_are_small_move_nothing():
    text = "İİİİ\n\nRead more: storm costs 12 million kroner"
    assert teasers(text) == ["Read more: storm costs 12 million kroner"]


@pytest.mark.model
def test_teasers_give_no_claims():
    import claimcheck

    text = f"{SENTENCE}\n\nREAD MORE: Storm costs 12 million kroner\n\n{SENTENCE}"
    assert not [claim for claim in claimcheck.extract(text).claims if "kroner" in claim.text]


@pytest.mark.parametrize("row", load_rows("en/page_counters.csv"), ids=lambda row: row["words"])
def test_lines_that_only_count_what_readers_did_are_the_pages(row):
    text = f"{SENTENCE}\n\n{row['example']}\n\n{SENTENCE}"
    assert teasers(text) == [row["example"]]
    assert teasers(f"The talk had {row['example'].lower()}.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Indicate by check mark whether the registrant has filed all reports of the past 90 days. Yes No",
        "12 - Highest degree (check only one box) none less than 3 years more than 3 years",
        "Please check the box if you paid more than $600 in 2022.",
    ],
)
def test_what_a_form_asks_to_be_ticked(line):
    assert teasers(f"{SENTENCE}\n\n{line}\n\n{SENTENCE}") == [line]


def test_advice_to_check_something_is_no_form():
    assert teasers("Check the oil every 5,000 miles, and all of the boxes in the hold.") == []
