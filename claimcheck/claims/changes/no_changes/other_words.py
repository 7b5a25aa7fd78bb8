"""Forms of change that are other words here: "extended her contract", "the firms", "triple accredited"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.grammar.columns import columns_of
from claimcheck.grammar.noun_phrases import NOUN_SUBJECTS
from claimcheck.lexicons.word_sets import WordPattern, WordSet

if TYPE_CHECKING:
    from claimcheck.claims.changes.found_words import ByForm, FoundWord
    from claimcheck.grammar.columns import TokenColumns


def is_no_verb(found: FoundWord) -> bool:
    """Whether a form that tells a change as a verb is a noun or an adjective: "extended her contract"."""
    columns, word = columns_of(found.document), found.token
    if word is not None and columns.deps[word] == "advmod" and columns.tags[columns.heads[word]][:2] == "VB":
        return True  # "you should double check"
    if word is not None and _describes_a_doer(columns, word):
        return True  # "increasing demand has driven sales to 300 million"
    is_plural = word is not None and columns.tags[word] == "NNS" and columns.deps[word] != "ROOT"
    if word is not None and is_plural and columns.has_child(word, "compound"):
        return True  # "banks fell 3%, oil firms 4%"
    return _is_determined(found) or _is_doer(found) or _is_predicate(found)


def _describes_a_doer(columns: TokenColumns, word: int) -> bool:
    """Whether a participle describes what does something of its own: "increasing" + "demand has driven"."""
    noun = columns.heads[word]
    if columns.deps[word] != "amod" or not columns.lowers[word].endswith("ing") or noun < word:
        return False
    return columns.deps[noun] == "nsubj" and columns.pos[columns.heads[noun]] == "VERB"


def _is_determined(found: FoundWord) -> bool:
    """Whether a word that tells a change as a verb is a noun here, with its determiner before it."""
    if not found.has_before(_DETERMINER_BEFORE, _LONGEST_DETERMINER):
        return False
    word = found.token
    return word is not None and columns_of(found.document).tags[word] == "NN"


def _is_doer(found: FoundWord) -> bool:
    """Whether a verb of change is a noun that does something: "the firms sold 30 trucks to 5 clubs"."""
    columns, word = columns_of(found.document), found.token
    return word is not None and columns.pos[word] == "NOUN" and columns.deps[word] in NOUN_SUBJECTS


def _is_predicate(found: FoundWord) -> bool:
    """Whether a form of change is an adjective that tells a state: "the white is firm by 65 degrees"."""
    return found.form in _STATES and found.has_before(_IS_BEFORE, 24)


_STATES = WordSet("change/state")
_IS_BEFORE = WordPattern(r"\b(?:<change/is_so>)\s+(?:\w+ly\s+|still\s+|very\s+|too\s+|quite\s+)?$")
_LONGEST_DETERMINER = 12
_DETERMINER_BEFORE = WordPattern(r"(?:\b(?:<common/article_or_possessor>)|[’']s)\s+$", re.IGNORECASE)


def multiplies_nothing(found: FoundWord) -> bool:
    """Whether "doubled" and the like are no size: "triple accredited", "doubled several times"."""
    return found.leads_to(_DONE_SO_OFTEN, _REPEATED) or _is_between_marks(found)


_DONE_SO_OFTEN = WordPattern(r"[ -](?!(?:<change/noun_in_ed>)\b)[a-z]{3,}ed\b(?!\s+[a-z]+s\b)")
_REPEATED = WordPattern(r"\s+(?:<change/many_times>)\s+times\b|\s+(?:<change/repeatedly>)\b")


def _is_between_marks(found: FoundWord) -> bool:
    """Whether a participle stands alone between marks: what was done to a thing, and not how it went."""
    is_behind = found.text.endswith((", ", "("), 0, found.start)
    return found.form.endswith("ed") and is_behind and _MARK_BEHIND.match(found.text, found.end) is not None


_MARK_BEHIND = re.compile(r"\s*(?:[.,;:)]|$|\n)")

BY_FORM: ByForm = (
    # "a narrow vote of 4 to 3"
    (WordSet("change/narrow"), lambda found: found.is_behind(_DETERMINER_BEFORE, _LONGEST_DETERMINER)),
)
