"""One word hung on another in the columns of a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc


def hang(doc: Doc, tree: Any, place: int, head: int, relation: str | None = None) -> None:
    """Write the head of the token at a place, and its relation if one is given, into the columns `HEAD` (an
    offset) and `DEP` of a tree, an array of shape (tokens, 2).
    """
    tree[place, 0] = (head - place) % 2**64
    if relation is not None:
        tree[place, 1] = doc.vocab.strings.add(relation)
