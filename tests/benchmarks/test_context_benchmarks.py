"""The benchmark scripts for hedging and attribution: what they read and what they write."""

import json

import attribution
import hedging
import pytest


def run(script, records, tmp_path, *options):
    source, output = tmp_path / "input.jsonl", tmp_path / "output.jsonl"
    source.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    assert script.main([str(source), "--output", str(output), *options]) == 0
    return [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]


def test_the_source_of_a_record_tells_what_uncertain_means(tmp_path):
    text = "You can wash it."
    rows = run(hedging, [{"id": "sfu-1", "text": text}, {"id": "bio-1", "text": text}], tmp_path)
    assert rows == [
        {"id": "sfu-1", "uncertain": True, "negated": False},
        {"id": "bio-1", "uncertain": False, "negated": False},
    ]


def test_a_convention_overrides_the_source(tmp_path):
    records = [{"id": "bio-1", "text": "The key was useless."}]
    assert not run(hedging, records, tmp_path)[0]["negated"]
    assert run(hedging, records, tmp_path, "--convention", "stories")[0]["negated"]


@pytest.mark.model
def test_attributions_are_span_lists(tmp_path):
    text = "\n\nAnn Ray said that the mill is old."
    (row,) = run(attribution, [{"id": "x", "text": text}], tmp_path)
    (found,) = row["attributions"]
    words = {name: [text[start:end] for start, end in spans] for name, spans in found.items()}
    assert words == {"source": ["Ann Ray"], "cue": ["said"], "content": ["the mill is old"]}
