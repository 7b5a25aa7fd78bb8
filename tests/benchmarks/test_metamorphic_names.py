"""The changes of names and clauses are grammatical, and their outcomes are told apart."""

from __future__ import annotations

import json
from dataclasses import replace

import metamorphic_names
import name_variants
import pytest

pytestmark = pytest.mark.model


@pytest.fixture
def sentence():
    relation = name_variants.Relation("organization", "acquired_by", "Brimstow", "Google")
    names = {"Google": "organization", "Brimstow": "organization"}
    return name_variants.Sentence("1", "Google acquired Brimstow.", (relation,), names)


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ("name: ampersand", "Bright & Odell acquired Marsh & Tolley."),
        ("before: the Oslo-based startup", "The Oslo-based startup Google acquired Brimstow."),
        ("list object: three", "Google acquired Brimstow, Kelmar Systems and Vortane."),
        ("clause: passive", "Brimstow was acquired by Google."),
        ("clause: did not", "Google did not acquire Brimstow."),
        ("listed clause: neither agent", "Neither Google nor Kelmar Systems acquired Brimstow."),
        ("report: X said behind", "Google acquired Brimstow, Mirela Oduya said."),
    ],
)
def test_a_change_makes_the_sentence_that_it_names(sentence, change, text):
    assert text in [variant.text for variant in name_variants.all_changes()[change](sentence)]


def test_a_denial_over_a_list_is_expected_of_every_name(sentence):
    (variant,) = name_variants.all_changes()["listed clause: did not, or"](sentence)
    assert {(r.thing, r.polarity) for r in variant.expected} == {
        ("Brimstow", "negative"),
        ("Kelmar Systems", "negative"),
    }


def test_outcomes_are_told_apart(sentence):
    (wanted,) = sentence.relations
    variant = name_variants.Variant(sentence.text, sentence.relations)
    rows = {
        None: [wanted],
        "scope": [replace(wanted, polarity="negative")],
        "side": [replace(wanted, other="Goog")],
        "lost": [],
    }
    for fault, claims in rows.items():
        assert metamorphic_names.judged(variant, claims)[0].fault == fault


def test_the_script_prints_a_line_for_each_change(tmp_path, capsys):
    source, kept = tmp_path / "texts.jsonl", tmp_path / "kept.jsonl"
    source.write_text(json.dumps({"id": "1", "text": "Google acquired YouTube in 2006."}), encoding="utf-8")
    options = ["--sentences", str(kept), "--only", "clause: pass"]
    assert metamorphic_names.main([str(source), *options]) == 0
    assert "clause: passive" in capsys.readouterr().out
    assert json.loads(kept.read_text(encoding="utf-8"))["text"] == "Google acquired YouTube in 2006."
