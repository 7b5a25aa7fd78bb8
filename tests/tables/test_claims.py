"""Claims in tables: scale, sign, period and heads, and what is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claims_of(text):
    return [c for c in extract(text).claims if c.table is not None]


def numbers(text):
    return [(c.kind, c.value.number) for c in claims_of(text)]


INCOME = """Statement of income (dollars in millions, except per share data):

\t2022\t2021
Net sales\t$ 53,437\t$ 49,417
Cost of sales\t30,120\t(28,004)
Earnings per share\t$ 0.16\t$ (1.13)
Operating margin\t(8.1)%\t24.3%
Shops opened\t12\t—
"""


def test_the_scale_holds_for_money_and_not_for_what_is_excepted():
    assert numbers(INCOME) == [
        ("money", 53_437_000_000),
        ("money", 49_417_000_000),
        ("money", 30_120_000_000),
        ("money", -28_004_000_000),
        ("money", Decimal("0.16")),
        ("money", Decimal("-1.13")),
        ("percentage", Decimal("-8.1")),
        ("percentage", Decimal("24.3")),
    ]


def test_a_claim_says_where_in_the_table_it_stands():
    claim = claims_of(INCOME)[0]
    place = claim.table
    assert claim.subject.text == place.row.text == "Net sales"
    assert [head.text for head in place.column] == ["2022"]
    assert (place.period.text, place.period.timex) == ("2022", "2022")
    assert place.scale.text == "(dollars in millions, except per share data)"
    assert place.scale.factor == 1_000_000
    assert place.caption.text.startswith("Statement of income")
    for span in (claim, claim.subject, place.row, place.scale, place.period, place.caption, *place.column):
        assert INCOME[span.start : span.end] == span.text


def test_heads_of_several_levels_and_groups():
    text = "\tYear Ended March 31,\t\n\t2019\t2018\nThousand tonnes\t\t\nIron ore:\t\t\nNorth pit\t120\t90\n"
    first = claims_of(text.replace("Thousand tonnes\t\t\n", "Output (thousand tonnes)\t\t\n"))[0]
    assert (first.kind, first.value.number, first.value.unit) == ("measurement", 120_000, "tonne")
    assert first.table.group.text == "Iron ore:"
    assert first.table.period.timex == "2018-04-01/2019-03-31"


@pytest.mark.parametrize(
    "text",
    [
        # money without a scale where the text has one elsewhere
        (
            "Sales (in thousands):\n\nItem\t2019\nSales\t$ 45\nCosts\t$ 30\n\nText.\n\nMore of it.\n\nAnd more of"
            " it.\n\nA last one.\n\nItem\t2019\nRent\t$ 4,512\nFees\t$ 871\n"
        ),
        # numbers of notes and pages
        "Item\tNote\nSales\t4\nCosts\t5\n",
        "Contents\tPage\nThe shops\t12\nThe farms\t31\n",
        # a total without words, ratios, years
        "Item\t2019\t2018\n\t55,945\t43,364\n\t12\t13\n",
        "Item\t2019\t2018\nCurrent ratio\t1.4\t1.7\nQuick ratio\t0.9\t1.1\n",
        "Loan\tMaturity\nFirst\t2039\nSecond\t2041\n",
    ],
)
def test_what_is_not_sure_is_left_out(text):
    rest = text.rpartition("Item\t2019\nRent")[1:]
    found = claims_of(text)
    assert not [c for c in found if not text.startswith("Sales") or c.start >= text.index("Rent")], rest


def test_money_in_a_sentence_that_counts_in_the_thousands_of_the_table_is_left_out():
    text = "Costs (in thousands):\n\n\t2019\t2018\nRent\t$ 19,911\t$ 15,916\n\nThe rent was $19,911. The fee was $30."
    money = [(c.text, c.table is None) for c in extract(text).claims if c.kind == "money"]
    assert money == [("$ 19,911", False), ("$ 15,916", False), ("$30", True)]


def test_sentences_in_cells_are_read_as_sentences():
    text = "Town\tHistory\nHolm\tThe town spent $5 million on its park in 2019 and more in later years.\nDahl\tNothing.\n"
    assert ("money", "$5 million", None) in [(c.kind, c.text, c.table) for c in extract(text).claims]


def test_sizes_of_models_and_shares_of_languages():
    models = "| Model | #Total Params |\n|---|---|\n| Wren-V3-Base | 671B |\n| Wren-V2 | 236B |\n"
    assert numbers(models) == [("parameter_count", 671 * 10**9), ("parameter_count", 236 * 10**9)]
    languages = "Language\tShare\nPython\t71.4%\nRust\t18%\n"
    assert [(c.kind, c.value.language) for c in claims_of(languages)] == [
        ("language_share", "Python"),
        ("language_share", "Rust"),
    ]


def test_columns_that_stand_under_each_other():
    text = (
        "Town            Population     Area (km2)\n"
        "Holm                 5,200            4.5\n"
        "Great Dahl          12,940           31.2\n"
    )
    assert [(c.kind, c.value.number, c.subject.text) for c in claims_of(text)] == [
        ("count", 5200, "Holm"),
        ("measurement", Decimal("4.5"), "Holm"),
        ("count", 12_940, "Great Dahl"),
        ("measurement", Decimal("31.2"), "Great Dahl"),
    ]


def test_a_head_over_estimates_makes_predictions():
    text = "Item\t2029 forecast\t2024\nSales\t$ 5 million\t$ 4 million\n"
    assert [c.prediction for c in claims_of(text)] == [True, False]


def test_facts_before_the_first_figure_are_no_heads():
    (claim,) = claims_of(
        "Project\tHarbour wall\nReporting period\tQ3 2022\nManager\tTobias Renner\nStatus\tAmber\nBudget\t$ 48.6 million\n"
    )
    assert (claim.subject.text, claim.value.number, claim.table.column) == ("Budget", Decimal(48600000), ())


def test_one_row_of_words_over_two_columns_is_their_head():
    claims = claims_of("Boat\tPrice\nHolm\t$ 48\nDahl\t$ 36\n")
    assert [[head.text for head in claim.table.column] for claim in claims] == [["Price"], ["Price"]]


def test_a_rate_in_the_head_of_a_row_is_not_that_of_its_cells():
    rows = "Risk\tChance\tCost\n{}\t25%\t$ 600\nA storm\t10%\t$ 90\n"
    cut = [
        c.value.per for c in claims_of(rows.format("Nights cut from 5 to 3 per week")) if c.kind == "money"
    ]
    paid = [c.value.per for c in claims_of(rows.format("Fee per week")) if c.kind == "money"]
    assert (cut[0], paid[0]) == (None, "week")


TABLE = "\tArea (ha)\tDepth (m)\nHolm\t42.5\t1.8\nDahl\t17.0\t0.9\n"


@pytest.mark.parametrize(
    ("above", "below", "caption"),
    [
        ("We took water from the bogs every two weeks and kept it cold until winter.", "", None),
        ("We took water from the bogs of the following table until winter came.", "", "We took"),
        ("Bogs of the north", "", "Bogs of the north"),
        (
            "We took water from the bogs every two weeks until winter.",
            "Table 2.1 Bogs of the north.",
            "Table 2.1 Bogs",
        ),
    ],
)
def test_the_caption_leads_to_the_table(above, below, caption):
    place = claims_of(f"{above}\n\n{TABLE}\n{below}\n")[0].table
    assert (place.caption is None) if caption is None else place.caption.text.startswith(caption)


SHIPS = """| Item | Alda | Brim |
|---|---|---|
| Length (m) | 41.2 | 38.0 |
| Fuel tank, litres | 9,000 | 7,500 |
| Crew | 6 | 5 |
"""


def test_rows_in_several_units_are_what_is_measured():
    found = claims_of(SHIPS)
    assert [(c.kind, c.value.number, getattr(c.value, "unit", None)) for c in found[:4]] == [
        ("measurement", Decimal("41.2"), "meter"),
        ("measurement", 38, "meter"),
        ("measurement", 9000, "liter"),
        ("measurement", 7500, "liter"),
    ]
    assert [c.value.of for c in found[4:]] == ["Crew", "Crew"]


def test_the_price_in_a_row_makes_no_money_of_the_numbers_beside_it():
    text = (
        "| Boat | Seats | Price per ticket |\n|---|---|---|\n| Alda | 32K | $0.10 |\n| Brim | 12K | $0.60 |\n"
    )
    assert [(c.value.number, c.value.currency) for c in claims_of(text) if c.kind == "money"] == [
        (Decimal("0.1"), "USD"),
        (Decimal("0.6"), "USD"),
    ]
    same = text.replace("Seats", "Price per ticket").replace("32K", "3").replace("$0.60", "2")
    assert ("money", 3) in numbers(same)


INDEX = "\n".join(
    [
        *["S", "Sails\t12", "Shoals\t7, 9", "Storms\t40", "T", "Tackle\t3", "Tides\t18", "Tugs\t22"],
        *["W", "Weather\t41", "Wrecks\t5-8"],
    ]
)


def test_an_index_is_no_table_of_figures():
    assert claims_of(f"Index\n\n{INDEX}\n") == []
    seen = INDEX.replace("S\n", "", 1).replace("\nT\n", "\n").replace("\nW\n", "\n").replace("7, 9", "7")
    assert claims_of(f"Boats seen in May\n\nName\tBoats\n{seen.replace('5-8', '5')}\n")


MODELS = """Models of May:

Model | Base model | Programming language | Size
Wren-R1-7B | Quillo2-Math-7B | Rust | 7B
Wren-R1-8B | quillo/Quillo-3.1-8B | French | 8B
Wren-R1-9B | None | C++ | 9B
"""


def test_a_column_gives_the_technology_of_each_row():
    found = [
        (c.subject.text, c.value.relation, c.value.object)
        for c in claims_of(MODELS)
        if c.kind == "technology"
    ]
    assert found == [
        ("Wren-R1-7B", "based_on", "Quillo2-Math-7B"),
        ("Wren-R1-7B", "written_in", "Rust"),
        ("Wren-R1-8B", "based_on", "quillo/Quillo-3.1-8B"),
        ("Wren-R1-9B", "written_in", "C++"),
    ]


def test_medals_are_counted_where_their_heads_stand_together():
    table = "\tRank\tGold\tSilver\tBronze\tTotal\nNorway\t1\t16\t8\t13\t37\nHolm\t2\t12\t10\t5\t27\n"
    found = [(claim.subject.text, claim.value.of, claim.value.number) for claim in claims_of(table)]
    assert found == [
        ("Norway", "Gold", 16),
        ("Norway", "Silver", 8),
        ("Norway", "Bronze", 13),
        ("Holm", "Gold", 12),
        ("Holm", "Silver", 10),
        ("Holm", "Bronze", 5),
    ]
    assert claims_of("\tGold\tOil\nNorway\t16\t8\nHolm\t12\t10\n") == []


def test_one_letter_as_a_head_is_no_unit():
    table = "\tW\tL\tt\tN\tOutput (t)\nHolm\t16\t8\t1.98\t37\t13\nLund\t12\t10\t2.01\t27\t5\n"
    found = [(claim.subject.text, claim.value.unit, claim.value.number) for claim in claims_of(table)]
    assert found == [("Holm", "tonne", 13), ("Lund", "tonne", 5)]


def test_money_in_the_head_of_a_row_is_not_taken_at_its_face_value():
    head = "Gains on the boats that were sold in the year, net of a tax of $4 and of a fee of $2 million"
    table = f"(in millions)\n\nItem\t2019\t2018\n{head}\t$ 159\t$ 219\nLosses\t$ 12\t$ 15\n"
    found = [claim.value.number for claim in extract(table).claims if claim.kind == "money"]
    assert 4 not in found
    assert 159_000_000 in found


def test_sizes_of_models_without_heads():
    rows = "Wren-1-Zero | 671B | 37B | 128K | open\nWren-1 | 236B | 21B | 128K | open\n"
    claims = extract(f"Wren Models\n\n{rows}\nThe models are free.\n").claims
    assert [(claim.kind, float(claim.value.number)) for claim in claims] == [
        ("parameter_count", 671e9),
        ("parameter_count", 37e9),
        ("parameter_count", 236e9),
        ("parameter_count", 21e9),
    ]
    assert not extract(f"Wren Prices\n\n{rows}\nThe towns are free.\n").claims


SHARE_OF_INCOME = """\t2019\t2020
{units}Income of the farm\t17,542\t17,600
Tax due\t388\t0
Rent as a % of income\t4.7%\t5.1%
"""


def test_a_share_in_a_row_that_says_so_makes_no_shares_of_others():
    assert numbers(SHARE_OF_INCOME.format(units="")) == [
        ("percentage", Decimal("4.7")),
        ("percentage", Decimal("5.1")),
    ]


def test_a_row_of_signs_gives_the_units_of_its_columns():
    claims = claims_of(SHARE_OF_INCOME.format(units="\t€\t€\n"))
    assert [c.value.currency for c in claims if c.kind == "money"] == ["EUR"] * 4
    assert [c.kind for c in claims].count("percentage") == 2
