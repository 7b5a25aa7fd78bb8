"""Ordinals that place something: "the second bridge", "the first three seats"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.rankings.idle_ordinals import is_adverb, is_idle_ordinal
from claimcheck.claims.rankings.rank_hits import MAX_RANK, NUMBER_WORDS, RankHit
from claimcheck.claims.rankings.superlative_hits import irregular_superlatives, superlative_pattern
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument
    from claimcheck.quantities.finding import Quantity


_SHARED_ORDER = re.compile(
    r"(?:(?:,|,?\s+(?:and|or))\s+(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)))+"
    r"[\s-](?P<order>(?:most|least)\s+[a-z][\w-]+|[a-z]{2,}est)\b"
)
"""Ordinals that share a superlative: "the first, second and third warmest winters"."""
_FIRST_SEVERAL = WordPattern(
    r"(?!\s*\n\s*\n)\s+(?P<number>\d{1,3}(?:,\d{3})*(?![\d.,]*\d)|two|three|four|five|six|seven|eight|nine|ten|dozen)\b(?![-–][a-z\d]|\s+(?:dozen|hundred|thousand|million)\b)"
    r"(?!\s+(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|centuries|times)\b)"
    r"(?!\s*(?:<common/percent>))",
    re.IGNORECASE,
)


def find_ordinal(document: NormalisedDocument, quantity: Quantity) -> Iterator[RankHit]:
    """An ordinal that places something: "the second bridge"."""
    if quantity.number is None or not 1 <= quantity.number <= MAX_RANK:
        return
    text, rank = document.text, int(quantity.number)
    shared = _SHARED_ORDER.match(text, quantity.number_end)
    found = superlative_pattern().fullmatch(text, *shared.span("order")) if shared is not None else None
    if found is not None:
        if found[0].lower() not in irregular_superlatives()[1]:
            yield RankHit(quantity.start, quantity.end, rank, found[0], "shared-order", quantity, "alone")
        return
    if is_idle_ordinal(text, quantity) or is_adverb(document, quantity):
        return
    order = text[quantity.number_start : quantity.number_end]
    several = _FIRST_SEVERAL.match(text, quantity.number_end) if rank == 1 else None
    if several is None:
        yield RankHit(quantity.start, quantity.end, rank, order, "ordinal", quantity, "to-the-next")
    elif not _is_measured(document, quantity, several.start("number")):
        word = several["number"].lower()
        rank = NUMBER_WORDS.get(word) or int(word.replace(",", ""))
        if rank:
            yield RankHit(quantity.start, several.end(), rank, order, "first-several", quantity)


def _is_measured(document: NormalisedDocument, quantity: Quantity, start: int) -> bool:
    """Whether the number at `start` is one of a measure: "for the first 3 km"."""
    measures = (other for other in document.sentence_at(quantity.start).quantities if other.kind == "measure")
    return any(other.number_start == start for other in measures)
