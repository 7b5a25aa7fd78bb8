"""spaCy's tokenizer, which looks for marks, units and hyphens only where a word is not of plain letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_WORDS = 50_000
"""The tokenizer remembers how it splits so many stretches without a space, some 15 MB. With its own 10,000 it
splits every later one anew, however frequent, which takes longer than all else that it does."""


class WordTokenizer(Tokenizer):  # type: ignore[misc]  # spaCy's is untyped
    """A `Tokenizer` for patterns that find nothing in a word of ASCII letters alone, as those of English do.

    The patterns are a hundred alternatives each, tried at every letter, and most new words are plain.
    """

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **{"max_cache_size": MAX_WORDS, **settings})

    def find_prefix(self, string: str) -> int:
        """Length of the prefix, 0 for none."""
        if string.isalpha() and string.isascii():
            return 0
        length: int = super().find_prefix(string)
        return length

    def find_suffix(self, string: str) -> int:
        """Length of the suffix, 0 for none."""
        if string.isalpha() and string.isascii():
            return 0
        length: int = super().find_suffix(string)
        return length

    def find_infix(self, string: str) -> Sequence[Any]:
        """Matches of what parts a word."""
        if string.isalpha() and string.isascii():
            return ()
        matches: Sequence[Any] = super().find_infix(string)
        return matches
