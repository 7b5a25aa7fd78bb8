"""SQLite: three tables with keys between them, the same bytes for the same results."""

from __future__ import annotations

import json
import sqlite3

import pytest

from claimcheck.writing import write as write_file


@pytest.fixture
def opened(tmp_path, write):
    connections = []

    def run(documents, **options):
        path = tmp_path / f"{len(connections)}.db"
        path.write_bytes(write("sqlite", documents, **options))
        connections.append(sqlite3.connect(path))
        return connections[-1]

    yield run
    for connection in connections:
        connection.close()


def test_claims_and_names_refer_to_their_documents(document, empty_document, opened):
    database = opened([empty_document, document])
    assert database.execute("select id, source from documents").fetchall() == [
        (1, "empty.txt"),
        (2, document.source),
    ]
    assert database.execute("select distinct document from claims").fetchall() == [(2,)]
    assert database.execute("select document, text, label from entities").fetchall() == [
        (2, "Delphi", "product")
    ]
    assert database.execute("pragma foreign_key_check").fetchall() == []


def test_amounts_are_real_and_flags_whole_numbers(document, opened):
    database = opened([document])
    types = "select typeof(value_number), typeof(start), typeof(prediction), typeof(value_low) from claims"
    assert database.execute(types).fetchone() == ("real", "integer", "integer", "null")


def test_all_fields_stand_with_the_document(document, opened):
    fields = {"author": "Ann", "tags": ["a", "b"]}
    database = opened([document.model_copy(update={"fields": fields})])
    (written,) = database.execute("select fields from documents").fetchone()
    assert json.loads(written) == fields


def test_a_field_may_have_any_name(document, opened):
    odd = 'drop "table" --'
    database = opened([document.model_copy(update={"fields": {odd: "x"}})], kept_fields=(odd,))
    assert database.execute('select "field_drop ""table"" --" from claims').fetchone() == ("x",)


def test_no_documents_are_empty_tables(opened):
    assert opened([]).execute("select count(*) from claims").fetchone() == (0,)


def test_the_same_results_are_the_same_bytes(document, write):
    assert write("sqlite", [document] * 3) == write("sqlite", [document] * 3)


@pytest.mark.parametrize("name", ["claims.db", "claims.sqlite", "claims.SQLITE3"])
def test_its_extensions_stand_for_it(document, tmp_path, name):
    write_file([document], tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(b"SQLite format 3\0")
