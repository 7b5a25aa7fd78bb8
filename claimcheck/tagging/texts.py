"""The text of a spaCy `Doc`, joined once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@lru_cache(maxsize=2)  # the passages at work at one time
def text_of(doc: Doc) -> str:
    """The characters of `doc`. `Doc.text` joins all tokens anew on every call, dear inside a rule."""
    text: str = doc.text
    return text
