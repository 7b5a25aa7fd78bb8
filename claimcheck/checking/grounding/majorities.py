"""Shares without a number: "most of them", where the source gives so many percent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.figures import place_in
from claimcheck.checking.grounding.rivals import likeness_of
from claimcheck.checking.grounding.told_otherwise import told_otherwise
from claimcheck.checking.rules import is_on
from claimcheck.checking.surroundings import likeness, surroundings
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

HALF = 50

ALIKE = 3
"""So many words around a share must be the same in the source."""

_SHARE = WordPattern(
    r"\b(?:the\s+|an?\s+)?(?:(?P<most><checking/mostly>)|<checking/fewly>)\s+of\s+(?:the|all|its|their|those)\b",
    re.IGNORECASE,
)


def majority_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Majorities and minorities of which the best sentence says in percent that they are none."""
    if not is_on("ground/majority"):
        return
    for match in _SHARE.finditer(answer.sentence.text):
        said = surroundings(answer.sentence.text, *match.span())
        told = _told_likeness(match, said, aligned, material)
        for number in aligned.best[:1]:
            sentence = material.index.sentences[number]
            shares = [
                (i, material.figures.figures[i])
                for i in material.figures.of_sentence.get(number, ())
                if material.figures.figures[i].unit == "percent"
            ]
            is_most = match["most"] is not None
            if not shares or any((f.high > HALF) == is_most for _, f in shares):
                continue
            index, share = max(shares, key=lambda one: likeness_of(said, one[0], material))
            if likeness_of(said, index, material) >= max(min(ALIKE, len(said)), told):
                yield told_otherwise(
                    "ground/majority",
                    answer,
                    match.span(),
                    sentence,
                    place_in(share, sentence.source),
                    f"the source says {share.shown()}",
                )


def _told_likeness(
    share: re.Match[str], said: list[frozenset[str]], aligned: Aligned, material: Material
) -> int:
    """How much like it the sentences nearby speak of such a majority or minority; 0 where none does."""
    is_most = share["most"] is not None
    texts = (material.index.sentences[number].text for number in aligned.near)
    found = ((text, other) for text in texts for other in _SHARE.finditer(text))
    alike = (
        likeness(said, text, *one.span()) + 1 for text, one in found if (one["most"] is not None) == is_most
    )
    return max(alike, default=0)
