"""Numbered places, records, extremes and the top of a list: "No. 2", "a record high", "the top ten"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.rankings.rank_hits import NUMBER_WORDS, RankHit
from claimcheck.grammar.numbered_names import is_capital_in_name
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.mentions import NormalisedDocument, Sentence
    from claimcheck.quantities.finding import Quantity


_NUMBERED = WordPattern(
    r"(?:#\s?|\bno\s(?!\w+-[a-z])|\b(?:No\.?|no\.)\s|\b[Nn]umber[\s-])(?P<digits>\d{1,3}|(?:one|two|three|four|five|six|seven|eight|nine|ten))\b(?![\d.,]*\d)(?!\s+(?i:<ranking/line>)\b)"
    r"|\b(?:<ranking/ranked>)\s+(?:at\s+|as\s+)?(?P<place>\d{1,4})(?![\d.,]*\d|\w|\s*%)(?=\s*(?:[,.;)]|$|(?:<ranking/after_place>)\b))"
    r"|\b(?:<ranking/setting_record>)\s+(?:<common/article_or_possessor>)\s+(?:(?:new|previous|own|old|<ranking/record_field>|[A-Z][\w’']*)\s+){0,3}"
    r"(?P<set>record)\b(?!-|\s+[a-z]+(?:s|er|ing)\b)"
    r"|\b(?:an?\s+)?(?P<alltime>all[\s-]time)\s+(?:high|low|record|best|peak)s?\b"
    # "a record 8,323 entries", "a new record of 40 goals"
    r"|\b(?:an?|the)\s+(?:new\s+)?(?:<ranking/held_field>)\s+(?P<own>record)\b(?!-|\s+(?:of\s+\d|[a-z]+(?:s|er|ing)\b))"
    r"|\b(?:an?|the|its|their|another)\s+(?:new\s+|all-time\s+)?(?P<record>record)\b"
    r"(?:\s+(?:high|low|number|level|total|sum))?(?:\s+of)?(?=\s+(?:[A-Z]{1,3}[$£€]?\s?)?\W?\d)"
    # "record profits", "another record quarter"
    r"|\b(?P<records>[Rr]ecord)(?=[\s-](?:<ranking/recorded>)\b)"
    r"|\b[Tt]op[\s-]+(?P<top>\d{1,3}(?:,\d{3})*(?![\d.,]*\d|\s?(?:<common/percent>))|two|three|four|five|six|seven|eight|nine|ten|dozen|twenty|fifty|hundred)\b"
    # a share is no place, and what a classifier gets right among its first few guesses is a score
    r"(?!\s+(?:<common/percent>)(?!\w)|\s+(?:[\w-]+\s+){0,2}(?:<ranking/score_of_guesses>)\b)"
)
_TOPS = WordPattern(r"\b(?:<ranking/before_topping>)\s+$")
_LONGEST_BEFORE_TOPPING = 14
_RANKING_CONTEXT = WordPattern(
    r"\b(?:<ranking/context>|[’']s|to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NUMBERING = WordSet("ranking/numbering")


def may_number(document: NormalisedDocument, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a sentence can hold a match of `_NUMBERED`."""
    return not words.isdisjoint(_NUMBERING) or document.text.find("#", sentence.start, sentence.end) >= 0


def find_numbered(text: str, sentence: Sentence) -> Iterator[RankHit]:
    """Numbered places, records and the top of a list: "ranked No. 2", "a record high", "the top ten"."""
    for match in _NUMBERED.finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if match["records"] and (
            _is_number_of_record(text, sentence, match) or _is_short_of_record(text, sentence, match)
        ):
            continue
        if match["set"] or match["own"]:
            yield RankHit(*match.span(match.lastgroup or 0), 1, "record", "record-set")
        elif match["record"] or match["records"]:
            yield RankHit(start, end, 1, "record", "record")
        elif match["place"]:
            rank, order = int(match["place"]), match[0].split()[0]
            if rank:
                yield RankHit(start, end, rank, order, "numbered", _at(sentence, match.start("place")))
        elif match["alltime"]:
            yield RankHit(start, end, 1, match[0], "all-time")
        elif match["top"]:
            yield from _top(text, sentence, match)
        elif _RANKING_CONTEXT.search(text, max(sentence.start, start - 24), start):
            rank = NUMBER_WORDS.get(match["digits"].lower()) or int(match["digits"])
            if rank:
                yield RankHit(start, end, rank, match[0], "numbered", _at(sentence, match.start("digits")))


def _at(sentence: Sentence, start: int) -> Quantity | None:
    """The quantity whose number begins at `start`."""
    return next((quantity for quantity in sentence.quantities if quantity.number_start == start), None)


def _top(text: str, sentence: Sentence, match: re.Match[str]) -> Iterator[RankHit]:
    """How many are at the top of a list: "the top ten"."""
    rank = NUMBER_WORDS.get(match["top"].lower()) or int(match["top"].replace(",", ""))
    if not rank:  # "top 0" is no place
        return
    consumed = _at(sentence, match.start("top"))
    is_measured = consumed is not None and consumed.kind in ("measure", "money", "percent")
    if is_measured or _is_topping(text, sentence, match.start()):
        return  # "demand will top 5,900 MW"
    if is_capital_in_name(text, match.start(), match.end("top")):
        return  # "the Australian Top 40 Music list"
    yield RankHit(*match.span(), rank, "top", "top-n", consumed)


def _is_topping(text: str, sentence: Sentence, start: int) -> bool:
    """Whether "top" is a verb, "sales may top 300"; not after a mere "to", "rose to top 10", or after May."""
    return _TOPS.search(text, max(sentence.start, start - _LONGEST_BEFORE_TOPPING), start) is not None


_RECORD_NUMBER = WordPattern(r"[Rr]ecord[\s-]numbers?\b(?!\s+of\s+(?!records?\b))")
_IN_RECORD = WordPattern(
    r"(?:\b(?:<dates/preposition>|<common/article>|and)\s+(?:new\s+)?|[,.;:]\s*|^)$", re.IGNORECASE
)


def _is_number_of_record(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it is the number of a record: "the loss record numbers", but "in record numbers"."""
    if _RECORD_NUMBER.match(text, match.start()) is None:
        return False
    before = text[max(sentence.start, match.start() - 16) : match.start()]
    return before.lower().endswith("the ") or _IN_RECORD.search(before) is None


_SHORT_OF = WordPattern(r"\b(?:<ranking/short_of_record>)[\s-]$", re.IGNORECASE)


def _is_short_of_record(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it only comes near to a record: "a near record level"."""
    return _SHORT_OF.search(text, max(sentence.start, match.start() - 10), match.start()) is not None


_EXTREMES = WordSet("ranking/extreme")
_FIELDS = WordSet("ranking/field")
_EXTREME = re.compile(
    r"\b(?:an?|its|their|his|her|the|new)\s+(?:new\s+)?(?P<field>(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|multi)-"
    r"(?:day|week|month|year|decade)|series|career|season|lifetime|historic|historical|personal|club|school|post-?war)[\s-]"
    r"(?P<extreme>high|low|best|worst|record|peak)s?\b(?!-)(?!\s+[a-z]+(?:s|er|ing)\b)",
    re.IGNORECASE,
)


def find_extremes(text: str, sentence: Sentence, words: frozenset[str]) -> Iterator[RankHit]:
    """The highest or lowest of a stretch of time or of somebody's: "a 30-year high", "her career best"."""
    if words.isdisjoint(_EXTREMES) or words.isdisjoint(_FIELDS):
        return
    for match in _EXTREME.finditer(text, sentence.start, sentence.end):
        consumed = _at(sentence, match.start("field"))
        yield RankHit(*match.span(), 1, match["extreme"], "extreme", consumed, "alone")


_MOST = WordPattern(
    r"\b(?:the\s+)?(?P<most>most|least)\s+(?:in\s+(?:any|a|its|their|his|her|the|history|\d|[A-Z])\b|(?:of|by|for|since)\s+any\b|ever\b"
    r"|since\s+(?:\d|[A-Z])|on\s+record\b|to\s+date\b|worldwide\b)"
)
_DEGREES = frozenset({"most", "least"})
_MOST_SAID = WordPattern(r"(?:,|–|—|\(|\b(?:<superlatives/linked_before>))\s*$")


def find_most(text: str, sentence: Sentence, words: frozenset[str]) -> Iterator[RankHit]:
    """The largest number without its noun: "27 medals, the most of any battle", "most ever by a keeper"."""
    if words.isdisjoint(_DEGREES):
        return
    for match in _MOST.finditer(text, sentence.start, sentence.end):
        if _MOST_SAID.search(text, max(sentence.start, match.start() - 12), match.start()):
            yield RankHit(match.start(), match.end("most"), 1, match["most"], "most-of-any")
