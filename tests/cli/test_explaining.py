"""`claimcheck explain`: its formats, its kinds, and inputs that cannot be read."""

import json

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app

TEXT = "Google developed Kubernetes in 2014. Was Chrome developed by Google?\n"


def run(*arguments):
    return CliRunner().invoke(app, ["explain", *map(str, arguments)])


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_holds_every_sentence(article):
    sentences = json.loads(run(article).stdout)["sentences"]
    assert [s["text"] for s in sentences] == [
        "Google developed Kubernetes in 2014.",
        "Was Chrome developed by Google?",
    ]
    assert {c["kind"] for s in sentences for c in s["candidates"]} == {"organization", "date", "numeral"}


def test_lines_hold_a_candidate_each_and_only_the_kinds_asked_for(article):
    lines = run(article, "--kind", "organization", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["refused_by"] for line in lines] == [None, "any/question"]


def test_the_table_shows_claims_and_refusals(article):
    shown = run(article, "--format", "table").stdout
    assert "claim" in shown
    assert "by any/question: ?" in shown


def test_a_missing_file_is_one_line_and_the_others_are_explained(article, tmp_path):
    result = run(tmp_path / "none.txt", article)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert len(json.loads(result.stdout)[0]["sentences"]) == 2


def test_an_unknown_format_is_wrong_usage(article):
    assert run(article, "--format", "xml").exit_code == 2
