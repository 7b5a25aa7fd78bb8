"""Facts beside each other in the rows of a table, and tables that only look so."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def said(table):
    return [
        (claim.subject.text, str(claim.value.number), claim.value.unit, claim.table.column)
        for claim in extract(f"{table}\n\nText.").claims
        if claim.kind == "measurement"
    ]


def test_each_value_is_told_of_the_name_before_it():
    table = "Owner\tHolm Port\tTested on\t4 May 2026\nLength\t187 m\tWidth\t11.5 m\nMasts\t3\tMass\t40 t"
    assert said(table) == [
        ("Length", "187", "meter", ()), ("Width", "11.5", "meter", ()), ("Mass", "40", "tonne", ())
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "Boat\tLength\tYard\tMass\nWren\t18 m\tHolm\t4 t\nErne\t21 m\tDahl\t5 t",
        "Boat\tLength\tYard\tMass\nWren\t18 m\tHolm\t4 t\nErne\tn/a\tDahl\t5 t\nTern\t9 m\tHolm\t2 t",
    ],
)
def test_heads_over_columns_stay_heads(table):
    masses = [(subject, head[0].text) for subject, _, unit, head in said(table) if unit == "tonne"]
    assert masses[:2] == [("Wren", "Mass"), ("Erne", "Mass")]
