from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

import claimcheck
from claimcheck.errors import ReadingError, WritingError
from claimcheck.writing.ledger import write_ledger, write_ledger_parquet

pytestmark = pytest.mark.model

TEXTS = (
    "ChatGPT was developed by OpenAI. Microsoft has 412 offices. Larkspur was founded in 2016.",
    "ChatGPT was developed by Anthropic. Microsoft has 512 offices. Larkspur was founded in 2016.",
    "Microsoft has about 410 offices. Microsoft will have 900 offices.",
)


@pytest.fixture(scope="module")
def documents():
    return [claimcheck.extract(text, source=f"{n}.txt") for n, text in enumerate(TEXTS)]


def query(path, sql):
    with closing(sqlite3.connect(path)) as ledger:
        return ledger.execute(sql).fetchall()


def test_everything_is_in_its_table(tmp_path, documents):
    path = tmp_path / "claims.db"
    assert write_ledger(iter(documents), path, [ReadingError("x.txt: not text")]) == 3
    assert query(path, "select source from documents") == [("0.txt",), ("1.txt",), ("2.txt",)]
    assert query(path, "select count(*) from claims") == [(sum(len(d.claims) for d in documents),)]
    assert query(path, "select message from errors") == [("x.txt: not text",)]
    assert ("OpenAI", "organization") in query(path, "select text, label from entities")


def test_views_say_what_conflicts_and_what_agrees(tmp_path, documents):
    path = tmp_path / "claims.db"
    write_ledger(iter(documents), path)
    conflicts = query(path, "select text, other_text from conflicts order by claim, other_claim")
    assert ("412 offices", "512 offices") in conflicts
    assert ("512 offices", "about 410 offices") in conflicts
    assert any("OpenAI" in a and "Anthropic" in b for a, b in conflicts)
    assert not any("900" in a + b for a, b in conflicts)
    agreements = query(path, "select text, other_text from agreements")
    assert ("412 offices", "about 410 offices") in agreements
    assert query(path, "select distinct date from timeline") == [("2016",)]


def test_an_old_ledger_stays_if_the_new_one_fails(tmp_path, documents):
    path = tmp_path / "claims.db"
    write_ledger(iter(documents[:1]), path)

    def failing():
        yield documents[0]
        raise ReadingError("gone")

    with pytest.raises(ReadingError):
        write_ledger(failing(), path)
    assert query(path, "select count(*) from documents") == [(1,)]
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path, documents):
    with pytest.raises(WritingError, match=r"claims\.db"):
        write_ledger(iter(documents), tmp_path / "none" / "claims.db")


def test_parquet_holds_the_claims(tmp_path, documents):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "claims.parquet"
    write_ledger_parquet(iter(documents), path)
    table = parquet.read_table(path)
    assert table.num_rows == sum(len(document.claims) for document in documents)
    assert set(table.column("source").to_pylist()) == {"0.txt", "1.txt", "2.txt"}
