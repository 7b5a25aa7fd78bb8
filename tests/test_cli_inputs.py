"""The options that say what is read and how, and `claimcheck text`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import claimcheck
from claimcheck.cli import app

COUNT = "The survey drew 5,200 responses.\n"
GERMAN = "Die Fähre hat in diesem Jahr mehr als 40.000 Fahrgäste befördert.\n"

pytestmark = pytest.mark.model


@pytest.fixture
def folder(tmp_path, monkeypatch):
    for name, text in {
        "notes.md": f"# Survey\n\n{COUNT}",
        "sub/more.txt": COUNT,
        "rows.jsonl": json.dumps({"body": COUNT, "key": "k1", "by": "Ida"}) + "\n",
        "page.log": COUNT,
    }.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def records(*arguments, **options):
    result = run("extract", "--format", "json", *arguments, **options)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_folder_stands_for_every_known_format(folder):
    found = records("in", "--text-field", "body", "--id-field", "key")
    assert [record["source"] for record in found] == ["in/notes.md", "in/rows.jsonl#k1", "in/sub/more.txt"]
    assert all(record["claims"][0]["text"] == "5,200 responses" for record in found)


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        (["--glob", "*.md"], ["in/notes.md"]),
        (["--glob", "*.log", "--glob", "notes*"], ["in/notes.md", "in/page.log"]),
        (["--glob", "sub/*"], ["in/sub/more.txt"]),
        (["--input-format", "markdown"], ["in/notes.md"]),
        (["--input-format", "text", "--glob", "*.md"], ["in/notes.md"]),
    ],
)
def test_a_folder_can_be_narrowed(folder, options, sources):
    assert [record["source"] for record in records("in", *options)] == sources


def test_the_format_that_is_given_counts_before_the_extension(folder):
    (as_text,) = records("in", "--glob", "*.md", "--input-format", "text", "--with-text")
    (as_markdown,) = records("in", "--glob", "*.md", "--with-text")
    assert as_text["text"] == f"# Survey\n\n{COUNT}"
    assert as_markdown["text"] == f"Survey\n\n{COUNT}"
    assert as_text["claims"][0]["location"] is None
    assert as_markdown["claims"][0]["location"] == {"line": 3}


def test_standard_input_has_the_format_that_is_given(folder):
    record = records("-", "--input-format", "markdown", "--with-text", stdin=f"**{COUNT.strip()}**")
    assert record["text"] == COUNT


def test_columns_are_carried_through(folder):
    (record,) = records("in/rows.jsonl", "--text-field", "body", "--keep-field", "by", "--keep-field", "key")
    assert (record["source"], record["id"]) == ("in/rows.jsonl#1", None)
    assert record["fields"] == {"by": "Ida", "key": "k1"}
    assert record["text"] is None


def test_a_bad_row_is_reported_and_the_others_are_written(folder):
    Path("rows.jsonl").write_text(json.dumps({"text": COUNT}) + "\n{\n" + json.dumps({"text": COUNT}) + "\n")
    result = run("extract", "rows.jsonl", "--format", "json")
    assert result.exit_code == 1
    assert result.stderr.startswith("claimcheck: rows.jsonl: line 2: not JSON: ")
    assert [record["source"] for record in json.loads(result.stdout)] == ["rows.jsonl#1", "rows.jsonl#3"]


def test_the_date_and_its_order_are_used(folder):
    text = "The ferry was sold last year. The ferry sank on 03/04/2021."
    dates = {
        claim["value"]["timex"]
        for claim in records("-", "--date", "2020-06-01", "--date-order", "dmy", stdin=text)["claims"]
        if claim["kind"] == "date"
    }
    assert dates == {"2019", "2021-04-03"}
    assert records("-", "--date", "2020-06-01", stdin=text)["published"] == "2020-06-01"


def test_another_language_is_named_once_and_gives_no_claims(folder):
    result = run("extract", "-", "--format", "json", stdin=GERMAN)
    assert result.exit_code == 0
    assert (
        result.stderr == "claimcheck: -: not English but de: no claims; --language en reads it as English\n"
    )
    record = json.loads(result.stdout)
    assert (record["language"], record["claims"]) == ("de", [])


def test_texts_of_a_table_in_other_languages_are_counted(folder):
    Path("rows.jsonl").write_text(
        "".join(json.dumps({"text": text}) + "\n" for text in (GERMAN, COUNT, GERMAN))
    )
    result = run("extract", "rows.jsonl", "--format", "json")
    assert result.stderr == (
        "claimcheck: rows.jsonl: 2 of 3 texts are not English (de 2): no claims; "
        "--language en reads them as English\n"
    )


def test_another_language_can_be_read_as_english(folder):
    result = run("extract", "-", "--format", "json", "--language", "en", stdin=GERMAN)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout)["language"] == "en"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--input-format", "doc"], "'doc' is not one of auto, text, markdown"),
        (["--date", "4 March"], "--date"),
        (["--date-order", "dym"], "'dym' is not one of mdy, dmy, ymd"),
        (["--language", "?"], "'?' is not a language tag"),
        (["--encoding", "klingon"], "no encoding is called 'klingon'"),
    ],
)
def test_wrong_usage_is_refused_before_any_work(folder, options, message):
    result = run("extract", "missing.txt", *options)
    assert result.exit_code == 2
    assert message in result.stderr


def print_text(*arguments, stdin=b""):
    """In a process of its own: what matters is the bytes."""
    return subprocess.run(
        [sys.executable, "-m", "claimcheck", "text", *arguments],
        input=stdin,
        capture_output=True,
        env={"PYTHONPATH": str(Path(claimcheck.__file__).parent.parent)},
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("data", [b"", b"one\r\n\r\ntwo", "Zoë\u2028€ 👍\n\n".encode(), b"\xef\xbb\xbfBOM"])
def test_text_prints_the_text_and_nothing_else(folder, data):
    Path("a.txt").write_bytes(data)
    result = print_text("a.txt")
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == data.removeprefix(b"\xef\xbb\xbf")


def test_text_is_what_with_text_gives(folder):
    result = print_text("-", "--input-format", "markdown", stdin="## Zoë\n\n*It* cost €5.".encode())
    assert result.stdout.decode() == "Zoë\n\nIt cost €5.\n"


@pytest.mark.parametrize("arguments", [("in",), ("in/notes.md", "in/page.log"), ("in/rows.jsonl",)])
def test_text_prints_one_article_only(folder, arguments):
    result = run("text", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    hint = "; --row names one" if arguments == ("in/rows.jsonl",) else ""
    assert result.stderr == (
        f"claimcheck: text prints one article{hint}; extract --with-text gives the texts of many\n"
    )
