"""Formulas that stand apart hold no claims; lines with figures and words do."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.apparatus.formulas import find_formulas


@pytest.mark.parametrize("formula", ["f1\nN − 1 N (27)", "y = 3 m + 4 b", "h = max(3 m, 2 g) + exp(5 s)"])
def test_formulas_hold_nothing(formula):
    text = f"The estimate is as follows.\n\n{formula}\n\nIt has 40 boats."
    assert [text[start:end] for start, end in find_formulas(text)] == [formula]
    assert [claim.text for claim in extract(text).claims if claim.kind != "date"] == ["40 boats"]


@pytest.mark.parametrize(
    "text",
    ["Depth = 40 m", "12 m", "Rent + heat = $900", "40 km\n\n30 km", "Height 5 m × width 3 m", "3 − 1 = 2"],
)
def test_no_formulas(text):
    assert not list(find_formulas(text))
