"""Words that are no name, each with a near miss that is one."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "near_miss", "found"),
    [
        ("The notice (DE) came from Berlin.", "The notice (BMW) came from Berlin.", "BMW"),
        ("A talk (FR) by AB was held.", "A talk by the ABN was held.", "ABN"),
    ],
)
def test_two_capitals_that_only_the_model_takes_for_an_organization(text, near_miss, found):
    assert not [name.text for name in extract(text).entities if name.label == "organization"]
    assert found in [name.text for name in extract(near_miss).entities if name.label == "organization"]
