"""Trees mended where a noun for a firm behind "to" was taken for a verb: "was sold to retailer Acme".

No verb is written so ("to insurer"), but "to" and a bare word look like an infinitive to a parser, and the
name like its object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import NOUN_TAGS, PROPER_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FIRMS = WordSet("names/introducing_firm")
_MAKER = "maker"


def mend_nouns_after_to(doc: Doc) -> None:
    """Let such nouns be parts of the name behind them, and "to" its preposition, in place."""
    if len(doc) < 4:
        return
    tags = doc.to_array(["TAG"])
    strings = doc.vocab.strings
    for place in np.flatnonzero((tags[:-2] == strings["TO"]) & (tags[1:-1] == strings["VB"])):
        _mend(doc[int(place) + 1])


def _mend(noun: Token) -> None:
    word = noun.lower_
    is_firm = word in _FIRMS or (word.endswith(_MAKER) and word != _MAKER)
    if not is_firm or noun.nbor().tag_ not in PROPER_TAGS:
        return
    name = next((child for child in noun.rights if child.left_edge.i == noun.i + 1), None)
    if name is None or name.tag_ not in NOUN_TAGS or noun.head.i >= noun.i:
        return
    to, head = noun.nbor(-1), noun.head
    name.head, name.dep_ = head, "nmod" if head.pos_ in ("NOUN", "PROPN") else "obl"
    for child in list(noun.children):
        if child.i != to.i:
            child.head = name if child.i < name.i else head
    to.head, to.dep_, to.tag_, to.pos_ = name, "case", "IN", "ADP"
    noun.head, noun.dep_, noun.tag_, noun.pos_ = name, "compound", "NN", "NOUN"
