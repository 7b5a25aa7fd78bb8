"""Tables of articles to tables of claims, as engines call it: batch by batch, in processes of their own."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import pickle
from functools import partial

import pytest
from typer.testing import CliRunner

from claimcheck import extract
from claimcheck.cli import app
from claimcheck.errors import PipelineError, ReadingError
from claimcheck.scale.batch import claims_schema, extract_batch

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

extract_blank = partial(extract_batch, model="blank")

TEXTS = {
    "tram": "The tram cost €4 million in 2019. It has 62 seats.",
    "none": "Nothing of note.",
    "lake": "The lake is 40 metres deep and 12 kilometres long.",
}


@pytest.fixture
def table():
    return pa.table({"id": list(TEXTS), "text": list(TEXTS.values()), "other": [1, 2, 3]})


def test_the_schema_is_the_same_for_every_batch(table):
    assert extract_blank(table).schema.equals(claims_schema(), check_metadata=True)
    assert extract_blank(table.slice(0, 0)).schema.equals(claims_schema(), check_metadata=True)
    assert claims_schema().field("start").type == pa.int64()
    assert claims_schema().field("value_number").type == pa.float64()


def test_claims_are_those_of_extract(table):
    rows = extract_blank(table).to_pylist()
    assert [(row["source"], row["text"]) for row in rows] == [
        (f"-#{name}", claim.text)
        for name, text in TEXTS.items()
        for claim in extract(text, model="blank").claims
    ]
    assert {row["source"] for row in rows} == {"-#tram", "-#lake"}


def test_results_are_those_of_the_command(table, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    pq.write_table(table, "articles.parquet")
    arguments = [
        "extract",
        "articles.parquet",
        "--id-field",
        "id",
        "--model",
        "blank",
        "-o",
        "claims.parquet",
    ]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    with_path = table.append_column("path", pa.array(["articles.parquet"] * 3))
    assert extract_blank(with_path, path_column="path").equals(pq.read_table("claims.parquet"))


def test_batches_as_an_engine_with_arrow_hands_them_on(table):
    def find_claims(batches):
        for batch in batches:
            yield from extract_blank(pa.Table.from_batches([batch])).to_batches()

    found = pa.Table.from_batches(find_claims(table.to_batches(max_chunksize=1)), claims_schema())
    assert found.equals(extract_blank(table))


def test_batches_as_an_engine_with_pandas_hands_them_on(table):
    pytest.importorskip("pandas")

    def find_claims(frames):
        for frame in frames:
            yield extract_blank(pa.Table.from_pandas(frame)).to_pandas()

    (frame,) = find_claims([table.to_pandas()])
    assert pa.Table.from_pandas(frame, claims_schema()).equals(extract_blank(table))


def test_what_is_sent_to_another_process_is_a_name_and_a_table(table):
    assert len(pickle.dumps(extract_batch)) < 100
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(extract_batch, [table], {"model": "blank"}).equals(extract_blank(table))


def test_a_bad_row_is_reported_and_the_others_go_on(caplog):
    table = pa.table(
        {"id": ["a", "b", None, "d"], "text": ["It has 3 doors.", None, "It has 4.", "It has 5 doors."]}
    )
    errors = []
    found = extract_blank(table, on_error=errors.append)
    assert found.column("source").to_pylist() == ["-#a", "-#d"]
    assert list(map(str, errors)) == [
        "-: row 2: no text",
        "-: row 3: 'id' is null, not an id",
    ]
    assert not caplog.messages
    extract_blank(table)
    assert caplog.messages == list(map(str, errors))


@pytest.mark.model
@pytest.mark.parametrize(
    "published",
    [dt.date(2020, 3, 1), dt.datetime(2020, 3, 1, 12, tzinfo=dt.UTC), "2020-03-01", "2020-03-01T12:00:00Z"],
)
def test_a_column_can_hold_the_day_of_publication(published):
    table = pa.table({"id": [7], "text": ["Acme Corp. opened the plant yesterday."], "day": [published]})
    (claim,) = extract_batch(table, date_column="day", kinds=["date"]).to_pylist()
    assert (claim["source"], claim["value_timex"]) == ("-#7", "2020-02-29")


def test_what_is_no_day_is_an_error_of_its_row():
    table = pa.table({"id": [7], "text": ["It opened yesterday."], "day": ["soon"]})
    errors = []
    assert extract_blank(table, date_column="day", on_error=errors.append).num_rows == 0
    assert str(errors[0]) == "-#7: 'soon' is not a date such as 2024-05-31"


def test_a_file_can_be_an_article(table):
    files = pa.table({"text": ["It has 62 seats."], "path": ["a/b.txt"]})
    found = extract_blank(files, id_column=None, path_column="path")
    assert found.column("source").to_pylist() == ["a/b.txt"]


def test_kinds_can_be_chosen(table):
    assert set(extract_blank(table, kinds=["money"]).column("kind").to_pylist()) == {"money"}


@pytest.mark.parametrize(
    ("named", "message"),
    [({"text_column": "body"}, "no column 'body'"), ({"id_column": None}, "id, or with their path")],
)
def test_a_column_that_is_not_there_is_an_error(table, named, message):
    with pytest.raises(ReadingError, match=message):
        extract_blank(table, **named)


def test_a_pipeline_that_is_not_there_is_an_error(table):
    with pytest.raises(PipelineError):
        extract_batch(table, model="no_such_pipeline")
