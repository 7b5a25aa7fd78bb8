"""Options from a file: where it is looked for, what counts before what, and what is wrong with it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app

TEXT = "The survey drew 5,200 responses. The round brought in over €30 million.\n"


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


@pytest.mark.parametrize("name", ["pyproject.toml", "claimcheck.toml"])
def test_pyproject_gives_them_in_its_table_and_the_other_may(folder, name):
    (folder / name).write_text('[tool.claimcheck]\nformat = "jsonl"\nkind = ["count", "money"]\n')
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
        ("# x\n[extract]\nexplane = true\n", "line 3: extract has no option --explane"),
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
    assert message in result.stderr


def test_a_file_that_is_not_there(folder):
    result = run("--config", "missing.toml", "extract", "article.txt")
    assert result.exit_code == 2
    assert "no such file" in result.stderr


@pytest.mark.parametrize("key", ["output", "output-dir"])
@pytest.mark.parametrize(
    "form", ['{key} = "{path}"\nkind = ["money"]\n', '[extract]\n{key} = "{path}"\nkind = ["money"]\n']
)
def test_a_file_that_was_only_found_chooses_no_output(folder, monkeypatch, key, form):
    """As in somebody's repository: it would replace a file anywhere."""
    elsewhere = folder / "elsewhere.json"
    elsewhere.write_text("mine")
    text = form.format(key=key, path=elsewhere.as_posix())
    (folder / "claimcheck.toml").write_text(text)
    (folder / "drafts").mkdir()
    monkeypatch.chdir(folder / "drafts")
    result = run("extract", "../article.txt", "--format", "jsonl")
    assert kinds(result) == ["money"]
    assert elsewhere.read_text() == "mine"
    path = folder / "claimcheck.toml"
    assert result.stderr.splitlines() == [
        f"claimcheck: options from {path}",
        f"claimcheck: {path}: {key} does not count: give it on the command line, or the file by --config",
    ]


def test_a_file_that_was_named_chooses_the_output(folder):
    (folder / "ours.toml").write_text('output = "claims.json"\n')
    result = run("--config", "ours.toml", "extract", "article.txt")
    assert (result.exit_code, result.stderr) == (0, "claimcheck: options from ours.toml\n")
    assert json.loads((folder / "claims.json").read_text(encoding="utf-8"))["claims"]


@pytest.mark.parametrize(
    "line", ['engine = "ray"', 'address = "ray://198.51.100.7:10001"', 'model = "./model"']
)
def test_a_file_that_was_only_found_sends_no_text_away_and_loads_no_model_of_its_own(folder, line):
    (folder / "claimcheck.toml").write_text(line + "\n")
    (folder / "model").mkdir()
    result = run("extract", "article.txt", "--format", "jsonl")
    assert kinds(result) == ["count", "money"]
    assert f"{line.split()[0]} does not count" in result.stderr


def test_a_file_says_nothing_to_commands_it_has_no_options_for(folder):
    (folder / "claimcheck.toml").write_text("[report]\nquiet = true\n")
    assert run("extract", "article.txt").stderr == ""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("x = " + "[" * 9000, "nested too deeply"),
        ("jobs = " + "1" * 5000, "Exceeds the limit"),
        ('encoding = "a\\u0000b"', "line 1: encoding holds what is no character"),
        ("kind = [[1]]", "line 1: kind is to be text"),
        ("kind = [{a = 1}]", "line 1: kind is to be text"),
        ("extract = 1", "line 1: no command has an option --extract"),
        ("[extract.kind]\na = 1", "line 1: kind is to be text"),
        ("[nothing]\na = 1", "line 1: there is no command 'nothing'"),
        ("a = 1\na = 2", "Cannot overwrite a value"),
        ('format = "jsonl', "nterminated string"),
        ('jobs = "many"', "'many' is neither auto nor a number"),
        ("jobs = 0", "'0' is neither auto nor a number"),
        ('date = "soon"', "'soon'"),
        ('language = "\\u001b[31m"', "is not a language tag"),
        ('encoding = "base64"', "no encoding is called 'base64'"),
        ('glob = ["[", "***"]', None),
    ],
)
def test_what_is_wrong_in_a_file_is_said_without_a_traceback(folder, content, message):
    (folder / "claimcheck.toml").write_text(content)
    result = run("extract", "article.txt")
    assert result.exception is None or isinstance(result.exception, SystemExit)
    if message is None:
        assert result.exit_code == 0
    else:
        assert result.exit_code == 2
        assert message in result.stderr


@pytest.mark.parametrize(
    "content", ["tool = 3", "[tool]\nclaimcheck = 3", "tool = [1]", "x = " + "[" * 9000, "x = " + "1" * 5000]
)
def test_a_pyproject_of_any_form_is_no_traceback(folder, content):
    (folder / "pyproject.toml").write_text(content)
    result = run("extract", "article.txt")
    is_ours = "claimcheck" in content
    assert result.exit_code == (2 if is_ours else 0)
    assert not is_ours or "tool.claimcheck is not a table" in result.stderr
