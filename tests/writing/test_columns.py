"""One set of columns for every table of claims, and fields of the input in every format."""

from __future__ import annotations

import csv
import io
import json
import sqlite3

import pytest
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from claimcheck.claims import claim_types
from claimcheck.writing import WRITERS
from claimcheck.writing.columns import claim_columns, claim_row, kept_words

KEPT = ("author", "likes")


@pytest.fixture
def row_document(with_text):
    """The result of a row with an id and fields that are carried through."""
    fields = {"author": "Ann Ray", "likes": [3, None]}
    return with_text.model_copy(update={"source": "posts.jsonl#p7", "id": "p7", "fields": fields})


def tables(documents, write, folder, **options):
    """The rows of CSV, Parquet and SQLite as dictionaries."""
    parquet = pytest.importorskip("pyarrow.parquet")
    text = write("csv", documents, **options)
    (folder / "claims.db").write_bytes(write("sqlite", documents, **options))
    database = sqlite3.connect(folder / "claims.db")
    database.row_factory = sqlite3.Row
    found = [dict(row) for row in database.execute("select * from claims order by id")]
    database.close()
    for row in found:
        del row["id"], row["document"]
    return (
        list(csv.DictReader(io.StringIO(text, newline=""))),
        parquet.read_table(io.BytesIO(write("parquet", documents, **options))).to_pylist(),
        found,
    )


def test_a_row_has_the_columns_in_their_order(row_document):
    for kept in ((), KEPT):
        names = [column.name for column in claim_columns(kept)]
        assert list(claim_row(row_document, row_document.claims[0], kept)) == names
        assert len(set(names)) == len(names)


def test_csv_parquet_and_sqlite_have_the_same_columns_and_content(row_document, write, tmp_path):
    in_csv, in_parquet, in_sqlite = tables([row_document] * 2, write, tmp_path, kept_fields=KEPT)
    names = [column.name for column in claim_columns(KEPT)]
    assert list(in_csv[0]) == list(in_parquet[0]) == list(in_sqlite[0]) == names
    assert in_parquet == in_sqlite  # 1 and 0 equal true and false
    for cells, row in zip(in_csv, in_parquet, strict=True):
        for name, content in row.items():
            is_text = content is None or isinstance(content, str)
            assert cells[name] == ((content or "") if is_text else json.dumps(content)), name


def test_what_names_claim_and_document_has_columns_of_its_own(document, row_document, write, tmp_path):
    for rows in tables([document, row_document], write, tmp_path):
        assert [row["document_id"] for row in rows] == [document.source] * 2 + ["p7"] * 2
        assert [row["claim_id"] for row in rows] == [claim.id for claim in document.claims] * 2
        assert "id" not in rows[0]


def test_required_columns_are_those_that_are_never_null(row_document):
    rows = [claim_row(row_document, claim, KEPT) for claim in row_document.claims]
    for column in claim_columns(KEPT):
        if column.is_required:
            assert all(isinstance(row[column.name], column.type) for row in rows), column.name
        else:
            assert all(row[column.name] is None or isinstance(row[column.name], column.type) for row in rows)


def test_every_field_of_a_value_has_a_column_that_names_its_kinds():
    meanings = {column.name: column.meaning for column in claim_columns()}
    for claim_type in claim_types():
        for name, field in claim_type.model_fields["value"].annotation.model_fields.items():
            assert claim_type.model_fields["kind"].default in meanings[f"value_{field.alias or name}"]


def test_fields_that_are_carried_through_are_text(row_document, write, tmp_path):
    for rows in tables([row_document], write, tmp_path, kept_fields=KEPT):
        assert (rows[0]["field_author"], rows[0]["field_likes"]) == ("Ann Ray", "[3, null]")


def test_a_field_that_a_result_does_not_have_is_null(document, write, tmp_path):
    in_csv, in_parquet, in_sqlite = tables([document], write, tmp_path, kept_fields=KEPT)
    assert (in_csv[0]["field_author"], in_parquet[0]["field_author"], in_sqlite[0]["field_author"]) == (
        "",
        None,
        None,
    )


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_carries_the_fields(name, row_document, write):
    written = write(name, [row_document], kept_fields=KEPT)
    if name == "docbin":
        (doc,) = DocBin().from_bytes(written).get_docs(Vocab())
        assert doc.user_data["claimcheck"]["fields"]["author"] == "Ann Ray"
    elif name == "parquet":
        import pyarrow.parquet as pq

        assert pq.read_table(io.BytesIO(written)).column("field_author").to_pylist()[0] == "Ann Ray"
    else:
        assert "Ann Ray" in (written.decode("latin-1") if isinstance(written, bytes) else written)


def test_a_line_of_json_says_which_document_it_is_of(row_document, write):
    record = json.loads(write("jsonl", [row_document]).splitlines()[0])
    assert list(record)[:4] == ["source", "document_id", "fields", "id"]
    assert (record["document_id"], record["fields"]) == ("p7", {"author": "Ann Ray", "likes": [3, None]})


def test_fields_for_people_are_on_one_line():
    assert kept_words({"author": "Ann", "year": 2020, "none": None}) == "author: Ann · year: 2020"
