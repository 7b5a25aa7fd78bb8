"""Fiscal periods that are nobody's customer, what is expected somewhere, what was agreed, and what is no plan."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "clients"),
    [
        ("The mill made a loss of £4.1m in the year to March.", []),
        ("Orbit made a profit of $9m in the nine months to September.", []),
        ("Orbit makes gear wheels for Kestrel Motors.", ["Kestrel Motors"]),
        ("Orbit supplies parts to March Engineering.", ["March Engineering"]),
    ],
)
def test_a_month_is_no_party_to_a_relation(sentence, clients):
    found = [
        c for c in extract(sentence).claims if c.kind == "organization" and c.value.relation == "client_of"
    ]
    assert [c.subject.text for c in found] == clients


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The bank expects rents in Ulm to fall 6%.", "rents in Ulm"),
        ("She expects wages between Easter and Christmas to climb 4%.", "wages between Easter and Christmas"),
        ("The bank expects rents to fall 6%.", "rents"),
        ("The bank expects a fire at its mill to cut profit by 6%.", "profit"),
        ("The firm expects to sell a mill in Ulm to cut debt by 6%.", "debt"),
    ],
)
def test_what_is_expected_to_change_is_the_subject_with_its_place(sentence, subject):
    (claim,) = [c for c in extract(sentence).claims if c.kind == "change"]
    assert claim.subject.text == subject


@pytest.mark.parametrize(
    ("said", "resolved"),
    [
        ("It was agreed to offer £2,500.", None),
        ("It has been decided to sell 3 mills.", None),
        ("It agreed to offer £2,500.", "Kestrel Trust"),
        ("It decided to sell 3 mills.", "Kestrel Trust"),
    ],
)
def test_it_stands_for_nobody_where_only_a_decision_is_told(said, resolved):
    claims = extract(f"Kestrel Trust owns 12 farms. {said}").claims
    subjects = [c.subject for c in claims if c.subject is not None and c.subject.text == "It"]
    assert [subject.resolved for subject in subjects] == [resolved]


@pytest.mark.parametrize(
    ("sentence", "year", "certainty"),
    [
        ("A dairy founded in Lund in 1921 is to shut 9 shops.", "1921", "certain"),
        ("The lock, built by Acme in 1931, is to be widened in 2027.", "1931", "certain"),
        ("The lock, built by Acme in 1931, is to be widened in 2027.", "2027", "probable"),
        ("A census, to be taken in 2027, is to show it.", "2027", "probable"),
        ("Talks in 2027 are to settle it.", "2027", "probable"),
    ],
)
def test_what_was_done_before_is_not_planned_with_the_rest(sentence, year, certainty):
    (date,) = [c for c in extract(sentence).claims if c.kind == "date" and c.value.timex == year]
    assert (date.certainty, date.prediction) == (certainty, certainty == "probable")


def test_what_people_completed_is_no_part_of_their_number():
    (count,) = extract("Of those asked, 512 completed the form.").claims
    assert (count.text, count.value.of) == ("512 completed", "completed")


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Wages are the problem: a nurse earns $40 an hour.", "a nurse"),
        ("One thing is new: the boat, built in 1990, carries 40 people.", "the boat"),
        ("The results are in: Orbit lost $40 million.", "Orbit"),
        ("The price was a record: $40 million.", "The price"),
        ("The aim is simple: to sell 40 boats.", "The aim"),
    ],
)
def test_a_clause_behind_a_colon_has_its_own_subject(sentence, subject):
    claims = [c for c in extract(sentence).claims if c.kind in ("money", "count")]
    assert [c.subject.text for c in claims] == [subject]


@pytest.mark.parametrize(
    ("item", "subject"),
    [
        ("1987: Sold to Orbit Lines for $3m", None),
        ("1987 – Sold to Orbit Lines for $3m", None),
        ("09:14 Fares reach $3m.", "Fares"),
        ("1984 made $3m in its first week.", "1984"),
        ("Orbit: Sold for $3m", "Orbit"),
    ],
)
def test_the_time_that_opens_an_item_is_no_subject(item, subject):
    (money,) = [c for c in extract(item).claims if c.kind == "money"]
    assert (money.subject.text if money.subject else None) == subject


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The whale lived 9 years ago, when the bay was open, and weighed an estimated 40 tons, biologist Ida Rud said.",
         "The whale"),
        ("The boat weighs 40 tons, captain Ida Lund said.", "The boat"),
        ("Ida Lund weighs 60 kg, she said.", "Ida Lund"),
    ],
)  # fmt: skip
def test_who_says_it_is_not_what_it_is_said_of(sentence, subject):
    masses = [c for c in extract(sentence).claims if c.kind == "measurement" and c.value.unit != "year"]
    assert [c.subject.text for c in masses] == [subject]
