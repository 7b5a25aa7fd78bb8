"""The way from the words of a claim up to the root of their sentence, and what closes it to a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.reporting_subjects import SUBJECTS
from claimcheck.tagging.penn_tags import FINITE, INFLECTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.grammar.columns import TokenColumns

_OF_MISREAD_CLAUSES = frozenset({"obl", "nmod", "dep"})
"""What a parser makes of a clause with "be": "will resign, as Acme is a firm of 40 men"."""
_CLOSED_TO_NEGATION = SUBJECTS | {"ccomp", "advcl", "parataxis", "acl:relcl", "acl", "appos"}
_CLOSED_TO_HEDGES = frozenset({"acl:relcl", "parataxis", "appos", "advcl"})
_OWN_CLAUSE = frozenset({"aux", "cop", "aux:pass"})


class Path:
    """The way from the `root` of a claim's words, whose last is `last`, up to the root of the sentence."""

    def __init__(self, columns: TokenColumns, root: int, last: int) -> None:
        self.columns = columns
        self.root = root
        self.last = last
        self.order = [root]
        token = root
        while columns.heads[token] != token:
            token = columns.heads[token]
            self.order.append(token)
        self._place = {token: place for place, token in enumerate(self.order)}

    def below(self, top: int) -> list[int]:
        """The words on the way from the claim up to `top`, without `top`."""
        return self.order[: self._place[top]]

    def __contains__(self, token: int) -> bool:
        return token in self._place


def stands_in_clause_behind(columns: TokenColumns, word: int, path: Path, openers: WordSet) -> bool:
    """Whether a claim stands in a clause that begins behind a cue and goes on beside that of the cue, by the
    words, where a parser takes its first phrase for a part of it: "wants to go because in 2016 it cut posts".
    """
    claim = path.root
    for opener in range(word + 1, claim):
        if columns.lowers[opener] not in openers:
            continue
        is_set_off = columns.lowers[opener - 1] == ","
        if columns.lowers[opener] in _LED_BEHIND_COMMA and not is_set_off:
            continue
        head = columns.heads[opener]
        if not (head in path or claim < head):
            continue
        if _has_verb_of_its_own(columns, opener, openers):
            return True
    return False


_LED_BEHIND_COMMA = frozenset({"as", "and"})


def _has_verb_of_its_own(columns: TokenColumns, opener: int, openers: WordSet) -> bool:
    """Whether a finite verb follows in the clause that a word opens, and not in one that tells of a noun, nor
    in the next one: ", and Fedora, and it seemed", ", and 121 counties that include", ", as well as".
    """
    for token in range(opener + 1, len(columns.lowers)):
        lower = columns.lowers[token]
        if lower in STOPS or (lower in openers and columns.lowers[token - 1] == ","):
            return False
        if lower == "well" and token == opener + 1:
            return False
        if columns.tags[token] in FINITE and columns.tags[token - 1] not in _RELATIVE_TAGS:
            return True
    return False


_RELATIVE_TAGS = frozenset({"WDT", "WP"})
STOPS = frozenset({".", "!", "?", ";"})


def is_any_closed(columns: TokenColumns, way: Iterable[int], *, negates: bool) -> bool:
    """Whether a cue above some words does not reach what is below one of them."""
    return any(_is_closed(columns, token, negates=negates) for token in way)


def _is_closed(columns: TokenColumns, token: int, *, negates: bool) -> bool:
    relation = columns.deps[token]
    if relation in _OF_MISREAD_CLAUSES and columns.has_child(token, "cop"):
        return any(columns.deps[child] in SUBJECTS for child in columns.lefts(token))
    if (
        relation == "advcl" and not negates
    ):  # "to fall, beginning in May": a clause without a subject shares it
        return columns.tags[token] not in ("VBG", "VBN") or any(
            columns.deps[child] in SUBJECTS for child in columns.children[token]
        )
    return relation in (_CLOSED_TO_NEGATION if negates else _CLOSED_TO_HEDGES)


def is_other_conjunct(top: int, path: Path, word: int) -> bool:
    """Whether the claim stands in a later clause that is joined to that of the cue and has a verb of its own.

    "It may not scale and has 5 wheels": the auxiliary belongs to the first clause alone. Conjuncts that are
    bare verbs or phrases share it: "may close in May or reopen in 2030".
    """
    columns = path.columns
    for token in path.below(top):
        if columns.deps[token] != "conj":
            continue
        if columns.tags[token] in INFLECTED or any(
            columns.deps[child] in SUBJECTS or columns.deps[child] in _OWN_CLAUSE
            for child in columns.children[token]
        ):
            return word < token
    return False


def is_definite(columns: TokenColumns, noun: int) -> bool:
    """Whether a noun is one that the reader knows: "the 40 families"."""
    return any(columns.lowers[child] in DEFINITE for child in columns.lefts(noun))


DEFINITE = WordSet("common/definite")
