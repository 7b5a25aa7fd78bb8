"""What stands near a relation, a position or a life, and is not one; and what is said to be none of it."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def read(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Django uses no SQLite.", [("SQLite", "negative")]),
        ("Django uses Redis and no SQLite.", [("Redis", "positive"), ("SQLite", "negative")]),
        ("Firefox runs on no Windows.", [("Windows", "negative")]),
        ("Google has no need to use Redis.", [("Redis", "negative")]),
        # what is lacking is something else
        ("Django is written in Python with no dependencies.", [("Python", "positive")]),
        ("Django, which has no window, uses SQLite.", [("SQLite", "positive")]),
    ],
)
def test_no_denies_a_technology(text, expected):
    assert [(claim.value.object, claim.polarity) for claim in read(text, "technology")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokia has no ties with Google.", ["negative"]),
        ("Nokia is no rival of Google.", ["negative"]),
        ("Nokia, which has no plans to buy Samsung, grew.", ["negative"]),
        ("Google built Chrome in no time.", ["positive"]),
        ("Google, no stranger to browsers, developed Chrome.", ["positive"]),
    ],
)
def test_no_denies_an_organization(text, expected):
    assert [claim.polarity for claim in read(text, "organization")] == expected


@pytest.mark.parametrize(
    "lead",
    [
        "Tools that do not use SQLite:",
        "Tools that may use SQLite:",
        "Django does not use:",
        "Django will use:",
    ],
)
def test_what_is_denied_hedged_or_foretold_above_a_list_is_not_told_of_its_items(lead):
    assert not [
        c for c in read(f"{lead}\n\n- Redis\n- Kafka\n", "technology") if c.found_by.endswith("-below")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Google and Samsung combined their talents.",
        "Google and Samsung united their fans.",
        "Microsoft introduced the Smith family to the mayor.",
        "Apple's Q4 was strong.",
        "Apple's HQ is round.",
        "Microsoft's FY24 was strong.",
        "Oracle's Chapter 11 came late.",
    ],
)
def test_no_relation_of_organizations(text):
    assert not read(text, "organization")


def test_a_novel_is_written_on_java():
    assert not read("The novel was written in Java in 1912.", "technology")
    assert read("The server was written in Java in 1999.", "technology")


def roles(text):
    return [(claim.value.person, claim.value.title) for claim in read(text, "role")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an article for each: several people
        ("Police met a driver, a doctor and director Peter Gray.", [("Peter Gray", "director")]),
        ("Anna Ray, once the director of Acme, and Peter Gray met.", [("Anna Ray", "director")]),
        ("The director of Acme, and Peter Gray met.", []),
        ("Anna Ray, MD, a professor at Harvard, agreed.", [("Anna Ray, MD", "professor")]),
        ("Ann Ray is no director of Acme.", [("Ann Ray", "director")]),
        # one for each of a list
        ("Anna Ray and Peter Gray were painters.", [("Anna Ray", "painter"), ("Peter Gray", "painter")]),
        (
            "Anna Ray (1880-1950) and Peter Gray (1890-1960) were painters.",
            [("Anna Ray", "painter"), ("Peter Gray", "painter")],
        ),
        ("Anna Ray and her sister are singers.", [("Anna Ray", "singer")]),
    ],
)
def test_who_holds_a_position(text, expected):
    assert roles(text) == expected


def test_a_person_behind_is_is_a_role_alone():
    text = "Its secretary is Anna Ray."
    assert roles(text) == [("Anna Ray", "secretary")]
    assert not read(text, "definition")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ray (b. 1950) is a singer.", [("Anna Ray", "1950", "born")]),
        ("Anna Ray (b. 1950, Bonn) and her sister sing.", [("Anna Ray", "1950", "born")]),
        ("Anna Ray (d. 1950) was a singer.", [("Anna Ray", "1950", "died")]),
        ("The captain was Peter Gray until 1990.", [("The captain", "1990", "was")]),
    ],
)
def test_when_somebody_was_born_or_something(text, expected):
    found = [(claim.subject.text, claim.value.timex, claim.value.event) for claim in read(text, "date")]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Version 2.1 of the Mayor's plan was rejected.", []),
        ("Version 2.1 of Google's Chrome was slow.", ["Chrome"]),
        ("The wrenfit package version 3.1.4 was used.", ["wrenfit"]),
    ],
)
def test_whose_version(text, expected):
    assert [claim.value.software for claim in read(text, "version")] == expected


@pytest.mark.parametrize(
    "said", ["our new editor", "a profiler with the police", "an interpreter at the court"]
)
def test_people_are_no_products(said):
    labels = {
        entity.text: entity.label for entity in extract(f"They met Austin, {said}, on Monday.").entities
    }
    assert labels.get("Austin") != "product"


def test_a_line_with_a_verb_is_no_tagline():
    assert not read(
        "Berlin - A court in the city has ruled against a web service.\n\nIt closed.", "definition"
    )
    assert read("Kestrel - A web service for people who have queues.\n\nKestrel is small.", "definition")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # where those work who did it
        ("GPT-2 was developed by researchers at OpenAI.", [("developed_by", "researchers at OpenAI")]),
        # a programme is no product
        ("They praised NASA's remarkable Apollo Program.", []),
        # where somebody was sent
        ("The jet was sent to the Leeds Museum in Lyon.", []),
        ("Leeds University in England grew.", [("headquartered_in", "England")]),
    ],
)
def test_what_stands_behind_a_body_or_an_agent(text, expected):
    found = read(text, "organization")
    assert [(claim.value.relation, claim.value.object) for claim in found] == expected
