"""A superlative or a place in an order: "the largest city", "ranked No. 2", "the first woman to ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from claimcheck.claims.base import BaseClaim, Comparator, Draft, KindColour, Value
from claimcheck.claims.rankings.asserted_superlatives import is_asserted, ranked_head
from claimcheck.claims.rankings.numbered_places import find_extremes, find_most, find_numbered, may_number
from claimcheck.claims.rankings.ordinal_places import find_ordinal
from claimcheck.claims.rankings.rank_hits import MAX_RANK, RankHit
from claimcheck.claims.rankings.ranked_things import ranked_thing
from claimcheck.claims.rankings.superlative_hits import find_superlatives, may_order
from claimcheck.claims.rankings.supposed_rankings import is_supposed
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import noun_phrase
from claimcheck.grammar.vocabulary import words_of_sentences
from claimcheck.lexicons.word_sets import WordPattern
from claimcheck.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument, Sentence


class RankingValue(Value):
    """The place in an order (1 for a superlative), and the word that orders."""

    rank: int = Field(ge=1, le=MAX_RANK)
    order: str

    def describe(self, comparator: Comparator) -> str:
        """Such as `#1 largest`."""
        return f"{'' if comparator == '=' else comparator + ' '}#{self.rank} {self.order}"


class RankingClaim(BaseClaim):
    """A superlative or a place in an order.

    Superlatives, “first”, “last” and “record” have rank 1, “top three” has 3. “At first”, “first of all”
    and centuries are none.
    """

    kind: Literal["ranking"] = "ranking"
    value: RankingValue

    colour: ClassVar[KindColour] = KindColour("order", 312)
    example: ClassVar[tuple[str, str]] = (
        "Lyon is the third largest city in France.",
        "the third largest city in France",
    )


def find_ranking_claims(document: NormalisedDocument) -> Iterator[Draft]:
    """Superlatives, ordinals and numbered places."""
    for sentence, words in zip(document.sentences, words_of_sentences(document), strict=True):
        seen_until = sentence.start
        hits = sorted(_hits(document, sentence, words), key=lambda hit: (hit.start, -hit.end))
        for hit in hits:
            if hit.start < seen_until:
                continue
            phrase = _reach(document, sentence, hit, hits)
            if hit.is_superlative and not is_asserted(document, phrase, hit.start, hit.end):
                continue
            if is_supposed(document, phrase, hit.start, hit.end, is_ordinal=hit.quantity is not None):
                continue
            seen_until = hit.end
            thing = ranked_thing(document, sentence, *phrase)
            if thing is None and _is_all_said(document.text, sentence, phrase):
                continue  # "Fourth wall", a heading
            yield Draft(
                RankingClaim,
                *phrase,
                RankingValue(rank=hit.rank, order=hit.order),
                f"ranking/{hit.rule}",
                thing,
                quantities=(hit.quantity,) if hit.quantity is not None else (),
            )


def _is_all_said(text: str, sentence: Sentence, phrase: Offsets) -> bool:
    """Whether a short line that no mark ends is nothing but a ranking phrase."""
    line = text[sentence.start : sentence.end].rstrip()
    rest = text[sentence.start : phrase[0]] + text[phrase[1] : sentence.end]
    is_heading = line[-1:].isalnum() and len(line.split()) <= _LONGEST_HEADING
    return is_heading and not any(map(str.isalnum, rest))


_LONGEST_HEADING = 5


def _hits(document: NormalisedDocument, sentence: Sentence, words: frozenset[str]) -> Iterator[RankHit]:
    """Every word that orders."""
    if may_order(words):
        yield from find_superlatives(document, sentence)
    yield from find_most(document.text, sentence, words)
    for quantity in sentence.quantities:
        if quantity.kind == "ordinal":
            yield from find_ordinal(document, quantity)
    yield from find_extremes(document.text, sentence, words)
    if may_number(document, sentence, words):
        yield from find_numbered(document.text, sentence)


def _reach(document: NormalisedDocument, sentence: Sentence, hit: RankHit, hits: list[RankHit]) -> Offsets:
    """Where the claim of a hit begins and ends."""
    if hit.reach == "alone":
        return hit.start, hit.end
    start, end = _phrase(document, sentence, hit.start, hit.end)
    if hit.reach == "to-the-next":  # "the 30th anniversary | of the first launch"
        following = min((other.start for other in hits if other.start >= hit.end), default=end)
        if following < end:
            end = _clipped(document.text, hit.end, following)
    return start, end


_OPENING = re.compile(
    r"\s+(?:(?:of|in|by|for|and|to|at|on|from|with|among)\s+)?(?:(?:the|an?|its|their|his|her)\s+)?$"
)


def _clipped(text: str, start: int, end: int) -> int:
    """End of a phrase that stops before the next ordering word at `end`, preposition and article left out."""
    opening = _OPENING.search(text, start, end)
    return max(start, opening.start() if opening else end)


_TO_DETERMINER = re.compile(
    r"(?:\b(?:one|some|two|three|many)\s+of\s+)?(?:\b(?:the|an?|its|their|his|her|our|my|this)\s+|(?:[\w.&-]+\s+){0,2}[\w.&-]+[’']s?\s+)(?:[\w’-]+\s+)?$",
    re.IGNORECASE,
)


def _phrase(document: NormalisedDocument, sentence: Sentence, start: int, end: int) -> Offsets:
    """The noun phrase that the ordering word stands in, from its determiner to its scope."""
    columns = columns_of(document)
    if columns.is_parsed:
        head = ranked_head(columns, start, end)
        if head is None or columns.pos[head] not in ("NOUN", "PROPN", "NUM", "SYM", "ADJ"):
            return start, end
        first, last = noun_phrase(columns, head, with_modifying_clauses=True)
        first = min(_after_case(columns, first), start)
        comma = document.text.rfind(", ", first, start)
        if comma >= 0 and _TO_DETERMINER.fullmatch(document.text, comma + 2, start):
            first = comma + 2  # "on the 19th alone, its wettest day"
        one_of = _ONE_OF.search(document.text, max(sentence.start, first - 12), first)
        aside = _ASIDE.compiled().search(document.text, end, max(last, end))
        return (one_of.start() if one_of else first), aside.start() if aside else max(last, end)
    before = _TO_DETERMINER.search(document.text, max(sentence.start, start - 40), start)
    words = _PLAIN_TAIL.match(document.text, end, sentence.end)
    assert words is not None
    return (before.start() if before else start), words.end()


def _after_case(columns: TokenColumns, first: int) -> int:
    """Where a phrase begins without its preposition: "its best day" of "for its best day"."""
    token = columns.token_at(first)
    if token is None or columns.deps[token] != "case" or token + 1 >= len(columns.starts):
        return first
    return columns.starts[token + 1]


# "the first flight, which may take place in May": what is told besides does not say what is ranked
_ASIDE = WordPattern(r",\s+(?:of |in )?(?:<claims/of_an_aside>)\b")
_ONE_OF = re.compile(r"\b(?:one|some|two|three|many)\s+of\s+$", re.IGNORECASE)
_PLAIN_TAIL = re.compile(r"(?:\s+[\w’'-]+){0,4}")
RULES = (
    Rule("ranking/superlative", "Oslo had its driest May in decades.", "Oslo had its dry May."),
    Rule("ranking/ordinal", "He finished in fourth place.", "He finished in four places."),
    Rule(
        "ranking/ordinal-superlative", "Lyon is the third largest city in France.", "Lyon is a third larger."
    ),
    Rule(
        "ranking/several-superlative",
        "Four of the five largest fields lie in Kent.",
        "Five large fields lie in Kent.",
    ),
    Rule("ranking/first-several", "They won the first 7 rounds.", "They won in the first 7 minutes."),
    Rule(
        "ranking/most-of-any",
        "It won 27 medals, the most of any club.",
        "It won 27 medals, for most of them wanted it.",
    ),
    Rule(
        "ranking/shared-order",
        "It had the first and second warmest winters on record.",
        "It had the first and second halves of the grant.",
    ),
    Rule("ranking/numbered", "The brand is ranked No. 2 in Peru.", "He wears No. 2 boots."),
    Rule("ranking/top-n", "We list the top 20 sites.", "We list 20 sites on top."),
    Rule("ranking/record", "The fair drew a record 8,323 guests.", "The fair drew up a record."),
    Rule("ranking/record-set", "She holds the world record.", "She holds the records of the mill."),
    Rule("ranking/extreme", "Prices hit a 30-year high.", "Prices hit a 30-year-old mill."),
    Rule("ranking/all-time", "Use is at an all-time high.", "Use is at all times high."),
)
"""The rules of the kind by name, each with a text that it finds and one that it does not."""
