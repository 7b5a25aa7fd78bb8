"""The quantity benchmark script: its form of output, and what it puts in the suites' terms."""

import json
from pathlib import Path

import pytest
import quantities

ROOT = Path(__file__).parents[2]
SUITES = ROOT.parent / "shared" / "benchmarks" / "quantities"
# F1 for span, value and unit that the number layer must reach on each visible suite
FLOORS = {
    "newsquant": (93, 92, 87),
    "cqe-recognizers": (95, 94, 88),
    "recognizers-currency": (99, 97, 95),
    "recognizers-dimension": (98, 96, 93),
    "recognizers-number": (97, 95, 95),
    "recognizers-range": (95, 92, 92),
    "duckling": (95, 90, 85),
    "measeval": (92, 91, 80),
    "grobid-quantities": (92, 91, 80),
    "recognizers-percent": (97, 97, 97),
    "recognizers-age": (97, 97, 97),
    "recognizers-temperature": (97, 97, 90),
}


def test_predictions_have_the_id_and_the_fields(tmp_path):
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "a", "text": "It costs $5."}) + "\n", encoding="utf-8")
    assert quantities.main([str(source), "--output", str(output)]) == 0
    (line,) = map(json.loads, output.read_text(encoding="utf-8").splitlines())
    assert line["id"] == "a"
    assert line["predictions"] == [{"start": 9, "end": 11, "kind": "money", "value": 5, "unit": "dollar"}]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Two thirds of voters left.", 2 / 3, "% voters"),
        ("It costs 50 cents.", 50, "cent"),
        ("Thousands of people came.", [1000, 10000], "people"),
        ("It is one of the largest cities.", 1, "the largest cities"),
        ("It was 5 degrees Celsius.", 5, "degree celsius"),
        ("It ran at 30 mW m−2.", 30, "mW m−2"),
    ],
)
def test_conventions_are_evened_out(text, value, unit):
    (prediction,) = quantities.predict({"id": "a", "text": text})
    assert prediction["value"] == pytest.approx(value)
    assert prediction["unit"] == unit


def test_a_suite_of_money_alone_has_no_rates():
    text = "It costs $2 per share."
    assert quantities.predict({"id": "a", "text": text, "scope": ["money"]})[0]["unit"] == "dollar"
    assert quantities.predict({"id": "a", "text": text})[0]["unit"] == "dollar per share"


@pytest.mark.parametrize("suite", FLOORS)
def test_visible_suite_reaches_its_floor(suite, monkeypatch):
    path = SUITES / f"{suite}.jsonl"
    if not path.exists():
        pytest.skip("the shared benchmark files are not here")
    monkeypatch.syspath_prepend(SUITES)
    import score  # the scorer of the suites, beside them

    records = list(score.read_jsonl(path))
    predictions = {record["id"]: quantities.predict(record) for record in records}
    tally = score.score(records, predictions)["all"]
    reached = [100 * tally.scores(level)[2] for level in score.LEVELS]
    assert all(figure >= floor for figure, floor in zip(reached, FLOORS[suite], strict=True)), reached
