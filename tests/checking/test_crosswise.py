"""Articles on one event in other words: what they differ in is a conflict, and two events have none."""

from __future__ import annotations

import pytest

import claimcheck

pytestmark = pytest.mark.model

SHIP = (
    "Larkline said on Monday that its new ferry, the Sundrun, will enter service between Orsk and Velm on 9 June. "
    "The ship cost 71 million euros and was built at the Hollin yard in Croatia. It carries 640 passengers and 150 "
    "cars. Last year Larkline carried 1.9 million passengers, and revenue rose 6 percent to 287 million euros. A "
    "second ship will cost 52 million euros."
)
RETOLD = (
    "The ferry operator Larkline took delivery of a vessel this week. The Sundrun, which cost 71 million euros, was "
    "built by Hollin in Croatia and has room for 640 passengers. She starts sailing from Orsk to Velm on 9 June. "
    "Turnover last year was 287 million euros, a rise of 6 percent. A second one is to cost 52 million euros."
)

CONFLICTS = {
    "the cost of the ship": ("71 million", "77 million", "71 million euros"),
    "the way of a change": ("a rise", "a fall", "rose 6 percent to 287 million euros"),
    "a plan": ("52 million", "25 million", "52 million euros"),
}


def conflicts(one, other):
    found = claimcheck.compare([one, other]).findings
    return [(finding.rule, finding.place.text) for finding in found if finding.verdict == "conflicts"]


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_one_of_two_like_articles_gives_otherwise_is_a_conflict(name):
    old, new, place = CONFLICTS[name]
    assert conflicts(SHIP, RETOLD.replace(old, new)) == [("compare/crosswise", place)]


def test_articles_that_agree_have_none():
    assert conflicts(SHIP, RETOLD) == []


NO_CONFLICTS = {
    "two quarters": (
        (
            "Brel Foods reported second-quarter revenue of $318.2 million, up 7% from a year earlier. Net income fell to "
            "$15.1 million. Chief executive Ada Moss kept the forecast. Brel ended the quarter with $240 million of debt."
        ),
        (
            "Brel Foods reported third-quarter revenue of $331.9 million, up 4% from a year earlier. Net income rose to "
            "$19.6 million. Chief executive Ada Moss kept the forecast. Brel ended the quarter with $225 million of debt."
        ),
    ),
    "two things of two towns": (
        (
            "Orsk has 82,000 inhabitants. The bridge between Orsk and Velm was opened in 1971. Its repair cost 36 million "
            "kroner."
        ),
        (
            "The tunnel from Orsk to Velm was opened in 1993. Its repair cost 51 million kroner. The county has 170,000 "
            "inhabitants."
        ),
    ),
    "a part and the whole": (
        "Vexa employs 130 people there. The fire broke out at Vexa in Larvik.",
        "Vexa, which employs 1,500 people in Norway, was hit by a fire in Larvik.",
    ),
    "two months": (
        (
            "Lumel sold 41,300 cars in March, 6% more than a year earlier. In China it sold 12,400. Lumel has 9,500 workers and "
            "four plants. The Lumel One was the best-selling model with 15,900 cars. Its chief is Karl Stern."
        ),
        (
            "Lumel sold 38,800 cars in April, 2% fewer than a year earlier. In China it sold 10,800. Lumel has 9,500 workers and four plants. The "
            "Lumel One was the best-selling model with 14,200 cars. Its chief is Karl Stern."
        ),
    ),
    "a fire that goes on": (
        (
            "The fire on Mount Sarn has burned 1,300 hectares, the governor of Sarland, Ada Holm, said on Tuesday. It "
            "began near the Aven dam, built in 1964. Some 2,100 people left Velin, and four planes are in use."
        ),
        (
            "The fire on Mount Sarn burned 3,800 hectares, Governor Ada Holm of Sarland said on Thursday. It began near "
            "the Aven dam, built in 1964. Of the 2,100 people who left Velin 800 are back. Four planes are in use."
        ),
    ),
    "means of two trials": (
        "Mean age was 51 years in the Norvax trial at Oslo University Hospital.",
        "Mean age was 58 years in the second trial of Norvax at Oslo University Hospital.",
    ),
}


@pytest.mark.parametrize("name", NO_CONFLICTS)
def test_articles_on_two_things_have_none(name):
    assert conflicts(*NO_CONFLICTS[name]) == []


def test_a_company_that_may_be_another_conflicts_with_no_name():
    one = "The new ferry of Larkline is the Sundrun. The company bought its rival Velmlink in 2016."
    assert conflicts(one, "Larkline acquired Velmlink in 2016.") == []
