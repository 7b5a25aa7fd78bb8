"""Every registered rule makes a claim of its example and none of its near miss; every check refuses something.

A rule is tested by being switched off: the claim of its example must then be gone, and what a check refused
must be there.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck import explain, extract
from claimcheck.claims import CLAIM_FINDERS
from claimcheck.constructions.loading import bundled_constructions
from claimcheck.register import registered_check_rules, registered_rules
from claimcheck.rules import RulesInForce, without_rules

RULES = registered_rules()
ROOT = Path(__file__).parents[1]

# Kinds whose rules are not registered yet. To register one: `RULES` in `claims/<kind>.py`, and its line here goes.
NOT_REGISTERED = {
    "definition",
    "quote",
    "role",
}


def claims_of(text, without=(), *, statements=False):
    return {
        (c.kind, c.start, c.end, c.value.model_dump_json(), c.subject and c.subject.text): c.found_by
        for c in extract(text, without=without, statements=statements).claims
    }


def names(rule):
    return rule.name


def test_names_are_given_once():
    names = [rule.name for rule in (*RULES, *registered_check_rules())]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.model
@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.is_check], ids=names)
def test_a_rule_makes_the_claim_of_its_example_and_nothing_else_does(rule):
    asked = rule.name.startswith("statement/")  # a kind that is found where it is asked for
    claims = claims_of(rule.example, statements=asked)
    found = {claim for claim, found_by in claims.items() if found_by == rule.name}
    assert found, "the rule makes no claim of its example"
    without = claims_of(rule.example, without={rule.name}, statements=asked)
    assert not found & without.keys(), "another rule finds it too"


@pytest.mark.model
@pytest.mark.parametrize("rule", [rule for rule in RULES if not rule.is_check], ids=names)
def test_a_rule_makes_no_claim_of_its_near_miss(rule):
    assert rule.name not in claims_of(rule.near_miss, statements=True).values()


@pytest.mark.model
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.is_check], ids=names)
def test_a_check_refuses_a_claim_of_its_example_and_none_of_its_near_miss(rule):
    assert claims_of(rule.example).keys() != claims_of(rule.example, without={rule.name}).keys()
    assert claims_of(rule.near_miss) == claims_of(rule.near_miss, without={rule.name})


def test_every_kind_is_registered_or_listed_as_not():
    kinds = {find.__module__.rpartition(".")[2] for find in CLAIM_FINDERS}
    assert {rule.name.partition("/")[0] for rule in RULES} - {"any", "table"} == kinds - NOT_REGISTERED


@pytest.mark.model
def test_every_rule_that_finds_something_in_the_gold_is_registered():
    known = {rule.name for rule in RULES} | {entry.rule for entry in bundled_constructions().entries()}
    for path in sorted((ROOT / "data" / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            text = json.loads(line)["text"]
            for claim in extract(text).claims:
                assert claim.kind in NOT_REGISTERED or claim.found_by in known, (claim.found_by, text)


def test_a_name_stands_for_all_below_it():
    rules = without_rules({"organization/acquired_by"})
    assert not rules.allow("organization/acquired_by/buy/active")
    assert rules.allow("organization/acquired_by_others")
    assert without_rules(()).allow("organization")


def test_a_check_that_is_off_refuses_nothing():
    assert not RulesInForce(off=frozenset({"any/question"})).refuse("any/question", "count/x", 0, 1)


@pytest.mark.model
def test_an_explanation_names_the_rule_and_the_check_with_its_words():
    text = "Google developed Kubernetes. Was Chrome developed by Google? Call 555-0134."
    developed, asked, called = explain(text).sentences
    (candidate,) = (candidate for candidate in developed.candidates if candidate.claim)
    (claim,) = extract(text).claims
    assert (candidate.text, candidate.claim, candidate.rule) == (
        "developed Kubernetes",
        claim.id,
        claim.found_by,
    )
    (candidate,) = (candidate for candidate in asked.candidates if candidate.refused_by == "any/question")
    assert (candidate.claim, candidate.looked_at.text) == (None, "?")
    assert {candidate.kind for candidate in called.candidates} == {"numeral"}
    for sentence in (developed, asked, called):
        assert text[sentence.start : sentence.end] == sentence.text
        for candidate in sentence.candidates:
            assert text[candidate.start : candidate.end] == candidate.text


@pytest.mark.model
def test_explaining_changes_no_claim():
    text = "In 2019 Google, which has 100,000 employees, bought Looker for $2.6 billion."
    explained = {c.claim for s in explain(text).sentences for c in s.candidates if c.claim}
    assert explained == {claim.id for claim in extract(text).claims}
