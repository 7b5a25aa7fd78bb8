"""Sentences that state a fact without a figure: found where they are asked for, and nowhere else."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from claimcheck import extract, extract_many
from claimcheck.claims import claim_types
from claimcheck.cli import app
from claimcheck.own_rules import OwnRules
from claimcheck.result import Document

pytestmark = pytest.mark.model

TEXT = "The senator voted against the farm bill. It sold 40 boats in May. Thank you very much."


def kinds(document):
    return [claim.kind for claim in document.claims]


def test_they_are_found_only_where_they_are_asked_for():
    assert "statement" not in kinds(extract(TEXT))
    assert kinds(extract(TEXT, statements=True)) == ["statement", "count", "date"]
    assert kinds(extract(TEXT, kinds=["statement"])) == ["statement"]


def test_the_other_claims_are_the_same_beside_them():
    beside = extract(TEXT, statements=True)
    others = [claim for claim in beside.claims if claim.kind != "statement"]
    assert others == list(extract(TEXT).claims)


def test_they_have_a_subject_qualifiers_and_a_score():
    (claim,) = extract("The mayor has never voted against the farm bill.", kinds=["statement"]).claims
    assert claim.subject.text == "The mayor"
    assert claim.polarity == "negative"
    assert 0 <= claim.score <= 1
    assert claim.sentence.score == claim.score


def test_what_somebody_is_said_to_say_is_a_quote_and_no_statement():
    assert kinds(extract("Ann Ray said that the mayor had voted against it.", statements=True)) == ["quote"]


@pytest.mark.parametrize(
    "text",
    [
        "Should the senator have voted against the farm bill?",
        "We love this town and everybody in it.",
        "Vote against the farm bill.",
        "The farm bill, a short history of votes",
        "He voted.",
    ],
)
def test_what_states_no_checkable_fact_is_none(text):
    assert extract(text, kinds=["statement"]).claims == ()


def test_without_a_parse_there_are_none():
    assert extract(TEXT, kinds=["statement"], model="blank").claims == ()


def test_readers_of_the_record_read_them_back():
    document = extract(TEXT, statements=True)
    assert Document.model_validate_json(document.model_dump_json()) == document
    assert "statement" in {claim_type.model_fields["kind"].default for claim_type in claim_types()}


def test_processes_and_rules_of_ones_own_pass_it_on():
    (document,) = extract_many([TEXT], own_rules=OwnRules(statements=True))
    assert kinds(document)[0] == "statement"
    assert kinds(extract(TEXT, own_rules=OwnRules(statements=True)))[0] == "statement"


@pytest.mark.parametrize("options", [["--statements"], ["--kind", "statement"]])
def test_the_command_finds_them(options, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "a.txt"), "--format", "jsonl", *options])
    assert result.exit_code == 0
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["value"] for record in records if record["kind"] == "statement"] == [
        {"predicate": "voted"}
    ]
