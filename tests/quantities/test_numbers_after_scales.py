"""A number word after digits with a scale is a number of its own."""

from __future__ import annotations

import pytest

from claimcheck.quantities.finding import find_quantities


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Debt was down from £1.04 billion six months before.", [1_040_000_000, 6]),
        ("They paid $3 million two years ago.", [3_000_000, 2]),
        ("The firm sold 2 million five hundred thousand cars.", [2_500_000]),
        ("It costs one million six hundred thousand dollars.", [1_600_000]),
    ],
)
def test_digits_with_a_scale_end_there(text, numbers):
    assert [int(quantity.number) for quantity in find_quantities(text)] == numbers
