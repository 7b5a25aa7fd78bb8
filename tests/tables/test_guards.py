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


def test_a_bare_number_below_signed_shares_is_no_share():
    table = "Test\tNow\tLimit\nCover\t40.5%\t40.0%\nPart\t4.9%\t3.1%\nLife\t4.83\t9.00"
    assert [str(c.value.number) for c in extract(f"{table}\n\nText.").claims] == [
        "40.5",
        "40",
        "4.9",
        "3.1",
    ]
    once = table.replace("4.9%", "4.9").replace("3.1%", "3.1")
    assert len(extract(f"{once}\n\nText.").claims) == 6


def test_a_bare_number_among_signed_shares_is_no_share():
    table = "Test\tGoal\nCover\t98%\nSpread\t20\nLife\t80%\nFaults\t0"
    shares = [c for c in extract(f"{table}\n\nText.").claims if c.kind == "percentage"]
    assert [str(c.value.number) for c in shares] == ["98", "80"]
    ends = table.replace("80%", "80").replace("\t0", "\t10%")  # the sign at the top and the bottom
    assert len([c for c in extract(f"{ends}\n\nText.").claims if c.kind == "percentage"]) == 4


def test_names_of_lines_of_a_form_are_no_figures():
    form = "1a\tWages\t1a\n1g\tFees\t1g\n1h\tTips\t1h\n3b\tShares, see line 3a\t3b"
    assert extract(f"{form}\n\nText.").claims == ()
    times = "Run\tTime\nNorth\t1h\nSouth\t2h\nEast\t3h"
    assert [c.value.unit for c in extract(f"{times}\n\nText.").claims] == ["hour"] * 3


ORDER = (
    "Item\tQty\tUnit price\tTotal\nGate post, 120 cm\t8\t£31.00\t£248.00\n"
    "Brass hinge\t20\t£4.50\t£90.00\nGlue\t2\t£6.25\t£12.50"
)


def numbers_of(text, kind):
    return [str(claim.value.number) for claim in extract(f"{text}\n\nText.").claims if claim.kind == kind]


def test_numbers_under_a_quantity_are_neither_money_nor_what_the_row_is_long():
    assert numbers_of(ORDER, "count") == ["8", "20", "2"]
    assert numbers_of(ORDER, "measurement") == []
    assert numbers_of(ORDER, "money") == ["31", "248", "4.50", "90", "6.25", "12.50"]


def test_a_bare_number_beside_amounts_that_all_have_their_sign_is_no_amount():
    unnamed = ORDER.replace("Qty\tUnit price", "\t")
    assert numbers_of(unnamed, "money") == ["31", "248", "4.50", "90", "6.25", "12.50"]
    once = (
        "Costs\t2023\t2024\nRent\t£310\t£330\nHeat\t45\t52\nFood\t60\t61"  # the sign stands in the first row
    )
    assert numbers_of(once, "money") == ["310", "330", "45", "52", "60", "61"]


def test_what_one_row_of_a_table_counts_in_is_no_scale_of_the_others():
    text = "\tBerths\t2023\nMoored boats\t410\t390\nLate boats (thousands of hours)\t5.2\t6.6\nAverage fee (£)\t428\t401"
    assert not {"428000", "401000", "410000", "390000"} & {
        str(int(n)) for n in map(float, numbers_of(text, "money"))
    }


def test_a_share_in_the_name_of_a_row_is_no_unit_of_its_figures():
    text = "Item\tJune\tJuly\nNets\t340\t310\nDuty 20%\t68\t62"
    assert numbers_of(text, "percentage") == []
    assert numbers_of(text.replace("Duty 20%", "Share (%)"), "percentage") == ["68", "62"]


def test_a_day_at_the_head_of_a_row_is_no_software():
    text = "Date\tVersion\n2017-05-25\t3.19.2\n2016-04-18\t3.12.2"
    assert [claim for claim in extract(f"{text}\n\nText.").claims if claim.kind == "version"] == []
    named = text.replace("2017-05-25", "Quillo").replace("2016-04-18", "Vexel")
    assert [claim.value.software for claim in extract(f"{named}\n\nText.").claims] == ["Quillo", "Vexel"]
