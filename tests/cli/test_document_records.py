"""`extract --documents`, the records of failures, and what is said of files that are passed over."""

from __future__ import annotations

import csv
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app

pytestmark = pytest.mark.model

ROWS = (
    '{"id": "p1", "body": "The town opened 12 parks in 2019.", "by": "Ida"}\n'
    '{"id": "p2", "body": 7, "by": "Ida"}\n'
    "no JSON\n"
    '{"id": "p4", "body": "Nothing happened.", "by": "Kim"}\n'
)
FIELDS = ["--text-field", "body", "--id-field", "id"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    Path(tmp_path, "rows.jsonl").write_text(ROWS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_every_document_has_a_record(folder):
    result = run(
        "extract", "rows.jsonl", *FIELDS, "--keep-field", "by", "-o", "c.csv", "--documents", "d.jsonl"
    )
    assert result.exit_code == 1
    first, second, third, fourth = map(json.loads, Path("d.jsonl").read_text().splitlines())
    assert (first["id"], first["source"], first["line"]) == ("p1", "rows.jsonl#p1", 1)
    assert (first["words"], first["claims"], first["error"]) == (7, 2, None)
    assert first["fields"] == {"by": "Ida"}
    assert (second["id"], second["line"], second["error"]) == ("p2", 2, "ReadingError")
    assert second["reason"] == "line 2: 'body' is a number, not text"
    assert (third["document_id"], third["id"], third["line"]) == (None, None, 3)
    assert (fourth["id"], fourth["claims"]) == ("p4", 0)


@pytest.mark.parametrize("name", ["d.csv", "d.parquet"])
def test_records_as_a_table(folder, name):
    run("extract", "rows.jsonl", *FIELDS, "--keep-field", "by", "-o", "c.jsonl", "--documents", name)
    if name == "d.csv":
        with Path(name).open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
    else:
        parquet = pytest.importorskip("pyarrow.parquet")
        rows = parquet.read_table(name).to_pylist()
    assert [str(row["claims"] or 0) for row in rows] == ["2", "0", "0", "0"]
    assert [row["field_by"] or None for row in rows] == ["Ida", None, None, "Kim"]
    assert [row["error"] or None for row in rows] == [None, "ReadingError", "ReadingError", None]


def test_an_input_that_is_not_there_has_a_record(folder):
    run("extract", "gone.txt", "-o", "c.jsonl", "--documents", "d.jsonl")
    record = json.loads(Path("d.jsonl").read_text())
    assert (record["document_id"], record["error"]) == ("gone.txt", "ReadingError")
    assert record["reason"] == "no such file or directory"


def test_a_folder_that_holds_nothing_has_a_record(folder):
    Path("empty").mkdir()
    run("extract", "empty", "-o", "c.jsonl", "--documents", "d.jsonl")
    assert json.loads(Path("d.jsonl").read_text())["source"] == "empty"


def test_errors_of_a_folder_of_results_name_line_id_and_class(folder):
    run("extract", "rows.jsonl", *FIELDS, "--output-dir", "out", "--documents", "d.jsonl")
    errors = [json.loads(line) for line in Path("out/errors.jsonl").read_text().splitlines()]
    assert errors[0] == {
        "source": "rows.jsonl",
        "line": 2,
        "id": "p2",
        "error": "ReadingError",
        "reason": "line 2: 'body' is a number, not text",
    }
    assert [error["line"] for error in errors] == [2, 3]
    assert len(Path("d.jsonl").read_text().splitlines()) == 4


def test_errors_of_a_ledger_name_line_id_and_class(folder):
    run("ledger", "rows.jsonl", *FIELDS, "-o", "claims.db")
    with closing(sqlite3.connect("claims.db")) as ledger:
        found = ledger.execute("select source, line, row_id, error from errors").fetchall()
    assert found == [("rows.jsonl", 2, "p2", "ReadingError"), ("rows.jsonl", 3, None, "ReadingError")]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["-o", "c.csv", "--documents", "rows.jsonl"], "rows.jsonl is also an input"),
        (["-o", "c.csv", "--documents", "./c.csv"], "c.csv is where the claims go"),
        (["-o", "c.csv", "--documents", "no/d.jsonl"], "there is no folder no"),
        (["-o", "c.csv", "--documents", "."], "is a folder"),
        (["--output-dir", "out", "--resume", "--documents", "d.jsonl"], "does not go with --resume"),
    ],
)
def test_places_that_cannot_be_are_refused_before_any_work(folder, options, message):
    result = run("extract", "rows.jsonl", *FIELDS, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert Path("rows.jsonl").read_text() == ROWS


def test_ids_that_come_twice_are_named(folder):
    Path("twice.jsonl").write_text(ROWS.splitlines()[0] + "\n" + ROWS.splitlines()[0] + "\n")
    result = run("extract", "twice.jsonl", *FIELDS, "-o", "c.csv")
    assert result.exit_code == 0
    assert "twice.jsonl: ids that come twice: p1" in result.stderr


def test_ids_that_another_input_has_too_are_named(folder):
    for name in ("first.jsonl", "more.jsonl"):
        Path(name).write_text(ROWS.splitlines()[0] + "\n")
    result = run("extract", "first.jsonl", "more.jsonl", *FIELDS, "-o", "c.csv")
    assert result.exit_code == 0
    assert "more.jsonl: ids that an earlier input has too: p1 (first.jsonl)" in result.stderr
    assert "come twice" not in result.stderr


@pytest.fixture
def mixed(folder):
    for name in ("in/a.txt", "in/b.png", "in/c.png", "in/Makefile", "in/.git/x", "in/sub/d.zip"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The town opened 12 parks.\n")
    return folder


def test_a_folder_says_once_what_it_passes_over(mixed):
    result = run("extract", "in", "-o", "c.jsonl")
    assert result.exit_code == 0
    assert result.stderr == (
        "claimcheck: in: 5 files passed over: 2 .png, 1 hidden, 1 without an extension, 1 .zip;"
        " --verbose lists them\n"
    )
    assert run("extract", "in", "-o", "c.jsonl", "--quiet").stderr == ""


def test_verbose_lists_what_is_passed_over(mixed):
    said = run("extract", "in", "-o", "c.jsonl", "--verbose").stderr.splitlines()
    assert "claimcheck: in/Makefile: passed over: without an extension" in said
    assert "claimcheck: in/sub/d.zip: passed over: .zip" in said
    assert not any("lists them" in line for line in said)


def test_what_no_pattern_matches_is_counted(mixed):
    result = run("extract", "in", "--glob", "*.txt", "-o", "c.jsonl")
    assert "5 files passed over: 4 that match no --glob, 1 hidden" in result.stderr


def test_text_prints_one_row(folder):
    assert run("text", "rows.jsonl", *FIELDS, "--row", "p4").stdout == "Nothing happened."
    assert run("text", "rows.jsonl", "--text-field", "by", "--text-field", "body", "--row", "1").stdout == (
        "Ida\n\nThe town opened 12 parks in 2019."
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [("p2", "line 2: 'body' is a number, not text"), ("p9", "no row 'p9'")],
)
def test_a_row_that_cannot_be_printed(folder, row, message):
    result = run("text", "rows.jsonl", *FIELDS, "--row", row)
    assert result.exit_code == 1
    assert message in result.stderr
    assert result.stdout == ""
