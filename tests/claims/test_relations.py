"""The words that relate, and that every one of them is found in its example."""

from typing import get_args

import pytest

from claimcheck import extract
from claimcheck.claims import relations
from claimcheck.claims.organization import OrganizationRelation
from claimcheck.claims.technology import TechnologyRelation
from claimcheck.lexicons import load_rows

LISTS = ("relation_verbs", "relation_nouns", "relation_suffixes")
ROWS = [
    pytest.param(row, id=f"{name}-{(row.get('forms') or row['suffix']).split('|')[0]}-{row['relation']}")
    for name in LISTS
    for row in load_rows(f"en/{name}.csv")
]
RELATIONS = {"technology": get_args(TechnologyRelation), "organization": get_args(OrganizationRelation)}


@pytest.mark.parametrize("row", ROWS)
def test_relation_belongs_to_its_kind(row):
    assert row["relation"] in RELATIONS[row["kind"]]


@pytest.mark.parametrize("name", ["relation_verbs", "relation_nouns"])
def test_every_pattern_is_known(name):
    patterns = relations._VERB_PATTERNS if name == "relation_verbs" else relations._NOUN_PATTERNS
    assert {row["pattern"] for row in load_rows(f"en/{name}.csv")} <= set(patterns)


@pytest.mark.parametrize("name", ["relation_verbs", "relation_nouns"])
def test_no_reading_is_listed_twice(name):
    seen = [
        (form, row["relation"], row["pattern"], row["prepositions"])
        for row in load_rows(f"en/{name}.csv")
        for form in row["forms"].split("|")
    ]
    assert len(seen) == len(set(seen))


@pytest.mark.model
@pytest.mark.parametrize("row", ROWS)
def test_example_is_found(row):
    found = [claim for claim in extract(row["example"]).claims if claim.kind == row["kind"]]
    assert row["relation"] in [claim.value.relation for claim in found]


@pytest.mark.model
@pytest.mark.parametrize("row", load_rows("en/role_titles.csv"), ids=lambda row: row["forms"].split("|")[0])
def test_title_is_found(row):
    found = [claim for claim in extract(row["example"]).claims if claim.kind == "role"]
    assert [claim.value.person for claim in found] == ["Jane Roe"]
