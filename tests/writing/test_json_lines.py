"""JSON lines: a claim per line, its source first."""

from __future__ import annotations

import io
import json
import weakref

from pydantic import TypeAdapter

from claimcheck.claims import Claim
from claimcheck.writing import WritingOptions
from claimcheck.writing.json_lines import write_jsonl


def test_each_line_is_a_claim_with_its_source_first(document, empty_document, write):
    lines = write("jsonl", [document, empty_document, document]).splitlines()
    records = [json.loads(line) for line in lines]
    assert [next(iter(record.items())) for record in records] == [("source", document.source)] * 4
    claims = [
        TypeAdapter(Claim).validate_python({k: v for k, v in r.items() if k not in ("source", "document_id")})
        for r in records
    ]
    assert claims == [*document.claims, *document.claims]


def test_no_claims_are_no_lines(empty_document, write):
    assert write("jsonl", [empty_document]) == ""


def test_text_is_written_as_it_is(document, write):
    assert "“over” 2.5B parameters" in write("jsonl", [document])


def test_a_line_end_in_a_source_stays_in_its_string(document, write):
    odd = document.model_copy(update={"source": 'two\nlines "quoted"'})
    first = write("jsonl", [odd]).split("\n")[0]
    assert json.loads(first)["source"] == odd.source


def test_claims_are_written_before_the_next_document_is_made(document):
    out = io.StringIO(newline="")
    lines_before = []

    def slowly():
        for _ in range(3):
            lines_before.append(out.getvalue().count("\n"))
            yield document

    write_jsonl(slowly(), out, WritingOptions())
    assert lines_before == [0, 2, 4]


def test_no_more_than_one_document_is_kept(document):
    kept = []
    most = 0

    def many():
        nonlocal most
        for number in range(50):
            made = document.model_copy(update={"source": str(number)})
            kept.append(weakref.ref(made))
            most = max(most, sum(ref() is not None for ref in kept))
            yield made

    write_jsonl(many(), io.StringIO(newline=""), WritingOptions())
    assert most <= 2  # the one being written and the one being made
