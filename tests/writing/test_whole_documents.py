"""One result that a writer fails on is reported and left out; the others are written whole."""

from __future__ import annotations

import io
import json
import re

import pyarrow as pa
import pytest
from pyarrow import parquet
from spacy.tokens import DocBin

from claimcheck import ending
from claimcheck.article import Article
from claimcheck.claims.base import Value
from claimcheck.ending import TimeUpError
from claimcheck.errors import WritingError
from claimcheck.quantity_report import report_quantities
from claimcheck.writing import WRITERS, WritingOptions
from claimcheck.writing import parquet as parquet_writer
from claimcheck.writing.quantity_formats import QUANTITY_WRITERS


@pytest.fixture
def three(with_text):
    """The result, one that no writer can write, and the result under another name."""
    words = "It paid $5."
    broken = with_text.model_copy(update={"source": "broken.txt", "text": words, "claims": (object(),)})
    return [with_text, broken, with_text.model_copy(update={"source": "last.txt"})]


def written(name, documents, **options):
    failures = []
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="utf-8", newline="", write_through=True)
    WRITERS[name].write(documents, out, WritingOptions(several=True, on_failure=failures.append, **options))
    out.flush()
    return raw.getvalue(), [str(failure) for failure in failures]


@pytest.mark.parametrize("name", WRITERS)
def test_the_others_are_written_as_if_it_were_not_there(name, three, write):
    content, failures = written(name, three)
    assert len(failures) == 1
    assert re.match(r"broken\.txt: cannot be written: \w+", failures[0])
    if name == "docbin":
        assert len(DocBin().from_bytes(content)) == 2
    else:
        assert content == written(name, [three[0], three[2]])[0]


@pytest.mark.parametrize("name", WRITERS)
def test_without_somebody_to_tell_it_is_raised(name, three, write):
    with pytest.raises(WritingError, match=r"^broken\.txt: cannot be written: "):
        write(name, three)


def test_a_value_that_no_column_holds_is_left_out_of_parquet(document, monkeypatch):
    make_rows = parquet_writer._rows

    def with_one_too_large(found, value_columns):
        rows = make_rows(found, value_columns)
        if found.source == "broken.txt":
            rows[-1]["start"] = 2**70
        return rows

    monkeypatch.setattr(parquet_writer, "_rows", with_one_too_large)
    documents = [document.model_copy(update={"source": name}) for name in ("a.txt", "broken.txt", "c.txt")]
    content, failures = written("parquet", documents)
    sources = parquet.read_table(io.BytesIO(content)).column("source").to_pylist()
    assert sorted(set(sources)) == ["a.txt", "c.txt"]
    assert [failure.partition(":")[0] for failure in failures] == ["broken.txt"]
    told = []
    table = parquet_writer.claims_table(documents, on_failure=told.append)
    assert isinstance(table, pa.Table)
    assert (table.num_rows, len(told)) == (len(sources), 1)


@pytest.mark.parametrize("name", QUANTITY_WRITERS)
def test_quantities_of_the_others_are_written(name):
    reports = [report_quantities(Article(source, "It paid $5."), explain=True) for source in ("a", "b", "c")]
    reports[1] = reports[1].model_copy(update={"quantities": (object(),)})
    failures = []
    out = io.StringIO()
    QUANTITY_WRITERS[name](reports, out, WritingOptions(several=True, on_failure=failures.append))
    assert [str(failure).partition(":")[0] for failure in failures] == ["b"]
    if name == "json":
        assert [report["source"] for report in json.loads(out.getvalue())] == ["a", "c"]


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "docbin", "html"])
@pytest.mark.parametrize("raised", [KeyboardInterrupt(), SystemExit(143), TimeUpError()])
def test_what_ends_the_work_is_no_fault_of_the_document(name, raised, with_text, monkeypatch):
    """pydantic makes an error of its own of what a serializer raises, or takes it for a sign of another kind."""
    monkeypatch.setattr(ending, "_noted", [])

    def end(self):
        ending._noted.append(raised)
        raise raised

    monkeypatch.setattr(Value, "nullable", property(end))
    with pytest.raises(type(raised)):
        written(name, [with_text])


def test_an_interrupt_without_our_handlers_is_none_either(with_text, monkeypatch):
    """As for who writes results with a program of their own."""

    def end(self):
        raise KeyboardInterrupt

    monkeypatch.setattr(Value, "nullable", property(end))
    with pytest.raises(KeyboardInterrupt):
        written("jsonl", [with_text])
