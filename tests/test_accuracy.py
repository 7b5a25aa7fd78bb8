"""Exact F1 per kind on the articles of `data/` against the floors in `data/gold/floors.json`.

`python benchmarks/accuracy.py --write-floors` raises them; lowering one takes `--lower KIND`.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = json.loads((ROOT / "data" / "gold" / "floors.json").read_text(encoding="utf-8"))


@cache
def accuracy():
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks" / "accuracy.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def figures():
    return accuracy().measure(ROOT / "data" / "gold" / "articles", ROOT / "data" / "articles")


@pytest.mark.model
@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_no_kind_falls_below_its_floor(kind):
    assert accuracy().f1(*figures()[kind]) >= FLOORS[kind]


@pytest.mark.model
def test_every_kind_has_a_floor():
    assert {kind for kind, (annotated, _, _) in figures().items() if annotated} <= FLOORS.keys()


def test_a_value_is_the_same_if_what_tells_claims_apart_is():
    same_value = accuracy().same_value
    assert same_value(
        {"relation": "owned_by", "object": "Acme"}, {"relation": "owned_by", "object": "Acme Inc"}
    )
    assert not same_value(
        {"relation": "owned_by", "object": "Acme"}, {"relation": "part_of", "object": "Acme"}
    )
    assert same_value({"number": 1000, "of": "users"}, {"number": 1000.5, "of": "people"})
    assert not same_value({"number": 1000}, {"number": 1002})


def test_each_annotation_counts_once():
    claim = {"kind": "count", "start": 0, "end": 5, "value": {"number": 5}}
    assert accuracy().pair([claim], [claim, claim]) == [(0, 0)]
