"""What `import claimcheck` offers: exact types, short representations, reading and writing, threads."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import claimcheck
from claimcheck.notebook import MAX_ROWS, marked_html, table_html
from claimcheck.writing import WRITERS

TEXT = "Acme Robotics Ltd. raised $5 million last year. Its robots serve 40 cafés in 3 <small> towns."


def test_every_public_name_is_there_and_listed():
    assert set(claimcheck.__all__) <= set(dir(claimcheck))
    for name in claimcheck.__all__:
        assert getattr(claimcheck, name) is not None


def test_a_misspelt_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="extrct"):
        _ = claimcheck.extrct


USERS_SCRIPT = """\
# pyright: strict
import datetime as dt
from pathlib import Path

import claimcheck
from claimcheck import Document, Finding, OwnRules

rules: OwnRules = claimcheck.load_own_rules(lexicons=[Path("ours.toml")])
document = claimcheck.extract("It has 5 users.", date=dt.date(2026, 11, 1), kinds={"count"}, language="en")
for claim in document.claims:
    start: int = claim.start
    kind: str = claim.kind
    if claim.kind == "money":
        currency: str = claim.value.currency
    elif claim.kind == "date":
        timex: str = claim.value.timex
    if claim.subject is not None:
        print(claim.subject.resolved, claim.value.describe(claim.comparator))
documents: list[Document] = list(claimcheck.extract_many(["It has 5 users."], jobs=1, own_rules=rules))
findings: tuple[Finding, ...] = claimcheck.ground("It has 5 users.", ["It has 6."]).findings
for finding in claimcheck.lint(documents).findings:
    print(finding.rule, finding.reason, finding.place.start)
for quantity in claimcheck.find_quantities("5 km"):
    print(quantity.number, quantity.unit)
try:
    articles = list(claimcheck.read("a.txt"))
    claimcheck.write(documents, "a.jsonl", kept_fields=["author"])
except claimcheck.ReadingError as error:
    print(error)
"""
MISSPELT = """\
# pyright: strict
import claimcheck
claimcheck.extrct("It has 5 users.")
"""


def mypy_errors(path):
    pytest.importorskip("mypy", reason="needs mypy: pip install '.[dev]'")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(claimcheck.__file__).parent.parent,
    )
    return [line for line in done.stdout.splitlines() if line.startswith(("script.py", str(path)))]


def pyright_errors(path):
    pytest.importorskip("pyright", reason="needs pyright: pip install '.[dev]'")
    if shutil.which("node") is None:
        pytest.skip("needs node for pyright")
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=path.parent,
    )
    if not done.stdout.startswith("{"):  # it is fetched when it is first run
        pytest.skip(f"pyright does not run here: {done.stderr.strip()[-200:]}")
    return [found["message"] for found in json.loads(done.stdout)["generalDiagnostics"]]


@pytest.mark.parametrize("checker", [mypy_errors, pyright_errors])
def test_a_users_script_passes_strict_type_checks(tmp_path, checker):
    path = tmp_path / "script.py"
    path.write_text(USERS_SCRIPT, encoding="utf-8")
    assert checker(path) == []


@pytest.mark.parametrize("checker", [mypy_errors, pyright_errors])
def test_a_misspelt_name_fails_the_type_check(tmp_path, checker):
    path = tmp_path / "script.py"
    path.write_text(MISSPELT, encoding="utf-8")
    assert any("extrct" in message for message in checker(path))


def test_only_the_kinds_asked_for_are_kept():
    document = claimcheck.extract(TEXT, kinds={"money"})
    assert {claim.kind for claim in document.claims} == {"money"}
    assert {claim.kind for claim in claimcheck.extract(TEXT).claims} > {"money"}


@pytest.mark.parametrize("kinds", [["monye"], "money"])
def test_unknown_kinds_are_refused(kinds):
    with pytest.raises(ValueError, match="kinds is a collection of"):
        claimcheck.extract(TEXT, kinds=kinds)


def test_relative_dates_count_from_the_day_of_writing():
    dated = claimcheck.extract("The bridge was opened last year.", date=dt.date(2020, 5, 1))
    undated = claimcheck.extract("The bridge was opened last year.")
    assert [claim.value.timex for claim in dated.claims if claim.kind == "date"] == ["2019"]
    assert [claim for claim in undated.claims if claim.kind == "date"] == []


def test_a_text_said_to_be_of_another_language_has_no_claims():
    assert claimcheck.extract(TEXT, language="de").claims == ()


def test_representations_are_short_and_say_what_it_is():
    document = claimcheck.extract(TEXT, source="news.txt")
    assert re.fullmatch(r"<Document 'news.txt': \d+ claims, \d+ entities>", repr(document))
    money = next(claim for claim in document.claims if claim.kind == "money")
    assert repr(money).startswith("<money '$5 million' at ")
    assert len(repr(money)) < 120


def test_a_notebook_shows_marked_and_escaped_text_without_scripts():
    document = claimcheck.extract(TEXT)
    shown = document._repr_html_()
    assert '<mark title="money">$5 million</mark>' in shown
    assert "&lt;small&gt;" in shown
    assert "<small>" not in shown
    assert "<script" not in shown
    with_text = document.model_copy(update={"text": TEXT})._repr_html_()
    assert with_text.count('<mark title="money">$5 million</mark>') == 2
    assert "<table>" in document.claims[0]._repr_html_()


def test_marks_that_overlap_are_shown_once():
    assert marked_html("abcdef", [(1, 4, "x"), (2, 5, "y")]) == 'a<mark title="x">bcd</mark>ef'


def test_a_long_table_says_how_much_it_leaves_out():
    shown = table_html("many", ["n"], [[str(n)] for n in range(MAX_ROWS + 10)])
    assert f"the first {MAX_ROWS} of {MAX_ROWS + 10}" in shown
    assert shown.count("<tr>") == MAX_ROWS + 1


def test_what_is_read_can_be_extracted_and_written(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, encoding="utf-8")
    (article,) = claimcheck.read(source)
    assert article.text == TEXT
    document = claimcheck.extract(article.text, source=article.source)
    target = tmp_path / "claims.jsonl"
    claimcheck.write([document], target)
    assert len(target.read_text(encoding="utf-8").splitlines()) == len(document.claims)


def test_a_format_that_needs_the_text_says_so(tmp_path):
    with pytest.raises(claimcheck.WritingError, match="needs documents with their text"):
        claimcheck.write([claimcheck.extract(TEXT)], tmp_path / "review.html")
    assert not (tmp_path / "review.html").exists()


def test_an_unknown_extension_names_the_formats(tmp_path):
    with pytest.raises(claimcheck.WritingError, match=f"Name one of: {', '.join(WRITERS)}"):
        claimcheck.write([], tmp_path / "claims.xyz")


def test_threads_get_the_results_of_one_alone():
    texts = [f"{TEXT} It was founded in {1900 + n} and has {n + 2} shops." for n in range(24)]
    alone = [claimcheck.extract(text).model_dump_json() for text in texts]
    results = [""] * len(texts)

    def work(first):
        for index in range(first, len(texts), 4):
            results[index] = claimcheck.extract(texts[index]).model_dump_json()

    threads = [threading.Thread(target=work, args=(first,)) for first in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == alone
