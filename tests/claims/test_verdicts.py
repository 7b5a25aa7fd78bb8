"""What is told and is not so, what is only rumoured, and what was tried and came to nothing."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def qualifiers(text, kind):
    return [(c.polarity, c.certainty, c.prediction) for c in extract(text).claims if c.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rumours that Norvale owns Brightcell are unfounded.", "organization"),
        ("The claim that Norvale cut 400 jobs is a lie.", "change"),
        ("The theory that 40% of voters switched is plainly wrong.", "percentage"),
        ("It is not true that Norvale owns Brightcell.", "organization"),
        ("There is no evidence that 40% of users left.", "percentage"),
        ("Fears that 400 jobs would go were unfounded.", "count"),
        ("Norvale's talks to buy Brightcell collapsed in May.", "organization"),
        ("Norvale's bid to buy Brightcell was rejected.", "organization"),
        ("Norvale abandoned its plan to buy Brightcell.", "organization"),
        ("The regulator blocked Norvale's plan to buy Brightcell.", "organization"),
        ("Norvale pulled out of a deal to buy Brightcell.", "organization"),
    ],
)
def test_what_is_not_so_is_denied(text, kind):
    ((polarity, certainty, _),) = qualifiers(text, kind)
    assert (polarity, certainty) == ("negative", "certain")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There are rumours that Norvale bought Brightcell.", "organization"),
        ("Rumour has it that Norvale bought Brightcell.", "organization"),
        ("He was accused of stealing $4 million.", "money"),
        ("Norvale would have bought Brightcell.", "organization"),
        # the price of a bid that failed was meant, not paid
        ("Norvale's bid to buy Brightcell for $4 million was rejected.", "money"),
    ],
)
def test_what_is_only_told_or_meant_is_possible(text, kind):
    ((polarity, certainty, _),) = qualifiers(text, kind)
    assert (polarity, certainty) == ("positive", "possible")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # the verdict is of something else, or none
        ("The reports that are out of date cost $4 million.", "money"),
        ("Rumours that it would close sent shares down 4%.", "change"),
        ("A bank with 400 staff failed.", "count"),
        ("There is no doubt that 40% of users left.", "percentage"),
        # a judgement of what happened
        ("It was wrong that Norvale sacked 400 men.", "count"),
        ("Norvale's plan to buy Brightcell was approved, and a strike of 40 men failed.", "count"),
    ],
)
def test_a_verdict_reaches_no_further_than_its_clause(text, kind):
    assert all(found[:2] == ("positive", "certain") for found in qualifiers(text, kind))
    assert qualifiers(text, kind)


def test_a_denial_that_is_not_true_affirms():
    ((polarity, _, _),) = qualifiers("It is not true that Norvale does not own Brightcell.", "organization")
    assert polarity == "positive"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to Norvale 40% of users left.", "Norvale"),
        ("According to the mayor $4 million was lost.", "the mayor"),
    ],
)
def test_a_source_without_a_comma_ends_before_an_amount(text, source):
    found = [
        c.attribution and c.attribution.source
        for c in extract(text).claims
        if c.kind in ("percentage", "money")
    ]
    assert found == [source]


def test_a_plan_that_was_never_given_up_is_a_plan():
    text = "Norvale never gave up its plan to buy Brightcell."
    assert qualifiers(text, "organization") == [("positive", "probable", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The regulator blocked a plan to buy Brightcell.",
        "Ann Roe opposed the plan to buy Brightcell.",
    ],
)
def test_who_hinders_a_plan_is_not_who_has_it(text):
    assert qualifiers(text, "organization") == []
