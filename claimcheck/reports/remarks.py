"""Remarks of who speaks that commas set off: ", the study says,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import INFLECTED

if TYPE_CHECKING:
    from spacy.tokens import Token


def start_of_remark(verb: Token) -> int | None:
    """Where the speaker begins that stands between a comma and a finite verb: ", the study says"."""
    doc, last = verb.doc, verb.i
    if verb.tag_ not in INFLECTED or last < _SHORTEST_REMARK_AT:
        return None
    while doc[last - 1].pos_ in ("ADV", "AUX") and doc[last - 1].lower_ != "not":
        last -= 1
    first = last
    while first > 1 and last - first <= _LONGEST_SET_OFF and doc[first - 1].pos_ in NOMINAL:
        first -= 1
    if first == last or doc[first - 1].text != "," or doc[first].pos_ in ("ADJ", "NUM"):
        return None
    is_speaker = doc[last - 1].pos_ in ("NOUN", "PROPN", "PRON") and doc[first].lower_ not in _NO_SPEAKERS
    return first if is_speaker and first > verb.sent.start + 1 else None


def end_of_remark(verb: Token) -> int | None:
    """The comma that ends a remark with its hearer or time: ", he told the court on Monday,"."""
    doc, last = verb.doc, verb.i + 1
    while last + 1 < len(doc) and last - verb.i <= _LONGEST_REST and doc[last].pos_ in _OF_RESTS:
        last += 1
    return last if last + 1 < len(doc) and doc[last].text == "," else None


_SHORTEST_REMARK_AT = 3  # tokens: something is said before "he said"
_LONGEST_SET_OFF = 5  # tokens of a speaker between commas
_LONGEST_REST = 6  # tokens of a hearer or a time
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_OF_RESTS = frozenset({"ADV", "ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM"})
_NO_SPEAKERS = WordSet("reports/no_speaker")
