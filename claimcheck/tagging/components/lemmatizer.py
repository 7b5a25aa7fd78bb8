"""spaCy's English lemmatizer, asked once for each word and not for each token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import LEMMA, MORPH, ORTH, POS
from spacy.lang.en.lemmatizer import EnglishLemmatizer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MAX_WORDS = 50_000
"""So many lemmas are kept, some 10 MB; then they are looked for anew."""


class WordLemmatizer(EnglishLemmatizer):
    """An `EnglishLemmatizer`: a lemma depends on the form of a word, its part of speech and its features."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._lemmas: dict[tuple[int, ...], str] = {}
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
        column: list[int] = []
        numbers: dict[tuple[int, ...], int] = {}
        # Three lists are put together in a fifth of the time that a list for each token takes
        for place, word in enumerate(zip(*doc.to_array([ORTH, POS, MORPH]).T.tolist(), strict=True)):
            number = numbers.get(word)
            if number is None:
                lemma = self._lemmas.get(word)
                if lemma is None:
                    lemma = self._lemmas[word] = self.lemmatize(doc[place])[0]
                # Each time: the store of strings forgets those of a memory zone
                number = numbers[word] = self.vocab.strings.add(lemma)
            column.append(number)
        if column:
            doc.from_array([LEMMA], np.array(column, dtype=np.uint64))  # type: ignore[arg-type]  # one column
        return doc
