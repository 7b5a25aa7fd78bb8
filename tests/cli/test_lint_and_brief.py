"""`claimcheck lint` and `claimcheck brief` from the outside: exit codes, formats, inputs, bad usage."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app

pytestmark = pytest.mark.model

WRONG = "Revenue rose from $2.1bn to $3.5bn, up 50 %."
RIGHT = "Revenue rose from $2.1bn to $3.5bn, up 67 %."


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, list(arguments), input=stdin)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.txt").write_text(f"A quiet year.\n\n{WRONG}\n", encoding="utf-8")
    (tmp_path / "right.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path


def test_findings_alone_do_not_fail_a_run_unless_they_are_named():
    assert run("lint", "wrong.txt").exit_code == 0
    assert run("lint", "wrong.txt", "--fail-on", "finding").exit_code == 3
    assert run("lint", "right.txt", "--fail-on", "finding").exit_code == 0


def test_json_names_rule_place_arithmetic_and_tolerance():
    (finding,) = json.loads(run("lint", "wrong.txt", "--format", "json").stdout)["findings"]
    assert (finding["rule"], finding["verdict"]) == ("lint/change", "inconsistent")
    assert finding["place"]["source"] == "wrong.txt"
    text = f"A quiet year.\n\n{WRONG}\n"
    assert text[finding["place"]["start"] : finding["place"]["end"]] == finding["place"]["text"]
    assert "66.7" in finding["reason"]


def test_each_input_is_checked_by_itself():
    result = run("lint", "right.txt", "wrong.txt", "--format", "json")
    assert {finding["place"]["source"] for finding in json.loads(result.stdout)["findings"]} == {"wrong.txt"}


def test_a_record_of_extract_is_taken_as_it_is(folder):
    assert run("extract", "wrong.txt", "-o", "record.json").exit_code == 0
    (folder / "wrong.txt").unlink()
    result = run("lint", "record.json", "--format", "json")
    assert json.loads(result.stdout)["counts"] == {"inconsistent": 1}


def test_standard_input_is_read():
    assert run("lint", "--fail-on", "finding", stdin=WRONG).exit_code == 3
    assert "worth checking" in run("brief", stdin=RIGHT).stdout


@pytest.mark.parametrize(
    ("name", "start"), [("github", "::"), ("sarif", "{"), ("table", ""), ("jsonl", "{"), ("html", "<!")]
)
def test_formats_of_findings(name, start):
    result = run("lint", "wrong.txt", "--format", name)
    assert result.exit_code == 0
    assert result.stdout.startswith(start)
    assert "66.7" in result.stdout


def test_github_points_at_the_line():
    assert "file=wrong.txt,line=3" in run("lint", "wrong.txt", "--format", "github").stdout


@pytest.mark.parametrize("command", ["lint", "brief"])
def test_what_cannot_be_read_is_one_line_and_the_others_are_done(command):
    result = run(command, "missing.txt", "wrong.txt")
    assert result.exit_code == 1
    assert result.stderr.count("missing.txt") == 1
    assert "Traceback" not in result.stderr
    assert "wrong.txt" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["lint", "wrong.txt", "--fail-on", "findings"], "findings"),
        (["lint", "wrong.txt", "--format", "xml"], "xml"),
        (["brief", "wrong.txt", "--top", "0"], "--top"),
        (["extract", "wrong.txt", "--group", "word"], "sentence, claim"),
    ],
)
def test_wrong_usage_is_told(arguments, words):
    result = run(*arguments)
    assert result.exit_code == 2
    assert words in result.output


def test_brief_says_where_what_and_why():
    shown = run("brief", "wrong.txt").stdout
    assert "1. " in shown
    assert "l. 3" in shown
    assert "why: a change" in shown


def test_brief_names_no_more_than_asked_and_counts_the_rest(folder):
    sentences = [f"The plant number {n} made {n + 3},000 cars." for n in range(2, 6)]
    (folder / "many.txt").write_text(" ".join(sentences), encoding="utf-8")
    shown = run("brief", "many.txt", "--top", "2").stdout
    assert "  2. " in shown
    assert "  3. " not in shown
    assert "and 2 more sentences with claims" in shown


def test_scores_are_explained_by_features_of_the_sentence():
    assert "score: +" in run("brief", "wrong.txt", "--explain").stdout
    assert "score: +" not in run("brief", "wrong.txt").stdout
    table = run("extract", "wrong.txt", "--format", "table", "--explain").stdout
    assert " why: +" in table
    assert "why:" not in run("extract", "wrong.txt", "--format", "table").stdout


def test_the_table_is_grouped_by_sentence_with_its_line_unless_asked_otherwise():
    grouped = run("extract", "wrong.txt", "--format", "table").stdout
    assert " line 3  " in grouped
    assert grouped.count(WRONG) == 1
    assert " line 3  " not in run("extract", "wrong.txt", "--format", "table", "--group", "claim").stdout
