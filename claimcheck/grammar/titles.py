"""Titles of positions and occupations: "chief scientist", "microbiologist"."""

from __future__ import annotations

import re

from claimcheck.lexicons import load_rows, per_lexicon
from claimcheck.lexicons.word_memory import WordMemory
from claimcheck.lexicons.word_sets import WordSet
from claimcheck.names.lists import load_titles

_NO_OCCUPATIONS = WordSet("role/no_occupation")
_NO_POSITIONS = WordSet("role/no_position")


@per_lexicon
def titles() -> frozenset[str]:
    """Words that end the title of a position or an occupation, in lower case."""
    found = set()
    for row in load_rows("shared/titles.csv"):
        for form in (row["name"], *row["aliases"].split("|")):
            if form and row["type"] != "honorific":
                found.add(form.lower())
    for row in load_rows("en/role_titles.csv"):
        found.update(row["forms"].split("|"))
    return frozenset(found) - _NO_POSITIONS.words()


@per_lexicon
def words_in_titles() -> frozenset[str]:
    """The words of titles in lower case, without full stops: "dr", "chief", "executive"."""
    return frozenset(part for title in load_titles() for part in title.lower().replace(".", "").split())


# "microbiologist", "filmmaker", "policewoman": what these endings make of a word is an occupation
_OCCUPATION = re.compile(
    r"[a-z]{3,}(?:ologist|ologists|ographer|ographers|ematician|maker|makers|woman|women|[a-z]man|[a-z]men|smith|keeper|wright|wrights|dancer|writer|writers)$"
)


def is_title(word: str) -> bool:
    """Whether a word or phrase ends in an occupation or a position.

    >>> is_title("chief scientist"), is_title("microbiologist"), is_title("table")
    (True, True, False)
    """
    return _known()[word]


@per_lexicon
def _known() -> WordMemory[bool]:
    """The heads of phrases are over and over the same."""
    return WordMemory(_ends_in_title)


def _ends_in_title(word: str) -> bool:
    low = word.lower()
    if low in titles():
        return True
    last = low.rsplit(" ", 1)[-1].rsplit("-", 1)[-1]
    return last in titles() or (_OCCUPATION.match(last) is not None and last not in _NO_OCCUPATIONS)
