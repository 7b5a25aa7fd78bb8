"""Which rules of checking are in force: all, or all but some while a caller does without them."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from claimcheck.rules import EVERY_RULE, RulesInForce, without_rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_rules: ContextVar[RulesInForce] = ContextVar("rules of checking", default=EVERY_RULE)


def is_on(name: str) -> bool:
    """Whether a rule takes part."""
    return _rules.get().allow(name)


@contextmanager
def checking_without(names: Collection[str]) -> Iterator[None]:
    """Do without these rules, and those whose names begin with one of these and a slash, in this thread."""
    before = _rules.set(without_rules(names))
    try:
        yield
    finally:
        _rules.reset(before)
