"""The figure of one cell."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.tables.cells import is_nothing, is_period, read_figures

FIGURES = [
    ("$ (34)", "-34", "money"),
    ("(8.1)%", "-8.1", "percent"),
    ("(248%)", "-248", "percent"),
    ("$(0.16)", "-0.16", "money"),
    ("−298", "-298", "plain"),
    ("(19,911", "-19911", "plain"),
    ("1,452.4", "1452.4", "plain"),
    ("16.1%(2)", "16.1", "percent"),
    ("1,240 (2019)", "1240", "plain"),
    ("12 (5)", "12", "plain"),
    ("671B", "671000000000", "plain"),
    ("US$88.5 billion (2023)", "88500000000", "money"),
    ("NT$963,947", "963947", "money"),
    ("5 km", "5", "measure"),
]


@pytest.mark.parametrize(("cell", "number", "kind"), FIGURES)
def test_a_figure(cell, number, kind):
    (figure,) = read_figures(cell)
    assert (figure.number, figure.kind) == (Decimal(number), kind)


@pytest.mark.parametrize(
    "cell", ["2019", "—", "$ -", "n/a", "Basic", "1.5x", "(a)", "5 of the 7 shops were shut"]
)
def test_no_figure(cell):
    assert not read_figures(cell)


@pytest.mark.parametrize(
    "cell",
    ["2019", "2 0 1 8", "December 31, 2019 (1)", "Year-ended 31 March 2019", "FY18***", "Q1 2020", "Mar"],
)
def test_a_period(cell):
    assert is_period(cell)


@pytest.mark.parametrize(
    "cell", ["Margin", "Decrease", "Marketing", "Octane", "1,452", "Total", "Less than 1 year"]
)
def test_no_period(cell):
    assert not is_period(cell)


def test_nothing_is_told_from_nought():
    assert is_nothing("—")
    assert not is_nothing("0")
