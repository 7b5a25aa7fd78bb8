"""Words that the checks of one text look for: each does its part in a sentence."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.checking.lint.changes.moves import factors
from claimcheck.lexicons.word_sets import word_list

pytestmark = pytest.mark.model


def rules(text):
    return {finding.rule for finding in claimcheck.lint(text).findings}


@pytest.mark.parametrize("word", word_list("lint/up"))
def test_a_rise_that_ends_lower(word):
    assert "lint/direction" in rules(f"Membership {word} from 4,200 to 3,100.")
    assert "lint/direction" not in rules(f"Membership {word} from 3,100 to 4,200.")


@pytest.mark.parametrize("word", word_list("lint/down"))
def test_a_fall_that_ends_higher(word):
    assert "lint/direction" in rules(f"Membership {word} from 3,100 to 4,200.")
    assert "lint/direction" not in rules(f"Membership {word} from 4,200 to 3,100.")


BOUNDS = {"just under", "no more than"}
"""A percentage with one of these is an upper bound, which holds for whatever is less."""


@pytest.mark.parametrize("word", [word for word in word_list("lint/near") if word not in BOUNDS])
def test_a_word_before_a_wrong_percentage(word):
    assert "lint/change" in rules(f"Revenue rose {word} 90 percent from $20 million to $30 million.")
    assert "lint/change" not in rules(f"Revenue rose {word} 50 percent from $20 million to $30 million.")


@pytest.mark.parametrize("word", sorted(BOUNDS))
def test_a_bound_before_a_percentage_is_left_alone(word):
    assert rules(f"Revenue rose {word} 90 percent from $20 million to $30 million.") == set()


@pytest.mark.parametrize("word", word_list("lint/rate"))
def test_a_percentage_that_is_not_that_of_the_two_figures(word):
    assert rules(f"Revenue rose 12 percent, {word}, from $20 million to $30 million.") == set()


@pytest.mark.parametrize("word", factors())
def test_a_multiple_that_is_none(word):
    assert "lint/multiple" in rules(f"Profit {word} from 10 million euros to 95 million euros.")
