"""The register of the rules of checking: what each one says, with an example and a near miss.

A rule stands here before a finding can name it; a test runs every example with the rule and without it.
"""

from __future__ import annotations

from dataclasses import dataclass

_switched_off: set[str] = set()


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One way of coming to a verdict.

    Attributes:
        name: `command/rule`, as findings give it.
        verdicts: those it can give.
        summary: one line that says what it finds.
        example: the text that is checked and what it is held against; the rule decides on some of its words.
        near_miss: the same for a pair that is much like it and on which the rule stays silent.
    """

    name: str
    verdicts: tuple[str, ...]
    summary: str
    example: tuple[str, str]
    near_miss: tuple[str, str]

    @property
    def command(self) -> str:
        """The command that the rule belongs to."""
        return self.name.partition("/")[0]


_RULES: dict[str, CheckRule] = {}


def register(*rules: CheckRule) -> None:
    """Add rules; a name stands for one rule only."""
    for rule in rules:
        if rule.name in _RULES and _RULES[rule.name] != rule:
            raise ValueError(f"two rules are called {rule.name}")
        _RULES[rule.name] = rule


def check_rules(command: str | None = None) -> tuple[CheckRule, ...]:
    """Every rule, or those of one command, by name."""
    return tuple(rule for name, rule in sorted(_RULES.items()) if command is None or rule.command == command)


def is_on(name: str) -> bool:
    """Whether a rule takes part; tests switch single rules off."""
    return name not in _switched_off


def switch(name: str, *, on: bool) -> None:
    """Let a rule take part or not, in the whole process."""
    if on:
        _switched_off.discard(name)
    else:
        _switched_off.add(name)
