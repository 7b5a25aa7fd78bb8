"""Superlatives that place things: "the largest", "the third largest", "the five largest"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.rankings.rank_hits import MAX_RANK, RankHit
from claimcheck.claims.rankings.superlative_words import is_superlative
from claimcheck.grammar.columns import columns_of
from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.quantities.counted_nouns import is_plural_noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


@per_lexicon
def irregular_superlatives() -> tuple[Mapping[str, str], frozenset[str]]:
    """Ordering words beside the regular superlatives, and forms in -est that are none."""
    rows = load_rows("en/superlatives.csv")
    words = {row["word"]: row["use"] for row in rows if row["use"] != "never"}
    never = frozenset(row["word"] for row in rows if row["use"] == "never")
    return words, never


@per_lexicon
def superlative_pattern() -> re.Pattern[str]:
    """Words that may be superlatives: "largest", "most populous", and the listed ones."""
    words, _ = irregular_superlatives()
    listed = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"\b(?:(?:most|least)[\s-]+[a-z][\w-]+|[a-z]{{2,}}est|{listed})\b", re.IGNORECASE)


@per_lexicon
def _ordering_words() -> frozenset[str]:
    """The words without the ending -est that a match of `superlative_pattern` may begin with."""
    listed, _ = irregular_superlatives()
    return frozenset({"most", "least", *(re.split(r"\W", word, maxsplit=1)[0] for word in listed)})


def may_order(words: frozenset[str]) -> bool:
    """Whether a sentence of these words can hold a match of `superlative_pattern`."""
    if not words.isdisjoint(_ordering_words()):
        return True
    return "est" in " ".join(words) and any(word.endswith("est") for word in words)


_NEXT_BEFORE = re.compile(r"\bnext[\s-]$", re.IGNORECASE)
_BUT_ONE = re.compile(r"\sbut\sone\b|\s[a-z]+\sbut\sone\b(?!\s(?:of|that|who|which)\b)")
"""Behind what is second: "the largest port but one"."""
_UNREAD_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)[ -]{1,2}$")
"""Digits that were set aside, such as those of a key: "the 999...th largest" is not the largest."""
_PART_OF_ONE = WordSet("ranking/part_of_one")
MAX_SEVERAL = 100
"""More than so many places at the top are no order anybody has in mind."""


def find_superlatives(document: NormalisedDocument, sentence: Sentence) -> Iterator[RankHit]:
    """Superlatives and listed words, with the ordinal before them: "the third largest"."""
    listed, never = irregular_superlatives()
    for match in superlative_pattern().finditer(document.text, sentence.start, sentence.end):
        if is_superlative(document, match, listed, never):
            yield from _with_number_before(document, sentence, match)


def _with_number_before(
    document: NormalisedDocument, sentence: Sentence, match: re.Match[str]
) -> Iterator[RankHit]:
    """A superlative and the number before it, which places it or says how many share the top."""
    text, order = document.text, _order(document, match)
    ordinal = next(
        (q for q in sentence.quantities if q.kind == "ordinal" and 0 < match.start() - q.number_end <= 2),
        None,
    )
    several = _several_before(sentence, match.start())
    if ordinal is not None and ordinal.number is not None:
        if 1 <= ordinal.number <= MAX_RANK:
            rank, rule = int(ordinal.number), "ordinal-superlative"
            yield RankHit(ordinal.start, match.end(), rank, order, rule, ordinal, is_superlative=True)
    elif several is not None:
        rank, rule = int(several.number or 1), "several-superlative"
        yield RankHit(several.start, match.end(), rank, order, rule, several, is_superlative=True)
    elif not _UNREAD_ORDINAL.search(text, max(sentence.start, match.start() - 6), match.start()):
        is_next = _NEXT_BEFORE.search(text, max(sentence.start, match.start() - 6), match.start())
        rank = 2 if is_next or _BUT_ONE.match(text, match.end(), sentence.end) else 1
        rank = _several_behind(document, sentence, match) or rank
        yield RankHit(match.start(), match.end(), rank, order, "superlative", is_superlative=True)


def _order(document: NormalisedDocument, match: re.Match[str]) -> str:
    """The ordering words: "most populous", but "most" where it counts, as in "the most delegates"."""
    words = match[0].split()
    if len(words) == 2 and words[0].lower() in ("most", "least") and document.doc.has_annotation("TAG"):
        columns = columns_of(document)
        last = columns.token_at(match.end() - 1)
        if last is not None and columns.tags[last] == "NNS":
            return words[0]
    return " ".join(words)


def _several_behind(document: NormalisedDocument, sentence: Sentence, match: re.Match[str]) -> int | None:
    """The number of places at the top, behind the word: "the largest 100 cities"."""
    if not match[0].lower().endswith("est"):
        return None
    text = document.text
    for quantity in sentence.quantities:
        if quantity.kind == "count" and quantity.start == quantity.number_start == match.end() + 1:
            number = quantity.number
            is_small = (
                number is not None and number == number.to_integral_value() and 1 < number <= MAX_SEVERAL
            )
            counted = (quantity.of or "").lower().split(" ")
            is_of_many = is_plural_noun(counted[-1]) and counted[0] not in _PART_OF_ONE  # not "5 star hotel"
            is_place = is_small and is_of_many and text[quantity.number_end] == " "
            return int(number) if is_place and number else None
    return None


def _several_before(sentence: Sentence, start: int) -> Quantity | None:
    """The number of places at the top: "the five largest fields"."""
    for quantity in sentence.quantities:
        if quantity.kind in ("count", "number") and 0 < start - quantity.number_end <= 2:
            number = quantity.number
            is_small = (
                number is not None and number == number.to_integral_value() and 1 < number <= MAX_SEVERAL
            )
            return quantity if is_small else None
    return None
