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


def test_a_day_among_facts_is_no_head_of_those_below_it():
    table = "Port\tHolm\nDock\tNo. 9a\nDeep\t14 m\nDue\t15 January 2027\nLong\t48 m"
    assert said(table) == [("Deep", "14", "meter", ()), ("Long", "48", "meter", ())]
    years = "Year\t2019\nLong\t48 m\nYear\t2020\nLong\t50 m"
    assert [head[-1].text for *_, head in said(years)] == ["2019", "2020"]
