"""The register: every rule that makes claims, every check that refuses one, every way of coming to a verdict.

A rule stands in it before a claim or a finding can name it; tests run every example with its rule and
without it. The rules of relations are tables of words and forms (`claimcheck.constructions`).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from claimcheck.checking import differing, facts
from claimcheck.checking.comparing_rules import COMPARE_RULES
from claimcheck.checking.grounding.rules import GROUND_RULES
from claimcheck.checking.lint import LINT_RULES
from claimcheck.claims import CHECKS, CLAIM_FINDERS
from claimcheck.tables.claims import RULES as TABLE_RULES

if TYPE_CHECKING:
    from claimcheck.rules import CheckRule, Rule


def registered_rules() -> tuple[Rule, ...]:
    """Every rule and check of claims: those of every kind, of each kind, and of tables."""
    modules = [import_module(find.__module__) for find in CLAIM_FINDERS]
    return (*CHECKS, *(rule for module in modules for rule in getattr(module, "RULES", ())), *TABLE_RULES)


def registered_check_rules(command: str | None = None) -> tuple[CheckRule, ...]:
    """Every rule by which checking comes to a verdict, or those of one command, by name."""
    rules = (*GROUND_RULES, *COMPARE_RULES, *differing.RULES, *facts.RULES, *LINT_RULES)
    found = (rule for rule in rules if command is None or rule.command == command)
    return tuple(sorted(found, key=lambda rule: rule.name))
