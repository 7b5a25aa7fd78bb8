"""Rankings that are only supposed: "if the last boat is full", "you pay the lowest fee", "nearer than the
nearest mill", "the first byte of the file is zero".

Rules, forms and manuals speak so of whatever may come first, and place no thing in an order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.claims.rankings.asserted_superlatives import LINKING, ranked_head
from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.verb_groups import HAVE
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.grammar.noun_phrases import Offsets
    from claimcheck.mentions import NormalisedDocument

_SUPPOSING = WordSet("ranking/supposing")
_BINDING = WordSet("ranking/binding")
_READER = WordSet("ranking/reader")
_PRESENT = frozenset({"VB", "VBZ", "VBP"})
_PART_OF_DESIGN = WordSet("ranking/part_of_design")
_ENDS = WordSet("superlatives/closing")
_NEAR = frozenset({"nearest", "closest"})
_NAMED = re.compile(r"(?<!^)(?<![.!?]\s)[A-Z]|\d")


def is_supposed(
    document: NormalisedDocument, phrase: Offsets, start: int, end: int, *, is_ordinal: bool
) -> bool:
    """Whether the ranked thing, which has no name, stands in a condition, a rule or what the reader does, or
    is a part of a thing whose making is described: "the second command stops it", "ends at the last digit".
    What once came first or last is told in the past.
    """
    columns = columns_of(document)
    head = ranked_head(columns, start, end) if columns.is_parsed else None
    if head is None:
        return False
    is_placed = is_ordinal or document.text[start:end].lower() in _ENDS or document.text[start:end] in _NEAR
    if is_placed and _is_part_of_design(columns, head):
        return True
    if _NAMED.search(document.text[slice(*phrase)]):
        return False
    befores = [columns.lowers[child] for child in columns.children[head] if child < head]
    if "than" in befores and not columns.has_child(head, "nummod"):
        return True
    is_linked = columns.doc[columns.heads[head]].lemma_.lower() in LINKING
    is_said = is_linked or columns.has_child(head, "cop") or columns.deps[head] == "appos"
    clause = head
    while True:
        if _is_of_reader_or_rule(columns, clause) and not is_said:
            return True
        if _is_condition(columns, clause):
            return True
        if columns.heads[clause] == clause:
            return False
        clause = columns.heads[clause]


def _is_part_of_design(columns: TokenColumns, head: int) -> bool:
    """Whether a thing is a part of one whose making is described, and nothing that was told of once."""
    if columns.lowers[head] not in _PART_OF_DESIGN or columns.has_child(head, "cop"):
        return False
    return not _is_told_in_past(columns, head)


def _is_told_in_past(columns: TokenColumns, word: int) -> bool:
    """Whether one of the clauses that a word stands in is told in the past, or in the perfect."""
    while True:
        helpers = _helpers(columns, word)
        if columns.tags[word] == "VBD" or any(columns.tags[child] == "VBD" for child in helpers):
            return True
        if any(columns.lowers[child] in HAVE for child in helpers):
            return True
        if columns.heads[word] == word:
            return False
        word = columns.heads[word]


def _helpers(columns: TokenColumns, verb: int) -> list[int]:
    return [child for child in columns.children[verb] if columns.deps[child] in ("cop", "aux", "aux:pass")]


def _is_condition(columns: TokenColumns, verb: int) -> bool:
    """Whether a clause tells when or whether something is so, at any time."""
    if columns.deps[verb] not in ("advcl", "ccomp"):
        return False
    helpers = [child for child in columns.children[verb] if columns.deps[child] in ("mark", "advmod")]
    return any(columns.lowers[child] in _SUPPOSING for child in helpers) and _is_present(columns, verb)


def _is_present(columns: TokenColumns, verb: int) -> bool:
    if columns.tags[verb] in _PRESENT:
        return True
    helpers = _helpers(columns, verb)
    return bool(helpers) and all(columns.tags[child] in _PRESENT for child in helpers)


def _is_of_reader_or_rule(columns: TokenColumns, verb: int) -> bool:
    """Whether the reader does something, or somebody is bound to: "you pay", "the form must name"."""
    children = columns.children[verb]
    if any(columns.lowers[child] in _BINDING for child in children if columns.deps[child] == "aux"):
        return True
    is_readers = any(
        columns.lowers[child] in _READER for child in children if columns.deps[child].startswith("nsubj")
    )
    return is_readers and _is_present(columns, verb)
