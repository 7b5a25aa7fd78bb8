"""What reports and contracts of companies write: legal forms, officers, shares by place, words that are set."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def claims_of(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Palisade Robotics, Inc., a Delaware corporation, grew.", "definition", "Palisade Robotics, Inc."),
        (
            "Palisade Robotics, Inc., a Delaware corporation, sells 40 robots a year.",
            "count",
            "Palisade Robotics, Inc.",
        ),
        (
            "Holm Systems, LLC, which employs 40 people, is based in Oslo.",
            "organization",
            "Holm Systems, LLC",
        ),
        ("Kestrel Robotics, a Norwegian company, sells 40 robots.", "definition", "Kestrel Robotics"),
    ],
)
def test_a_name_keeps_the_legal_form_behind_its_comma(text, kind, expected):
    assert {claim.subject.text for claim in claims_of(text, kind)} == {expected}


def test_a_bought_company_keeps_its_legal_form():
    (claim,) = claims_of("In 2020 Acme bought Palisade Robotics, Inc. for $5 million.", "organization")
    assert (claim.subject.text, claim.value.object) == ("Palisade Robotics, Inc.", "Acme")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Our Chief Financial Officer, Paul Reddick, resigned.", "Chief Financial Officer"),
        ("Paul Reddick, our Chief Financial Officer, resigned.", "Chief Financial Officer"),
        ("The Chief Operating Officer, Paul Reddick, resigned.", "Chief Operating Officer"),
    ],
)
def test_the_title_of_an_officer_is_no_company(text, title):
    (claim,) = claims_of(text, "role")
    assert (claim.value.title, claim.value.person, claim.value.organization) == (title, "Paul Reddick", None)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("About 62% of our employees work in Norway, 21% in Germany and 17% in Asia.", ["employees"] * 3),
        ("Of the total, 45% came from China and 12% from India.", ["the total"] * 2),
        ("Quillo was used by 51% of teams, and 20% in Europe liked it.", ["teams"] * 2),
    ],
)
def test_shares_by_place_are_said_of_what_the_first_is_a_share_of(text, subjects):
    assert [claim.subject.text for claim in claims_of(text, "percentage")] == subjects


@pytest.mark.parametrize(
    "text",
    [
        'Haldane Instruments, Inc. ("Haldane," the "Company," or "we") grew.',
        "The lease of Canal Wharf (the “Premises”) ended.",
        "It is entered into by Acme Robotics, Oakland, California 94607 (“Company”), and Leon Abara (“Consultant”).",
    ],
)
def test_what_a_contract_calls_a_thing_from_then_on_says_nothing_of_it(text):
    kinds = ("definition", "organization", "role")
    assert [claim.text for claim in extract(text).claims if claim.kind in kinds] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("All who came to the embassy, even Kim Dahl, were seen.", []),
        ("Depending on your platform, Quillo Drive is the better one.", []),
        ("She was asked to an event by a mogul, Kim Dahl.", []),
        ("The Vexel CL is a quality-made headphone but is a bit dear.", ["quality-made headphone"]),
        ("Vexel is a radio.", ["radio"]),
        ("He met Ann Lee because he was a “Burner,” and a friend.", ["Burner"]),
    ],
)
def test_definitions_that_only_look_like_some(text, expected):
    assert [claim.value.category for claim in claims_of(text, "definition")] == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "The value of options exercised during the fiscal years ended May 30, 2019, 2018, and 2017 was $11 million.",
            "The value of options",
        ),
        ("Selling Expenses Selling expenses decreased by $2,415.", "Selling expenses"),
        ("New York New York casino paid $4 million.", "New York New York casino"),
    ],
)
def test_years_and_headings_are_not_what_an_amount_is_said_of(text, subject):
    claim = next(claim for claim in extract(text).claims if claim.kind in ("money", "change"))
    assert claim.subject.text.startswith(subject)


def test_a_year_may_be_what_a_superlative_is_said_of():
    (claim,) = claims_of("Sales grew in 2018, and 2019 was the best year in its history.", "ranking")
    assert claim.subject.text == "2019"


@pytest.mark.parametrize(
    ("text", "count"), [("3.1 Financial risk factors (continued)", 0), ("It has 3 risk factors.", 1)]
)
def test_the_number_of_a_part_counts_nothing(text, count):
    assert len(claims_of(text, "count")) == count
