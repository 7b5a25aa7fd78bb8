"""The heads and relations of a doc as columns, in which trees are looked through and written anew at once."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMES: Final[list[int | str]] = ["HEAD", "DEP"]
HELPING: Final = frozenset({"aux", "aux:pass", "cop"})
"""Relations of the words that help a verb, or a noun, to be what a clause says."""


class TreeColumns:
    """The tree of a doc, of shape (tokens,) each.

    Attributes:
        doc: whose tree it is; what is hung elsewhere reaches it when it is written.
        places: of the tokens.
        heads: the places of their heads.
        relations: to these, as ids of the vocabulary.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        columns: Any = doc.to_array(_NAMES).astype(np.int64)
        self.places = np.arange(len(doc))
        self.heads = self.places + columns[:, 0]
        self.relations = columns[:, 1].astype(np.uint64)

    def have(self, *relations: str) -> Any:
        """Which tokens have one of some relations, as bools."""
        strings = self.doc.vocab.strings
        return reduce(np.logical_or, (self.relations == strings[name] for name in relations))

    def hang(self, place: int, head: int, relation: str | None = None) -> None:
        """Let a token hang on another, by a relation if one is given."""
        self.heads[place] = head
        if relation is not None:
            self.relations[place] = self.doc.vocab.strings.add(relation)

    def write(self) -> None:
        """Write the columns into the doc."""
        offsets = (self.heads - self.places).astype(np.uint64)
        columns: Any = np.stack([offsets, self.relations], axis=1)
        self.doc.from_array(_NAMES, columns)
