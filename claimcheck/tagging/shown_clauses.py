"""Trees mended where the subject of a reported clause was taken for an object: "The chart shows prices fell".

Without "that", a parser may take the subject of the reported clause for the object of the verb before it, and
the clause for a second one of whoever reports. A finite verb has a subject: where it has none and the object
of a verb of showing stands right before it, the object is the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE
from claimcheck.tagging.tree_columns import HELPING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimcheck.tagging.tree_columns import TreeColumns

_EVIDENCE = WordSet("reports/evidence")
_SHOWING = WordSet("reports/showing")
_CLAUSES = frozenset({"advcl", "conj", "ccomp", "parataxis", "dep", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
_PARTING = frozenset({"mark", "cc", "punct"})


def mend_shown_clauses(tree: TreeColumns) -> None:
    """Let such objects be the subjects of the clauses behind them, in place."""
    is_mended = False
    for place in np.flatnonzero(tree.have("obj") & (tree.heads < tree.places)):
        is_mended |= _mend(tree, tree.doc[int(place)])
    if is_mended:
        tree.write()


def _mend(tree: TreeColumns, thing: Token) -> bool:
    """Write the heads anew where an object is the subject of a clause; whether it was."""
    showing = thing.head
    if showing.lower_ not in _SHOWING or not _is_evidence(showing):
        return False
    end, beside = thing.right_edge.i + 1, []
    for child in showing.rights:
        if child.left_edge.i == end and child.dep_ == "obl":
            beside.append(child)  # "found violence | involving injury | had dropped"
            end = child.right_edge.i + 1
    clauses = (child for child in showing.rights if child.i >= end and child.dep_ in _CLAUSES)
    verb = next(clauses, None)
    if verb is None or any(child.dep_ in _SUBJECTS | _PARTING for child in verb.lefts):
        return False
    first = min([verb.i, *(child.i for child in verb.lefts if child.dep_ in HELPING)])
    if first != end or thing.doc[first].tag_ not in FINITE:
        return False
    is_passive = any(child.dep_ == "aux:pass" for child in verb.lefts)
    tree.hang(thing.i, verb.i, "nsubj:pass" if is_passive else "nsubj")
    tree.hang(verb.i, showing.i, "ccomp")
    for child in beside:
        tree.hang(child.i, thing.i, "nmod")
    return True


def _is_evidence(verb: Token) -> bool:
    """Whether the subject of a verb is what shows, and nobody who finds things: "The survey found"."""
    subject = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None)
    return subject is not None and subject.lemma_.lower() in _EVIDENCE
