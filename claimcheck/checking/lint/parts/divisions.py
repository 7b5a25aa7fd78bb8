"""Whether the parts of a list surely leave each other out: each is in a place, a month or on a side of its own.

"38 in daylight and 33 after dark" divides accidents once; "38 in towns and 33 in the rain" divides them twice, and
some may be both. So only names of places of one class, and words of one set known to exclude each other, count.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.checking.texts import words_of
from claimcheck.lexicons import load_pairs
from claimcheck.lexicons.word_relations import base_forms
from claimcheck.lexicons.word_sets import WordPattern, WordSet, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.checking.lint.figures import Figure, FigureSentence

_ITEM = WordPattern(
    r"^(?: (?:<lint/is_there>))?(?: (?:<lint/part_placed>|<lint/divided_where>))? (?:the )?(?P<what>[^\W\d_][\w' -]*)$"
)
"""What one part is told by, behind its figure: "stand in Belgium", "after dark"."""

_ITEM_END = re.compile(r"[.;:,()–—]|$")
_BEFORE_NEXT = WordPattern(r"(?:,|;)?(?: and)?(?: the)?(?: (?:<lint/left_over>))?(?: (?:<lint/near>))*\s*$")
_CLASSES = {"country": "country", "city": "city", "capital": "city"}
_MOST_WORDS = 2
_APART, _APART_IN_TIME = WordSet("lint/apart"), WordSet("lint/apart_in_time")
_HAPPENING = WordSet("lint/happening")
"""What happens once: an accident in winter is none in summer, a member by day may be one by night."""


def are_of_one_division(sentence: FigureSentence, parts: Sequence[Figure], thing: str) -> bool:
    """Whether the items of a list, each behind its figure, are of one dimension and surely exclude each other.

    `thing` is what the whole is of, from its noun on.
    """
    items = [found["what"] for item in _items(sentence, parts) if (found := _ITEM.match(item)) is not None]
    if len(items) < max(len(parts), 2) or len(set(items)) < len(items):
        return False
    happens = any(not base_forms(word).isdisjoint(_HAPPENING.words()) for word in words_of(thing)[:2])
    return _are_of_one_class(items) or any(
        _are_of_one_set(items, frozenset(words)) for words in _exclusive_words(in_time=happens)
    )


def _items(sentence: FigureSentence, parts: Sequence[Figure]) -> Iterator[str]:
    """The words behind each figure, as they are written, up to the next one or to a mark."""
    for part, following in zip(parts, (*parts[1:], None), strict=True):
        if following is not None:
            yield _BEFORE_NEXT.sub("", sentence.text[part.end : following.start])
        else:
            mark = _ITEM_END.search(sentence.text, part.end)
            yield sentence.text[part.end : mark.start() if mark else None]


def _are_of_one_class(names: Sequence[str]) -> bool:
    """Whether all are names of countries, or all of cities; a region may hold a city, and a country a region."""
    types = load_pairs("shared/places.csv", "name", "type")
    classes = {_CLASSES.get(types.get(name, "")) for name in names}
    return len(classes) == 1 and None not in classes


def _exclusive_words(*, in_time: bool) -> Iterator[Sequence[str]]:
    if in_time:
        yield word_list("common/month")
    for words in (*_APART, *(_APART_IN_TIME if in_time else ())):
        yield words.split("/")


def _are_of_one_set(items: Sequence[str], words: frozenset[str]) -> bool:
    """Whether each item has one word of a set, another one each: "the winter months" and "summer"."""
    own = [set(item.lower().split()) & words for item in items]
    is_short = all(len(item.split()) <= _MOST_WORDS for item in items)
    return is_short and all(len(found) == 1 for found in own) and len(set().union(*own)) == len(items)
