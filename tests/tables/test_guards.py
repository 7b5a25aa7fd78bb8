"""Figures of which a table does not say enough."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.article import Article, Table, TableCell
from claimcheck.pipeline import extract_articles
from claimcheck.tagging.pipelines import load_pipeline

pytestmark = pytest.mark.model


def test_thousands_over_tonnes_are_of_nobody_knows_what():
    table = "Mine\tOutput (tonnes)\nNorth\t45\nSouth\t30\n\nText."
    assert not [c for c in extract(f"Output (in thousands):\n\n{table}").claims if c.kind == "measurement"]
    assert [c.value.number for c in extract(table).claims if c.kind == "measurement"] == [45, 30]


def test_whole_numbers_whose_means_have_decimals_are_scores():
    table = "Trait\tDocks\tPiers\tMean\nMerits\t5\t4\t4.5\nRisks\t4\t3\t3.5\nMean\t4.5\t3.5\t4"
    assert extract(f"{table}\n\nText.").claims == ()
    assert len(extract(table.replace(".5", "").replace("Mean", "Total")).claims) > 4


def test_capitals_that_differ_behind_the_figures_of_a_column_are_marks_and_no_units():
    table = "Case\tCost\tBest\nNorth\t23\t18 A\nSouth\t30\t61 K\nEast\t31\t199 G\nWest\t44\t27 A"
    assert not {18, 61, 199_000_000_000} & {c.value.number for c in extract(f"{table}\n\nText.").claims}
    amperes = table.replace(" K", " A").replace(" G", " A")
    assert {18, 61, 199} <= {c.value.number for c in extract(f"{amperes}\n\nText.").claims}


def test_a_lower_bound_is_no_pound_and_a_loose_letter_no_scale():
    table = "Case\tLB\tBest\nNorth\t23.5\t18 G\nSouth\t30.2\t61 G"
    assert not [
        c for c in extract(f"{table}\n\nText.").claims if c.kind == "measurement" or c.value.number > 99
    ]
    pounds = table.replace("LB", "Weight (lb)")
    found = [str(c.value.number) for c in extract(f"{pounds}\n\nText.").claims if c.kind == "measurement"]
    assert found == ["23.5", "30.2"]


def test_staff_under_money_is_what_they_cost_or_how_many_they_are():
    table = "£ thousand\t2024\t2023\nFood\t1,015\t902\nStaff\t588\t561\nRent\t96\t71"
    found = {c.value.number: c.kind for c in extract(f"{table}\n\nText.").claims}
    assert found == dict.fromkeys([1_015_000, 902_000, 96_000, 71_000], "money")
    number = table.replace("Staff", "Number of staff")
    assert [c.value.number for c in extract(f"{number}\n\nText.").claims if c.kind == "count"] == [588, 561]


def test_a_row_with_amounts_in_words_below_the_heads_of_a_file_is_no_head():
    rows = [["Days left", "Refund"], ["over 56", "100% less £50"], ["29 to 56", "50%"], ["15 to 28", "25%"]]
    text, cells = "", []
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            cells.append(TableCell(number, column, len(text), len(text) + len(words), is_head=number == 0))
            text += words + "\t\n"[column]
    article = Article("yard", text, tables=(Table(0, len(text) - 1, tuple(cells)),))
    (result,) = extract_articles(iter([article]), load_pipeline(None))
    assert [c.value.of for c in result.claims if c.kind == "percentage"] == ["Refund", "Refund"]
