"""What a source only shows, confirms or reports is what an amount is of, and not the source."""

from __future__ import annotations

import pytest

from claimcheck import extract


def _subjects(text, kinds):
    claims = [c for c in extract(text).claims if c.kind in kinds]
    return [c.subject.text if c.subject else None for c in claims]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("The survey identified 12 wells along the river.", ["wells"]),
        ("The report confirmed 16 deaths and 40 injuries.", ["deaths", "injuries"]),
        ("The coroner later confirmed three more deaths in the valley.", ["more deaths"]),
        ("The governor announced 16 deaths on Friday.", ["deaths"]),
        # who does something, or holds it, and who shows nothing
        ("The minister announced 40 new schools.", ["The minister"]),
        ("The survey covered 12 wells along the river.", ["The survey"]),
        ("Norway reported 340 new cases on Monday.", ["Norway"]),
        ("The report recommended 12 changes.", ["The report"]),
        ("A diver went down, and another found 40 coins.", ["another"]),
    ],
)
def test_what_a_source_shows_is_counted(text, subjects):
    assert _subjects(text, ("count",)) == subjects


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "One survey said 66% of buyers liked it, while another found only 25% of drivers to be content.",
            "drivers",
        ),
        ("The firm found 25% of its drivers in the north.", "The firm"),
        ("The team hired 25% of its drivers in the north.", "The team"),
        ("The company found 25% of the cost to be avoidable.", "The company"),
    ],
)
def test_a_share_that_a_source_finds_is_of_people(text, subject):
    assert _subjects(text, ("percentage",))[-1] == subject


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Norvale County suffered most, he said, with 11 deaths.", "Norvale County"),
        ("He left, she said, with 11 bags.", "He"),
        ("She came home with 11 bags.", "She"),
        ("He said he was fine, and came with 11 bags.", "He"),
    ],
)
def test_with_goes_on_with_what_is_said(text, subject):
    assert _subjects(text, ("count",)) == [subject]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("- Net income: Rose from $451 million in 2022 to $499 million in 2023.", "Net income"),
        ("EBITDA: Gradually declined from $581 million to $431 million.", "EBITDA"),
        ("Update: Fell 4% in May.", None),
        ("Net income: He said sales rose from $4 million to $5 million.", "sales"),
        ("Career: Played for Norvale from 1999 to 2004.", None),
    ],
)
def test_a_label_is_what_rises_behind_its_colon(text, subject):
    assert set(_subjects(text, ("change", "date"))) == {subject}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The agency heard them, and $74 million in rural grants has been paid out.", "rural grants"),
        ("More than $9 million in fines were issued.", "fines"),
        ("The agency paid $9 million in fines.", "The agency"),
        ("$3 million in Norvale was lost.", None),
        ("$3 million in the bank was lost.", None),
        ("In 2019, $4 million in 2018 prices was lost.", None),
    ],
)
def test_money_is_of_the_matter_it_is_in(text, subject):
    assert _subjects(text, ("money",)) == [subject]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The tower, which Ann Roe says is 40 metres tall, is new.", "The tower"),
        ("The plan, which the mayor said would cost $4 million, was dropped.", "The plan"),
        ("Ann Roe says that she is 2 metres tall.", "she"),
        ("The bell, which Ann Roe bought for $4 million, is old.", "Ann Roe"),
    ],
)
def test_a_relative_clause_is_not_about_who_says_it(text, subject):
    assert _subjects(text, ("measurement", "money")) == [subject]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("The service sector set a new record with $53 billion in exports.", ["The service sector"]),
        ("Timber exports also set a monthly record, growing by $3.1 billion.", ["Timber exports"]),
        ("The river reached a peak of 9 metres.", ["The river"]),
        # a record that is none of how much there is
        ("They broke a record that had stood for 40 years.", ["a record"]),
        ("He made a record with 12 songs.", ["a record"]),
        ("The record is 9 metres.", ["The record"]),
    ],
)
def test_a_record_is_of_who_sets_it(text, subjects):
    assert _subjects(text, ("money", "measurement", "change", "count")) == subjects


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The coroner confirmed three more deaths, bringing the county total to 14.", "the county total"),
        ("The club bought 12 boats, bringing its fleet to 30 boats.", "its fleet"),
        ("Some 60 people signed up, and 16 towns joined, bringing the total to 20.", "towns"),
        ("The king brought his army of men to 12 towns.", "The king"),
        ("The club sailed home, bringing 30 boats.", "The club"),
        ("The firm opened two mills, hiring 40 men.", "The firm"),
    ],
)
def test_a_total_is_what_is_brought_to_a_number(text, subject):
    assert _subjects(text, ("count",))[-1] == subject


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Orbit is adding 75 new jobs with an average annual salary of $40,000.", "new jobs"),
        ("The bakery is to create 28 jobs at an average hourly wage of $19.", "jobs"),
        ("The trial enrolled 40 patients with a mean age of 45 years.", "patients"),
        ("The firm built 12 huts with a budget of $4 million.", "The firm"),
        ("The firm sold 12 huts, with an average income of $4 million.", "The firm"),
        ("The firm hired 12 men and paid them $4,000.", "The firm"),
    ],
)
def test_an_average_is_of_the_things_it_stands_behind(text, subject):
    assert _subjects(text, ("money", "measurement"))[-1] == subject


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "This includes $8 million in tax refunds for stone and tool purchase, and another $10 million in aid.",
            ["This", "This"],
        ),
        ("The town spent $4 million on roads and a further $2 million on parks.", ["The town"] * 2),
        ("The town spent $4 million, and the state gave $2 million.", ["The town", "the state"]),
        ("Ann gave $8 million, and Bob gave another $10 million.", ["Ann", "Bob"]),
        ("The mill cost $4 million and another mill cost $2 million.", ["The mill", "another mill"]),
    ],
)
def test_another_amount_is_of_what_the_first_is_of(text, subjects):
    assert _subjects(text, ("money",)) == subjects


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Another 42% of subjects partially improved.", "subjects"),
        ("About 40% of revenue from ads in 2019.", None),
        ("Some 40% of drivers agree.", "drivers"),
        ("Roads take 40% of taxes.", "Roads"),
    ],
)
def test_a_share_that_opens_a_sentence_is_of_its_people(text, subject):
    assert _subjects(text, ("percentage",))[-1] == subject


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("In May, harvests increased 6.1 percent and hours increased 2.4 percent.", "hours"),
        ("Sales rose 4 percent and weeks later fell 3 percent.", "Sales"),
        ("Sales rose 4 percent and months later, in May, fell 3 percent.", "Sales"),
        ("Sales rose 4 percent and two years on fell 3 percent.", "Sales"),
    ],
)
def test_hours_alone_before_a_verb_are_what_changes(text, subject):
    assert _subjects(text, ("change",))[-1] == subject


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Two hikers were treated, and the fire had so far left 900 acres blackened.", "the fire"),
        ("The tower, built when the town had money, is 40 metres tall.", "The tower"),
        ("The dam, and the lake, is 40 km long.", "The dam, and the lake"),
        ("The town grew, and people say that it is 40 km wide.", "it"),
    ],
)
def test_a_clause_behind_a_joint_has_a_subject_of_its_own(text, subject):
    assert _subjects(text, ("measurement",)) == [subject]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("87% of owners of boats use them to fish.", "owners of boats"),
        ("87% of the owners of shops in Norvale agree.", "owners of shops in Norvale"),
        ("In contrast, only 36 percent of drivers report using a map.", "drivers"),
        ("Some 40 percent (n = 12) of nurses left.", "nurses"),
    ],
)
def test_a_population_is_what_stands_behind_the_sign(text, subject):
    assert _subjects(text, ("percentage",)) == [subject]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "According to the latest Orvane report, trade by phone is beginning to fall, down three points.",
            None,
        ),
        ("According to Orvane, prices rose 4%.", "prices"),
        ("According to Orvane, it raised prices 4%.", "prices"),
    ],
)
def test_who_is_only_named_as_a_source_does_not_change(text, subject):
    assert subject in (None, *_subjects(text, ("change",)))
    assert "Orvane" not in _subjects(text, ("change",))


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("According to the Bureau of Labor, in May 2011, average hourly earnings were up.", "earnings"),
        ("According to Norvale, which in 2011 had a mayor, rents rose.", "Norvale"),
        ("According to the ministry, in 2019 exports fell 4%.", "exports"),
        ("The survey shows that, in 2011, rents rose.", "rents"),
    ],
)
def test_a_date_is_not_of_who_is_only_named_as_a_source(text, subject):
    assert _subjects(text, ("date",))[0].endswith(subject)
