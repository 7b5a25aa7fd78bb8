"""Whatever the format: offsets point into the text that was read, and claims say where they stand in the file."""

from __future__ import annotations

import io
import json

import pytest

from claimcheck.pipeline import extract_article
from claimcheck.tagging.pipelines import load_pipeline

pytestmark = pytest.mark.model

FIRST = "The ferry “Zoë” carried 422,000 people & 30 dogs in 2019."
SECOND = "The operator paid €3 million for two boats. It has 77 employees."


def make_pdf():
    fpdf = pytest.importorskip("fpdf", reason="fpdf2, of the extra test, makes the PDFs")
    pytest.importorskip("pypdf", reason="the extra pdf is not installed")
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=11)
    for text in (FIRST, SECOND):
        pdf.add_page()
        pdf.text(20, 30, text.replace("“", "'").replace("”", "'").replace("€", "$"))
    return bytes(pdf.output())


def make_docx():
    docx = pytest.importorskip("docx", reason="the extra docx is not installed")
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(FIRST)
    document.add_paragraph(SECOND)
    document.save(out)
    return out.getvalue()


def make_html():
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    return f"<html>\n<body>\n<p>{FIRST.replace('&', '&amp;')}</p>\n\n<p>{SECOND}</p>\n</body></html>".encode()


def make_parquet():
    pa = pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    pq = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    out = io.BytesIO()
    pq.write_table(pa.table({"text": [FIRST, SECOND]}), out)
    return out.getvalue()


FILES = {
    "a.txt": f"\ufeff{FIRST}\r\n\r\n{SECOND}".encode,
    "a.md": f"{FIRST.replace('people', '**people**')}\n\n* {SECOND}\n".encode,
    "a.html": make_html,
    "a.pdf": make_pdf,
    "a.docx": make_docx,
    "a.jsonl": lambda: "".join(json.dumps({"text": text}) + "\n" for text in (FIRST, SECOND)).encode(),
    "a.csv": f'text,n\r\n"{FIRST}",1\r\n"{SECOND}",2\r\n'.encode,
    "a.parquet": make_parquet,
}

LOCATIONS = {
    "a.md": ({"line": 1}, {"line": 3}),
    "a.html": ({"line": 3}, {"line": 5}),
    "a.pdf": ({"page": 1}, {"page": 2}),
}


def spans(record):
    """Every object in a JSON record that has offsets and words."""
    if isinstance(record, dict):
        if {"start", "end", "text"} <= record.keys():
            yield record
        for content in record.values():
            yield from spans(content)
    elif isinstance(record, list):
        for content in record:
            yield from spans(content)


@pytest.mark.parametrize("name", FILES)
def test_offsets_point_into_the_text_and_locations_into_the_file(read_all, name):
    articles, failures = read_all(name, FILES[name]())
    assert failures == []
    claims = {}
    for article in articles:
        record = extract_article(article, load_pipeline(None)).model_dump(mode="json")
        found = list(spans(record["claims"])) + list(spans(record["entities"]))
        assert found
        for span in found:
            assert article.text[span["start"] : span["end"]] == span["text"]
        claims |= {claim["text"]: claim["location"] for claim in record["claims"]}
    first, second = LOCATIONS.get(name, (None, None))
    assert claims["422,000 people"] == first
    assert claims["77 employees"] == second


def test_claims_in_inline_code_are_left_out(read):
    source = "The tool found 5,200 files with `--depth 40 files` and `du-4` in it took 30 seconds."
    document = extract_article(read("a.md", source), load_pipeline(None))
    words = [claim.text for claim in document.claims]
    assert "5,200 files" in words
    assert not any("40" in text for text in words)


def test_metadata_stands_in_the_record(read):
    source = "---\ntitle: Ferries\nauthor: Ida Lund\ndate: 2021-03-04\n---\nThe ferry sank last year."
    document = extract_article(read("a.md", source), load_pipeline(None))
    record = document.model_dump(mode="json")
    assert (record["title"], record["author"], record["published"]) == ("Ferries", "Ida Lund", "2021-03-04")
    assert [claim.value.timex for claim in document.claims if claim.kind == "date"] == ["2020"]
