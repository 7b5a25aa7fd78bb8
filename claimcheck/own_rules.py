"""Rules of the user's own, without code: words for the lists, patterns for names, constructions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimcheck.constructions.loading import read_constructions
from claimcheck.lexicons import set_own_rows
from claimcheck.lexicons.own import read_lexicon
from claimcheck.names.own import read_patterns, set_patterns
from claimcheck.rules import EVERY_RULE, RulesInForce

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What was read from the user's files; plain data, to be sent to other processes.

    Attributes:
        rows: rows by the bundled list they are added to.
        patterns: for names, as spaCy's span ruler has them.
        constructions: name and text of files of forms, relations and words.
        without: names of bundled rules that are not to be used, as `found_by` gives them.
    """

    rows: dict[str, tuple[dict[str, str], ...]] = field(default_factory=dict)
    patterns: tuple[dict[str, Any], ...] = ()
    constructions: tuple[tuple[str, str], ...] = ()
    without: frozenset[str] = frozenset()

    @property
    def in_force(self) -> RulesInForce:
        """What is handed down with each passage."""
        if not (self.constructions or self.without):
            return EVERY_RULE
        return RulesInForce(off=self.without, own_constructions=self.constructions)

    def use(self, nlp: Language) -> None:
        """Put them in force: the words in this process, the patterns in this pipeline.

        They take the place of those in force before; without any, only the bundled rules count.
        """
        set_own_rows(self.rows)
        set_patterns(nlp, self.patterns)


def load_own_rules(
    *, lexicons: Iterable[Path] = (), patterns: Iterable[Path] = (), constructions: Iterable[Path] = ()
) -> OwnRules:
    """Read and check files of one's own; `claimcheck.lexicons.own`, `claimcheck.names.own` and
    `claimcheck.constructions.loading` say how they look.

    Raises:
        LexiconError: a file cannot be read or breaks its form; the message names the file and the line.
    """
    rows: dict[str, list[dict[str, str]]] = {}
    for path in lexicons:
        for name, row in read_lexicon(path):
            rows.setdefault(name, []).append(row)
    found = [pattern for path in patterns for pattern in read_patterns(path)]
    own = {name: tuple(several) for name, several in rows.items()}
    return OwnRules(own, tuple(found), read_constructions(constructions))
