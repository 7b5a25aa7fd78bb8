"""Dates that open a clause without a comma: what a tree gives and what claims are said of."""

import pytest

from claimcheck import extract
from claimcheck.tagging.mending import mend_tree
from claimcheck.tagging.pipelines import load_pipeline


def tree(text):
    doc = load_pipeline()(text)
    mend_tree(doc)
    return {token.text: (token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize(
    ("text", "date", "noun", "verb"),
    [
        ("In 2019 revenue rose 3%.", "2019", "revenue", "rose"),
        ("Since 2019 prices have risen by 40%.", "2019", "prices", "risen"),
        ("On 3 May police arrested 30 men.", "May", "police", "arrested"),
        ("In 2022 global demand grew by 2%.", "2022", "demand", "grew"),
        ("In early 2019 sales rose 3%.", "2019", "sales", "rose"),
    ],
)
def test_the_date_is_the_adjunct_and_the_noun_the_subject(text, date, noun, verb):
    words = tree(text)
    assert words[date] == ("obl", verb)
    assert words[noun][0].startswith("nsubj")
    assert words[noun][1] == verb


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("In 2019 sales of cars rose 3%.", "change", "sales of cars"),
        ("In 2018 police seized 4 tonnes of cocaine.", "date", "police"),
        ("Last year sales rose 3%.", "change", "sales"),
        ("In 2021 profit slipped to 3 million euros, and in 2022 sales fell 3%.", "change", "sales"),
        ("In 2019 elections the party won 30 seats.", "count", "the party"),
        ("In 2019, sales rose 3%.", "change", "sales"),
    ],
)
def test_claims_are_said_of_what_stands_behind_the_date(text, kind, subject):
    claims = [claim for claim in extract(text).claims if claim.kind == kind]
    assert claims[-1].subject.text == subject


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 elections the party won 30 seats.",
        "The 2019 sales rose 3%.",
        "In 2019 the firm sold 30 mills.",
        "Last year's sales rose 3%.",
        "In 300 homes power failed.",
        "On Monday Night Football drew 6 million viewers.",
        "On Friday Night Lights drew 6 million viewers.",
        "In 2010 terms output rose 4%.",
    ],
)
def test_a_tree_that_is_right_stays(text):
    doc = load_pipeline()(text)
    before = [(token.dep_, token.head.i) for token in doc]
    mend_tree(doc)
    assert [(token.dep_, token.head.i) for token in doc] == before


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("23 flood warnings are in force.", "flood warnings"),
        ("More than 40,000 homes were without electricity.", "homes"),
        ("Only 210 people are in hospital.", "people"),
    ],
)
def test_a_state_is_not_what_a_count_is_said_of(text, subject):
    [count] = [claim for claim in extract(text).claims if claim.kind == "count"]
    assert count.subject.text == subject
