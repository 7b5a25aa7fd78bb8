"""The recipes of the documentation run, with the tools that are installed, and give what they promise."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import types
from pathlib import Path

import pytest

from claimcheck import extract
from claimcheck.cli import app
from claimcheck.writing.ledger import write_ledger_parquet

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "recipes.md"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not PAGE.is_file(), reason="needs the docs of the checkout"),
]

ARTICLES = {
    "one.txt": "The lab says that its new model may have 2.5B parameters. It cost $3 million.",
    "two.txt": "The lab says that its new model may have 3.5B parameters. It did not cost $3 million.",
}


def blocks(section, language):
    """The code of a section of the page."""
    page = PAGE.read_text(encoding="utf-8")
    text = page if section is None else re.split(rf"^## {re.escape(section)}$", page, flags=re.MULTILINE)[1]
    found = re.findall(rf"^```{language}\n(.*?)^```", text.split("\n## ")[0], re.MULTILINE | re.DOTALL)
    assert found, section
    return found


def run_claimcheck(*arguments):
    from typer.testing import CliRunner

    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A folder as the page supposes it, with the claims in every format."""
    folder = tmp_path_factory.mktemp("recipes")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    (posts,) = blocks(None, "json")
    (folder / "posts.jsonl").write_text(posts, encoding="utf-8")
    (command,) = blocks(None, "sh")
    with contextlib.chdir(folder):
        for name in ("claims.parquet", "claims.csv", "claims.jsonl", "claims.db"):
            run_claimcheck(*command.replace("claims.parquet", name).split()[1:])
        run_claimcheck(*"ledger posts.jsonl --text-field body --id-field id --output ledger.parquet".split())
    return folder


@pytest.fixture
def folder(prepared, tmp_path, monkeypatch):
    """A copy of it to work in."""
    shutil.copytree(prepared, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def run_python(code):
    """What a block prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "recipe", "exec"), {"__name__": "recipe"})  # noqa: S102 - our own page
    return out.getvalue()


def run_shell(code, folder):
    """What a block prints, where `claimcheck` is this interpreter's."""
    tools = folder / "tools"
    tools.mkdir()
    command = tools / "claimcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    places = (str(tools), str(Path(sys.executable).parent), os.environ["PATH"])
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code],
        env={**os.environ, "PATH": os.pathsep.join(places), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.skipif(shutil.which("jq") is None or shutil.which("bash") is None, reason="needs jq and bash")
def test_jq(folder):
    (code,) = blocks("jq", "sh")
    shown = run_shell(code, folder)
    assert "articles/one.txt\t" in shown
    assert re.search(r"2 The lab\b", shown)
    assert "< " in shown
    assert "> " in shown


def test_duckdb(folder):
    duckdb = pytest.importorskip("duckdb")
    first, second = blocks("DuckDB", "sql")
    money, counts, kinds = (duckdb.sql(part).fetchall() for part in first.split(";") if "SELECT" in part)
    assert money == [("Ann", "$40 million", 40e6, "USD")]
    assert counts == [("Ann", 300.0, "employees"), ("Ben", 412.0, "employees")]
    assert ("count", 2, 412.0, False) in kinds
    (conflict,) = duckdb.sql(second.strip().rstrip(";")).fetchall()
    assert conflict == (
        "Brightcell",
        "posts.jsonl#p1",
        "posts.jsonl#p2",
        "300 employees",
        "412 employees",
    )


def test_duckdb_finds_what_conflicts_and_no_more(tmp_path, monkeypatch):
    duckdb = pytest.importorskip("duckdb")
    documents = [
        extract("Microsoft has 412 offices. It paid 5 million dollars in 2020.", source="one.txt"),
        extract("Microsoft has 512 offices. Microsoft earned 14 billion dollars.", source="two.txt"),
        extract("Microsoft has about 410 offices.", source="three.txt"),
    ]
    write_ledger_parquet(iter(documents), tmp_path / "ledger.parquet")
    monkeypatch.chdir(tmp_path)
    _, recipe = blocks("DuckDB", "sql")
    conflicts = duckdb.sql(recipe.strip().rstrip(";")).fetchall()
    assert {row[-2:] for row in conflicts} == {
        ("412 offices", "512 offices"),
        ("512 offices", "about 410 offices"),
    }


def test_pandas(folder):
    pytest.importorskip("pandas")
    with_files, without = blocks("pandas", "python")
    shown = run_python(with_files + "assert flat['value.number'].max() == 40e6\n")
    assert "Ben  412 employees" in shown
    assert "5,200 responses" in run_python(without)


def test_polars(folder):
    polars = pytest.importorskip("polars")
    (code,) = blocks("polars", "python")
    checks = """
types = (claims.schema["value_number"], from_csv.schema["value_number"], claims.schema["prediction"])
assert types == (polars.Float64, polars.Float64, polars.Boolean)
assert from_csv.schema["prediction"] == polars.Boolean
assert claims.columns == from_csv.columns
"""
    with polars.Config(tbl_rows=20, fmt_str_lengths=40):
        assert "412 employees" in run_python(code + checks)


def test_sqlite_utils(folder):
    pytest.importorskip("sqlite_utils")
    (code,) = blocks("sqlite-utils", "sh")
    (folder / "claims.db").unlink()
    code = re.sub(
        r"\bsqlite-utils (?=query|enable|search|insert)", f"{sys.executable} -m sqlite_utils ", code
    )
    shown = run_shell(code, folder)
    assert re.search(r"Ben\s+412 employees\s+412", shown)
    assert '"text": "300 employees"' in shown
    assert '"value_number": 3000000.0' in shown


def test_datasette(folder):
    pytest.importorskip("datasette")
    (code,) = blocks("Datasette", "sh")
    rows = json.loads(run_shell(code.replace("datasette ", f"{sys.executable} -m datasette ", 1), folder))
    assert [(row["field_author"], row["value_number"]) for row in rows] == [("Ann", 40e6)]
    assert rows[0]["document"]["value"] == 1  # a link to its document


@pytest.mark.skipif(shutil.which("java") is None, reason="needs Java for Spark")
def test_spark(folder):
    pytest.importorskip("pyspark")
    (code,) = blocks("Spark", "python")
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "document_id='p1', field_author='Ann', kind='money', text='$40 million'" in done.stdout


class Plain:
    """Stands for a class of a library that is not installed: it keeps what it is given."""

    def __init__(self, *arguments, **named):
        self.arguments = arguments
        self.metadata = {}
        self.__dict__.update(named)


class PlainNode(Plain):
    def get_content(self):
        return self.text


class PlainStep(Plain):
    def invoke(self, given):
        return self.arguments[0](given)


def stand_in(monkeypatch, **members):
    """Modules with members, for those that cannot be imported."""
    for place, names in members.items():
        path = place.replace("__", ".")
        try:
            __import__(path)
        except ImportError:
            parts = path.split(".")
            for end in range(1, len(parts) + 1):
                name = ".".join(parts[:end])
                if name not in sys.modules:
                    monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
            for name, member in names.items():
                setattr(sys.modules[path], name, member)


def test_langchain(monkeypatch):
    stand_in(
        monkeypatch,
        langchain_core__documents={"Document": Plain},
        langchain_core__runnables={"RunnableLambda": PlainStep},
    )
    (code,) = blocks("LangChain", "python")
    checks = "assert context[0].metadata['id'] == 1 and context[0].metadata['claims'][0]['kind'] == 'money'\n"
    assert "not 50 million USD" in run_python(code + checks)


def test_llamaindex(monkeypatch):
    stand_in(monkeypatch, llama_index__core__schema={"TextNode": PlainNode, "TransformComponent": Plain})
    (code,) = blocks("LlamaIndex", "python")
    assert run_python(code) == "['$40 million']\n"
