"""The benchmark script of the check-worthiness score: what it reads and what it writes."""

from __future__ import annotations

import gzip
import json

import checkworthiness
import pytest

from claimcheck import extract
from claimcheck.checkworthiness.scoring import score_sentence

pytestmark = pytest.mark.model

RECORDS = [
    {"id": "a-1", "text": "Unemployment rose from 5 percent to 8 percent under the last government."},
    {"id": "a-2", "text": "Thank you very much."},
    {"id": 3, "text": "", "label": 0},
]


def run(inputs, output):
    assert checkworthiness.main([*map(str, inputs), "--output", str(output)]) == 0
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def lines(records):
    return "".join(json.dumps(record) + "\n" for record in records)


def test_every_sentence_has_the_score_of_its_text_and_claims(tmp_path):
    (tmp_path / "in.jsonl").write_text(lines(RECORDS), encoding="utf-8")
    predictions = run([tmp_path / "in.jsonl"], tmp_path / "out.jsonl")
    assert [prediction["id"] for prediction in predictions] == ["a-1", "a-2", 3]
    for record, prediction in zip(RECORDS, predictions, strict=True):
        claims = extract(record["text"], language="en").claims
        assert prediction["score"] == score_sentence(record["text"], claims)
    assert predictions[0]["score"] > 0.5 > predictions[1]["score"]


def test_packed_files_and_several_are_read_in_their_order(tmp_path):
    (tmp_path / "one.jsonl").write_text(lines(RECORDS[:1]) + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "two.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(lines(RECORDS[1:2]))
    inputs = [tmp_path / "two.jsonl.gz", tmp_path / "one.jsonl"]
    assert [one["id"] for one in run(inputs, tmp_path / "out.jsonl")] == ["a-2", "a-1"]
