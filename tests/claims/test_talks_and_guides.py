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
