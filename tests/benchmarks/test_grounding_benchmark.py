from __future__ import annotations

import json

import grounding
import pytest

pytestmark = pytest.mark.model


def test_findings_of_each_answer_in_the_order_of_the_input(tmp_path):
    items = [
        {"id": "a", "source": "The mill has 412 workers.", "answer": "The mill has 421 workers."},
        {"id": "b", "source": "Sales rose.", "answer": "Sales rose."},
        {"id": "c", "source": "The mill has 412 workers.", "answer": "The mill has 412 workers."},
    ]
    suite, output = tmp_path / "suite.jsonl", tmp_path / "out.jsonl"
    suite.write_text("".join(json.dumps(item) + "\n" for item in items))
    assert grounding.main([str(suite), "--output", str(output)]) == 0
    rows = [json.loads(line) for line in output.read_text().splitlines()]
    assert [(row["id"], len(row["findings"])) for row in rows] == [("a", 1), ("b", 0), ("c", 0)]
    assert rows[0]["findings"][0]["rule"] == "ground/figure"
