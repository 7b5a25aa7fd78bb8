"""Trees mended where a date opens a clause and no comma parts it from the subject: "In 2019 sales rose".

A parser trained on text that has the comma takes such a year for a part of the noun behind it, and the noun
for the adjunct: "In 2019 sales" rose, and nothing is said to have. A finite verb has a subject, so where a
verb has none and the noun before it is led by a preposition and a date, the date alone is the adjunct.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimcheck.lexicons.quantities import load_month_names
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, NOUN_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from claimcheck.tagging.tree_columns import TreeColumns

_WEEKDAYS = WordSet("common/weekday")
_PARTS = WordSet("common/part_of_time")
_POINTING = WordSet("common/pointing_at_time")
_STRETCHES = WordSet("common/stretch_of_time")
_TERMS = WordSet("common/terms_of_a_year")
_LEADING = ("case", "mark")
_ADJUNCTS = frozenset({"obl", "obl:unmarked", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl"})
_CLOSING = frozenset({",", ";", ":", "(", ")", "—", "–"})
_DAYS = 31
_YEARS = range(1000, 2101)
_LONGEST_DATE = 4  # tokens: "early 3 May 2019"


class _Opening(NamedTuple):
    """A date that opens a clause, and the noun and the verb behind it, as places of tokens.

    Attributes:
        lead: the preposition, None before "last year".
        first, end: the date, half-open.
        head: the word of the date that the others hang on.
        noun, verb: the subject that the verb lacks, and the verb.
    """

    lead: int | None
    first: int
    end: int
    head: int
    noun: int
    verb: int


def mend_opening_dates(tree: TreeColumns) -> None:
    """Let dates that open a clause hang on its verb, and the noun behind them be its subject, in place.

    Only where the verb is finite and has no other subject.
    """
    if len(tree.doc) < _LONGEST_DATE:
        return
    openings = list(_openings(tree))
    for opening in openings:
        _hang_anew(tree, opening)
    if openings:
        tree.write()


def _openings(tree: TreeColumns) -> Iterator[_Opening]:
    # "In" of "In 2019 sales" hangs on a word that does not follow it
    for place in np.flatnonzero(tree.have(*_LEADING) & (tree.heads > tree.places + 1)):
        yield from _led_by(tree.doc[int(place)])
    # "year" of "Last year sales" is taken for a part of the noun behind it
    for place in np.flatnonzero(tree.have("compound")[1:] & (tree.heads[:-1] == tree.places[1:])):
        yield from _pointed_at(tree.doc[int(place)])


def _led_by(lead: Token) -> Iterator[_Opening]:
    """The date behind a preposition that opens a clause: "In 2019 sales rose", "and in May sales fell"."""
    doc, first = lead.doc, lead.i + 1
    end = _end_of_date(doc, first)
    if end is None or not _opens_clause(lead) or _goes_on(doc, end):
        return
    # "Since 2019 prices have risen": the date alone hangs on the noun
    noun = doc[first].head if "mark" in (lead.head.dep_, lead.dep_) else lead.head
    verb = _verb_lacking(noun, end)
    if verb is not None and all(word.head.i in (noun.i, *range(lead.i, end)) for word in doc[first:end]):
        named = (word.i for word in doc[first:end] if word.is_alpha and word.is_title)
        yield _Opening(lead.i, first, end, next(named, end - 1), noun.i, verb.i)


def _pointed_at(pointing: Token) -> Iterator[_Opening]:
    """The stretch of time that opens a clause: "Last year sales rose"."""
    stretch = pointing.nbor()
    if pointing.lower_ not in _POINTING or stretch.lower_ not in _STRETCHES or not _opens_clause(pointing):
        return
    verb = _verb_lacking(stretch.head, stretch.i + 1)
    if verb is not None:
        yield _Opening(None, pointing.i, stretch.i + 1, stretch.i, stretch.head.i, verb.i)


def _end_of_date(doc: Doc, start: int) -> int | None:
    """Behind the last token of the date that begins at `start`, if it names a year, a month or a day."""
    place, names_time = start, False
    while place < min(len(doc), start + _LONGEST_DATE):
        word = doc[place].lower_
        is_year = word.isdecimal() and len(word) == len("2019") and int(word) in _YEARS
        is_name = (word in load_month_names() or word in _WEEKDAYS) and doc[place].is_title
        is_day = word.isdecimal() and int(word) <= _DAYS and _is_beside_month(doc, place)
        if not (is_year or is_name or is_day or (word in _PARTS and not names_time)):
            break
        names_time |= is_year or is_name
        place += 1
    return place if names_time and place < len(doc) else None


def _is_beside_month(doc: Doc, place: int) -> bool:
    beside = doc[max(place - 1, 0) : place + 2]
    return any(word.lower_ in load_month_names() for word in beside)


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a date is a part of what follows: of a name of several words, "On Monday Night Football", or of
    what prices are told in, "In 2010 terms".
    """
    if doc[end].lower_ in _TERMS:
        return True
    is_year = doc[end - 1].is_digit
    return not is_year and all(word.is_title for word in doc[end : end + 2])


def _opens_clause(token: Token) -> bool:
    """Whether a sentence or a clause begins here: "..., and in 2022 sales fell"."""
    if token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    return before.text in _CLOSING or before.tag_ == "CC" or before.is_quote


def _verb_lacking(noun: Token, end: int) -> Token | None:
    """The finite verb behind a date and a noun that has no subject, or has the noun as one."""
    if noun.i < end or noun.tag_ not in NOUN_TAGS:
        return None
    verb: Token | None = noun.head
    if noun.dep_ == "ROOT":
        verbs = [child for child in noun.rights if child.dep_ == "acl" and child.tag_ in FINITE]
        verb = verbs[0] if len(verbs) == 1 else None
    elif noun.dep_ not in _ADJUNCTS | _SUBJECTS:
        return None
    if verb is None or verb.i <= noun.i or any(word.text in _CLOSING for word in noun.doc[end : verb.i]):
        return None
    is_finite = verb.tag_ in FINITE or any(
        child.tag_ in FINITE for child in verb.lefts if child.dep_ in ("aux", "aux:pass", "cop")
    )
    subjects = [child.i for child in verb.children if child.dep_ in _SUBJECTS]
    return verb if is_finite and subjects in ([], [noun.i]) else None


def _hang_anew(tree: TreeColumns, opening: _Opening) -> None:
    """Write heads and relations of what an opening holds into the columns of a tree."""
    noun, verb = tree.doc[opening.noun], tree.doc[opening.verb]
    if noun.dep_ == "ROOT":
        tree.hang(verb.i, verb.i, "ROOT")
        for child in noun.rights:
            if child.i > verb.i:
                tree.hang(child.i, verb.i)
    if noun.dep_ not in _SUBJECTS:
        is_passive = any(child.dep_ == "aux:pass" for child in verb.children)
        tree.hang(noun.i, verb.i, "nsubj:pass" if is_passive else "nsubj")
    tree.hang(opening.head, verb.i, "obl" if opening.lead is not None else "obl:unmarked")
    for place in range(opening.first, opening.end):
        if place != opening.head:
            tree.hang(place, opening.head)
    if opening.lead is not None:
        tree.hang(opening.lead, opening.head, "case")
