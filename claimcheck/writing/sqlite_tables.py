"""SQLite: the claims as a table with the columns of CSV, and their documents and names beside it."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from claimcheck.writing.columns import claim_columns, claim_row, document_id
from claimcheck.writing.whole_documents import put_together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.result import Document
    from claimcheck.writing import WritingOptions

_SQL_TYPES = {str: "text", int: "integer", float: "real", bool: "integer"}
_DOCUMENTS = """
create table documents (
    id integer primary key, document_id text not null, source text not null, title text, author text,
    published text, language text not null, text_sha256 text not null, fields text not null
)
"""
_ENTITIES = """
create table entities (
    id integer primary key, document integer not null references documents(id), text text not null,
    label text not null, canonical text not null, start integer not null, "end" integer not null
)
"""
_INDICES = """
create index claims_document on claims (document);
create index claims_kind on claims (kind);
create index claims_claim_id on claims (claim_id);
create index entities_document on entities (document);
"""


def write_sqlite(documents: Iterable[Document], out: TextIO, options: WritingOptions) -> None:
    """Tables `claims`, `documents` and `entities`, named and keyed as sqlite-utils and Datasette expect it.

    `claims` has the columns of CSV and Parquet after `id` and `document`, which refers to `documents`. The
    `fields` of those are all that an article carries, as JSON. `claimcheck ledger` writes a database that
    compares documents. The database grows in a temporary file, so many documents need no memory.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "claims.db"
        with closing(sqlite3.connect(place)) as database:
            _fill(database, documents, options)
        with place.open("rb") as whole:
            shutil.copyfileobj(whole, out.buffer)


def _fill(database: sqlite3.Connection, documents: Iterable[Document], options: WritingOptions) -> None:
    columns = claim_columns(tuple(options.kept_fields))
    declared = ", ".join(
        f"{_quoted(column.name)} {_SQL_TYPES[column.type]}{' not null' if column.is_required else ''}"
        for column in columns
    )
    database.execute("pragma journal_mode = off")
    database.execute("pragma synchronous = off")
    database.execute(_DOCUMENTS)
    database.execute(
        "create table claims (id integer primary key, document integer not null references documents(id), "
        f"{declared})"
    )
    database.execute(_ENTITIES)
    names = ", ".join(map(_quoted, ("document", *(column.name for column in columns))))
    marks = ", ".join("?" * (len(columns) + 1))
    insertion = f"insert into claims ({names}) values ({marks})"  # noqa: S608 - names of columns, quoted
    made = put_together(documents, lambda document: _rows(document, options.kept_fields), options)
    for number, (of_document, claims, entities) in enumerate(made, start=1):
        database.execute("insert into documents values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (number, *of_document))
        database.executemany(insertion, [(number, *row) for row in claims])
        database.executemany(
            'insert into entities (document, text, label, canonical, start, "end") values (?, ?, ?, ?, ?, ?)',
            [(number, *row) for row in entities],
        )
    database.executescript(_INDICES)
    database.commit()


def _rows(
    document: Document, kept_fields: Sequence[str]
) -> tuple[tuple[Any, ...], list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    of_document = (
        document_id(document),
        document.source,
        document.title,
        document.author,
        document.published.isoformat() if document.published else None,
        document.language,
        document.text_sha256,
        json.dumps(document.fields, ensure_ascii=False),
    )
    claims = [tuple(claim_row(document, claim, kept_fields).values()) for claim in document.claims]
    entities = [(one.text, one.label, one.canonical, one.start, one.end) for one in document.entities]
    return of_document, claims, entities


def _quoted(name: str) -> str:
    """A name of a column, whatever is in it.

    >>> _quoted('a "b"').count('"')
    6
    """
    return '"' + name.replace('"', '""') + '"'
