"""Words that look like a date and are none that is known, each with a near miss that is one."""

from __future__ import annotations

import datetime as dt

import pytest

from claimcheck.dates.finding import find_dates

REFERENCE = dt.date(2018, 5, 31)


@pytest.mark.parametrize(
    ("text", "expected", "near_miss", "found"),
    [
        (
            "The fire broke out in May, and the bridge fell two days later.",
            [("May", "XXXX-05")],
            "She will resign two weeks later.",
            [("two weeks later", "2018-06-14")],
        ),
        ("He died two years later.", [], "He died two years ago.", [("two years ago", "2016")]),
        (
            "They were paid two weeks hence.",
            [],
            "They will be paid two weeks hence.",
            [("two weeks hence", "2018-06-14")],
        ),
        (
            "On May 3, 2012, the ferry sank. Three days later, divers were sent down.",
            [("May 3, 2012", "2012-05-03")],
            "The ferry sinks in deep water, and divers will be sent down three days later.",
            [("three days later", "2018-06-03")],
        ),
        (
            "She had joined the firm three years earlier.",
            [],
            "She joined the firm three years back.",
            [("three years back", "2015")],
        ),
        (
            "The shop had closed two months previously.",
            [],
            "The shop closed two months ago.",
            [("two months ago", "2018-03")],
        ),
        ("The town grew in the 330s BC.", [], "The town grew in the 1330s.", [("1330s", "133X")]),
        ("Coins of the 300s BC were found.", [], "Coins of the 1300s were found.", [("1300s", "13")]),
    ],
)
def test_a_day_after_another_and_a_decade_without_a_value(text, expected, near_miss, found):
    assert [(date.text, date.timex) for date in find_dates(text, reference=REFERENCE)] == expected
    assert [(date.text, date.timex) for date in find_dates(near_miss, reference=REFERENCE)] == found


@pytest.mark.parametrize(
    ("text", "expected", "near_miss", "found"),
    [
        (
            "Sales will fall next year.",
            [("next year", "2019")],
            "It opens in fall next year.",
            [("fall next year", "2019-FA")],
        ),
        (
            "The last three days of the fair were hot.",
            [],
            "The last three days were hot.",
            [("last three days", "2018-05-28/2018-05-30")],
        ),
    ],
)
def test_a_verb_and_a_part_of_something_else_are_no_time_from_today(text, expected, near_miss, found):
    assert [(date.text, date.timex) for date in find_dates(text, reference=REFERENCE)] == expected
    assert [(date.text, date.timex) for date in find_dates(near_miss, reference=REFERENCE)] == found
