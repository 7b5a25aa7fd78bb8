"""Letters that a text gives to a scaled unit go by the text, after it says so and nowhere else."""

import pytest

from claimcheck import find_quantities


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("The quarry sold 9 million tonnes (mt) of stone. In May it sold 2 mt.", 2_000_000, "tonne"),
        ("The depot pumped 14 thousand tonnes (kt) of slurry. A further 12 kt came.", 12_000, "tonne"),
        ("The field gave 3 million barrels (mb), and then 2 mb.", 2_000_000, "barrel"),
        # what the lexicon reads as the same amount stays
        ("The mine shipped 7 million tonnes (Mt), and then 5 Mt.", 5, "megaton"),
        # no definition, one that comes later, a scale of its own
        ("The quarry sold 9 million tonnes of stone. In May it sold 2 mt.", 2, "tonne"),
        ("The quarry sold 2 million tonnes (mt), then 3 million mt.", 3_000_000, "tonne"),
    ],
)
def test_the_last_amount_is_read_by_the_definition(text, amount, unit):
    last = find_quantities(text)[-1]
    assert (last.number, last.unit, last.kind) == (amount, unit, "measure")
    assert last.text == text[last.start : last.end]


def test_an_amount_before_its_definition_is_left_alone():
    first = find_quantities("It sold 2 mt. Last year it was 9 million tonnes (mt).")[0]
    assert first.number == 2


def test_the_si_value_follows_the_definition():
    last = find_quantities("They dug 9 million tonnes (mt) and moved 2 mt.")[-1]
    assert (last.si_value, last.si_unit) == (2_000_000_000, "kilogram")


def test_ranges_are_scaled_at_both_ends():
    last = find_quantities("They dug 9 million tonnes (mt), then 2 to 3 mt.")[-1]
    assert (last.low, last.high) == (2_000_000, 3_000_000)
