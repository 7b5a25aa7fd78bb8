"""A ledger: the claims of a corpus in one SQLite file, with views of what agrees and what conflicts.

Tables and columns follow the conventions of sqlite-utils and Datasette: plural names, integer primary keys,
foreign keys that are declared. Documents are written as they come, so memory does not grow with their number.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from claimcheck.errors import WritingError
from claimcheck.writing.files import open_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimcheck.errors import ClaimcheckError
    from claimcheck.result import Document

SCHEMA = """
create table documents (
    id integer primary key, source text not null, row_id text, title text, author text, published text,
    language text not null, text_sha256 text not null, claims integer not null
);
create table claims (
    id integer primary key, document integer not null references documents(id), claim_id text not null,
    kind text not null, start integer not null, "end" integer not null, text text not null,
    subject text, low real, high real, slack real, value text,
    comparator text not null, polarity text not null, certainty text not null, prediction integer not null,
    attribution text, sentence text not null,
    key_kind text, key_subject text, key_measure text, key_unit text, period text, record text not null
);
create table entities (
    id integer primary key, document integer not null references documents(id), text text not null,
    label text not null, canonical text not null, start integer not null, "end" integer not null
);
create table errors (
    id integer primary key, message text not null, source text, line integer, row_id text, error text not null
);
"""

INDICES = """
create index claims_key on claims (key_subject, key_kind, key_measure, key_unit, period);
create index claims_document on claims (document);
create index claims_kind on claims (kind);
create index entities_canonical on entities (canonical);
create index entities_document on entities (document);
"""

# Claims that are asserted flatly and about the same thing and time; the amounts of a pair overlap once each
# is widened by half of the last place that is written.
_PAIRS = """
from claims a join claims b
  on a.key_subject = b.key_subject and a.key_kind = b.key_kind and a.key_measure = b.key_measure
 and a.key_unit = b.key_unit and a.period = b.period and a.document < b.document
join documents da on da.id = a.document join documents db on db.id = b.document
where a.certainty = 'certain' and b.certainty = 'certain' and not a.prediction and not b.prediction
"""
_COLUMNS = """
select a.key_subject as subject, a.key_kind as kind, a.key_measure as measure, a.period as period,
       a.text as text, da.source as source, b.text as other_text, db.source as other_source,
       a.id as claim, b.id as other_claim
"""
_APART = """
 and ((a.low is not null and b.low is not null and a.polarity = b.polarity
       and a.comparator in ('=', '~') and b.comparator in ('=', '~')
       and (a.low - a.slack > b.high + b.slack or b.low - b.slack > a.high + a.slack))
   or (a.key_kind = 'relation' and a.value <> b.value and a.polarity = 'positive' and b.polarity = 'positive'
       and instr(a.value, b.value) = 0 and instr(b.value, a.value) = 0
       and a.key_measure in ('developed_by', 'acquired_by', 'owned_by', 'headquartered_in'))
   or (a.key_kind = 'relation' and a.value = b.value and a.polarity <> b.polarity))
"""
_TOGETHER = """
 and a.polarity = b.polarity
 and ((a.low is not null and b.low is not null
       and a.low - a.slack <= b.high + b.slack and b.low - b.slack <= a.high + a.slack)
   or (a.low is null and b.low is null and a.value = b.value))
"""
VIEWS = f"""
create view conflicts as {_COLUMNS} {_PAIRS} {_APART};
create view agreements as {_COLUMNS} {_PAIRS} {_TOGETHER};
create view timeline as
select c.value as date, c.text as text, c.subject as subject, c.sentence as sentence, d.source as source,
       c.id as claim
from claims c join documents d on d.id = c.document
where c.kind = 'date' and c.value glob '[0-9][0-9][0-9][0-9]*'
order by c.value, c.id;
"""  # noqa: S608 - the parts are those above

CLAIM_COLUMNS = (
    *("document", "claim_id", "kind", "start", "end", "text", "subject", "low", "high", "slack", "value"),
    *("comparator", "polarity", "certainty", "prediction", "attribution", "sentence"),
    *("key_kind", "key_subject", "key_measure", "key_unit", "period", "record"),
)
COMMIT_EVERY = 500
"""Documents between two commits."""


def write_ledger(documents: Iterable[Document], path: Path, errors: Iterable[ClaimcheckError] = ()) -> int:
    """Write documents to a new SQLite file, which takes the place of an old one when all is there.

    Args:
        documents: written as they come.
        path: the file.
        errors: what failed, read after the last document.

    Returns:
        How many documents there are.

    Raises:
        WritingError: the file cannot be written.
    """
    count = 0
    try:
        with open_place(path) as unfinished, closing(sqlite3.connect(unfinished)) as ledger:
            ledger.executescript("pragma journal_mode = off; pragma synchronous = off;" + SCHEMA)
            for count, document in enumerate(documents, start=1):
                _add(ledger, document, count)
                if count % COMMIT_EVERY == 0:
                    ledger.commit()
            ledger.executemany(
                "insert into errors (message, source, line, row_id, error) values (?, ?, ?, ?, ?)",
                [(str(e), e.source, e.line, e.row_id, type(e).__name__) for e in errors],
            )
            ledger.commit()
            ledger.executescript(INDICES + VIEWS)
            ledger.commit()
    except sqlite3.Error as error:
        raise WritingError(f"{path}: {error}") from error
    return count


def _add(ledger: sqlite3.Connection, document: Document, number: int) -> None:
    published = document.published.isoformat() if document.published else None
    ledger.execute(
        "insert into documents values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            document.source,
            document.id,
            document.title,
            document.author,
            published,
            document.language,
            document.text_sha256,
            len(document.claims),
        ),
    )
    names = ", ".join(f'"{name}"' for name in CLAIM_COLUMNS)
    marks = ", ".join("?" * len(CLAIM_COLUMNS))
    ledger.executemany(f"insert into claims ({names}) values ({marks})", claim_rows(document, number))  # noqa: S608
    ledger.executemany(
        'insert into entities (document, text, label, canonical, start, "end") values (?, ?, ?, ?, ?, ?)',
        [(number, e.text, e.label, e.canonical, e.start, e.end) for e in document.entities],
    )


def claim_rows(document: Document, number: int) -> Iterator[tuple[Any, ...]]:
    """The claims of a document as rows with the columns `CLAIM_COLUMNS`."""
    from claimcheck.checking.arithmetic import last_place  # noqa: PLC0415 - `--help` does without it
    from claimcheck.checking.keys import key_of, periods_of, value_of  # noqa: PLC0415
    from claimcheck.checking.same import canonical_name, subject_of  # noqa: PLC0415

    periods = periods_of(document)
    for claim in document.claims:
        key, value = key_of(claim, periods), value_of(claim)
        slack = None
        if value.low is not None:
            slack = float(last_place(value.low, claim.text) / 2)
            if claim.comparator == "~":
                slack = max(slack, abs(float(value.low)) * 0.05)
        is_name = claim.kind in ("organization", "technology", "role")
        text = canonical_name(value.text) if is_name and value.text else value.text
        yield (
            number,
            claim.id,
            claim.kind,
            claim.start,
            claim.end,
            claim.text,
            subject_of(claim),
            None if value.low is None else float(value.low),
            None if value.high is None else float(value.high),
            slack,
            text or None,
            claim.comparator,
            claim.polarity,
            claim.certainty,
            int(claim.prediction),
            claim.attribution.source if claim.attribution else None,
            claim.sentence.text,
            key.kind if key else None,
            key.subject if key else None,
            key.measure if key else None,
            key.unit if key else None,
            key.period if key else None,
            json.dumps(claim.model_dump(mode="json", by_alias=True), ensure_ascii=False),
        )


def write_ledger_parquet(documents: Iterable[Document], path: Path) -> int:
    """The claims of a corpus as one Parquet table with the columns of the ledger and the `source` of each.

    Raises:
        WritingError: the file cannot be written, or pyarrow is not there.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415
        import pyarrow.parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise WritingError(f"{path}: Parquet needs pyarrow: pip install 'claimcheck-nlp[parquet]'") from error
    reals, integers = {"low", "high", "slack"}, {"document", "start", "end", "prediction"}
    schema = pa.schema(
        [("source", pa.string())]
        + [
            (name, pa.float64() if name in reals else pa.int64() if name in integers else pa.string())
            for name in CLAIM_COLUMNS
        ]
    )
    count = 0
    rows: list[tuple[Any, ...]] = []

    def table() -> Any:
        columns: list[Any] = list(zip(*rows, strict=True)) if rows else [[] for _ in schema]
        return pa.table([pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)], schema=schema)

    with open_place(path) as unfinished, pq.ParquetWriter(unfinished, schema) as writer:
        for count, document in enumerate(documents, start=1):
            rows += [(document.source, *row) for row in claim_rows(document, count)]
            if len(rows) >= COMMIT_EVERY * 20:
                writer.write_table(table())
                rows.clear()
        writer.write_table(table())
    return count
