"""How often garbage is looked for while texts are read."""

from __future__ import annotations

import gc

import pytest

from claimcheck.scale.collecting import NEW_OBJECTS, collecting_seldom


@pytest.fixture(autouse=True)
def _as_before():
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(
    ("before", "within"),
    [
        ((700, 10, 10), (NEW_OBJECTS, 10, 10)),
        ((0, 10, 10), (0, 10, 10)),  # never
        ((NEW_OBJECTS * 2, 5, 5), (NEW_OBJECTS * 2, 5, 5)),
    ],
)
def test_a_program_has_its_own_habit_back(before, within):
    gc.set_threshold(*before)
    with collecting_seldom():
        assert gc.get_threshold() == within
    assert gc.get_threshold() == before


def test_a_program_has_its_own_habit_back_after_an_error():
    gc.set_threshold(700, 10, 10)
    with pytest.raises(ZeroDivisionError), collecting_seldom():
        _ = 1 // 0
    assert gc.get_threshold() == (700, 10, 10)
