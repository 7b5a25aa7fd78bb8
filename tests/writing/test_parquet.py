"""Parquet: columns with types, the same for every input, and what is in CSV is in them."""

from __future__ import annotations

import io
import sys

import pyarrow as pa
import pytest
from pyarrow import parquet

from claimcheck.claims import claim_types
from claimcheck.errors import WritingError
from claimcheck.writing.columns import value_types


def rows(written):
    return parquet.read_table(io.BytesIO(written)).to_pylist()


def test_each_claim_is_a_row(document, empty_document, write):
    first, second = rows(write("parquet", [document, empty_document]))
    assert {name: cell for name, cell in first.items() if cell is not None and name != "sentence"} == {
        "claim_id": document.claims[0].id,
        "document_id": "posts/delphi 𝔸.txt",
        "source": "posts/delphi 𝔸.txt",
        "kind": "parameter_count",
        "start": 50,
        "end": 72,
        "text": "“over” 2.5B parameters",
        "subject": "it",
        "subject_start": 38,
        "subject_end": 40,
        "subject_resolved": "Delphi",
        "subject_resolved_by": "only_candidate",
        "value_number": 2.5e9,
        "comparator": ">",
        "polarity": "positive",
        "certainty": "possible",
        "prediction": False,
        "attribution_source": "The lab",
        "attribution_cue": "says",
        "sentence_start": 0,
        "sentence_end": len(document.claims[0].sentence.text),
        "found_by": "parameter_count/by hand",
    }
    assert (second["value_low"], second["value_high"], second["value_number"]) == (40.0, 50.5, None)


def test_columns_and_their_types_are_the_same_for_every_input(document, empty_document, write):
    schemas = [parquet.read_schema(io.BytesIO(write("parquet", [one]))) for one in (document, empty_document)]
    assert schemas[0].equals(schemas[1], check_metadata=True)
    types = {field.name: field.type for field in schemas[0]}
    assert types["start"] == pa.int64()
    assert types["prediction"] == pa.bool_()
    assert types["value_from"] == types["value_factor"] == pa.float64()
    assert types["value_rank"] == pa.int64()
    assert types["value_direct"] == pa.bool_()
    assert types["value_relation"] == types["value_mod"] == pa.string()


def test_a_field_that_kinds_share_has_one_type_in_all_of_them():
    types = value_types()
    for claim_type in claim_types():
        for name, field in claim_type.model_fields["value"].annotation.model_fields.items():
            annotation = str(field.annotation)
            words = {"Decimal": float, "bool": bool, "<class 'int'>": int}
            expected = next((kind for word, kind in words.items() if word in annotation), str)
            assert types[field.alias or name] is expected, (claim_type, name)


def test_an_alias_is_the_name_of_the_column(claim_maker, document, write):
    value = {"direction": "increase", "from": "5000", "to": "6000", "unit": "member"}
    claim = claim_maker("It grew from 5000 to 6000 members.", "from 5000 to 6000 members", "change", value)
    (row,) = rows(write("parquet", [document.model_copy(update={"claims": (claim,)})]))
    assert (row["value_from"], row["value_to"], row["value_number"]) == (5000.0, 6000.0, None)


def test_row_groups_are_of_claims_not_of_articles(document, write, monkeypatch):
    monkeypatch.setattr("claimcheck.writing.parquet.ROW_GROUP_CLAIMS", 5)
    written = write("parquet", [document] * 6)
    groups = parquet.ParquetFile(io.BytesIO(written)).metadata
    assert [groups.row_group(index).num_rows for index in range(groups.num_row_groups)] == [5, 5, 2]


def test_a_missing_library_is_one_line(document, write, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(WritingError, match=r"pip install 'claimcheck-nlp\[parquet\]'"):
        write("parquet", [document])
