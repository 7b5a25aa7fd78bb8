"""Positions of persons."""

import pytest

from claimcheck import extract
from claimcheck.claims.role import RoleValue
from claimcheck.grammar.titles import is_title


def roles(text, model=None):
    found = [claim.value for claim in extract(text, model=model).claims if claim.kind == "role"]
    return [(value.person, value.title, value.organization) for value in found]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("chief scientist", True),
        ("engineers", True),
        ("Microbiologist", True),
        ("co-founder", True),
        ("table", False),
        ("woman", False),
        ("human", False),
        ("chipmaker", False),
    ],
)
def test_titles(word, expected):
    assert is_title(word) is expected


def test_description():
    assert (
        RoleValue(person="Jane Roe", title="CEO", organization="Acme").describe("=") == "Jane Roe: CEO, Acme"
    )
    assert RoleValue(person="Jane Roe", title="CEO").describe("=") == "Jane Roe: CEO"


def test_a_missing_organization_is_written_as_null():
    assert RoleValue(person="Jane Roe", title="CEO").model_dump(mode="json")["organization"] is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tim Cook, Apple's chief executive, spoke.", [("Tim Cook", "chief executive", "Apple")]),
        ("Minister of Education Anna Ruiz spoke.", [("Anna Ruiz", "Minister of Education", None)]),
        (
            "The engineers Ann Lee and Bo Chen left.",
            [("Ann Lee", "engineer", None), ("Bo Chen", "engineer", None)],
        ),
        ("Bo Chen, Quillmark's chief engineer, spoke.", [("Bo Chen", "chief engineer", "Quillmark")]),
        ("Quillmark named Ann Lee as its chairwoman.", [("Ann Lee", "chairwoman", "Quillmark")]),
        ("Ann Lee is its chairwoman.", [("Ann Lee", "chairwoman", None)]),
        ("They named Ann Lee as its chairwoman.", [("Ann Lee", "chairwoman", None)]),
        # a plan, a ranking, somebody else
        ("Ann Lee decided to become a teacher.", []),
        ("Ann Lee was the first actress to win.", []),
        ("Ann Lee thanked the director.", []),
    ],
)
def test_roles(text, expected):
    assert roles(text) == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was inspired by linguists like Henry Moss and Paul Vell.",
         [("Henry Moss", "linguist", None), ("Paul Vell", "linguist", None)]),
        ("She was inspired by tools like Henry Moss.", []),
        ("Ann Lee, 45, a teacher from Oslo, agreed.", [("Ann Lee", "teacher", None)]),
        ("On Monday President Roe said that crime fell.", [("Roe", "President", None)]),
        ("The former Google CEO Eric Moss spoke.", [("Eric Moss", "former CEO", "Google")]),
        ("Acting mayor Ann Lee spoke.", [("Ann Lee", "Acting mayor", None)]),
        ("Ann Lee was widely known as the drummer of the band.", [("Ann Lee", "drummer", "band")]),
        ("Ann Lee was widely known as the tower of the band.", []),
    ],
)  # fmt: skip
def test_ways_to_say_a_role(text, expected):
    found = [claim.value for claim in extract(text).claims if claim.kind == "role"]
    assert [(value.person, value.title, value.organization) for value in found] == expected


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # before the name of an owner
        ("They discussed President Biden's visit.", [("Biden", "President", None)]),
        ("They discussed the president's visit.", []),
        # a pronoun is told by its name, where that is sure
        ("Ann Lee grew up in Leeds. She became a painter.", [("Ann Lee", "painter", None)]),
        ("He became a painter.", [("He", "painter", None)]),
        # several positions
        (
            "Ann Lee will serve as Senior Advisor, Assistant to the President, and Director of Research.",
            [
                ("Ann Lee", "Senior Advisor", None),
                ("Ann Lee", "Assistant to the President", None),
                ("Ann Lee", "Director of Research", None),
            ],
        ),
        # work and careers
        ("Ann Lee began her career as a drummer.", [("Ann Lee", "drummer", None)]),
        ("Ann Lee lived from part-time work as a schoolteacher.", [("Ann Lee", "schoolteacher", None)]),
        ("Ann Lee praised the work as a drummer would.", []),
        # an occupation that a sentence opens with
        ("Immunologist Kristian Andersen agreed.", [("Kristian Andersen", "Immunologist", None)]),
        # a time of day is no prime minister
        ("The talk by Ann Lee, Nov 11 5:10 PM, was short.", []),
    ],
)
def test_more_ways_to_say_a_role(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "organization"),
    [
        ("ORBV Chief Executive Jane Roe resigned.", "Chief Executive", "ORBV"),
        ("FTQ leader Jane Roe resigned.", "leader", "FTQ"),
        ("The mayor met Zentrova CEO Jane Roe.", "CEO", "Zentrova"),
    ],
)
def test_a_house_that_is_no_known_name_before_a_title(text, title, organization):
    role = next(claim for claim in extract(text).claims if claim.kind == "role")
    assert (role.value.title, role.value.organization) == (title, organization)


@pytest.mark.parametrize(
    "text",
    [
        "TV presenter Jane Roe resigned.",
        "SEO manager Jane Roe resigned.",
        "PR chief Jane Roe resigned.",
        "The firm met Interim Chief Executive Jane Roe.",
        "Opposition leader Jane Roe resigned.",
        "The board chose Group Chief Executive Jane Roe.",
    ],
)
def test_no_house_before_a_title(text):
    roles = [claim for claim in extract(text).claims if claim.kind == "role"]
    assert roles
    assert {role.value.organization for role in roles} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two owners want a vote to oust chairman Orson Rudkin.", [("chairman", None)]),
        ("They voted to re-elect mayor Orson Rudkin.", [("mayor", None)]),
        ("He spoke to former chairman Orson Rudkin.", [("former chairman", None)]),
        ("Google founder and Chief Executive Officer Jane Roe left.",
         [("founder", "Google"), ("Chief Executive Officer", "Google")]),
        ("The founder and Prime Minister Jane Roe left.", [("Prime Minister", None)]),
        ("Gregory Hale, chief U.S. economist, left.", [("chief U.S. economist", None)]),
        ("Director-General of Health Jane Roe left.", [("Director-General of Health", None)]),
        ("Editor-in-chief of Health Jane Roe left.", [("Editor-in-chief of Health", None)]),
    ],
)  # fmt: skip
def test_what_belongs_to_a_title(text, expected):
    roles = [claim.value for claim in extract(text).claims if claim.kind == "role"]
    assert [(role.title, role.organization) for role in roles] == expected
