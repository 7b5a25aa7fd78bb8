"""The size of a change and its two values, and earlier values that are told with their figure."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def changes(text):
    return [c for c in extract(text).claims if c.kind == "change"]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("Prices rose by 4%, or from 50 to 52 euros.", 50, 52),
        ("Traffic fell 20%, or from 500 to 400 cars a day.", 500, 400),
    ],
)
def test_both_values_behind_or_are_of_the_same_change(text, old, new):
    [change] = changes(text)
    assert (change.value.from_, change.value.to) == (old, new)
    assert change.value.unit == "percent"


def test_a_second_size_behind_or_is_a_change_of_its_own():
    assert [c.value.unit for c in changes("Prices rose by 4% or by 2 euros.")] == ["percent", "EUR"]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 3% lower than the 61% recorded in 2015.",
        "Output was 4% higher than the 3,400 tonnes produced last year.",
        "Sales were 4% higher than the 3,400 cars seen in May.",
    ],
)
def test_a_figure_of_an_earlier_time_is_an_earlier_value(text):
    [change] = changes(text)
    assert change.value.unit == "percent"


@pytest.mark.parametrize(
    "text",
    [
        "Sales were 4% lower than the 3,400 recorded in Bonn.",
        "Sales were 4% lower than the 3,400 cars of Kelda.",
    ],
)
def test_a_figure_of_another_place_is_none(text):
    assert changes(text) == []


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The window was extended from 2048 to 8192 tokens.", 2048, 8192),
        ("Capacity went from 2010 to 2500 beds.", 2010, 2500),
        ("The context grew from 2048 to 16384.", 2048, 16384),
        # the first may be the year since when
        ("Sales grew from 2015 to 3,400 units.", None, 3400),
    ],
)
def test_an_old_value_that_looks_like_a_year(text, old, new):
    [change] = changes(text)
    assert (change.value.from_, change.value.to) == (old, new)


def test_years_stay_years():
    assert changes("Sales rose from 2015 to 2020.") == []
    assert changes("Sales rose from 1990 to 2100.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The largest rise was in Oslo at 7.1%, then Bergen (4.4%).",
            [("Oslo", "increase", 7.1), ("Bergen", "increase", 4.4)],
        ),
        ("The biggest fall was recorded in Wales, at 3.2%.", [("Wales", "decrease", 3.2)]),
        (
            "The biggest rise was in the north at 6.5 per cent and the smallest in Kent, at 1.1 per cent.",
            [("the north", "increase", 6.5), ("Kent", "increase", 1.1)],
        ),
        ("The largest share was in Oslo, at 7.1%.", []),
        ("The largest increase was in May, at 7.1%.", []),
        ("The highest rise was in Oslo, with 7.1% of all cases.", []),
        ("The largest gain was in Oslo, where 7.1% of people live.", []),
        ("The largest rise was in Oslo at 7.1%, but Bergen had 4.4% jobless.", [("Oslo", "increase", 7.1)]),
        ("The largest rise was in Oslo, at 7.1%, while towns (3.1%) lagged.", [("Oslo", "increase", 7.1)]),
        ("The largest rise was in Oslo, at 7.1%, and the rate is now (9%).", [("Oslo", "increase", 7.1)]),
        ("The greatest improvement was in reading, with 80% at grade level.", []),
        ("The biggest fall was in the share of homes with a car (45%).", []),
    ],
)
def test_where_something_rose_or_fell_most(text, expected):
    found = [(c.subject.text, c.value.direction, float(c.value.number)) for c in changes(text)]
    assert found == expected
