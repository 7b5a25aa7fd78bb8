"""A folder of results: what is there is not done again, what fails is on file, and no kill leaves a trace."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import claimcheck
from claimcheck import pipeline
from claimcheck.cli import app
from claimcheck.result import Document
from claimcheck.scale import parallel
from claimcheck.writing import files
from claimcheck.writing.finished import FinishedInputs, FinishedRow

FACT = "The fund paid €{number} million for {number} trams in 2019.\n"


@pytest.fixture
def articles(tmp_path, monkeypatch):
    """A folder to work in, with a few articles, one of them none."""
    for number in range(3):
        path = tmp_path / "articles" / ("sub" if number == 1 else "") / f"a{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FACT.format(number=number + 2), encoding="utf-8")
    (tmp_path / "articles" / "a1b.txt").write_bytes(b"\xff\xfe\x00")
    rows = [{"text": FACT.format(number=9)}, {"body": "no text"}, {"text": "Two."}]
    (tmp_path / "articles" / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def done(monkeypatch):
    """The texts that claims were looked for in, so far."""
    texts = []
    extract_articles = pipeline.extract_articles

    def note(articles, nlp, **rules):
        texts.extend(article.source for article in articles)
        return extract_articles(articles, nlp, **rules)

    monkeypatch.setattr(pipeline, "extract_articles", note)
    return texts


def run(*arguments):
    return CliRunner().invoke(
        app, ["extract", "articles", "--output-dir", "out", "--model", "blank", *arguments]
    )


def snapshot(folder=Path("out")):
    """Every file of a folder, hidden ones too, with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_failed_is_on_file_and_the_run_goes_on(articles):
    result = run()
    assert result.exit_code == 1
    lines = [json.loads(line) for line in Path("out/errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["source"] for line in lines] == ["articles/a1b.txt", "articles/rows.jsonl"]
    assert lines[1]["reason"].startswith("line 2: no field 'text' among ")
    assert [f"claimcheck: {line['source']}: {line['reason']}" for line in lines] == result.stderr.splitlines()
    assert sorted(snapshot()) == ["a0.json", "a2.json", "errors.jsonl", "rows.json", "sub/a1.json"]


def test_what_is_finished_is_not_done_again(articles, done):
    first = run("--resume")
    before, times = snapshot(), {path: path.stat().st_mtime_ns for path in Path("out").rglob("*.json")}
    assert len(done) == 5
    again = run("--resume")
    assert len(done) == 5
    assert (again.exit_code, again.stderr) == (first.exit_code, first.stderr)
    assert snapshot() == before
    assert {path: path.stat().st_mtime_ns for path in Path("out").rglob("*.json")} == times


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda: Path("articles/a0.txt").write_text("It has 7 doors.\n"), ["articles/a0.txt"]),
        (lambda: os.utime("articles/a0.txt", (1, 1)), []),
        (lambda: Path("out/a2.json").unlink(), ["articles/a2.txt"]),
        (lambda: Path("out/sub/a1.json").write_text("{"), ["articles/sub/a1.txt"]),
        (lambda: Path("articles/new.txt").write_text("New."), ["articles/new.txt"]),
    ],
    ids=["content", "time", "removed", "touched", "new"],
)
def test_only_what_changed_is_done_again(articles, done, change, expected):
    run("--resume")
    done.clear()
    change()
    run("--resume")
    assert done == expected
    for path in Path("out").rglob("*[0-9].json"):
        Document.model_validate_json(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("setting", [["--kind", "money"], ["--date", "2020-01-01"], ["--with-text"]])
def test_other_settings_are_other_results(articles, done, setting):
    run("--resume")
    run("--resume", *setting)
    assert len(done) == 10
    assert run("--resume", "-f", "csv").exit_code == 1
    assert len(done) == 15


def test_a_document_that_fails_is_tried_again(articles, done, monkeypatch):
    def fail(articles, nlp, **rules):
        if any(article.source == "articles/a2.txt" for article in articles):
            raise RecursionError("too deep")
        return extract_articles(articles, nlp, **rules)

    extract_articles = pipeline.extract_articles
    monkeypatch.setattr(pipeline, "extract_articles", fail)
    assert "articles/a2.txt: RecursionError: too deep" in run("--resume").stderr
    assert "RecursionError" in Path("out/errors.jsonl").read_text()
    monkeypatch.setattr(pipeline, "extract_articles", extract_articles)
    done.clear()
    run("--resume")
    assert done == ["articles/a2.txt"]
    assert "RecursionError" not in Path("out/errors.jsonl").read_text()
    resumed = snapshot()
    shutil.rmtree("out")
    run("--resume")
    assert snapshot() == resumed


def test_processes_do_not_change_what_is_written(articles, monkeypatch):
    monkeypatch.setattr(parallel, "BATCH_CHARS", 60)
    run("--resume")
    alone = snapshot()
    shutil.rmtree("out")
    run("--resume", "--jobs", "2")
    assert snapshot() == alone


def test_errors_of_an_input_that_would_have_their_name(articles):
    Path("articles/errors.txt").write_text("It has 3 doors.\n")
    result = run("-f", "jsonl")
    assert "articles/errors.txt: out/errors.jsonl is for what goes wrong" in result.stderr
    assert "3 doors" not in Path("out/errors.jsonl").read_text()


def test_resuming_needs_a_folder(articles):
    result = CliRunner().invoke(app, ["extract", "articles", "--resume"])
    assert result.exit_code == 2
    assert "--output-dir" in result.stderr


@pytest.mark.parametrize("jobs", ["0", "x", "-2", "1.5"])
def test_processes_are_a_number_or_auto(articles, jobs):
    result = run("--jobs", jobs)
    assert result.exit_code == 2
    assert "neither auto nor a number" in result.stderr


# A run that kills itself before or after the n-th time that something is put on disk.
KILLING_RUN = """
import os, pathlib, signal, sys
steps = int(sys.argv.pop(1))
def kill_before(function):
    def wrapped(*arguments, **named):
        global steps
        steps -= 1
        if steps == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return wrapped
pathlib.Path.replace = kill_before(pathlib.Path.replace)
pathlib.Path.open = kill_before(pathlib.Path.open)
pathlib.Path.unlink = kill_before(pathlib.Path.unlink)
from claimcheck.__main__ import main
main()
"""


def test_a_kill_at_any_moment_costs_nothing(articles):
    run("--resume")
    undisturbed = snapshot()
    shutil.rmtree("out")
    Path("killing.py").write_text(KILLING_RUN, encoding="utf-8")
    command = ["extract", "articles", "--output-dir", "out", "--model", "blank", "--resume"]
    home = os.environ | {"PYTHONPATH": str(Path(claimcheck.__file__).parent.parent)}
    kills = 0
    for step in (4, 9, 14, 17, 22, 1000):
        process = subprocess.run(
            [sys.executable, "killing.py", str(step), *command], env=home, capture_output=True, check=False
        )
        kills += process.returncode == -signal.SIGKILL
        if process.returncode >= 0:
            break
    assert kills >= 3
    assert process.returncode == 1  # the two inputs that are bad
    assert snapshot() == undisturbed


def test_a_line_that_was_cut_short_is_dropped(tmp_path):
    (tmp_path / "a.json").write_text("a")
    (tmp_path / "b.json").write_text("b")
    record = FinishedInputs(tmp_path)
    record.add("b.json", "key of b", [FinishedRow("row 1 is bad", 3, "p1")])
    record.add("a.json", "key of a")
    record.close()
    path = tmp_path / ".claimcheck/finished.jsonl"
    path.write_text(path.read_text()[:-9])
    again = FinishedInputs(tmp_path)
    assert again.find("a.json", "key of a") is not None
    assert again.find("a.json", "another key") is None
    assert again.find("b.json", "key of b") is None
    again.add("b.json", "key of b", [FinishedRow("row 1 is bad", 3, "p1")])
    again.close()
    assert [json.loads(line)["place"] for line in path.read_text().splitlines()] == ["a.json", "b.json"]
    assert FinishedInputs(tmp_path).find("b.json", "key of b").errors == (
        FinishedRow("row 1 is bad", 3, "p1"),
    )


def test_what_another_process_of_the_same_number_has_is_left_to_it(tmp_path):
    """Containers and hosts count their processes alike; the file may be one that somebody writes to."""
    (tmp_path / f".claimcheck-{os.getpid()}.tmp").write_text("half")
    with files.open_output(tmp_path / "a.json") as out:
        out.write("whole")
    assert snapshot(tmp_path) == {"a.json": b"whole", f".claimcheck-{os.getpid()}.tmp": b"half"}
