"""The documentation says what the program does: every example runs, every page of the reference is current."""

from __future__ import annotations

import doctest
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck import extract
from claimcheck.claims import claim_types

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))

pytestmark = pytest.mark.skipif(not DOCS.is_dir(), reason="needs the docs of the checkout")


def load_generator():
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_what_the_code_says():
    expected = load_generator().pages()
    found = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "reference").glob("*.md")}
    stale = [name for name in sorted(expected | found) if expected.get(name) != found.get(name)]
    assert stale == [], "run `python docs/generate.py`"


def test_the_page_of_the_kinds_is_what_models_and_gold_say():
    generator = load_generator()
    written = generator.KINDS_PAGE.read_text(encoding="utf-8")
    assert written == generator.kinds_page(written), "run `python docs/generate.py`"


def test_the_man_page_is_what_the_code_says_and_formats():
    generator = load_generator()
    assert generator.MAN_PAGE.read_text(encoding="utf-8") == generator.man_page(), (
        "run `python docs/generate.py`"
    )
    if shutil.which("man") is None or shutil.which("groff") is None:
        pytest.skip("needs man and groff")
    shown = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", str(generator.MAN_PAGE)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "MANWIDTH": "100", "MANPAGER": "cat"},
    )
    assert shown.stderr == ""
    assert "--output-dir" in shown.stdout


def test_the_site_is_built_without_network(tmp_path):
    pytest.importorskip("mkdocs", reason="needs pip install '.[docs]'")
    pytest.importorskip("material", reason="needs pip install '.[docs]'")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "http_proxy": "http://127.0.0.1:9"},
    )
    assert done.returncode == 0, done.stderr
    assert "fonts.googleapis" not in (tmp_path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).is_file(), target


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_the_tutorial_can_be_followed_in_an_empty_folder(tmp_path):
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    commands = re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert commands.pop(0) == "pip install .\n"
    table = re.search(r"^```text\n(.*?)^```", page, re.MULTILINE | re.DOTALL)[1]
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": "", "PYTHONPATH": os.pathsep.join(sys.path)}

    def printed(code):
        script = f'claimcheck() {{ "{sys.executable}" -m claimcheck "$@"; }}\n{code}'
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    shown = "".join(map(printed, commands))
    assert "why: " in shown
    assert "lint/change" in shown
    assert (
        "".join(
            f"{line.rstrip()}\n"
            for line in printed("claimcheck extract article.txt --format table").splitlines()
        ).rstrip()
        == table.rstrip()
    )
    assert (tmp_path / "claims.csv").read_text(encoding="utf-8").count("\n") > 5
    assert "<mark" in (tmp_path / "review.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["tutorial.md", "how-to.md", "checking.md"])
def test_sessions_give_what_they_show(name):
    page = DOCS / name
    test = doctest.DocTestParser().get_doctest(page.read_text(encoding="utf-8"), {}, name, str(page), 0)
    assert test.examples
    result = doctest.DocTestRunner().run(test)
    assert result.failed == 0


def sections():
    """The rows of the tables of `kinds.md`: section, sentence, and the cells behind it as JSON."""
    if not DOCS.is_dir():
        return
    section = ""
    for line in (DOCS / "kinds.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ").strip("`")
        elif line.startswith("| ") and "**" in line:
            sentence, *cells = (cell.strip() for cell in line.strip("|").split(" | "))
            yield section, sentence, [cell.strip("`| ") for cell in cells]


@pytest.mark.parametrize(("section", "sentence", "cells"), list(sections()), ids=lambda part: str(part)[:40])
def test_examples_of_the_kinds_are_found(section, sentence, cells):
    words = sentence.split("**")[1]
    kinds = None if section == "Qualifiers" else [section]
    claims = [
        claim for claim in extract(sentence.replace("**", ""), kinds=kinds).claims if claim.text == words
    ]
    if section == "Qualifiers":
        field, content = cells
        assert [claim.model_dump(mode="json")[field] for claim in claims[:1]] == [json.loads(content)]
    else:
        value, comparator = cells
        (claim,) = (claim for claim in claims if claim.kind == section)
        found = claim.value.model_dump(mode="json", by_alias=True)
        assert {key: found.get(key) for key in json.loads(value)} == json.loads(value)
        assert claim.comparator == comparator


def test_every_kind_is_explained_by_examples():
    explained = [section for section, _, _ in sections()]
    for claim_type in claim_types():
        assert explained.count(claim_type.model_fields["kind"].default) >= 2
