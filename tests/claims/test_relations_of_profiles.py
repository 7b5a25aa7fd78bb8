"""Relations, roles and names in profiles of companies, news of money and posts on what a team uses."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def relations(text):
    found = [claim for claim in extract(text).claims if claim.kind in ("organization", "technology")]
    return {(claim.subject.text, claim.value.relation, claim.value.object) for claim in found}


def roles(text):
    found = [claim.value for claim in extract(text).claims if claim.kind == "role"]
    return {(role.person, role.title, role.organization) for role in found}


RELATIONS = [
    # the name of a unit between commas
    (
        "Nokia agreed to sell its ceramics arm, Orvane Ltd, to Samsung for $9 million.",
        {("Orvane Ltd", "acquired_by", "Samsung"), ("Orvane Ltd", "part_of", "Nokia")},
    ),
    ("Nokia sold the firm, Ann Lee told reporters, to Samsung.", set()),
    # the name in a clause with "whose"
    (
        "Nokia sued Orbit Labs, whose founder, Ann Lee, owns Comet Labs.",
        {("Comet Labs", "owned_by", "Ann Lee"), ("Orbit Labs", "founded_by", "Ann Lee")},
    ),
    # a relative clause with two verbs, told by number
    (
        "Matches are held at Kelmar Park, which was built by Nokia and is owned by Samsung.",
        {("Kelmar Park", "developed_by", "Nokia"), ("Kelmar Park", "owned_by", "Samsung")},
    ),
    # a relative clause without its pronoun
    (
        "Nokia grew. It records at Comet Labs, a studio the company owns in Leeds.",
        {("Comet Labs", "owned_by", "Nokia")},
    ),
    # what stands at a place
    (
        "They trained it on the Orvane supercomputer in Oslo, which is operated by Nokia.",
        {("the Orvane supercomputer", "operated_by", "Nokia")},
    ),
    # together with somebody
    (
        "Nokia will build a plant in Oslo together with Samsung.",
        {("Nokia", "partnered_with", "Samsung")},
    ),
    # money of a round
    (
        "Nokia led the seed round, with participation from new investors Samsung and Orbit Ventures.",
        {
            ("the seed round", "funded_by", "Nokia"),
            ("the seed round", "funded_by", "Samsung"),
            ("the seed round", "funded_by", "Orbit Ventures"),
        },
    ),
    # what "we" use
    (
        "We deploy with Ansible and rely on Grafana.",
        {("We", "built_with", "Ansible"), ("We", "built_with", "Grafana")},
    ),
    ("We deploy with care and rely on Nokia.", set()),
    # a language of two tokens
    ("The add-in is written in C#.", {("The add-in", "written_in", "C#")}),
    (
        "The site was written in C# and F#.",
        {("The site", "written_in", "C#"), ("The site", "written_in", "F#")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), RELATIONS, ids=[text for text, _ in RELATIONS])
def test_relations(text, expected):
    assert relations(text) == expected


ROLES = [
    (
        "Orbit Labs co-founder and CEO Ann Lee spoke.",
        {("Ann Lee", "co-founder", "Orbit Labs"), ("Ann Lee", "CEO", "Orbit Labs")},
    ),
    ("The president and Prime Minister Ann Lee met.", {("Ann Lee", "Prime Minister", None)}),
    (
        "Nokia sued Orbit Labs, whose chairman, Bo Chen, left.",
        {("Bo Chen", "chairman", "Orbit Labs")},
    ),
    ("Ann Lee started Orbit Labs, of which she was president.", {("Ann Lee", "president", "Orbit Labs")}),
    ("Ann Lee stays on as head of Nokia.", {("Ann Lee", "head", "Nokia")}),
    ("Ann Lee left Oslo, which she loved. She was president.", {("Ann Lee", "president", None)}),
]


@pytest.mark.parametrize(("text", "expected"), ROLES, ids=[text for text, _ in ROLES])
def test_roles(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They chose a Norwegian company.", set()),
        ("Critics of Ford and Shell met in May.", {("Ford", "organization"), ("Shell", "organization")}),
        ("Ford and Nixon met in May.", {("Ford", "person"), ("Nixon", "person")}),
        (
            "The managers Jan Wolny and Ewa Sikora bought it.",
            {("Jan Wolny", "person"), ("Ewa Sikora", "person")},
        ),
    ],
)
def test_names(text, expected):
    assert {(entity.text, entity.label) for entity in extract(text).entities} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The brand is sold in department stores such as Galeries Lafayette.",
        "The chair of the board, Stine Moan, is ill.",
    ],
)
def test_nothing_is_defined(text):
    assert not [claim for claim in extract(text).claims if claim.kind == "definition"]


def test_a_semicolon_ends_what_a_subject_reaches():
    assert roles("The director is Jan Falch; the chair of the board, Ann Lee, is also a chemist.") == {
        ("Jan Falch", "director", None),
        ("Ann Lee", "chair of the board", None),
        ("Ann Lee", "chemist", None),
    }


def test_a_while_is_no_name_of_a_firm():
    claims = extract("The firm supplied Nokia and, for a while, the retailer Orvane.").claims
    assert not [claim for claim in claims if claim.kind == "definition"]


def test_a_clause_with_whose_defines_nothing():
    claims = extract("The club belongs to Orbit Sports, whose chairman, Bo Chen, left.").claims
    assert not [claim for claim in claims if claim.kind == "definition"]


MORE = [
    ("It raised $9 million. The round was led by Nokia.", {("The round", "funded_by", "Nokia")}),
    ("He shot a 68. The round was led by Nokia.", set()),
    ("The seed round was led by Ann Lee.", set()),
    # a part of a longer claim says nothing of its own
    ("Orbit Labs raised $8 million in a round led by Nokia.", {("Orbit Labs", "funded_by", "Nokia")}),
    # a body at its place
    (
        "Kelmar Hospital in Oslo, a part of Nokia, has opened.",
        {("Kelmar Hospital", "headquartered_in", "Oslo"), ("Kelmar Hospital", "part_of", "Nokia")},
    ),
    # the last of a list is what a clause tells of
    (
        "The firm works with Nokia and Samsung, in which it holds a stake.",
        {("The firm", "partnered_with", "Nokia"), ("The firm", "partnered_with", "Samsung")},
    ),
    ("Orbit Labs was founded by two of the hospital's surgeons.", set()),
    ("On Monday Ann Lee signed a contract with Nokia.", set()),
    ("Orbit Labs (NYSE: ORB) grew.", {("Orbit Labs", "listed_on", "NYSE")}),
    ("Orbit Labs (NYSE) grew.", set()),
    (
        "Orbit Labs is a maker of lenses with headquarters in Oslo.",
        {("Orbit Labs", "headquartered_in", "Oslo")},
    ),
    ("Ann Lee met a firm with headquarters in Lyon.", set()),
    (
        "Nokia has customers ranging from Aldi to Tesco.",
        {("Aldi", "client_of", "Nokia"), ("Tesco", "client_of", "Nokia")},
    ),
    ("Prices range from Nokia to Siemens.", set()),
    (
        "Channel Nine is a firm in Madison, Wisconsin, owned by Nokia.",
        {("Channel Nine", "owned_by", "Nokia"), ("Channel Nine", "headquartered_in", "Madison")},
    ),
    ("Orbit Labs, a Green Bay affiliate of Nokia, grew.", {("Orbit Labs", "part_of", "Nokia")}),
    ("The ore terminal, built in 1978 by Nokia, is full.", {("The ore terminal", "developed_by", "Nokia")}),
    ("The firm competes with its U.S. rival Nokia.", {("The firm", "competes_with", "Nokia")}),
    ("The turbines were delivered by Nokia.", {("The turbines", "supplied_by", "Nokia")}),
    ("The laptops were delivered by UPS.", set()),
    ("The babies were delivered by Kelmar Hospital.", set()),
    ("The king was installed by Vichy.", set()),
    ("The temple was built by the Romans for Nokia.", set()),
    ("Python began at Google as a course for 40 students.", set()),
    ("The backing came from Google employees.", set()),
    ("The seed round was joined by Google executives.", set()),
]


@pytest.mark.parametrize(("text", "expected"), MORE, ids=[text for text, _ in MORE])
def test_more_relations(text, expected):
    assert relations(text) == expected


def test_a_bracket_tells_where_a_person_works():
    assert roles("The maintainers are Ann Lee (Leeds University) and Bo Chen (Nokia).") == {
        ("Ann Lee", "maintainer", "Leeds University"),
        ("Bo Chen", "maintainer", "Nokia"),
    }


def test_a_bracket_behind_a_player_tells_of_no_house():
    assert roles("The sponsor of striker Ann Lee (Nike) fell.") == {("Ann Lee", "striker", None)}


def test_a_trade_before_one_word_is_outvoted_by_what_a_firm_has():
    names = {
        (entity.text, entity.label)
        for entity in extract("The engineer Corvane has a bid. Corvane shareholders agreed.").entities
    }
    assert names == {("Corvane", "organization")}
