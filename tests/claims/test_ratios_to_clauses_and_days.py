"""Halves and other fractions as ratios, to what was, to another day, to a norm, and again; and as parts."""

import pytest


@pytest.mark.parametrize(
    ("text", "factors"),
    [
        ("It costs half what it used to be.", [0.5]),
        ("Miners get 3 BTC, half what they got before the halving.", [0.5]),
        ("Half what she said was true.", []),
        ("She earned half of what he earned.", [0.5]),
        ("She gave away about half of what she earned.", []),
        ("Volume was barely half of Thursday's.", [0.5]),
        ("They ate half of Thursday's bread.", []),
        ("Growth was weak, a third below normal.", [0.666666666666667]),
        ("A third below 45 mm were thrown away.", []),
        ("The field is half as large again as the old one.", [1.5]),
        ("The first half as a whole went badly, and again the second.", []),
        ("Others cost €2 million; the best fetch twice that.", [2]),
        ("He fell twice that day.", []),
    ],
)
def test_ratios(values, text, factors):
    assert values(text, "comparison") == [(factor,) for factor in factors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The list is 2,100 shorter than its peak.", [("decrease", 2100)]),
        ("They waited eight minutes longer than the winter before.", [("increase", 8, "minute")]),
        ("The bridge is eight metres longer than the old one.", []),
        ("They waited eight minutes longer than planned.", []),
    ],
)
def test_longer_than_before(values, text, expected):
    assert values(text, "change") == expected
