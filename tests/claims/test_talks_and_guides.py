"""Faults that talks, travel guides and company profiles showed when nobody had read them before."""

import pytest

from claimcheck import extract

TALK = (
    "HOST: Welcome. With me is Dr. Ida Lund, who runs a lab in Bergen. What did you find?\n\n"
    "LUND: People on night shifts slept 78 minutes less. It was a small trial.\n\n"
    "HOST: Who paid?\n\n"
    "LUND: The state. It cost about 40 million kroner.\n"
)


def found(text, kind):
    return [claim for claim in extract(text).claims if claim.kind == kind]


def test_surnames_in_capitals_and_parts_speak():
    [slept] = found(TALK, "measurement")
    [cost] = found(TALK, "money")
    assert (slept.attribution.source, cost.attribution.source) == ("LUND", "LUND")
    assert cost.subject.resolved != "LUND"


def test_lines_of_settings_are_no_talk():
    text = "HOST: db.oslo.example\n\nPORT: 5432\n\nNAME: 40 mills\n"
    assert all(claim.attribution is None for claim in extract(text).claims)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            "She rents out two cottages by the harbour, which sleep six people.",
            "count",
            "two cottages by the harbour",
        ),
        ("The owner of the mills, who has 40 cats, left.", "count", "The owner of the mills"),
        ("The list of the boats which cost $40 was long.", "money", "the boats"),
        ("One of the firms which have 40 cats left.", "count", "the firms"),
    ],
)
def test_a_relative_clause_agrees_with_what_it_is_of(text, kind, who):
    assert found(text, kind)[-1].subject.text == who


@pytest.mark.parametrize(
    "text",
    [
        "Zhao, who is now its chief scientific officer, holds 22 patents.",
        "The mill, which is old, holds 22 rooms.",
    ],
)
def test_what_is_told_of_a_name_before_its_verb_is_not_said(text):
    assert not found(text, "quote")
    assert found("It is safe, argued Ann Ray.", "quote")


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        (
            "Her deputy, Neil Farrow, will act as head until a successor is found. He joined in 2012.",
            "He",
            "Neil Farrow",
        ),
        (
            "Halden Robotics Inc. was founded in 2012. Its rival grew. Halden moved in 2013. It closed in 2019.",
            "It",
            "Halden Robotics Inc.",
        ),
        ("Tom Lund met a rower. She joined in 2012.", "She", None),
    ],
)
def test_pronouns_beside_short_forms_and_those_to_come(text, pronoun, name):
    last = found(text, "date")[-1]
    assert (last.subject.text, last.subject.resolved) == (pronoun, name)


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        # what the tense of a joined verb tells it to go on with
        ("Brandt left in 2019 and founded Orbit, which has 46 cats and owns 3 mills.", "count", "Orbit"),
        (
            "Brandt left and founded Orbit, which employs 46 people and has raised $30 million.",
            "money",
            "Orbit",
        ),
        ("Ann Roe bought the mill, which has 40 rooms, and has spent $4 million.", "money", "Ann Roe"),
    ],
)
def test_a_joined_verb_goes_on_with_the_relative_clause_of_its_tense(text, kind, who):
    assert found(text, kind)[-1].subject.text == who


def test_who_the_speaker_is_is_not_said():
    text = "The storm will cost the company 90 million kroner, its chief executive, Ola Dahl, told NRK."
    [quote] = found(text, "quote")
    assert quote.text == "The storm will cost the company 90 million kroner"
    [role] = found(text, "role")
    assert role.attribution is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to Ann Roe, she lost 40 jobs.", "Ann Roe"),
        ("Orbit grew. According to Acme, it lost 40 jobs.", None),
        ("Orbit grew. Orbit fell. According to Ann Roe, it lost 40 jobs.", "Orbit"),
        ("Orbit grew. It lost 40 jobs, according to Acme.", "Orbit"),
    ],
)
def test_whoever_it_is_according_to_may_be_meant(text, name):
    [change] = found(text, "change")
    assert change.subject.resolved == name


def test_a_league_is_no_company():
    text = "The Harbour League wants a rise of 9%. Coastline runs buses. The company made $7 million."
    assert found(text, "money")[0].subject.resolved != "Harbour League"
    assert found(text, "change")[0].certainty == "possible"


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("It will have two berths, each 400 metres long.", "measurement", "two berths"),
        ("It has five wards, each with 40 beds.", "count", "five wards"),
        ("He sold three mills, each worth $4 million.", "money", "three mills"),
        ("The teams played 4 games each.", "count", "The teams"),
        ("She earned $40 and he, each week, $2 more.", "money", "She"),
    ],
)
def test_an_amount_of_each(text, kind, who):
    claims = found(text, kind)
    assert (claims[0] if who == "She" else claims[-1]).subject.text == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The supplier Vantio was fined, the regulator Comreg said on Monday. It made 4 calls.", "Vantio"),
        ("Acme was fined, the regulator said. It made 4 calls.", "Acme"),
        ("Acme said it was fined. It made 4 calls.", "Acme"),
        ("The fine was right, Acme said. It made 4 calls.", "Acme"),
    ],
)
def test_who_only_says_it_is_not_gone_on_about(text, name):
    assert found(text, "count")[-1].subject.resolved == name
