"""What stands around a figure or a date, and how alike that is in two texts."""

from __future__ import annotations

from claimcheck.checking.texts import measuring_words, small_words, words_of
from claimcheck.lexicons.word_relations import base_forms, family

WINDOW = 5
"""Content words to either side of a figure that say what it is of."""

RIVAL_MARGIN = 2
"""So many more words must another figure share with the answer than the one with the same value."""


def surroundings(text: str, start: int, end: int) -> list[frozenset[str]]:
    """The content words around and within some characters, each as the words of its family."""
    before = _telling(text[max(0, start - 200) : start])[-WINDOW:]
    after = _telling(text[end : end + 200])[:WINDOW]
    inside = _telling(text[start:end])
    return [family(word) for word in dict.fromkeys([*before, *inside, *after])]


def likeness(said: list[frozenset[str]], text: str, start: int, end: int) -> int:
    """How many of the words around something in an answer stand around these characters too."""
    before = _telling(text[max(0, start - 200) : start].rsplit(";", 1)[-1])[-WINDOW - 1 :]
    after = _telling(text[max(0, start) : end + 200].split(";", 1)[0])[: WINDOW + 3]
    around = frozenset().union(*(base_forms(word) for word in (*before, *after)), frozenset())
    return sum(1 for forms in said if not forms.isdisjoint(around))


def _telling(text: str) -> list[str]:
    """The words of a text that say of what a figure is: no small ones, no digits, no units or scales."""
    return [
        word
        for word in words_of(text)
        if word not in small_words() and word not in measuring_words() and not word[:1].isdigit()
    ]
