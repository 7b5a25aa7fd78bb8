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
    refused = [json.loads(line)["refused_by"] for line in lines]
    assert [name for name in refused if name != "organization/thing"] == [None, "any/question"]


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


def test_words_and_patterns_of_ones_own_and_rules_left_out_count_as_in_extract(tmp_path):
    (tmp_path / "a.txt").write_text("The sprint took 40 story points.\n", encoding="utf-8")
    (tmp_path / "ours.toml").write_text(
        '[[units]]\nname = "story_point"\nwords = ["story point", "story points"]\n', encoding="utf-8"
    )
    (tmp_path / "names.jsonl").write_text('{"label": "product", "pattern": "sprint"}\n', encoding="utf-8")

    def kinds(*options):
        lines = run(tmp_path / "a.txt", "--format", "jsonl", *options).stdout.splitlines()
        return {record["kind"] for record in map(json.loads, lines) if record["claim"] is not None}

    assert kinds() == {"count"}
    own = ("--lexicon", tmp_path / "ours.toml", "--patterns", tmp_path / "names.jsonl")
    assert kinds(*own) == {"measurement"}
    assert kinds("--without", "count") == set()
