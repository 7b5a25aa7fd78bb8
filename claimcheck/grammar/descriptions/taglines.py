"""The line that says, under or behind a title or without one, what a text is about: "A fast job queue".

Such a line has no verb. What it is said of is the title above it ("# Kestrel"), the name before its mark
("Kestrel: a fast job queue"), or, where the text opens with it, the name that the next sentences begin with.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.grammar.descriptions.description import Description
from claimcheck.grammar.descriptions.terms import NAMED_KINDS, is_written_as_name, term_kinds
from claimcheck.grammar.kind_nouns import kind_nouns
from claimcheck.grammar.phrases import QUOTES, Phrase
from claimcheck.grammar.verb_groups import BE, HAVE, PREPOSITIONS
from claimcheck.lexicons.word_sets import WordSet

if TYPE_CHECKING:
    from claimcheck.grammar.descriptions.reading import SentenceReading

_MAX_BEFORE = 200  # characters of a text before the line: a title and a badge or two
_MAX_NAME = 3  # tokens of the name before a mark
_MAX_TAGLINE = 30  # tokens; longer ones are sentences
_MAX_OPENINGS = 4  # sentences under a tagline in which the name is looked for
_MARKS = frozenset({":", "-", "–", "—", "--"})
_LISTED = frozenset("-•–·‣")
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_ENDING = frozenset({".", "!", "*", "_", "#", "`"}) | QUOTES
_INDEFINITE_ARTICLES = WordSet("common/indefinite_article")
_SOFTWARE = WordSet("terms/kind_of_tagline")
_CLOSING = WordSet("terms/behind_kind")
_SECTIONS = WordSet("terms/section")
_HEADING = re.compile(r"(?:^|\n)[^\S\n]*(?:#{1,2}[^\S\n]+)?(?P<name>[\w.+-]+(?: [\w.+-]+)?)[^\S\n]*\n\s*$")


def find_tagline(grammar: SentenceReading) -> Description | None:
    """What the title of the text is said to be, if the sentence is its tagline."""
    start = grammar.starts[grammar.first]
    if start > _MAX_BEFORE or grammar.last - grammar.first > _MAX_TAGLINE + _MAX_NAME:
        return None
    if grammar.word(grammar.first) in _LISTED:
        return None
    text = grammar.document.text
    if not start or not text[:start].strip(" \t\n#*_`"):
        return _behind_mark(grammar) or _over_the_text(grammar)
    heading = _HEADING.search(text, 0, start)
    if heading is None:
        return _behind_mark(grammar)
    place = grammar.columns.span(*heading.span("name"))
    category = _kind_told(grammar, grammar.first)
    if category is None or place is None:
        return None
    words = heading["name"].split()
    if words[-1].lower() in _SECTIONS or (len(words) > 1 and any(word[0].islower() for word in words)):
        return None  # "Overview", "Release notes"
    name = Phrase(grammar.columns, *place, place[1] - 1)
    return Description(name, category, "heading", category.first, category.last)


def _behind_mark(grammar: SentenceReading) -> Description | None:
    """As in "Kestrel - a fast job queue for Python": the name is what stands before the mark."""
    first = grammar.first
    while first < grammar.last and grammar.words[first] in _ENDING:
        first += 1
    for i in range(first + 1, min(grammar.last - 1, first + _MAX_NAME + 1)):
        if grammar.words[i] not in _MARKS or (grammar.words[i] != ":" and not grammar.spaced[i - 1]):
            continue
        last = i
        while last > first and grammar.words[last - 1] in _ENDING:
            last -= 1
        name = Phrase(grammar.columns, first, last, last - 1, grammar.names.get(last - 1))
        category = _kind_told(grammar, i + 1)
        if category is None or last == first:
            return None
        if not (is_written_as_name(grammar, name) or _is_said_again(grammar, name)):
            return None
        return Description(name, category, "item", category.first, category.last)
    return None


def _is_said_again(grammar: SentenceReading, name: Phrase) -> bool:
    """Whether a word with a capital opens the text and comes back as a name: in small letters where a line
    begins, or with the capital within one.
    """
    text, word = grammar.document.text, name.text
    if not word.isalpha() or not word[:1].isupper() or text[: name.start].strip(" \t\n#*_`"):
        return False
    again = re.compile(rf"^\W*{word.lower()}\b|\w +{word}\b", re.MULTILINE)
    return again.search(text, name.end) is not None


def _over_the_text(grammar: SentenceReading) -> Description | None:
    """A text that opens with its tagline: said of the name that one of the next sentences begins with."""
    category = _kind_told(grammar, grammar.first)
    name = None if category is None else _name_opening(grammar)
    if category is None or name is None:
        return None
    return Description(name, category, "heading", category.first, category.last)


def _name_opening(grammar: SentenceReading) -> Phrase | None:
    """The name with which one of the sentences under the line begins, right before its verb."""
    sentences = grammar.document.sentences
    place = bisect_left(sentences, grammar.sentence.start, key=lambda sentence: sentence.start)
    columns = grammar.columns
    for sentence in sentences[place + 1 : place + 1 + _MAX_OPENINGS]:
        first = bisect_left(columns.starts, sentence.start)
        name = next((name for name in sentence.names if name.start == sentence.start), None)
        last = first + 1 if name is None else bisect_left(columns.starts, name.end)
        if last >= len(columns.tags) or columns.tags[last] not in ("VBZ", "VBD", "MD"):
            continue
        is_unknown = name is None and columns.tags[first] == "NNP"
        if is_unknown or (name is not None and name.label in ("product", "organization")):
            return Phrase(columns, first, last, last - 1, name)
    return None


def _kind_told(grammar: SentenceReading, first: int) -> Phrase | None:
    """The noun phrase that a line without a verb consists of from a token on, if its noun tells a kind."""
    while first < grammar.last and grammar.words[first] in _ENDING:
        first += 1
    last = grammar.last
    while last > first and grammar.words[last - 1] in _ENDING:
        last -= 1
    if not first < last <= first + _MAX_TAGLINE or grammar.tags[first] in ("PRP", "WDT", "WP", "VB"):
        return None
    end = _end_of_nouns(grammar, first, last)
    if end is None or end == first or _has_verb_of_its_own(grammar, end, last):
        return None
    head = end - 1
    noun = grammar.lowers[head]
    is_kind = bool(kind_nouns().get(noun, frozenset()) & NAMED_KINDS)
    if grammar.tags[head] not in ("NN", "NNS", "NNP") or not (
        is_kind or noun in term_kinds() or noun in _SOFTWARE
    ):
        return None
    has_article = grammar.word(first) in _INDEFINITE_ARTICLES
    if not has_article and not grammar.words[head].islower():
        return None  # "Kestrel Model Card": a title
    is_bare = not has_article and grammar.word(first) != "the"
    if is_bare and (end - first == 1 or end == last or grammar.tags[first] == "VBG"):
        return None  # no word for how or of what, "Source code"; "Making queues for Python"
    return Phrase(grammar.columns, first, last, head)


def _has_verb_of_its_own(grammar: SentenceReading, first: int, last: int) -> bool:
    """Whether a verb follows that no relative leads to, which makes a sentence: "a court in it has ruled"."""
    for i in range(first, last):
        if grammar.tags[i] in _RELATIVE_TAGS or grammar.word(i) == "that":
            return False
        if grammar.tags[i] in ("VBZ", "VBP", "MD") or grammar.word(i) in BE or grammar.word(i) in HAVE:
            return i not in grammar.names
    return False


def _end_of_nouns(grammar: SentenceReading, first: int, last: int) -> int | None:
    """Where the adjectives and nouns of a line end, at "for", "that", "written in" or with it; None where a
    verb of its own stands among them.
    """
    for i in range(first, last):
        word = grammar.word(i)
        is_joined = i > first and not grammar.spaced[i - 1]
        if i > first and not is_joined and (word in _CLOSING or word in PREPOSITIONS):
            return i
        if word == "," and not _goes_on(grammar, i + 1, last):
            return i
        if word == ":" or (not is_joined and (word in _MARKS or grammar.is_finite(i))):
            return None
    return last


def _goes_on(grammar: SentenceReading, i: int, last: int) -> bool:
    """Whether another adjective or noun of a list stands behind a comma: "a fast, small and safe queue"."""
    return (
        i < last
        and grammar.tags[i] in ("JJ", "NN", "NNS", "NNP", "RB", "CC")
        and grammar.word(i) not in _CLOSING
    )
