"""spaCy's English lemmatizer, asked once for each word and not for each token."""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer

from claimcheck.tagging.components.word_keys import keys_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

MAX_WORDS = 50_000
"""So many lemmas are kept, some 10 MB; then they are looked for anew."""


class WordLemmatizer(EnglishLemmatizer):
    """An `EnglishLemmatizer`: a lemma depends on the form of a word, its part of speech and its features."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._lemmas: dict[int, str] = {}
        self._numbers: dict[int, int] = {}  # of lemmas that the store of strings keeps
        self._base_forms: dict[tuple[int, int], bool] = {}

    def is_base_form(self, token: Token) -> bool:
        """As in spaCy: a matter of the part of speech and the features, of which there are a few hundred."""
        kind = token.pos, token.morph.key  # type: ignore[attr-defined]  # spaCy's types do not have it
        known = self._base_forms.get(kind)
        if known is None:
            known = self._base_forms[kind] = super().is_base_form(token)
        return known

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemmas of a document; one that has some already is left to spaCy."""
        if not self._validated or self.overwrite or doc.has_annotation("LEMMA"):
            return super().__call__(doc)
        if len(self._lemmas) > MAX_WORDS:
            self._lemmas.clear()
            self._numbers.clear()
        features: Any = doc.to_array([ORTH, POS, MORPH])  # its declared type is wrong
        keys = keys_of(features)
        found = map(self._numbers.get, keys.tolist(), repeat(0))
        column = np.fromiter(found, dtype=np.uint64, count=len(keys))
        if not column.all():
            column = self._look_for(doc, keys)
        if len(column):
            doc.from_array([LEMMA], column)  # type: ignore[arg-type]  # one column is enough
        return doc

    def _look_for(self, doc: Doc, keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """The numbers of the lemmas of a document whose words have these keys, not all of which are known."""
        unique, first, places = np.unique(keys, return_index=True, return_inverse=True)
        numbers = self._with_numbers(doc, unique.tolist(), first.tolist())
        column: NDArray[np.uint64] = np.array([numbers[key] for key in unique.tolist()], dtype=np.uint64)
        return column[places]

    def _with_numbers(self, doc: Doc, keys: list[int], places: list[int]) -> dict[int, int]:
        """The numbers of the lemmas of words with these keys, of which one stands at each of the places."""
        known, add = self._numbers, self.vocab.strings.add
        numbers: dict[int, int] = {}
        for place, key in zip(places, keys, strict=True):
            numbers[key] = known[key] if key in known else add(self._lemma(doc, key, place))
        # In a zone strings are forgotten after it
        if not self.vocab.in_memory_zone:  # type: ignore[attr-defined]  # spaCy's types do not have it
            known.update(numbers)
        return numbers

    def _lemma(self, doc: Doc, key: int, place: int) -> str:
        """The lemma of the words with a key, of which one stands at a place."""
        lemma = self._lemmas.get(key)
        if lemma is None:
            lemma = self._lemmas[key] = self.lemmatize(doc[place])[0]
        return lemma
