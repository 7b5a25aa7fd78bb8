"""The side that does something where another is set aside: "Acme and not Orbit bought it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.columns import noun_phrases_in
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.tagging.penn_tags import INFLECTED

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument, Sentence

    Offsets = tuple[int, int]

SETTING_ASIDE = WordPattern(r" (?:<grammar/setting_aside>) ")
_LONGEST = 16
"""Characters of the words that set a side aside, with a space on either side."""


def acting_side(
    document: NormalisedDocument, columns: TokenColumns, sentence: Sentence, found: Offsets
) -> Offsets:
    """A subject, or where it is set aside right before its verb the side before it; a comma would close an
    aside.
    """
    text = document.text
    verb = columns.token_at(found[1] + 1)
    if verb is None or columns.tags[verb] not in INFLECTED:
        return found
    within = SETTING_ASIDE.search(text, *found)
    if within is not None:
        return found[0], within.start()
    joint = SETTING_ASIDE.search(text, max(sentence.start, found[0] - _LONGEST), found[0])
    if joint is None or joint.end() != found[0]:
        return found
    phrases = noun_phrases_in(document, sentence)
    return next((phrase for phrase in phrases if phrase[1] == joint.start()), found)
