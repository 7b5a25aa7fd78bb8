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


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # several occupations of one person
        ("Engineer and former lab director Tom Brandt spoke.",
         [("Tom Brandt", "Engineer", None), ("Tom Brandt", "former lab director", None)]),
        ("Danish painter, poet, and peace campaigner Mary Holt died.",
         [("Mary Holt", "Danish painter", None), ("Mary Holt", "poet", None), ("Mary Holt", "peace campaigner", None)]),
        ("The mayor and the governor Tom Brandt met.", [("Tom Brandt", "governor", None)]),
        ("They praised doctors, nurses and director Tom Brandt.", [("Tom Brandt", "director", None)]),
        # offices held at one place are one title
        ("Their co-founder and CEO, Tom Brandt, agreed.", [("Tom Brandt", "co-founder and CEO", None)]),
        ("Tom Brandt, formerly the president and chief financial officer of Orbit Labs, agreed.",
         [("Tom Brandt", "president and chief financial officer", "Orbit Labs")]),
        ("Tom Brandt, chief executive of Orbit Labs and a former minister, agreed.",
         [("Tom Brandt", "chief executive", "Orbit Labs"), ("Tom Brandt", "former minister", None)]),
        # several persons, each with what is said of him
        ("Two politicians Lee Chan of the Labour Party and Mary Holt of the Liberal Party lost.",
         [("Lee Chan", "politician", None), ("Mary Holt", "politician", None)]),
        ("The study's lead authors, Tom Brandt of Orbit Labs and Mary Holt of Lyon, agreed.",
         [("Tom Brandt", "lead author", None), ("Mary Holt", "lead author", None)]),
        ("She met with comedians Tom Brandt and Mary Holt.",
         [("Tom Brandt", "comedian", None), ("Mary Holt", "comedian", None)]),
        # one of several, with what the title is of
        ("Tom Brandt and Mary Holt were members of the Norwegian parliament.",
         [("Tom Brandt", "member", "Norwegian parliament"), ("Mary Holt", "member", "Norwegian parliament")]),
        ("The authors of the paper are Tom Brandt and Mary Holt.",
         [("Tom Brandt", "author of the paper", None), ("Mary Holt", "author of the paper", None)]),
        ("Directors Tom Brandt and Mary Holt left.",
         [("Tom Brandt", "Director", None), ("Mary Holt", "Director", None)]),
        ("Simon and Garfunkel were singers.", [("Simon", "singer", None), ("Garfunkel", "singer", None)]),
        ("Tom Brandt and the Velda Choir were singers.", [("Tom Brandt", "singer", None)]),
    ],
)  # fmt: skip
def test_lists_of_titles_and_of_their_holders(text, expected):
    found = roles(text)
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The company's chairman is Tom Brandt.", [("Tom Brandt", "chairman", None)]),
        ("The company's winner is Tom Brandt.", []),
        ("The chairman is Tom Brandt's friend.", []),
        ("The seat is held by Tom Brandt MP.", [("Tom Brandt", "MP", None)]),
        ("The seat is held by Tom Brandt DVD.", []),
        ("Tom Brandt held the position of chief engineer at Orbit Labs.", [("Tom Brandt", "chief engineer", "Orbit Labs")]),
        ("Tom Brandt criticised the position of chief engineer at Orbit Labs.", []),
        ("In 1976 he was made a director of Orbit Labs.", [("he", "director", "Orbit Labs")]),
        ("In 1965 he became managing director of Orbit Labs.", [("he", "managing director", "Orbit Labs")]),
        ("Tom Brandt served in the United States Army Air Forces as a pilot.", [("Tom Brandt", "pilot", None)]),
        ("It was signed by Bank of Lyon Chairman, Tom Brandt.", [("Tom Brandt", "Chairman", "Bank of Lyon")]),
        ("He met Tom Brandt, who sang in The Wizard of Oz and Gone With the Wind, and Mary Holt, who became an actor.",
         [("Mary Holt", "actor", None)]),
        ("They praised Gentleman Tom Brandt.", []),
        ("The heads of the Halvor Varga family met.", []),
    ],
)  # fmt: skip
def test_more_ways_to_hold_a_position(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CEO of the Refugee Council Anna Keller spoke.", {"Anna Keller"}),
        (
            "Members of the House of Representatives Owen Hood and Mike Best spoke.",
            {"Owen Hood", "Mike Best"},
        ),
        ("Friends of the Refugee Council Anna Keller spoke.", set()),
        ("Former minister for Sport and Tourism Nick Morrow said so.", {"Nick Morrow"}),
        ("Zentrova was made a Fellow of the Royal Academy.", {"Zentrova"}),
    ],
)
def test_persons_behind_the_body_that_they_sit_in(text, expected):
    assert persons(text) >= expected
    assert expected or "Anna Keller" not in persons(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Brandt served as director of Orbit Labs from 1965 to 1969 and as chairman of Acme Group.",
         [("Tom Brandt", "director", "Orbit Labs"), ("Tom Brandt", "chairman", "Acme Group")]),
        ("Tom Brandt had been the publisher, treasurer, and co-owner of Orbit Labs.",
         [("Tom Brandt", "publisher", None), ("Tom Brandt", "treasurer", None),
          ("Tom Brandt", "co-owner", "Orbit Labs")]),
        ("Tom Brandt made his debut as a director.", [("Tom Brandt", "director", None)]),
        ("Tom Brandt made his debut as planned.", []),
        ("Tom Brandt and Mary Holt are both members of the Halvor College.",
         [("Tom Brandt", "member", "Halvor College"), ("Mary Holt", "member", "Halvor College")]),
        ("She met her countryman Tom Brandt.", []),
    ],
)  # fmt: skip
def test_positions_one_after_another(text, expected):
    assert sorted(roles(text), key=str) == sorted(expected, key=str)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2001, former Vice President Tom Brandt ran.", [("Tom Brandt", "former Vice President", None)]),
        ("Tom Brandt was a priest, serving as general director of the legion.",
         [("Tom Brandt", "priest", None), ("Tom Brandt", "general director of the legion", None)]),
        ("They praised poets of the Halvor College such as Tom Brandt and Mary Holt.",
         [("Tom Brandt", "poet", "Halvor College"), ("Mary Holt", "poet", "Halvor College")]),
        ("They met Tom Brandt, MD, in Lyon.", []),
    ],
)  # fmt: skip
def test_positions_behind_dates_verbs_and_modifiers(text, expected):
    assert sorted(roles(text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nokia, whose chairman is Lars Holm, grew.", [("Lars Holm", "chairman", "Nokia")]),
        ("Nokia, whose river is the Tarn, grew.", []),
        ("The finance chief is Tom Brand.", [("Tom Brand", "finance chief", None)]),
        ("The chief concern is Tom Brand.", []),
    ],
)
def test_positions_behind_whose_and_of_chiefs(text, wanted):
    found = [claim.value for claim in extract(text).claims if claim.kind == "role"]
    assert [(role.person, role.title, role.organization) for role in found] == wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee and Bo Chen are the chief executives of Nokia and Intel, respectively.", []),
        ("Ann Lee and Bo Chen were directors of Nokia and Intel, in that order.", []),
        # near misses: both hold one title, one holds it
        ("Ann Lee and Bo Chen are directors of Nokia.",
         [("Ann Lee", "director", "Nokia"), ("Bo Chen", "director", "Nokia")]),
        ("Ann Lee is a director of Nokia and owns 3% and 4% of Intel and Orbit, respectively.",
         [("Ann Lee", "director", "Nokia")]),
    ],
)  # fmt: skip
def test_titles_dealt_out_in_order_are_left_out(text, expected):
    assert roles(text) == expected
