"""The articles in `data/` and their gold annotations agree with each other and with `data/README.md`."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data"
ARTICLES = sorted((DATA / "articles").glob("*.txt"))
GOLD = sorted((DATA / "gold" / "articles").glob("*.json"))

RANGE = [{"low", "high"}, {"number"}]
CHANGE_PARTS = {"number", "unit", "from", "to"}
# The fields of a value: any one of the sets listed.
VALUE_FIELDS = {
    "language_share": [{"language", "number"}],
    "parameter_count": RANGE,
    "percentage": [fields | {"unit", "of"} for fields in RANGE],
    "money": [fields | {"currency"} for fields in RANGE],
    "measurement": [fields | {"unit"} for fields in RANGE],
    "count": [fields | {"of"} for fields in RANGE],
    "comparison": [{"factor", "reference"}, {"factor", "reference", "resolved_number"}],
    "ranking": [{"rank", "order"}],
    "date": [{"timex", "event"}, {"timex", "mod", "event"}],
    "version": [{"software", "version"}],
    "technology": [{"relation", "object"}],
    "organization": [{"relation", "object"}],
    "role": [{"person", "title", "organization"}],
    "definition": [{"category"}],
    "quote": [{"source", "cue", "direct"}],
}
CLAIM_FIELDS = {
    *("kind", "start", "end", "text", "subject", "value"),
    *("comparator", "polarity", "certainty", "prediction", "attribution"),
}
ENTITY_LABELS = {"organization", "person", "place", "product", "language"}


def read_gold(path):
    return json.loads(path.read_text(encoding="utf-8"))


def read_article(path):
    return (DATA / "articles" / f"{path.stem}.txt").read_text(encoding="utf-8")


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def gold_path(request):
    return request.param


def test_every_article_has_its_gold():
    assert len(ARTICLES) >= 3
    assert [path.stem for path in ARTICLES] == [path.stem for path in GOLD]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_has_600_to_900_words(path):
    assert 600 <= len(path.read_text(encoding="utf-8").split()) <= 900


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article_is_described(path):
    assert f"`articles/{path.name}`" in (DATA / "README.md").read_text(encoding="utf-8")


def test_spans_equal_the_text_at_their_offsets(gold_path):
    text = read_article(gold_path)
    gold = read_gold(gold_path)
    assert gold["article"] == gold_path.stem
    for claim in gold["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert claim["text"] == claim["text"].strip() != ""
        assert claim["subject"]["text"] in text, claim


def test_claims_stand_in_reading_order_once_each(gold_path):
    keys = [(claim["start"], claim["end"], claim["kind"]) for claim in read_gold(gold_path)["claims"]]
    assert len(keys) == len(set(keys))
    assert all(first[:2] <= second[:2] for first, second in pairwise(keys))


def test_claims_have_the_fields_of_their_kind(gold_path):
    for claim in read_gold(gold_path)["claims"]:
        assert claim.keys() == CLAIM_FIELDS
        fields = claim["value"].keys()
        if claim["kind"] == "change":
            assert "direction" in fields
            assert {"direction"} < fields <= CHANGE_PARTS | {"direction"}
            assert ("number" in fields) == ("unit" in fields)
        else:
            assert fields in VALUE_FIELDS[claim["kind"]], claim
        assert claim["comparator"] in {"=", "~", "<", "<=", ">", ">="}
        assert claim["polarity"] in {"positive", "negative"}
        assert claim["certainty"] in {"certain", "probable", "possible"}
        assert isinstance(claim["prediction"], bool)
        assert claim["attribution"] is None or claim["attribution"].keys() == {"source", "cue"}


def test_entities_are_distinct_and_in_the_text(gold_path):
    text = read_article(gold_path)
    entities = [(entity["text"], entity["label"]) for entity in read_gold(gold_path)["entities"]]
    assert len(entities) == len(set(entities))
    for name, label in entities:
        assert name in text
        assert label in ENTITY_LABELS
