"""Figures that an answer worked out of its source: each beside one that does not follow."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

SALES = (
    "Revenue for the three months to the end of June climbed 7.4 percent to £1.26 billion. Snacks accounted for "
    "58 percent of sales, cereals for 31 percent and pet food for the remaining 11 percent. Adjusted operating "
    "profit was £146 million, compared with £121 million a year earlier, and the operating margin widened by 120 "
    "basis points to 11.6 percent. Net debt stood at £890 million at the end of June, down from £1.04 billion six "
    "months before."
)
TRIAL = (
    "Glycated haemoglobin had fallen by 1.6 percentage points in one group and by 1.4 percentage points in the "
    "other. Two deaths were recorded in each group. Nausea was more common with the pill: 22 percent of patients "
    "reported it, against 6 percent in the comparison group."
)
MATCH = (
    "Falkirk had 46 percent of possession and 14 shots to Inverness's 17. Inverness led 2-0 at half-time. "
    "A steward and two fans were injured."
)
CENSUS = (
    "The share of people aged 65 and over rose from 17.2 to 21.6 percent. The median age is now 43.7 years, "
    "compared with 40.9 ten years ago. Women make up 51.2 percent of the population. The census day was 9 October. "
    "Results of the 2024 census were published on Friday."
)
VERDICT = (
    "A jury awarded the workers $19 million in compensation and $45 million in punitive damages. The company "
    "still faces 310 similar suits."
)
CLAM = "The clam was 507 years old when it died. The grant was worth 84 million yen."


def findings(answer, source):
    return {(f.rule, f.verdict) for f in claimcheck.ground(answer, source).findings if f.kind != "name"}


def problems(answer, source):
    return [f for f in claimcheck.ground(answer, source).findings if f.level != "none"]


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        # shares in words stand for what is near them, on the side that the words name
        (
            SALES,
            "Cereals made up just under a third of sales.",
            "Cereals made up just under a quarter of sales.",
        ),
        (
            SALES,
            "Adjusted operating profit rose by roughly a fifth.",
            "Adjusted operating profit rose by a half.",
        ),
        (TRIAL, "Nearly a quarter of patients reported nausea.", "Nearly half of patients reported nausea."),
        # points: of percent, basis points, and their gaps
        (
            SALES,
            "The operating margin widened by 1.2 percentage points.",
            "The operating margin widened by 2.1 percentage points.",
        ),
        (
            TRIAL,
            "Haemoglobin fell by 1.6 points in one group.",
            "Haemoglobin fell by 1.9 points in one group.",
        ),
        (
            CENSUS,
            "The share of people over 65 rose by 4.4 points.",
            "The share of people over 65 rose by 5.4 points.",
        ),
        (CENSUS, "About 22% of the people are 65 or older.", "About 25% of the people are 65 or older."),
        # a unit that the source writes once
        (CENSUS, "The median age rose by 2.8 years.", "The median age rose by 3.8 years."),
        # how many times, beyond a bound
        (
            TRIAL,
            "Nausea was more than three times as common with the pill.",
            "Nausea was more than four times as common with the pill.",
        ),
        # so many in each; one more with an article; sides of a score
        (TRIAL, "Four deaths were recorded.", "Seven deaths were recorded."),
        (MATCH, "Three people were injured.", "Seven people were injured."),
        (MATCH, "Inverness led by two goals at half-time.", "Inverness led by five goals at half-time."),
        # what is left of a hundred
        (MATCH, "Inverness had 54 percent of possession.", "Falkirk had 54 percent of possession."),
        (
            CENSUS,
            "Men make up 48.8 percent of the population.",
            "Women make up 48.8 percent of the population.",
        ),
        # a share of the sum
        (
            VERDICT,
            "Punitive damages made up about 70% of the award.",
            "Compensation made up about 50% of the award.",
        ),
        # hundreds, and a span that nobody lives
        (
            VERDICT,
            "The company faces hundreds of similar suits.",
            "The company faces thousands of similar suits.",
        ),
        (CLAM, "The clam lived for just over 500 years.", "The clam lived for just over 600 years."),
        # the year of a day stands elsewhere
        (CENSUS, "The census day was 9 October 2024.", "The census day was 19 October 2024."),
        # six months, and no billion and six pounds
        (
            SALES,
            "Net debt dropped by £150 million in six months.",
            "Net debt dropped by £250 million in six months.",
        ),
    ],
)
def test_what_follows_is_no_finding_and_what_does_not_is_one(source, right, wrong):
    assert problems(right, source) == []
    assert problems(wrong, source)


@pytest.mark.parametrize(
    ("answer", "source", "rule"),
    [
        ("Men make up 48.8 percent of the population.", CENSUS, "ground/complement"),
        ("Four deaths were recorded.", TRIAL, "ground/product"),
        ("Inverness led by two goals at half-time.", MATCH, "ground/score"),
        ("Three people were injured.", MATCH, "ground/sum"),
        ("Punitive damages made up about 70% of the award.", VERDICT, "ground/share"),
        ("The operating margin widened by 1.2 percentage points.", SALES, "ground/unit-conversion"),
    ],
)
def test_how_it_follows_is_named(answer, source, rule):
    assert (rule, "follows") in findings(answer, source)


def test_figures_of_a_list_that_change_places_differ():
    swapped = "Snacks accounted for 31 percent of sales and cereals for 58 percent."
    assert {f.place.text for f in problems(swapped, SALES)} >= {"31 percent of sales", "58 percent"}
    assert problems("Cereals accounted for 31 percent of sales and snacks for 58 percent.", SALES) == []


def test_figures_beside_each_other_may_share_a_noun():
    answer = "The jury granted $45 million in punitive and $19 million in compensatory damages."
    assert problems(answer, VERDICT) == []
