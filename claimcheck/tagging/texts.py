"""The text of a spaCy `Doc`, joined at most once, and the token at one of its characters."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LATEST = 2  # the passages at work at one time

_known: deque[tuple[Doc, str]] = deque(maxlen=_LATEST)


def text_of(doc: Doc) -> str:
    """The characters of `doc`. `Doc.text` joins all tokens anew on every call, dear inside a rule."""
    for known, text in tuple(_known):  # a copy: another thread may add one
        if known is doc:
            return text
    return remember_text(doc, doc.text)


def remember_text(doc: Doc, text: str) -> str:
    """Keep the text that `doc` was made from, so that it need not be joined, and return it."""
    _known.append((doc, text))
    return text


def token_from(doc: Doc, offset: int) -> int:
    """Index of the first token that starts at or after a character; the number of tokens where none does."""
    return bisect_left(range(len(doc)), offset, key=lambda index: doc[index].idx)
