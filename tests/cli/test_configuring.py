"""Options from a file: where it is looked for, what counts before what, and what is wrong with it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from claimcheck import OwnRules, load_pipeline
from claimcheck.cli import app

TEXT = "The survey drew 5,200 responses. The round brought in over €30 million.\n"


@pytest.fixture(autouse=True)
def forget():
    """Own rules stay in force in the process; other tests are to meet the bundled ones alone."""
    yield
    OwnRules().use(load_pipeline())


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, list(arguments))


def kinds(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line)["kind"] for line in result.stdout.splitlines()]


def test_a_file_gives_the_defaults(folder):
    (folder / "claimcheck.toml").write_text('format = "jsonl"\nkind = ["money"]\n')
    assert kinds(run("extract", "article.txt")) == ["money"]


def test_pyproject_gives_them_in_its_table(folder):
    (folder / "pyproject.toml").write_text('[tool.claimcheck]\nformat = "jsonl"\nkind = ["count", "money"]\n')
    assert kinds(run("extract", "article.txt")) == ["count", "money"]


def test_other_peoples_pyproject_is_left_alone(folder):
    (folder / "pyproject.toml").write_text("[tool.ruff]\nline-length = 110\n")
    assert kinds(run("extract", "article.txt", "--format", "jsonl")) == ["count", "money"]


def test_a_folder_above_counts_and_the_nearest_first(folder, monkeypatch):
    (folder / "claimcheck.toml").write_text('format = "jsonl"\nkind = ["money"]\n')
    (folder / "drafts").mkdir()
    monkeypatch.chdir(folder / "drafts")
    assert kinds(run("extract", "../article.txt")) == ["money"]
    (folder / "drafts" / "claimcheck.toml").write_text('format = "jsonl"\nkind = ["count"]\n')
    assert kinds(run("extract", "../article.txt")) == ["count"]


def test_the_command_line_counts_first_then_the_table_of_the_command(folder):
    (folder / "claimcheck.toml").write_text('format = "csv"\nkind = ["money"]\n[extract]\nformat = "jsonl"\n')
    assert kinds(run("extract", "article.txt")) == ["money"]
    assert kinds(run("extract", "article.txt", "--kind", "count")) == ["count"]


def test_a_file_can_be_named(folder):
    (folder / "other.toml").write_text('format = "jsonl"\nkind = "count"\nquiet = true\n')
    assert kinds(run("--config", "other.toml", "extract", "article.txt")) == ["count"]


def test_own_rules_are_looked_for_beside_the_file(folder, monkeypatch):
    (folder / "claimcheck.toml").write_text('format = "jsonl"\nlexicon = ["words.toml"]\n')
    (folder / "words.toml").write_text('[[units]]\nname = "answer"\nwords = ["responses"]\n')
    (folder / "drafts").mkdir()
    monkeypatch.chdir(folder / "drafts")
    assert kinds(run("extract", "../article.txt")) == ["measurement", "money"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('format = "jsonl"\nfomat = "x"\n', "line 2: no command has an option --fomat"),
        ("[extrakt]\n", "line 1: there is no command 'extrakt'"),
        ("# x\n[extract]\nexplain = true\n", "line 3: extract has no option --explain"),
        ('quiet = "yes"\n', "line 1: quiet is to be true or false"),
        ("with-text = 1\n", "line 1: with-text is to be true or false"),
        ("format = true\n", "line 1: format is to be text"),
        ('format = ["json"]\n', "line 1: format takes one value"),
        ("kind = [[]]\n", "line 1: kind is to be text"),
        ("format = \n", "line 1"),
        ('format = "nonsense"\n', "'nonsense' is not one of"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(folder, content, message):
    (folder / "claimcheck.toml").write_text(content)
    result = run("extract", "article.txt")
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())


def test_a_file_that_is_not_there(folder):
    result = run("--config", "missing.toml", "extract", "article.txt")
    assert result.exit_code == 2
    assert "no such file" in result.stderr
