"""Degrees, orders and choices that the answer turns round; and figures and names told in other words."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model


def rules(answer, source):
    return {f.rule for f in claimcheck.ground(answer, source).findings if f.level != "none"}


WORKS = (
    "The new pump is 40 percent faster than the old model. Rail fares are 12 percent lower than in 2019. "
    "Ann is three years older than Tom. The road tunnel is the third-longest in Norway. The dam is the highest in Peru. "
    "In 2015 the office chose Linux instead of Windows. Tarnwick uses less water than the old mill but more power."
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Tom is three years younger than Ann.", "Ann is three years younger than Tom."),
        ("The road tunnel is the third-longest in Norway.", "The road tunnel is the longest in Norway."),
        ("The dam is the highest in Peru.", "In Norway the road tunnel is the longest."),
    ],
)
def test_a_degree_turned_round(right, wrong):
    assert "ground/comparison" not in rules(right, WORKS)
    assert "ground/comparison" in rules(wrong, WORKS)


CHOICES = (
    "In 2015 the office chose Linux instead of Windows. In 2020 the shop took Windows instead of Linux. "
    "Tarnwick uses less water than the old mill but more power. Profit was $5 million in 2012, against $4 million a year earlier. "
    "Ruth Hale studied under Max Orm in Bonn, and taught Peter Voss."
)


@pytest.mark.parametrize(
    "right",
    [
        "The office uses Linux and not Windows.",
        "Compared with Tarnwick, the old mill needs less power but more water.",
        "In 2011 profit was $4 million.",
        "Max Orm taught Ruth Hale in Bonn.",
    ],
)
def test_what_is_told_from_the_other_side_is_no_finding(right):
    assert not rules(right, CHOICES)


def test_the_figure_of_the_year_before_is_not_of_this_year():
    assert rules("In 2012 profit was $4 million.", CHOICES)


TOWN = (
    "A pipe under Mill Lane burst on Monday, the fourth burst this year, and the lane was dry again by 9 p.m. "
    "Leakage fell from 21 percent to 17 percent, but the town missed its target of 15 percent. "
    "The rate on its loan went up by 0.75 percentage points to 5.5 percent. The pump moves 2.1 millilitres per minute a year. "
    "Ruth Hale declined the town's medal in 1988. She was married twice, first to a chemist and then to a baker. "
    "Clusters may have at most nine nodes. Tarn 4.2 raises the limit to 64 megabytes."
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The lane was dry by nine in the evening.", "The lane was dry by eight in the evening."),
        ("Leakage is at 17 percent, above the target of 15 percent.", "Leakage is at 17 percent, above the target of 16 percent."),
        ("The loan now costs 5.5 percent, up from 4.75 percent.", "The loan now costs 5.5 percent, up from 4.25 percent."),
        ("The pump moves 2.1 ml/min a year.", "The pump moves 2.7 ml/min a year."),
        ("In 1988 Ruth Hale refused the medal.", "In 1988 Ruth Hale accepted the medal."),
        ("A cluster has nine nodes at most.", "A cluster has seven nodes at most."),
        ("Tarn 4.2 raises the limit.", "Tarn 4.3 raises the limit."),
    ],
)  # fmt: skip
def test_the_same_in_other_words(right, wrong):
    assert not rules(right, TOWN)
    assert rules(wrong, TOWN)


TRADE = (
    "The Holm Trust bought the old mill from the town in 2004. Zabrin lost to Opolin after Baran scored in the 58th minute. "
    "Dudek made it three. Load came to a mean of 79% for the quarter. The module costs $999. Landing is forbidden in May. "
    "The engines have never failed. Seeds are sent within a week. Radom played the last half hour with ten men."
)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("The trust bought the mill from the town.", "The town bought the old mill from the Holm Trust."),
        ("Zabrin lost to Opolin.", "Opolin lost to Zabrin."),
        ("Load was 79% in the quarter.", "Load was 79% in the half-year."),
        ("The module costs about $1000.", "The module costs $1000."),
        ("Nobody may land in May.", "Landing is allowed in May."),
        ("The engines have always run.", "The engines have failed."),
        ("Seeds are sent within seven days.", "Seeds are sent within nine days."),
        ("Radom had ten men for 30 minutes.", "Radom had ten men for 40 minutes."),
    ],
)
def test_trades_spans_and_counts(right, wrong):
    assert not rules(right, TRADE)
    assert rules(wrong, TRADE)


PEOPLE = (
    "Mara Voss (born 3 June 1931 in Graz; died 19 May 2009 in Turin) built bridges. Anna Berg studied under Karl Feth. "
    "A fault in the pump was found by Tom Wilk and mended by Aiko Mori. The effect could be larger in the young. "
    "Sales of the ferry rose to 9 million euros in 2024. The ferry carried 61.5 million parcels, against 54.2 million in 2023. Acme bought Pakker, which had taken over Balta Express."
)


@pytest.mark.parametrize(
    ("rule", "right", "wrong"),
    [
        ("ground/exchanged", "Mara Voss was born in Graz.", "Mara Voss was born in Turin."),
        ("ground/exchanged", "Anna Berg studied under Karl Feth.", "Anna Berg studied under Tom Wilk."),
        ("ground/exchanged", "The fault in the pump was mended by Aiko Mori.", "The fault in the pump was mended by Tom Wilk."),
        ("ground/modality", "The effect may be larger in the young.", "The effect is larger in the young."),
        ("ground/period", "The ferry carried 54.2 million parcels in 2023.", "The ferry carried 54.2 million parcels during 2024."),
        ("ground/exchanged", "Pakker, which Acme acquired, had bought Balta Express.", "Acme bought Balta Express."),
    ],
)  # fmt: skip
def test_another_name_time_or_certainty(rule, right, wrong):
    assert rule not in rules(right, PEOPLE)
    assert rule in rules(wrong, PEOPLE)
