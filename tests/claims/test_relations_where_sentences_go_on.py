"""Lists of doers that open a sentence, clauses that go on behind "and", and what stands behind commas."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def relations(text, kind="organization"):
    found = [claim for claim in extract(text).claims if claim.kind == kind]
    return {(claim.subject.text, claim.value.relation, claim.value.object) for claim in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Developed by Capcom, Sega and Nintendo, the game came out in Japan.",
            {("the game", "developed_by", maker) for maker in ("Capcom", "Sega", "Nintendo")},
        ),
        (
            "Owned by Google and Norvik Media, KTRX broadcasts from Lyon.",
            {("KTRX", "owned_by", "Google"), ("KTRX", "owned_by", "Norvik Media")},
        ),
        (
            "The halls, built by Skanska, Intel and Nokia, have been praised.",
            {("The halls", "developed_by", maker) for maker in ("Skanska", "Intel", "Nokia")},
        ),
        # two subjects behind one owner
        (
            "Owned by Google, Halden Systems and Norvik Media were sold.",
            {("Halden Systems", "owned_by", "Google"), ("Norvik Media", "owned_by", "Google")},
        ),
        ("Owned by Google, Nokia grew.", {("Nokia", "owned_by", "Google")}),
        ("Owned by Google, Halden Systems and Norvik Media.", set()),
    ],
)
def test_doers_listed_at_the_start(text, expected):
    assert relations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Red Harbour is a game by Ubisoft and Nintendo.",
            {("Red Harbour", "developed_by", "Ubisoft"), ("Red Harbour", "developed_by", "Nintendo")},
        ),
        (
            "Red Harbour, an app from Google, Nokia and Intel, sold well.",
            {("Red Harbour", "developed_by", maker) for maker in ("Google", "Nokia", "Intel")},
        ),
        ("Red Harbour is a game by Ubisoft and sells well.", {("Red Harbour", "developed_by", "Ubisoft")}),
        ("Red Harbour is a game by Ann Lee and Bo Chen.", set()),
    ],
)
def test_every_maker_of_a_kind(text, expected):
    assert relations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rents rose, and the station is branded as The Bear and is owned by Bell Media.",
            {("the station", "owned_by", "Bell Media")},
        ),
        (
            "The owners left in 2001, but the firm survived and was bought by IBM.",
            {("the firm", "acquired_by", "IBM")},
        ),
        (
            "Rents rose, and the school is located in Lyon, and is a member of the Norvik Association.",
            {("the school", "part_of", "Norvik Association")},
        ),
        (
            "Ann Lee said that the chain was bought by Google, but is now a part of Norvik Media.",
            {("the chain", "acquired_by", "Google"), ("the chain", "part_of", "Norvik Media")},
        ),
        # the subject of the first clause after all
        ("Nokia grew as demand rose and the cost fell, and is owned by IBM.", {("Nokia", "owned_by", "IBM")}),
        ("Nokia makes tools that run on Linux and is owned by IBM.", {("Nokia", "owned_by", "IBM")}),
        ("Nokia left Oslo when the war ended and was bought by IBM.", {("Nokia", "acquired_by", "IBM")}),
        ("Nokia said that it would leave and bought IBM.", {("IBM", "acquired_by", "Nokia")}),
        ("Rates fell and the bank grew and were eased by IBM.", set()),
    ],
)
def test_who_a_clause_goes_on_about(text, expected):
    assert relations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is done to goods is said of what was made, behind one maker or several
        (
            "Red Harbour was made by Sega and Capcom, published by Nintendo, and sold well.",
            {("Red Harbour", "developed_by", "Nintendo")},
        ),
        (
            "Red Harbour was made by Sega, published by Nintendo, and sold well.",
            {("Red Harbour", "developed_by", "Nintendo")},
        ),
        # what is done to firms is said of the firm before the comma
        (
            "The brewery was bought by Nokia, founded by Ann Lee.",
            {("the brewery", "acquired_by", "Nokia"), ("Nokia", "founded_by", "Ann Lee")},
        ),
        (
            "The brewery was founded by Ann Lee, based in Lyon and bought by Nokia.",
            {
                ("the brewery", "founded_by", "Ann Lee"),
                ("the brewery", "headquartered_in", "Lyon"),
                ("the brewery", "acquired_by", "Nokia"),
            },
        ),
    ],
)
def test_participles_behind_a_doer(text, expected):
    found = {(subject.replace("The ", "the "), *rest) for subject, *rest in relations(text)}
    assert expected <= found
    assert len({subject for subject, *_ in found}) == len({subject for subject, *_ in expected})


def definitions(text):
    found = [claim for claim in extract(text).claims if claim.kind == "definition"]
    return {(claim.subject.text, claim.value.category) for claim in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orbitel is a unit of Nokia, the largest firm in Finland.", ("Nokia", "largest firm in Finland")),
        (
            "Orbitel is a unit of Norvik Union (NU), the oldest union in Norway.",
            ("Norvik Union", "oldest union in Norway"),
        ),
        (
            "Halden is the home of the Elephant Sanctuary, the oldest sanctuary in Norway.",
            ("the Elephant Sanctuary", "oldest sanctuary in Norway"),
        ),
        # of the subject
        ("Lyon is a city in France, the largest city in its region.", ("Lyon", "largest city in its region")),
        (
            "Ann Lee is the chief executive of Nokia, the first woman in the post.",
            ("Ann Lee", "first woman in the post"),
        ),
        ("Tesco is a grocer in Britain, the oldest firm on the list.", ("Tesco", "oldest firm on the list")),
    ],
)
def test_whose_rank_stands_behind_a_comma(text, expected):
    assert [found for found in definitions(text) if found[1] == expected[1]] == [expected]


def roles(text):
    found = [claim.value for claim in extract(text).claims if claim.kind == "role"]
    return {(value.person, value.title, value.organization) for value in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee was head of the Norvik Association from 1970, president of Nokia, from 1973, and chair of Intel.",
            {
                ("Ann Lee", "head", "Norvik Association"),
                ("Ann Lee", "president", "Nokia"),
                ("Ann Lee", "chair", "Intel"),
            },
        ),
        (
            "Ann Lee was the president of Nokia, founded in 1865, chairman of Intel, and a trustee of Google.",
            {
                ("Ann Lee", "president", "Nokia"),
                ("Ann Lee", "chairman", "Intel"),
                ("Ann Lee", "trustee", "Google"),
            },
        ),
        (
            "Ann Lee served as chair of Nokia from 1997 to 1998, and later as president of Intel.",
            {("Ann Lee", "chair", "Nokia"), ("Ann Lee", "president", "Intel")},
        ),
        # others go on
        (
            "Ann Lee was president of Nokia, founded in 1865, and Bo Chen chairman of Intel.",
            {("Ann Lee", "president", "Nokia")},
        ),
        (
            "Ann Lee was an actor, known for Red Dawn (1987), The Country Doctor and Hill.",
            {("Ann Lee", "actor", None)},
        ),
        # a firm may do it
        ("Brava became the largest brewer in Norway.", set()),
        ("Ann Lee became the largest brewer in Norway.", {("Ann Lee", "largest brewer", "Norway")}),
    ],
)
def test_positions_held_one_after_the_other(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norvik Media, based in Oslo, and Nokia merged.",
            {("Norvik Media", "headquartered_in", "Oslo"), ("Norvik Media", "merged_with", "Nokia")},
        ),
        (
            "An alliance between Norvik Media, founded in 1990, and Nokia was announced.",
            {("Norvik Media", "partnered_with", "Nokia")},
        ),
        (
            "The mill was owned by Nokia, based in Espoo, and Intel.",
            {
                ("The mill", "owned_by", "Nokia"),
                ("The mill", "owned_by", "Intel"),
                ("Nokia", "headquartered_in", "Espoo"),
            },
        ),
        # each name has a participle of its own
        (
            "Orbix, developed by Intel, Nokia, bought from Capcom, and Quarle, built with Rust, are sold.",
            {("Orbix", "developed_by", "Intel")},
        ),
        # the place is of what is said of the first
        (
            "Norvik Media, a station based in Oslo, and Nokia merged.",
            {("Norvik Media", "headquartered_in", "Oslo")},
        ),
        (
            "Nokia was bought by Intel, founded by Ann Lee, and Bo Chen left.",
            {("Nokia", "acquired_by", "Intel"), ("Intel", "founded_by", "Ann Lee")},
        ),
    ],
)
def test_what_commas_say_of_a_member_of_a_list(text, expected):
    assert relations(text) == expected
