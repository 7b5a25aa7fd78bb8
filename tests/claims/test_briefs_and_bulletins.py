"""Faults that policy briefs, bulletins, court reports and consultation papers showed at first sight."""

import pytest

from claimcheck import extract
from claimcheck.splitting import split_sentences


def found(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


def subject(claim):
    return claim.subject.text if claim.subject else None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "When ferries are counted, the fare fell to 2 dollars, the office said.",
            "When ferries are counted, the fare fell to 2 dollars",
        ),
        (
            'At a fair, Finch told supporters that her administration had "cut fares in half and doubled the number of buses."',
            'her administration had "cut fares in half and doubled the number of buses."',
        ),
        (
            "Judge Pike said the average saver was 61 and had lost £24,500.",
            "the average saver was 61 and had lost £24,500",
        ),
    ],
)
def test_what_a_verb_of_saying_reports(text, content):
    assert [claim.text for claim in found(text, "quote")] == [content]
    assert all(claim.attribution for claim in extract(text).claims if claim.kind in ("change", "money"))


@pytest.mark.parametrize(
    "text",
    [
        "When it opens, the firm did not say.",
        "Copper futures added 1.4% overnight to $9,220 a tonne after two mines were hit.",
        "All three had denied conspiracy to defraud.",
    ],
)
def test_what_reports_nothing(text):
    assert not found(text, "quote")
    assert all(claim.attribution is None for claim in extract(text).claims)


@pytest.mark.parametrize(
    ("text", "comparator", "low", "high"),
    [
        ("Children younger than 12 ride free.", "<", 12, None),
        ("People older than 65 pay half.", ">", 65, None),
        ("Residents aged between 18 and 30 pay less.", "=", 18, 30),
        ("Every child aged from one to six has a place.", "=", 1, 6),
    ],
)
def test_an_age_told_by_a_comparative_or_a_range(text, comparator, low, high):
    [age] = extract(text).claims
    assert (age.kind, age.value.unit, age.comparator) == ("measurement", "year", comparator)
    assert (age.value.low or age.value.number, age.value.high) == (low, high)


@pytest.mark.parametrize(
    "text", ["None of the oaks is older than 300.", "Cheese aged between 6 and 9 months is best."]
)
def test_no_age_of_somebody(text):
    assert all(claim.value.unit != "year" for claim in found(text, "measurement"))


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("Crude traded at $81.22 a barrel after two tankers were hit.", "barrel"),
        ("Rice sold at $9 a kilo before the flood.", "kilogram"),
        ("It cost $5 million a decade later.", None),
        ("She spent $5 million a season after.", None),
    ],
)
def test_a_price_for_a_thing_before_an_event(text, per):
    [price] = found(text, "money")
    assert price.value.per == per


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Take-up has risen steadily: from 61% in 2017 to 78% in 2024.", (None, 61, 78)),
        ("Prices rose sharply: from $3 to $5 a litre.", (None, 3, 5)),
        ("Output fell again: by 3% in May.", (3, None, None)),
    ],
)
def test_a_change_spelled_out_behind_a_colon(text, values):
    [change] = found(text, "change")
    assert (change.value.number, change.value.from_, change.value.to) == values


def test_a_colon_before_a_mere_sum_ends_a_change():
    assert not found("Sales rose: $5 million in May.", "change")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("We asked 400 people about their work.", "certain"),
        ("They asked him to pay $300.", "possible"),
    ],
)
def test_who_is_asked_is_no_wish(text, certainty):
    assert [claim.certainty for claim in extract(text).claims] == [certainty]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Court jails three over £4.2m pension fraud", "="),
        ("Minister quits over £20,000 gift", "="),
        ("The fund sold over £4.2m worth of shares.", ">"),
        ("The bank has over $3m fraud losses.", ">"),
        ("The insurer paid over $40,000 claims in 2019.", ">"),
    ],
)
def test_what_a_trial_or_a_quarrel_is_about(text, comparator):
    [sum_of_money] = found(text, "money")
    assert sum_of_money.comparator == comparator


PAPER = (
    "1.1 Around 2.1 billion cups were sold in 2023.\n\n1.2 A pilot in two towns ended in 2024.\n\n"
    "1.3 Respondents have until 28 February."
)


def test_the_number_of_a_paragraph_is_no_amount():
    claims = extract(PAPER).claims
    assert {subject(claim) for claim in claims if claim.kind == "date"} == {
        "2.1 billion cups",
        "A pilot in two towns",
        "Respondents",
    }
    assert not [claim for claim in claims if claim.kind == "measurement" and claim.value.unit == "ampere"]


def test_headings_may_open_with_amounts():
    text = "2.1 Billion Cups Sold in 2019\n\nIt rained.\n\n2.2 Inches of Snow Fell\n\nIt snowed."
    sentences = [text[start:end] for start, end in split_sentences(text)]
    assert sentences == [
        "2.1 Billion Cups Sold in 2019",
        "It rained.",
        "2.2 Inches of Snow Fell",
        "It snowed.",
    ]


def test_a_trade_in_a_name_is_no_order():
    assert found("Cook for Kent, a charity with 40 staff.", "count")


def test_a_plan_behind_a_place_is_of_what_stands_there():
    text = "The plant in Peoria, Arizona, due to open in 2025, is big. The largest lake in Utah, founded in 1847, is salty."
    assert [subject(claim) for claim in found(text, "date")] == ["The plant in Peoria, Arizona", "Utah"]


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("A ticket costs $30. A new one costs three times that.", 90),
        ("He is 40 years old. The mill employs 30 times that.", None),
        ("Digging frees 30 to 50 tonnes an hour up to 10 km away. Owners say a fifth of that.", None),
    ],
)
def test_that_points_back_to_the_only_amount(text, resolved):
    [comparison] = found(text, "comparison")
    assert comparison.value.resolved_number == resolved


@pytest.mark.parametrize(
    "text",
    [
        "A first edition sold for 300 dollars.",
        "First impressions count.",
        "She won the first round; in the second she lost.",
    ],
)
def test_an_ordinal_of_an_idiom_ranks_nothing(text):
    assert not [claim for claim in found(text, "ranking") if "round" not in claim.text]


def test_dives_are_counted_and_measured():
    text = "The ship made 22 dives with a robot to depths of up to 4,100 metres."
    assert not found(text, "change")
    [depth] = found(text, "measurement")
    assert (depth.value.number, subject(depth)) == (4100, "depths")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Wages are low; one nurse in five has left.", "percentage", "nurse"),
        ("A surcharge of 2% follows.", "percentage", "A surcharge"),
        ("Units can be 6 dB louder than those on rubber feet.", "measurement", "Units"),
        ("Today we are releasing Kettle 3.0, the biggest update since 2019.", "ranking", "Kettle 3.0"),
    ],
)
def test_of_what_it_is_said(text, kind, expected):
    assert [subject(claim) for claim in found(text, kind)] == [expected]


def test_a_fourth_man_is_no_definition():
    assert not found("A fourth man, Gary Leete, 60, failed to appear.", "definition")
    assert found("The largest town, Springfield, has 3 ports.", "definition")


def test_a_participle_behind_a_comma_ends_a_phrase():
    text = "The museum has the oldest working loom in Europe, built in 1587 and still used twice a week."
    [rank] = found(text, "ranking")
    [built] = found(text, "date")
    assert rank.text == "the oldest working loom in Europe"
    assert (built.value.timex, subject(built)) == ("1587", "the oldest working loom in Europe")
    [founded] = found("The firm moved from Leeds, founded in 1207, to York.", "date")
    assert subject(founded) == "Leeds"


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("Oslo is the capital of Norway. The capital has 700,000 people.", "Oslo"),
        ("Vellmar is a town on the Aas. The capital has 700,000 people.", None),
        ("Marseille is old. The capital has 20 districts.", None),
    ],
)
def test_the_capital_is_not_any_town(text, resolved):
    claim = found(text, "count")[-1]
    assert claim.subject.resolved == resolved


def test_at_the_earliest_orders_nothing():
    assert not found("Trains will not run before Monday at the earliest.", "ranking")
    assert found("This is the earliest mill in Kent.", "ranking")


def test_what_the_speaker_had_done_to_it_is_not_said():
    text = "The judge said the firm was at fault and had fined it $4 million."
    [said] = found(text, "quote")
    [fine] = found(text, "money")
    assert (said.text, fine.attribution) == ("the firm was at fault", None)
