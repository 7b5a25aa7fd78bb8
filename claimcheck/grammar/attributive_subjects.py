"""What an amount right before or behind a noun describes: "a five-foot tusk", "a lake 40 km from Oslo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.ordered_phrases import NOUNS, TIME_WORDS, phrase_before
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence
    from claimcheck.quantities.finding import Quantity

Offsets = tuple[int, int]

_BRACKET_AFTER = re.compile(r"\s*\([^()]{1,40}\)")
_STRETCHES = WordSet("grammar/stretch")


def attributive_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The thing that a measure before it describes: "tusk" in "a five-foot tusk"."""
    if quantity.kind != "measure" or ("-" not in quantity.text and quantity.text[-1:] == "s"):
        return None
    if columns.text[quantity.start - 1 : quantity.start] == "(":
        return None  # "a leaflet (70 kB PDF)": of the leaflet
    bracket = _BRACKET_AFTER.match(columns.text, quantity.end, sentence.end)
    first = columns.token_at((bracket.end() if bracket else quantity.end) + 1)
    if first is None or columns.text[columns.starts[first] - 1] != " ":
        return None
    first += columns.lowers[first] in _DIMENSIONS
    last = first
    while last < sentence.span.end and columns.tags[last] in _DESCRIBED:
        last += 1
    if last == first or columns.tags[last - 1] not in NOUNS:
        return None
    if columns.lowers[last - 1] in _STRETCHES or columns.lowers[last - 1] in TIME_WORDS:
        return None
    return columns.starts[first], columns.ends[last - 1]


_DISTANT = WordPattern(r" (?:<grammar/distant>)\b")


def distant_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """What a new thing's distance or size is told of right behind it: "a lake 40 km from Oslo"."""
    if quantity.kind != "measure" or _DISTANT.match(columns.text, quantity.end, sentence.end) is None:
        return None
    if columns.text[quantity.start - 1 : quantity.start] != " ":
        return None
    found = phrase_before(columns, sentence, quantity.start - 1)
    first = None if found is None else columns.token_at(found[0])
    is_new = first is not None and columns.lowers[first] in ("a", "an")
    return found if is_new else None


_WITH = WordPattern(r" with (?:(?:<grammar/hedging_amount>) )?$")


def equipped_subject(columns: TokenColumns, sentence: Sentence, quantity: Quantity) -> Offsets | None:
    """The new thing that has what "with" counts behind it: "a laptop" in "runs on a laptop with 8 GB"."""
    behind = _WITH.search(columns.text, sentence.start, quantity.start)
    found = None if behind is None else phrase_before(columns, sentence, behind.start())
    root = None if found is None else columns.root_at(*found)
    if found is None or root is None or columns.deps[root] == "appos" or columns.has_child(root, "cop"):
        return None  # "Orbit is a ship with 12 decks": of Orbit
    first = columns.token_at(found[0])
    is_new = first is not None and columns.lowers[first] in ("a", "an")
    return found if is_new else None


_DIMENSIONS = WordSet("grammar/dimension")
_DESCRIBED = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "AFX"})
