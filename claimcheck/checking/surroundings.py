"""What stands around a figure or a date, and how alike that is in two texts."""

from __future__ import annotations

from claimcheck.checking.texts import small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, family

WINDOW = 5
"""Content words to either side of a figure that say what it is of."""

RIVAL_MARGIN = 2
"""So many more words must another figure share with the answer than the one with the same value."""


def surroundings(text: str, start: int, end: int) -> list[frozenset[str]]:
    """The content words around and within some characters, each as the words of its family."""
    before = [w for w in words_of(text[max(0, start - 200) : start]) if w not in small_words()][-WINDOW:]
    after = [w for w in words_of(text[end : end + 200]) if w not in small_words()][:WINDOW]
    inside = [w for w in words_of(text[start:end]) if w not in small_words()]
    return [family(word) for word in dict.fromkeys([*before, *inside, *after])]


def likeness(said: list[frozenset[str]], text: str, start: int, end: int) -> int:
    """How many of the words around something in an answer stand around these characters too."""
    before = [w for w in words_of(text[max(0, start - 200) : start]) if w not in small_words()][-WINDOW - 1 :]
    after = [w for w in words_of(text[max(0, start) : end + 200]) if w not in small_words()][: WINDOW + 3]
    around = frozenset().union(*(base_forms(word) for word in (*before, *after)), frozenset())
    return sum(1 for forms in said if not forms.isdisjoint(around))
