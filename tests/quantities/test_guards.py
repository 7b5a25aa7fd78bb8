"""Figures that look like one quantity and are not, each with a near miss that is one."""

from __future__ import annotations

import pytest

from claimcheck.quantities.finding import find_quantities


def found(text):
    return [(quantity.text, quantity.kind) for quantity in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "apart", "near_miss", "together"),
    [
        (
            "Sales rose by $43 billion to $419 billion.",
            [("$43 billion", "money"), ("$419 billion", "money")],
            "Sales of $43 billion to $49 billion are likely.",
            [("$43 billion to $49 billion", "money")],
        ),
        (
            "Let $k_n = 0.3$ and $m = 4$.",
            [("0.3", "number"), ("4", "number")],
            "The fee is 0.3$ a day.",
            [("0.3$ a day", "money")],
        ),
        ("It is a one-legged stool.", [], "It is a one-bedroom flat.", [("one-bedroom", "count")]),
        (
            "Sales rose from 2K to 8K.",
            [("from 2K to 8K", "number")],
            "They sell an 8K screen.",
            [],
        ),
        (
            "Of 80 tests, 12, or 15%, failed.",
            [("80 tests", "count"), ("12", "number"), ("15%", "percent")],
            "Some 5, 12, or 15% failed.",
            [("Some 5", "percent"), ("12", "percent"), ("15%", "percent")],
        ),
        (
            "They won 12 to 9.",
            [("12", "number"), ("9", "number")],
            "It takes 9 to 12 days.",
            [("9 to 12 days", "measure")],
        ),
        (
            "The rod is 3 m 5 cm long.",
            [("3 m", "measure"), ("5 cm", "measure")],
            "The rod is 3 m and 5 cm long.",
            [("3 m and 5 cm", "measure")],
        ),
        (
            "A third of the town left.",
            [("A third of the town", "percent")],
            "Two thirds of a euro is lost.",
            [("Two thirds of a euro", "money")],
        ),
        (
            "He ate 3 plus 5 kg.",
            [("3", "number"), ("5 kg", "measure")],
            "He ate 3, or 5 kg.",
            [("3", "measure"), ("5 kg", "measure")],
        ),
        (
            "They fine-tune Llama 20 models.",
            [("20 models", "count")],
            "They fine-tune Llama 2 models.",
            [],
        ),
    ],
)
def test_two_figures_that_are_no_range_and_a_sign_that_is_no_unit(text, apart, near_miss, together):
    assert found(text) == apart
    assert found(near_miss) == together
