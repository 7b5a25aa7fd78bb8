"""`claimcheck quantities`: every format, and the account of numerals."""

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from claimcheck.cli import app

TEXT = "In 2019 the firm raised $3.5bn. Call (481) 555-0134. It has about 5,991 users.\n"


def run(*arguments, stdin=None):
    return CliRunner().invoke(app, ["quantities", *map(str, arguments)], input=stdin)


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_json_holds_the_values_and_the_places(article):
    report = json.loads(run(article).stdout)
    assert [(q["kind"], q["text"], q["number"]) for q in report["quantities"]] == [
        ("money", "$3.5bn", 3_500_000_000),
        ("count", "about 5,991 users", 5991),
    ]
    assert all(TEXT[q["start"] : q["end"]] == q["text"] for q in report["quantities"])
    assert report["quantities"][0]["currency_assumed"] is True
    assert report["numerals"] is None


def test_explain_accounts_for_every_numeral(article):
    numerals = json.loads(run(article, "--explain").stdout)["numerals"]
    assert [(n["text"], n["quantity"], n["set_aside_by"]) for n in numerals] == [
        ("2019", None, "year"),
        ("3.5", 0, None),
        ("481", None, "phone-number"),
        ("555", None, "phone-number"),
        ("0134", None, "phone-number"),
        ("5,991", 1, None),
    ]


def test_csv_has_one_quantity_a_row(article):
    rows = list(csv.DictReader(io.StringIO(run(article, "--format", "csv").stdout)))
    assert [(row["text"], row["number"], row["comparator"], row["unit"]) for row in rows] == [
        ("$3.5bn", "3500000000", "=", "USD"),
        ("about 5,991 users", "5991", "~", ""),
    ]


def test_json_lines_start_with_the_source(article):
    lines = [json.loads(line) for line in run(article, "--format", "jsonl").stdout.splitlines()]
    assert [next(iter(line)) for line in lines] == ["source", "source"]
    assert [line["text"] for line in lines] == ["$3.5bn", "about 5,991 users"]


def test_the_table_shows_what_was_set_aside(article):
    shown = run(article, "--format", "table", "--explain").stdout
    assert "3.5 billion USD" in shown
    assert "phone-number" in shown


def test_standard_input_is_read():
    assert json.loads(run("-", stdin="It weighs 5 kg.").stdout)["quantities"][0]["unit"] == "kilogram"


def test_a_missing_file_does_not_lose_the_others(article):
    result = run(article.parent / "none.txt", article)
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)[0]["quantities"]) == 2


def test_an_unknown_format_is_wrong_usage(article):
    assert run(article, "--format", "yaml").exit_code == 2
