"""Relations over whose names a denial, a doubt or a plan reaches, and clauses that a phrase or a day opens."""

from __future__ import annotations

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def read(text):
    return {
        (claim.subject.resolved or claim.subject.text, claim.value.object, claim.polarity, claim.certainty)
        for claim in extract(text).claims
        if claim.kind in ("organization", "technology")
    }


def told(names, polarity="positive", certainty="certain"):
    return {(thing, other, polarity, certainty) for thing, other in names}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Neither Google nor Oracle acquired Brimstow Labs.",
            [("Brimstow Labs", n) for n in ("Google", "Oracle")],
        ),
        (
            "Neither Brimstow Labs nor Tarn Foods was acquired by Google.",
            [(n, "Google") for n in ("Brimstow Labs", "Tarn Foods")],
        ),
        (
            "Oracle acquired neither Brimstow Labs nor Tarn Foods.",
            [(n, "Oracle") for n in ("Brimstow Labs", "Tarn Foods")],
        ),
        (
            "Brimstow Labs was bought by neither Google nor Tarn Foods.",
            [("Brimstow Labs", n) for n in ("Google", "Tarn Foods")],
        ),
        ("Firefox uses neither Redis nor SQLite.", [("Firefox", n) for n in ("Redis", "SQLite")]),
        ("Ida Moe did not found Tarn Foods.", [("Tarn Foods", "Ida Moe")]),
        ("It is not true that Tarn Foods Inc. acquired Google.", [("Google", "Tarn Foods Inc.")]),
    ],
)
def test_a_denial_reaches_every_name(text, names):
    assert read(text) == told(names, "negative")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brimstow Labs was bought by both Google and Tarn Foods.", ["Google", "Tarn Foods"]),
        ("Brimstow Labs was bought by Google and by Tarn Foods.", ["Google", "Tarn Foods"]),
    ],
)
def test_without_one_every_name_holds(text, names):
    assert read(text) == told([("Brimstow Labs", name) for name in names])


@pytest.mark.parametrize(
    "text",
    [
        "Brimstow Labs was bought not by Google but by Oracle.",
        "Brimstow Labs was not bought by Google but by Oracle.",
        "Brimstow Labs was bought by Oracle but not by Google.",
    ],
)
def test_what_is_put_instead_holds(text):
    denied, holding = ("Brimstow Labs", "Google"), ("Brimstow Labs", "Oracle")
    assert read(text) == told([denied], "negative") | told([holding])


@pytest.mark.parametrize(
    ("text", "others", "certainty"),
    [
        ("Oracle and Google plan to acquire Brimstow Labs.", ["Google", "Oracle"], "probable"),
        ("Oracle and Tarn Foods hope to acquire Brimstow Labs.", ["Oracle", "Tarn Foods"], "possible"),
        ("It is rumored that Oracle acquired Brimstow Labs.", ["Oracle"], "possible"),
        ("It was rumoured that Brimstow Labs was bought by Oracle.", ["Oracle"], "possible"),
        # near misses: what is told as a fact
        ("Oracle, which has plans to grow, acquired Brimstow Labs.", ["Oracle"], "certain"),
        ("It is known that Oracle acquired Brimstow Labs.", ["Oracle"], "certain"),
    ],
)
def test_plans_and_rumours_reach_every_name(text, others, certainty):
    found = read(text)
    assert found <= told([("Brimstow Labs", other) for other in others], certainty=certainty)
    assert found


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        ("On Monday Tarnstow acquired Brimstow Labs.", "Tarnstow"),
        ("On Tuesday Tarn Foods Inc. acquired Brimstow Labs.", "Tarn Foods Inc."),
        ("In the south, Tarn Foods acquired Brimstow Labs.", "Tarn Foods"),
    ],
)
def test_a_day_before_a_name_is_no_part_of_it(text, buyer):
    assert read(text) == told([("Brimstow Labs", buyer)])


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("According to Ida Moe, Tove Renwick is a linguist.", "Tove Renwick"),
        ("According to Ida Moe, a lawyer, Tove Renwick is a linguist.", "Tove Renwick"),
        ("Unlike Ida Moe, Tove Renwick is a linguist.", "Tove Renwick"),
        ("Ida Moe, like Tove Renwick, is a linguist.", "Ida Moe"),
    ],
)
def test_whom_a_preposition_leads_is_not_who_is_said_to_be_something(text, person):
    found = [c.value.person for c in extract(text).claims if c.kind == "role" and c.value.title == "linguist"]
    assert found == [person]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("They found Google.", None),
        ("She did not find Google.", None),
        ("Ida Moe wants to found Tarn Foods.", "Ida Moe"),
    ],
)
def test_only_the_verb_in_its_base_form_founds(text, other):
    assert [name for _, name, *_ in read(text)] == ([] if other is None else [other])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Firefox and Chrome use SQLite and Redis.",
            {(thing, other) for thing in ("Firefox", "Chrome") for other in ("SQLite", "Redis")},
        ),
        (
            "Tarn Foods and Brimstow Labs were founded by Ida Moe and Per Holm.",
            {(t, o) for t in ("Tarn Foods", "Brimstow Labs") for o in ("Ida Moe", "Per Holm")},
        ),
        ("Firefox uses SQLite and Redis.", {("Firefox", "SQLite"), ("Firefox", "Redis")}),
    ],
)
def test_two_lists_give_every_pair(text, pairs):
    claims = [c for c in extract(text).claims if c.kind in ("organization", "technology")]
    assert sorted((c.subject.text, c.value.object) for c in claims) == sorted(pairs)
