"""The commands that check, from the outside: exit codes, formats, bad input."""

from __future__ import annotations

import inspect
import json
import sqlite3
from contextlib import closing

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.cli.checking_facts import check
from claimcheck.cli.comparing import compare
from claimcheck.cli.differing import diff
from claimcheck.cli.grounding import ground
from claimcheck.cli.linting import lint

pytestmark = pytest.mark.model


def run(*arguments):
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "answer.txt").write_text("The mill has 412 workers.")
    (tmp_path / "source.txt").write_text("The mill has 512 workers.")
    (tmp_path / "one.txt").write_text("ChatGPT was developed by OpenAI.")
    (tmp_path / "two.txt").write_text("ChatGPT was developed by Anthropic.")
    (tmp_path / "facts.csv").write_text(
        "subject,property,value\nChatGPT,developed_by,OpenAI\nChatGPT,,nothing\n"
    )
    return tmp_path


def test_ground_fails_on_what_it_is_told_to(folder):
    plain = run("ground", "answer.txt", "--source", "source.txt")
    assert plain.exit_code == 0
    assert json.loads(plain.stdout)["counts"] == {"differs": 1}
    failing = run("ground", "answer.txt", "-s", "source.txt", "--fail-on", "differs,not-found")
    assert failing.exit_code == 3
    other = run("ground", "answer.txt", "-s", "source.txt", "--fail-on", "not-found")
    assert other.exit_code == 0


def test_ground_takes_records(folder):
    for name in ("answer", "source"):
        assert run("extract", f"{name}.txt", "-o", f"{name}.json").exit_code == 0
    result = run("ground", "answer.json", "-s", "source.json", "--only", "differs", "-f", "jsonl")
    assert json.loads(result.stdout)["verdict"] == "differs"


def test_bad_input_is_one_line(folder):
    (folder / "bad.json").write_text('{"no": "record"}')
    for arguments in (
        ("ground", "answer.txt", "-s", "missing.txt"),
        ("ground", "answer.txt", "-s", "bad.json"),
        ("diff", "one.txt", "missing.txt"),
        ("check", "one.txt", "--facts", "missing.csv"),
    ):
        result = run(*arguments)
        assert result.exit_code == 1, arguments
        assert len(result.stderr.splitlines()) == 1, result.stderr
    assert run("ground", "answer.txt", "-s", "source.txt", "--fail-on", "wrong").exit_code == 2
    assert run("diff", "one.txt").exit_code == 2


def test_compare_and_diff(folder):
    compared = run("compare", "one.txt", "two.txt", "--fail-on", "conflicts")
    assert compared.exit_code == 3
    assert json.loads(compared.stdout)["counts"] == {"conflicts": 1}
    differing = run("diff", "one.txt", "two.txt", "-f", "table", "--fail-on", "finding")
    assert differing.exit_code == 3
    assert "changed" in differing.stdout
    lines = run("diff", "--textconv", "one.txt").stdout.splitlines()
    assert "name: OpenAI" in lines


def test_one_document_cannot_be_compared(folder):
    alone = run("compare", "one.txt")
    assert alone.exit_code == 2
    assert "two documents or more" in alone.stderr
    assert run("compare", "one.txt", "missing.txt").exit_code == 1


@pytest.mark.parametrize("command", ["lint", "brief"])
def test_a_text_without_words_is_told_of(folder, command):
    (folder / "empty.txt").write_text("\n")
    result = run(command, "empty.txt")
    assert result.exit_code == 0
    assert result.stderr == "claimcheck: empty.txt: no text in it\n"
    assert run(command, "--quiet", "empty.txt").stderr == ""


def test_check_reports_bad_rows_and_goes_on(folder):
    result = run("check", "two.txt", "--facts", "facts.csv", "--format", "jsonl")
    assert result.exit_code == 1
    assert "facts.csv, line 3: property" in result.stderr
    assert json.loads(result.stdout.splitlines()[0])["verdict"] == "contradicted"


@pytest.mark.parametrize("name", ["json", "jsonl", "parquet"])
def test_facts_of_other_formats(folder, name):
    row = {"subject": "ChatGPT", "property": "developed_by", "value": "OpenAI"}
    path = folder / f"facts.{name}"
    if name == "parquet":
        pa = pytest.importorskip("pyarrow")
        import pyarrow.parquet as pq

        pq.write_table(pa.Table.from_pylist([row]), path)
    else:
        path.write_text(json.dumps([row] if name == "json" else row))
    result = run("check", "one.txt", "--facts", path.name, "--fail-on", "supported")
    assert result.exit_code == 3, result.stderr


def test_a_ledger_of_a_folder(folder):
    (folder / "broken.docx").write_text("no document")
    result = run("ledger", "one.txt", "two.txt", "broken.docx", "-o", "claims.db")
    assert result.exit_code == 1
    with closing(sqlite3.connect(folder / "claims.db")) as ledger:
        assert len(ledger.execute("select * from conflicts").fetchall()) == 1
        assert "broken.docx" in ledger.execute("select message from errors").fetchone()[0]


def test_a_page_shows_both_texts(folder):
    assert run("ground", "answer.txt", "-s", "source.txt", "-o", "page.html").exit_code == 0
    page = (folder / "page.html").read_text()
    assert "412 workers" in page
    assert "512 workers" in page


def test_what_is_too_long_is_told_of(folder):
    result = run("ground", "answer.txt", "-s", "source.txt", "--max-chars", "5", "--timeout", "60")
    assert result.exit_code == 1
    assert "answer.txt" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("command", [ground, compare, diff, check, lint])
def test_all_commands_that_check_have_the_same_options(command):
    shared = {"input_format", "date", "max_chars", "timeout", "model", "output", "only", "fail_on", "quiet"}
    assert shared <= inspect.signature(command).parameters.keys()
    assert "checking" not in inspect.signature(command).parameters


def test_a_review_sheet_shows_what_ground_found(folder):
    assert run("ground", "answer.txt", "-s", "source.txt", "-o", "found.json").exit_code == 0
    result = run("report", "answer.txt", "--findings", "found.json", "-o", "review.html")
    assert result.exit_code == 0, result.stderr
    page = (folder / "review.html").read_text()
    assert "(source.txt)" in page
    assert "ground/figure" in page
    (folder / "bad.json").write_text("[]")
    result = run("report", "answer.txt", "--findings", "bad.json", "-o", "review.html")
    assert result.exit_code == 2
    assert "bad.json" in result.stderr
    assert "Traceback" not in result.stderr
