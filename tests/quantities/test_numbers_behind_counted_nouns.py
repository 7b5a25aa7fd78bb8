"""A number behind a noun that takes numbers, where another number counts that noun already."""

import pytest

from claimcheck import find_quantities


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In the 12 games 30 won prizes.", [12, 30]),
        ("In game 30 she won a prize.", []),
        ("She won in Games 30.", []),
    ],
)
def test_a_counted_noun_names_no_number(text, numbers):
    assert [quantity.number for quantity in find_quantities(text)] == numbers
