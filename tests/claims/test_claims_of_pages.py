"""Faults that real pages and documents showed: each with what is right and a near miss."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claims(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Kolb: “I can’t think of any mill that is like this one.”", "positive"),
        ("But we have not found the well, according to the mayor of Velm.", "positive"),
        ("She does not think the bridge is safe.", "negative"),
    ],
)
def test_only_a_verb_of_saying_is_denied(text, polarity):
    (quote,) = claims(text, "quote")
    assert quote.polarity == polarity


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            '"We lost it all," said Tom Dahl, a miller and author of "Bread," about how cooks work.',
            ["We lost it all,"],
        ),
        (
            '"We lost it all," said Tom Dahl, adding that it breaks often.',
            ["We lost it all,", "it breaks often"],
        ),
        (
            'In a letter addressed to the board of Kolb and the "Kolb friends," Dahl said he would leave.',
            ["he would leave"],
        ),
        ('The mill stands empty in the "old town," Dahl said.', ['The mill stands empty in the "old town,']),
    ],
)
def test_what_stands_about_a_report_is_not_said(text, contents):
    assert [quote.text for quote in claims(text, "quote")] == contents


@pytest.mark.parametrize(
    ("text", "subject", "polarity"),
    [
        ("She came in at No. 3.", "She", "positive"),
        ("This year Ann Holm shot to No. 8. She sang.", "Ann Holm", "positive"),
    ],
)
def test_a_number_sign_denies_nothing(text, subject, polarity):
    (ranking,) = claims(text, "ranking")
    assert (ranking.subject.text, ranking.polarity) == (subject, polarity)


def test_no_before_a_noun_still_denies():
    (count,) = claims("There were no 40 mills here.", "count")
    assert count.polarity == "negative"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The trial enrolled many ducks (N = 112 pairs) in Oslo.", "pairs"),
        ("The pond holds 112 ducks.", "The pond"),
    ],
)
def test_the_sign_of_a_sample_is_not_what_was_counted(text, subject):
    (count,) = claims(text, "count")
    assert count.subject.text == subject


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("The drug caused nearly a threefold increase in risk.", "~"),
        ("Sales saw almost an 8% increase.", "~"),
        ("It was more than a 20% drop in sales.", ">"),
        ("It was a 20% drop in sales.", "="),
    ],
)
def test_a_bound_reaches_over_an_article(text, comparator):
    (change,) = claims(text, "change")
    assert change.comparator == comparator


def test_one_to_one_counts_nothing():
    assert not claims("The law asks for at least a one-to-one match.", "count")
    assert claims("The law asks for at least one mill.", "count")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("This summer Kolb Brothers analyst Ada Holm dug through the files.", "analyst"),
        ("Last week president Ada Holm spoke in Oslo.", "president"),
    ],
)
def test_a_time_is_no_part_of_a_title(text, title):
    (role,) = claims(text, "role")
    assert role.value.title == title
