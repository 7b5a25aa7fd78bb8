"""JSON lines: a claim per line, its source first."""

from __future__ import annotations

import json

from pydantic import TypeAdapter

from claimcheck.claims import Claim


def test_each_line_is_a_claim_with_its_source_first(document, empty_document, write):
    lines = write("jsonl", [document, empty_document, document]).splitlines()
    records = [json.loads(line) for line in lines]
    assert [next(iter(record.items())) for record in records] == [("source", document.source)] * 4
    claims = [
        TypeAdapter(Claim).validate_python({k: v for k, v in r.items() if k != "source"}) for r in records
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
