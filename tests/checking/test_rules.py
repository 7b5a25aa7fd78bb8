"""Every rule of checking decides in its example and nowhere else: off, or on its near miss, it is silent."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.checking.findings import VERDICTS_OF
from claimcheck.checking.grounding.rules import GROUND_RULES
from claimcheck.checking.rules import CheckRule, check_rules, register, switch

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


def all_rules():
    assert claimcheck.ground  # the modules of all commands are imported with it
    return check_rules()


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_finds_its_example_and_dies_with_its_switch(rule):
    found = [finding for finding in findings(rule, rule.example) if finding.rule == rule.name]
    assert found
    assert {finding.verdict for finding in found} <= set(rule.verdicts)
    switch(rule.name, on=False)
    try:
        assert rule.name not in [finding.rule for finding in findings(rule, rule.example)]
    finally:
        switch(rule.name, on=True)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_a_rule_is_silent_on_its_near_miss(rule):
    assert rule.name not in [finding.rule for finding in findings(rule, rule.near_miss)]


def test_verdicts_of_rules_are_those_of_their_commands():
    for rule in all_rules():
        assert set(rule.verdicts) <= set(VERDICTS_OF[rule.command])


def test_two_rules_do_not_share_a_name():
    first = GROUND_RULES[0]
    with pytest.raises(ValueError, match="two rules are called"):
        register(CheckRule(first.name, first.verdicts, "another", first.example, first.near_miss))
