"""A tagged stretch of a `Doc` laid over the characters that are read: without marks, in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

_WORD = re.compile(r"\S+")


class _Laid(NamedTuple):
    """A token of the new doc: what it is of, if it is no white space, and whether it is the first of that."""

    text: str
    has_space: bool
    token: Token | None
    is_first: bool = True


def relaid(span: Span, text: str, stretches: Sequence[tuple[int, int]]) -> Doc:
    """The annotation of the tokens of a span over another text; what depends on a mark goes on to its head.

    Args:
        span: whole sentences of a doc.
        text: the characters that are read of it.
        stretches: where in `text` each token of the span stands; empty for marks.
    """
    laid = list(_laid(span, text, stretches))
    doc = span.doc
    given: dict[str, Any] = {}
    if doc.has_annotation("TAG"):
        given["tags"] = [one.token.tag_ if one.token else "_SP" for one in laid]
    if doc.has_annotation("POS"):
        given["pos"] = [one.token.pos_ if one.token else "SPACE" for one in laid]
    if doc.has_annotation("LEMMA"):
        given["lemmas"] = [one.token.lemma_ if one.token and one.is_first else one.text for one in laid]
    if doc.has_annotation("MORPH"):
        given["morphs"] = [str(one.token.morph) if one.token else "" for one in laid]
    if doc.has_annotation("DEP"):
        given["heads"], given["deps"] = _tree(laid, span)
    elif doc.has_annotation("SENT_START"):
        given["sent_starts"] = _sentence_starts(laid, span)
    if doc.has_annotation("ENT_IOB"):
        given["ents"] = list(_entities(laid))
    return Doc(doc.vocab, [one.text for one in laid], [one.has_space for one in laid], **given)


def _laid(span: Span, text: str, stretches: Sequence[tuple[int, int]]) -> Iterator[_Laid]:
    """The tokens of the text; a blank belongs to the one before it, other white space is a token."""
    words = [
        (start + word.start(), start + word.end(), token)
        for token, (start, end) in zip(span, stretches, strict=True)
        for word in _WORD.finditer(text[start:end])
    ]
    if not words or words[0][0] > 0:
        yield _Laid(text[: words[0][0]] if words else text, False, None)
    last = None
    for index, (start, end, token) in enumerate(words):
        following = words[index + 1][0] if index + 1 < len(words) else len(text)
        has_space = text.startswith(" ", end)
        yield _Laid(text[start:end], has_space, token, token is not last)
        if end + has_space < following:
            yield _Laid(text[end + has_space : following], False, None)
        last = token


def _tree(laid: Sequence[_Laid], span: Span) -> tuple[list[int], list[str]]:
    """Heads and relations; where a mark was the root, the first word below it is."""
    places = {one.token.i: place for place, one in enumerate(laid) if one.token and one.is_first}
    roots: dict[int, int] = {}
    heads, deps = [], []
    for place, one in enumerate(laid):
        if one.token is None or not one.is_first:
            heads.append(max(place - 1, 0))
            deps.append("dep")
            continue
        above = one.token.head
        while above.i not in places and above.head.i != above.i:
            above = above.head
        if span.start <= above.i < span.end and above.i in places:
            head = places[above.i]
        else:
            head = roots.setdefault(above.i, place)
        heads.append(head)
        deps.append("ROOT" if head == place else one.token.dep_)
    return heads, deps


def _sentence_starts(laid: Sequence[_Laid], span: Span) -> list[bool]:
    """Whether a sentence starts with a token, or with a mark before it."""
    starts, position = [], span.start
    for one in laid:
        is_start = False
        if one.token is not None and one.is_first:
            is_start = any(token.is_sent_start for token in span.doc[position : one.token.i + 1])
            position = one.token.i + 1
        starts.append(is_start)
    return starts


def _entities(laid: Sequence[_Laid]) -> Iterator[str]:
    before = ""
    for one in laid:
        label = one.token.ent_type_ if one.token else ""
        if not label:
            yield "O"
        elif label == before and one.token and (one.token.ent_iob_ == "I" or not one.is_first):
            yield f"I-{label}"
        else:
            yield f"B-{label}"
        before = label
