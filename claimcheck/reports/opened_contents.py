"""The reach of what is said, by the order of the words alone: from "that" to the end of the sentence.

A parser breaks a long content in two: "said on Tuesday that in April 2013 [median pay was £517], with 40
firms below", and hangs the other parts on the verb of saying, as if they told how it was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.reports.reporting_cues import entry_at
from claimcheck.tagging.penn_tags import FINITE
from claimcheck.tagging.texts import token_from

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_HEARER_AND_TIME = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "DT", "JJ", "CD", "POS", "IN", "RB", "FW", "HYPH"}
)
_LONGEST_TO_THAT = 12
"""Tokens of a hearer, a time and a place between a verb and its "that"."""
_OCCASIONS = WordSet("reports/occasion")
_TELLING_OF_NOUNS = frozenset({"which", "who", "whose", "where", "when"})
_PARTING = frozenset({";", ":", "(", ")", "—", "–", "[", "]"})


def that_before(verb: Token, first: int, clause: Token) -> Token | None:
    """The "that" behind a verb which a clause begins with, whatever a parser makes of the words between them:
    "said on Tuesday that in April 2013 it was".
    """
    that = that_after(verb, first, clause.i)
    if that is None:
        return None
    between = verb.doc[that.i : clause.left_edge.i]
    return that if FINITE.isdisjoint(token.tag_ for token in between) else None


def that_after(verb: Token, first: int, stop: int) -> Token | None:
    """The "that" which opens what a verb says, behind nothing but a hearer, a time and a place: "told the
    court on Monday that".
    """
    doc = verb.doc
    for place in range(first, min(stop, first + _LONGEST_TO_THAT)):
        token = doc[place]
        if token.lower_ == "that":
            return token if token.tag_ in ("IN", "DT") and _opens(doc, place, first) else None
        if token.tag_ not in _HEARER_AND_TIME:
            return None
    return None


def _opens(doc: Doc, place: int, first: int) -> bool:
    """Whether "that" is no pointing word: "in that year", "said that figure fell"."""
    if doc[place].tag_ == "IN":
        return True
    following = doc[place + 1].tag_ if place + 1 < len(doc) else ""
    return following in ("IN", "DT", "PRP", "PRP$") and (place == first or doc[place - 1].tag_ != "IN")


def end_with_rest(verb: Token, end: int, *, opened: bool) -> int:
    """The end of a content with the last phrase of its sentence, which a parser hung on the verb of saying:
    "said that it is the main town, [with 40,000 people]"; where "that" opened it, also with another
    statement: "said that 40 came, [and a third of them paid]". Not the occasion: ", in a letter to
    the mayor", and no clause that the one of the verb leads to: "If you think it is cold, close the door".
    """
    doc = verb.doc
    first = token_from(doc, end)
    sentence = verb.sent
    is_of_later = verb.dep_ == "advcl" and verb.head.i > first
    if is_of_later or first >= sentence.end or first <= verb.i:
        return end
    rest = doc[first : sentence.end]
    while len(rest) and (rest[-1].is_punct or rest[-1].is_space):
        rest = rest[:-1]
    if len(rest) < _SHORTEST_REST or rest[0].text != "," or not _goes_on(rest[1:], opened=opened):
        return end
    last = rest[-1]
    return int(last.idx + len(last))


_SHORTEST_REST = 3  # tokens: a comma and a phrase


def _goes_on(rest: Span, *, opened: bool) -> bool:
    """Whether words behind a comma only tell more of what stands before it."""
    opening = rest[0].lower_
    if any(token.is_quote or token.text in _PARTING for token in rest):
        return False
    if any(entry_at(token) is not None and token.tag_ != "NN" for token in rest):
        return False
    if any(token.lower_ in _OCCASIONS for token in rest):
        return False
    if opening in _TELLING_OF_NOUNS:
        return True
    if opening == "and":
        return opened and rest[1].pos_ in _OPENING_STATEMENT and any(token.tag_ in FINITE for token in rest)
    is_deed = rest[0].tag_ == "VBG" and rest[0].dep_ != "case"  # "including" tells of what stands before it
    return not is_deed and rest[0].tag_ != "CC" and FINITE.isdisjoint(token.tag_ for token in rest)


_OPENING_STATEMENT = frozenset({"DET", "NOUN", "PROPN", "NUM", "ADJ"})
