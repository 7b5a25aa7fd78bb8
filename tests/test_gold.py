"""Every line of data/gold/*.jsonl is a test: a text, and all claims of one kind that stand in it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck import extract

GOLD = Path(__file__).parent.parent / "data" / "gold"


def cases():
    for path in sorted(GOLD.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            case = json.loads(line, parse_float=Decimal)
            marks = [pytest.mark.xfail(reason=case["known_failure"])] if "known_failure" in case else []
            yield pytest.param(path.stem, case, id=f"{path.stem}-{case['id']}", marks=marks)


@pytest.mark.parametrize(("kind", "case"), list(cases()))
def test_gold_case(kind, case):
    found = extract(case["text"], kinds=[kind]).claims
    expected = case["claims"]
    assert [claim.text for claim in found] == [claim["text"] for claim in expected], case["why"]
    for claim, wanted in zip(found, expected, strict=True):
        value = json.loads(claim.value.model_dump_json(), parse_float=Decimal)
        assert {key: value.get(key) for key in wanted["value"]} == wanted["value"]
        assert claim.comparator == wanted["comparator"]
        for field in ("polarity", "certainty", "prediction"):
            if field in wanted:
                assert getattr(claim, field) == wanted[field]
        if "subject" in wanted:
            assert claim.subject is not None
            assert claim.subject.text == wanted["subject"]
