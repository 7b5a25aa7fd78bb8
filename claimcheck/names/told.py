"""Names of which the text says that they are a product: "Boulder, a web server", "Boulder is written in Go".

What a text says of a name outweighs the lists and the model: a town or a person is no text editor. The kinds
and the words that end a kind's phrase are in `en/words/names.csv`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.candidates import SURE, Basis, Candidate
from claimcheck.names.context import SPACE_GAPS, make_candidate
from claimcheck.names.evidence import weigh_name
from claimcheck.names.lists import load_name_table, load_person_names
from claimcheck.names.slots import capital_runs
from claimcheck.names.words import CAPITALISED, LOWER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.names.context import NameContext

_KINDS = WordSet("names/told_kind")
_SOFTWARE_KINDS = WordSet("names/told_kind_of_software")
_CALLED_KINDS = WordSet("names/told_kind_called")
_MODIFIED_KINDS = WordSet("names/told_kind_of_two")
_COPULAS = WordSet("names/told_copula")
_ARTICLES = WordSet("common/article_or_possessor")
_STOPS = WordSet("names/told_stop")
_NAMING = WordSet("names/told_naming")
_NEWS = WordSet("names/told_news")
_OWNERS = WordSet("names/told_owner")
_WRITTEN = WordSet("names/written")
_LONGEST_PHRASE = 9  # words from an article to the noun of its phrase
_LONGEST = 3  # words of a name
_MOST_DOUBT = 0.2  # that a word which opens a sentence is no name
_TECHNICAL = 3  # words on software, from which on that doubt counts no more


def find_told_products(context: NameContext) -> Iterator[Candidate]:
    """Runs of capitals that are said to be of a kind of product, or to be written in a language."""
    for start, last in capital_runs(context, _LONGEST):
        first = start + _is_verb_before_sign(context, start, last)
        if (_is_told_after(context, last) or _is_told_before(context, first, last)) and _may_be(
            context, first, last
        ):
            yield make_candidate(context, first, last, "product", "told-kind", SURE, basis=Basis.TOLD)


def _is_verb_before_sign(context: NameContext, first: int, last: int) -> bool:
    """Whether a word of news stands before a name, with a capital of its own: "Release Orbit2"."""
    return last - first > 1 and context.words.forms[first].lower() in _NEWS


def _is_told_after(context: NameContext, last: int) -> bool:
    """Whether what follows says so: "is a library", ", a small library", "(a library)", "is written in C"."""
    words = context.words
    if last + 1 >= len(words.forms):
        return False
    gap, word = words.gaps[last], words.forms[last].lower()
    if gap in SPACE_GAPS:
        if word not in _COPULAS:
            return False
        i = last + 1
        while i < len(words.forms) - 1 and words.forms[i].endswith("ly") and words.gaps[i] == " ":
            i += 1
        if words.gaps[i] not in SPACE_GAPS:
            return False
        return _is_written(context, i) or _is_kind_from(context, i)
    if gap in _APPOSING:
        return (gap == ", " and _is_written(context, last)) or _is_kind_from(context, last)
    return False


_APPOSING = frozenset({", ", " (", " – ", " — ", " - ", "—"})


def _is_written(context: NameContext, i: int) -> bool:
    """Whether "written in C" or the like stands at a word."""
    words = context.words
    if i + 2 >= len(words.forms) or words.forms[i] not in _WRITTEN or words.forms[i + 1] != "in":
        return False
    readings = load_name_table().readings(words.forms[i + 2])
    return any(reading.label == "language" and reading.kind != "natural" for reading in readings)


def _is_kind_from(context: NameContext, i: int) -> bool:
    """Whether an article stands at a word, and the noun of its phrase is a kind of product."""
    words = context.words
    if words.forms[i].lower() not in _ARTICLES:
        return False
    stop = min(len(words.forms), i + 1 + _LONGEST_PHRASE)
    for k in range(i + 1, stop):
        if words.gaps[k] not in _INNER_GAPS or words.opens[k]:
            return False
        form = words.forms[k]
        if form.lower() in _STOPS:
            return False
        if words.cases[k] is LOWER and _is_kind(context, k) and _ends_phrase(context, k + 1):
            return True
    return False


_INNER_GAPS = frozenset({" ", "-", "/", ", ", "\u00a0"})


def _is_kind(context: NameContext, k: int) -> bool:
    form = context.words.forms[k]
    if form in _KINDS or (context.code_words >= _TECHNICAL and form in _SOFTWARE_KINDS):
        return True
    return f"{context.words.forms[k - 1].lower()} {form}" in _MODIFIED_KINDS


def _ends_phrase(context: NameContext, k: int) -> bool:
    """Whether the phrase ends before a word: at a mark, a preposition, a participle."""
    words = context.words
    if k >= len(words.forms) or words.gaps[k] not in _INNER_GAPS or words.gaps[k] == ", ":
        return True
    form = words.forms[k]
    return words.gaps[k] == " " and (form in _STOPS or _PARTICIPLE.fullmatch(form) is not None)


_PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)")


def _is_told_before(context: NameContext, first: int, last: int) -> bool:
    """Whether what stands before says so: "a library called", "our new library,"."""
    words = context.words
    if first < 2 or words.gaps[first].strip(' ,\u00a0"“‘('):
        return False
    before = words.forms[first - 1]
    if before in _NAMING and words.gaps[first - 1] in SPACE_GAPS:
        k = first - 2 - (words.forms[first - 2] in _ALSO)
        return k >= 0 and (words.forms[k] in _CALLED_KINDS or _is_kind(context, k))
    if words.gaps[first] != ", " or not _is_kind(context, first - 1):
        return False
    closing = words.gaps[last] if last < len(words.forms) else "."
    if not closing.startswith((",", ".", ";", ")", " (", " –", " —")):
        return False
    for k in range(first - 2, max(-1, first - 2 - _LONGEST_PHRASE), -1):
        if words.gaps[k + 1] not in _INNER_GAPS or words.forms[k] in _STOPS:
            return False
        if words.forms[k].lower() in _OWNERS:
            return True
    return False


_ALSO = frozenset({"simply", "also"})


def _may_be(context: NameContext, first: int, last: int) -> bool:
    """Whether the words may be a name of a product: no sure organization, nobody's full name, no pronoun."""
    words = context.words
    if context.is_explained(last - 1) or (last - first > 1 and words.forms[first] in load_person_names()[0]):
        return False
    readings = load_name_table().readings(words.slice(first, last))
    if any(reading.label == "organization" and reading.safety == "safe" for reading in readings):
        return False
    head = words.forms[first]
    if last - first > 1 or words.cases[first] is not CAPITALISED:
        return len(words.slice(first, last)) > 1
    if head.lower() in context.plain:
        return False
    if not words.opens[first] or context.code_words >= _TECHNICAL:
        return True
    return weigh_name(context, first, last)["none"] <= _MOST_DOUBT
