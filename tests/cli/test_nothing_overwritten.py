"""No run replaces what it reads, whatever names lead there; what cannot be written costs one input."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app
from claimcheck.writing import WRITERS
from claimcheck.writing.files import open_output

MONEY = "The round brought in over €30 million.\n"
CONSTRUCTION = Path(__file__).parents[1] / "own_rules" / "swoop.toml"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(MONEY, encoding="utf-8")
    Path("in/b.jsonl").write_text('{"text": "It paid $5."}\n', encoding="utf-8")
    return tmp_path


def run(command, *arguments):
    model = [] if command == "quantities" else ["--model", "blank"]
    return CliRunner().invoke(app, [command, *arguments, *model])


def snapshot():
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("markdown", "a.md"),
        ("html", "a.html"),
        ("csv", "a.csv"),
        ("jsonl", "b.jsonl"),
        ("parquet", "a.parquet"),
    ],
)
def test_a_folder_that_is_its_own_result_folder(folder, name, own):
    if own != "b.jsonl":
        Path("in", own).write_text(MONEY, encoding="utf-8")
    before = snapshot()
    result = run("extract", "in", "--output-dir", "in", "-f", name)
    assert result.exit_code == 2
    assert f"in/{own} is also an input" in " ".join(result.stderr.split())
    assert snapshot() == before


def test_a_file_beside_its_result_folder(folder):
    os.chdir("in")
    before = snapshot()
    assert run("extract", "b.jsonl", "--output-dir", ".", "-f", "jsonl").exit_code == 2
    assert run("extract", "b.jsonl", "-o", "b.jsonl").exit_code == 2
    assert run("quantities", "b.jsonl", "-o", "b.jsonl").exit_code == 2
    assert run("explain", "b.jsonl", "-o", "b.jsonl").exit_code == 2
    assert run("report", "b.jsonl", "-o", "./b.jsonl").exit_code == 2
    assert snapshot() == before


@pytest.mark.parametrize("make_link", [Path.symlink_to, Path.hardlink_to])
def test_a_result_that_is_a_link_to_an_input(folder, make_link):
    Path("out").mkdir()
    make_link(Path("out/b.json"), Path("in/a.txt").absolute())
    make_link(Path("c.json"), Path("in/b.jsonl").absolute())
    before = snapshot()
    assert run("extract", "in", "--output-dir", "out").exit_code == 2
    assert run("extract", "in", "-o", "c.json").exit_code == 2
    assert snapshot() == before


def test_an_input_that_has_the_name_of_the_list_of_errors(folder):
    Path("in/errors.jsonl").write_text('{"text": "It paid $5."}\n', encoding="utf-8")
    before = snapshot()
    result = run("extract", "in", "--output-dir", "in")
    assert result.exit_code == 2
    assert "errors.jsonl is also an input" in " ".join(result.stderr.split())
    assert snapshot() == before


@pytest.mark.parametrize("command", ["extract", "explain", "report"])
def test_files_of_ones_own_rules_are_inputs_too(folder, command):
    Path("units.csv").write_text("name,words\nstory_point,story points\n", encoding="utf-8")
    Path("own.jsonl").write_text('{"label": "product", "pattern": "Wren"}\n', encoding="utf-8")
    shutil.copy(CONSTRUCTION, "own.toml")
    before = snapshot()
    rules = ("--lexicon", "units.csv", "--patterns", "own.jsonl", "--constructions", "own.toml")
    for taken in ("units.csv", "own.jsonl", "own.toml"):
        result = run(command, "in", *rules, "-o", taken)
        assert result.exit_code == 2
        assert f"{taken} is also an input" in " ".join(result.stderr.split())
    assert snapshot() == before


@pytest.mark.parametrize("command", ["extract", "explain", "quantities", "report"])
def test_standard_output_that_goes_to_an_input(folder, command):
    before = snapshot()
    with Path("in/b.jsonl").open("ab") as out:
        result = subprocess.run(
            [sys.executable, "-m", "claimcheck", command, "in"],
            stdout=out,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert result.returncode == 2
    assert "in/b.jsonl, which is read" in result.stderr
    assert snapshot() == before


def test_two_results_that_lead_to_one_file(folder):
    """As on a disk that takes `A.json` for `a.json`: the second would replace the first."""
    Path("in/c.txt").write_text("It has 40 ships.\n", encoding="utf-8")
    Path("out").mkdir()
    Path("out/c.json").symlink_to("a.json")
    result = run("extract", "in", "--output-dir", "out")
    assert result.exit_code == 1
    assert result.stderr == "claimcheck: in/c.txt: out/c.json holds the claims of in/a.txt\n"
    assert "€30 million" in Path("out/a.json").read_text(encoding="utf-8")


def test_full_names_keep_inputs_of_one_stem_apart(folder):
    Path("in/a.md").write_text("It has 40 ships.\n", encoding="utf-8")
    result = run("extract", "in", "--output-dir", "out")
    assert result.exit_code == 1
    assert "--full-names" in result.stderr
    assert run("extract", "in", "--output-dir", "full", "--full-names").exit_code == 0
    assert sorted(path.name for path in Path("full").iterdir()) == ["a.md.json", "a.txt.json", "b.jsonl.json"]
    assert run("extract", "in", "--full-names").exit_code == 2


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_result_that_cannot_be_written_costs_one_input(folder, jobs):
    long_name = "n" * 251 + ".txt"
    Path("in", long_name).write_text(MONEY, encoding="utf-8")
    Path("in/z.txt").write_text(MONEY, encoding="utf-8")
    Path("out/a.json").mkdir(parents=True)
    result = run("extract", "in", "--output-dir", "out", "--jobs", jobs)
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0] == "claimcheck: in/a.txt: out/a.json is a folder"
    assert lines[1].endswith("file name too long")
    assert len(lines) == len(Path("out/errors.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "a.json",
        "b.json",
        "errors.jsonl",
        "z.json",
    ]


def test_a_disk_that_is_full_ends_the_run(folder, monkeypatch):
    """Every other file would end like that, and its work be lost."""

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("claimcheck.writing.files._create", fail)
    Path("in/z.txt").write_text(MONEY, encoding="utf-8")
    result = run("extract", "in", "--output-dir", "out")
    assert (result.exit_code, result.stderr) == (1, "claimcheck: out/a.json: no space left on device\n")


def test_a_document_that_a_writer_fails_on_costs_its_input_alone(folder, monkeypatch):
    write = WRITERS["json"].write

    def fail_on_a(documents, out, options):
        def checked():
            for document in documents:
                if document.source == "in/a.txt":
                    raise KeyError("language")
                yield document

        write(checked(), out, options)

    monkeypatch.setitem(WRITERS, "json", type(WRITERS["json"])(fail_on_a, ".json"))
    Path("in/z.txt").write_text(MONEY, encoding="utf-8")
    result = run("extract", "in", "--output-dir", "out", "--resume")
    assert (result.exit_code, result.stderr) == (
        1,
        "claimcheck: in/a.txt: out/a.json: KeyError: 'language'\n",
    )
    assert sorted(path.name for path in Path("out").glob("*.json")) == ["b.json", "z.json"]
    monkeypatch.undo()
    os.chdir(folder)
    assert run("extract", "in", "--output-dir", "out", "--resume").exit_code == 0  # it was not put on record
    assert Path("out/a.json").is_file()


def test_what_ends_the_results_is_no_writer_s_fault(folder, monkeypatch):
    def fail(*_, **__):
        yield from ()
        raise KeyError("of our own")

    monkeypatch.setattr("claimcheck.scale.parallel.extract_each", fail)
    result = run("extract", "in", "--output-dir", "out")
    assert result.exit_code == 1
    assert result.stderr.startswith("claimcheck: KeyError: 'of our own'; this is a fault of claimcheck")
    assert len(result.stderr.splitlines()) == 1


def test_an_output_that_is_a_link_to_itself(folder):
    Path("loop.json").symlink_to("loop.json")
    result = run("extract", "in/a.txt", "-o", "loop.json")
    assert result.exit_code == 1
    assert result.stderr.startswith("claimcheck: loop.json: ")
    assert len(result.stderr.splitlines()) == 1
    with open_output(Path("new.json")) as out:
        out.write("x")


def test_quantities_of_the_others_are_there(folder, monkeypatch):
    from claimcheck import quantity_report

    report_quantities = quantity_report.report_quantities

    def fail_on_a(article, **options):
        if "30" in article.text:
            raise AssertionError(article.text)
        return report_quantities(article, **options)

    monkeypatch.setattr(quantity_report, "report_quantities", fail_on_a)
    Path("in/b.jsonl").write_text(
        '{"text": "It paid $5."}\nno JSON\n{"text": "It paid $6."}\n', encoding="utf-8"
    )
    result = run("quantities", "in", "-f", "jsonl")
    assert result.exit_code == 1
    assert [line.partition(":")[2][:12] for line in result.stderr.splitlines()] == [
        " in/a.txt: A",
        " in/b.jsonl:",
    ]
    assert [f'"text":"${number}"' in result.stdout for number in (5, 6)] == [True, True]


def test_results_that_are_written_while_the_folder_is_read_are_no_inputs(folder):
    before = run("extract", "in", "--output-dir", "in")
    assert before.exit_code == 0
    again = run("extract", "in", "--output-dir", "in")
    assert again.exit_code == 0
    assert again.stderr.startswith("claimcheck: in: 2 files passed over: 2 .json")


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "in", "-o", "in/a.txt"],
        ["compare", "in/a.txt", "in/c.txt", "-o", "in/c.txt"],
        ["diff", "in/a.txt", "in/c.txt", "-o", "in/a.txt"],
        ["ground", "in/a.txt", "--source", "in/c.txt", "-o", "in/c.txt"],
        ["check", "in/a.txt", "--facts", "facts.csv", "-o", "facts.csv"],
        ["check", "in/a.txt", "--facts", "facts.csv", "-o", "in/a.txt"],
    ],
)
def test_findings_replace_nothing_that_is_read(folder, arguments):
    Path("in/c.txt").write_text("It has 40 ships.\n", encoding="utf-8")
    Path("facts.csv").write_text("subject,value\nWren,40\n", encoding="utf-8")
    before = snapshot()
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "is also an input" in " ".join(result.stderr.split())
    assert snapshot() == before
