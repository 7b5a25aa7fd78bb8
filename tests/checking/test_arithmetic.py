from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.checking.arithmetic import (
    Term,
    derive_amount,
    derive_percent,
    derive_ratio,
    last_place,
    rounds_to,
)


@pytest.mark.parametrize(
    ("number", "written", "place"),
    [
        ("1500000000", "1.5 billion", "100000000"),
        ("14000", "14,000", "1000"),
        ("5000", "5,000", "100"),
        ("190", "190", "1"),
        ("50", "fifty", "1"),
        ("16.10", "16.10", "0.01"),
        ("0", "0", "1"),
        ("0.5", "half", "0.1"),
    ],
)
def test_the_last_place_is_the_one_that_is_written(number, written, place):
    assert last_place(Decimal(number), written) == Decimal(place)


def test_about_is_five_percent():
    assert rounds_to(Decimal(42), Decimal(40), Decimal(1), about=True)
    assert not rounds_to(Decimal(43), Decimal(40), Decimal(1), about=True)
    assert not rounds_to(Decimal(42), Decimal(40), Decimal(1))


def terms(*values):
    return [Term(Decimal(value), value) for value in values]


def test_sums_and_differences_show_their_terms():
    shown = [derivation.shown for derivation in derive_amount(terms("412", "319", "5"))]
    assert "412 - 319 = 93" in shown
    assert "412 + 319 + 5 = 736" in shown


def test_percentages_are_changes_and_shares():
    found = {(d.kind, round(d.value)) for d in derive_percent(terms("400", "500"))}
    assert found == {("percent-change", 25), ("percent-change", 20), ("share", 80)}


def test_nothing_is_divided_by_zero():
    assert list(derive_percent(terms("0", "0"))) == []
    assert list(derive_ratio(terms("0", "5"))) == []
