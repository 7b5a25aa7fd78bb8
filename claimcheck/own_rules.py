"""Rules of the user's own, without code: words for the lists, patterns for names, constructions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimcheck.constructions.loading import read_constructions
from claimcheck.lexicons import BUNDLED, Lexicon
from claimcheck.lexicons.own import read_lexicon
from claimcheck.names.own import make_name_finder, read_patterns
from claimcheck.rules import RulesInForce

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class OwnRules:
    """What was read from the user's files; plain data, to be sent to other processes.

    Keep it for the texts that are read with it: what is made of the rows is made once, and kept with it.

    Attributes:
        rows: rows by the bundled list they are added to.
        patterns: for names, as spaCy's span ruler has them.
        constructions: name and text of files of forms, relations and words.
        without: names of bundled rules that are not to be used, as `found_by` gives them.
        lexicon: the bundled lists with the rows behind theirs.
        statements: whether factual sentences without another claim are claims too.
    """

    rows: dict[str, tuple[dict[str, str], ...]] = field(default_factory=dict)
    patterns: tuple[dict[str, Any], ...] = ()
    constructions: tuple[tuple[str, str], ...] = ()
    without: frozenset[str] = frozenset()
    statements: bool = False
    lexicon: Lexicon = field(init=False, repr=False, compare=False)
    _in_force: dict[Language, RulesInForce] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "lexicon", Lexicon(self.rows) if self.rows else BUNDLED)

    def __reduce__(self) -> tuple[type[OwnRules], tuple[Any, ...]]:
        return OwnRules, (self.rows, self.patterns, self.constructions, self.without, self.statements)

    def for_pipeline(self, nlp: Language) -> RulesInForce:
        """What is handed down with each passage that the pipeline tags; made once for each pipeline.

        Raises:
            LexiconError: the patterns ask for what the pipeline does not say of its words.
        """
        rules = self._in_force.get(nlp)
        if rules is None:
            rules = self._in_force[nlp] = RulesInForce(
                off=self.without,
                own_constructions=self.constructions,
                statements=self.statements,
                lexicon=self.lexicon,
                find_own_names=make_name_finder(nlp, self.patterns) if self.patterns else None,
            )
        return rules


def load_own_rules(
    *, lexicons: Iterable[Path] = (), patterns: Iterable[Path] = (), constructions: Iterable[Path] = ()
) -> OwnRules:
    """Read and check files of one's own; `claimcheck.lexicons.own`, `claimcheck.names.own` and
    `claimcheck.constructions.tables` say how they look.

    The examples of constructions are tried with the bundled pipeline and the words and patterns given here.

    Raises:
        LexiconError: a file cannot be read or breaks its form, or an example is not found; the message names
            the file and the line.
    """
    rows: dict[str, list[dict[str, str]]] = {}
    for path in lexicons:
        for name, row in read_lexicon(path):
            rows.setdefault(name, []).append(row)
    found = [pattern for path in patterns for pattern in read_patterns(path)]
    own = {name: tuple(several) for name, several in rows.items()}
    rules = OwnRules(own, tuple(found), read_constructions(constructions))
    if rules.constructions:
        from claimcheck.own_examples import try_examples  # noqa: PLC0415 - they take a pipeline; words do not

        try_examples(rules)
    return rules
