"""Trees mended where a phrase with a preposition opens a clause: "According to Ann Lee, Joan Roe is a judge".

Where two names stand beside the comma, a parser may take the first for the subject and the second for its
apposition or the next of a list. What a preposition leads is no subject: the noun behind the comma is. So it
is where a clause opens with a participle ("Born in Oslo, Ann Lee is a judge") and its verb has no subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimcheck.tagging.penn_tags import FINITE, NOUN_TAGS, PROPER_TAGS
from claimcheck.tagging.tree_columns import HELPING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimcheck.tagging.tree_columns import TreeColumns

_SUBJECTS = ("nsubj", "nsubj:pass")
_BESIDE = frozenset({"appos", "conj", "flat"})
_INDEFINITE = frozenset({"a", "an"})


def mend_opening_phrases(tree: TreeColumns) -> None:
    """Let phrases that open a sentence hang on its verb, and the noun behind their comma be the subject, in
    place.
    """
    led = tree.have("case") & tree.have(*_SUBJECTS)[tree.heads] & (tree.heads > tree.places)
    is_mended = False
    for place in np.flatnonzero(led):
        is_mended |= _mend(tree, tree.doc[int(place)])
    joined = tree.have("conj", "appos", "flat") & (tree.heads < tree.places)
    for place in np.flatnonzero(joined):
        is_mended |= _mend_joined(tree, tree.doc[int(place)])
    if is_mended:
        tree.write()


def _mend_joined(tree: TreeColumns, name: Token) -> bool:
    """Write the head anew where a name behind the comma of an opening is taken for one more of its names, and
    the verb right behind it has no subject; whether it was.
    """
    first, end = name.left_edge.i, name.right_edge.i + 1
    comma = first if name.doc[first].text == "," else first - 1
    if name.tag_ not in PROPER_TAGS or comma < 1 or end >= len(name.doc) or name.doc[comma].text != ",":
        return False
    verb = name.doc[end]
    verb = verb.head if verb.dep_ in HELPING else verb
    opening = name.head
    while opening.head.i not in (opening.i, verb.i):
        opening = opening.head
    if opening.head.i != verb.i or opening.i == verb.i or opening.left_edge.is_sent_start is not True:
        return False
    is_taken = opening.tag_ in _PARTICIPLES and opening.dep_ in _GOVERNED  # "Weighing 3 tonnes, Orbit is"
    governed = (child for child in verb.lefts if child.dep_ in _GOVERNED)
    if name.doc[end].tag_ not in FINITE or any(child.i != opening.i or not is_taken for child in governed):
        return False
    tree.hang(name.i, verb.i, opening.dep_ if is_taken else "nsubj")
    if is_taken:
        tree.hang(opening.i, verb.i, "advcl")
    tree.hang(comma, verb.i)
    return True


_PARTICIPLES = frozenset({"VBG", "VBN"})
_GOVERNED = frozenset({"nsubj", "nsubj:pass", "csubj", "expl", "mark", "cc"})


def _mend(tree: TreeColumns, lead: Token) -> bool:
    """Write the heads anew where a phrase is taken for the subject; whether it was."""
    led = lead.head
    if not (lead.is_sent_start or lead.i == 0) or led.head.i < led.i or led.tag_ not in PROPER_TAGS:
        return False  # "About a quarter of the staff, 40 people, left"
    comma = next((token.i for token in led.doc[led.i : led.head.i] if token.text == ","), None)
    if comma is None:
        return False
    beside = [child for child in led.rights if child.i > comma and child.dep_ in _BESIDE]
    while len(beside) > 1 and _is_told_of_first(beside[0]):
        beside.pop(0)
    if not beside or beside[0].tag_ not in NOUN_TAGS or _is_told_of_first(beside[0]):
        return False
    parts = [child for child in beside if child.dep_ == "flat"]
    subject = parts[-1] if parts else beside[0]
    tree.hang(subject.i, led.head.i, led.dep_)
    tree.hang(led.i, led.head.i, "obl")
    for child in led.rights:
        if child.i >= beside[0].left_edge.i and child.i != subject.i:
            tree.hang(child.i, subject.i, "compound" if parts else None)
    return True


def _is_told_of_first(noun: Token) -> bool:
    """Whether commas on both sides close a noun with an article off: "According to Jan Kemp, a lawyer,"."""
    following = noun.right_edge.i + 1
    is_closed = following < len(noun.doc) and noun.doc[following].text == ","
    return is_closed and any(word.lower_ in _INDEFINITE for word in noun.lefts)
