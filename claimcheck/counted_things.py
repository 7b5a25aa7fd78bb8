"""What numbers count, as the tags and arcs of a sentence have it.

The number layer reads plain text: a counted phrase ends there at the first word that looks like a plural. By
tags it goes on to the noun that this one only describes ("six crew | members", "three State | of the Union
addresses"), to the noun behind several adjectives ("72 domestic | and foreign deals"), and ends before a verb
that looks like a plural ("at least one expert | believes").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.lexicons.quantities import load_unit_words
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE, INFLECTED, NOUN_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

    from claimcheck.quantities.finding import Quantity

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_DESCRIBING_TAGS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX"})
_COMPOUND_TAGS = NOUN_TAGS | {"HYPH"}
_CLAUSE_TAGS = FINITE | {"CD", "PRP", "WDT", "WP"}
_FARTHEST = 6
"""How many words further on a noun may stand that a word describes; longer arcs are often wrong."""


def with_counted_things(quantities: Iterable[Quantity], doc: Doc, text: str) -> Iterator[Quantity]:
    """The quantities of a text, the phrases that they count ending where they do by tags and arcs."""
    is_parsed = doc.has_annotation("DEP")
    for quantity in quantities:
        if is_parsed and quantity.kind == "count" and quantity.of_end == quantity.end:
            yield _settled(quantity, doc, text)
        else:
            yield quantity


def _settled(quantity: Quantity, doc: Doc, text: str) -> Quantity:
    """A count, ending with the noun that it counts."""
    start, end = quantity.of_start, quantity.of_end
    if start is None or end is None or start < quantity.number_end or text[quantity.number_end] == "-":
        return quantity  # "a 12-roll pack" counts rolls
    if text[start:end].lower() in _PARTS_THAT_DESCRIBE:
        return quantity  # "five storey warehouses" counts storeys
    phrase = doc.char_span(start, end)
    if phrase is None:
        return quantity
    is_one = quantity.number == 1
    last = _before_verb(phrase, is_one=is_one) or _described(phrase)
    if last is None:
        return quantity
    end = last.idx + len(last)
    return replace(quantity, end=end, text=text[quantity.start : end], of=text[start:end], of_end=end)


def _before_verb(phrase: Span, *, is_one: bool) -> Token | None:
    """The last word before a verb that was taken for a plural, if its subject stands right before it.

    Several things are no subject in the singular, unless the verb has an object: "31 kickoff returns for 700
    yards", but "1960 Ann Lee beats the champion".
    """
    for verb in phrase[1:]:
        if verb.tag_ in INFLECTED and _is_subject(verb.nbor(-1), verb):
            return verb.nbor(-1) if is_one or any(child.dep_ == "obj" for child in verb.rights) else None
    return None


def _is_subject(noun: Token, verb: Token) -> bool:
    """Whether a word ends the subject of a verb."""
    is_noun = noun.tag_ in NOUN_TAGS
    while noun.dep_ in ("flat", "compound") and noun.head.i < verb.i:
        noun = noun.head
    return is_noun and noun.dep_.startswith("nsubj") and noun.head.i == verb.i


def _described(phrase: Span) -> Token | None:
    """The plural noun further on that the last word of a phrase describes."""
    last = phrase[-1]
    noun = last.head
    if noun.tag_ not in _PLURAL_TAGS or not last.i < noun.i <= last.i + _FARTHEST:
        return None
    if noun.lower_ in load_unit_words():
        return None  # "freed two Kenyans days later"
    if last.tag_ in _PLURAL_TAGS and last.lower_ not in _PLURALS_THAT_DESCRIBE and _is_given_to(phrase):
        return None
    between = _between(last, noun)
    if last.dep_ == "compound" and last.tag_ in NOUN_TAGS:
        is_plain = all(token.tag_ != "IN" for token in phrase)  # not "four epochs of repeated data | yields"
        return noun if is_plain and all(_is_in_compound(token, noun) for token in between) else None
    if last.dep_ == "amod" and all(token.tag_ in _DESCRIBING_TAGS for token in phrase):
        return noun if all(_is_beside(token, noun) for token in between) else None
    return None


def _is_given_to(phrase: Span) -> bool:
    """Whether a phrase is of those who are given what stands behind it: "gave 12 | soldiers | medals"."""
    before = phrase.doc[max(phrase.sent.start, phrase.start - _FROM_GIVING) : phrase.start]
    return any(token.lower_ in _GIVING for token in before)


_PARTS_THAT_DESCRIBE = WordSet("quantities/part_that_describes")
_GIVING = WordSet("count/giving")
_PLURALS_THAT_DESCRIBE = WordSet("count/plural_that_describes")
_FROM_GIVING = 5
"""How many words before what a number counts the verb may stand: "gave each of the 12"."""


def _between(first: Token, last: Token) -> Iterator[Token]:
    return (first.doc[place] for place in range(first.i + 1, last.i))


def _is_in_compound(token: Token, noun: Token) -> bool:
    """Whether a word belongs to a compound that ends with `noun`: "State | of the Union | addresses"."""
    return token.tag_ in _COMPOUND_TAGS or (token.tag_ in ("IN", "DT") and token.head.i < noun.i)


def _is_beside(token: Token, noun: Token) -> bool:
    """Whether a word describes `noun` beside another adjective, or joins the two."""
    return token.tag_ not in _CLAUSE_TAGS and token.head.i <= noun.i
