"""Every rule of checking decides in its example and nowhere else: off, or on its near miss, it is silent."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.checking.findings import VERDICTS_OF
from claimcheck.checking.rules import checking_without
from claimcheck.register import registered_check_rules

pytestmark = pytest.mark.model


def findings(rule, pair):
    if rule.command == "ground":
        return claimcheck.ground(*pair).findings
    if rule.command == "compare":
        return claimcheck.compare(pair).findings
    if rule.command == "diff":
        return claimcheck.diff(*pair).findings
    if rule.command == "lint":
        return claimcheck.lint(pair[0]).findings
    subject, name, value = pair[1].split(",", 2)
    return claimcheck.check(pair[0], [{"subject": subject, "property": name, "value": value}]).findings


RULES = registered_check_rules()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_finds_its_example_and_dies_with_its_switch(rule):
    found = [finding for finding in findings(rule, rule.example) if finding.rule == rule.name]
    assert found
    assert {finding.verdict for finding in found} <= set(rule.verdicts)
    with checking_without({rule.name}):
        assert rule.name not in [finding.rule for finding in findings(rule, rule.example)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_silent_on_its_near_miss(rule):
    assert rule.name not in [finding.rule for finding in findings(rule, rule.near_miss)]


def test_verdicts_of_rules_are_those_of_their_commands():
    for rule in RULES:
        assert set(rule.verdicts) <= set(VERDICTS_OF[rule.command])
