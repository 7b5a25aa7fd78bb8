"""JSON: valid against the schema, equal when read back, streamed."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from claimcheck.claims import claim_types
from claimcheck.result import Document
from claimcheck.writing.json_schema import schema_of


@pytest.fixture(scope="module")
def validator():
    schema = schema_of("document")
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_one_input_is_one_object_that_reads_back_equal(document, write, validator):
    text = write("json", [document])
    validator.validate(json.loads(text))
    assert Document.model_validate_json(text) == document
    assert text.endswith("}\n")
    assert list(json.loads(text)) == [
        *(
            "schema_version",
            "claimcheck_version",
            "source",
            "id",
            "title",
            "author",
            "published",
            "language",
            "other_languages",
            "fields",
            "text_sha256",
            "offset_unit",
            "text",
            "claims",
            "entities",
        ),
    ]


def test_several_inputs_are_an_array(document, empty_document, write, validator):
    records = json.loads(write("json", [document, empty_document], several=True))
    assert [Document.model_validate(record) for record in records] == [document, empty_document]
    for record in records:
        validator.validate(record)


def test_an_array_can_hold_one_or_nothing(document, write):
    assert len(json.loads(write("json", [document], several=True))) == 1
    assert json.loads(write("json", [], several=True)) == []


def test_text_is_written_as_it_is(document, write):
    text = write("json", [document])
    assert "“over” 2.5B parameters" in text
    assert "𝔸" in text
    assert "\\u" not in text


def test_amounts_are_numbers_and_absent_ones_are_left_out(document, write):
    first, second = json.loads(write("json", [document]))["claims"]
    assert first["value"] == {"number": 2500000000}
    assert second["value"] == {"low": 40, "high": 50.5, "unit": "percent"}


def test_documents_are_written_as_they_come(document, write):
    """The first is out before the second is asked for: nothing is collected."""
    import io

    from claimcheck.writing import WRITERS, WritingOptions

    out = io.StringIO()
    seen = []

    def arriving():
        yield document
        seen.append(out.getvalue())
        yield document

    WRITERS["json"].write(arriving(), out, WritingOptions(several=True))
    assert document.text_sha256 in seen[0]


BROKEN_VALUES = [
    pytest.param({"unit": "percent"}, id="no amount"),
    pytest.param({"number": 1, "low": 1, "high": 2, "unit": "percent"}, id="number and range"),
    pytest.param({"low": 1, "unit": "percent"}, id="half a range"),
    pytest.param({"number": 1, "low": 1, "unit": "percent"}, id="number and half a range"),
    pytest.param({"number": "1", "unit": "percent"}, id="a string for a number"),
    pytest.param({"number": 1, "unit": "per mille"}, id="unknown unit"),
    pytest.param({"number": 1, "unit": "percent", "of": None}, id="null that is never written"),
    pytest.param({"number": 1, "unit": "percent", "colour": "red"}, id="field that does not exist"),
]


@pytest.mark.parametrize("value", BROKEN_VALUES)
def test_the_schema_refuses_a_broken_value(document, write, validator, value):
    record = json.loads(write("json", [document]))
    assert validator.is_valid(record)
    record["claims"][1]["value"] = value
    assert not validator.is_valid(record)


@pytest.mark.parametrize(
    "field", ["id", "kind", "subject", "comparator", "attribution", "sentence", "found_by"]
)
def test_the_schema_wants_every_field_of_a_claim(document, write, validator, field):
    record = json.loads(write("json", [document]))
    del record["claims"][0][field]
    assert not validator.is_valid(record)


def test_the_schema_describes_the_value_of_every_kind():
    definitions = schema_of("document")["$defs"]
    for claim_type in claim_types():
        value_type = claim_type.model_fields["value"].annotation
        described = definitions[value_type.__name__]
        names = {field.alias or name for name, field in value_type.model_fields.items()}
        assert set(described["properties"]) == names
        assert described["additionalProperties"] is False
        assert described["description"]
