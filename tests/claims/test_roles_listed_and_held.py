"""Roles in lists, roles taken up and left, titles held of a place, and persons behind them."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def roles(text):
    found = [claim for claim in extract(text).claims if claim.kind == "role"]
    return [(claim.value.person, claim.value.title, claim.value.organization) for claim in found]


def persons(text):
    return {entity.text for entity in extract(text).entities if entity.label == "person"}


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ann Lee is an American author, essayist, short story writer, and novelist.",
         ["American author", "essayist", "short story writer", "novelist"]),
        ("Ann Lee became a performer, artist, and designer of lamps.",
         ["performer", "artist", "designer of lamps"]),
        ("Ann Lee worked as a cook, a bartender, and a waiter.", ["cook", "bartender", "waiter"]),
        ("Ann Lee is a teacher, and the school likes her.", ["teacher"]),
    ],
)  # fmt: skip
def test_titles_of_one_person(text, titles):
    assert [title for _, title, _ in roles(text)] == titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They hired two veteran journalists, Ann Lee and Bo Chen.",
         [("Ann Lee", "veteran journalist", None), ("Bo Chen", "veteran journalist", None)]),
        ("Acme's founders, Ann Lee and Bo Chen, left.", [("Ann Lee", "founder", "Acme"), ("Bo Chen", "founder", "Acme")]),
        ("They fought a Polish chef named Witold Varga.", [("Witold Varga", "Polish chef", None)]),
        ("Professor Ann Lee of Boston University, co-author of a new study, spoke.",
         [("Ann Lee", "Professor", None), ("Ann Lee", "co-author of a new study", None)]),
        ("Ann Lee succeeded Bo Chen as mayor of Graz.", [("Ann Lee", "mayor", "Graz")]),
        ("Ann Lee took over as director of Acme.", [("Ann Lee", "director", "Acme")]),
        ("Ann Lee was forced to resign as trade minister.", [("Ann Lee", "trade minister", None)]),
        ("Ann Lee made a career as a freelance writer.", [("Ann Lee", "freelance writer", None)]),
        ("It was about Ann Lee's time as a bartender.", [("Ann Lee", "bartender", None)]),
        # nobody holds anything
        ("Ann Lee took part as the rain fell.", []),
        ("They fought a crime drama named Witold.", []),
        ("Ann Lee became the main shareholder of Acme.", []),
        ("The firm took time as a resource.", []),
    ],
)  # fmt: skip
def test_roles_taken_up_and_left(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It is so”, said Mayor of London Sadiq Khan.", {"Sadiq Khan"}),
        ("On Monday, former Vice President of the United States Joe Biden won.", {"Joe Biden"}),
        ("Former prime minister John Major has accused him.", {"John Major"}),
        ("According to U.S. Attorney Varga, it is so.", {"Varga"}),
        ("The Duke of York Hotel burned.", set()),
        ("James R. Von Halvor II founded it. Von Halvor left in May.", {"James R. Von Halvor II"}),
        ("Jens Otto Harry Varga taught there. Otto Varga wrote.", {"Jens Otto Harry Varga"}),
    ],
)
def test_persons_behind_titles_and_under_several_names(text, expected):
    assert persons(text) == expected
