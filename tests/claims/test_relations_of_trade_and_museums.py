"""Relations in briefs of the trade, histories of museums and notes on programs."""

import pytest

from claimcheck import extract

pytestmark = pytest.mark.model


def relations(text):
    found = [claim for claim in extract(text).claims if claim.kind in ("organization", "technology")]
    return {(claim.subject.text, claim.value.relation, claim.value.object) for claim in found}


RELATIONS = [
    # what a body includes
    (
        "The alliance includes Airbus, Boeing and Nokia.",
        {(name, "part_of", "The alliance") for name in ("Airbus", "Boeing", "Nokia")},
    ),
    (
        "Nokia includes a wire service (Nokia News), a film studio (Orbit Studios) and a shop.",
        {("Nokia News", "part_of", "Nokia"), ("Orbit Studios", "part_of", "Nokia")},
    ),
    ("Its wares are sold by 30 shops, including Nokia, and it includes a garden.", set()),
    ("Google included Nokia in its list of the year.", set()),
    ("The museum's board includes Nokia.", set()),
    # a pact in a clause of its own
    ("The licensing agreement that Nokia praised with care ended in 2004.", set()),
    # what passes to somebody, behind a clause
    ("When the yard closed, the train passed to Nokia.", set()),
    # a list of programs goes on behind a small word that no list knows
    (
        "Firefox uses asyncio, zorbik and msgpack.",
        {("Firefox", "built_with", "asyncio"), ("Firefox", "built_with", "msgpack")},
    ),
    ("Firefox uses asyncio, time and patience.", {("Firefox", "built_with", "asyncio")}),
    # a part of a program is no part of a company
    # "uses" and "is used by" state the same
    ("SQLite is used by Netflix.", {("Netflix", "built_with", "SQLite")}),
    ("Netflix uses SQLite.", {("Netflix", "built_with", "SQLite")}),
    ("Fernlake is the code name used by Intel of a chip.", set()),
    # what somebody owns is a thing that can be owned; who is paid for may only have to do something
    ("Halvor Trust owns the room when Ann Lee speaks.", set()),
    ("Nokia paid $41m for Samsung to give way.", set()),
    # what a common noun behind a name says is no firm
    ("Nokia bought Ford bonds.", set()),
    ("The rights passed to Ford dealers.", set()),
    ("Nokia reached a deal with Intel chips.", set()),
    ("The fund includes Nokia and Ford shares.", set()),
    # a group of which the text spoke before it came to its customer is not that customer
    (
        "The group's clients include Nokia; the group includes Ericsson.",
        {("Nokia", "client_of", "The group"), ("Ericsson", "part_of", "the group")},
    ),
    ("Few users of SQLite include Netflix.", set()),
    # no firm, or none any more
    ("No companies using SQLite include Netflix.", set()),
    ("Former customers using SQLite include Netflix.", set()),
    # the owner of a kind of thing is only pointed at
    (
        "Slack, the company's chat tool, is free.",
        {("Slack", "developed_by", "the company")},
    ),
    ("Slack, the company's pride, is free.", set()),
    # families
    (
        "Nokia is controlled by the Bremer family.",
        {("Nokia", "owned_by", "the Bremer family")},
    ),
    ("Nokia is controlled by a large family.", set()),
    # what is paid for a firm, not for a ticket; a trade in front of a name is no ware
    ("Nokia paid $41m for Orbit Labs.", {("Orbit Labs", "acquired_by", "Nokia")}),
    ("Nokia paid $41m for the damage.", set()),
    (
        "Nokia agreed to buy the software firm Prodyne from Orbit Labs.",
        {("Prodyne", "acquired_by", "Nokia")},
    ),
    # what an organisation owns, and what only says so
    ("The Halvor Trust owns the club shop.", {("the club shop", "owned_by", "Halvor Trust")}),
    ("The Halvor Trust owns the narrative.", set()),
    ("Slipway Park belongs to the town council.", {("Slipway Park", "owned_by", "the town council")}),
    # those who stand in one list are not each other's
    ("Zorbik is a photo manager. Photoshop and digiKam are its closest rivals.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), RELATIONS)
def test_relations(text, wanted):
    assert relations(text) == wanted
