"""The whole that a participle behind its parts tells of: the series of "a series of tablets made by Acme".

A tree hangs the participle on the noun beside it. What is made, and what somebody brought out, is the series
or the report: its tablets may be, the nurses of "a survey of nurses published in May" are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns

_GATHERINGS = WordSet("grammar/gathering")
_DOCUMENTS = WordSet("grammar/document")
_BRINGING_OUT = WordSet("grammar/bringing_out")
_OF_DOCUMENTS = WordSet("grammar/of_document")
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})


def is_of_whole(columns: TokenColumns, whole: int, preposition: int, verb: int) -> bool:
    """Whether a participle behind a noun is of `whole`, the noun that a preposition joins the noun to."""
    if columns.tags[verb] not in _PARTICIPLES:
        return False
    if columns.lowers[whole] in _GATHERINGS:
        return columns.lowers[preposition] == "of"
    if columns.lowers[verb] not in _BRINGING_OUT or columns.lowers[preposition] not in _OF_DOCUMENTS:
        return False
    return columns.lowers[whole] in _DOCUMENTS
