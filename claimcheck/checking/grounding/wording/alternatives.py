"""Other things of the same kind in the place of what the source names: a pie for a cake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.grounding.wording.slots import fit, is_enough, places_of, slot_of
from claimcheck.checking.grounding.wording.told_otherwise import told_otherwise
from claimcheck.checking.texts import measuring_words
from claimcheck.lexicons.word_relations import base_forms, first_category, siblings
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.checking.aligning import Aligned
    from claimcheck.checking.findings import Finding
    from claimcheck.checking.grounding.material import Material
    from claimcheck.checking.parsed import ParsedSentence

CONCRETE = frozenset({5, 6, 8, 13, 15, 17, 20, 27})
"""WordNet's animals, artifacts, parts of bodies, food, places, natural objects, plants, substances."""

_EVENTS = frozenset({11, 19, 26})
"""WordNet's events, phenomena and states, of which a text that retells another names the same one."""

_TIME = 28
"""WordNet's times."""


_DAYTIME = WordSet("checking/daytime")
_CLOCK = re.compile(r"\d\s?[ap]\.?m\b|\d:\d\d", re.IGNORECASE)


def alternative_findings(answer: ParsedSentence, aligned: Aligned, material: Material) -> Iterator[Finding]:
    """Nouns in whose place a source sentence has another noun of the same kind."""
    for index, word in enumerate(answer.words):
        if word.pos != "NOUN" or not word.is_content or word.lower in measuring_words():
            continue
        if first_category(word.lower) not in CONCRETE | _EVENTS | {_TIME}:
            continue
        if word.lower in _DAYTIME and any(
            _CLOCK.search(material.index.sentences[number].text) for number in aligned.near
        ):
            continue  # "nine in the evening", of 9 p.m.
        if material.index.has(word.lower) or material.index.has_stand_in(word.lower):
            continue
        others = (siblings(word.lower) & aligned.keys) - set(answer.content)
        if not others:
            continue
        slot = slot_of(answer, index)
        for _, source, at in places_of(others, aligned, material):
            said = source.words[at]
            if said.pos != "NOUN" or not is_enough(fit(slot, source, at)):
                continue
            if not base_forms(said.lower).isdisjoint(answer.content):
                continue
            yield told_otherwise(
                "ground/alternative",
                answer.sentence,
                (word.start, word.end),
                source.sentence,
                (said.start, said.end),
                f"the source says “{said.text}”, not “{word.text}”",
            )
            break
