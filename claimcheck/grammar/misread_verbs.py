"""Past tenses that a tagger took for participles, so that a sentence seems to have no verb of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns

_LONGEST_CHAIN = 8
_OTHER_CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "xcomp", "csubj"})
_OF_CLAUSE = frozenset({"nsubj", "nsubj:pass", "cop", "aux", "aux:pass"})
_MODIFYING = frozenset({"acl", "acl:relcl"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_UP = WordSet("change/said_up")
_DOWN = WordSet("change/said_down")


def subject_of_misread_verb(columns: TokenColumns, verb: int) -> int | None:
    """The noun that is the subject of a past tense which a tree hangs on a noun within the subject: "price"
    of "The price of milk in the valley increased by 3%". None where the sentence has another verb.
    """
    is_past = columns.tags[verb] == "VBD" or (
        columns.tags[verb] == "VBN" and columns.lowers[verb].endswith("ed")
    )
    if not is_past or columns.deps[verb] not in _MODIFYING:
        return None
    if any(columns.deps[child] in _OF_CLAUSE for child in columns.lefts(verb)):
        return None  # "The barns, which increased"
    root = columns.heads[verb]
    for _ in range(_LONGEST_CHAIN):
        if columns.heads[root] == root or columns.deps[root] in _OTHER_CLAUSES:
            break
        root = columns.heads[root]
    is_noun = columns.heads[root] == root and columns.pos[root] in _NOUNS and root < verb
    is_outermost = columns.heads[verb] == root and columns.words[verb - 1] != ","
    if not is_noun or is_outermost or not _rises_or_falls(columns, verb):
        return None
    has_verb = any(columns.deps[child] in _OF_CLAUSE for child in columns.children[root])
    return None if has_verb else root


def _rises_or_falls(columns: TokenColumns, verb: int) -> bool:
    """Whether a verb tells by how much something rose or fell, which no caption does ("Photograph of a house
    damaged in May", "London, home of the club founded in 1886").
    """
    if columns.lowers[verb] not in _UP and columns.lowers[verb] not in _DOWN:
        return False
    return any(tag in _OF_SIZE for tag in columns.tags[verb + 1 : verb + 1 + _FARTHEST_SIZE])


_OF_SIZE = frozenset({"CD", "$"})
_FARTHEST_SIZE = 3
"""How many words behind its verb a size stands: "increased by about 3%"."""


def end_of_subject(columns: TokenColumns, noun: int, verb: int) -> int:
    """Where the subject of such a verb ends: before an insertion in commas, or at the verb."""
    is_inserted = columns.words[verb - 1] == ","
    return next((i for i in range(noun + 1, verb) if is_inserted and columns.words[i] == ","), verb)
