"""What reports of companies and rule books say: causes of a change, profits, quarters, standards, duties."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def found(text, kind):
    return [
        (claim.text, claim.value.model_dump(exclude_none=True))
        for claim in extract(text).claims
        if claim.kind == kind
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The increase was primarily due to $250 million of new loans.",
        "The increase was due to higher debt, partially offset by $23 million of cash paid.",
        "Depreciation and amortization of $1.2 million included software.",
        "It booked a gain from a settlement of $13.3 million.",
    ],
)
def test_amounts_of_causes_and_profits_are_no_changes(text):
    assert found(text, "change") == []
    assert found(text, "money") != []


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Costs rose, due to demand, to $5 million.", 5_000_000),
        ("Sales increased to $5 million.", 5_000_000),
    ],
)
def test_amounts_behind_a_cause_can_be_those_of_the_change(text, changed):
    ((_, value),) = found(text, "change")
    assert value["to"] == changed


def test_the_peso_can_depreciate():
    ((_, value),) = found("The peso saw a depreciation of 3%.", "change")
    assert value["number"] == 3


@pytest.mark.parametrize(
    "text",
    [
        "The net loss in the third and fourth quarter was small.",
        "It covers injury to third persons.",
    ],
)
def test_quarters_and_third_persons_have_no_rank(text):
    assert found(text, "ranking") == []


def test_races_have_a_rank():
    assert [value["rank"] for _, value in found("He won the third and fourth races.", "ranking")] == [3, 4]


def test_a_quarter_is_no_language():
    text = "Operating revenues grew by 1.6% in Q4 2019, compared to Q4 2018."
    assert found(text, "language_share") == []
    assert [value["number"] for _, value in found(text, "change")] == [Decimal("1.6")]


def test_a_share_is_not_of_the_year():
    ((text, value),) = found("The ratio was 18.3% last year.", "percentage")
    assert text == "18.3%"
    assert "of" not in value


@pytest.mark.parametrize(
    "text",
    [
        "The Group applied AASB 9 Financial Instruments.",
        "See Fed. R. Bankr. P. 1009 Amendments to Schedules.",
    ],
)
def test_numbers_of_standards_count_nothing(text):
    assert found(text, "count") == []


def test_what_there_is_defines_nothing():
    assert (
        found("The Chief Trustee is to be asked if there are extenuating circumstances.", "definition") == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "The trustee must state on the record that the mill is old.",
        "The trustee should verify that the mill is old.",
    ],
)
def test_duties_to_say_are_no_quotes(text):
    assert found(text, "quote") == []


def test_what_is_stated_is_a_quote():
    assert found("Ann Ray stated that the mill is old.", "quote") != []


def test_a_sum_of_accounts_is_no_edge_of_a_change():
    text = "We will reduce our depreciation expense for the year by about $80 million."
    (claim,) = [claim for claim in extract(text).claims if claim.kind in ("change", "money")]
    assert claim.kind == "change"
    assert (claim.value.direction, claim.value.number) == ("decrease", 80_000_000)


def test_a_gain_of_money_is_a_sum():
    (claim,) = extract("It had a gain of $2.5 million on the sale.").claims
    assert claim.kind == "money"
