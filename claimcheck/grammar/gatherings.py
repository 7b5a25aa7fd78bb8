"""The whole that a participle behind its parts tells of: the series of "a series of tablets made by Acme".

A tree hangs the participle on the noun beside it. What is made is the series, and what somebody
brought out is the report where its part is a person, a body or a place: the nurses of "a survey of nurses
published in May" are not published, the papers of "a review of papers published in May" are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.grammar.named_phrases import PARTIES
from claimcheck.grammar.noun_labels import is_person_noun, label_of_noun
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns

_GATHERINGS = WordSet("grammar/gathering")
_MAKING = WordSet("grammar/making_of_products")
_DOCUMENTS = WordSet("grammar/document")
_BRINGING_OUT = WordSet("grammar/bringing_out")
_OF_DOCUMENTS = WordSet("grammar/of_document")
_BROUGHT_OUT = WordSet("grammar/brought_out")
_PARTICIPLES = frozenset({"VBN", "VBD"})


def is_of_whole(columns: TokenColumns, whole: int, preposition: int, part: int, verb: int) -> bool:
    """Whether a participle behind the noun `part` is of `whole`, which a preposition joins the part to."""
    if columns.tags[verb] not in _PARTICIPLES:
        return False
    told, noun = columns.lowers[verb], columns.lowers[part]
    if columns.lowers[whole] in _GATHERINGS:
        return told in _MAKING and columns.lowers[preposition] == "of" and not _is_person_or_body(noun)
    if told not in _BRINGING_OUT or columns.lowers[preposition] not in _OF_DOCUMENTS:
        return False
    if columns.lowers[whole] not in _DOCUMENTS or noun in _BROUGHT_OUT:
        return False
    return _is_person_or_body(noun)


def _is_person_or_body(noun: str) -> bool:
    """Whether a noun, of one or of several, is one for a person, a body or a place."""
    single = noun.removesuffix("s")
    if noun in _PEOPLE or is_person_noun(noun) or is_person_noun(single):
        return True
    return label_of_noun(noun) in PARTIES or label_of_noun(single) in PARTIES


_PEOPLE = WordSet("grammar/surveyed")
