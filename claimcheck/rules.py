"""Rules by name: what each is for, which of them are in force, and what became of what they proposed.

A rule that makes claims is named `kind/rule`, `kind/trigger/form` or `kind/relation/trigger/form`, and its
name is the `found_by` of the claims. A check that refuses what a rule proposed has a name too, and so has
each way in which checking comes to a verdict, `command/rule`. They are `RULES` of the module of their kind
or command, or a row or table of a lexicon that is turned into such; `claimcheck.register` lists them all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.lexicons import BUNDLED, Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Rule:
    """What there is to know of a rule or a check.

    Attributes:
        name: `kind/...`; that of a check too.
        example: a text in which the rule makes a claim, or in which the check refuses one.
        near_miss: a text that looks like it, in which the rule makes none, or the check refuses none.
        is_check: whether it refuses claims instead of making them.
    """

    name: str
    example: str
    near_miss: str
    is_check: bool = False


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One way in which checking comes to a verdict: against sources, facts or other documents, or alone.

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


class Candidate(NamedTuple):
    """What a rule proposed as a claim, with offsets into the passage.

    Attributes:
        rule: its name.
        start, end: the words of the claim it would make.
        refused_by: the check that refused it; empty where none did.
        looked_at: the words that the check went by.
    """

    rule: str
    start: int
    end: int
    refused_by: str = ""
    looked_at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class RulesInForce:
    """Which rules count in one reading of a text, and where it is noted what they do.

    It is handed down with the passage (`NormalisedDocument.rules`), so two readings with different rules can
    go on side by side.

    Attributes:
        off: names of rules and checks that are switched off; a name stands for all that begin with it and
            a slash.
        trace: what was proposed and refused, in the order of the work; None where nobody asked.
        own_constructions: name and text of the user's files of constructions.
        lexicon: the word lists, with the user's rows.
        find_own_names: finds names by the user's patterns in a text that is tagged, before anything is made
            of its tags; None where there are no patterns.
        statements: whether sentences that state a fact without another claim are claims (kind `statement`).
    """

    off: frozenset[str] = frozenset()
    trace: list[Candidate] | None = None
    own_constructions: tuple[tuple[str, str], ...] = ()
    lexicon: Lexicon = BUNDLED
    find_own_names: Callable[[Doc], Doc] | None = None
    statements: bool = False

    def allow(self, name: str) -> bool:
        """Whether a rule or a check is in force."""
        if not self.off:
            return True
        return name not in self.off and not any(name.startswith(f"{family}/") for family in self.off)

    def refuse(
        self, check: str, rule: str, start: int, end: int, looked_at: tuple[int, int] | None = None
    ) -> bool:
        """Note that a check refuses what a rule proposed. False where the check is switched off.

        To be asked when the check has found something to refuse: `if is_bad and rules.refuse(...)`.

        >>> rules = RulesInForce(trace=[])
        >>> rules.refuse("count/part-of-a-name", "count/counted-noun", 4, 11)
        True
        >>> rules.trace[0].refused_by
        'count/part-of-a-name'
        >>> RulesInForce(off=frozenset({"count"})).refuse("count/part-of-a-name", "count/counted-noun", 4, 11)
        False
        """
        if not self.allow(check):
            return False
        if self.trace is not None:
            self.trace.append(Candidate(rule, start, end, check, looked_at))
        return True


EVERY_RULE = RulesInForce()
"""All rules, and nothing noted."""


def without_rules(names: Collection[str]) -> RulesInForce:
    """All rules but these, and but those whose names begin with one of these and a slash."""
    return RulesInForce(frozenset(names)) if names else EVERY_RULE
