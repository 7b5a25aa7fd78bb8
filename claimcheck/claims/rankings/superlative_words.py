"""Whether a superlative orders things, or is an idiom, a part of a title, or no superlative at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.rankings.asserted_superlatives import LAST_OF
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.numbered_names import is_capital_in_name
from claimcheck.lexicons.word_sets import WordPattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import NormalisedDocument


_DETERMINED = re.compile(
    r"(?:\b(?:the|its|their|his|her|our|my|your|whose|this)|[’']s|[a-z]s[’']|\b(?:one|some|two|three|many|among)\s+of\s+the)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_IDIOM_AFTER = WordPattern(
    r"best\s+(?:<ranking/after_best>)\b|top\s+(?:<ranking/after_top>)\b|most\s+well\b|final\s+(?:<ranking/after_final>)\b"
    r"|(?:latest|biggest)\s+and\s+greatest\b|greatest\s+\(|greatest\s+hits\b|(?:last"
    r"|final)\s+(?:(?:few|several|couple\s+of|\d+(?:\.\d+|\s?[½¼¾]|\s\d/\d)?|<common/small_number>|<ranking/round_number>|couple|few\s+hundred)\s+)?"
    r"(?:<ranking/time_after_last>)\b"
    r"|last\s+(?:<ranking/after_last>)\b|nearest\s+neighbou?rs?\b(?!\s+[a-z])|nearest\s+(?:\d|<ranking/rounded_to>\b)|lowest\s+common\b|earliest\s+(?:<ranking/after_earliest>)\b"
    r"|latest\s+(?:<ranking/after_latest>)\b",
    re.IGNORECASE,
)
_LAST_SO_MANY = WordPattern(
    r"last\s+(?:\d+|(?:<common/small_number>|<ranking/round_number>)\b)", re.IGNORECASE
)
_COURSE_BEFORE = WordPattern(
    r"(?<!one )(?<!two )\b(?:in|of|over|during|for|from|across|within)\s+"
    r"(?:<common/article_or_possessor>)\s+$|\bof\s+(?:<common/possessor>)\s+$",
    re.IGNORECASE,
)
"""Before what came lately, and is no end of a row: "won 14 of her last 16 races"."""


_NEVER_SAID = re.compile(r"[^aeiouy\W]+est")
"""A form in -est has a vowel before it: "kvtest" is a name. "best" is listed."""
_FILE_ENDING = re.compile(r"\.[a-z]")
_NAMED_FOR_A_TEST = WordPattern(r"(?!(?:<ranking/superlative_in_test>)$)[a-z]+test")
"""Tests and the names of functions end so, "the pretest score"; the words that can be more of something and
do so are few: "fastest", "latest".
"""


def is_superlative(
    document: NormalisedDocument, match: re.Match[str], listed: Mapping[str, str], never: frozenset[str]
) -> bool:
    """Whether the word orders things: "the latest version", but not "at least", "most users", "a test".

    Args:
        document: the text with its tags, if it has any.
        match: the word, or "most" and "least" with the word they rank by.
        listed: words beside the regular superlatives, with where they order: "any", or after a determiner.
        never: forms in -est that order nothing.
    """
    text = document.text
    word = " ".join(match[0].lower().split())
    if word not in listed and (
        _NEVER_SAID.fullmatch(word)
        or _NAMED_FOR_A_TEST.fullmatch(word)
        or _FILE_ENDING.match(text, match.end())
    ):
        return False
    if word in never or word.split()[-1] in never or _is_part_of_name(text, match) or _is_idiom(text, match):
        return False
    if document.doc.has_annotation("TAG"):
        return _is_tagged_superlative(document, match, word, listed.get(word))
    return listed.get(word) == "any" or _is_determined(text, match)


def _is_part_of_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word is part of a compound, a title or a name, with the number behind "Top"."""
    start = match.start()
    if match[0][0].isupper() and start > 0 and text[start - 1] == "-":
        return True
    counted = _TOP_SO_MANY.match(text, start)
    return is_capital_in_name(text, start, match.end() if counted is None else counted.end())


_TOP_SO_MANY = re.compile(r"Top[\s-]\d+")


def _is_idiom(text: str, match: re.Match[str]) -> bool:
    """Whether the words around it take its order away: "in the last 3 years", "did their best"."""
    start, end = match.span()
    if _IDIOM_AFTER.match(text, start) and not LAST_OF.match(text, start):
        return True
    if _OF_A_CONTEST.match(text, start) or _BEFORE_FINAL.search(text, max(0, start - 8), end):
        return True  # "best-of-three races", "the quarter final round"
    if _LAST_SO_MANY.match(text, start) and _COURSE_BEFORE.search(text, max(0, start - 16), start):
        return True
    if _NAMED_AFTER.match(text, end) and _ONE_OF_A_SORT.search(text, max(0, start - 4), start):
        return True
    if _BEST_DONE.search(text, max(0, start - 24), end) or _ASKED.search(text, max(0, start - 60), start):
        return True
    if _PRAISED.search(text, max(0, start - 24), end) and _CLOSED.match(text, end):
        return True
    return _MOST_SO.match(text, start) is not None and not _follows_determiner(text, start)


_OF_A_CONTEST = re.compile(r"best-of-", re.IGNORECASE)
_BEFORE_FINAL = re.compile(r"\b(?:quarter|semi)[ -]final$", re.IGNORECASE)
_BEHIND_FINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})


def _is_tagged_superlative(
    document: NormalisedDocument, match: re.Match[str], word: str, use: str | None
) -> bool:
    """Whether the tags of a text say that the word orders; `use` is where a listed one does."""
    columns = columns_of(document)
    span = columns.span(*match.span())
    if span is None:
        return False
    following = columns.pos[span[1]] if span[1] < len(columns.pos) else ""
    if word == "final" and (following not in _BEHIND_FINAL or columns.tags[span[1]] in ("VBD", "VBZ")):
        return False  # "the national final", "the final drew a crowd"
    if use is not None:
        return use == "any" or _is_determined(document.text, match)
    first, last = span
    if last - first > 1:
        return _is_of_degree(document, columns, match, last - 1)
    return columns.tags[first] in ("JJS", "RBS") or _is_determined_form(document.text, match)


def _is_of_degree(
    document: NormalisedDocument, columns: TokenColumns, match: re.Match[str], last: int
) -> bool:
    """Whether "most" or "least" and the word at token `last` order: "most populous", "the most delegates"."""
    if columns.tags[last] == "NNS" and match[0].lower().startswith(("most", "least")):
        text, start = document.text, match.start()  # "had the most delegates", but not "most delegates"
        return _RIGHT_AFTER_DETERMINER.search(text, max(0, start - 6), start) is not None
    return columns.pos[last] in ("ADJ", "ADV", "VERB") and _has_noun_or_verb(document, match)


def _is_determined(text: str, match: re.Match[str]) -> bool:
    return _DETERMINED.search(text, max(0, match.start() - 24), match.start()) is not None


_ONE_OF_A_SORT = re.compile(r"\b[Aa]n?\s+$")
_NAMED_AFTER = re.compile(r"(?<=est)-[a-z]")
"""What makes a superlative the name of a sort behind "a": "a shortest-path search"."""
_BEST_DONE = WordPattern(
    r"\b(?:<ranking/doing>)\s+(?:<common/the_or_possessor>)\s+(?:very\s+)?(?:level\s+)?best$", re.IGNORECASE
)
_PRAISED = WordPattern(
    r"\b(?:<ranking/praised>)\s+(?:<technology/be>)\s+the\s+(?:best|greatest)$", re.IGNORECASE
)
"""Thanks and praise, which rank nobody: "you guys are the best"."""
_ASKED = WordPattern(
    r"\b(?:<ranking/asking>)\s+(?:which|what|who)\s+(?:[\w-]+\s+){0,3}?(?:<technology/be>|will\s+be|would\s+be|works?|has|have)\s+(?:the\s+)?$|\b(?:sounds?|looks?|fits?|suits?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""A question inside a sentence: "to know which class is the most similar"."""
_MOST_SO = WordPattern(r"(?:most|least)\s+(?:<ranking/so_much>)\b", re.IGNORECASE)
"""Degrees that order nothing without an article: "is most famous for", "are most similar"."""


def _is_determined_form(text: str, match: re.Match[str]) -> bool:
    """Whether a form in -est that the tagger did not know stands as a superlative: "the tidiest room"."""
    is_plain = match[0].islower() and text[match.end() : match.end() + 1] in (" ", ",", ".", "\n", "")
    return (
        is_plain
        and _RIGHT_AFTER_DETERMINER.search(text, max(0, match.start() - 12), match.start()) is not None
    )


_CLOSED = re.compile(r"\s*(?:[.,;!?)]|$)")


def _follows_determiner(text: str, start: int) -> bool:
    return _RIGHT_AFTER_DETERMINER.search(text, max(0, start - 12), start) is not None


_RIGHT_AFTER_DETERMINER = re.compile(r"(?:\b(?:the|its|their|his|her|our|my|your)|[’']s)\s+$", re.IGNORECASE)
_LABEL = re.compile(r"(?:\s[\w’'-]+){1,4}:\s")


def _has_noun_or_verb(document: NormalisedDocument, match: re.Match[str]) -> bool:
    """Whether "most" orders: in "most recent users" without a determiner it counts the users."""
    before = document.text[max(0, match.start() - 24) : match.start()]
    return (
        _DETERMINED.search(before) is not None
        or _COPULA_BEFORE.search(before) is not None
        or (_LINE_BEGINS.search(before) is not None and _LABEL.match(document.text, match.end()) is not None)
        or _SUPERLATIVE_JOINED.search(before) is not None
    )


_COPULA_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been)\s+$")
_LINE_BEGINS = re.compile(r"(?:^|\n)\W*$")
_SUPERLATIVE_JOINED = re.compile(r"\b(?:\w+est|(?:most|least)\s+\w+),?\s+(?:and|or)\s+$")
