"""Trees mended where a stretch of time behind a noun was taken for a subject: "The gas sold each year pays".

"Each year" right behind a noun, where the verb has a subject or the noun can be one, only tells when.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import NOUN_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claimcheck.tagging.tree_columns import TreeColumns

_SPANS = WordSet("common/time_span")
_OPENING = WordSet("grammar/before_time_span")
_SUBJECTS = ("nsubj", "nsubj:pass")


def mend_times_as_subjects(tree: TreeColumns) -> None:
    """Let such stretches of time hang on the verb or on the noun before them, in place."""
    is_mended = False
    for place in np.flatnonzero(tree.have(*_SUBJECTS) & (tree.heads > tree.places)):
        is_mended |= _mend(tree, tree.doc[int(place)])
    if is_mended:
        tree.write()


def _mend(tree: TreeColumns, time: Token) -> bool:
    """Write the head anew where a stretch of time was taken for a subject; whether it was."""
    if time.lower_ not in _SPANS or time.i < 2 or time.nbor(-1).lower_ not in _OPENING:
        return False
    before = time.nbor(-2)
    if time.nbor(-1).is_sent_start or before.tag_ not in NOUN_TAGS:
        return False
    if any(child.dep_ in _SUBJECTS and child.i < time.i for child in time.head.lefts):
        tree.hang(time.i, time.head.i, "obl:unmarked")
    elif before.dep_ == "obj" and before.head.i < before.i:
        tree.hang(time.i, before.i, "nmod:unmarked")
    else:
        return False
    return True
