"""Figures that belong to a change, and figures that belong to a name."""

import pytest

from claimcheck import extract


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "old", "new"),
    [
        (
            "Exports fell from a peak of 120 million barrels in 2008 to 80 million barrels in 2015.",
            120e6,
            80e6,
        ),
        ("Prices dropped from an average of $40 in May to a low of $31 in June.", 40, 31),
        ("The river rose from its usual low of 2 metres to a record high of 7 metres.", 2, 7),
    ],
)
def test_a_level_named_before_the_figure_is_the_end_of_the_change(sentence, old, new):
    changes = [c for c in extract(sentence).claims if c.kind == "change"]
    assert [(c.value.from_, c.value.to) for c in changes] == [(old, new)]


@pytest.mark.model
def test_a_peak_of_something_else_is_no_old_value():
    changes = [c for c in extract("Output rose 5% near a peak of 3,000 metres.").claims if c.kind == "change"]
    assert [c.value.from_ for c in changes] == [None]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    ["Angular 17 defaults to a new build system.", "Kestrel 5 implements the following proposals."],
)
def test_the_verb_of_a_numbered_release_is_not_counted(sentence):
    assert not [c for c in extract(sentence).claims if c.kind == "count"]


@pytest.mark.model
@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya sent 40 trucks to the border.",
        "In Chicago 17 lawyers the city hired resigned.",
    ],
)
def test_things_before_an_object_or_clause_are_counted(sentence):
    assert [c.kind for c in extract(sentence).claims if c.kind == "count"] == ["count"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "direction", "number"),
    [
        ("Shares in the mill lost a fifth of their value in June.", "decrease", 20),
        ("The reservoir has lost two-thirds of its volume.", "decrease", 66.67),
        ("The peso shed about a tenth of its value.", "decrease", 10),
        ("The town gained a quarter of its population in ten years.", "increase", 25),
        ("Use of the ferry grew threefold.", "increase", 200),
    ],
)
def test_a_part_that_is_lost_or_won_is_the_size_of_the_change(sentence, direction, number):
    claims = extract(sentence).claims
    changes = [(c.value.direction, float(c.value.number)) for c in claims if c.kind == "change"]
    assert changes == [(direction, number)]
    assert not [c for c in claims if c.kind == "comparison"]


@pytest.mark.model
def test_a_part_of_a_size_stays_a_comparison():
    claims = extract("The new hall is a third of the size of the old one.").claims
    assert [c.kind for c in claims] == ["comparison"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "shares"),
    [
        ("In the survey 31% backed closure and 12% refused to answer.", [None, None]),
        ("In the trial 12% developed headaches.", [None]),
        ("The sheet is made from 80% recycled plastic.", ["recycled plastic"]),
        ("The drink has 10% added sugar.", ["added sugar"]),
    ],
)
def test_what_a_share_of_people_did_is_not_what_the_share_is_of(sentence, shares):
    claims = [c for c in extract(sentence).claims if c.kind == "percentage"]
    assert [c.value.of for c in claims] == shares
    assert not [c for c in claims if c.subject is not None and "closure" in c.subject.text]


@pytest.mark.model
@pytest.mark.parametrize("sentence", ["Some 112 backed closure.", "In the end 40 opposed it."])
def test_what_people_did_is_not_counted(sentence):
    assert not [c for c in extract(sentence).claims if c.kind == "count"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "number", "to", "to_unit"),
    [
        ("Free cash more than doubled to £71m.", 100, 71e6, "GBP"),
        ("Revenue tripled to $30 million.", 200, 30e6, "USD"),
        ("The rate doubled to 4%.", 100, 4, None),
        ("The mill reported a 17% jump in profit to £88.4m.", 17, 88.4e6, "GBP"),
    ],
)
def test_a_new_value_beside_a_share_has_its_own_unit(sentence, number, to, to_unit):
    (change,) = [c.value for c in extract(sentence).claims if c.kind in ("change", "percentage")]
    assert (float(change.number), float(change.to), change.to_unit) == (number, to, to_unit)


@pytest.mark.model
def test_multiples_of_accounts_are_comparisons():
    claims = extract("Net debt was 1.3 times EBITDA and the stock trades at 14 times earnings.").claims
    assert [(c.kind, c.value.reference) for c in claims] == [
        ("comparison", "EBITDA"),
        ("comparison", "earnings"),
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "number", "unit", "to"),
    [
        ("The mill raised its dividend by a tenth to 7.5p.", 10, "percent", 0.075),
        ("Net debt is down £53m to £212m.", 53e6, "GBP", 212e6),
        ("Profit slipped by a quarter to £30m.", 25, "percent", 30e6),
        ("Shares rose 5p to 120p.", 0.05, "GBP", 1.2),
    ],
)
def test_by_how_much_and_to_what_are_no_range(sentence, number, unit, to):
    (change,) = [c.value for c in extract(sentence).claims if c.kind in ("change", "money")]
    assert (float(change.number), change.unit, float(change.to)) == (number, unit, to)


@pytest.mark.model
def test_a_new_value_may_be_a_range():
    claims = extract("They lowered the forecast from £230m to £180m-£195m.").claims
    (value,) = [c.value for c in claims if c.kind in ("change", "money")]
    assert (float(value.from_), float(value.low), float(value.high)) == (230e6, 180e6, 195e6)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "kind", "low", "high"),
    [
        ("They cost $5 to $10.", "money", 5, 10),
        ("It sold a half to three quarters of its stock.", "percentage", 50, 75),
    ],
)
def test_ranges_of_money_and_of_fractions(sentence, kind, low, high):
    (claim,) = [c for c in extract(sentence).claims if c.kind in ("money", "percentage", "change")]
    assert (claim.kind, float(claim.value.low), float(claim.value.high)) == (kind, low, high)
