"""Parquet: an article per row, a batch at a time."""

from __future__ import annotations

import datetime as dt
import decimal
import io
import json
import sys

import pytest

from claimcheck.errors import ReadingError
from claimcheck.reading.parquet import BATCH_ROWS

pa = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
pq = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")


def parquet(**columns):
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def test_each_row_is_an_article(read_all):
    articles, failures = read_all("a.parquet", parquet(text=["40 boats.", "Zoë"], n=[1, 2]))
    assert [(article.source, article.text) for article in articles] == [
        ("a.parquet#1", "40 boats."),
        ("a.parquet#2", "Zoë"),
    ]
    assert failures == []


def test_columns_are_chosen_by_name_and_kept_as_json(read_all):
    data = parquet(
        body=["a"],
        key=[5],
        day=[dt.date(2021, 3, 4)],
        price=[decimal.Decimal("1.10")],
        nothing=pa.array([float("nan")]),
        tags=[["x", None]],
        raw=[b"\xff"],
        place=[{"lat": 1.5}],
    )
    kept = ("day", "price", "nothing", "tags", "raw", "place")
    (article,), _ = read_all("a.parquet", data, text_field="body", id_field="key", keep_fields=kept)
    assert (article.source, article.id) == ("a.parquet#5", "5")
    expected = {
        "day": "2021-03-04",
        "price": "1.10",
        "nothing": None,
        "tags": ["x", None],
        "raw": "\\xff",
        "place": {"lat": 1.5},
    }
    assert dict(article.fields) == expected
    json.dumps(expected, allow_nan=False)


def test_a_bad_row_is_named_and_the_others_go_on(read_all):
    articles, failures = read_all("a.parquet", parquet(text=["a", None, "c"]))
    assert [article.source for article in articles] == ["a.parquet#1", "a.parquet#3"]
    assert failures == []  # a row without text is passed over


def test_many_batches_are_numbered_through(read_all):
    count = 2 * BATCH_ROWS + 1
    articles, _ = read_all("a.parquet", parquet(text=[str(number) for number in range(1, count + 1)]))
    assert [article.source for article in articles] == [f"a.parquet#{article.text}" for article in articles]
    assert len(articles) == count


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.parquet: not Parquet that can be read: "),
        (b"just words", "a.parquet: not Parquet that can be read: "),
        (
            parquet(body=["a"]),
            "a.parquet: no column 'text' among body; name the one with the text: --text-field",
        ),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(read_all, data, message):
    with pytest.raises(ReadingError) as caught:
        read_all("a.parquet", data)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_column_that_is_no_text_is_named_by_row(read_all):
    assert read_all("a.parquet", parquet(text=[1]))[1] == ["a.parquet: row 1: 'text' is a number, not text"]


def test_without_the_library_the_remedy_is_named(read_all, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ReadingError) as caught:
        read_all("a.parquet", b"")
    assert str(caught.value) == "a.parquet: to read Parquet: pip install 'claimcheck-nlp[parquet]'"
