"""The JSON Schemas: one per shape, each true of what is written in it."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from claimcheck.article import Article
from claimcheck.cli import app
from claimcheck.quantity_report import report_quantities
from claimcheck.version import SCHEMA_VERSION
from claimcheck.writing.json_schema import SHAPES, schema_of


@pytest.mark.parametrize("shape", SHAPES)
def test_each_shape_has_a_schema_with_an_id_of_its_own(shape):
    schema = schema_of(shape)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:claimcheck:schema:{SCHEMA_VERSION}:{shape}"
    printed = CliRunner().invoke(app, ["schema", shape])
    assert json.loads(printed.stdout) == schema


def test_a_line_of_json_lines_is_valid_and_a_broken_one_is_not(document, write):
    validator = Draft202012Validator(schema_of("claim"))
    for line in write("jsonl", [document]).splitlines():
        record = json.loads(line)
        validator.validate(record)
        assert not validator.is_valid({**record, "start": "five"})
        del record["source"]
        assert not validator.is_valid(record)


def test_amounts_of_json_lines_are_of_one_type(document, write):
    values = [json.loads(line)["value"] for line in write("jsonl", [document]).splitlines()]
    amounts = [value[name] for value in values for name in ("number", "low", "high") if name in value]
    assert amounts
    assert all(isinstance(amount, float) for amount in amounts)
    whole = json.loads(write("json", [document]))["claims"][0]["value"]["number"]
    assert isinstance(whole, int)


def test_a_report_of_quantities_is_valid():
    report = report_quantities(Article("a.txt", "It rose 5% to 3.2 million tonnes on page 7."), explain=True)
    validator = Draft202012Validator(schema_of("quantities"))
    record = json.loads(report.model_dump_json())
    validator.validate(record)
    record["quantities"][0]["number"] = "five"
    assert not validator.is_valid(record)


def test_an_unknown_shape_is_wrong_usage():
    result = CliRunner().invoke(app, ["schema", "dokument"])
    assert result.exit_code == 2
