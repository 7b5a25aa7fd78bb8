"""What is known of a word by its spelling alone, remembered from one text to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Knowledge = TypeVar("Knowledge")

# A few megabytes: a long article has some 2,000 spellings, a million words of news some 40,000.
MOST_WORDS = 30_000
LONGEST_WORD = 30


class WordMemory(dict[str, Knowledge]):
    """Maps a word to what `read` says of it, which is asked once for each spelling.

    Most words of a text were met before, so `memory[word]` mostly is no more than a look-up. It is bounded:
    a full memory is emptied, and words of great length are read anew each time.

    >>> lengths = WordMemory(len)
    >>> lengths["mill"], dict(lengths)
    (4, {'mill': 4})
    """

    def __init__(self, read: Callable[[str], Knowledge]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> Knowledge:
        known = self._read(word)
        if len(word) <= LONGEST_WORD:
            if len(self) >= MOST_WORDS:
                self.clear()
            self[word] = known
        return known
