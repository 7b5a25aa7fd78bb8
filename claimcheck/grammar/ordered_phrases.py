"""Simple noun phrases, and the one before a verb, read off part-of-speech tags and the order of words.

Tags are right far more often than arcs, so what leaves something out or stands in a list or a bracket is read
here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.tagging.penn_tags import FINITE

if TYPE_CHECKING:
    from claimcheck.grammar.columns import TokenColumns
    from claimcheck.mentions import Sentence

Offsets = tuple[int, int]

IN_PHRASE = frozenset("NN NNS NNP NNPS JJ JJR JJS DT PRP$ POS CD VBN VBG HYPH AFX PDT".split())
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_OPENING = frozenset({"DT", "PRP$"})
_NO_OPENING = frozenset({"NN", "NNS", "NNP", "NNPS", "VBN", "VBG"})
"""Tags of words behind which an article opens another phrase."""
TIME_WORDS = WordSet("grammar/time_word")
_EMPTY = WordSet("grammar/empty_amount")
_RELATIVE = frozenset({"WDT", "WP"})
_BARE_NOUNS = frozenset({"NN", "NNS"})
_TAKING_CLAUSE = WordSet("grammar/taking_clause")
_COMPLEMENTING = WordSet("grammar/complementing")
CLAUSE_STARTS = WordSet("grammar/clause_start")


def phrase_before(columns: TokenColumns, sentence: Sentence, end: int) -> Offsets | None:
    """The simple noun phrase that ends at character `end`; a whole name where one ends there."""
    while end > sentence.start and columns.text[end - 1] in " \t\"”’'":
        end -= 1
    last = columns.token_at(end - 1) if end > sentence.start else None
    if last is None or last < sentence.span.start:
        return None
    first = last
    tags = columns.tags
    if tags[last] not in NOUNS and not any(name.end == end for name in sentence.names):
        return None
    while first > sentence.span.start and (tags[first - 1] in IN_PHRASE or columns.words[first - 1] == "-"):
        if tags[first] in _OPENING and tags[first - 1] in _NO_OPENING:
            break  # "In June the amount bought", "had uncovered a villa"
        is_counted = tags[first - 1] == "VBN" and tags[first] == "CD"
        if (tags[first - 1] == "VBG" or is_counted) and columns.has_child(first - 1, "aux"):
            break  # "we are releasing Kettle 3.0", "has made 29 films"
        is_participle = tags[first - 1] == "VBN" and first - 2 >= sentence.span.start
        if is_participle and tags[first - 2] == "NNS" and tags[first] in _BARE_NOUNS:
            break  # "officers seized | cocaine |", a past tense that was taken for a participle
        first -= 1
    while first < last and columns.words[first] == "-" and columns.ends[first] < columns.starts[first + 1]:
        first += 1  # the mark of a list item
    if (
        first + 2 <= last
        and columns.words[first] == "-"
        and tags[first - 1] == "IN"
        and tags[first + 1] == "CD"
    ):
        first += 2  # "four-in-ten | adults |"
    start = columns.starts[first]
    for name in sentence.names:
        if name.start < start < name.end:
            start = name.start
    if end <= start or columns.lowers[last] in TIME_WORDS or columns.text[start:end].lower() in _EMPTY:
        return None
    if any(date.start < end and date.end > start for date in sentence.dates):
        return None
    return start, end


def first_phrase(columns: TokenColumns, start: int, end: int) -> Offsets | None:
    """The first simple noun phrase of a stretch."""
    span = columns.span(start, end) if start < end else None
    if span is None:
        return None
    first = span[0]
    while first < span[1] and not columns.words[first][0].isalnum():
        first += 1
    last = first
    while last < span[1] and columns.tags[last] in IN_PHRASE:
        last += 1
    while last > first and columns.tags[last - 1] not in NOUNS - {"CD"}:
        last -= 1
    return (columns.starts[first], columns.ends[last - 1]) if last > first else None


def ordered_subject(columns: TokenColumns, sentence: Sentence, start: int, end: int) -> Offsets | None:
    """The noun phrase before the verb that stands nearest before `end`, by the order of words alone."""
    span = columns.span(start, end) if start < end else None
    if span is None:
        return None
    tags = columns.tags
    verb = next((i for i in range(span[1] - 1, span[0] - 1, -1) if tags[i] in FINITE), None)
    while verb is not None and verb > span[0] and (tags[verb - 1] in FINITE or tags[verb - 1] == "RB"):
        verb -= 1
    if verb is None:
        return None
    verb = _before_insertion(columns, span[0], verb)
    first = verb
    while first > span[0] and columns.lowers[first - 1] not in CLAUSE_STARTS:
        first -= 1
    is_told = first - 1 > span[0] and tags[first - 1] in _RELATIVE and tags[first] in FINITE and first < verb
    if is_told and columns.lowers[first] not in _TAKING_CLAUSE:
        return phrase_before(columns, sentence, columns.starts[first - 1])  # "The board that runs the ports"
    while first < verb and (
        (tags[first] not in IN_PHRASE and tags[first] != "PRP")
        or not columns.words[first][0].isalnum()
        or any(date.start <= columns.starts[first] < date.end for date in sentence.dates)
    ):
        first += 1  # "In 2013 the rate fell"
    last = first
    while last < verb and (tags[last] in IN_PHRASE - {"VBN", "VBG"} or tags[last] == "PRP"):
        last += 1
    while last + 1 < verb and columns.lowers[last] in _COMPLEMENTING and tags[last + 1] in IN_PHRASE:
        inner = last + 1
        while inner < verb and tags[inner] in IN_PHRASE - {"VBN", "VBG"}:
            inner += 1
        if any(date.start <= columns.starts[last + 1] < date.end for date in sentence.dates):
            break
        last = inner
    is_phrase = last > first and (tags[last - 1] in NOUNS) and columns.lowers[last - 1] not in TIME_WORDS
    if not is_phrase or any(
        d.start < columns.ends[last - 1] and d.end > columns.starts[first] for d in sentence.dates
    ):
        return None
    return columns.starts[first], columns.ends[last - 1]


def _before_insertion(columns: TokenColumns, first: int, verb: int) -> int:
    """Where an insertion in commas or brackets before a verb begins: "The plant in Leeds, the firm's oldest,
    employs", "The Greater Leeds Area (GLA) has".
    """
    if verb - 1 <= first or columns.words[verb - 1] not in (",", ")"):
        return verb
    mark = "," if columns.words[verb - 1] == "," else "("
    opening = verb - 2
    while opening > first and columns.words[opening] != mark:
        opening -= 1
    return opening if opening > first else verb


def with_complement(columns: TokenColumns, sentence: Sentence, phrase: Offsets) -> Offsets:
    """The phrase with the noun that it completes: "users of Vim" for "Vim"."""
    token = columns.token_at(phrase[0])
    if token is None or token <= sentence.span.start or columns.lowers[token - 1] != "of":
        return phrase
    outer = phrase_before(columns, sentence, columns.starts[token - 1])
    return (outer[0], phrase[1]) if outer is not None else phrase
