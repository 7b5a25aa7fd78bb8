"""Words of change that change nothing: "takes up 48 MB", "fell ill", "the women's doubles"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.changes.found_words import FoundWord
from claimcheck.claims.changes.no_changes import collapses, games, heights, other_words, shares
from claimcheck.claims.changes.no_changes.particles import is_particle_of_no_change
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.changes.found_words import ByForm
    from claimcheck.claims.changes.words import ChangeWord
    from claimcheck.mentions import NormalisedDocument, Sentence


def is_no_change(
    document: NormalisedDocument, sentence: Sentence, match: re.Match[str], word: ChangeWord, floor: int
) -> bool:
    """Whether the word of change that `match` found tells none here, whatever amounts stand around it.

    `floor` is the first character that belongs to it.
    """
    found = FoundWord(document, sentence, match, word, floor)
    if found.leads_to(_FROM_ONE_TO_ANOTHER, _IS_PRICED, _OF_A_SIZED):
        return True  # "when it moves from one format to another", "a climb costs from $38,000 to $160"
    if games.leads_to_a_score(found):
        return True  # "the loss dropped the team to 0-7", "came back from down 4-6"
    if word.word_class == "particle" and is_particle_of_no_change(found):
        return True
    if word.word_class == "verb" and other_words.is_no_verb(found):
        return True
    if word.percent is not None and (other_words.multiplies_nothing(found) or games.is_contest(found)):
        return True
    return any(found.form in forms and tells_none(found) for forms, tells_none in _BY_FORM)


_FROM_ONE_TO_ANOTHER = re.compile(
    r"(?:\s+(?!from\b)[\w’'-]+){0,5}\s+from\s+one\b[^.;:!?]{0,30}?\bto\s+(?:another|the\s+(?:other|next))\b"
)
_IS_PRICED = WordPattern(r"\s+(?:<change/is_priced>)\b(?!\s+(?:by|in)\b)")
_OF_A_SIZED = re.compile(r"\s+of\s+an?\s+\d")
"""The amount is one of the thing that grew, was cut or fell: "the growth of a 50 nm layer"."""
_BROUGHT_TO = WordPattern(
    r"\b(?:<change/bringing_up_to>)\s+(?:[\w’'-]+\s+){0,4}?(?:<change/what_is_raised>)\s+(?:(?:[\w’'-]+\s+){0,2}been\s+)?$",
    re.IGNORECASE,
)
"""Before "raised", where what was collected comes to a sum: "brings the total raised to $32 million"."""
_FROM_A_VERSION = re.compile(
    r"(?:\s+[\w’'-]+){0,4}?\s+from\s+(?:version\s+|v)?\d[\d.]*\s+to\s+(?:version\s+|v)?\d+(?:\.\d+)*(?!\s?%|[a-zA-Z]|\s[a-zA-Z]+s\b)"
)
_BY_FORM: ByForm = (
    # "brings the total raised to $32 million"
    (WordSet("change/raised"), lambda found: found.is_behind(_BROUGHT_TO, 60)),
    # "was upgraded from 11 to 16.2"
    (WordSet("change/upgraded"), lambda found: found.leads_to(_FROM_A_VERSION)),
    *other_words.BY_FORM,
    *games.BY_FORM,
    *heights.BY_FORM,
    *collapses.BY_FORM,
    *shares.BY_FORM,
)
"""What tells no change, by the form of its word."""
