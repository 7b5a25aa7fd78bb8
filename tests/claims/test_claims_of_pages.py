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
        ('The mill stands empty in the "old town," Dahl said.', ['The mill stands empty in the "old town,"']),
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


@pytest.mark.parametrize(
    "text",
    [
        "Few people will read this last editorial.",
        "He got the best of both worlds.",
        "This is art at its best.",
        "All the best, and see you in a few weeks.",
        "They ranked their results (from lowest to highest tertile).",
        "The risk was lower (OR, 75th vs. 25th percentile, 0.4).",
    ],
)
def test_idioms_and_bins_rank_nothing(text):
    assert not claims(text, "ranking")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Today we learned that Halvor - one of the biggest banks in the world - is funding palm oil firms.",
            "Halvor",
        ),
        ("The last editorial that Halvor printed was the best in years.", "The last editorial"),
    ],
)
def test_an_aside_between_dashes_ranks_what_stands_before(text, subject):
    assert claims(text, "ranking")[-1].subject.text.startswith(subject)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Grade >=3 adverse events were seen in 12 patients.", ["patients"]),
        ("They saw >=3 adverse events.", ["adverse events"]),
        ("The car with Kolb's NASA-inspired Zero Gravity Seats costs more.", []),
    ],
)
def test_numbers_of_grades_and_names_count_nothing(text, counted):
    assert [count.value.of for count in claims(text, "count")] == counted


def test_a_decibel_may_be_written_small():
    (loudness,) = claims("The threshold was about 115 db.", "measurement")
    assert (loudness.value.unit, loudness.comparator) == ("decibel", "~")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Wood and coal are burned. Towns will have to impose fees to draw down emissions, they argue.",
            "they",
        ),
        ("The engineers met in May. They said that 40 mills closed.", "The engineers"),
        ("The rebels met in May. They say 40 boats sank.", "The rebels"),
        ("The treaty was signed in May. It says 40 boats sank.", "The treaty"),
        ("Ann Roe said about the deal that it cost $40 million.", "Ann Roe"),
        ("The firm said about its plans: sales will rise 4%.", "The firm"),
    ],
)
def test_a_thing_says_nothing(text, source):
    (quote,) = claims(text, "quote")
    assert quote.value.source == source


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The funds rate of Velm averaged 1.6 percent between 1991 and 1995.", "The funds rate of Velm"),
        ("In May 1991 a sum of $5 million was paid.", "a sum"),
    ],
)
def test_a_date_is_not_of_an_amount_that_is_of_something(text, subject):
    assert claims(text, "date")[0].subject.text.startswith(subject)


@pytest.mark.parametrize(
    ("text", "categories"),
    [
        ("One of her friends at Halvor, a rising executive named Ann Holm, left.", []),
        ("Norvale, a company called Orvane until 2011, makes nets.", ["company", "company"]),
        ("Halvor, a maker of nets, left.", ["maker of nets"]),
        ('The film has widely been described as "raunchy".', []),
        ("He formed his own company, Halvor Light & Power.", ["company"]),
    ],
)
def test_what_stands_beside_a_name_is_not_always_of_it(text, categories):
    assert [definition.value.category for definition in claims(text, "definition")] == categories


def test_a_title_with_a_verb_in_it_is_managed_by_nobody():
    assert not claims("Jeff Gamet, managing editor of The Velm Observer, said it.", "organization")
    assert claims("Jeff Gamet, who manages the Velm Observer, said it.", "organization")


def test_the_first_one_of_a_text_that_counts_off_is_no_rank():
    assert not claims("There are two targets. The first one is the bootstrap stage.", "ranking")
    assert claims("She was the first one to cross the sound.", "ranking")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Excessive activation promotes Ca2+ leak from the store.", "count"),
        ("Details may be lost when converting from one format to another.", "change"),
        ("It’s best to avoid these options.", "ranking"),
    ],
)
def test_ions_changes_of_kind_and_advice_hold_no_amounts(text, kind):
    assert not claims(text, kind)


def test_a_fall_from_one_to_none_is_a_change():
    (change,) = claims("The price fell from $4 to $3 when it moved from one town to another.", "change")
    assert (change.value.from_, change.value.to) == (4, 3)
