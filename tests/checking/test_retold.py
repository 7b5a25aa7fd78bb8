"""Amounts and dates without a name of their own, which two documents give in sentences that else say the same."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

ONE = "Vexa Motors met the mayor of Larvik, Erik Holm. "
OTHER = "The mayor of Larvik, Erik Holm, received Vexa Motors. "

CONFLICTS = {
    "a day of the year": ("The law takes effect on 1 July.", "The law takes effect on 1 June."),
    "a count of people": ("Nine people were injured.", "Eleven people were injured."),
    "a date": ("Construction starts in 2026.", "Construction starts in 2027."),
    "revenue and sales": (
        "The firm posted revenue of 412 million euros in 2023, up 6 percent.",
        "The firm posted turnover of 421 million euros in 2023, up 6 percent.",
    ),
    "another scale": (
        "The repairs of the old bridge cost 38 million kroner.",
        "The repairs of the old bridge cost 38 billion kroner.",
    ),
}

AGREE = {
    "other agents": ("Firefighters were called out 300 times.", "The police were called out 90 times."),
    "other groups": ("Zelamide was taken by 240 men.", "Placebo was taken by 230 men."),
    "other places": ("Eight people were rescued from the river.", "Fourteen people were rescued from roofs."),
    "other days": ("About 900 guests slept there on Friday.", "About 300 guests slept there on Saturday."),
    "another deed": ("The police arrested three men.", "The police questioned 30 men."),
    "another of several": ("The debate lasted nine hours.", "The debate in the House lasted seven hours."),
    "a pronoun": ("It was trained on 1.2 billion images.", "It was trained on 400 million images."),
    "a number told elsewhere": (
        "Nine people were injured.",
        "Nine others were hurt, four of them badly. Four people were injured.",
    ),
    "the contrary happened to them": ("Nine people were killed.", "Eleven people survived."),
    "another noun": ("Nine houses were damaged.", "Eleven boats were damaged."),
    "another measure": (
        "The firm posted revenue of 412 million euros in 2023, up 6 percent.",
        "The firm posted a profit of 21 million euros in 2023, up 6 percent.",
    ),
    "another year": ("In 2022 nine people were injured.", "In 2023 eleven people were injured."),
    "another place": ("Nine people were injured in Oslo.", "Eleven people were injured in Bergen."),
    "the number rounded": (
        "The repairs cost 38.2 million kroner.",
        "The repairs cost about 38 million kroner.",
    ),
    "the other number elsewhere": (
        "Nine people were injured. Later eleven people were treated.",
        "Eleven people were injured.",
    ),
    "only possible": ("Nine people were injured.", "Eleven people may have been injured."),
    "of another size": (
        "The repairs of the bridge cost 38 million kroner.",
        "The repairs of the bridge cost 700 million kroner.",
    ),
    "of another part of one sentence": (
        "Construction starts in 2026 with nine turbines.",
        "Construction starts in 2027 with twelve turbines.",
    ),
}


def conflicts(one, other):
    found = claimcheck.compare([one, other]).findings
    return [finding.rule for finding in found if finding.verdict == "conflicts"]


@pytest.mark.parametrize("name", CONFLICTS)
def test_another_amount_in_the_same_words_is_a_conflict(name):
    one, other = CONFLICTS[name]
    assert conflicts(ONE + one, OTHER + other) == ["compare/retold"]


@pytest.mark.parametrize("name", AGREE)
def test_what_may_be_of_two_things_is_none(name):
    one, other = AGREE[name]
    assert conflicts(ONE + one, OTHER + other) == []


def test_documents_of_two_things_are_not_held_against_each_other():
    one, other = CONFLICTS["a count of people"]
    assert conflicts(one, other) == []


def test_documents_of_two_days_do_not_conflict():
    one, other = CONFLICTS["a count of people"]
    assert conflicts(f"OSLO, 4 May 2024 – {ONE}{one}", f"OSLO, 6 May 2024 – {OTHER}{other}") == []
