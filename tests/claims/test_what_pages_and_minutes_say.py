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
