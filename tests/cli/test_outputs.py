"""The command line writes every format, to files, streams and folders, and a review sheet."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyarrow import parquet
from typer.testing import CliRunner

import claimcheck
from claimcheck.cli import app
from claimcheck.result import Document
from claimcheck.writing import WRITERS

COUNT = "The survey drew 5,200 responses.\n"
MONEY = "The round brought in over €30 million.\n"

FILES = {name: writer.suffix for name, writer in WRITERS.items() if writer.suffix}


@pytest.fixture
def articles(tmp_path, monkeypatch):
    """A folder to work in, with two articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "count.txt").write_text(COUNT, encoding="utf-8")
    (folder / "money.txt").write_text(MONEY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_can_go_to_a_stream(articles, name):
    result = run("extract", "articles", "--format", name)
    assert (result.exit_code, result.stderr) == (0, "")
    if WRITERS[name].is_binary:
        assert len(result.stdout_bytes) > 500
    else:
        # A Web Annotation has the record as JSON within JSON; SARIF escapes nothing of these.
        assert "5,200 responses" in result.stdout


@pytest.mark.parametrize(("name", "suffix"), FILES.items())
def test_a_file_is_what_its_extension_says(articles, name, suffix):
    assert run("extract", "articles", "--output", f"claims{suffix}").exit_code == 0
    assert run("extract", "articles", "--format", name, "--output", f"asked{suffix}").exit_code == 0
    same = (articles / f"claims{suffix}").read_bytes() == (articles / f"asked{suffix}").read_bytes()
    assert same == (name != "prodigy")  # .jsonl stands for jsonl


@pytest.mark.parametrize(("name", "suffix"), FILES.items())
def test_a_folder_has_a_file_per_input(articles, name, suffix):
    assert run("extract", "articles", "--format", name, "--output-dir", "out").exit_code == 0
    assert {path.name for path in (articles / "out").iterdir()} == {f"count{suffix}", f"money{suffix}"}


def test_a_format_for_a_stream_alone_has_no_files(articles):
    result = run("extract", "articles", "--format", "github", "--output-dir", "out")
    assert result.exit_code == 2
    assert "github is for one stream" in result.stderr


def test_the_text_is_written_only_where_it_is_asked_for(articles):
    plain = Document.model_validate_json(run("extract", "articles/count.txt", "--format", "json").stdout)
    assert plain.text is None
    task = json.loads(run("extract", "articles/count.txt", "--format", "prodigy").stdout)
    assert task["text"] == COUNT


def test_parquet_goes_to_a_stream_whole(articles):
    table = parquet.read_table(io.BytesIO(run("extract", "articles", "--format", "parquet").stdout_bytes))
    assert table.column("kind").to_pylist() == ["count", "money"]


def test_a_binary_format_is_not_for_a_terminal(articles, monkeypatch):
    monkeypatch.setattr("claimcheck.cli.outputs.is_terminal", lambda _: True)
    result = run("extract", "articles", "--format", "docbin")
    assert result.exit_code == 2
    assert "docbin is not for a terminal" in result.stderr
    assert run("extract", "articles", "--format", "docbin", "--output", "claims.spacy").exit_code == 0


def test_a_report_is_a_page_with_all_articles(articles):
    result = run("report", "articles", "-o", "review.html")
    assert (result.exit_code, result.output) == (0, "")
    page = (articles / "review.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert page.count('<section class="sheet"') == 2
    assert page == run("extract", "articles", "--format", "html").stdout == run("report", "articles").stdout


def test_a_report_can_be_of_some_kinds(articles):
    page = run("report", "articles", "--kind", "money").stdout
    assert 'class="k-money' in page
    assert 'class="k-count' not in page


def test_a_report_is_not_for_a_terminal(articles, monkeypatch):
    monkeypatch.setattr("claimcheck.cli.reporting.is_terminal", lambda _: True)
    result = run("report", "articles")
    assert result.exit_code == 2
    assert "--output review.html" in result.stderr


def test_a_report_goes_on_after_an_input_that_fails(articles):
    result = run("report", "missing.txt", "articles/count.txt", "-o", "review.html")
    assert result.exit_code == 1
    assert "missing.txt" in result.stderr
    assert "5,200 responses" in (articles / "review.html").read_text(encoding="utf-8")


def test_claims_appear_while_later_articles_are_still_to_come(articles):
    os.mkfifo(articles / "later.txt")
    command = [
        sys.executable,
        "-m",
        "claimcheck",
        "extract",
        "articles/count.txt",
        "later.txt",
        "-f",
        "jsonl",
    ]
    home = str(Path(claimcheck.__file__).parent.parent)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": home}
    ) as process:
        first = process.stdout.readline()  # nothing has been written to the second input
        (articles / "later.txt").write_text(MONEY, encoding="utf-8")
        rest = process.stdout.read()
    assert json.loads(first)["kind"] == "count"
    assert [json.loads(line)["kind"] for line in rest.splitlines()] == ["money"]
    assert process.returncode == 0
