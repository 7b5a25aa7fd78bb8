"""Hyphened words with one part changed: "post-war" for "pre-war", "month-over-month" for "year-over-year"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.lexicons import load_rows, per_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

_COMPOUND = re.compile(r"(?<![\w-])[a-z]+(?:-[a-z]+)+(?![\w-])", re.IGNORECASE)


@per_lexicon
def _alternatives() -> dict[str, frozenset[str]]:
    """For each part of a hyphened word, those that can stand in its place and mean something else."""
    found: dict[str, set[str]] = {}
    for row in load_rows("en/compound_parts.csv"):
        words = set(row["words"].split("|"))
        for word in words:
            found.setdefault(word, set()).update(words - {word})
    return {word: frozenset(others) for word, others in found.items()}


def compound_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Hyphened words of which the sources have another one, with one part changed, and not this."""
    for match in _COMPOUND.finditer(answer.sentence.text):
        parts = match[0].lower().split("-")
        if _alternatives().keys().isdisjoint(parts) or material.index.has(match[0].lower()):
            continue
        for number in aligned.near:
            sentence = material.index.sentences[number]
            said = next(
                (m for m in _COMPOUND.finditer(sentence.text) if _is_changed(parts, m[0].lower().split("-"))),
                None,
            )
            if said is None:
                continue
            yield told_otherwise(
                "ground/compound",
                answer.sentence,
                (match.start(), match.end()),
                sentence,
                (said.start(), said.end()),
                f"the source says “{said[0]}”, not “{match[0]}”",
            )
            break


def _is_changed(parts: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two hyphened words are the same but for one part, which may come twice in both."""
    if len(parts) != len(others):
        return False
    pairs = {pair for pair in zip(parts, others, strict=True) if pair[0] != pair[1]}
    if len(pairs) != 1:
        return False
    ((one, other),) = pairs
    return other in _alternatives().get(one, ())
